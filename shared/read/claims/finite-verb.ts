/**
 * Whether an English headline or sentence has a verb after its subject, by the form of words and the words before them. It is a guess without a
 * tagger, which fitted gates use as a feature.
 */
import { english, patternByLanguage } from "../../lang/index.ts";
import { wordPlaces, words } from "../../text/segment.ts";
import { formsOf } from "../attribution/phrases/verbs.ts";
import { WORDS } from "../attribution/phrases/word-classes.ts";

const forms = new Map(
  [...english.wording.verbs.split(" "), ...Object.values(english.grammar.verbs).flatMap((verbs) => verbs.split(" "))]
    .flatMap(formsOf)
    .reverse(),
);
/** Whether a word begins a phrase, so that no verb directly follows. */
const opens = (word: string) => WORDS.determiners.has(word) || WORDS.prepositions.has(word) || /['’]s$|^\p{N}+$/u.test(word);
const isPlural = (word: string) => WORDS.pluralForms.has(word) || WORDS.plurals.has(word);

/** Up to nine words between commas or dashes: "Roe, the mayor, killed in a crash". */
const APPOSITION = /,\s(?:[^\s,]+\s){0,8}[^\s,]+,(?=\s)|\s[–—-]\s(?:[^\s–—]+\s){0,8}[^\s–—]+\s[–—-](?=\s)/gu;
/** Directly after a comma or a dash; the words there have no subject of their own. */
const BREAK = /(?<=[,;:]\s|\s[–—-]\s)/u;
/** Quotation marks that are no apostrophes. */
const MARKS = /(?<!\p{Alpha})['‘’]|['‘’](?!\p{Alpha})|["“”]/gu;

/** Whether a word after the first one is a finite verb. */
export const hasFiniteVerb = (text: string): boolean => verbPlace(text) !== null;
/** The place of the first such verb in the text, in UTF-16 units; null if there is none. */
export function verbPlace(text: string): number | null {
  const blank = (passage: string) => " ".repeat(passage.length);
  const bare = text.replace(MARKS, blank).replace(APPOSITION, blank);
  let from = 0;
  for (const part of bare.split(BREAK)) {
    // "To reportedly start": adverbs are skipped.
    const list = wordPlaces(part).filter(({ word }) => !WORDS.longAdverbs.has(word));
    const verb = list.find(
      ({ word }, i) => WORDS.contractedSubjects.has(word) || (i > 0 && isVerb(word, list[i - 1]?.word ?? "", list[i + 1]?.word)),
    );
    if (verb) return from + verb.at;
    from += part.length;
  }
  return null;
}
function isVerb(word: string, before: string, next: string | undefined): boolean {
  if (WORDS.finite.has(word) || WORDS.contractedVerbs.has(word)) return !WORDS.prepositions.has(before);
  // In headlines "to" announces the future.
  if (word === "to") return next !== undefined && forms.get(next) === "base" && !opens(before);
  if (opens(before)) return false;
  const form = forms.get(word);
  if (form === "base") return isPlural(before);
  return form !== undefined && (form !== "s" || next !== undefined);
}

const dependentIn = patternByLanguage(({ wording }) => wording?.dependent && `^["“‘'«„]?(?:${wording.dependent})`);
/** Whether words depend on others before them: they begin with a pronoun or a conjunction. */
export const isDependent = (text: string, lang: string): boolean => dependentIn(lang).test(text);
/** The same for English words; also true if they begin in lower case with a preposition or a verb ("targeted the town"). */
export function beginsAmid(text: string): boolean {
  const [first = "", second = ""] = words(text);
  if (isDependent(text, "en")) return true;
  if (!/^\p{Lower}/u.test(text)) return false;
  if (WORDS.prepositions.has(first) || WORDS.finite.has(first) || ["s", "past"].includes(forms.get(first) ?? "")) return true;
  return WORDS.pastForms.has(first) && WORDS.determiners.has(second);
}
const { pointing } = english.wording;
const POINTS = new RegExp(`^["“‘'«„]?(?:${pointing})\\s`, "i");
/** Whether English words refer to something mentioned before: "the patient has Ebola", with no name or number before the verb. */
export function pointsBack(text: string): boolean {
  const points = POINTS.exec(text)?.[0].length ?? 0;
  return points > 0 && !/[\p{Upper}\p{N}]/u.test(text.slice(points, verbPlace(text) ?? undefined));
}
/** Whether words end with a verb that lacks its object. */
export const endsAmid = (text: string): boolean => WORDS.finite.has(words(text).at(-1) ?? "");
