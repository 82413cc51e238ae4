/**
 * The names in a text that may be persons' names. It favours recall over precision: a found name is shown only after somebody has
 * checked it, but a missed name is shown to everybody. If a script does not mark names, or a text has no capitals, all of its words are
 * returned.
 */

import { chinese, english, patternOf, sourcesOf } from "../../lang/index.ts";
import { monthNamed, weekdayNamed } from "../../text/calendar-names.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { chineseSegments } from "../../text/segment.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { isKnownOutlet } from "./known-outlets.ts";
import { isTitleCase } from "./name-shapes.ts";

const { naming, describing } = english.grammar;
const PARTICLES = `${naming.beginName}|${naming.withinPersons}`;
/** Short words inside a name: "Ursula von der Leyen". */
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, "u");
/** A capitalised word with its apostrophes and hyphens; for an initial or a short title also its full stop. */
const CAPITAL = `(?:${naming.prefixes})?\\p{Upper}(?:[\\p{Alpha}\\p{M}\\p{N}_]|[’'.&-](?=[\\p{Alpha}\\p{N}])|(?<=(?<!\\p{Alpha})(?:\\p{Upper}|${english.abbreviations}))\\.)*`;
/** Capitalised words separated only by spaces, with short words of names between them. */
const RUN = new RegExp(`(?<![\\p{Alpha}\\p{N}@#_])${CAPITAL}(?:\\s+(?:(?:${PARTICLES})\\s+){0,2}${CAPITAL})*`, "gu");
const ACRONYM = new RegExp(`^\\p{Upper}{3,}s?$|^(?:${describing.acronyms})$`, "u");
/** Stop words and months that are also names of persons. */
const ALSO_NAMES = new RegExp(`^(?:${describing.alsoNames})$`);
/** Names that end like adverbs. */
const NAMES_IN_LY = new RegExp(`^(?:${describing.namesInLy})$`);
const ADVERB = new RegExp(`${describing.adverb}$`);
const TITLE = new RegExp(`^(?:${english.grammar.titles})$`, "u");
const THING = new RegExp(`^(?:${naming.things})$`, "u");
const [ROLE, ORGANISATION, OUTLET] = (["roles", "organisations", "outlets"] as const).map((kind) =>
  patternOf(({ parties, unspaced }) => (unspaced ? undefined : parties?.[kind]), kind === "roles" ? "iu" : "u"),
) as [RegExp, RegExp, RegExp];

/** Words for roles, organisations and things that are also surnames; and names with one that are no person's. */
const SURNAME_TOO = new RegExp(`^(?:${sourcesOf(({ parties }) => parties?.surnames).spaced})$`, "u");
const NO_PERSON = new RegExp(`^(?:${naming.noPersons})$`, "u");
/** "Geun-hye", after a surname such as Park. */
const KOREAN = /^\p{Upper}\p{Lower}+-\p{Lower}+$/u;

const OUTLETS = new RegExp(OUTLET.source, "gu");
/** Whether a name is that of a known outlet: "Fox News". */
const isOutlet = (name: string) => OUTLET.exec(name)?.[0].length === name.length || isKnownOutlet(name);

const [DAILY, DAILY_BEGIN, NEWS_END] = (
  [
    ["^", naming.dailies, "$"],
    [`^(?:${naming.capitalThe} )?`, naming.dailiesBegin, "\\s"],
    ["\\s", naming.newsEnd, "$"],
  ] as const
).map(([before, words, after]) => new RegExp(`${before}(?:${words})${after}`, "u")) as [RegExp, RegExp, RegExp];
/**
 * Whether a name (not part of a sentence) is a known outlet's, or an outlet's by its words: "Coast News", "Coast Free Press", "Daily Coast". The
 * last word of an outlet's name alone is not enough, because persons have it too ("Ann Ledger"). A role or an owner in it may belong to a person:
 * "Daily News reporter Ann Roe".
 */
export function isOutletName(name: string): boolean {
  if (isKnownOutlet(name)) return true;
  const words = name.split(/\s+/u);
  if (words.length > 5 || /['’]s\s/u.test(name) || words.some((word) => knownKind(word) === "role")) return false;
  if (DAILY_BEGIN.test(name) || NEWS_END.test(name)) return true;
  const last = Array.from(name.matchAll(OUTLETS)).at(-1);
  return last !== undefined && last.index + last[0].length === name.length && DAILY.test(words.at(-2) ?? "");
}

type Kind = "role" | "body" | "edge" | "function" | "thing" | "name";
function kindOf(word: string): Kind {
  const is = (pattern: RegExp) => pattern.exec(word)?.[0].length === word.length;
  if (TITLE.test(word) || is(ROLE)) return "role";
  if (is(ORGANISATION) || is(OUTLET)) return "body";
  const small = word.toLowerCase();
  if (ACRONYM.test(word) || weekdayNamed(word) !== null || (monthNamed(word) !== null && !ALSO_NAMES.test(small))) return "edge";
  if ((isStopWord(small, "en") && !ALSO_NAMES.test(small)) || (ADVERB.test(small) && !NAMES_IN_LY.test(small))) return "function";
  return THING.test(word) ? "thing" : "name";
}
const knownKind = oncePer(kindOf, 20_000);

/** How many words after a word of a thing's name contain a person's name. */
const MIN_BEHIND_THING = 3;
/** How many words before the last one of an organisation's name surely belong to it in a headline. */
const MAX_BODY_WORDS = 2;
/** The kind of a word in a run of capitalised words. The same word may be a surname in one place, and a thing or role in another. */
function kindAt(run: readonly string[], i: number, headline: boolean): Kind {
  const [before, word = "", next] = [run[i - 1], run[i], run[i + 1]].map((text) => text?.replace(/['’]s?$/u, ""));
  const kind = knownKind(word);
  // "Park Geun-hye"
  if (kind === "thing" && SURNAME_TOO.test(word) && KOREAN.test(next ?? "")) return "name";
  if (before === undefined || !SURNAME_TOO.test(word) || NO_PERSON.test(`${before} ${word}`) || NO_PERSON.test(`${word} ${next}`))
    return kind;
  // "Kanye West", "Stephen King": at the end of a run, in a headline anywhere; "President Park".
  const isLast = next === undefined || headline || word !== run[i];
  const ofPerson = knownKind(before) === "name" || (kind === "thing" && knownKind(before) === "role");
  return isLast && ofPerson ? "name" : kind;
}
/** The names in a run of capitalised words. Roles, organisations and acronyms split the run; in a `headline` function words do too. */
function namesInRun(run: readonly string[], opens: boolean, headline: boolean): string[] {
  const names: string[] = [];
  let name: { word: string; kind: Kind }[] = [];
  let titled = false;
  const end = () => {
    while (PARTICLE.test(name.at(-1)?.word ?? "")) name.pop();
    // "County Coroner Frank Hall", "British Hostage Ann Roe": if three words follow a word for a thing, the last two are a person's name.
    const thing = name.findLastIndex(({ kind }) => kind === "thing");
    if (thing >= 0) name = name.length - thing > MIN_BEHIND_THING ? name.slice(-2) : [];
    const whole = name.map(({ word }) => word).join(" ");
    if (name.length > (titled ? 0 : 1) && !isOutlet(whole)) names.push(whole);
    name = [];
    titled = false;
  };
  for (const [i, text] of run.entries()) {
    const word = text.replace(/['’]s?$/u, "");
    const kind = kindAt(run, i, headline);
    // "Harbour Board", but in a headline also "Ada Roe Sues Harbour Board".
    if (kind === "body" && !(headline && name.length > MAX_BODY_WORDS)) name = [];
    if (kind === "role" || kind === "body" || kind === "edge" || (kind === "function" && ((opens && i === 0) || headline))) end();
    else if (name.length > 0 || !PARTICLE.test(word)) name.push({ word, kind });
    titled ||= kind === "role";
    if (word !== text) end();
  }
  end();
  return names;
}

function inCapitals(text: string): string[] {
  const headline = isTitleCase(text);
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const opens = index === 0 || /[.!?:;“"«„\n]\s{0,3}[“"«„‘']?$/u.test(before);
    // "The baker Holm": a single name after a lower-case role is a person's.
    const role = /(?<![\p{Alpha}\p{N}])\p{Lower}[\p{Alpha}’'-]*(?=\s{1,3}$)/u.exec(before)?.[0];
    const words = found.split(/\s+/u);
    return namesInRun(role && knownKind(role) === "role" ? [role, ...words] : words, opens && !role, headline);
  });
}

const SURNAME = new RegExp(`^(?:${chinese.names.surnames})$`, "u");
/** Chinese names: a surname that is a separate word, with the one or two characters after it; and names with a dot between their parts. */
function inChinese(text: string): string[] {
  const names = Array.from(text.matchAll(/\p{Script=Han}{1,8}(?:[·・]\p{Script=Han}{1,8})+/gu), ([name]) => name);
  const segments = Array.from(chineseSegments(text), ({ segment }) => segment);
  const isWord = (segment: string | undefined, length: RegExp) =>
    segment !== undefined && length.test(segment) && !isStopWord(segment, "zh");
  for (const [i, segment] of segments.entries()) {
    const [next, last] = segments.slice(i + 1, i + 3);
    if (!SURNAME.test(segment) || !isWord(next, /^\p{Script=Han}{1,2}$/u)) continue;
    names.push(`${segment}${next}${next?.length === 1 && isWord(last, /^\p{Script=Han}$/u) ? last : ""}`);
  }
  return names;
}

/** Words of a script without capitals; Chinese names are found by surname instead. */
const UNMARKED = /[\p{Script=Hiragana}\p{Script=Katakana}]|(?!\p{Script=Han})\p{Lo}\p{M}*(?!\p{Script=Han})\p{Lo}/u;
/** The names of persons in a text, as written; see the head of this file. */
export function personsIn(text: string): string[] {
  if (UNMARKED.test(text)) return [text];
  const isChinese = hasHan(text);
  const isOneCase = !isChinese && /\p{Alpha}/u.test(text) && !(/\p{Upper}/u.test(text) && /\p{Lower}/u.test(text));
  if (isOneCase && (text.match(/\p{Alpha}{2,}/gu)?.length ?? 0) > 3) return [text];
  return [...new Set([...inCapitals(text), ...(isChinese ? inChinese(text) : [])])];
}

/**
 * The type of a document's author in vocabularies that tell persons from organisations. Null for the author of a document that we know only from
 * others and that is described, not named: "anonymous post". An outlet is one by its name, or because an article's author is no person.
 */
export function authorType(author: string, kind: string, seen: string): "Organization" | "Person" | null {
  const isName = personsIn(author).length > 0;
  if (isOutletName(author) || (kind === "article" && !isName)) return "Organization";
  return seen === "observed" || (isName && /^\P{Lower}/u.test(author)) ? "Person" : null;
}
