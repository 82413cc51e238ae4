/** How well kinds of change are found in retold texts. */

import { textChangeKinds } from "../../../shared/changes/registry.ts";
import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import type { TextChange, TextChangeKind } from "../../../shared/model/text-change.ts";
import { type FactLanguage, type Gold, type Retold, retold } from "./generator.ts";

export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}
const plain = (text: string) => text.toLowerCase().replaceAll("\u200b", "");
/** Whether a found span is of the words that were changed: all of them, or more than half of their letters. */
function holds(gold: string | null, found: { text: string } | null): boolean {
  if (gold === null) return true;
  const [want, got] = [plain(gold), plain(found?.text ?? "")];
  if (got.includes(want)) return true;
  const common = want
    .split(/\s+/)
    .filter((word) => got.includes(word))
    .join(" ").length;
  return common * 2 > want.length || (got.length * 2 > want.length && want.includes(got));
}
const matches = (gold: Gold, found: TextChange) => gold.kind === found.kind && holds(gold.was, found.was) && holds(gold.now, found.now);

/** Tallies by kind over so many retold texts, each of its own seed; `onError` sees each text with a change that is wrong or missed. */
export function tally(
  language: FactLanguage,
  texts: number,
  options: { seed?: number; onError?: (text: Retold, wrong: TextChange[], missed: Gold[]) => void } = {},
): Record<TextChangeKind, Tally> {
  const out = Object.fromEntries(Object.keys(textChangeKinds).map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }])) as Record<
    TextChangeKind,
    Tally
  >;
  for (let n = 1; n <= texts; n++) {
    const text = retold(language, n * (options.seed ?? 7919));
    const found = textChangesBetween({ text: text.parent, lang: language.lang }, { text: text.child, lang: language.lang });
    const left = [...found];
    const missed: Gold[] = [];
    for (const gold of text.gold) {
      const at = left.findIndex((one) => matches(gold, one));
      if (at < 0) missed.push(gold);
      else left.splice(at, 1);
      out[gold.kind][at < 0 ? "missed" : "right"]++;
    }
    for (const one of left) out[one.kind].wrong++;
    if (left.length || missed.length) options.onError?.(text, left, missed);
  }
  return out;
}
export const precision = ({ right, wrong }: Tally) => (right + wrong ? right / (right + wrong) : 1);
export const recall = ({ right, missed }: Tally) => (right + missed ? right / (right + missed) : 1);
