/** Budgets of D1 rows and calls for each request, with 1,000 documents stored. One written row costs as much as 1,000 read ones. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as corpus from "../../bench/corpus.ts";
import { claimLines, kinds, sightingLines, stored } from "../../bench/kinds.ts";
import { settle } from "../../bench/seed.ts";
import { type Answer, build, type Running, start } from "../../bench/worker.ts";

const STORED = 1000;
const CLAIMS = corpus.claimsOf(STORED);
const TIMES = 25;
const wait = { prefer: "wait" };
let whence: Running;

async function taken(lines: object[]): Promise<Answer> {
  const answer = await whence.call("POST", "/v1/import", corpus.ndjson(lines), wait);
  assert.deepEqual(answer.body, { accepted: lines.length, rejected: [], waiting: 0 });
  return answer;
}
before(async () => {
  whence = await start(await build("workers/index.ts"));
  await taken(Array.from({ length: CLAIMS }, (_, i) => corpus.claimLine(i)));
  for (let i = 0; i < STORED; i += 100) await taken(corpus.documentLines(i, i + 100, CLAIMS));
});
after(() => whence.stop());

/** Documents of a sort that are not stored yet. */
function fresh(sort: corpus.Sort): ReturnType<typeof corpus.document>[] {
  const found: ReturnType<typeof corpus.document>[] = [];
  for (let i = STORED; found.length < TIMES; i++) if (corpus.sortOf(i) === sort) found.push(corpus.document(i, CLAIMS));
  return found;
}
/** Adds and reads each in one request; gives the highest cost. */
async function highest(documents: object[], status: number): Promise<{ read: number; written: number }> {
  const most = { read: 0, written: 0 };
  for (const document of documents) {
    const answer = await whence.call("POST", "/v1/documents", document, wait);
    assert.equal(answer.status, status);
    assert.equal((answer.body as { state: string }).state, "done");
    most.read = Math.max(most.read, answer.read);
    most.written = Math.max(most.written, answer.written);
  }
  assert.ok(most.read > 0, "Server-Timing tells the rows");
  return most;
}

test("a new post, matched and linked, which also waits for a person: at most 16 rows written, and read so few that they are no 200 with 100,000 stored; sent again: none written", async (t) => {
  const posts = fresh("post");
  const cost = await highest(posts, 201);
  t.diagnostic(`${cost.written} written, ${cost.read} read`);
  assert.ok(cost.written <= 16 && cost.read <= 135, JSON.stringify(cost));
  const again = await highest(posts, 200);
  assert.equal(again.written, 0);
  assert.ok(again.read <= 10, JSON.stringify(again));
});

test("ten posts that are read together: no more rows read for each than for one alone", async (t) => {
  const posts = Array.from({ length: 60 }, (_, i) => STORED + 9000 + i).filter((i) => corpus.sortOf(i) === "post");
  const { written, read } = await taken(posts.slice(0, 10).map((i) => ({ type: "document", ...corpus.document(i, CLAIMS) })));
  t.diagnostic(`${written} written, ${read} read`);
  assert.ok(written <= 130 && read <= 1_300, `${written} written, ${read} read`);
});

const repostsOf = (posts: { url: string }[], from: number) =>
  posts.map((post, i) => ({
    platform: "x",
    platformId: corpus.postId(from + i),
    author: { handle: `reposter_${i}` },
    repostOf: post.url,
  }));

test("a post that names the account it answers: at most 20 rows written, 4 of them as it also waits for a person, and 155 read", async (t) => {
  // The accounts are those of the test before, each with a post; the texts are new.
  const named = fresh("post").slice(0, 12);
  const answers = named.map(({ author }, i) => {
    const { url: _, ...post } = corpus.document(STORED + 8000 + i, CLAIMS);
    return { ...post, author: { handle: `answers_${i}` }, ...("text" in post ? { text: `@${author.handle} ${post.text}` } : {}) };
  });
  const cost = await highest(answers, 201);
  t.diagnostic(`${cost.written} written, ${cost.read} read`);
  assert.ok(cost.written <= 20 && cost.read <= 155, JSON.stringify(cost));
});

test("copies, quotes, answers, links and pages, also of what persons say makes three claims", async (t) => {
  await taken(claimLines);
  await highest(stored, 201);
  await taken(sightingLines);
  for (const { what, of, written, read } of kinds) {
    // A bucket has its earliest eight looked at, and as many are here then.
    const times = what.includes("viral") ? 15 : 2;
    const cost = await highest(
      Array.from({ length: times }, (_, i) => of(i)),
      201,
    );
    t.diagnostic(`${what}: ${cost.written} written, ${cost.read} read`);
    assert.ok(cost.written <= written && cost.read <= read, `${what}: ${JSON.stringify(cost)}`);
  }
});

test("an earlier near copy and the one that is then related again: at most 26 rows written and 280 read by both, and by search that takes them in", async (t) => {
  const [claim] = claimLines;
  const text = (extra: string) => `${claim?.text}, says the ferryman who rows across the river every morning at six ${extra}`;
  const at = (i: number) => ({ platform: "x", platformId: corpus.postId(i), author: { handle: `ferry_${i}` }, lang: "en" });
  await highest([{ ...at(40_000_001), text: text("and every evening") }], 201);
  await settle(whence);
  // Search follows the log with each sweep, a thousand events at a time.
  for (let behind = true; behind; ) behind = (await whence.call("POST", "/v1/sweep")).written > 0;
  // Not waited for: what is put up to be done is done by the sweeper, in a request of its own.
  const accepted = await whence.call("POST", "/v1/documents", { ...at(40_000_000), text: text("and at night") });
  assert.equal(accepted.status, 202);
  const swept = await whence.call("POST", "/v1/sweep");
  const [written, read] = [accepted.written + swept.written, accepted.read + swept.read];
  t.diagnostic(`${accepted.written} + ${swept.written} written, ${accepted.read} + ${swept.read} read`);
  assert.ok(written <= 26 && read <= 280, `${written} written, ${read} read`);
});

test("a repost of a post that has a claim: 9 rows written", async (t) => {
  const cost = await highest(repostsOf(fresh("post"), 1_000_000), 201);
  t.diagnostic(`${cost.written} written, ${cost.read} read`);
  assert.ok(cost.written <= 9 && cost.read <= 85, JSON.stringify(cost));
});

test("matching a text reads at most 60 rows", async (t) => {
  const [post] = fresh("post");
  const text = post && "text" in post ? post.text : "";
  const { status, read } = await whence.call("POST", "/v1/match", { text });
  t.diagnostic(`${read} read`);
  assert.ok(status === 200 && read <= 60, `${status}, ${read} read`);
});

test("metrics of a cascade of n documents read at most n + 2 rows", async () => {
  const root = { platform: "x", platformId: corpus.postId(2_000_000), author: { handle: "root" }, text: "The root of a tree of reposts." };
  const url = (i: number) => `https://x.com/root/status/${corpus.postId(2_000_000 + i)}`;
  const children = Array.from({ length: 60 }, (_, i) => ({
    type: "document",
    platform: "x",
    platformId: corpus.postId(2_000_001 + i),
    author: { handle: `child_${i}` },
    repostOf: url(i >> 1),
  }));
  await taken([{ type: "document", ...root }, ...children]);
  const { id } = (await whence.call("POST", "/v1/documents", root)).body as { id: string };
  const { body, read } = await whence.call("GET", `/v1/documents/${id}/cascade`);
  assert.equal((body as { size: number }).size, 61);
  assert.ok(read <= 63, `${read} read`);
});

test("a new claim, and the erasure of a post that few others hang on, read at most 500 rows, however many documents are stored", async (t) => {
  const claim = await whence.call("POST", "/v1/claims", { ref: "budget", text: "Vrxle bridge was closed by its own mayor for a picnic" });
  t.diagnostic(`claim: ${claim.written} written, ${claim.read} read`);
  assert.ok(claim.status === 201 && claim.read <= 500, JSON.stringify(claim));
  for (const post of [...fresh("post").slice(0, 2), ...fresh("repost").slice(0, 1)]) {
    const { body } = await whence.call("POST", "/v1/documents", post, wait);
    const erased = await whence.call("DELETE", `/v1/documents/${(body as { id: string }).id}`);
    t.diagnostic(`erasure: ${erased.written} written, ${erased.read} read`);
    assert.ok(erased.status === 200 && erased.read <= 500, JSON.stringify(erased));
  }
});

const violations = async () => ((await whence.call("GET", "/v1/verify")).body as { violations: unknown[] }).violations;
test("every invariant holds after all of this", async () => {
  await settle(whence);
  assert.deepEqual(await violations(), []);
});

// After it, as a look again at all documents of large claims takes six seconds.
test("a repost of a post whose claim has over 1,000 sightings: one row more, for the rollup", async (t) => {
  const posts = corpus.documentLines(20_000, 20_060, CLAIMS).filter((line) => !("repostOf" in line));
  assert.equal((await whence.call("POST", "/v1/import?read=false", corpus.ndjson(posts))).status, 200);
  const { body } = await whence.call("POST", "/v1/claims", { ref: "viral", text: "Qwyrt sank off Zaandam" });
  const all = [...posts, ...Array.from({ length: STORED }, (_, i) => corpus.document(i, CLAIMS))].slice(0, 1001);
  for (let i = 0; i < all.length; i += 500)
    await taken(all.slice(i, i + 500).map((post) => ({ type: "sighting", claim: "viral", document: post.url })));
  const [claim] = ((await whence.call("GET", "/v1/claims?q=Qwyrt")).body as { claims: { id: string; sightings: number }[] }).claims;
  assert.deepEqual([claim?.id, claim?.sightings], [(body as { id: string }).id, 1001]);
  const cost = await highest(repostsOf(posts.slice(0, TIMES), 3_000_000), 201);
  t.diagnostic(`${cost.written} written, ${cost.read} read`);
  assert.ok(cost.written <= 11, JSON.stringify(cost));
});

test("a timeline of a past moment, before the claim's last changes: at most 3 times the rows of the live one", async (t) => {
  await highest(
    repostsOf(
      corpus
        .documentLines(20_000, 20_100, CLAIMS)
        .filter((line) => !("repostOf" in line))
        .slice(0, 30),
      4_000_000,
    ),
    201,
  );
  const { body } = await whence.call("GET", "/v1/claims?q=Qwyrt");
  const claim = (body as { claims: { id: string; changedAt: string; revision: number }[] }).claims[0];
  const page = `/v1/claims/${claim?.id}/timeline?limit=50`;
  const live = await whence.call("GET", page);
  const before = Date.parse(claim?.changedAt ?? "") - 1;
  const revision = claim?.revision ?? 0;
  // Its summary has no room for all of them, and no cron has run.
  assert.ok(revision > 55, `${revision} changes`);
  for (const past of [`&asOf=${new Date(before).toISOString()}`, ...[2, 49, 50].map((ago) => `&rev=${revision - ago}`)]) {
    const { read, status, body: then } = await whence.call("GET", page + past);
    t.diagnostic(`${past}: ${read} read, ${live.read} live`);
    assert.equal(status, 200, JSON.stringify(then));
    assert.ok(read <= 3 * live.read, `${read} read, ${live.read} live`);
  }
});

test("timeline pages of a claim with 300 sightings and 12 responses read the rows that they return, and few more", async (t) => {
  await taken([{ type: "claim", ref: "hot", text: "Zzyzx burned down" }]);
  const response = { type: "denial", standing: "subject", actor: { name: "Zzyzx" } };
  // Eight more are rejected, and stand in nobody's way.
  const sightings = Array.from({ length: 320 }, (_, i) => ({
    type: "sighting",
    claim: "hot",
    document: corpus.postUrl(i),
    ...(i >= 300 && i < 312 ? { response } : {}),
  }));
  await taken(sightings);
  const idOf = async (path: string) => ((await whence.call("GET", path)).body as { id: string }).id;
  const listed = (await whence.call("GET", "/v1/claims?q=Zzyzx")).body as { claims: { id: string }[] };
  const claim = listed.claims[0]?.id ?? "";
  for (const { document } of sightings.slice(312)) {
    const rejected = { claim, document: await idOf(`/v1/documents/${encodeURIComponent(document)}`) };
    assert.equal((await whence.call("POST", "/v1/sightings/reject", rejected)).status, 200);
  }
  const { claims } = (await whence.call("GET", "/v1/claims?q=Zzyzx")).body as {
    claims: { id: string; sightings: number; responses: number }[];
  };
  assert.deepEqual([claims[0]?.sightings, claims[0]?.responses], [312, 12]);
  const path = `/v1/claims/${claims[0]?.id}/timeline?limit=50`;
  const seen = new Set<string>();
  const costs: string[] = [];
  let cursor: string | null = "";
  for (let number = 1; cursor !== null; number++) {
    const answer: Answer = await whence.call("GET", cursor ? `${path}&cursor=${cursor}` : path);
    const { events, next } = answer.body as { events: { id: string }[]; next: string | null };
    for (const { id } of events) seen.add(id);
    const over = answer.read - events.length;
    costs.push(`page ${number}: ${answer.read} for ${events.length}`);
    // Beside its rows: the claim's head and, on a page that is not the first, the first known.
    assert.ok(over <= 2, costs.at(-1));
    cursor = next;
  }
  t.diagnostic(costs.join(", "));
  assert.equal(seen.size, 312);

  const first = await whence.call("GET", path);
  const unchanged = await whence.call("GET", path, undefined, { "if-none-match": first.headers.get("etag") ?? "" });
  assert.equal(unchanged.status, 304);
  assert.ok(unchanged.read <= 2, `304: ${unchanged.read} read`);
});

test("every invariant holds while documents wait for a look again", async () => assert.deepEqual(await violations(), []));

// Last, as nobody is to read what it takes.
test("accepting takes two D1 calls, however many documents", async (t) => {
  const costs: string[] = [];
  let from = 5000;
  for (const count of [1, 10, 100, 1000]) {
    const lines = corpus.documentLines(from, from + count, CLAIMS);
    from += count;
    const answer = await whence.call("POST", "/v1/import?read=true", corpus.ndjson(lines));
    assert.equal((answer.body as { accepted: number }).accepted, count);
    assert.equal(answer.calls, 2, `${count} documents`);
    costs.push(`${count}: ${answer.written} written, ${answer.read} read`);
    assert.ok(answer.read <= 25 * count && answer.written <= 12 * count, costs.at(-1));
  }
  t.diagnostic(costs.join("; "));
});
