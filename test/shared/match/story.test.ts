/** The words that the pages on a claim share. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { storyWords, suggestedByStory } from "../../../shared/match/story.ts";
import { terms } from "../../../shared/match/terms/terms.ts";

const claim = {
  claimId: "c1",
  ref: null,
  rank: 0,
  text: "The mayor of Tarnby sold the town's ferry",
  phrasings: ["Tarnby's ferry was sold"],
  lang: "en",
};
const WORDS = ["Lund", "quay", "crane", "invoice", "1417", "ferry", "Tarnby", "sold", "the", "Holm", "carousel", "lighthouse"];

test("they are on at least two pages and in no wording of the claim, whatever the order of the pages", () => {
  const pages = fc.array(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(" ")),
    { maxLength: 5 },
  );
  const own = new Set(terms([claim.text, ...claim.phrasings].join(" "), "en"));
  fc.assert(
    fc.property(pages, (texts) => {
      const found = storyWords(claim, texts);
      assert.deepEqual(storyWords(claim, texts.toReversed()), found);
      for (const word of found) {
        assert.ok(!own.has(word) && word !== "the", word);
        assert.ok(new Set(texts.filter((text) => terms(text, "en").includes(word))).size > 1, word);
      }
    }),
  );
});

test("a post is suggested by two of them, by one of them and one of the claim, and not by one alone", () => {
  const words = storyWords(claim, ["Lund signed for the crane on the quay", "The crane on the quay was paid for by Lund"]);
  const suggested = (text: string) => suggestedByStory(text, [{ claim, words }]);
  const found = suggested("what was Lund doing with that crane at night");
  assert.equal(found?.decision, "suggested");
  assert.deepEqual(found?.reasons, ["shares Lund, crane with pages on this claim"]);
  assert.ok(suggested("and now Lund says nothing of Tarnby at all"));
  assert.equal(suggested("my uncle knows a man called Lund who fishes"), null);
  assert.equal(suggestedByStory("nothing of this", []), null);
});
