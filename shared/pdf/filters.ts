/** Unpacks the bytes of streams (ISO 32000-2, 7.4). */
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";
import { bytesOfHex } from "./values.ts";

/**
 * Number of bytes that may still be read or unpacked from this file: a small file can contain gigabytes of zeros, or name a stream a million times.
 */
export interface WorkBudget {
  left: number;
}
type Parameters = (key: string, otherwise: number) => number;
/** Cost of a byte of a broken stream. */
const WORK_OF_BROKEN = 256;
/** Cost of a byte that is written in ASCII, which takes longer to unpack. */
const WORK_OF_ASCII = 10;
/** zlib's Z_SYNC_FLUSH: a truncated stream gives the part that it has. */
const SYNC_FLUSH = 2;

/** The bytes of a text with one character per byte. */
export function bytesOf(text: string, start = 0, end = text.length): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, end - start));
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(start + i);
  return bytes;
}
/** Bytes as a text with one character each. */
export function textOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Applies filters to bytes; null for filters of pictures, for broken data, and if the budget is used up. */
export function decoded(
  bytes: Uint8Array,
  filters: readonly string[],
  parameters: readonly Parameters[],
  budget: WorkBudget,
): string | null {
  let out = bytes;
  for (const [i, filter] of filters.slice(0, 4).entries()) {
    const given = parameters[i] ?? ((_: string, otherwise: number) => otherwise);
    const next = unpacked(out, filter, budget);
    if (!next) return null;
    budget.left -= next.length;
    out = filter === "ASCIIHexDecode" || filter === "ASCII85Decode" ? next : unpredicted(next, given);
  }
  return textOfBytes(out);
}

function unpacked(bytes: Uint8Array, filter: string, budget: WorkBudget): Uint8Array | null {
  if (budget.left <= 0) return null;
  if (filter === "FlateDecode" || filter === "Fl") {
    try {
      return inflateSync(bytes, { maxOutputLength: budget.left, finishFlush: SYNC_FLUSH });
    } catch (error) {
      // Either the budget is used up or the bytes are broken; the cost of broken bytes is not known.
      budget.left -= error instanceof RangeError ? budget.left : bytes.length * WORK_OF_BROKEN;
      return null;
    }
  }
  budget.left -= bytes.length * WORK_OF_ASCII;
  if (filter === "ASCII85Decode" || filter === "A85") return unpackAscii85(textOfBytes(bytes));
  if (filter === "ASCIIHexDecode" || filter === "AHx")
    return bytesOf(bytesOfHex((textOfBytes(bytes).split(">")[0] ?? "").replace(/[^0-9a-fA-F]+/g, "")));
  return null;
}

/** Undoes a PNG predictor (10 and above), which cross-reference and object streams use. */
function unpredicted(bytes: Uint8Array, parameter: Parameters): Uint8Array {
  if (parameter("Predictor", 1) < 10) return bytes;
  const perPixel = Math.max(1, (parameter("Colors", 1) * parameter("BitsPerComponent", 8)) >> 3);
  const width = Math.ceil((parameter("Columns", 1) * parameter("Colors", 1) * parameter("BitsPerComponent", 8)) / 8);
  if (!(width > 0 && width < bytes.length)) return bytes;
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const type = bytes[row * (width + 1)];
    for (let i = 0; i < width; i++) {
      const at = row * width + i;
      const left = i >= perPixel ? (out[at - perPixel] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && i >= perPixel ? (out[at - width - perPixel] ?? 0) : 0;
      out[at] = (bytes[row * (width + 1) + 1 + i] ?? 0) + predicted(type, left, up, corner);
    }
  }
  return out;
}
/** A byte as the filter type of its row predicts it. */
function predicted(type: number | undefined, left: number, up: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  return type === 4 ? paeth(left, up, corner) : 0;
}
function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function unpackAscii85(text: string): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (length: number) => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < length; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 255);
    group = [];
  };
  for (const char of text.split("~")[0] ?? "") {
    const digit = char.charCodeAt(0) - 33;
    if (char === "z" && !group.length) out.push(0, 0, 0, 0);
    else if (digit >= 0 && digit < 85 && group.push(digit) === 5) flush(4);
  }
  const rest = group.length;
  if (rest > 1) {
    while (group.length < 5) group.push(84);
    flush(rest - 1);
  }
  return Uint8Array.from(out);
}
