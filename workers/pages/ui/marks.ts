/** Two texts beside each other, with the words marked that both have. */

import { hidesDirection } from "../../../shared/i18n/index.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { fold } from "../../../shared/text/segment.ts";
import { isStopWord } from "../../../shared/text/stop-words.ts";
import { html, langTag, type Markup } from "./html.ts";

/** A text as a person sees it: so much of it around the words that matter, in UTF-16 units. */
const SHOWN = 1200;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

interface Piece {
  text: string;
  /** Folded; "" for what stands between words. */
  word: string;
}
function piecesOf(text: string): Piece[] {
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({ text: segment, word: isWordLike ? fold(segment) : "" }));
}

/** The part of a text around a quote of it; the start where the quote is not in it. */
export function passageOf(text: string, quote: string | null, max = SHOWN): string {
  if (text.length <= max) return text;
  const at = quote ? Math.max(0, text.indexOf(quote)) : 0;
  const from = Math.max(0, Math.min(at - Math.floor(max / 3), text.length - max));
  const cut = text
    .slice(from, from + max)
    .toWellFormed()
    .replaceAll("\uFFFD", "")
    .trim();
  return `${from > 0 ? "… " : ""}${cut}${from + max < text.length ? " …" : ""}`;
}

/** Runs of words that both have, with at least one that is no stop word; what stands between two words of a run belongs to it. */
function marked(pieces: Piece[], others: ReadonlySet<string>, lang: string | null): Markup {
  const out: Markup[] = [];
  let plain = "";
  let run = "";
  let between = "";
  let tells = false;
  const language = baseLang(lang);
  const close = () => {
    if (run && tells) {
      out.push(html`${plain}<mark>${run}</mark>`);
      plain = "";
    } else plain += run;
    plain += between;
    run = between = "";
    tells = false;
  };
  for (const { text, word } of pieces) {
    if (word && others.has(word)) {
      run += between + text;
      between = "";
      tells ||= !isStopWord(word, language);
    } else if (word) {
      close();
      plain += text;
    } else if (run) between += text;
    else plain += text;
  }
  close();
  const tag = langTag(lang);
  const words = html`<bdi dir=auto${tag && html` lang="${tag}"`}>${out}${plain}</bdi>`;
  return html`${words}${pieces.some(({ text }) => hidesDirection(text)) && html` <small class=note>contains hidden direction marks</small>`}`;
}

export interface Words {
  text: string;
  lang: string | null;
}
/** Both texts as markup, the words that they share in `<mark>`. Linear in their lengths. */
export function sharedMarks(a: Words, b: Words): [Markup, Markup] {
  const [left, right] = [piecesOf(a.text), piecesOf(b.text)];
  const wordsOf = (pieces: Piece[]) => new Set(pieces.flatMap(({ word }) => (word ? [word] : [])));
  return [marked(left, wordsOf(right), a.lang), marked(right, wordsOf(left), b.lang)];
}
