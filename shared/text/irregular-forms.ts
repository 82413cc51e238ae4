/** The base form of English words that stemming does not join: irregular verbs and plurals, and a few everyday synonyms. */
import { english, groupsOf } from "../lang/index.ts";

const baseForms = new Map(
  groupsOf(english.irregularForms).flatMap(([base = "", ...forms]) => forms.map((form): [string, string] => [form, base])),
);

/** The base form of a folded English word, or the word. */
export function lemma(word: string): string {
  return baseForms.get(word) ?? word;
}
