/** Whether two descriptions are of one party, within one text. */
import type { Party } from "../../model/party.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";

/** The words of a party's name, else of how it is described. */
export const partyWords = ({ name, description }: Party): readonly string[] => nameWords(name ?? description ?? "");

/** Whether two parties of a text are one: by the same words, or by names of which one begins or ends as the other, or is its initials. */
export function isSameParty(a: Party, b: Party): boolean {
  if (a.name !== null && a.name === b.name) return true;
  const [x, y] = [partyWords(a), partyWords(b)];
  return x.length > 0 && (x.join(" ") === y.join(" ") || (a.name !== null && b.name !== null && samePhrase(x, y)));
}

/** Whether a party is the author of a claim. An organisation tells what others are the authors of. */
export const isAuthor = (author: Party | null, party: Party): boolean =>
  author !== null && author.kind !== "organisation" && isSameParty(author, party);
