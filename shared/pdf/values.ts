/** The values of a PDF file and how they are written (ISO 32000-2, 7.2 and 7.3). */

interface Name {
  name: string;
}
interface Reference {
  ref: number;
}
/** A keyword: an operator of a content stream, or `endobj` and the like. */
interface Operator {
  op: string;
}
export type Dictionary = Map<string, Value>;
/** A dictionary with bytes: where they are in the text that it was read from. */
export interface Stream {
  dictionary: Dictionary;
  source: string;
  start: number;
  end: number;
}
/** Strings are bytes, a character each. */
export type Value = null | boolean | number | string | Name | Reference | Operator | Stream | Dictionary | Value[];

/** Whether a value is a name. */
export const isName = (value: Value | undefined): value is Name => typeof value === "object" && value !== null && "name" in value;
/** Whether a value refers to an object of the file. */
export const isReference = (value: Value | undefined): value is Reference => typeof value === "object" && value !== null && "ref" in value;
/** Whether a value is a keyword. */
export const isOperator = (value: Value | undefined): value is Operator => typeof value === "object" && value !== null && "op" in value;
/** Whether a value is a dictionary with bytes. */
export const isStream = (value: Value | undefined): value is Stream => typeof value === "object" && value !== null && "dictionary" in value;
/** Whether a value is a dictionary; a stream has one and is none. */
export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map;
/** The name without its slash; null for another value. */
export const nameOf = (value: Value | undefined): string | null => (isName(value) ? value.name : null);

/** Maximum depth of lists and dictionaries; deeper ones are empty. */
const MAX_DEPTH = 64;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const isSpace = (code: number) => code === 32 || (code >= TAB && code <= CARRIAGE_RETURN && code !== 11) || code === 0;
/** The codes of ( ) < > [ ] { } / % */
const DELIMITERS = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37]);
const isRegular = (code: number) => !isSpace(code) && !DELIMITERS.has(code) && !Number.isNaN(code);
const REFERENCE = /[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R(?![A-Za-z0-9])/y;
const LITERALS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values one after the other. Never throws; each character is read once. */
export class Lexer {
  readonly text: string;
  at: number;
  readonly end: number;
  /** Whether `12 0 R` is a reference: in the file, not in content. */
  readonly hasReferences: boolean;

  constructor(text: string, at = 0, end = text.length, hasReferences = false) {
    this.text = text;
    this.at = at;
    this.end = end;
    this.hasReferences = hasReferences;
  }

  /** The next value; undefined at the end. */
  read(depth = 0): Value | undefined {
    this.skipSpace();
    if (this.at >= this.end) return undefined;
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === 47) {
      this.at++;
      return { name: this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) };
    }
    if (code === 40) return this.literal();
    if (code === 60) return this.text.charCodeAt(start + 1) === 60 ? this.dictionary(depth) : this.hexadecimal();
    if (code === 91) return this.list(depth);
    if (DELIMITERS.has(code)) {
      this.at += code === 62 && this.text.charCodeAt(start + 1) === 62 ? 2 : 1;
      return { op: this.text.slice(start, this.at) };
    }
    const word = this.word();
    if ((code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46) return this.numeric(word);
    const literal = LITERALS.get(word);
    return literal === undefined ? { op: word } : literal;
  }

  /** Spaces and comments. */
  private skipSpace(): void {
    for (; this.at < this.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 37) {
        while (this.at < this.end && this.text.charCodeAt(this.at) !== LINE_FEED && this.text.charCodeAt(this.at) !== CARRIAGE_RETURN)
          this.at++;
      } else if (!isSpace(code)) return;
    }
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.end && isRegular(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private numeric(word: string): Value {
    if (this.hasReferences && /^\d{1,10}$/.test(word)) {
      REFERENCE.lastIndex = this.at;
      const found = REFERENCE.exec(this.text);
      if (found) {
        this.at = REFERENCE.lastIndex;
        return { ref: Number(word) };
      }
    }
    return Number.parseFloat(word.replace(/^[+-]{0,9}-/, "-")) || 0;
  }

  private literal(): string {
    const parts: string[] = [];
    let open = 1;
    let from = ++this.at;
    for (; this.at < this.end; this.at++) {
      const char = this.text[this.at];
      if (char === "(") open++;
      else if (char === ")" && --open === 0) break;
      else if (char === "\\") {
        parts.push(this.text.slice(from, this.at));
        parts.push(this.escape());
        from = this.at + 1;
      }
    }
    parts.push(this.text.slice(from, this.at++));
    return parts.join("");
  }

  /** The character of the escape at this position; moves to its last character. */
  private escape(): string {
    const next = this.text[++this.at] ?? "";
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    }
    if (next === "\r" && this.text[this.at + 1] === "\n") this.at++;
    return next === "\r" || next === "\n" ? "" : (ESCAPES[next] ?? next);
  }

  private hexadecimal(): string {
    const start = this.at + 1;
    const close = this.text.indexOf(">", start);
    const stop = close < 0 ? this.end : Math.min(close, this.end);
    this.at = stop + 1;
    const digits = this.text.slice(start, stop).replace(/[^0-9a-fA-F]/g, "");
    return bytesOfHex(digits.length % 2 ? `${digits}0` : digits);
  }

  private list(depth: number): Value {
    this.at++;
    if (depth >= MAX_DEPTH) return null;
    const items: Value[] = [];
    for (let item = this.read(depth + 1); item !== undefined; item = this.read(depth + 1)) {
      if (!isOperator(item)) items.push(item);
      else if (item.op === "]" || this.isOver(item)) break;
    }
    return items;
  }

  private dictionary(depth: number): Value {
    this.at += 2;
    if (depth >= MAX_DEPTH) return null;
    const entries: Dictionary = new Map();
    for (let key = this.read(depth + 1); key !== undefined; key = this.read(depth + 1)) {
      if (isOperator(key) && (key.op === ">>" || this.isOver(key))) break;
      if (!isName(key)) continue;
      const value = this.read(depth + 1);
      if (value === undefined || (isOperator(value) && (value.op === ">>" || this.isOver(value)))) break;
      if (!isOperator(value)) entries.set(key.name, value);
    }
    return entries;
  }

  /** Whether an unclosed list or dictionary ends here, with its object. */
  private isOver({ op }: Operator): boolean {
    if (op !== "endobj" && op !== "stream") return false;
    this.at -= op.length;
    return true;
  }
}

/** The bytes that pairs of hexadecimal digits stand for. */
export function bytesOfHex(digits: string): string {
  let out = "";
  for (let i = 0; i + 1 < digits.length; i += 2) out += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2), 16));
  return out;
}
