import { named, type Platform } from "./platform.ts";

/**
 * /@user/ID on any host, also in the columns of its web client and in embeds, and the same by ActivityPub, where a boost ends in /activity. The
 * id is the server's own for its own users only.
 */
export const mastodon: Platform = {
  name: "mastodon",
  hosts: [],
  aliases: {},
  parameters: null,
  postOf({ host, path: whole }) {
    const path = /^(?:web|deck)$/.test(whole[0] ?? "") ? whole.slice(1) : whole;
    if (/^@[^@]+$/.test(path[0] ?? "") && /^\d{15,20}$/.test(path[1] ?? "") && (path.length === 2 || path[2] === "embed"))
      return named(`${host}/${path[1]}`, `${path[0]?.slice(1)}@${host}`);
    if (path[0] === "users" && path[2] === "statuses" && /^\d{15,20}$/.test(path[3] ?? "") && (path.length === 4 || path[4] === "activity"))
      return named(`${host}/${path[3]}`, `${path[1]}@${host}`);
    return path !== whole && path[0] === "statuses" && /^\d{15,20}$/.test(path[1] ?? "") ? named(`${host}/${path[1]}`) : null;
  },
  timeOf: (id) => (/\/\d{15,20}$/.test(id) ? { ms: Number(BigInt(id.split("/").pop() ?? "0") >> 16n), precision: "millisecond" } : null),
};
