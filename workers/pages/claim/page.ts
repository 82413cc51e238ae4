/** What the sections of a claim's page are made from. */
import { type ClaimWords, plain, type StoryOptions } from "../../../shared/i18n/index.ts";
import type { Forest } from "../../../shared/timeline/story/branches.ts";
import type { Choice } from "../../../shared/timeline/story/choose.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { MIN_BRICKS, type Story } from "../../../shared/timeline/story/story.ts";
import type { GlyphSheet } from "../picture/marks.ts";
import { html, type Markup } from "../ui/html.ts";

/** What a reader asked to see of the page. */
export interface Asked extends Choice {
  /** A day of the list, "2026-03-05" in the shown zone; "" for the day of the first answer. */
  day: string;
  /** Documents of the list that come before the first shown one. */
  from: number;
  /** All changes of wording, not the three most telling. */
  changes: boolean;
}

/** Everything that a section may draw on. Nothing in it depends on who looks: readers and editors are shown the same. */
export interface Section {
  story: Story;
  forest: Forest;
  asked: Asked;
  /** Documents that were not read, of a claim that has very many. */
  left: number;
  words: ClaimWords;
  glyphs: GlyphSheet;
  /** Titles of sections that an editor wrote, by the id of the section. */
  titles: NonNullable<EmbedSettings["titles"]>;
  options: StoryOptions;
  baseUrl: string;
  /** The address of the claim. */
  path: string;
  /** What every address of the page keeps, as parameters: the moment, language and zone that are shown; "" for none. */
  kept: string;
}
/** The address of the page with parameters, "day=2026-03-05"; "" for none. */
export function linkTo({ path, kept }: Pick<Section, "path" | "kept">, parameters: string): string {
  const query = [kept, parameters].filter(Boolean).join("&");
  return query ? `${path}?${query}` : path;
}

/** Whether a story has too many documents for a tree and a list of full rows. */
export const isLong = ({ story }: Pick<Section, "story">): boolean => story.documents.length >= MIN_BRICKS;

/** The title of a section: the editor's, else the one that states what was found. */
export const titleOf = ({ titles }: Pick<Section, "titles">, id: keyof Section["titles"], found: string): Markup =>
  html`<h2>${titles[id] ? html`<span dir=auto>${plain(titles[id], 90)}</span>` : found}</h2>`;

/** A share as a percentage for an attribute. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
