import assert from "node:assert/strict";
import { test } from "node:test";
import { byTrigrams, trigramLanguages } from "../../../shared/text/trigrams.ts";

test("every language with a profile is given, the likeliest first, as BCP 47 tags", () => {
  const texts = {
    en: "The company denied on Monday that it had trained on the test questions.",
    es: "La empresa negó el lunes haber entrenado con las preguntas del examen.",
    de: "Das Unternehmen bestritt am Montag, mit den Prüfungsfragen trainiert zu haben.",
    tr: "Şirket pazartesi günü iddiaları reddetti.",
    pl: "Firma zaprzeczyła w poniedziałek, że ćwiczyła na pytaniach z egzaminu.",
    id: "Perusahaan itu membantah telah berlatih dengan soal ujian tersebut.",
  };
  for (const [lang, text] of Object.entries(texts)) {
    const found = byTrigrams(text);
    assert.deepEqual(found.map(([tag]) => tag).sort(), [...trigramLanguages].sort());
    assert.equal(found[0]?.[0], lang, text);
    assert.ok(found.every(([, likeness], i) => likeness >= 0 && likeness <= (found[i - 1]?.[1] ?? 1)));
  }
});

test("a text without Latin letters has no likeness", () => assert.deepEqual(byTrigrams("公司周一否认"), []));
