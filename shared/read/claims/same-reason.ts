/** Finds the sentence that words such as "the same reason" refer to. The words stay as written, and the sentence is shown beside them. */
import { patternByLanguage } from "../../lang/index.ts";
import { sentences, words } from "../../text/segment.ts";

const sameReasonIn = patternByLanguage(({ wording }) => wording?.sameReason);
/** Minimum number of words of a sentence that others refer to. */
const MIN_REFERRED_WORDS = 4;
/**
 * The sentence to which a passage refers with "the same reason": the sentence directly before, in the same paragraph. It must not be a question,
 * and the passage's own sentence must not have a clause before the passage. Null if it is unclear what is meant.
 */
export function referredTo(text: string, start: number, end: number, lang: string): string | null {
  if (!sameReasonIn(lang).test(text.slice(start, end))) return null;
  const all = sentences(text);
  const at = all.findIndex((one) => one.start <= start && start < one.end);
  const before = all[at - 1];
  const own = all[at];
  if (!before || !own || /[,;:，；：]/u.test(text.slice(own.start, start)) || text.slice(before.end, own.start).includes("\n")) return null;
  const referred = text.slice(before.start, before.end).trim();
  return words(referred).length < MIN_REFERRED_WORDS || /[?？]/u.test(referred) || sameReasonIn(lang).test(referred) ? null : referred;
}
