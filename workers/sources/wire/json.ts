/** JSON of other services: ids beyond 2^53 stay text, and an answer that ends early gives its complete part. */
import { isoTime } from "../../../shared/iso.ts";
import { isObject, type JsonObject } from "../../../shared/json-object.ts";

/** Integers that a JavaScript number cannot hold are given as text. JSON.parse hands the source of each value to its reviver (ES2026). */
const exact = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) && context?.source && /^-?\d+$/.test(context.source) ? context.source : value;

function parse(text: string): unknown {
  // A reviver makes parsing several times slower, and most answers need none.
  return JSON.parse(text, /[:[,]\s*-?\d{16}/.test(text) ? exact : undefined);
}

/** The text up to the last complete object of the outermost list of objects, with its brackets closed; null if there is none. */
function repaired(text: string): string | null {
  const open: string[] = [];
  /** The depth of the outermost list of objects. Deeper lists do not count, because the objects around them are not complete. */
  let outermost = Number.POSITIVE_INFINITY;
  let best: { at: number; closing: string } | null = null;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === "\\") at++;
    } else if (char === "{" || char === "[") {
      if (char === "{" && open.at(-1) === "]" && open.length < outermost) {
        outermost = open.length;
        best = null;
      }
      open.push(char === "{" ? "}" : "]");
    } else if (char === "}" || char === "]") {
      if (open.pop() !== char) break;
      // Closing brackets are written for each object, so the depth is bounded; real answers stay far below 64.
      if (char === "}" && open.at(-1) === "]" && open.length === outermost && outermost <= 64)
        best = { at: at + 1, closing: open.toReversed().join("") };
    }
  }
  return best && text.slice(0, best.at) + best.closing;
}

interface JsonAnswer {
  value: unknown;
  /** The text ended early; the value has what is complete. */
  cut: boolean;
}

/** Reads an answer; null if nothing of it can be read. Never throws. */
export function readJson(text: string): JsonAnswer | null {
  const body = text.replace(/^[\ufeff\s]+/, "");
  try {
    return { value: parse(body), cut: false };
  } catch {
    if (!/^[[{]/.test(body)) return null;
    // Some services (GDELT) write escapes that JSON does not have, and raw line breaks in texts.
    const mended = body
      .replace(/[\0-\x1f]+/g, " ")
      .replace(/\\(?:(["\\/bfnrt]|u[0-9a-f]{4})|)/gi, (sequence, good) => (good ? sequence : ""));
    for (const [text, cut] of [[mended, false] as const, [repaired(mended), true] as const])
      try {
        if (text) return { value: parse(text), cut };
      } catch {
        // The next attempt may succeed.
      }
    return null;
  }
}

/** A value as well-formed text: a text itself, or a number's digits; null for anything else, and for an empty text. */
export function str(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() ? value.toWellFormed() : null;
}

/** The objects of a list; none for anything else. */
export const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The value at a path of names. Only own fields are read, so that no answer reaches a prototype. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) here = isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  return here;
}

/** Seconds since 1970, as many services give them, in RFC 3339; null for anything else. */
export function secondsAsTime(value: unknown): string | null {
  const isNumber = typeof value === "number" || (typeof value === "string" && /^\d{9,11}(\.\d+)?$/.test(value));
  const seconds = isNumber ? Number(value) : Number.NaN;
  if (!(seconds > 0 && seconds < 4_102_444_800)) return null;
  return isoTime(Math.floor(seconds) * 1000).replace(".000Z", "Z");
}
