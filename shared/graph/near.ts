import type { Neighbour } from "../edges/index.ts";
import type { PublishedTime } from "../model.ts";
import { type Order, orderOf } from "./order.ts";
import { byText } from "./sort.ts";

/** Texts that share at least half of their shingles are copies; from three tenths on, a reworded part may be. MinHash errs by ±0.06. */
export const COPY = 0.5;
export const REWORDED = 0.3;
/** Of texts nearly as alike as the most alike one, the earliest is the likely source. */
const MARGIN = 0.15;
/** What is left of a confidence when the order is only likely. */
const LIKELY = 0.6;
/** Alikeness never proves: two may have a third that we have not seen. */
const MOST = 0.95;

export interface Near {
  similarity: number;
  document: Neighbour;
}
export interface Source extends Near {
  order: Order;
  confidence: number;
}

/**
 * The one of the texts alike that is the likeliest source of a document: of those published before it, by their ranges, and nearly as alike
 * as the most alike, the earliest. Null when none is known to be earlier: order is never guessed. Similarities within [low, high).
 */
export function sourceOf(near: readonly Near[], own: { id: string; published: PublishedTime }, low: number, high: number): Source | null {
  const earlier = near.flatMap((found) => {
    const order = orderOf(found.document.published, own.published);
    const fits = found.document.id !== own.id && found.similarity >= low && found.similarity < high;
    return fits && (order === "before" || order === "likely before") ? [{ ...found, order }] : [];
  });
  const most = earlier.reduce((max, { similarity }) => Math.max(max, similarity), 0);
  const [first] = earlier
    .filter(({ similarity }) => similarity >= most - MARGIN)
    .sort(
      (a, b) =>
        (a.document.published.latest ?? 0) - (b.document.published.latest ?? 0) ||
        (a.document.published.earliest ?? 0) - (b.document.published.earliest ?? 0) ||
        b.similarity - a.similarity ||
        byText(a.document.id, b.document.id),
    );
  if (!first) return null;
  return { ...first, confidence: Math.min(MOST, first.similarity) * (first.order === "before" ? 1 : LIKELY) };
}

/** "82 % of its word sequences" and how sure the order is, for people. */
export function alikeInWords({ similarity, order }: Source): string {
  const share = `about ${Math.round(Math.min(1, similarity) * 100)} % of its wording is the same`;
  return order === "before" ? `${share}, and the other was published earlier` : `${share}, and the other was likely published earlier`;
}
