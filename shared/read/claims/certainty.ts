/** How surely a passage puts what it says, and the words that hedge it. After Rubin's and FactBank's coarse grades; no claim about truth. */

import { en } from "../../lang/cues.en.ts";
import { zh } from "../../lang/cues.zh.ts";
import { cueGrammars } from "../../lang/index.ts";
import type { Certainty } from "../../model/sighting.ts";

/** The words of all languages written in letters at once: hardly any of them is a word of another. */
const any = (own: string, of: "hedges" | "weakHedges") =>
  new RegExp(
    `\\b(?:${own})\\b|(?<!\\p{L})(?:${Object.values(cueGrammars)
      .map((grammar) => grammar[of])
      .join("|")})(?!\\p{L})`,
    "giu",
  );
const STRONG_EN = any(en.hedges, "hedges");
const WEAK_EN = any(en.weakHedges, "weakHedges");
const SURE_EN = new RegExp(`\\b(?:${en.certain})\\b`, "iu");
const STRONG_ZH = new RegExp(`(?:${zh.hedges})`, "gu");
const WEAK_ZH = new RegExp(`(?:${zh.weakHedges})`, "gu");
const SURE_ZH = new RegExp(`(?:${zh.certain})`, "u");
const chinese = (text: string) => /\p{Script=Han}/u.test(text);

const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[0].toLowerCase()))];

/** The hedging words of a passage, lower case, in order, each once: "reportedly", "supposed", "rumors", 据称. */
export function hedgesIn(text: string): string[] {
  const strong = found(text, STRONG_EN);
  return chinese(text) ? [...strong, ...found(text, STRONG_ZH)] : strong;
}

/** uncertain: hearsay or doubt is stated · somewhat: a modal · certain: stressed as sure · unstated: a plain statement. */
export function certaintyOf(text: string): Certainty {
  if (hedgesIn(text).length) return "uncertain";
  if (found(text, WEAK_EN).length || (chinese(text) && found(text, WEAK_ZH).length)) return "somewhat";
  return SURE_EN.test(text) || (chinese(text) && SURE_ZH.test(text)) ? "certain" : "unstated";
}
