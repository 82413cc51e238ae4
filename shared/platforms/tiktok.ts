import { named, type Platform } from "./platform.ts";

/** /@USER/video/ID and /@USER/photo/ID. The upper 32 bits of an id are Unix seconds. */
export const tiktok: Platform = {
  name: "tiktok",
  hosts: ["www.tiktok.com"],
  aliases: { "tiktok.com": "www.tiktok.com", "m.tiktok.com": "www.tiktok.com" },
  parameters: [],
  postOf({ path }) {
    if (/^@/.test(path[0] ?? "") && /^(?:video|photo)$/.test(path[1] ?? "") && /^\d{15,20}$/.test(path[2] ?? ""))
      return named(path[2], path[0]);
    const old = /^(?:v|embed|player|share)$/.test(path[0] ?? "") ? /^(\d{15,20})(?:\.html)?$/.exec(path.at(-1) ?? "") : null;
    return named(old?.[1]);
  },
  timeOf: (id) => (/^\d{15,20}$/.test(id) ? { ms: Number(BigInt(id) >> 32n) * 1000, precision: "second" } : null),
};
