/** What lists and maps are often asked for. */

/** The sum of a number for each item, in the order of the items. */
export function sumOf<Item>(items: Iterable<Item>, numberOf: (item: Item, index: number) => number): number {
  let sum = 0;
  let index = 0;
  for (const item of items) sum += numberOf(item, index++);
  return sum;
}
/** Counts one more for a key. */
export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
/** Adds values to the list of a key. */
export function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, ...values: Value[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, values);
}
