/** Romanian. */
import type { LanguagePack } from "../pack.ts";

export const ro: LanguagePack = {
  tag: "ro",
  commonWords:
    "și si în in de la cu pe pentru din prin sau dar nu este e sunt era a au am ai fi fost care ce cine cum când unde că să se mai un o unui unei al ale lui ei lor îi le eu tu el ea noi voi mă te tot toate toți nimic niciodată foarte doar după până dacă acest această",
  negations: "nu niciodată",
  time: {
    months: ["ianuarie", "februarie", "martie", "aprilie", "", "iunie", "iulie", "", "septembrie", "octombrie", "noiembrie", "decembrie"],
  },
  page: {
    agency: "Agenția",
  },
};
