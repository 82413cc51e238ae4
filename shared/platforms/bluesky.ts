import { named, numberIn, type Platform } from "./platform.ts";

const ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";

/** /profile/REPO/post/KEY. The key is a TID: base 32, microseconds above 10 bits (atproto.com/specs/tid). */
export const bluesky: Platform = {
  name: "bluesky",
  hosts: ["bsky.app"],
  aliases: {},
  parameters: [],
  postOf: ({ path }) =>
    path[0] === "profile" && path[2] === "post"
      ? named(path[1] && path[3] && `${path[1]}/${path[3]}`, path[1]?.startsWith("did:") ? null : path[1])
      : null,
  timeOf(id) {
    const key = id.split("/").pop() ?? "";
    const value = /^[2-7a-z]{13}$/.test(key) ? numberIn(ALPHABET, key) : null;
    return value === null ? null : { ms: Number((value >> 10n) / 1000n), precision: "millisecond" };
  },
};
