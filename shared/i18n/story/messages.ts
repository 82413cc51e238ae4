/** The words of the story by language. A language that has none yet is told in English. */
import { fr } from "../embed-only/fr.ts";
import { it } from "../embed-only/it.ts";
import { pt } from "../embed-only/pt.ts";
import { embedLanguages, languageOf } from "../messages.ts";
import { de } from "./de.ts";
import { en, type StoryMessages } from "./en.ts";
import { es } from "./es.ts";
import { zh } from "./zh.ts";

const messages: Partial<Record<string, StoryMessages>> = { en, de, es, zh, fr, it, pt };

/** The words of the story in a language; English for one that we do not speak. */
export function storyMessages(lang: string): StoryMessages {
  return messages[languageOf(lang, embedLanguages) ?? "en"] ?? en;
}
export type { StoryMessages };
