/**
 * Draws a big story as bricks, one per document: above the line if it states or asks about the claim, below if it carries a response or disputes
 * the claim. HTML over an SVG with x in per cent and y in px.
 */

import { sumOf } from "../../../shared/collections.ts";
import { DAY } from "../../../shared/durations.ts";
import {
  daysInWords,
  documentName,
  durationInWords,
  messagesOf,
  type StoryOptions,
  spansYears,
  storyMessages,
  wallClock,
} from "../../../shared/i18n/index.ts";
import { twoDigits } from "../../../shared/iso.ts";
import { isDated } from "../../../shared/timeline/story/extent.ts";
import { mixOf, type Story, type StoryDocument, turnOf } from "../../../shared/timeline/story/story.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { leads } from "./anchor.ts";
import { type Axis, axisLabels, axisLines, NARROW, percent, textWidth, WIDE } from "./axis.ts";
import { type Bins, binsOf, fits, gapOf, hasVagueTimes, peakOf, surelyIn } from "./bins.ts";
import { type Box, Canvas } from "./boxes.ts";
import { FLAG_ROW, type Flag, flagLabels, flagLines, flagStems, flagsHeight, flagsOf, flagWidth } from "./flags.ts";
import { sideOf } from "./labels.ts";
import type { GlyphSheet } from "./marks.ts";
import type { PictureOptions } from "./picture.ts";

/** Maximum height of a bar above the line, the normal height of a brick, its minimum, and its maximum where bars are lower than `LOW_BAR`, in px. */
const MAX_BAR = 180;
const BRICK = 5;
const MIN_BRICK = 2;
const MAX_BRICK = 8;
const LOW_BAR = 48;
const LETTER = 7.2;
const NARROW_LETTER = 6.7;
/** Factor by which bold letters are wider. */
const BOLD = 1.12;
const LINE = 17;
/** Maximum number of links along a picture, so that each is wide enough for a finger (24 px), and of names in each link. */
const MAX_LINKS = { narrow: 10, wide: 20 };
const NAMES_A_STEP = 3;
/** Fraction of a bin's width that its bar fills. */
const FILL = 0.88;
/** A part of the axis without documents is annotated as a gap if it is at least this fraction. */
export const MIN_GAP = 0.15;

interface Layout {
  bins: Bins;
  flags: Flag[];
  more: number;
  /** The top of the highest flag, in px. First known stands above the flags if its words find no other place. */
  flagsTop: number;
  /** Height of a brick with its gap. */
  brick: number;
  /** The top of the tallest possible bar, the line, and the bottom, in px. */
  top: number;
  base: number;
  bottom: number;
  firstX: number | null;
  /** Whether the time of First known is known to within a step. */
  firstSure: boolean;
}
interface Line {
  text: string;
  /** Class of its colour; "title" is bold. */
  css: string;
}
/** One annotation: its position, in per cent and px, and its lines. */
interface Note {
  x: number;
  y: number;
  css: string;
  lines: Line[];
  /** How much higher (in rows, px of a flag) a picture may become to make room for it. */
  worth: number;
}

/** Extra rows for words: above the flags, and between flags and bars. */
interface Spare {
  above: 0 | 1;
  between: number;
}
interface LayoutChoices {
  /** The height (px) of the tallest bar, at most. */
  maxBar?: number;
  spare?: Spare;
  /** The bins and flags of another layout of the same picture. */
  drawn?: Pick<Layout, "bins" | "flags" | "more">;
}
/** The layout of a picture. */
export function bricksLayout(story: Story, axis: Axis, options: StoryOptions, choices: LayoutChoices = {}): Layout {
  const { maxBar = MAX_BAR, spare = { above: 0, between: 0 } } = choices;
  const { bins, flags, more } = choices.drawn ?? { bins: binsOf(story, axis), ...flagsOf(story, axis, options) };
  const tallest = Math.max(1, ...bins.bins.map((bin) => bin.says + bin.asks));
  const lowest = Math.max(0, ...bins.bins.map((bin) => bin.below));
  const most = Math.max(BRICK, Math.min(MAX_BRICK, Math.floor(LOW_BAR / Math.max(tallest, lowest))));
  const brick = Math.max(MIN_BRICK, Math.min(most, Math.floor(maxBar / tallest)));
  const scale = Math.min(1, maxBar / (tallest * brick));
  // Bars left of the flags may be beside their words; bars under the flags stay below them.
  const under = flags.some((flag) => flag.x > 55) ? 0 : Math.min(100, ...flags.map((flag) => flag.x));
  const below = bins.bins.filter((_, i) => (i + 1) * bins.width > under).map((bin) => bin.says + bin.asks);
  const height = (n: number) => Math.ceil(n * brick * scale);
  const flagsTop = spare.above * FLAG_ROW;
  const flagged = flagsTop + flagsHeight(flags) + (flags.length > 0 ? height(Math.max(0, ...below)) : 0) + 4;
  const base = Math.max(FLAG_ROW + height(tallest), flagged) + spare.between * FLAG_ROW;
  // First known is drawn as early as its time allows, because what was taken from it comes after it.
  const time = story.first?.time;
  const at = time && isDated(time) ? (time.earliest ?? axis.start) : null;
  return {
    bins,
    flags,
    more,
    flagsTop,
    brick: brick * scale,
    top: base - height(tallest),
    base,
    bottom: base + Math.max(8, Math.ceil(lowest * brick * scale) + 4),
    firstX: at === null ? null : axis.at(at),
    firstSure: time !== undefined && fits(time, bins.step),
  };
}

const x = (n: number): string => `${percent(n)}%`;

/** The start and width of a bin's bar, in per cent; the axis may end within the last bin. */
export function barAt({ width }: Bins, i: number): { left: number; width: number } {
  const left = (i + (1 - FILL) / 2) * width;
  return { left, width: Math.min(width * FILL, 100 - left) };
}

/** The patterns of a bar above the line, from the line up. */
const ABOVE = ["says", "asks", "says-when", "asks-when"];
/** One rectangle per bar, filled with a pattern of bricks that starts at the line. */
function bars({ bins, brick, base }: Layout): Markup {
  const bar = (i: number, fill: string, y: number, height: number) => {
    const { left, width } = barAt(bins, i);
    return height > 0 && html`<rect fill="url(#${fill})" x="${x(left)}" width="${x(width)}" y=${percent(y)} height=${percent(height)} />`;
  };
  return html`${bins.bins.map((bin, i) => {
    let above = base;
    let below = base + 1;
    // The documents that certainly belong there are next to the line.
    const parts = [bin.says - bin.vague.says, bin.asks - bin.vague.asks, bin.vague.says, bin.vague.asks].map((n) => n * brick);
    const stacked = parts.map((height, part) => bar(i, ABOVE[part] ?? "", (above -= height), height));
    const lower = [bin.below - bin.vague.below, bin.vague.below].map((n) => n * brick);
    const hung = lower.map((height, part) => {
      below += height;
      return bar(i, part === 0 ? "below" : "below-when", below - height, height);
    });
    return html`${stacked}${hung}`;
  })}`;
}
/** The space between bricks of a height, both in px. */
export function brickGap(height: number): number {
  if (height >= 4) return 1;
  return height >= 2 ? 0.6 : 0;
}
function patterns({ bins, brick, base }: Layout): Markup {
  const gap = brickGap(brick);
  const hasVague = hasVagueTimes(bins);
  const pattern = (name: string, from: number, width = 8, end = "") =>
    html`<pattern id=${name}${
      end
    } width=8 height=${percent(brick)} y=${percent(from)} patternUnits=userSpaceOnUse><rect class=${name} y=${gap} width=${width} height=${percent(brick - gap)} /></pattern>`;
  const all = (width?: number, end?: string) =>
    html`${pattern("says", base % brick, width, end)}${pattern("asks", base % brick, width, end)}${pattern("below", (base + 1) % brick, width, end)}`;
  return html`<defs>${all()}${hasVague && all(4, "-when")}</defs>`;
}

/** The width of a line in px in a picture of a width. */
const lineWidth = ({ text, css }: Line, picture: number): number =>
  textWidth(text, (picture === NARROW ? NARROW_LETTER : LETTER) * (css === "title" ? BOLD : 1));

/** The areas that are occupied from the start: bars, and flags with their stems. */
function canvasOf(layout: Layout, width: number, options: StoryOptions): Canvas {
  const canvas = new Canvas(width);
  const { bins, flags, flagsTop, brick, base, bottom } = layout;
  bins.bins.forEach((bin, i) => {
    const height = (bin.says + bin.asks) * brick;
    if (height > 0) canvas.take({ x: ((i * bins.width) / 100) * width, y: base - height, width: (bins.width / 100) * width, height });
  });
  flags.forEach((flag, i) => {
    const at = (flag.x / 100) * width;
    const rest = layout.more > 0 && i === flags.length - 1 ? ` ${storyMessages(options.lang).picture.moreAnswers(layout.more)}` : "";
    const words = flagWidth(`${flag.words}${rest}`);
    const label = words + 18;
    const y = flagsTop + i * FLAG_ROW;
    canvas.take({ x: at - 1, y, width: 2, height: bottom - y });
    canvas.take({
      x: sideOf({ x: flag.x, width: words, picture: width }) === "left" ? at - label : at,
      y,
      width: label,
      height: flags.length === 1 ? flagsHeight(flags) : FLAG_ROW,
    });
  });
  return canvas;
}

/** The vertical middle of the dot of First known, in px from the top. */
export const dotOf = ({ flagsTop, top }: Layout): number => (flagsTop > 0 ? flagsTop : top) - FLAG_ROW / 2;
function firstNote(layout: Layout, canvas: Canvas, words: string): Box | null {
  if (layout.firstX === null) return null;
  const at = (layout.firstX / 100) * canvas.width;
  const width = lineWidth({ text: words, css: "title" }, canvas.width) + 3;
  const dot = dotOf(layout);
  const above = Math.floor(layout.top / FLAG_ROW);
  const rows = layout.flagsTop > 0 ? [0] : Array.from({ length: above }, (_, i) => i * FLAG_ROW).reverse();
  const stem = { x: at - 5, y: dot - FLAG_ROW / 2, width: 10, height: layout.bottom - dot + FLAG_ROW / 2 };
  if (layout.flagsTop > 0 && !canvas.free({ ...stem, x: Math.max(0, at), width: 0, height: layout.top - stem.y })) return null;
  canvas.take(stem);
  return canvas.first(
    rows.flatMap((y) => [
      { x: at + 6, y, width, height: LINE },
      { x: at - 6 - width, y, width, height: LINE },
    ]),
  );
}

/** Places beside the top of the highest bar. */
function peakNote(layout: Layout, canvas: Canvas, words: string, peak: number): Box | null {
  const { bins, brick, base } = layout;
  const bin = bins.bins[peak];
  if (!bin) return null;
  const y = base - (bin.says + bin.asks) * brick;
  const width = lineWidth({ text: words, css: "title" }, canvas.width) + 4;
  const right = (((peak + 1) * bins.width) / 100) * canvas.width + 3;
  const left = ((peak * bins.width) / 100) * canvas.width - width - 3;
  return canvas.first([right, left].map((at) => ({ x: at, y: y - 2, width, height: LINE })));
}

/** The free place right of the turning point with the lowest bars below it. */
function afterBox(layout: Layout, canvas: Canvas, lines: readonly Line[], from: number): Box | null {
  const width = Math.max(...lines.map((line) => lineWidth(line, canvas.width))) + 8;
  const height = lines.length * LINE + 4;
  const left = (from / 100) * canvas.width + 8;
  const places: Box[] = [];
  for (let y = 0; y <= layout.base - height - 14; y += 4)
    for (let at = left; at + width <= canvas.width; at += 16) places.push({ x: at, y, width, height });
  const free = places.filter((box) => canvas.free({ ...box, height: height + 8 }));
  // Nearest to the middle of the space, so that it belongs to the whole of it.
  const middle = { x: (left + canvas.width) / 2, y: layout.top + (layout.base - layout.top) / 3 };
  const away = (box: Box) => Math.abs(box.x + width / 2 - middle.x) / 2 + Math.abs(box.y + height / 2 - middle.y);
  const best = free.reduce<Box | null>((found, box) => (found && away(found) <= away(box) ? found : box), null);
  if (best) canvas.take(best);
  return best;
}

/** What came after the turning point, in full or in short form. */
function afterLines(story: Story, isFull: boolean, options: StoryOptions): Line[] {
  const { after } = story;
  if (!after || after.later === 0) return [];
  const { picture, turns } = storyMessages(options.lang);
  const p = picture.after;
  const turn = turns[turnOf(story)];
  const lines: [boolean, string, string][] = isFull
    ? [
        [true, p.title(after.later, turn), "title"],
        [after.repeats > 0, p.repeat(after.repeats, turn), "spread"],
        [after.carries > 0, p.carry(after.carries, turn), "response"],
        [after.disputes > 0, p.dispute(after.disputes), "response"],
        [after.asks > 0, p.ask(after.asks), ""],
      ]
    : [
        [true, p.shortTitle(after.later), "title"],
        [after.repeats > 0, p.shortRepeat(after.repeats), "spread"],
        [after.carries + after.disputes > 0, p.shortCarry(after.carries + after.disputes), "response"],
      ];
  return lines.filter(([there]) => there).map(([, text, css]) => ({ text, css }));
}

const WORTH_FIRST = 3;
const WORTH_AFTER = 5.6;
/** The same in several lengths, the best first, each with its worth: whole sentences, the main ones, a short form, and only who repeats the claim. */
function afterWords(story: Story, wide: boolean, options: StoryOptions): [worth: number, lines: Line[]][] {
  const full = afterLines(story, true, options);
  const short = afterLines(story, false, options);
  return [
    ...(wide
      ? ([
          [WORTH_AFTER, full],
          [5, full.slice(0, 3)],
        ] as [number, Line[]][])
      : []),
    [3.5, short],
    [3, short.slice(0, 2)],
  ];
}

/** The annotations of a picture of a given width (px), the most important first. Those that do not fit are left out. */
export function bricksNotes(story: Story, layout: Layout, width: number, options: StoryOptions): Note[] {
  const p = storyMessages(options.lang);
  const wide = width !== NARROW;
  const canvas = canvasOf(layout, width, options);
  const notes: Note[] = [];
  const add = (box: Box | null, css: string, lines: Line[], worth = 0) => {
    if (box) notes.push({ x: (box.x / canvas.width) * 100, y: box.y, css, lines, worth });
  };
  add(firstNote(layout, canvas, p.lanes.first), "first", [{ text: p.lanes.first, css: "title" }], WORTH_FIRST);
  const turn = layout.flags.find((flag) => flag.main);
  for (const [worth, lines] of turn ? afterWords(story, wide, options) : []) {
    const box = turn && lines.length > 1 ? afterBox(layout, canvas, lines, turn.x) : null;
    add(box, "tinted", lines, worth);
    if (box) break;
  }
  const peak = peakOf(layout.bins);
  const most = peak === null ? undefined : layout.bins.bins[peak];
  if (peak !== null && most) {
    const n = surelyIn(most);
    const said = [...(wide ? [p.picture.peak(n, durationInWords(layout.bins.step, options))] : []), String(n)];
    for (const text of said) {
      const box = peakNote(layout, canvas, text, peak);
      add(box, "spread", [{ text, css: "title" }]);
      if (box) break;
    }
  }
  const gap = gapOf(layout.bins, MIN_GAP);
  const quiet = gap ? Math.floor(((gap.to - gap.from) * layout.bins.step) / DAY) : 0;
  if (gap && quiet > 0) {
    const text = p.picture.quiet(quiet);
    const length = textWidth(text, LETTER);
    const middle = (((gap.from + gap.to) / 2) * layout.bins.width * canvas.width) / 100;
    const tinted = turn !== undefined && gap.from * layout.bins.width >= turn.x ? "tinted quiet" : "quiet";
    add(canvas.first([{ x: middle - length / 2, y: layout.base - 22, width: length, height: LINE }]), tinted, [{ text, css: "" }]);
  }
  return notes;
}

/** Maximum number of extra rows. */
const MAX_SPARE = 4;
/** The layout with as many extra rows as the words are worth at these widths, within a height (px). */
export function roomyLayout(
  story: Story,
  axis: Axis,
  options: StoryOptions,
  { widths, maxBar = MAX_BAR, height = Number.POSITIVE_INFINITY }: { widths: readonly number[]; maxBar?: number; height?: number },
): Layout {
  const worth = (layout: Layout) =>
    sumOf(
      widths.flatMap((width) => bricksNotes(story, layout, width, options)),
      (note) => note.worth,
    );
  const plain = bricksLayout(story, axis, options, { maxBar });
  let best = plain;
  let most = worth(plain);
  // No picture is worth more than one in which everything has its place.
  for (let rows = 1; rows <= MAX_SPARE && most < widths.length * (WORTH_FIRST + WORTH_AFTER) - rows; rows++)
    for (const above of [0, 1] as const) {
      const layout = bricksLayout(story, axis, options, { maxBar, spare: { above, between: rows - above }, drawn: plain });
      const left = worth(layout) - (layout.bottom - plain.bottom) / FLAG_ROW;
      if (left > most && layout.bottom <= height) [best, most] = [layout, left];
    }
  return best;
}

/** A note beside the bricks, placed by a class of the sheet: `x` in percent, `y` in px. `shown` is the class that shows it at some widths. */
export function noteMarkup({ x: at, y, css, lines }: Note, shown: string, sheet: GlyphSheet): Markup {
  const words = lines.map(({ text, css: colour }, i) => {
    const coloured = colour ? html`<span class=${colour}>${text}</span>` : text;
    return html`${i > 0 && html`<br>`}${colour === "title" ? html`<b>${text}</b>` : coloured}`;
  });
  return html`<span class="note ${sheet.place(`--x:${percent(at)};top:${percent(y)}px`)} ${css} ${shown}">${words}</span>`;
}

/** What is unknown about a time that is not known to within a step. */
export function vagueInWords(step: number, { lang }: StoryOptions): string {
  const { picture, answers } = storyMessages(lang);
  return step < DAY ? picture.hourUnknown : answers.timeUnknown;
}
/** The description of a step: when, how many documents, and the names of a few. */
function stepWords(
  from: number,
  to: number,
  documents: readonly StoryDocument[],
  options: StoryOptions & { year: boolean; step: number },
): Markup {
  const { year, step } = options;
  const { answers } = storyMessages(options.lang);
  const m = messagesOf(options.lang);
  const clock = (ms: number) => `${twoDigits(wallClock(ms, options.tz).hour)}:00`;
  const when = `${daysInWords(from, to - 1, { ...options, year })}${to - from < DAY ? `${m.comma}${clock(from)}–${clock(to)}` : ""}`;
  const names = new Set<string>();
  for (const { event } of documents)
    if (names.size < NAMES_A_STEP && event.availability?.gone === undefined) names.add(documentName(event, options));
  const rest = documents.length - names.size;
  const unclear = documents.filter(({ time }) => !fits(time, step)).length;
  return html`<b>${when}</b> ${answers.documents(documents.length, mixOf(documents))}${m.colon}${[...names].map(
    (name, i) => html`${i > 0 && m.item}<bdi>${name}</bdi>`,
  )}${rest > 0 && `${m.item}${m.more(rest)}`}${unclear > 0 && `${m.stop} ${vagueInWords(step, options)}${m.colon}${unclear}`}`;
}

/** Links along the picture, each over some bars: pointer, touch or focus shows what is in them. */
function stepLinks(
  axis: Axis,
  { bins, step, width }: Bins,
  shown: keyof typeof MAX_LINKS,
  sheet: GlyphSheet,
  options: PictureOptions,
): Markup {
  const { stepLink } = options;
  if (!stepLink) return nothing;
  const year = spansYears({ from: axis.start, to: axis.end - 1 }, options);
  const least = Math.ceil(bins.length / MAX_LINKS[shown]);
  const day = Math.max(1, DAY / step);
  const each = least > day ? Math.ceil(least / day) * day : least;
  const columns = Math.max(1, Math.floor(bins.length / each));
  const links = Array.from({ length: columns }, (_, i) => {
    // The last link also covers the rest, which may be narrow.
    const end = i === columns - 1 ? bins.length : (i + 1) * each;
    const documents = bins.slice(i * each, end).flatMap((bin) => bin.documents);
    const [first] = documents;
    const from = axis.start + i * each * step;
    const to = Math.min(axis.end, axis.start + end * step);
    return (
      first &&
      html`<a class=${sheet.place(`grid-column:${i + 1}`)} ${leads(
        stepLink(first),
        options.elsewhere,
      )}><span>${stepWords(from, to, documents, { ...options, year, step })}</span></a>`
    );
  });
  return html`<div class="hits ${shown} ${sheet.place(`grid-template-columns:repeat(${columns - 1},${percent(each * width)}%) 1fr`)}">${links}</div>`;
}

/** The bricks of a story on its axis. The annotations repeat the sentence, the answers and the list, so the picture is hidden from screen readers. */
export function storyBricks(story: Story, axis: Axis, sheet: GlyphSheet, options: PictureOptions): Markup {
  const layout = roomyLayout(story, axis, options, { widths: [WIDE, NARROW] });
  const { flags, flagsTop, base, bottom, top, firstX, firstSure } = layout;
  const notes = [
    ...bricksNotes(story, layout, WIDE, options).map((note) => noteMarkup(note, "wide", sheet)),
    ...bricksNotes(story, layout, NARROW, options).map((note) => noteMarkup(note, "narrow", sheet)),
  ];
  const dot = dotOf(layout);
  const stem =
    firstX === null
      ? nothing
      : html`<line class=first x1="${x(firstX)}" x2="${x(firstX)}" y1=${dot} y2=${bottom} /><circle class="first${!firstSure && " open"}" cx="${x(firstX)}" cy=${dot} r=5 />`;
  const links = html`${stepLinks(axis, layout.bins, "wide", sheet, options)}${stepLinks(axis, layout.bins, "narrow", sheet, options)}`;
  return html`<div class=strip><div aria-hidden=true><div class="bricks ${sheet.place(`height:${bottom}px`)}"><svg>${patterns(layout)}${flagLines(
    flags,
    bottom,
  )}${axisLines(axis, top, bottom)}${bars(layout)}<line class=base x1=0 x2=100% y1=${base + 0.5} y2=${base + 0.5} />${
    stem
  }${flagStems(flags, bottom, flagsTop)}</svg>${flagLabels(layout, story, sheet, options)}${notes}</div>${axisLabels(axis, sheet)}</div>${links}</div>`;
}
