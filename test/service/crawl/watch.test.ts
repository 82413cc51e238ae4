/** A watch on a claim searches the sources for its rarest words; what they find goes through the usual pipeline. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org" });
after(async () => {
  await service.close();
  outside.close();
});

const HOST = "hn.algolia.com";
const CLAIM = "The mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad";
const hits: object[] = [];
let queries: (string | null)[] = [];
outside.hosts.set(HOST, (request) => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/robots.txt") return new Response("", { headers: { "content-type": "text/plain" } });
  if (searchParams.has("query")) queries.push(searchParams.get("query"));
  return Response.json({ hits, nbPages: 1, page: 0 });
});
interface Watch {
  watching: boolean;
  since: string | null;
  words: string[];
  searches: { source: string; name: string; watchedSince: string | null; outcome: string | null }[];
}
const watch = async (method: string) => (await service.call<Watch>(method, `/v1/claims/${claim}/watch`)).body;
const watched = async () =>
  (
    await service.get<{ coverage: { watched: { name: string; since: string }[] } }>(`/v1/claims/${claim}/timeline`)
  ).body.coverage.watched.map((w) => w.name);
async function later(): Promise<void> {
  await service.sql("UPDATE visit SET due_at = 1 WHERE purpose = 'watch'");
  await service.sql("UPDATE visit SET due_at = 4000000000000 WHERE purpose = 'source' AND due_at IS NOT NULL");
  await service.sql("UPDATE host SET next_at = 0");
  queries = [];
  await service.scheduled();
  await service.settle();
}
const addSource = async (config: object, kind = "hackernews") =>
  (await service.call<{ id: string }>("POST", "/v1/sources", { kind, name: "Orange site", config })).body.id;
let claim = "";
let other = "";
let source = "";

test("a claim is watched by its rarest words, in the sources that can be searched", async () => {
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  other = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The bakeries of Rimstad have raised the price of flour" }))
    .body.id;
  source = await addSource({ query: "harbour" });
  await addSource({ query: "weather" });
  await addSource({ url: "https://gazette.oldenmoor.org/feed" }, "feed");
  assert.deepEqual(await watch("GET"), { watching: false, since: null, words: [], searches: [] });
  const set = await watch("POST");
  assert.ok(set.watching && set.since);
  assert.deepEqual(set.words, ["mill", "Oldenmoor", "grinds", "bones"]);
  assert.equal(set.searches.length, 1, "two sources that would make the same search make it once; a feed cannot be searched");
  assert.deepEqual(await watch("POST"), set, "once more is the same watch");
});

test("it is searched for, and what is found is seen with the claim; coverage says so of this claim alone", async () => {
  hits.push({
    objectID: "41000001",
    title: "",
    story_text: null,
    comment_text: `Did you hear? ${CLAIM}.`,
    author: "ann",
    created_at_i: 1_746_090_000,
    _tags: ["comment"],
  });
  assert.deepEqual(await watched(), []);
  await later();
  assert.deepEqual(queries, ["mill Oldenmoor grinds bones"]);
  const { events } = (await service.get<{ events: { platform: string }[] }>(`/v1/claims/${claim}/timeline`)).body;
  assert.deepEqual(
    events.map((e) => e.platform),
    ["hackernews"],
  );
  assert.deepEqual(await watched(), ["search for “mill Oldenmoor grinds bones” in Orange site"]);
  const elsewhere = await service.get<{ coverage: { watched: unknown[] } }>(`/v1/claims/${other}/timeline`);
  assert.deepEqual(elsewhere.body.coverage.watched, []);
  assert.ok((await watch("GET")).searches[0]?.watchedSince);
});

test("the next searches bring what is there already: nothing new", async () => {
  const before = await service.counts();
  await later();
  assert.equal(queries.length, 1);
  assert.deepEqual([(await service.counts())["document"], (await service.counts())["sighting"]], [before["document"], before["sighting"]]);
});

test("a source that is switched off is searched no more, and on again it is", async () => {
  const sources = (await service.get<{ sources: { id: string; kind: string }[] }>("/v1/sources")).body.sources.filter(
    (s) => s.kind === "hackernews",
  );
  for (const { id } of sources) await service.call("PATCH", `/v1/sources/${id}`, { enabled: false });
  await later();
  assert.deepEqual([queries, await watched(), (await watch("GET")).searches], [[], [], []]);
  await service.call("PATCH", `/v1/sources/${source}`, { enabled: true });
  await later();
  assert.equal((await watch("GET")).searches.length, 1);
});

test("a claim that is archived is searched for no more; nor one whose watch ends, and that it was watched is kept", async () => {
  await service.call("PATCH", `/v1/claims/${claim}`, { status: "archived" });
  await later();
  assert.deepEqual(queries, []);
  await service.call("PATCH", `/v1/claims/${claim}`, { status: "open" });
  await service.scheduled();
  await later();
  assert.equal(queries.length, 1);
  const then = await moment();
  assert.equal((await watch("DELETE")).watching, false);
  await later();
  assert.deepEqual([queries, await watched()], [[], []]);
  const past = await service.get<{ coverage: { watched: unknown[] } }>(`/v1/claims/${claim}/timeline?asOf=${then}`);
  assert.equal(past.body.coverage.watched.length, 1);
});

test("who may: reviewers; no claim, no watch", async () => {
  const { key } = (await service.call<{ key: string }>("POST", "/v1/keys", { name: "reader", scopes: ["read"] })).body;
  const as = (method: string, id: string, headers: Record<string, string>) =>
    service.anonymous(method, `/v1/claims/${id}/watch`, undefined, headers).then((a) => a.status);
  assert.equal(await as("POST", claim, { authorization: `Bearer ${key}` }), 403);
  assert.equal(await as("GET", claim, { authorization: `Bearer ${key}` }), 200);
  assert.equal(await as("GET", claim, {}), 401);
  assert.equal((await service.call("POST", `/v1/claims/c${"0".repeat(26)}/watch`)).status, 404);
});

test("every invariant holds after all of this", async () => {
  await service.assertSound();
});
