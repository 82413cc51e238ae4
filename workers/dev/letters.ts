/**
 * `node workers/dev/letters.ts FOLDER`: writes workers/public/letters/*.bin, the outlines of letters in preview pictures. FOLDER is a
 * `node_modules` with @fontsource/noto-sans, noto-sans-arabic, -devanagari, -hebrew, -kr and -sc (5.3.0, SIL Open Font License: license.txt
 * beside the files), fonteditor-core (2.4.1), which reads their outlines, and harfbuzzjs (1.6.4). It only runs again for new fonts; names of files
 * after FOLDER write those alone.
 *
 * HarfBuzz shapes the letters here: it decides how letters of a script look beside each other. The files contain the results by the text that
 * they show, so that the Worker (workers/pages/ui/shaping.ts) only has to cut text into such pieces.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

const [folder = ""] = process.argv.slice(2);
if (!folder) {
  console.error("Give a folder `node_modules` with the fonts, fonteditor-core and harfbuzzjs.");
  process.exit(2);
}
const JOINER = "\u200d";
const VIRAMA = "\u094d";
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));

/** The result of the shaper: glyphs in visual order, in the font's units. */
interface Shaped {
  glyph: number;
  advance: number;
  dx: number;
  dy: number;
}
interface HarfBuzz {
  Blob: new (data: ArrayBuffer) => object;
  Face: new (blob: object) => object;
  Font: new (face: object) => object;
  Buffer: new () => {
    addText(text: string): void;
    guessSegmentProperties(): void;
    getGlyphInfos(): { codepoint: number }[];
    getGlyphPositions(): { xAdvance: number; xOffset: number; yOffset: number }[];
  };
  shape(font: object, buffer: object): void;
}
interface Glyph {
  advanceWidth: number;
  /** Points of TrueType: between two that are not on the curve one is implied. */
  contours?: { x: number; y: number; onCurve?: boolean }[][];
}
interface FontEditor {
  woff2ttf(woff: ArrayBuffer, options: { inflate: (packed: number[]) => number[] }): ArrayBuffer;
  Font: {
    create(
      ttf: Buffer,
      options: { type: "ttf"; compound2simple: true },
    ): {
      get(): { cmap: Readonly<Record<number, number>>; glyf: readonly Glyph[]; head: { unitsPerEm: number } };
    };
  };
}
const load = async <T>(path: string) => (await import(pathToFileURL(join(folder, path)).href)) as T;
const hb = await load<HarfBuzz>("harfbuzzjs/dist/index.mjs");
const { default: editor } = await load<{ default: FontEditor }>("fonteditor-core/lib/main.js");

/** A font, read from a WOFF file. */
class Font {
  readonly unitsPerEm: number;
  readonly #glyphs: readonly Glyph[];
  readonly #numbers: Readonly<Record<number, number>>;
  readonly #shaped: object;

  constructor(path: string) {
    const woff = new Uint8Array(readFileSync(path)).buffer;
    const ttf = editor.woff2ttf(woff, { inflate: (packed) => Array.from(inflateSync(Uint8Array.from(packed))) });
    const { cmap, glyf, head } = editor.Font.create(Buffer.from(ttf), { type: "ttf", compound2simple: true }).get();
    this.unitsPerEm = head.unitsPerEm;
    this.#glyphs = glyf;
    this.#numbers = cmap;
    this.#shaped = new hb.Font(new hb.Face(new hb.Blob(ttf)));
  }
  glyph(number: number | undefined): Glyph | undefined {
    return number === undefined ? undefined : this.#glyphs[number];
  }
  /** The glyph of a character, without shaping; undefined if the font has none. */
  glyphOf(char: string): Glyph | undefined {
    return this.glyph(this.#numbers[char.codePointAt(0) ?? 0]);
  }
  /** Glyph 0 is the box for what a font does not have; the joiners are blank. */
  shape(text: string): Shaped[] {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(this.#shaped, buffer);
    const positions = buffer.getGlyphPositions();
    return buffer
      .getGlyphInfos()
      .map((info, i) => {
        const at = positions[i];
        return { glyph: info.codepoint, advance: at?.xAdvance ?? 0, dx: at?.xOffset ?? 0, dy: at?.yOffset ?? 0 };
      })
      .filter(({ glyph, advance }) => advance !== 0 || this.glyph(glyph)?.contours?.length);
  }
}

/**
 * A file: the length of its head (32 bits), the head as JSON, the outlines. In the head `lengths` has the bytes of each outline, `square` the
 * characters that are an em wide and whose outlines come first, and `pieces` by text: its advance, then an outline, x and y for each part.
 * A point is two variable-length numbers (7 bits a byte, low ones first), zigzag of the steps from the point before: x * 4 + end * 2 + on, y.
 */
class ScriptFile {
  readonly #font: Font;
  readonly #outlines: number[][] = [];
  readonly #numbers = new Map<string, number>();
  readonly #pieces: Record<string, number[]> = {};
  #square = "";
  /** Units of this file in an em: in the largest letters of a card, 52 pixels, a fifth of one. */
  readonly #units: number;

  constructor(font: Font, units = 250) {
    this.#font = font;
    this.#units = units;
  }
  #scaled(n: number): number {
    return Math.round((n * this.#units) / this.#font.unitsPerEm);
  }
  #addOutline(key: string, { contours = [] }: Glyph): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const bytes: number[] = [];
    const write = (n: number) => {
      for (; n > 127; n >>= 7) bytes.push((n & 127) | 128);
      bytes.push(n);
    };
    const zigzag = (n: number) => (n < 0 ? -2 * n - 1 : 2 * n);
    let x = 0;
    let y = 0;
    for (const contour of contours)
      for (const [i, point] of contour.entries()) {
        const px = this.#scaled(point.x);
        const py = this.#scaled(point.y);
        write(zigzag(px - x) * 4 + Number(i === contour.length - 1) * 2 + Number(point.onCurve ?? false));
        write(zigzag(py - y));
        [x, y] = [px, py];
      }
    this.#numbers.set(key, this.#outlines.length);
    return this.#outlines.push(bytes) - 1;
  }
  addPiece(text: string, shaped: readonly Shaped[]): void {
    if (shaped.length === 0 || shaped.some(({ glyph }) => glyph === 0)) return;
    const parts: number[] = [];
    let pen = 0;
    for (const { glyph: number, advance, dx, dy } of shaped) {
      const glyph = this.#font.glyph(number);
      if (glyph?.contours?.length) parts.push(this.#addOutline(String(number), glyph), this.#scaled(pen + dx), this.#scaled(dy));
      pen += advance;
    }
    this.#pieces[text] = [this.#scaled(pen), ...parts];
  }
  /** A character as it is by itself. */
  addCharacter(char: string, glyph: Glyph): void {
    const outline = this.#addOutline(char, glyph);
    if (glyph.advanceWidth === this.#font.unitsPerEm && outline === [...this.#square].length) this.#square += char;
    else this.#pieces[char] = [this.#scaled(glyph.advanceWidth), outline, 0, 0];
  }
  write(name: string): void {
    const head = new TextEncoder().encode(
      JSON.stringify({
        units: this.#units,
        square: this.#square,
        lengths: this.#outlines.map((bytes) => bytes.length),
        pieces: this.#pieces,
      }),
    );
    const outlines = this.#outlines.flat();
    const out = new Uint8Array(4 + head.length + outlines.length);
    new DataView(out.buffer).setUint32(0, head.length);
    out.set(head, 4);
    out.set(outlines, 4 + head.length);
    writeFileSync(new URL(`../public/letters/${name}.bin`, import.meta.url), out);
    console.log(
      `${name}: ${[...this.#square].length + Object.keys(this.#pieces).length} pieces, ${this.#outlines.length} outlines, ${out.length} bytes`,
    );
  }
}
/** Ranges of code points: letters of living languages in Latin, Greek and Cyrillic script, digits, punctuation, currencies, arrows. */
const LATIN: [from: number, to: number][] = [
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x18f, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x2bb, 0x2bc],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e80, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];
const fontFile = (name: string, subset: string) =>
  join(folder, `@fontsource/noto-sans-${name}/files/noto-sans-${name}-${subset}-400-normal.woff`);

/**
 * Letters in their isolated form and, if they join, in the forms for the beginning, middle and end of a word. The joiner takes the place of a
 * neighbour.
 */
function arabic(): void {
  const font = new Font(fontFile("arabic", "arabic"));
  const shape = (text: string) => font.shape(text);
  const file = new ScriptFile(font);
  const same = (a: Shaped[], b: Shaped[]) => JSON.stringify(a) === JSON.stringify(b);
  const add = (letter: string) => {
    const alone = shape(letter);
    file.addPiece(letter, alone);
    for (const joined of [letter + JOINER, JOINER + letter, JOINER + letter + JOINER])
      if (!same(shape(joined), alone) && !(joined.startsWith(JOINER) && joined.endsWith(JOINER) && same(shape(letter + JOINER), alone)))
        file.addPiece(joined, shape(joined));
  };
  for (const char of [
    ...range(0x60c, 0x60d),
    "\u061b",
    "\u061f",
    ...range(0x620, 0x64a),
    ...range(0x660, 0x66f),
    ...range(0x671, 0x6d5),
    ...range(0x6ee, 0x6ff),
  ])
    if (!/\p{M}/u.test(char)) add(char);
  for (const alef of "اأإآٱ") add(`ل${alef}`);
  file.write("arabic");
}

function hebrew(): void {
  const font = new Font(fontFile("hebrew", "hebrew"));
  const shape = (text: string) => font.shape(text);
  const file = new ScriptFile(font);
  for (const char of ["\u05be", ...range(0x5d0, 0x5ea), ...range(0x5f0, 0x5f4), "\u20aa"]) file.addPiece(char, shape(char));
  file.write("hebrew");
}

const NUKTA = "\u093c";
const RA = "र";
/** Vowel signs on the letter itself; those behind it; and signs above it. */
const ATTACHED = ["", "ु", "ू", "ृ", "े", "ै", "ॅ", VIRAMA];
const SPACING = ["ा", "ी", "ो", "ौ", "ॉ"];
const OVER = ["", "ं", "ँ"];

/** Groups of two or three consonants that are not drawn as half letters with a whole one at the end. */
function ligatures(consonants: readonly string[], shape: (text: string) => Shaped[]): string[] {
  const drawn = (text: string) =>
    shape(text)
      .map(({ glyph }) => glyph)
      .join();
  const half = new Map(consonants.map((c) => [c, drawn(c + VIRAMA + JOINER)]));
  const whole = new Map(consonants.map((c) => [c, drawn(c)]));
  // RA before another consonant is a sign above it (reph).
  const first = consonants.filter((c) => c !== RA);
  const pairs = first.flatMap((a) =>
    consonants.filter((b) => drawn(a + VIRAMA + b) !== `${half.get(a)},${whole.get(b)}`).map((b) => a + VIRAMA + b),
  );
  const paired = new Set(pairs);
  const triples = pairs.flatMap((pair) =>
    ["य", RA, "व"].flatMap((c) => {
      const all = pair + VIRAMA + c;
      const apart = paired.has(all.slice(2)) ? [`${half.get(all[0] ?? "")},${drawn(all.slice(2))}`] : [];
      apart.push(`${drawn(pair + VIRAMA + JOINER)},${whole.get(c)}`);
      return apart.includes(drawn(all)) ? [] : [all];
    }),
  );
  return [...pairs, ...triples];
}

function devanagari(): void {
  const font = new Font(fontFile("devanagari", "devanagari"));
  const shape = (text: string) => font.shape(text);
  const file = new ScriptFile(font);
  const plain = range(0x915, 0x939);
  const dotted = [..."कखगजडढफय"].map((c) => c + NUKTA);
  const joined = ligatures(plain, shape);
  /** A half letter with the spacing that it usually has before the next letter. */
  const half = (base: string) => {
    const alone = shape(base + VIRAMA + JOINER);
    const near = plain
      .map((next) => shape(base + VIRAMA + next))
      .filter((all) => all.length === alone.length + 1 && alone.every(({ glyph }, i) => glyph === all[i]?.glyph));
    near.sort((a, b) => (a[alone.length - 1]?.advance ?? 0) - (b[alone.length - 1]?.advance ?? 0));
    return near[near.length >> 1]?.slice(0, alone.length) ?? alone;
  };
  for (const char of [...range(0x904, 0x914), ...range(0x964, 0x970), "ऽ", "ॐ", "ः", "।", "॥"]) file.addPiece(char, shape(char));
  for (const vowel of range(0x904, 0x914)) for (const over of OVER.slice(1)) file.addPiece(vowel + over, shape(vowel + over));
  // A sign behind a letter is the last of the glyphs.
  for (const reph of ["", RA + VIRAMA])
    for (const sign of SPACING) for (const over of OVER) file.addPiece(reph + sign + over, shape(`${reph}क${sign}${over}`).slice(1));
  file.addPiece("ि", shape("कि").slice(0, 1));
  for (const base of [...plain, ...dotted, ...joined]) {
    const single = base.length <= 2;
    file.addPiece(base + VIRAMA + JOINER, half(base));
    for (const sign of single ? ATTACHED : ATTACHED.slice(0, 6))
      for (const over of single ? OVER : OVER.slice(0, 2)) file.addPiece(base + sign + over, shape(base + sign + over));
    for (const over of OVER.slice(0, 2)) file.addPiece(`${base}ि${over}`, shape(`${base}ि${over}`));
    for (const sign of ["", "े", "ु", "ू", "ि"]) file.addPiece(RA + VIRAMA + base + sign, shape(RA + VIRAMA + base + sign));
  }
  file.write("devanagari");
}

/** The characters of a two-byte set. */
function charset(name: string, rows: [number, number], cells: [number, number][]): Set<string> {
  const decoder = new TextDecoder(name);
  const out = new Set<string>();
  for (let row = rows[0]; row <= rows[1]; row++)
    for (const [from, to] of cells)
      for (let cell = from; cell <= to; cell++) {
        const char = decoder.decode(new Uint8Array([row, cell]));
        if ([...char].length === 1 && char !== "\ufffd") out.add(char);
      }
  return out;
}
/** Characters by themselves, from all subsets of a font. */
function characters(name: string, font: string, chars: Iterable<string>, weight = 400, units = 250): void {
  const directory = join(folder, "@fontsource", font, "files");
  const fonts = readdirSync(directory)
    .filter((file) => file.endsWith(`-${weight}-normal.woff`))
    .map((file) => new Font(join(directory, file)));
  const file = new ScriptFile(fonts[0] as Font, units);
  const glyphs = [...new Set(chars)].flatMap((char) => {
    const found = fonts.map((from) => from.glyphOf(char)).find((glyph) => glyph !== undefined);
    return found ? [{ char, found }] : [];
  });
  // Characters that are an em wide come first.
  glyphs.sort((a, b) => Number(b.found.advanceWidth === 1000) - Number(a.found.advanceWidth === 1000));
  for (const { char, found } of glyphs) file.addCharacter(char, found);
  file.write(name);
}

const only = process.argv.slice(3);
const wanted = (name: string) => only.length === 0 || only.includes(name);
if (wanted("arabic")) arabic();
if (wanted("hebrew")) hebrew();
if (wanted("devanagari")) devanagari();
const latin = LATIN.flatMap(([from, to]) => range(from, to));
if (wanted("latin")) characters("latin", "noto-sans", latin, 400, 500);
if (wanted("latin-bold")) characters("latin-bold", "noto-sans", latin, 700, 500);
// Characters of general use: of GB 2312, the first level of Big5 and of JIS X 0208; kana, punctuation, full-width forms; KS X 1001.
if (wanted("han"))
  characters("han", "noto-sans-sc", [
    ...range(0x3001, 0x301f),
    ...range(0x3041, 0x3096),
    ...range(0x30a1, 0x30fe),
    ...range(0xff01, 0xff5e),
    ...charset("gb2312", [0xb0, 0xf7], [[0xa1, 0xfe]]),
    ...charset("euc-jp", [0xb0, 0xcf], [[0xa1, 0xfe]]),
    ...charset(
      "big5",
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ]);
if (wanted("hangul")) characters("hangul", "noto-sans-kr", charset("euc-kr", [0xb0, 0xc8], [[0xa1, 0xfe]]));
