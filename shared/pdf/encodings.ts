/** Characters of fonts by codes and glyph names (ISO 32000-2, annex D; the Adobe Glyph List). */

/** Where the standard encoding differs from ASCII, as `code: character`. */
const STANDARD: Record<number, string> = {
  39: "’",
  96: "‘",
  ...Object.fromEntries([..."¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"].map((char, i) => [0xa1 + i, char])),
  ...Object.fromEntries([..."–†‡·"].map((char, i) => [0xb1 + i, char])),
  ...Object.fromEntries([..."¶•‚„”»…‰"].map((char, i) => [0xb6 + i, char])),
  191: "¿",
  208: "—",
  225: "Æ",
  227: "ª",
  ...Object.fromEntries([..."ŁØŒº"].map((char, i) => [0xe8 + i, char])),
  241: "æ",
  245: "ı",
  ...Object.fromEntries([..."łøœß"].map((char, i) => [0xf8 + i, char])),
};

const LABELS: Record<string, string> = { WinAnsiEncoding: "windows-1252", MacRomanEncoding: "macintosh" };

/** The characters of the 256 codes of a named encoding; of any other name the standard one. */
export function charactersOf(encoding: string | null): string[] {
  const bytes = Uint8Array.from({ length: 256 }, (_, code) => code);
  const label = LABELS[encoding ?? ""];
  if (label) return [...new TextDecoder(label).decode(bytes)];
  return [...bytes].map((code) => STANDARD[code] ?? (code >= 32 && code < 127 ? String.fromCharCode(code) : ""));
}

/** Names of glyphs by their characters; letters, accented letters and `uni20AC` follow by rule. */
const NAMES = new Map(
  (
    "space:  exclam:! quotedbl:\" numbersign:# dollar:$ percent:% ampersand:& quotesingle:' parenleft:( parenright:) asterisk:* plus:+ comma:, " +
    "hyphen:- minus:− period:. slash:/ colon:: semicolon:; less:< equal:= greater:> question:? at:@ bracketleft:[ backslash:\\ bracketright:] " +
    "asciicircum:^ underscore:_ grave:` braceleft:{ bar:| braceright:} asciitilde:~ zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 " +
    "eight:8 nine:9 exclamdown:¡ cent:¢ sterling:£ fraction:⁄ yen:¥ florin:ƒ section:§ currency:¤ quotedblleft:“ guillemotleft:« " +
    "guilsinglleft:‹ guilsinglright:› fi:fi fl:fl ff:ff ffi:ffi ffl:ffl endash:– emdash:— dagger:† daggerdbl:‡ periodcentered:· paragraph:¶ " +
    "bullet:• quotesinglbase:‚ quotedblbase:„ quotedblright:” quoteleft:‘ quoteright:’ guillemotright:» ellipsis:… perthousand:‰ " +
    "questiondown:¿ AE:Æ ae:æ OE:Œ oe:œ Lslash:Ł lslash:ł Oslash:Ø oslash:ø germandbls:ß dotlessi:ı dotlessj:ȷ ordfeminine:ª ordmasculine:º " +
    "Eth:Ð eth:ð Thorn:Þ thorn:þ Dcroat:Đ dcroat:đ Euro:€ copyright:© registered:® trademark:™ degree:° plusminus:± multiply:× divide:÷ " +
    "onehalf:½ onequarter:¼ threequarters:¾ onesuperior:¹ twosuperior:² threesuperior:³ mu:µ logicalnot:¬ brokenbar:¦ nbspace:\u00a0 " +
    "nonbreakingspace:\u00a0 sfthyphen:\u00ad softhyphen:\u00ad afii61352:№ lessequal:≤ greaterequal:≥ notequal:≠ infinity:∞ approxequal:≈ " +
    "arrowright:→ arrowleft:← checkmark:✓"
  )
    .split(/ (?=\w+:)/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
);
const ACCENTS: Record<string, string> = {
  grave: "\u0300",
  acute: "\u0301",
  circumflex: "\u0302",
  tilde: "\u0303",
  macron: "\u0304",
  breve: "\u0306",
  dotaccent: "\u0307",
  dieresis: "\u0308",
  ring: "\u030a",
  hungarumlaut: "\u030b",
  caron: "\u030c",
  commaaccent: "\u0327",
  cedilla: "\u0327",
  ogonek: "\u0328",
};
const ACCENTED = new RegExp(`^([A-Za-z])(${Object.keys(ACCENTS).join("|")})$`);

/** The text of a glyph's name; "" for unknown names. */
export function textOfGlyph(name: string): string {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  if (/^[A-Za-z]$/.test(name)) return name;
  const accented = ACCENTED.exec(name);
  if (accented) return `${accented[1]}${ACCENTS[accented[2] ?? ""]}`.normalize("NFC");
  const codes = /^uni((?:[0-9A-F]{4}){1,8})$/.exec(name)?.[1]?.match(/.{4}/g) ?? /^u([0-9A-F]{4,6})$/.exec(name)?.slice(1);
  if (codes) return codes.map((code) => characterOf(Number.parseInt(code, 16))).join("");
  const cyrillic = Number(/^afii100(\d\d)$/.exec(name)?.[1]);
  if (cyrillic >= 17 && cyrillic <= 97) return cyrillicOf(cyrillic);
  const [plain = ""] = name.split(".");
  if (plain !== name) return plain ? textOfGlyph(plain) : "";
  return name.includes("_") ? name.slice(0, 100).split("_").map(textOfGlyph).join("") : "";
}

/** Characters of TeX's bitmap fonts besides ASCII: `a27` is a glyph of the T1 encoding. The codes 11 to 15 are those of the older OT1. */
const TEX: Record<number, string> = {
  ...Object.fromEntries(["ff", "fi", "fl", "ffi", "ffl", "“", "”", "„", "«", "»", "–", "—"].map((text, i) => [11 + i, text])),
  ...Object.fromEntries(["ff", "fi", "fl", "ffi", "ffl"].map((text, i) => [27 + i, text])),
  215: "Œ",
  247: "œ",
  255: "ß",
};
/** The text of a glyph of a bitmap font that TeX made; null for other names. */
export function textOfTexGlyph(name: string): string | null {
  const code = Number(/^a(\d{1,3})$/.exec(name)?.[1] ?? Number.NaN);
  return TEX[code] ?? ((code > 32 && code < 127) || (code >= 192 && code < 255) ? String.fromCharCode(code) : null);
}

/** Adobe's names of the Russian letters: afii10017 is А, afii10065 is а, Ё and ё stand after Е and е. */
function cyrillicOf(number: number): string {
  const isSmall = number >= 65;
  const place = number - (isSmall ? 65 : 17);
  if (place > 32) return "";
  if (place === 6) return isSmall ? "ё" : "Ё";
  return String.fromCharCode((isSmall ? 0x430 : 0x410) + place - (place > 6 ? 1 : 0));
}

/** A character by its code point; "" if it is invalid. */
function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
}
