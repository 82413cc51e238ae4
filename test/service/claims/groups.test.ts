/** Posts that make no known claim: those that state the same propose one together, in any order of arrival. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
beforeEach(() => service.fresh());

const SAID = "The new tram of Veldhaven was painted with a varnish that dissolves in salt water";
const post = (name: string, hour: number, text: string, more: object = {}) => ({
  ...more,
  url: `https://x.com/${name}/status/${xId(new Date(Date.UTC(2025, 4, 1, hour)).toISOString())}`,
  author: { handle: name },
  text,
});
const POSTS = [
  post("first", 1, `Wow. ${SAID}! Has nobody tested that?`),
  post("second", 2, `Wow. ${SAID}! Has nobody tested that?`),
  post("third", 3, `Wow, wow. ${SAID}! Has nobody ever tested that?`),
  post("fourth", 4, `${SAID}. Has nobody tested that, wow?`),
  post("alone", 5, "My neighbour keeps nine hedgehogs in the cellar and calls them her orchestra"),
  post("again", 6, "Fresh rolls from five in the morning, every day, at the corner of the old market"),
  post("again", 7, "Fresh rolls from five in the morning, every day, at the corner of the old market"),
  { ...post("sharer", 8, ""), text: undefined, repostOf: post("second", 2, "").url },
];
interface Seen {
  text: string;
  status: string;
  at: number;
  document: string;
  method: string;
}
/** What is seen with what, by the posts' own times. */
const seen = () =>
  service.sql<Seen>(
    `SELECT h.text, h.status, s.at, s.document_id AS document, s.method FROM sighting s JOIN claim_summary h ON h.claim_id = s.claim_id
     WHERE s.replaced_at > 9e15 ORDER BY 1, 3, 4`,
  );

test("two accounts propose it, one alone does not; the sentence that says most is its text; nobody but editors sees it", async () => {
  await service.add(POSTS[1] ?? {});
  await service.settle();
  assert.deepEqual(await seen(), []);
  for (const one of POSTS) await service.add(one);
  await service.settle();
  const found = await seen();
  assert.deepEqual([...new Set(found.map((s) => `${s.status}: ${s.text}`))], [`proposed: ${SAID}!`]);
  assert.equal(found.length, 5);
  assert.equal(found.filter((s) => s.method === "rule: repost").length, 1);
  const { body } = await service.anonymous<{ claims: unknown[] }>("GET", "/v1/claims");
  assert.deepEqual(body.claims, []);
  await service.assertSound();
});

test("the order in which they come, one by one or together, changes nothing", async () => {
  const states: unknown[] = [];
  for (const order of [[0, 1, 2, 3, 4, 5, 6, 7], [7, 3, 6, 0, 5, 2, 4, 1], "together"] as const) {
    await service.fresh();
    if (order === "together") await service.importLines(POSTS.map((one) => ({ type: "document", ...one })));
    else for (const i of order) await service.add(POSTS[i] ?? {});
    await service.settle();
    states.push(await seen());
  }
  for (const state of states.slice(1)) assert.deepEqual(state, states[0]);
});

test("what copies a telling proposes what that does, also where it quotes another post", async () => {
  const told = "The new tram of Veldhaven has a varnish that salt water dissolves, and it was painted with it last month, say the fitters";
  const posts = [
    POSTS[0] ?? {},
    post("teller", 2, told),
    post("copier", 3, `${told}!!`),
    post("sharer", 4, told),
    post("quoter", 9, `${told}. Look.`, { quoteOf: POSTS[4]?.url }),
    POSTS[4] ?? {},
  ];
  for (const order of [posts, posts.toReversed()]) {
    await service.fresh();
    for (const one of order) await service.add(one);
    await service.settle();
    const found = await seen();
    assert.deepEqual([...new Set(found.map((s) => s.text))], [`${SAID}!`]);
    assert.equal(found.length, 5);
    await service.assertSound();
  }
});

test("once it is taken, or merged, later posts go where it went; replaying changes nothing", async () => {
  for (const one of POSTS.slice(0, 2)) await service.add(one);
  await service.settle();
  const [proposed] = await service.sql<{ claim_id: string }>("SELECT claim_id FROM claim_summary");
  const id = proposed?.claim_id ?? "";
  const rows = { read: 0, written: 0 };
  const third = await service.add(POSTS[2] ?? {});
  rows.read += third.rows.read;
  rows.written += third.rows.written;
  // As many as any post: the proposal waits as it did.
  assert.ok(rows.read <= 150 && rows.written <= 20, JSON.stringify(rows));
  const other = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "Trams dissolve", lang: "en" })).body.id;
  assert.equal((await service.call("POST", `/v1/claims/${id}/merge`, { into: other })).status, 200);
  await service.add(POSTS[3] ?? {});
  await service.settle();
  // The fourth goes there by its words or as one of the group: on the timeline, or waiting for a person.
  const there = await service.sql<{ claim_id: string }>("SELECT claim_id FROM sighting WHERE replaced_at > 9e15");
  assert.deepEqual(
    there.map((s) => s.claim_id),
    [other, other, other, other],
  );
  const changes = (await service.call<{ changes: { was: unknown; now: { listed: boolean } | null }[] }>("POST", "/v1/replay")).body.changes;
  assert.deepEqual(
    changes.filter((change) => !change.now?.listed || !change.was),
    [],
  );
  await service.assertSound();
});

test("what denies a claim that is followed is seen with it, with the opposite stance", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: SAID })).body;
  await service.add(post("denier", 3, `It is not true that ${SAID.toLowerCase()}`));
  const { events } = (await service.get<{ events: { stance: string }[] }>(`/v1/claims/${id}/timeline`)).body;
  assert.deepEqual(
    events.map((e) => e.stance),
    ["deny"],
  );
});
