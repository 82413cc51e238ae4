import assert from "node:assert/strict";
import { test } from "node:test";
import { indexed, queryTerms } from "../../../shared/match/index.ts";
import { terms } from "../../../shared/match/terms/terms.ts";

const FORMS: Record<string, string[][]> = {
  de: [
    ["Spende", "Spenden"],
    ["Schule", "Schulen"],
    ["Krankheiten", "Krankheit"],
    ["geschlossen", "geschlossene", "geschlossener", "geschlossenes"],
    ["Bürgermeister", "Bürgermeisters", "Buergermeistern"],
    ["Bremen", "Bremer"],
  ],
  fr: [
    ["hôpital", "l'hôpital", "hôpitaux", "d’hôpital"],
    ["maire", "maires", "du maire"],
    ["vacciné", "vaccinée", "vaccinés", "vacciner"],
    ["journal", "journaux"],
  ],
  es: [
    ["escuela", "escuelas"],
    ["vacunado", "vacunada", "vacunados", "vacunar"],
    ["hospital", "hospitales"],
    ["declaración", "declaraciones"],
  ],
  pt: [
    ["escola", "escolas"],
    ["vacinado", "vacinadas", "vacinar"],
    ["eleição", "eleições"],
  ],
  it: [
    ["ospedale", "ospedali", "l'ospedale", "dell'ospedale"],
    ["vaccinato", "vaccinate", "vaccinati"],
    ["elezione", "elezioni"],
  ],
  nl: [
    ["school", "scholen"],
    ["verkiezing", "verkiezingen"],
  ],
  sv: [["skola", "skolor", "skolorna"]],
  da: [["skole", "skolen", "skoler", "skolerne"]],
  nb: [["skole", "skolen", "skoler", "skolene"]],
  ro: [["primarul", "primarului"]],
  cs: [["nemocnice", "nemocnici", "nemocnicích"]],
  ru: [
    ["больница", "больницы", "больницу", "больницах"],
    ["зелёный", "зеленая", "зеленого"],
  ],
  tr: [["Ankara", "Ankara'da", "Ankara’nın"]],
  fi: [["kaupungissa", "kaupungin"]],
  ar: [["مدرسة", "المدرسة", "والمدرسة", "مدرسات"]],
  hi: [["बच्चा", "बच्चे", "बच्चों"]],
};

test("forms of one word are one term in each language that has a stemmer", () => {
  for (const [lang, groups] of Object.entries(FORMS))
    for (const forms of groups)
      assert.deepEqual([...new Set(forms.flatMap((form) => terms(form, lang)))].length, 1, `${lang}: ${forms.map((f) => terms(f, lang))}`);
});

test("other words stay others, and short ones are whole", () => {
  for (const [lang, one, other] of [
    ["de", "Lindenau", "Linden"],
    ["de", "Rat", "Rad"],
    ["es", "Perú", "perro"],
    ["fr", "école", "écran"],
    ["ru", "Москва", "мост"],
    ["nl", "bank", "bang"],
  ] as const)
    assert.notDeepEqual(terms(one, lang), terms(other, lang), `${one} ${other}`);
  for (const word of ["sol", "mar", "pan"]) assert.deepEqual(terms(word, "es"), [word]);
});

test("what changes the sense is a term, what holds a sentence together is none", () => {
  for (const [lang, text, left] of [
    ["pt", "não é que os de para com", 1],
    ["nl", "het is niet van de", 1],
    ["ru", "он не был в этом", 2],
    ["de", "das ist nicht von der", 1],
    ["fr", "ce n'est pas du", 1],
  ] as const)
    assert.ok(terms(text, lang).length <= left + 1 && terms(text, lang).length >= left, `${lang}: ${terms(text, lang)}`);
});

test("a name finds claims of another language, whatever the endings of either take from it", () => {
  const named = "Reuters Müller Tesla Bremen Lake Kestrel";
  for (const lang of ["de", "es", "fr", "it", "pt", "nl", "sv", "tr", "zh", "ru", null])
    for (const other of ["en", "de", "es", "it", "zh"]) {
      const held = new Set(indexed({ claimId: "", text: named, phrasings: [], lang: other }).split(" "));
      const shared = queryTerms(named, lang).filter((term) => held.has(term));
      assert.ok(shared.length >= 6, `${lang} in ${other}: ${shared}`);
    }
});
