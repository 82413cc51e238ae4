import assert from "node:assert/strict";
import { test } from "node:test";
import { article } from "../../../workers/sources/adapters/article.ts";
import { claimreview } from "../../../workers/sources/adapters/claimreview.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const review = (
  n: number,
  claim: string,
  rating: unknown = { "@type": "Rating", ratingValue: 1, bestRating: 5, alternateName: "False" },
) => ({
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: `https://checkers.example/${n}`,
  claimReviewed: claim,
  datePublished: "2026-02-01",
  inLanguage: "en",
  author: { "@type": "Organization", name: "Checkers", url: "https://checkers.example/" },
  reviewRating: rating,
  reviewBody: "Nobody closed it.",
  itemReviewed: {
    "@type": "Claim",
    appearance: [{ "@type": "CreativeWork", url: "https://social.example/@ann/1" }],
    firstAppearance: "https://forum.example/t/1",
  },
});
const feed = (reviews: unknown[]) =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "DataFeed",
    dataFeedElement: reviews.map((item) => ({ "@type": "DataFeedItem", item: [item] })),
  });
const ok = feed([review(1, "The bridge was closed in secret"), review(2, "Die Brücke wurde verkauft")]);

contract({
  adapter: claimreview,
  config: { url: "https://checkers.example/claims.json" },
  refuses: [{}, { url: "checkers.example" }],
  contentType: "application/json",
  ok,
  yields: { documents: 0, verdicts: 2 },
  empty: feed([]),
  broken: {
    text: feed([
      review(1, "The bridge was closed in secret"),
      review(2, "Rated by nobody", null),
      { ...review(3, "x"), claimReviewed: 7, itemReviewed: null, reviewRating: [] },
    ]),
    yields: { verdicts: 1 },
  },
  hostile: (text) =>
    feed([
      {
        ...review(1, html(text), html(text)),
        author: { name: html(text), url: text },
        url: text,
        datePublished: text,
        itemReviewed: { appearance: [text, { url: text }] },
      },
    ]),
  many: (count) => feed(Array.from({ length: count }, (_, i) => review(i, `Claim ${i}`))),
});

const context = { since: null, now: 0, secrets: {} };
const answer = (text: string, url = "https://checkers.example/1") => ({
  request: { url, expects: "text" as const },
  url,
  contentType: null,
  headers: {},
  text,
  at: 0,
});

test("a verdict says whose it is, of what, when, and where the claim was seen; a page, a feed and lines give the same", () => {
  const expected = {
    claim: "The bridge was closed in secret",
    lang: "en",
    publisher: "Checkers",
    label: "False",
    url: "https://checkers.example/1",
    publishedAt: "2026-02-01",
    explanation: "Nobody closed it.",
    appearances: ["https://forum.example/t/1", "https://social.example/@ann/1"],
  };
  const one = review(1, "The bridge was closed in secret");
  const page = `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify({ "@graph": [one] })}</script></head><body><p>Text</p></body></html>`;
  for (const text of [feed([one]), page, `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`, JSON.stringify([one])])
    assert.deepEqual(claimreview.parse(answer(text), {} as never, context).verdicts, [expected]);
  const visited = article.parse(answer(page), { url: "https://checkers.example/1" } as never, context);
  assert.deepEqual(visited.verdicts, [expected]);
  assert.equal(visited.documents[0]?.kind, "fact_check");
});

test("a page's markup is read with the errors that templates make, and a page without a review is told", () => {
  const one = JSON.stringify(review(1, "The bridge was closed in secret"));
  const read = (script: string) =>
    claimreview.parse(answer(`<html><head><script type="application/ld+json">${script}</script></head></html>`), {} as never, context);
  for (const script of [`\n//<![CDATA[\n${one}\n//]]>\n`, `<!-- ${one} -->`, `${one};`, `[${one},]`, one.replace("Nobody", "Nobody\\'")])
    assert.equal(read(script).verdicts[0]?.label, "False", script.slice(0, 20));
  assert.deepEqual(read('{"@type":"WebPage"}').skipped, [{ item: "https://checkers.example/1", why: "holds no ClaimReview" }]);
  assert.deepEqual(claimreview.parse(answer(feed([])), {} as never, context).skipped, [], "a feed may be empty");
});

test("a rating that names its writer and its publisher is the publisher's", () => {
  const of = (more: object) =>
    claimreview.parse(answer(feed([{ ...review(1, "x"), ...more }])), {} as never, context).verdicts[0]?.publisher;
  const [writer, publisher] = [
    { "@type": "Person", name: "Ada Roe" },
    { "@type": "Organization", name: "Bridge Checks" },
  ];
  assert.equal(of({ author: writer, publisher }), "Bridge Checks");
  assert.equal(of({ author: [writer, publisher] }), "Bridge Checks");
  assert.equal(of({ author: writer }), "Ada Roe");
});

test("a page rates for no other site, and what it calls itself stands beside its host if that is another name", () => {
  const rated = (url: string, more: object) => {
    const text = `<html><head><script type="application/ld+json">${JSON.stringify({ ...review(1, "x"), ...more })}</script></head><body><p>Text</p></body></html>`;
    return [claimreview.parse(answer(text, url), {} as never, context), article.parse(answer(text, url), { url } as never, context)];
  };
  const [own, other] = ["https://www.checkers.example/1", "https://gossip.example/1"];
  for (const found of rated(other, {})) {
    assert.deepEqual(found.verdicts, []);
    assert.deepEqual(found.skipped, [{ item: "x", why: "is of another site" }]);
  }
  const names = (url: string, name: string) => rated(url, { url, author: { name } }).map(({ verdicts }) => verdicts[0]?.publisher);
  for (const name of ["Checkers", "The Checkers Desk", "CHECKERS"]) assert.deepEqual(names(own, name), [name, name]);
  for (const name of ["Checkers", "Gossipers"])
    assert.deepEqual(names(other, name), [`${name} (gossip.example)`, `${name} (gossip.example)`]);
  // A list of many sites' ratings is one that an admin chose.
  const listed = claimreview.parse(answer(feed([review(1, "x")]), "https://lists.example/all.json"), {} as never, context);
  assert.deepEqual(
    listed.verdicts.map(({ publisher, url }) => [publisher, url]),
    [["Checkers", "https://checkers.example/1"]],
  );
});

test("a number is a rating on its scale, and a review without a rating is none", () => {
  const read = (rating: unknown) => claimreview.parse(answer(feed([review(1, "x", rating)])), {} as never, context);
  assert.equal(read({ ratingValue: "2", bestRating: 5 }).verdicts[0]?.label, "2 / 5");
  assert.equal(read("Misleading").verdicts[0]?.label, "Misleading");
  assert.deepEqual(read({}).skipped, [{ item: "x", why: "has no rating" }]);
});
