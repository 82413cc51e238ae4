/** What one article tells of an answer too faintly waits for a person once another one tells the same, and no longer than that. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { likelyResponses } from "../../../shared/read/gates/responses.ts";
import { isToldWell } from "../../../shared/read/gates/told-besides.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { type Answered, answered } from "../../shared/read/gates/answers.ts";
import { canonical, sameRows } from "../support/canonical.ts";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
beforeEach(() => service.fresh());

const CLAIM = "Norvik Ferries will close its night line to Aland";
const OTHER = "Norvik Ferries will sell its steamer Sula to Peru";
/** How likely an article of our own tells the act that it was given, by the party that the claim names; how, whether it counts alone. */
function toldBy({ text, title, claim, type }: Answered) {
  const page = {
    kind: "article",
    url: "https://site.example/1",
    title,
    text,
    html: null,
    lang: "en",
    publishedAt: null,
    author: null,
    site: null,
  };
  const found = likelyResponses(readDocument(page as never), [claim], [], () => true);
  const own = found.find(({ response }) => response.type === type && response.actor.name === "Norvik Ferries");
  return found.length === 1 && own ? { score: own.probability, isFaint: own.isFaint } : null;
}
const own = answered.filter(({ claim }) => claim === CLAIM).map((one) => ({ ...one, told: toldBy(one) }));
const faint = own.filter(({ told }) => told?.isFaint).sort((a, b) => (a.told?.score ?? 0) - (b.told?.score ?? 0));
const [one, well] = faint.flatMap((a) => {
  const b = own.find(({ type, told }) => type === a.type && told && isToldWell({ state: "suggested", score: told.score }));
  return b ? [a as Answered, b as Answered] : [];
}) as [Answered, Answered, ...Answered[]];
const otherType = own.find(({ type, told }) => type !== one.type && told && told.score > 0.5) as Answered;

const article = (ref: string, { text, title }: Answered, about = CLAIM) => ({
  ref,
  kind: "article",
  url: `https://${ref}.example/2025/06/02/ferries`,
  publishedAt: "2025-06-02T09:00:00Z",
  lang: "en",
  title: about === CLAIM ? title : "Norvik Ferries said to sell steamer Sula to Peru",
  text: (about === CLAIM
    ? text
    : text.replaceAll(/close its night line to Aland(?: in the spring)?/g, "sell its steamer Sula to Peru")
  ).replace(/The line carries/, `As ${ref} writes, the line carries`),
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
const sound = async () => assert.deepEqual((await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations, []);

test("a faint answer alone is nowhere: not in the queue, on a page, or in the rows", async () => {
  await follow("ferries", CLAIM);
  await service.add(article("faint", one));
  await service.add(article("besides", otherType));
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
  await sound();
});

test("whichever order they come in, it waits once another tells the same", async () => {
  const lines = [article("faint", one), article("well", well), article("besides", otherType)];
  let first: Awaited<ReturnType<typeof canonical>> | null = null;
  for (const seed of [1, 2, 3, 4, 5]) {
    await service.fresh();
    await follow("ferries", CLAIM);
    const order = shuffled(lines, seed);
    if (seed < 4) for (const line of order) assert.equal((await service.add(line)).body.state, "done");
    else await service.importLines(order.map((line) => ({ type: "document", ...line })));
    await service.settle();
    assert.deepEqual(await waitsIn("faint"), [one.type], `order ${seed}`);
    await sound();
    const graph = await canonical(service);
    for (const [name, rows] of Object.entries(graph)) sameRows(name, rows, (first ?? graph)[name] ?? [], `order ${seed}`);
    first ??= graph;
  }
});

test("it waits no longer once the other is rejected, or erased; a person's word for the other is as good", async () => {
  await follow("ferries", CLAIM);
  await service.add(article("faint", one));
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
  assert.deepEqual(await waitsIn("faint"), [one.type]);
  await decide("reject");
  assert.deepEqual(await waitsIn("faint"), []);
  await decide("confirm");
  assert.deepEqual(await waitsIn("faint"), [one.type]);
  assert.equal((await service.call("DELETE", `/v1/documents/${known}`)).status, 200);
  await service.settle();
  assert.deepEqual(await waitsIn("faint"), []);
  await sound();
});

test("it waits once its claim is merged into the one of which the other tells", async () => {
  await follow("ferries", CLAIM);
  await follow("steamer", OTHER);
  await service.add(article("faint", one));
  await service.add(article("well", well, OTHER));
  await service.settle();
  assert.deepEqual([await waitsIn("faint"), (await waitsIn("well", "steamer")).length], [[], 1]);
  const { status } = await service.call("POST", "/v1/claims/ferries/merge", { into: "steamer" });
  assert.equal(status, 200);
  await service.settle();
  assert.deepEqual(await waitsIn("faint", "steamer"), [one.type]);
  await sound();
});
