/**
 * Features of a sentence in a language other than English that may answer a claim, beyond its own words: its neighbours, the headline, the rest
 * of the page, and the claim. One model for each type of act uses them (answers.ts).
 */
import { doubtsIn } from "../../changes/compare/cues.ts";
import { negatesBeside } from "../../match/compare/polarity.ts";
import { quotations } from "../../text/quotations.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { hedgesIn } from "../claims/certainty.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { type ResponseCue, responseCuesIn } from "../responses/response-cues.ts";
import { saysFalse } from "../stance/headline-words.ts";
import { ANSWERS, type AnswerWords, answerProbabilities, oddsOf } from "./answer-words.ts";
import type { Feature } from "./forest.ts";

/** A page that may answer a claim: its analysis, the claim, and the kind of document. */
export interface AnswerablePage {
  analysis: TextAnalysis;
  claim: string;
  kind: string;
}
/** A sentence that may answer a claim. */
export interface AnsweringSentence {
  index: number;
  cues: ResponseCue[];
  /** The probability of each of `ANSWERS` by its words alone. */
  told: readonly number[];
  /** What the words of the sentence, of its neighbours, of the headline and of the page suggest for each type. */
  odds: Feature[];
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

/** The sentences of a page that may answer its claim, because of their words or of a cue. */
export function answeringSentences({ analysis, claim, kind }: AnswerablePage, words: AnswerWords): AnsweringSentence[] {
  const { title, lang } = analysis;
  const headline = headlinesOf(analysis, title);
  const sentences = analysis.sentences.slice(0, MAX_SENTENCES);
  const told = sentences.map(({ text }) => answerProbabilities(words, text));
  const byWords = told.map((list) => list.map(oddsOf));
  const cues = sentences.map(({ text }) => responseCuesIn(text, lang));
  const inText = byWords.filter((_, i) => !headline.has(i));
  const most = ANSWERS.map((_, type) => Math.max(...inText.map((list) => list[type] ?? 0)));
  const inTitle = title ? answerProbabilities(words, title).map(oddsOf) : NOTHING;
  const claimed = stemsOf(claim);
  return sentences.flatMap(({ text }, index): AnsweringSentence[] => {
    const own = cues[index] ?? [];
    if (headline.has(index) || (1 - (told[index]?.[0] ?? 1) < MIN_BY_WORDS && !own.length)) return [];
    const stems = stemsOf(text);
    const said = analysis.statementsIn(index).filter(({ speaker }) => speaker);
    const odds: Feature[] = [
      ...oddsIn("words", byWords[index] ?? NOTHING),
      ...oddsIn("before", byWords[index - 1] ?? NOTHING),
      ...oddsIn("behind", byWords[index + 1] ?? NOTHING),
      ...oddsIn("title", inTitle),
      ...oddsIn("most", most),
      ...ANSWERS.map((type): Feature => [`cue ${type}`, own.some((cue) => cue.type === type)]),
    ];
    const x: Feature[] = [
      ["cue before", (cues[index - 1] ?? []).length > 0],
      ["cue behind", (cues[index + 1] ?? []).length > 0],
      ["of the claim", held(claimed, stems)],
      ["of the sentence", held(stems, claimed)],
      ["of the title", held(stemsOf(title ?? ""), stems)],
      ["negates", Math.min(1, doubtsIn(text, lang).negations.length / 2)],
      ["negates the claim", negatesBeside(text, claim, lang)],
      ["hedges", hedgesIn(text).length > 0],
      ["says false", saysFalse(text, lang)],
      ["asks", /[?？]/.test(text)],
      ["quotation", quotations(text).reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, text.length)],
      ["said", said.length > 0],
      ["said directly", said.some((one) => one.kind === "direct")],
      ["place", Math.min(1, index / 20)],
      ["length", Math.min(1, text.length / 300)],
      ["release", kind === "press_release"],
      ["fact check", kind === "fact_check"],
    ];
    return [{ index, cues: own, told: told[index] ?? NOTHING, odds, x }];
  });
}
