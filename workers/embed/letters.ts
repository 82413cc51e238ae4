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
      this.#outline(
        from,
        to,
        field,
        (px) => pen + px * scale,
        (py) => y - top - py * scale,
      );
      pen += advance * scale;
    }
    field.tell((fx, fy, cover) => paint(left + fx, top + fy, cover));
  }
  /** Contours as TrueType has them: between two points off the curve stands one on it. */
  #outline(from: number, to: number, field: Field, atX: (x: number) => number, atY: (y: number) => number): void {
    for (let first = from; first < to; ) {
      let last = first;
      while (last < to - 1 && !((this.#points[last * 2] ?? 0) & 2)) last++;
      const count = last - first + 1;
      const point = (i: number) => {
        const at = (first + (i % count)) * 2;
        const packed = this.#points[at] ?? 0;
        return { x: atX(packed >> 2), y: atY(this.#points[at + 1] ?? 0), on: (packed & 1) === 1 };
      };
      const between = (a: { x: number; y: number }, b: { x: number; y: number }) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      let at = point(0).on ? point(0) : point(count - 1).on ? point(count - 1) : between(point(0), point(count - 1));
      const start = point(0).on ? 1 : 0;
      for (let i = start; i < count + start; i++) {
        const p = point(i);
        if (p.on) {
          field.line(at.x, at.y, p.x, p.y);
          at = p;
          continue;
        }
        const next = point(i + 1);
        const end = next.on ? next : between(p, next);
        field.curve(at, p, end);
        at = end;
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

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#area = new Float32Array((width + 1) * height);
  }
  line(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const down = y0 < y1 ? 1 : -1;
    const slope = (x1 - x0) / (y1 - y0);
    const [low, high, start] = down > 0 ? [y0, y1, x0] : [y1, y0, x1];
    for (let row = Math.max(0, Math.floor(low)); row < Math.min(this.#height, Math.ceil(high)); row++) {
      const from = Math.max(low, row);
      const to = Math.min(high, row + 1);
      const [a, b] = [start + (from - low) * slope, start + (to - low) * slope];
      this.#add(row, Math.min(a, b), Math.max(a, b), (to - from) * down);
    }
  }
  /** A piece of a line inside one row: what it adds to each cell that it crosses, and to the first one behind. */
  #add(row: number, left: number, right: number, height: number): void {
    const at = row * (this.#width + 1);
    const last = Math.min(this.#width - 1, Math.floor(right));
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
  curve(a: { x: number; y: number }, c: { x: number; y: number }, b: { x: number; y: number }): void {
    const steps = 1 + Math.ceil(Math.sqrt(Math.hypot(a.x - 2 * c.x + b.x, a.y - 2 * c.y + b.y)));
    let [x, y] = [a.x, a.y];
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const nx = (1 - t) ** 2 * a.x + 2 * t * (1 - t) * c.x + t * t * b.x;
      const ny = (1 - t) ** 2 * a.y + 2 * t * (1 - t) * c.y + t * t * b.y;
      this.line(x, y, nx, ny);
      [x, y] = [nx, ny];
    }
  }
  tell(paint: (x: number, y: number, cover: number) => void): void {
    for (let row = 0; row < this.#height; row++) {
      let sum = 0;
      for (let x = 0; x < this.#width; x++) {
        sum += this.#area[row * (this.#width + 1) + x] ?? 0;
        if (Math.abs(sum) > 0.02) paint(x, row, Math.min(1, Math.abs(sum)));
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
