/** Terminal output: colours where they are shown, widths in columns, and no control characters from outside. */

import { styleText } from "node:util";
import { counter } from "../../../shared/i18n/plural.ts";
import { CJK } from "../../../shared/text/chinese/characters.ts";

/** "1 sighting", "2 sightings". */
export const count = counter("en");

export type Colour = "dim" | "bold" | "green" | "yellow" | "red" | "magenta" | "blue" | "cyan";
export interface Screen {
  width: number;
  /** Whether the locale is UTF-8, so that more than ASCII can be shown. */
  unicode: boolean;
  json: boolean;
  /** Whether a person is at the terminal, so that progress and questions may be shown. */
  live: boolean;
  paint(colour: Colour, text: string): string;
  out(line?: string): void;
  /** Replaces the last line on the error stream. */
  progress(line: string): void;
}

/** The screen for an environment and options. Without a terminal, COLUMNS is the width. */
export function screenOf({ json, colour }: { json: boolean; colour: boolean }): Screen {
  const { env, stdout, stderr } = process;
  const live = stdout.isTTY === true || env.WHENCE_TTY === "1";
  const painted = colour && !env.NO_COLOR && live;
  return {
    width: Math.max(40, Math.min(160, stdout.columns ?? (Number(env.COLUMNS) || 80))),
    unicode: /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || "") && env.TERM !== "dumb",
    json,
    live: live && !json,
    paint: (style, text) => (painted ? styleText(style, text, { validateStream: false }) : text),
    out: (line = "") => stdout.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line}`);
    },
  };
}

const WIDE = new RegExp(`[${CJK}\\u3000-\\u303f\\uff00-\\uff60\\p{Extended_Pictographic}]`, "u");
function columns(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/** The number of columns that a text takes. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const char of text) sum += columns(char);
  return sum;
}
/** Text from outside on one line, without control and format characters, which move the cursor or reverse the reading direction. */
export const plain = (text: string) =>
  text
    .slice(0, 4000)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();

/** A text cut or padded to exactly `width` columns. */
export function fit(text: string, width: number): string {
  const own = widthOf(text);
  if (own <= width) return text + " ".repeat(width - own);
  let out = "";
  let sum = 1;
  for (const char of text) {
    if ((sum += columns(char)) > width) break;
    out += char;
  }
  return `${out}…${" ".repeat(Math.max(0, width - widthOf(out) - 1))}`;
}

/** The pieces of a word. One that is too long for a line is split at wide characters, after bars, and at the end of the line. */
function piecesOf(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const out: string[] = [];
  for (const char of word) {
    const last = out.at(-1) ?? "";
    const goes = last !== "" && !last.endsWith("|") && !WIDE.test(char) && !WIDE.test(last) && widthOf(last) < width;
    if (goes) out[out.length - 1] = last + char;
    else out.push(char);
  }
  return out;
}

/** A text broken at spaces into lines of at most `width` columns; text that does not fit in `maxLines` lines is cut. */
export function wrap(text: string, width: number, maxLines = 4): string[] {
  const lines: string[] = [""];
  const pieces = plain(text)
    .split(" ")
    .flatMap((word) => piecesOf(word, width).map((piece, i) => ({ piece, glue: i > 0 ? "" : " " })));
  for (const { piece, glue } of pieces) {
    const last = lines[lines.length - 1] ?? "";
    const line = last === "" ? piece : last + glue + piece;
    if (widthOf(line) <= width) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), fit(`${lines[maxLines - 1]} …`, width).trimEnd()];
}
