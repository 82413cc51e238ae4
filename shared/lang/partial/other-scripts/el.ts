/** Greek. */
import type { LanguagePack } from "../../pack.ts";

export const el: LanguagePack = {
  tag: "el",
  time: {
    months: "ιανουαριου;φεβρουαριου;μαρτιου;απριλιου aprilis;μαιου;ιουνιου;ιουλιου;αυγουστου;σεπτεμβριου;οκτωβριου;νοεμβριου;δεκεμβριου",
  },
};
