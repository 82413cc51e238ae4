/** What a kind of text change is. */
import type { TextChangeKind } from "../model/text-change.ts";
import type { Pair } from "./compare/pair.ts";

export interface Wording {
  text: string;
  lang: string | null;
}
/** Offsets into the compared texts; `at` is where the change stands, or would stand, in the child's. */
export interface Change {
  was: { start: number; end: number } | null;
  now: { start: number; end: number } | null;
  at: number;
}
export interface TextChangeDetector {
  /** Name in code, SQL and API; the file's name too. */
  kind: TextChangeKind;
  /** For people: "hedge dropped". */
  label: string;
  /** Whether it also compares texts of two languages. */
  acrossLanguages: boolean;
  detect(pair: Pair): Change[];
}
