/** Finds the headlines of a text. They repeat it in short form, so they give no claim and no response of their own. */
import { wordCount } from "../../text/segment.ts";
import type { TextAnalysis } from "../analysis.ts";

/** How many paragraphs at the start may be a headline or a standfirst, in a text of how many sentences. */
const MAX_LEADING_PARAGRAPHS = 4;
const MIN_SENTENCES = 4;
const MAX_HEADLINE_WORDS = 25;
/** The end of a sentence. A headline may ask: "Is the ferry sold?" */
const ENDS = /[.!:;,…。！：；，"”»«」]\s*$/u;

/** Indices of the headline sentences: single lines before the text without a full stop. */
export function headlinesOf({ sentences }: Pick<TextAnalysis, "sentences">): Set<number> {
  const lines = Map.groupBy(sentences.keys(), (index) => sentences[index]?.paragraph ?? 0);
  const isLine = ([paragraph, indices]: [number, number[]]) => {
    const words = indices.map((index) => sentences[index]?.text).join(" ");
    return paragraph < MAX_LEADING_PARAGRAPHS && !ENDS.test(words) && wordCount(words) <= MAX_HEADLINE_WORDS;
  };
  return new Set(sentences.length < MIN_SENTENCES ? [] : [...lines].filter(isLine).flatMap(([, indices]) => indices));
}
