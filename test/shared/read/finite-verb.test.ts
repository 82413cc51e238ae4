/** Headlines of our own with and without a verb behind their subject. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginsAmid, endsAmid, hasFiniteVerb, pointsBack } from "../../../shared/read/claims/finite-verb.ts";

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
