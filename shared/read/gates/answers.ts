/**
 * Finds which acts of answering a claim a page in another language than English reports, and by which party. The words of a sentence tell how likely it is to
 * be an answer of each type (answer-words.ts); one logistic model chooses the party, another decides from all of it, and from what rules read
 * (answer-weights.json, fitted by test/eval/rumours/fit-answers.ts on stories of our own).
 */
import { logistic } from "../../logistic.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { quotations } from "../../text/quotations.ts";
import { overlap } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { actorOf } from "../parties/actors.ts";
import { isSameParty } from "../parties/same-party.ts";
import { subjectNear } from "../responses/acting-party.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import weights from "./answer-weights.json" with { type: "json" };
import { ANSWERS, type AnswerWords, answerProbabilities, likelyTypes, logit } from "./answer-words.ts";
import { allNamesIn } from "./names.ts";
import { type Reasons, reasonsOf } from "./reasons.ts";
import type { Feature } from "./response-candidates.ts";
import { responseOf } from "./responses.ts";

/** A page that may answer a claim: its analysis, the claim, what rules read as answers to it, and the kind of document. */
export interface AnswerablePage {
  analysis: TextAnalysis;
  claim: string;
  byRules: readonly ReadResponse[];
  kind: string;
}
/** A party that may have answered in a sentence; `at` is the offset of its name in the text, -1 where the sentence does not name it. */
export interface AnsweringParty {
  party: Party;
  at: number;
  x: Feature[];
}
/** A sentence that may be an answer of a type, with its features but for those of its party. */
export interface AnswerCandidate {
  sentence: number;
  type: ResponseType;
  /** What rules read in this sentence with this type. */
  byRule: ReadResponse | undefined;
  x: Feature[];
  parties: AnsweringParty[];
}

const MAX_SENTENCES = 60;
/** Least probability of an answer by its words, for a sentence in which rules read none. */
const MIN_BY_WORDS = 0.12;
const WAYS = ["rule", "said", "cue", "covering", "subject", "opening", "issuer", "before", "name", "publisher"] as const;
type Way = (typeof WAYS)[number];
const KINDS = ["person", "organisation", "anonymous"] as const;
/** Acts by which a publisher or a platform deals with its own words. */
const OWN_WORDS = new Set<ResponseType>(["correction", "retraction", "apology", "takedown", "label"]);

const wordsOf = ({ name, description, affiliation, role }: Party) =>
  [name, description, affiliation, role].filter((words) => words !== null);

/** The parties that a sentence may mean, each with how it was found. */
function partiesIn({ analysis, claim, byRules }: AnswerablePage, index: number): AnsweringParty[] {
  const { lang, title, publisher } = analysis;
  const sentence = analysis.sentences[index] as TokenSentence;
  const found: { party: Party; at: number; ways: Set<Way> }[] = [];
  const add = (party: Party | undefined, way: Way, at = -1) => {
    if (!party || !(party.name ?? party.description)) return;
    const known = found.find((one) => isSameParty(one.party, party));
    if (!known) found.push({ party, at, ways: new Set([way]) });
    else {
      known.ways.add(way);
      if (known.at < 0) known.at = at;
    }
  };
  for (const { actor, passage } of byRules) if (overlap(passage, sentence)) add(actor, "rule");
  for (const { speaker } of analysis.statementsIn(index)) add(speaker?.party, "said", speaker?.start);
  for (const cue of responseCuesIn(sentence.text, lang)) {
    const actor = actorOf(analysis, sentence, index, cue);
    add(actor?.party, "cue", actor?.at);
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
  return found.map(({ party, at, ways }): AnsweringParty => {
    const rank = named.findIndex((one) => one.party === party);
    const words = wordsOf(party);
    return {
      party,
      at,
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
      ],
    };
  });
}

/** The sentences of a page that may answer its claim, by their words or by rules. */
export function answerCandidates(page: AnswerablePage, words: AnswerWords): AnswerCandidate[] {
  const { analysis, byRules, kind } = page;
  const headline = headlinesOf(analysis, analysis.title);
  const sentences = analysis.sentences.slice(0, MAX_SENTENCES);
  const told = sentences.map(({ text }) => answerProbabilities(words, text));
  const any = told.map(([none = 1]) => 1 - none);
  const claim = stemsOf(page.claim);
  const held = sentences.map(({ text }) => shared(claim, stemsOf(text)) / Math.max(1, claim.size));
  const answers = Math.min(1, any.filter((p) => p > 0.5).length / 6);
  return sentences.flatMap((sentence, index): AnswerCandidate[] => {
    const rules = byRules.filter(({ passage }) => overlap(passage, sentence));
    const isAnswer = any[index] ?? 0;
    if (headline.has(index) || (isAnswer < MIN_BY_WORDS && !rules.length)) return [];
    const types = new Set([...rules.map(({ type }) => type), ...likelyTypes(told[index] ?? [])]);
    const cues = responseCuesIn(sentence.text, analysis.lang);
    const said = analysis.statementsIn(index).filter(({ speaker }) => speaker);
    const quoted = quotations(sentence.text).reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, sentence.text.length);
    const parties = partiesIn(page, index);
    return [...types].flatMap((type): AnswerCandidate[] => {
      const place = ANSWERS.indexOf(type as (typeof ANSWERS)[number]);
      if (place < 0) return [];
      const p = told[index]?.[place] ?? 0;
      return [
        {
          sentence: index,
          type,
          byRule: rules.find((rule) => rule.type === type),
          parties,
          x: [
            ["words of an answer", logit(isAnswer)],
            ["words of the type", logit(p)],
            ["type among answers", p / Math.max(isAnswer, 0.001)],
            ["answer before", any[index - 1] ?? 0],
            ["answer behind", any[index + 1] ?? 0],
            ["answers in all", answers],
            ["rule of type", rules.some((rule) => rule.type === type)],
            ["rule", rules.length > 0],
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

type Model = (x: readonly Feature[]) => number;
/** A logistic model over named features. */
export const modelOf =
  (fitted: Readonly<Record<string, number>>): Model =>
  (x) =>
    logistic(
      fitted,
      x.map(([name]) => name),
      x.map(([, value]) => Number(value)),
    );
/** The party that rules read, else the likeliest one of the sentence, with its probability. */
export function partyOf({ parties, byRule }: AnswerCandidate, model: Model): { near: AnsweringParty; p: number } | null {
  const possible = byRule ? parties.filter(({ party }) => isSameParty(party, byRule.actor)) : parties;
  const judged = possible.map((near) => ({ near, p: model(near.x) }));
  return judged.reduce<(typeof judged)[number] | null>((best, one) => (best && best.p >= one.p ? best : one), null);
}
/** The features of an answer by its party. */
export const withParty = ({ x }: AnswerCandidate, { near, p }: { near: AnsweringParty; p: number }): Feature[] => [
  ...x,
  ["party", p],
  ...near.x.filter(([name]) => PARTY_FEATURES.has(name)).map(([name, value]): Feature => [`party ${name}`, value]),
];
const PARTY_FEATURES = new Set(["found:rule", "found:said", "found:publisher", "in claim"]);

const partyModel = modelOf(weights.party);
const decideModel = modelOf(weights.decide);

/** An act that a page reports towards its claim, with how sure that is. */
interface LikelyAnswer {
  response: Omit<ReadResponse, "claim">;
  /** The probability that the page reports this act of this party towards the claim, 0 to 1. */
  probability: number;
  reasons: Reasons;
}
/**
 * What is shown of the judged answers of one page: those that rules read, where the model does not speak against them, then others from the threshold on,
 * the likeliest of a sentence, and each act once.
 */
export function chosen<T extends { candidate: AnswerCandidate; party: AnsweringParty; probability: number }>(
  judged: readonly T[],
  { threshold, withRule }: { threshold: number; withRule: number },
): T[] {
  const kept: T[] = [];
  const isRead = ({ candidate }: T) => candidate.byRule !== undefined;
  for (const one of judged.toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)) || b.probability - a.probability)) {
    if (one.probability < (isRead(one) ? withRule : threshold)) continue;
    const { sentence, type, byRule } = one.candidate;
    // Two acts that rules read in one sentence both stay.
    const isKnown = kept.some(
      ({ candidate, party }) =>
        (candidate.sentence === sentence && !(byRule && candidate.byRule && byRule !== candidate.byRule)) ||
        (candidate.type === type && isSameParty(party.party, one.party.party)),
    );
    if (!isKnown) kept.push(one);
  }
  return kept;
}
/** The acts that a page reports towards its claim, as far as they are likely. */
export function likelyAnswers(page: AnswerablePage, words: AnswerWords, reported: Reading["reported"]): LikelyAnswer[] {
  const judged = answerCandidates(page, words).flatMap((candidate) => {
    const party = partyOf(candidate, partyModel);
    if (!party) return [];
    const x = withParty(candidate, party);
    return [{ candidate, party: party.near, x, probability: decideModel(x) }];
  });
  const kept = chosen(judged, weights);
  return kept.map(({ candidate, party, x, probability }) => ({
    probability,
    reasons: reasonsOf([[(values) => decideModel(x.map(([name], i) => [name, values[i] ?? 0])), x]]),
    response:
      candidate.byRule ??
      responseOf(page.analysis, { ...candidate, cue: null, at: placeOf(page, candidate, party) }, party.party, page.claim, { reported }),
  }));
}

/** Where an act is told: the name of its party, else its sentence. */
const placeOf = ({ analysis }: AnswerablePage, { sentence }: AnswerCandidate, { at }: AnsweringParty): number =>
  at < 0 ? (analysis.sentences[sentence]?.start ?? 0) : at;
