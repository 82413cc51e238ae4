/** A PDF file as its objects (ISO 32000-2, 7.5). The cross-reference table is not used: it is wrong in many files, and a scan finds the same. */
import { bytesOf, decoded, type WorkBudget } from "./filters.ts";
import { type Dictionary, isDictionary, isOperator, isReference, isStream, Lexer, nameOf, type Stream, type Value } from "./values.ts";

const OBJECT = /(\d{1,10})[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}obj(?![a-z])|trailer(?=[\0\t\n\f\r ]{0,20}<<)/g;
const STREAM = /[\0\t\n\f\r ]{0,20}stream(?:\r\n|\n|\r)?/y;
const END_OF_STREAM = /[\0\t\n\f\r ]{0,20}endstream/y;
const MAX_OBJECTS = 200_000;
/** Maximum number of nested references. */
const MAX_HOPS = 8;

/** The objects of a file by number, and its streams, whose decoding uses up the budget. */
export class PdfFile {
  readonly objects = new Map<number, Value>();
  /** The position of each object; the last definition counts, because updates are appended. */
  private readonly definedAt = new Map<number, number>();
  readonly trailer: Dictionary = new Map();
  readonly budget: WorkBudget;

  constructor(text: string, budget: WorkBudget) {
    this.budget = budget;
    const packed = this.scan(text);
    for (const { at, stream } of packed) this.unpack(stream, at);
  }

  /** Reads the objects of the file. Gives the streams that contain further objects. */
  private scan(text: string): { at: number; stream: Stream }[] {
    const packed: { at: number; stream: Stream }[] = [];
    OBJECT.lastIndex = 0;
    for (let found = OBJECT.exec(text); found && this.objects.size < MAX_OBJECTS; found = OBJECT.exec(text)) {
      const at = found.index;
      const lexer = new Lexer(text, OBJECT.lastIndex, text.length, true);
      const value = lexer.read() ?? null;
      if (found[1] === undefined) {
        if (isDictionary(value)) this.addTrailer(value);
      } else if (isDictionary(value)) {
        const stream = streamAt(text, lexer, value);
        this.define(Number(found[1]), stream ?? value, at);
        const type = stream && nameOf(value.get("Type"));
        if (type === "ObjStm") packed.push({ at, stream: stream as Stream });
        if (type === "XRef") this.addTrailer(value);
      } else if (!isOperator(value)) this.define(Number(found[1]), value, at);
      OBJECT.lastIndex = lexer.at;
    }
    return packed;
  }

  private addTrailer(entries: Dictionary): void {
    for (const key of ["Root", "Info", "Encrypt"]) {
      const value = entries.get(key);
      if (value !== undefined) this.trailer.set(key, value);
    }
  }

  private define(number: number, value: Value, at: number): void {
    if ((this.definedAt.get(number) ?? -1) > at) return;
    this.objects.set(number, value);
    this.definedAt.set(number, at);
  }

  /** Reads the objects of an object stream (7.5.7). */
  private unpack(stream: Stream, at: number): void {
    const text = this.bytes(stream);
    const count = Math.min(Number(stream.dictionary.get("N")) || 0, MAX_OBJECTS - this.objects.size);
    const first = Number(this.get(stream.dictionary.get("First"))) || 0;
    const head = new Lexer(text ?? "", 0, first);
    for (let i = 0; i < count; i++) {
      const number = head.read();
      const offset = head.read();
      if (typeof number !== "number" || typeof offset !== "number") return;
      const lexer = new Lexer(text ?? "", first + offset, undefined, true);
      const value = lexer.read();
      // Many objects may begin at one place.
      if (!this.spend(lexer.at - first - offset)) return;
      if (value !== undefined && !isOperator(value)) this.define(number, value, at);
    }
  }

  /** A value, with references resolved. */
  get(value: Value | undefined): Value {
    let found: Value | undefined = value;
    for (let hops = 0; isReference(found) && hops < MAX_HOPS; hops++) found = this.objects.get(found.ref);
    return found === undefined || isReference(found) ? null : found;
  }
  /** The value of a name in a dictionary, or in the dictionary of a stream. */
  entry(of: Value | undefined, key: string): Value {
    return this.get(this.dictionary(of).get(key));
  }
  /** A dictionary, or that of a stream; an empty one for any other value. */
  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value);
    if (isStream(found)) return found.dictionary;
    return isDictionary(found) ? found : new Map();
  }
  /** A list to be gone through, at the cost of its length: many objects may name the same one. */
  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    return Array.isArray(found) && this.spend(found.length) ? found : [];
  }
  /** Takes work from the budget; false if that is used up. */
  spend(work: number): boolean {
    if (work > 0) this.budget.left -= work;
    return this.budget.left > 0;
  }
  /** The unpacked bytes of a stream, one character each; null if it is a picture or broken. */
  bytes(stream: Value | undefined): string | null {
    const found = this.get(stream);
    if (!isStream(found)) return null;
    const filters = [this.entry(found, "Filter")].flat().map((filter) => nameOf(this.get(filter)) ?? "");
    const parameters = [this.entry(found, "DecodeParms")].flat().map((one) => {
      const given = this.dictionary(one);
      return (key: string, otherwise: number) => Number(this.get(given.get(key)) ?? otherwise);
    });
    const length = this.entry(found, "Length");
    const end = typeof length === "number" && isEnd(found.source, found.start + length) ? found.start + length : found.end;
    if (!this.spend(end - found.start)) return null;
    return decoded(bytesOf(found.source, found.start, end), filters[0] ? filters : [], parameters, this.budget);
  }
}

/** Whether a stream ends at this place. */
function isEnd(text: string, at: number): boolean {
  END_OF_STREAM.lastIndex = at;
  return END_OF_STREAM.test(text);
}

/** The stream after the dictionary that was just read; null if there is none. The lexer then continues after it. */
function streamAt(text: string, lexer: Lexer, dictionary: Dictionary): Stream | null {
  STREAM.lastIndex = lexer.at;
  if (!STREAM.test(text)) return null;
  const start = STREAM.lastIndex;
  const length = dictionary.get("Length");
  let end = typeof length === "number" ? start + length : -1;
  if (end < start || !isEnd(text, end)) end = text.indexOf("endstream", start);
  if (end < 0) end = text.length;
  lexer.at = end;
  return { dictionary, source: text, start, end };
}
