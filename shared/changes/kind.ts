/** The contract of a kind of text change. */
import type { TextChangeKind } from "../model/text-change.ts";
import type { Pair } from "./compare/pair.ts";

export interface Wording {
  text: string;
  lang: string | null;
}
/** Offsets into the compared texts; `at` is the place of the change in the child's text, or where it would be. */
export interface Change {
  was: { start: number; end: number } | null;
  now: { start: number; end: number } | null;
  at: number;
}
export interface TextChangeDetector {
  /** The name in code, SQL and API, and of the file. */
  kind: TextChangeKind;
  /** Whether the detector also compares texts in two languages. */
  acrossLanguages: boolean;
  detect(pair: Pair): Change[];
}
