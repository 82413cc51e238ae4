/** Lost messages are found by the sweeper; what cannot be done becomes a dead letter and can be tried again. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { until } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
interface Health {
  waiting: number;
  dead: number;
}
interface Dead {
  deadLetters: { document: string; reason: string; attempts: number; at: string }[];
  next: string | null;
}
const state = async (id: string) => (await service.get<{ state: string }>(`/v1/documents/${id}`)).body.state;

test("the queue does what was accepted", async () => {
  await service.call("POST", "/v1/claims", { text: "The clock tower of Rimstad strikes thirteen at noon" });
  const { status, body } = await service.call<{ id: string; state: string }>("POST", "/v1/documents", {
    text: "The clock tower of Rimstad strikes thirteen at noon, I counted.",
  });
  assert.deepEqual([status, body.state], [202, "waiting"]);
  await until("done by the queue", async () => (await state(body.id)) === "done");
  const rows = await service.sql("SELECT id FROM sighting WHERE document_id = ?1", body.id);
  assert.equal(rows.length, 1);
});

test("cron finishes what the queue lost", async () => {
  const { body } = await service.add({ text: "The clock tower of Rimstad strikes thirteen at noon, my aunt says." });
  // A message that never comes: the row is there, nobody is told.
  await service.giveJobs([body.id]);
  assert.equal(await state(body.id), "waiting");
  await service.scheduled();
  assert.equal(await state(body.id), "done");
  assert.equal((await service.get<Health>("/healthz")).body.waiting, 0);
});

test("what is not due is left alone", async () => {
  const { body } = await service.add({ text: "A text that is to be looked at again only much later than now." });
  await service.giveJobs([body.id], "again", Date.now() + 3_600_000);
  await service.scheduled();
  assert.equal((await service.get<Health>("/healthz")).body.waiting, 1);
  await service.sql("DELETE FROM job");
});

test("five failures bury a document, and no other with it; redrive raises it", async () => {
  await service.call("POST", "/v1/claims", { ref: "cat", text: "Wild cats have moved into the granary of Oldenmoor" });
  const { body: bad } = await service.add({ ref: "bad", text: "Wild cats have moved into the granary of Oldenmoor, and they sing." });
  const { body: good } = await service.add({ ref: "good", text: "The granary is said to be empty since the harvest failed." });
  await service.giveJobs([bad.id, good.id]);
  // A rollup that is full, and a sighting that is gone: doing the document again must fail.
  await service.sql("UPDATE claim_summary SET sightings = 9223372036854775807 WHERE claim_id = (SELECT id FROM claim WHERE ref = 'cat')");
  await service.sql("DELETE FROM sighting WHERE document_id = ?1", bad.id);
  for (let attempt = 1; attempt <= 5; attempt++) {
    await service.sql("UPDATE job SET due_at = 0");
    const tried = Date.now();
    await service.scheduled();
    assert.equal(await state(good.id), "done", "one that fails holds up no other");
    const [row] = await service.sql<{ attempts: number; error: string; due_at: number }>(
      "SELECT * FROM job WHERE document_id = ?1",
      bad.id,
    );
    if (attempt < 5) {
      assert.equal(row?.attempts, attempt);
      assert.ok(row.error);
      assert.ok(row.due_at > tried + 5000, "later and later");
    } else assert.equal(row, undefined);
  }
  assert.equal(await state(bad.id), "dead");
  assert.equal(await state(good.id), "done");
  const { body: dead } = await service.get<Dead>("/v1/dead-letters");
  assert.equal(dead.deadLetters.length, 1);
  assert.deepEqual([dead.deadLetters[0]?.document, dead.deadLetters[0]?.attempts], [bad.id, 5]);
  assert.ok(dead.deadLetters[0]?.reason);
  assert.deepEqual((await service.get<Health>("/healthz")).body.dead, 1);
  await service.sql("UPDATE claim_summary SET sightings = 0");
  const { body: raised } = await service.call<{ redriven: string[] }>("POST", "/v1/dead-letters/redrive", {
    documents: [bad.id, "d00000000000000000000000000"],
  });
  assert.deepEqual(raised.redriven, [bad.id]);
  await until("done after redrive", async () => (await state(bad.id)) === "done");
  assert.deepEqual((await service.get<Dead>("/v1/dead-letters")).body.deadLetters, []);
  assert.equal((await service.sql("SELECT id FROM sighting WHERE document_id = ?1 AND replaced_at = 9007199254740991", bad.id)).length, 1);
});

test("a dead letter that is read after all, in another text or because of another document, is none any more", async () => {
  const add = (text: string) => service.add({ url: "https://social.example/@dot/9", text });
  const { id } = (await add("The bridge of Exampleton sways at noon, and nobody walks there.")).body;
  await service.sql("INSERT INTO dead_letter (document_id, reason, attempts, at) VALUES (?1, 'x', 5, 0)", id);
  assert.equal(await state(id), "dead");
  await add("The bridge of Exampleton sways at noon and at night, and nobody walks there.");
  await until("it is read", async () => (await state(id)) === "done");
  assert.equal((await service.get<Health>("/healthz")).body.dead, 0);
});

test("dead letters are listed a page at a time", async () => {
  const ids = await Promise.all(["p", "q", "r"].map(async (ref) => (await service.add({ ref, text: `A short text ${ref}` })).body.id));
  for (const id of ids) await service.sql("INSERT INTO dead_letter (document_id, reason, attempts, at) VALUES (?1, 'x', 5, 0)", id);
  const seen: string[] = [];
  let path: string | null = "/v1/dead-letters?limit=2";
  while (path) {
    const answer: { body: Dead; headers: Headers } = await service.get<Dead>(path);
    seen.push(...answer.body.deadLetters.map((d) => d.document));
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
  }
  assert.deepEqual(seen, [...ids].sort());
});
