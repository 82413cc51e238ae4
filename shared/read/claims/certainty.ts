/** The certainty of a passage, and its hedges. After the coarse grades of Rubin and FactBank. It says nothing about truth. */

import { chinese, english, packs } from "../../lang/index.ts";
import type { Certainty } from "../../model/sighting.ts";

/** The hedges of all languages with alphabets in one list: hardly any of them is a word of another language. */
const any = (of: "hedges" | "weakHedges") => {
  const others = packs.flatMap(({ tag, unspaced, hedging }) => (tag !== "en" && !unspaced && hedging ? [hedging[of]] : []));
  return new RegExp(`\\b(?:${english.hedging[of]})\\b|(?<!\\p{L})(?:${others.join("|")})(?!\\p{L})`, "giu");
};
const HEDGES = any("hedges");
const WEAK_HEDGES = any("weakHedges");
const SURE = new RegExp(`\\b(?:${english.hedging.certain})\\b`, "iu");
const CHINESE_HEDGES = new RegExp(chinese.hedging.hedges, "gu");
const CHINESE_WEAK_HEDGES = new RegExp(chinese.hedging.weakHedges, "gu");
const CHINESE_SURE = new RegExp(chinese.hedging.certain, "u");
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[0].toLowerCase()))];

/** The hedging words of a passage, lower case, in order, each once: "reportedly", "supposed", "rumors", 据称. */
export function hedgesIn(text: string): string[] {
  const strong = found(text, HEDGES);
  return hasHan(text) ? [...strong, ...found(text, CHINESE_HEDGES)] : strong;
}

/** uncertain: hearsay or doubt is stated · somewhat: a modal · certain: stressed as sure · unstated: a plain statement. */
export function certaintyOf(text: string): Certainty {
  if (hedgesIn(text).length) return "uncertain";
  if (found(text, WEAK_HEDGES).length || (hasHan(text) && found(text, CHINESE_WEAK_HEDGES).length)) return "somewhat";
  return SURE.test(text) || (hasHan(text) && CHINESE_SURE.test(text)) ? "certain" : "unstated";
}
