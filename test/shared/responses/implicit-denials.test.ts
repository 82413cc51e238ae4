/** Denials without a word of denying. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { negates } from "../../../shared/read/responses/implicit-denials.ts";

test('a claim\'s words with a "not" deny it; the negated opposite of its word says the same', () => {
  const claim = "The council knew that the pier of Velden was unsafe";
  assert.ok(negates(claim, "The pier of Velden was not unsafe, and the council knew"));
  assert.equal(negates(claim, "A letter proves that the council knew the pier of Velden wasn't safe"), null);
  assert.ok(negates("The pier of Velden is safe", "The pier of Velden is not safe"));
});
