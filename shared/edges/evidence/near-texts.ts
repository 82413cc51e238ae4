import { DAY } from "../../durations.ts";
import type { PublishedTime } from "../../model/time.ts";
import { byText, type Order, orderOf } from "../../timeline/order.ts";
import type { Neighbour } from "../kind.ts";
import type { Retold } from "./retelling.ts";

/** Minimum similarity (0..1, by shingles) of a copy. MinHash errs by ±0.06. */
export const COPY_SIMILARITY = 0.5;
/** Minimum similarity of a text with reworded parts. */
const REWORDED_SIMILARITY = 0.3;
/** Among texts whose similarity is within this margin of the highest, the earliest is the likely source. */
const SIMILARITY_MARGIN = 0.15;
/** Factor on the confidence if the order of the texts is only likely. */
const LIKELY_ORDER_FACTOR = 0.6;
/** Maximum confidence: similarity is no proof, because both may come from a third text that was not observed. */
const MAX_CONFIDENCE = 0.95;

/** One text is part of the other if the other has at least this share of the shorter one's words in the same order. */
const PART_SHARE = 0.9;
/** It has at least this many of them. */
const MIN_PART_WORDS = 12;
/**
 * A retelling shares at least this fraction of the shorter text, and `MIN_RETOLD_WORDS`. Both were chosen on RumourEval 2019 train, where only true
 * retellings reach both.
 */
const RETOLD_SHARE = 0.5;
/** Minimum number of content words that a retelling shares. */
const MIN_RETOLD_WORDS = 6;
/** Similarity of a retelling that just reaches the minimum share. */
const MIN_RETOLD_SIMILARITY = 0.3;
/** Similarity of one that shares every word. */
const MAX_RETOLD_SIMILARITY = 0.7;
/**
 * How long, in ms, a date that only an importer asserts may be before a text with evidence for its time. A text that is said to be older
 * without evidence looks like a backdated post.
 */
const MAX_ASSERTED_LEAD = 7 * DAY;
const asserted = ({ basis }: PublishedTime) => basis === "human" || basis === "unknown";
/** Whether a date is credible as the date of a text's source. */
function credible(source: PublishedTime, own: PublishedTime): boolean {
  if (!asserted(source) || asserted(own) || source.latest === null || own.earliest === null) return true;
  return own.earliest - source.latest <= MAX_ASSERTED_LEAD;
}

export interface Near {
  /** Estimated Jaccard index of word 3-shingles. */
  similarity: number;
  document: Neighbour;
  /** What both texts have in common, if they were compared. */
  retold?: Retold | null;
}
export interface Source extends Near {
  order: Order;
  confidence: number;
}

const inOrder = ({ inOrder, passages }: Retold) => inOrder * 2 > passages;
const isPart = ({ retold }: Near) => !!retold && retold.shared >= MIN_PART_WORDS && retold.ofShorter >= PART_SHARE && inOrder(retold);

/** The likeliest text that a document copies, in whole or in part: see `sourceOf`. */
export function copySource(near: readonly Near[], own: Own): Source | null {
  const copies = near.flatMap((one) => {
    if (one.similarity >= COPY_SIMILARITY) return one;
    return isPart(one) ? { ...one, similarity: PART_SHARE * (one.retold?.ofShorter ?? 0) } : [];
  });
  return sourceOf(copies, own);
}
/** The likeliest text that a document retells in other words: by statements in order if the texts were compared, else by shared wording. */
export function retoldSource(near: readonly Near[], own: Own): Source | null {
  const found = near.flatMap((one) => {
    if (one.similarity >= COPY_SIMILARITY || isPart(one)) return [];
    const { retold } = one;
    if (!retold) return one.similarity >= REWORDED_SIMILARITY ? [one] : [];
    if (retold.shared < MIN_RETOLD_WORDS || retold.ofShorter < RETOLD_SHARE || !inOrder(retold)) return [];
    const worth =
      MIN_RETOLD_SIMILARITY + ((MAX_RETOLD_SIMILARITY - MIN_RETOLD_SIMILARITY) * (retold.ofShorter - RETOLD_SHARE)) / (1 - RETOLD_SHARE);
    return [{ ...one, similarity: Math.min(MAX_RETOLD_SIMILARITY, worth) }];
  });
  return sourceOf(found, own);
}

interface Own {
  id: string;
  published: PublishedTime;
}
/**
 * The likeliest source of a document among similar texts: the earliest of those that were published before it, judged by the ranges of their
 * times, and are nearly as similar as the most similar one. Null if none is known to be earlier: order is never guessed.
 */
function sourceOf(near: readonly Near[], own: Own): Source | null {
  const earlier = near.flatMap((found) => {
    const order = orderOf(found.document.published, own.published);
    const fits = found.document.id !== own.id && credible(found.document.published, own.published);
    return fits && (order === "before" || order === "likely before") ? [{ ...found, order }] : [];
  });
  const most = earlier.reduce((max, { similarity }) => Math.max(max, similarity), 0);
  const [first] = earlier
    .filter(({ similarity }) => similarity >= most - SIMILARITY_MARGIN)
    .sort(
      (a, b) =>
        (a.document.published.latest ?? 0) - (b.document.published.latest ?? 0) ||
        (a.document.published.earliest ?? 0) - (b.document.published.earliest ?? 0) ||
        b.similarity - a.similarity ||
        byText(a.document.id, b.document.id),
    );
  if (!first) return null;
  return { ...first, confidence: Math.min(MAX_CONFIDENCE, first.similarity) * (first.order === "before" ? 1 : LIKELY_ORDER_FACTOR) };
}

/** A near copy in words for editors: "82 % of its wording", and how sure the order of the two texts is. */
export function similarityInWords({ similarity, retold, order }: Source): string {
  const percent = (share: number) => `${Math.round(Math.min(1, share) * 100)} %`;
  const share = retold
    ? `${percent(retold.ofShorter)} of what the shorter says stands in both, in the same order`
    : `about ${percent(similarity)} of its wording is the same`;
  return order === "before" ? `${share}, and the other was published earlier` : `${share}, and the other was likely published earlier`;
}
