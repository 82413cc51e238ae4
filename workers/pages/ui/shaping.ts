/** The pieces with which a line of words is drawn, from left to right: directions, joining letters, syllables. */

const JOINER = "\u200d";
const ZWNJ = "\u200c";
const VIRAMA = "\u094d";
const REPH = "र\u094d";
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;
const MIRRORED: Record<string, string> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
};
/** Vowel signs of Arabic and Hebrew, which are readable without them, and marks of direction. Neither is drawn. */
const POINTS = /[\u200e\u200f\u2066-\u2069\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
/** A syllable of Devanagari: consonants, their vowel sign, signs above. */
const SYLLABLE =
  /((?:[\u0915-\u0939]\u093c?\u094d[\u200c\u200d]?)*)([\u0915-\u0939]\u093c?)([\u093e-\u094c\u094d]?)\u200c?([\u0901\u0902]?)|[\u0904-\u0914][\u0901\u0902]?|[\s\S]/gu;

/** Whether a text runs from right to left, by its first letter (UAX #9, P2 and P3). */
export const runsLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? "");

/** Characters in one direction, in reading order. Level 0 runs to the right, 1 to the left, 2 to the right within a run to the left. */
interface Run {
  text: string;
  level: 0 | 1 | 2;
}

/**
 * Runs by direction: the part of the bidirectional algorithm (UAX #9) that a line of plain words needs. A number keeps its own order in a run to
 * the left. A character without direction takes that of both its sides if they agree, else that of the line.
 */
function runsOf(line: string, left: boolean): Run[] {
  const chars = [...line];
  const digit = (i: number) => /\p{Nd}/u.test(chars[i] ?? "");
  const number = (i: number) => digit(i) || (/[.,:/-]/.test(chars[i] ?? "") && digit(i - 1) && digit(i + 1));
  /** Whether each character belongs to a run to the left; null: it has no direction. */
  const sides: (boolean | null)[] = [];
  let strong = left;
  chars.forEach((char, i) => {
    if (LETTER.test(char)) strong = RIGHT_TO_LEFT.test(char);
    sides.push(LETTER.test(char) || number(i) ? strong : null);
  });
  const runs: Run[] = [];
  let before = left;
  chars.forEach((char, i) => {
    const own = sides[i] ?? null;
    const after = sides.slice(i).find((side) => side !== null) ?? left;
    const side = own ?? (before === after ? before : left);
    if (own !== null) before = own;
    const leftwards = number(i) ? 2 : 1;
    const rightwards = left ? 2 : 0;
    const level = side ? leftwards : rightwards;
    const last = runs.at(-1);
    if (last?.level === level) last.text += char;
    else runs.push({ text: char, level });
  });
  return runs;
}

/** Arabic letters in their forms, in reading order. A letter joins the one before if that has a form that continues. */
function joined(text: string, has: (piece: string) => boolean): string[] {
  const letters = text.match(/ل[آأإاٱ]|[\s\S]/gu) ?? [];
  const goesOn = (i: number) => has((letters[i] ?? "") + JOINER) && letters[i + 1] !== ZWNJ;
  const takes = (i: number) => has(JOINER + (letters[i] ?? ""));
  return letters.flatMap((letter, i) => {
    if (letter === ZWNJ || letter === JOINER) return [];
    const before = i > 0 && goesOn(i - 1) && takes(i);
    const after = goesOn(i) && takes(i + 1);
    return [(before ? JOINER : "") + letter + (after ? JOINER : "")];
  });
}

/** A syllable of Devanagari as pieces: half letters, then the longest groups of consonants that have a piece, then the signs after them. */
function syllable(consonants: readonly string[], vowel: string, over: string, has: (piece: string) => boolean): string[] {
  const reph = consonants.length > 1 && consonants[0] === "र" ? REPH : "";
  const rest = reph ? consonants.slice(1) : consonants;
  const behind = /[ाीोौॉ]/.test(vowel);
  let from = rest.length - 1;
  for (let size = Math.min(3, rest.length); size > 1; size--)
    if (has(rest.slice(-size).join(VIRAMA))) {
      from = rest.length - size;
      break;
    }
  const base = rest.slice(from).join(VIRAMA);
  const halves: string[] = [];
  for (let i = 0; i < from; ) {
    let size = Math.min(3, from - i);
    const half = () => rest.slice(i, i + size).join(VIRAMA) + VIRAMA + JOINER;
    while (size > 1 && !has(half())) size--;
    halves.push(half());
    i += size;
  }
  if (behind) return [...halves, base, has(reph + vowel + over) ? reph + vowel + over : vowel];
  const before = vowel === "ि" && (halves.length > 0 || !has(base + vowel)) ? [vowel] : [];
  const own = before.length ? "" : vowel;
  const whole = [reph + base + own + over, reph + base + own, base + own + over, base + own].find(has);
  return [...before, ...halves, ...(whole ? [whole] : [base, own])];
}

function syllables(text: string, has: (piece: string) => boolean): string[] {
  return [...text.matchAll(SYLLABLE)].flatMap(([all, start = "", last, vowel = "", over = ""]) => {
    if (last === undefined) return has(all) ? [all] : [...all];
    const parts = start.split(/\u094d[\u200c\u200d]?/u).slice(0, -1);
    return syllable([...parts, last], vowel, over, has);
  });
}

/**
 * The pieces of a line from left to right, in a paragraph that runs to the `left` or not. `has`: whether a piece exists.
 * A character without a piece stands for itself.
 */
export function piecesOf(line: string, left: boolean, has: (piece: string) => boolean): string[] {
  if (!/[^\0-\u058f\u1e00-\u{1ffff}]/u.test(line)) return [...line];
  const out: string[][] = [];
  let at = 0;
  for (const { text, level } of runsOf(line.replace(POINTS, ""), left)) {
    const pieces = level === 1 ? joined(text, has).map((piece) => MIRRORED[piece] ?? piece) : syllables(text, has);
    // A run within one to the left is placed before the parts that were read earlier.
    if (level === 0) at = out.length + 1;
    out.splice(level === 0 ? out.length : at, 0, level === 1 ? pieces.reverse() : pieces);
  }
  return out.flat();
}
