import assert from "node:assert/strict";
import { test } from "node:test";
import { gdelt } from "../../../workers/sources/adapters/gdelt.ts";
import { contract } from "../contract.ts";

const article = (n: number, title: string, language = "English") => ({
  url: `https://paper${n}.example/2026/bridge`,
  url_mobile: "",
  title,
  seendate: "20260201T101500Z",
  socialimage: "",
  domain: `paper${n}.example`,
  language,
  sourcecountry: "Germany",
});
const list = (articles: unknown[]) => JSON.stringify({ articles });
const ok = list([article(1, "Bridge stays open , mayor says"), article(2, "Brücke bleibt offen", "German")]);

contract({
  adapter: gdelt,
  config: { query: '"bridge stays open" sourcelang:english' },
  refuses: [{}, { query: "ab" }, { query: 5 }],
  contentType: "application/json; charset=utf-8",
  ok,
  yields: { documents: 2, links: 2 },
  empty: "{}",
  broken: { text: ok.replace("https://paper1.example/2026/bridge", "about:blank"), yields: { documents: 1, links: 1 } },
  hostile: (text) => list([{ ...article(1, text), seendate: text, language: text, domain: text }]),
  many: (count) => list(Array.from({ length: count }, (_, i) => article(i, `Title ${i}`))),
});

test("what the index saw was there by then; what it refuses is said in its words", () => {
  const now = Date.UTC(2026, 1, 2);
  const context = { since: now - 3_600_000, now, secrets: {} };
  const [request] = gdelt.requests({ query: "bridge" } as never, context);
  assert.equal(new URL(request?.url ?? "").searchParams.get("timespan"), "120min");
  const parse = (text: string) =>
    gdelt.parse({ request: request as never, url: request?.url ?? "", contentType: null, headers: {}, text, at: 0 }, {} as never, context);
  assert.equal(parse(ok).documents[1]?.publishedAt, "../2026-02-01T10:15:00Z");
  assert.equal(parse(ok).documents[1]?.lang, "de");
  assert.match(parse("Your query was too short or too long.").skipped[0]?.why ?? "", /too short/);
  // It writes escapes that JSON has not, and raw controls.
  assert.equal(
    parse(ok.replace("Bridge stays", "The mayor\\'s bridge\tstays")).documents[0]?.title,
    "The mayor's bridge stays open , mayor says",
  );
  assert.deepEqual(gdelt.searches?.(["of", "bridge", "closed"], {} as never), { query: "bridge closed" });
});
