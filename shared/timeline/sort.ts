/** The order of a timeline: by sort key, then by id, so that it does not depend on the order of the rows. */
export function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || byText(a.id, b.id);
}

/** Order by UTF-16 units: the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
