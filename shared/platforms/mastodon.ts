import { named, type Platform } from "./platform.ts";

const POST =
  /^(?:(?:web|deck)\/)?(?:@([^@/]+)(?:\/posts)?|users\/([^/]+)\/statuses|(?<=^(?:web|deck)\/)statuses)\/(\d{15,20})(?:\/embed|\/activity)?$/;
/**
 * /@user/ID on any host (Truth Social: also /@user/posts/ID), in the columns of its web client and in embeds, and the same by ActivityPub, where a boost
 * ends in /activity. The id is the server's own for its own users only.
 */
export const mastodon: Platform = {
  name: "mastodon",
  hosts: [],
  aliases: {},
  parameters: null,
  postOf({ host, path }) {
    const [, at, user = at, number] = POST.exec(path.join("/")) ?? [];
    return named(number && `${host}/${number}`, user && `${user}@${host}`);
  },
  timeOf(id) {
    const number = /\/(\d{15,20})$/.exec(id)?.[1];
    return number ? { ms: Number(BigInt(number) >> 16n), precision: "millisecond" } : null;
  },
};
