/**
 * The words of a proposal, and the wordings of a claim, that stand in pages that are erased, one after the other or at once: what stands in another page
 * that we hold are its words, too.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Instance } from "../support/instance.ts";
import { faultsOf } from "../support/world.ts";

const sentence = (ferry: string) =>
  `The Norrby ferry ${ferry} lost its steering on Sunday night with 212 passengers on board, the harbour paper reports.`;
const article = (k: number, ferry: string, more: string) => ({
  kind: "article",
  url: `https://paper-${k}.example/2025/06/ferry`,
  title: `Ferry ${ferry} lost its steering with 212 on board`,
  text: `${sentence(ferry)} Two tugs brought the ship to Port Calder by morning.${more}`,
  publishedAt: `2025-06-0${k + 1}`,
});
/** Adds documents; gives their ids. */
async function come(i: Instance, documents: object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const document of documents) {
    ids.push((await i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body.id);
    await i.settle();
  }
  return ids;
}
const erased = async (i: Instance, id = "") => assert.equal((await i.call("DELETE", `/v1/documents/${id}`)).status, 200);
/** Erases a document once all that another erasure depends on is read, and before that is written. */
async function erasedAtOnce(i: Instance, [first, second]: string[]): Promise<void> {
  let isRead = false;
  const meanwhile = async (_: number, statements: readonly { sql: string }[], commit: () => unknown) => {
    if (!isRead && statements.some(({ sql }) => sql.includes("INTO tombstone"))) {
      isRead = true;
      await erased(i, second);
    }
    return commit();
  };
  await i.interfered(meanwhile, () => erased(i, first));
  assert.ok(isRead);
}
const proposal = (i: Instance) =>
  i.sql("SELECT c.text FROM claim c JOIN claim_summary s ON s.claim_id = c.id AND s.text = c.text")[0]?.["text"];
async function ended(i: Instance): Promise<void> {
  await i.settle();
  assert.deepEqual(await faultsOf(i), []);
  i.close();
}

test("a proposal has the words of pages that are left, whichever were erased before", async () => {
  const i = new Instance();
  const [first, second, third] = await come(i, [article(0, "Quanta", ""), article(1, "Belluno", ""), article(2, "Cordoba", "")]);
  assert.match(String(proposal(i)), /Quanta/);
  await erased(i, first);
  assert.equal(proposal(i), sentence("Belluno"));
  await erased(i, second);
  assert.equal(proposal(i), sentence("Cordoba"));
  await erased(i, third);
  assert.equal(proposal(i), undefined);
  await ended(i);
});

test("what another page says stays its words where the erased page says it as well", async () => {
  const i = new Instance();
  const [first] = await come(i, [article(0, "Quanta", ` ${sentence("Belluno")}`), article(1, "Belluno", "")]);
  assert.match(String(proposal(i)), /Quanta/);
  await erased(i, first);
  assert.equal(proposal(i), sentence("Belluno"));
  await ended(i);
});

test("two pages with a proposal's words are erased at once: a third gives it others", async () => {
  const i = new Instance();
  const ids = await come(i, [article(0, "Quanta", ""), article(1, "Quanta", " So it is."), article(2, "Cordoba", "")]);
  assert.match(String(proposal(i)), /Quanta/);
  await erasedAtOnce(i, ids);
  assert.match(String(proposal(i)), /Cordoba/);
  assert.deepEqual(i.tablesWith("Quanta"), []);
  await ended(i);
});

test("two posts with a wording of a claim are erased at once: the wording goes", async () => {
  const i = new Instance();
  const text = "The bell of Tarnby church was cast from melted tin";
  const { id } = (await i.call<{ id: string }>("POST", "/v1/claims", { text })).body;
  const post = (k: number) => ({
    platform: "forum",
    platformId: `p${k}`,
    author: { handle: `u${k}` },
    publishedAt: `2025-06-0${k}`,
    text: `${text} Quantavrax, said ${k} of us.`,
  });
  const ids = await come(i, [post(1), post(2)]);
  await i.call("PATCH", `/v1/claims/${id}`, { addPhrasings: [`${text} Quantavrax`] });
  await erasedAtOnce(i, ids);
  assert.deepEqual(i.tablesWith("Quantavrax"), []);
  await ended(i);
});
