/** Undoing a resolution: what moved with it moves back, and history stays. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { xId } from "../support/corpus.ts";
import { KEY, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Event {
  document: string;
  seen: string;
  parent: { documentId: string | null } | null;
}
const TEXT = "The clock at the station of Osby runs backwards on Sundays";
let claim = "";
const url = (name: string, hour: number) => `https://x.com/${name}/status/${xId(new Date(Date.UTC(2025, 5, 1, hour)).toISOString())}`;
const post = async (name: string, hour: number, text: string) =>
  (await service.add({ url: url(name, hour), author: { handle: name }, text })).body.id;
const events = async () => (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline?limit=200`)).body.events;
const again = async (...ids: string[]) => {
  await service.giveJobs(ids);
  await service.settle();
};

/** Says which document an address or a reported one is; null: none. */
const resolveTo = async (id: string, to: string | null) => {
  assert.equal((await service.call("POST", `/v1/documents/${id}/resolve`, { to })).status, 200);
  await service.settle();
  await service.assertSound();
};

beforeEach(async () => {
  await service.fresh();
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: TEXT })).body.id;
});

test("what a person said that a reported document is, they may say otherwise, and take back: edges and appearances follow, the past stays", async () => {
  const article = (
    await service.add({
      kind: "article",
      url: "https://news.example/osby-clock",
      publishedAt: "2025-05-02",
      text: `${TEXT}, according to posts on Reddit.\n\nThe rumour reportedly first appeared on an anonymous forum and later spread to X.`,
    })
  ).body.id;
  const told = (await events()).filter((e) => e.seen === "reported")[0]?.document ?? "";
  const child = await post("anna", 7, `${TEXT}, as somebody found`);
  const said = { child, parent: told, type: "screenshot", note: "the forum's colours" };
  assert.equal((await service.call("POST", "/v1/edges", said)).status, 201);
  const [one, other] = await Promise.all(
    ["1", "2"].map(async (n, i) => {
      const text = ["Sundays, platform two: look up and wonder", "Who mends the station's clock, if anybody does?"][i];
      return (await service.add({ kind: "post", url: `https://forum.example/t/${n}`, text, publishedAt: "2025-04-01" })).body.id;
    }),
  );
  const state = async () => ({
    events: (await events()).map((e) => [e.document, e.parent?.documentId ?? null]),
    edges: await service.sql(
      "SELECT child_id, parent_id, type, state, is_primary, method FROM edge WHERE replaced_at = 9007199254740991 ORDER BY child_id, parent_id, type",
    ),
  });
  const path = `/v1/documents/${told}/resolve`;
  const resolve = async (to: string | null) => {
    await moment();
    const { status, body } = await service.call<{ to: string | null; status: string }>("POST", path, { to });
    await service.settle();
    await service.assertSound();
    return [status, body.to, body.status];
  };
  const before = await state();
  assert.deepEqual(await resolve(null), [200, null, "same"]);
  assert.deepEqual(await resolve(one ?? ""), [200, one, "resolved"]);
  const wrong = await state();
  const then = await moment();
  const answer = async () => (await service.get(`/v1/claims/${claim}/timeline?limit=200&asOf=${then}`)).body;
  const answered = await answer();
  assert.ok(wrong.events.some(([document]) => document === one));

  assert.deepEqual(await resolve(other ?? ""), [200, other, "resolved"]);
  const right = await state();
  assert.deepEqual(right, JSON.parse(JSON.stringify(wrong).replaceAll(one ?? "", other ?? "")), "as if it had been said at once");
  await again(article, child, one ?? "", other ?? "");
  assert.deepEqual(await state(), right);

  assert.deepEqual(await resolve(null), [200, null, "unresolved"]);
  assert.deepEqual(await state(), before);
  await again(article, child, one ?? "", other ?? "");
  assert.deepEqual(await state(), before);
  assert.deepEqual(await answer(), answered, "what was known stays known");
  assert.deepEqual(await resolve(other ?? ""), [200, other, "resolved"]);
});

test("what was shared from a wrongly resolved address moves back with all that hangs on it", async () => {
  const address = "https://x.com/gone/status/1907000000000000001";
  const shares = [];
  for (const [i, repostOf] of [address, url("sharer0", 3)].entries())
    shares.push((await service.add({ url: url(`sharer${i}`, 3 + i), author: { handle: `sharer${i}` }, repostOf })).body.id);
  const placeholder = (await service.get<{ parent: { id: string } }>(`/v1/documents/${shares[0]}`)).body.parent.id;
  const tree = () => service.sql("SELECT id, parent_id, root_id, depth FROM document WHERE root_id IS NOT NULL ORDER BY id");
  const before = await tree();
  const held = await post("anna", 1, TEXT);
  await resolveTo(placeholder, held);
  const size = async (id: string) => (await service.get<{ size: number }>(`/v1/documents/${id}/cascade`)).body.size;
  assert.equal(await size(held), 3);
  await resolveTo(placeholder, null);
  assert.deepEqual(await tree(), before);
  assert.equal(await size(held), 1);
});

test("what platforms say of an address after a person said what it is hangs there, and moves back with it", async () => {
  const address = "https://x.com/gone/status/1907000000000000001";
  const add = async (name: string, hour: number, fields: object) =>
    (await service.add({ url: url(name, hour), author: { handle: name }, ...fields })).body.id;
  const parentOf = async (id: string) => {
    const { edges } = (await service.get<{ edges: { child: string; parent: string; primary: boolean }[] }>(`/v1/edges?document=${id}`))
      .body;
    return edges.find((edge) => edge.child === id && edge.primary)?.parent ?? "";
  };
  const first = await add("first", 3, { repostOf: address });
  const placeholder = await parentOf(first);
  const held = await post("anna", 1, TEXT);
  await resolveTo(placeholder, held);
  const later = [
    await add("sharer", 4, { repostOf: address }),
    await add("quoter", 5, { quoteOf: address, text: "Look at this!" }),
    await add("asker", 6, { replyTo: placeholder, text: "Is that so?" }),
  ];
  const onQuote = await add("friend", 7, { repostOf: url("quoter", 5) });
  await service.settle();
  await service.assertSound();
  const size = async (id: string) => (await service.get<{ size: number }>(`/v1/documents/${id}/cascade`)).body.size;
  for (const id of [first, ...later]) assert.equal(await parentOf(id), held);
  assert.equal(await size(held), 5, "with two reposts, the quote and its repost");
  // Sent once more, they stay.
  await add("quoter", 5, { quoteOf: address, text: "Look at this!" });
  await again(...later);
  await service.assertSound();
  assert.equal(await parentOf(later[1] ?? ""), held);
  await resolveTo(placeholder, null);
  for (const id of [first, ...later]) assert.equal(await parentOf(id), placeholder);
  assert.deepEqual([await size(held), await size(placeholder), await parentOf(onQuote)], [1, 5, later[1]]);
  await again(...later);
  await service.assertSound();
  await resolveTo(placeholder, held);
  for (const id of [first, ...later]) assert.equal(await parentOf(id), held);
});

test("what platforms say of an address at the very moment when a person says what it is moves with the rest, and back", async () => {
  const address = "https://x.com/gone/status/1907000000000000001";
  const held = await post("anna", 1, TEXT);
  const first = (await service.add({ url: url("first", 3), author: { handle: "first" }, repostOf: address })).body.id;
  const placeholder = (await service.get<{ parent: { id: string } }>(`/v1/documents/${first}`)).body.parent.id;
  const resolve = (to: string | null) => service.call("POST", `/v1/documents/${placeholder}/resolve`, { to });
  const hanging = async (id: string) => (await service.get<{ edges: unknown[] }>(`/v1/edges?document=${id}&limit=100`)).body.edges.length;
  let shares = 1;
  for (let round = 0; round < 4; round++) {
    const share = (name: string, fields: object) =>
      service.call("POST", "/v1/documents", { url: url(name, 4 + shares++), author: { handle: name }, ...fields });
    const answers = await Promise.all([
      share(`sharer${round}`, { repostOf: address }),
      resolve(held),
      share(`quoter${round}`, { quoteOf: address, text: `Look at this, number ${round}!` }),
      share(`asker${round}`, { replyTo: address, text: `Is number ${round} so?` }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [202, 200, 202, 202],
    );
    await service.settle();
    await service.assertSound();
    assert.deepEqual([await hanging(held), await hanging(placeholder)], [shares, 0]);
    assert.equal((await resolve(null)).status, 200);
    await service.settle();
    await service.assertSound();
    assert.deepEqual([await hanging(held), await hanging(placeholder)], [0, shares]);
  }
});

test("of two people who at the same moment say what two addresses were, so that both come from each other, one is told", async () => {
  for (let round = 0; round < 4; round++) {
    const sides = await Promise.all(
      ["left", "right"].map(async (side, i) => {
        const address = `https://x.com/${side}/status/190700000000000000${round * 2 + i + 1}`;
        const quoter = { url: url(`of${side}${round}`, 5 + 2 * round + i), author: { handle: `of${side}${round}` } };
        const { id } = (await service.add({ ...quoter, quoteOf: address, text: `Of the ${side} one, ${round}` })).body;
        return { id, address: (await service.get<{ parent: { id: string } }>(`/v1/documents/${id}`)).body.parent.id };
      }),
    );
    const [left, right] = sides;
    const answers = await Promise.all(
      [
        [left?.address, right?.id],
        [right?.address, left?.id],
      ].map(([address, to]) => service.call("POST", `/v1/documents/${address}/resolve`, { to })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
    await service.settle();
    await service.assertSound();
  }
});

test("on the page of a reported document an editor says which it is, and takes that back", async () => {
  const form = (path: string, fields: Record<string, string>, cookie = "") =>
    service.anonymous("POST", path, new TextEncoder().encode(String(new URLSearchParams(fields))), {
      "content-type": "application/x-www-form-urlencoded",
      cookie,
    });
  const cookie = ((await form("/signin", { key: KEY })).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const child = await post("anna", 7, TEXT);
  const said = { child, parent: "https://forum.example/t/9", type: "citation" };
  const told = (await service.call<{ edge: { parent: string } }>("POST", "/v1/edges", said)).body.edge.parent;
  const held = await post("berta", 3, `${TEXT}, I saw it myself`);
  const page = async () => (await service.anonymous("GET", `/d/${told}`, undefined, { cookie })).text;
  assert.doesNotMatch(await page(), /value=unresolve/);
  assert.equal((await form(`/d/${told}`, { do: "resolve", to: held }, cookie)).status, 303);
  assert.match(await page(), new RegExp(`/d/${held}">a document that we hold</a>[\\s\\S]*value=unresolve`));
  const back = await form(`/d/${told}`, { do: "unresolve", to: "" }, cookie);
  assert.deepEqual([back.status, back.headers.get("location")], [303, `/d/${told}?did=unresolved`]);
  assert.doesNotMatch(await page(), /value=unresolve/);
  await service.assertSound();
});

test("two exact copies of an article tell of one and the same earlier post, in any order; another article of others", async () => {
  const told = "An anonymous user wrote on Reddit last week that the clock at the station of Osby runs backwards on Sundays.";
  const rest = "The railway has yet to reply to a request for comment, and nobody has mended it so far.";
  const article = (host: string, text: string) =>
    service.add({ kind: "article", url: `https://${host}.example/osby`, publishedAt: "2025-05-02", text });
  const reported = async () => (await events()).filter((e) => e.seen === "reported").map((e) => e.document);
  const texts: [string, string][] = [
    ["a", `${told}\n\n${rest}`],
    ["b", `${told}\n\n${rest}`],
    ["c", `Posts on Reddit claimed that the clock at the station of Osby runs backwards on Sundays, and readers wrote to ask.\n\n${rest}`],
  ];
  for (const [host, text] of texts) await article(host, text);
  await service.settle();
  const found = await reported();
  assert.equal(found.length, 2);
  await service.assertSound();
  await service.fresh();
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: TEXT })).body.id;
  for (const [host, text] of texts.toReversed()) await article(host, text);
  await service.settle();
  assert.deepEqual((await reported()).sort(), found.sort());
});
