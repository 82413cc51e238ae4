/** Finds the kinds of response that a passage shows, by the cues of shared/responses. */

import { chinese, cueGrammarOf, english, packOf, sourcesOf } from "../../lang/index.ts";
import { type ResponseType, responseTypes } from "../../model/response.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { LastEntries, oncePer } from "../../text/once-per.ts";

export interface ResponseCue {
  type: ResponseType;
  text: string;
  start: number;
  end: number;
}

/** Where a cue has a space, outside brackets, a quotation may begin or end: 'called the post "nonsense"'. */
const overQuotes = (source: string) =>
  source
    .split(/(\[[^[\]]{1,40}\])/)
    .map((part, i) => (i % 2 ? part : part.replaceAll(" ", '["”’]? ["“‘]?')))
    .join("");

/** The cues of each type of response in the language of a primary tag, and those of any type: most sentences have none. */
const patterns = oncePer((tag: string) => {
  const pack = packOf(tag);
  const sources = (Object.keys(responseTypes) as ResponseType[]).flatMap((type): [ResponseType, string][] => {
    const untrue = type === "denial" && pack?.cueGrammar?.untrue;
    const own = [...(untrue ? [untrue] : []), ...(pack?.responses?.[type] ?? [])];
    if (!own.length) return [];
    const any = `(?:${own.join("|")})`;
    return [[type, tag === "en" ? overQuotes(any) : any]];
  });
  const standing = (source: string, flags: string) =>
    pack?.unspaced ? new RegExp(source, `${flags}u`) : new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, `${flags}iu`);
  return {
    any: sources.length ? standing(`(?:${sources.map(([, source]) => source).join("|")})`, "") : null,
    byType: sources.map(([type, source]): [ResponseType, RegExp] => [type, standing(source, "g")]),
  };
});

/** Passages longer than this are cut: a sentence that answers is short. */
const MAX_PASSAGE = 2000;
/**
 * Negations that turn a response cue into its absence: "did not deny", "refused to confirm". Negated phrases that are responses
 * themselves have their own cues.
 */
const NEGATED = new RegExp(`(?:\\b(?:${english.negation.ofResponse})|${chinese.negation.ofResponse})$`, "iu");
/** An act that somebody asks another party to do has not been done: "asked Facebook to remove the posts". */
const REQUESTED = new RegExp(`\\b(?:${english.negation.requested})$`, "iu");
const requested = sourcesOf(({ tag, negation }) => (tag === "en" ? undefined : negation?.requested));
/** The same in other languages: "pidió a Nordia que se disculpe", "bat Facebook, den Beitrag zu"; and 要求微博删除. */
const REQUESTED_ELSEWHERE = new RegExp(`(?<!\\p{L})(?:${requested.spaced})$|(?:${requested.unspaced})$`, "iu");
/** German says "nicht" after what is negated: "bestritt den Vorwurf nicht". */
const TURNED_AFTER = new RegExp(`^(?:${sourcesOf(({ negation }) => negation?.turnedAfter).spaced})`, "iu");
const NOT_AFTER = new RegExp(`^${sourcesOf(({ negation }) => negation?.after).spaced}`, "u");
/** A negation before a denial does not reverse it if the denial's own words are negative. */
const OWN_NEGATIVE = new RegExp(`^(?:${sourcesOf(({ negation }) => negation?.ownNegative).spaced})(?!\\p{L})`, "iu");
const negatedOf = oncePer((tag: string) => {
  const grammar = cueGrammarOf(tag);
  return grammar ? new RegExp(`(?<!\\p{L})(?:${grammar.negated})$`, "iu") : NEGATED;
});
/** Types whose cues no negation turns into their absence. */
const UNTURNED = new Set<ResponseType>(["no_comment", "not_reached", "takedown", "label", "investigation", "right_of_reply"]);

/** Claims, appearances and answers each ask for every sentence of a text. */
const recent = new LastEntries<string, ResponseCue[]>(300);
/** The cues of a passage, in order; if two of the same kind overlap, the longer one. */
export function responseCuesIn(passage: string, lang: string): ResponseCue[] {
  const text = passage.slice(0, MAX_PASSAGE);
  return recent.of(`${lang} ${text}`, () => readCues(text, lang));
}

function readCues(text: string, lang: string): ResponseCue[] {
  const out: ResponseCue[] = [];
  const { any, byType } = patterns(primaryTag(lang));
  if (!any?.test(text)) return out;
  const grammar = cueGrammarOf(lang);
  const negated = negatedOf(primaryTag(lang));
  for (const [type, pattern] of byType) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const before = text.slice(Math.max(0, start - 80), start);
      if (REQUESTED.test(before) || (!lang.startsWith("en") && REQUESTED_ELSEWHERE.test(before))) continue;
      if (
        grammar?.capitalNouns &&
        !UNTURNED.has(type) &&
        TURNED_AFTER.test(match[0]) &&
        NOT_AFTER.test(text.slice(start + match[0].length))
      )
        continue;
      if (!UNTURNED.has(type) && !OWN_NEGATIVE.test(match[0]) && negated.test(text.slice(Math.max(0, start - 40), start))) continue;
      out.push({ type, text: match[0].trim(), start, end: start + match[0].trimEnd().length });
    }
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The kind in a passage that no other kind outranks; the earliest if there are several. */
export function strongest<T extends { type: ResponseType }>(found: T[]): T | null {
  const beaten = new Set<string>(found.flatMap((cue) => responseTypes[cue.type].outranks));
  // Kinds may outrank each other in a cycle; then the first one counts.
  return found.find((cue) => !beaten.has(cue.type)) ?? found[0] ?? null;
}

/** The kinds that no other outranks, one cue each, in order: a passage may apologise for one thing and deny another. */
export function unbeaten<T extends { type: ResponseType }>(found: T[]): T[] {
  const beaten = new Set<string>(found.flatMap((cue) => responseTypes[cue.type].outranks));
  const kinds = found.filter((cue, i) => !beaten.has(cue.type) && found.findIndex((other) => other.type === cue.type) === i);
  return kinds.length ? kinds.slice(0, 2) : found.slice(0, 1);
}

/**
 * The kind of answer that a statement is, by its cue, with the complement ("declined" "to comment"), and the content; null for a plain
 * statement.
 */
export function responseTypeOf(cue: string, content: string, lang: string): ResponseType | null {
  const found = responseCuesIn(`${cue} ${content}`, lang);
  return strongest(found.filter(({ type, start }) => start < cue.length || type === "denial" || type === "apology"))?.type ?? null;
}
