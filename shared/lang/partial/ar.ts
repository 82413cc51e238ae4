/** Arabic. */
import type { LanguagePack } from "../pack.ts";

export const ar: LanguagePack = {
  tag: "ar",
  stopWords: "في من على إلى ان أن هذا هذه التي الذي عن مع ما هو هي كان كانت قد أو ثم و",

  time: {
    months: ["يناير", "فبراير", "مارس", "أبريل ابريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    days: { اليوم: 0, أمس: -1, غدا: 1 },
  },
  numbers: { scales: { ألف: 1e3 } },
};
