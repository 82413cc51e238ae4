/**
 * Draws a small story as a tree over time: which document came from which, when, and when the response came. HTML over
 * an SVG with x in per cent and y in px.
 */
import { DAY } from "../../../shared/durations.ts";
import {
  documentName,
  hedgesInWords,
  kindOf,
  messagesOf,
  originInWords,
  placeName,
  type StoryOptions,
  storyMessages,
  storyMoment,
} from "../../../shared/i18n/index.ts";
import { listed, platformName } from "../../../shared/i18n/name.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { isDated } from "../../../shared/timeline/story/extent.ts";
import { mixOf, type Story } from "../../../shared/timeline/story/story.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { anchorOf, leads } from "./anchor.ts";
import { type Axis, axisLabels, axisLines, NARROW, percent, textWidth, WIDE } from "./axis.ts";
import { MIN_GAP, noteMarkup } from "./bricks.ts";
import { flagLabels, flagLines, flagStems, flagsHeight, flagsOf } from "./flags.ts";
import { sideClasses, sideOf } from "./labels.ts";
import { type GlyphSheet, glyphOf, mark } from "./marks.ts";
import type { PictureOptions } from "./picture.ts";
import { type TreeRow, treeRows } from "./tree-layout.ts";

/** Height of a row, and the position of the mark in it, in px. */
const ROW = 39;
const MIDDLE = 22;
/** Minimum number of empty days for a note. Between two mornings one passes anyway. */
const MIN_QUIET = 2;
/** Height of a note below the rows. */
const NOTE = 17;
const LETTER = 7.4;
const SMALL_LETTER = 6.8;

interface RowWords {
  name: string;
  place: string;
  /** Words after the place, only if the picture is wide. */
  aside: string;
}

/** ", “apparently”": the hedge, or the reason for the position of its mark; "" for most. */
function asideOf(row: TreeRow, story: Story, options: StoryOptions): string {
  const said = asideWords(row, story, options);
  return said && `${messagesOf(options.lang).comma}${said}`;
}
function asideWords(row: TreeRow, story: Story, options: StoryOptions): string {
  const p = storyMessages(options.lang).picture;
  const [document] = row.documents;
  if (!document) return "";
  const { time, event } = document;
  if (row.range && time.earliest === null && time.latest !== null) return storyMoment(time, story, options);
  if (time.precision === "day" && !document.observed) return p.hourUnknown;
  const hedges = hedgesInWords({ ...event, hedges: event.hedges.slice(0, 1) }, options);
  if (hedges) return hedges;
  const origin = originInWords(document, story, options);
  return row.x > 0 && document.doing === "says" && event.role !== "evidence" && origin === p.noSourceFound ? origin : "";
}

/** The words of a row's label. */
export function rowWords(row: TreeRow, story: Story, options: StoryOptions): RowWords {
  const m = messagesOf(options.lang);
  const { picture: p, answers } = storyMessages(options.lang);
  const [document] = row.documents;
  if (!document) return { name: "", place: "", aside: "" };
  const n = row.documents.length;
  // A source that others name is no post and no article.
  const drawn = row.documents.filter(({ id }) => !isNamedSource(id));
  const places = [...new Set(drawn.map(({ event }) => placeName(event) ?? kindOf(event, m)))].slice(0, 3);
  if (row.kind !== "one") {
    const place = listed(places, m);
    if (row.kind === "reposts") return { name: p.reposts(n), place, aside: "" };
    if (row.kind === "unnamed") return { name: p.unnamed(n), place, aside: asideOf(row, story, options) };
    const names = new Set(row.documents.map(({ event }) => documentName(event, options)));
    return { name: drawn.length ? answers.documents(drawn.length, mixOf(drawn)) : listed([...names], m), place, aside: "" };
  }
  const name = documentName(document.event, options);
  const host = placeName(document.event) ?? "";
  const isSite = host === "" || host.toLowerCase() === name.toLowerCase() || (document.event.platform ?? "web") === "web";
  let where = document.event.platform ? platformName(document.event.platform, m) : host;
  if (isSite && document.event.place === null) where = kindOf(document.event, m);
  // "Post on a militant website" already names the place.
  const place = name.toLowerCase().endsWith(where.toLowerCase()) ? kindOf(document.event, m) : where;
  return { name, place, aside: document === story.first && document.observed ? "" : asideOf(row, story, options) };
}

const x = (n: number): string => `${percent(n)}%`;

/** Trunks and branches: one trunk per parent down to its last child, an elbow to each child at its time. */
function lines(rows: readonly TreeRow[], middle: (i: number) => number): Markup {
  return html`${rows.map((row, i) => {
    const y = middle(i);
    const last = rows.findLastIndex(({ parent }) => parent === i);
    const trunk = last > i && html`<line x1="${x(row.x)}" x2="${x(row.x)}" y1=${y} y2=${middle(last)} />`;
    const from = row.parent === null ? null : (rows[row.parent]?.x ?? null);
    const solidTo = row.range ? Math.max(row.range.low, from ?? 0) : row.x;
    const branch =
      from !== null && html`<line${row.sure ? nothing : html` class=likely`} x1="${x(from)}" x2="${x(solidTo)}" y1=${y} y2=${y} />`;
    const range = row.range && html`<line class=when x1="${x(row.range.low)}" x2="${x(row.range.high)}" y1=${y} y2=${y} />`;
    return html`${trunk}${branch}${range}`;
  })}`;
}

interface LabelPlace {
  top: number;
  /** Where the tinted ground begins, in per cent. */
  turn: number | undefined;
  /** The positions of the stems of flags, in per cent. */
  stems: readonly number[];
  /** The position of the trunk that leads to the row, in per cent; null for a row without a parent. */
  trunk: number | null;
}
function label(row: TreeRow, { top, turn, stems, trunk }: LabelPlace, words: RowWords, sheet: GlyphSheet, elsewhere = ""): Markup {
  const event = row.documents[0]?.event;
  if (!event) return nothing;
  const width = Math.max(textWidth(words.name, LETTER), 16 + textWidth(words.place, SMALL_LETTER));
  const whole = Math.max(width, 16 + textWidth(words.place + words.aside, SMALL_LETTER));
  // The aside is left out if the label fits only without it.
  const side = (labelWidth: number) => sideOf({ x: row.x, width: labelWidth, picture: WIDE, trunk, stems });
  const room = side(whole) === "right" || side(width) !== "right";
  const aside = room ? words.aside : "";
  const wide = aside ? whole : width;
  const sides = sideClasses({ x: row.x, width, wideWidth: wide, trunk, stems, turn });
  const from = trunk === null ? "" : `;--t:${percent(trunk)}`;
  const at = sheet.place(`--x:${percent(row.x)};top:${top}px${/[nw]t/.test(sides) ? from : ""}`);
  const glyph = sheet.use(glyphOf(event));
  return html`<span class="label ${at} ${sides}"><a ${leads(
    `#${anchorOf(event)}`,
    elsewhere,
  )}><bdi>${words.name}</bdi></a><i>${glyph}<bdi>${words.place}</bdi>${aside && html`<span class=wide>${aside}</span>`}</i></span>`;
}

/**
 * The longest stretch of time that certainly has no document and no response, as parts of the axis (per cent), and its whole days; null if it is
 * short. A document of vague time may be anywhere in its range.
 */
export function quietIn({ documents, acts }: Story, axis: Axis): { from: number; to: number; days: number } | null {
  const spans = [
    ...documents.filter(({ time }) => isDated(time)).map(({ time }) => [time.earliest ?? axis.start, time.latest ?? axis.end] as const),
    ...acts.flatMap(({ at, published }) => (at === null ? [] : [[published.earliest ?? at, published.latest ?? at] as const])),
  ].sort(([a], [b]) => a - b);
  let from = 0;
  let to = 0;
  let reached = Number.POSITIVE_INFINITY;
  for (const [earliest, latest] of spans) {
    if (earliest - reached > to - from) [from, to] = [reached, earliest];
    reached = reached === Number.POSITIVE_INFINITY ? latest : Math.max(reached, latest);
  }
  const days = Math.floor((to - from) / DAY);
  return days >= MIN_QUIET && (to - from) / (axis.end - axis.start) >= MIN_GAP ? { from: axis.at(from), to: axis.at(to), days } : null;
}
/** Notes below the rows, where they fit, that nothing was known for some days. */
function quietNotes(
  story: Story,
  axis: Axis,
  place: { top: number; turn: number | null },
  options: StoryOptions,
  sheet: GlyphSheet,
): Markup[] {
  const quiet = quietIn(story, axis);
  if (!quiet) return [];
  const text = storyMessages(options.lang).picture.quiet(quiet.days);
  const css = `quiet${place.turn !== null && quiet.from >= place.turn ? " tinted" : ""}`;
  const width = (picture: number) => (textWidth(text, SMALL_LETTER) / picture) * 100;
  return (
    [
      [WIDE, "wide"],
      [NARROW, "narrow"],
    ] as const
  ).flatMap(([picture, shown]) =>
    width(picture) <= quiet.to - quiet.from
      ? noteMarkup(
          { x: (quiet.from + quiet.to - width(picture)) / 2, y: place.top, css, lines: [{ text, css: "" }], worth: 0 },
          shown,
          sheet,
        )
      : [],
  );
}

/** The tree of a story on its axis. Labels are links to the events. */
export function storyTree(story: Story, axis: Axis, glyphs: GlyphSheet, options: PictureOptions): Markup {
  const rows = treeRows(story, axis);
  const { flags, more } = flagsOf(story, axis, options);
  const head = flagsHeight(flags);
  const end = head + rows.length * ROW;
  const middle = (i: number) => head + MIDDLE + i * ROW;
  const turn = flags.find((flag) => flag.main);
  const notes = quietNotes(story, axis, { top: end, turn: turn?.x ?? null }, options, glyphs);
  const height = end + (notes.length ? NOTE : 0) + 4;
  const stems = flags.map((flag) => flag.x);
  const labels = rows.map((row, i) => {
    const place = { top: middle(i), turn: turn?.x, stems, trunk: rows[row.parent ?? -1]?.x ?? null };
    return label(row, place, rowWords(row, story, options), glyphs, options.elsewhere);
  });
  const marks = rows.map((row, i) => {
    const lane = row.documents[0] === story.first ? "first" : "spread";
    const dated = row.hollow ? "hollow" : "full";
    const state = row.range ? "range" : dated;
    const place = glyphs.place(`--x:${percent(row.x)};top:${middle(i)}px`);
    const event = row.documents[0]?.event;
    // The label beside it is the same link for the keyboard and screen readers.
    return html`<a class="mark ${place}" ${event && leads(`#${anchorOf(event)}`, options.elsewhere)} tabindex=-1 aria-hidden=true>${mark(lane, state)}</a>`;
  });
  return html`<div class="tree ${glyphs.place(
    `height:${height}px`,
  )}" role=group aria-label="${storyMessages(options.lang).picture.label}"><svg aria-hidden=true>${flagLines(flags, height)}${axisLines(
    axis,
    head,
    height,
  )}${lines(rows, middle)}${flagStems(flags, height)}</svg>${marks}${labels}${notes}${flagLabels({ flags, more }, story, glyphs, options)}</div>${axisLabels(axis, glyphs)}`;
}
