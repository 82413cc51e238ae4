/** The same documents in any order, each delivered three times, by any route, give the same graph. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { canonical, type Row, sameRows } from "../support/canonical.ts";
import { claims, documents, shuffled } from "../support/corpus.ts";
import { openService, type Service } from "../support/harness.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
after(() => service.close());
const ORDERS = process.env["WHENCE_FULL"] ? 20 : 3;

/** Each document so many times in a seeded order: alone by POST, or in batches of an import; read in the request, or later. */
async function deliver(s: Service, seed: number, times: number): Promise<void> {
  const order = shuffled(Array.from({ length: times }, () => documents).flat(), seed);
  let at = 0;
  for (let turn = seed; at < order.length; turn++) {
    const size = [1, 7, 1, 3, 19][turn % 5] ?? 1;
    const part = order.slice(at, at + size);
    at += size;
    const headers: Record<string, string> = turn % 3 === 0 ? {} : { prefer: "wait" };
    const [one] = part;
    if (part.length === 1 && one) {
      const { type: _, ...input } = one;
      const answer = await s.call("POST", "/v1/documents", input, headers);
      assert.ok(answer.status < 300, `${one.ref}: ${answer.status} ${answer.text}`);
    } else {
      const { status, body } = await s.importLines(part, "", headers);
      assert.equal(status, 200);
      assert.deepEqual(body.rejected, [], JSON.stringify(part.map((p) => p.ref)));
    }
  }
  await s.settle();
}

async function cascades(s: Service): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const { ref } of documents) out[ref] = (await s.get(`/v1/documents/${encodeURIComponent(ref)}/cascade`)).body;
  return out;
}

test("the corpus in its own order gives what it was made for", async () => {
  await service.importLines(claims);
  const { body } = await service.importLines(documents, "", { prefer: "wait" });
  assert.deepEqual(body.rejected, []);
  await service.settle();
  const graph = await canonical(service);
  const edgeTypes = new Set(graph["edges"]?.map((e) => e["type"]));
  for (const type of ["repost", "quote", "reply", "copy", "citation", "attribution", "translation"])
    assert.ok(edgeTypes.has(type), `no edge of type ${type}`);
  assert.ok((graph["responses"]?.length ?? 0) >= 2, "the articles tell of responses");
  const listed = graph["sightings"]?.filter((s) => s["listed"] === 1) ?? [];
  assert.ok(listed.length >= 20, `${listed.length} listed sightings`);
  assert.deepEqual(graph["pending"], []);
});

test("any order of the same documents, each once or three times, gives the same graph", async (t) => {
  let first: Record<string, Row[]> | null = null;
  let shares: unknown = null;
  for (let seed = 1; seed <= ORDERS; seed++) {
    await t.test(`order ${seed}`, async () => {
      await service.fresh();
      await service.importLines(claims);
      // A second delivery may heal what the first left wrong, so that both are tried.
      await deliver(service, seed * 7919, seed % 2 ? 3 : 1);
      const graph = await canonical(service);
      const trees = await cascades(service);
      if (!first) {
        first = graph;
        shares = trees;
        return;
      }
      assert.deepEqual(trees, shares);
      for (const [name, rows] of Object.entries(graph)) sameRows(name, rows, first[name] ?? [], `order ${seed}`);
    });
  }
});
