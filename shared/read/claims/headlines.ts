/** Finds the headlines of a text. They repeat it in short form, so they give no claim and no response of their own. */
import { wordCount } from "../../text/segment.ts";
import type { TextAnalysis } from "../analysis.ts";
import type { TokenSentence } from "../tokens.ts";

/** How many paragraphs at the start may be a headline or a standfirst. */
const MAX_LEADING_PARAGRAPHS = 4;
const MAX_HEADLINE_WORDS = 25;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, " ")
    .trim();

/** Longest line of several sentences that is a headline, in UTF-16 units. */
const MAX_ASKING = 60;
/** Shortest text with lines that are headlines by their form, in sentences. */
const MIN_SENTENCES = 4;

/** Indices of the headline sentences: the title, and single lines before the text without a full stop. */
export function headlinesOf({ text, sentences }: TextAnalysis, title: string | null): Set<number> {
  const headline = plain(title ?? "");
  const first = sentences[0]?.paragraph;
  const opening = sentences.filter(({ paragraph }) => paragraph === first);
  const line = text.slice(opening[0]?.start, opening.at(-1)?.end);
  // 网传“…”？多方回应
  const isAsked =
    opening.length > 1 &&
    opening.length < sentences.length &&
    line.length < MAX_ASKING &&
    /[?？!！]/.test(line) &&
    !/[.!?。！？…"”」]$/u.test(line.trim());
  const isLine = ({ text: words, paragraph }: TokenSentence) =>
    paragraph < MAX_LEADING_PARAGRAPHS &&
    sentences.length >= MIN_SENTENCES &&
    wordCount(words) <= MAX_HEADLINE_WORDS &&
    !/[.!?:;,…。！？：；，"”“»«」]\s*$/u.test(words);
  const isHeadline = (one: TokenSentence, index: number) => {
    const isAlone = [index - 1, index + 1].every((beside) => sentences[beside]?.paragraph !== one.paragraph);
    return (isAsked && one.paragraph === first) || (isAlone && ((headline !== "" && plain(one.text) === headline) || isLine(one)));
  };
  return new Set(sentences.flatMap((one, index) => (isHeadline(one, index) ? index : [])));
}
