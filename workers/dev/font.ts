/** Reads fonts in TrueType outlines from WOFF files (W3C WOFF 1.0; OpenType specification, chapter "Font tables"). */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

export interface Point {
  x: number;
  y: number;
  on: boolean;
  /** The last point of its contour. */
  end: boolean;
}
export interface Glyph {
  advance: number;
  points: Point[];
}

/** The tables of a WOFF file, unpacked. */
function tablesOf(file: Buffer): Map<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const entry = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [number, number, number];
    const data = file.subarray(offset, offset + packed);
    const whole = new Uint8Array(packed < length ? inflateSync(data) : data);
    tables.set(file.toString("latin1", entry, entry + 4), new DataView(whole.buffer));
  }
  return tables;
}

/** The tables of a TrueType font that are read (OpenType specification, chapter "Font tables"). */
interface FontTables {
  head: DataView;
  hhea: DataView;
  hmtx: DataView;
  loca: DataView;
  glyf: DataView;
  cmap: DataView;
}

/** The glyph numbers by character, from the subtables of format 4. */
function glyphNumbers(cmap: DataView): Map<number, number> {
  const numbers = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    if (cmap.getUint16(at) !== 4) continue;
    const segments = cmap.getUint16(at + 6);
    for (let s = 0; s < segments; s += 2) {
      const [end, start, delta, range] = [14, 16 + segments, 16 + 2 * segments, 16 + 3 * segments].map((part) =>
        cmap.getUint16(at + part + s),
      ) as [number, number, number, number];
      for (let code = start; code <= end && code < 0xffff; code++) {
        const found = range ? cmap.getUint16(at + 16 + 3 * segments + s + range + (code - start) * 2) : code;
        if (found) numbers.set(code, (found + delta) & 0xffff);
      }
    }
  }
  return numbers;
}

/** The points of a glyph that has contours of its own. `at` is behind its header. */
function simpleOutline(glyf: DataView, at: number, contours: number): Point[] {
  const ends = Array.from({ length: contours }, (_, i) => glyf.getUint16(at + i * 2));
  at += contours * 2;
  at += 2 + glyf.getUint16(at);
  const count = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const times = flag & 8 ? glyf.getUint8(at++) : 0;
    for (let i = 0; i <= times; i++) flags.push(flag);
  }
  const coordinates = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!(flag & same)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  return flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1, end: ends.includes(i) }));
}

/** The points of a glyph that is composed of others, such as a letter and its accent. `at` is behind its header. */
function compositeOutline(tables: FontTables, at: number): Point[] {
  const { glyf } = tables;
  const points: Point[] = [];
  for (let flags = 0x20; flags & 0x20; ) {
    flags = glyf.getUint16(at);
    const part = glyf.getUint16(at + 2);
    if (!(flags & 2)) throw new Error("parts joined by points are not read");
    const [dx, dy] = flags & 1 ? [glyf.getInt16(at + 4), glyf.getInt16(at + 6)] : [glyf.getInt8(at + 4), glyf.getInt8(at + 5)];
    at += flags & 1 ? 8 : 6;
    const next = () => {
      at += 2;
      return glyf.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) a = d = next();
    else if (flags & 0x40) [a, d] = [next(), next()];
    else if (flags & 0x80) [a, b, c, d] = [next(), next(), next(), next()];
    const moved = outline(tables, part).map((p) => ({
      ...p,
      x: Math.round(a * p.x + c * p.y + dx),
      y: Math.round(b * p.x + d * p.y + dy),
    }));
    points.push(...moved);
  }
  return points;
}

/** The points of a glyph; none for a blank one. */
function outline(tables: FontTables, glyph: number): Point[] {
  const { head, loca, glyf } = tables;
  const offset = (number: number) => (head.getInt16(50) ? loca.getUint32(number * 4) : loca.getUint16(number * 2) * 2);
  const at = offset(glyph);
  if (offset(glyph + 1) === at) return [];
  const contours = glyf.getInt16(at);
  return contours >= 0 ? simpleOutline(glyf, at + 10, contours) : compositeOutline(tables, at + 10);
}

/** The tables as a TrueType file, which shapers read. */
function trueType(tables: Map<string, DataView>): Uint8Array<ArrayBuffer> {
  const length = [...tables.values()].reduce((sum, table) => sum + 16 + table.byteLength + 3, 12);
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x10000);
  view.setUint16(4, tables.size);
  let at = 12 + tables.size * 16;
  [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([name, table], i) => {
      out.set(new TextEncoder().encode(name), 12 + i * 16);
      view.setUint32(12 + i * 16 + 8, at);
      view.setUint32(12 + i * 16 + 12, table.byteLength);
      out.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
      at += (table.byteLength + 3) & ~3;
    });
  return out;
}

export interface Font {
  unitsPerEm: number;
  /** The glyph of a character, without shaping; null if the font has none. */
  glyphOf(code: number): Glyph | null;
  /** The points of a glyph by its number. */
  outline(glyph: number): Point[];
  trueType: Uint8Array<ArrayBuffer>;
}

/** Reads a font: which glyph a character has, and outlines. */
export function fontOf(path: string): Font {
  const views = tablesOf(readFileSync(path));
  const table = (name: string) => {
    const found = views.get(name);
    if (!found) throw new Error(`${path} has no table ${name}`);
    return found;
  };
  const tables: FontTables = {
    head: table("head"),
    hhea: table("hhea"),
    hmtx: table("hmtx"),
    loca: table("loca"),
    glyf: table("glyf"),
    cmap: table("cmap"),
  };
  const numbers = glyphNumbers(tables.cmap);
  return {
    unitsPerEm: tables.head.getUint16(18),
    outline: (glyph) => outline(tables, glyph),
    trueType: trueType(views),
    glyphOf(code) {
      const glyph = numbers.get(code);
      if (glyph === undefined) return null;
      const advance = tables.hmtx.getUint16(Math.min(glyph, tables.hhea.getUint16(34) - 1) * 4);
      return { advance, points: outline(tables, glyph) };
    },
  };
}
