/** W3C Web Annotation TextQuoteSelector of a passage. */
import type { Quote } from "../model/quote.ts";
import { sentences } from "./segment.ts";

/** UTF-16 units of context on each side, as in the W3C note's examples and Hypothesis. */
export const CONTEXT = 32;

/** Moves an offset out of the middle of a surrogate pair, towards `step`. */
function whole(text: string, at: number, step: 1 | -1): number {
  const inside = at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at] as string) && /[\uD800-\uDBFF]/.test(text[at - 1] as string);
  return inside ? at + step : at;
}

/** The passage `[start, end)` (UTF-16 offsets, clamped to the text) with up to 32 units before and after it, cut on whole code points. */
export function quoteOf(text: string, start: number, end: number): Quote {
  const from = whole(text, Math.max(0, Math.min(start, text.length)), -1);
  const to = whole(text, Math.max(from, Math.min(end, text.length)), 1);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(whole(text, Math.max(0, from - CONTEXT), 1), from),
    suffix: text.slice(to, whole(text, Math.min(text.length, to + CONTEXT), -1)),
  };
}

/** The longest sentence that is quoted whole, in UTF-16 units: the longest quote that pages show. */
const MAX_WHOLE = 280;
/**
 * The sentence in which a passage stands, as a quote; of a longer one the passage alone. A part of a sentence may say the opposite of the whole: "…
 * the actor has died" of "The family asks people not to write that the actor has died".
 */
export function sentenceQuoteOf(text: string, start: number, end: number): Quote {
  const around = sentences(text).filter((one) => one.start < end && one.end > start);
  const from = Math.min(start, around[0]?.start ?? start);
  const to = Math.max(end, around.at(-1)?.end ?? end);
  return to - from > MAX_WHOLE ? quoteOf(text, start, end) : quoteOf(text, from, to);
}

/** Where the sentence begins that holds an offset. */
export const sentenceStart = (text: string, at: number): number => sentences(text).findLast(({ start }) => start <= at)?.start ?? at;

/** Stands for words that are left out, or that readers may not see yet. */
export const LEFT_OUT = "…";
/** Ends of a text that may precede a sentence, or precede words that the text itself quotes. */
const BEFORE_SENTENCE = /[.!?:;。！？：；]["'”’»」』)]*$|["'“‘«„「『([•–—-]$/u;
/** Beginnings of a text that may follow a sentence, or follow words that the text itself quotes. */
const BEHIND_SENTENCE = /^\s*(?:$|[.!?:;\n。！？：；"'”’»」』)\]])/u;
const SENTENCE_END = /[.!?。！？]["'”’»」』)\]]*\s*$/u;
/** Whether a quote begins within a sentence. */
export function beginsWithin({ prefix }: Pick<Quote, "prefix">): boolean {
  const before = prefix.trimEnd();
  return before !== "" && !prefix.slice(before.length).includes("\n") && !BEFORE_SENTENCE.test(before);
}
/** Whether a quote ends within a sentence. */
export const endsWithin = ({ exact, suffix }: Pick<Quote, "exact" | "suffix">): boolean =>
  !BEHIND_SENTENCE.test(suffix) && !SENTENCE_END.test(exact);
/** The words of a quote in print. If it is part of a sentence, "…" shows that words were left out ("They deny that …"). */
export function printed(quote: Quote): string {
  const exact = quote.exact.trim();
  const before = beginsWithin(quote) && !exact.startsWith(LEFT_OUT) ? `${LEFT_OUT} ` : "";
  return `${before}${exact}${endsWithin(quote) && !exact.endsWith(LEFT_OUT) ? ` ${LEFT_OUT}` : ""}`;
}
