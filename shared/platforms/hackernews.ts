import { named, noTime, type Platform } from "./platform.ts";

/** /item?id=ID */
export const hackernews: Platform = {
  name: "hackernews",
  hosts: ["news.ycombinator.com"],
  aliases: {},
  parameters: ["id"],
  postOf: ({ path, query }) => (path[0] === "item" ? named(query.get("id")) : null),
  timeOf: noTime,
};
