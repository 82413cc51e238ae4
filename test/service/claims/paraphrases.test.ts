/** Posts that make no known claim and state the same in other words propose one claim, in any order of arrival. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { fixtures } from "../../support/fixtures.ts";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
beforeEach(() => service.fresh());

/** One rumour that no claim exists for, in many people's words; with another number; and statements that only look like it. */
const texts = fixtures<{ kind: "same" | "number" | "other"; lang: string; text: string }>("matching/paraphrases");
const of = (kind: string, lang: string) => texts.filter((one) => one.kind === kind && one.lang === lang).map(({ text }) => text);
const [ENGLISH, CHINESE, UNLIKE] = [of("same", "en"), of("same", "zh"), of("other", "en")];
const [NUMBER = ""] = of("number", "en");
const SAID = [...ENGLISH, ...CHINESE, NUMBER, ...UNLIKE];
const POSTS = SAID.map((text, i) => ({
  url: `https://x.com/teller_${i}/status/${xId(new Date(Date.UTC(2025, 4, 1, 6 + i)).toISOString())}`,
  author: { handle: `teller_${i}` },
  text,
}));
/** What each proposal says, and which posts are seen with it. */
const proposals = async () => {
  const rows = await service.sql<{ text: string; status: string; body: string }>(
    `SELECT h.text, h.status, t.body FROM sighting s JOIN claim_summary h ON h.claim_id = s.claim_id JOIN document r ON r.id = s.document_id
     JOIN text t ON t.id = r.text_id WHERE s.replaced_at > 9e15 AND s.listed = 1`,
  );
  const found = new Map<string, number[]>();
  for (const { text, status, body } of rows)
    found.set(
      `${status}: ${text}`,
      [...(found.get(`${status}: ${text}`) ?? []), SAID.indexOf(body)].sort((a, b) => a - b),
    );
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
};
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const TOLD = ENGLISH.length;
const ONE_EACH = [
  [`proposed: ${ENGLISH[0]}`, [...numbers(0, TOLD), SAID.indexOf(NUMBER)]],
  [`proposed: ${CHINESE[0]}`, numbers(TOLD, TOLD + CHINESE.length)],
];

test("eight tellings in English and four in Chinese propose one claim each, whatever the order; other names and other statements join none", async () => {
  const forwards = POSTS.map((_, i) => i);
  const mixed = [...forwards].sort((a, b) => ((a * 7) % 18) - ((b * 7) % 18));
  for (const order of process.env["WHENCE_FULL"] ? [mixed, forwards, forwards.toReversed()] : [mixed]) {
    await service.fresh();
    for (const i of order) await service.add(POSTS[i] ?? {});
    await service.settle();
    assert.deepEqual(await proposals(), ONE_EACH);
    await service.assertSound();
  }
});

test("together, twice, and erased: the same claims, places and times", async () => {
  const lines = POSTS.map((post) => ({ type: "document", ...post }));
  await service.importLines(lines);
  await service.importLines(lines.toReversed());
  await service.settle();
  assert.deepEqual(await proposals(), ONE_EACH);
  const { changes } = (await service.call<{ changes: unknown[] }>("POST", "/v1/replay")).body;
  assert.deepEqual(changes, []);
  // What is derived, made anew, is where it was.
  const places = () => service.sql("SELECT 1 AS kind, * FROM text_bucket UNION ALL SELECT 2, * FROM statement_bucket ORDER BY 1, 2, 3, 4");
  const before = await places();
  assert.equal((await service.call("POST", "/v1/rebuild?part=texts")).body["next"], null);
  assert.deepEqual(await places(), before);
  const [first] = await service.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'observed' ORDER BY published_earliest");
  assert.equal((await service.call("DELETE", `/v1/documents/${first?.id}`)).status < 300, true);
  assert.equal((await places()).length, before.length - 6);
  await service.assertSound();
});

test("a post among them costs at most 20 rows written and 200 read before others are told", async () => {
  for (const post of POSTS.slice(0, -1)) await service.add(post);
  await service.settle();
  const alone = await service.add(POSTS.at(-1) ?? {});
  assert.ok(alone.rows.written <= 20 && alone.rows.read <= 200, JSON.stringify(alone.rows));
  const text = `Is it true? ${ENGLISH[1]?.replace("So the", "That the")} Parents ask.`;
  const joins = await service.add({ url: `https://x.com/late/status/${xId("2025-05-03T00:00:00Z")}`, author: { handle: "late" }, text });
  assert.ok(joins.rows.written <= 26 && joins.rows.read <= 260, JSON.stringify(joins.rows));
});
