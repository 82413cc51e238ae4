/** What the picture of a claim shows and where, 1,200 × 630: the claim, what is said of it, three lanes in words and on true time. Drawn as SVG or PNG. */
import {
  assessmentInWords,
  instantInWords,
  type LocaleOptions,
  laneAnswers,
  messagesOf,
  plain,
  quote,
} from "../../../shared/i18n/index.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { scaleOf } from "../ui/scale.ts";
import { widthOf, wrap } from "../ui/wrap.ts";
import { densityOf, lanes, marksOf, timeOf } from "./strip.ts";

/** "Updated 8 Apr 2025, 14:00 UTC", or the instant whose knowledge is shown. */
function updatedInWords(timeline: Timeline, options: LocaleOptions): string {
  const { updated, asKnown } = messagesOf(options.lang).page;
  return timeline.asOf === null ? updated(instantInWords(timeline.changedAt, options)) : asKnown(instantInWords(timeline.asOf, options));
}

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
/** How much wider bold letters are. */
const BOLD = 1.17;
/** Where the answers start: right of the longest lane's name. */
const ANSWER = 236;
/** Where the strip begins, and how far its lanes are apart. */
const STRIP = 484;
const STEP = 28;

/** Ink, soft ink, lines, then the lanes in their colours. */
export const COLOURS = ["#1b1d21", "#585f69", "#dcdfe4", "#6f3fc8", "#0b62c4", "#a84a00"] as const;
const [INK, SOFT, LINE, LANE] = [0, 1, 2, 3];

interface Words {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
  colour: number;
  anchor: "start" | "middle" | "end";
}
export interface Picture {
  /** In words, for those who do not see it. */
  label: string;
  lang: string;
  words: Words[];
  /** The status stands in an outline with round ends. */
  chip: { x: number; y: number; width: number; height: number };
  /** Filled rectangles; `dashed` ones are lines of dots. */
  bars: { x: number; y: number; width: number; height: number; colour: number; dashed: boolean }[];
  /** Shapes of lanes, a radius each; hollow where a time is uncertain or its document gone. */
  shapes: { lane: number; x: number; y: number; radius: number; hollow: boolean }[];
}

/** Everything that is drawn; `quoted` stands for the claim where it is given. Words of sources are without hidden direction marks. */
export function pictureOf(timeline: Timeline, options: LocaleOptions & { host: string; quoted?: string }): Picture {
  const { claim } = timeline;
  const m = messagesOf(options.lang);
  const word = m.assessment[timeline.assessment.word];
  const rests = assessmentInWords(timeline, options);
  const picture: Picture = {
    label: plain(`${quote(claim.text, m)}${m.colon}${word}${m.stop} ${rests}`, 400),
    lang: m.tag,
    words: [],
    chip: { x: EDGE, y: 0, width: widthOf(word, 26 * BOLD) + 36, height: 40 },
    bars: [],
    shapes: [],
  };
  const write = (text: string, x: number, y: number, size: number, more: Partial<Words> = {}) =>
    picture.words.push({ text, x, y, size, bold: false, colour: INK, anchor: "start", ...more });

  const quoted = options.quoted ?? quote(plain(claim.text, 400), m);
  const size = quoted.length > 142 ? 36 : quoted.length > 72 ? 44 : 54;
  const title = wrap(quoted, size * BOLD, INNER, 3);
  title.forEach((line, i) => {
    write(line, EDGE, 48 + size + i * size * 1.22, size, { bold: true });
  });
  const top = Math.round(88 + title.length * size * 1.22);
  picture.chip.y = top - 28;
  write(word, EDGE + picture.chip.width / 2, top, 26, { bold: true, anchor: "middle" });
  wrap(rests, 22, INNER - picture.chip.width - 20, 2).forEach((line, i) => {
    write(line, EDGE + picture.chip.width + 18, top - 8 + i * 28, 22, { colour: SOFT });
  });

  const said = laneAnswers(timeline, options);
  let y = top + 36;
  /** Second lines that fit above the strip. */
  let spare = Math.floor((STRIP - 20 - (y + 3 * 34 + 2 * 10)) / 30);
  [said.firstKnown, said.spread, said.responses].forEach((answer, i) => {
    y += 34;
    picture.shapes.push({ lane: i, x: EDGE + 9, y: y - 8, radius: 9, hollow: false });
    write(m.lanes[lanes[i]?.lane ?? "spread"], EDGE + 30, y, 24, { bold: true, colour: LANE + i });
    const lines = wrap(answer, 24, INNER - ANSWER, spare > 0 ? 2 : 1);
    lines.forEach((line, k) => {
      write(line, EDGE + ANSWER, y + k * 30, 24);
    });
    spare -= lines.length - 1;
    y += (lines.length - 1) * 30 + 10;
  });

  const scale = scaleOf(timeline.events.map(timeOf), options);
  const at = (percent: number) => Math.round(EDGE + (percent / 100) * INNER);
  for (const tick of scale?.ticks ?? []) {
    picture.bars.push({ x: at(tick.at), y: STRIP - 14, width: 1, height: 84, colour: LINE, dashed: false });
    write(tick.label, at(tick.at), STRIP + 92, 20, { colour: SOFT, anchor: tick.at > 92 ? "end" : tick.at < 8 ? "start" : "middle" });
  }
  const marks = scale ? marksOf(timeline, scale) : [];
  lanes.forEach(({ lane }, i) => {
    const middle = STRIP + i * STEP;
    if (scale) picture.bars.push({ x: EDGE, y: middle, width: INNER, height: 2, colour: LINE, dashed: false });
    const own = marks.filter((mark) => mark.lane === lane);
    const density = densityOf(own);
    density?.forEach((n, bin) => {
      const height = Math.ceil(n * (STEP - 6));
      const width = Math.floor((INNER / density.length) * 0.84);
      picture.bars.push({ x: at((bin * 100) / density.length), y: middle - height, width, height, colour: LANE + i, dashed: false });
    });
    if (density) return;
    for (const { low, high, sure } of own)
      if (!sure) picture.bars.push({ x: at(low), y: middle, width: at(high) - at(low), height: 2, colour: LANE + i, dashed: true });
    for (const mark of own) picture.shapes.push({ lane: i, x: at(mark.at), y: middle + 1, radius: 8, hollow: !mark.sure || mark.gone });
  });

  write(updatedInWords(timeline, options), EDGE, 606, 20, { colour: SOFT });
  write(`${plain(options.host, 60)} · Whence`, WIDTH - EDGE, 606, 20, { colour: SOFT, anchor: "end" });
  return picture;
}
