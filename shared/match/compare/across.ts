/**
 * What a page and a claim in two languages share: names (also across scripts), the claim's figures, and the kind of event. Chinese names appear
 * in other scripts as their pinyin (恒磊, Henglei), and foreign names in Chinese as syllables that sound like them (布伦多夫, Brenndorf).
 */

import { equal } from "../../changes/compare/same-numbers.ts";
import { isCountry } from "../../countries.ts";
import table from "../../lang/events.json" with { type: "json" };
import { packOf } from "../../lang/index.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { LastEntries, once, oncePer } from "../../text/once-per.ts";
import { sentences } from "../../text/segment.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { background } from "../terms/background-corpus.ts";
import { bare, latinNames, placeIn, runsIn } from "../terms/names-by-sound.ts";
import { stemOf } from "../terms/stems.ts";
import { terms } from "../terms/terms.ts";
import { type Figure, figuresIn } from "./number-conflict.ts";

/** How much of a page is read, in UTF-16 units. */
const MAX_READ = 6000;
/** How many first sentences show the topic of a page. */
const LEAD_SENTENCES = 5;

const EVENTS = Object.entries(table).map(([event, words]) => {
  const all = words.split("|");
  const latin = all.filter((word) => !hasHan(word)).join("|");
  return { event, pattern: new RegExp(`(?<!\\p{L})(?:${latin})|${all.filter(hasHan).join("|")}`, "u") };
});
/** The kinds of events that a text mentions. Names are removed first, because they may begin like a word for an event ("Brenndorf"). */
function eventsIn(text: string, names: readonly string[]): Set<string> {
  const plain = names.reduce((rest, name) => rest.replaceAll(name, " "), bare(text));
  return new Set(EVENTS.flatMap(({ event, pattern }) => (pattern.test(plain) ? [event] : [])));
}

interface Text {
  text: string;
  lang: string;
}
/** A page, with the parts by which it is compared with each claim. */
interface Page extends Text {
  /** Rare names in Latin letters, and the Chinese words that may hold names. These and the next are computed when first used. */
  names: () => ReadonlySet<string>;
  runs: () => ReturnType<typeof runsIn>;
  /** Its text without accents, its title and first sentences, the kinds of events in these, and its figures. */
  bare: () => string;
  lead: () => string;
  events: () => ReadonlySet<string>;
  figures: () => readonly Figure[];
}

/** Prepares a page for comparison with claims in other languages. Each part is computed when it is first used. */
export function pageAcross({ title, text, lang }: { title: string | null; text: string; lang: string }): Page {
  const body = text.slice(0, MAX_READ);
  const read = [title ?? "", body].join("\n");
  const first = () => sentences(body).slice(0, LEAD_SENTENCES);
  const lead = once(() => [title ?? "", ...first().map((one) => one.text)].join("\n"));
  return {
    text: read,
    lang,
    names: once(() => new Set([...latinNames(read, lang)].filter(isRare))),
    runs: once(() => runsIn(read)),
    bare: once(() => bare(read)),
    lead,
    events: once(() => eventsIn(lead(), [])),
    figures: once(() => figuresIn(read, lang)),
  };
}

/** A name in this share of claims or more is too common to distinguish one, such as that of a large country. */
const COMMON_SHARE = 0.002;
const isRare = (name: string) =>
  terms(name, "en").every((term) => (background.frequency.get(term) ?? 0) < COMMON_SHARE * background.documents);

/** The rare names that a page and a claim share; null if the claim has one that the page lacks. */
const namesShared = (page: Page, claim: Text) => (hasHan(claim.text) ? namesOfHan : namesOfLatin)(page, claim);
function namesOfHan(page: Page, claim: Text): string[] | null {
  const names = page.names();
  const written = latinNames(claim.text, claim.lang);
  const found = new Set([...names].filter((name) => written.has(name)));
  for (const run of runsIn(claim.text)) {
    const places = [...names].flatMap((name) => {
      const place = placeIn(name, run);
      return place ? [{ name, place }] : [];
    });
    if (run.unknown.some(([start, end]) => !places.some(({ place }) => place[0] < end && start < place[1]))) return null;
    for (const { name } of places) found.add(name);
  }
  return [...found];
}
function namesOfLatin({ names, runs }: Page, claim: Text): string[] | null {
  const has = (name: string) => names().has(name) || runs().some((run) => placeIn(name, run));
  const groups = namesOf(claim);
  return groups.every((words) => words.some(has)) ? groups.flat().filter(has) : null;
}

/** Adjacent capitalised words: "Colonia Ybaté". */
const BESIDE = /\p{Lu}[\p{sc=Latin}\p{M}]{2,30}(?:\s\p{Lu}[\p{sc=Latin}\p{M}]{2,30})*/gu;
/** The names of a text in a language that capitalises all nouns: the words after some prepositions, or at its beginning. Null for other languages. */
export function nameWordsIn(text: string, lang: string): string[] | null {
  const pattern = namesBehind(lang);
  return pattern && [...text.matchAll(pattern)].flatMap((match) => match[1] ?? match[0]);
}
const namesBehind = oncePer((lang: string) => {
  const before = packOf(lang)?.beforeNames;
  if (before === undefined) return null;
  return new RegExp(`(?<!\\p{L})(?:${before})\\s(${BESIDE.source})|^\\p{Lu}[\\p{sc=Latin}\\p{M}]{2,30}(?=\\s\\p{Ll})`, "gu");
});
/** The rare names of a text, each by its words. */
function namesOf({ text, lang }: Text): string[][] {
  return (nameWordsIn(text, lang) ?? text.match(BESIDE) ?? [])
    .map((name) =>
      name
        .split(/\s/u)
        .map(bare)
        .filter((word) => !isStopWord(word, lang) && isRare(word) && !isCountry(word, lang)),
    )
    .filter((words) => words.length);
}

/** Minimum length of a run of Chinese characters that is a name, rather than two words of one character. */
const MIN_HAN_NAME = 3;
/** Minimum number of letters of a stem that may replace its word. */
const MIN_STEM = 4;
/**
 * A word of a name without its ending. A preposition may also precede a plain noun ("In Würsten"), which the page may have in another form or
 * within a word ("Bratwurst").
 */
function stemIn(word: string, lang: string): string {
  const stem = stemOf(word, lang);
  return stem.length >= MIN_STEM ? stem : word;
}
/** Whether a claim has a name that a page in the same language lacks. */
export function lacksName(page: Page, claim: Text): boolean {
  if (!hasHan(claim.text)) {
    return namesOf(claim).some((words) => !words.some((word) => page.bare().includes(stemIn(word, claim.lang))));
  }
  const spans = runsIn(claim.text).flatMap(({ syllables, unknown }) =>
    unknown.filter(([start, end]) => end - start >= MIN_HAN_NAME).map(([start, end]) => spoken(syllables.slice(start, end))),
  );
  if (!spans.length) return false;
  const read = page.runs().map(({ syllables }) => spoken(syllables));
  return spans.some((span) => !read.some((run) => run.includes(span)));
}
const spoken = (syllables: readonly { pinyin: string }[]) => syllables.map(({ pinyin }) => `${pinyin} `).join("");

/** The kinds of events of the last claims, because each claim is compared with several pages. */
const recent = new LastEntries<string, ReadonlySet<string>>(500);
/** Whether a page's title and first sentences mention a kind of event of the claim: 1 or -1; 0 if the claim mentions none. */
export function tellsOfEvent(page: Page, claim: Text): number {
  const events = recent.of(`${claim.lang} ${claim.text}`, () => eventsIn(claim.text, namesOf(claim).flat()));
  if (!events.size) return 0;
  return [...events].some((event) => page.events().has(event)) ? 1 : -1;
}

/** Minimum number of names that two texts on one thing share. */
const MIN_NAMES = 2;
/**
 * The shared names that show that a page takes up a claim, whatever its language; else null. The page must have all names and figures of the
 * claim, at least two of them names, and its title and first sentences must mention the same kind of event.
 */
export function namesAcross(page: Page, claim: Text): string[] | null {
  const names = namesShared(page, claim);
  if (!names || names.length < MIN_NAMES) return null;
  const figures = figuresIn(claim.text, claim.lang);
  const hasAll = figures.every((one) => page.figures().some((other) => equal(one, other) || one.value === other.value));
  const events = eventsIn(claim.text, names);
  const pageEvents = eventsIn(page.lead(), names);
  const isSameEvent = events.size ? [...events].some((event) => pageEvents.has(event)) : figures.length > 0;
  return hasAll && isSameEvent ? names : null;
}
