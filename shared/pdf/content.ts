/** Runs the content of a page to get its text with position and size (ISO 32000-2, 8.3, 9.4 and 14.6). */
import { utf8Of } from "../utf8.ts";
import type { PdfFile } from "./file.ts";
import { bytesOf } from "./filters.ts";
import { type Font, fontOf } from "./fonts.ts";
import { isDictionary, isOperator, Lexer, nameOf, type Value } from "./values.ts";

/** A shown string. Lengths are in points; y grows upwards. */
export interface Run {
  text: string;
  x: number;
  y: number;
  /** The position of the next character. */
  right: number;
  size: number;
  /** Quarter turns of the writing direction from left to right. */
  turns: number;
  /** A header, a footer or a page number, as the file says. */
  isArtifact: boolean;
}
/** Counters for all pages of a file. */
export interface Work {
  /** Bytes of content that may still be run; content that is drawn twice counts twice. */
  content: number;
  /** Number of glyphs that were shown, and of those without a known character. */
  shown: number;
  unknown: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** What comes first, then what comes after. */
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
  leading: number;
  characterSpace: number;
  wordSpace: number;
  /** Horizontal, as a factor. */
  scale: number;
  rise: number;
}
interface Marked {
  isArtifact: boolean;
  /** The replacement text of a marked part, which stands for all text shown within it; "" once it was given out. */
  actual: { text: string } | undefined;
}

const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}]{2}/u;
/** Minimum width of a gap that is a space, as a fraction of the size of letters. */
export const SPACE = 0.12;
/** Maximum number of nested forms. */
const MAX_FORM_DEPTH = 8;
const MAX_SAVED_STATES = 200;
const MAX_OPERANDS = 200;

/** The fonts of a file that were read, by their dictionaries. */
export type Fonts = Map<Value, Font>;

/** The text of a page, in the order in which it is drawn. `fonts` keeps those that it uses for the next pages. */
export function runsOf(file: PdfFile, page: Value, resources: Value, work: Work, fonts: Fonts): Run[] {
  const runs: Run[] = [];
  const contents = [file.entry(page, "Contents")].flat();
  const text = contents.map((part) => file.bytes(part) ?? "").join("\n");
  new Interpreter(file, runs, work, fonts).run(text, resources, IDENTITY, 0);
  return runs;
}

class Interpreter {
  private readonly file: PdfFile;
  private readonly runs: Run[];
  private readonly work: Work;
  private readonly fonts: Fonts;
  private state: State = {
    matrix: IDENTITY,
    font: null,
    size: 1,
    leading: 0,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    rise: 0,
  };
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private readonly marked: Marked[] = [];
  private resources: Value = null;

  constructor(file: PdfFile, runs: Run[], work: Work, fonts: Fonts) {
    this.file = file;
    this.runs = runs;
    this.work = work;
    this.fonts = fonts;
  }

  /** Runs a content stream. */
  run(content: string, resources: Value, matrix: Matrix, depth: number): void {
    const before = { state: this.state, resources: this.resources };
    this.resources = resources;
    this.state = { ...this.state, matrix: times(matrix, this.state.matrix) };
    const saved: State[] = [];
    const lexer = new Lexer(content);
    let operands: Value[] = [];
    const limit = this.work.content;
    for (let value = lexer.read(); value !== undefined && lexer.at < limit && this.work.content > 0; value = lexer.read()) {
      if (!isOperator(value)) {
        if (operands.length < MAX_OPERANDS) operands.push(value);
        continue;
      }
      if (value.op === "q" && saved.length < MAX_SAVED_STATES) saved.push(this.state);
      else if (value.op === "Q") this.state = saved.pop() ?? this.state;
      else if (value.op === "BI") skipImage(lexer);
      else if (value.op === "Do") this.draw(operands, depth);
      else this.operate(value.op, operands);
      operands = [];
    }
    this.work.content -= Math.min(lexer.at, limit);
    this.state = before.state;
    this.resources = before.resources;
  }

  /** Draws a form: content of its own that is used by name. */
  private draw([name]: Value[], depth: number): void {
    const { file } = this;
    const form = file.entry(file.entry(this.resources, "XObject"), nameOf(name) ?? "");
    if (depth >= MAX_FORM_DEPTH || nameOf(file.entry(form, "Subtype")) !== "Form") return;
    const own = file.entry(form, "Resources");
    const matrix = file.list(file.entry(form, "Matrix")).map((one) => Number(file.get(one)));
    this.run(file.bytes(form) ?? "", own ?? this.resources, matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY, depth + 1);
  }

  private operate(op: string, operands: Value[]): void {
    const [first, second] = operands;
    const number = typeof first === "number" ? first : 0;
    if (op === "cm") this.state = { ...this.state, matrix: times(matrixOf(operands), this.state.matrix) };
    else if (op === "BT") this.text = this.line = IDENTITY;
    else if (op === "Tf") this.setFont(first, Number(second) || 0);
    else if (op === "Tc") this.state = { ...this.state, characterSpace: number };
    else if (op === "Tw") this.state = { ...this.state, wordSpace: number };
    else if (op === "Tz") this.state = { ...this.state, scale: number / 100 };
    else if (op === "TL") this.state = { ...this.state, leading: number };
    else if (op === "Ts") this.state = { ...this.state, rise: number };
    else if (op === "Tm") this.text = this.line = matrixOf(operands);
    else if (op === "Td") this.move(number, Number(second) || 0);
    else if (op === "TD") {
      this.state = { ...this.state, leading: -(Number(second) || 0) };
      this.move(number, Number(second) || 0);
    } else if (op === "T*") this.move(0, -this.state.leading);
    else if (op === "Tj") this.show(first);
    else if (op === "TJ") this.showAll(first);
    else if (op === "'") {
      this.move(0, -this.state.leading);
      this.show(first);
    } else if (op === '"') {
      this.state = { ...this.state, wordSpace: number, characterSpace: Number(second) || 0 };
      this.move(0, -this.state.leading);
      this.show(operands[2]);
    } else if (op === "BDC" || op === "BMC") this.mark(first, second);
    else if (op === "EMC") this.marked.pop();
  }

  private setFont(name: Value | undefined, size: number): void {
    const font = this.file.entry(this.file.entry(this.resources, "Font"), nameOf(name) ?? "");
    let found = this.fonts.get(font);
    if (!found && font !== null) this.fonts.set(font, (found = fontOf(this.file, font)));
    this.state = { ...this.state, font: found ?? null, size };
  }

  private mark(tag: Value | undefined, properties: Value | undefined): void {
    const outer = this.marked.at(-1);
    const given = isDictionary(properties)
      ? properties
      : this.file.entry(this.file.entry(this.resources, "Properties"), nameOf(properties) ?? "");
    const actual = this.file.entry(given, "ActualText");
    this.marked.push({
      isArtifact: outer?.isArtifact || nameOf(tag) === "Artifact",
      actual: typeof actual === "string" && this.file.spend(actual.length) ? { text: textString(actual) } : outer?.actual,
    });
  }

  private move(x: number, y: number): void {
    this.text = this.line = times([1, 0, 0, 1, x, y], this.line);
  }

  private showAll(value: Value | undefined): void {
    if (!Array.isArray(value)) return;
    const { size, scale } = this.state;
    for (const part of value) {
      if (typeof part === "number") this.text = times([1, 0, 0, 1, (-part / 1000) * size * scale, 0], this.text);
      else this.show(part);
    }
  }

  private show(value: Value | undefined): void {
    const { font, size, scale, characterSpace, wordSpace, rise, matrix } = this.state;
    if (typeof value !== "string" || !font) return;
    const start = times([1, 0, 0, 1, 0, rise], times(this.text, matrix));
    let width = 0;
    let text = "";
    const glyphs = font(value);
    // A gap between two letters is a space; gaps between more are a letter-spaced heading.
    const between = glyphs.length === 2 && characterSpace > SPACE * size ? " " : "";
    for (const glyph of glyphs) {
      // Letters of a ligature are in the order of reading, glyphs from the right in the order of drawing.
      const own = glyph.text ?? "";
      text += (text && between) + (RIGHT_TO_LEFT.test(own) ? [...own].reverse().join("") : own);
      this.work.shown++;
      if (glyph.text === null) this.work.unknown++;
      width += (glyph.width * size + characterSpace + (glyph.isSpace ? wordSpace : 0)) * scale;
    }
    this.text = times([1, 0, 0, 1, width, 0], this.text);
    const end = times([1, 0, 0, 1, 0, rise], times(this.text, matrix));
    const mark = this.marked.at(-1);
    if (mark?.actual) {
      text = mark.actual.text;
      mark.actual.text = "";
    }
    const [a, b, c, d, x, y] = start;
    const turns = turnsOf(a, b);
    const [along, across] = turned(x, y, turns);
    if (text && [x, y, end[4], end[5]].every(Number.isFinite))
      this.runs.push({
        text,
        x: along,
        y: across,
        right: turned(end[4], end[5], turns)[0],
        size: Math.abs(size) * Math.hypot(c, d),
        turns,
        isArtifact: mark?.isArtifact ?? false,
      });
  }
}

/** The quarter turn, 0 to 3, that is nearest to a direction of writing. */
function turnsOf(x: number, y: number): number {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
/** A position on the page, rotated so that the text is upright. */
function turned(x: number, y: number, turns: number): [number, number] {
  if (turns > 1) return turned(-x, -y, turns - 2);
  return turns ? [y, -x] : [x, y];
}

function matrixOf(operands: Value[]): Matrix {
  const at = (i: number) => (typeof operands[i] === "number" ? (operands[i] as number) : 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** Skips the bytes of an inline image. */
function skipImage(lexer: Lexer): void {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = lexer.at;
  lexer.at = end.exec(lexer.text) ? end.lastIndex : lexer.end;
}

/** A text string outside of content: UTF-16 with its mark, UTF-8, otherwise PDFDocEncoding, which is nearly windows-1252 (7.9.2.2). */
export function textString(bytes: string): string {
  const codes = bytesOf(bytes);
  const marked = bytes.startsWith("\xfe\xff") ? "utf-16be" : bytes.startsWith("\xff\xfe") ? "utf-16le" : null;
  const text = marked ? new TextDecoder(marked).decode(codes) : utf8Of(codes);
  return (text ?? new TextDecoder("windows-1252").decode(codes)).toWellFormed().replaceAll("\0", "");
}
