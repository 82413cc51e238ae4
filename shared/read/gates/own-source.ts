/**
 * Finds where a document shows its own source for its story: somebody told its outlet something ("told the Gazette", "the Gazette has
 * learned", "told us"). The cues are those of its language (sourceCues.own in shared/lang), in which "§" stands for the outlet's own
 * name.
 */

import { packOf, wholeWords } from "../../lang/index.ts";
import { terms } from "../../match/index.ts";
import type { Span } from "../../model/quote.ts";
import { namePlaces, replaced } from "../../text/names/places.ts";
import { oncePer } from "../../text/once-per.ts";
import { sentences } from "../../text/segment.ts";
import { responseCuesIn } from "../responses/response-cues.ts";

/** The headline; without one, the first sentence, or 200 UTF-16 units. */
export const subjectOf = ({ title, text }: { title: string | null; text: string }): string =>
  title ?? text.slice(0, text.indexOf(". ") + 1 || 200);

/** The share of the terms that are in any of some passages of a language, 0 to 1; 0 where there are no terms. */
export function termShare(about: ReadonlySet<string>, passages: readonly string[], lang: string): number {
  const held = new Set(passages.flatMap((passage) => terms(passage, lang)));
  return [...about].filter((term) => held.has(term)).length / Math.max(1, about.size);
}

/**
 * How many sentences at the start are searched: a story begins with what its outlet was told itself. What somebody told it further down is mostly an
 * answer or what was before.
 */
const LEAD_SENTENCES = 4;
/** Minimum share of the headline's words in the sentence and the one before: what the outlet was told must be about the story. */
const MIN_OVERLAP = 0.1;

/** The patterns by which a language says that the outlet was told something; null if they are not known. */
const toldItself = oncePer((lang: string) => {
  const { sourceCues, unspaced } = packOf(lang) ?? {};
  return sourceCues?.own ? wholeWords(sourceCues.own, "iu", unspaced) : null;
});

/**
 * The sentence in which a document reports what its outlet was told; null for none. `names` are those of the outlet. A denial is no
 * source of the story.
 */
export function ownSourceIn(document: { text: string; title: string | null; lang: string }, names: readonly string[]): Span | null {
  const { text, lang } = document;
  const pattern = toldItself(lang);
  if (!pattern) return null;
  const subject = new Set(terms(subjectOf(document), lang));
  const all = sentences(text).slice(0, LEAD_SENTENCES);
  for (const [i, sentence] of all.entries()) {
    const masked = names.reduce((words, name) => replaced(words, namePlaces(words, name), "§"), sentence.text);
    if (!pattern.test(masked)) continue;
    if (responseCuesIn(sentence.text, lang).some(({ type }) => type !== "confirmation" && type !== "explanation")) continue;
    const said = [all[i - 1]?.text ?? "", sentence.text];
    if (termShare(subject, said, lang) >= MIN_OVERLAP || subject.size === 0) return sentence;
  }
  return null;
}
