/**
 * Short marks (hashes) of what a page shows. A form sends its mark back. If the mark has changed, somebody else changed the thing, and the form
 * changes nothing.
 */
import { digest } from "../model/id.ts";
import type { Line } from "./suggestion.ts";

/** The mark of values that a page shows. */
export const shownMark = (...values: unknown[]): string => digest(JSON.stringify(values)).slice(0, 8);
/** The mark of a line: its state, and what can be corrected in it. */
export const lineMark = (s: Pick<Line, "listed" | "state" | "stance" | "certainty" | "attributedTo" | "response" | "published">): string =>
  shownMark(s.listed, s.state, s.stance, s.certainty, s.attributedTo, s.response, s.response && s.published.value);
/** The mark of a claim's own fields. */
export const claimMark = (claim: { text: string; subject: string | null; status: string; visibility: string }): string =>
  shownMark(claim.text, claim.subject, claim.status, claim.visibility);
