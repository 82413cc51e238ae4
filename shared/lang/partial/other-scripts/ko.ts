/** Korean. */
import type { LanguagePack } from "../../pack.ts";

export const ko: LanguagePack = {
  tag: "ko",
  time: {
    days: { "-2": "그저께", "-1": "어제", 0: "오늘", 1: "내일" },
    dateMarks: ["년", "월", "일"],
  },
  sources: {
    replyTo: "답장",
    screenshot: "\\p{Alpha}*스크린샷\\p{Alpha}*",
    translation: "\\p{Alpha}*번역\\p{Alpha}*",
  },
  wall: {
    challenge: "로봇이 아닙니다",
    script: "java ?script(?:를|을) (?:사용|활성화)",
  },
};
