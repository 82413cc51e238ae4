/** Graphs of small and large claims through the API. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { claimOf, post, taken } from "../support/growth.ts";
import { openService, type Service } from "../support/harness.ts";

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
/** Every edge has its two ends among the nodes, no node is there twice. */
function sound({ nodes, edges }: Graph): void {
  const ids = new Set(nodes.map((n) => n.id));
  assert.equal(ids.size, nodes.length);
  for (const edge of edges) assert.ok(ids.has(edge.child) && ids.has(edge.from), JSON.stringify(edge));
}

/** A claim seen in `count` posts: each shares one a third of the way back, all from one root. */
async function spread(ref: string, count: number): Promise<string> {
  const id = await claimOf(service, ref, `Zzyzx ${ref} burned down in the night`);
  const posts = Array.from({ length: count }, (_, i) =>
    i === 0
      ? post(`${ref}-0`, 0, { text: `Zzyzx ${ref} burned down in the night, as I saw.` })
      : post(`${ref}-${i}`, i, { repostOf: `${ref}-${Math.floor(i / 3)}` }),
  );
  await taken(service, posts);
  await taken(
    service,
    posts.map((_, i) => ({ type: "sighting", claim: ref, document: `${ref}-${i}` })),
  );
  return id;
}

/** So many as the graph of a claim has at most, with WHENCE_FULL; half of them have too many candidates as well. */
const CITING = process.env["WHENCE_FULL"] ? 200 : 100;
test("many candidate parents: still at most 5 rows a document, with every primary edge, and it says how many candidates were not read", async (t) => {
  const claim = "Lumbricus wharf has sunk by 14 inches since the spring tide";
  const id = await claimOf(service, "cites", claim);
  const address = (i: number) => `https://wharf${i % 7}.example/notes/${i}`;
  const pages = Array.from({ length: CITING }, (_, i) => ({
    type: "document",
    ref: `cites-${i}`,
    kind: "article",
    url: address(i),
    title: `Note ${i}`,
    html: `<article><h1>Note ${i}</h1><p>${claim}, word ${i} of ${i * 7}.</p><p>See ${[1, 2, 5, 9].map((back) => `<a href="${address(Math.max(0, i - back))}">what was noted ${back} before</a>`).join(" and ")}.</p></article>`,
    publishedAt: new Date(Date.parse("2025-05-01T00:00:00Z") + i * 3_600_000).toISOString(),
  }));
  assert.deepEqual((await service.importLines(pages)).body.rejected, []);
  await service.swept(); // what is related again at night changes no edge
  await taken(
    service,
    pages.map(({ ref }) => ({ type: "sighting", claim: "cites", document: ref })),
  );
  const { body, rows } = await graph(id);
  sound(body);
  assert.equal(body.nodes.length, CITING);
  t.diagnostic(`${rows.read} rows read, ${body.edges.length} edges, ${body.hiddenEdges} not shown`);
  assert.ok(rows.read <= 5 * CITING, String(rows.read));
  assert.ok(body.hiddenEdges > 0);
  assert.equal(new Set(body.edges.filter((e) => e.primary).map((e) => e.child)).size, CITING - 1);
});

test("parents that do not make the claim, reported documents and responses are nodes", async () => {
  const text = "The harbour of Quennel will close for a year";
  const id = await claimOf(service, "quennel", text);
  await service.add(post("q-side", 0, { type: undefined, text: "Something else altogether, about ferries." }));
  await service.add(post("q-quote", 5, { type: undefined, text: `${text}.`, quoteOf: "q-side" }));
  await service.add(
    post("q-ask", 6, { type: undefined, text: `Is it true? ${text}`, replyTo: "https://x.com/nobody/status/1909302532306092107" }),
  );
  await service.swept();
  await taken(service, [
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
  const before = await moment();
  const then = (await graph(id, `?asOf=${before}`)).body;
  await service.add({
    platform: "x",
    platformId: "1909302532306092107",
    url: "https://x.com/nobody/status/1909302532306092107",
    author: { handle: "nobody", name: "Nobody At All" },
    text: "Unrelated words about the weather in Quennel today.",
  });
  await service.swept();
  const now = (await graph(id)).body;
  assert.equal(now.nodes.find((n) => n.author === "Nobody At All")?.seen, "observed");
  assert.deepEqual((await graph(id, `?asOf=${before}`)).body, then);
  assert.ok(then.nodes.some((n) => n.author === "@nobody" && n.seen === "reported"));
});

test("a parent that comes late moves the branch under it, for two rows a document, and nothing else", async (t) => {
  const size = 80;
  await taken(service, [
    post("moved-0", 1, { text: "Something about a ferry that never came.", quoteOf: "late" }),
    ...Array.from({ length: size - 1 }, (_, i) => post(`moved-${i + 1}`, i + 2, { repostOf: `moved-${i >> 1}` })),
  ]);
  const { body, rows } = await service.call<{ id: string }>(
    "POST",
    "/v1/documents",
    post("late", 0, { type: undefined, text: "A ferry." }),
  );
  t.diagnostic(`${rows.written} written, ${rows.read} read for ${size}`);
  assert.ok(rows.written <= 2 * size + 30, `${rows.written} rows`);
  const { body: cascade } = await service.get<{ size: number; timeTo: { p90: { high: number | null } } }>(
    `/v1/documents/${body.id}/cascade`,
  );
  assert.equal(cascade.size, size + 1);
  // The 73rd of 81 documents was published 72 minutes after the first.
  assert.equal(cascade.timeTo.p90.high, 72 * 60_000);
});

// Last, so that no test has their posts read, which takes 17 s.
test("a claim of 200 documents is drawn whole, for at most 1,000 rows read", async (t) => {
  const id = await spread("mid", 200);
  const { body, rows } = await graph(id);
  sound(body);
  assert.equal(body.nodes.length, 200);
  assert.equal(body.edges.length, 199);
  assert.deepEqual([body.pruned, body.hiddenEdges, body.rest, body.next], [[], 0, 0, null]);
  assert.equal(body.independence?.max, 1);
  assert.equal(body.nodes[0]?.events[0]?.lane, "first_known");
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
