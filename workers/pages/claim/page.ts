/** The data of the sections of a claim's page. */
import { type ClaimWords, plain, type StoryOptions } from "../../../shared/i18n/index.ts";
import type { Forest } from "../../../shared/timeline/story/branches.ts";
import type { Choice } from "../../../shared/timeline/story/choose.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { MIN_BRICKS, type Story } from "../../../shared/timeline/story/story.ts";
import type { GlyphSheet } from "../picture/marks.ts";
import { html, type Markup } from "../ui/html.ts";

/** What the address asks to show. */
export interface ClaimQuery extends Choice {
  /** A day of the list, "2026-03-05" in the shown zone; "" for the day of the first answer. */
  day: string;
  /** Documents of the list that come before the first shown one. */
  from: number;
  /** Whether to show all changes of wording, instead of the three most important ones. */
  changes: boolean;
}

/** The data that every section gets. It does not depend on the viewer: readers and editors see the same page. */
export interface Section {
  story: Story;
  forest: Forest;
  asked: ClaimQuery;
  /** The number of documents that were not loaded, for a claim with very many. */
  left: number;
  words: ClaimWords;
  glyphs: GlyphSheet;
  /** Titles of sections that an editor wrote, by the id of the section. */
  titles: NonNullable<EmbedSettings["titles"]>;
  options: StoryOptions;
  baseUrl: string;
  /** The address of the claim. */
  path: string;
  /** Parameters that all links of the page keep: moment, language and time zone; "" for none. */
  kept: string;
}
/** The address of the page with parameters, "day=2026-03-05"; "" for none. */
export function linkTo({ path, kept }: Pick<Section, "path" | "kept">, parameters: string): string {
  const query = [kept, parameters].filter(Boolean).join("&");
  return query ? `${path}?${query}` : path;
}

/** Whether a story has too many documents for a tree and a list of full rows. */
export const isLong = ({ story }: Pick<Section, "story">): boolean => story.documents.length >= MIN_BRICKS;

/** The title of a section: the editor's, else one that states the finding. */
export const titleOf = ({ titles }: Pick<Section, "titles">, id: keyof Section["titles"], found: string): Markup =>
  html`<h2>${titles[id] ? html`<span dir=auto>${plain(titles[id], 90)}</span>` : found}</h2>`;

/** A share as a percentage for an attribute. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
