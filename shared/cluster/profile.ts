/** The topic of a text as weighted terms: tf-idf of its title and first sentences, with the document frequencies of the background corpus. */

import { backgroundIdf } from "../match/terms/background-corpus.ts";
import { clean } from "../match/terms/clean.ts";
import { baseLang, type Token, tokens, UNSPACED } from "../match/terms/tokens.ts";
import { idOf, rowNumber } from "../model/id.ts";
import { languageOf } from "../text/language.ts";
import { LastEntries, once, oncePerObject } from "../text/once-per.ts";
import { sentences } from "../text/segment.ts";

/** Weights by term, of Euclidean length 1. */
export type Profile = ReadonlyMap<string, number>;

/** Number of sentences in a profile: news states the main thing first, so few are enough. */
const LEAD_SENTENCES = 6;
const MAX_LEAD = 3000;
/** Weight of a term in the title, as a multiple. */
const TITLE_COUNT = 2;
/** Minimum idf of a term that distinguishes topics: words in more than one document in ten do not. */
const MIN_TOPIC_IDF = 0.3;
/** Maximum number of buckets of a text: more would find hardly more texts on the same thing. */
const BUCKETS = 6;

/** The terms of a passage. Names in texts of two languages match by their English stems. */
function termsOf(text: string, lang: string): readonly Token[] {
  const { body } = clean(text);
  const own = tokens(body, lang);
  if (baseLang(lang) === "en") return own;
  const had = new Set(own.map((token) => token.term));
  return [...own, ...tokens(body, lang, "en").filter(({ term, name }) => name && !had.has(term))];
}

/** How often a text has a term, and the share of its idf that counts. */
interface Count {
  count: number;
  share: number;
}

/**
 * The share of a term's idf that counts. The background corpus is English, so every word of another language would be as rare as a name. Names
 * and numbers count in full, other words by their length, because the shortest words of a language are its commonest (Zipf 1935).
 */
function shareOf({ term, name, number }: Token, lang: string): number {
  if (baseLang(lang) === "en" || name || number !== null) return 1;
  if (UNSPACED.test(term)) return UNSPACED_SHARE;
  if (term.length <= SHORT_TERM) return SHORT_SHARE;
  return term.length >= LONG_TERM ? LONG_SHARE : MIDDLE_SHARE;
}
/** Lengths of short and of long terms, in letters. */
const SHORT_TERM = 4;
const LONG_TERM = 9;
/** Their shares; terms of scripts without spaces have their own. */
const SHORT_SHARE = 0.3;
const MIDDLE_SHARE = 0.4;
const LONG_SHARE = 0.5;
const UNSPACED_SHARE = 0.5;

function addTerm(counts: Map<string, Count>, token: Token, lang: string, times: number): void {
  const { count, share } = counts.get(token.term) ?? { count: 0, share: 0 };
  counts.set(token.term, { count: count + times, share: Math.max(share, shareOf(token, lang)) });
}
/** Counts the terms of a passage. */
function addTerms(counts: Map<string, Count>, text: string, lang: string, times: number): void {
  for (const token of termsOf(text, lang)) addTerm(counts, token, lang, times);
}

/** The profile of a passage: each of its terms once. */
export function passageProfile(text: string, lang: string): Profile {
  const counts = new Map<string, Count>();
  addTerms(counts, text, lang, 1);
  return weighted(new Map([...counts].map(([term, { share }]) => [term, { count: 1, share }])));
}

/** The weights of counted terms, normalised to length 1. */
function weighted(counts: ReadonlyMap<string, Count>): Profile {
  const weights = new Map<string, number>();
  for (const [term, { count, share }] of counts) {
    const weight = (1 + Math.log(count)) * share * backgroundIdf(term);
    if (weight > 0) weights.set(term, weight);
  }
  return normalised(weights);
}
/** Weights scaled to length 1. Changes them in place. */
export function normalised(weights: Map<string, number>): Profile {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const norm = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / norm);
  return weights;
}

function countsOf(title: string | null, lead: readonly string[], lang: string): Map<string, Count> {
  const counts = new Map<string, Count>();
  if (title) addTerms(counts, title, lang, TITLE_COUNT);
  for (const text of lead) addTerms(counts, text, lang, 1);
  return counts;
}

/** The first sentences of a text, by which it is compared. */
export const leadOf = (body: string): string[] =>
  sentences(body.slice(0, MAX_LEAD))
    .slice(0, LEAD_SENTENCES)
    .map(({ text }) => text);

/** The profile of a title and a few sentences. */
export const leadProfile = (title: string | null, lead: readonly string[], lang: string): Profile => weighted(countsOf(title, lead, lang));

/** The profile of a text's title and first sentences. */
export function profileOf(title: string | null, body: string, lang: string): Profile {
  return leadProfile(title, leadOf(body), lang);
}

/** How many first sentences show what a text is about. */
const OPENING = 3;
/** The terms of a text's title, of its title and first sentences, and of the whole text. Each is computed when it is first used. */
export const termsByPlace = oncePerObject(({ title, body, lang }: { title: string | null; body: string; lang: string }) => {
  const opening = () => sentences(body).slice(0, OPENING);
  const inAll = (...parts: string[]) => passageProfile([title ?? "", ...parts].join("\n"), lang);
  return { title: once(() => inAll()), lead: once(() => inAll(...opening().map(({ text }) => text))), text: once(() => inAll(body)) };
});

/** Cosine of two profiles, 0 to 1. */
export function likeness(one: Profile, other: Profile): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** How many terms two profiles share, without terms of more than one document in ten. */
export function sharedTerms(one: Profile, other: Profile): number {
  let count = 0;
  for (const term of one.keys()) if (other.has(term) && backgroundIdf(term) >= MIN_TOPIC_IDF) count++;
  return count;
}

/** Numbers below this are counts, ages and days, which texts on many things share. */
const MIN_TOPIC_NUMBER = 100;
/** The terms under which a text is indexed: in languages other than English, names only by their English stems, so that each takes one bucket. */
function topicTerms(text: string, lang: string): readonly Token[] {
  const all = termsOf(text, lang);
  if (baseLang(lang) === "en") return all;
  const names = new Set(tokens(clean(text).body, lang, "en").flatMap(({ term, name }) => (name ? [term] : [])));
  return all.filter(({ term, name, number }) => (name ? names.has(term) : number === null || number >= MIN_TOPIC_NUMBER));
}

/** The buckets of the last texts: those of a page are needed in its own step and in those of similar pages. */
const recent = new LastEntries<string, readonly number[]>(100);
/**
 * The numbers of the buckets in which texts on the same thing meet: one for each of a text's weightiest terms. By its
 * body alone, whatever its title.
 */
export function topicBuckets(body: string): readonly number[] {
  const start = body.slice(0, MAX_LEAD);
  return recent.of(start, () => bucketsOfStart(start));
}
/** How many of a post's topic buckets are looked at. */
const BUCKETS_OF_POST = 4;
/** The buckets in which a post looks for pages on the same thing. */
export const pageBuckets = (body: string): readonly number[] => topicBuckets(body).slice(0, BUCKETS_OF_POST);
/** The bucket in which posts wait that look for pages in another one: no post takes the place of a page there. */
export const waitingBucket = (bucket: number): number => -bucket;
function bucketsOfStart(start: string): number[] {
  const lang = languageOf(start);
  const counts = new Map<string, Count>();
  // The first sentences say what a text is about; the others show which of their words matter.
  const lead = leadOf(start).length;
  for (const [i, { text }] of sentences(start).entries())
    for (const token of topicTerms(text, lang)) if (i < lead || counts.has(token.term)) addTerm(counts, token, lang, 1);
  // Among terms of equal weight the first ones count: names stand at the start.
  return [...weighted(counts)]
    .filter(([term]) => backgroundIdf(term) >= MIN_TOPIC_IDF)
    .sort(([, x], [, y]) => y - x)
    .slice(0, BUCKETS)
    .map(([term]) => rowNumber(idOf("t", "topic", term)));
}
