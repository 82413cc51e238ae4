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
