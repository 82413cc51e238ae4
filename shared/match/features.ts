/** What is compared between a text and a claim, as numbers. Rarity-weighted word overlap in many forms; no word vectors (they added nothing). */
import { clean } from "./clean.ts";
import type { RawCandidate } from "./index.ts";
import { type Prepared, prefix, type Rarity } from "./prepare.ts";
import { type Token, tokens } from "./tokens.ts";

/** In the order of the numbers that `features` gives; the names are keys of weights.json. */
export const FEATURES = [
  "recall",
  "claimCoverage",
  "bestCoverage",
  "claimCosine",
  "bestCosine",
  "evidence",
  "rarestShared",
  "secondShared",
  "rarestFiveFound",
  "pairs",
  "pairShare",
  "longestRun",
  "sentence",
  "window",
  "numbersShared",
  "numbersMissing",
  "claimNames",
  "textNames",
  "quote",
  "author",
  "sameMonth",
  "otherYear",
  "prefixes",
  "compounds",
  "bm25",
  "claimLength",
  "sharedCount",
] as const;

/** Phrasings and words beyond these add cost, not evidence: a candidate is compared in bounded time. */
const MAX_PHRASINGS = 12;
const MAX_FIELD = 120;
/** Words of a claim stand within so many words of each other in a text that makes it (claims have 5 to 40). */
const WINDOW = 24;

/** A claim's fields as tokens: its text, then its phrasings. */
export function fieldsOf(candidate: RawCandidate): Token[][] {
  return [candidate.text, ...candidate.phrasings.slice(0, MAX_PHRASINGS)].map((field) =>
    tokens(clean(field).body, candidate.lang).slice(0, MAX_FIELD),
  );
}

interface Overlap {
  coverage: number;
  cosine: number;
  distinct: Map<string, number>;
}
function overlap(field: Token[], text: Prepared, rarity: Rarity): Overlap {
  const distinct = new Map<string, number>();
  let all = 0;
  let squares = 0;
  let shared = 0;
  let dot = 0;
  for (const { term } of field) {
    if (distinct.has(term)) continue;
    const own = text.weight.get(term);
    const value = own ?? rarity(term);
    distinct.set(term, value);
    all += value;
    squares += value * value;
    if (own !== undefined) {
      shared += value;
      dot += value * value;
    }
  }
  return { coverage: all ? shared / all : 0, cosine: dot ? dot / (Math.sqrt(squares) * text.norm) : 0, distinct };
}

/** Longest run of a field's words that stands in the text as it is, and the shared pairs with their weight. */
function runs(field: Token[], text: Prepared) {
  let longest = 0;
  let run = 0;
  let count = 0;
  let shared = 0;
  let all = 0;
  for (let i = 0; i + 1 < field.length; i++) {
    const a = field[i]?.term ?? "";
    const b = field[i + 1]?.term ?? "";
    const left = text.weight.get(a);
    const right = text.weight.get(b);
    const value = (left ?? 0.5) + (right ?? 0.5);
    all += value;
    if (left !== undefined && right !== undefined && text.pairs.has(`${a} ${b}`)) {
      run++;
      count += value;
      shared += value;
    } else run = 0;
    if (run > longest) longest = run;
  }
  return { longest: longest && longest + 1, count, share: all ? shared / all : 0 };
}

/** The largest weight of distinct claim terms within WINDOW words of the text, by one pass. */
function window(text: Prepared, claim: Map<string, number>): number {
  const inside = new Map<string, number>();
  let sum = 0;
  let best = 0;
  text.tokens.forEach(({ term }, i) => {
    const value = claim.get(term);
    if (value !== undefined) {
      const held = inside.get(term) ?? 0;
      if (held === 0) sum += value;
      inside.set(term, held + 1);
      if (sum > best) best = sum;
    }
    const leaving = text.tokens[i - WINDOW]?.term;
    const held = leaving === undefined ? 0 : (inside.get(leaving) ?? 0);
    if (leaving !== undefined && held > 0) {
      inside.set(leaving, held - 1);
      if (held === 1) sum -= claim.get(leaving) ?? 0;
    }
  });
  return best;
}

function shareOf(wanted: Iterable<string>, has: { has(term: string): boolean }, weigh: Rarity): number | null {
  let all = 0;
  let found = 0;
  for (const term of wanted) {
    const value = weigh(term);
    all += value;
    if (has.has(term)) found += value;
  }
  return all ? found / all : null;
}

export interface Compared {
  values: number[];
  /** Terms of the text that the claim has as well, rarest first. */
  shared: string[];
  fields: Token[][];
  /** Some field has no word that the text lacks, or there are more fields than were compared. */
  complete: boolean;
}

/** The features of one candidate, in the order of FEATURES. */
export function compare(text: Prepared, candidate: RawCandidate, rarity: Rarity): Compared {
  const fields = fieldsOf(candidate);
  const overlaps = fields.map((field) => overlap(field, text, rarity));
  const claim = overlaps[0] ?? { coverage: 0, cosine: 0, distinct: new Map<string, number>() };
  const union = new Map<string, number>();
  let length = 0;
  const counts = new Map<string, number>();
  for (const { distinct } of overlaps) {
    length += distinct.size;
    for (const [term, value] of distinct) {
      union.set(term, value);
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const shared = [...union].filter(([term]) => text.weight.has(term)).sort((a, b) => b[1] - a[1]);
  const evidence = shared.reduce((sum, [, value]) => sum + value, 0);
  let bm25 = 0;
  for (const [term, value] of shared) {
    const tf = counts.get(term) ?? 1;
    bm25 += (value * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / 30));
  }
  const stretch = fields.map((field) => runs(field, text));
  const f0 = fields[0] ?? [];
  const weigh: Rarity = (term) => text.weight.get(term) ?? rarity(term);
  const claimTotal = sum(claim.distinct);
  let sentence = text.total ? (2 * claim.coverage * claimTotal) / (text.total + claimTotal) : 0;
  for (const part of text.sentences) {
    let inBoth = 0;
    let size = 0;
    for (const term of part) {
      const value = weigh(term);
      size += value;
      if (claim.distinct.has(term)) inBoth += value;
    }
    sentence = Math.max(sentence, (2 * inBoth) / (size + claimTotal || 1));
  }
  const claimNumbers = f0.filter((token) => token.number !== null).map((token) => token.term);
  const numbersFound = claimNumbers.filter((term) => text.numbers.has(term)).length;
  const textNumbersFound = [...text.numbers].filter((term) => union.has(term)).length;
  const names = new Set(f0.filter((token) => token.name).map((token) => token.term));
  let quote = 0;
  for (const said of text.quotes) if (said.size > 2) quote = Math.max(quote, shareOf(said, union, weigh) ?? 0);
  let prefixes = 0;
  // Two words that the other side writes as one: "bedbugs", "911" for 9/11.
  let compounds = 0;
  for (const [term, value] of union) {
    if (text.weight.has(term)) continue;
    const near = text.prefixes.get(prefix(term));
    if (prefix(term) && near && !union.has(near)) prefixes += value;
    if (text.joined.has(term)) compounds += value;
  }
  fields.forEach((field) => {
    for (let i = 0; i + 1 < field.length; i++) {
      const left = field[i]?.term ?? "";
      const right = field[i + 1]?.term ?? "";
      if (!text.lengths.has(left.length + right.length)) continue;
      const term = left + right;
      if (text.weight.has(term) && !union.has(term)) compounds = Math.max(compounds, weigh(term));
    }
  });
  const values = [
    text.total ? evidence / text.total : 0,
    claim.coverage,
    Math.max(0, ...overlaps.map((o) => o.coverage)),
    claim.cosine,
    Math.max(0, ...overlaps.map((o) => o.cosine)),
    evidence / 10,
    shared[0]?.[1] ?? 0,
    shared[1]?.[1] ?? 0,
    text.rarest.filter((term) => union.has(term)).length / Math.max(1, text.rarest.length),
    Math.log1p(Math.max(0, ...stretch.map((s) => s.count))),
    Math.max(0, ...stretch.map((s) => s.share)),
    Math.log1p(Math.max(0, ...stretch.map((s) => s.longest))),
    sentence,
    window(text, union) / 5,
    Math.log1p(textNumbersFound),
    text.numbers.size && claimNumbers.length ? (claimNumbers.length - numbersFound) / claimNumbers.length : 0,
    shareOf(names, text.weight, weigh) ?? 0.5,
    shareOf(text.names, union, weigh) ?? 0.5,
    quote,
    shareOf(text.author, union, weigh) ?? 0,
    text.date && union.has(text.date.year) ? (union.has(text.date.month) ? 1 : 0.5) : 0,
    text.date && !union.has(text.date.year) && [...union.keys()].some((term) => /^(?:19|20)\d\d$/.test(term)) ? 1 : 0,
    prefixes,
    compounds,
    bm25 / 10,
    Math.log1p(claim.distinct.size),
    Math.log1p(shared.length),
  ];
  return {
    values,
    shared: shared.map(([term]) => term),
    fields,
    complete: overlaps.some((o) => o.coverage > 0.999) || fields.length <= candidate.phrasings.length,
  };
}

function sum(map: Map<string, number>): number {
  let all = 0;
  for (const value of map.values()) all += value;
  return all;
}
