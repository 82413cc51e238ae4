/**
 * The acts that the sentences of a page may report towards its claim, each with the parties that may have performed it and with its features for the
 * models that decide (answers.ts).
 */

import { sumOf } from "../../collections.ts";
import { patternByLanguage } from "../../lang/index.ts";
import { type ResponseType, saysNothing } from "../../model/response.ts";
import { judges } from "../parties/actors.ts";
import { isOwnAct } from "../responses/acting-party.ts";
import { isDoneTo } from "../responses/examined.ts";
import { isUndone, outrankedIn, type ResponseCue, responseCuesIn, unbeaten } from "../responses/response-cues.ts";
import { isOn } from "../responses/targets.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import { ANSWERS, likelyTypes, oddsOf } from "./answer-words.ts";
import type { AnswerablePage, AnsweringSentence } from "./answering-sentences.ts";
import { type Feature, type Model, valuesOf } from "./forest.ts";
import { isAgent, type NearParty, partiesNear } from "./near-parties.ts";
import { answeringFeatures } from "./party-features.ts";

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
  /** What the model of its type was asked. */
  asked: Feature[];
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
const pointsBack = patternByLanguage(
  ({ claims, pronouns }) => [claims?.anaphor, pronouns?.pointing].filter(Boolean).join("|") || undefined,
);

/** A sentence with the probability of each of `ANSWERS`, by everything on the page. */
type TypedSentence = AnsweringSentence & { types: readonly number[] };
/** The place of a type in `ANSWERS`. */
export const placeOf = (type: ResponseType) => ANSWERS.indexOf(type as (typeof ANSWERS)[number]);
/** The sentences of a page with the probability of each type, by one model for each type, or by one for all. */
export const typedBy = (sentences: readonly AnsweringSentence[], models: readonly Model[]): TypedSentence[] =>
  sentences.map((one) => {
    const types = ANSWERS.map(() => 0);
    for (const { type, x } of one.acts) types[placeOf(type)] = (models[placeOf(type) - 1] ?? (models[0] as Model))(valuesOf(x));
    return { ...one, types };
  });
const sumOfTypes = ({ types }: TypedSentence) =>
  Math.min(
    0.999,
    sumOf(types, (p) => p),
  );

/** The possible responses on a page to its claim, by the likeliest types of sentences and by cues. */
export function answerCandidates(page: AnswerablePage, sentences: readonly TypedSentence[]): AnswerCandidate[] {
  const { lang } = page.analysis;
  const any = new Map(sentences.map((one) => [one.index, sumOfTypes(one)]));
  const most = ANSWERS.map((_, type) => Math.max(0.001, ...sentences.map(({ types }) => types[type] ?? 0)));
  const onPage = { any, most, answers: Math.min(1, [...any.values()].filter((p) => p > 0.5).length / 6) };
  // A claim that somebody apologised is not answered by that apology.
  const told = new Set(responseCuesIn(page.claim, lang).flatMap(({ type }) => (MAY_NAME_NOTHING.has(type) ? type : [])));
  return sentences.flatMap((one): AnswerCandidate[] => {
    const { index, cues, types } = one;
    const sentence = page.analysis.sentences[index] as TokenSentence;
    const beaten = outrankedIn(cues);
    const isOpen = (type: ResponseType) => !beaten.has(type) && !isUndone(type, sentence.text, lang);
    const likely = (any.get(index) ?? 0) < MIN_ANSWER ? [] : likelyTypes(types).filter(isOpen);
    const proposed = [...new Set([...unbeaten(cues).map(({ type }) => type), ...likely])].filter(
      (type) => types[placeOf(type)] && !told.has(type),
    );
    if (!proposed.length) return [];
    const asked = { analysis: page.analysis, claim: page.claim, sentence, index, cues };
    const meant = partiesNear(asked);
    const features = answeringFeatures(meant, asked);
    return proposed.map((type) =>
      candidateOf(
        page,
        one,
        type,
        onPage,
        meant.map((near, i) => ({ near, x: features[i] ?? [] })),
      ),
    );
  });
}

/** What all sentences of a page say: whether each answers, the highest probability of each type, and how many answer. */
interface OnPage {
  any: ReadonlyMap<number, number>;
  most: readonly number[];
  answers: number;
}
function candidateOf(
  { analysis, claim, kind }: AnswerablePage,
  { index, cues, byWords, types, acts, x }: TypedSentence,
  type: ResponseType,
  { any, most, answers }: OnPage,
  meant: readonly Omit<AnsweringParty, "isTold">[],
): AnswerCandidate {
  const { lang } = analysis;
  const sentence = analysis.sentences[index] as TokenSentence;
  const { text } = sentence;
  const place = placeOf(type);
  const p = types[place] ?? 0;
  const isAnswer = any.get(index) ?? 0;
  const cue = cues.find((one) => one.type === type) ?? null;
  // "Anna Roux is alive": the text itself says so, and no party responds.
  const isJudged =
    cue !== null &&
    judges(cue, lang) &&
    !analysis.statementsIn(index).some(({ speaker }) => speaker) &&
    !isQuoted(sentence, sentence.start + cue.start);
  const agent = cue && meant.find(({ near }) => near.acts.has(type) && isAgent(near, analysis.text, sentence.start + cue.start));
  const namesNothing = saysNothing(type) || MAY_NAME_NOTHING.has(type);
  return {
    sentence: index,
    type,
    stored: type === "no_comment" && !cue && cues.some((one) => one.type === "not_reached") ? "not_reached" : type,
    cue,
    asked: acts.find((act) => act.type === type)?.x ?? [],
    parties: (agent ? [agent] : meant).flatMap(({ near, x: features }): AnsweringParty[] => {
      const { party, acts: performed, ways } = near;
      if (isDoneTo(text, party, type, lang)) return [];
      const isTold = performed.has(type) && (namesNothing || isOn(claim, text, party) || pointsBack(lang).test(text));
      const ofType: Feature[] = [
        ["subject of the words", performed.has(type)],
        ["told", isTold],
        ["own voice", ways.has("publisher") && isOwnAct(type, text)],
        ["gives no comment", type === "no_comment"],
        ["own words", OWN_WORDS.has(type)],
        ["investigates", type === "investigation"],
        ["apologises", type === "apology"],
        ["release", kind === "press_release"],
      ];
      return [{ near, isTold, x: [...features, ...ofType] }];
    }),
    x: [
      ["words of an answer", oddsOf(1 - (byWords[0] ?? 1))],
      ["words of the type", oddsOf(byWords[place] ?? 0)],
      ["answer", oddsOf(isAnswer)],
      ["type", oddsOf(p)],
      ["type among answers", p / Math.max(isAnswer, 0.001)],
      ["share of the likeliest type", p / Math.max(0.001, ...types)],
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
      ...x,
    ],
  };
}
