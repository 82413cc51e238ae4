/** The words of the claim page by language. */
import { type Language, languageOf } from "../general/messages.ts";
import { de } from "./de.ts";
import { type ClaimWords, en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

const words: Record<Language, ClaimWords> = { en, de, es, fr, it, pt, zh };

/** The words of the claim page in a language; English for one that we do not speak. */
export function claimWords(lang: string): ClaimWords {
  return words[languageOf(lang) ?? "en"];
}
export type { ClaimWords };
