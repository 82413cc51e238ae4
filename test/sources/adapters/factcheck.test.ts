import assert from "node:assert/strict";
import { test } from "node:test";
import { factcheck } from "../../../workers/sources/adapters/factcheck.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const claim = (n: number, text: string, rating = "Mostly false") => ({
  text,
  claimant: "a post",
  claimDate: "2026-01-30T00:00:00Z",
  claimReview: [
    {
      publisher: { name: "Checkers", site: "checkers.example" },
      url: `https://checkers.example/${n}`,
      title: `Was it so? (${n})`,
      reviewDate: "2026-02-01T00:00:00Z",
      textualRating: rating,
      languageCode: "en",
    },
  ],
});
const ok = JSON.stringify({
  claims: [claim(1, "The bridge was closed in secret"), claim(2, "Die Brücke wurde verkauft", "Falsch")],
  nextPageToken: "CAo",
});

contract({
  adapter: factcheck,
  config: { query: "bridge", lang: "en", maxAgeDays: 30 },
  refuses: [
    {},
    { query: "" },
    { query: "x", lang: "english language" },
    { query: "x", maxAgeDays: 0 },
    { query: "x", publisher: "https://x.example" },
  ],
  secrets: { GOOGLE_FACTCHECK_KEY: "a key" },
  contentType: "application/json; charset=UTF-8",
  ok,
  yields: { documents: 2, verdicts: 2, links: 2, next: 1 },
  empty: "{}",
  broken: { text: ok.replace('"textualRating":"Mostly false"', '"textualRating":null'), yields: { documents: 1, verdicts: 1 } },
  hostile: (text) => JSON.stringify({ claims: [claim(1, html(text), html(text))] }),
  many: (count) =>
    JSON.stringify({ claims: Array.from({ length: count }, (_, i) => claim(i, `Claim ${i} ${"that was made ".repeat(10)}`)) }),
});

test("the key is in no address, and refusals are said", () => {
  const context = { since: null, now: 0, secrets: { GOOGLE_FACTCHECK_KEY: "a key" } };
  const [request] = factcheck.requests({ query: "bridge" } as never, context);
  assert.ok(!request?.url.includes("key"));
  assert.equal(request?.headers?.["x-goog-api-key"], "a key");
  const parse = (text: string) =>
    factcheck.parse(
      { request: request as never, url: request?.url ?? "", contentType: null, headers: {}, text, at: 0 },
      { query: "bridge" } as never,
      context,
    );
  assert.equal(new URL(parse(ok).next[0]?.url ?? "").searchParams.get("pageToken"), "CAo");
  assert.match(parse('{"error":{"code":400,"message":"API key not valid."}}').skipped[0]?.why ?? "", /key not valid/);
  assert.deepEqual(factcheck.searches?.(["bridge", "closed"], { query: "x", lang: "de" } as never), { query: "bridge closed", lang: "de" });
});
