import assert from "node:assert/strict";
import { test } from "node:test";
import { isSiteOf } from "../../../shared/edges/evidence/source-credit.ts";
import { isOutletArticle, labelWithoutArticle, withoutOutletArticle } from "../../../shared/text/outlet-article.ts";

/** Names of outlets with their sites' labels, each with the article of its language or without. */
const OUTLETS = [
  ["The Harbour Post", "harbourpost"],
  ["El Faro Gris", "elfarogris"],
  ["Los Tiempos Nuevos", "lostiemposnuevos"],
  ["Der Seebote", "seebote"],
  ["Le Rivage", "lerivage"],
  ["L’Estuaire", "estuaire"],
  ["Il Molo", "ilmolo"],
  ["O Cais", "ocais"],
] as const;

test("a site is an outlet's with its article or without, and both begin with the same letter", () => {
  for (const [name, label] of OUTLETS) {
    const bare = withoutOutletArticle(name);
    assert.notEqual(bare, name);
    assert.ok(isOutletArticle(name.slice(0, -bare.length).trim()), name);
    assert.ok(isSiteOf(name, `https://www.${label}.example/2026/story`), name);
    const letters = [label, labelWithoutArticle(label)].map((one) => one[0]);
    assert.ok(letters.includes(bare[0]?.toLowerCase()), name);
  }
  assert.equal(withoutOutletArticle("Lagune"), "Lagune");
});
