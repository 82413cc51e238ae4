/** The comparable form of a text: no invisible characters, one width, straight quotes. Every offset maps back to the original. */
import type { TextChangeSpan } from "../../model/text-change.ts";

/** Length of the start of a text that is compared, in UTF-16 units: an article states the important facts in its first paragraphs. */
const MAX_COMPARED = 3_000;
/** Longest passage that is shown, in UTF-16 units. */
const MAX_SHOWN = 240;
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** A letter with the marks that follow it is one unit, so that composed and decomposed forms are equal. */
const CHARACTER = /[^\p{M}]\p{M}*|\p{M}+/gsu;
const STRAIGHT: Record<string, string> = {
  "٫": ".",
  "٬": ",",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
};

/** A digit of any script as an ASCII one: in Unicode the zeros of the Indic blocks are at code 6 of a row, the others at 0. */
const DIGIT = /^\p{Nd}$/u;
function figure(character: string): string {
  const code = character.charCodeAt(0);
  return String((code & 15) - (code >= 0x900 && code < 0xe00 ? 6 : 0));
}

export interface Plain {
  /** The comparable text. */
  text: string;
  /** Whether the text goes on after it. */
  isCut: boolean;
  /** The original passage for its span [start, end). */
  span(start: number, end: number): TextChangeSpan;
}

/** The whole sentences of a text's start, because half a sentence lacks what the other half says. If there is none, the start itself. */
function wholeSentences(start: string): string {
  let end = 0;
  for (const { index, 0: stop } of start.matchAll(/[.!?]["”’')]*(?=\s)|[。！？\n]/gu)) end = index + stop.length;
  return end > 0 ? start.slice(0, end) : start.replace(/[\ud800-\udbff]$/, "");
}

/** What stands for a character in comparable form; "" for one that is left out. */
function comparable(character: string): string {
  if (character === "\n") return character;
  const straight = STRAIGHT[character];
  if (straight !== undefined) return straight;
  if (IGNORABLE.test(character[0] ?? "")) return "";
  return DIGIT.test(character) && character.length === 1 ? figure(character) : character.normalize("NFKC");
}
/** The whole sentences in the first MAX_COMPARED units of a text, in comparable form. Linear; never throws. */
export function plainOf(raw: string): Plain {
  const isCut = raw.length > MAX_COMPARED;
  const head = isCut ? wholeSentences(raw.slice(0, MAX_COMPARED)) : raw;
  if (/^[\n\t -~]*$/.test(head)) return { text: head, isCut, span: (start, end) => shown(raw, start, end) };
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: character, index } of head.matchAll(CHARACTER)) {
    const kept = comparable(character);
    parts.push(kept);
    for (let unit = 0; unit < kept.length; unit++) {
      from.push(index);
      to.push(index + character.length);
    }
  }
  const span = (start: number, end: number) => {
    const first = from[start] ?? 0;
    return shown(raw, first, Math.max(first, to[end - 1] ?? first));
  };
  return { text: parts.join(""), isCut, span };
}

function shown(raw: string, start: number, end: number): TextChangeSpan {
  let last = end;
  if (last - start > MAX_SHOWN) {
    last = start + MAX_SHOWN;
    const space = raw.lastIndexOf(" ", last);
    if (space > start + MAX_SHOWN / 2) last = space;
    if (/[\ud800-\udbff]/.test(raw[last - 1] ?? "")) last--;
  }
  return { text: raw.slice(start, last), start, end: last };
}
