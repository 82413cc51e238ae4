/** Finds the headlines of a text. They repeat it in short form, so they give no claim and no response of their own. */
import { wordCount } from "../../text/segment.ts";
import type { TextAnalysis } from "../analysis.ts";

/** How many paragraphs at the start may be a headline or a standfirst. */
const MAX_LEADING_PARAGRAPHS = 4;
const MAX_HEADLINE_WORDS = 25;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, " ")
    .trim();

/** Indices of the headline sentences: the title, and single lines before the text without a full stop. */
export function headlinesOf(analysis: TextAnalysis, title: string | null): Set<number> {
  const out = new Set<number>();
  const headline = plain(title ?? "");
  const first = analysis.sentences[0]?.paragraph;
  const opening = analysis.sentences.filter((s) => s.paragraph === first);
  const line = analysis.text.slice(opening[0]?.start, opening.at(-1)?.end);
  const asked =
    opening.length > 1 &&
    opening.length < analysis.sentences.length &&
    line.length < 60 &&
    /[?？!！]/.test(line) &&
    !/[.!?。！？…"”」]$/u.test(line.trim());
  analysis.sentences.forEach((sentence, index) => {
    const alone =
      analysis.sentences[index - 1]?.paragraph !== sentence.paragraph && analysis.sentences[index + 1]?.paragraph !== sentence.paragraph;
    const text = sentence.text;
    // 网传“…”？多方回应
    if (sentence.paragraph === first && asked) out.add(index);
    if (!alone) return;
    if (headline && plain(text) === headline) out.add(index);
    const long = wordCount(text) > MAX_HEADLINE_WORDS;
    if (
      sentence.paragraph < MAX_LEADING_PARAGRAPHS &&
      analysis.sentences.length > 3 &&
      !long &&
      !/[.!?:;,…。！？：；，"”“»«」]\s*$/u.test(text)
    )
      out.add(index);
  });
  return out;
}
