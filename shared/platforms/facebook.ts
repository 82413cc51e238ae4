import { type Address, named, noTime, type Platform } from "./platform.ts";

const NUMBER = /^\d{6,20}$/;
/** The number of a post in its path: /USER/posts/ID, /USER/posts/TITLE/ID, /USER/videos/ID, /groups/GROUP/permalink/ID, /reel/ID. */
function numberOf({ path }: Address): string | undefined {
  const at = path.findIndex((part) => /^(?:posts|videos|permalink|reel|photos)$/.test(part));
  return at < 0 ? undefined : path.slice(at + 1).findLast((part) => NUMBER.test(part));
}

/** Numbers are unique for the whole site and carry no time. An address with `pfbid…`, which differs for each reader, names no post here. */
export const facebook: Platform = {
  name: "facebook",
  hosts: ["www.facebook.com"],
  aliases: Object.fromEntries(
    ["facebook.com", "m.facebook.com", "mbasic.facebook.com", "web.facebook.com", "touch.facebook.com", "fb.com"].map((host) => [
      host,
      "www.facebook.com",
    ]),
  ),
  parameters: ["story_fbid", "fbid", "id", "v", "set", "multi_permalinks"],
  comments: ["reply_comment_id", "comment_id"],
  postOf(address) {
    const { path, query } = address;
    const asked = /^(?:permalink|story|photo|video|watch|groups)(?:\.php)?$/.test(path[0] ?? "")
      ? ["story_fbid", "fbid", "v", "multi_permalinks"].map((name) => query.get(name) ?? "").find((value) => NUMBER.test(value))
      : undefined;
    return named(asked ?? numberOf(address), /^(?:posts|videos|photos)$/.test(path[1] ?? "") ? path[0] : null);
  },
  timeOf: noTime,
};
