/**
 * The sentences of a page that may answer a claim, with their features beyond their own words: of their neighbours, the headline, the rest of the
 * page, and the claim. In languages other than English one model for each type of act uses them (answers.ts).
 */
import { doubtsIn } from "../../changes/compare/cues.ts";
import { negatesBeside } from "../../match/compare/polarity.ts";
import type { ResponseType } from "../../model/response.ts";
import { quotedShare } from "../../text/quotations.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { hedgesIn } from "../claims/certainty.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { type ResponseCue, responseCuesIn } from "../responses/response-cues.ts";
import { saysFalse } from "../stance/headline-words.ts";
import type { TokenSentence } from "../tokens.ts";
import { ANSWERS, type AnswerWords, answerProbabilities, oddsOf } from "./answer-words.ts";
import { englishActs } from "./english-acts.ts";
import type { Feature } from "./forest.ts";

/** A page that may answer a claim: its analysis, the claim, and the kind of document. */
export interface AnswerablePage {
  analysis: TextAnalysis;
  claim: string;
  kind: string;
}
/** An act that a sentence may report, with what the model of its type is asked. */
export interface PossibleAct {
  type: ResponseType;
  x: Feature[];
}
/** A sentence that may answer a claim. */
export interface AnsweringSentence {
  index: number;
  cues: ResponseCue[];
  /** The probability of each of `ANSWERS` by its words alone. */
  byWords: readonly number[];
  acts: readonly PossibleAct[];
  /** Features of what the sentence says, and of its place. */
  x: Feature[];
}

const MAX_SENTENCES = 60;
/** Minimum probability of a response by its words, for a sentence without a cue. */
const MIN_BY_WORDS = 0.12;
const NOTHING = ANSWERS.map(() => 0);
const oddsIn = (place: string, odds: readonly number[]) => ANSWERS.map((name, i): Feature => [`${place} ${name}`, odds[i] ?? 0]);
/** The share of the first passage that is in the second, by the stems of their words. */
const held = (of: ReadonlySet<string>, other: ReadonlySet<string>) => shared(of, other) / Math.max(1, of.size);

/** What is known of the sentences of a page before any is judged. */
interface PageSentences {
  /** The probability of each of `ANSWERS` by the words of each sentence, and its cues. */
  byWords: readonly (readonly number[])[];
  cues: readonly (readonly ResponseCue[])[];
  headline: ReadonlySet<number>;
}
/** The sentences of a page that may answer its claim, because of their words or of a cue. */
export function answeringSentences(page: AnswerablePage, words: AnswerWords): AnsweringSentence[] {
  const { analysis } = page;
  const isEnglish = analysis.lang.startsWith("en");
  const sentences = analysis.sentences.slice(0, isEnglish ? undefined : MAX_SENTENCES);
  const byWords = sentences.map(({ text }) => answerProbabilities(words, text));
  const cues = sentences.map(({ text }) => responseCuesIn(text, analysis.lang));
  const known = { byWords, cues, headline: headlinesOf(analysis) };
  const place = featuresIn(page, known);
  const actsOf = isEnglish ? englishActs(page, byWords) : actsByWords(page, known, words, place);
  return sentences.flatMap((_, index): AnsweringSentence[] => {
    const acts = known.headline.has(index) ? [] : actsOf(index);
    return acts.length ? [{ index, cues: cues[index] ?? [], byWords: byWords[index] ?? NOTHING, acts, x: place(index) }] : [];
  });
}

/** The acts of a sentence in another language than English: each type, where its words or a cue suggest any. */
function actsByWords(
  { analysis: { title } }: AnswerablePage,
  { byWords, cues, headline }: PageSentences,
  words: AnswerWords,
  place: (index: number) => Feature[],
) {
  const odds = byWords.map((list) => list.map(oddsOf));
  const inText = odds.filter((_, i) => !headline.has(i));
  const most = ANSWERS.map((_, type) => Math.max(...inText.map((list) => list[type] ?? 0)));
  const inTitle = title ? answerProbabilities(words, title).map(oddsOf) : NOTHING;
  return (index: number): PossibleAct[] => {
    const own = cues[index] ?? [];
    if (1 - (byWords[index]?.[0] ?? 1) < MIN_BY_WORDS && !own.length) return [];
    const x = [
      ...oddsIn("words", odds[index] ?? NOTHING),
      ...oddsIn("before", odds[index - 1] ?? NOTHING),
      ...oddsIn("behind", odds[index + 1] ?? NOTHING),
      ...oddsIn("title", inTitle),
      ...oddsIn("most", most),
      ...ANSWERS.map((type): Feature => [`cue ${type}`, own.some((cue) => cue.type === type)]),
      ...place(index),
    ];
    return ANSWERS.slice(1).map((type) => ({ type: type as ResponseType, x }));
  };
}

/** The features of a sentence for all types: what it says, and where it stands. */
function featuresIn({ analysis, claim, kind }: AnswerablePage, { cues }: PageSentences) {
  const { lang } = analysis;
  const claimed = stemsOf(claim);
  const titled = stemsOf(analysis.title ?? "");
  return (index: number): Feature[] => {
    const { text } = analysis.sentences[index] as TokenSentence;
    const stems = stemsOf(text);
    const said = analysis.statementsIn(index).filter(({ speaker }) => speaker);
    return [
      ["cue before", (cues[index - 1] ?? []).length > 0],
      ["cue behind", (cues[index + 1] ?? []).length > 0],
      ["of the claim", held(claimed, stems)],
      ["of the sentence", held(stems, claimed)],
      ["of the title", held(titled, stems)],
      ["negates", Math.min(1, doubtsIn(text, lang).negations.length / 2)],
      ["negates the claim", negatesBeside(text, claim, lang)],
      ["hedges", hedgesIn(text).length > 0],
      ["says false", saysFalse(text, lang)],
      ["asks", /[?？]/.test(text)],
      ["quotation", quotedShare(text)],
      ["said", said.length > 0],
      ["said directly", said.some((one) => one.kind === "direct")],
      ["place", Math.min(1, index / 20)],
      ["length", Math.min(1, text.length / 300)],
      ["release", kind === "press_release"],
      ["fact check", kind === "fact_check"],
    ];
  };
}
