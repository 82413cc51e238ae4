/** How a text changed on its way from one document to the next: one kind a file. To add one: write the file, add it here. */
import * as z from "zod";
import { attribution_lost } from "./attribution_lost.ts";
import { pairOf, type TextChangeDetector } from "./compare/pair.ts";
import { detail_lost } from "./detail_lost.ts";
import { hedge_added } from "./hedge_added.ts";
import { hedge_dropped } from "./hedge_dropped.ts";
import { name_changed } from "./name_changed.ts";
import { negation_flipped } from "./negation_flipped.ts";
import { number_changed } from "./number_changed.ts";
import { translated } from "./translated.ts";
import { unit_changed } from "./unit_changed.ts";

export const textChangeKinds = {
  hedge_dropped,
  hedge_added,
  number_changed,
  unit_changed,
  name_changed,
  attribution_lost,
  negation_flipped,
  detail_lost,
  translated,
} satisfies Record<string, TextChangeDetector>;
export const TextChangeKind = z.enum(Object.keys(textChangeKinds) as [keyof typeof textChangeKinds, ...(keyof typeof textChangeKinds)[]]);
/** Words, and where they stand in the text they are of: UTF-16 offsets. */
export const TextChangeSpan = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** was → now; null where there is nothing: a hedge that was dropped is not there any more. */
export const TextChange = z
  .object({ kind: TextChangeKind, was: TextChangeSpan.nullable(), now: TextChangeSpan.nullable() })
  .meta({ id: "TextChange" });
export type TextChangeKind = z.infer<typeof TextChangeKind>;
export type TextChangeSpan = z.infer<typeof TextChangeSpan>;
export type TextChange = z.infer<typeof TextChange>;

export interface Wording {
  text: string;
  lang: string | null;
}

/** At most this many are told of one edge: the first by where they stand in the child. */
export const MAX_TEXT_CHANGES = 8;

/**
 * What changed from a parent's wording to a child's, in the order of the child's text. Compared are the first 3,000 characters and 600 words
 * of each, sentence by sentence, wherever they stand; case, punctuation, invisible characters and addresses are of no meaning. Of two
 * languages only numbers and untranslated names are compared. Spans are verbatim slices of their texts, of at most 240 characters.
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
