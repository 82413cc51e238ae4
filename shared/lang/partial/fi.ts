/** Finnish. */
import type { LanguagePack } from "../pack.ts";

export const fi: LanguagePack = {
  tag: "fi",
  letters: "[äö]|(?:aa|ii|uu|ää|yy|kk|tt)[a-zäö]*n?\\b",
  commonWords:
    "ja on ei että se oli ovat mutta kun myös hän joka jos niin kuin tai sen ole minä sinä me te he mitä mikä kuka nyt vain voi olla ollut tämä nämä",
  negations: "ei",
  stems: { letters: 6 },
};
