import { createHash } from "node:crypto";
import { fold } from "../text/fold.ts";

/** Crockford's base 32 in lower case: it has no i, l, o or u, which people misread. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(bytes: Uint8Array): string {
  let out = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits ? out + ALPHABET[(held << (5 - bits)) & 31] : out;
}

/** The 32 bytes of SHA-256 of a text's UTF-8. */
const sha256 = (text: string): Uint8Array => createHash("sha256").update(text).digest();

/** Full SHA-256 of a text in base 32 (52 characters). */
export function digest(text: string): string {
  return base32(sha256(text));
}

/** Prefix of the id of a source that documents name and that is not held (shared/cluster/named-sources.ts). */
export const NAMED_SOURCE = "named:";
/** Whether an id is that of a source that is only named. */
export const isNamedSource = (id: string): boolean => id.startsWith(NAMED_SOURCE);

/** The first letter of an id: document, claim, sighting (and its response), text, verdict, account, observed source, person or decision. */
type IdPrefix = "d" | "c" | "s" | "t" | "v" | "a" | "o" | "p" | "n";

/**
 * A deterministic id: prefix and 128 bits (26 characters) of SHA-256 over the parts.
 * Each part is length-prefixed, so that no two lists of parts read alike.
 */
export function idOf(prefix: IdPrefix, ...parts: (string | number)[]): string {
  const joined = parts.map((part) => `${String(part).length}:${part}`).join("");
  return prefix + base32(sha256(joined).subarray(0, 16));
}

/** The pattern of ids with this first letter. */
export const idPattern = (prefix: IdPrefix): RegExp => new RegExp(`^${prefix}[0-9a-z]{26}$`);
/** Whether a value looks like an id with this first letter. */
export const isId = <P extends IdPrefix>(prefix: P, value: unknown): value is `${P}${string}` =>
  typeof value === "string" && idPattern(prefix).test(value);

/** The number of an id's first 50 bits: the row number of a claim in the search index. */
export function rowNumber(id: string): number {
  let value = 0;
  for (const char of id.slice(1, 11)) value = value * 32 + ALPHABET.indexOf(char);
  return value;
}

/** The id of a body of text: the first 130 bits of its SHA-256. */
export const textIdOf = (body: string): string => `t${digest(body).slice(0, 26)}`;

/** Stops at the end of a proposition, which some copies lack. A question mark is kept: it makes a question. */
const END_STOPS = /[\s.。!！]{1,9}$/u;
/** The id of the claim that a proposition makes. The same words are the same claim, whoever reads them, with or without a stop at their end. */
export function claimIdOf(text: string): string {
  return idOf("c", "text", fold(text).replace(END_STOPS, ""));
}
