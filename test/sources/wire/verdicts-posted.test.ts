/** Ratings in the text of a page that somebody sends: of the claim that it labels, else of what its headline asks, and of nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentInput } from "../../../shared/model/document.ts";
import { verdictsPosted } from "../../../workers/sources/wire/claim-review.ts";

const rated = (title: string, text: string, lang: string, kind = "fact_check") =>
  verdictsPosted({ kind, url: "https://check.example/1", title, text, lang } as DocumentInput).map(({ claim, label }) => [claim, label]);

test("a rating without a labelled claim is of what the headline asks", () => {
  assert.deepEqual(rated("Le maire de Vale a-t-il vendu le pont ?", "Nous avons vérifié.\n\nNotre verdict : plutôt faux.", "fr"), [
    ["Le maire de Vale a-t-il vendu le pont", "plutôt faux"],
  ]);
  assert.deepEqual(rated("¿Vendió el alcalde el puente?", "Lo hemos comprobado.\n\nVeredicto: Falso", "es"), [
    ["Vendió el alcalde el puente", "Falso"],
  ]);
  assert.deepEqual(rated("谷地镇长卖了大桥？", "我们查了档案。\n\n结论：缺乏依据。", "zh"), [["谷地镇长卖了大桥", "缺乏依据"]]);
});

test("a headline that asks nothing is not rated, a labelled claim goes before it, and no other page rates", () => {
  assert.deepEqual(rated("No, the mayor did not sell the bridge", "We looked.\n\nRating: False", "en"), []);
  assert.deepEqual(rated("Was the bridge sold?", "Claim: The mayor sold the bridge\n\nRating: False", "en"), [
    ["The mayor sold the bridge", "False"],
  ]);
  assert.deepEqual(rated("Was the bridge sold?", "We looked.\n\nRating: False", "en", "post"), []);
});
