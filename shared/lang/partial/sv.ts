/** Swedish. */
import type { LanguagePack } from "../pack.ts";

export const sv: LanguagePack = {
  tag: "sv",
  commonWords:
    "och att det den de är var vara en ett som på för av med inte till har hade om från ur enligt jag du han hon vi ni man mig dig sig honom henne oss er dem min mitt din sin sitt sina hans hennes deras här där när vad vem vilken hur så men eller bara också mycket mer alla allt inget aldrig alltid kan kunde ska skulle vill måste blir blev efter under över utan mellan i",
  negations: "inte inget aldrig",
  time: {
    months: ["", "", "", "", "", "", "", "augusti", "", "", "", ""],
    weekdays: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    days: { idag: 0, igår: -1, förrgår: -2, "i dag": 0, "i går": -1 },
  },
  page: {
    by: "av",
    published: "publicerad",
  },
};
