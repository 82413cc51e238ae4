/** Arabic. */
import type { LanguagePack } from "../../pack.ts";

export const ar: LanguagePack = {
  tag: "ar",
  stopWords: "في من على إلى ان أن هذا هذه التي الذي عن مع ما هو هي كان كانت قد أو ثم و",

  stems: { remove: "^(?:و?(?:ال|بال|كال|فال|لل))(?=..)|(?<=..)(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$" },
  time: {
    months: "يناير;فبراير;مارس;أبريل ابريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
    days: { "-1": "أمس", 0: "اليوم", 1: "غدا" },
  },
  numbers: { scales: { 1e3: "ألف" } },
  sources: {
    screenshot: "لقطة شاشة",
  },
  wall: {
    challenge: "لست روبوت",
    script: "تمكين جافا ?سكريبت",
  },
};
