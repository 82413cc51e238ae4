/** Parties that others investigate or ask, or whose pardon they beg, and that do not act themselves. */
import { NOTHING, packOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";

const patternsOf = oncePer((lang: string) => {
  const { parties, cueGrammar, unspaced } = packOf(lang) ?? {};
  const { before = NOTHING, behind = NOTHING, apologisedTo = NOTHING } = parties?.examined ?? {};
  const article = cueGrammar ? `(?:(?:${cueGrammar.article})(?:\\s|(?<=['’])))?` : "";
  const ends = (source: string) =>
    unspaced ? new RegExp(`(?:${source})$`, "u") : new RegExp(`(?<!\\p{Alpha})(?:${source})(?:\\s|(?<=['’]))${article}$`, "iu");
  return {
    before: ends(before),
    apologisedTo: ends(apologisedTo),
    behind: new RegExp(unspaced ? `^(?:${behind})` : `^\\s(?:${behind})`, "iu"),
  };
});
/** How much of a sentence is read before and behind a party, in UTF-16 units. */
const REACH = 60;

/**
 * Whether a sentence says that an act is done to a party, so that the party does not do it: "ermittelt gegen" one that is asked or investigated,
 * "entschuldigt sich bei".
 */
export function isDoneTo(sentence: string, { name, description }: Party, type: ResponseType, lang: string): boolean {
  if (type !== "investigation" && type !== "apology") return false;
  const words = name ?? description ?? "";
  const { before, behind, apologisedTo } = patternsOf(lang);
  for (let at = words ? sentence.indexOf(words) : -1; at >= 0; at = sentence.indexOf(words, at + 1)) {
    const left = sentence.slice(Math.max(0, at - REACH), at);
    const right = sentence.slice(at + words.length).slice(0, REACH);
    if (type === "apology" ? apologisedTo.test(left) : before.test(left) || behind.test(right)) return true;
  }
  return false;
}
