import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { issueInWords } from "../../shared/issues.ts";

test("what is wrong is said as zod itself says it", () => {
  const theirs = en().localeError;
  const schemas = [
    z.string().check(z.minLength(2), z.maxLength(3)),
    z.string().check(z.regex(/^d[0-9]+$/)),
    z.string().check(z.length(4)),
    z.url(),
    z.iso.datetime(),
    z.number().check(z.minimum(1), z.maximum(5)),
    z.number().check(z.gt(1), z.lt(5)),
    z.int(),
    z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
    z.enum(["one", "two"]),
    z.literal("one"),
    z.literal(1),
    z.union([z.string(), z.null()]),
    z.discriminatedUnion("type", [z.object({ type: z.literal("a") }), z.object({ type: z.literal("b") })]),
    z.record(z.string().check(z.maxLength(3)), z.string()),
    z.strictObject({ a: z.string() }),
    z.boolean(),
    z.date(),
  ];
  const values = [
    undefined,
    null,
    "",
    "abcdef",
    "d",
    0,
    9,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    ["a", "b", "c"],
    {},
    { type: "c" },
    { abcdef: "x" },
    { a: 1, b: 2 },
    true,
  ];
  let told = 0;
  for (const schema of schemas)
    for (const value of values) {
      // Unknown fields are told by the API itself.
      const messages = (error: (issue: z.core.$ZodRawIssue) => unknown) =>
        schema
          .safeParse(value, { error: (issue) => (issue.code === "unrecognized_keys" ? "" : String(error(issue))) })
          .error?.issues.map((i) => i.message) ?? [];
      const expected = messages(theirs);
      assert.deepEqual(messages(issueInWords), expected, JSON.stringify(value));
      told += expected.length;
    }
  assert.ok(told > 150);
});
