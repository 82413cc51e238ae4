/** Whether a text has the words of a claim but for a negation: "will not close" for "will close". */
import { doubtsIn } from "../../changes/compare/cues.ts";
import { terms } from "../terms/terms.ts";

/** The share of a claim's terms that the text has, and terms that it may have beside them. */
const [MIN_SAME, MAX_MORE] = [0.8, 3];

/** Whether one of two statements negates what the other says in the same words. */
export function negatesWordForWord(text: string, claim: string, lang: string): boolean {
  const negations = (passage: string) => new Set(doubtsIn(passage, lang).negations.map(({ start }) => start)).size;
  if (negations(text) % 2 === negations(claim) % 2) return false;
  const mine = new Set(terms(text, lang));
  const theirs = new Set(terms(claim, lang));
  const same = [...theirs].filter((term) => mine.has(term)).length;
  return same >= MIN_SAME * theirs.size && mine.size <= theirs.size + MAX_MORE;
}
