/** Letters as outlines (`workers/public/letters`, Noto Sans): the width of words, and the pixels that they cover. */
import { FULL_WIDTH, HAN_AND_KANA } from "../../../shared/text/chinese/characters.ts";
import { piecesOf } from "./shaping.ts";

/** Cells around a line of words, for parts that extend beyond it. */
const MARGIN = 3;
/** Distance of the second stroke of a bold letter from the first, in em, in scripts with one weight. */
const THICKER = 0.032;
/** Files by script. Latin, Greek and Cyrillic are always loaded, in two weights. */
const SCRIPTS = {
  arabic: /\p{Script=Arabic}/u,
  devanagari: /\p{Script=Devanagari}/u,
  han: new RegExp(`[${HAN_AND_KANA}${FULL_WIDTH}]`, "u"),
  hangul: /\p{Script=Hangul}/u,
  hebrew: /\p{Script=Hebrew}/u,
};
/** Characters that need no outline: they are left out, or drawn with the letter before. */
const WITH_LETTERS =
  /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c-\u094d\u0901\u0902\u200b-\u200f\u2066-\u2069]/u;

/** Outlines of one file; `workers/dev/letters.ts` describes the format. */
class LetterFile {
  readonly units: number;
  readonly #bytes: Uint8Array;
  /** The offset of the outlines. */
  readonly #starts: Uint32Array;
  readonly #pieces: Map<string, number[]>;
  readonly #points = new Map<number, Int16Array>();

  constructor(file: ArrayBuffer) {
    const length = new DataView(file).getUint32(0);
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length))) as {
      units: number;
      square: string;
      lengths: number[];
      pieces: Record<string, number[]>;
    };
    this.units = head.units;
    this.#bytes = new Uint8Array(file, 4 + length);
    this.#starts = new Uint32Array(head.lengths.length + 1);
    head.lengths.forEach((bytes, i) => {
      this.#starts[i + 1] = (this.#starts[i] ?? 0) + bytes;
    });
    this.#pieces = new Map(Object.entries(head.pieces));
    [...head.square].forEach((char, i) => {
      this.#pieces.set(char, [head.units, i, 0, 0]);
    });
  }
  /** The advance of a piece; then for each part the number of an outline, x and y. */
  piece(text: string): number[] | undefined {
    return this.#pieces.get(text);
  }
  /** The points of an outline, two numbers each: x * 4 + end of its contour * 2 + on the curve, y. */
  points(outline: number): Int16Array {
    const known = this.#points.get(outline);
    if (known) return known;
    const out: number[] = [];
    let at = this.#starts[outline] ?? 0;
    const read = () => {
      let n = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.#bytes[at++] ?? 0;
        n += (byte & 127) << shift;
        if (byte < 128) return n;
      }
    };
    const step = (n: number) => (n & 1 ? -(n + 1) / 2 : n / 2);
    for (let [x, y] = [0, 0]; at < (this.#starts[outline + 1] ?? 0); ) {
      const packed = read();
      x += step(packed >> 2);
      y += step(read());
      out.push(x * 4 + (packed & 3), y);
    }
    const points = Int16Array.from(out);
    this.#points.set(outline, points);
    return points;
  }
}

/** The files that a text needs besides Latin. */
const scriptsIn = (text: string): string[] => Object.entries(SCRIPTS).flatMap(([name, letters]) => (letters.test(text) ? [name] : []));

/** A line of words: its left end on the baseline, its size in pixels, and whether its paragraph runs from right to left. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
  runsLeft: boolean;
}

/** The letters that a picture needs: whether there are any for a character, how wide words are, and how they are drawn. */
export class Letters {
  readonly #regular: readonly LetterFile[];
  readonly #bold: LetterFile;

  /** Latin in regular and in bold, then any scripts. */
  constructor(latin: LetterFile, bold: LetterFile, scripts: readonly LetterFile[] = []) {
    this.#regular = [latin, ...scripts];
    this.#bold = bold;
  }
  has(char: string): boolean {
    return WITH_LETTERS.test(char) || this.hasPiece(char);
  }
  hasPiece(text: string): boolean {
    return this.#regular.some((file) => file.piece(text) !== undefined);
  }
  /** The pieces of a line from left to right, each with its file; characters without a piece are left out. */
  #laid(text: string, bold: boolean, runsLeft: boolean): { file: LetterFile; piece: number[]; thick: boolean }[] {
    return piecesOf(text, runsLeft, (piece) => this.hasPiece(piece)).flatMap((key) => {
      for (const file of bold ? [this.#bold, ...this.#regular] : this.#regular) {
        const piece = file.piece(key);
        if (piece) return [{ file, piece, thick: bold && file !== this.#bold }];
      }
      return [];
    });
  }
  width(text: string, size: number, bold: boolean, runsLeft = false): number {
    let em = 0;
    for (const { file, piece } of this.#laid(text, bold, runsLeft)) em += (piece[0] ?? 0) / file.units;
    return em * size;
  }
  /** Calls back for each cell around (x, y), the start of the words on their baseline, with the fraction of the cell that they cover: 0 to 1. */
  draw(words: Line, paint: (x: number, y: number, cover: number) => void): void {
    const { text, x, y, size, bold, runsLeft } = words;
    const left = Math.floor(x) - MARGIN;
    const top = Math.floor(y - size * 1.2);
    const field = new Field(Math.ceil(this.width(text, size, bold, runsLeft)) + 2 * MARGIN + 1, Math.ceil(size * 1.7));
    let pen = x - left;
    for (const { file, piece, thick } of this.#laid(text, bold, runsLeft)) {
      const scale = size / file.units;
      for (let part = 1; part < piece.length; part += 3) {
        const [outline = 0, dx = 0, dy = 0] = piece.slice(part, part + 3);
        for (const stroke of thick ? [0, THICKER * size] : [0])
          field.outline(file.points(outline), pen + dx * scale + stroke, y - top - dy * scale, scale);
      }
      pen += (piece[0] ?? 0) * scale;
    }
    field.tell((fx, fy, cover) => paint(left + fx, top + fy, cover));
  }
}

interface Point {
  x: number;
  y: number;
}
const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** How much of each cell outlines cover, from the signed areas to the right of their lines. */
class Field {
  readonly #width: number;
  readonly #height: number;
  readonly #area: Float32Array;
  /** The rows that lines have touched. */
  #first: number;
  #last = -1;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#area = new Float32Array((width + 1) * height);
    this.#first = height;
  }
  line(start: Point, end: Point): void {
    if (start.y === end.y) return;
    const isDown = start.y < end.y;
    const slope = (end.x - start.x) / (end.y - start.y);
    const upper = isDown ? start : end;
    const low = upper.y;
    const high = isDown ? end.y : start.y;
    const first = Math.max(0, Math.floor(low));
    const past = Math.min(this.#height, Math.ceil(high));
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, past - 1);
    for (let row = first; row < past; row++) {
      const from = Math.max(low, row);
      const to = Math.min(high, row + 1);
      const a = upper.x + (from - low) * slope;
      const b = upper.x + (to - low) * slope;
      this.#add(row, Math.min(a, b), Math.max(a, b), isDown ? to - from : from - to);
    }
  }
  /** Part of a line within one row: what it adds to each cell that it crosses, and to the first cell after them. */
  #add(row: number, left: number, right: number, height: number): void {
    const at = row * (this.#width + 1);
    const last = Math.min(this.#width - 1, Math.floor(right));
    if (last === Math.floor(left) && left >= 0) {
      // All in one cell, the usual case: the mean of its ends.
      const cover = height * (last + 1 - (left + right) / 2);
      this.#area[at + last] = (this.#area[at + last] ?? 0) + cover;
      this.#area[at + last + 1] = (this.#area[at + last + 1] ?? 0) + height - cover;
      return;
    }
    let before = 0;
    for (let cell = Math.max(0, Math.floor(left)); cell <= last; cell++) {
      // The mean, over the cell, of the share of the line's height that is left of each point.
      const a = Math.max(left, cell);
      const b = Math.min(right, cell + 1);
      const share = (x: number) => (right > left ? (x - left) / (right - left) : 1);
      const cover = right > left ? ((b - a) * (share(a) + share(b))) / 2 + (cell + 1 - b) : cell + 1 - left;
      this.#area[at + cell] = (this.#area[at + cell] ?? 0) + height * (cover - before);
      before = cover;
    }
    this.#area[at + last + 1] = (this.#area[at + last + 1] ?? 0) + height * (1 - before);
  }
  /** A quadratic curve, as short lines. */
  curve(start: Point, via: Point, end: Point): void {
    const steps = 1 + Math.ceil(Math.sqrt(Math.hypot(start.x - 2 * via.x + end.x, start.y - 2 * via.y + end.y)) / 2);
    let from = start;
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const on = (a: number, control: number, b: number) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * control + t * t * b;
      const to = { x: on(start.x, via.x, end.x), y: on(start.y, via.y, end.y) };
      this.line(from, to);
      from = to;
    }
  }
  /** Contours as in TrueType: between two points off the curve lies one on it. */
  outline(points: Int16Array, left: number, base: number, scale: number): void {
    const to = points.length / 2;
    for (let first = 0; first < to; ) {
      let last = first;
      while (last < to - 1 && !((points[last * 2] ?? 0) & 2)) last++;
      const count = last - first + 1;
      const isOn = (i: number) => Boolean((points[(first + (i % count)) * 2] ?? 0) & 1);
      const pointAt = (i: number): Point => {
        const at = (first + (i % count)) * 2;
        return { x: left + ((points[at] ?? 0) >> 2) * scale, y: base - (points[at + 1] ?? 0) * scale };
      };
      /** The point itself if it is on the curve, else the one between it and the other. */
      const onCurve = (i: number, other: Point) => (isOn(i) ? pointAt(i) : middleOf(pointAt(i), other));
      const start = isOn(0) ? 1 : 0;
      let from = start ? pointAt(0) : onCurve(count - 1, pointAt(0));
      for (let i = start; i < count + start; i++) {
        const point = pointAt(i);
        const to = isOn(i) ? point : onCurve(i + 1, point);
        if (isOn(i)) this.line(from, to);
        else this.curve(from, point, to);
        from = to;
      }
      first = last + 1;
    }
  }
  tell(paint: (x: number, y: number, cover: number) => void): void {
    for (let row = this.#first; row <= this.#last; row++) {
      let sum = 0;
      for (let x = 0, at = row * (this.#width + 1); x < this.#width; x++, at++) {
        sum += this.#area[at] ?? 0;
        if (sum > 0.02 || sum < -0.02) paint(x, row, Math.min(1, Math.abs(sum)));
      }
    }
  }
}

const held = new Map<string, LetterFile>();
/** The letters that a text needs, from the assets. Each isolate reads a file once. */
export async function lettersFrom(assets: { fetch: (url: string) => Promise<Response> }, text: string): Promise<Letters> {
  const read = async (name: string) => {
    const known = held.get(name);
    if (known) return known;
    const answer = await assets.fetch(`https://assets/letters/${name}.bin`);
    if (!answer.ok) throw new Error(`no letters of ${name} among the assets: ${answer.status}`);
    const file = new LetterFile(await answer.arrayBuffer());
    held.set(name, file);
    return file;
  };
  const [latin, bold, scripts] = await Promise.all([read("latin"), read("latin-bold"), Promise.all(scriptsIn(text).map(read))]);
  return new Letters(latin, bold, scripts);
}
