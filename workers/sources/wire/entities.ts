/** Character references: XML's five, HTML's named ones, and numbers. */
import { Parser } from "htmlparser2";

/** Decoded once each: feeds use the same few over and over. */
const known = new Map<string, string>();
const MAX_KNOWN = 4_096;

function decoded(reference: string): string {
  const held = known.get(reference);
  if (held !== undefined) return held;
  let out = "";
  // htmlparser2 carries the table of names, and does not export it.
  const parser = new Parser({ ontext: (data) => void (out += data) });
  parser.end(reference);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(reference, out);
  return out;
}

/** A text with its references decoded, once; what is none stays as it is. Linear. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi, decoded);
}
