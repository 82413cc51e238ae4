import assert from "node:assert/strict";
import { test } from "node:test";
import { Columns } from "../../workers/store/rows.ts";

test("a row is read and written by one list of columns", () => {
  const columns = new Columns("claim_id, quotes json, reported_by as toldBy json, is_primary as primary flag, seen_at");
  assert.deepEqual(columns.names, ["claim_id", "quotes", "reported_by", "is_primary", "seen_at"]);
  const row = { claim_id: "c1", quotes: '["a"]', reported_by: null, is_primary: 1, seen_at: 5, other: "x" };
  const object = { claimId: "c1", quotes: ["a"], toldBy: null, primary: true, seenAt: 5 };
  assert.deepEqual(columns.read(row), object);
  assert.deepEqual(columns.values(object), ["c1", '["a"]', null, 1, 5]);
  assert.deepEqual(columns.read({}), { claimId: null, quotes: null, toldBy: null, primary: false, seenAt: null });
});
