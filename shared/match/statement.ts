/** The main statement of a post. */
import { postWords } from "../text/posts/words.ts";
import { sentences, words } from "../text/segment.ts";
import { MIN_LINKED_WORDS } from "./score.ts";
import { terms } from "./terms/terms.ts";

/** How much of a text is read, in UTF-16 units. */
const MAX_READ = 1000;
/** Maximum number of content words of a sentence that count: a claim has 5 to 40 words. */
const MAX_COUNTED_WORDS = 16;

/**
 * The first sentence with the most content words, as written but without what surrounds it (handles, links); null for a
 * text too short to make a claim.
 */
export function statementOf(text: string): string | null {
  let best = { text: "", worth: 0 };
  for (const { text: said } of sentences(postWords(text.slice(0, MAX_READ)))) {
    const worth = Math.min(MAX_COUNTED_WORDS, terms(said).length);
    if (worth > best.worth && !/[?？]\s*$/u.test(said)) best = { text: said.replace(/\s+/gu, " ").trim(), worth };
  }
  return words(best.text).length >= MIN_LINKED_WORDS ? best.text : null;
}
