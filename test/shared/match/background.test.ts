import assert from "node:assert/strict";
import { test } from "node:test";
import { background, MIN_DOCUMENTS } from "../../../shared/match/terms/background-corpus.ts";
import { scaledIdf } from "../../../shared/match/terms/idf.ts";
import { terms } from "../../../shared/match/terms/terms.ts";

test("the background corpus counts terms as texts are cut into them, and no more documents than it has", () => {
  assert.ok(background.documents > 10_000);
  for (const word of ["people", "president", "vaccines", "photograph"]) {
    const [term = ""] = terms(word, "en");
    const documents = background.frequency.get(term) ?? 0;
    assert.ok(documents >= MIN_DOCUMENTS && documents < background.documents, `${word}: ${documents}`);
  }
});

test("the scaled idf falls with how many claims hold a term, in the background corpus and in the index", () => {
  const inCorpus = scaledIdf({ claims: 0, frequency: new Map() });
  assert.ok(inCorpus("photo") < inCorpus("abandon"));
  assert.ok(inCorpus("abandon") < inCorpus("zyxwv"));
  const index = scaledIdf({
    claims: 5000,
    frequency: new Map([
      ["zyxwv", 2000],
      ["abandon", 0],
    ]),
  });
  assert.ok(index("zyxwv") < index("abandon"));
  for (const term of ["zyxwv", "abandon", "photo", "never counted"]) assert.ok(index(term) > 0 && index(term) <= 1);
});
