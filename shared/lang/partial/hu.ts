/** Hungarian. */
import type { LanguagePack } from "../pack.ts";

export const hu: LanguagePack = {
  tag: "hu",
  letters: "[őűáé]",
  commonWords:
    "a az és hogy nem is egy volt van vannak ez meg de csak már ha mint vagy ki mi aki ami amely akkor még nagyon minden soha mindig én te ő ti ők azt ezt el fel be le nincs lesz",
  negations: "nem soha",
  stems: { letters: 6 },
  time: {
    months: ";;marcius;;majus;junius;julius;augusztus;szeptember;;;",
  },
};
