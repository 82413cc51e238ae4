/** The languages that Whence knows, one file each. To add one: write its file, add it here. */
import type { ResponseType } from "../model/response.ts";
import { inBothScripts } from "../text/chinese/scripts.ts";
import { primaryTag } from "../text/language-tag.ts";
import { oncePer } from "../text/once-per.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import type { CueWords } from "./pack/attribution.ts";
import type { HedgingWords } from "./pack/claims.ts";
import type { Labels } from "./pack/pages.ts";
import type { PartyWords, Pronouns } from "./pack/parties.ts";
import type { MentionWords } from "./pack/sources.ts";
import type { LanguagePack } from "./pack.ts";
import { ca } from "./partial/ca.ts";
import { cs } from "./partial/cs.ts";
import { da } from "./partial/da.ts";
import { et } from "./partial/et.ts";
import { fi } from "./partial/fi.ts";
import { hu } from "./partial/hu.ts";
import { id } from "./partial/id.ts";
import { nl } from "./partial/nl.ts";
import { no } from "./partial/no.ts";
import { ar } from "./partial/other-scripts/ar.ts";
import { bg } from "./partial/other-scripts/bg.ts";
import { el } from "./partial/other-scripts/el.ts";
import { hi } from "./partial/other-scripts/hi.ts";
import { ja } from "./partial/other-scripts/ja.ts";
import { ko } from "./partial/other-scripts/ko.ts";
import { mr } from "./partial/other-scripts/mr.ts";
import { ru } from "./partial/other-scripts/ru.ts";
import { uk } from "./partial/other-scripts/uk.ts";
import { pl } from "./partial/pl.ts";
import { ro } from "./partial/ro.ts";
import { sv } from "./partial/sv.ts";
import { tr } from "./partial/tr.ts";
import { vi } from "./partial/vi.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

/** A source with plain parentheses as groups that capture nothing. */
const grouped = (source: string) => source.replace(/(?<!\\)\((?!\?)/g, "(?:");

/** Keys whose sources capture, or have parentheses in brackets. They are left as they are. */
const CAPTURING = new Set(["quotedName", "cites", "moods", "ago", "last", "eastAsian", "boilerplate"]);
function compiled<T>(value: T, key = ""): T {
  if (CAPTURING.has(key)) return value;
  if (typeof value === "string") return grouped(value) as T;
  if (Array.isArray(value)) return value.map((one) => compiled(one)) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, compiled(one, name)])) as T;
  return value;
}

/** Keys of Chinese words that are no sources: they are compared with words in simplified characters. */
const COMPARED = new Set("stopWords opposites reportingWords menu places before after weekdays citing theCompany".split(" "));
const COMPARED_GROUPS = new Set(["stanceCues", "units", "scales", "days"]);
/** Chinese sources that match words in simplified and in traditional characters. */
function ofBothScripts<T>(value: T, key = ""): T {
  if (typeof value === "string") return (COMPARED.has(key) ? value : inBothScripts(value)) as T;
  if (COMPARED_GROUPS.has(key) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => ofBothScripts(one)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ofBothScripts(one, name)])) as T;
}

/** English and Chinese, which have readers of their own. */
export const english = compiled(en);
export const chinese = compiled(ofBothScripts(zh));
/** All languages. Where two disagree on a word, the first one counts. */
export const packs: LanguagePack[] = [
  english,
  chinese,
  ...[es, pt, fr, de, it, ca, nl, pl, cs, sv, da, no, tr, id, vi, ro, hu, fi, et, ru, uk, bg, ar, hi, mr, ko, ja, el].map((pack) =>
    compiled(pack),
  ),
];
const byTag = new Map(packs.map((pack) => [pack.tag, pack]));

/** What is known of the language of a BCP 47 tag; null if nothing is. */
export const packOf = (lang: string): LanguagePack | null => byTag.get(primaryTag(lang)) ?? null;

/** The pack by which a text in a language is read: its own, the Chinese one for Japanese, else the English one. */
export function readingPackOf(lang: string): ReadingPack {
  const pack = packOf(lang);
  if (pack?.mentions) return pack as ReadingPack;
  return primaryTag(lang) === "ja" ? chinese : english;
}
export type ReadingPack = LanguagePack & Required<Pick<LanguagePack, "claims" | "mentions" | "parties" | "pronouns">>;

/** The words of a section, separated by `|`, each with its key: "kilometres" with "km". */
export const keysByWord = <Key extends string>(section: Partial<Record<Key, string>>): [word: string, key: Key][] =>
  Object.entries<string>(section as Record<Key, string>).flatMap(([key, words]) =>
    words.split("|").map((word): [string, Key] => [word, key as Key]),
  );
/** The same for keys that are numbers: "million" with 1,000,000. */
export const numbersByWord = (section: Record<number, string> = {}): [word: string, value: number][] =>
  keysByWord(section).map(([word, value]) => [word, Number(value)]);
/** The words of groups, which are separated by semicolons. */
export const groupsOf = (groups: string): string[][] => groups.split(";").map((words) => words.split(" ").filter(Boolean));

/**
 * The sources of all languages for one thing, joined by `|`: of languages with spaces between words, and of those
 * without. Empty if no language has any.
 */
export function sourcesOf(pick: (pack: LanguagePack) => string | undefined): { spaced: string; unspaced: string } {
  const of = (unspaced: boolean) => packs.flatMap((pack) => (Boolean(pack.unspaced) === unspaced ? (pick(pack) ?? []) : [])).join("|");
  return { spaced: of(false), unspaced: of(true) };
}
/** A source that matches the words of all languages for one thing: whole words, if the language separates words by spaces. */
export function anyLanguage(pick: (pack: LanguagePack) => string | undefined): string {
  const { spaced, unspaced } = sourcesOf(pick);
  return [spaced && `(?<![\\p{Alpha}\\p{N}])(?:${spaced})(?![\\p{Alpha}\\p{N}])`, unspaced && `(?:${unspaced})`].filter(Boolean).join("|");
}

/** A source that matches nothing: for what a language has no words. */
export const NOTHING = "(?!)";
/** A pattern that matches a source as whole words in any script; in a language without spaces, anywhere. Without a source it matches nothing. */
export const wholeWords = (source = NOTHING, flags = "giu", unspaced = false) =>
  new RegExp(unspaced ? source : `(?<![\\p{Alpha}\\p{N}])(?:${source})(?![\\p{Alpha}\\p{N}])`, flags);

/** The words of one language for one thing, as a pattern that is compiled once: `patternByLanguage(({ hedging }) => hedging?.scoffs)("de")`. */
export const patternByLanguage = (pick: (pack: LanguagePack) => string | undefined) =>
  oncePer((lang: string) => {
    const pack = packOf(lang);
    return wholeWords((pack && pick(pack)) || NOTHING, "iu", pack?.unspaced);
  });

/** The whole sources of a section as patterns, in any case. */
export const patternsIn = <Key extends string>(section: Record<Key, string>) =>
  Object.fromEntries(Object.entries<string>(section).map(([key, source]) => [key, new RegExp(source, "iu")])) as Record<Key, RegExp>;

/** `anyLanguage` as a pattern. */
export const patternOf = (pick: (pack: LanguagePack) => string | undefined, flags = "iu"): RegExp => new RegExp(anyLanguage(pick), flags);

/** A language that is read by its verbs of saying. */
export interface CueGrammar extends Omit<CueWords, "moods">, HedgingWords, PartyWords, Pronouns, MentionWords {
  people: string;
  /** The beginning or end of a clause without a subject, and its form with a subject. */
  moods: [bare: RegExp, finite: string][];
  /** Names of months and weekdays, in lower case without accents. */
  calendar: string;
  labels: Labels;
  responses: Partial<Record<ResponseType, string[]>>;
}
const cueGrammars = new Map<string, CueGrammar>();
for (const { tag, cueGrammar, hedging, parties, pronouns, mentions, labels, responses, time } of packs) {
  if (!cueGrammar || !time?.months || !time.weekdays || !hedging || !parties?.people || !pronouns || !mentions || !labels || !responses)
    continue;
  const moods = cueGrammar.moods.map(([bare, finite]): [RegExp, string] => [new RegExp(bare, "u"), finite]);
  const months = groupsOf(time.months).map((names, i) => (names.length ? names : groupsOf(english.time.months)[i]));
  cueGrammars.set(tag, {
    ...hedging,
    ...parties,
    people: parties.people,
    ...pronouns,
    ...mentions,
    ...cueGrammar,
    determiners: `${cueGrammar.article}|${cueGrammar.determiners}`,
    moods,
    calendar: [...months, ...groupsOf(time.weekdays)].flat().join("|"),
    labels,
    responses,
  });
}
/** The cue grammar of a BCP 47 tag's language. Null if it has its own reader (English, Chinese) or none. */
export const cueGrammarOf = (lang: string): CueGrammar | null => cueGrammars.get(primaryTag(lang)) ?? null;
