import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "../../eval/copies.ts";

test("near-copies made by cutting, reordering, retyping and changing are found, texts on the same topic left alone, changes named", (t) => {
  const { recall, precision, falseEdges, kindRecall, kindPrecision } = evaluate();
  t.diagnostic(JSON.stringify({ recall, precision, falseEdges, kindRecall, kindPrecision }));
  assert.equal(falseEdges, 0);
  assert.ok(precision >= 0.98 && recall >= 0.93);
  assert.ok(kindRecall >= 0.75 && kindPrecision >= 0.8);
});
