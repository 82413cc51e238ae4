/**
 * What persons said of a page that was only reported holds for the page when it arrives. Random acts on an address, then the page: under the id of
 * its address and under another one the story is the same, nothing is left at the address, and each line shows what its document is.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { once } from "../../../shared/text/once-per.ts";
import { Instance } from "../support/instance.ts";
import { ADDRESS, CLAIM, PAGE } from "../support/reported-address.ts";
import { faultsOf } from "../support/world.ts";

const RUNS = Number(process.env["RUNS"] ?? (process.env["WHENCE_FULL"] ? 150 : 10));
const HOLDS = "replaced_at = 9007199254740991";
const ACTS = ["say", "query", "deny", "accept", "edit", "reject", "comesFrom", "isSource", "undo"] as const;
type Act = (typeof ACTS)[number];
const POST = {
  platform: "forum",
  url: ADDRESS,
  author: { handle: "u1" },
  publishedAt: "2025-06-01T10:00:00Z",
  text: `${CLAIM}, an old sexton told me.`,
};

async function act(i: Instance, one: Act, claim: string, other: string): Promise<void> {
  const say = (more: object) => i.call("POST", "/v1/sightings", { claim, document: ADDRESS, ...more });
  const actor = { name: "Tarnby parish", kind: "organisation" };
  // What a page told of the address is no line of the post's: once that is here, it is not decided on any more.
  const [line] = i.sql<{ id: string; document: string }>(
    `SELECT s.id, s.document_id AS document FROM sighting s JOIN document d ON d.id = s.document_id WHERE d.url = ?1 AND s.${HOLDS}
       AND (s.method = 'person' OR NOT EXISTS (SELECT 1 FROM document WHERE url = ?1 AND seen = 'observed'))`,
    ADDRESS,
  );
  const decide = (more: object) => line && i.call("POST", "/v1/decisions", { items: [{ ...line, ...more }] });
  const [last] = i.sql<{ id: string }>("SELECT id FROM decision WHERE did <> 'undo' AND undone_by IS NULL ORDER BY at DESC, id LIMIT 1");
  const acts: Record<Act, () => unknown> = {
    say: () => say({ stance: "support" }),
    query: () => say({ stance: "query", quote: "cast from melted tin" }),
    deny: () => say({ response: { type: "denial", standing: "subject", actor } }),
    accept: () => decide({ do: "accept" }),
    edit: () => decide({ do: "edit", edit: { stance: "comment" } }),
    reject: () => decide({ do: "reject" }),
    comesFrom: () => i.call("POST", "/v1/edges", { child: ADDRESS, parent: other, type: "citation" }),
    isSource: () => i.call("POST", "/v1/edges", { child: other, parent: ADDRESS, type: "citation" }),
    undo: () => last && i.call("POST", `/v1/decisions/${last.id}/undo`),
  };
  await acts[one]();
}

/** What each story begins with, saved once: the claim, a post, and the page that tells of the address. */
const begun = once(async () => {
  const i = new Instance(null, { PUBLISH: "all" });
  const add = (document: object) => i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
  const { id: claim } = (await i.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
  const { id: other } = (await add({ ref: "o", kind: "post", text: "Bells are cast in the yard.", publishedAt: "2025-05-01" })).body;
  await add(PAGE);
  await i.settle();
  const saved = i.save();
  i.close();
  return { saved, claim, other };
});
/** The story after some acts on the address, and after the post came: under another id, or not. */
async function storyOf(acts: readonly Act[], late: readonly Act[], platformId: string | undefined) {
  const { saved, claim, other } = await begun();
  const i = new Instance(saved, { PUBLISH: "all" });
  for (const one of acts) await act(i, one, claim, other);
  const { status, body } = await i.call<{ id: string }>("POST", "/v1/documents", { ...POST, platformId });
  assert.ok(status < 300);
  // Before it is read.
  for (const one of late) await act(i, one, claim, other);
  await i.settle();
  const left = i.sql(
    `SELECT 'line' AS what, s.id FROM sighting s JOIN document d ON d.id = s.document_id WHERE s.${HOLDS} AND d.url = ?1 AND d.id <> ?2
     UNION ALL SELECT 'source', e.parent_id FROM edge e JOIN document d ON d.id IN (e.child_id, e.parent_id) WHERE e.${HOLDS} AND d.url = ?1 AND d.id <> ?2`,
    ADDRESS,
    body.id,
  );
  assert.deepEqual(left, []);
  assert.deepEqual(await faultsOf(i), []);
  // Another id is a stronger one: what follows from it alone is left out.
  const plain = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, one) =>
        /^(?:asOf|next|seenAt|recordedAt)$/.test(key) || /^[a-z][\da-z]{26}$/.test(String(one)) ? undefined : one,
      ),
    ) as object;
  const { events } = (
    await i.call<{ events: { document: string; seen: string; author: string | null }[] }>("GET", `/v1/claims/${claim}/timeline`)
  ).body;
  for (const event of events.filter((one) => one.document === body.id))
    assert.deepEqual([event.seen, event.author], ["observed", "@u1"], JSON.stringify(event));
  const responses = (await i.call("GET", `/v1/claims/${claim}/responses`)).body;
  i.close();
  return plain({ events, responses });
}

test("what persons said of an address holds for the page that arrives there, under whatever id", { timeout: 600_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom(...ACTS), { maxLength: 2 }),
      async (acts, late) => {
        // An edge to the address moves when its child is read again: until then the same edge to the page is another decision.
        fc.pre(!(acts.includes("isSource") && late.includes("isSource")));
        assert.deepEqual(await storyOf(acts, late, "p1"), await storyOf(acts, late, undefined));
      },
    ),
    { numRuns: RUNS, endOnFailure: true, ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}) },
  ),
);

test("what persons said of an address goes with the erased page that arrived there, under whatever id", async () => {
  for (const platformId of ["p1", undefined]) {
    const i = new Instance(null, { PUBLISH: "all" });
    const { id: claim } = (await i.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
    await i.call("POST", "/v1/documents", PAGE, { prefer: "wait" });
    const actor = { name: "Quill Grommetfeather" };
    const said = { claim, document: ADDRESS, quote: "a grommetwise sexton", response: { type: "denial", standing: "subject", actor } };
    assert.equal((await i.call("POST", "/v1/sightings", said)).status, 200);
    const { body } = await i.call<{ id: string }>("POST", "/v1/documents", { ...POST, platformId }, { prefer: "wait" });
    assert.ok(i.tablesWith("Grommetfeather").includes("sighting"));
    assert.equal((await i.call("DELETE", `/v1/documents/${body.id}`)).status, 200);
    await i.settle();
    assert.deepEqual([i.tablesWith("Grommetfeather", "grommetwise"), await faultsOf(i)], [[], []]);
    i.close();
  }
});

test("a document that comes from itself, as an older version left it, is stored and read all the same", async () => {
  const i = new Instance();
  const add = (document: object) => i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
  const post = { ...POST, url: undefined, platformId: "p1" };
  const { id } = (await add(post)).body;
  const { id: other } = (await add({ platform: "forum", platformId: "p2", text: "Look at this", quoteOf: ADDRESS })).body;
  for (const [child, parent] of [
    [id, other],
    [other, id],
  ])
    i.sql(
      `INSERT INTO edge (child_id, replaced_at, parent_id, type, basis, confidence, state, is_primary, evidence, method, text_changes, recorded_at)
       SELECT ?1, replaced_at, ?2, 'citation', 'human', 1, 'confirmed', 1, '{"quote":null,"why":"A person says so."}', 'person', '[]', 1 FROM edge LIMIT 1`,
      child ?? "",
      parent ?? "",
    );
  assert.equal((await add({ ...post, url: ADDRESS })).status, 200);
  await i.settle();
  i.close();
});
