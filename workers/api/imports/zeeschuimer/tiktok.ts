import { at, secondsAsTime } from "../../../sources/wire/json.ts";
import { present, textAt } from "./fields.ts";

/** A video on TikTok; its text is the description. The author is an object in the API's form, and a name in the page's. */
export const tiktok = (data: unknown): object[] | string => {
  const id = textAt(data, "id");
  const handle = textAt(data, "author", "uniqueId") ?? textAt(data, "author");
  const text = at(data, "desc");
  if (!id || !/^\d{1,20}$/.test(id) || !handle || typeof text !== "string") return "is no video of TikTok: needs id, desc and author";
  const lang = textAt(data, "textLanguage");
  return [
    {
      text,
      ...present({
        platform: "tiktok",
        platformId: id,
        url: `https://www.tiktok.com/@${handle}/video/${id}`,
        author: present({ handle, name: textAt(data, "author", "nickname") ?? textAt(data, "nickname"), id: textAt(data, "author", "id") }),
        lang: lang && /^(?!un$)[a-z]{2,3}$/.test(lang) ? lang : null,
        publishedAt: secondsAsTime(at(data, "createTime")),
      }),
    },
  ];
};
