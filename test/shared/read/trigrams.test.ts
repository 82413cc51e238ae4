import assert from "node:assert/strict";
import { test } from "node:test";
import { francAll } from "franc-min";
import profiles from "../../../shared/read/trigrams.json" with { type: "json" };
import { byTrigrams } from "../../../shared/read/trigrams.ts";
import { LANGUAGES, profiles as madeAnew } from "../../eval/trigrams.ts";

test("the profiles are those of franc-min", () => assert.deepEqual(profiles, madeAnew()));

test("the same languages in the same order with the same numbers as franc-min", () => {
  const texts = [
    "The company denied on Monday that it had trained on the test questions.",
    "La empresa negó el lunes haber entrenado con las preguntas del examen.",
    "Das Unternehmen bestritt am Montag, mit den Prüfungsfragen trainiert zu haben.",
    "aaaaaaaaaaaaaaaaaaaa",
    "Şirket pazartesi günü iddiaları reddetti.",
  ];
  for (const text of texts) {
    const theirs = francAll(text, { only: Object.keys(LANGUAGES), minLength: 3 });
    const mine = new Map(byTrigrams(text));
    assert.equal(mine.size, theirs.length);
    for (const [code, likeness] of theirs) assert.equal(mine.get(LANGUAGES[code] ?? ""), likeness, `${code}: ${text}`);
  }
});
