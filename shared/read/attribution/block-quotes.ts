/** Block quotes: paragraphs that quote somebody after a sentence that ends in a colon. */
import { patternOf } from "../../lang/index.ts";
import { oncePerObject } from "../../text/once-per.ts";
import type { TextAnalysis } from "../analysis.ts";

/** A block quote with its introduction, by sentences and by UTF-16 offsets. */
export interface Block {
  /** Index of the sentence that introduces the block quote, of the block's first sentence, and one past its last. */
  intro: number;
  from: number;
  to: number;
  /** Offsets of the block, and of the end of its first paragraph. */
  start: number;
  end: number;
  firstEnd: number;
}
const FIRST_PERSON = patternOf(({ pronouns }) => pronouns?.firstPerson ?? pronouns?.self, "u");
/** Shortest introduction, and shortest first sentence of a block: "7:40 p.m." and "___" are not speech. */
const MIN_INTRO = 20;
const MIN_BLOCK = 12;
const MAX_PARAGRAPHS = 8;

/** The block quotes of a text without markup: the paragraph after the colon, and the next ones while they speak in the first person. */
export const blocksOf = oncePerObject(({ text, sentences }: Pick<TextAnalysis, "text" | "sentences">): Block[] => {
  const paragraphEnd = (at: number) => {
    const end = sentences.findIndex(({ paragraph }, i) => i > at && paragraph !== sentences[at]?.paragraph);
    return end < 0 ? sentences.length : end;
  };
  const between = (from: number, to: number) => text.slice(sentences[from]?.start, sentences[to - 1]?.end);
  return sentences.flatMap((intro, index): Block[] => {
    const first = sentences[index + 1];
    if (!first || first.paragraph === intro.paragraph || first.end - first.start < MIN_BLOCK) return [];
    if (intro.end - intro.start < MIN_INTRO || !/[:：]\s*$/.test(between(index, index + 1))) return [];
    const firstTo = paragraphEnd(index + 1);
    let to = firstTo;
    for (let more = 1; more < MAX_PARAGRAPHS && to < sentences.length; more++) {
      if (!FIRST_PERSON.test(between(to, paragraphEnd(to)).replace(/["“][^"”]{0,2000}["”]/g, ""))) break;
      to = paragraphEnd(to);
    }
    const endOf = (last: number) => sentences[last - 1]?.end ?? first.end;
    return [{ intro: index, from: index + 1, to, start: first.start, end: endOf(to), firstEnd: endOf(firstTo) }];
  });
});

/** The block quote that a sentence is in. */
export const blockAt = (analysis: TextAnalysis, index: number) => blocksOf(analysis).find(({ from, to }) => from <= index && index < to);
