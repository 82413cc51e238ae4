/** A plain repost says what it reposts, follows it, and is done within its request. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { claimOf, post } from "../support/growth.ts";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

const TEXT = "The lighthouse of Ormsund was sold to a brewery";
/** What is stored of a document, in all versions. */
const stored = async (id: string) => ({
  sightings: await service.sql("SELECT * FROM sighting WHERE document_id = ?1 ORDER BY claim_id, recorded_at", id),
  edges: await service.sql("SELECT * FROM edge WHERE child_id = ?1 ORDER BY parent_id, recorded_at", id),
  document: await service.sql("SELECT * FROM document WHERE id = ?1", id),
});
const send = (document: object) => service.call<{ id: string; state: string }>("POST", "/v1/documents", document, { prefer: "wait" });

test("it is done within its request, and a second look changes nothing of it", async (t) => {
  const claim = await claimOf(service, "ormsund", TEXT);
  await service.add(post("root", 0, { type: undefined, text: `${TEXT}, they say.` }));
  const first = await send(post("share", 1, { type: undefined, repostOf: "root" }));
  assert.deepEqual([first.status, first.body.state], [201, "done"]);
  assert.ok(first.rows.written <= 11, `${first.rows.written}: 9, and two for its ref`);
  t.diagnostic(`${first.rows.read} rows read`);
  // A repost of that repost says what the root says.
  const second = await send(post("share-of-share", 2, { type: undefined, repostOf: "share" }));
  assert.equal(second.body.state, "done");
  for (const { body } of [first, second]) {
    const before = await stored(body.id);
    assert.equal(before.sightings.length, 1);
    assert.equal(before.sightings[0]?.claim_id, claim);
    assert.equal(before.sightings[0]?.method, "rule: repost");
    await service.giveJobs([body.id]);
    await service.settle();
    assert.deepEqual(await stored(body.id), before);
  }
  assert.equal((await service.get<{ sightings: number }>(`/v1/claims/${claim}`)).body.sightings, 3);
});

test("one of a parent that is still to be read, or not here, waits; a later change of the parent reaches it", async () => {
  const claim = await claimOf(service, "orm-two", "The bell of Ormsund rings at noon no more");
  const lines = [post("later", 5, { text: "The bell of Ormsund rings at noon no more." }), post("both", 6, { repostOf: "later" })];
  const { body } = await service.importLines(lines, "", { prefer: "wait" });
  assert.deepEqual(body, { accepted: 2, rejected: [], waiting: 0 });
  assert.equal((await send(post("early", 7, { type: undefined, repostOf: "not-here-yet" }))).status, 201);
  const after = await send(post("third", 8, { type: undefined, repostOf: "later" }));
  assert.equal(after.body.state, "done");
  const sightings = async () => (await service.get<{ sightings: number }>(`/v1/claims/${claim}`)).body.sightings;
  assert.equal(await sightings(), 3);
  const [parent] = await service.sql<{ document_id: string }>(
    "SELECT document_id FROM sighting WHERE claim_id = ?1 ORDER BY at LIMIT 1",
    claim,
  );
  await service.add(
    post("later", 5, { type: undefined, text: "Nothing of the kind: it was about cheese all along, and about nothing else." }),
  );
  await service.settle();
  assert.equal(await sightings(), 0, `the reposts of ${parent?.document_id} say what it says now`);
  await service.assertSound();
});
