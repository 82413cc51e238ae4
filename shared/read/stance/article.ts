/** Features of an article for its stance towards a claim (FNC-1): how much of the claim it has and where, and which cues are near. */
import { countOne, sumOf } from "../../collections.ts";
import { LastEntries } from "../../text/once-per.ts";
import { foldScripts } from "../../text/segment.ts";
import { type Claim, conflictOf, weightedShare, weightedShareIn } from "./claim.ts";
import { contradicts } from "./contradiction.ts";
import { bitsOf, CUE_CLASSES, countCues, hasCue, type MarkedSentence, markedSentences, QUOTED } from "./marked-text.ts";
import type { Put } from "./network.ts";

/** How much of an article is read, in UTF-16 units and words: news has its point first. */
const MAX_LENGTH = 16_000;
const MAX_WORDS = 2500;
/** Number of sentences at the start that form the lead, and limit of sentences about the claim that are read. */
const LEAD_SENTENCES = 4;
const MAX_RELATED = 8;
/** Maximum distance of a cue from a shared word, in words, to count as being about it. */
const NEAR_WORDS = 5;
/** The idf of a rare word (one claim in 90 has it) and of a very rare one. */
const RARE_IDF = 4.5;
const VERY_RARE_IDF = 7;

const REFUTES = bitsOf("refute", "contradict", "hoax");
const DENIES = bitsOf("denies", "refusal");
const HEDGES = bitsOf("hedge", "unverified", "report:");
const REPORTS = bitsOf("report", "told");
const NEGATES = bitsOf("negation");
/** Groups of cue classes for which places and shares are measured. */
const GROUPS = {
  refute: REFUTES,
  denies: DENIES,
  hedge: HEDGES,
  report: REPORTS,
  negation: NEGATES,
  doubt: bitsOf("doubt"),
  cancelled: bitsOf("cancelled"),
};
/** Classes with an extra feature for presence; the first of them also with one for presence outside quotation marks. */
const MAIN_CLASSES = 7;
const OWN_VOICE_CLASSES = 3;

interface Covered {
  sentence: MarkedSentence;
  place: number;
  /** The claim's stems in this sentence, and their share of the claim by number and by idf. */
  here: Set<string>;
  share: number;
  weight: number;
}
/** A value, at most `max`. */
export const clip = (value: number, max: number) => Math.min(value, max);
/** Share of the items that pass a test; 0 for no items. */
export function share<T>(items: Iterable<T>, holds: (item: T) => boolean): number {
  let all = 0;
  let held = 0;
  for (const item of items) {
    all++;
    if (holds(item)) held++;
  }
  return all ? held / all : 0;
}
/** Share of the items that the others contain. */
const shareIn = <T>(items: Iterable<T>, others: { has(item: T): boolean }) => share(items, (item) => others.has(item));

const asks = (sentence: MarkedSentence) => sentence.asks;
const quotes = (sentence: MarkedSentence) => hasCue(sentence, QUOTED);
const isNear = (distance: number) => distance <= NEAR_WORDS;
const pairsOf = (stems: string[]) => stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);

/** The last articles, because the stance of each towards several claims is needed. */
const recent = new LastEntries<string, ReturnType<typeof readArticle>>(4);
const articleOf = (text: string) => recent.of(text, () => readArticle(text));
/** The parts of an article that do not depend on a claim. */
function readArticle(text: string) {
  const sentences = markedSentences(text, MAX_LENGTH, MAX_WORDS);
  return {
    sentences,
    /** Pairs of stems, and numbers. */
    pairs: new Set(sentences.flatMap(({ stems }) => pairsOf(stems))),
    numbers: new Set(sentences.flatMap(({ words }) => words.filter((word) => /^\d/.test(word)))),
    /** Stems of the lead. */
    lead: new Set(sentences.slice(0, LEAD_SENTENCES).flatMap(({ stems }) => stems)),
    foldedLead: foldScripts(text.slice(0, 600)),
  };
}

/** An article and a claim, analysed once for all features. */
function pairingOf(article: ReturnType<typeof readArticle>, claim: Claim) {
  // For each stem of the claim, its count in the article and the index of its first word; and the number of words.
  const frequency = new Map<string, number>();
  const first = new Map<string, number>();
  let length = 0;
  const covered = article.sentences.map((sentence, place): Covered => {
    const here = new Set<string>();
    for (const stem of sentence.stems) {
      if (claim.weights.has(stem)) {
        here.add(stem);
        countOne(frequency, stem);
        if (!first.has(stem)) first.set(stem, length);
      }
      length++;
    }
    const weight = here.size ? weightedShareIn(claim, here) : 0;
    return { sentence, place, here, share: here.size / Math.max(1, claim.weights.size), weight };
  });
  const most = Math.max(0, ...covered.map((one) => one.weight));
  // Sentences about the claim, in order, and the one with the largest share of it.
  const related = covered.filter((one) => one.weight >= Math.max(0.25, most * 0.6)).slice(0, MAX_RELATED);
  const best = related.reduce<Covered | undefined>((top, one) => (!top || one.weight > top.weight ? one : top), undefined);
  return { ...article, claim, covered, related, best, frequency, first, length };
}

type Pairing = ReturnType<typeof pairingOf>;

/** Features of an article's text towards a claim; shares are 0..1, counts are clipped or logarithms. */
export function articleFeatures(text: string, claim: Claim, put: Put): void {
  const pairing = pairingOf(articleOf(text), claim);
  overlapFeatures(pairing, put);
  pairFeatures(pairing, put);
  rareFeatures(pairing, put);
  const counts = cueFeatures(pairing, put);
  nearFeatures(pairing, put);
  conflictFeatures(pairing, counts, put);
  formFeatures(pairing, put);
}

/** Features of the claim alone. */
export function claimFeatures({ text, folded, sentence, weights, cues }: Claim, put: Put): void {
  CUE_CLASSES.forEach((name, c) => {
    put(`claim:${name}`, ((cues >> c) & 1) === 1);
  });
  put("claim:?", /[?？]/.test(text));
  put("claim:colon", /[:：]/.test(text));
  put("claim:quotes", /["'“‘「]/.test(text));
  put("claim:length", clip(sentence.stems.length, 30) / 30);
  put("claim:content", clip(weights.size, 15) / 15);
  put("claim:contradicts", contradicts(folded, "any"));
  put("claim:says", saysItself(cues));
}
/** Whether the claim itself reports a statement. A document that attributes it to the same speaker then asserts it. */
export const saysItself = (cues: number) => (cues & bitsOf("report", "told", "hedge", "report:")) !== 0;

/** Features: how much of the claim the article has, and where. */
function overlapFeatures({ claim, covered, frequency, first, lead, length }: Pairing, put: Put): void {
  const wanted = [...claim.weights.keys()];
  const inBodyShare = shareIn(wanted, frequency);
  const body = weightedShareIn(claim, frequency);
  const best = Math.max(0, ...covered.map((one) => one.share));
  put("overlap:body", inBodyShare);
  put("overlap:body squared", inBodyShare ** 2);
  put("overlap:lead", shareIn(wanted, lead));
  put("overlap:best sentence", best);
  put("idf:body", body);
  put("idf:body squared", body ** 2);
  put("idf:lead", weightedShareIn(claim, lead));
  put("idf:best sentence", Math.max(0, ...covered.map((one) => one.weight)));
  const two = covered.map(
    ({ here }, i) =>
      (stem: string) =>
        here.has(stem) || (covered[i + 1]?.here.has(stem) ?? false),
  );
  put("overlap:two sentences", Math.max(0, ...two.map((holds) => share(wanted, holds))));
  put("idf:two sentences", Math.max(0, ...two.map((holds) => weightedShare(claim, holds))));
  put("overlap:missing", clip(wanted.length - frequency.size, 8) / 8);
  put("overlap:found", clip(frequency.size, 8) / 8);
  const counts = [...frequency.values()];
  put("overlap:frequency", sumOf(counts, (n) => Math.log1p(n)) / Math.max(1, wanted.length));
  put("overlap:density", clip((10 * sumOf(counts, (n) => n)) / Math.max(1, length), 2));
  const isEarly = (stem: string) => (first.get(stem) ?? Number.POSITIVE_INFINITY) < 60;
  put("overlap:early", share(wanted, isEarly));
  put("overlap:most frequent", Math.log1p(Math.max(0, ...counts)));
  put("overlap:none", frequency.size === 0);
  put("overlap:related", inBodyShare > 0.35 && best > 0.25);
}

/** Pairs of words, names and numbers of the claim that the article contains. */
function pairFeatures({ claim, pairs, numbers, frequency, lead }: Pairing, put: Put): void {
  const { stems } = claim.sentence;
  put("pairs", shareIn(pairsOf(stems), pairs));
  put("pairs:content", shareIn(pairsOf(stems.filter((stem) => claim.weights.has(stem))), pairs));
  put("names", shareIn(claim.names, frequency));
  put("names:lead", shareIn(claim.names, lead));
  const counted = shareIn(claim.numbers, numbers);
  put("numbers", counted);
  put("numbers:missing", counted < 1 && claim.numbers.size > 0);
}

/** Overlap in which rare words of the claim weigh more than common ones. */
function rareFeatures({ claim, frequency, lead, length }: Pairing, put: Put): void {
  const inBody = (stem: string) => frequency.has(stem);
  const list = [...claim.weights];
  const rare = list.flatMap(([stem, idf]) => (idf > RARE_IDF ? [stem] : []));
  const veryRare = list.flatMap(([stem, idf]) => (idf > VERY_RARE_IDF ? [stem] : []));
  put("rare", shareIn(rare, frequency));
  put("rare:found", clip(rare.filter(inBody).length, 6) / 6);
  put("rare:missing", clip(rare.filter((stem) => !inBody(stem)).length, 6) / 6);
  put("rare:none", rare.length === 0);
  put("rare:lead", shareIn(rare, lead));
  put("very rare", shareIn(veryRare, frequency));
  put("very rare:missing", clip(veryRare.filter((stem) => !inBody(stem)).length, 4) / 4);
  const oftener = (least: number) => weightedShare(claim, (stem) => (frequency.get(stem) ?? 0) > least);
  put("idf:twice", oftener(1));
  put("idf:often", oftener(3));
  const mass = sumOf(list, ([stem, idf]) => idf * Math.log1p(frequency.get(stem) ?? 0));
  put("idf:mass", Math.log1p((mass * 100) / Math.max(50, length)) / 3);
}

type Counts = Record<"lead" | "near", (name: string) => number>;

/**
 * Cues by place: the first sentence, the lead, sentences about the claim, the best of these, the end, anywhere. Returns the counts of
 * two places.
 */
function cueFeatures({ sentences, related, best }: Pairing, put: Put): Counts {
  const places: [string, MarkedSentence[]][] = [
    ["first", sentences.slice(0, 1)],
    ["lead", sentences.slice(0, LEAD_SENTENCES)],
    ["near", related.map((one) => one.sentence)],
    ["best", best ? [best.sentence] : []],
    ["end", sentences.slice(-LEAD_SENTENCES)],
    ["body", sentences],
  ];
  const found: Record<string, number[]> = {};
  for (const [place, list] of places) {
    const { all, unquoted } = countCues(list);
    found[place] = all;
    CUE_CLASSES.forEach((name, c) => {
      put(`${place}:${name}`, Math.log1p(all[c] ?? 0));
      if (c < MAIN_CLASSES) put(`${place}:${name}?`, (all[c] ?? 0) > 0);
      if (c < OWN_VOICE_CLASSES && place !== "body") put(`${place}:${name} unquoted`, (unquoted[c] ?? 0) > 0);
    });
  }
  const countIn = (place: string) => (name: string) => found[place]?.[CUE_CLASSES.indexOf(name)] ?? 0;
  put("body:refutes", Math.log1p(countIn("body")("refute") + countIn("body")("hoax")));
  return { lead: countIn("lead"), near: countIn("near") };
}

/** How near to the claim's words each group of cues is, and how many sentences have one. */
function nearFeatures({ claim, sentences, related, best }: Pairing, put: Put): void {
  const relatedSentences = related.map((one) => one.sentence);
  const weights = sumOf(related, (one) => one.weight);
  for (const [name, bits] of Object.entries(GROUPS)) {
    const has = (sentence: MarkedSentence) => hasCue(sentence, bits);
    put(`share:${name}`, share(sentences, has));
    put(`near share:${name}`, share(relatedSentences, has));
    const weight = related.reduce((sum, one) => (has(one.sentence) ? sum + one.weight : sum), 0);
    put(`near weight:${name}`, weights ? weight / weights : 0);
    const distances = relatedSentences.flatMap((sentence) => cueDistances(sentence, claim, bits));
    put(`window:${name}`, share(distances, isNear));
    put(`distance:${name}`, 1 / (1 + Math.min(99, ...distances)));
    const place = sentences.findIndex(has);
    put(`place:${name}`, place < 0 ? 0 : 1 / (1 + place));
  }
  const quotesClaim = ({ marks, stems }: MarkedSentence) =>
    marks.some((mark, i) => (mark & QUOTED) !== 0 && claim.weights.has(stems[i] ?? ""));
  const isPlain = (sentence: MarkedSentence) => !hasCue(sentence, REPORTS | HEDGES | bitsOf("denies", "refute"));
  put("near:quoted", share(relatedSentences, quotesClaim));
  put("near:plain", share(relatedSentences, isPlain));
  put("near:asks", share(relatedSentences, asks));
  put("best:place", best ? 1 - best.place / Math.max(1, sentences.length) : 0);
}

/** For each word of the claim in a sentence, the distance in words to the nearest of these cues; 99 if none is near. */
function cueDistances({ stems, marks }: MarkedSentence, { weights }: Claim, bits: number): number[] {
  return stems.flatMap((stem, i) => {
    if (!weights.has(stem)) return [];
    let nearest = 99;
    for (let k = Math.max(0, i - NEAR_WORDS); k <= Math.min(marks.length - 1, i + NEAR_WORDS); k++)
      if ((marks[k] ?? 0) & bits) nearest = Math.min(nearest, Math.abs(k - i));
    return [nearest];
  });
}

/** Differences between claim and article: negation, refutation, hedges, opposites. */
function conflictFeatures({ claim, sentences, covered, related, best, foldedLead }: Pairing, { lead, near }: Counts, put: Put): void {
  const relatedSentences = related.map((one) => one.sentence);
  const conflicts = relatedSentences.map((sentence) => conflictOf(claim, sentence));
  put("negation:conflict", sumOf(conflicts, (value) => value) / Math.max(1, conflicts.length));
  put("negation:most", Math.max(0, ...conflicts));
  put("negation:differs", ((claim.cues & NEGATES) !== 0) !== near("negation") > 0);
  const claimFalse = (claim.cues & (REFUTES | bitsOf("denies"))) !== 0;
  const nearFalse = near("refute") + near("denies") > 0;
  put("claim refutes, near not", claimFalse && !nearFalse);
  put("near refutes, claim not", !claimFalse && near("refute") > 0);
  put("lead refutes, claim not", !claimFalse && lead("refute") > 0);
  put("lead denies, claim not", !claimFalse && lead("denies") + lead("refusal") > 0);
  put("both refute", claimFalse && nearFalse);
  put("both hedge", (claim.cues & bitsOf("hedge")) !== 0 && near("hedge") > 0);
  put("claim hedges, near not", (claim.cues & bitsOf("hedge", "report:")) !== 0 && near("hedge") === 0);
  const says = saysItself(claim.cues);
  for (const [name, bits] of Object.entries({ report: REPORTS, hedge: HEDGES })) {
    const has = (sentence: MarkedSentence) => !says && hasCue(sentence, bits);
    put(`beyond claim:near ${name}`, share(relatedSentences, has));
    put(`beyond claim:lead ${name}`, sentences.slice(0, LEAD_SENTENCES).some(has));
    put(`beyond claim:first ${name}`, sentences.slice(0, 1).some(has));
  }
  const opposes = ({ stems }: MarkedSentence) => stems.some((stem) => claim.opposites.has(stem));
  put("opposite:lead", sentences.slice(0, LEAD_SENTENCES).some(opposes));
  put("opposite:near", relatedSentences.some(opposes));
  put("opposite:best", best !== undefined && opposes(best.sentence));
  const contradicting = contradicts(foldedLead, "own voice");
  put("lead:contradicts", contradicting);
  const about = Math.max(0, ...covered.slice(0, 3).map((one) => one.share)) > 0.4;
  put("lead:contradicts it", about && contradicting && !contradicts(claim.folded, "any"));
}

/** Form and length. */
function formFeatures({ sentences, length }: Pairing, put: Put): void {
  put("body:length", Math.log1p(length) / 8);
  put("body:sentences", Math.log1p(sentences.length) / 5);
  put("body:quotes", share(sentences, quotes));
  const asking = sentences.findIndex(asks);
  put("body:asks", asking >= 0);
  put("lead:asks", asking >= 0 && asking < LEAD_SENTENCES);
  put("body:short", length < 80);
}
