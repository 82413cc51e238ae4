/** Projections can be rebuilt from their tables, and `verify` notices when one is wrong. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { claims, documents } from "../support/corpus.ts";
import { type Answer, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const violated = async () => {
  const { body } = await service.get<{ violations: { check: string; subject: string; detail: string }[] }>("/v1/verify");
  return body.violations;
};
async function rebuild(part: string): Promise<void> {
  for (let next: string | null = ""; next !== null; ) {
    const answer: Answer<{ next: string | null }> = await service.call("POST", `/v1/rebuild?part=${part}&after=${next}`);
    assert.equal(answer.status, 200, answer.text);
    next = answer.body.next;
  }
}
const DERIVED = {
  search: ["claim_search"],
  rollups: ["claim_summary"],
  places: ["document"],
  texts: ["text", "text_bucket"],
  suggestions: ["suggestion", "suggestion_count"],
  documents: ["document_search"],
};
/** The rows of a table in an order of their own, without the counter of changes. */
const rowsOf = async (table: string) => {
  const columns =
    table === "claim_search"
      ? "rowid, words, claim_id, scored"
      : table === "claim_summary"
        ? "claim_id, text, status, revision, changed_at, active_at, sightings, responses, platforms, listed, first_responses, verdicts"
        : "*";
  return (await service.sql(`SELECT ${columns} FROM ${table}`)).map((row) => JSON.stringify(row)).sort();
};
const BREAK: Record<keyof typeof DERIVED, string> = {
  search: "DELETE FROM claim_search",
  rollups:
    "UPDATE claim_summary SET sightings = sightings + 7, revision = revision + 2, active_at = 0, platforms = '{\"nowhere\":1}', listed = 1 - listed, text = 'other', first_responses = '[]', verdicts = '[1]'",
  documents: "DELETE FROM document_search",
  suggestions: "UPDATE suggestion SET lead = 1 - lead, band = band + 4",
  places: "UPDATE document SET root_id = id, depth = depth + 3 WHERE parent_id IS NOT NULL",
  texts:
    "UPDATE text SET signature = NULL, first_document_id = 'd00000000000000000000000000', first_at = 9007199254740991 WHERE signature IS NOT NULL",
};

test("each derived part, broken, is named by verify and rebuilt to what it was", async (t) => {
  await service.importLines(claims);
  const report = await service.importLines(documents);
  assert.deepEqual(report.body.rejected, []);
  await service.settle();
  await rebuild("documents");
  assert.deepEqual(await violated(), []);
  for (const part of Object.keys(DERIVED) as (keyof typeof DERIVED)[])
    await t.test(part, async () => {
      const before = await Promise.all(DERIVED[part].map(rowsOf));
      assert.ok(before.every((rows) => rows.length > 0));
      await service.sql(BREAK[part]);
      assert.notDeepEqual(await violated(), [], "verify saw nothing");
      await rebuild(part);
      assert.deepEqual(await violated(), []);
      assert.deepEqual(await Promise.all(DERIVED[part].map(rowsOf)), before);
    });
});
