/** What an editor put back for review does not return to readers by itself, whatever makes its document be related again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Instance } from "../support/instance.ts";
import { faultsOf } from "../support/world.ts";

const TEXT = "The clock tower of Lund will be moved to the harbour";
interface Line {
  id: string;
  document: string;
  state: string;
  listed: number;
}
const linesOf = (i: Instance, which = "") =>
  i.sql<Line>(`SELECT id, document_id AS document, state, listed FROM sighting WHERE replaced_at > 9000000000000000 ${which} ORDER BY at`);
const post = (n: number) => ({
  platform: "forum",
  platformId: `p${n}`,
  author: { handle: `u${n}` },
  publishedAt: `2025-06-0${n + 2}`,
  text: `${TEXT}, so they say.`,
});
const decide = async (i: Instance, verb: string, line: Line | undefined) =>
  assert.equal(
    (await i.call("POST", "/v1/decisions", { items: [{ id: line?.id, document: line?.document, do: verb }], seen: [line?.id] })).status,
    200,
  );

test("a line that was put back waits until somebody accepts it", async () => {
  const i = new Instance();
  await i.call("POST", "/v1/claims", { text: TEXT, visibility: "public" });
  await i.call("POST", "/v1/documents", post(1), { prefer: "wait" });
  await i.settle();
  const [line] = linesOf(i);
  assert.equal(line?.listed, 1);
  await decide(i, "wait", line);
  const isWaiting = () => assert.deepEqual([linesOf(i)[0]?.state, linesOf(i)[0]?.listed], ["suggested", 0]);
  isWaiting();
  await i.call("PATCH", `/v1/documents/${line?.document}`, { publishedAt: "2025-06-01" });
  await i.settle();
  isWaiting();
  await i.call("POST", "/v1/documents", post(2), { prefer: "wait" });
  const repost = { platform: "forum", platformId: "r1", author: { handle: "u3" }, publishedAt: "2025-06-05", repostOf: line?.document };
  await i.call("POST", "/v1/documents", repost, { prefer: "wait" });
  await i.settle();
  isWaiting();
  await decide(i, "accept", linesOf(i)[0]);
  await i.settle();
  assert.deepEqual([linesOf(i)[0]?.state, linesOf(i)[0]?.listed], ["confirmed", 1]);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

for (const policy of ["sure", "all"])
  test(`a response that was put back waits until somebody accepts it, with PUBLISH=${policy}`, async () => {
    const i = new Instance(null, { PUBLISH: policy });
    await i.call("POST", "/v1/claims", { text: TEXT, visibility: "public" });
    const text = `Residents were told that the clock tower of Lund will be moved to the harbour. The city of Lund denied on Monday that the clock tower of Lund will be moved to the harbour.`;
    const page = {
      url: "https://paper.example/tower",
      kind: "article",
      title: "City denies moving the clock tower",
      publishedAt: "2025-06-03",
      text,
    };
    await i.call("POST", "/v1/documents", page, { prefer: "wait" });
    await i.settle();
    const response = () => linesOf(i, "AND role = 'respond'")[0];
    const line = response();
    assert.equal(line?.listed, policy === "all" ? 1 : 0);
    const again = async (day: number) => {
      await i.call("PATCH", `/v1/documents/${line?.document}`, { publishedAt: `2025-06-0${day}` });
      await i.settle();
    };
    for (const [day, verb] of ["accept", "wait"].entries()) {
      await decide(i, verb, response());
      await again(day + 1);
    }
    assert.deepEqual([response()?.state, response()?.listed], ["suggested", 0]);
    assert.deepEqual(await faultsOf(i), []);
    await decide(i, "accept", response());
    await again(5);
    assert.deepEqual([response()?.state, response()?.listed], ["confirmed", 1]);
    assert.deepEqual(linesOf(i, "AND detail LIKE '%put it back%'"), [], "that reason ends with it");
    assert.deepEqual(await faultsOf(i), []);
    i.close();
  });

test("a line that was put back stays while its words are gone, and waits when they are there again", async () => {
  const i = new Instance(null, { PUBLISH: "all" });
  await i.call("POST", "/v1/claims", { text: TEXT, visibility: "public" });
  const page = (text: string) => ({
    url: "https://paper.example/tower",
    kind: "article",
    title: "News of Lund",
    publishedAt: "2025-06-03",
    text,
  });
  const send = async (text: string) => {
    const { status } = await i.call("POST", "/v1/documents", page(text), { prefer: "wait" });
    assert.ok(status < 300);
    await i.settle();
  };
  const words = `${TEXT}, according to a letter from the council. The letter was read out on Monday.`;
  await send(words);
  const [line] = linesOf(i);
  assert.equal(line?.listed, 1);
  await decide(i, "wait", line);
  for (const text of ["The council of Lund met on Monday and talked about the price of bread.", words]) {
    await send(text);
    assert.deepEqual(
      linesOf(i).map(({ state, listed }) => [state, listed]),
      [["suggested", 0]],
    );
  }
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});
