import { named, noTime, type Platform } from "./platform.ts";

/** /wallOWNER_POST, also as `w` of another page: an owner below zero is a community. Numbers are the owner's own. */
export const vk: Platform = {
  name: "vk",
  hosts: ["vk.com"],
  aliases: { "www.vk.com": "vk.com", "m.vk.com": "vk.com", "vk.ru": "vk.com", "m.vk.ru": "vk.com", "vkontakte.ru": "vk.com" },
  parameters: ["w", "z"],
  comments: ["reply"],
  postOf({ path, query }) {
    const wall = /^wall(-?\d+_\d+)$/.exec(query.get("w") ?? "") ?? (path.length === 1 ? /^wall(-?\d+_\d+)$/.exec(path[0] ?? "") : null);
    return named(wall?.[1]);
  },
  timeOf: noTime,
};
