/** The words of the story by language. A language that has none yet is told in English. */
import { languageOf } from "../messages.ts";
import { de } from "./de.ts";
import { en, type StoryMessages } from "./en.ts";
import { es } from "./es.ts";
import { zh } from "./zh.ts";

const messages: Partial<Record<string, StoryMessages>> = { en, de, es, zh };

/** The words of the story in a language; English for one that we do not speak. */
export function storyMessages(lang: string): StoryMessages {
  return messages[languageOf(lang) ?? "en"] ?? en;
}
export type { StoryMessages };
