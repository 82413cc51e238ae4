import { named, numberIn, type Platform } from "./platform.ts";

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Start of the clock of posts' numbers, in Unix seconds, above 22 bits (posts since 2011). */
const EPOCH = 515483463n;

/** The number of a post, from the short form in an address: groups of four letters in base 62, seven digits each, from the end. */
function numberOf(short: string): string | null {
  if (/^\d{16}$/.test(short)) return short;
  if (!/^[0-9A-Za-z]{9}$/.test(short)) return null;
  const groups = [short.slice(0, 1), short.slice(1, 5), short.slice(5)];
  return groups.map((group, i) => String(numberIn(ALPHABET, group)).padStart(i ? 7 : 1, "0")).join("");
}

/** weibo.com/USER/SHORT, weibo.com/detail/NUMBER, m.weibo.cn/status/NUMBER and m.weibo.cn/detail/NUMBER are one post. */
export const weibo: Platform = {
  name: "weibo",
  hosts: ["weibo.com", "m.weibo.cn"],
  aliases: { "www.weibo.com": "weibo.com", "mobile.weibo.cn": "weibo.com", "weibo.cn": "m.weibo.cn" },
  parameters: [],
  postOf({ path }) {
    const isNamed = /^(?:status|detail)$/.test(path[0] ?? "");
    if (path.length !== 2 || !(isNamed || /^\d{5,12}$/.test(path[0] ?? ""))) return null;
    return named(numberOf(path[1] ?? ""), isNamed ? null : path[0]);
  },
  timeOf: (id) => (/^\d{16}$/.test(id) ? { ms: Number((BigInt(id) >> 22n) + EPOCH) * 1000, precision: "second" } : null),
};
