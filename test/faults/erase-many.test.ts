/**
 * A tenth of an instance's documents is erased: none of their words is left in any table, export, feed or answer, and the graph of all others is
 * as it was.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { claimLine, claimText } from "../bench/corpus.ts";
import { random } from "../support/random.ts";
import { graphOf } from "./support/graph.ts";
import { Instance } from "./support/instance.ts";

const full = Boolean(process.env["WHENCE_FULL"]);
const DOCUMENTS = full ? 2000 : 50;
const ERASED = DOCUMENTS / 10;
const CLAIMS = Math.max(2, DOCUMENTS / 50);

/** A word that only document i has, in its text and wherever else it comes from it. */
const letters = (i: number) => [...String(i)].map((digit) => "bdfghjklmn"[Number(digit)]).join("");
const canary = (i: number) => `quagga${letters(i)}xq`;
/** The same as a name. */
const nameOf = (i: number) => `Quagga${letters(i)}xq`;
const xId = (i: number) => String(1_909_302_600_000_000_000n + BigInt(i) * 250_000_000_000n);
const urlOf = (i: number) => (i % 5 === 4 ? `https://${canary(i)}.example/2025/story` : `https://x.com/${canary(i)}/status/${xId(i)}`);

/** Posts, quotes, replies and bare reposts of earlier documents, and pages that link to them; what is copied is copied without the canary. */
function documentAt(i: number): Record<string, unknown> {
  const next = random(i * 7919 + 5);
  const claim = claimText(Math.floor(CLAIMS * next() ** 2));
  const before = Math.floor(i * next());
  const author = { handle: canary(i), name: `Ann ${nameOf(i)}`, id: `n${canary(i)}` };
  if (i % 5 === 4)
    return {
      kind: "article",
      url: urlOf(i),
      title: `${claim}, a ${canary(i)} says`,
      author: { name: `Desk ${nameOf(i)}` },
      publishedAt: new Date(Date.UTC(2025, 3, 8, 0, i)).toISOString(),
      html: `<html lang="en"><body><article><h1>${claim}, a ${canary(i)} says</h1><p>${claim}, a <a href="https://x.com/i/status/${xId(before - (before % 5))}">post on X</a> said, and the ${canary(i)} of it was told to nobody.</p><p>Bo ${nameOf(i)}, its spokesman, denied it. "This is ${canary(i)} and simply not true", he said.</p></article></body></html>`,
    };
  const post = {
    platform: "x",
    platformId: xId(i),
    url: urlOf(i),
    author,
    publishedAt: new Date(Date.UTC(2025, 3, 8, 0, i)).toISOString(),
  };
  const said = `${claim}, my ${canary(i)} told me ${canary(i)} times`;
  if (i < 5 || next() < 0.5) return { ...post, text: said };
  const how = next();
  if (how < 0.3) return { ...post, repostOf: urlOf(before) };
  if (how < 0.6) return { ...post, text: `Look ${canary(i)}`, quoteOf: urlOf(before) };
  if (how < 0.8) return { ...post, text: `Who says so, ${canary(i)}?`, replyTo: urlOf(before) };
  return { ...post, text: `${said}, as everybody can see for themselves on Monday` };
}
const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

/** The documents, read; persons said something of some of those that are to be erased. Gives the ids by number. */
async function fill(i: Instance, erased: number[]): Promise<string[]> {
  const take = async (rows: object[]) => {
    const { status, body, text } = await i.call<{ rejected: unknown[] }>("POST", "/v1/import", lines(rows), { prefer: "wait" });
    assert.deepEqual([status, body.rejected], [200, []], text.slice(0, 300));
  };
  await take(Array.from({ length: CLAIMS }, (_, claim) => claimLine(claim)));
  for (let at = 0; at < DOCUMENTS; at += 50)
    await take(Array.from({ length: 50 }, (_, n) => ({ type: "document", ref: `ref-${canary(at + n)}`, ...documentAt(at + n) })));
  await i.settle();
  const rows = i.sql<{ name: string; target: string }>("SELECT name, target FROM alias WHERE name LIKE 'ref-%'");
  const ids = new Map(rows.map(({ name, target }) => [name, target]));
  const idOf = (n: number) => ids.get(`ref-${canary(n)}`) ?? "";
  for (const n of erased.slice(0, 10)) {
    const claim = `bench:claim:${n % CLAIMS}`;
    await i.call("POST", "/v1/sightings", { claim, document: idOf(n), quote: `my ${canary(n)}` });
    // As an accepted proposal keeps the words of its documents.
    const [wording] = /my \w+ told me \w+ times/.exec(String(documentAt(n)["text"] ?? "")) ?? [];
    const [{ target = "" } = {}] = i.sql<{ target: string }>("SELECT target FROM alias WHERE name = ?1", claim);
    if (wording) assert.equal((await i.call("PATCH", `/v1/claims/${target}`, { addPhrasings: [wording] })).status, 200);
    await i.call("POST", "/v1/edges", {
      child: idOf(n),
      parent: idOf((n + 7) % DOCUMENTS),
      type: "citation",
      quote: canary(n),
      note: canary(n),
    });
    await i.call("POST", "/v1/edges", { child: idOf((n + 1) % DOCUMENTS), parent: idOf(n), type: "citation", note: canary(n) });
    await i.call(
      "POST",
      "/v1/documents",
      { ...documentAt(n), text: `${canary(n)} again`, html: undefined, kind: "post" },
      { prefer: "wait" },
    );
  }
  await i.settle();
  return Array.from({ length: DOCUMENTS }, (_, n) => idOf(n));
}

/** All that anybody is answered about claims and documents, by address. */
async function* answersOf(i: Instance): AsyncGenerator<[path: string, text: string]> {
  const ids = (table: string) => i.sql<{ id: string }>(`SELECT DISTINCT id FROM ${table} ORDER BY id`).map(({ id }) => id);
  const claims = ids("claim").slice(0, full ? 100 : 2);
  const suffixes = ["atom", "csv", "graphml", "json", "feed.json", "jsonld", "md", "prov.json"];
  const paths = [
    "/",
    "/feed.atom",
    "/feed.rss",
    "/feed.json",
    "/review",
    "/system",
    "/people/audit",
    "/v1/claims",
    "/v1/events?limit=1000",
    "/v1/sightings",
    "/v1/documents",
    "/v1/log/blocks",
    ...claims.flatMap((id) => [
      ...["", "/timeline?limit=100", "/graph", "/responses", "/spread", "/alike", "/watch"].map((part) => `/v1/claims/${id}${part}`),
      ...["", "/revisions", "/embed", "/card.svg"].map((part) => `/c/${id}${part}`),
      `/embed/${id}`,
      ...suffixes.map((suffix) => `/c/${id}.${suffix}`),
    ]),
    ...ids("document")
      .slice(0, full ? 3000 : 15)
      .flatMap((id) => [`/v1/documents/${id}`, `/v1/documents/${id}/cascade`, `/v1/documents/${id}/revisions`, `/d/${id}`]),
  ];
  for (const path of paths)
    for (const key of [i.key, null]) {
      const who = i.key;
      i.key = key;
      const { status, text } = await i.call("GET", path);
      i.key = who;
      assert.ok(status < 500, `${path}: ${status}`);
      yield [path, text];
    }
}

test(`${ERASED} of ${DOCUMENTS} documents are erased: no word of them is left, and the rest is as it was`, async (t) => {
  const i = new Instance();
  const erased = Array.from({ length: ERASED }, (_, n) => n * 10 + (n % 10));
  const ids = await fill(i, erased);
  const words = erased.map((n) => canary(n).slice(1));
  for (const table of ["document", "text", "alias", "account", "sighting", "edge", "phrasing"])
    assert.ok(i.tablesWith(...words).includes(table), `${table} holds none of the words: the test would show nothing`);
  const before = graphOf(i.db);
  const dead = new Set(erased.map((n) => ids[n] ?? ""));
  for (const id of dead) assert.equal((await i.call("DELETE", `/v1/documents/${id}`)).status, 200);
  const isAlone = (row: string) => !words.some((word) => row.includes(word)) && ![...dead].some((id) => row.includes(id));
  const after = new Set(graphOf(i.db));
  assert.deepEqual(i.tablesWith(...words), [], "right after it");
  // What says nothing of what is erased is as it was.
  const lost = before.filter((row) => /^(?:document|revision|sighting|edge|primary) /.test(row) && isAlone(row) && !after.has(row));
  assert.deepEqual(lost.slice(0, 5), []);
  await i.settle();
  await i.nightly();
  await i.settle();
  assert.deepEqual(i.tablesWith(...words), [], "a night later");
  assert.deepEqual(await i.violations(), []);
  let answers = 0;
  const telling: string[] = [];
  for await (const [path, text] of answersOf(i)) {
    answers++;
    if (words.some((word) => text.includes(word))) telling.push(path);
  }
  assert.deepEqual(telling, []);
  // None of them comes back.
  for (const n of erased) {
    const { status } = await i.call("POST", "/v1/documents", documentAt(n), { prefer: "wait" });
    assert.equal(status, 410, `${n}: ${status}`);
  }
  assert.deepEqual(i.tablesWith(...words), [], "after they were sent again");
  t.diagnostic(`${i.tables().length} tables, ${answers} answers, ${before.length} rows of the graph`);
  i.close();
});
