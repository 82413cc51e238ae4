/** Finds a name in a text where it is whole words: "Li" is not in "believe". */
import type { Range } from "../span.ts";

/**
 * Two characters of one word. Only Latin letters, marks and digits count: in other scripts a word may follow without a space, or an ending or
 * particle may be attached, so a name is found wherever it is written.
 */
const ONE_WORD = /[\p{sc=Latin}\p{M}\p{N}]{2}/u;
const isInside = (text: string, at: number) => ONE_WORD.test(text.slice(Math.max(0, at - 1), at + 1));

/** The places of a name in a text, in the same case, with a genitive "s" ("Roes Haus"); UTF-16 offsets. */
export function* namePlaces(text: string, name: string): Generator<Range> {
  for (let start = text.indexOf(name); name && start >= 0; start = text.indexOf(name, start + 1)) {
    const end = [start + name.length, start + name.length + 1].find(
      (at) => !isInside(text, at) && /^s?$/.test(text.slice(start + name.length, at)),
    );
    if (end !== undefined && !isInside(text, start)) yield { start, end };
  }
}

/** The same in any case, unless lower case changes the length of the text. */
export function namePlacesAnyCase(text: string, name: string): Generator<Range> {
  const lower = text.toLowerCase();
  return lower.length === text.length ? namePlaces(lower, name.toLowerCase()) : namePlaces(text, name);
}

/** Whether a text contains a name, in the same case. */
export const hasName = (text: string, name: string): boolean => !namePlaces(text, name).next().done;

/** A text with other words at some of its places, given in order. A place that begins within another one is left out. */
export function replaced(text: string, places: Iterable<Range>, by: string): string {
  let out = "";
  let kept = 0;
  for (const { start, end } of places) {
    if (start < kept) continue;
    out += text.slice(kept, start) + by;
    kept = end;
  }
  return out + text.slice(kept);
}
