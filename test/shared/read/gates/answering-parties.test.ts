/** Whom a sentence may mean as the one who answers, in other languages than English. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../../../../shared/read/attribution/statements.ts";
import { partiesNear } from "../../../../shared/read/gates/near-parties.ts";
import { answeringFeatures } from "../../../../shared/read/gates/party-features.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { rolePhrases } from "../../../../shared/read/parties/role-phrases.ts";

test("offices and bodies are named with their article, with whose they are and with the name behind a comma", () => {
  for (const [lang, sentence, ...expected] of [
    ["de", "Die Redaktion schweigt, der Sprecher des Hafenamts Velden auch.", "der Sprecher des Hafenamts Velden"],
    ["es", "El director del Hospital Miralba, Luis Arce, no quiso hablar.", "El director del Hospital Miralba, Luis Arce"],
    ["fr", "Le maire et la directrice de l’Institut Corvin se taisent.", "Le maire", "la directrice de l’Institut Corvin"],
    ["it", "Il sindaco non risponde.", "Il sindaco"],
    ["pt", "A empresa não comenta.", "A empresa"],
    ["zh", "港务局否认。"],
  ] as const) {
    const found = rolePhrases(sentence, lang);
    for (const { text, start, end } of found) assert.equal(sentence.slice(start, end), text);
    assert.ok(
      found.every(({ start }, i) => start >= (found[i - 1]?.end ?? 0)),
      sentence,
    );
    for (const phrase of expected) assert.ok(found.map(({ text }) => text).includes(phrase), `${sentence} ${JSON.stringify(found)}`);
  }
});

test("a sentence may mean whom it describes, who spoke before, and whom the claim names, each once and with the same features", () => {
  const claim = "Die Reederei Corvina versenkt ihre Fähre";
  const text = `${claim}, heißt es. „Das ist Unsinn“, sagte der Hafenmeister Jens Mohr. Am Montag regnete es. Die Staatsanwaltschaft bittet um Verzeihung.`;
  const input = { kind: "article", url: null, title: claim, html: null, lang: "de", publishedAt: null, author: null };
  const analysis = analysisOf(readDocument({ ...input, text } as never).document);
  const index = analysis.sentences.findIndex((one) => one.text.includes("Verzeihung"));
  const sentence = analysis.sentences[index];
  assert.ok(sentence);
  const asked = { analysis: { ...analysis, publisher: "Küstenwelle" }, claim, sentence, index, cues: [] };
  const found = partiesNear(asked);
  const named = (words: string) => found.filter(({ party }) => (party.name ?? party.description ?? "").includes(words));
  for (const words of ["Staatsanwaltschaft", "Jens Mohr", "Corvina", "Küstenwelle"]) assert.equal(named(words).length, 1, words);
  assert.ok((named("Staatsanwaltschaft")[0]?.start ?? -1) >= 0);
  assert.equal(named("Corvina")[0]?.start, -1);
  const features = answeringFeatures(found, asked);
  const names = features.map((list) => list.map(([name]) => name).join());
  assert.equal(new Set(names).size, 1);
  assert.ok(features.flat().every(([, value]) => Number(value) >= 0 && Number(value) <= 1));
});
