/** A text as sentences of tokens. A passage in quotation marks is one token, so that its inner full stops end no sentence. */

import { english, sourcesOf } from "../lang/index.ts";
import { type Quotation, quotations } from "../text/quotations.ts";
import { sentences } from "../text/segment.ts";
import { holds, narrow } from "../text/span.ts";

/** A word, a mark or a whole quotation, with its UTF-16 offsets in the text. */
export interface Token {
  text: string;
  /** In lower case, except "WHO", "US" and "IS" if other words are not in capitals: they are names and no function words. */
  lower: string;
  start: number;
  end: number;
  kind: "word" | "mark" | "quote";
}
/** A sentence with its UTF-16 offsets in the text; `paragraph` counts from 0. */
export interface TokenSentence {
  text: string;
  start: number;
  end: number;
  paragraph: number;
  tokens: Token[];
}

const { beginName, prefixes } = english.grammar.naming;
/** The short words that begin a name, also in the form at the start of a sentence. */
const SMALL = `(?:${beginName})`;
const OPENING = `(?:${beginName.replace(/(?<![^|])\p{Lower}/gu, (letter) => letter.toUpperCase())})`;
/** A name that begins with short words: "van der Berg", and "Van der Berg" at the start of a sentence. */
const NAME = `(?<![\\p{Alpha}\\p{N}])(?:${SMALL} |${OPENING} (?=${SMALL} ))(?:${SMALL} ){0,2}(?=\\p{Upper}\\p{Lower})[\\p{Alpha}\\p{M}]+(?:['’-][\\p{Alpha}\\p{M}]+)*`;
const NAME_START = new RegExp(`^(?:\\p{Upper}|(?:${beginName}) |${prefixes}\\p{Upper})`, "u");
/** Whether a word is written as a name: with a capital, possibly after the short words and prefixes of names. */
export const isWrittenAsName = ({ text }: Token): boolean => NAME_START.test(text);

const TOKEN = new RegExp(
  `${NAME}|(?<![\\p{Alpha}\\p{N}])(?:${sourcesOf((pack) => pack.abbreviations).spaced}|${sourcesOf((pack) => pack.companyForms).spaced}|(?:${sourcesOf((pack) => pack.beforeNumber).spaced})(?=\\.\\s?\\d))\\.|(?:\\p{Upper}\\.)+|[@#]?[\\p{Alpha}\\p{M}\\p{N}_]+(?:(?:['’.&/-]|(?<=\\d),(?=\\d{3}(?!\\d))| & (?=\\p{Upper}))[\\p{Alpha}\\p{M}\\p{N}_]+)*['’]?|—|–|-+|\\.{2,}|[^\\s]`,
  "gu",
);
/** A passage that ends in ? or ! continues where its speaker follows: `"Why?" Jane Roe asked.` */
const SPEAKER_FOLLOWS = new RegExp(`^\\s+(?:[\\p{Upper}][\\p{Alpha}.'’-]{0,30}\\s+){1,4}(?:${english.grammar.saysBehindQuote})\\b`, "u");
/** "Wrote on X. She": the platform's name is no initial. */
const ON_X = new RegExp(`\\b(${english.grammar.beforePlatform}) X(?=[.!?]\\s)`, "g");

/** The text with the inside of each quotation masked, at the same offsets. The last full stop of a quotation stays if a new sentence follows. */
function mask(text: string, quoted: Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const quotation of quoted) {
    parts.push(text.slice(at, quotation.start), `Q${"q".repeat(Math.max(0, quotation.innerEnd - quotation.start - 1))}`);
    const close = quotation.end - quotation.innerEnd;
    const last = text[quotation.innerEnd - 1] ?? "";
    const after = text.slice(quotation.end, quotation.end + 160);
    const ends =
      /[.?!…。！？]/.test(last) && /^\s*(?:[\p{Upper}\p{Lo}"“'‘«「]|$)/u.test(after) && !(last !== "." && SPEAKER_FOLLOWS.test(after));
    if (ends) {
      const filler = parts.pop() as string;
      parts.push(filler.slice(0, -1), ".");
    }
    parts.push(ends ? '"'.repeat(close) : "q".repeat(close));
    at = quotation.end;
  }
  parts.push(text.slice(at));
  return parts.join("").replace(ON_X, "$1 x");
}

/** Whether an offset of the text is in a quotation of a sentence. */
export const isQuoted = ({ tokens }: TokenSentence, at: number): boolean =>
  tokens.some((token) => token.kind === "quote" && holds(token, at));

const ACRONYM = /^\p{Upper}{2,5}$/u;
const SMALL_LETTER = /\p{Lower}/u;

/** The sentences of a text as tokens with UTF-16 offsets. */
export function tokenSentences(text: string): TokenSentence[] {
  const quoted = quotations(text);
  const out: TokenSentence[] = [];
  let next = 0;
  for (const sentence of sentences(mask(text, quoted))) {
    const tokens: Token[] = [];
    const isMixed = SMALL_LETTER.test(text.slice(sentence.start, sentence.end));
    const words = (from: number, to: number) => {
      for (const match of narrow(text.slice(from, to)).matchAll(TOKEN)) {
        const start = from + match.index;
        const kind = /^[\p{Alpha}\p{N}@#]/u.test(match[0]) ? "word" : "mark";
        const lower = isMixed && ACRONYM.test(match[0]) ? match[0] : match[0].toLowerCase();
        tokens.push({ text: match[0], lower, start, end: start + match[0].length, kind });
      }
    };
    let at = sentence.start;
    while (next < quoted.length && (quoted[next] as Quotation).start < sentence.end) {
      const quotation = quoted[next++] as Quotation;
      words(at, quotation.start);
      const exact = text.slice(quotation.start, quotation.end);
      tokens.push({ text: exact, lower: exact.toLowerCase(), start: quotation.start, end: quotation.end, kind: "quote" });
      at = quotation.end;
    }
    words(at, Math.max(at, sentence.end));
    const last = tokens.at(-1);
    if (last && /^\p{Upper}\.$/u.test(last.text)) {
      tokens.pop();
      tokens.push({ text: last.text.slice(0, 1), lower: last.lower.slice(0, 1), start: last.start, end: last.end - 1, kind: "word" });
      tokens.push({ text: ".", lower: ".", start: last.end - 1, end: last.end, kind: "mark" });
    }
    const { start, paragraph } = sentence;
    const end = Math.max(at, sentence.end);
    out.push({ text: narrow(text.slice(start, end)), start, end, paragraph, tokens });
  }
  return out;
}
