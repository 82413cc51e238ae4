/** Which of a story's documents a reader asked for. */

import { fold } from "../../text/fold.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { placeOf } from "./arrivals.ts";
import type { StoryDocument } from "./story.ts";

/** "" leaves nothing out. */
export interface Choice {
  /** What the document does with the claim; `answers`: it carries an answer or disputes the claim. */
  doing: "" | "says" | "asks" | "answers";
  /** As `placeOf` names it. */
  place: string;
  /** A primary language tag. */
  language: string;
  /** Certainly later than the first denial. */
  after: boolean;
  /** Words that must all occur in its text, its title or the name of its author. */
  words: string;
}

/** Whether a choice leaves something out. */
export function narrows(choice: Choice): boolean {
  return choice.doing !== "" || choice.place !== "" || choice.language !== "" || choice.after || choice.words.trim() !== "";
}

/** What a document does, by the three groups that readers choose from. */
export function groupOf({ doing }: StoryDocument): Exclude<Choice["doing"], ""> {
  return doing === "says" || doing === "asks" ? doing : "answers";
}

function wordsOf({ event }: StoryDocument): string {
  return [event.author, event.title, event.quote?.exact, event.excerpt, event.response?.actor.name, ...(event.response?.quotes ?? [])]
    .filter(Boolean)
    .join(" ");
}

/** The documents of a choice, in the order given. Linear in their words. */
export function chosen(documents: readonly StoryDocument[], choice: Choice): StoryDocument[] {
  const words = fold(choice.words).split(/\s+/u).filter(Boolean);
  return documents.filter((document) => {
    if (choice.doing && groupOf(document) !== choice.doing) return false;
    if (choice.place && placeOf(document) !== choice.place) return false;
    if (choice.language && primaryTag(document.event.lang ?? "") !== choice.language) return false;
    if (choice.after && !document.after) return false;
    if (words.length === 0) return true;
    const text = fold(wordsOf(document));
    return words.every((word) => text.includes(word));
  });
}
