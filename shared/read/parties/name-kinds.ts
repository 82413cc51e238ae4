/** What kind of party a name is, by its words alone: a person, an organisation, an outlet, an account. */

import { chinese, english, sourcesOf } from "../../lang/index.ts";
import type { LanguagePack } from "../../lang/pack.ts";
import type { Party } from "../../model/party.ts";
import { isKnownOutlet } from "./known-outlets.ts";

const { naming } = english.grammar;
/** "Nigerian", "Chinese": the country that somebody is from, not a party that they speak for. */
export const DEMONYM = new RegExp(`^(?:${english.gates.rolePhrase.demonym})$`, "u");
const ORGANISATION = new RegExp(`\\b(?:${english.parties.organisations})\\b`, "i");
/** Names that begin or end like those of places and organisations, or in the form of a company: "Islamic State", "Nusra Front", "Warner Bros.". */
const THING = new RegExp(`^(?:${naming.things}) |\\s(?:${naming.bodies})$|\\s(?:${english.companyForms})\\.?$`, "u");
const OUTLET = new RegExp(`\\b(?:${english.parties.outlets})\\b`);
const elsewhere = (pick: (pack: LanguagePack) => string | undefined) =>
  sourcesOf((pack) => (pack.tag === "en" ? undefined : pick(pack))).spaced;
/** Words in names of outlets in other languages, and endings of one-word names. */
const FOREIGN_OUTLET = new RegExp(
  `(?<!\\p{Alpha})(?:${elsewhere(({ sources }) => sources?.outlet)})(?!\\p{Alpha})|(?:${elsewhere(({ sources }) => sources?.outletEnding)})$`,
  "u",
);
const CHINESE_OUTLET = new RegExp(chinese.parties.outlets, "u");
const CHINESE_ORGANISATION = new RegExp(chinese.parties.organisations, "u");
/** "U.S. Border Patrol", "PGA Tour": no person's first name is initials without full stops. */
const BODY_BEGIN = /^(?:\p{Upper}{3,}|U\.?S\.?(?:A\.?)?|U\.?K\.?)\s\p{Upper}[\p{Lower}'’]/u;
/** Whether the words of a name show an outlet or an organisation; null for other names. */
export function bodyOfName(name: string): "outlet" | "organisation" | null {
  if (OUTLET.test(name) || FOREIGN_OUTLET.test(name) || CHINESE_OUTLET.test(name)) return "outlet";
  const isBody = [ORGANISATION, /^\p{Upper}{2,6}$/u, BODY_BEGIN, CHINESE_ORGANISATION, THING].some((pattern) => pattern.test(name));
  return isBody ? "organisation" : null;
}
/** The words of a name: short ones, prefixes and capitals. */
const NAME_WORD = `(?:(?:${naming.beginName}) ){0,3}(?:${naming.prefixes})?\\p{Upper}[\\p{Alpha}.'’-]*`;
const PERSON = new RegExp(`^(?!${naming.capitalThe}\\s)\\p{Upper}[\\p{Alpha}.'’-]*(?:\\s+${NAME_WORD}){1,3}$`, "u");
/** What kind of actor a name is, by its words alone. */
export function kindOfName(name: string): Party["kind"] {
  if (/^[@＠]/.test(name)) return "account";
  // A known outlet whose words do not show it is no person ("Bleeding Cool"). It counts as an organisation, as one-word names do.
  return bodyOfName(name) ?? (!isKnownOutlet(name) && PERSON.test(name) ? "person" : "organisation");
}

const BODY_OF_ONE_WORD = new RegExp(`^(?:${english.grammar.bodiesOfOneWord})$`);
/** Whether a one-word name may be a person's ("Lana"): it has only its first capital, and is no known organisation. */
export const mayBePerson = (name: string): boolean =>
  /^\p{Upper}[\p{Lower}\p{M}’']+$/u.test(name) && bodyOfName(name) === null && !BODY_OF_ONE_WORD.test(name);
