import { named, noTime, type Platform } from "./platform.ts";

/** /watch?v=ID. Addresses of other players have this canonical form too. Ids are random. */
export const youtube: Platform = {
  name: "youtube",
  hosts: ["www.youtube.com"],
  aliases: Object.fromEntries(
    ["youtube.com", "m.youtube.com", "music.youtube.com", "www.youtube-nocookie.com"].map((host) => [host, "www.youtube.com"]),
  ),
  parameters: ["v", "list", "lb"],
  comments: ["lc"],
  postOf: ({ path, query }) => (path[0] === "watch" ? named(query.get("v")) : null),
  timeOf: noTime,
};
