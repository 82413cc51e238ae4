/** Finds the changes between two wordings. */
import type { TextChange, TextChangeKind } from "../model/text-change.ts";
import { pairOf } from "./compare/pair.ts";
import type { Wording } from "./kind.ts";
import { textChangeKinds } from "./registry.ts";

/** Maximum number of changes per edge: the first ones in the child's text. */
export const MAX_TEXT_CHANGES = 8;

/**
 * The changes from a parent's wording to a child's, in the order of the child's text. Of each text the whole sentences within the first 3,000
 * characters and 600 words are compared, in any order. Case, punctuation, invisible characters and addresses do not count. Between two languages
 * only numbers and untranslated names are compared. Spans are verbatim slices of their texts, of at most 240 characters.
 */
export function textChangesBetween(parent: Wording, child: Wording): TextChange[] {
  if (parent.text === child.text) return [];
  const pair = pairOf(parent, child);
  const { parent: a, child: b } = pair;
  if (a.words.length === b.words.length && a.words.every((word, i) => word.key === b.words[i]?.key)) return [];
  return Object.entries(textChangeKinds)
    .filter(([, { acrossLanguages }]) => pair.sameLanguage || acrossLanguages)
    .flatMap(([kind, detector]) => detector.detect(pair).map((change) => ({ kind: kind as TextChangeKind, ...change })))
    .sort((x, y) => x.at - y.at)
    .slice(0, MAX_TEXT_CHANGES)
    .map(({ kind, was, now }) => ({
      kind,
      was: was && a.plain.span(was.start, was.end),
      now: now && b.plain.span(now.start, now.end),
    }));
}

/** Whether a wording has another number than its parent. */
export const numbersChange = (parent: Wording, child: Wording): boolean =>
  textChangesBetween(parent, child).some(({ kind }) => kind === "number_changed");
