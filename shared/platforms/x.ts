import { named, type Platform } from "./platform.ts";

/** Start of X's clock, in milliseconds: the first snowflake (ids since November 2010). */
const EPOCH = 1288834974657n;

/** The address of a post; one without its author's name leads there, too. */
export const postOnX = (id: string, handle: string | null = null): string => `https://x.com/${handle ?? "i"}/status/${id}`;

/** /NAME/status/ID, the old /NAME/statuses/ID, and /i/web/status/ID. */
export const x: Platform = {
  name: "x",
  hosts: ["x.com"],
  aliases: {
    "twitter.com": "x.com",
    "www.twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "m.twitter.com": "x.com",
    "www.x.com": "x.com",
    // Mirrors that people link to for their previews.
    "fxtwitter.com": "x.com",
    "vxtwitter.com": "x.com",
    "fixupx.com": "x.com",
    "fixvx.com": "x.com",
    "nitter.net": "x.com",
    "xcancel.com": "x.com",
  },
  parameters: [],
  postOf({ path }) {
    const at = path[0] === "i" && path[1] === "web" ? 2 : 1;
    if (!/^status(es)?$/.test(path[at] ?? "") || !/^\d{1,20}$/.test(path[at + 1] ?? "")) return null;
    return named(path[at + 1], path[0] === "i" ? null : path[0]);
  },
  timeOf(id) {
    if (!/^\d{11,19}$/.test(id)) return null;
    const number = BigInt(id);
    return number < 30_000_000_000n ? null : { ms: Number((number >> 22n) + EPOCH), precision: "millisecond" };
  },
};
