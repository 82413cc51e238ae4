/** What a story is about, and how much of that a passage has. */
import { terms } from "../../match/index.ts";

/** The headline; without one, the first sentence, or 200 UTF-16 units. */
export const subjectOf = ({ title, text }: { title: string | null; text: string }): string =>
  title ?? text.slice(0, text.indexOf(". ") + 1 || 200);

/** The share of the terms that are in any of some passages of a language, 0 to 1; 0 where there are no terms. */
export function termShare(about: ReadonlySet<string>, passages: readonly string[], lang: string): number {
  const held = new Set(passages.flatMap((passage) => terms(passage, lang)));
  return [...about].filter((term) => held.has(term)).length / Math.max(1, about.size);
}
