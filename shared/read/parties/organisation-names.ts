/** Names of two capitalised words that are not a person's: "Acme Foods said it", "a spokeswoman for Transport North". */

import { english } from "../../lang/index.ts";

const { ofBody, bodysOwn, thing } = english.grammar.describing;
const OF = new RegExp(`(?<!\\p{L})${ofBody} $`, "u");
const AFTER = new RegExp(`^(?:(?:['’]s?)? (?:${bodysOwn})\\b|${thing})`, "u");
const LETTER_BEFORE = /\p{L}$/u;
/** How much of a text is searched, and how much beside each place of the name, in UTF-16 units. */
const MAX_TEXT = 20_000;
const REACH = 100;

/** Whether a text treats a name as an organisation. Linear in the text. */
export function organisedIn(text: string, name: string): boolean {
  const searched = text.slice(0, MAX_TEXT);
  for (let at = searched.indexOf(name); at >= 0; at = searched.indexOf(name, at + 1)) {
    const before = searched.slice(Math.max(0, at - REACH), at);
    const after = searched.slice(at + name.length, at + name.length + REACH);
    if (OF.test(before)) return true;
    if (!LETTER_BEFORE.test(before) && AFTER.test(after)) return true;
  }
  return false;
}
