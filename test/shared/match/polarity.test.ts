/** What a text says of a claim in the claim's own words: it states, negates, or means the opposite. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { negatesOther, negatesTerm, negatesWordForWord, statesPlainly } from "../../../shared/match/compare/polarity.ts";

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

test("a text that negates other words than a negated claim does not state it", () => {
  const claim = "Pinfold crisps are fried in palm oil that is not on the packet";
  const states = (text: string) => statesPlainly(text, claim, "en");
  assert.ok(states("Told you: Pinfold crisps are fried in palm oil that isn't on the packet, pass it on"));
  assert.ok(!states("We can confirm that no Pinfold crisps are fried in palm oil. All oil is on the packet."));
  assert.ok(!states("I have no idea whether Pinfold crisps are fried in palm oil."));
  assert.ok(!states("Pinfold crisps are fried in palm oil. It is on the packet."));
  assert.ok(
    negatesOther("Nossas batatas Pinfold não são fritas em óleo de palma", "As batatas Pinfold têm óleo que não está na embalagem", "pt"),
  );
  assert.ok(
    !negatesOther("O óleo das batatas Pinfold não está na embalagem", "As batatas Pinfold têm óleo que não está na embalagem", "pt"),
  );
});

test("a post that negates a word of the claim, elsewhere than in the clause with most of it, does not state it", () => {
  const claim = "Osby painted the mural on the old mill";
  const denial = "This mural on the old mill that everybody shares was painted by Lena Vik and not Osby";
  assert.ok(negatesTerm(denial, claim, "en") && !statesPlainly(denial, claim, "en"));
  const repeated = "NOT the mural RT @kestrel: Osby painted the mural on the old mill";
  assert.ok(negatesTerm(repeated, claim, "en") && !statesPlainly(repeated, claim, "en"));
  assert.ok(!negatesTerm("I can't believe that Osby painted the mural on the old mill", claim, "en"));
  assert.ok(!negatesTerm(denial, "Osby did not paint the mural on the old mill", "en"), "the claim is negated, too");
});
