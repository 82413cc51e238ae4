/** Vietnamese. */
import type { LanguagePack } from "../pack.ts";

export const vi: LanguagePack = {
  tag: "vi",
  letters: "[ơưđạảấầậắặẹẻếềệịọỏốồộớờợụủứừự]",
  commonWords: "và của là có không được cho các một trong với những đã này người",
  negations: "không",
  time: {
    of: "tháng",
    ofYear: "năm",
  },
};
