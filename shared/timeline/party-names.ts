/** Compares names of parties by words: whole words in order, or initials, ignoring case, accents and punctuation. */
import { patternOf } from "../lang/index.ts";
import { simplified } from "../text/chinese/scripts.ts";
import { oncePer } from "../text/once-per.ts";

/** Most names are ASCII and need no folding of accents or scripts. Names are read many times for each text. */
const ASCII = /^[\x20-\x7e]*$/;
/** Longest name, in letters, whose words are cached. Each is compared with all others of its text. */
const MAX_HELD = 60;
const held = oncePer(readWords, 4_000);
/** The words of a name, folded: NFKD without marks, lower case, letters and digits only. Each Han character is a word, in its simplified form. */
export const nameWords = (name: string): readonly string[] => (name.length > MAX_HELD ? readWords(name) : held(name));
function readWords(name: string): readonly string[] {
  if (ASCII.test(name))
    return (
      name
        .replace(/'s\b/g, "")
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? []
    );
  return (
    simplified(name)
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/['’]s\b/gu, "")
      .toLowerCase()
      .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []
  );
}
/** Whether a name begins or ends with another: "Washington Post" with "Post", but not "Wall Street Journal" with "Street". */
function extend(long: readonly string[], short: readonly string[]): boolean {
  return [0, long.length - short.length].some((at) => short.every((word, i) => long[at + i] === word));
}
/** Words of at most this many letters may be left out of initials: "Department of Homeland Security", DHS. */
const SMALL_WORD = 3;
const initialsOf = (words: readonly string[]) => words.map((part) => part[0]).join("");
/** The initials of a name of several words: of all words (at least two letters), and without the small ones (at least three letters). */
export const shortFormsOf = (long: readonly string[]): string[] =>
  long.length > 1
    ? [initialsOf(long), initialsOf(long.filter((part) => part.length > SMALL_WORD))].filter((form, i) => form.length > 1 + i)
    : [];
const isShortFor = ([word, ...more]: readonly string[], long: readonly string[]) =>
  word !== undefined && more.length === 0 && shortFormsOf(long).includes(word);
/** Whether two names are the same in full, or one is the initials of the other: "AP" and "Associated Press". */
export const isSameInFull = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && (a.join(" ") === b.join(" ") || isShortFor(a, b) || isShortFor(b, a));
/** Whether one name begins or ends with the other, or is its initials: "Woody" and "Michael Woody", "AP" and "Associated Press". */
export function samePhrase(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return extend(long, short) || isShortFor(short, long);
}
/** The fraction of the shorter text's distinct words that the other text has: 0..1; 0 for texts without words. */
export function wordOverlap(a: string, b: string): number {
  const [short, long] = [new Set(nameWords(a)), new Set(nameWords(b))].sort((x, y) => x.size - y.size);
  if (!short?.size || !long) return 0;
  let shared = 0;
  for (const word of short) if (long.has(word)) shared++;
  return shared / short.size;
}

/** Minimum number of letters of a name that a claim does not contain by chance. */
const MIN_NAME = 4;
/** Whether a claim's wording names the holder of an account. */
export function isNamedIn(author: string, claim: string): boolean {
  const words = nameWords(author).join(" ");
  return words.length >= MIN_NAME && ` ${nameWords(claim).join(" ")} `.includes(` ${words} `);
}

const ROLE = patternOf(({ parties }) => parties?.roles && `^(?:${parties.roles})$`);
/** Whether a claim names somebody else of a person's last name: "Paulo Reis" for Miguel Reis. */
export function namesAnother(claim: string, name: string): boolean {
  const own = nameWords(name);
  const last = own.length > 1 ? own.at(-1) : undefined;
  const [first, ...more] = last ? claim.matchAll(/(?<!\p{L})(\p{Lu}[\p{L}’'-]{1,30}) (\p{Lu}[\p{L}’'-]{1,30})/gu) : [];
  const others = (first ? [first, ...more] : []).filter(
    ([, given = "", surname = ""]) => nameWords(surname)[0] === last && !own.includes(nameWords(given)[0] ?? "") && !ROLE.test(given),
  );
  return others.length > 0 && !isNamedIn(name, claim);
}

/** What a page's outlet is called: as the page is signed, if that is the name of its site in words, else by its site. */
export function outletOf({ author, site }: { author: string | null; site: string | null }): string | null {
  const labels = (site ?? "").split(".").map((label) => label.replaceAll("-", ""));
  return author !== null && labels.includes(nameWords(author).join("")) ? author : site;
}
/** Whether a passage has the words of a name in order. */
export const hasPhrase = (passage: string, own: readonly string[]) =>
  own.length > 0 && ` ${nameWords(passage).join(" ")} `.includes(` ${own.join(" ")} `);
