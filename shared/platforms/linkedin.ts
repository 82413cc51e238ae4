import { named, type Platform } from "./platform.ts";

const KIND = "(activity|share|ugcPost)";
/** The upper 41 bits of an id are milliseconds since 1970. A post has one id for each kind, so the kind is part of its name. */
export const linkedin: Platform = {
  name: "linkedin",
  hosts: ["www.linkedin.com"],
  // Search engines link to the hosts of countries.
  aliases: Object.fromEntries(
    ["", ..."m at au be br ca ch de es fr in it nl pt uk".split(" ").map((part) => `${part}.`)].map((part) => [
      `${part}linkedin.com`,
      "www.linkedin.com",
    ]),
  ),
  parameters: [],
  comments: ["replyUrn", "commentUrn"],
  postOf({ path: whole }) {
    const path = whole[0] === "embed" ? whole.slice(1) : whole;
    const urn =
      path[0] === "feed" && path[1] === "update"
        ? new RegExp(`^urn(?::|%3A)li(?::|%3A)${KIND}(?::|%3A)(\\d{19})$`, "i").exec(path[2] ?? "")
        : null;
    const post = path[0] === "posts" ? new RegExp(`^(?:(.+?)_)?.*-${KIND}-(\\d{19})(?:-|$)`).exec(path[1] ?? "") : null;
    return urn ? named(`${urn[1]}:${urn[2]}`) : named(post && `${post[2]}:${post[3]}`, post?.[1]);
  },
  timeOf(id) {
    const number = /^(?:\w+:)?(\d{19})$/.exec(id)?.[1];
    return number === undefined ? null : { ms: Number(BigInt(number) >> 22n), precision: "millisecond" };
  },
};
