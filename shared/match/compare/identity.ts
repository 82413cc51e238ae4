/**
 * Details by which the same words make another claim: another day or month, another number in a name ("Llama 3", "tram
 * 9", "update 7.2"), another kind of thing.
 */

import { english, sourcesOf } from "../../lang/index.ts";
import { monthNamed } from "../../text/calendar-names.ts";
import { fold } from "../../text/fold.ts";
import { isNumberWord } from "../../text/numbers.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { baseLang, type Token, UNSPACED } from "../terms/tokens.ts";
import type { Change } from "./changed.ts";
import { figuresIn } from "./number-conflict.ts";
import { misspelt } from "./word-forms.ts";

/** Above this share of capitalised words a text is a headline, in which capitals show no names. */
const MAX_CAPITALS_SHARE = 0.6;
const MAX_READ = 2000;

/** What a side states for one detail: from each meaning to the words as written. */
type Detail = Map<string, string>;

/** A word and a number after it, with the words around them. */
const NUMBERED =
  /(?<!\p{L})(?:(?<before>\p{L}{1,30})\s{1,3})?(?<word>\p{L}{1,30})(?<joint>[ -]?)(?<number>\p{Nd}{1,6}(?:\.\p{Nd}{1,4}){0,3})(?![\p{Nd}%])(?=\s{0,3}(?<after>\p{L}{0,30}))/gu;
const ARTICLE = new RegExp(`^(?:${sourcesOf(({ sources }) => sources?.articles).spaced}|${english.grammar.words.possessives})$`, "iu");

/** Numbers that belong to a name, by the words around them. */
function namedNumbers(text: string, lang: string): Map<string, Detail> {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isHeadline = words.filter((word) => /^\p{Lu}/u.test(word)).length > MAX_CAPITALS_SHARE * words.length;
  const found = new Map<string, Detail>();
  for (const { groups = {} } of text.matchAll(NUMBERED)) {
    const { before = "", word = "", joint, number = "", after = "" } = groups;
    // "M41", "Covid19".
    const isCode = joint === "" && !UNSPACED.test(word);
    if (monthNamed(word) !== null || monthNamed(after) !== null || (!isCode && isStopWord(fold(word), lang))) continue;
    // "In Bremen 12 people" counts people: after a preposition the name and the number do not belong together.
    const isName =
      /^\p{Lu}/u.test(word) && !isHeadline && lang !== "de" && !(before && isStopWord(fold(before), lang) && !ARTICLE.test(before));
    const isVersion = number.includes(".");
    const followsNoun = after === "" || isStopWord(fold(after), lang);
    // German nouns have capitals too: "das Modell Kestrel 3 wurde …".
    const isGermanName = lang === "de" && /^\p{Lu}/u.test(before) && /^\p{Lu}/u.test(word) && followsNoun;
    // "La línea 4": a number after a noun with an article is part of its name and counts nothing.
    const isLabel = followsNoun && ARTICLE.test(before) && /^\p{Ll}/u.test(word);
    if (!isCode && !isVersion && !isGermanName && !isLabel && !(isName && (followsNoun || before !== ""))) continue;
    const key = fold(word);
    found.set(key, (found.get(key) ?? new Map()).set(number, `${word} ${number}`));
  }
  return found;
}
/** A word that may be a month, with a day before or after it or a year after it: "4 de marzo", "March 4", "abril de 2026". */
const OF = `(?:(?:${sourcesOf(({ time }) => time?.of).spaced})\\s{1,3})?`;
const MONTH = new RegExp(
  `(?:(?<day>\\p{Nd}{1,2})(?:\\.|${sourcesOf(({ time }) => time?.ordinal).spaced})?\\s{1,3}${OF})?(?<!\\p{L})(?<name>\\p{L}{3,12})(?!\\p{L})(?=\\s{1,3}${OF}(?:(?<behind>\\p{Nd}{1,2})(?!\\p{Nd})|(?<year>\\p{Nd}{4})|(?<next>\\p{Lu}))|)`,
  "gu",
);

/** Languages that write months in lower case. Shorter words may be something else ("ago", "set"). */
const MONTHS_SMALL = new Set(["es", "fr", "it", "pt"]);
const MIN_MONTH_LETTERS = 4;
/**
 * The months and days that a text states. A word without a capital, a day or a year is no month ("may", "march", "set"),
 * nor is one before a name ("April Jones").
 */
function dates(text: string, lang: string): { months: Detail; days: Detail } {
  const months: Detail = new Map();
  const days: Detail = new Map();
  const add = (month: string, day: string | undefined, shown: string) => {
    months.set(month, shown);
    if (day) days.set(`${month}-${Number(day)}`, shown);
  };
  for (const { 0: shown, groups = {} } of text.matchAll(MONTH)) {
    const { name = "", day, behind, year, next } = groups;
    const isWhole = MONTHS_SMALL.has(lang) && name.length >= MIN_MONTH_LETTERS && !isNumberWord(name, lang);
    const isAlone = (/^\p{Lu}/u.test(name) || isWhole) && (lang === "de" || !next);
    const month = day || behind || year || isAlone ? monthNamed(name, lang) : null;
    if (month !== null) add(String(month), day ?? behind, shown);
  }
  if (UNSPACED.test(text)) addNumberedMonths(text, add);
  return { months, days };
}

/** Adds months that are written as numbers with a unit, as in Chinese. */
function addNumberedMonths(text: string, add: (month: string, day: string | undefined, shown: string) => void): void {
  let month: string | null = null;
  for (const { unit, value, shown } of figuresIn(text, "zh")) {
    if (unit === "month of year") add((month = String(value)), undefined, shown);
    else if (unit === "day of month" && month !== null) add(month, String(value), shown);
  }
}

/** The change if both sides state a detail and have no value in common. */
function apart(mine: Detail, theirs: Detail): Change | null {
  const [text] = mine.values();
  const [claim] = theirs.values();
  if (text === undefined || claim === undefined || [...mine.keys()].some((key) => theirs.has(key))) return null;
  return { kind: "name", text, claim };
}

/**
 * The detail by which a text makes another claim in the same words; null for none. `claim` holds all wordings of the claim, its own text first. A
 * date counts only if that text has one, because a date in another wording may belong to something else.
 */
export function otherIdentity(text: string, claim: string, lang: string | null): Change | null {
  const mine = text.slice(0, MAX_READ);
  const theirs = claim.slice(0, MAX_READ);
  const own = baseLang(lang);
  const here = dates(mine, own);
  const there = dates(theirs, own);
  const main = dates(theirs.split("\n")[0] ?? "", own);
  const date = main.months.size ? (apart(here.months, there.months) ?? (main.days.size ? apart(here.days, there.days) : null)) : null;
  if (date) return date;
  const numbers = namedNumbers(theirs, own);
  for (const [word, detail] of namedNumbers(mine, own)) {
    const other = apart(detail, numbers.get(word) ?? new Map());
    if (other) return other;
  }
  return null;
}

/** Minimum number of words of a claim in which one word may name another kind of thing. */
const MIN_WORDS = 4;
/** Two words that share this many first letters are forms of one. */
const SHARED_START = 4;

/** The most characters of a word or name in a script without spaces. */
const MAX_UNSPACED = 4;
interface Passage {
  mine: readonly Token[];
  theirs: readonly Token[];
  /** How many words are equal. */
  equal: number;
}
/** The passage that a text has in place of another one, if everything else is equal. */
function onlyPassage(text: readonly Token[], claim: readonly Token[]): Passage {
  const shorter = Math.min(text.length, claim.length);
  let start = 0;
  while (start < shorter && text[start]?.term === claim[start]?.term) start++;
  let end = 0;
  while (end < shorter - start && text.at(-1 - end)?.term === claim.at(-1 - end)?.term) end++;
  return { mine: text.slice(start, text.length - end), theirs: claim.slice(start, claim.length - end), equal: start + end };
}
/** The one word that differs if a text has a claim's words in a row. At the claim's ends it counts only if the text begins or ends there too. */
function onlyWord(text: readonly Token[], claim: readonly Token[]): Passage | null {
  for (let from = 0; from + claim.length <= text.length; from++) {
    const differing = claim.flatMap(({ term }, i) => (text[from + i]?.term === term ? [] : [i])).slice(0, 2);
    const [at] = differing;
    if (at === undefined || differing.length > 1) continue;
    if ((at === 0 && from > 0) || (at === claim.length - 1 && from + claim.length < text.length)) continue;
    return { mine: text.slice(from + at, from + at + 1), theirs: claim.slice(at, at + 1), equal: claim.length - 1 };
  }
  return null;
}

/** The one word that a text has in place of another, if both are the same otherwise: "dam" for "bridge" is another thing. */
export function otherWord(text: readonly Token[], claim: readonly Token[], lang: string | null): Change | null {
  // In a script without spaces the number of words in a passage is a guess.
  const isUnspaced = UNSPACED.test(claim[0]?.term ?? "");
  const found = isUnspaced ? onlyPassage(text, claim) : onlyWord(text, claim);
  if (claim.length < MIN_WORDS || !found || found.equal < MIN_WORDS - 1) return null;
  const { mine, theirs } = found;
  const first = theirs[0];
  const other = mine[0];
  if (!first || !other) return null;
  const [shown, claimed] = [mine, theirs].map((list) => list.map((token) => token.shown).join("")) as [string, string];
  if (isUnspaced && Math.max(shown.length, claimed.length) > MAX_UNSPACED) return null;
  const own = baseLang(lang);
  const isThing = (token: Token) => (own === "de" || !token.name) && !figuresIn(token.shown, own).length && !/\p{N}/u.test(token.shown);
  // A word after a number is a unit.
  if (![...mine, ...theirs].every(isThing) || claim[claim.indexOf(first) - 1]?.number != null) return null;
  const isForm = misspelt(first.term, other.term) || first.term.slice(0, SHARED_START) === other.term.slice(0, SHARED_START);
  return isForm && !isUnspaced ? null : { kind: "name", text: shown, claim: claimed };
}
