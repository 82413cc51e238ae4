/** D1 calls: so few for a batch of the queue, and never more than the plan allows in one invocation, whatever there is to do. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { once } from "../../shared/text/once-per.ts";
import { persist } from "../../workers/pipeline/persist.ts";
import { reconcileLate } from "../../workers/pipeline/reconcile.ts";
import { configureCalls, Db } from "../../workers/store/d1.ts";
import { lateTextDependency } from "../../workers/store/documents/late-texts.ts";
import { claimLine, claimText, document, postId, sortOf } from "../bench/corpus.ts";
import { limited } from "../support/d1-limits.ts";
import { Instance } from "./support/instance.ts";

const CLAIMS = 40;
const MANY = process.env["WHENCE_FULL"] ? 300 : 120;
const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
/** Posts that make a claim, and posts that make none that is followed, some of which say the same. */
const posts = (from: number, count: number) => {
  const claiming = Array.from({ length: 2 * count }, (_, i) => from + i).filter((i) => sortOf(i) === "post");
  return Array.from({ length: count }, (_, i) =>
    i % 2
      ? document(claiming[i >> 1] ?? 0, CLAIMS)
      : {
          platform: "x",
          platformId: postId(70_000_000 + from + i),
          author: { handle: `n${from + i}` },
          text: `${claimText(3000 + ((from + i) % 60))}, they say, number ${i}`,
        },
  );
};
const article = (i: number) => ({
  kind: "article",
  url: `https://news.example/${i}`,
  title: `What they say, ${i}`,
  text: `There is a rumour that ${claimText(i % CLAIMS)}. ${claimText(500 + i)}, he said. "This is simply not true", said a spokesman.`,
});

/** What an instance with claims and 100 documents saved. */
const filled = once(async () => {
  const i = new Instance();
  for (const rows of [Array.from({ length: CLAIMS }, (_, n) => claimLine(n)), posts(0, 100).map((one) => ({ type: "document", ...one }))])
    assert.equal((await i.call("POST", "/v1/import", lines(rows))).status, 200);
  await i.settle();
  const saved = i.save();
  i.close();
  return saved;
});
/** Accepts documents without reading them; gives their ids in messages of the queue. */
async function accepted(i: Instance, documents: object[], size: number): Promise<string[][]> {
  assert.equal((await i.call("POST", "/v1/import", lines(documents.map((one) => ({ type: "document", ...one }))))).status, 200);
  await i.settleDeferred();
  const ids = i.sql<{ id: string }>("SELECT document_id AS id FROM job ORDER BY 1").map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));
}
async function callsOf(i: Instance, work: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  await i.interfered((_, __, commit) => {
    calls++;
    return commit();
  }, work);
  return calls;
}
const waiting = (i: Instance) => Number(i.sql<{ n: number }>("SELECT count(*) AS n FROM job")[0]?.n);

test("100 posts of one batch of the queue take at most 20 calls, with those that they concern", async (t) => {
  const i = new Instance(await filled());
  const messages = await accepted(i, posts(1000, 100), 10);
  assert.equal(messages.flat().length, 100);
  const calls = await callsOf(i, async () => assert.deepEqual(new Set(await i.deliverAll(messages)), new Set(["acknowledged"])));
  t.diagnostic(`${calls} calls, ${waiting(i)} left to the sweeper`);
  assert.ok(calls <= 20, `${calls} calls`);
  assert.deepEqual(i.sql("SELECT document_id FROM job WHERE reason = 'new'"), []);
  await i.settle();
  assert.deepEqual(await i.violations(), []);
  i.close();
});

test("on the free plan no invocation makes a 51st call, and everything is done in the end", async (t) => {
  const i = new Instance(await filled(), { D1_CALLS: "45" });
  const refused: unknown[] = [];
  t.mock.method(console, "error", (line: unknown) => refused.push(line));
  t.mock.method(console, "log", () => {});
  const messages = await accepted(i, [...posts(2000, MANY), ...Array.from({ length: MANY / 6 }, (_, n) => article(n))], 10);
  const most = { queue: 0, minute: 0, night: 0 };
  for (let at = 0; at < messages.length; at += 10)
    most.queue = Math.max(most.queue, await callsOf(i, () => i.deliverAll(messages.slice(at, at + 10))));
  await accepted(i, posts(4000, MANY / 2), 10);
  let minutes = 0;
  for (; waiting(i) > 0 && minutes < 40; minutes++) {
    most.minute = Math.max(most.minute, await callsOf(i, () => i.scheduled()));
    i.db.exec("UPDATE job SET due_at = 0");
  }
  assert.equal(waiting(i), 0);
  most.night = await callsOf(i, () => i.nightly());
  t.diagnostic(`${JSON.stringify(most)}, ${minutes} minutes`);
  assert.deepEqual([refused, i.sql("SELECT * FROM dead_letter")], [[], []]);
  assert.ok(
    Object.values(most).every((calls) => calls <= 45),
    JSON.stringify(most),
  );
  const claim = i.sql<{ id: string }>("SELECT id FROM claim LIMIT 1")[0]?.id;
  for (const [method, path, body] of [
    ["POST", "/v1/import", lines(posts(6000, MANY / 3).map((one) => ({ type: "document", ...one })))],
    ["PATCH", `/v1/claims/${claim}`, { addPhrasings: [claimText(3001)] }],
    ["POST", "/v1/replay?limit=50&apply=true", undefined],
    ["GET", "/v1/verify", undefined],
  ] as const) {
    const calls = await callsOf(i, async () => {
      const { status, text } = await i.call(method, path, body, { prefer: "wait" });
      assert.ok(status < 300, `${path}: ${status} ${text.slice(0, 200)}`);
    });
    t.diagnostic(`${method} ${path}: ${calls} calls`);
  }
  i.close();
});

test("on the free plan subscribers are told once of many changes at once, and cron goes on", async (t) => {
  const got = new Map<string, number>();
  const receiver = createServer((request, response) => {
    const id = String(request.headers["webhook-id"]);
    got.set(id, (got.get(id) ?? 0) + 1);
    request.resume().on("end", () => response.end());
  });
  await new Promise<void>((done) => receiver.listen(0, "localhost", done));
  t.after(() => {
    receiver.closeAllConnections();
    receiver.close();
  });
  const place = `localhost:${(receiver.address() as AddressInfo).port}`;
  const i = new Instance(await filled(), { D1_CALLS: "45", CRAWL_ALLOW: place });
  const refused: unknown[] = [];
  t.mock.method(console, "error", (line: unknown) => refused.push(line));
  t.mock.method(console, "log", () => {});
  const filter = { types: ["document.read"] };
  await i.call("POST", "/v1/subscriptions", { kind: "webhook", name: "all", target: `http://${place}/`, filter });
  await accepted(i, posts(8000, MANY / 2), 10);
  const waits = () => waiting(i) + Number(i.sql<{ n: number }>("SELECT count(*) AS n FROM delivery")[0]?.n);
  let [most, minutes] = [0, 0];
  for (; waits() > 0 && minutes < 40; minutes++) {
    most = Math.max(most, await callsOf(i, () => i.scheduled()));
    i.db.exec("UPDATE job SET due_at = 0; UPDATE delivery SET due_at = 0");
  }
  t.diagnostic(`${got.size} messages in ${minutes} minutes, at most ${most} calls`);
  assert.deepEqual([refused, waits(), most <= 45], [[], 0, true]);
  assert.ok(got.size > 40);
  assert.deepEqual(new Set(got.values()), new Set([1]));
  i.close();
});

test("the database of the tests refuses what D1 refuses", async () => {
  const statement = { bind: () => ({}) };
  const db = limited({ prepare: () => statement, batch: async () => [] }, 2);
  await db.batch([]);
  await db.batch([]);
  assert.throws(() => db.batch([]), /call 3/);
  assert.throws(() => db.prepare(`SELECT '${"x".repeat(100_000)}'`), /statement/);
  assert.throws(() => db.prepare("SELECT 1").bind(...Array<number>(101).fill(0)), /parameters/);
  assert.throws(() => db.prepare("SELECT ?1").bind("é".repeat(1_000_001)), /2000000 bytes/);
});

test("a text that comes before 4,500 others of a bucket has none related again at once, and 2,000 a night at most", async () => {
  configureCalls({});
  const i = new Instance();
  const db = new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
  const count = 4500;
  i.db.exec(`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO text (id, body, first_document_id, first_at) SELECT printf('t%05d', i), '', printf('d%05d', i), i FROM n`);
  i.db.exec("INSERT INTO document (id, seen, kind) SELECT first_document_id, 'observed', 'post' FROM text");
  i.db.exec("INSERT INTO statement_bucket (bucket, first_at, text_id) SELECT 7, first_at, id FROM text");
  const late = { table: "statement_bucket" as const, buckets: [7], textId: "t00000", documentId: "d00000", at: 0, after: "t00000" };
  await persist(db, { dependencies: [lateTextDependency(late)] }, {}, 1);
  const nights: number[] = [];
  for (let night = 0; night < 5; night++) {
    nights.push(await reconcileLate(db, night));
    assert.equal(i.sql("SELECT 1 FROM job").length, nights.at(-1));
    i.db.exec("DELETE FROM job");
  }
  assert.equal(Math.max(...nights) <= 2000, true, nights.join());
  assert.equal(
    nights.reduce((sum, n) => sum + n),
    count,
  );
  assert.deepEqual([nights.at(-1), i.sql("SELECT key FROM dependency").length], [0, 0]);
  i.close();
});
