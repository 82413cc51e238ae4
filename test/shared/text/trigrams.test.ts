import assert from "node:assert/strict";
import { test } from "node:test";
import { francAll } from "franc-min";
import { byTrigrams, trigramLanguages } from "../../../shared/text/trigrams.ts";

/** ISO 639-3 codes of the languages as franc-min has them, and their BCP 47 tags. */
const TAGS: Record<string, string> = {
  eng: "en",
  spa: "es",
  por: "pt",
  fra: "fr",
  deu: "de",
  ita: "it",
  nld: "nl",
  pol: "pl",
  ces: "cs",
  swe: "sv",
  ron: "ro",
  hun: "hu",
  tur: "tr",
  vie: "vi",
  ind: "id",
  uzn: "uz",
  tgl: "tl",
  swh: "sw",
  hau: "ha",
  yor: "yo",
  ibo: "ig",
  hrv: "hr",
};

test("every language with a profile is given, the likeliest first, with the likeness that franc-min gives", () => {
  const texts = {
    en: "The company denied on Monday that it had trained on the test questions.",
    es: "La empresa negó el lunes haber entrenado con las preguntas del examen.",
    de: "Das Unternehmen bestritt am Montag, mit den Prüfungsfragen trainiert zu haben.",
    tr: "Şirket pazartesi günü iddiaları reddetti.",
    pl: "Firma zaprzeczyła w poniedziałek, że ćwiczyła na pytaniach z egzaminu.",
    id: "Perusahaan itu membantah telah berlatih dengan soal ujian tersebut.",
  };
  assert.deepEqual([...trigramLanguages].sort(), Object.values(TAGS).sort());
  for (const [lang, text] of Object.entries(texts)) {
    const found = byTrigrams(text);
    assert.equal(found[0]?.[0], lang, text);
    for (const sample of [text, text.slice(0, 9), `${text}  (12 @ 3)\n${text.repeat(20)}`])
      assert.deepEqual(
        byTrigrams(sample.slice(0, 2000)),
        francAll(sample.slice(0, 2000), { only: Object.keys(TAGS), minLength: 1 }).map(([code, likeness]) => [TAGS[code], likeness]),
      );
  }
});
