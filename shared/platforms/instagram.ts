import { named, numberIn, type Platform } from "./platform.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Milliseconds from which the ids of Instagram count (its engineering blog, "Sharding & IDs at Instagram"). */
const EPOCH = 1314220021721n;

/** The time in a shortcode: the media's id in base 64, whose upper 41 bits are milliseconds. Private posts have longer codes. */
export function timeOfShortcode(code: string): { ms: number; precision: "millisecond" } | null {
  const id = /^[\w-]{10,11}$/.test(code) ? numberIn(ALPHABET, code) : null;
  return id === null ? null : { ms: Number((id >> 23n) + EPOCH), precision: "millisecond" };
}

const KIND = /^(?:p|reels?|tv)$/;
/** /p/CODE, /reel/CODE, /tv/CODE, and the same below a user's name. A comment is /p/CODE/c/NUMBER. Codes of /share/p/… are none of posts. */
export const instagram: Platform = {
  name: "instagram",
  hosts: ["www.instagram.com"],
  aliases: { "instagram.com": "www.instagram.com", "m.instagram.com": "www.instagram.com", "instagr.am": "www.instagram.com" },
  parameters: [],
  postOf({ path }) {
    const at = KIND.test(path[0] ?? "") ? 0 : 1;
    const code = path[at + 1] ?? "";
    if (!KIND.test(path[at] ?? "") || !/^(?!audio$)[\w-]{5,40}$/.test(code) || path[0] === "share") return null;
    return path[at + 2] === "c" ? named(`${code}#${path.at(-1)}`) : named(code, at ? path[0] : null);
  },
  timeOf: timeOfShortcode,
};
