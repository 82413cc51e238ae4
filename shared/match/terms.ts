/** The terms that claims are indexed and searched by. */
import { clean } from "./clean.ts";
import type { Searchable } from "./index.ts";
import { tokens } from "./tokens.ts";

/** Most terms that one claim puts into the index, and that one text is searched by: the work for a text is bounded whatever its length. */
const MAX_INDEXED = 600;
const MAX_QUERY = 24;

/** The distinct terms of a text in order, its embed tail's author last. Each is one token to FTS5's unicode61, at most 40 units long. */
export function terms(text: string, lang?: string | null): string[] {
  const { body, author } = clean(text);
  const found = new Set<string>();
  for (const { term } of tokens(body, lang)) found.add(term);
  for (const { term } of tokens(author, lang)) found.add(term);
  return [...found];
}

/** The `words` column of a claim: the terms of its text and of each phrasing, so that a word of several counts more. */
export function indexed(claim: Searchable): string {
  return [claim.text, ...claim.phrasings]
    .flatMap((field) => terms(field, claim.lang))
    .slice(0, MAX_INDEXED)
    .join(" ");
}

/** Up to 24 distinct terms to look up; the store searches by the rarest of those that it knows. */
export function queryTerms(text: string, lang?: string | null): string[] {
  const all = terms(text, lang);
  if (all.length <= MAX_QUERY) return all;
  // Of a long text its beginning says what it is about; long words are rarer than short ones (Zipf), so of the rest the longest.
  const head = all.slice(0, MAX_QUERY / 2);
  const rest = all.slice(MAX_QUERY / 2).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...head, ...rest.slice(0, MAX_QUERY - head.length)];
}
