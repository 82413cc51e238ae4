/** Features of a text and its candidates: word overlap weighted by idf, in many forms. Word vectors added nothing. */

import { countOne, sumOf } from "../collections.ts";
import { featuresIn } from "../logistic.ts";
import { LastEntries } from "../text/once-per.ts";
import { namesOf } from "./compare/names.ts";
import { type Overlap, overlap, runs, shareOf, skips, total, weighedShare, window } from "./compare/overlap.ts";
import { compounds, prefixes, spelling, typos } from "./compare/word-forms.ts";
import type { RawCandidate } from "./index.ts";
import type { Idf, Prepared } from "./prepare.ts";
import { clean } from "./terms/clean.ts";
import { baseLang, type Token, tokens } from "./terms/tokens.ts";
import weights from "./weights.json" with { type: "json" };
import { langOfWording } from "./wording.ts";

/** The features in the order of the numbers that `compare` gives. */
export const FEATURES = featuresIn(weights.rank);
type Feature = (typeof FEATURES)[number];

/** Maximum number of phrasings that are compared: more add cost and no evidence. */
const MAX_PHRASINGS = 12;
/** Maximum number of words compared in each. */
const MAX_FIELD_WORDS = 120;

export interface Compared {
  candidate: RawCandidate;
  values: number[];
  /** Shared terms, rarest first. */
  shared: string[];
  fields: Token[][];
  /** Terms that the candidates write as names. */
  named: ReadonlySet<string>;
  /** Whether the text has every term of some field, or there are more fields than were compared. */
  complete: boolean;
  /** Whether the claim has a wording in the text's language. */
  home: boolean;
}

interface Fields {
  fields: Token[][];
  /** Their distinct terms. */
  terms: readonly string[];
  home: boolean;
}
/** The fields of the last claims: most candidates of one text are candidates of the next ones too. */
const known = new LastEntries<string, Fields>(2000);

/** A claim's fields (its text, then its phrasings) as tokens, with the stems of the text's language. */
const fieldsOf = (candidate: RawCandidate, lang: string | null): Fields =>
  known.of([lang, candidate.lang, candidate.text, ...candidate.phrasings].join("\0"), () => readFields(candidate, lang));
function readFields(candidate: RawCandidate, lang: string | null): Fields {
  const phrasings = candidate.phrasings.slice(0, MAX_PHRASINGS);
  const from = [candidate.lang, ...phrasings.map((wording) => langOfWording(wording, candidate.lang, lang))];
  const fields = [candidate.text, ...phrasings].map((field, i) => tokens(clean(field).body, from[i], lang).slice(0, MAX_FIELD_WORDS));
  return {
    fields,
    terms: [...new Set(fields.flatMap((field) => field.map((token) => token.term)))],
    home: from.some((own) => baseLang(own) === baseLang(lang)),
  };
}

/** Compares a text with the candidates that share the most with it, up to a limit. Gives the features of each, in the order of FEATURES. */
export function compare(text: Prepared, candidates: RawCandidate[], idf: Idf, limit = Number.POSITIVE_INFINITY): Compared[] {
  const all = candidates.map((candidate) => ({ candidate, ...fieldsOf(candidate, text.lang) }));
  const spelt = spelling(text);
  const bodyTerms = new Set(text.tokens.map((token) => token.term));
  const localTo = localRarity(all);
  const names = namesOf(all.map((one) => one.fields));
  const textNames = new Set([...text.weight.keys()].filter((term) => names.has(term)));
  // Digits sort before ":", so this excludes numbers.
  const isPlain = (term: string) => term >= ":" && !names.has(term);
  let plainTotal = 0;
  for (const term of bodyTerms) if (isPlain(term)) plainTotal += text.weight.get(term) ?? 0;
  const weigh: Idf = (term) => text.weight.get(term) ?? idf(term);
  const local: Idf = (term) => weigh(term) * localTo(term);
  const shares = {
    body: weighedShare(bodyTerms, weigh),
    local: weighedShare(text.weight.keys(), local),
    names: weighedShare(textNames, weigh),
    author: weighedShare(text.author, weigh),
    quotes: text.quotes.filter(({ size }) => size > 2).map((quoted) => weighedShare(quoted, weigh)),
  };
  const context: Context = { text, weigh, local, spelt, bodyTerms, shares, isPlain, plainTotal };
  const found = nearest(
    all.map((one) => ({ ...one, ...termsOf(one.candidate, one.fields, text, idf) })),
    limit,
  ).map((one) => ({ ...one, ...compareOne(one, context) }));
  const evidence = largest(found, ({ values }) => values.evidence);
  const cosine = largest(found, ({ values }) => values.unionCosine);
  return found.map(({ candidate, fields, home, values, shared, complete }) => {
    values.evidenceShare = evidence && values.evidence / evidence;
    values.cosineShare = cosine && values.unionCosine / cosine;
    return { candidate, fields, home, shared, complete, named: names, values: FEATURES.map((name) => values[name]) };
  });
}

/**
 * Chooses the candidates that share the most with the text, by the idf of shared terms and the most similar field; keeps the order of the
 * index. With a limit of fifteen, three of 399 posts lose the candidate that would be first of forty; by idf alone, eight.
 */
function nearest<T extends Terms>(all: T[], limit: number): T[] {
  if (all.length <= limit) return all;
  const evidence = ({ shared }: T) => sumOf(shared, ([, value]) => value);
  const weighed = all.map((one, place) => ({ one, place, weight: evidence(one) * largest(one.overlaps, (o) => o.cosine) }));
  const most = weighed.sort((a, b) => b.weight - a.weight || a.place - b.place).slice(0, limit);
  return most.sort((a, b) => a.place - b.place).map(({ one }) => one);
}

/** How few of the candidates have a term, 0 to 1. A term that all candidates have does not distinguish them, even if it is rare elsewhere. */
function localRarity(candidates: readonly Fields[]): Idf {
  const counts = new Map<string, number>();
  for (const { terms } of candidates) for (const term of terms) countOne(counts, term);
  const all = candidates.length + 1;
  const byCount = Array.from({ length: all }, (_, count) => Math.log(all / Math.max(1, count)) / Math.log(all + 1));
  return (term) => byCount[counts.get(term) ?? 1] ?? 0;
}

/** Data of the text and of all candidates that each comparison uses. */
interface Context {
  text: Prepared;
  weigh: Idf;
  /** The same idf, reduced for terms that many of the candidates have. */
  local: Idf;
  /** The text's terms by first letter, to find misspellings. */
  spelt: ReadonlyMap<string, string[]>;
  bodyTerms: ReadonlySet<string>;
  /** The share of the text's terms that a candidate has: of all, of the locally rare ones, of names, of the author and of each quotation. */
  shares: Record<"body" | "local" | "names" | "author", Share> & { quotes: readonly Share[] };
  /** Whether a term is neither a name nor a number. */
  isPlain: (term: string) => boolean;
  /** Idf of all plain terms of the text. */
  plainTotal: number;
}
/** One candidate's terms. */
interface Terms {
  candidate: RawCandidate;
  fields: Token[][];
  overlaps: Overlap[];
  /** The overlap of its first field, the claim's own text. */
  claim: Overlap;
  /** The terms of all fields with their idf. */
  union: Map<string, number>;
  /** Those that the text has too, rarest first. */
  shared: [string, number][];
}
type Values<Names extends Feature> = Record<Names, number>;
type Share = ReturnType<typeof weighedShare>;

const largest = <T>(list: readonly T[], of: (item: T) => number) => list.reduce((best, item) => Math.max(best, of(item)), 0);

function termsOf(candidate: RawCandidate, fields: Token[][], text: Prepared, idf: Idf): Terms {
  const overlaps = fields.map((field) => overlap(field, text, idf));
  const claim: Overlap = overlaps[0] ?? { coverage: 0, cosine: 0, distinct: new Map<string, number>() };
  const union = new Map<string, number>();
  const shared: [string, number][] = [];
  for (const { distinct } of overlaps)
    for (const [term, value] of distinct) {
      if (!union.has(term) && text.weight.has(term)) shared.push([term, value]);
      union.set(term, value);
    }
  shared.sort((a, b) => b[1] - a[1]);
  return { candidate, fields, overlaps, claim, union, shared };
}

function compareOne(found: Terms, context: Context) {
  const { candidate, fields } = found;
  const values: Values<Feature> = {
    ...coverageFeatures(found, context),
    ...evidenceFeatures(found, context),
    ...orderFeatures(found, context),
    ...nameFeatures(found, context),
    ...formFeatures(found, context),
    ftsRank: 1 / (1 + candidate.rank),
    cosineShare: 0,
    evidenceShare: 0,
  };
  return {
    values,
    shared: found.shared.map(([term]) => term),
    complete: found.overlaps.some((o) => o.coverage > 0.999) || fields.length <= candidate.phrasings.length,
  };
}

/** Overlap of each field, and of all fields together. */
function coverageFeatures({ overlaps, claim, union, shared }: Terms, context: Context) {
  const { text, shares } = context;
  let dot = 0;
  let squares = 0;
  for (const [, value] of shared) dot += value * value;
  for (const value of union.values()) squares += value * value;
  return {
    bodyRecall: shares.body(union) ?? 0,
    claimCoverage: claim.coverage,
    bestCoverage: largest(overlaps, (o) => o.coverage),
    claimCosine: claim.cosine,
    bestCosine: largest(overlaps, (o) => o.cosine),
    unionCosine: dot ? dot / (Math.sqrt(squares) * text.norm) : 0,
    meanCosine: sumOf(overlaps, (o) => o.cosine) / Math.max(1, overlaps.length),
    titleCosine: overlaps[1]?.cosine ?? claim.cosine,
    plainDice: largest(overlaps, (o) => plainDice(o, context)),
  };
}

/** Amount and idf of the shared terms, and of those that are missing. */
function evidenceFeatures({ overlaps, claim, union, shared }: Terms, { text, weigh, local, shares }: Context) {
  const counts = new Map<string, number>();
  for (const { distinct } of overlaps) for (const term of distinct.keys()) countOne(counts, term);
  const length = sumOf(overlaps, ({ distinct }) => distinct.size);
  let evidence = 0;
  let bm25 = 0;
  let localEvidence = 0;
  for (const [term, value] of shared) {
    const tf = counts.get(term) ?? 1;
    evidence += value;
    bm25 += (value * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / 30));
    localEvidence += local(term);
  }
  let missing = 0;
  for (const [term, value] of claim.distinct) if (!text.weight.has(term)) missing += value;
  const rarest = [...claim.distinct].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const rarestTerms = rarest.map(([term]) => term);
  return {
    recall: text.total ? evidence / text.total : 0,
    evidence: evidence / 10,
    bm25: bm25 / 10,
    claimLength: Math.log1p(claim.distinct.size),
    sharedCount: Math.log1p(shared.length),
    missing: missing / 5,
    rarestShared: shared[0]?.[1] ?? 0,
    secondShared: shared[1]?.[1] ?? 0,
    rarestFiveFound: text.rarest.filter((term) => union.has(term)).length / Math.max(1, text.rarest.length),
    claimRarest: shareOf(rarestTerms, text.weight, weigh) ?? 0,
    localShare: shares.local(union) ?? 0,
    local: localEvidence / 5,
    claimLocal: shareOf(claim.distinct.keys(), text.weight, local) ?? 0,
  };
}

/** Order and nearness of the shared terms. */
function orderFeatures({ fields, claim, union }: Terms, { text, weigh }: Context) {
  const found = fields.map((field) => runs(field, text));
  return {
    pairs: Math.log1p(largest(found, (run) => run.count)),
    pairShare: largest(found, (run) => run.share),
    longestRun: Math.log1p(largest(found, (run) => run.longest)),
    skips: Math.log1p(largest(fields, (field) => skips(field, text))),
    sentence: bestSentence(text, claim, weigh),
    window: window(text, union) / 5,
  };
}

/** Numbers, names, quotations and dates. */
function nameFeatures({ fields, union }: Terms, { text, weigh, shares }: Context) {
  const first = fields[0] ?? [];
  const claimNames = new Set(first.filter((token) => token.name).map((token) => token.term));
  const isDated = text.date !== null && union.has(text.date.year);
  const ofMonth = union.has(text.date?.month ?? "") ? 1 : 0.5;
  const hasYear = () => [...union.keys()].some((term) => /^(?:19|20)\d\d$/.test(term));
  return {
    numbersShared: Math.log1p([...text.numbers].filter((term) => union.has(term)).length),
    claimNames: shareOf(claimNames, text.weight, weigh) ?? 0.5,
    textNames: shares.names(union) ?? 0.5,
    author: shares.author(union) ?? 0,
    quote: largest(shares.quotes, (quoted) => quoted(union) ?? 0),
    sameMonth: isDated ? ofMonth : 0,
    otherYear: text.date && !isDated && hasYear() ? 1 : 0,
  };
}

/** Terms that the text has in another form. */
function formFeatures({ fields, union }: Terms, { text, weigh, spelt }: Context) {
  return {
    prefixes: prefixes(union, text),
    compounds: compounds(fields, union, text, weigh),
    typos: typos(union, text, spelt),
  };
}

/** Similarity (Dice, weighted by idf) of a field and the text without names and numbers, which two statements on one person share. */
function plainDice({ distinct }: Overlap, { bodyTerms, isPlain, plainTotal }: Context): number {
  let own = 0;
  let both = 0;
  for (const [term, value] of distinct) {
    if (!isPlain(term)) continue;
    own += value;
    if (bodyTerms.has(term)) both += value;
  }
  return (2 * both) / (own + plainTotal || 1);
}

/** The best similarity (Dice, weighted by idf) of the claim with the text or one of its sentences, because a long post may make a short claim. */
function bestSentence(text: Prepared, claim: Overlap, weigh: Idf): number {
  const own = total(claim.distinct);
  let best = text.total ? (2 * claim.coverage * own) / (text.total + own) : 0;
  for (const part of text.sentences) {
    let both = 0;
    let size = 0;
    for (const term of part) {
      const value = weigh(term);
      size += value;
      if (claim.distinct.has(term)) both += value;
    }
    best = Math.max(best, (2 * both) / (size + own || 1));
  }
  return best;
}
