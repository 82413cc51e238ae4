/**
 * Finds which responses to a claim a page in a language other than English reports, and by which party. For each sentence one model for each type
 * gives the probability of that type (answering-sentences.ts). Another model chooses the party, and one decides from all of this
 * (workers/public/answers/models.json, fitted by test/eval/rumours/fit-answers.ts on our own stories).
 */

import { packOf, wholeWords } from "../../lang/index.ts";
import type { Reading } from "../../model/reading.ts";
import { type ResponseType, saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { judges } from "../parties/actors.ts";
import { isOfNamesake, sharesName } from "../parties/namesakes.ts";
import { isSameParty } from "../parties/same-party.ts";
import { isOwnAct } from "../responses/acting-party.ts";
import { isExamined } from "../responses/examined.ts";
import { beatenIn, isUndone, type ResponseCue, unbeaten } from "../responses/response-cues.ts";
import { isOn } from "../responses/targets.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import weights from "./answer-weights.json" with { type: "json" };
import { ANSWERS, type AnswerWords, likelyTypes, oddsOf } from "./answer-words.ts";
import { type AnswerablePage, type AnsweringSentence, answeringSentences } from "./answering-sentences.ts";
import { type Feature, type Model, mixedModel, valuesOf } from "./forest.ts";
import { isCarrier, type NearParty, partiesNear } from "./near-parties.ts";
import { answeringFeatures } from "./party-features.ts";
import { reasonsOf } from "./reasons.ts";
import { type LikelyResponse, responsesOf } from "./responses.ts";

/** A party that may have performed the act in a sentence. */
export interface AnsweringParty {
  near: NearParty;
  /** Whether the sentence explicitly says that the party performs the act, and towards the claim. */
  isTold: boolean;
  x: Feature[];
}
/** A sentence that may be a response of a type, with its features except those of its party. */
export interface AnswerCandidate {
  sentence: number;
  type: ResponseType;
  /** The type that is stored: "not_reached" in place of a silence if the text says that the party was not reached. */
  stored: ResponseType;
  cue: ResponseCue | null;
  x: Feature[];
  parties: AnsweringParty[];
}

/** Minimum probability of a response, for a sentence without a cue. */
const MIN_ANSWER = 0.08;
/** Acts of a publisher or a platform on its own content. */
const OWN_WORDS = new Set<ResponseType>(["correction", "retraction", "apology", "takedown", "label"]);

/** The types whose names are features of the models. */
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

/** Types of act in whose sentences the claim's words seldom occur. */
const MAY_NAME_NOTHING: ReadonlySet<ResponseType> = new Set(["apology", "label", "takedown", "investigation"]);
/** Words that refer back to a claim: "the reports", "it". */
const pointsBack = oncePer((lang: string) => {
  const { claims, pronouns, unspaced } = packOf(lang) ?? {};
  return wholeWords([claims?.anaphor, pronouns?.pointing].filter(Boolean).join("|") || "(?!)", "iu", unspaced);
});

/** A sentence with the probability of each of `ANSWERS`, by everything on the page. */
type TypedSentence = AnsweringSentence & { types: readonly number[] };
/** The sentences of a page with the probability of each type, by one model for each type. */
export const typedBy = (sentences: readonly AnsweringSentence[], models: readonly Model[]): TypedSentence[] =>
  sentences.map((one) => {
    const x = valuesOf([...one.odds, ...one.x]);
    return { ...one, types: [0, ...models.map((model) => model(x))] };
  });
const sumOfTypes = ({ types }: TypedSentence) =>
  Math.min(
    0.999,
    types.reduce((sum, p) => sum + p, 0),
  );

/** The possible responses on a page to its claim, by the likeliest types of sentences and by cues. */
export function answerCandidates({ analysis, claim, kind }: AnswerablePage, sentences: readonly TypedSentence[]): AnswerCandidate[] {
  const { lang } = analysis;
  const any = new Map(sentences.map((one) => [one.index, sumOfTypes(one)]));
  const answers = Math.min(1, [...any.values()].filter((p) => p > 0.5).length / 6);
  const most = ANSWERS.map((_, type) => Math.max(0.001, ...sentences.map(({ types }) => types[type] ?? 0)));
  return sentences.flatMap((one): AnswerCandidate[] => {
    const { index, cues, told, types } = one;
    const isAnswer = any.get(index) ?? 0;
    const beaten = beatenIn(cues);
    const sentence = analysis.sentences[index] as TokenSentence;
    const { text } = sentence;
    const likely = isAnswer < MIN_ANSWER ? [] : likelyTypes(types).filter((type) => !beaten.has(type) && !isUndone(type, text, lang));
    const proposed = new Set([...unbeaten(cues).map(({ type }) => type), ...likely]);
    if (!proposed.size) return [];
    const asked = { analysis, claim, sentence, index, cues };
    const meant = partiesNear(asked);
    const features = answeringFeatures(meant, asked);
    const top = Math.max(0.001, ...types);
    return [...proposed].flatMap((type): AnswerCandidate[] => {
      const place = ANSWERS.indexOf(type as (typeof ANSWERS)[number]);
      if (place < 0) return [];
      const p = types[place] ?? 0;
      const cue = cues.find((one) => one.type === type) ?? null;
      // "Anna Roux is alive": the text itself says so, and no party responds.
      const isJudged =
        cue !== null &&
        judges(cue, lang) &&
        !analysis.statementsIn(index).some(({ speaker }) => speaker) &&
        !isQuoted(sentence, sentence.start + cue.start);
      const namesNothing = saysNothing(type) || MAY_NAME_NOTHING.has(type);
      return [
        {
          sentence: index,
          type,
          stored: type === "no_comment" && !cue && cues.some((one) => one.type === "not_reached") ? "not_reached" : type,
          cue,
          parties: meant.flatMap((near, i): AnsweringParty[] => {
            if (type === "investigation" && isExamined(text, near.party, lang)) return [];
            const { party, acts, ways } = near;
            const isTold = acts.has(type) && (namesNothing || isOn(claim, text, party) || pointsBack(lang).test(text));
            const ofType: Feature[] = [
              ["subject of the words", acts.has(type)],
              ["told", isTold],
              ["own voice", ways.has("publisher") && isOwnAct(type, text)],
              ["gives no comment", type === "no_comment"],
              ["own words", OWN_WORDS.has(type)],
              ["investigates", type === "investigation"],
              ["apologises", type === "apology"],
              ["release", kind === "press_release"],
            ];
            return [{ near, isTold, x: [...(features[i] ?? []), ...ofType] }];
          }),
          x: [
            ["words of an answer", oddsOf(1 - (told[0] ?? 1))],
            ["words of the type", oddsOf(told[place] ?? 0)],
            ["answer", oddsOf(isAnswer)],
            ["type", oddsOf(p)],
            ["type among answers", p / Math.max(isAnswer, 0.001)],
            ["share of the likeliest type", p / top],
            ["likelier types", Math.min(1, types.filter((other) => other > p).length / 4)],
            ["answer before", any.get(index - 1) ?? 0],
            ["answer behind", any.get(index + 1) ?? 0],
            ["answers in all", answers],
            ["type on the page", most[place] ?? 0],
            ["share of the page's likeliest", p / (most[place] ?? 1)],
            ["cue of type", cue !== null],
            ["cue", cues.length > 0],
            ["judged by the text", isJudged],
            ["lead", index < 2],
            ["own words", OWN_WORDS.has(type)],
            ...TYPES.map((one): Feature => [`is ${one}`, type === one]),
            ...one.x,
          ],
        },
      ];
    });
  });
}

/** The party that the model chooses as the actor, with its probability and the lead over the next one. */
interface Likeliest {
  party: AnsweringParty;
  p: number;
  margin: number;
}
/** The likeliest party of a sentence; null if it has none. */
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
  "says behind",
  "says before",
  "is behind",
]);

/** An act that a page reports towards its claim, with its probability. */
type LikelyAnswer = Pick<LikelyResponse, "response" | "probability" | "reasons">;
/**
 * The judged responses of one page that are shown. First those in which a cue links the act to its subject, unless the model finds them too
 * unlikely. Then others from the threshold on, the likeliest of each sentence, and each act once.
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
/** The likely acts that a page reports towards its claim. */
export function likelyAnswers(page: AnswerablePage, words: AnswerWords, reported: Reading["reported"]): LikelyAnswer[] {
  const { analysis, claim } = page;
  if (!words.answers) return [];
  const [partyModel, decideModel] = [mixedModel(words.answers.party), mixedModel(words.answers.decide)];
  const sentences = typedBy(answeringSentences(page, words), words.answers.types.map(mixedModel));
  const judged = answerCandidates(page, sentences).flatMap((candidate) => {
    const likeliest = partyOf(candidate, partyModel);
    if (!likeliest) return [];
    const x = withParty(candidate, likeliest);
    return [{ candidate, party: likeliest.party, x, probability: decideModel(valuesOf(x)) }];
  });
  const isOther = isOfNamesake(analysis.title, analysis.text, claim);
  return chosen(judged, weights).flatMap(({ candidate, party: { near }, x, probability }) => {
    if (isCarrier(near.party, analysis.lang) || (isOther && sharesName(near.party.name ?? "", claim))) return [];
    const { start = 0 } = analysis.sentences[candidate.sentence] ?? {};
    // Without a cue, the place of an act is the name of its party, else its sentence.
    const at = candidate.cue ? start + candidate.cue.start : Math.max(start, near.start);
    const responses = responsesOf(analysis, { ...candidate, type: candidate.stored, at }, near, claim, { reported });
    return responses.map((response) => ({ probability, reasons: reasonsOf([[decideModel, x]]), response }));
  });
}
