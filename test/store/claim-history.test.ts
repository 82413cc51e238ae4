/** What a claim counted before is the same kept, counted from all versions, and made anew from them. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";
import { faultsOf } from "../faults/support/world.ts";
import { asService, BUSY, history } from "../service/support/histories.ts";

const i = new Instance();
after(() => i.close());

async function rebuild(part: string): Promise<void> {
  for (let after: string | null = ""; after !== null; ) {
    const answer: { status: number; body: { next: string | null } } = await i.call("POST", `/v1/rebuild?part=${part}&after=${after}`);
    assert.equal(answer.status, 200);
    after = answer.body.next;
  }
}

test("counts of each revision: as kept, without what was kept, and from histories that were made anew", async () => {
  const story = history(asService(i), 1);
  await story.open();
  for (const step of BUSY) {
    await story.act(step);
    await i.settle();
  }
  const of = story.claim();
  const revision = () => Number(i.sql("SELECT revision FROM claim_summary WHERE claim_id = ?", of)[0]?.["revision"]);
  const counted = async (last: number) => {
    const answers = Array.from({ length: last }, async (_, n) => (await i.call("GET", `/v1/claims/${of}?rev=${n + 1}`)).body);
    return (await Promise.all(answers)).map(({ asOf: _, ...rest }) => rest);
  };
  const states = () =>
    i
      .sql("SELECT states FROM claim_history WHERE claim_id = ? ORDER BY at", of)
      .flatMap((row) => JSON.parse(String(row["states"])) as [number, number | null][]);
  const last = revision();
  assert.ok(last > 10, String(last));
  const kept = await counted(last);
  await rebuild("rollups");
  assert.deepEqual(states(), []);
  assert.deepEqual(await counted(last), kept);
  await rebuild("history");
  assert.deepEqual(
    states().map(([, number]) => number),
    Array.from({ length: last - 1 }, (_, n) => n + 1),
  );
  assert.deepEqual(await counted(last), kept);
  for (const one of BUSY.slice(0, 3)) await story.act(one);
  await i.settle();
  assert.ok(revision() > last);
  assert.deepEqual(await counted(last), kept);
  assert.deepEqual(await faultsOf(i), []);
});
