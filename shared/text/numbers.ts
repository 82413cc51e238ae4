/** The numbers of a text with their values and units: "1,417", "1.4k", "two thousand", "3.5亿", "百分之五", "$5m", "April", "10:30". */

import { chinese, packOf, packs } from "../lang/index.ts";
import type { NumberWords } from "../lang/pack/dates.ts";
import { ownProperty } from "../own-property.ts";
import { simplified } from "./chinese/scripts.ts";
import { oncePer } from "./once-per.ts";
import type { Word } from "./words.ts";

/** A number with its UTF-16 offsets in the text. */
export interface NumberFound {
  start: number;
  end: number;
  value: number;
  /** A canonical unit; null if none is stated. */
  unit: string | null;
  /** Half of the place of the last digit when the number is rounded ("1.4k", "about 2,000"), else 0. */
  slack: number;
}

/** Largest slack of a rounded number, as a share of it. */
const MOST_SLACK = 0.05;
/** Longest Chinese numeral in characters, and numbers that are read of a text. */
const MAX_CHINESE_NUMERAL = 14;
const MAX_NUMBERS = 100;
const numbers = packs.flatMap(({ numbers, unspaced }) => (numbers && !unspaced ? [numbers] : []));
const valued = (words: string, step: number) =>
  words.split(" ").flatMap((word, i): [string, number][] => (word === "-" ? [] : [[word, (i + 1) * step]]));
/** The numbers that are one word in a language, by that word. `lang` is a primary tag. */
export const spelledNumbers = oncePer((lang: string): ReadonlyMap<string, number> => {
  const { counts, tens } = packOf(lang)?.numbers ?? {};
  return new Map([...valued(counts ?? "-", 1), ...valued(tens ?? "-", 10)]);
});
const SCALES: Record<string, number> = Object.assign({}, ...numbers.map(({ scales }) => scales ?? {}));
/** Written unit (one word or two) to canonical unit. */
const unitsOf = ({ units = {} }: NumberWords): [string, string][] =>
  Object.entries(units).flatMap(([unit, words]) => words.split("|").map((word): [string, string] => [word, unit]));
const UNITS: Record<string, string> = Object.fromEntries(numbers.flatMap(unitsOf));
/** The longest first. */
const CHINESE_UNITS = unitsOf(chinese.numbers).sort(([a], [b]) => b.length - a.length);
const CURRENCY_SIGNS: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "¥", "₹": "INR" };
/** A number after these is a rounded one. */
const APPROXIMATELY = new RegExp(
  `(?:\\b(?:${numbers.flatMap(({ approximately }) => approximately ?? []).join("|")})|${chinese.numbers.approximately}|~|≈)\\s*$`,
  "iu",
);
/** Names of months and weekdays as numbers, in the two languages of which most numbers are compared; short forms of others are words of English ("ago"). */
const namedIn = (key: "months" | "weekdays", least: number, tags: string[]): Record<string, number> =>
  Object.fromEntries(
    packs.flatMap(({ tag, time }) =>
      tags.includes(tag)
        ? (time?.[key] ?? []).flatMap((names, i) =>
            names.split(" ").flatMap((name) => (tag === "en" || name.length > least ? [[name, i + 1] as const] : [])),
          )
        : [],
    ),
  );
const MONTHS = namedIn("months", 3, ["en", "es"]);
const WEEKDAYS = namedIn("weekdays", 0, ["en"]);
const CHINESE_DIGITS: Record<string, number> = chinese.numbers.numerals.digits;
const CHINESE_SCALES: Record<string, number> = chinese.numbers.scales;
const isNumeral = (character: string) => simplified(character) in CHINESE_DIGITS || simplified(character) in CHINESE_SCALES;
const CHINESE_ZERO_TO_NINE = new RegExp(`^${chinese.numbers.numerals.positional}{2,}$`, "u");
const { percent: PERCENT, ordinal: ORDINAL } = chinese.numbers.numerals;
const ROUNDED = new RegExp(`^${chinese.numbers.numerals.rounded}`, "u");
const ROUND_SCALE = new RegExp(`${chinese.numbers.numerals.roundScales}$`, "u");
/** A part of something, and no minute. */
const FRACTION = new RegExp(`^${PERCENT[1]}(?!${PERCENT.at(-1)}|${chinese.numbers.numerals.minute}|$)`, "u");
const CLEAR_DIGIT = new RegExp(chinese.numbers.numerals.clearDigits, "u");
const CLEAR_SCALE = new RegExp(chinese.numbers.numerals.clearScales, "u");
const CHINESE_COUNTER = new RegExp(`^${chinese.numbers.numerals.counters}`, "u");
/** Languages that mark decimals by a comma and group thousands by a full stop. */
const DECIMAL_COMMA = new Set(["de", "es", "fr", "it", "pt", "nl", "ru", "pl", "tr", "id"]);

function readDigits(digits: string, lang: string): { value: number; decimals: number } {
  const comma = DECIMAL_COMMA.has(lang);
  const group = comma ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const plain = group.test(digits)
    ? digits.replaceAll(comma ? "." : ",", "").replace(",", ".")
    : digits.includes(".")
      ? digits.replaceAll(",", "")
      : digits.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", ".");
  return { value: Number.parseFloat(plain), decimals: /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0 };
}
/** The place of the last digit that is not 0: 100 for 1400. */
function lastPlace(value: number): number {
  let place = 1;
  while (value > 0 && place < 1e15 && value % (place * 10) === 0) place *= 10;
  return place;
}

/** The value of a Chinese numeral (三千五, 一百零二, 二〇二五); null for none. */
function chineseValue(run: string): number | null {
  if (CHINESE_ZERO_TO_NINE.test(run)) return Number([...run].map((c) => CHINESE_DIGITS[c] ?? 0).join(""));
  let [total, section, digit] = [0, 0, -1];
  for (const char of run) {
    const scale = CHINESE_SCALES[char];
    if (scale === undefined) digit = CHINESE_DIGITS[char] ?? -1;
    else if (scale >= 10_000) {
      total = (total + section + Math.max(0, digit) || 1) * scale;
      [section, digit] = [0, -1];
    } else {
      section += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    }
  }
  const value = total + section + Math.max(0, digit);
  return Number.isFinite(value) ? value : null;
}

class Reader {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lang: string;
  readonly #low: string[];
  readonly #spelled: ReadonlyMap<string, number>;
  constructor(text: string, words: readonly Word[], lang: string) {
    this.text = text;
    this.words = words;
    this.lang = lang;
    this.#low = words.map(({ start, end }) => text.slice(start, end).toLowerCase());
    this.#spelled = spelledNumbers(lang === "und" ? "en" : lang);
  }
  low(i: number): string {
    return this.#low[i] ?? "";
  }
  /** Whether only spaces and hyphens, or nothing, stand between a word and the one before. */
  touches(i: number): boolean {
    const [before, here] = [this.words[i - 1], this.words[i]];
    return before !== undefined && here !== undefined && /^[ \t-]{0,2}$/.test(this.text.slice(before.end, here.start));
  }
  glued(i: number): boolean {
    return this.words[i - 1]?.end === this.words[i]?.start && this.words[i] !== undefined;
  }

  /** A number that starts at a word, and the word after its digits and scales; null for none. */
  amount(i: number): { value: number; place: number; round: boolean; to: number } | null {
    const word = this.words[i];
    if (!word) return null;
    if (word.kind === "digits") {
      const raw = this.low(i);
      if (/[:/-]/.test(raw)) return null;
      const { value, decimals } = readDigits(raw, this.lang);
      const start = { value, place: decimals > 0 ? 10 ** -decimals : 1, round: false, to: i + 1 };
      return Number.isFinite(value) ? this.scaled(start) : null;
    }
    if (word.kind === "character") return this.han(i);
    return this.spelled(i);
  }
  /** "million", "k", 万 after digits. */
  scaled(found: { value: number; place: number; round: boolean; to: number }) {
    let { value, place, round, to } = found;
    for (let scale = this.scaleAt(to); scale > 1; scale = this.scaleAt(to)) {
      [value, place, round] = [value * scale, place * scale, true];
      to++;
    }
    return { value, place, round, to };
  }
  scaleAt(i: number): number {
    const raw = this.low(i);
    if (!this.touches(i)) return 1;
    if (this.words[i]?.kind === "character") return CHINESE_SCALES[simplified(raw)] ?? 1;
    // "5m people" is five million; "5m" alone is five metres, except after a currency sign.
    if (raw === "m") return this.glued(i) && (this.words[i - 2]?.kind === "sign" || this.words[i + 1]?.kind === "word") ? 1e6 : 1;
    if (raw === "k" || raw === "b" || raw === "t") return this.glued(i) ? (SCALES[raw] ?? 1) : 1;
    return ownProperty(SCALES, raw) ?? 1;
  }
  han(i: number) {
    let to = i;
    while (to - i < MAX_CHINESE_NUMERAL && this.words[to]?.kind === "character" && isNumeral(this.low(to)) && (to === i || this.glued(to)))
      to++;
    const run = simplified(this.text.slice(this.words[i]?.start, this.words[to - 1]?.end));
    const value = to > i ? chineseValue(run) : null;
    if (value === null) return null;
    const [before, after] = [this.low(i - 1), simplified(`${this.low(to)}${this.low(to + 1)}`)];
    const counted = CHINESE_UNITS.some(([unit]) => after.startsWith(unit)) || CHINESE_COUNTER.test(after);
    const percent = before === PERCENT.at(-1);
    // 一个, 十分, 百度: a single character is a numeral only before what it counts, and 一 hardly ever.
    const clear = CLEAR_DIGIT.test(run) && CLEAR_SCALE.test(run) && run.length >= 2;
    if (!percent && before !== ORDINAL && !clear && !(counted && value > 1 && !FRACTION.test(after))) return null;
    return { value, place: lastPlace(value), round: ROUND_SCALE.test(run), to };
  }
  spelled(i: number) {
    const values = this.#spelled;
    if (!values.size) return null;
    let [total, section, to, scaled] = [0, 0, i, false];
    let known = false;
    for (; to - i < 8; to++) {
      const raw = this.low(to);
      if (to > i && !this.touches(to)) break;
      const value = values.get(raw);
      const scale = raw.length > 1 ? ownProperty(SCALES, raw) : undefined;
      if (value !== undefined) [section, known] = [section + value, true];
      else if (scale !== undefined && (known || to > i)) {
        if (scale === 100) section = (section || 1) * 100;
        else {
          total += (section || 1) * scale;
          section = 0;
        }
        scaled = true;
      } else if (raw === "a" && to === i && ownProperty(SCALES, this.low(to + 1)) && this.low(to + 1).length > 1) section = 0;
      else if (!(raw === "and" && scaled && values.has(this.low(to + 1)))) break;
    }
    const value = total + section;
    // "One" alone is rarely a number.
    return to > i && value > 0 && (value !== 1 || scaled) ? { value, place: lastPlace(value), round: scaled, to } : null;
  }

  /** The unit after a number, and the word after it. */
  unit(i: number): { unit: string; to: number } | null {
    const raw = this.low(i);
    if (!raw || !(this.touches(i) || this.glued(i))) return null;
    if (this.words[i]?.kind === "character") {
      const after = simplified(this.text.slice(this.words[i]?.start, (this.words[i]?.start ?? 0) + 4));
      const found = CHINESE_UNITS.find(([unit]) => after.startsWith(unit));
      return found ? { unit: found[1], to: i + [...found[0]].length } : null;
    }
    const two = this.touches(i + 1) && ownProperty(UNITS, `${raw} ${this.low(i + 1)}`);
    if (two) return { unit: two, to: i + 2 };
    const unit = ownProperty(UNITS, raw);
    return unit ? { unit, to: i + 1 } : null;
  }
}

/** Days, months and clock times, which are one word each. */
function calendar(reader: Reader, i: number): { value: number; unit: string; to: number } | null {
  const word = reader.words[i];
  const raw = reader.low(i);
  if (!word) return null;
  if (word.kind === "digits" && /[:/-]/.test(raw)) {
    const parts = raw.split(/[:/-]/).map(Number);
    const value = parts.reduce((sum, part) => sum * 100 + part, 0);
    return { value, unit: raw.includes(":") ? "clock" : "date", to: i + 1 };
  }
  if (word.kind !== "word") return null;
  const month = ownProperty(MONTHS, raw);
  // May, March and short forms are months only next to a digit.
  const dated = reader.words[i + 1]?.kind === "digits" || reader.words[i - 1]?.kind === "digits";
  if (month !== undefined && (word.capital || reader.lang !== "en") && (raw.length > 5 || dated))
    return { value: month, unit: "month of year", to: i + 1 };
  const day = ownProperty(WEEKDAYS, raw);
  return day === undefined ? null : { value: day, unit: "weekday", to: i + 1 };
}

/** All numbers of a text in order. Linear in its words. */
export function numbersIn(text: string, words: readonly Word[], lang: string): NumberFound[] {
  const reader = new Reader(text, words, lang);
  const out: NumberFound[] = [];
  const end = (to: number) => words[to - 1]?.end ?? 0;
  for (let i = 0; i < words.length && out.length < MAX_NUMBERS; ) {
    const word = words[i];
    if (!word) break;
    const date = calendar(reader, i);
    if (date) {
      out.push({ start: word.start, end: end(date.to), value: date.value, unit: date.unit, slack: 0 });
      i = date.to;
      continue;
    }
    const sign = word.kind === "sign" && reader.touches(i + 1) ? ownProperty(CURRENCY_SIGNS, reader.low(i)) : undefined;
    const share = reader.text.startsWith(PERCENT, word.start) ? PERCENT.length : 0;
    const found = reader.amount(i + (sign ? 1 : share));
    if (!found) {
      i++;
      continue;
    }
    const after = reader.unit(found.to);
    const unit = sign ?? (share ? "%" : (after?.unit ?? null));
    const last = after && !share ? after.to : found.to;
    const round =
      found.round || APPROXIMATELY.test(text.slice(Math.max(0, word.start - 16), word.start)) || ROUNDED.test(text.slice(end(found.to)));
    const place = found.round ? found.place : Math.max(found.place, lastPlace(found.value));
    out.push({
      start: word.start,
      end: end(last),
      value: found.value,
      unit,
      slack: round ? Math.min(place / 2, found.value * MOST_SLACK) : 0,
    });
    i = Math.max(i + 1, last);
  }
  return out;
}

/** Whether two numbers are equal within their rounding: "1.4k" and 1,417. */
export function sameValue(a: NumberFound, b: NumberFound): boolean {
  return Math.abs(a.value - b.value) <= Math.max(a.slack, b.slack, 1e-9 * Math.abs(a.value));
}
/** Whether two units may be one: an unstated one may be any; ¥ is yen or yuan. */
export function sameUnit(a: NumberFound, b: NumberFound): boolean {
  const yen = (unit: string | null) => unit === "CNY" || unit === "JPY" || unit === "¥";
  return a.unit === null || b.unit === null || a.unit === b.unit || ((a.unit === "¥" || b.unit === "¥") && yen(a.unit) && yen(b.unit));
}
