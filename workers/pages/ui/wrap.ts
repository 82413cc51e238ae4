/** Text in lines for pictures, which have no line breaks of their own. Widths are estimates, rather a little too wide than too narrow. */

import { plain } from "../../../shared/i18n/index.ts";
import { CJK, FULL_WIDTH, HAN_AND_KANA } from "../../../shared/text/chinese/characters.ts";

const WIDE = new RegExp(`[${CJK}${FULL_WIDTH}\\p{Extended_Pictographic}]`, "u");

/** Scripts in which a line may break anywhere. Korean is not among them, because it has spaces. */
const BREAKS = new RegExp(`[${HAN_AND_KANA}${FULL_WIDTH}\\p{Extended_Pictographic}]`, "u");

/** Closing signs of Chinese and Japanese, which begin no line. */
const CLOSES = /^[、。，．！？：；」』）】》〉]/;

/** Width of a character in em in a sans-serif font (Helvetica, Roboto and DejaVu differ by a tenth; the widest counts). */
function em(char: string): number {
  if (WIDE.test(char)) return 1;
  if (/\p{M}/u.test(char)) return 0.1;
  if (/[iljtfrI.,:;'|!()[\]‘’ ]/.test(char)) return 0.36;
  if (/[mwMW@%—…]/.test(char)) return 0.92;
  if (/[A-ZÄÖÜÉ0-9]/.test(char)) return 0.68;
  return 0.58;
}
/** Estimated width of a text in CSS pixels at a size in pixels. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const char of text) sum += em(char);
  return sum * size;
}

/**
 * At most `lines` lines of at most `width` px. Lines break at spaces, and anywhere in scripts without them. The last
 * line ends in … if the text is cut.
 */
export function wrap(text: string, size: number, width: number, lines: number): string[] {
  const parts = plain(text, 1000).match(/\s+|[^\s]/gu) ?? [];
  // Words of Latin script stay whole unless one is longer than a line. A line may break after each wide character.
  const words: string[] = [];
  for (const part of parts) {
    const last = words.at(-1);
    if (
      last !== undefined &&
      !/\s$/.test(last) &&
      !/^\s/.test(part) &&
      (CLOSES.test(part) || (!BREAKS.test(part) && !BREAKS.test(last.at(-1) ?? ""))) &&
      widthOf(last + part, size) <= width
    )
      words[words.length - 1] = last + part;
    else words.push(part);
  }
  const out: string[] = [];
  let line = "";
  for (const [i, word] of words.entries()) {
    if (line === "" && /^\s/.test(word)) continue;
    if (widthOf(line + word, size) <= width || line === "") line += word;
    else if (out.length === lines - 1) {
      let cut = line.trimEnd();
      // Half a word, or half a time, would be read as a whole one.
      while (cut && widthOf(`${cut}…`, size) > width)
        cut =
          /\s\S/.test(cut) && !BREAKS.test(cut.at(-1) ?? "")
            ? cut.slice(0, cut.search(/\s\S*$/)).trimEnd()
            : [...cut].slice(0, -1).join("");
      return [...out, `${cut.replace(/(?<![\s,;:·])[\s,;:·]+$/, "")}…`];
    } else {
      out.push(line.trimEnd());
      line = /^\s/.test(word) ? "" : word;
    }
    if (i === words.length - 1 && line.trim()) out.push(line.trimEnd());
  }
  return out;
}
