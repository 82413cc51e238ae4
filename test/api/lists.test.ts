/** Lists that look at a bounded number of rows a page find all that is there, also behind a thousand old versions. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cursorOf } from "../../shared/cursor.ts";
import { type Answer, Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, {});
after(() => instance.close());
const LIVE = 9007199254740991;
const OLD_VERSIONS = 1100;

async function all(list: string, query: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let next: string | null = "";
  while (next !== null) {
    const answer: Answer<Record<string, unknown>> = await instance.call("GET", `/v1/${list}?${query}${next && `&cursor=${next}`}`);
    assert.equal(answer.status, 200, answer.text);
    items.push(...(answer.body[list] as Record<string, unknown>[]));
    next = answer.body["next"] as string | null;
  }
  return items;
}

test("what stands behind old versions is found", async () => {
  const claims: string[] = [];
  for (const text of ["The first pier of Exampleton floats", "The second pier of Exampleton floats"])
    claims.push((await instance.call<{ id: string }>("POST", "/v1/claims", { text })).body.id);
  const documents: string[] = [];
  for (const ref of ["one", "two"])
    documents.push((await instance.call<{ id: string }>("POST", "/v1/documents", { ref, text: `Words of ${ref}` })).body.id);
  await instance.settle();
  const [claim = ""] = claims.sort();
  const [child = "", parent = ""] = documents.sort();
  const response = instance.db.prepare(
    `INSERT INTO response (claim_id, at, id, document_id, type, standing, actor, quotes, seen, state, published, recorded_at, replaced_at)
      VALUES (?, ?, ?, ?, ?, 'subject', '{"kind":"person","name":"Ann"}', '[]', 'observed', 'suggested', '{"value":"","precision":"unknown","basis":"unknown","earliest":null,"latest":null}', 1, ?)`,
  );
  const edge = instance.db.prepare(
    `INSERT INTO edge (child_id, parent_id, type, basis, confidence, state, is_primary, evidence, method, recorded_at, replaced_at)
      VALUES (?, ?, ?, 'stated', 0.5, 'suggested', 0, '{"quote":null,"why":"Its text tells of it."}', 'test', 1, ?)`,
  );
  for (let i = 0; i < OLD_VERSIONS; i++) {
    response.run(claim, 50, `s${String(i).padStart(26, "0")}`, child, "denial", 100 + i);
    edge.run(child, parent, "quote", 100 + i);
  }
  response.run(claim, 10, `s${"9".repeat(26)}`, child, "apology", LIVE);
  edge.run(child, "a-first-parent", "copy", LIVE);
  assert.deepEqual(await all("responses", "type=apology&fields=type"), [{ type: "apology" }]);
  assert.deepEqual(await all("edges", "type=copy&fields=type"), [{ type: "copy" }]);
});

test("a page of one claim's responses goes on with no other claim's", async () => {
  const [first = "", other = ""] = instance.sql<{ id: string }>("SELECT id FROM claim ORDER BY id").map(({ id }) => id);
  const asked = (claim: string) =>
    instance.call<{ responses: { claim: string }[] }>("GET", `/v1/responses?claim=${claim}&cursor=${cursorOf([first, 0, ""])}`);
  assert.deepEqual(
    (await asked(first)).body.responses.map(({ claim }) => claim),
    [first],
  );
  assert.equal((await asked(other)).status, 422);
});
