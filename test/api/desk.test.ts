/** The desk as data: what is followed and what waits, the search over everything, lists under a name, and what changed between two captures. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, {});
after(() => instance.close());
const get = async <T>(path: string) => {
  const { status, body, text } = await instance.call<T>("GET", path);
  assert.equal(status, 200, text);
  return body;
};
const add = (document: Record<string, unknown>) => instance.call("POST", "/v1/documents", document);
const said = `An anonymous post claims that the harbour of Lund was sold twice. “That is simply not true,” said Nils Holm, the mayor of Lund.\n\nThe county denied the claim as well. Nobody could say who wrote the post. ${"People mended their nets and waited for the evening. ".repeat(4)}`;

before(async () => {
  await instance.call("POST", "/v1/claims", { ref: "ferry", text: "The ferry to Exampleton will stop in June" });
  await add({ url: "https://paper.example/harbour", kind: "article", title: "Was the harbour sold twice?", text: said });
  await add({
    ref: "post",
    url: "https://social.example/@anna/1",
    author: { handle: "anna" },
    text: "The ferry to Exampleton will stop in June",
  });
  await add({ url: "https://twitter.com/bo/status/1908900670728044545", author: { handle: "bo" }, text: "My lantern was stolen in Ystad" });
  await add({ ref: "note", kind: "article", title: "On the quay", text: "The quay is closed on Monday. Bring your own chairs." });
  await add({
    ref: "note",
    kind: "article",
    title: "On the quay",
    text: "The quay is closed on Tuesday. Bring your own chairs. It opens again in May.",
  });
  await add({ ref: "zh", kind: "article", lang: "zh", title: "据称北岸公司在测试中作弊", text: "消息人士说Nordvik公司隐瞒了结果。" });
  await instance.settle();
  for (let next: string | null = ""; next !== null; )
    next = (await instance.call<{ next: string | null }>("POST", `/v1/rebuild?part=documents&after=${next}`)).body.next;
});

interface Found {
  claims: { text: string }[];
  proposals: { id: string; text: string }[];
  documents: { id: string; url: string | null; title: string | null; claims: number }[];
  accounts: { name: string }[];
  sites: { name: string }[];
  named: { id: string } | null;
}
test("search finds claims, what is proposed, documents, accounts and sites", async () => {
  const harbour = await get<Found>("/v1/search?q=harbour+sold");
  assert.deepEqual(harbour.claims, []);
  assert.match(harbour.proposals[0]?.text ?? "", /harbour of Lund was sold twice/i);
  assert.equal(harbour.documents[0]?.url, "https://paper.example/harbour");
  const page = await instance.call("GET", "/search?q=harbour+sold");
  assert.match(page.text, new RegExp(`href="[^"]*/review\\?kind=claim&(?:amp;)?claim=${harbour.proposals[0]?.id}"`));
  // What the page says itself, not what those say of whom it tells.
  const rows = page.text.split("<li class=found>").filter((row) => row.includes("paper.example"));
  assert.equal(rows.length, 1);
  assert.match(rows[0] ?? "", /on 1 claim<br>(?:may )?(?:only )?reports? it/);

  const ferry = await get<Found>("/v1/search?q=ferry");
  assert.deepEqual([ferry.claims.map((one) => one.text), ferry.proposals], [["The ferry to Exampleton will stop in June"], []]);
  assert.deepEqual(
    (await get<Found>("/v1/search?q=anna")).accounts.map((one) => one.name),
    ["@anna"],
  );
  assert.deepEqual(
    (await get<Found>("/v1/search?q=paper")).sites.map((one) => one.name),
    ["paper.example"],
  );
  for (const site of ["x", "x.com", "www.twitter.com"])
    assert.equal((await get<Found>(`/v1/search?q=lantern+site:${site}`)).documents.length, 1, `posts of a platform, by its host: ${site}`);
  assert.ok((await get<Found>(`/v1/search?q=${encodeURIComponent("https://paper.example/harbour")}`)).named);
  const alone = await get<Found>("/v1/search?q=quay&linked=no");
  assert.deepEqual(
    alone.documents.map((one) => one.title),
    ["On the quay"],
  );
});

test("Chinese is found by words within a sentence, also beside Latin ones, and shown as it was written", async () => {
  const titles = async (q: string) => (await get<Found>(`/v1/search?q=${encodeURIComponent(q)}`)).documents.map(({ title }) => title);
  for (const q of ["作弊", "北岸公司 作弊", "Nordvik", "Nordvik公司", "隐瞒了结果", "弊"])
    assert.deepEqual(await titles(q), ["据称北岸公司在测试中作弊"], q);
  for (const q of ["弊作", "作弊 码头", "公司北岸"]) assert.deepEqual(await titles(q), [], q);
  const page = await instance.call("GET", `/search?q=${encodeURIComponent("隐瞒")}`);
  assert.match(page.text, /消息人士说Nordvik公司/);
  assert.doesNotMatch(page.text, /\u001f|消息 /);
});

test("a proposal that was decided is proposed to nobody", async () => {
  const [proposal] = (await get<Found>("/v1/search?q=harbour+sold")).proposals;
  const decide = (body: unknown) => instance.call<{ id: string }>("POST", "/v1/decisions", body);
  const rejected = await decide({ items: [{ id: proposal?.id, do: "reject" }] });
  assert.equal(rejected.status, 200, rejected.text);
  assert.deepEqual((await get<Found>("/v1/search?q=harbour+sold")).proposals, []);
  await instance.call("POST", `/v1/decisions/${rejected.body.id}/undo`);
  assert.equal((await get<Found>("/v1/search?q=harbour+sold")).proposals.length, 1);
  const { suggestions } = await get<{ suggestions: { version: number }[] }>("/v1/review?kind=claim");
  await decide({ items: [{ id: proposal?.id, version: suggestions[0]?.version, do: "accept" }] });
  const found = await get<Found>("/v1/search?q=harbour+sold");
  assert.deepEqual([found.proposals, found.claims.length], [[], 1]);
});

test("the desk's list says what waits, who is on it and what changed last", async () => {
  interface Desk {
    claims: { ref: string | null; sightings: number; waits: { response: number }; watched: boolean; lastChange: { did: string } | null }[];
    total: number;
  }
  await instance.call("POST", "/v1/decisions", { items: [{ id: "ferry", do: "edit", edit: { subject: "Exampleton Ferries" } }] });
  const desk = await get<Desk>("/v1/desk");
  const ferry = desk.claims.find((one) => one.ref === "ferry");
  assert.deepEqual([desk.total, ferry?.sightings, ferry?.watched, ferry?.lastChange?.did], [2, 1, false, "edit"]);
  assert.deepEqual((await get<Desk>("/v1/desk?state=archived")).claims, []);
});

test("a list is kept under a name, and forgotten", async () => {
  const kept = await instance.call<{ id: string }>("POST", "/v1/views", { name: "Loose", path: "/search?q=quay&linked=no" });
  assert.equal(kept.status, 201, kept.text);
  const again = await instance.call<{ id: string }>("POST", "/v1/views", { name: "On no claim", path: "/search?q=quay&linked=no" });
  assert.equal(again.body.id, kept.body.id);
  const views = () => get<{ views: { name: string }[] }>("/v1/views");
  assert.deepEqual(
    (await views()).views.map((one) => one.name),
    ["On no claim"],
  );
  assert.equal((await instance.call("POST", "/v1/views", { name: "Out", path: "//evil.example" })).status, 422);
  await instance.call("DELETE", `/v1/views/${kept.body.id}`);
  assert.deepEqual((await views()).views, []);
});

test("what changed between two captures, place by place", async () => {
  interface Diff {
    against: number | null;
    places: { before: string | null; changes: { kind: string; text: string }[][]; after: string | null }[];
  }
  const diff = await get<Diff>("/v1/documents/note/revisions/2/diff");
  assert.equal(diff.against, 1);
  assert.deepEqual(diff.places[0]?.changes, [
    [
      { kind: "same", text: "The quay is closed on" },
      { kind: "removed", text: "Monday." },
      { kind: "added", text: "Tuesday." },
    ],
  ]);
  assert.deepEqual(diff.places.at(-1)?.changes, [[{ kind: "added", text: "It opens again in May." }]]);
  assert.deepEqual(await get<Diff>("/v1/documents/note/revisions/1/diff").then((one) => [one.against, one.places]), [null, []]);
  assert.equal((await instance.call("GET", "/v1/documents/note/revisions/3/diff")).status, 404);
});

test("a subscription of what one watches tells of these claims, and of no other", async () => {
  const made = await instance.call<{ id: string; feeds: string[] }>("POST", "/v1/subscriptions", {
    kind: "feed",
    name: "Mine",
    filter: { watched: true },
  });
  assert.equal(made.status, 201, made.text);
  const feed = made.body.feeds.find((one) => one.endsWith(".json")) ?? "";
  const items = async () => (await get<{ items: object[] }>(new URL(feed).pathname + new URL(feed).search)).items.length;
  assert.equal(await items(), 0);
  await instance.call("POST", "/v1/claims/ferry/watch");
  const watched = await items();
  assert.ok(watched > 0);
  assert.ok(
    (await get<{ claims: { ref: string | null; watched: boolean }[] }>("/v1/desk?view=watched")).claims.every((one) => one.ref === "ferry"),
  );
  await instance.call("DELETE", "/v1/claims/ferry/watch");
  assert.equal(await items(), 0);
});

test("how often people agreed with the machine, and where things wait, is counted once an hour", async () => {
  interface Review {
    suggestions: { sure: string }[];
    counts: { total: number; sites: { site: string; waiting: number }[] };
    agreed: Record<string, { decided: number; accepted: number }>;
  }
  await instance.scheduled();
  const before = await get<Review>("/v1/review");
  assert.deepEqual(before.agreed, {});
  const [line] = instance.sql<{ items: string }>("SELECT items FROM decision WHERE did = 'accept' AND undone_by IS NULL");
  assert.match(line?.items ?? "", /"band":[0-3]/, "a decision says how sure the machine was");
  const band = Number(/"band":([0-3])/.exec(line?.items ?? "")?.[1]);
  const decided = (i: number) => JSON.stringify([{ kind: "claim", do: i % 10 ? "accept" : "reject", id: `c${i}`, band }]);
  for (let i = 0; i < 40; i++)
    instance.sql(
      "INSERT INTO decision (id, at, until, did, items) VALUES (?, ?, 0, 'accept', ?)",
      `n${i}`,
      Date.now() - 86_400_000,
      decided(i),
    );
  instance.sql("UPDATE upkeep SET at = at - 3600000 WHERE name = 'desk'");
  await instance.scheduled();
  const after = await get<Review>("/v1/review");
  const name = ["doubtful", "unsure", "likely", "near-certain"][band] ?? "";
  assert.deepEqual(after.agreed[name], { decided: 41, accepted: 37 });
  const waiting = instance.sql<{ site: string; waiting: number }>(
    "SELECT site, count(*) AS waiting FROM suggestion WHERE lead = 1 AND site <> '' GROUP BY site ORDER BY 2 DESC, 1",
  );
  assert.deepEqual(
    after.counts.sites,
    waiting.map((row) => ({ ...row })),
  );
  const page = await instance.call("GET", "/review");
  for (const { site, waiting: n } of waiting) assert.ok(page.text.includes(`>${site} (${n})`), site);
});
