/**
 * Which acts a sentence of an English page may report towards a claim: those that a cue, or all its words together, suggest. One model judges each by
 * features of sentence, document and claim (answers.ts).
 */

import { sumOf } from "../../collections.ts";
import { english, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { once, oncePer, oncePerObject } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { holds, type Range } from "../../text/span.ts";
import { type LocatedStatement, MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { type Claim, claimOf, conflictOf, weightedShareIn } from "../stance/claim.ts";
import { type MarkedSentence, markedPassage } from "../stance/marked-text.ts";
import { isContent } from "../stance/words.ts";
import { likelyTypes, oddsOf, probabilityOfAny } from "./answer-words.ts";
import type { AnswerablePage, PossibleAct } from "./answering-sentences.ts";
import type { Feature } from "./forest.ts";
import { namesIn } from "./names.ts";

const SIGNS = Object.entries(english.gates.response).map(([name, source]): [string, RegExp] => [name, wholeWords(source, "iu")]);
const PATTERN_OF = new Map(SIGNS);
/** Signs by which a sentence may show an act of a type, besides the cues of that type. */
const SIGNS_OF: Partial<Record<ResponseType, string[]>> = {
  denial: ["denies", "rejects", "untrue", "not"],
  no_comment: ["declines", "silent", "comment", "unconfirmed"],
  investigation: ["investigates"],
  confirmation: ["confirms", "admits"],
  partial_confirmation: ["confirms", "admits"],
  clarification: ["clarifies", "says"],
  explanation: ["explains"],
  correction: ["corrects"],
  retraction: ["corrects"],
  apology: ["apologises"],
};
const DENYING = ["denies", "rejects", "untrue"];
const CONFIRMING = new Set<ResponseType>(["confirmation", "partial_confirmation"]);
/** Groups of types of act that the models do not distinguish. */
const GROUPS: ResponseType[][] = [
  ["denial"],
  ["no_comment"],
  ["investigation"],
  ["confirmation", "partial_confirmation"],
  ["clarification"],
  ["explanation"],
  ["correction", "retraction", "apology", "takedown", "label"],
];
const TYPES = GROUPS.flat();
/** Minimum probability of a response by the words of a sentence, if it has no cue. */
const MIN_BY_WORDS = 0.06;
const REACH_BEFORE = 40;
const REACH_AFTER = 60;
/** The object of an act: the words after those that show it, up to the end of their clause. */
const OBJECT = /^[^.;:()—]{0,100}(?![\p{Alpha}\p{N}])/u;

/** The signs of a sentence, and how much of the claim it has. */
type Facts = ReturnType<typeof sentenceSigns>[number] & {
  overlap: number;
  /** The probability of each kind of answer by its words. */
  byWords: readonly number[];
};
const isAnswerBy = (byWords: readonly number[] | undefined) => 1 - (byWords?.[0] ?? 1);
/** Tests whether a passage has signs, each searched for when first used, because most sentences need few. */
const signsIn = (text: string) => ({ has: oncePer((name: string) => PATTERN_OF.get(name)?.test(text) ?? false) });
const has = (signs: ReturnType<typeof signsIn> | undefined, where: string, names: readonly string[]) =>
  names.map((name): Feature => [`${where}:${name}`, signs?.has(name) ?? false]);
const overlapOf = (claim: Claim, { stems }: Pick<MarkedSentence, "stems">) => weightedShareIn(claim, new Set(stems));
/** How much of the claim a statement has: the share of the statement's content words, and their count as a share of four. */
const heldIn = (claim: Claim, { words, stems }: MarkedSentence): [share: number, count: number] => {
  const content = stems.filter((_, i) => isContent(words[i] ?? ""));
  const held = content.filter((stem) => claim.weights.has(stem)).length;
  return [held / Math.max(1, content.length), Math.min(1, held / 4)];
};

/**
 * The groups of types for which cues of other acts are features, and the signs that are features in a sentence, beside
 * it, near the words and in the title.
 */
const ASKED_BESIDE = new Set<ResponseType>(["denial", "confirmation", "correction"]);
const OTHER_CUES: ResponseType[][] = [...GROUPS.filter(([type]) => type && ASKED_BESIDE.has(type)), ["right_of_reply"]];
const IN_SENTENCE =
  "denies rejects not silent comment confirms unconfirmed explains clarifies corrects says statement speaksFor rumour maybe but points ago".split(
    " ",
  );
const BESIDE = ["says", "rumour"];
const NEAR_BEFORE = ["not", "says", "rumour", "maybe", "ago", "points", "speaksFor", "we"];
const NEAR_AFTER = ["not", "rumour", "maybe", "points", "we"];
const IN_TITLE = ["denies", "untrue", "not", "rumour", "investigates"];

/** The signs of each sentence of a text, computed once for all claims. */
const sentenceSigns = oncePerObject(({ lang, sentences }: TextAnalysis) =>
  sentences.slice(0, MAX_SENTENCES).map((sentence, index) => {
    const passage = sentence.text.slice(0, 1500);
    const marked = markedPassage(passage, 1500, 200);
    const quoted = once(() => quotations(passage).map((q): Range => ({ start: sentence.start + q.start, end: sentence.start + q.end })));
    return { index, sentence, text: passage, signs: signsIn(passage), cues: responseCuesIn(passage, lang), marked, quoted };
  }),
);

/** The signs of parts of a text's sentences, computed once for all types of act and all claims. */
const signsOf = oncePerObject((_: TextAnalysis) => oncePer(signsIn));

/** Finds the acts that a sentence of a page may report. `byWords`: the probabilities by the words of its sentences. */
export function englishActs(
  { analysis, claim: about }: AnswerablePage,
  byWords: readonly (readonly number[])[],
): (index: number) => PossibleAct[] {
  const claim = claimOf(about);
  const facts = sentenceSigns(analysis).map(
    (one, i): Facts => ({ ...one, overlap: overlapOf(claim, one.marked), byWords: byWords[i] ?? [] }),
  );
  const view = new DocumentView(analysis, claim, facts);
  return (index) => (facts[index] ? view.actsIn(facts[index]) : []);
}

/** The least of a claim that a sentence has which states it. */
const MIN_STATED = 0.8;
class DocumentView {
  private readonly analysis: TextAnalysis;
  private readonly claim: Claim;
  private readonly facts: Facts[];
  private readonly title: Feature[];
  private readonly claimNames: string[];
  /** How many sentences have a cue of a type. */
  private readonly ofType: Map<ResponseType, number>;
  /** How many sentences are responses by their words. */
  private readonly answers: number;

  constructor(analysis: TextAnalysis, claim: Claim, facts: Facts[]) {
    this.analysis = analysis;
    this.claim = claim;
    this.facts = facts;
    this.claimNames = namesIn(claim.text).map(({ name }) => name);
    const title = analysis.title ?? "";
    const marked = markedPassage(title, 400, 60);
    this.title = [
      ...has(signsOf(analysis)(title), "title", IN_TITLE),
      ["title overlap", overlapOf(claim, marked)],
      ["title conflict", conflictOf(claim, marked)],
      ["title asks", /[?？]/.test(title)],
    ];
    this.answers = facts.filter(({ byWords }) => isAnswerBy(byWords) > 0.5).length;
    this.ofType = new Map(TYPES.map((type) => [type, facts.filter((one) => one.cues.some((cue) => cue.type === type)).length]));
  }

  actsIn(one: Facts): PossibleAct[] {
    const worded = isAnswerBy(one.byWords) < MIN_BY_WORDS ? [] : likelyTypes(one.byWords);
    const shown = new Set([...one.cues.map(({ type }) => type), ...worded]);
    const types = TYPES.filter(
      (type) => shown.has(type) && !this.confirmsOpposite(one, type) && !(type === "denial" && this.statesClaim(one)),
    );
    if (!types.length) return [];
    const statements = this.analysis.statementsIn(one.index).filter((said) => said.speaker);
    const quoted = one.quoted();
    return types.map((type): PossibleAct => {
      const cue = one.cues.find((c) => c.type === type);
      const sign = SIGNS.find(([name]) => (SIGNS_OF[type] ?? []).includes(name) && one.signs.has(name));
      const at = one.sentence.start + (cue?.start ?? sign?.[1].exec(one.text)?.index ?? 0);
      const typed = GROUPS.map((group): Feature => [`type:${group[0]}`, group.includes(type)]);
      return { type, x: [...typed, ...this.actFeatures(one, type, at, statements, quoted)] };
    });
  }

  /** "@night_guard writes: “The museum sold its whale.”": who says the claim itself, and is not named by it, does not deny it. */
  private statesClaim({ index, overlap, cues, signs }: Facts): boolean {
    const isNamed = ({ speaker }: LocatedStatement) => speaker !== null && this.names(speaker.party);
    const saysSo = cues.some(({ type }) => type === "denial") || SIGNS_OF.denial?.some((sign) => signs.has(sign));
    return overlap >= MIN_STATED && !saysSo && !this.analysis.statementsIn(index).some(isNamed);
  }

  /** Whether the claim names a party, or the one that it speaks for. */
  private names({ name, affiliation }: Party): boolean {
    return this.claimNames.some((one) => [name, affiliation].includes(one));
  }

  /** "Confirmed that it has not been stolen" about a thing said to be stolen, or "confirmed that it was a hoax": no confirmation. */
  private confirmsOpposite({ text, cues }: Facts, type: ResponseType): boolean {
    const cue = CONFIRMING.has(type) ? cues.find((one) => one.type === type) : undefined;
    if (!cue) return false;
    if (cues.some((one) => one.type === "denial" && one.start === cue.start)) return true;
    return conflictOf(this.claim, markedPassage(text.slice(cue.end), 800, 120)) > 0;
  }

  private actFeatures(one: Facts, type: ResponseType, at: number, statements: LocatedStatement[], quoted: Range[]): Feature[] {
    const { claim, facts } = this;
    const { index, cues, sentence, text, signs, marked } = one;
    const before = facts[index - 1];
    const after = facts[index + 1];
    const from = at - sentence.start;
    const end = Math.max(from + 4, ...cues.filter((cue) => cue.start === from).map((cue) => cue.end));
    const signsAt = signsOf(this.analysis);
    const markedPart = (part: string) => markedPassage(part, 1500, 200);
    const overlap = (part: string) => overlapOf(claim, markedPart(part));
    const object = heldIn(claim, markedPassage(OBJECT.exec(text.slice(end))?.[0] ?? "", 200, 40));
    const own = (SIGNS_OF[type] ?? []).filter((sign) => signs.has(sign)).length;
    const isSaid = ({ content }: LocatedStatement) => holds(content, at);
    const said = statements.find(isSaid) ?? statements[0];
    const content = said ? heldIn(claim, markedPart(said.content.text)) : [0, 0];
    const speaker = said?.speaker?.party;
    const group = GROUPS.find((types) => types.includes(type)) ?? [];
    return [
      ["words of an answer", oddsOf(isAnswerBy(one.byWords))],
      ["words of the type", oddsOf(probabilityOfAny(group, one.byWords))],
      ["words before", isAnswerBy(before?.byWords)],
      ["words after", isAnswerBy(after?.byWords)],
      ["answers in all", Math.min(1, this.answers / 8)],
      ["cue of type", cues.some((cue) => cue.type === type)],
      ["sign of type", own > 0],
      ["signs of type", own / 3],
      ...OTHER_CUES.map((group): Feature => [`cue:${group[0]}`, cues.some((cue) => group.includes(cue.type) && cue.type !== type)]),
      ...has(signs, "sign", IN_SENTENCE),
      ...has(before?.signs, "before", BESIDE),
      ["after:denies", DENYING.some((sign) => after?.signs.has(sign))],
      ...has(after?.signs, "after", BESIDE),
      ...has(signsAt(text.slice(Math.max(0, from - REACH_BEFORE), from)), "near before", NEAR_BEFORE),
      ...has(signsAt(text.slice(end, end + REACH_AFTER)), "near after", NEAR_AFTER),
      ["overlap after the words", overlap(text.slice(from))],
      ["overlap before the words", overlap(text.slice(0, from))],
      ["claim's share of the object", object[0]],
      ["claim's words in the object", object[1]],
      ["overlap", one.overlap],
      ["overlap before", before?.overlap ?? 0],
      ["overlap two", overlapOf(claim, { stems: [...marked.stems, ...(before?.marked.stems ?? [])] })],
      ["names", [...claim.names].filter((stem) => marked.stems.includes(stem)).length / Math.max(1, claim.names.size)],
      ["statement", said !== undefined],
      ["indirect", said?.kind === "indirect"],
      ["sign in content", said !== undefined && isSaid(said)],
      ["content overlap", said ? overlap(said.content.text) : 0],
      ["claim's share of the content", content[0] ?? 0],
      ["claim's words in the content", content[1] ?? 0],
      ...["person", "organisation", "anonymous", "outlet"].map((kind): Feature => [`speaker:${kind}`, speaker?.kind === kind]),
      ["speaker in claim", speaker !== undefined && this.names(speaker)],
      ["speaker role", Boolean(speaker?.role)],
      ["place", Math.min(1, index / 20)],
      ["lead", index < 4],
      ["relative place", index / Math.max(1, facts.length)],
      ["quotation", sumOf(quoted, (q) => q.end - q.start) / Math.max(1, sentence.end - sentence.start)],
      ["length", Math.min(1, marked.words.length / 50)],
      ...this.title,
      ["sentences", Math.min(1, facts.length / 40)],
      ["of type in all", Math.min(1, (this.ofType.get(type) ?? 0) / 5)],
      ["denials in all", Math.min(1, (this.ofType.get("denial") ?? 0) / 5)],
    ];
  }
}
