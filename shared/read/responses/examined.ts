/** Parties that others investigate or ask, and that do not act themselves. */
import { NOTHING, packOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { oncePer } from "../../text/once-per.ts";

const patternsOf = oncePer((lang: string) => {
  const { parties, cueGrammar, unspaced } = packOf(lang) ?? {};
  const { before = NOTHING, behind = NOTHING } = parties?.examined ?? {};
  const article = cueGrammar ? `(?:(?:${cueGrammar.article})(?:\\s|(?<=['’])))?` : "";
  return unspaced
    ? { before: new RegExp(`(?:${before})$`, "u"), behind: new RegExp(`^(?:${behind})`, "u") }
    : { before: new RegExp(`(?<!\\p{Alpha})(?:${before})\\s${article}$`, "iu"), behind: new RegExp(`^\\s(?:${behind})`, "iu") };
});
/** How much of a sentence is read before and behind a party, in UTF-16 units. */
const REACH = 60;

/** Whether a sentence says that a party is investigated or asked, so that it investigates nothing: "ermittelt gegen". */
export function isExamined(sentence: string, { name, description }: Party, lang: string): boolean {
  const words = name ?? description ?? "";
  const { before, behind } = patternsOf(lang);
  for (let at = words ? sentence.indexOf(words) : -1; at >= 0; at = sentence.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (before.test(sentence.slice(Math.max(0, at - REACH), at)) || behind.test(sentence.slice(end, end + REACH))) return true;
  }
  return false;
}
