import { named, numberIn, type Platform } from "./platform.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Milliseconds from which the ids of Instagram count (its engineering blog, "Sharding & IDs at Instagram"). */
const EPOCH = 1314220021721n;

/** The time in a shortcode: the media's id in base 64, whose upper 41 bits are milliseconds. Private posts have longer codes. */
export function timeOfShortcode(code: string): { ms: number; precision: "millisecond" } | null {
  const id = /^[\w-]{10,11}$/.test(code) ? numberIn(ALPHABET, code) : null;
  return id === null ? null : { ms: Number((id >> 23n) + EPOCH), precision: "millisecond" };
}

/** /p/CODE, /reel/CODE, /tv/CODE, and the same below a user's name. */
export const instagram: Platform = {
  name: "instagram",
  hosts: ["www.instagram.com"],
  aliases: { "instagram.com": "www.instagram.com", "m.instagram.com": "www.instagram.com", "instagr.am": "www.instagram.com" },
  parameters: [],
  postOf({ path }) {
    const at = /^(?:p|reels?|tv)$/.test(path[0] ?? "") ? 0 : 1;
    return /^(?:p|reels?|tv)$/.test(path[at] ?? "") && /^[\w-]{5,40}$/.test(path[at + 1] ?? "")
      ? named(path[at + 1], at ? path[0] : null)
      : null;
  },
  timeOf: timeOfShortcode,
};
