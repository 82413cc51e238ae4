/** Letters as outlines, of Latin, Greek and Cyrillic script (`workers/public/letters.bin`, Noto Sans): how wide words are, and where they cover a picture. */

/** Cells around a line of words, for what reaches out of it. */
const MARGIN = 3;

/** What `workers/dev/letters.ts` writes: numbers of 16 bits. */
export class Letters {
  readonly #numbers: Uint16Array;
  readonly #points: Int16Array;
  readonly #count: number;
  readonly #index = new Map<string, number>();

  constructor(file: ArrayBuffer) {
    this.#numbers = new Uint16Array(file);
    this.#count = this.#numbers[0] ?? 0;
    for (let i = 0; i < this.#count; i++) this.#index.set(String.fromCharCode(this.#numbers[2 + i] ?? 0), i);
    this.#points = new Int16Array(file, (4 + this.#count * 5) * 2);
  }
  has(char: string): boolean {
    return this.#index.has(char);
  }
  /** A letter's advance in units, and its first and last point; of what there is no letter for, nothing. */
  #glyph(char: string, bold: boolean): [advance: number, from: number, to: number] {
    const i = this.#index.get(char);
    if (i === undefined) return [0, 0, 0];
    const at = 2 + this.#count + (bold ? 2 * this.#count + 1 : 0);
    const [advance = 0, from = 0, to = 0] = [at + i, at + this.#count + i, at + this.#count + i + 1].map((n) => this.#numbers[n]);
    return [advance, from, to];
  }
  width(text: string, size: number, bold: boolean): number {
    let units = 0;
    for (const char of text) units += this.#glyph(char, bold)[0];
    return (units * size) / (this.#numbers[1] ?? 1);
  }
  /** Tells of each cell around (x, y), where the line of words begins on its baseline, how much of it they cover: 0 to 1. */
  draw(text: string, x: number, y: number, size: number, bold: boolean, paint: (x: number, y: number, cover: number) => void): void {
    const left = Math.floor(x) - MARGIN;
    const top = Math.floor(y - size * 1.2);
    const field = new Field(Math.ceil(this.width(text, size, bold)) + 2 * MARGIN + 1, Math.ceil(size * 1.6));
    const scale = size / (this.#numbers[1] ?? 1);
    let pen = x - left;
    for (const char of text) {
      const [advance, from, to] = this.#glyph(char, bold);
      this.#outline(from, to, field, pen, y - top, scale);
      pen += advance * scale;
    }
    field.tell((fx, fy, cover) => paint(left + fx, top + fy, cover));
  }
  /** Contours as TrueType has them: between two points off the curve stands one on it. */
  #outline(from: number, to: number, field: Field, left: number, base: number, scale: number): void {
    const points = this.#points;
    for (let first = from; first < to; ) {
      let last = first;
      while (last < to - 1 && !((points[last * 2] ?? 0) & 2)) last++;
      const count = last - first + 1;
      const on = (i: number) => (points[(first + (i % count)) * 2] ?? 0) & 1;
      const atX = (i: number) => left + ((points[(first + (i % count)) * 2] ?? 0) >> 2) * scale;
      const atY = (i: number) => base - (points[(first + (i % count)) * 2 + 1] ?? 0) * scale;
      const start = on(0) ? 1 : 0;
      const back = count - 1;
      let x = start ? atX(0) : on(back) ? atX(back) : (atX(0) + atX(back)) / 2;
      let y = start ? atY(0) : on(back) ? atY(back) : (atY(0) + atY(back)) / 2;
      for (let i = start; i < count + start; i++) {
        let [endX, endY] = [atX(i), atY(i)];
        if (on(i)) field.line(x, y, endX, endY);
        else {
          const [viaX, viaY] = [endX, endY];
          endX = on(i + 1) ? atX(i + 1) : (viaX + atX(i + 1)) / 2;
          endY = on(i + 1) ? atY(i + 1) : (viaY + atY(i + 1)) / 2;
          field.curve(x, y, viaX, viaY, endX, endY);
        }
        [x, y] = [endX, endY];
      }
      first = last + 1;
    }
  }
}

/** How much of each cell outlines cover, by the signed areas to the right of their lines. */
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
  line(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const down = y0 < y1 ? 1 : -1;
    const slope = (x1 - x0) / (y1 - y0);
    const [low, high, start] = down > 0 ? [y0, y1, x0] : [y1, y0, x1];
    const [first, end] = [Math.max(0, Math.floor(low)), Math.min(this.#height, Math.ceil(high))];
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, end - 1);
    for (let row = first; row < end; row++) {
      const from = Math.max(low, row);
      const to = Math.min(high, row + 1);
      const a = start + (from - low) * slope;
      const b = start + (to - low) * slope;
      this.#add(row, Math.min(a, b), Math.max(a, b), (to - from) * down);
    }
  }
  /** A piece of a line inside one row: what it adds to each cell that it crosses, and to the first one behind. */
  #add(row: number, left: number, right: number, height: number): void {
    const at = row * (this.#width + 1);
    const last = Math.min(this.#width - 1, Math.floor(right));
    if (last === Math.floor(left) && left >= 0) {
      // All of it in one cell, as most are: the mean of its ends.
      const cover = height * (last + 1 - (left + right) / 2);
      this.#area[at + last] = (this.#area[at + last] ?? 0) + cover;
      this.#area[at + last + 1] = (this.#area[at + last + 1] ?? 0) + height - cover;
      return;
    }
    let before = 0;
    for (let cell = Math.max(0, Math.floor(left)); cell <= last; cell++) {
      // The mean, over the cell, of how far the line has come: its share of the height that is to the left of each point.
      const [a, b] = [Math.max(left, cell), Math.min(right, cell + 1)];
      const share = (x: number) => (right > left ? (x - left) / (right - left) : 1);
      const cover = right > left ? ((b - a) * (share(a) + share(b))) / 2 + (cell + 1 - b) : cell + 1 - left;
      this.#area[at + cell] = (this.#area[at + cell] ?? 0) + height * (cover - before);
      before = cover;
    }
    this.#area[at + last + 1] = (this.#area[at + last + 1] ?? 0) + height * (1 - before);
  }
  /** A quadratic curve as lines short enough. */
  curve(ax: number, ay: number, viaX: number, viaY: number, bx: number, by: number): void {
    const steps = 1 + Math.ceil(Math.sqrt(Math.hypot(ax - 2 * viaX + bx, ay - 2 * viaY + by)) / 2);
    let [x, y] = [ax, ay];
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const nextX = (1 - t) * (1 - t) * ax + 2 * t * (1 - t) * viaX + t * t * bx;
      const nextY = (1 - t) * (1 - t) * ay + 2 * t * (1 - t) * viaY + t * t * by;
      this.line(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
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

let held: Letters | null = null;
/** The letters among the assets; each isolate reads them once. */
export async function lettersFrom(assets: { fetch: (url: string) => Promise<Response> }): Promise<Letters> {
  if (held) return held;
  const answer = await assets.fetch("https://assets/letters.bin");
  if (!answer.ok) throw new Error(`no letters among the assets: ${answer.status}`);
  held = new Letters(await answer.arrayBuffer());
  return held;
}
