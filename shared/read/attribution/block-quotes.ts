/** Block quotes: paragraphs that quote somebody after a sentence that ends in a colon. */
import { sourcesOf } from "../../lang/index.ts";
import type { TokenSentence } from "../tokens.ts";

export interface Block {
  /** Index of the sentence that introduces the block quote. */
  intro: number;
  /** Index of the block's first sentence, and one past its last. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** Offset where the block's first paragraph ends. */
  firstEnd: number;
}

const { spaced: LETTERED, unspaced: UNSPACED } = sourcesOf(({ pronouns }) => pronouns?.firstPerson);
const FIRST_PERSON = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${LETTERED})(?=$|[^\\p{L}\\p{N}])|${UNSPACED}`, "u");
const referrer = sourcesOf(({ statements }) => statements?.referrer);
const WRITER = new RegExp(`^(?:${referrer.spaced}|${referrer.unspaced})`, "iu");
/** Shortest introduction, and shortest first sentence of a block: "7:40 p.m." and "___" are not speech. */
const MIN_INTRO = 20;
const MIN_BLOCK = 12;
/** Longest block, in paragraphs. */
const MAX_PARAGRAPHS = 8;

/**
 * The block quotes of a text without markup. The first paragraph after the colon belongs to it; the next ones while they speak in the
 * first person and do not speak of "the post" as the writer does.
 */
export function blocksOf(text: string, sentences: TokenSentence[]): Block[] {
  const out: Block[] = [];
  for (let index = 0; index + 1 < sentences.length; index++) {
    const intro = sentences[index] as TokenSentence;
    const first = sentences[index + 1] as TokenSentence;
    if (
      !/[:：]\s*$/.test(text.slice(Math.max(intro.start, intro.end - 3), intro.end)) ||
      first.paragraph === intro.paragraph ||
      intro.end - intro.start < MIN_INTRO ||
      first.end - first.start < MIN_BLOCK
    )
      continue;
    let to = index + 1;
    let paragraph = first.paragraph;
    const inParagraph = (at: number) => {
      let end = at;
      while (end < sentences.length && sentences[end]?.paragraph === sentences[at]?.paragraph) end++;
      return end;
    };
    to = inParagraph(to);
    const firstEnd = sentences[to - 1]?.end ?? first.end;
    while (to < sentences.length && paragraph - first.paragraph < MAX_PARAGRAPHS) {
      const next = inParagraph(to);
      const words = text.slice(sentences[to]?.start, sentences[next - 1]?.end);
      if (!FIRST_PERSON.test(words.replace(/["“][^"”]{0,2000}["”]/g, "")) || WRITER.test(words)) break;
      paragraph = sentences[to]?.paragraph ?? paragraph;
      to = next;
    }
    const end = sentences[to - 1]?.end ?? first.end;
    out.push({ intro: index, from: index + 1, to, start: first.start, end, firstEnd });
    index = Math.max(to - 2, index);
  }
  return out;
}
