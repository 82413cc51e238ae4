/** What one article tells of an answer too faintly waits for a person once another one tells the same, and no longer than that. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { type Article, besides, CLAIM, faint, well } from "../../shared/read/gates/faint-reports.ts";
import { canonical, sameRows } from "../support/canonical.ts";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
beforeEach(() => service.fresh());

const OTHER = "Norvik Ferries will sell its steamer Sula to Peru";
const article = (ref: string, { text, title }: Article, about = CLAIM) => ({
  ref,
  kind: "article",
  url: `https://${ref}.example/2025/06/02/ferries`,
  publishedAt: "2025-06-02T09:00:00Z",
  lang: "en",
  title: about === CLAIM ? title : "Norvik Ferries said to sell steamer Sula to Peru",
  text: about === CLAIM ? text : text.replaceAll(/close its night line to Aland(?: in the spring)?/g, "sell its steamer Sula to Peru"),
});
const follow = (ref: string, text: string) => service.call("POST", "/v1/claims", { ref, text });
interface Waiting {
  id: string;
  document: string;
  response: { type: string };
}
const waiting = async (claim = "ferries") =>
  (await service.get<{ responses: Waiting[] }>(`/v1/claims/${claim}/responses?state=suggested`)).body.responses;
const idOf = async (ref: string) => (await service.get<{ id: string }>(`/v1/documents/${ref}`)).body.id;
const waitsIn = async (ref: string, claim?: string) => {
  const id = await idOf(ref);
  return (await waiting(claim)).filter(({ document }) => document === id).map(({ response }) => response.type);
};

test("a faint answer alone is nowhere: not in the queue, on a page, or in the rows", async () => {
  await follow("ferries", CLAIM);
  await service.add(article("faint", faint));
  await service.add(article("besides", besides));
  await service.settle();
  assert.deepEqual(await waitsIn("faint"), []);
  assert.equal((await waitsIn("besides")).length, 1);
  const rows = await service.sql<{ n: number }>(
    "SELECT count(*) AS n FROM sighting WHERE role = 'respond' AND document_id = ?1",
    await idOf("faint"),
  );
  assert.equal(rows[0]?.n, 0);
  const [shown] = await service.sql<{ shown: string }>("SELECT shown FROM sighting WHERE document_id = ?1", await idOf("faint"));
  assert.doesNotMatch(shown?.shown ?? "", /tellsResponse/);
  await service.assertSound();
});

test("whichever order they come in, it waits once another tells the same", async () => {
  const lines = [article("faint", faint), article("well", well), article("besides", besides)];
  let first: Awaited<ReturnType<typeof canonical>> | null = null;
  for (const seed of [1, 2, 3, 4, 5]) {
    await service.fresh();
    await follow("ferries", CLAIM);
    const order = shuffled(lines, seed);
    if (seed < 4) for (const line of order) assert.equal((await service.add(line)).body.state, "done");
    else await service.importLines(order.map((line) => ({ type: "document", ...line })));
    await service.settle();
    assert.deepEqual(await waitsIn("faint"), [faint.type], `order ${seed}`);
    await service.assertSound();
    const graph = await canonical(service);
    for (const [name, rows] of Object.entries(graph)) sameRows(name, rows, (first ?? graph)[name] ?? [], `order ${seed}`);
    first ??= graph;
  }
});

test("it waits no longer once the other is rejected, or erased; a person's word for the other is as good", async () => {
  await follow("ferries", CLAIM);
  await service.add(article("faint", faint));
  await service.add(article("well", well));
  await service.settle();
  const known = await idOf("well");
  const told = (await waiting()).find(({ document }) => document === known) as Waiting;
  const decide = async (what: "confirm" | "reject") => {
    const { status } = await service.call("POST", `/v1/sightings/${what}`, { claim: "ferries", document: known, id: told.id, seen: true });
    assert.equal(status, 200);
    await service.settle();
  };
  await decide("confirm");
  assert.deepEqual(await waitsIn("faint"), [faint.type]);
  await decide("reject");
  assert.deepEqual(await waitsIn("faint"), []);
  await decide("confirm");
  assert.deepEqual(await waitsIn("faint"), [faint.type]);
  assert.equal((await service.call("DELETE", `/v1/documents/${known}`)).status, 200);
  await service.settle();
  assert.deepEqual(await waitsIn("faint"), []);
  await service.assertSound();
});

test("it waits once its claim is merged into the one of which the other tells", async () => {
  await follow("ferries", CLAIM);
  await follow("steamer", OTHER);
  await service.add(article("faint", faint));
  await service.add(article("well", well, OTHER));
  await service.settle();
  assert.deepEqual([await waitsIn("faint"), (await waitsIn("well", "steamer")).length], [[], 1]);
  const { status } = await service.call("POST", "/v1/claims/ferries/merge", { into: "steamer" });
  assert.equal(status, 200);
  await service.settle();
  assert.deepEqual(await waitsIn("faint", "steamer"), [faint.type]);
  await service.assertSound();
});

test("of a proposal it waits as of a claim, and still does once that is followed", async () => {
  const lines = [article("faint", { ...faint, title: well.title }), article("well", well)];
  for (const order of [lines, lines.toReversed()]) {
    await service.fresh();
    for (const line of order) await service.add(line);
    await service.settle();
    const proposals = (await service.get<{ claims: { id: string }[] }>("/v1/claims?status=proposed")).body.claims;
    assert.equal(proposals.length, 1);
    const { id } = proposals[0] as { id: string };
    assert.deepEqual([await waitsIn("faint", id), await waitsIn("well", id)], [[faint.type], [well.type]]);
    assert.equal((await service.call("PATCH", `/v1/claims/${id}`, { status: "open" })).status, 200);
    await service.settle();
    assert.deepEqual(await waitsIn("faint", id), [faint.type]);
    await service.assertSound();
  }
});
