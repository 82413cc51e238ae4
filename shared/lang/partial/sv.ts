/** Swedish. */
import type { LanguagePack } from "../pack.ts";

export const sv: LanguagePack = {
  tag: "sv",
  letters: "[åä]",
  commonWords:
    "och att det den de är var vara en ett som på för av med inte till har hade om från ur enligt jag du han hon vi ni man mig dig sig honom henne oss er dem min mitt din sin sitt sina hans hennes deras här där när vad vem vilken hur så men eller bara också mycket mer alla allt inget aldrig alltid kan kunde ska skulle vill måste blir blev efter under över utan mellan i",
  negations: "inte inget aldrig",
  stems: {
    endings:
      "hetens ernas arnas andet ornas arens heten igast erna arna ades ande orna aste aren ligt liga erns ens ade are ast iga igt lig ern het en ar er at as ad es or ig s a e",
  },
  time: {
    months: ";;;;;;;augusti;;;;",
    weekdays: "måndag;tisdag;onsdag;torsdag;fredag;lördag;söndag",
    days: { "-2": "förrgår", "-1": "igår|i går", 0: "idag|i dag" },
  },
  page: {
    by: "av",
    published: "publicerad",
  },
};
