import * as z from "zod";
import { writtenTime } from "../table.ts";
import type { Mapper } from "../zeeschuimer.ts";

/** The author is an object in the API's form, and a name in the page's. */
const Video = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  desc: z.string(),
  createTime: z.union([z.string(), z.number()]),
  author: z.union([z.string(), z.object({ uniqueId: z.string(), nickname: z.string().nullish(), id: z.string().nullish() })]),
  nickname: z.string().nullish(),
  textLanguage: z.string().nullish(),
});

/** A video on TikTok; its text is the description. */
export const tiktok: Mapper = (data) => {
  const video = Video.safeParse(data).data;
  if (!video) return "is no video of TikTok: needs id, desc, createTime and author";
  const author = typeof video.author === "string" ? { uniqueId: video.author, nickname: video.nickname, id: null } : video.author;
  const time = writtenTime(String(video.createTime));
  const lang = video.textLanguage && /^[a-z]{2,3}$/.test(video.textLanguage) && video.textLanguage !== "un" ? video.textLanguage : null;
  return [
    {
      platform: "tiktok",
      platformId: video.id,
      url: `https://www.tiktok.com/@${author.uniqueId}/video/${video.id}`,
      author: { handle: author.uniqueId, ...(author.nickname ? { name: author.nickname } : {}), ...(author.id ? { id: author.id } : {}) },
      text: video.desc,
      ...(lang ? { lang } : {}),
      ...(time ? { publishedAt: time } : {}),
    },
  ];
};
