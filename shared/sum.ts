/** The sum of a number for each item, in the order of the items. */
export function sumOf<Item>(items: Iterable<Item>, numberOf: (item: Item, index: number) => number): number {
  let sum = 0;
  let index = 0;
  for (const item of items) sum += numberOf(item, index++);
  return sum;
}
