/** What a format of an import is. */

/** Part of an import that is not taken, and why. `pointer` names the field of ours, or the column. */
export interface Rejection {
  line: number;
  pointer: string;
  detail: string;
}
/** What stands on a line, as an ImportLine has it and not checked yet (undefined: it is empty), or why nothing does. */
export type Read = { line: number; value: unknown } | Rejection;

export interface ImportFormat {
  /** For people. */
  label: string;
  /** Media types that are this format where the caller does not name it; the first format of a type has it. */
  types: readonly string[];
  /** The lines of a body, in order. Never throws; linear. */
  read(body: string): Iterable<Read>;
}
