/** Why a name may be a source, in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MENTION_FEATURES } from "../../../../shared/read/gates/source-mentions.ts";
import { sourceReasons } from "../../../../shared/read/gates/source-reasons.ts";
import { likelySources, sourceCandidates, sourceWeights } from "../../../../shared/read/gates/sources.ts";
import { readDocument } from "../../../../shared/read/index.ts";

const read = (text: string) =>
  readDocument({ kind: "article", url: null, title: "A tower", text, html: null, lang: "en", publishedAt: null, author: null, site: null });

test("each feature of a mention has a name and a weight", () => {
  const [candidate] = sourceCandidates(read("According to the Harbour Gazette, the tower was sold."), null);
  const [mention] = candidate?.mentions ?? [];
  assert.equal(mention?.x.length, MENTION_FEATURES.length);
  for (const isOther of [false, true])
    assert.equal(
      MENTION_FEATURES.length + (candidate?.own.length ?? 0) + (isOther ? 2 : 0),
      sourceWeights(isOther).weights.length,
      `other languages: ${isOther}`,
    );
});

test("the words around a name are the reasons, for and against it, in seven languages", () => {
  const given: [lang: string, sentence: string, name: string, isFor: RegExp, isAgainst: RegExp | null][] = [
    ["en", "According to the Harbour Gazette, the tower was sold.", "Harbour Gazette", /“according to”/, null],
    ["en", "The sale was first reported by the Harbour Gazette.", "Harbour Gazette", /word for a report/, null],
    ["en", "The bank told the Harbour Gazette that it denied the sale.", "Harbour Gazette", /told it something/, /tells of an answer/],
    ["en", "A post on Facebook claimed so.", "Facebook", /word for a report/, null],
    ["en", "Ann Roe said that the tower was sold.", "Ann Roe", /^$/, /name of a person/],
    ["de", "Wie die Hafenzeitung berichtet, wurde der Turm verkauft.", "Hafenzeitung", /reporting follow/, null],
    ["es", "Según publicó El Faro, la torre fue vendida.", "El Faro", /newspaper/, null],
    ["fr", "Selon l’Agence Rivière, la tour est vendue.", "Agence Rivière", /“according to”|newspaper/, null],
    ["it", "Secondo il Corriere della Costa, la torre è stata venduta.", "Corriere della Costa", /“according to”|newspaper/, null],
    ["pt", "Segundo o Jornal do Porto, a torre foi vendida.", "Jornal do Porto", /“according to”|newspaper/, null],
    ["zh", "据晨光日报报道，塔已售出。", "晨光日报", /newspaper/, null],
  ];
  for (const [lang, sentence, name, isFor, isAgainst] of given) {
    const reasons = sourceReasons(sentence, name, lang);
    assert.match(reasons.for.join(" "), isFor, sentence);
    if (isAgainst) assert.match(reasons.against.join(" "), isAgainst, sentence);
  }
});

test("a likely name has a reason; a sentence that does not name it gives none, nor does a language without cues", () => {
  const text = `The tower was sold, the Harbour Gazette reported. ${"The new owner wants to turn it into a hotel. ".repeat(8)}`;
  for (const { name, probability } of likelySources(read(text), null) ?? [])
    if (probability > 0.3) assert.ok(sourceReasons(text.slice(0, 60), name, "en").for.length > 0, name);
  const none = { for: [], against: [] };
  assert.deepEqual(sourceReasons("The tower was sold.", "Harbour Gazette", "en"), none);
  assert.deepEqual(sourceReasons("Wieża została sprzedana, podaje Gazeta.", "Gazeta", "pl"), none);
  assert.deepEqual(sourceReasons("The tower was sold.", "", "en"), none);
});
