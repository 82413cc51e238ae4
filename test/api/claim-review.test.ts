/** ClaimReview both ways: what a posted page rates is recorded where the sender may review, and given out again as ClaimReview. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, {});
const KEY = instance.key;
after(() => instance.close());

const CLAIM = "The tower of Exampleton leans by two metres";
const review = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://checks.example/tower",
  claimReviewed: CLAIM,
  datePublished: "2025-04-10",
  author: { "@type": "Organization", name: "Example Checks" },
  reviewRating: { "@type": "Rating", alternateName: "Mostly false" },
};
const html = `<html lang="en"><head><title>Does the tower lean?</title><script type="application/ld+json">${JSON.stringify(review)}</script></head>
<body><article><h1>Does the tower lean?</h1><p>Some say that the tower of Exampleton leans by two metres. It leans by two centimetres.</p></article></body></html>`;

test("a page's rating is recorded by a key with the scope review only, and comes out as it went in", async () => {
  await instance.call("POST", "/v1/claims", { ref: "tower", text: CLAIM, lang: "en" });
  const post = async (scopes: string[]) => {
    instance.key = KEY;
    const { body } = await instance.call<{ key: string }>("POST", "/v1/keys", { name: scopes.join(), scopes });
    instance.key = body.key;
    const answer = await instance.call<{ id: string }>("POST", "/v1/documents", { url: review.url, html }, { prefer: "wait" });
    assert.ok(answer.status < 300, answer.text);
    instance.key = KEY;
    const document = (await instance.call<{ kind: string }>("GET", `/v1/documents/${answer.body.id}`)).body;
    assert.equal(document.kind, "fact_check");
    type Told = { verdicts: { publisher: string; label: string; url: string }[]; firstKnown: unknown };
    const { verdicts, firstKnown } = (await instance.call<Told>("GET", "/v1/claims/tower/timeline")).body;
    assert.equal(firstKnown, null, "what rates a claim is not where it was first known");
    return verdicts.map(({ publisher, label, url }) => ({ publisher, label, url }));
  };
  assert.deepEqual(await post(["ingest", "read"]), []);
  const rating = { publisher: "Example Checks", label: "Mostly false", url: review.url };
  assert.deepEqual(await post(["ingest", "read", "review"]), [rating]);
  assert.deepEqual(await post(["ingest", "read", "review"]), [rating], "once");

  const feed = JSON.parse((await instance.call("GET", "/v1/verdicts?format=jsonld")).text) as {
    dataFeedElement: { item: Record<string, unknown>[] }[];
  };
  const [given = {}] = feed.dataFeedElement.flatMap(({ item }) => item);
  for (const name of ["@type", "url", "claimReviewed", "datePublished"] as const) assert.equal(given[name], review[name], name);
  assert.deepEqual(given["reviewRating"], review.reviewRating);
});
