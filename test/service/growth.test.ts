/** Graphs of claims, small and large, through the API. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService, type Service } from "./harness.ts";

let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

interface Graph {
  nodes: {
    id: string;
    seen: string;
    platform: string | null;
    author: string | null;
    title: string | null;
    publishedAt: { value: string };
    told: { place: string | null } | null;
    events: { id: string; lane: string; response: string | null }[];
  }[];
  edges: { child: string; parent: string | null; from: string; type: string; primary: boolean; state: string }[];
  pruned: { parent: string | null; documents: number; platforms: Record<string, number> }[];
  hiddenEdges: number;
  rest: number | null;
  firstKnown: { eventId: string } | null;
  independence: { min: number; max: number } | null;
  unawareRepeats: string[] | null;
  next: string | null;
}
const graph = (id: string, query = "") => service.get<Graph>(`/v1/claims/${id}/graph${query}`);
const minute = 60_000;
const START = Date.UTC(2025, 5, 1);
const at = (minutes: number) => new Date(START + minutes * minute).toISOString();
const post = (name: string, minutes: number, more: object = {}) => ({
  type: "document",
  ref: name,
  platform: "x",
  platformId: `growth-${name}`,
  author: { handle: `a_${name}` },
  publishedAt: at(minutes),
  ...more,
});
async function taken(lines: object[]): Promise<void> {
  for (let i = 0; i < lines.length; i += 1000) {
    const part = lines.slice(i, i + 1000);
    const { body } = await service.importLines(part, "?read=false");
    assert.deepEqual(body, { accepted: part.length, rejected: [], waiting: 0 });
  }
}
async function claimOf(ref: string, text: string): Promise<string> {
  return (await service.call<{ id: string }>("POST", "/v1/claims", { ref, text })).body.id;
}
/** Every edge has its two ends among the nodes, no node is there twice. */
function sound({ nodes, edges }: Graph): void {
  const ids = new Set(nodes.map((n) => n.id));
  assert.equal(ids.size, nodes.length);
  for (const edge of edges) assert.ok(ids.has(edge.child) && ids.has(edge.from), JSON.stringify(edge));
}

/** A claim seen in `count` posts: each shares one a third of the way back, all from one root. */
async function spread(ref: string, count: number): Promise<string> {
  const id = await claimOf(ref, `Zzyzx ${ref} burned down in the night`);
  const posts = Array.from({ length: count }, (_, i) =>
    i === 0
      ? post(`${ref}-0`, 0, { text: `Zzyzx ${ref} burned down in the night, as I saw.` })
      : post(`${ref}-${i}`, i, { repostOf: `${ref}-${Math.floor(i / 3)}` }),
  );
  await taken(posts);
  await taken(posts.map((_, i) => ({ type: "sighting", claim: ref, document: `${ref}-${i}` })));
  return id;
}

test("a claim of 200 documents is drawn whole, for at most 1,000 rows read", async (t) => {
  const id = await spread("mid", 200);
  const { body, rows } = await graph(id);
  sound(body);
  assert.equal(body.nodes.length, 200);
  assert.equal(body.edges.length, 199);
  assert.deepEqual([body.pruned, body.hiddenEdges, body.rest, body.next], [[], 0, 0, null]);
  assert.equal(body.independence?.max, 1);
  assert.equal(body.nodes[0]?.events[0]?.lane, "first known");
  assert.equal(body.firstKnown?.eventId, body.nodes[0]?.events[0]?.id);
  t.diagnostic(`${rows.read} rows read`);
  assert.ok(rows.read <= 1000, `${rows.read} rows`);
});

test("a claim of 1,200: pruned to its biggest branches; what was not looked at is told, and is on the next page", async (t) => {
  const id = await spread("big", 1200);
  const { body, rows } = await graph(id, "?limit=100");
  sound(body);
  assert.equal(body.nodes.length, 100);
  assert.equal(body.rest, 200);
  assert.equal(
    body.pruned.reduce((sum, p) => sum + p.documents, 0),
    900,
  );
  const ids = new Set(body.nodes.map((n) => n.id));
  assert.ok(body.pruned.every((p) => p.parent !== null && ids.has(p.parent)));
  // Nothing but the root hangs in the air.
  assert.equal(body.edges.filter((e) => e.primary).length, 99);
  t.diagnostic(`${rows.read} rows read for 100 nodes`);
  assert.ok(rows.read <= 1000 + 400, `${rows.read} rows`);
  const whole = (await graph(id, "?limit=500")).body;
  assert.equal(whole.nodes.length, 500);

  const seen = new Set<string>();
  for (let next = body.next; next; ) {
    const page: Graph = (await graph(id, `?limit=150&cursor=${next}`)).body;
    sound(page);
    assert.equal(page.independence, null, "a page says nothing of the whole");
    for (const node of page.nodes) if (node.events.length) seen.add(node.id);
    next = page.next;
    assert.equal(page.rest, next ? 50 : 0);
  }
  assert.equal(seen.size, 200);
});

interface Spread {
  buckets: {
    from: string;
    to: string;
    sightings: number;
    platforms: Record<string, number>;
    languages: Record<string, number>;
    stances: Record<string, number>;
  }[];
  wider: number;
  undated: number;
  next: string | null;
}
const spreadOf = async (id: string, query = "") => {
  const answer = await service.get<Spread>(`/v1/claims/${id}/spread${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer;
};
const violations = async () => (await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations;

test("spread: by hour, day, week and month, by platform, language and stance; a month is no day", async () => {
  const id = await claimOf("tide", "The tide mill of Varnhem stands still");
  const dates = ["2025-05-30T23:59:59Z", "2025-05-31", "2025-06-01T00:00:00Z", "2025-06", "2025", undefined, "2025-06-02T10:30:00Z"];
  await taken(
    dates.map((publishedAt, i) => ({
      type: "document",
      ref: `tide-${i}`,
      ...(i % 2 ? {} : { platform: "reddit", platformId: `tide-${i}` }),
      lang: i === 6 ? "sv" : "en",
      text: `Tide mill ${i}.`,
      publishedAt,
    })),
  );
  await taken(dates.map((_, i) => ({ type: "sighting", claim: "tide", document: `tide-${i}`, stance: i === 2 ? "deny" : "support" })));
  const { body } = await spreadOf(id);
  assert.deepEqual(
    body.buckets.map((b) => [b.from.slice(0, 10), b.sightings, b.platforms]),
    [
      ["2025-05-30", 1, { reddit: 1 }],
      ["2025-05-31", 1, { web: 1 }],
      ["2025-06-01", 1, { reddit: 1 }],
      ["2025-06-02", 1, { reddit: 1 }],
    ],
  );
  assert.deepEqual([body.wider, body.undated, body.next], [2, 1, null]);
  assert.deepEqual([body.buckets[2]?.stances, body.buckets[3]?.languages], [{ deny: 1 }, { sv: 1 }]);
  const by = async (query: string) => {
    const found = (await spreadOf(id, query)).body;
    return [found.buckets.map((b) => [b.from.slice(0, 13), b.sightings]), found.wider, found.undated];
  };
  assert.deepEqual(await by("?by=month"), [
    [
      ["2025-05-01T00", 2],
      ["2025-06-01T00", 3],
    ],
    1,
    1,
  ]);
  // 26 May and 2 June 2025 are Mondays.
  assert.deepEqual(await by("?by=week"), [
    [
      ["2025-05-26T00", 3],
      ["2025-06-02T00", 1],
    ],
    2,
    1,
  ]);
  assert.deepEqual(await by("?by=hour&from=2025-06-01&to=2025-06-30"), [
    [
      ["2025-06-01T00", 1],
      ["2025-06-02T10", 1],
    ],
    1,
    1,
  ]);
  for (const wrong of ["by=year", "from=soon", "to=1", "cursor=x"])
    assert.equal((await service.get(`/v1/claims/${id}/spread?${wrong}`)).status, 422, wrong);
});

test("above 1,000 sightings a rollup says the same as the rows, whatever is added, rejected or rebuilt", async (t) => {
  const text = "Zzyzx hot burned down in the night";
  const id = await claimOf("hot", text);
  const posts = Array.from({ length: 1010 }, (_, i) =>
    post(`hot-${i}`, i * 97, {
      text: `Post ${i}.`,
      lang: i % 3 ? "en" : "sv",
      ...(i % 50 ? {} : { publishedAt: i % 100 ? "2025-06" : undefined }),
    }),
  );
  await taken(posts);
  const seen = (from: number, to: number) =>
    taken(
      posts
        .slice(from, to)
        .map((p) => ({ type: "sighting", claim: "hot", document: p.ref, stance: p.ref.endsWith("7") ? "deny" : "support" })),
    );
  const sum = (s: Spread) => s.buckets.reduce((n, b) => n + b.sightings, 0) + s.wider + s.undated;
  const rollup = async () =>
    (await service.sql<{ n: number }>("SELECT coalesce(sum(sightings), 0) AS n FROM spread WHERE claim_id = ?1", id))[0]?.n;
  await seen(0, 1000);
  assert.equal(await rollup(), 0, "up to 1,000 there is none");
  const rows = (await spreadOf(id, "?by=week")).body;
  await seen(1000, 1001);
  assert.equal(await rollup(), 1001);
  await seen(1001, 1010);
  assert.equal(await rollup(), 1010);
  assert.deepEqual(await violations(), []);

  for (const by of ["day", "week", "month"]) {
    const { body, rows: cost } = await spreadOf(id, `?by=${by}`);
    assert.equal(sum(body), 1010, by);
    t.diagnostic(`by ${by}: ${cost.read} rows read`);
  }
  const weeks = (await spreadOf(id, "?by=week")).body;
  assert.deepEqual(weeks.buckets.slice(0, 3), rows.buckets.slice(0, 3), "weeks before the last ten sightings are as they were counted");
  const hours = (await spreadOf(id, "?by=hour&from=2025-06-03&to=2025-06-04")).body;
  const days = (await spreadOf(id, "?from=2025-06-03&to=2025-06-04")).body;
  assert.equal(sum(hours) - hours.wider - hours.undated, sum(days) - days.wider - days.undated);

  // A repost that the pipeline reads is counted; rejected sightings are taken off, and at 1,000 the rollup goes.
  await service.add(post("hot-again", 5, { type: undefined, repostOf: "hot-3" }));
  assert.equal(await rollup(), 1011);
  const documents = await service.sql<{ document_id: string }>(
    "SELECT document_id FROM sighting WHERE claim_id = ?1 AND replaced_at = 9007199254740991 LIMIT 11",
    id,
  );
  for (const [i, { document_id }] of documents.entries()) {
    await service.call("POST", "/v1/sightings/reject", { claim: id, document: document_id });
    assert.equal(await rollup(), i < 10 ? 1010 - i : 0);
  }
  assert.deepEqual(await violations(), []);
  for (const { document_id } of documents) await service.call("POST", "/v1/sightings/confirm", { claim: id, document: document_id });
  assert.equal(await rollup(), 1011);
  assert.deepEqual(await violations(), []);

  await service.sql("UPDATE spread SET sightings = sightings + 1, lang = lang || '-x'");
  assert.notDeepEqual(await violations(), []);
  await service.call("POST", "/v1/rebuild?part=rollups");
  assert.deepEqual(await violations(), []);
  await service.call("DELETE", `/v1/documents/${documents[0]?.document_id}`);
  assert.deepEqual(await violations(), [], "an erased document's time is a month");
});

test("parents that do not make the claim, reported documents and responses are nodes", async () => {
  const text = "The harbour of Quennel will close for a year";
  const id = await claimOf("quennel", text);
  await service.add(post("q-side", 0, { type: undefined, text: "Something else altogether, about ferries." }));
  await service.add(post("q-quote", 5, { type: undefined, text: `${text}.`, quoteOf: "q-side" }));
  await service.add(
    post("q-ask", 6, { type: undefined, text: `Is it true? ${text}`, replyTo: "https://x.com/nobody/status/1909302532306092107" }),
  );
  await service.settle();
  await taken([
    { type: "sighting", claim: "quennel", document: "q-quote" },
    { type: "sighting", claim: "quennel", document: "q-ask" },
  ]);
  const { body } = await graph(id);
  sound(body);
  const quoted = body.nodes.find((n) => n.author === "@a_q-side");
  assert.deepEqual(quoted?.events, []);
  assert.ok(body.edges.some((e) => e.parent === quoted?.id && e.type === "quote" && e.primary));
  const reported = body.nodes.find((n) => n.author === "@nobody");
  assert.equal(reported?.seen, "reported");
  assert.equal(reported?.publishedAt.value, "2025-04-07T17:49:31.484Z", "its id carries its time");

  // The reported parent comes: from then on it is observed; as of before it is what it was.
  await new Promise((done) => setTimeout(done, 5));
  const before = new Date().toISOString();
  const then = (await graph(id, `?asOf=${before}`)).body;
  await new Promise((done) => setTimeout(done, 5));
  await service.add({
    platform: "x",
    platformId: "1909302532306092107",
    url: "https://x.com/nobody/status/1909302532306092107",
    author: { handle: "nobody", name: "Nobody At All" },
    text: "Unrelated words about the weather in Quennel today.",
  });
  await service.settle();
  const now = (await graph(id)).body;
  assert.equal(now.nodes.find((n) => n.author === "Nobody At All")?.seen, "observed");
  assert.deepEqual((await graph(id, `?asOf=${before}`)).body, then);
  assert.ok(then.nodes.some((n) => n.author === "@nobody" && n.seen === "reported"));
});
