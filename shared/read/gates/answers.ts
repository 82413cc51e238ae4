/**
 * Finds which acts of answering a claim a page in another language than English reports, and by which party. The words of a sentence tell how likely it is to
 * be an answer of each type (answer-words.ts); one fitted model chooses the party, another decides from all of it
 * (answer-weights.json, fitted by test/eval/rumours/fit-answers.ts on stories of our own).
 */

import { packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import { type ResponseType, saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { overlap } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { actorOf } from "../parties/actors.ts";
import { describedAs, isSameParty } from "../parties/same-party.ts";
import { isOwnAct, subjectNear } from "../responses/acting-party.ts";
import { type ResponseCue, responseCuesIn, unbeaten } from "../responses/response-cues.ts";
import { isOn } from "../responses/targets.ts";
import type { TokenSentence } from "../tokens.ts";
import weights from "./answer-weights.json" with { type: "json" };
import { ANSWERS, type AnswerWords, answerProbabilities, likelyTypes, oddsOf } from "./answer-words.ts";
import { type Feature, type Mixed, type Model, mixedModel, valuesOf } from "./forest.ts";
import { allNamesIn } from "./names.ts";
import { type Reasons, reasonsOf } from "./reasons.ts";
import { partiesAt, responseOf } from "./responses.ts";

/** A page that may answer a claim: its analysis, the claim, and the kind of document. */
export interface AnswerablePage {
  analysis: TextAnalysis;
  claim: string;
  kind: string;
}
/** A party that may have answered in a sentence; `at` is the offset of its name in the text, -1 where the sentence does not name it. */
export interface AnsweringParty {
  party: Party;
  at: number;
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
const WAYS = ["said", "cue", "covering", "subject", "opening", "issuer", "before", "name", "publisher"] as const;
type Way = (typeof WAYS)[number];
const KINDS = ["person", "organisation", "anonymous"] as const;
/** Acts by which a publisher or a platform deals with its own words. */
const OWN_WORDS = new Set<ResponseType>(["correction", "retraction", "apology", "takedown", "label"]);

/** Types of act that seldom repeat the words of the claim. */
const MAY_NAME_NOTHING: ReadonlySet<ResponseType> = new Set(["apology", "label", "takedown", "investigation"]);
/** What points back to a claim: "the reports", "it". */
const pointsBack = oncePer((lang: string) => {
  const { claims, pronouns, unspaced } = packOf(lang) ?? {};
  return wholeWords([claims?.anaphor, pronouns?.pointing].filter(Boolean).join("|") || "(?!)", "iu", unspaced);
});
/** The parties that a sentence may mean, each with the acts of whose words it is the subject. */
function partiesIn({ analysis, claim }: AnswerablePage, index: number, cues: readonly ResponseCue[]) {
  const { title, publisher } = analysis;
  const sentence = analysis.sentences[index] as TokenSentence;
  const found: { party: Party; at: number; ways: Set<Way>; acts: Set<ResponseType> }[] = [];
  const add = (party: Party | undefined, way: Way, at = -1, act?: ResponseType) => {
    if (!party || !(party.name ?? party.description)) return;
    const known = found.find((one) => isSameParty(one.party, party));
    if (!known) found.push({ party, at, ways: new Set([way]), acts: new Set(act && [act]) });
    else {
      known.ways.add(way);
      if (act) known.acts.add(act);
      if (known.at < 0) known.at = at;
    }
  };
  for (const { speaker } of analysis.statementsIn(index)) add(speaker?.party, "said", speaker?.start);
  for (const cue of cues) {
    const actor = actorOf(analysis, sentence, index, cue);
    add(actor?.party, "cue", actor?.at, cue.type);
  }
  for (const said of analysis.statements)
    if (said.sentence !== index && overlap(said.content, sentence)) add(said.speaker?.party, "covering");
  const middle = sentence.start + Math.floor(sentence.text.length / 2);
  for (const [way, end] of [["subject", sentence.end] as const, ["opening", middle] as const]) {
    const subject = subjectNear(analysis, sentence, index, end);
    add(subject?.party, way, subject?.at);
  }
  add(issuerOf(analysis) ?? undefined, "issuer");
  if (publisher) add({ kind: "outlet", name: publisher, role: null, affiliation: null, description: null }, "publisher");
  const before = [1, 2].map((back) => analysis.statementsIn(index - back).findLast(({ speaker }) => speaker)).find((said) => said);
  add(before?.speaker?.party, "before");
  for (const { name, start } of allNamesIn(sentence.text)) {
    const at = sentence.start + start;
    add(analysis.partyAt(name, "", at + 1), "name", at);
  }
  const isQuoting = quotations(sentence.text).length > 0;
  const named = found.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return found.map(({ party, at, ways, acts }) => {
    const rank = named.findIndex((one) => one.party === party);
    const words = describedAs(party);
    return {
      near: { party, at },
      acts,
      isPublisher: ways.has("publisher"),
      x: [
        ...WAYS.map((way): Feature => [`found:${way}`, ways.has(way)]),
        ...KINDS.map((kind): Feature => [`kind:${kind}`, party.kind === kind]),
        ["has role", party.role !== null],
        ["has name", party.name !== null],
        ["in claim", words.some((one) => claim.includes(one))],
        ["in title", words.some((one) => title?.includes(one))],
        ["first", rank === 0],
        ["rank", Math.min(1, Math.max(0, rank) / 4)],
        ["only", found.length === 1],
        ["quotes", isQuoting && ways.has("said")],
      ] satisfies Feature[],
    };
  });
}

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
    const parties = partiesIn(page, index, cues);
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
          parties: parties.map(({ near, acts, isPublisher, x }) => {
            const isTold =
              acts.has(type) &&
              (namesNothing || isOn(page.claim, sentence.text, near.party) || pointsBack(analysis.lang).test(sentence.text));
            const ofType: Feature[] = [
              ["subject of the words", acts.has(type)],
              ["told", isTold],
              ["own voice", isPublisher && isOwnAct(type, sentence.text)],
            ];
            return { ...near, isTold, x: [...x, ...ofType] };
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
            ["gives no comment", type === "no_comment"],
            ["investigates", type === "investigation"],
            ["own words", OWN_WORDS.has(type)],
            ["denies", type === "denial"],
          ],
        },
      ];
    });
  });
}

/** The likeliest party of a sentence, with its probability. */
export function partyOf({ parties }: AnswerCandidate, model: Model): { near: AnsweringParty; p: number } | null {
  const judged = parties.map((near) => ({ near, p: model(valuesOf(near.x)) }));
  return judged.reduce<(typeof judged)[number] | null>((best, one) => (best && best.p >= one.p ? best : one), null);
}
/** The features of an answer by its party. */
export const withParty = ({ x }: AnswerCandidate, { near, p }: { near: AnsweringParty; p: number }): Feature[] => [
  ...x,
  ["party", p],
  ...near.x.filter(([name]) => PARTY_FEATURES.has(name)).map(([name, value]): Feature => [`party ${name}`, value]),
];
const PARTY_FEATURES = new Set([
  "found:said",
  "found:issuer",
  "found:publisher",
  "has name",
  "in claim",
  "in title",
  "subject of the words",
  "told",
  "own voice",
]);

const models = weights as unknown as { threshold: number; withCue: number; party: Mixed; decide: Mixed };
const partyModel = mixedModel(models.party);
const decideModel = mixedModel(models.decide);

/** An act that a page reports towards its claim, with how sure that is. */
interface LikelyAnswer {
  response: Omit<ReadResponse, "claim">;
  /** The probability that the page reports this act of this party towards the claim, 0 to 1. */
  probability: number;
  reasons: Reasons;
}
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
      ({ candidate, party }) => candidate.sentence === sentence || (candidate.type === type && isSameParty(party.party, one.party.party)),
    );
    if (one.probability >= (isCued(one) ? withCue : threshold) && !isKnown) kept.push(one);
  }
  return kept;
}
/** The acts that a page reports towards its claim, as far as they are likely. */
export function likelyAnswers(page: AnswerablePage, words: AnswerWords, reported: Reading["reported"]): LikelyAnswer[] {
  const judged = answerCandidates(page, words).flatMap((candidate) => {
    const party = partyOf(candidate, partyModel);
    if (!party) return [];
    const x = withParty(candidate, party);
    return [{ candidate, party: party.near, x, probability: decideModel(valuesOf(x)) }];
  });
  return chosen(judged, models).flatMap(({ candidate, party, x, probability }) => {
    const at = placeOf(page, candidate, party);
    const verb = candidate.cue ? (page.analysis.sentences[candidate.sentence]?.start ?? 0) + candidate.cue.start : null;
    const parties = verb === null ? [party.party] : partiesAt(page.analysis, candidate.sentence, verb, party);
    const reasons = reasonsOf([[decideModel, x]]);
    return parties.map((actor) => ({
      probability,
      reasons,
      response: responseOf(page.analysis, { ...candidate, at }, actor, page.claim, { reported }),
    }));
  });
}

/** Where an act is told: the name of its party, else its sentence. */
const placeOf = ({ analysis }: AnswerablePage, { sentence }: AnswerCandidate, { at }: AnsweringParty): number =>
  at < 0 ? (analysis.sentences[sentence]?.start ?? 0) : at;
