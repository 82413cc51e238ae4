/** `/c/{id}/card.png`: the strip as a picture for previews of links, 1,200 × 630. It has no words: a font would be larger than all else here, and a preview has title and text beside it. */
import type { Timeline } from "../../shared/timeline.ts";
import { scaleOf } from "./scale.ts";
import { densityOf, lanes, marksOf, timeOf } from "./strip.ts";

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 150;
const INNER = WIDTH - EDGE - 80;
const STEP = 150;
const TOP = 165;
/** Shades from a colour to white, so that edges are smooth. */
const SHADES = 4;
/** Lines, then the lanes in their colours. */
const COLOURS = [0xdcdfe4, 0x6f3fc8, 0x0b62c4, 0xa84a00];
/** How far a point is from the middle: a circle, a square, a diamond. */
const DISTANCES: readonly ((x: number, y: number) => number)[] = [
  Math.hypot,
  (x, y) => Math.max(Math.abs(x), Math.abs(y)) * 1.1,
  (x, y) => (Math.abs(x) + Math.abs(y)) * 0.84,
];

/** White, and each colour in its shades. */
function palette(): Uint8Array<ArrayBuffer> {
  const out = [255, 255, 255];
  for (const colour of COLOURS)
    for (let shade = 1; shade <= SHADES; shade++)
      for (const shift of [16, 8, 0]) out.push(Math.round(255 - ((255 - ((colour >> shift) & 255)) * shade) / SHADES));
  return new Uint8Array(out);
}

/** CRC-32 as PNG has it (ISO 3309), bit by bit over the compressed few KB. */
function crc(bytes: Uint8Array): number {
  let c = -1;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return ~c;
}
function chunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const body = new Uint8Array([...new TextEncoder().encode(type), ...data]);
  const number = (n: number) => new Uint8Array([n >>> 24, n >>> 16, n >>> 8, n]);
  return [number(data.length), body, number(crc(body))];
}

/** The picture as PNG: each lane with its shape, on one scale of true time; hollow where a time is uncertain. */
export async function png(timeline: Timeline): Promise<Blob> {
  // A row begins with its filter: 0, none.
  const pixels = new Uint8Array((WIDTH + 1) * HEIGHT);
  const paint = (x: number, y: number, colour: number, cover: number) => {
    const shade = Math.round(Math.min(1, cover) * SHADES);
    if (shade > 0 && x >= 0 && x < WIDTH) pixels[y * (WIDTH + 1) + 1 + x] = colour * SHADES + shade;
  };
  const line = (x: number, y: number, width: number, height: number, colour: number, dash = 1) => {
    for (let j = y; j < y + height; j++) for (let i = x; i < x + width; i++) if (dash === 1 || i % dash < dash / 3) paint(i, j, colour, 1);
  };
  const shape = (cx: number, cy: number, lane: number, radius: number, hollow: boolean) => {
    const reach = Math.ceil(radius * 1.25);
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++) {
        const inside = radius + 0.5 - (DISTANCES[lane]?.(x, y) ?? 0);
        if (inside <= 0) continue;
        if (hollow && inside > 4) pixels[(cy + y) * (WIDTH + 1) + 1 + cx + x] = 0;
        else paint(cx + x, cy + y, lane + 1, inside);
      }
  };
  const at = (percent: number) => Math.round(EDGE + (percent / 100) * INNER);
  const scale = scaleOf(timeline.events.map(timeOf), { tz: "UTC", lang: "en" });
  for (const tick of scale?.ticks ?? []) line(at(tick.at), TOP - 75, 2, 2 * STEP + 150, 0);
  const marks = scale ? marksOf(timeline, scale) : [];
  lanes.forEach(({ lane }, i) => {
    const y = TOP + i * STEP;
    line(EDGE, y - 1, INNER, 2, 0);
    shape(80, y, i, 26, false);
    const own = marks.filter((m) => m.lane === lane);
    const density = densityOf(own);
    density?.forEach((n, bin) => {
      const height = Math.ceil(n * 100);
      line(at((bin * 100) / density.length), y - height, Math.floor((INNER / density.length) * 0.84), height, i + 1);
    });
    if (density) return;
    for (const { low, high, sure } of own) if (!sure) line(at(low), y - 2, at(high) - at(low), 4, i + 1, 12);
    for (const { at: percent, sure, gone } of own) shape(at(percent), y, i, 17, !sure || gone);
  });
  const packed = new Blob([pixels]).stream().pipeThrough(new CompressionStream("deflate"));
  const data = new Uint8Array(await new Response(packed).arrayBuffer());
  // Eight bits a pixel, by palette.
  const head = new Uint8Array([0, 0, WIDTH >> 8, WIDTH & 255, 0, 0, HEIGHT >> 8, HEIGHT & 255, 8, 3, 0, 0, 0]);
  return new Blob(
    [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      ...chunk("IHDR", head),
      ...chunk("PLTE", palette()),
      ...chunk("IDAT", data),
      ...chunk("IEND", new Uint8Array()),
    ],
    { type: "image/png" },
  );
}
