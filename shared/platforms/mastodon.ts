import { named, type Platform } from "./platform.ts";

/** /@user/ID on any host, where the id is the server's own only for its own users; and the same by ActivityPub, where a boost ends in /activity. */
export const mastodon: Platform = {
  name: "mastodon",
  hosts: [],
  aliases: {},
  parameters: null,
  postOf({ host, path }) {
    if (/^@[^@]+$/.test(path[0] ?? "") && /^\d{15,20}$/.test(path[1] ?? "") && path.length === 2)
      return named(`${host}/${path[1]}`, `${path[0]?.slice(1)}@${host}`);
    if (path[0] === "users" && path[2] === "statuses" && /^\d{15,20}$/.test(path[3] ?? "") && (path.length === 4 || path[4] === "activity"))
      return named(`${host}/${path[3]}`, `${path[1]}@${host}`);
    return null;
  },
  timeOf: (id) => (/\/\d{15,20}$/.test(id) ? { ms: Number(BigInt(id.split("/").pop() ?? "0") >> 16n), precision: "millisecond" } : null),
};
