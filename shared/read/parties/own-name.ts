/** The name in a claim by which a site or an account goes: whose own words a page or a post is. */
import { hasHan } from "../../text/chinese/characters.ts";
import { nameWords } from "../../timeline/party-names.ts";

/** Words of a name this short may be left out: "Metro Valmora" for "Metro de Valmora". It is also how short a Chinese name may be. */
const SMALL = 3;
/** Minimum letters of a name. */
const MIN_NAME = 4;
/** How many words of a claim a name has at most. */
const MAX_WORDS = 8;

/**
 * The name in a claim by which a site or an account goes that is called in some ways. Null if the claim names nobody like that: a paper may be called
 * the Mirror and a mirror be stolen, so a name has a capital.
 */
export const nameIn = (labels: readonly (string | null | undefined)[], claim: string): string | null =>
  labels.map((label) => (label ? nameOf(label, claim) : null)).find(Boolean) ?? null;

function nameOf(label: string, claim: string): string | null {
  if (hasHan(label)) return label.length >= SMALL && claim.includes(label) ? label : null;
  const letters = nameWords(label).join("");
  const words = letters.length < MIN_NAME ? [] : [...claim.matchAll(/[\p{Alpha}\p{M}\p{N}&-]+/gu)];
  for (const [i, { index }] of words.entries())
    for (const { 0: last, index: at } of words.slice(i, i + MAX_WORDS)) {
      const name = claim.slice(index, at + last.length);
      if (!/\p{Upper}/u.test(name)) continue;
      const all = nameWords(name);
      const content = all.filter((word, n) => n === 0 || word.length > SMALL);
      if ([all, content].some((own) => own.join("") === letters)) return name;
    }
  return null;
}
