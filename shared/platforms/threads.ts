import { timeOfShortcode } from "./instagram.ts";
import { named, type Platform } from "./platform.ts";

/** /@USER/post/CODE: codes are those of Instagram, with the same clock. */
export const threads: Platform = {
  name: "threads",
  hosts: ["www.threads.com"],
  aliases: { "threads.com": "www.threads.com", "threads.net": "www.threads.com", "www.threads.net": "www.threads.com" },
  parameters: [],
  postOf({ path }) {
    if (/^@/.test(path[0] ?? "") && path[1] === "post" && /^[\w-]{5,40}$/.test(path[2] ?? "")) return named(path[2], path[0]);
    return path[0] === "t" && /^[\w-]{5,40}$/.test(path[1] ?? "") ? named(path[1]) : null;
  },
  timeOf: timeOfShortcode,
};
