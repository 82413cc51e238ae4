/** Passages in quotation marks: where they open and close, per paragraph, in linear time. */

import { sumOf } from "../collections.ts";
import { english } from "../lang/index.ts";
import type { Range } from "./span.ts";

export interface Quotation {
  /** Offsets of the passage with its marks. */
  start: number;
  end: number;
  /** Offsets of the words inside. */
  innerStart: number;
  innerEnd: number;
}

const PAIRS: Record<string, string> = {
  "“": "”",
  "„": "”",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  "‘": "’",
  "‚": "‘",
  "‹": "›",
  "《": "》",
};
/** Longest quotation, in UTF-16 units: limits an unclosed one. */
const MAX_QUOTATION = 4000;
const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
/** German closes with the mark that English opens with („ “), or types » « inwards. */
const GERMAN = /[“”"]/;
/**
 * After a number some blogs print the sign for inches as the closing mark, “at least 10″. It closes if no other mark
 * does before the next one opens.
 */
const AS_CLOSING = /^[^“”\n]*(?:[“\n]|$)/;
const isBreak = (char: string | undefined) => char === undefined || /[\s([{—–:,-]/.test(char);

/** The mark that starts at `at`, as one or two characters (`''` is how some wires type a double mark), or null. */
function markAt(text: string, at: number): string | null {
  const char = text[at] as string;
  if ((char === "'" || char === "`") && text[at + 1] === char) return char + char;
  if (char === "'") return char;
  if (char === "`") return null;
  return char === '"' || char === "”" || char === "″" || char in PAIRS ? char : null;
}

/** Whether `mark` at `at` closes a passage that `open` opened. */
function closes(text: string, at: number, mark: string, open: string): boolean {
  if (open === "‘" || open === "'") {
    const asked = open === "‘" ? "’" : "'";
    return text[at] === asked && !isWordChar(text[at + 1]) && !/\s/.test(text[at - 1] ?? " ");
  }
  if (mark === "″") return open === "“" && AS_CLOSING.test(text.slice(at + 1, at + 1 + MAX_QUOTATION));
  if (open === "„") return GERMAN.test(mark);
  // “…,“ : the same mark twice. The second one closes if no word follows.
  if (open === '"' || open === "“")
    return (
      mark === '"' ||
      mark === "”" ||
      mark === "''" ||
      (mark === "“" && open === "“" && /\S/.test(text[at - 1] ?? " ") && !isWordChar(text[at + 1]))
    );
  if (open === "''" || open === "``") return mark === "''" || mark === '"';
  return text[at] === PAIRS[open];
}

/** An apostrophe before a shortened word or year: "'til", "'90s". */
const CONTRACTION = new RegExp(`^['‘](?:${english.contractions.before}|\\d0s|\\d\\d)\\b`, "i");
/** Whether a mark may open a quotation: double marks always, single ones only after a break and before a word (else they are apostrophes). */
function opens(text: string, at: number, mark: string): boolean {
  if (mark === "”" || mark === "″" || mark === "《") return false;
  if (mark === "»") return isBreak(text[at - 1]) && isWordChar(text[at + 1]);
  if (mark === "'" || mark === "‘") return isBreak(text[at - 1]) && isWordChar(text[at + 1]) && !CONTRACTION.test(text.slice(at, at + 8));
  return !(mark === '"' && /\d/.test(text[at - 1] ?? "") && !/\S/.test(text[at + 1] ?? " "));
}

/** Marks that only close. */
const CLOSING = /[’」』»]/;
/** The first mark from `from` on, before `limit`, that closes what `open` opened; null if there is none. */
function closeOf(text: string, open: string, from: number, limit: number): Range | null {
  for (let at = from; at < limit; at++) {
    const char = text[at] as string;
    const mark = markAt(text, at) ?? (CLOSING.test(char) ? char : null);
    if (mark !== null && closes(text, at, mark, open)) return { start: at, end: at + mark.length };
  }
  return null;
}

/**
 * The passages in quotation marks, in order, never nested. A double mark that is not closed in its paragraph runs to the paragraph's end
 * (newspapers open each paragraph of a long quotation again and close only the last); an unclosed single mark is an apostrophe.
 */
export function quotations(text: string): Quotation[] {
  const out: Quotation[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const lineEnd = line.index + line[0].length;
    let singlesEnd = -1;
    for (let at = line.index; at < lineEnd; at++) {
      const mark = markAt(text, at);
      if (mark === null || !opens(text, at, mark)) continue;
      const single = mark === "'" || mark === "‘";
      if (single && at < singlesEnd) continue;
      const innerStart = at + mark.length;
      const limit = Math.min(lineEnd, innerStart + MAX_QUOTATION);
      const close = closeOf(text, mark, innerStart, limit);
      if (!close && single) {
        singlesEnd = limit;
        continue;
      }
      const { start: innerEnd, end } = close ?? { start: limit, end: limit };
      if (innerEnd > innerStart) out.push({ start: at, end, innerStart, innerEnd });
      at = end - 1;
    }
  }
  return out;
}

/** A text with spaces in place of quotations, so that offsets stay valid. */
export const withoutQuotations = (text: string): string =>
  text.replace(/["“„«「][^"”“»」]{0,2000}["”“»」]/gu, (quoted) => " ".repeat(quoted.length));

/** An opening single mark, and a closing one that is no apostrophe. */
const OPENS_SINGLE = /(?<!\p{L})‘(?=\p{L})/u;
const CLOSES_SINGLE = /’(?!\p{L})/u;
/** Whether words open a quotation that they do not close, or close one that they do not open. */
export function hasUnbalancedMarks(words: string): boolean {
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0;
  const single = words.search(OPENS_SINGLE);
  if (single >= 0 && !CLOSES_SINGLE.test(words.slice(single))) return true;
  return count(/"/g) % 2 === 1 || count(/“/g) !== count(/”/g) || count(/«/g) !== count(/»/g) || count(/「/g) !== count(/」/g);
}

/** A name of a few words in quotation marks, as in "die Initiative „Salem hilft“". Before punctuation it may be speech instead. */
export const MARKED_NAME =
  /(?<![^\s(])[„“"«]\s?\p{Upper}[\p{Alpha}\p{N}’'&-]{0,30}(?: [\p{Alpha}\p{N}’'&-]{1,30}){1,3}[!?]?\s?[“”"»](?!\s?[.,;:–—-])/gu;

/** The share of a text that stands in quotation marks. */
export const quotedShare = (text: string): number => sumOf(quotations(text), ({ start, end }) => end - start) / Math.max(1, text.length);
