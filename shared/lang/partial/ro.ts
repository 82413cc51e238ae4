/** Romanian. */
import type { LanguagePack } from "../pack.ts";

export const ro: LanguagePack = {
  tag: "ro",
  letters: "[ășțşţ]",
  commonWords:
    "și si în in de la cu pe pentru din prin sau dar nu este e sunt era a au am ai fi fost care ce cine cum când unde că să se mai un o unui unei al ale lui ei lor îi le eu tu el ea noi voi mă te tot toate toți nimic niciodată foarte doar după până dacă acest această",
  negations: "nu niciodată",
  stems: {
    endings:
      "atului atelor itului atele iilor ilor ului elor atei atul iile itul icii icul area ile ele ata ica ate ita iei ici ice and ite ii ul at ie ea ic it ia au ai im i e a",
  },
  time: {
    months: "ianuarie;februarie;martie;aprilie;;iunie;iulie;;septembrie;octombrie;noiembrie;decembrie",
  },
  page: {
    agency: "Agenția",
  },
};
