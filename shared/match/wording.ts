/** The language of one wording of a claim. */

import { words } from "../text/segment.ts";
import { isStopWord } from "../text/stop-words.ts";
import { baseLang, UNSPACED } from "./terms/tokens.ts";

/**
 * The language of a wording: that of the text, if the wording has more of its common words (or its script, if that has
 * no spaces); else that of the claim.
 */
export function langOfWording(wording: string, claimLang: string | null, textLang: string | null): string | null {
  const own = baseLang(claimLang);
  const other = baseLang(textLang);
  if (own === other) return claimLang;
  if (UNSPACED.test(wording)) return /^(?:zh|ja|th|lo|km|my)$/.test(other) ? textLang : claimLang;
  const all = words(wording);
  const common = (lang: string) => all.filter((word) => isStopWord(word, lang)).length;
  return common(other) > common(own) ? textLang : claimLang;
}
