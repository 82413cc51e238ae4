/**
 * What an account puts right of its own posts, in seven languages, and what only looks like it: an "if", words of another, what somebody else does.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownCorrectionIn } from "../../../shared/read/responses/own-corrections.ts";
import { fixtures } from "../../support/fixtures.ts";

const posts = fixtures<{ lang: string; text: string; type: string | null }>("reading/own-corrections");

test("an account corrects or takes back its own post in each language; no other sentence does", () => {
  for (const { lang, text, type } of posts) assert.equal(ownCorrectionIn(text, lang)?.type ?? null, type, text);
  assert.equal(new Set(posts.map(({ lang }) => lang)).size, 7);
});
test("a label counts only where a line begins with it", () => {
  assert.equal(ownCorrectionIn("The ferry is late.\n\n*Edit*: it came in at noon.", "en")?.type, "correction");
  assert.equal(ownCorrectionIn("They printed a correction: the ferry is not late.", "en"), null);
});
