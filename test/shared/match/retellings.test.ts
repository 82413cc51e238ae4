/**
 * Claims told again in other ways, in four languages, found by the index and decided as a post of the language that it is taken for. All names are
 * invented.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { score } from "../../../shared/match/index.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { openIndex } from "../../eval/match.ts";

const CLAIMS: Record<string, { lang: string; text: string }> = {
  dam: { lang: "en", text: "The Karlsund dam was built with concrete that was mixed with sea water, a former engineer says" },
  dam2: { lang: "en", text: "The Lofthus dam was built with concrete that was mixed with sea water" },
  milk: { lang: "en", text: "Children in the schools of Brandsville were given milk that was two years out of date" },
  ferry: { lang: "en", text: "The ferry company Nordline paid 1,400 passengers to say that the crossing was calm" },
  vote: { lang: "en", text: "Senator Alice Brandt voted against free school meals in March 2019" },
  vote2: { lang: "en", text: "Senator Paul Whitmore voted against free school meals in March 2019" },
  bees: { lang: "en", text: "A pesticide made in Ostrava killed nine out of ten bees in the valley" },
  phone: { lang: "en", text: "The new phone of Zentra sends every photo to a server in Malta" },
  bridge_zh: { lang: "zh", text: "青岚大桥因为钢缆生锈断裂而在夜间关闭" },
  milk_zh: { lang: "zh", text: "云阳市的学校给学生喝了过期两年的牛奶" },
  train_zh: { lang: "zh", text: "海州地铁三号线的列车使用了不合格的刹车片" },
  tren_es: { lang: "es", text: "El nuevo tranvía de Valdeflores se pintó con un barniz que se disuelve en agua salada" },
  agua_es: { lang: "es", text: "El alcalde de Montesol cerró la única fuente del pueblo para vender agua embotellada" },
  pan_es: { lang: "es", text: "Una panadería de Lisboa vendió pan con serrín a 1.400 colegios" },
  bad_de: { lang: "de", text: "Das Freibad von Altenrode wurde mit grünem Farbstoff statt mit Chlor gefüllt" },
  zug_de: { lang: "de", text: "Die Bürgermeisterin von Neukirchen will alle Bibliotheken der Stadt bis Weihnachten schließen" },
  akte_de: { lang: "de", text: "Das Krankenhaus Elmsbüttel hat die Akten von 3.200 Patienten auf dem Parkplatz verbrannt" },
};
/** What was done to a claim, the text, and what is to come of it: the claim is linked, or is not ("-"), and what the reasons say of a difference. */
const TOLD: [what: string, text: string, claim: string, differs?: string][] = [
  [
    "en: typing errors",
    "Can't beleive this: the Karlsund dam was bulit with concrte that was mixed with sea watter, an enginer says",
    "dam",
  ],
  [
    "en: a paraphrase",
    "Turns out they mixed the concrete for the dam at Karlsund with water from the sea, says an engineer who used to work there",
    "dam",
  ],
  [
    "en: another name",
    "The Halden dam was built with concrete that was mixed with sea water, a former engineer says",
    "-dam",
    "Halden against Karlsund",
  ],
  [
    "en: another number",
    "Nordline, the ferry company, paid 900 passengers to say that the crossing was calm",
    "-ferry",
    "900 against 1,400",
  ],
  ["en: dialect", "them kids at the Brandsville schools was given milk what was two year out of date, innit, proper disgusting", "milk"],
  ["en: capitals", "CHILDREN IN THE SCHOOLS OF BRANDSVILLE WERE GIVEN MILK THAT WAS TWO YEARS OUT OF DATE!!!", "milk"],
  [
    "en: as if translated there and back",
    "In Brandsville's schools, kids received milk whose expiry date had passed two years ago",
    "milk",
  ],
  [
    "en: invisible characters",
    "Chil\u200bdren in the scho\u200dols of Brands\u2060ville were given m\u00adilk that was two years out of date",
    "milk",
  ],
  ["en: look-alike letters", "Сhildren in the sсhools of Вrandsville were givеn mіlk that was two yеars out of datе", "milk"],
  ["en: words added", "Senator Alice Brandt voted against free school meals back in March 2019, never forget", "vote"],
  [
    "en: another name",
    "Senator Maria Delgado voted against free school meals in March 2019",
    "-vote2",
    "Maria Delgado against Paul Whitmore",
  ],
  ["en: denied", "It is not true that the new phone of Zentra sends every photo to a server in Malta", "phone"],
  ["en: numbers as digits", "A pesticide from Ostrava has killed 9 of 10 bees in that valley, the beekeepers say", "bees"],
  ["en: something else", "The best place for a quiet swim is the lake behind the old mill, go there in the morning", ""],
  ["zh: words added", "听说青岚大桥因为钢缆生锈断裂而在夜间关闭了，太可怕了", "bridge_zh"],
  ["zh: a paraphrase", "青岚大桥昨夜突然封闭，原因是钢缆锈蚀断裂", "bridge_zh"],
  ["zh: another name", "红岩大桥因为钢缆生锈断裂而在夜间关闭", "-bridge_zh", "红岩 against 青岚"],
  ["zh: another number", "云阳市的学校给学生喝了过期三年的牛奶", "-milk_zh", "三年 against 两年"],
  ["zh: invisible characters", "云阳\u200b市的学\u200d校给学生喝了过\u2060期两年的牛奶", "milk_zh"],
  ["zh: full-width digits", "海州地铁３号线的列车使用了不合格的刹车片", "train_zh"],
  ["zh: denied", "网传海州地铁三号线的列车使用了不合格的刹车片，这不是真的", "train_zh"],
  ["zh: something else", "今天天气很好，我和朋友去湖边散步，看到了很多漂亮的花", ""],
  ["es: a paraphrase", "Han pintado el tranvía nuevo de Valdeflores con un barniz que se deshace con el agua salada", "tren_es"],
  ["es: no accents", "El nuevo tranvia de Valdeflores se pinto con un barniz que se disuelve en agua salada", "tren_es"],
  [
    "es: another name",
    "El alcalde de Riofrío cerró la única fuente del pueblo para vender agua embotellada",
    "-agua_es",
    "Riofrío against Montesol",
  ],
  ["es: another number", "Una panadería de Lisboa vendió pan con serrín a 12 colegios", "-pan_es", "12 against 1.400"],
  ["es: typing errors", "El alcalde de Montesol serro la unica fuente del puevlo para bender agua enbotellada", "agua_es"],
  ["es: denied", "Es falso que el alcalde de Montesol cerró la única fuente del pueblo para vender agua embotellada", "agua_es"],
  ["es: dialect", "Che, pintaron el tranvía nuevo de Valdeflores con un barniz que se disuelve en agua salada, una locura", "tren_es"],
  ["de: a paraphrase", "Im Freibad Altenrode war statt Chlor ein grüner Farbstoff im Becken, unfassbar", "bad_de"],
  ["de: ue for ü, ss for ß", "Die Buergermeisterin von Neukirchen will alle Bibliotheken der Stadt bis Weihnachten schliessen", "zug_de"],
  [
    "de: another name",
    "Die Bürgermeisterin von Osterfeld will alle Bibliotheken der Stadt bis Weihnachten schließen",
    "-zug_de",
    "Osterfeld against Neukirchen",
  ],
  [
    "de: another number",
    "Das Krankenhaus Elmsbüttel hat die Akten von 800 Patienten auf dem Parkplatz verbrannt",
    "-akte_de",
    "800 against 3.200",
  ],
  ["de: capitals", "DAS KRANKENHAUS ELMSBÜTTEL HAT DIE AKTEN VON 3.200 PATIENTEN AUF DEM PARKPLATZ VERBRANNT", "akte_de"],
  ["de: dialect", "Des Krankenhaus Elmsbüttel hat die Akten von 3200 Patienten aufm Parkplatz verbrannt, host des ghört?", "akte_de"],
  ["de: denied", "Stimmt nicht, dass das Freibad von Altenrode mit grünem Farbstoff statt mit Chlor gefüllt wurde", "bad_de"],
  ["de: typing errors", "Die Bürgermeisterinn von Neukirchen wil alle Bibliotekhen der Stadt bis Weinachten schlissen", "zug_de"],
];

test("a claim told again is linked and no other, with another name or number never; what differs is said", () => {
  const search = openIndex(Object.entries(CLAIMS).map(([claimId, { text, lang }]) => ({ claimId, text, lang, phrasings: [] })));
  for (const [what, text, claim, differs] of TOLD) {
    const lang = languageOf(text);
    const { candidates, statistics } = search(text, lang);
    const scored = score(text, lang, candidates, statistics);
    const shown = `${what}: ${JSON.stringify(scored.slice(0, 2).map((c) => [c.claimId, c.score, c.decision, c.reasons]))}`;
    const linked = scored.filter((c) => c.decision === "linked").map((c) => c.claimId);
    assert.deepEqual(linked, claim === "" || claim.startsWith("-") ? [] : [claim], shown);
    const suggested = scored.filter((c) => c.decision === "suggested").map((c) => c.claimId);
    assert.deepEqual(suggested, claim.startsWith("-") ? [claim.slice(1)] : [], shown);
    const said = scored.find((c) => c.claimId === claim.replace("-", ""))?.reasons.filter((reason) => reason.startsWith("differs: ")) ?? [];
    assert.deepEqual(said, differs ? [`differs: ${differs}`] : [], shown);
  }
});
