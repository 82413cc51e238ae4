/** The base form of English words that no stemmer brings together: irregular verbs and plurals, and the few everyday names of one thing. */
import { english } from "../lang/index.ts";

const baseForms = new Map<string, string>();
for (const group of english.irregularForms.split(";")) {
  const [base = "", ...forms] = group.trim().split(" ");
  for (const form of forms) baseForms.set(form, base);
}

/** The base form of a folded English word, or the word. */
export function lemma(word: string): string {
  return baseForms.get(word) ?? word;
}
