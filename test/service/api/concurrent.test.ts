/** Concurrent requests for the same thing: nothing is lost or counted twice, and nobody gets a 5xx. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

/** So many changes at once: each that comes too late is tried again, so that twice as many take four times as long. */
const CHANGES = process.env["WHENCE_FULL"] ? 60 : 30;
test("many changes at the same instant are all taken, and only the last one holds", async () => {
  const made = await service.call<{ id: string }>("POST", "/v1/claims", { ref: "busy", text: "The ferry of Rimstad runs on rainwater" });
  const path = `/v1/claims/${made.body.id}`;
  const texts = Array.from({ length: CHANGES }, (_, i) => `The ferry of Rimstad runs on rainwater, version ${i}`);
  const answers = await Promise.all(texts.map((text) => service.call("PATCH", path, { text })));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [200]);
  const document = await service.add({ text: "a post about the ferry that says little" });
  const sighting = { claim: made.body.id, document: document.body.id };
  const verdicts = await Promise.all(
    Array.from({ length: CHANGES }, (_, i) =>
      service.call(
        "POST",
        i ? `/v1/sightings/${i % 2 ? "reject" : "confirm"}` : "/v1/sightings",
        i ? sighting : { ...sighting, stance: "query" },
      ),
    ),
  );
  assert.ok(
    verdicts.every((a) => a.status < 500),
    JSON.stringify(verdicts.map((a) => a.status)),
  );
  await service.assertSound();
});

test("a change by a clock that is behind: no two versions hold at a time, and the last one taken holds", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The ferry of Varnes carries no lifeboats" })).body;
  const document = (await service.add({ text: "another post about a ferry that says little" })).body.id;
  const other = (await service.add({ text: "and one more that says even less of ferries" })).body.id;
  const sighting = { claim: id, document };
  const edge = { child: document, parent: other, type: "citation" };
  await service.call("POST", "/v1/sightings", sighting);
  await service.call("POST", "/v1/edges", edge);
  const change = async (n: number) => {
    const answers = [
      await service.call("PATCH", `/v1/claims/${id}`, { subject: `Varnes ${n}` }),
      await service.call("POST", `/v1/sightings/${n % 2 ? "reject" : "confirm"}`, sighting),
      await service.call("POST", `/v1/edges/${n % 2 ? "reject" : "confirm"}`, edge),
    ];
    for (const { status, text } of answers) assert.equal(status, 200, text);
  };
  await change(1);
  // As if that had been by a clock a minute ahead.
  for (const [table, key] of [
    ["claim", "id"],
    ["sighting", "claim_id"],
    ["edge", "child_id"],
  ] as const) {
    const own = table === "edge" ? document : id;
    const last = `${key} = ?1 AND replaced_at = 9007199254740991`;
    await service.sql(
      `UPDATE ${table} SET replaced_at = replaced_at + 60000 WHERE ${key} = ?1 AND replaced_at = (SELECT max(recorded_at) FROM ${table} WHERE ${last})`,
      own,
    );
    await service.sql(
      `UPDATE ${table} SET recorded_at = recorded_at + 60000 WHERE ${last} AND recorded_at = (SELECT max(recorded_at) FROM ${table} WHERE ${last})`,
      own,
    );
  }
  await service.sql("UPDATE claim_summary SET changed_at = changed_at + 60000 WHERE claim_id = ?1", id);
  await change(2);
  assert.equal((await service.get<{ subject: string }>(`/v1/claims/${id}`)).body.subject, "Varnes 2");
  await service.assertSound();
});
