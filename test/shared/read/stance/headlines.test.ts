/** An article with its headline, in our own words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";

test("a headline that stands above its text once more changes nothing", () => {
  const claim = "The ferry to Aldersund stops running in June";
  const lead = "The ferry to Aldersund carries some nine hundred people a day in summer.";
  for (const title of [
    "Aldersund ferry to stop in June",
    "County denies that the Aldersund ferry stops",
    "Is the Aldersund ferry at its end?",
  ])
    for (const repeated of [`${title}\n\n${lead}`, `${title}.\n${lead}`])
      assert.deepEqual(
        stanceOf(repeated, claim, { kind: "article", lang: "en", title }).scores,
        stanceOf(lead, claim, { kind: "article", lang: "en", title }).scores,
        title,
      );
});
