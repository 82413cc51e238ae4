/**
 * Stands for `entities/decode`, which htmlparser2 imports (wrangler.toml aliases it): its tables of all 2,125 HTML entities are 20 KB of the
 * Worker by gzip. Here are those of HTML 4 and all Latin and Greek letters, punctuation and currency of HTML 5 (500 names, 3 KB); mathematicians' names stay as written.
 */
import table from "./entities.json" with { type: "json" };

export const fromCodePoint = String.fromCodePoint;

type Tree = ReadonlyMap<string, number>;
const named = Object.entries(table.names).flatMap(([hex, names]) =>
  names.split(" ").map((name): [string, number] => [name, Number.parseInt(hex, 16)]),
);
/** Marks of letters by their names, and Latin letters with a mark that have a code point below U+0180 but no name. */
const MARKS: [name: string, mark: number][] = Object.entries(table.marks).map(([name, hex]) => [name, Number.parseInt(hex, 16)]);
const NAMELESS = /^(?:[EIOeio]breve|gcedil)$/;
const marked = MARKS.flatMap(([name, mark]) =>
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", (letter): [string, number] => {
    const whole = (letter + fromCodePoint(mark)).normalize("NFC");
    return [letter + name, whole.length > 1 ? 0x180 : whole.charCodeAt(0)];
  }),
).filter(([name, code]) => code < 0x180 && !NAMELESS.test(name));
export const htmlDecodeTree: Tree = new Map([...named, ...marked]);
export const xmlDecodeTree: Tree = new Map(["amp", "lt", "gt", "quot", "apos"].map((name) => [name, htmlDecodeTree.get(name) ?? 0]));
/** Names that HTML also takes without a semicolon. */
const LEGACY = new Set(table.legacy.split(" "));
const LONGEST_LEGACY = 6;
/** No name is longer, nor a number that means something. */
const LONGEST = 40;

export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 } as const;

/** Code points that HTML replaces in numeric references: Windows-1252 for C1 controls, U+FFFD for what is no character. */
const C1 =
  "20AC 81 201A 192 201E 2026 2020 2021 2C6 2030 160 2039 152 8D 17D 8F 90 2018 2019 201C 201D 2022 2013 2014 2DC 2122 161 203A 153 9D 17E 178"
    .split(" ")
    .map((hex) => Number.parseInt(hex, 16));
export function replaceCodePoint(code: number): number {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return 0xfffd;
  return code >= 0x80 && code <= 0x9f ? (C1[code - 0x80] ?? code) : code;
}

/** Reads one character reference, after its `&`; the text may come in pieces. The contract of `entities`' class of this name. */
export class EntityDecoder {
  readonly #tree: Tree;
  readonly #emit: (code: number, consumed: number) => void;
  #mode: number = DecodingMode.Strict;
  #read = "";

  constructor(tree: Tree, emit: (code: number, consumed: number) => void) {
    this.#tree = tree;
    this.#emit = emit;
  }
  startEntity(mode: number): void {
    this.#mode = mode;
    this.#read = "";
  }
  /** Characters that the reference took, `&` included; 0 when it is none; -1 when more must come. */
  write(input: string, offset: number): number {
    for (let i = offset; i < input.length; i++) {
      const char = input.charAt(i);
      const belongs = this.#read === "" ? /[A-Za-z0-9#]/.test(char) : /[A-Za-z0-9]/.test(char);
      if (!belongs || this.#read.length >= LONGEST) return this.#finish(char);
      this.#read += char;
    }
    return -1;
  }
  /** No more will come. */
  end(): number {
    return this.#finish("");
  }
  #finish(next: string): number {
    const read = this.#read;
    const number = /^#(?:[xX]([0-9A-Fa-f]+)|([0-9]+))/.exec(read);
    if (number) {
      const closed = number[0].length === read.length && next === ";";
      if (!closed && this.#mode === DecodingMode.Strict) return 0;
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
      return this.#take(replaceCodePoint(code), number[0].length + (closed ? 2 : 1));
    }
    const named = next === ";" ? this.#tree.get(read) : undefined;
    if (named !== undefined) return this.#take(named, read.length + 2);
    if (this.#mode === DecodingMode.Strict) return 0;
    for (let length = Math.min(read.length, LONGEST_LEGACY); length > 1; length--) {
      const name = read.slice(0, length);
      const code = LEGACY.has(name) ? this.#tree.get(name) : undefined;
      if (code === undefined) continue;
      // In an attribute, `&copy=1` and `&copyx` are parameters of an address.
      const follows = length < read.length || next === "=";
      return follows && this.#mode === DecodingMode.Attribute ? 0 : this.#take(code, length + 1);
    }
    return 0;
  }
  #take(code: number, consumed: number): number {
    this.#emit(code, consumed);
    return consumed;
  }
}
