import assert from "node:assert/strict";
import { test } from "node:test";
import { lastNamesOf } from "../../../shared/read/parties/last-names.ts";

test("a last name alone is a person's where its text has the whole name", () => {
  const names = lastNamesOf(
    "The lawyer Ada Roe said on Monday that the Norrby ferry is safe. Ida Holm won. New York, Northern Dam, Help Russia.",
  );
  assert.deepEqual(names("Roe told Holm's friend that they won the Dam in York."), ["Roe", "Holm"]);
  assert.deepEqual(names("Nobody named Ada Roe came by ferry."), [], "the whole name is found by itself");
  assert.deepEqual(names("Holm won."), [], "at the start of a sentence only whom the text names amid one");
  assert.deepEqual(lastNamesOf("")("Roe said it."), []);
  const titled = lastNamesOf("President Ada Roe won. Senator Ida Holm lost.");
  assert.deepEqual(titled("Roe and Holm met."), ["Roe", "Holm"], "behind a title");
  assert.deepEqual(names("Roe Wins Vote As Norrby Ferry Sails"), ["Roe"], "in a headline");
});
