/** Turkish. */
import type { LanguagePack } from "../pack.ts";

export const tr: LanguagePack = {
  tag: "tr",
  letters: "[ığş]",
  commonWords:
    "ve bir bu şu o için ile da de olarak çok daha en ne olduğu olan değil gibi kadar var yok ama fakat ya ki mi mı mu her hiç ben sen biz siz onlar bana sana onu bunu sonra önce göre diye ise şey nasıl neden",
  negations: "değil yok",
  stems: { letters: 6 },
  time: {
    months: "ocak;subat;mart;nisan;mayis;haziran;temmuz;agustos;eylul;ekim;kasim noyabr;aralik",
    weekdays: "pazartesi;salı;çarşamba;perşembe;cuma;cumartesi;pazar",
    days: { "-1": "dün", 0: "bugün", 1: "yarın" },
  },
  sources: {
    screenshot: "ekran görüntüsü\\p{Alpha}*",
  },
  wall: {
    challenge: "robot olmadığınızı",
    script: "java ?script['’]i (?:etkinleştirin|açın)",
  },
};
