import { named, noTime, type Platform } from "./platform.ts";

/** /r/NAME/comments/…, /user/NAME/comments/…, /comments/… and /gallery/…: then the post, its title, and a comment. */
export const reddit: Platform = {
  name: "reddit",
  hosts: ["www.reddit.com"],
  aliases: Object.fromEntries(["", "old.", "new.", "np.", "m.", "i."].map((part) => [`${part}reddit.com`, "www.reddit.com"])),
  parameters: [],
  postOf({ path }) {
    const thread = /^(?:comments|gallery)$/.test(path[0] ?? "") ? 1 : path[2] === "comments" ? 3 : 0;
    if (!thread) return null;
    const comment = path[thread + 2];
    return named(comment ? `t1_${comment}` : path[thread] && `t3_${path[thread]}`);
  },
  timeOf: noTime,
};
