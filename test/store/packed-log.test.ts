/** The log of more than a week ago stands in its sealed blocks: listed, proved, moved and checked as before. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { D1Database } from "@cloudflare/workers-types";
import { type Block, type LoggedEvent, provesEvent } from "../../shared/log/block.ts";
import { packLog } from "../../workers/pipeline/seal.ts";
import { Db } from "../../workers/store/d1.ts";
import * as corpus from "../bench/corpus.ts";
import { Instance } from "../faults/support/instance.ts";
import { faultsOf } from "../faults/support/world.ts";

const WEEK = 8 * 86_400_000;
const i = new Instance();
after(() => i.close());

interface Listed {
  events: { seq: number }[];
  next: string | null;
}
async function listed(from: Instance, limit: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let after: string | null = "0"; after !== null; ) {
    const { body }: { body: Listed } = await from.call<Listed>("GET", `/v1/events?after=${after}&limit=${limit}`);
    all.push(...body.events);
    after = body.next;
  }
  return all;
}
const audit = async (from: Instance) => (await from.call("GET", "/people/audit.csv")).text;
const packed = (db: unknown, now: number) => packLog(new Db(db as D1Database), now);

test("events of more than a week ago leave the log for their blocks, but for decisions and the last event", async () => {
  const lines = [corpus.claimLine(0), corpus.claimLine(1), ...corpus.documentLines(0, 20, 2)];
  for (const some of [lines.slice(0, 12), lines.slice(12)]) {
    await i.call("POST", "/v1/import", corpus.ndjson(some), { prefer: "wait" });
    await i.nightly();
  }
  const [before, decisions] = [await listed(i, 200), await audit(i)];
  assert.ok(before.length > 20);
  assert.equal(await packed(i.d1, Date.now() + WEEK), 0, "search has not followed the log");
  await i.scheduled();
  assert.equal(await packed(i.d1, Date.now()), 0);
  assert.equal(await packed(i.d1, Date.now() + WEEK), 2);
  assert.deepEqual(
    i.sql("SELECT DISTINCT type FROM event WHERE seq < (SELECT max(seq) FROM event)").map((row) => ({ ...row })),
    [{ type: "claim.created" }],
  );
  assert.deepEqual(await listed(i, 200), before);
  assert.deepEqual(await listed(i, 3), before);
  assert.equal(await audit(i), decisions);
  assert.deepEqual(await faultsOf(i), []);
  for (const { seq } of before as { seq: number }[]) {
    const { body } = await i.call<{ event: LoggedEvent; block: Block & { hash: string }; proof: string[] }>(
      "GET",
      `/v1/events/${seq}/proof`,
    );
    assert.equal(body.event.seq, seq);
    assert.ok(provesEvent(body.event, body.block, body.block.hash, body.proof), String(seq));
  }
});

test("the log goes on, and search is rebuilt; the instance moves as a whole", async () => {
  const found = (from: Instance) =>
    from.sql("SELECT rowid, document_id, words FROM document_search ORDER BY rowid").map((row) => ({ ...row }));
  const rebuild = async (of: Instance) => {
    for (let after: string | null = ""; after !== null; ) {
      const { body }: { body: { next: string | null } } = await of.call("POST", `/v1/rebuild?part=documents&after=${after}`);
      after = body.next;
    }
  };
  const before = await listed(i, 200);
  await i.call("POST", "/v1/import", corpus.ndjson(corpus.documentLines(20, 25, 2)), { prefer: "wait" });
  assert.deepEqual((await listed(i, 200)).slice(0, before.length), before);
  await i.scheduled();
  const documents = found(i);
  assert.ok(documents.length > 10);
  await rebuild(i);
  assert.deepEqual(found(i), documents);
  assert.deepEqual(await faultsOf(i), []);
  const other = new Instance();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { body: { rows: object[]; next: string | null } } = await i.call(
      "GET",
      `/v1/export${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    );
    assert.equal((await other.call("POST", "/v1/restore", { rows: page.body.rows })).status, 200);
    cursor = page.body.next;
  }
  assert.deepEqual(await listed(other, 200), await listed(i, 200));
  await rebuild(other);
  assert.deepEqual(found(other), documents);
  other.close();
});

test("a block whose events were changed is not packed", async () => {
  await i.nightly();
  await i.scheduled();
  const [last] = i.sql<{ seq: number }>("SELECT max(seq) AS seq FROM event");
  i.db.exec(`UPDATE event SET detail = '{"forged":1}' WHERE seq = ${last?.seq}`);
  await assert.rejects(packed(i.d1, Date.now() + WEEK), /not those that were sealed/);
  assert.equal(i.sql("SELECT 1 FROM event_block WHERE events IS NULL").length, 1);
});
