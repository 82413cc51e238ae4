import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { widthOf, wrap } from "../../workers/pages/ui/wrap.ts";
import { assertCheap } from "../cpu.ts";

test("lines are no wider than asked for and hold the words in order", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 })), fc.integer({ min: 60, max: 900 }), (parts, width) => {
      const lines = wrap(parts.join(" "), 20, width, 50);
      for (const line of lines) assert.ok(widthOf(line, 20) <= width || [...line].length === 1, line);
    }),
  );
  assert.deepEqual(wrap("the bolts are made of plastic", 20, 170, 5), ["the bolts are", "made of plastic"]);
});
test("what does not fit in the last line ends in …", () => {
  const lines = wrap("one two three four five six seven eight nine ten", 20, 120, 2);
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? "", /…$/);
});
test("Chinese breaks anywhere; a long word is broken; nothing gives nothing; 50,000 characters take no time", () => {
  assert.ok(wrap("据称该公司在基准测试中作弊并隐瞒了结果", 20, 100, 9).length > 2);
  assert.ok(wrap("x".repeat(60), 20, 100, 9).length > 2);
  assert.deepEqual(wrap("", 20, 100, 3), []);
  assertCheap(() => [wrap("word ".repeat(10_000), 20, 600, 3), wrap("w".repeat(50_000), 20, 600, 3)], 500, "both");
});
