/** Polish. */
import type { LanguagePack } from "../pack.ts";

export const pl: LanguagePack = {
  tag: "pl",
  letters: "[łąężźśćń]",
  commonWords:
    "w we i a o na nie się z ze że jest są był była było być do to ta ten te tego tej tym jak ale po od za przez przed przy dla bez pod nad oraz lub czy co kto który która które gdy kiedy gdzie jeśli został już tylko jeszcze też tak go jego jej ich mu mnie ja ty on ona my wy nas swój swoje ma mam może więc nic nigdy zawsze wszystko wszyscy bardzo",
  negations: "nie nigdy",
  time: {
    months:
      "stycznia styczen;lutego luty;marca marzec;kwietnia kwiecien;maja;czerwca czerwiec;lipca lipiec;sierpnia sierpien;wrzesnia wrzesien;pazdziernika pazdziernik;listopada listopad;grudnia grudzien",
    weekdays: "poniedziałek;wtorek;środę środa;czwartek;piątek;sobotę sobota;niedzielę niedziela",
    days: { "-2": "przedwczoraj", "-1": "wczoraj", 0: "dziś|dzisiaj", 1: "jutro" },
    future: "będzie",
    on: "w",
    inMonthYear: "w",
    inMonth: "w",
    inYear: "w",
  },
  page: {
    published: "opublikowano",
  },
};
