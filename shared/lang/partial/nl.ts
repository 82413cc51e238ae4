/** Dutch. */
import type { LanguagePack } from "../pack.ts";

export const nl: LanguagePack = {
  tag: "nl",
  commonWords:
    "de het een en of in op te van voor met aan bij naar uit om door over tot is zijn was waren wordt worden werd heeft hebben had ben niet geen dat die dit deze er maar ook als dan dus want omdat volgens ik je jij hij zij ze we wij men mij hem haar hun mijn uw zich wat wie waar hoe zo nog wel al meer veel niets nooit altijd alle alles kan kunnen moet zou zal gaan doen",
  negations: "niet geen nooit",
  stems: { endings: "igheid ingen heden iging ende heid baar igen ing ige end en ig e s" },
  time: {
    months: "januari;februari;maart mrt;;mei;;;augustus;;;;",
    weekdays: "maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag;zondag",
    days: { "-2": "eergisteren", "-1": "gisteren", 0: "vandaag|vanavond" },
    units: { hour: "uur", day: "dag", week: "week", month: "maand", year: "jaar" },
    last: "(?:vorige|afgelopen) (week|maand|jaar)",
    before: "tot",
    after: "sinds",
    future: "zal",
    habit: "elke",
    on: "op",
    next: "volgende",
    previous: "afgelopen",
  },
  page: {
    by: "door",
    published: "gepubliceerd|geplaatst",
    updated: "bijgewerkt",
  },
  boilerplate: {
    share: { label: "delen" },
    advert: { label: "advertentie" },
    related: { line: "lees ook" },
    "inline-teaser": { label: "lees ook" },
  },
};
