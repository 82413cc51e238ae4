/** Finds the types of response that a passage shows, by the cues of shared/responses. */

import { NOTHING, packOf, patternByLanguage, wholeWords } from "../../lang/index.ts";
import { type ResponseType, responseTypes } from "../../model/response.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { LastEntries, oncePer } from "../../text/once-per.ts";
import { sentences, wordCount } from "../../text/segment.ts";
import { byPlace } from "../../text/span.ts";

/** Words of a passage that show a type of response, with their UTF-16 offsets in it. */
export interface ResponseCue {
  type: ResponseType;
  text: string;
  start: number;
  end: number;
}

/** At a space of a cue, outside brackets, a quotation may begin or end: 'called the post "nonsense"'. */
const overQuotes = (source: string) =>
  source
    .split(/(\[[^[\]]{1,40}\])/)
    .map((part, i) => (i % 2 ? part : part.replaceAll(" ", '["”’]? ["“‘]?')))
    .join("");

/** The cues of each type of response in the language of a primary tag. */
const patterns = oncePer((tag: string) => {
  const pack = packOf(tag);
  const sources = (Object.keys(responseTypes) as ResponseType[]).flatMap((type): [ResponseType, string][] => {
    const untrue = type === "denial" && pack?.cueGrammar?.untrue;
    const own = [...(untrue ? [untrue] : []), ...(pack?.responses?.[type] ?? [])];
    if (!own.length) return [];
    const all = `(?:${own.join("|")})`;
    return [[type, tag === "en" ? overQuotes(all) : all]];
  });
  return sources.map(([type, source]): [ResponseType, RegExp] => [type, wholeWords(source, pack?.unspaced ? "gu" : "giu", pack?.unspaced)]);
});

/** Longer passages are cut: a sentence with a response is short. */
const MAX_PASSAGE = 2000;
/**
 * Words that turn a cue into its absence, in the language of a primary tag: "did not", "asked Facebook to", "nicht"
 * after it. Null if none are known.
 */
const absenceOf = oncePer((tag: string) => {
  const { negation, unspaced, cueGrammar } = packOf(tag) ?? {};
  if (!negation) return null;
  const {
    words,
    besides,
    ofResponse,
    noSubject,
    ifSo,
    requested,
    ownNegative = NOTHING,
    turnedAfter = NOTHING,
    after = NOTHING,
  } = negation;
  const ends = (source: string) => new RegExp(`${unspaced ? "" : "(?<![\\p{Alpha}\\p{N}_])"}(?:${source})$`, "iu");
  return {
    negated: ends(ofResponse),
    words: wholeWords(words, "iu", unspaced),
    besides: wholeWords(besides, "iu", unspaced),
    noSubject: ends(`(?:${noSubject})${unspaced ? "" : "(?!\\p{Alpha})"}[^.;:,，。；]{0,60}`),
    ifSo: ends(unspaced ? `(?:${ifSo})[^，。；]{0,4}` : `(?:${ifSo})(?:(?<=['’])|\\s)(?:[\\p{Alpha}'’]+\\s){0,2}`),
    requested: ends(requested),
    /** "Les accusations se confirment": nobody confirms. */
    reflexive: ends(`(?:${cueGrammar?.reflexive ?? NOTHING})\\s?`),
    ownNegative: new RegExp(`^(?:${ownNegative})(?!\\p{Alpha})`, "iu"),
    turnedAfter: new RegExp(`^(?:${turnedAfter})`, "iu"),
    after: new RegExp(`^(?:${after})`, "u"),
  };
});
/** How far before an act the words may stand that request it. */
const REACH_BEFORE = 80;
/** Types whose cues no negation turns into their absence. */
const UNTURNED = new Set<ResponseType>(["no_comment", "not_reached", "right_of_reply"]);
/** Maximum distance from a denial to the denied act after it: "denied that they had opened an investigation". In words, and in UTF-16 units. */
const MAX_DENIED_WORDS = 5;
const MAX_DENIED_LENGTH = 40;

/** Cached, because claims, appearances and responses each ask for every sentence of a text. */
const recent = new LastEntries<string, ResponseCue[]>(300);
/** The cues of a passage, in order; if two of the same kind overlap, the longer one. */
export function responseCuesIn(passage: string, lang: string): ResponseCue[] {
  const text = passage.slice(0, MAX_PASSAGE);
  return recent.of(`${lang} ${text}`, () => readCues(text, lang));
}

const hoaxIn = patternByLanguage(({ sourceCues }) => sourceCues?.hoax);
/** Whether a text has words of a denial, a rumour or a hoax, whatever these are about. */
export const hasDenyingWords = (text: string, lang: string): boolean =>
  hoaxIn(lang).test(text) ||
  sentences(text).some((one) => responseCuesIn(one.text, lang).some(({ type }) => responseTypes[type].stance === "deny"));

function readCues(text: string, lang: string): ResponseCue[] {
  const out: ResponseCue[] = [];
  for (const [type, pattern] of patterns(primaryTag(lang))) {
    // Most passages have none of these cues, and `matchAll` copies the pattern.
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern))
      if (!isAbsent(type, match, primaryTag(lang)))
        out.push({ type, text: match[0].trim(), start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return withoutDenied(out.sort(byPlace), text, lang);
}

/** Whether a passage has words for a type of act, but only for one that was not performed: denied, refused or asked for. */
export const isUndone = (type: ResponseType, passage: string, lang: string): boolean =>
  patterns(primaryTag(lang)).some(([one, pattern]) => one === type && passage.search(pattern) >= 0) &&
  responseCuesIn(passage, lang).every((cue) => cue.type !== type);

/** The cues without those of acts that are themselves denied: "denied opening an investigation" reports no investigation. */
function withoutDenied(cues: ResponseCue[], text: string, lang: string): ResponseCue[] {
  const besides = absenceOf(primaryTag(lang))?.besides;
  if (!besides) return cues;
  const isDenied = ({ type, start }: ResponseCue) =>
    type === "investigation" &&
    cues.some((denial) => {
      const between = text.slice(denial.end, start);
      const isNear = denial.end <= start && between.length <= MAX_DENIED_LENGTH && wordCount(between) <= MAX_DENIED_WORDS;
      return denial.type === "denial" && isNear && !/[.;:]/.test(between) && !besides.test(between);
    });
  return cues.filter((cue) => !isDenied(cue));
}

/** Whether the words before an offset of a passage request the act that is named there: "called upon the paper to", "asked it to “". */
const isAskedFor = (passage: string, at: number, lang: string): boolean =>
  absenceOf(primaryTag(lang))?.requested.test(passage.slice(Math.max(0, at - REACH_BEFORE), at).replace(/["“„«]\s?$/, "")) ?? false;

/** Whether words around a cue say that its act was not done: it is requested or negated. */
function isAbsent(type: ResponseType, { 0: cue, index, input }: RegExpExecArray, tag: string): boolean {
  const absence = absenceOf(tag);
  if (!absence) return false;
  const before = input.slice(Math.max(0, index - REACH_BEFORE), index);
  if (isAskedFor(input, index, tag) || (type === "confirmation" && absence.reflexive.test(before))) return true;
  if (UNTURNED.has(type)) return false;
  // "None of the videos was staged" denies; "none of the clubs confirmed it", "if it is true" confirm nothing.
  if (type !== "denial" && absence.noSubject.test(before)) return true;
  if (type === "confirmation" && absence.ifSo.test(before)) return true;
  if (type === "investigation" && absence.words.test(cue)) return true;
  if (absence.turnedAfter.test(cue) && absence.after.test(input.slice(index + cue.length))) return true;
  return !absence.ownNegative.test(cue) && absence.negated.test(input.slice(Math.max(0, index - 40), index));
}

/** The types that some of the found ones outrank. */
export const outrankedIn = (found: readonly { type: ResponseType }[]) =>
  new Set<string>(found.flatMap(({ type }) => responseTypes[type].outranks));
/** The type in a passage that no other one outranks; the earliest if there are several. */
export function strongest<T extends { type: ResponseType }>(found: T[]): T | null {
  const beaten = outrankedIn(found);
  // Types may outrank each other in a circle; then the first one counts.
  return found.find((cue) => !beaten.has(cue.type)) ?? found[0] ?? null;
}

/** The types that no other one outranks, one cue each, in order, because a passage may apologise for one thing and deny another. */
export function unbeaten<T extends { type: ResponseType }>(found: T[]): T[] {
  const beaten = outrankedIn(found);
  const kinds = found.filter((cue, i) => !beaten.has(cue.type) && found.findIndex((other) => other.type === cue.type) === i);
  return kinds.length ? kinds.slice(0, 2) : found.slice(0, 1);
}

/** The type of response that a statement is, by its cue and complement ("declined" "to comment") and its content; null for a plain statement. */
export function responseTypeOf(cue: string, content: string, lang: string): ResponseType | null {
  const found = responseCuesIn(`${cue} ${content}`, lang);
  return strongest(found.filter(({ type, start }) => start < cue.length || type === "denial" || type === "apology"))?.type ?? null;
}
