/** The page of a claim: a function of its timeline, the same for readers and editors. */

import { raw } from "hono/html";
import { claimReviewOf } from "../../../shared/html/claim-review.ts";
import { claimWords as desk } from "../../../shared/i18n/desk/claim.en.ts";
import {
  claimWords,
  instantInWords,
  messagesOf,
  plain,
  quote,
  type StoryOptions,
  storyMessages,
  storySentence,
} from "../../../shared/i18n/index.ts";
import { forestOf } from "../../../shared/timeline/story/branches.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { type Story, storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { noteOf } from "../embed/page.ts";
import type { Axis } from "../picture/axis.ts";
import { binsOf } from "../picture/bins.ts";
import { storyHead } from "../picture/head.ts";
import { GlyphSheet } from "../picture/marks.ts";
import { storyAxis, storyPicture } from "../picture/picture.ts";
import { html, type Markup, nothing, type Page, pathPart } from "../ui/html.ts";
import { isForResearch } from "../ui/research.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { answersSection } from "./answers.ts";
import { asksForPart } from "./asked.ts";
import { branchesSection, branchesTitle } from "./branches.ts";
import { changesSection } from "./changes.ts";
import { footSection } from "./foot.ts";
import { lengthOf, listSection } from "./list.ts";
import { type ClaimQuery, isLong, type Section, titleOf } from "./page.ts";
import { placesSection } from "./places.ts";
import { sourcesSection } from "./sources.ts";
import { stepsFold } from "./steps.ts";

/** A format in which the claim's timeline is offered at `/c/{id}.{suffix}`. */
export interface OfferedFormat {
  name: string;
  label: string;
  suffix: string;
  type: string;
  /** For following: the newest events first. */
  newest?: true;
}
export interface ClaimOptions extends StoryOptions {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  viewer: Viewer;
  formats: readonly OfferedFormat[];
  /** The language parameter for links to other pages: "?lang=de" if the address has one, else "". */
  query: string;
  /** Parameters that all links to this page keep: language, time zone and moment. */
  kept: string;
  asked: ClaimQuery;
  /** The newsroom's texts for the claim: headline, sentence, note, short names. */
  settings: EmbedSettings;
  /** The number of sightings that were not loaded. */
  left: number;
  /** The address of the present state, if a past one is shown. */
  live: string | null;
  /** For a past moment, the block of the log that seals it; null if no block does yet. */
  seal?: { number: number; hash: string } | null;
}

function sectionOf(story: Story, options: ClaimOptions): Section {
  const { baseUrl, kept, asked, left } = options;
  const { tz, lang, settings } = options;
  return {
    story,
    forest: forestOf(story.documents),
    asked,
    left,
    words: claimWords(lang),
    glyphs: new GlyphSheet(),
    titles: settings.titles ?? {},
    options: { tz, lang, short: settings.short },
    baseUrl,
    path: `${baseUrl}/c/${pathPart(story.timeline.claim.id)}`,
    kept,
  };
}

/** Title, description and preview of the page, its other formats, and what it is about for search engines. */
function headOf(story: Story, path: string, title: string, options: ClaimOptions): Markup {
  const oembed = `${options.baseUrl}/oembed?url=${encodeURIComponent(path)}`;
  return html`<link rel=canonical href="${path}">
<meta name=description property=og:description content="${storySentence(story, options)}">
<meta property=og:type content=article><meta property=og:url content="${path}">
<meta property=og:title content="${storyMessages(options.lang).title(title)}">
<meta property=og:image content="${path}/card.png${options.query}">
<meta property=og:image:width content=1200><meta property=og:image:height content=630>
<meta name=twitter:card content=summary_large_image>
<link rel=alternate type="application/json+oembed" href="${oembed}&format=json" title="${title}">
<link rel=alternate type="text/xml+oembed" href="${oembed}&format=xml" title="${title}">${options.formats.map(
    ({ name, label, suffix, type, newest }) =>
      (newest || name === "json") && html`<link rel=alternate type="${type.replace(/;.*/, "")}" href="${path}.${suffix}" title="${label}">`,
  )}`;
}

/**
 * Ratings by third parties as JSON-LD for search engines; nothing for a claim without ratings. The content security
 * policy does not apply to data.
 */
function reviewsOf({ claim, verdicts, events, firstKnown }: Timeline, path: string): Markup {
  if (!verdicts.length) return nothing;
  const first = events.find((event) => event.id === firstKnown?.eventId);
  // "First known" is no author: whoever published that need not have made the claim.
  const about = first?.url ? { firstAppearance: { "@type": "CreativeWork", url: first.url } } : {};
  const reviews = verdicts.map((verdict) => claimReviewOf(path, claim.text, verdict, about));
  const data = JSON.stringify({ "@context": "https://schema.org", "@graph": reviews }).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">${raw(data)}</script>`;
}

/** Which document came from which, as a tree; nothing if there is nothing to draw. */
function treeSection(section: Section): Markup {
  const picture = storyPicture(section.story, section.glyphs, section.options);
  return String(picture) === "" ? nothing : html`<section id=who>${titleOf(section, "who", branchesTitle(section))}${picture}</section>`;
}
/** A long story as bricks, and the same in words. */
function bigPicture(section: Section): Markup {
  const { story, glyphs, options } = section;
  const axis = storyAxis(story, options);
  if (!isLong(section) || !axis) return nothing;
  return html`${storyPicture(story, glyphs, options)}${stepsFold(section, axis, binsOf(story, axis))}`;
}
/** The steps of the large picture as time spans, for the smaller pictures. */
function spansOf(story: Story, axis: Axis): { from: number; to: number }[] {
  const { step, bins } = binsOf(story, axis);
  return bins.map((_, i) => ({ from: axis.start + i * step, to: axis.start + (i + 1) * step }));
}

/** The sections in the order of the page, each with its entry in the list of contents; those that are empty are left out. */
function bodyOf(section: Section): { contents: Markup; sections: Markup } {
  const { story, words, options } = section;
  const long = isLong(section);
  const c = words.contents;
  const axis = storyAxis(story, options);
  const denial = axis && story.denial?.at ? axis.at(story.denial.at) : null;
  const parts: (readonly [id: string, name: string, markup: Markup])[] = [
    ...(long ? [] : [["who", c.who, treeSection(section)] as const]),
    ["answers", story.acts.length > 1 ? c.answers : c.answer, answersSection(section)],
    ...(long && axis ? [["who", c.who, branchesSection(section, axis, denial)] as const] : []),
    ["where", c.where, axis && long ? placesSection(section, axis, spansOf(story, axis), denial) : nothing],
    ["changes", c.changes, changesSection(section)],
    ["sources", c.sources, sourcesSection(section)],
    ["all", c.all(lengthOf(section)), listSection(section)],
  ];
  const there = parts.filter(([, , markup]) => String(markup) !== "");
  return {
    // Two sections need no table of contents.
    contents:
      there.length > 2
        ? html`<nav class=toc aria-label="${c.title}">${there.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav>`
        : nothing,
    sections: html`${there.map(([, , markup]) => markup)}`,
  };
}

/** A note on the past moment that is shown, with a link to the present state. */
function pastNote({ story, words, options, baseUrl }: Section, live: string | null, seal: ClaimOptions["seal"]): Markup {
  const { asOf } = story.timeline;
  if (asOf === null) return nothing;
  const block =
    seal &&
    html` <a href="${baseUrl}/v1/log/blocks?after=${seal.number - 1}&limit=1">${words.foot.sealed(seal.number)} <code>${seal.hash.slice(0, 16)}</code></a>`;
  return html`<p class=then>${words.foot.asKnown(instantInWords(asOf, options))}${block}${live && html` <a href="${live}">${words.foot.now}</a>`}</p>`;
}

/** The page of a claim. */
export function claimPage(timeline: Timeline, options: ClaimOptions): Page {
  const { claim } = timeline;
  const { baseUrl, lang, query, viewer } = options;
  const story = storyOf(timeline);
  const section = sectionOf(story, options);
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const title = plain(quote(claim.text, messagesOf(lang)), 120);
  const { contents, sections } = bodyOf(section);
  const say = section.options;
  const main = html`${
    claim.visibility === "private" && html`<p class=research lang=en>${desk.preview.private}</p>`
  }<div class=top>${pastNote(section, options.live, options.seal)}${storyHead(
    story,
    { ...options.settings, note: noteOf(options.settings.note) },
    say,
  )}</div>${bigPicture(section)}${contents}${sections}`;
  const foot = html`${footSection(section, options.formats, path, query, options.live)}${section.glyphs.definitions()}`;
  return shell({
    baseUrl,
    title,
    main,
    foot,
    style: "claim.css",
    head: html`${headOf(story, path, title, options)}${claim.visibility === "public" && reviewsOf(timeline, path)}`,
    lang,
    query,
    claim: { path, isPublic: claim.visibility === "public" },
    // An earlier version may say something about a person that was taken back since.
    noindex: isForResearch() || claim.visibility !== "public" || timeline.asOf !== null || asksForPart(options.asked),
    viewer: viewer.by === null ? null : viewer,
    rules: section.glyphs.rules(),
    ...(isLong(section) && { scripts: ["claim.js"], connects: true, forms: true }),
  });
}
