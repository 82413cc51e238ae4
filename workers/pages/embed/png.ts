/** `/c/{id}/card.png`: the card of a claim for link previews and mail, which do not support SVG. */
import { crc32, deflateSync } from "node:zlib";
import { languageName, messagesOf, plain, quote, type StoryOptions } from "../../../shared/i18n/index.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Letters } from "../ui/glyphs.ts";
import { COLOURS, HEIGHT, type Picture, pictureOf, WIDTH } from "./picture.ts";

/** `host` names the instance. */
type PngOptions = StoryOptions & { host: string; headline?: string | undefined };

/** Loads the letters that a text needs. */
type LoadLetters = (text: string) => Promise<Letters>;

/** Number of shades from a colour to white, so that edges are smooth. */
const SHADES = 8;
/** How far a point is from the middle: a circle, a square, a diamond. */
const DISTANCES: readonly ((x: number, y: number) => number)[] = [
  Math.hypot,
  (x, y) => Math.max(Math.abs(x), Math.abs(y)) * 1.1,
  (x, y) => (Math.abs(x) + Math.abs(y)) * 0.84,
];
/** If more than this fraction of the letters cannot be drawn, no part of the claim is quoted. */
const MAX_UNDRAWN = 0.2;

/** White, and each colour in its shades. */
function palette(): Uint8Array<ArrayBuffer> {
  const out = [255, 255, 255];
  for (const colour of COLOURS)
    for (let shade = 1; shade <= SHADES; shade++)
      for (const at of [1, 3, 5]) out.push(Math.round(255 - ((255 - Number.parseInt(colour.slice(at, at + 2), 16)) * shade) / SHADES));
  return new Uint8Array(out);
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(data.length + 8, crc32(out.subarray(4, data.length + 8)));
  return out;
}

/** The pixels of the picture, one byte each, by palette; a row begins with its filter byte: 0, none. */
function pixelsOf({ words, bars, shapes }: Picture, letters: Letters): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array((WIDTH + 1) * HEIGHT);
  const paint = (x: number, y: number, colour: number, cover: number) => {
    const shade = Math.round(Math.min(1, cover) * SHADES);
    const at = y * (WIDTH + 1) + 1 + x;
    if (shade > 0 && x >= 0 && x < WIDTH) pixels[at] = colour * SHADES + shade;
  };
  for (const { x, y, width, height, colour, dashed } of bars)
    for (let j = 0; j < height; j++) for (let i = 0; i < width; i++) if (!dashed || i % 12 < 4) paint(x + i, y + j, colour, 1);
  for (const { lane, x: cx, y: cy, radius, hollow } of shapes) {
    const reach = Math.ceil(radius * 1.25);
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++) {
        const inside = radius + 0.5 - (DISTANCES[lane]?.(x, y) ?? 0);
        if (inside <= 0) continue;
        if (hollow && inside > 2.5) pixels[(cy + y) * (WIDTH + 1) + 1 + cx + x] = 0;
        else paint(cx + x, cy + y, lane + 3, inside);
      }
  }
  for (const line of words) {
    const before = line.anchor === "middle" ? 0.5 : Number((line.anchor === "end") !== line.runsLeft);
    const x = before ? line.x - before * letters.width(line.text, line.size, line.bold, line.runsLeft) : line.x;
    letters.draw({ ...line, x }, (px, py, cover) => paint(px, py, line.colour, cover));
  }
  return pixels;
}

/**
 * The picture with the words that can be drawn. If there are no letters for the script of a claim, its language is named instead; a single word
 * that cannot be drawn becomes "…"; pictographs are left out.
 */
export async function drawable(
  timeline: Timeline,
  options: PngOptions,
  load: LoadLetters,
): Promise<{ picture: Picture; letters: Letters }> {
  const whole = pictureOf(timeline, options);
  const letters = await load(whole.words.map(({ text }) => text).join(" "));
  const draws = (text: string) => [...text].every((char) => letters.has(char));
  const claim = [...plain(timeline.claim.text, 400).normalize("NFC")];
  const isUndrawable = claim.filter((char) => !letters.has(char)).length > claim.length * MAX_UNDRAWN;
  const name = timeline.claim.lang && languageName(timeline.claim.lang, options);
  const quoted = `${quote("…", messagesOf(options.lang))}${name ? ` (${name})` : ""}`;
  const picture = isUndrawable ? pictureOf(timeline, { ...options, quoted }) : whole;
  for (const words of picture.words)
    words.text = words.text
      .normalize("NFC")
      .replace(/\p{Extended_Pictographic}|\u200D(?=\p{Extended_Pictographic})|\uFE0F/gu, "")
      .split(/(\s+)/)
      .map((word) => (draws(word) || /^\s/.test(word) ? word : "…"))
      .join("")
      .replace(/…(?:\s+…)+/g, "…");
  return { picture, letters };
}

/** The picture as PNG. */
export async function png(timeline: Timeline, options: PngOptions, load: LoadLetters): Promise<Blob> {
  const { picture, letters } = await drawable(timeline, options, load);
  const pixels = pixelsOf(picture, letters);
  const data = deflateSync(pixels, { level: 1 });
  // Eight bits per pixel, by palette.
  const head = new Uint8Array([0, 0, WIDTH >> 8, WIDTH & 255, 0, 0, HEIGHT >> 8, HEIGHT & 255, 8, 3, 0, 0, 0]);
  return new Blob(
    [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      chunk("IHDR", head),
      chunk("PLTE", palette()),
      chunk("IDAT", data),
      chunk("IEND", new Uint8Array()),
    ],
    { type: "image/png" },
  );
}
