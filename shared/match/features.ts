/** What is compared between a text and its candidates, as numbers. Rarity-weighted word overlap in many forms; no word vectors (they added nothing). */

import { namesOf } from "./compare/names.ts";
import { type Overlap, overlap, runs, shareOf, skips, total, window } from "./compare/overlap.ts";
import { compounds, prefixes, spelling, typos } from "./compare/word-forms.ts";
import type { RawCandidate } from "./index.ts";
import type { Prepared, Rarity } from "./prepare.ts";
import { clean } from "./terms/clean.ts";
import { baseLang, type Token, tokens } from "./terms/tokens.ts";
import { langOfWording } from "./wording.ts";

/** In the order of the numbers that `compare` gives; the names are keys of weights.json. */
export const FEATURES = [
  "recall",
  "bodyRecall",
  "claimCoverage",
  "bestCoverage",
  "claimCosine",
  "bestCosine",
  "unionCosine",
  "meanCosine",
  "titleCosine",
  "cosineShare",
  "evidence",
  "evidenceShare",
  "bm25",
  "claimLength",
  "sharedCount",
  "missing",
  "rarestShared",
  "secondShared",
  "rarestFiveFound",
  "claimRarest",
  "localShare",
  "local",
  "claimLocal",
  "pairs",
  "pairShare",
  "longestRun",
  "skips",
  "sentence",
  "window",
  "numbersShared",
  "numbersMissing",
  "claimNames",
  "textNames",
  "author",
  "quote",
  "sameMonth",
  "otherYear",
  "prefixes",
  "compounds",
  "typos",
  "ftsRank",
  "plainDice",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Phrasings and words beyond these add cost, not evidence: a candidate is compared in bounded time. */
const MAX_PHRASINGS = 12;
const MAX_FIELD = 120;

export interface Compared {
  values: number[];
  /** Terms of the text that the claim has as well, rarest first. */
  shared: string[];
  fields: Token[][];
  /** Terms that the candidates write as names. */
  named: ReadonlySet<string>;
  /** Some field has no word that the text lacks, or there are more fields than were compared. */
  complete: boolean;
  /** The claim has a wording in the text's language. */
  home: boolean;
}

/** A claim's fields as tokens with the stems of a text's language: its text, then its phrasings, each in its own language or the text's. */
function fieldsOf(candidate: RawCandidate, lang: string | null): { fields: Token[][]; home: boolean } {
  const phrasings = candidate.phrasings.slice(0, MAX_PHRASINGS);
  const from = [candidate.lang, ...phrasings.map((wording) => langOfWording(wording, candidate.lang, lang))];
  return {
    fields: [candidate.text, ...phrasings].map((field, i) => tokens(clean(field).body, from[i], lang).slice(0, MAX_FIELD)),
    home: from.some((own) => baseLang(own) === baseLang(lang)),
  };
}

/** What the candidates of one text have in common with it, in the order of FEATURES each. */
export function compare(text: Prepared, candidates: RawCandidate[], rarity: Rarity): Compared[] {
  const prepared = candidates.map((candidate) => fieldsOf(candidate, text.lang));
  const fields = prepared.map((one) => one.fields);
  const spelt = spelling(text);
  const bodyTerms = new Set(text.tokens.map((token) => token.term));
  const localTo = localRarity(fields);
  const names = namesOf(fields);
  const textNames = new Set([...text.weight.keys()].filter((term) => names.has(term)));
  // A number begins with a digit, which stands before ":".
  const plain = (term: string) => term >= ":" && !names.has(term);
  let plainTotal = 0;
  for (const term of bodyTerms) if (plain(term)) plainTotal += text.weight.get(term) ?? 0;
  const shared = { rarity, spelt, bodyTerms, localTo, textNames, plain, plainTotal };
  const found = candidates.map((candidate, i) => one(candidate, fields[i] ?? [], text, shared));
  const most = (name: Feature) => Math.max(0, ...found.map(({ values }) => values[name]));
  const evidence = most("evidence");
  const cosine = most("unionCosine");
  return found.map(({ values, ...rest }, i) => {
    values.evidenceShare = evidence && values.evidence / evidence;
    values.cosineShare = cosine && values.unionCosine / cosine;
    return { ...rest, named: names, home: prepared[i]?.home ?? false, values: FEATURES.map((name) => values[name]) };
  });
}

/** How few of the candidates have a term, from 0 to 1: what all of them have does not tell one from another, however rare it is elsewhere. */
function localRarity(candidates: Token[][][]): Rarity {
  const counts = new Map<string, number>();
  for (const fields of candidates)
    for (const term of new Set(fields.flatMap((field) => field.map((token) => token.term)))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = candidates.length + 1;
  return (term) => Math.log(all / (counts.get(term) ?? 1)) / Math.log(all + 1);
}

interface Shared {
  rarity: Rarity;
  spelt: ReadonlyMap<string, string[]>;
  bodyTerms: ReadonlySet<string>;
  localTo: Rarity;
  textNames: ReadonlySet<string>;
  /** Neither a name nor a number. */
  plain: (term: string) => boolean;
  /** Rarity of all such words of the text. */
  plainTotal: number;
}
function one(candidate: RawCandidate, fields: Token[][], text: Prepared, context: Shared) {
  const { rarity, spelt, bodyTerms, localTo, textNames } = context;
  const weigh: Rarity = (term) => text.weight.get(term) ?? rarity(term);
  const local: Rarity = (term) => weigh(term) * localTo(term);
  const overlaps = fields.map((field) => overlap(field, text, rarity));
  const claim: Overlap = overlaps[0] ?? { coverage: 0, cosine: 0, distinct: new Map<string, number>() };
  const counts = new Map<string, number>();
  const union = new Map<string, number>();
  let length = 0;
  for (const { distinct } of overlaps) {
    length += distinct.size;
    for (const [term, value] of distinct) {
      union.set(term, value);
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const shared = [...union].filter(([term]) => text.weight.has(term)).sort((a, b) => b[1] - a[1]);
  let evidence = 0;
  let bm25 = 0;
  let dot = 0;
  let localEvidence = 0;
  for (const [term, value] of shared) {
    const tf = counts.get(term) ?? 1;
    evidence += value;
    bm25 += (value * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / 30));
    dot += value * value;
    localEvidence += local(term);
  }
  let squares = 0;
  for (const value of union.values()) squares += value * value;
  let missing = 0;
  for (const [term, value] of claim.distinct) if (!text.weight.has(term)) missing += value;
  const stretch = fields.map((field) => runs(field, text));
  const most = <T>(list: T[], of: (item: T) => number) => list.reduce((best, item) => Math.max(best, of(item)), 0);
  const first = fields[0] ?? [];
  const claimNumbers = first.filter((token) => token.number !== null).map((token) => token.term);
  const names = new Set(first.filter((token) => token.name).map((token) => token.term));
  const rarest = [...claim.distinct].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const years = () => [...union.keys()].some((term) => /^(?:19|20)\d\d$/.test(term));
  const dated = text.date !== null && union.has(text.date.year);
  const values: Record<Feature, number> = {
    recall: text.total ? evidence / text.total : 0,
    bodyRecall: shareOf(bodyTerms, union, weigh) ?? 0,
    claimCoverage: claim.coverage,
    bestCoverage: most(overlaps, (o) => o.coverage),
    claimCosine: claim.cosine,
    bestCosine: most(overlaps, (o) => o.cosine),
    unionCosine: dot ? dot / (Math.sqrt(squares) * text.norm) : 0,
    meanCosine: overlaps.reduce((sum, o) => sum + o.cosine, 0) / Math.max(1, overlaps.length),
    titleCosine: overlaps[1]?.cosine ?? claim.cosine,
    cosineShare: 0,
    evidence: evidence / 10,
    evidenceShare: 0,
    bm25: bm25 / 10,
    claimLength: Math.log1p(claim.distinct.size),
    sharedCount: Math.log1p(shared.length),
    missing: missing / 5,
    rarestShared: shared[0]?.[1] ?? 0,
    secondShared: shared[1]?.[1] ?? 0,
    rarestFiveFound: text.rarest.filter((term) => union.has(term)).length / Math.max(1, text.rarest.length),
    claimRarest:
      shareOf(
        rarest.map(([term]) => term),
        text.weight,
        weigh,
      ) ?? 0,
    localShare: shareOf(text.weight.keys(), union, local) ?? 0,
    local: localEvidence / 5,
    claimLocal: shareOf(claim.distinct.keys(), text.weight, local) ?? 0,
    pairs: Math.log1p(most(stretch, (s) => s.count)),
    pairShare: most(stretch, (s) => s.share),
    longestRun: Math.log1p(most(stretch, (s) => s.longest)),
    skips: Math.log1p(most(fields, (field) => skips(field, text))),
    sentence: bestSentence(text, claim, weigh),
    window: window(text, union) / 5,
    numbersShared: Math.log1p([...text.numbers].filter((term) => union.has(term)).length),
    numbersMissing:
      text.numbers.size && claimNumbers.length ? claimNumbers.filter((term) => !text.numbers.has(term)).length / claimNumbers.length : 0,
    claimNames: shareOf(names, text.weight, weigh) ?? 0.5,
    textNames: shareOf(textNames, union, weigh) ?? 0.5,
    author: shareOf(text.author, union, weigh) ?? 0,
    quote: most(text.quotes, (said) => (said.size > 2 ? (shareOf(said, union, weigh) ?? 0) : 0)),
    sameMonth: dated ? (union.has(text.date?.month ?? "") ? 1 : 0.5) : 0,
    otherYear: text.date && !dated && years() ? 1 : 0,
    prefixes: prefixes(union, text),
    compounds: compounds(fields, union, text, weigh),
    typos: typos(union, text, spelt),
    ftsRank: 1 / (1 + candidate.rank),
    plainDice: most(overlaps, (o) => plainDice(o, context)),
  };
  return {
    values,
    shared: shared.map(([term]) => term),
    fields,
    complete: overlaps.some((o) => o.coverage > 0.999) || fields.length <= candidate.phrasings.length,
  };
}

/** Likeness (Dice, weighted by rarity) of what a field and the text say besides names and numbers: two statements on one person share those alone. */
function plainDice({ distinct }: Overlap, { bodyTerms, plain, plainTotal }: Shared): number {
  let own = 0;
  let both = 0;
  for (const [term, value] of distinct) {
    if (!plain(term)) continue;
    own += value;
    if (bodyTerms.has(term)) both += value;
  }
  return (2 * both) / (own + plainTotal || 1);
}

/** The best likeness (Dice, weighted by rarity) of the claim and the text or one of its sentences: a long post may make a short claim. */
function bestSentence(text: Prepared, claim: Overlap, weigh: Rarity): number {
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
