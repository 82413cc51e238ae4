/** A Bluesky post under its author's handle and under the DID is one document, in any order and by any route. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

/** A post of its own for each case, so that one instance serves them all. */
function postOf(n: number, who = "ann") {
  const key = `3lo4f3qyrz${String(n)
    .padStart(3, "2")
    .replace(/[0189]/g, (digit) => "abcdefghij"[Number(digit)] ?? "z")}`;
  const did = `did:plc:${who}${n}`;
  const byHandle = `https://bsky.app/profile/${who}${n}.example/post/${key}`;
  const byDid = `https://bsky.app/profile/${did}/post/${key}`;
  const at = `at://${did}/app.bsky.feed.post/${key}`;
  const text = `The ferry number ${n} runs all night, says the captain`;
  const documents: Record<string, object> = {
    pasted: { url: byHandle, text },
    crawled: { url: byHandle, platform: "bluesky", platformId: `${did}/${key}`, author: { handle: `${who}${n}.example`, id: did }, text },
    bare: { platform: "bluesky", platformId: at, text },
    "reply to the handle": { ref: `${n}.1`, text: `Who says so of ${n}?`, replyTo: byHandle },
    "reply to the DID": { ref: `${n}.2`, text: `Which captain of ${n}?`, replyTo: byDid },
    "reply to the URI": { ref: `${n}.3`, text: `All night, number ${n}?`, replyTo: at },
  };
  return { key, byHandle, byDid, documents };
}

/** The observed documents of a post, and the parents that its replies have. */
async function graph(n: number, key: string) {
  const posts = await service.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'observed' AND native_id LIKE ?1", `%/${key}`);
  const parents = await service.sql<{ parent_id: string }>(
    "SELECT DISTINCT parent_id FROM edge e JOIN alias a ON a.target = e.child_id WHERE replaced_at = 9007199254740991 AND type = 'reply' AND a.name LIKE ?1",
    `${n}._`,
  );
  return { posts: posts.map((r) => r.id), parents: parents.map((e) => e.parent_id) };
}
async function isOne(n: number, names: string[]): Promise<void> {
  await service.settle();
  const { key, byHandle, byDid } = postOf(n);
  const { posts, parents } = await graph(n, key);
  assert.equal(posts.length, 1);
  assert.deepEqual(parents, posts);
  for (const name of names.includes("crawled") ? [byHandle, byDid] : [byHandle])
    assert.equal((await service.get<{ id: string }>(`/v1/documents/${encodeURIComponent(name)}`)).body.id, posts[0], name);
}
const orders = (names: string[]): string[][] =>
  names.length < 2 ? [names] : names.flatMap((name) => orders(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));
const ORDERS = [
  ...orders(["pasted", "crawled", "reply to the DID"]),
  ...orders(["crawled", "reply to the handle", "pasted"]),
  ["reply to the handle", "reply to the URI", "pasted", "crawled", "bare"],
  ["reply to the DID", "reply to the handle", "bare", "crawled", "pasted"],
  ["pasted", "reply to the URI", "crawled", "reply to the handle", "crawled", "pasted"],
];

test("one after the other, in every order of three", async (t) => {
  for (const [n, names] of ORDERS.entries())
    await t.test(names.join(", "), async () => {
      const { documents } = postOf(n);
      for (const name of names) assert.ok((await service.add(documents[name] ?? {})).status < 300, name);
      await isOne(n, names);
    });
});

test("in one delivery, forwards and backwards", async () => {
  for (const n of [50, 51]) {
    const entries = Object.entries(postOf(n).documents);
    if (n === 51) entries.reverse();
    const { body } = await service.importLines(
      entries.map(([, document]) => ({ type: "document", ...document })),
      "",
      { prefer: "wait" },
    );
    assert.deepEqual(body.rejected, []);
    await isOne(
      n,
      entries.map(([name]) => name),
    );
  }
});

test("another author's post of the same key is another post", async () => {
  const [ann, eve] = [postOf(60), postOf(60, "eve")];
  await service.add(ann.documents["pasted"] ?? {});
  await service.add(eve.documents["crawled"] ?? {});
  assert.equal((await graph(60, ann.key)).posts.length, 2);
});

test("every invariant of the store holds", async () => {
  await service.assertSound();
});
