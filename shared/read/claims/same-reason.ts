/** To which sentence words refer that give "the same reason". Nothing is put in their place: the sentence stands beside them, as written. */
import { packOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import { sentences, words } from "../../text/segment.ts";

const sameReasonIn = oncePer((lang: string) => {
  const pack = packOf(lang);
  return wholeWords(pack?.wording?.sameReason ?? "(?!)", "iu", pack?.unspaced);
});
/** Fewest words of a sentence that others refer to. */
const MIN_REFERRED_WORDS = 4;
/**
 * The sentence to which a passage of a text refers that gives "the same reason": the one directly before, of the same paragraph, that asks nothing, where the
 * passage's own sentence has no clause before it. Null where nothing or more may be meant.
 */
export function referredTo(text: string, start: number, end: number, lang: string): string | null {
  if (!sameReasonIn(lang).test(text.slice(start, end))) return null;
  const all = sentences(text);
  const at = all.findIndex((one) => one.start <= start && start < one.end);
  const [before, own] = [all[at - 1], all[at]];
  if (!before || !own || /[,;:，；：]/u.test(text.slice(own.start, start)) || text.slice(before.end, own.start).includes("\n")) return null;
  const referred = text.slice(before.start, before.end).trim();
  return words(referred).length < MIN_REFERRED_WORDS || /[?？]/u.test(referred) || sameReasonIn(lang).test(referred) ? null : referred;
}
