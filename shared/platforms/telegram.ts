import { named, noTime, type Platform } from "./platform.ts";

/** /CHANNEL/NUMBER: numbers are the channel's own and carry no time. /c/… are private. */
export const telegram: Platform = {
  name: "telegram",
  hosts: ["t.me"],
  aliases: { "telegram.me": "t.me", "www.t.me": "t.me", "telegram.dog": "t.me" },
  parameters: [],
  comments: ["comment"],
  postOf: ({ path }) =>
    path.length === 2 && path[0] !== "c" && /^\d+$/.test(path[1] ?? "") ? named(`${path[0]}/${path[1]}`, path[0]) : null,
  timeOf: noTime,
};
