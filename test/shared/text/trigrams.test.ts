import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { francAll } from "franc-min";
import { asTuples } from "trigram-utils";
import profiles from "../../../shared/lang/trigrams.json" with { type: "json" };
import { byTrigrams, counted } from "../../../shared/text/trigrams.ts";
import { LANGUAGES, profiles as madeAnew } from "../../eval/trigrams.ts";

test("the profiles are those of franc-min", () => assert.deepEqual(profiles, madeAnew()));

test("trigrams are counted as trigram-utils counts them", () => {
  const sorted = (of: [string, number][]) => of.map(String).sort();
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(..."aAbß é\t\n.,@!1İ "), maxLength: 60 }),
  );
  fc.assert(fc.property(text, (said) => assert.deepEqual(sorted(counted(said)), sorted(asTuples(said)))));
});

test("the likeliest is franc-min's likeliest, and the order much the same, though it has longer profiles", () => {
  const texts = [
    "The company denied on Monday that it had trained on the test questions.",
    "La empresa negó el lunes haber entrenado con las preguntas del examen.",
    "Das Unternehmen bestritt am Montag, mit den Prüfungsfragen trainiert zu haben.",
    "Şirket pazartesi günü iddiaları reddetti.",
    "Firma zaprzeczyła w poniedziałek, że ćwiczyła na pytaniach z egzaminu.",
    "Perusahaan itu membantah telah berlatih dengan soal ujian tersebut.",
  ];
  for (const text of texts) {
    const theirs = francAll(text, { only: Object.keys(LANGUAGES), minLength: 3 }).map(([code]) => LANGUAGES[code]);
    const mine = byTrigrams(text).map(([lang]) => lang);
    assert.equal(mine.length, theirs.length);
    assert.equal(mine[0], theirs[0], text);
  }
});
