/** The picture of a story with its caption: a tree in time for a small one, bricks for a big one, nothing for a single document. */
import { durationInWords, messagesOf, type StoryOptions, storyMessages, zoneName } from "../../../shared/i18n/index.ts";
import { pictureKind, type Story, type StoryDocument } from "../../../shared/timeline/story/story.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { type Axis, axisOf } from "./axis.ts";
import { binsOf, hasVagueTimes } from "./bins.ts";
import { storyBricks, vagueInWords } from "./bricks.ts";
import { turningPoint } from "./flags.ts";
import type { GlyphSheet } from "./marks.ts";
import { storyTree } from "./tree.ts";
import { drawnDocuments } from "./tree-layout.ts";

export interface PictureOptions extends StoryOptions {
  /** The address of the page with the list of events; "" if it is this page. */
  elsewhere?: string;
  /** The address of the documents in a step of the bricks, by the first of them. Without it steps are not links. */
  stepLink?: (first: StoryDocument) => string;
}
/** The axis of a story's pictures; null if nothing in the story is dated. */
export function storyAxis(story: Story, options: StoryOptions): Axis | null {
  return story.spread.extent && axisOf(story.spread.extent, options);
}

const sentences = (parts: (string | false)[], lang: string): string =>
  parts.filter(Boolean).join(messagesOf(lang).stop === "。" ? "" : " ");

function treeCaption(story: Story, axis: Axis, options: StoryOptions): Markup {
  const p = storyMessages(options.lang).picture;
  const drawn = drawnDocuments(story);
  const turn = turningPoint(story);
  const { undated } = story.spread;
  const said = sentences(
    [
      drawn.some((d) => d.parent) && p.lines,
      drawn.some((d) => d.parent && !d.parent.sure) && p.likely,
      drawn.some((d) => d.time.precision === "day" || d.time.precision === "range" || d.time.latest === null) && p.dotted,
      turn !== null && p.shaded[turn.kind],
      undated > 0 && p.undated(undated),
      p.zone(zoneName(axis.start, options)),
    ],
    options.lang,
  );
  return html`${said}`;
}
function bricksCaption(story: Story, axis: Axis, options: StoryOptions): Markup {
  const m = messagesOf(options.lang);
  const p = storyMessages(options.lang).picture;
  const { undated } = story.spread;
  const has = (doing: string) => story.documents.some((d) => d.doing === doing);
  const below = (has("carries") || has("disputes")) && html`${m.comma}${p.below} <span class="key below"></span>${p.carries}`;
  const bins = binsOf(story, axis);
  const step = p.steps(durationInWords(bins.step, options), zoneName(axis.start, options));
  const vague = hasVagueTimes(bins) && html`${m.comma}<span class="key when"></span>${vagueInWords(bins.step, options)}`;
  const turn = turningPoint(story);
  const rest = sentences([turn !== null && p.shaded[turn.kind], undated > 0 && p.undated(undated), step], options.lang);
  return html`${p.brick} <span class="key says"></span>${p.says}${has("asks") && html`${m.comma}<span class="key asks"></span>${p.asks}`}${below}${vague}${m.stop} ${rest}`;
}

/** The figure with its one-line key. */
export function storyPicture(story: Story, glyphs: GlyphSheet, options: PictureOptions): Markup {
  const kind = pictureKind(story);
  const axis = storyAxis(story, options);
  if (kind === "none" || !axis) return nothing;
  const [drawing, caption] =
    kind === "tree"
      ? [storyTree(story, axis, glyphs, options), treeCaption(story, axis, options)]
      : [storyBricks(story, axis, glyphs, options), bricksCaption(story, axis, options)];
  return html`<figure class=pic>${drawing}<figcaption class=quiet>${caption}</figcaption></figure>`;
}
