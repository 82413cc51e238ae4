/** The words of the story by language. */
import { type Story, turnOf } from "../../timeline/story/story.ts";
import { type Language, languageOf } from "../general/messages.ts";
import type { LocaleOptions } from "../time.ts";
import { de } from "./de.ts";
import { en, type StoryMessages, type Turn } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

const messages: Record<Language, StoryMessages> = { en, de, es, fr, it, pt, zh };

/** The words of the story in a language; English for one that we do not speak. */
export function storyMessages(lang: string): StoryMessages {
  return messages[languageOf(lang) ?? "en"];
}
export type { StoryMessages };

/** The turning point of a story as its sentences need it: "the denial", or "the correction". */
export const turnInWords = (story: Story, { lang }: LocaleOptions): Turn => storyMessages(lang).turns[turnOf(story)];
