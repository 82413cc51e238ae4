/** What goes with a claim into the one that it is merged into. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { migrations } from "../support/instance.ts";
import { Instance } from "./support/instance.ts";
import { faultsOf, makeWorld, type World } from "./support/world.ts";

let saved = "";
let world: World;
before(async () => {
  ({ saved, world } = await makeWorld());
});
const merge = (i: Instance) => i.call<{ decision: string }>("POST", `/v1/claims/${world.ferry}/merge`, { into: world.dairy });

test("notes on a claim are seen at the one that it became, deleted there, and are its own again when the merge is taken back", async () => {
  const i = new Instance(saved);
  const notesOf = async (claim: string) =>
    (await i.call<{ notes: { id: string; text: string }[] }>("GET", `/v1/claims/${claim}/notes`)).body.notes;
  const textsOf = async (claim: string) => (await notesOf(claim)).map(({ text }) => text);
  const written = [
    [world.ferry, "Asked the harbour"],
    [world.ferry, "The harbour called back"],
    [world.dairy, "Asked the dairy"],
  ] as const;
  for (const [claim, text] of written) {
    await i.call("POST", `/v1/claims/${claim}/notes`, { text });
    // Notes of one millisecond have no order.
    await setTimeout(2);
  }
  const { decision } = (await merge(i)).body;
  assert.deepEqual(await textsOf(world.dairy), ["Asked the dairy", "The harbour called back", "Asked the harbour"]);
  const [note] = (await notesOf(world.dairy)).filter(({ text }) => text === "Asked the harbour");
  assert.equal((await i.call("DELETE", `/v1/claims/${world.dairy}/notes/${note?.id}`)).status, 200);
  assert.equal((await i.call("POST", `/v1/decisions/${decision}/undo`)).status, 200);
  assert.deepEqual([await textsOf(world.ferry), await textsOf(world.dairy)], [["The harbour called back"], ["Asked the dairy"]]);
  i.close();
});

test("what a document answered that an older version erased is a response at the other claim, too", async () => {
  const i = new Instance(saved);
  const actor = { kind: "organisation", name: "Rimstad Lines" };
  const said = { claim: world.ferry, document: world.idle, response: { type: "denial", standing: "subject", actor } };
  assert.equal((await i.call("POST", "/v1/sightings", said)).status, 201);
  assert.equal((await i.call("DELETE", `/v1/documents/${world.idle}`)).status, 200);
  const whole = i.sql("SELECT detail FROM sighting WHERE document_id = ? ORDER BY replaced_at", world.idle);
  i.sql("UPDATE sighting SET detail = '{}' WHERE document_id = ?", world.idle);
  i.db.exec(migrations().find((sql) => sql.startsWith("UPDATE sighting SET detail")) ?? "");
  assert.deepEqual(i.sql("SELECT detail FROM sighting WHERE document_id = ? ORDER BY replaced_at", world.idle), whole);
  await merge(i);
  await i.settle();
  assert.equal((await i.call<{ responses: number }>("GET", `/v1/claims/${world.dairy}`)).body.responses, 1);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("a claim that becomes public while another is merged into it, in batches, shows no line that nobody has reviewed", async () => {
  const i = new Instance();
  const claim = async (text: string) => (await i.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "private" })).body.id;
  const into = await claim("The lighthouse of Rimstad is painted with butter");
  const from = await claim("The lighthouse of Rimstad is painted with margarine");
  const text = "Nils Holm said on Monday that the lighthouse of Rimstad is painted with margarine. Nobody else has seen it.";
  await i.call(
    "POST",
    "/v1/documents",
    { url: "https://paper.example/light", kind: "article", title: "Nils Holm", text },
    { prefer: "wait" },
  );
  await i.settle();
  assert.equal(i.sql("UPDATE sighting SET listed = 1 WHERE claim_id = ? RETURNING 1", from).length, 1);
  const columns = Object.keys(i.sql<Record<string, unknown>>("SELECT * FROM sighting LIMIT 1")[0] ?? {});
  // More lines than one batch moves.
  i.sql(
    `INSERT INTO sighting (${columns.join()}) SELECT ${columns.map((name) => (name === "id" ? "substr(s.id, 1, 24) || (100 + n.value)" : `s.${name}`)).join()}
      FROM sighting s, (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c WHERE value < 600) SELECT value FROM c) n WHERE s.claim_id = ?`,
    from,
  );
  let isPublished = false;
  const merged = await i.interfered(
    async (_, statements, commit) => {
      if (!isPublished && statements.some(({ sql }) => sql.includes("INTO sighting"))) {
        isPublished = true;
        assert.equal((await i.call("PATCH", `/v1/claims/${into}`, { visibility: "public" })).status, 200);
      }
      return commit();
    },
    () => i.call("POST", `/v1/claims/${from}/merge`, { into }),
  );
  assert.deepEqual([isPublished, merged.status], [true, 200]);
  const lines = i.sql<{ listed: number; n: number }>(
    "SELECT listed, count(*) AS n FROM sighting WHERE claim_id = ? AND replaced_at > 9000000000000000 GROUP BY listed",
    into,
  );
  assert.deepEqual(
    lines.map(({ listed }) => listed),
    [0],
    JSON.stringify(lines),
  );
  i.close();
});
