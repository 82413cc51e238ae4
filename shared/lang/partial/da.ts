/** Danish. */
import type { LanguagePack } from "../pack.ts";

export const da: LanguagePack = {
  tag: "da",
  letters: "[øæå]",
  commonWords:
    "og at det den de er var være en et som på for af med ikke til har havde om fra ifølge jeg du han hun vi i man mig dig sig ham hende os jer dem min mit din sin sit sine hans hendes deres her der når hvad hvem hvilken hvordan så men eller kun også meget mere alle alt intet aldrig altid kan kunne skal skulle vil må bliver blev efter under over uden mellem",
  negations: "ikke intet aldrig ingenting",
  stems: {
    endings:
      "hetens hetene heter heten elserne erende elsens elsers ernes elsene elsen elser elses erens erna arna erne erede ades ande endes ende enes eren aren eres else eret erer ers ens ets ene ast lige elig het hed ede ade et er en es ar as ig s e a",
  },
  time: {
    months: ";;;;maj;;;;;;;",
    weekdays: "mandag;tirsdag;;;;lørdag;søndag",
  },
  page: {
    by: "af",
  },
};
