/** An instance that moves: all rows out, into an empty one; the graph, the timelines, the log and the search are the same. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { movedTables } from "../../../workers/store/checks/transfer.ts";
import * as corpus from "../../bench/corpus.ts";
import { canonical } from "../support/canonical.ts";
import { type Answer, openService, root } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
const DOCUMENTS = process.env["WHENCE_FULL"] ? 5000 : 60;
const CLAIMS = corpus.claimsOf(DOCUMENTS);

/**
 * Tables that stay: secrets and sessions, answers to keys, channels with their secrets, what the search rebuilds, what only holds for a day or an
 * address.
 */
const STAYING: readonly string[] = [
  "api_key",
  "delivery",
  "follow_quota",
  "host",
  "idempotency",
  "invitation",
  "precondition",
  "session",
  "sign_in_code",
  "story_search",
  "subscription",
  "unnamed_page",
  "upkeep",
  "claim_search",
  "claim_vocab",
  "claim_search_sample",
  "claim_vocab_sample",
  "document_search",
  "log_cursor",
];
interface Page {
  rows: { table: string; row: Record<string, unknown> }[];
  log: number;
  next: string | null;
}
async function exported(): Promise<Page["rows"][]> {
  const pages: Page["rows"][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body, status, text }: Answer<Page> = await service.get<Page>(`/v1/export${cursor && `?cursor=${encodeURIComponent(cursor)}`}`);
    assert.equal(status, 200, text.slice(0, 300));
    pages.push(body.rows);
    cursor = body.next;
  }
  return pages;
}
/** What readers and programs see of an instance. */
async function seen() {
  const ids = (await service.sql<{ id: string }>("SELECT DISTINCT id FROM claim ORDER BY id")).map((row) => row.id).slice(0, 20);
  const timelines = await Promise.all(ids.map(async (id) => (await service.get(`/v1/claims/${id}/timeline?limit=200`)).text));
  return { graph: await canonical(service), timelines, log: (await service.get("/v1/events?limit=1000")).text };
}

test("each table of the schema moves, or is said to stay", () => {
  const schema = globSync("schema/*.sql", { cwd: root })
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  const tables = [...schema.matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm)].map((match) => match[1] ?? "");
  const isStanding = (table: string) => schema.lastIndexOf(`TABLE ${table} `) > schema.lastIndexOf(`DROP TABLE ${table};`);
  const standing = [...new Set(tables)].filter(isStanding);
  assert.deepEqual([...movedTables, ...STAYING].sort(), standing.sort());
});

test(`an instance of ${DOCUMENTS} documents moves into an empty one`, async () => {
  await service.importLines(Array.from({ length: CLAIMS }, (_, i) => corpus.claimLine(i)));
  for (let i = 0; i < DOCUMENTS; i += 100) await service.importLines(corpus.documentLines(i, Math.min(i + 100, DOCUMENTS), CLAIMS));
  const paragraphs = Array.from(
    { length: 60 },
    (_, i) => `<p>The town of Mirna said in its report ${i} that the weir is to be rebuilt.</p>`,
  );
  const html = `<!doctype html><html lang="en"><body><article><h1>The weir of Mirna</h1>${paragraphs.join("\n")}</article></body></html>`;
  assert.equal((await service.add({ kind: "article", url: "https://paper.example/weir", html })).status, 201);
  const packed = () => service.sql("SELECT body, packed, hex(page) AS bytes FROM text WHERE packed IS NOT NULL");
  const [page] = await packed();
  assert.deepEqual([page?.["body"], page?.["packed"]], ["", html.length]);
  assert.match(String(page?.["bytes"]), /^1F8B/, "gzip");
  await service.settle();
  const { claims } = (await service.get<{ claims: { id: string; text: string }[] }>("/v1/claims?limit=2")).body;
  const [first, second] = claims;
  assert.ok(first && second);
  // Versions that ended, a rating, a merge, an erasure and a key: what a copy of the live rows alone would lose, or must not take.
  await service.call("PATCH", `/v1/claims/${first.id}`, { subject: "The ferry company" });
  await service.call("POST", `/v1/claims/${first.id}/verdicts`, {
    publisher: "Checkers",
    label: "False",
    url: "https://checkers.example/f",
  });
  const [gone] = await service.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'observed' ORDER BY id LIMIT 1");
  await service.call("DELETE", `/v1/documents/${gone?.id}`);
  const { key } = (await service.call<{ key: string }>("POST", "/v1/keys", { name: "secret", scopes: ["read"] })).body;
  await service.settle();
  // Something is still to be done when the copy is made.
  await service.sql("INSERT INTO job (document_id, reason, due_at) SELECT id, 'again', 0 FROM document WHERE seen = 'observed' LIMIT 20");
  const before = await seen();
  const pages = await exported();
  assert.ok(!JSON.stringify(pages).includes(key.slice(-32)));

  // Each page tells how far the log was: whoever compares the first with the last knows whether the rows are of one moment.
  const log = async () => (await service.get<Page>("/v1/export")).body.log;
  const end = await log();
  assert.equal(end, Number((await service.sql<{ n: number }>("SELECT max(seq) AS n FROM event"))[0]?.n));

  // Nothing is restored over what happened here.
  const refused = await service.call("POST", "/v1/restore", { rows: pages.find((rows) => rows.length > 0) });
  assert.equal(refused.status, 409, refused.text);

  await service.fresh();
  // The log comes in two parts at least.
  const parts = pages.flatMap((rows) =>
    rows[0]?.table === "event" ? [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)] : [rows],
  );
  const lastCron = async () => Number((await service.sql<{ at: number }>("SELECT at FROM upkeep WHERE name = 'cron'"))[0]?.at);
  await service.scheduled();
  const ran = await lastCron();
  for (const [at, rows] of parts.entries()) {
    // The minute's work between any two parts does nothing, and begins no log of its own.
    if ((at > 0 && at % 5 === 0) || rows[0]?.table === "event") for (const _ of [1, 2]) await service.scheduled();
    const answer = await service.call("POST", "/v1/restore", { rows });
    assert.equal(answer.status, 200, answer.text.slice(0, 300));
  }
  assert.equal(Number((await service.sql<{ n: number }>("SELECT count(*) AS n FROM job"))[0]?.n), 20);
  assert.equal(await lastCron(), ran, "cron waits for the end");
  // The same part once more changes nothing.
  assert.equal((await service.call("POST", "/v1/restore", { rows: pages.at(-1) })).status, 200);
  for (let after: string | null = ""; after !== null; )
    after = (await service.call<{ next: string | null }>("POST", `/v1/rebuild?part=search&after=${after}`)).body.next;
  assert.deepEqual(await seen(), before);
  await service.scheduled();
  assert.ok((await lastCron()) > ran, "once the search is rebuilt, cron works again");
  assert.deepEqual(await packed(), [page]);
  const found = await service.get<{ claims: { id: string }[] }>(`/v1/claims?q=${encodeURIComponent(first.text)}`);
  assert.equal(found.body.claims[0]?.id, first.id);
  await service.assertSound();
  // It goes on where the other one stopped.
  assert.equal((await service.add({ ref: "after", text: "And life goes on." })).status, 201);
});

test("a column that a table does not have, and a page that is not base64, are refused", async () => {
  await service.fresh();
  const text = { id: "t", body: "%", signature: null, first_document_id: "d", first_at: 0, packed: 9, object: null };
  for (const row of [
    { table: "actor", row: { id: "a", name: "x", nonsense: 1 } },
    { table: "text", row: text },
  ]) {
    const answer = await service.call("POST", "/v1/restore", { rows: [row] });
    assert.equal(answer.status, 422, answer.text);
  }
});
