/** Replay shows what the current matcher would link otherwise and changes it on request. People's decisions stay. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, beforeEach, test } from "node:test";
import { promisify } from "node:util";
import { moment } from "../../support/wait.ts";
import { type Answer, KEY, openService, root } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Change {
  kind: string;
  claim: string;
  claimText: string;
  document: string;
  was: { listed: boolean; score: number | null } | null;
  now: { listed: boolean; score: number | null } | null;
}
type Page = { documents: number; changes: Change[]; reposts: number; next: string | null };

const CLAIM = "The lighthouse of Orrin Point was switched off because its keeper sold the lens to a casino";
const SAYINGS = [
  "They say the keeper sold the lens of the Orrin Point lighthouse to a casino and that is why it is switched off",
  "So the casino bought the lens, the keeper of Orrin Point pocketed the money and the lighthouse was then switched off!",
  "Orrin Point lighthouse switched off: keeper accused of having sold its lens to a casino",
];
const post = (n: number, fields: object) => ({
  url: `https://mastodon.example/@user/11428956317309${String(n).padStart(4, "0")}`,
  publishedAt: `2025-03-01T${String(n % 24).padStart(2, "0")}:00:00Z`,
  ...fields,
});
const importClaim = (fields: object) => service.importLines([{ type: "claim", visibility: "public", status: "open", ...fields }]);
async function replay(apply: boolean, limit = 20): Promise<{ changes: Change[]; documents: number; pages: number; reposts: number }> {
  const all = { changes: [] as Change[], documents: 0, pages: 0, reposts: 0 };
  for (let next: string | null = ""; next !== null; all.pages++) {
    const answer: Answer<Page> = await service.call("POST", `/v1/replay?apply=${apply}&limit=${limit}&after=${next}`);
    const { status, body, text } = answer;
    assert.equal(status, 200, text);
    all.changes.push(...body.changes);
    all.documents += body.documents;
    all.reposts += body.reposts;
    next = body.next;
  }
  return all;
}
const linked = () =>
  service.sql<{ ref: string; document: string; listed: number }>(
    `SELECT c.ref, s.document_id AS document, s.listed FROM sighting s JOIN claim_summary c ON c.claim_id = s.claim_id
     WHERE s.replaced_at = 9007199254740991 ORDER BY 1, 2, 3`,
  );

beforeEach(() => service.fresh());

test("a claim that comes after its posts: replay shows them, finds them on request, and then has nothing to do", async (t) => {
  const ids: string[] = [];
  for (const [i, text] of SAYINGS.entries()) ids.push((await service.add(post(i, { text }))).body.id);
  ids.push(
    (await service.add(post(7, { text: "Nothing of this is about lighthouses, but about the price of herring in spring" }))).body.id,
  );
  const repost = { url: "https://mastodon.example/@echo/114289563173091000", repostOf: post(0, {}).url };
  await service.add(repost);
  await importClaim({ ref: "lens", text: CLAIM });
  await service.quiet();
  const before = await service.counts();
  const shown = await replay(false);
  assert.deepEqual([shown.documents, shown.reposts], [4, 1]);
  assert.deepEqual(new Set(shown.changes.map((c) => c.document)), new Set(ids.slice(0, 3)));
  assert.ok(shown.changes.every((c) => c.kind === "added" && c.was === null && c.now !== null && c.claimText === CLAIM));
  assert.deepEqual(await service.counts(), before, "looking changes nothing");
  const applied = await replay(true, 2);
  assert.deepEqual(applied.changes, shown.changes);
  assert.equal(applied.pages, 3);
  await service.settle();
  assert.equal((await linked()).length, 4, "the repost follows");
  assert.deepEqual((await replay(false)).changes, []);
  const { rows } = await service.call("POST", "/v1/replay?apply=true");
  assert.ok(rows.written === 0 && rows.read <= 4 * 150, JSON.stringify(rows));
  t.diagnostic(`rows of replaying 4 documents of which none changes: ${JSON.stringify(rows)}`);
  await service.assertSound();
});

test("it ends where claims that came first would have led, in whatever order they come", async () => {
  const lens = { ref: "lens", text: CLAIM };
  const other = { ref: "other", text: "The lighthouse of Orrin Point was switched off because nobody paid for its electricity" };
  const states: unknown[] = [];
  for (const order of ["claims first", "claims last", "one in between"]) {
    await service.fresh();
    if (order === "claims first") await service.importLines([lens, other].map((c) => ({ type: "claim", ...c })));
    await service.add(post(0, { text: SAYINGS[0] }));
    if (order === "one in between") await service.importLines([{ type: "claim", ...other }]);
    for (const i of [1, 2]) await service.add(post(i, { text: SAYINGS[i] }));
    if (order === "claims last") await service.importLines([other, lens].map((c) => ({ type: "claim", ...c })));
    if (order === "one in between") await service.importLines([{ type: "claim", ...lens }]);
    await replay(true);
    await service.settle();
    states.push(await linked());
    await service.assertSound();
  }
  assert.deepEqual(states[1], states[0]);
  assert.deepEqual(states[2], states[0]);
});

test("what persons confirmed and rejected stays, whatever the matcher thinks", async () => {
  await importClaim({ ref: "lens", text: CLAIM });
  const [a, b] = [await service.add(post(0, { text: SAYINGS[0] })), await service.add(post(1, { text: SAYINGS[1] }))];
  await service.settle();
  const { claims } = (await service.get<{ claims: { id: string }[] }>("/v1/claims")).body;
  const claim = claims[0]?.id;
  assert.equal((await service.call("POST", "/v1/sightings/confirm", { claim, document: a.body.id })).status, 200);
  assert.equal((await service.call("POST", "/v1/sightings/reject", { claim, document: b.body.id })).status, 200);
  const before = await service.sql("SELECT * FROM sighting ORDER BY id, replaced_at");
  // The claim is now about something else: nothing of what was said fits any more.
  await service.sql("DELETE FROM phrasing");
  await service.sql("UPDATE claim SET text = 'Herring is dear in spring because the boats stay in the harbour'");
  await service.sql("UPDATE claim_summary SET text = 'Herring is dear in spring because the boats stay in the harbour'");
  await service.call("POST", "/v1/rebuild?part=search");
  assert.deepEqual((await replay(true)).changes, []);
  await service.settle();
  assert.deepEqual(await service.sql("SELECT * FROM sighting ORDER BY id, replaced_at"), before);
});

test("links that the matcher made and would not make today are dropped, in versions", async () => {
  await importClaim({ ref: "lens", text: CLAIM });
  await service.add(post(0, { text: SAYINGS[0] }));
  const asOf = await moment();
  const [{ claim_id } = { claim_id: "" }] = await service.sql<{ claim_id: string }>("SELECT claim_id FROM claim_summary");
  await service.call("PATCH", `/v1/claims/${claim_id}`, { text: "Herring is dear in spring because the boats stay in the harbour" });
  await service.sql("DELETE FROM phrasing");
  await service.call("POST", "/v1/rebuild?part=search");
  const { changes } = await replay(true);
  assert.deepEqual(
    changes.map((c) => [c.kind, c.now]),
    [["dropped", null]],
  );
  await service.settle();
  const events = async (query: string) => (await service.get<{ events: unknown[] }>(`/v1/claims/${claim_id}/timeline${query}`)).body.events;
  assert.deepEqual([(await events("")).length, (await events(`?asOf=${asOf}`)).length], [0, 1]);
});

test("a claim or wording by hand finds its likely earlier documents at once: copies, near copies, quotes, reposts", async () => {
  const text = "Breaking: the mayor of Sandley has let the town's only ferry be painted with chocolate, witnesses report";
  const first = await service.add(post(0, { text }));
  await service.add(post(1, { text: `${text}. Unbelievable` }));
  await service.add(post(2, { text: "This is what happens when nobody looks after the ferry any more", quoteOf: post(0, {}).url }));
  await service.add({ url: "https://mastodon.example/@echo/114289563173091000", repostOf: post(0, {}).url });
  await service.add(post(3, { text: "A quite different thing about quite different people in another town" }));
  const made = await service.call<{ id: string }>("POST", "/v1/claims", {
    text: "The mayor of Sandley has let the town's only ferry be painted with chocolate",
    visibility: "public",
  });
  await service.settle();
  const found = await service.sql<{ document_id: string }>(
    "SELECT document_id FROM sighting WHERE claim_id = ? AND listed = 1",
    made.body.id,
  );
  assert.ok(found.length >= 3, JSON.stringify(found));
  assert.ok(found.some((row) => row.document_id === first.body.id));
  const late = "It is the ferryman of Sandley who keeps swans below deck and feeds them with coins of the passengers";
  await service.add(post(5, { text: late }));
  const other = await service.call<{ id: string }>("POST", "/v1/claims", { text: "Animals live on the boat", visibility: "public" });
  await service.settle();
  assert.equal((await service.sql("SELECT 1 FROM sighting WHERE claim_id = ?", other.body.id)).length, 0);
  await service.call("PATCH", `/v1/claims/${other.body.id}`, { addPhrasings: [late] });
  await service.settle();
  assert.equal((await service.sql("SELECT 1 FROM sighting WHERE claim_id = ? AND listed = 1", other.body.id)).length, 1);
  await service.assertSound();
});

/** A claim, two pages that take it up in other words, and one that tells of something else. */
const FERRY = {
  en: {
    claim: "The mayor of Sandley has let the ferry be painted with chocolate",
    pages: [
      ["Sandley ferry painted with chocolate: what is known", "Nobody in Sandley wants to say who paid for the chocolate."],
      ["No, the mayor of Sandley did not have the ferry painted with chocolate", "A picture of the ferry in brown paint goes round."],
      ["Mayor of Sandley opens a chocolate fair", "The fair on the market square lasts for three days, and a band plays."],
    ],
  },
  zh: {
    claim: "桑德利市长让人把渡轮涂上了巧克力",
    pages: [
      ["谁让人把桑德利的渡轮涂上了巧克力，市长还是公司：已知情况", "桑德利没有人愿意说明是谁出钱买的巧克力。"],
      ["不，桑德利市长没有让人把渡轮涂上巧克力", "一张棕色渡轮的照片在网上流传。"],
      ["桑德利市长为巧克力展览会揭幕", "集市广场上的展览会为期三天，还有乐队演奏。"],
    ],
  },
};
for (const [lang, { claim, pages }] of Object.entries(FERRY))
  test(`a claim by hand finds what was held in other words (${lang}), by the words of titles and beginnings: at once, or with the next minute's run or sweep`, async () => {
    const documents = pages.map(([title, text], i) => ({ url: `https://paper-${i}.example/ferry`, kind: "article", title, text, lang }));
    const seen = async () => {
      await service.settle();
      const rows = await service.sql<{ url: string }>(
        "SELECT d.url FROM sighting s JOIN document d ON d.id = s.document_id WHERE s.listed = 1 AND s.replaced_at > 9e15 AND d.seen = 'observed'",
      );
      return rows.map(({ url }) => Number(/\d/.exec(url)?.[0])).sort();
    };
    const enterClaim = () => service.call("POST", "/v1/claims", { text: claim, lang, visibility: "public" });
    for (const run of [() => service.scheduled(), () => service.settle()]) {
      for (const document of documents) await service.add(document);
      await enterClaim();
      await run();
      assert.deepEqual(await seen(), [0, 1]);
      await service.fresh();
    }
    for (const document of documents) await service.add(document);
    await service.scheduled();
    await enterClaim();
    assert.deepEqual(await seen(), [0, 1]);
    await service.assertSound();
  });

test("the command prints a table, and JSON on request; only admins may replay", async () => {
  for (const [i, text] of SAYINGS.entries()) await service.add(post(i, { text }));
  await importClaim({ ref: "lens", text: CLAIM });
  await service.quiet();
  const run = async (...args: string[]) =>
    promisify(execFile)(process.execPath, [`${root}workers/dev/cli/main.ts`, "replay", ...args], {
      env: { ...process.env, WHENCE_URL: service.origin(), WHENCE_KEY: KEY },
    });
  const table = await run();
  assert.match(table.stdout, /added +d\w{26} – +linked [01]\.\d\d/);
  assert.match(table.stderr, /3 documents: 3 added\. Run it with --apply/);
  const json = (await run("--json", "--apply")).stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Change);
  assert.equal(json.length, 3);
  assert.match((await run()).stderr, /nothing changes/);
  assert.equal((await service.anonymous("POST", "/v1/replay")).status, 401);
});
