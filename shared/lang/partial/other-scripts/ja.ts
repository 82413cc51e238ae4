/** Japanese. */
import type { LanguagePack } from "../../pack.ts";

export const ja: LanguagePack = {
  tag: "ja",
  unspaced: true,
  time: {
    days: { "-2": "一昨日" },
    units: { hour: "時間", week: "週間", month: "か月|ヶ月" },
  },
  sources: {
    replyTo: "返信",
    screenshot: "スクショ|スクリーンショット",
    translation: "翻訳",
  },
  wall: {
    challenge: "ロボットではない",
    script: "java ?script ?を有効",
  },
};
