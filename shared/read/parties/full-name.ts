/** Finds the full form among the forms of a name ("Galveston County Daily News", not "Galveston Daily News"), and a party under its full name. */

import { cueGrammarOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { oncePer } from "../../text/once-per.ts";
import { nameWords } from "../../timeline/party-names.ts";
import type { TextAnalysis } from "../analysis.ts";
import { isKnownOutlet } from "./known-outlets.ts";
import { kindOfName } from "./name-kinds.ts";
import { partyOf } from "./party.ts";

/** A person's name without the title, office or nationality before it: "Jane Roe" from "State Attorney General Jane Roe". Null for other names. */
export function withoutTitle(name: string): string | null {
  const person = name.includes(" ") ? partyOf(name).name : null;
  if (!person || person === name || !name.endsWith(` ${person}`) || !/\p{Alpha} (?:\p{Lower}{2}-)?\p{Upper}/u.test(person)) return null;
  return /^\p{Upper}/u.test(name) && kindOfName(person) === "person" ? person : null;
}

/** Whether the words of a name occur in another one in order, and both end with the same word. */
function endsSame(short: readonly string[], long: readonly string[]): boolean {
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}
/** Whether two names differ only in words left out inside: "Galveston Daily News" and "Galveston County Daily News". */
export function leavesOut(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 1 && short[0] === long[0] && endsSame(short, long);
}

const isBody = (name: string) => ["outlet", "organisation"].includes(kindOfName(name)) && name.includes(" ");
const INITIALS = /^\p{Upper}[\p{Upper}\p{N}]+$/u;
const SITE = /\.(?:com|net|org|co\.uk|tv)$/iu;
/**
 * Whether a name is complete: a person's first and last name, or initials. Words before it are no part of it: "Minister
 * Jane Roe", "Lebanese MTV".
 */
const isComplete = (name: string) => INITIALS.test(name) || (name.includes(" ") && kindOfName(name) === "person");
/** Whether a name is another one with words before or inside it: "Daily News" of "News". A known outlet is complete: "NBC News". */
function isFuller(long: string, short: string): boolean {
  const [all, some] = [long, short].map((name) => nameWords(name.replace(SITE, ""))) as [string[], string[]];
  if (all.length <= some.length || !endsSame(some, all) || (isKnownOutlet(short) && leavesOut(some, all))) return false;
  return !isComplete(short) || leavesOut(some, all);
}
/** Whether a name belongs to an organisation that is named after the other one: "Acme University" after "Acme". */
const isOwnBody = (long: string, short: string) => long.startsWith(`${short} `) && isBody(long) && !isBody(short);

/** Minimum use of a form as a share of the most used one. A rarer form is a slip, or contains more than the name. */
const MIN_SHARE = 1 / 3;
/** The full form of a name. `uses`: how many texts use each form. */
export function fullForm(uses: ReadonlyMap<string, number>): string {
  const site = (name: string) => Number(SITE.test(name));
  const byUse = [...uses].sort((a, b) => b[1] - a[1] || site(a[0]) - site(b[0]) || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  const [most, max] = byUse[0] ?? ["", 0];
  return byUse.reduce((best, [name, count]) => {
    const isWhole = isFuller(name, best) ? count >= MIN_SHARE * max : isOwnBody(name, best) && count > 1 && count >= max / 2;
    return isWhole ? name : best;
  }, most);
}
/**
 * The same within one text, which may write a name in full only once: the longest form. Initials and known outlets with
 * further words need enough uses.
 */
export function fullFormIn(uses: ReadonlyMap<string, number>): string {
  const isSlip = (long: string, count: number) =>
    !isKnownOutlet(long) &&
    [...uses].some(
      ([short, often]) =>
        short !== long && (INITIALS.test(short) || isKnownOutlet(short)) && ` ${long} `.includes(` ${short} `) && count < MIN_SHARE * often,
    );
  return [...uses].reduce((best, [name, count]) => (name.length > best.length && !isSlip(name, count) ? name : best), "");
}

const openersOf = oncePer((lang: string) => {
  const grammar = cueGrammarOf(lang);
  return grammar && new RegExp(`^(?:${grammar.prepositions}|${grammar.of}) (?:(?:${grammar.article}) )?(?=\\p{Upper})`, "iu");
});
/** A name without a preposition that begins the sentence and is capitalised there: "Bei Acme hieß es". */
function withoutOpener({ text, lang, sentences }: TextAnalysis, name: string): string {
  const rest = name.replace(openersOf(primaryTag(lang)) ?? /(?!)/, "");
  if (rest === name || !/^\p{Upper}/u.test(rest)) return name;
  const isOpening = (at: number) =>
    sentences.some(({ start, end }) => start <= at && at < end && !/\p{Alpha}/u.test(text.slice(start, at)));
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!isOpening(at)) return name;
  return rest;
}
/** A party with its full name and nothing but its name. */
export function wholeParty(analysis: TextAnalysis, party: Party): Party {
  if (party.name === null || !["person", "organisation", "unknown"].includes(party.kind)) return party;
  const opened = withoutOpener(analysis, party.name);
  if (opened !== party.name) return { ...party, kind: kindOfName(opened), name: opened };
  const name = party.name.replace(/(?<=\p{Alpha})['’]s?$/u, "");
  if (party.kind !== "person") return { ...party, name, kind: withoutTitle(name) ? "person" : party.kind };
  const own = withoutTitle(name) ?? name;
  const before = name.slice(0, name.length - own.length).trim();
  return { ...party, kind: "person", name: own, description: party.description ?? (before || null) };
}
