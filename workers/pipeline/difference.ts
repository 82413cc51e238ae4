/** What was concluded against what is stored. */

/** What to write so that the stored rows become the wanted ones. */
export interface Difference<T> {
  add: T[];
  close: T[];
}
/** Rows are the same by name; by key they say the same. What `keep` says of a stored one stays as it is. */
export function difference<T>(
  stored: T[],
  wanted: T[],
  nameOf: (row: T) => string,
  keyOf: (row: T) => string,
  keep: (row: T) => boolean,
): Difference<T> {
  const want = new Map(wanted.map((row) => [nameOf(row), row]));
  const have = new Map(stored.map((row) => [nameOf(row), row]));
  return {
    add: [...want]
      .filter(([name, row]) => {
        const old = have.get(name);
        return !old || (!keep(old) && keyOf(old) !== keyOf(row));
      })
      .map(([, row]) => row),
    close: [...have]
      .filter(([name, old]) => {
        const row = want.get(name);
        return !keep(old) && (!row || keyOf(old) !== keyOf(row));
      })
      .map(([, old]) => old),
  };
}
