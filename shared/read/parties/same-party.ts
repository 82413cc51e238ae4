/** Whether two descriptions are of one party, within one text. */

import { type CueGrammar, NOTHING } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";

/** All that is known of a party in words. */
export const describedAs = ({ name, description, affiliation, role }: Party): string[] =>
  [name, description, affiliation, role].filter((words) => words !== null);

/** The words of a party's name, else of its description. */
export const partyWords = ({ name, description }: Party): readonly string[] => nameWords(name ?? description ?? "");

/**
 * Whether two parties of a text are one: the same words, or names of which one begins or ends with the other, or is its initials. A Chinese name
 * is no short form: 顾一航 is not 顾一航工作室, his studio.
 */
export function isSameParty(a: Party, b: Party): boolean {
  if (a.name !== null && a.name === b.name) return true;
  const x = partyWords(a);
  const y = partyWords(b);
  if (x.join(" ") === y.join(" ")) return x.length > 0;
  return a.name !== null && b.name !== null && !hasHan(a.name) && samePhrase(x, y);
}

/**
 * Whether a party is the author of a claim. The author's description may end in the name: 博主林涛. An organisation as
 * author reports the claims of others.
 */
export const isAuthor = (author: Party | null, party: Party): boolean =>
  author !== null &&
  author.kind !== "organisation" &&
  (isSameParty(author, party) || (author.name === null && party.name !== null && Boolean(author.description?.endsWith(party.name))));

const genderOf = oncePer(({ she, woman, agentEndings = NOTHING }: CueGrammar) =>
  she === undefined
    ? null
    : { she: new RegExp(`^(?:${she})$`, "iu"), woman: new RegExp(`(?:${woman})$`, "iu"), agent: new RegExp(`(?:${agentEndings})$`, "iu") },
);

/** Whether "he" or "she" may mean a party, by the gender of its role. A role without gender allows both. */
export function mayMean(pronoun: string, { role, description }: Party, grammar: CueGrammar | null): boolean {
  const patterns = grammar && genderOf(grammar);
  const [noun = ""] = /^[\p{Alpha}-]+/u.exec(role ?? description ?? "") ?? [];
  if (!patterns?.agent.test(noun)) return true;
  return patterns.she.test(pronoun) === patterns.woman.test(noun);
}
