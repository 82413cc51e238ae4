/** The certainty of a passage, and its hedges. After the coarse grades of Rubin and FactBank. It says nothing about truth. */

import { patternOf } from "../../lang/index.ts";
import type { Certainty } from "../../model/sighting.ts";

/** The hedges of all languages in one list, because hardly any of them is a word of another language. */
const HEDGES = patternOf(({ hedging }) => hedging?.hedges, "giu");
const WEAK_HEDGES = patternOf(({ hedging }) => hedging?.weakHedges);
const SURE = patternOf(({ hedging }) => hedging?.certain);

/** The hedging words of a passage, lower case, in order, each once: "reportedly", "supposed", "rumors". */
export const hedgesIn = (text: string): string[] => [...new Set(Array.from(text.matchAll(HEDGES), ([word]) => word.toLowerCase()))];

/** uncertain: hearsay or doubt is stated · somewhat: a modal · certain: stressed as sure · unstated: a plain statement. */
export function certaintyOf(text: string): Certainty {
  if (hedgesIn(text).length) return "uncertain";
  if (WEAK_HEDGES.test(text)) return "somewhat";
  return SURE.test(text) ? "certain" : "unstated";
}
