/** What an import format is. */

/** Part of an import that is rejected, and why. `pointer` names the field or the column. */
export interface Rejection {
  line: number;
  pointer: string;
  detail: string;
}
/** What stands on a line: an unchecked ImportLine (undefined for an empty line), or why it is rejected. */
export type Read = { line: number; value: unknown } | Rejection;

export interface ImportFormat {
  /** For people. */
  label: string;
  /** Media types that mean this format if the caller names none. Of several formats with a type the first is meant. */
  types: readonly string[];
  /** The lines of a body, in order. Never throws; takes linear time. */
  read(body: string): Iterable<Read>;
}
