/** Whether a sentence that has a claim's words asserts the claim. */
import { packOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";

const ASKS = /[?？]["'”’»」』)]{0,3}\s*$/u;
/** What may stand before a sentence's first word. */
const OPENING = "^[\\s\\p{P}]{0,5}";
const supposesIn = oncePer((lang: string): RegExp | null => {
  const { hedging, unspaced } = packOf(lang) ?? {};
  return hedging?.supposes ? wholeWords(`${OPENING}(?:${hedging.supposes})`, "iu", unspaced) : null;
});

/** Whether a sentence only asks or supposes what it says: "Did she resign?", "Suppose that she resigned." `lang`: BCP 47 primary tag. */
export const asksOrSupposes = (sentence: string, lang: string): boolean =>
  ASKS.test(sentence) || (supposesIn(lang)?.test(sentence) ?? false);
