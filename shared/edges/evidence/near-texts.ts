import type { PublishedTime } from "../../model/time.ts";
import { type Order, orderOf } from "../../timeline/order.ts";
import { byText } from "../../timeline/sort.ts";
import type { Neighbour } from "../kind.ts";
import type { Retold } from "./retelling.ts";

/** Texts that share at least half of their shingles are copies; from three tenths on, a reworded part may be. MinHash errs by ±0.06. */
export const COPY = 0.5;
const REWORDED = 0.3;
/** Of texts nearly as alike as the most alike one, the earliest is the likely source. */
const MARGIN = 0.15;
/** What is left of a confidence when the order is only likely. */
const LIKELY = 0.6;
/** Alikeness never proves: two may have a third that we have not seen. */
const MOST = 0.95;

/** A text that is a part of the other: of the one with fewer words nearly all stands in the other, in its order, and that is no chance. */
const PART = 0.9;
const PART_WORDS = 12;
/** Half of what the shorter says, and six words that say something: among 8,277 pairs of posts by different outlets on one event (RumourEval
 * 2019 train) 22 have as much in common, all of them told the same. */
const RETOLD = 0.5;
const RETOLD_WORDS = 6;
/** What a retelling is worth that shares just so much, and one that shares every word. */
const LEAST_RETOLD = 0.3;
const MOST_RETOLD = 0.7;
/**
 * So long before a text that has evidence of its time is a date believed that only an importer asserts. What is said to be older, and shown
 * by nothing, is how a backdated post looks (law 1 of the design).
 */
const BELIEVED = 7 * 86_400_000;
const asserted = ({ basis }: PublishedTime) => basis === "human" || basis === "unknown";
/** Whether a date may be believed as that of a source of a text. */
function credible(source: PublishedTime, own: PublishedTime): boolean {
  if (!asserted(source) || asserted(own) || source.latest === null || own.earliest === null) return true;
  return own.earliest - source.latest <= BELIEVED;
}

export interface Near {
  /** Estimated Jaccard index of word 3-shingles. */
  similarity: number;
  document: Neighbour;
  /** What both say, passage by passage, where the texts were compared. */
  retold?: Retold | null;
}
export interface Source extends Near {
  order: Order;
  confidence: number;
}

const inOrder = ({ inOrder, passages }: Retold) => inOrder * 2 > passages;
const isPart = ({ retold }: Near) => !!retold && retold.shared >= PART_WORDS && retold.ofLeast >= PART && inOrder(retold);

/** The likeliest source of which a document is a copy, or a part: see `sourceOf`. */
export function copySource(near: readonly Near[], own: Own): Source | null {
  const copies = near.flatMap((one) =>
    one.similarity >= COPY ? [one] : isPart(one) ? [{ ...one, similarity: PART * (one.retold?.ofLeast ?? 0) }] : [],
  );
  return sourceOf(copies, own);
}
/** The likeliest source that a document tells again in other words: statements in order, where texts were compared; else by shared wording. */
export function retoldSource(near: readonly Near[], own: Own): Source | null {
  const found = near.flatMap((one) => {
    if (one.similarity >= COPY || isPart(one)) return [];
    const { retold } = one;
    if (!retold) return one.similarity >= REWORDED ? [one] : [];
    if (retold.shared < RETOLD_WORDS || retold.ofLeast < RETOLD || !inOrder(retold)) return [];
    const worth = LEAST_RETOLD + ((MOST_RETOLD - LEAST_RETOLD) * (retold.ofLeast - RETOLD)) / (1 - RETOLD);
    return [{ ...one, similarity: Math.min(MOST_RETOLD, worth) }];
  });
  return sourceOf(found, own);
}

interface Own {
  id: string;
  published: PublishedTime;
}
/**
 * The one of the texts alike that is the likeliest source of a document: of those published before it, by their ranges, and nearly as alike
 * as the most alike, the earliest. Null when none is known to be earlier: order is never guessed.
 */
export function sourceOf(near: readonly Near[], own: Own): Source | null {
  const earlier = near.flatMap((found) => {
    const order = orderOf(found.document.published, own.published);
    const fits = found.document.id !== own.id && credible(found.document.published, own.published);
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

/** "82 % of its wording" and how sure the order is, for people. */
export function alikeInWords({ similarity, retold, order }: Source): string {
  const percent = (share: number) => `${Math.round(Math.min(1, share) * 100)} %`;
  const share = retold
    ? `${percent(retold.ofLeast)} of what the shorter says stands in both, in the same order`
    : `about ${percent(similarity)} of its wording is the same`;
  return order === "before" ? `${share}, and the other was published earlier` : `${share}, and the other was likely published earlier`;
}
