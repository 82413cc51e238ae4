import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyKind } from "../../../shared/html/document-kind.ts";

const STORY = "The town hall of Exampleton denied on Monday that its clock had been sold to a museum in the capital city.";

test("what was added without its kind: posts by their platform or address, articles by their shape", () => {
  assert.equal(likelyKind({ text: "They sold the clock?!" }), "post");
  assert.equal(likelyKind({ text: STORY }), "post", "one sentence");
  assert.equal(likelyKind({ text: `Town hall: clock was not sold\n\n${STORY}` }), "article", "a headline");
  assert.equal(likelyKind({ text: `Town hall: clock was not sold\nBy Ann Sample, 3 March 2025\n\n${STORY}` }), "article", "and a byline");
  assert.equal(likelyKind({ text: `${STORY} `.repeat(7) }), "article", "long");
  assert.equal(likelyKind({ title: "Town hall: clock was not sold", text: STORY }), "article", "a title beside it");
  assert.equal(likelyKind({ title: "Clock sold", text: STORY, platform: "reddit" }), "post", "a post with a title");
  assert.equal(likelyKind({ html: "<p>They sold it</p>" }), "article");
  const review = '<script type="application/ld+json">{"@type": "ClaimReview", "claimReviewed": "They sold it"}</script>';
  assert.equal(likelyKind({ html: `${review}<p>They did not</p>` }), "fact_check");
  assert.equal(
    likelyKind({ text: `Town hall: clock was not sold\n\n${STORY}`, url: "https://www.reddit.com/r/towns/comments/1abcde/clock/" }),
    "post",
  );
  assert.equal(likelyKind({ text: `${STORY} `.repeat(7), platform: "telegram" }), "post");
  assert.equal(likelyKind({ text: STORY, url: "https://news.example/clock" }), "post");
});
