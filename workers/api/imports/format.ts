/** The contract of an import format. */

/** Part of an import that is rejected, and why. `pointer` names the field or the column. */
export interface Rejection {
  line: number;
  pointer: string;
  detail: string;
}
/** The content of a line: an unchecked ImportLine (undefined for an empty line), or why it is rejected. */
export type Read = { line: number; value: unknown } | Rejection;

export interface ImportFormat {
  /** The name for people. */
  label: string;
  /** The columns that are read, if the label does not name them all. */
  columns?: string;
  /** Media types that select this format if the caller names no format. If several formats have a type, the first is chosen. */
  types: readonly string[];
  /** The delimiter of a table's cells, from its text; none for JSON lines. */
  delimiter?(text: string): string;
  /** The lines of a body, in order. Never throws; takes linear time. */
  read(body: string): Iterable<Read>;
}
