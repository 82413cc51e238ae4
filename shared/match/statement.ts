/** The sentence of a text that says the most. */
import { sentences, words } from "../text/segment.ts";
import { MIN_LINKED_WORDS } from "./score.ts";
import { clean } from "./terms/clean.ts";
import { terms } from "./terms/terms.ts";

/** So much of a text is looked at, and so many content words of a sentence count: a claim has 5 to 40 words. */
const HEAD = 1000;
const ENOUGH = 16;

/** The sentence with the most content words, the first of those, without links; null for a text that is too short to make a claim. */
export function statementOf(text: string): string | null {
  const { body } = clean(text.slice(0, HEAD));
  let best = { text: "", worth: 0 };
  for (const { text: said } of sentences(body)) {
    const worth = Math.min(ENOUGH, terms(said).length);
    if (worth > best.worth && !/[?？]\s*$/u.test(said)) best = { text: said.replace(/\s+/gu, " ").trim(), worth };
  }
  return words(best.text).length >= MIN_LINKED_WORDS ? best.text : null;
}
