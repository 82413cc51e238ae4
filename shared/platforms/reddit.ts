import { named, noTime, type Platform } from "./platform.ts";

/** /r/NAME/comments/…, /user/NAME/comments/…, /comments/… and /gallery/…: then the post, its title, and a comment. */
export const reddit: Platform = {
  name: "reddit",
  hosts: ["www.reddit.com"],
  aliases: Object.fromEntries(["", "old.", "new.", "sh.", "np.", "m.", "i."].map((part) => [`${part}reddit.com`, "www.reddit.com"])),
  parameters: [],
  postOf({ path }) {
    const isShort = /^(?:comments|gallery)$/.test(path[0] ?? "");
    if (!isShort && path[2] !== "comments") return null;
    // Below the title may stand the form of an answer: ".json".
    const [post = "", , comment = ""] = path.slice(isShort ? 1 : 3);
    return /^\w+$/.test(post) ? named(/^\w+$/.test(comment) ? `t1_${comment}` : `t3_${post}`) : null;
  },
  timeOf: noTime,
};
