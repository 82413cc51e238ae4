/** Validation messages are plain words; nobody who sends JSON needs to know zod. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";
import { validationMessage } from "../../../shared/model/validation-messages.ts";

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: validationMessage }).error?.issues.map((issue) => issue.message) ?? [];

test("a message goes on from the name of its field", () => {
  const union = z.discriminatedUnion("type", [z.object({ type: z.literal("a") }), z.object({ type: z.literal("b") })]);
  const cases: [z.ZodType, unknown, string][] = [
    [z.string(), undefined, "is missing; it must be text in quotes"],
    [z.string(), 5, "must be text in quotes, not a number"],
    [z.string(), null, "must be text in quotes, not null"],
    [z.string().min(1), "", "must not be empty"],
    [z.string().max(3), "abcd", "must have at most 3 characters"],
    [z.string().length(4), "abc", "must have exactly 4 characters"],
    [z.string().regex(/^d[0-9]+$/), "x", "must match /^d[0-9]+$/"],
    [z.number(), "5", "must be a number, not text in quotes"],
    [z.number().min(1), 0, "must be at least 1"],
    [z.number().max(5), 9, "must be at most 5"],
    [z.number().lt(5), 5, "must be less than 5"],
    [z.number().gt(5), 5, "must be more than 5"],
    [z.int(), 1.5, "must be a whole number, not 1.5"],
    [z.number(), Number.NaN, "must be a number"],
    [z.boolean(), "yes", "must be true or false, not text in quotes"],
    [z.array(z.string()).max(1), ["a", "b"], "must have at most 1 item"],
    [z.array(z.string()), {}, "must be a list, not an object"],
    [z.object({}), [], "must be an object, not a list"],
    [z.enum(["one", "two"]), "three", 'must be one of "one", "two"'],
    [z.enum(["one", "two"]), undefined, 'is missing; it must be one of "one", "two"'],
    [z.literal("one"), "two", 'must be "one"'],
    [z.literal(1), 2, "must be 1"],
    [union, { type: "c" }, 'must be one of "a", "b"'],
    [z.url(), "x", "must be a valid URL"],
    [z.record(z.string().max(3), z.string()), { abcd: "x" }, "has a key that is not valid"],
    [z.union([z.string(), z.null()]), 5, "must be text in quotes or null, not a number"],
    [z.union([z.string().min(1), z.literal("me")]), undefined, 'is missing; it must be text in quotes, or is missing; it must be "me"'],
    [
      z.union([z.object({ at: z.string() }), z.object({ url: z.int() })]),
      { at: 5 },
      "/at must be text in quotes, not a number, or /url is missing; it must be a number",
    ],
  ];
  for (const [schema, value, words] of cases) assert.deepEqual(said(schema, value), [words], JSON.stringify(value));
});
