/** Candidate parents of one document: a person's decision stands, whatever the machine finds later. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

const WORDS = "The old water tower at Brannock Mill was sold to a buyer who will not be named, says the mayor's office";
const post = (n: number, given: object = {}) => ({
  platform: "x",
  platformId: `190${n}000000000000000`,
  author: { handle: `edge_${n}` },
  text: WORDS,
  lang: "en",
  ...given,
});
interface Edge {
  child_id: string;
  parent_id: string;
  type: string;
  state: string;
  method: string;
  is_primary: number;
  recorded_at: number;
  replaced_at: number;
}
const HOLDS = 9007199254740991;
const edgesOf = (child: string) => service.sql<Edge>("SELECT * FROM edge WHERE child_id = ?1 ORDER BY parent_id, type, replaced_at", child);
const live = async (child: string) => (await edgesOf(child)).filter((e) => e.replaced_at === HOLDS);
async function relateAgain(id: string) {
  await service.giveJobs([id], "again");
  await service.settle();
}
const judge = (child: string, state: string) =>
  service.sql(
    "UPDATE edge SET method = 'person', state = ?2, is_primary = ?3 WHERE child_id = ?1",
    child,
    state,
    state === "confirmed" ? 1 : 0,
  );

test("an edge that a person rejected stays, is not primary, and is not found again", async () => {
  const first = (await service.add(post(1))).body.id;
  const copy = (await service.add(post(2))).body.id;
  assert.deepEqual(
    (await live(copy)).map((e) => [e.parent_id, e.type, e.is_primary]),
    [[first, "copy", 1]],
  );
  await judge(copy, "rejected");
  await relateAgain(copy);
  assert.deepEqual(
    (await edgesOf(copy)).map((e) => [e.type, e.state, e.method, e.is_primary]),
    [["copy", "rejected", "person", 0]],
  );
});

test("an edge that a person confirmed comes before what the platform states; the rival's change of place is a version", async () => {
  const words = WORDS.replace("water tower", "post office");
  const source = (await service.add(post(3, { text: words }))).body.id;
  const copy = (await service.add(post(4, { text: words }))).body.id;
  await judge(copy, "confirmed");
  await service.add(post(5, { text: "A picture of the town hall." }));
  await service.add(post(4, { text: `${words}!`, quoteOf: "https://x.com/edge_5/status/1905000000000000000" }));
  await relateAgain(copy);
  const now = await live(copy);
  assert.deepEqual(
    now.filter((e) => e.is_primary).map((e) => [e.parent_id, e.method]),
    [[source, "person"]],
  );
  assert.ok(now.some((e) => e.type === "quote" && !e.is_primary));
  for (const a of await edgesOf(copy))
    for (const b of await edgesOf(copy))
      if (a !== b && a.parent_id === b.parent_id && a.type === b.type && a.replaced_at < b.replaced_at)
        assert.ok(a.replaced_at <= b.recorded_at, "versions of one edge do not overlap");
});

const named = (n: number, handle: string, text: string, given: object = {}) => ({ ...post(n, { author: { handle }, text }), ...given });
const NAMING = [
  named(6, "mill_news", "Council sold the old water tower for one crown, minutes of the closed session show"),
  named(7, "ann", "@mill_news who signed that?"),
  named(8, "bob", "Oh dear. RT @Mill_News: Council sold the old water tower for one crown, minutes of the closed session show"),
  named(9, "cid", "Somebody bought our tower, via @bob"),
];

test("posts that name accounts hang on what these published before, in any order of arrival", async () => {
  const graphs: string[] = [];
  const ids = new Map<string, string>();
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ]) {
    await service.fresh();
    for (const i of order) {
      const handle = NAMING[i]?.author.handle ?? "";
      ids.set((await service.add(NAMING[i] ?? {})).body.id, handle);
    }
    await service.settle();
    const rows = await service.sql<Edge & { confidence: number; basis: string }>(
      "SELECT * FROM edge WHERE replaced_at = ?1 ORDER BY child_id, parent_id, type",
      HOLDS,
    );
    graphs.push(
      rows
        .map((e) => `${ids.get(e.child_id)} ${e.type} ${ids.get(e.parent_id) ?? "unknown"} ${e.basis} ${e.confidence} ${e.is_primary}`)
        .sort()
        .join("\n"),
    );
    await service.assertSound();
  }
  assert.match(
    graphs[0] ?? "",
    /ann reply mill_news stated 0\.75 1\nbob quote mill_news stated 0\.9 1\ncid attribution bob stated 0\.65 1/,
  );
  assert.equal(graphs[1], graphs[0]);
  assert.equal(graphs[2], graphs[0]);
});

test("a platform's word that comes after the reading is weighed with the rest: one primary, at once", async () => {
  const linked = { text: "More on the tower: https://brannock.example/tower/1", lang: "en" };
  const { id } = (await service.add(post(1, linked))).body;
  assert.deepEqual(
    (await live(id)).map((e) => [e.type, e.is_primary]),
    [["citation", 1]],
  );
  const again = post(1, { ...linked, quoteOf: "https://x.com/edge_2/status/1902000000000000000" });
  await service.importLines([{ type: "document", ...again }]);
  assert.equal((await live(id)).filter((e) => e.is_primary).length, 1);
  await service.settle();
  assert.deepEqual((await live(id)).map((e) => [e.type, e.is_primary]).sort(), [
    ["citation", 0],
    ["quote", 1],
  ]);
  await service.add(again);
  assert.deepEqual(await service.sql("SELECT * FROM job"), []);
});

test("a reply that repeats what it answers passes it on; another one is only a reply, and says nothing of the claim by a machine's guess", async () => {
  await service.fresh();
  const SAID = "The harbour office of Brannock Mill has sold the old customs boat to a bank";
  await service.importLines([{ type: "claim", ref: "boat", text: "The harbour office of Brannock Mill sold the customs boat to a bank" }]);
  const at = (n: number, handle: string, text: string, replyTo?: string) => ({
    type: "document",
    ...post(n, { text, author: { handle }, ...(replyTo && { replyTo }) }),
    platformId: `192${n}000000000000000`,
  });
  const root = "https://x.com/harbour_news/status/1921000000000000000";
  await service.importLines([
    at(1, "harbour_news", SAID),
    at(2, "dee", `“@harbour_news: ${SAID}” What a mess`, root),
    at(3, "eve", "@harbour_news And who was asked about that?", root),
    at(0, "fay", `RT @old_pier: ${SAID}`),
  ]);
  await service.settle();
  const [{ id } = { id: "" }] = await service.sql<{ id: string }>("SELECT id FROM claim WHERE ref = 'boat'");
  interface Event {
    author: string;
    verb: string;
    thread?: string;
    parent: { type: string; label: string } | null;
    excerpt: string | null;
  }
  const { body } = await service.get<{ events: Event[]; threads: object[]; answers: { firstKnown: string } }>(`/v1/claims/${id}/timeline`);
  const told = Object.fromEntries(
    body.events.map((e) => [e.author, `${e.verb} ${e.parent?.type} ${e.parent?.label} ${Boolean(e.thread)}`]),
  );
  assert.equal(told["@dee"], "repeats quote @harbour_news false");
  assert.equal(told["@eve"], "replies reply @harbour_news true");
  assert.equal(told["@fay"], "repeats quote @old_pier false", "an account of which no post is held is named as the text names it");
  assert.match(body.events.find((e) => e.author === "@dee")?.excerpt ?? "", /What a mess$/, "with what it says to it");
  assert.partialDeepStrictEqual(body.threads, [{ replies: 1, deny: 0, query: 0, support: 0 }]);
  assert.match(body.answers.firstKnown, /^@old_pier, before .*; known from @fay/);
});

test("what changed on the way stands with the edge, in the graph and on the timeline", async () => {
  const claim = "The council of Brannock Mill sold the water tower";
  await service.importLines([{ type: "claim", ref: "tower", text: claim }]);
  const said = "The council of Brannock Mill reportedly sold the water tower for 4,500 crowns, minutes of the closed session show";
  const first = (await service.add(post(1, { text: said, author: { handle: "one" }, platformId: "1911000000000000000" }))).body.id;
  const changed = said.replace("reportedly ", "").replace("4,500", "45,000");
  const copy = (await service.add(post(2, { text: changed, author: { handle: "two" }, platformId: "1912000000000000000" }))).body.id;
  await service.settle();
  const [{ id } = { id: "" }] = await service.sql<{ id: string }>("SELECT id FROM claim WHERE ref = 'tower'");
  type Change = { kind: string; was: { text: string } | null; now: { text: string } | null };
  const { body } = await service.get<{ edges: { child: string; parent: string; textChanges: Change[]; flags: string[] }[] }>(
    `/v1/claims/${id}/graph`,
  );
  const edge = body.edges.find((e) => e.child === copy && e.parent === first);
  const told = (changes: Change[] | undefined) => changes?.map((m) => `${m.kind}: ${m.was?.text} → ${m.now?.text}`).sort();
  const expected = ["hedge_dropped: reportedly → undefined", "number_changed: 4,500 → 45,000"];
  assert.deepEqual(told(edge?.textChanges), expected);
  assert.deepEqual(edge?.flags, []);
  const timeline = await service.get<{ events: { document: string; parent: { textChanges: Change[] } | null }[] }>(
    `/v1/claims/${id}/timeline`,
  );
  assert.deepEqual(told(timeline.body.events.find((e) => e.document === copy)?.parent?.textChanges), expected);
});

test("a node of the graph has a place to print: its platform, its host, or the name that a document credits", async () => {
  const text = "The ferry Sula of Norvik is sold to a shipyard in Gdansk";
  await service.call("POST", "/v1/claims", { ref: "sula", text });
  const page = {
    kind: "article",
    url: "https://coast.example/2025/06/02/sula",
    title: text,
    lang: "en",
    publishedAt: "2025-06-02T09:00:00Z",
  };
  const note = "This article was first published in the new york times";
  await service.add({ ref: "sula-page", ...page, text: `${text}, the crew was told on Monday.\n\n${note}` });
  const dispatch = {
    url: "https://inland.example/2025/06/02/sula",
    title: "Ferry Sula is sold",
    text: `NORVIK (AP) — ${text}, its master said.`,
  };
  await service.add({ ref: "sula-dispatch", ...page, ...dispatch });
  await service.add(post(71, { ref: "sula-post", text }));
  await service.settle();
  const { nodes } = (await service.get<{ nodes: { seen: string; place: string | null }[] }>("/v1/claims/sula/graph")).body;
  assert.deepEqual(nodes.map(({ seen, place }) => `${seen}: ${place}`).sort(), [
    "observed: X",
    "observed: coast.example",
    "observed: inland.example",
    "reported: AP",
    "reported: new york times",
  ]);
});

test("every invariant holds", async () => {
  await service.assertSound();
});
