/** Headlines of our own with and without a verb behind their subject. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginsAmid, endsAmid, hasFiniteVerb, pointsBack } from "../../../shared/read/claims/finite-verb.ts";
import { referredTo } from "../../../shared/read/claims/same-reason.ts";

test("a headline has a verb in any form behind its subject, with what headlines leave out", () => {
  for (const text of [
    "The Norrby ferry has lost its steering",
    "Norrby Ferry Loses Steering",
    "Norrby ferry to close its upper deck",
    "Captain of the Norrby, Ida Marlow, arrested in Port Calder",
    "Two tugs 'pull' ferry to Port Calder",
    "Tugs pulling ferry to Port Calder",
    "There's a leak in the ferry",
    "Marlow won't leave the ferry",
  ])
    assert.ok(hasFiniteVerb(text), text);
});
test("a phrase has none: nouns that look like verbs behind an article, a preposition or a number", () => {
  for (const text of [
    "Rumours of a ferry accident",
    "Reports of Marlow arrest",
    "The loss of the Norrby ferry",
    "Marlow's claim on the Norrby",
    "212 passengers and 11 damaged boats",
    "Leaving the Norrby ferry",
    "Ferries, made by Norrby",
  ])
    assert.ok(!hasFiniteVerb(text), text);
});
test("words about something told of before are told", () => {
  for (const text of ["the ferry was hit by a tug", "The new boats leak", "both passengers left"]) assert.ok(pointsBack(text), text);
  for (const text of ["the ferry Norrby was hit by a tug", "the 12 boats leak", "the world will end in June", "a ferry was hit by the tug"])
    assert.ok(!pointsBack(text), text);
});
test("words that begin or end amid a sentence are told", () => {
  for (const text of [
    "targeted the harbour",
    "battered the harbour",
    "if the ferry sinks",
    "it was hit by a tug",
    "by the harbour board, is unsafe",
    "was hit by a tug",
  ])
    assert.ok(beginsAmid(text), text);
  for (const text of ["the ferry was hit by a tug", "Hit by a tug, the ferry sank", "passengers left the ferry"])
    assert.ok(!beginsAmid(text), text);
  assert.ok(endsAmid("the letter from the harbour board was"));
  assert.ok(!endsAmid("the letter from the harbour board was false"));
});
test("the same reason is that of the sentence directly before, as written, and of none where more may be meant", () => {
  const told: [lang: string, before: string, own: string, claim: string][] = [
    ["en", "The treasurer of Osby resigned over the missing ferry tickets.", "I heard that CLAIM.", "the mayor left for the same reason"],
    ["de", "Die Kämmerin von Osby trat wegen der fehlenden Fahrkarten zurück.", "CLAIM.", "Der Bürgermeister ging aus demselben Grund"],
    ["es", "La tesorera de Osby dimitió por los billetes perdidos.", "CLAIM.", "El alcalde se fue por el mismo motivo"],
    ["fr", "La trésorière d’Osby a démissionné à cause des billets perdus.", "CLAIM.", "Le maire est parti pour la même raison"],
    ["it", "La tesoriera di Osby si è dimessa per i biglietti persi.", "CLAIM.", "Il sindaco è andato via per lo stesso motivo"],
    ["pt", "A tesoureira de Osby demitiu-se por causa dos bilhetes perdidos.", "CLAIM.", "O prefeito saiu pelo mesmo motivo"],
    ["zh", "奥斯比市财务主管因船票丢失辞职。", "CLAIM。", "市长也因同样的原因离开"],
  ];
  const of = (text: string, claim: string, lang: string) => referredTo(text, text.indexOf(claim), text.indexOf(claim) + claim.length, lang);
  for (const [lang, before, own, claim] of told) {
    const written = own.replace("CLAIM", claim);
    const gap = lang === "zh" ? "" : " ";
    assert.equal(of(`${before}${gap}${written}`, claim, lang), before);
    assert.equal(of(`${before}\n\n${written}`, claim, lang), null, "another paragraph");
    assert.equal(of(written, claim, lang), null, "nothing before");
    assert.equal(of(`${before.replace(/[.。]$/u, "?")}${gap}${written}`, claim, lang), null, "a question");
    assert.equal(of(`${before}${gap}${before}`, before, lang), null, "nothing that points back");
  }
  const two = "The tickets were lost in May. The treasurer resigned, and the mayor left for the same reason.";
  assert.equal(of(two, "the mayor left for the same reason", "en"), null, "a clause before it");
});
