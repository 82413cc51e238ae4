/** Which of the forms of one name is the whole one: "Galveston County Daily News", not "Galveston Daily News"; and a party by its whole name. */

import { cueGrammarOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { oncePer } from "../../text/once-per.ts";
import { nameWords } from "../../timeline/party-names.ts";
import type { TextAnalysis } from "../analysis.ts";
import { isKnownOutlet } from "./known-outlets.ts";
import { kindOfName, partyOf } from "./party.ts";

/** A person's name without the title, office or nationality before it: "Jane Roe" of "State Attorney General Jane Roe"; null for other names. */
export function withoutTitle(name: string): string | null {
  const person = name.includes(" ") ? partyOf(name).name : null;
  if (!person || person === name || !name.endsWith(` ${person}`) || !/\p{Alpha} (?:\p{Lower}{2}-)?\p{Upper}/u.test(person)) return null;
  return /^\p{Upper}/u.test(name) && kindOfName(person) === "person" ? person : null;
}

/** Whether the words of a name stand in another's in order, the last of them last: words before it or within it are left out. */
function endsSame(short: readonly string[], long: readonly string[]): boolean {
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}
/** Whether two names are one with words left out within it: "Galveston Daily News" and "Galveston County Daily News". */
export function leavesOut(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 1 && short[0] === long[0] && endsSame(short, long);
}

const isBody = (name: string) => ["outlet", "organisation"].includes(kindOfName(name)) && name.includes(" ");
const INITIALS = /^\p{Upper}[\p{Upper}\p{N}]+$/u;
const SITE = /\.(?:com|net|org|co\.uk|tv)$/iu;
/** Whether a name is complete: a person's first and last name, or initials. What stands before it is no part of it: "Minister Jane Roe", "Lebanese MTV". */
const isComplete = (name: string) => INITIALS.test(name) || (name.includes(" ") && kindOfName(name) === "person");
/** Whether a name is another one with the words before it or within it: "Daily News" of "News". A known outlet is whole: "NBC News". */
function isFuller(long: string, short: string): boolean {
  const [all, some] = [long, short].map((name) => nameWords(name.replace(SITE, ""))) as [string[], string[]];
  if (all.length <= some.length || !endsSame(some, all) || (isKnownOutlet(short) && leavesOut(some, all))) return false;
  return !isComplete(short) || leavesOut(some, all);
}
/** "Acme University" of "Acme": what it may be more than. */
const isOwnBody = (long: string, short: string) => long.startsWith(`${short} `) && isBody(long) && !isBody(short);

/** A form that is used this much less than the most used one is somebody's slip, or holds more than the name. */
const MIN_SHARE = 1 / 3;
/** The whole form of a name, by how many texts use each form. */
export function fullForm(uses: ReadonlyMap<string, number>): string {
  const site = (name: string) => Number(SITE.test(name));
  const byUse = [...uses].sort((a, b) => b[1] - a[1] || site(a[0]) - site(b[0]) || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  const [most, max] = byUse[0] ?? ["", 0];
  return byUse.reduce((best, [name, count]) => {
    const isWhole = isFuller(name, best) ? count >= MIN_SHARE * max : isOwnBody(name, best) && count > 1 && count >= max / 2;
    return isWhole ? name : best;
  }, most);
}
/** The same within one text, which writes a name in full but once: the longest form; of initials and known outlets with words around them only what is used so. */
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
/** "Bei Acme hieß es": a preposition that opens the sentence has a capital there, and is no part of the name behind it. */
function withoutOpener({ text, lang, sentences }: TextAnalysis, name: string): string {
  const rest = name.replace(openersOf(primaryTag(lang)) ?? /(?!)/, "");
  if (rest === name || !/^\p{Upper}/u.test(rest)) return name;
  const isOpening = (at: number) =>
    sentences.some(({ start, end }) => start <= at && at < end && !/\p{Alpha}/u.test(text.slice(start, at)));
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!isOpening(at)) return name;
  return rest;
}
/** A party with the whole of its name and none but its name. */
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
