/** How much a word of a claim says about its topic. */
import { background, MIN_DOCUMENTS } from "../../match/terms/background-corpus.ts";
import { terms } from "../../match/terms/terms.ts";

/** Assumed document count of a word that the background corpus lacks. */
const UNSEEN_DOCUMENTS = MIN_DOCUMENTS / 2;

/** Inverse document frequency of a folded word among claims at large, as a natural logarithm: about 2 for "people", 8 for a rare name. */
export function idf(word: string): number {
  const [term = word] = terms(word, "en");
  return Math.log(background.documents / (background.frequency.get(term) ?? UNSEEN_DOCUMENTS));
}
