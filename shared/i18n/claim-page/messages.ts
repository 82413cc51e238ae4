/** The words of the claim page by language. */
import { languageOf } from "../messages.ts";
import { de } from "./de.ts";
import { type ClaimWords, en } from "./en.ts";
import { es } from "./es.ts";
import { zh } from "./zh.ts";

const words: Partial<Record<string, ClaimWords>> = { en, de, es, zh };

/** The words of the claim page in a language; English for one that we do not speak. */
export function claimWords(lang: string): ClaimWords {
  return words[languageOf(lang) ?? "en"] ?? en;
}
export type { ClaimWords };
