import assert from "node:assert/strict";
import { test } from "node:test";
import { range } from "../../shared/model/time.ts";
import { PRINTED_AS_JSON, SIGHTING_COLUMNS, sightingOf, valuesOf } from "../../workers/store/relations/stored-sighting.ts";
import { row } from "../shared/timeline/rows.ts";

test("what a document of a graph prints has the times of its sighting, which are counted from another column", () => {
  const stored = { ...row("a", { at: Date.UTC(2025, 4, 12, 23, 59), published: range(null, Date.UTC(2025, 4, 13, 23, 59), "text") }) };
  const cells = Object.fromEntries(SIGHTING_COLUMNS.map((column, i) => [column, valuesOf(stored as never)[i] ?? null]));
  const printed = [...PRINTED_AS_JSON.matchAll(/'(\w+)', s\.\1/g)].map(([, column = ""]) => column);
  const read = sightingOf({ ...Object.fromEntries(printed.map((column) => [column, cells[column] ?? null])), detail: "{}" });
  assert.deepEqual(read.published, stored.published);
});
