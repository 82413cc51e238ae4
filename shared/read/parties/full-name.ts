/** Which of the forms of one name is the whole one: "Galveston County Daily News", not "Galveston Daily News". */
import { nameWords } from "../../timeline/party-names.ts";
import { kindOfName, partyOf } from "./party.ts";

/** A person's name without the title, office or nationality before it: "Jane Roe" of "State Attorney General Jane Roe"; null for other names. */
export function withoutTitle(name: string): string | null {
  const person = name.includes(" ") ? partyOf(name).name : null;
  if (!person || person === name || !name.endsWith(` ${person}`) || !/\p{L} \p{Lu}/u.test(person)) return null;
  return /^\p{Lu}/u.test(name) && kindOfName(person) === "person" ? person : null;
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

const isBody = (name: string) => /^(?:outlet|organisation)$/.test(kindOfName(name)) && name.includes(" ");
const INITIALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
/** Whether a name may be another one in full: "Acme University" of "Acme", "Jane Roe" of "Jane", but not "Acme Watch" of "Acme". */
function isFuller(long: string, short: string): boolean {
  const [all, some] = [nameWords(long), nameWords(short)];
  if (all.length <= some.length || /^\p{Ll}/u.test(long.split(" ").at(-1) ?? "")) return false;
  if (endsSame(some, all)) return true;
  return all[0] === some[0] && (kindOfName(long) === "person" ? !INITIALS.test(short) : isBody(long) && !isBody(short));
}

/** A form that is used this much less than the most used one is somebody's slip, or holds more than the name. */
const MIN_SHARE = 1 / 3;
/** The whole form of a name, by how many texts use each form. */
export function fullForm(uses: ReadonlyMap<string, number>): string {
  const byUse = [...uses].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  const [most, max] = byUse[0] ?? ["", 0];
  return byUse.reduce((best, [name, count]) => (count >= MIN_SHARE * max && isFuller(name, best) ? name : best), most);
}
/** The same within one text, which writes a name in full but once: the longest form; of initials with a word before them only what is used so. */
export function fullFormIn(uses: ReadonlyMap<string, number>): string {
  const isInitials = (long: string, count: number) =>
    [...uses].some(([short, often]) => INITIALS.test(short) && long.endsWith(` ${short}`) && count < MIN_SHARE * often);
  return [...uses].reduce((best, [name, count]) => (name.length > best.length && !isInitials(name, count) ? name : best), "");
}
