/** What a text says of a claim in the claim's own words: it states, negates, or means the opposite. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { negatesWordForWord, statesPlainly } from "../../../shared/match/compare/polarity.ts";

const CLAIM = "Nordby Dairy put antifreeze in its vanilla ice cream";

test("a mark of irony takes back what a post says", () => {
  assert.ok(statesPlainly(`${CLAIM}.`, CLAIM, "en"));
  assert.ok(statesPlainly(`${CLAIM}. See example.com/s/1`, CLAIM, "en"));
  for (const mark of ["/s", "/S", "/sarcasm", "/s."]) assert.ok(!statesPlainly(`Sure, and ${CLAIM} ${mark}`, CLAIM, "en"), mark);
});

test("a text that negates the claim in its own words does not state it", () => {
  assert.ok(
    negatesWordForWord("Judge Denholm was not drunk at a trial. The council heard her.", "Judge Denholm was drunk at a trial", "en"),
  );
  assert.ok(!negatesWordForWord("Judge Denholm was drunk at a trial. The council heard her.", "Judge Denholm was drunk at a trial", "en"));
});
