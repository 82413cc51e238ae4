/** What an article shows of its stance towards a headline claim (FNC-1): how much of the claim it carries and where, and which cues stand near. */
import { fold } from "../../text/segment.ts";
import { contradicts } from "./contradiction.ts";
import { AFFIRM, ARTICLE_CUES, CONTRADICT, DENIES, HEDGE, NEGATION, REFUTE, REPORT, STOP } from "./cues.ts";
import type { Features } from "./features.ts";
import { idf } from "./idf.ts";
import { countChinese, countPhrases, stanceWords, stem } from "./words.ts";

/** Start of an article that is read, in UTF-16 units and words: news has its point first. */
const MAX_LENGTH = 16_000;
const MAX_WORDS = 2500;
/** Sentence ends for counting only: the full stops of "U.S." merely add a short sentence. */
const ENDS = /[.!?。！？\n]+/;

interface Sentence {
  words: string;
  stems: string[];
  folded: string;
  cover: number;
  here: Set<string>;
}

const clip = (n: number, max: number) => Math.min(n, max);
const pairs = (stems: string[]) => stems.slice(1).map((s, i) => `${stems[i]} ${s}`);
const share = (list: string[], has: (item: string) => boolean) => (list.length ? list.filter(has).length / list.length : 0);

const CLASSES = {
  refute: REFUTE,
  contradict: CONTRADICT,
  denies: DENIES,
  hedge: HEDGE,
  report: REPORT,
  affirm: AFFIRM,
  negation: NEGATION,
};

function cueCounts(words: string, folded: string): Record<keyof typeof CLASSES, number> {
  const zh = isAscii(folded) ? null : (kind: Parameters<typeof countChinese>[1]) => countChinese(folded, kind);
  return {
    refute: countPhrases(words, REFUTE) + (zh?.("refute") ?? 0),
    contradict: countPhrases(words, CONTRADICT) + (zh?.("refute") ?? 0),
    denies: countPhrases(words, DENIES) + (zh?.("deny") ?? 0),
    hedge: countPhrases(words, HEDGE) + (zh?.("hedge") ?? 0),
    report: countPhrases(words, REPORT) + (zh?.("report") ?? 0),
    affirm: countPhrases(words, AFFIRM) + (zh?.("affirm") ?? 0),
    negation: countPhrases(words, NEGATION),
  };
}
function isAscii(text: string): boolean {
  return !/[\u3400-\u9fff]/.test(text);
}

type Put = (name: string, value: number | boolean) => void;

/** An article and a claim, analysed once for all features. */
interface Pairing {
  claim: string;
  foldedClaim: string;
  claimWords: string[];
  /** Stems of the claim's content words with their idf. */
  worth: Map<string, number>;
  wanted: string[];
  /** The start of the article, folded. */
  folded: string;
  sentences: Sentence[];
  /** How often, and at which word first, the article has a wanted stem. */
  frequency: Map<string, number>;
  first: Map<string, number>;
  bodyPairs: Set<string>;
  /** Words that were read. */
  total: number;
  /** Stems of the first sentences. */
  lead: Set<string>;
  /** The largest share of the claim in one sentence. */
  best: number;
}

function pairingOf(text: string, claim: string): Pairing {
  const foldedClaim = fold(claim.slice(0, 1000));
  const claimWords = stanceWords(foldedClaim, 120);
  const worth = new Map<string, number>();
  for (const word of claimWords) if (word.length > 1 && !STOP.has(word) && !worth.has(stem(word))) worth.set(stem(word), idf(word));
  const wanted = [...worth.keys()];
  const folded = fold(text.slice(0, MAX_LENGTH));
  const sentences: Sentence[] = [];
  const frequency = new Map<string, number>();
  const first = new Map<string, number>();
  const bodyPairs = new Set<string>();
  let total = 0;
  for (const part of folded.split(ENDS)) {
    if (total >= MAX_WORDS) break;
    const words = stanceWords(part, MAX_WORDS - total);
    if (words.length === 0) continue;
    const stems = words.map(stem);
    const here = new Set<string>();
    stems.forEach((s, i) => {
      if (!worth.has(s)) return;
      here.add(s);
      frequency.set(s, (frequency.get(s) ?? 0) + 1);
      if (!first.has(s)) first.set(s, total + i);
    });
    for (const p of pairs(stems)) bodyPairs.add(p);
    sentences.push({ words: ` ${words.join(" ")} `, stems, folded: part, cover: wanted.length ? here.size / wanted.length : 0, here });
    total += words.length;
  }
  const lead = new Set(sentences.slice(0, 4).flatMap((s) => s.stems));
  const best = sentences.reduce((top, s) => Math.max(top, s.cover), 0);
  return { claim, foldedClaim, claimWords, worth, wanted, folded, sentences, frequency, first, bodyPairs, total, lead, best };
}

/** Named features of an article towards a claim; shares are 0..1, cue counts are clipped. */
export function articleFeatures(text: string, claim: string): Features {
  const out: Features = new Map();
  const put: Put = (name, value) => {
    const n = Number(value);
    if (n !== 0) out.set(name, n);
  };
  const pairing = pairingOf(text, claim);
  put("bias", 1);
  overlapFeatures(pairing, put);
  nameFeatures(pairing, put);
  cueFeatures(pairing, put);
  formFeatures(pairing, put);
  return out;
}

/** The largest share of the claim's words in two sentences that follow each other. */
function bestWindow({ sentences, wanted }: Pairing): number {
  let best = 0;
  for (let i = 0; i < sentences.length; i++) {
    const near = new Set([...(sentences[i]?.stems ?? []), ...(sentences[i + 1]?.stems ?? [])]);
    const here = share(wanted, (w) => near.has(w));
    best = Math.max(best, here);
  }
  return best;
}

/** How much of the claim the article has, and where. */
function overlapFeatures(pairing: Pairing, put: Put): void {
  const { claimWords, worth, wanted, sentences, frequency, first, bodyPairs, total, lead, best } = pairing;
  const inBody = (w: string) => frequency.has(w);
  const inLead = (w: string) => lead.has(w);
  const inPairs = (p: string) => bodyPairs.has(p);
  const claimStems = claimWords.map(stem);
  const contentPairs = pairs(claimStems.filter((s) => worth.has(s)));
  const occurrences = [...frequency.values()];
  const covered = share(wanted, inBody);
  put("o:body", covered);
  put("o:body²", covered ** 2);
  for (const [name, value] of Object.entries(idfFeatures(worth, sentences, frequency, lead, total))) put(name, value);
  put("o:lead", share(wanted, inLead));
  put("o:best", best);
  put("o:window", bestWindow(pairing));
  put("o:pairs", share(pairs(claimStems), inPairs));
  put("o:content pairs", share(contentPairs, inPairs));
  put("o:missing", clip(wanted.length - frequency.size, 8) / 8);
  put("o:hits", clip(frequency.size, 8) / 8);
  put("o:tf", occurrences.reduce((sum, n) => sum + Math.log1p(n), 0) / Math.max(1, wanted.length));
  put("o:density", clip((10 * occurrences.reduce((sum, n) => sum + n, 0)) / Math.max(1, total), 2));
  const early = share(wanted, (w) => (first.get(w) ?? 1e9) < 60);
  put("o:early", early);
  put("o:top", Math.log1p(Math.max(0, ...occurrences)));
  const long = wanted.filter((w) => w.length > 5);
  put("o:long", share(long, inBody));
  put("o:long lead", share(long, inLead));
}

/** The claim's names and numbers in the article, and whether it is about the claim at all. */
function nameFeatures({ claim, claimWords, wanted, folded, frequency, lead, best }: Pairing, put: Put): void {
  const inBody = (w: string) => frequency.has(w);
  const isThere = (w: string) => folded.includes(w);
  const names = nameStems(claim);
  put("o:names", share(names, inBody));
  const inLead = share(names, (w) => lead.has(w));
  put("o:names lead", inLead);
  const numbers = claimWords.filter((w) => /\d/.test(w));
  put("o:numbers", share(numbers, isThere));
  put("o:numbers missing", !numbers.every(isThere));
  put("o:none", frequency.size === 0);
  put("o:related", share(wanted, inBody) > 0.35 && best > 0.25);
}

/** Cues in the claim, the lead, near the claim's words, and anywhere. */
function cueFeatures({ foldedClaim, claimWords, folded, sentences, best }: Pairing, put: Put): void {
  const claimText = ` ${claimWords.join(" ")} `;
  const related = sentences.filter((s) => s.cover >= Math.max(0.25, best * 0.6)).slice(0, 8);
  const places = {
    claim: cueCounts(claimText, foldedClaim),
    first: sumCues(sentences.slice(0, 1)),
    lead: sumCues(sentences.slice(0, 4)),
    near: sumCues(related),
    end: sumCues(sentences.slice(-4)),
    body: cueCounts(sentences.map((s) => s.words).join(""), folded),
  };
  for (const [place, counts] of Object.entries(places))
    for (const [name, n] of Object.entries(counts)) {
      put(`${place}:${name}`, Math.log1p(n));
      put(`${place}:${name}?`, n > 0);
    }
  const { claim: inClaim, lead: inLead, near } = places;
  const claimFalse = inClaim.refute + inClaim.denies > 0;
  put("x:claim refutes, near not", claimFalse && near.refute + near.denies === 0);
  put("x:near refutes, claim not", !claimFalse && near.refute > 0);
  put("x:lead refutes, claim not", !claimFalse && inLead.refute > 0);
  put("x:both refute", claimFalse && near.refute + near.denies > 0);
  put("x:negation differs", inClaim.negation > 0 !== near.negation > 0);
  put("x:hedged claim", inClaim.hedge > 0 && near.hedge > 0);
  const [contradictsIt, claimContradicts] = [contradicts(folded.slice(0, 600), "own voice"), contradicts(foldedClaim, "any")];
  put("x:contradicts", contradictsIt);
  put("x:claim contradicts", claimContradicts);
  const leadCover = Math.max(0, ...sentences.slice(0, 3).map((s) => s.cover));
  put("x:contradicts it", leadCover > 0.4 && contradictsIt && !claimContradicts);
  const textOf = (list: Sentence[]) => list.map((s) => s.words).join("");
  const [leadText, nearText] = [textOf(sentences.slice(0, 4)), textOf(related)];
  for (const [name, phrases] of Object.entries(ARTICLE_CUES)) {
    put(`claim:${name}`, countPhrases(claimText, phrases) > 0);
    put(`lead:${name}`, Math.log1p(countPhrases(leadText, phrases)));
    put(`near:${name}`, Math.log1p(countPhrases(nearText, phrases)));
  }
}

/** Form and length of both. */
function formFeatures({ claim, claimWords, wanted, folded, sentences, total }: Pairing, put: Put): void {
  put("claim:?", /[?？]/.test(claim));
  put("claim:colon", /[:：]/.test(claim));
  put("claim:quotes", /["'“‘「]/.test(claim));
  put("claim:length", clip(claimWords.length, 30) / 30);
  put("claim:content", clip(wanted.length, 15) / 15);
  put("body:length", Math.log1p(total) / 8);
  put("body:sentences", Math.log1p(sentences.length) / 5);
  put("body:quotes", clip((folded.match(/"/g) ?? []).length, 20) / 20);
  put("body:?", /[?？]/.test(folded));
  put("lead:?", /[?？]/.test(folded.slice(0, 500)));
  put("body:short", total < 80);
}

/** The idf of a rare word: at most one claim in 50 has it. */
const RARE_IDF = 4;

/** Overlap where a rare word of the claim counts for more than a common one. */
function idfFeatures(
  worth: Map<string, number>,
  sentences: Sentence[],
  frequency: Map<string, number>,
  lead: Set<string>,
  total: number,
): Record<string, number | boolean> {
  const list = [...worth];
  const all = list.reduce((sum, [, n]) => sum + n, 0);
  const weighed = (has: (w: string) => boolean) => (all > 0 ? list.reduce((sum, [w, n]) => (has(w) ? sum + n : sum), 0) / all : 0);
  const rare = list.flatMap(([w, n]) => (n > RARE_IDF ? [w] : []));
  const body = weighed((w) => frequency.has(w));
  const mass = list.reduce((sum, [w, n]) => sum + n * Math.log1p(frequency.get(w) ?? 0), 0);
  return {
    "r:body": body,
    "r:body²": body ** 2,
    "r:lead": weighed((w) => lead.has(w)),
    "r:best": sentences.reduce(
      (top, s) =>
        s.cover > 0
          ? Math.max(
              top,
              weighed((w) => s.here.has(w)),
            )
          : top,
      0,
    ),
    "r:twice": weighed((w) => (frequency.get(w) ?? 0) > 1),
    "r:thrice": weighed((w) => (frequency.get(w) ?? 0) > 3),
    "r:mass": Math.log1p((mass * 100) / Math.max(50, total)) / 3,
    "r:rare": share(rare, (w) => frequency.has(w)),
    "r:rare hits": clip(rare.filter((w) => frequency.has(w)).length, 5) / 5,
    "r:rare missing": clip(rare.filter((w) => !frequency.has(w)).length, 5) / 5,
    "r:no rare": rare.length === 0,
    "r:rare lead": share(rare, (w) => lead.has(w)),
  };
}

function sumCues(list: Sentence[]): Record<keyof typeof CLASSES, number> {
  return cueCounts(list.map((s) => s.words).join(""), list.map((s) => s.folded).join(" "));
}

/** Stems of the claim's capitalised words, for a claim that is not in title case only the names. */
function nameStems(claim: string): string[] {
  const found = new Set<string>();
  for (const [word] of claim.slice(0, 1000).matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) {
    const folded = fold(word);
    if (!STOP.has(folded)) found.add(stem(folded));
  }
  return [...found];
}
