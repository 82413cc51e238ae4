/** Fonts: the text and width of each character code (ISO 32000-2, 9.5 to 9.10). */
import { charactersOf, textOfGlyph, textOfTexGlyph } from "./encodings.ts";
import type { PdfFile } from "./file.ts";
import { isName, isOperator, Lexer, nameOf, type Value } from "./values.ts";

/** One character code of a shown string. */
interface Glyph {
  /** Null if the font does not tell its text. */
  text: string | null;
  /** As a fraction of the font's size. */
  width: number;
  /** Whether word spacing is added: the one-byte code 32. */
  isSpace: boolean;
}
export type Font = (shown: string) => Glyph[];

/** Maximum number of codes in a map: a few bytes could make a map of four billion codes. */
const MAX_CODES = 70_000;
/** The work for a code of a range, in bytes that are read in that time. */
const WORK_OF_CODE = 8;
/** Width of a character if the font gives none, as a fraction of its size: the mean of Latin text. */
const USUAL_WIDTH = 0.5;

/** Reads a font's dictionary. */
export function fontOf(file: PdfFile, value: Value): Font {
  const subtype = nameOf(file.entry(value, "Subtype"));
  return subtype === "Type0" ? compositeFont(file, value) : simpleFont(file, value, subtype === "Type3");
}

/** A font with one byte per character. */
function simpleFont(file: PdfFile, font: Value, isType3: boolean): Font {
  const unicode = codesOf(file, font);
  const encoding = file.entry(font, "Encoding");
  const descriptor = file.entry(font, "FontDescriptor");
  const base = nameOf(encoding) ?? nameOf(file.entry(encoding, "BaseEncoding"));
  const characters = charactersOf(base);
  if (!base) for (const [code, name] of builtInNames(file.bytes(file.entry(descriptor, "FontFile")))) characters[code] = textOfGlyph(name);
  let code = 0;
  for (const item of file.list(file.entry(encoding, "Differences"))) {
    const given = file.get(item);
    if (typeof given === "number") code = given;
    else if (isName(given) && code < 256) {
      const tex = isType3 ? textOfTexGlyph(given.name) : null;
      // Ghostscript takes the same names for those of a font of symbols.
      if (tex !== null) unicode.delete(code);
      characters[code++] = tex ?? textOfGlyph(given.name);
    }
  }
  const first = Number(file.entry(font, "FirstChar")) || 0;
  const widths = file.list(file.entry(font, "Widths")).map((width) => Number(file.get(width)));
  const scale = isType3 ? Math.abs(Number(file.get(file.list(file.entry(font, "FontMatrix"))[0]))) || 0.001 : 0.001;
  const missing = Number(file.entry(descriptor, "MissingWidth")) * scale || (widths.length ? 0 : USUAL_WIDTH);
  return (shown) =>
    [...shown].map((char) => {
      const own = char.charCodeAt(0);
      const width = widths[own - first];
      return {
        text: unicode.get(own) ?? (characters[own] || null),
        width: width === undefined || Number.isNaN(width) ? missing : width * scale,
        isSpace: own === 32,
      };
    });
}

/** The names of a Type 1 font's own encoding, from the part of its program that is plain text: `dup 65 /A put`. */
function builtInNames(program: string | null): [number, string][] {
  const head = (program ?? "").slice(0, 30_000);
  return [...head.matchAll(/\bdup[ \t]{1,9}(\d{1,3})[ \t]{0,9}\/([\w.]{1,60})[ \t]{1,9}put\b/g)].flatMap(([, code, name = ""]) =>
    Number(code) < 256 ? [[Number(code), name]] : [],
  );
}

/** Multi-byte encodings of the predefined CMaps (9.7.5.2), by the WHATWG name. */
const MULTIBYTE: [RegExp, string][] = [
  [/^(?:GBK|GBpc-EUC|GB-EUC|GBKp|GBK2K)/, "gb18030"],
  [/RKSJ/, "shift_jis"],
  [/^(?:KSC|KSCms|KSCpc)/, "euc-kr"],
  [/^(?:ETen-B5|ETenms-B5|B5pc|HKscs)/, "big5"],
  [/^EUC-/, "euc-jp"],
];

/** A font with several bytes per character. */
function compositeFont(file: PdfFile, font: Value): Font {
  const unicode = codesOf(file, font);
  const encoding = nameOf(file.entry(font, "Encoding")) ?? "";
  const descendant = file.get(file.list(file.entry(font, "DescendantFonts"))[0]);
  const usual = Number(file.entry(descendant, "DW") ?? 1000) / 1000;
  const widths = widthsOf(file, file.list(file.entry(descendant, "W")));
  const isUnicode = /UCS2|UTF16/.test(encoding);
  const label = isUnicode ? null : MULTIBYTE.find(([pattern]) => pattern.test(encoding))?.[1];
  if (label && !unicode.size) {
    const decoder = new TextDecoder(label);
    return (shown) =>
      [...decoder.decode(Uint8Array.from(shown, (char) => char.charCodeAt(0)))].map((text) => ({
        text,
        width: text < "\u0100" ? USUAL_WIDTH : 1,
        isSpace: false,
      }));
  }
  return (shown) => {
    const out: Glyph[] = [];
    for (let i = 0; i + 1 < shown.length; i += 2) {
      const code = (shown.charCodeAt(i) << 8) | shown.charCodeAt(i + 1);
      const text = unicode.get(code) ?? (isUnicode ? String.fromCharCode(code) : null);
      out.push({ text, width: widths.get(code) ?? usual, isSpace: false });
    }
    return out;
  };
}

/** The W array of a descendant font: `c [w w …]` and `first last w`. */
function widthsOf(file: PdfFile, array: readonly Value[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (let i = 0; i + 1 < array.length && widths.size < MAX_CODES; ) {
    const first = Number(file.get(array[i]));
    const next = file.get(array[i + 1]);
    if (Array.isArray(next)) {
      for (const [k, width] of file.list(next).entries()) widths.set(first + k, Number(file.get(width)) / 1000);
      i += 2;
    } else {
      const last = Math.min(Number(next), first + MAX_CODES - widths.size);
      if (!file.spend((last - first) * WORK_OF_CODE)) return widths;
      const width = Number(file.get(array[i + 2])) / 1000;
      for (let code = first; code <= last; code++) widths.set(code, width);
      i += 3;
    }
  }
  return widths;
}

const codeOf = (bytes: string) => [...bytes].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
/** A character's text in a ToUnicode map: UTF-16, big end first. */
function textOf(bytes: string): string {
  let out = "";
  for (let i = 0; i + 1 < bytes.length; i += 2) out += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  if (bytes.length === 1) out = bytes;
  return out.toWellFormed().replaceAll("\0", "");
}

/** The text of codes, from a font's ToUnicode CMap (9.10.3). */
function codesOf(file: PdfFile, font: Value): Map<number, string> {
  const codes = new Map<number, string>();
  const lexer = new Lexer(file.bytes(file.entry(font, "ToUnicode")) ?? "");
  let given: Value[] = [];
  for (let value = lexer.read(); value !== undefined && codes.size < MAX_CODES; value = lexer.read()) {
    if (!isOperator(value)) {
      given.push(value);
      continue;
    }
    if (value.op === "endbfchar")
      for (let i = 0; i + 1 < given.length; i += 2) {
        const from = given[i];
        const to = given[i + 1];
        if (typeof from === "string" && typeof to === "string") codes.set(codeOf(from), textOf(to));
      }
    else if (value.op === "endbfrange") for (let i = 0; i + 2 < given.length; i += 3) addRange(file, codes, given.slice(i, i + 3));
    given = [];
  }
  return codes;
}
function addRange(file: PdfFile, codes: Map<number, string>, [from, to, start]: Value[]): void {
  if (typeof from !== "string" || typeof to !== "string") return;
  const first = codeOf(from);
  const last = Math.min(codeOf(to), first + MAX_CODES - codes.size);
  // A map may give the same codes again and again.
  if (!file.spend((last - first) * WORK_OF_CODE)) return;
  for (let code = first; code <= last; code++) {
    if (Array.isArray(start)) {
      const text = start[code - first];
      if (text === undefined) return;
      if (typeof text === "string") codes.set(code, textOf(text));
    } else if (typeof start === "string") {
      const head = start.slice(0, -2);
      const tail = codeOf(start.slice(-2)) + code - first;
      codes.set(code, textOf(head + String.fromCharCode((tail >> 8) & 255, tail & 255)));
    }
  }
}
