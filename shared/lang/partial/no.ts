/** Norwegian. */
import type { LanguagePack } from "../pack.ts";

export const no: LanguagePack = {
  tag: "no",
  letters: "[øæå]",
  commonWords:
    "og at det den de er var være en et ei som på for av med ikke til har hadde om fra ifølge jeg du han hun vi man meg deg seg ham henne oss dere dem min mitt din sin sitt sine hans hennes deres her der når hva hvem hvilken hvordan så men eller bare også mye mer alle alt ingenting aldri alltid kan kunne skal skulle vil må blir ble etter under over uten mellom i",
  negations: "ikke aldri ingenting",
  stems: {
    endings:
      "hetens hetene heter heten elserne erende elsens elsers ernes elsene elsen elser elses erens erna arna erne erede ades ande endes ende enes eren aren eres else eret erer ers ens ets ene ast lige elig het hed ede ade et er en es ar as ig s e a",
  },
  time: {
    months: ";;;;;;;;;;;desember des",
  },
  page: {
    by: "av",
  },
};
