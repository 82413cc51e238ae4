/** Prepares a text for comparison with many claims. */
import { append } from "../collections.ts";
import { sentences } from "../text/segment.ts";
import { clean } from "./terms/clean.ts";
import { type Token, tokens } from "./terms/tokens.ts";

/** Sentences that are compared one by one. */
const MAX_SENTENCES = 40;

/** The scaled idf of a term: 0 for a word of every claim, 1 for one of no claim so far. */
export type Idf = (term: string) => number;

/** A prepared text. */
export interface Prepared {
  lang: string | null;
  tokens: readonly Token[];
  /** Distinct terms of body and author with their scaled idf. */
  weight: Map<string, number>;
  total: number;
  norm: number;
  author: Set<string>;
  /** Terms of the month and the year that an embed tail gives. */
  date: { month: string; year: string } | null;
  numbers: Set<string>;
  pairs: Set<string>;
  joined: Set<string>;
  /** Lengths of its terms, to skip most checks for compounds. */
  lengths: Set<number>;
  prefixes: Map<string, string>;
  sentences: Set<string>[];
  quotes: Set<string>[];
  rarest: string[];
  positions: Map<string, number[]>;
}

const QUOTED = /["“”«»「『](?<said>[^"“”«»「」『』\n]{8,400})["“”«»」』]/gu;
/** The first five letters of a word, to compare words whose stems differ; empty for a short word. */
export const prefix = (term: string) => (term.length > 5 ? term.slice(0, 5) : "");

/** Prepares a text for comparison with claims. `idf` gives the scaled idf of a term. */
export function prepare(text: string, lang: string | null, idf: Idf): Prepared {
  const { body, author, date } = clean(text);
  const list = tokens(body, lang);
  const authorTerms = tokens(author, lang).map((token) => token.term);
  const weight = new Map<string, number>();
  for (const term of [...list.map((token) => token.term), ...authorTerms]) if (!weight.has(term)) weight.set(term, idf(term));
  let total = 0;
  let squares = 0;
  for (const value of weight.values()) {
    total += value;
    squares += value * value;
  }
  const pairs = new Set<string>();
  const joined = new Set<string>();
  const positions = new Map<string, number[]>();
  list.forEach(({ term }, i) => {
    append(positions, term, i);
    const next = list[i + 1];
    if (!next) return;
    pairs.add(`${term} ${next.term}`);
    joined.add(term + next.term);
  });
  const prefixes = new Map<string, string>();
  for (const term of weight.keys()) if (prefix(term)) prefixes.set(prefix(term), term);
  const rarest = [...weight].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const termSet = (part: string) => new Set(tokens(part, lang).map((token) => token.term));
  const parts = sentences(body).slice(0, MAX_SENTENCES);
  return {
    lang,
    tokens: list,
    weight,
    total,
    norm: Math.sqrt(squares),
    author: new Set(authorTerms),
    date: date && { month: tokens(date.month, "en")[0]?.term ?? "", year: date.year },
    numbers: new Set(list.filter((token) => token.number !== null).map((token) => token.term)),
    pairs,
    joined,
    lengths: new Set([...weight.keys()].map((term) => term.length)),
    prefixes,
    positions,
    sentences: parts.length > 1 ? parts.map((part) => termSet(part.text)) : [],
    quotes: [...body.matchAll(QUOTED)].slice(0, 20).map((match) => termSet(match.groups?.["said"] ?? "")),
    rarest: rarest.map(([term]) => term),
  };
}
