/** Documents that depend on one that is missing are all related again when it arrives. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { onX, page, xPost } from "../../support/documents.ts";
import { canonical, type Row, sameRows } from "../support/canonical.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
const FULL = !!process.env["WHENCE_FULL"];
after(() => service.close());

const SAID = "The ferry of Torsvik sails without a licence since March";
const claim = { type: "claim", ref: "ferry", text: SAID };
const AT = "2025-06-02T06:00:00Z";
const article = page("article", "torsvik.example", AT, "A ferry without papers", [`${SAID}, the harbour office says.`, "It goes on."], {
  author: { name: "Torsvik Courier" },
});
const linkOne = xPost("one", "ann", "2025-06-02T08:00:00Z", `${SAID}! I was on it. ${article.url}`);
const linkTwo = xPost("two", "bo", "2025-06-02T09:00:00Z", `So ${SAID.toLowerCase()}, and nobody stops it: ${article.url}`);
/** Their own words make no claim: what they are seen with comes from the page. */
const pointing = xPost("pointing", "gil", "2025-06-02T09:00:00Z", `Good morning, read this with your coffee ${article.url}`);
const sharing = xPost("sharing", "hal", "2025-06-02T10:00:00Z", `My neighbour sent it to me last night, what do you think? ${article.url}`);
const original = xPost("original", "skipper", AT, `${SAID}, and I am who steers it`);
const quoting = xPost("quoting", "cleo", "2025-06-02T08:00:00Z", `${SAID}, he writes`, { quoteOf: original.url });
const answering = xPost("answering", "dan", "2025-06-02T09:00:00Z", `They say ${SAID.toLowerCase()}?`, { replyTo: original.url });
const linking = xPost("linking", "eve", "2025-06-02T10:00:00Z", `${SAID}: ${onX("skipper", AT)}`);
const echo = xPost("echo", "fay", "2025-06-02T11:00:00Z", "", { text: undefined, repostOf: original.url });
type Line = typeof linkOne | typeof article;

const wait = { prefer: "wait" };
const idOf = async (ref: string) => (await service.get<{ id: string }>(`/v1/documents/${encodeURIComponent(ref)}`)).body.id;
/** The documents that wait for another one: a dependency says so, or an edge to what is only reported, where they are not erased. */
async function waiting(): Promise<string[]> {
  const rows = await service.sql<{ id: string }>(`SELECT document_id AS id FROM dependency WHERE key LIKE 'doc:%'
    UNION SELECT e.child_id FROM edge e JOIN document d ON d.id = e.parent_id AND d.seen = 'reported' AND d.url IS NOT NULL AND d.resolved_id IS NULL
      WHERE e.replaced_at = 9007199254740991 AND e.child_id NOT IN (SELECT id FROM tombstone) ORDER BY 1`);
  return rows.map((row) => row.id);
}
/** Roads by which documents come: each read in its request; all read later; all in one request, read in it. */
const ROADS: ((lines: Line[]) => Promise<void>)[] = [
  async (lines) => {
    for (const line of lines) assert.equal((await service.add(line)).body.state, "done");
    await service.quiet();
  },
  async (lines) => {
    for (const line of lines) assert.ok((await service.call("POST", "/v1/documents", line)).status < 300);
    await service.settle();
  },
  async (lines) => {
    const { body } = await service.importLines(
      lines.map((line) => ({ type: "document", ...line })),
      "",
      wait,
    );
    assert.deepEqual(body.rejected, []);
    await service.settle();
  },
];
const ordersOf = <T>(list: T[]): T[][] =>
  list.length ? list.flatMap((one, i) => ordersOf(list.filter((_, k) => k !== i)).map((rest) => [one, ...rest])) : [[]];

beforeEach(async () => {
  await service.fresh();
  await service.importLines([claim]);
});

async function sameInEveryOrder(orders: Line[][], parent: Line): Promise<void> {
  let first: Record<string, Row[]> | null = null;
  for (const [turn, order] of orders.entries())
    for (const [road, deliver] of ROADS.entries()) {
      // Each order by one road, all of them with WHENCE_FULL.
      if (!FULL && road !== turn % ROADS.length) continue;
      const how = `${order.map((line) => line.ref).join(", ")} by road ${road}`;
      await service.fresh();
      await service.importLines([claim]);
      await deliver(order);
      assert.deepEqual(await waiting(), [], how);
      await service.assertSound();
      const to = await idOf(parent.ref);
      for (const { ref } of order)
        if (ref !== parent.ref) {
          const [row] = await service.sql<{ parent_id: string }>(
            "SELECT parent_id FROM sighting WHERE document_id = ?1 AND replaced_at = 9007199254740991",
            await idOf(ref),
          );
          assert.equal(row?.parent_id, to, `${ref} in ${how}`);
        }
      const graph = await canonical(service);
      for (const [name, rows] of Object.entries(graph)) if (first) sameRows(name, rows, first[name] ?? [], how);
      first ??= graph;
    }
}

test("two children of one page, which comes first, between them or last, give the same graph, each related again", () =>
  sameInEveryOrder(ordersOf<Line>([article, pointing, sharing]), article));

test("so do a quote, an answer, a link and a repost of one post", () => {
  const orders = ordersOf<Line>([original, quoting, answering, linking, echo]);
  return sameInEveryOrder(FULL ? orders : orders.filter((_, i) => i % 40 === 0), original);
});

test("a child that links, quotes or answers is related again by the wait alone, the first as the second", async () => {
  const silent = { ...original, text: "Four bells, and all is well on deck tonight." };
  for (const children of [
    [linking, quoting],
    [quoting, answering],
    [answering, linking],
  ]) {
    await service.fresh();
    await service.importLines([claim]);
    for (const child of children) await service.add(child);
    const [one, two] = [await idOf(children[0]?.ref ?? ""), await idOf(children[1]?.ref ?? "")];
    assert.deepEqual(await waiting(), [one, two].sort());
    const stances = () =>
      service.sql("SELECT document_id, stance FROM sighting WHERE replaced_at = 9007199254740991 AND listed = 1 ORDER BY 1");
    const had = await stances();
    assert.equal(had.length, 2);
    // Whoever is related again has it mended.
    await service.sql("UPDATE sighting SET stance = 'comment'");
    await service.add(silent);
    await service.quiet();
    assert.deepEqual(await stances(), had, children.map((child) => child.ref).join(", "));
    assert.deepEqual(await waiting(), []);
  }
});

test("two children that come in one request, or at once, both wait; sent or read again, neither writes anything", async () => {
  for (const send of [
    () =>
      service.importLines(
        [linkOne, linkTwo].map((line) => ({ type: "document", ...line })),
        "",
        wait,
      ),
    () => Promise.all([service.add(linkOne), service.add(linkTwo)]),
  ]) {
    await service.fresh();
    await service.importLines([claim]);
    await send();
    await service.settle();
    const ids = [await idOf("one"), await idOf("two")];
    const had = await waiting();
    assert.deepEqual(had, [...ids].sort());
    for (const line of [linkOne, linkTwo]) assert.equal((await service.add(line)).rows.written, 0);
    await service.giveJobs(ids, "again");
    await service.settle();
    assert.deepEqual(await waiting(), had);
    await service.assertSound();
  }
});

test("what a person says of the page before it comes has its children related again, and they go on waiting", async () => {
  for (const line of [pointing, sharing]) await service.add(line);
  const had = await waiting();
  assert.equal(had.length, 2);
  assert.equal((await service.call("POST", "/v1/sightings", { claim: "ferry", document: article.url })).status, 201);
  await service.settle();
  const carried = await service.sql<{ id: string }>("SELECT document_id AS id FROM sighting WHERE method = 'rule: citation'");
  assert.deepEqual(carried.map((row) => row.id).sort(), had);
  assert.deepEqual(await waiting(), had);
  await service.add(article);
  await service.quiet();
  assert.deepEqual(await waiting(), []);
  await service.assertSound();
});

test("a child that is erased, whenever, leaves nothing of its waiting; the other one is related again all the same", async () => {
  let other: Record<string, Row[]> | null = null;
  for (const order of ordersOf<Line>([article, linkOne, pointing]))
    for (let at = order.indexOf(linkOne) + 1; at <= order.length; at++) {
      const how = `${order.map((line) => line.ref).join(", ")}, erased after ${at}`;
      await service.fresh();
      await service.importLines([claim]);
      await ROADS[0]?.(order.slice(0, at));
      const id = await idOf("one");
      assert.equal((await service.call("DELETE", `/v1/documents/${id}`)).status, 200);
      const left = await waiting();
      assert.ok(!left.includes(id), how);
      await ROADS[0]?.(order.slice(at));
      assert.deepEqual(await waiting(), [], how);
      await service.assertSound();
      // What is left of the one that is erased tells when it was: its edge stays as it was then.
      const graph = Object.fromEntries(
        Object.entries(await canonical(service)).map(([name, rows]) => [
          name,
          rows.filter((row) => ![row["child_id"], row["document_id"]].includes(id)),
        ]),
      );
      for (const [name, rows] of Object.entries(graph)) if (other) sameRows(name, rows, other[name] ?? [], how);
      other ??= graph;
    }
});
