import type { PublishedTime } from "../../model/time.ts";
import { byText, type Order, orderOf } from "../../timeline/order.ts";
import type { Neighbour } from "../kind.ts";
import type { Retold } from "./retelling.ts";

/** Least share of common shingles of a copy, and of a text with reworded parts. MinHash errs by ±0.06. */
export const COPY_SIMILARITY = 0.5;
const REWORDED_SIMILARITY = 0.3;
/** Among texts within this margin of the most similar one the earliest is the likely source. */
const SIMILARITY_MARGIN = 0.15;
/** Factor when the order is only likely. */
const LIKELY_ORDER_FACTOR = 0.6;
/** Similarity proves nothing: both may come from a third text that we have not seen. */
const MAX_CONFIDENCE = 0.95;

/** One text is part of the other: least share of the shorter one's words that the other has in its order, and least number of them. */
const PART_SHARE = 0.9;
const MIN_PART_WORDS = 12;
/** Least share of the shorter text, and least content words, of a retelling. Among 8,277 pairs of posts by different outlets on one event (RumourEval
 * 2019 train) 22 reach both, and all are true retellings. */
const RETOLD_SHARE = 0.5;
const MIN_RETOLD_WORDS = 6;
/** Similarity given to a retelling that just reaches the share, and to one that shares every word. */
const MIN_RETOLD_SIMILARITY = 0.3;
const MAX_RETOLD_SIMILARITY = 0.7;
/**
 * How long before a text with evidence of its time, in ms, a date is credible that only an importer asserts. A text that is said to be older, and shown
 * by nothing, looks like a backdated post.
 */
const MAX_ASSERTED_LEAD = 7 * 86_400_000;
const asserted = ({ basis }: PublishedTime) => basis === "human" || basis === "unknown";
/** Whether a date is credible as that of a source of a text. */
function credible(source: PublishedTime, own: PublishedTime): boolean {
  if (!asserted(source) || asserted(own) || source.latest === null || own.earliest === null) return true;
  return own.earliest - source.latest <= MAX_ASSERTED_LEAD;
}

export interface Near {
  /** Estimated Jaccard index of word 3-shingles. */
  similarity: number;
  document: Neighbour;
  /** What both have in common, where the texts were compared. */
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
  const copies = near.flatMap((one) =>
    one.similarity >= COPY_SIMILARITY ? [one] : isPart(one) ? [{ ...one, similarity: PART_SHARE * (one.retold?.ofShorter ?? 0) }] : [],
  );
  return sourceOf(copies, own);
}
/** The likeliest text that a document retells in other words: by statements in order where texts were compared, else by shared wording. */
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
 * The likeliest source of a document among similar texts: of those published before it, by their ranges, and nearly as similar
 * as the most similar one, the earliest. Null when none is known to be earlier: order is never guessed.
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

/** "82 % of its wording" and how sure the order is, for people. */
export function similarityInWords({ similarity, retold, order }: Source): string {
  const percent = (share: number) => `${Math.round(Math.min(1, share) * 100)} %`;
  const share = retold
    ? `${percent(retold.ofShorter)} of what the shorter says stands in both, in the same order`
    : `about ${percent(similarity)} of its wording is the same`;
  return order === "before" ? `${share}, and the other was published earlier` : `${share}, and the other was likely published earlier`;
}
