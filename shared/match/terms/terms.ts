/** The terms that claims are indexed and searched by. */

import type { Searchable } from "../index.ts";
import { backgroundIdf } from "./background-corpus.ts";
import { clean } from "./clean.ts";
import { soundKeys, spelledTerms } from "./names-by-sound.ts";
import { baseLang, tokens, UNSPACED } from "./tokens.ts";

/** Maximum number of terms of one claim in the index. */
const MAX_INDEXED = 600;
/** Maximum number of terms that are looked up for a text, which bounds the work. */
const MAX_QUERY = 24;
/**
 * How many of these are terms of the text's own language, if that is not English. The others are the terms that its
 * names would have in English claims.
 */
const MAX_OWN_LANGUAGE = 16;

/** Runs of scripts without spaces: their words have no stem. */
const UNSPACED_RUN = new RegExp(`${UNSPACED.source}+`, "gu");

/** The distinct terms of a text in order, the author of an embed tail last. Each is one token to FTS5's unicode61, at most 40 units long. */
export function terms(text: string, lang?: string | null, stems = lang): string[] {
  const { body, author } = clean(text);
  const found = new Set<string>();
  for (const { term } of tokens(body, lang, stems)) found.add(term);
  if (author) for (const { term } of tokens(author, lang, stems)) found.add(term);
  return [...found];
}

/** The terms that the Latin words of a text in another language have in English, without its own terms: names that claims in all languages share. */
function englishTerms(text: string, lang: string | null | undefined, own: string[]): string[] {
  if (baseLang(lang) === "en") return [];
  const had = new Set(own);
  return terms(text.replace(UNSPACED_RUN, " "), lang, "en").filter((term) => /^[a-z]/.test(term) && !had.has(term));
}

/** The `words` column of a claim: the terms of its text and of each phrasing, so that a word of several of them counts more. */
export function indexed(claim: Searchable): string {
  return [claim.text, ...claim.phrasings]
    .flatMap((field) => {
      const own = terms(field, claim.lang);
      return [...own, ...englishTerms(field, claim.lang, own), ...spelledTerms(field)];
    })
    .slice(0, MAX_INDEXED)
    .join(" ");
}

/** Up to 24 distinct terms to look up, and the sounds of up to three names. The store searches by the rarest of those that the index has. */
export function queryTerms(text: string, lang?: string | null): string[] {
  const own = terms(text, lang);
  const spoken = soundKeys(text, baseLang(lang));
  if (baseLang(lang) === "en") return [...likeliest(own, MAX_QUERY), ...spoken];
  return [...[...likeliest(own, MAX_OWN_LANGUAGE), ...englishTerms(text, lang, own)].slice(0, MAX_QUERY), ...spoken];
}

/** The first terms of a long text, which show its topic, and the longest of the rest, because long words are rarer (Zipf). */
function likeliest(all: string[], most: number): string[] {
  if (all.length <= most) return all;
  const rest = all.slice(most / 2).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...all.slice(0, most / 2), ...rest.slice(0, most / 2)];
}

/** Maximum number of words of a claim that are used to find texts. */
const MAX_LOOKUP = 5;
/** Bonus of a name or a number over its idf. */
const NAMED_BONUS = 0.3;
/** Minimum length of the common beginning of a word's forms, in letters. */
const MIN_PREFIX = 4;
/** A word that is used to find texts, in lower case. */
export interface LookupWord {
  word: string;
  /** Whether it is only the common beginning of a word's forms. */
  isPrefix: boolean;
}
/** The words of a claim, as written, by which texts that may state it are found: its names and numbers, and the rarest others. */
export function lookupWords(text: string, lang?: string | null): LookupWord[] {
  const found = new Map<string, { at: number; is: LookupWord }>();
  for (const { term, name, number, shown } of tokens(clean(text).body, lang)) {
    const word = shown.toLowerCase().replace(/['’].*$/u, "");
    if (!/^[\p{L}\p{N}]{2,}$/u.test(word) || found.has(term)) continue;
    const isForm = !name && number === null && !UNSPACED.test(word);
    const common = isForm ? commonPrefix(word, term) : word;
    const isPrefix = isForm && common.length >= MIN_PREFIX;
    found.set(term, { at: backgroundIdf(term) + (isForm ? 0 : NAMED_BONUS), is: { word: isPrefix ? common : word, isPrefix } });
  }
  return [...found.values()]
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_LOOKUP)
    .map(({ is }) => is);
}
function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
