/** Edges by people: shown at once, kept through reading again, sweeps and rebuilds, and never in a cycle. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Edge {
  child: string;
  parent: string | null;
  type: string;
  basis: string;
  state: string;
  primary: boolean;
  method: string;
  evidence: { quote: { exact: string } | null; why: string };
  flags: string[];
}
interface Said {
  status: string;
  state: string;
  edge: Edge;
}
interface Event {
  id: string;
  document: string;
  seen: string;
  parent: { documentId: string | null; label: string | null; type: string; basis: string } | null;
}
/** Each test has a town, a claim and people of its own. */
const TOWNS = ["Osby", "Kivik", "Arlov", "Tomelilla", "Vinslov", "Brosarp"];
let town = -1;
let TEXT = "";
let claim = "";
const handle = (name: string) => `${name}_${TOWNS[town]}`.toLowerCase();
const url = (name: string, hour: number) =>
  `https://x.com/${handle(name)}/status/${xId(new Date(Date.UTC(2025, town, 1, hour)).toISOString())}`;
const post = async (name: string, hour: number, text: string, fields: object = {}) =>
  (await service.add({ ref: handle(name), url: url(name, hour), author: { handle: handle(name), name }, text, ...fields })).body.id;
const say = (body: object) => service.call<Said & { detail: string }>("POST", "/v1/edges", body);
const judge = (what: "confirm" | "reject", body: object) => service.call<Said>("POST", `/v1/edges/${what}`, body);
const events = async () => (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline?limit=200`)).body.events;
const eventOf = async (document: string) => (await events()).find((e) => e.document === document);
const edgesOf = async (child: string) =>
  (await service.get<{ edges: Edge[] }>(`/v1/claims/${claim}/graph`)).body.edges.filter((e) => e.child === child);
const again = async (...ids: string[]) => {
  await service.giveJobs(ids);
  await service.settle();
};
const rebuild = async () => {
  for (const part of ["search", "rollups", "places", "texts"])
    for (let next: string | null = ""; next !== null; )
      next = (await service.call<{ next: string | null }>("POST", `/v1/rebuild?part=${part}&after=${next}`)).body.next;
};

beforeEach(async () => {
  town++;
  TEXT =
    [
      `The clock of ${TOWNS[town]} station runs backwards on Sundays`,
      `A heron of ${TOWNS[town]} has learned to open the lock of the fish market`,
      `The bakery in ${TOWNS[town]} mixes sawdust with its rye flour`,
      `Nobody in ${TOWNS[town]} has paid for water since the pump house burned`,
      `The choir of ${TOWNS[town]} sings from notes stolen in a museum`,
      `The tunnel under ${TOWNS[town]} was dug two metres too narrow for trains`,
    ][town] ?? "";
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: TEXT })).body.id;
});

test("a person's edge is the primary one at once, in the timeline and the graph, and stays", async () => {
  const first = await post("anna", 1, `${TEXT}. Here is a photograph of it.`);
  const child = await post("berta", 5, `${TEXT}, look at this picture`);
  const before = (await service.get(`/v1/claims/${claim}/graph`)).headers.get("etag");
  const said = await say({
    child: handle("berta"),
    parent: url("anna", 1),
    type: "screenshot",
    quote: "this picture",
    note: "The picture shows the post.",
    publicNote: true,
  });
  assert.equal(said.status, 201, said.text);
  const { edge } = said.body;
  assert.deepEqual(
    [
      edge.child,
      edge.parent,
      edge.type,
      edge.basis,
      edge.state,
      edge.primary,
      edge.method,
      edge.evidence.quote?.exact,
      edge.evidence.why,
      edge.flags,
    ],
    [child, first, "screenshot", "human", "confirmed", true, "person", "this picture", "The picture shows the post.", []],
  );
  assert.equal(said.body.state, "done");
  const follows = async () => {
    const event = await eventOf(child);
    assert.deepEqual([event?.parent?.documentId, event?.parent?.label, event?.parent?.type], [first, "anna", "screenshot"]);
    assert.equal((await edgesOf(child)).filter((e) => e.primary).length, 1);
    await service.assertSound();
  };
  await follows();
  assert.notEqual((await service.get(`/v1/claims/${claim}/graph`)).headers.get("etag"), before);
  const repeated = await say({
    child,
    parent: first,
    type: "screenshot",
    quote: "this picture",
    note: "The picture shows the post.",
    publicNote: true,
  });
  assert.deepEqual([repeated.status, repeated.body.status], [200, "same"]);
  await again(child, first);
  await follows();
  await rebuild();
  await again(child);
  await follows();
  // A sighting that a person judged follows, too.
  await service.call("POST", "/v1/sightings/confirm", { claim, document: child });
  await judge("reject", { child, parent: first, type: "screenshot" });
  assert.notEqual((await eventOf(child))?.parent?.type, "screenshot");
  await judge("confirm", { child, parent: first, type: "screenshot" });
  await follows();
  const types = (await service.get<{ events: { type: string }[] }>("/v1/events?limit=100")).body.events.map((e) => e.type);
  for (const type of ["edge.recorded", "edge.rejected", "edge.confirmed"]) assert.ok(types.includes(type), type);
});

test("an edge that is rejected is not found again; one that is confirmed outranks what comes later", async () => {
  const original = await post("anna", 1, `${TEXT}, says the station master who has watched it every Saturday night before the last train`);
  const copy = await post("berta", 5, `${TEXT}, says the station master who has watched it every Saturday night before the last train`);
  const found = (await edgesOf(copy)).find((e) => e.parent === original);
  assert.ok(found, "the copy is found");
  const ends = { child: copy, parent: original, type: found.type };
  assert.equal((await judge("reject", ends)).body.edge.state, "rejected");
  assert.equal((await judge("reject", ends)).body.status, "same");
  const rejected = async () => {
    const edges = await edgesOf(copy);
    assert.deepEqual(
      edges.filter((e) => e.parent === original && e.type === found.type).map((e) => [e.state, e.primary, e.method]),
      [["rejected", false, "person"]],
    );
    assert.notEqual((await eventOf(copy))?.parent?.type, found.type);
    await service.assertSound();
  };
  await rejected();
  await again(copy, original);
  await rejected();
  assert.equal((await judge("confirm", ends)).body.edge.primary, true);
  // An earlier one with the same words comes late: what the person confirmed stays.
  await post("zoe", 0, `${TEXT}, says the station master who has watched it every Saturday night before the last train`);
  await service.settle();
  assert.equal((await eventOf(copy))?.parent?.documentId, original);
  assert.equal((await judge("confirm", { child: copy, parent: null, type: "copy" })).status, 404);
  await service.assertSound();
});

test("no document comes from itself, by however many; times that cannot be are taken and flagged", async () => {
  const [a, b, c] = [await post("anna", 1, `${TEXT} one`), await post("berta", 5, `${TEXT} two`), await post("carl", 9, `${TEXT} three`)];
  for (const child of [a, b, c])
    for (const e of await edgesOf(child)) await judge("reject", { child: e.child, parent: e.parent, type: e.type });
  assert.equal((await say({ child: a, parent: a, type: "citation" })).status, 422);
  assert.equal((await say({ child: handle("anna"), parent: url("anna", 1), type: "citation" })).status, 422);
  assert.equal((await say({ child: b, parent: a, type: "citation" })).status, 201);
  assert.equal((await say({ child: c, parent: b, type: "citation" })).status, 201);
  const circle = await say({ child: a, parent: c, type: "citation" });
  assert.equal(circle.status, 422);
  assert.match(circle.text, /carl.*comes from.*berta.*comes from.*anna/);
  await judge("reject", { child: b, parent: a, type: "citation" });
  const backwards = await say({ child: a, parent: c, type: "citation" });
  assert.deepEqual([backwards.status, backwards.body.edge.flags], [201, ["impossible_time"]]);
  await again(a, b, c);
  assert.equal((await eventOf(a))?.parent?.documentId, c);
  await service.assertSound();
  // Of two people who say the opposite at the same moment one is told.
  for (let round = 0; round < 5; round++) {
    const said = async (name: string) =>
      (await service.add({ url: `https://forum.example/opposite/${name}${round}`, text: `Of trams and of ${name}, number ${round}.` })).body
        .id;
    const [one, other] = [await said("weirs"), await said("mills")];
    const answers = await Promise.all(
      [
        { child: one, parent: other },
        { child: other, parent: one },
      ].map((ends) => service.call<{ detail: string }>("POST", "/v1/edges", { ...ends, type: "quote" })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422]);
    assert.match(answers.find(({ status }) => status === 422)?.body.detail ?? "", /comes from the child/);
  }
  await service.assertSound();
});

test("an unknown source, and one of which only the URL is known", async () => {
  const a = await post("anna", 1, TEXT);
  const unknown = await say({ child: a, parent: null, type: "copy" });
  assert.deepEqual([unknown.status, unknown.body.edge.parent, unknown.body.edge.primary], [201, null, true]);
  assert.deepEqual((await eventOf(a))?.parent?.documentId, null);
  const page = "https://board.example/thread/7";
  const known = await say({ child: a, parent: page, type: "screenshot" });
  assert.equal(known.status, 201);
  assert.equal((await eventOf(a))?.parent?.documentId, known.body.edge.parent);
  const held = await service.add({
    url: page,
    kind: "post",
    text: "The clock at the station: backwards again, it is Sunday",
    publishedAt: "2025-04-30",
  });
  assert.equal(held.body.id, known.body.edge.parent, "the page is the document that the edge names");
  assert.equal((await eventOf(a))?.parent?.documentId, held.body.id);
  for (const [body, pointer] of [
    [{ child: "nobody", parent: null, type: "copy" }, "#/child"],
    [{ child: a, parent: "nobody", type: "copy" }, "#/parent"],
    [{ child: a, parent: null, type: "theft" }, "#/type"],
    [{ child: a, type: "copy" }, "#/parent"],
  ] as const) {
    const refused = await service.call<{ errors: { pointer: string }[] }>("POST", "/v1/edges", body);
    assert.deepEqual([refused.status, refused.body.errors[0]?.pointer], [422, pointer], JSON.stringify(body));
  }
  await service.assertSound();
});

test("what platforms state of a share cannot be rejected; of a reply it can", async () => {
  const a = await post("anna", 1, TEXT);
  const repost = (await service.add({ url: url("berta", 2), author: { handle: handle("berta") }, repostOf: handle("anna") })).body.id;
  const reply = await post("carl", 3, `${TEXT}? Is that so?`, { replyTo: handle("anna") });
  assert.equal((await judge("reject", { child: repost, parent: a, type: "repost" })).status, 422);
  assert.equal((await judge("reject", { child: reply, parent: a, type: "reply" })).status, 200);
  await again(reply);
  assert.ok(!(await edgesOf(reply)).some((e) => e.type === "reply" && e.primary));
  await service.assertSound();
});

test("a reported document is said to be one that we hold: edges and appearances move along, the past stays", async () => {
  const article = (
    await service.add({
      kind: "article",
      url: "https://news.example/osby-clock",
      publishedAt: "2025-05-02",
      text: `${TEXT}, according to posts on Reddit.\n\nThe rumour reportedly first appeared on an anonymous forum and later spread to X.`,
    })
  ).body.id;
  const told = (await events()).filter((e) => e.seen === "reported");
  assert.ok(told.length >= 1, "the article tells of earlier appearances");
  const forum = told[0];
  assert.ok(forum);
  const then = await moment();
  const past = await events();
  const held = (
    await service.add({
      kind: "post",
      url: "https://forum.example/t/1",
      text: "Sundays, platform two: look up and wonder",
      publishedAt: "2025-04-01",
    })
  ).body.id;
  assert.equal(await eventOf(held), undefined, "its own words do not make the claim");
  assert.equal((await service.call("POST", `/v1/documents/${held}/resolve`, { to: article })).status, 422, "it is no reported one");
  assert.equal(
    (await service.call("POST", `/v1/documents/${forum.document}/resolve`, { to: told[1]?.document ?? forum.document })).status,
    422,
  );
  assert.equal(
    (await service.call("POST", `/v1/documents/${forum.document}/resolve`, { to: article })).status,
    422,
    "no teller is what it tells of",
  );
  const hanging = (
    await service.sql<{ child_id: string }>(
      "SELECT child_id FROM edge WHERE parent_id = ?1 AND replaced_at = 9007199254740991",
      forum.document,
    )
  ).map((e) => e.child_id);
  const answer = await service.call("POST", `/v1/documents/${forum.document}/resolve`, { to: "https://forum.example/t/1" });
  assert.deepEqual([answer.status, answer.body], [200, { id: forum.document, to: held, status: "resolved", state: "done" }]);
  const repeated = await service.call("POST", `/v1/documents/${forum.document}/resolve`, { to: held });
  assert.equal(repeated.body["status"], "same");
  const moved = async () => {
    const now = await events();
    assert.ok(!now.some((e) => e.document === forum.document), "the placeholder is gone from the timeline");
    assert.equal(now.filter((e) => e.document === held).length, 1, "what it turned out to be stands there");
    for (const child of hanging) {
      const rows = await service.sql<{ parent_id: string }>(
        "SELECT parent_id FROM edge WHERE child_id = ?1 AND replaced_at = 9007199254740991",
        child,
      );
      assert.ok(
        rows.some((r) => r.parent_id === held),
        `${child} hangs on ${held}`,
      );
      assert.ok(!rows.some((r) => r.parent_id === forum.document));
    }
    await service.assertSound();
  };
  assert.ok(hanging.length > 0, "something hangs on the reported document");
  await moved();
  await again(article, held);
  await moved();
  await rebuild();
  await again(article);
  await moved();
  const known = (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline?limit=200&asOf=${then}`)).body.events;
  assert.deepEqual(known, past);
});
