/**
 * Finds which acts of answering a claim a page in another language than English reports, and by which party. The words of a sentence tell how likely it is to
 * be an answer of each type (answer-words.ts); one fitted model chooses the party, another decides from all of it
 * (workers/public/answers/models.json, fitted by test/eval/rumours/fit-answers.ts on stories of our own).
 */

import { packOf, wholeWords } from "../../lang/index.ts";
import type { Reading } from "../../model/reading.ts";
import { type ResponseType, saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { isSameParty } from "../parties/same-party.ts";
import { isOwnAct } from "../responses/acting-party.ts";
import { type ResponseCue, responseCuesIn, unbeaten } from "../responses/response-cues.ts";
import { isOn } from "../responses/targets.ts";
import weights from "./answer-weights.json" with { type: "json" };
import { ANSWERS, type AnswerWords, answerProbabilities, likelyTypes, oddsOf } from "./answer-words.ts";
import { type Feature, type Model, mixedModel, valuesOf } from "./forest.ts";
import { type NearParty, partiesNear } from "./near-parties.ts";
import { answeringFeatures } from "./party-features.ts";
import { reasonsOf } from "./reasons.ts";
import { type LikelyResponse, responsesOf } from "./responses.ts";

/** A page that may answer a claim: its analysis, the claim, and the kind of document. */
export interface AnswerablePage {
  analysis: TextAnalysis;
  claim: string;
  kind: string;
}
/** A party that may have answered in a sentence. */
export interface AnsweringParty {
  near: NearParty;
  /** Whether the sentence tells in so many words that it does an act of the type, towards the claim. */
  isTold: boolean;
  x: Feature[];
}
/** A sentence that may be an answer of a type, with its features but for those of its party. */
export interface AnswerCandidate {
  sentence: number;
  type: ResponseType;
  cue: ResponseCue | null;
  x: Feature[];
  parties: AnsweringParty[];
}

const MAX_SENTENCES = 60;
/** Least probability of an answer by its words, for a sentence without a cue. */
const MIN_BY_WORDS = 0.12;
/** Acts by which a publisher or a platform deals with its own words. */
const OWN_WORDS = new Set<ResponseType>(["correction", "retraction", "apology", "takedown", "label"]);

/** The types that models tell apart by name. */
const TYPES = [
  "no_comment",
  "investigation",
  "denial",
  "confirmation",
  "partial_confirmation",
  "explanation",
  "clarification",
  "retraction",
] as const satisfies readonly ResponseType[];

/** Types of act that seldom repeat the words of the claim. */
const MAY_NAME_NOTHING: ReadonlySet<ResponseType> = new Set(["apology", "label", "takedown", "investigation"]);
/** What points back to a claim: "the reports", "it". */
const pointsBack = oncePer((lang: string) => {
  const { claims, pronouns, unspaced } = packOf(lang) ?? {};
  return wholeWords([claims?.anaphor, pronouns?.pointing].filter(Boolean).join("|") || "(?!)", "iu", unspaced);
});

/** The sentences of a page that may answer its claim, by all of their words or by a cue. */
export function answerCandidates(page: AnswerablePage, words: AnswerWords): AnswerCandidate[] {
  const { analysis, kind } = page;
  const headline = headlinesOf(analysis, analysis.title);
  const sentences = analysis.sentences.slice(0, MAX_SENTENCES);
  const told = sentences.map(({ text }) => answerProbabilities(words, text));
  const any = told.map(([none = 1]) => 1 - none);
  const claim = stemsOf(page.claim);
  const held = sentences.map(({ text }) => shared(claim, stemsOf(text)) / Math.max(1, claim.size));
  const answers = Math.min(1, any.filter((p) => p > 0.5).length / 6);
  return sentences.flatMap((sentence, index): AnswerCandidate[] => {
    const isAnswer = any[index] ?? 0;
    const cues = responseCuesIn(sentence.text, analysis.lang);
    if (headline.has(index) || (isAnswer < MIN_BY_WORDS && !cues.length)) return [];
    const types = new Set([...unbeaten(cues).map(({ type }) => type), ...likelyTypes(told[index] ?? [])]);
    const said = analysis.statementsIn(index).filter(({ speaker }) => speaker);
    const quoted = quotations(sentence.text).reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, sentence.text.length);
    const asked = { analysis, claim: page.claim, sentence, index, cues };
    const meant = partiesNear(asked);
    const features = answeringFeatures(meant, asked);
    const most = Math.max(0.001, ...(told[index] ?? []).slice(1));
    return [...types].flatMap((type): AnswerCandidate[] => {
      const place = ANSWERS.indexOf(type as (typeof ANSWERS)[number]);
      if (place < 0) return [];
      const p = told[index]?.[place] ?? 0;
      const namesNothing = saysNothing(type) || MAY_NAME_NOTHING.has(type);
      return [
        {
          sentence: index,
          type,
          cue: cues.find((cue) => cue.type === type) ?? null,
          parties: meant.map((near, i) => {
            const { party, acts, ways } = near;
            const isTold =
              acts.has(type) && (namesNothing || isOn(page.claim, sentence.text, party) || pointsBack(analysis.lang).test(sentence.text));
            const ofType: Feature[] = [
              ["subject of the words", acts.has(type)],
              ["told", isTold],
              ["own voice", ways.has("publisher") && isOwnAct(type, sentence.text)],
              ["gives no comment", type === "no_comment"],
              ["own words", OWN_WORDS.has(type)],
              ["investigates", type === "investigation"],
              ["apologises", type === "apology"],
              ["release", kind === "press_release"],
            ];
            return { near, isTold, x: [...(features[i] ?? []), ...ofType] };
          }),
          x: [
            ["words of an answer", oddsOf(isAnswer)],
            ["words of the type", oddsOf(p)],
            ["type among answers", p / Math.max(isAnswer, 0.001)],
            ["answer before", any[index - 1] ?? 0],
            ["answer behind", any[index + 1] ?? 0],
            ["answers in all", answers],
            ["cue of type", cues.some((cue) => cue.type === type)],
            ["cue", cues.length > 0],
            ["said", said.length > 0],
            ["said directly", said.some((one) => one.kind === "direct")],
            ["overlap", held[index] ?? 0],
            ["overlap before", held[index - 1] ?? 0],
            ["quotation", quoted],
            ["place", Math.min(1, index / 20)],
            ["lead", index < 2],
            ["length", Math.min(1, sentence.text.length / 300)],
            ["release", kind === "press_release"],
            ["fact check", kind === "fact_check"],
            ["share of the likeliest type", p / most],
            ["likelier types", Math.min(1, (told[index] ?? []).filter((other, i) => i > 0 && other > p).length / 4)],
            ["own words", OWN_WORDS.has(type)],
            ...TYPES.map((one): Feature => [`is ${one}`, type === one]),
          ],
        },
      ];
    });
  });
}

/** The party that a model takes for the one that answers, with its probability and by how much it is likelier than the next. */
interface Likeliest {
  party: AnsweringParty;
  p: number;
  margin: number;
}
/** The likeliest party of a sentence; null where it has none. */
export function partyOf({ parties }: AnswerCandidate, model: Model): Likeliest | null {
  const [first, second] = parties.map((party) => ({ party, p: model(valuesOf(party.x)) })).sort((a, b) => b.p - a.p);
  return first ? { ...first, margin: first.p - (second?.p ?? 0) } : null;
}
/** The features of an answer by its party. */
export const withParty = ({ x }: AnswerCandidate, { party, p, margin }: Likeliest): Feature[] => [
  ...x,
  ["party", p],
  ["party margin", margin],
  ...party.x.filter(([name]) => PARTY_FEATURES.has(name)).map(([name, value]): Feature => [`party ${name}`, value]),
];
const PARTY_FEATURES = new Set([
  "found:said",
  "found:covering",
  "found:subject",
  "found:earlier",
  "found:role",
  "found:issuer",
  "found:publisher",
  "has name",
  "in claim",
  "in title",
  "in sentence",
  "in quotation",
  "behind a preposition",
  "begins small",
  "small",
  "names a party",
  "mentions",
  "speaks in all",
  "parties",
  "subject of the words",
  "told",
  "own voice",
]);

/** An act that a page reports towards its claim, with how sure that is. */
type LikelyAnswer = Pick<LikelyResponse, "response" | "probability" | "reasons">;
/**
 * What is shown of the judged answers of one page: those that a cue tells of its subject, where the model does not speak against them, then others from the
 * threshold on, the likeliest of a sentence, and each act once.
 */
export function chosen<T extends { candidate: AnswerCandidate; party: AnsweringParty; probability: number }>(
  judged: readonly T[],
  { threshold, withCue }: { threshold: number; withCue: number },
): T[] {
  const kept: T[] = [];
  const isCued = ({ party }: T) => party.isTold;
  for (const one of judged.toSorted((a, b) => Number(isCued(b)) - Number(isCued(a)) || b.probability - a.probability)) {
    const { sentence, type } = one.candidate;
    const isKnown = kept.some(
      ({ candidate, party }) =>
        candidate.sentence === sentence || (candidate.type === type && isSameParty(party.near.party, one.party.near.party)),
    );
    if (one.probability >= (isCued(one) ? withCue : threshold) && !isKnown) kept.push(one);
  }
  return kept;
}
/** The acts that a page reports towards its claim, as far as they are likely. */
export function likelyAnswers(
  { analysis, claim, kind }: AnswerablePage,
  words: AnswerWords,
  reported: Reading["reported"],
): LikelyAnswer[] {
  if (!words.answers) return [];
  const [partyModel, decideModel] = [mixedModel(words.answers.party), mixedModel(words.answers.decide)];
  const judged = answerCandidates({ analysis, claim, kind }, words).flatMap((candidate) => {
    const likeliest = partyOf(candidate, partyModel);
    if (!likeliest) return [];
    const x = withParty(candidate, likeliest);
    return [{ candidate, party: likeliest.party, x, probability: decideModel(valuesOf(x)) }];
  });
  return chosen(judged, weights).flatMap(({ candidate, party: { near }, x, probability }) => {
    const { start = 0 } = analysis.sentences[candidate.sentence] ?? {};
    // Without a cue an act is told at the name of its party, else in its sentence.
    const at = candidate.cue ? start + candidate.cue.start : Math.max(start, near.start);
    const responses = responsesOf(analysis, { ...candidate, at }, near, claim, { reported });
    return responses.map((response) => ({ probability, reasons: reasonsOf([[decideModel, x]]), response }));
  });
}
