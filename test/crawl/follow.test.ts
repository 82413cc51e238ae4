/** What a person takes an address for stays when a visit to it, planned or under way, finds a page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { due, page, run } from "../faults/support/crawls.ts";
import { Instance } from "../faults/support/instance.ts";
import { faultsOf } from "../faults/support/world.ts";
import { migrations } from "../support/instance.ts";

const CLAIM = "The bell of Tarnby church was cast from melted tin";
const LINK = "https://herald.example/short";
const LONG = "https://herald.example/2025/long";
const html = (canonical: string) =>
  `<html lang="en"><head><link rel="canonical" href="${canonical}"></head><body><article><h1>A bell</h1><p>${CLAIM}, and a pelican on its tower is all that it has for a verger.</p></article></body></html>`;

/** An instance with a post that quotes an address, and with another post. */
async function begun() {
  const i = new Instance(null, { PUBLISH: "all" });
  const add = async (document: object) =>
    (await i.call<{ id: string }>("POST", "/v1/documents", { platform: "forum", ...document }, { prefer: "wait" })).body.id;
  await i.call("POST", "/v1/claims", { text: CLAIM });
  const quoting = await add({ platformId: "p1", text: `${CLAIM}, see there`, quoteOf: LINK });
  const meant = await add({ platformId: "p2", text: `${CLAIM}, I read.` });
  await i.settle();
  const address = i.sql<{ id: string }>("SELECT id FROM document WHERE url = ?", LINK)[0]?.id ?? "";
  const decide = () => i.call("POST", `/v1/documents/${address}/resolve`, { to: meant });
  const taken = () => i.sql<{ as: string | null }>('SELECT resolved_id AS "as" FROM document WHERE id = ?', address)[0]?.as;
  const quoted = () => i.sql<{ id: string }>("SELECT parent_id AS id FROM document WHERE id = ?", quoting)[0]?.id;
  return { i, add, address, meant, decide, taken, quoted };
}

test("a visit leaves an address with the document that a person takes it for", async () => {
  const answers = { [LINK]: page(LINK, html(LONG)), [LONG]: page(LONG, html(LONG)) };
  for (let moment = 0, isReached = true; isReached; moment++) {
    const { i, add, address, meant, decide, taken, quoted } = await begun();
    const visit = due(i, "follow", address, LINK);
    isReached = false;
    let status = 0;
    const atMoment = async (batch: number, _: unknown, commit: () => unknown) => {
      if (batch === moment && !isReached) {
        isReached = true;
        ({ status } = await decide());
      }
      return commit();
    };
    await i.interfered(atMoment, () => run(i, answers, [visit]));
    await run(i, answers, [visit]);
    await i.settle();
    // Once the visit has said what the address is, that is known.
    if (isReached && status !== 422) {
      assert.equal(status, 200);
      assert.deepEqual([taken(), quoted()], [meant, meant], `decided before write ${moment} of the visit`);
      const later = await add({ platformId: "p3", text: `${CLAIM}, again`, quoteOf: LINK });
      assert.equal(i.sql<{ id: string }>("SELECT parent_id AS id FROM document WHERE id = ?", later)[0]?.id, meant);
    }
    assert.deepEqual(await faultsOf(i), []);
    assert.ok(isReached || moment > 3);
    i.close();
  }
});

test("an address that a person took for another document is itself once its page comes; what was moved stays", async () => {
  const { i, address, meant, decide, taken, quoted } = await begun();
  assert.equal((await decide()).status, 200);
  await run(i, { [LINK]: page(LINK, html(LINK)) }, [due(i, "follow", address, LINK)]);
  await i.settle();
  assert.deepEqual([taken(), quoted()], [null, meant]);
  const [line] = i.sql("SELECT id, document_id AS document FROM sighting WHERE document_id = ?", address);
  assert.ok(line);
  assert.equal((await i.call("POST", "/v1/decisions", { items: [{ ...line, do: "accept" }] })).status, 200);
  const { body } = await i.call<{ documents: { id: string }[] }>("GET", "/v1/documents?limit=50");
  assert.ok(body.documents.some(({ id }) => id === address));
  assert.deepEqual(await faultsOf(i), []);
  // As an older version left it.
  i.sql("UPDATE document SET resolved_id = ? WHERE id = ?", meant, address);
  assert.equal((await faultsOf(i)).length, 1);
  i.db.exec(migrations().find((sql) => sql.includes("SET resolved_id = NULL")) ?? "");
  assert.deepEqual([taken(), await faultsOf(i)], [null, []]);
  i.close();
});
