/** The layout of a claim's card, 1,200 × 630 px: headline, sentence, and the same picture as in the embed. It is drawn as SVG or PNG. */
import {
  dateInWords,
  messagesOf,
  plain,
  quote,
  type StoryOptions,
  storyAnswers,
  storyMessages,
  storySentence,
} from "../../../shared/i18n/index.ts";
import { pictureKind, type Story, storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Axis } from "../picture/axis.ts";
import { type Box, meets } from "../picture/boxes.ts";
import { barAt, bricksLayout, bricksNotes, dotOf, roomyLayout } from "../picture/bricks.ts";
import { FLAG_ROW, type Flag, flagsOf } from "../picture/flags.ts";
import { storyAxis } from "../picture/picture.ts";
import { rowWords } from "../picture/tree.ts";
import { type TreeRow, treeRows } from "../picture/tree-layout.ts";
import type { Line } from "../ui/glyphs.ts";
import { isForResearch } from "../ui/research.ts";
import { runsLeft } from "../ui/shaping.ts";
import { widthOf, wrap } from "../ui/wrap.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
/** How much wider bold letters are. */
const BOLD = 1.17;
/** The bottom of the picture; below it are the days, then the footer. */
const BOTTOM = 556;
/** Pixels of the card per pixel of the embed's picture. */
const SCALE = 1.75;
const PICTURE = Math.round(INNER / SCALE);
const TEXT = 22;
const LABEL = 20;
/** Minimum and maximum height of a row of the tree, in pixels of the card. */
const TREE_ROW = { min: 36, max: 80 };

/** Colours: text, secondary text, lines, the lanes, documents that only ask, and the tinted background. */
export const COLOURS = ["#15171c", "#545b67", "#d8dce2", "#6b3fa0", "#094f9b", "#a33b00", "#5590d0", "#fdf2ea"] as const;
const [INK, SOFT, LINE, FIRST, SPREAD, RESPONSE, ASKS, TINT] = [0, 1, 2, 3, 4, 5, 6, 7];
const LANES = { first: 0, spread: 1, response: 2 } as const;

interface Words extends Line {
  colour: number;
  /** Which end of the line, in reading order, is at x. */
  anchor: "start" | "middle" | "end";
}
export interface Picture {
  /** The card in words, as its alternative text. */
  label: string;
  lang: string;
  words: Words[];
  /** Filled rectangles; `dashed` ones are lines of dots. */
  bars: { x: number; y: number; width: number; height: number; colour: number; dashed: boolean }[];
  /** Shapes of lanes, with a radius each; hollow if a time is uncertain or the document is only reported. */
  shapes: { lane: number; x: number; y: number; radius: number; hollow: boolean }[];
}
type CardOptions = StoryOptions & { host: string; quoted?: string; headline?: string | undefined };

/** Drawing functions for rectangles, words and shapes, in pixels of the card. */
class Drawing {
  readonly picture: Picture;
  readonly #uprights = new Set<Picture["bars"][number]>();
  constructor(label: string, lang: string) {
    this.picture = { label, lang, words: [], bars: [], shapes: [] };
  }
  write(text: string, x: number, y: number, size: number, more: Partial<Words> = {}): void {
    this.picture.words.push(wordsAt(text, x, y, size, more));
  }
  /** Writes words in several lines, unless one would overlap other words. */
  writeIfFree(lines: readonly Words[]): void {
    const taken = this.picture.words.map(wordsBox);
    if (!lines.some((line) => taken.some((box) => meets(box, wordsBox(line))))) this.picture.words.push(...lines);
  }
  fill(box: Box, colour: number, dashed = false): void {
    if (box.width <= 0 || box.height <= 0) return;
    const x = Math.round(box.x);
    const y = Math.round(box.y);
    const width = Math.max(1, Math.round(box.x + box.width) - x);
    const height = Math.max(1, Math.round(box.y + box.height) - y);
    this.picture.bars.push({ x, y, width, height, colour, dashed });
  }
  /** A vertical line, which `finished` interrupts where there are words. */
  upright(box: Box, colour: number): void {
    this.fill(box, colour);
    const bar = this.picture.bars.at(-1);
    if (bar && box.height > 0) this.#uprights.add(bar);
  }
  shape(lane: number, x: number, y: number, radius: number, hollow = false): void {
    this.picture.shapes.push({ lane, x: Math.round(x), y: Math.round(y), radius, hollow });
  }
  /** The picture, with vertical lines interrupted at words. */
  finished(): Picture {
    const boxes = this.picture.words.map(wordsBox);
    return { ...this.picture, bars: this.picture.bars.flatMap((bar) => (this.#uprights.has(bar) ? interrupted(bar, boxes) : [bar])) };
  }
}
/** What is left of a vertical line above, between and below boxes. */
function interrupted(line: Picture["bars"][number], boxes: readonly Box[]): Picture["bars"] {
  let pieces = [line];
  for (const { x, y, width, height } of boxes) {
    if (line.x >= x + width || line.x + line.width <= x) continue;
    pieces = pieces.flatMap((piece) => {
      const end = piece.y + piece.height;
      const above = { ...piece, height: Math.min(piece.height, y - piece.y) };
      const below = { ...piece, y: Math.max(piece.y, y + height), height: Math.min(piece.height, end - y - height) };
      return [above, below].filter((part) => part.height > 0);
    });
  }
  return pieces;
}
const wordsAt = (text: string, x: number, y: number, size: number, more: Partial<Words>): Words => ({
  text,
  x: Math.round(x),
  y: Math.round(y),
  size,
  bold: false,
  colour: INK,
  anchor: "start",
  runsLeft: false,
  ...more,
});
/** The area of words, with a margin. */
function wordsBox({ text, x, y, size, bold, anchor, runsLeft }: Words): Box {
  const width = widthOf(text, size * (bold ? BOLD : 1)) + 8;
  const before = anchor === "middle" ? 0.5 : Number((anchor === "end") !== runsLeft);
  return { x: x - 4 - before * (width - 8), y: y - size, width, height: Math.round(size * 1.3) };
}
const at = (percent: number): number => EDGE + (percent / 100) * INNER;

/** Tint, lines of the days and their names. */
function drawAxis(drawing: Drawing, axis: Axis, flags: readonly Flag[], top: number, bottom: number): void {
  const turn = flags.find((flag) => flag.main);
  if (turn) drawing.fill({ x: at(turn.x), y: top, width: INNER + EDGE - at(turn.x), height: bottom - top }, TINT);
  for (const tick of axis.ticks) {
    drawing.upright({ x: at(tick.at), y: top, width: 1, height: bottom - top }, LINE);
    drawing.write(tick.label, at(tick.at) + 6, bottom + 24, 20, { colour: SOFT });
  }
  drawing.fill({ x: EDGE, y: bottom, width: INNER, height: 1 }, LINE);
}
function drawFlags(drawing: Drawing, flags: readonly Flag[], top: number, bottom: number): void {
  flags.forEach(({ x, words, main }, i) => {
    const y = top + i * FLAG_ROW * SCALE;
    drawing.upright({ x: at(x) - 1, y, width: 3, height: bottom - y }, RESPONSE);
    const width = widthOf(words, TEXT * (main ? BOLD : 1)) + 44;
    const left = at(x) + width > WIDTH - EDGE && at(x) - width > EDGE;
    const [line = ""] = wrap(words, TEXT * (main ? BOLD : 1), (left ? at(x) - EDGE : WIDTH - EDGE - at(x)) - 44, 1);
    drawing.shape(LANES.response, left ? at(x) - 22 : at(x) + 22, y + 18, 8);
    drawing.write(line, left ? at(x) - 40 : at(x) + 40, y + 26, TEXT, { bold: main, colour: RESPONSE, anchor: left ? "end" : "start" });
  });
}

/** The colour of words by the names of their classes. */
function colourOf(css: string): number {
  if (/first/.test(css)) return FIRST;
  if (/spread/.test(css)) return SPREAD;
  if (/response/.test(css)) return RESPONSE;
  return /quiet/.test(css) ? SOFT : INK;
}
/** Bricks between two heights. */
function drawBricks(drawing: Drawing, story: Story, axis: Axis, top: number, options: CardOptions): void {
  const room = (BOTTOM - top) / SCALE;
  let maxBar = room - 32;
  while (bricksLayout(story, axis, options, { maxBar }).bottom > room && maxBar * 0.85 > 20) maxBar *= 0.85;
  const layout = roomyLayout(story, axis, options, { widths: [PICTURE], maxBar, height: room });
  const y = (px: number) => Math.min(BOTTOM, top + px * SCALE);
  const bottom = y(layout.bottom);
  drawAxis(drawing, axis, layout.flags, top, bottom);
  const step = layout.brick * SCALE;
  const gap = step >= 5 ? 1 : 0;
  layout.bins.bins.forEach((bin, i) => {
    const bar = barAt(layout.bins, i);
    const left = at(bar.left);
    const width = (bar.width * INNER) / 100;
    const { vague } = bin;
    let row = 0;
    const stack = (count: number, colour: number, dashed = false) => {
      for (let k = 0; k < count; k++)
        drawing.fill({ x: left, y: y(layout.base) - ++row * step + gap, width, height: step - gap }, colour, dashed);
    };
    stack(bin.says - vague.says, SPREAD);
    stack(bin.asks - vague.asks, ASKS);
    stack(vague.says, SPREAD, true);
    stack(vague.asks, ASKS, true);
    for (let k = 0; k < bin.below; k++)
      drawing.fill({ x: left, y: y(layout.base) + 2 + k * step + gap, width, height: step - gap }, RESPONSE, k >= bin.below - vague.below);
  });
  drawing.fill({ x: EDGE, y: y(layout.base), width: INNER, height: 2 }, INK);
  if (layout.firstX !== null) {
    const dot = y(dotOf(layout));
    drawing.upright({ x: at(layout.firstX) - 1, y: dot, width: 3, height: bottom - dot }, FIRST);
    drawing.shape(LANES.first, at(layout.firstX), dot, 9, !layout.firstSure);
  }
  drawFlags(drawing, layout.flags, top + layout.flagsTop * SCALE, bottom);
  for (const note of bricksNotes(story, layout, PICTURE, options))
    drawing.writeIfFree(
      note.lines.map(({ text, css }, i) => {
        const colour = colourOf(css === "title" ? note.css : css || note.css);
        return wordsAt(text, at(note.x) + 4, y(note.y) + 24 + i * 30, TEXT, { bold: css === "title", colour });
      }),
    );
}

interface Room {
  from: number;
  to: number;
  anchor: "start" | "end";
}
/**
 * Where the label of a row may stand: right of its mark, on its branch beside the trunk, or left of its mark, up to the next vertical line.
 * `open` extends to the edge of the picture, over lines, which it interrupts.
 */
function labelRooms(rows: readonly TreeRow[], row: TreeRow, stems: readonly number[]): { rooms: Room[]; open: Room } {
  const trunks: number[] = [];
  for (let above = row.parent; above !== null; above = rows[above]?.parent ?? null) trunks.push(at(rows[above]?.x ?? 0));
  const mark = at(row.x);
  const endAfter = (x: number) => Math.min(WIDTH - EDGE, ...stems.filter((line) => line > x).map((line) => line - 8));
  const startBefore = Math.max(EDGE, ...[...stems, ...trunks].filter((line) => line < mark).map((line) => line + 8));
  const right = mark + 16;
  const left = mark - 16;
  return {
    rooms: [
      { from: right, to: endAfter(mark), anchor: "start" },
      ...trunks.slice(0, 1).map((x): Room => ({ from: x + 16, to: Math.min(left, endAfter(x)), anchor: "start" })),
      { from: startBefore, to: left, anchor: "end" },
    ],
    open: row.x < 50 ? { from: right, to: WIDTH - EDGE, anchor: "start" } : { from: EDGE, to: left, anchor: "end" },
  };
}

/** A tree in time between two heights: one line per row. */
function drawTree(drawing: Drawing, story: Story, axis: Axis, top: number, options: CardOptions): void {
  const { flags } = flagsOf(story, axis, options);
  const head = flags.length * FLAG_ROW * SCALE + 6;
  const rows = treeRows(story, axis, Math.max(2, Math.floor((BOTTOM - top - head) / TREE_ROW.min)));
  const height = Math.min(TREE_ROW.max, Math.floor((BOTTOM - top - head) / Math.max(1, rows.length)));
  const middle = (i: number) => top + head + i * height + height / 2;
  const bottom = middle(rows.length - 1) + height / 2;
  drawAxis(drawing, axis, flags, top, bottom);
  rows.forEach((row, i) => {
    const y = middle(i) - 1;
    const last = rows.findLastIndex(({ parent }) => parent === i);
    if (last > i) drawing.upright({ x: at(row.x) - 1, y, width: 2, height: middle(last) - y }, SOFT);
    const from = row.parent === null ? null : (rows[row.parent]?.x ?? null);
    if (from !== null)
      drawing.fill({ x: at(from), y, width: at(row.range ? Math.max(row.range.low, from) : row.x) - at(from), height: 2 }, SOFT, !row.sure);
    if (row.range) drawing.fill({ x: at(row.range.low), y, width: at(row.range.high) - at(row.range.low), height: 2 }, SOFT, true);
  });
  drawFlags(drawing, flags, top, bottom);
  rows.forEach((row, i) => {
    const lane = row.documents[0] === story.first ? LANES.first : LANES.spread;
    drawing.shape(lane, at(row.x), middle(i), 8, row.range !== null || row.hollow);
    const { name, place } = rowWords(row, story, options);
    const whole = place && place !== name ? `${name} · ${place}` : name;
    const { rooms, open } = labelRooms(
      rows,
      row,
      flags.map((flag) => at(flag.x)),
    );
    const roomFor = (words: string) => rooms.find(({ from, to }) => to - from >= widthOf(words, LABEL));
    const words = roomFor(whole) || !roomFor(name) ? whole : name;
    const { from, to, anchor } = roomFor(words) ?? open;
    const [line = ""] = wrap(words, LABEL, to - from, 1);
    drawing.write(line, anchor === "start" ? from : to, middle(i) - 8, LABEL, { anchor });
  });
}

/** The three answers, if there is nothing to draw. */
function drawAnswers(drawing: Drawing, story: Story, top: number, options: CardOptions): void {
  storyAnswers(story, options).forEach(({ lane, word, mark, answer, note }, i) => {
    const y = top + 40 + i * 84;
    drawing.shape(LANES[lane], EDGE + 9, y - 8, 9, mark !== "full");
    drawing.write(word, EDGE + 30, y, TEXT, { bold: true, colour: FIRST + LANES[lane] });
    const [said = ""] = wrap(answer, 26 * BOLD, INNER - 260, 1);
    drawing.write(said, EDGE + 260, y, 26, { bold: true });
    const [more = ""] = wrap(note, 20, INNER - 260, 1);
    if (more) drawing.write(more, EDGE + 260, y + 30, 20, { colour: SOFT });
  });
}

/** The largest letter size in which the whole title fits, and its lines. */
function headline(title: string): { size: number; lines: string[] } {
  for (const [size, most] of [
    [52, 2],
    [42, 3],
  ] as const) {
    const lines = wrap(title, size * BOLD, INNER, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  return { size: 34, lines: wrap(title, 34 * BOLD, INNER, 3) };
}

/** The whole drawing; `quoted` replaces the claim if it is given. Words of sources have no hidden direction marks. */
export function pictureOf(timeline: Timeline, options: CardOptions): Picture {
  const { claim } = timeline;
  const story = storyOf(timeline);
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const sentence = storySentence(story, options);
  const claimQuoted = options.quoted ?? quote(plain(claim.text, 400), m);
  const drawing = new Drawing(plain(`${claimQuoted}${m.stop} ${sentence}`, 500), m.tag);
  const title = options.headline ?? claimQuoted;
  const { size, lines } = headline(title);
  const left = runsLeft(title);
  lines.forEach((line, i) => {
    drawing.write(line, left ? WIDTH - EDGE : EDGE, 60 + size + i * size * 1.18, size, { bold: true, runsLeft: left });
  });
  drawing.fill({ x: 0, y: 0, width: WIDTH, height: 8 }, INK);
  drawing.write(isForResearch() ? m.shell.research : s.kicker, EDGE, 52, 22, { colour: SOFT });
  let y = 60 + lines.length * size * 1.18 + 44;
  for (const line of wrap(sentence, 25, INNER, 3)) {
    drawing.write(line, EDGE, y, 25);
    y += 34;
  }
  const axis = storyAxis(story, options);
  const kind = axis ? pictureKind(story) : "none";
  if (kind === "bricks" && axis) drawBricks(drawing, story, axis, y, options);
  else if (kind === "tree" && axis) drawTree(drawing, story, axis, y, options);
  else drawAnswers(drawing, story, y, options);
  drawing.write(s.footer.updated(dateInWords(timeline.asOf ?? timeline.changedAt, "day", options)), EDGE, 608, 20, { colour: SOFT });
  drawing.write(`${plain(options.host, 60)} · Whence`, WIDTH - EDGE, 608, 20, { colour: SOFT, anchor: "end" });
  return drawing.finished();
}
