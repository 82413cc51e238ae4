/** A change on which many documents depend gives a bounded number of them jobs at once, and all others theirs in the steps of the sweeper. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { ndjson, postId } from "../bench/corpus.ts";
import { Instance } from "../faults/support/instance.ts";

/** Documents that depend on one change. */
const MANY = process.env["WHENCE_FULL"] ? 3000 : 230;
/** Documents that one key wakes at once. */
const AT_ONCE = 200;

const worker = new Instance();
worker.sql("CREATE TABLE woken (document_id TEXT)");
worker.sql("CREATE TRIGGER wakes AFTER INSERT ON job WHEN new.reason = 'again' BEGIN INSERT INTO woken VALUES (new.document_id); END");
after(() => worker.close());
beforeEach(() => worker.sql("DELETE FROM woken"));

const count = (sql: string) => Number(worker.sql(`SELECT count(*) AS n FROM ${sql}`)[0]?.["n"]);
async function add(document: object): Promise<void> {
  const { status, text } = await worker.call("POST", "/v1/documents", document, { prefer: "wait" });
  assert.equal(status, 201, text);
}
async function addMany(of: (i: number) => object): Promise<void> {
  const lines = Array.from({ length: MANY }, (_, i) => ({ type: "document", ...of(i) }));
  for (let i = 0; i < MANY; i += 100) await worker.call("POST", "/v1/import", ndjson(lines.slice(i, i + 100)), { prefer: "wait" });
  await settle();
}
async function settle(): Promise<void> {
  while (count("job") + count("pending_wake")) assert.equal((await worker.call("POST", "/v1/sweep")).status, 200);
}
/** What a change gives jobs: at most so many documents by itself, then all that depend on it; none more than twice. */
async function wakesAll(change: () => Promise<void>): Promise<void> {
  await settle();
  worker.sql("DELETE FROM woken");
  await change();
  const atOnce = count("woken");
  assert.ok(atOnce <= AT_ONCE + 5, `${atOnce} at once`);
  assert.equal(count("pending_wake"), 1);
  await settle();
  const [all, distinct] = [count("woken"), count("(SELECT DISTINCT document_id FROM woken)")];
  assert.ok(distinct >= MANY && distinct <= MANY + 5, `${distinct} documents`);
  assert.ok(all <= 2 * distinct, `${all} jobs for ${distinct} documents`);
}
const post = (i: number, more: object) => ({ platform: "x", platformId: postId(i), author: { handle: `wake_${i}` }, lang: "en", ...more });
const urlOf = (i: number) => `https://x.com/wake_${i}/status/${postId(i)}`;

test("reposts of a post that is said to make a claim", async () => {
  await add(post(1, { text: "A quiet morning at the lock, nothing to report so far today." }));
  await addMany((i) => post(10_000 + i, { repostOf: urlOf(1) }));
  await worker.call("POST", "/v1/claims", { ref: "lock", text: "Mirna lock was sold to a brewery" });
  await wakesAll(async () => {
    await worker.call("POST", "/v1/import", ndjson([{ type: "sighting", claim: "lock", document: urlOf(1) }]), {});
  });
  assert.equal(worker.sql("SELECT max(sightings) AS n FROM claim_summary")[0]?.["n"], MANY + 1);
});

test("documents with the same text, when an earlier one comes", { skip: !process.env["WHENCE_FULL"] && "with WHENCE_FULL" }, async () => {
  const text = "The ferry across the Mirna will not run on Sundays from the first of May on, says the harbour master.";
  await addMany((i) => post(20_000 + i, { text }));
  await wakesAll(() => add(post(2, { text })));
});

test("posts with a link, when the page comes", async () => {
  const url = "https://paper.example/mirna/weir";
  await addMany((i) => post(30_000 + i, { text: `${i}: ${url}` }));
  await wakesAll(() =>
    add({ kind: "article", url, title: "The weir", text: "The weir of Mirna is to be built again next spring, the town says." }),
  );
  assert.equal(count("dependency WHERE key LIKE 'doc:%'"), 0);
});

test("posts with a short link, which is no edge to the page, when the page comes: each waits until it has a job", async () => {
  const url = "https://bit.ly/mirna-mill";
  const waiting = () => count("dependency WHERE key LIKE 'doc:%'");
  await addMany((i) => post(60_000 + i, { text: `${i}: ${url}` }));
  assert.equal(waiting(), MANY);
  await wakesAll(async () => {
    await add({
      kind: "article",
      url,
      title: "Old wheel house",
      text: "A brewery has offered nine thousand for it, and councillors vote on Thursday.",
    });
    assert.equal(waiting(), MANY);
  });
  assert.equal(waiting(), 0);
});

test("posts that name an account, when an earlier post of it comes", {
  skip: !process.env["WHENCE_FULL"] && "with WHENCE_FULL",
}, async () => {
  // Within 14 days after it: an older post is nobody's source.
  await addMany((i) => post(4_000 + i, { text: `@wake_3 house ${i} on the quay has been flooded since ${i} o'clock, who pays for that?` }));
  await wakesAll(() => add(post(3, { text: "Nobody on the quay will be flooded this spring, I give you my word for it." })));
});

test("a post that names an account, when an earlier post of it comes: not after five later ones", async () => {
  for (let i = 0; i < 5; i++)
    await add({ ...post(50_010 + 10 * i, { text: `Harbour news ${i}: all berths are taken.` }), author: { handle: "wake_harbour" } });
  await add(post(50_025, { text: "@wake_harbour and where is the tug now, please?" }));
  await add(post(50_060, { text: "@wake_harbour nobody told us that the crane is out of use." }));
  await settle();
  worker.sql("DELETE FROM woken");
  await add({ ...post(50_000, { text: "The old tug was sold last week." }), author: { handle: "wake_harbour" } });
  const woken = worker.sql("SELECT d.handle FROM woken w JOIN document d ON d.id = w.document_id");
  assert.deepEqual(
    woken.map((row) => row["handle"]),
    ["wake_50025"],
  );
});

test("nothing is wrong afterwards", async () => {
  const { text } = await worker.call("GET", "/v1/verify");
  assert.deepEqual((JSON.parse(text) as { violations: unknown[] }).violations, []);
});
