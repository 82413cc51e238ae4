/** The numbers of a text with their values and units: "1,417", "1.4k", "two thousand", "five per cent", "$5m", "April", "10:30". */

import { chinese, english, groupsOf, keysByWord, NOTHING, numbersByWord, packOf, packs } from "../lang/index.ts";
import type { NumberWords } from "../lang/pack/dates.ts";
import { ownProperty } from "../own-property.ts";
import { simplified } from "./chinese/scripts.ts";
import { fold } from "./fold.ts";
import { oncePer } from "./once-per.ts";
import { isStopWord } from "./stop-words.ts";
import type { Word } from "./words.ts";

/** A number with its UTF-16 offsets in the text. */
export interface NumberFound {
  start: number;
  end: number;
  value: number;
  /** A canonical unit; null if none is stated. */
  unit: string | null;
  /** For a rounded number ("1.4k", "about 2,000"), half of the place of its last digit; else 0. */
  slack: number;
}

/** Maximum slack of a rounded number, as a share of it. */
const MOST_SLACK = 0.05;
/** Longest Chinese numeral, in characters. */
const MAX_CHINESE_NUMERAL = 14;
/** Longest numeral of other languages, in words. */
const MAX_NUMBER_WORDS = 8;
/** Maximum number of numbers that are read from a text. */
const MAX_NUMBERS = 100;
const numbers = packs.flatMap(({ numbers, unspaced }) => (numbers && !unspaced ? [numbers] : []));
/** Words in the order of their values. A dash stands for no word, and a slash separates forms of one number. */
const valued = (words: string, step: number) =>
  words.split(" ").flatMap((word, i) => (word === "-" ? [] : word.split("/").map((form): [string, number] => [form, (i + 1) * step])));
/** The numbers that are a single word in a language, by that word. `lang` is a primary tag. */
export const spelledNumbers = oncePer((lang: string): ReadonlyMap<string, number> => {
  const { counts, tens, hundreds } = packOf(lang)?.numbers ?? {};
  return new Map([...valued(counts ?? "-", 1), ...valued(tens ?? "-", 10), ...valued(hundreds ?? "-", 100)]);
});
const among = (words: string | undefined) => new RegExp(`^(?:${words ?? NOTHING})$`, "u");
/**
 * How a language writes numbers. English scales are added to its own, because many languages write "bn". The scales of
 * all languages, if its own are not known.
 */
const writingOf = oncePer((lang: string) => {
  const { scales, article, joins, half, vigesimal, clock, afternoon, measured }: NumberWords = packOf(lang)?.numbers ?? {};
  const { stems: { plural } = {}, cueGrammar } = packOf(lang) ?? {};
  return {
    scales: new Map(scales ? [...numbersByWord(english.numbers.scales), ...numbersByWord(scales)] : ALL_SCALES),
    article: article ?? null,
    joins: among(joins),
    of: among(packOf(lang)?.time?.of),
    /** Words that are numbers only within a numeral ("vingt et un", "dix-neuf"), or if they are more than one, before a plural ("neuf morts"). */
    ones: new Map(article ? [] : Object.entries(packOf(lang)?.time?.numbers ?? {})),
    plural: plural ? new RegExp(`^(?!(?:${cueGrammar?.prepositions})$).*${plural}$`, "u") : null,
    half: among(half),
    vigesimal: vigesimal ? among(vigesimal) : null,
    clock: among(clock),
    afternoon: among(afternoon),
    measured: among(measured),
  };
});
const ALL_SCALES = numbers.flatMap(({ scales }) => numbersByWord(scales));
/** From a written unit (one or two words) to the canonical unit. */
const UNITS: Record<string, string> = Object.fromEntries(numbers.flatMap(({ units = {} }) => keysByWord(units)));
/** Longest first. */
const CHINESE_UNITS = keysByWord(chinese.numbers.units).sort(([a], [b]) => b.length - a.length);
const CURRENCY_SIGNS: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "¥", "₹": "INR" };
/** A number after these words is rounded. */
const APPROXIMATELY = new RegExp(
  `(?:\\b(?:${numbers.flatMap(({ approximately }) => approximately ?? []).join("|")})|${chinese.numbers.approximately}|~|≈)\\s*$`,
  "iu",
);
/**
 * Names of months and weekdays as numbers, in the two languages in which most numbers are compared. Short forms of other
 * languages are English words ("ago").
 */
const namedIn = (key: "months" | "weekdays", least: number, tags: string[]): Record<string, number> =>
  Object.fromEntries(
    packs.flatMap(({ tag, time }) =>
      tags.includes(tag)
        ? groupsOf(time?.[key] ?? "").flatMap((names, i) =>
            names.flatMap((name) => (tag === "en" || name.length > least ? [[name, i + 1] as const] : [])),
          )
        : [],
    ),
  );
const MONTHS = namedIn("months", 3, ["en", "es"]);
const WEEKDAYS = namedIn("weekdays", 0, ["en"]);
const CHINESE_DIGITS: Record<string, number> = chinese.numbers.numerals.digits;
const CHINESE_SCALES: Record<string, number> = Object.fromEntries(numbersByWord(chinese.numbers.scales));
const isNumeral = (character: string) => simplified(character) in CHINESE_DIGITS || simplified(character) in CHINESE_SCALES;
const CHINESE_ZERO_TO_NINE = new RegExp(`^${chinese.numbers.numerals.positional}{2,}$`, "u");
const { percent: PERCENT, ordinal: ORDINAL } = chinese.numbers.numerals;
const ROUNDED = new RegExp(`^${chinese.numbers.numerals.rounded}`, "u");
const ROUND_SCALE = new RegExp(`${chinese.numbers.numerals.roundScales}$`, "u");
/** A fraction, not a minute. */
const FRACTION = new RegExp(`^${PERCENT[1]}(?!${PERCENT.at(-1)}|${chinese.numbers.numerals.minute}|$)`, "u");
const CLEAR_DIGIT = new RegExp(chinese.numbers.numerals.clearDigits, "u");
const CLEAR_SCALE = new RegExp(chinese.numbers.numerals.clearScales, "u");
const CHINESE_COUNTER = new RegExp(`^${chinese.numbers.numerals.counters}`, "u");
/** Languages with a decimal comma and full stops between thousands. */
const DECIMAL_COMMA = new Set(["de", "es", "fr", "it", "pt", "nl", "ru", "pl", "tr", "id"]);

function readDigits(digits: string, lang: string): { value: number; decimals: number } {
  const comma = DECIMAL_COMMA.has(lang);
  const group = comma ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  let plain = digits;
  if (group.test(digits)) plain = digits.replaceAll(comma ? "." : ",", "").replace(",", ".");
  else if (digits.includes(".")) plain = digits.replaceAll(",", "");
  else plain = digits.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", ".");
  return { value: Number.parseFloat(plain), decimals: /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0 };
}
/** The place of the last digit that is not 0: 100 for 1400. */
function lastPlace(value: number): number {
  let place = 1;
  while (value > 0 && place < 1e15 && value % (place * 10) === 0) place *= 10;
  return place;
}

/** The value of a Chinese numeral (三千五 is 3,500, 一百零二, 二〇二五); null for none. */
function chineseValue(run: string): number | null {
  if (CHINESE_ZERO_TO_NINE.test(run)) return Number([...run].map((c) => CHINESE_DIGITS[c] ?? 0).join(""));
  // `place`: the place of a digit without a scale. It is a tenth of the scale before it, except after a zero.
  let [total, section, digit, place] = [0, 0, -1, 1];
  for (const char of run) {
    const scale = CHINESE_SCALES[char];
    if (scale === undefined) {
      digit = CHINESE_DIGITS[char] ?? -1;
      if (digit === 0) place = 1;
      continue;
    }
    place = scale / 10;
    if (scale >= 10_000) {
      section += Math.max(0, digit);
      total = scale > total ? (total + section || 1) * scale : total + section * scale;
      section = 0;
    } else section += (digit < 0 ? 1 : digit) * scale;
    digit = -1;
  }
  const value = total + section + Math.max(0, digit) * place;
  return Number.isFinite(value) ? value : null;
}

/** A number without its unit. */
interface Amount {
  value: number;
  /** The place of its last digit. A rounded number may be wrong by half of it. */
  place: number;
  /** "Million" or another scale that it is counted in; 1 for none. A number with a scale is rounded. */
  scale: number;
  /** The index of the word after it. */
  to: number;
}

/** A numeral up to one of its words: the sum of its complete scales, and the part of the next: 2,000 and 50 in "two thousand fifty million". */
interface Numeral {
  total: number;
  section: number;
  /** Its last scale; 1 for none. */
  scale: number;
}

class Reader {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lang: string;
  readonly #low: string[];
  readonly #spelled: ReadonlyMap<string, number>;
  readonly #writing: ReturnType<typeof writingOf>;
  constructor(text: string, words: readonly Word[], lang: string) {
    this.text = text;
    this.words = words;
    this.lang = lang;
    this.#low = words.map(({ start, end }) => text.slice(start, end).toLowerCase());
    this.#spelled = spelledNumbers(lang === "und" ? "en" : lang);
    this.#writing = writingOf(lang === "und" ? "en" : lang);
  }
  low(i: number): string {
    return this.#low[i] ?? "";
  }
  /** Whether a word is an abbreviated scale, which may end in a full stop: "3 Mio. Euro". */
  isShortScale(i: number): boolean {
    return this.low(i).length <= 3 && this.scaleWord(i) !== undefined;
  }
  /** Whether only spaces and hyphens, or nothing, separate a word from the one before. */
  touches(i: number): boolean {
    const before = this.words[i - 1];
    const here = this.words[i];
    const between = before && here && this.text.slice(before.end, here.start);
    return between !== undefined && (/^[ \t-]{0,2}$/.test(between) || (between === ". " && this.isShortScale(i - 1)));
  }
  glued(i: number): boolean {
    return this.words[i - 1]?.end === this.words[i]?.start && this.words[i] !== undefined;
  }

  /** A number that starts at a word, with the index of the word after its digits and scales; null for none. */
  amount(i: number): Amount | null {
    const word = this.words[i];
    if (!word) return null;
    if (word.kind === "character") return this.han(i);
    const found = word.kind === "digits" ? this.written(i) : this.spelled(i);
    return found && this.halved(found);
  }
  /** A number in digits, with spaces or apostrophes between thousands: "2 500 000". */
  written(i: number): Amount | null {
    let raw = this.low(i);
    let to = i + 1;
    if (this.calendarUnit(i)) return null;
    const isGroup = () => {
      const between = this.text.slice(this.words[to - 1]?.end, this.words[to]?.start);
      return /^\d{3}(?![\d:/-])/.test(this.low(to)) && (between === " " || between === "'");
    };
    if (/^[1-9]\d{0,2}$/.test(raw) && !calendar(this, i - 1)) while (/^\d+$/.test(raw) && isGroup()) raw += this.low(to++);
    const { value, decimals } = readDigits(raw, this.lang);
    return Number.isFinite(value) ? this.scaled({ value, place: decimals > 0 ? 10 ** -decimals : 1, scale: 1, to }) : null;
  }
  /** A number with the scales after its digits ("million", "k"), in Chinese also with a smaller part after these: 3亿5000万. */
  scaled(found: Amount): Amount {
    let { value, place, scale, to } = found;
    for (let next = this.scaleAt(to); next > 1; next = this.scaleAt(to)) {
      [value, place, scale] = [value * next, place * next, scale * next];
      to++;
    }
    const rest = to > found.to && this.words[to - 1]?.kind === "character" && this.glued(to) ? this.amount(to) : null;
    return rest && rest.value < scale
      ? { ...rest, value: value + rest.value, scale: Math.min(scale, rest.place) }
      : { value, place, scale, to };
  }
  /** A number with a half after it: "deux millions et demi", "two and a half million". */
  halved(found: Amount): Amount {
    const { joins, half, article } = this.#writing;
    const { value, place, scale, to } = found;
    const at = this.low(to + 1) === article ? to + 2 : to + 1;
    if (!this.touches(to) || !joins.test(this.low(to)) || !half.test(this.low(at))) return found;
    return this.scaled({ value: value + scale / 2, place: place / 2, scale, to: at + 1 });
  }
  scaleAt(i: number): number {
    const raw = this.low(i);
    if (!this.touches(i)) return 1;
    if (this.words[i]?.kind === "character") return CHINESE_SCALES[simplified(raw)] ?? 1;
    const scale = this.#writing.scales.get(raw) ?? 1;
    if (raw.length > 1) return scale === 100 ? 1 : scale;
    // "5m people" is five million. "5m" alone is five metres, except beside a currency sign, and "5t" five tonnes.
    if (this.words[i + 1]?.kind === "sign" && this.glued(i + 1)) return scale;
    const counts = raw === "m" ? this.words[i + 1]?.kind === "word" && !this.#writing.measured.test(this.low(i + 1)) : raw !== "t";
    return this.glued(i) && (counts || this.words[i - 2]?.kind === "sign") ? scale : 1;
  }
  /** The calendar unit of a word of digits that is no amount: "10:30", "10.30 Uhr", "2026-03-04", "4.3.2026", and in German "4.3." */
  calendarUnit(i: number): "clock" | "date" | null {
    const raw = this.low(i);
    const end = this.words[i]?.end ?? 0;
    if (raw.includes(":") || (/^\d{1,2}\.\d\d$/.test(raw) && this.touches(i + 1) && this.#writing.clock.test(this.low(i + 1))))
      return "clock";
    return /[/-]|^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(raw) || (this.lang === "de" && /^\d{1,2}\.\d{1,2}$/.test(raw) && this.text[end] === ".")
      ? "date"
      : null;
  }
  isAfternoon(i: number): boolean {
    return this.touches(i) && this.#writing.afternoon.test(this.low(i));
  }
  han(i: number) {
    let to = i;
    while (to - i < MAX_CHINESE_NUMERAL && this.words[to]?.kind === "character" && isNumeral(this.low(to)) && (to === i || this.glued(to)))
      to++;
    const run = simplified(this.text.slice(this.words[i]?.start, this.words[to - 1]?.end));
    const value = to > i ? chineseValue(run) : null;
    if (value === null) return null;
    const before = this.low(i - 1);
    const after = simplified(`${this.low(to)}${this.low(to + 1)}`);
    const counted = CHINESE_UNITS.some(([unit]) => after.startsWith(unit)) || CHINESE_COUNTER.test(after);
    const percent = before === PERCENT.at(-1);
    // 一个, 十分, 百度: a single character is a numeral only before what it counts, and 一 hardly ever.
    const clear = CLEAR_DIGIT.test(run) && CLEAR_SCALE.test(run) && run.length >= 2;
    if (!percent && before !== ORDINAL && !clear && !(counted && value > 1 && !FRACTION.test(after))) return null;
    return { value, place: lastPlace(value), scale: ROUND_SCALE.test(run) ? lastPlace(value) : 1, to };
  }
  /** A number in words, with "a" or "half" before its scale: "two hundred and fifty", "soixante et onze", "half a million". */
  spelled(i: number): Amount | null {
    if (!this.#spelled.size || this.isUnit(i - 1)) return null;
    let numeral: Numeral = { total: 0, section: 0, scale: 1 };
    let to = i;
    while (to - i < MAX_NUMBER_WORDS && (to === i || this.touches(to))) {
      const longer = this.withWord(numeral, to, to === i);
      if (!longer) break;
      numeral = longer;
      to++;
    }
    const value = numeral.total + numeral.section;
    // "One" alone is rarely a number.
    return value > 0 && (value !== 1 || numeral.scale > 1) ? { value, place: lastPlace(value), scale: numeral.scale, to } : null;
  }
  /** A numeral with one more word, which may be an article or "and" that adds nothing; null if the word is no part of it. */
  withWord(numeral: Numeral, i: number, isFirst: boolean): Numeral | null {
    const { article, joins, half, vigesimal } = this.#writing;
    const { total, section } = numeral;
    const raw = this.low(i);
    if (section % 100 === 4 && vigesimal?.test(raw)) return { ...numeral, section: section + 76 };
    const scale = this.scaleWord(i);
    if (scale !== undefined && (!isFirst || (article === null && scale <= 1000))) {
      if (scale === 100) return section >= 20 ? null : { total, section: (section || 1) * 100, scale };
      return { total: scale > total ? (total + section || 1) * scale : total + (section || 1) * scale, section: 0, scale };
    }
    // Only less than the last place can be added: five can follow twenty.
    const room = vigesimal && [60, 80].includes(section % 100) ? 20 : lastPlace(section || total || 1e15);
    const value = this.numeral(i, !isFirst);
    if (value !== undefined && value < room) return { ...numeral, section: section + value };
    const isBeforeScale = this.scaleWord(i + 1) !== undefined;
    if (isFirst && half.test(raw) && (isBeforeScale || (this.low(i + 1) === article && this.scaleWord(i + 2))))
      return { ...numeral, section: 0.5 };
    if (raw === article && isBeforeScale && total + section < 1) return numeral;
    const joined = !isFirst && joins.test(raw) ? this.numeral(i + 1, true) : undefined;
    return joined !== undefined && joined < room ? numeral : null;
  }
  scaleWord(i: number): number | undefined {
    return this.low(i).length > 1 ? this.#writing.scales.get(this.low(i)) : undefined;
  }
  /**
   * The value of a word. Words that also mean something else count only within a numeral ("vingt et un", "dix-neuf", but not "dix un"), or before
   * a plural noun: "neuf morts" are nine, because new ones would be "neufs".
   */
  numeral(i: number, isWithin: boolean): number | undefined {
    const known = this.#spelled.get(this.low(i));
    const { ones, joins } = this.#writing;
    const one = known ?? ones.get(this.low(i));
    if (known !== undefined || one === undefined) return known;
    const counts = one === 1 ? isWithin && joins.test(this.low(i - 1)) : isWithin || this.isPlural(i + 1);
    return counts ? one : undefined;
  }
  isPlural(i: number): boolean {
    return this.touches(i) && this.#writing.plural?.test(this.low(i)) === true && !isStopWord(fold(this.low(i)), this.lang);
  }
  /** Whether two words are one unit: "por ciento". */
  isUnit(i: number): boolean {
    return ownProperty(UNITS, `${this.low(i)} ${this.low(i + 1)}`) !== undefined;
  }

  /** The currency of a sign before a number. "R$" differs from "$", which may be any dollar. */
  signAt(i: number): { unit: string; start: number } | null {
    const before = this.words[i - 1];
    const sign = this.words[i];
    if (!sign || !this.touches(i + 1)) return null;
    if (before && this.low(i) === "$" && this.glued(i) && /^[a-z]{1,3}$/.test(this.low(i - 1)))
      return { unit: `${this.low(i - 1).toUpperCase()}$`, start: before.start };
    const unit = sign.kind === "sign" && ownProperty(CURRENCY_SIGNS, this.low(i));
    return unit ? { unit, start: sign.start } : null;
  }

  /** The unit after a number, and the index of the word after it: "3 millones de euros", "3 millions d'euros". */
  unit(i: number): { unit: string; to: number } | null {
    if (this.touches(i) && this.#writing.of.test(this.low(i)) && this.words[i + 1]?.kind === "word") return this.unit(i + 1);
    const raw = this.low(i).replace(/^d'/u, "");
    if (!raw || !(this.touches(i) || this.glued(i))) return null;
    if (this.words[i]?.kind === "character") {
      const after = simplified(this.text.slice(this.words[i]?.start, (this.words[i]?.start ?? 0) + 4));
      const found = CHINESE_UNITS.find(([unit]) => after.startsWith(unit));
      return found ? { unit: found[1], to: i + [...found[0]].length } : null;
    }
    const two = this.touches(i + 1) && ownProperty(UNITS, `${raw} ${this.low(i + 1)}`);
    if (two) return { unit: two, to: i + 2 };
    const isBehind = this.words[i]?.kind === "sign" && this.words[i + 1]?.kind !== "digits";
    const unit = ownProperty(UNITS, raw) ?? (isBehind ? ownProperty(CURRENCY_SIGNS, raw) : undefined);
    return unit ? { unit, to: i + 1 } : null;
  }
}

/** Days, months and clock times, which are one word each. */
function calendar(reader: Reader, i: number): { value: number; unit: string; to: number } | null {
  const word = reader.words[i];
  const raw = reader.low(i);
  if (!word) return null;
  if (word.kind === "digits") {
    const unit = reader.calendarUnit(i);
    if (!unit) return null;
    const value = raw.split(/[:/.-]/).reduce((sum, part) => sum * 100 + Number(part), 0);
    const isAfternoon = unit === "clock" && value < 1200 && reader.isAfternoon(i + 1);
    return { value: isAfternoon ? value + 1200 : value, unit, to: i + 1 };
  }
  if (word.kind !== "word") return null;
  const month = ownProperty(MONTHS, raw);
  // "May", "March" and short forms are months only beside a digit.
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
    const sign = reader.signAt(i);
    const share = reader.text.startsWith(PERCENT, word.start) ? PERCENT.length : 0;
    const found = reader.amount(i + (sign ? 1 : share));
    if (!found) {
      i++;
      continue;
    }
    const after = reader.unit(found.to);
    const unit = sign?.unit ?? (share ? "%" : (after?.unit ?? null));
    const last = after && !share ? after.to : found.to;
    const round =
      found.scale > 1 ||
      APPROXIMATELY.test(text.slice(Math.max(0, word.start - 16), word.start)) ||
      ROUNDED.test(text.slice(end(found.to)));
    const place = found.scale > 1 ? found.place : Math.max(found.place, lastPlace(found.value));
    out.push({
      start: sign?.start ?? word.start,
      end: end(last),
      value: found.value,
      unit,
      slack: round ? Math.min(place / 2, found.value * MOST_SLACK) : 0,
    });
    i = Math.max(i + 1, last);
  }
  return out;
}

/** Whether a word is part of numbers in a language: "three", "Mio". `lang` is a primary tag. */
export const isNumberWord = (word: string, lang: string): boolean =>
  spelledNumbers(lang).has(word.toLowerCase()) || (word.length > 1 && writingOf(lang).scales.has(word.toLowerCase()));

/** Whether two numbers are equal within their rounding: "1.4k" and 1,417. */
export function sameValue(a: NumberFound, b: NumberFound): boolean {
  return Math.abs(a.value - b.value) <= Math.max(a.slack, b.slack, 1e-9 * Math.abs(a.value));
}
/** The currencies and units that an ambiguous sign or word may mean: ¥ yen or yuan, "$" and "dollars" those of any country, "pounds" also money. */
const MEANINGS: Record<string, RegExp> = { "¥": /^(?:CNY|JPY)$/, USD: /\$$/, pound: /^GBP$/ };
/** Whether two units may be the same. An unstated one may be any. */
export function sameUnit({ unit: a }: NumberFound, { unit: b }: NumberFound): boolean {
  return a === null || b === null || a === b || ownProperty(MEANINGS, a)?.test(b) === true || ownProperty(MEANINGS, b)?.test(a) === true;
}
/** Whether a unit is money. */
export const isMoney = (unit: string): boolean => /^(?:[A-Z]{3}|¥)$|\$$/.test(unit);
