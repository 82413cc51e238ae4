/** Czech, and Slovak where its months differ. */
import type { LanguagePack } from "../pack.ts";

export const cs: LanguagePack = {
  tag: "cs",
  letters: "[řůěčšž]",
  commonWords:
    "se si na je že v ve s z ze do to ta ten ty té jak ale pro po by bych byl byla bylo jsou jsem jsi být není podle který která které když kde kdo co což nebo ani už jen ještě také tak i a o od u k ke za při před pod nad bez než jeho její jich mu mě já on ona my vy nás svůj má mají může nic nikdy vždy všechno všichni aby protože",
  negations: "není nikdy nic",
  stems: {
    endings: "tovat ovat ovem ovou ovym ich imi ech iho eho ych emu ymi ove ach ami ovi emi ova ovy im ou mi os ym am at i e a u y m o",
  },
  time: {
    months:
      "leden ledna januara;unor unora;brezen brezna marec;duben dubna;kveten kvetna;cerven cervna;cervenec cervence;srpen srpna;zari;rijen rijna;listopadu;prosinec prosince decembra",
  },
};
