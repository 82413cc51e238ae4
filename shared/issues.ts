/** What is wrong with a value, in plain words that go on from the name of its field: "/text must have at least 1 character". */
import type * as z from "zod/mini";

const COUNTED: Record<string, string> = { string: "character", array: "item" };
/** Types as who writes JSON calls them. */
const TYPES: Record<string, string> = {
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const typeOf = (input: unknown) =>
  input === null
    ? "null"
    : Array.isArray(input)
      ? "a list"
      : typeof input === "number" && !Number.isFinite(input)
        ? String(input)
        : (TYPES[typeof input] ?? typeof input);
const oneOf = (values: readonly unknown[]) =>
  `must be ${values.length > 1 ? "one of " : ""}${values.map((value) => (typeof value === "string" ? `"${value}"` : String(value))).join(", ")}`;

/** The message of an issue. */
export function issueInWords(issue: z.core.$ZodRawIssue): string {
  const { code, origin, exact, inclusive, maximum, minimum, options } = issue as Record<string, unknown>;
  const bound = (than: string, beyond: string, limit: unknown) => {
    const thing = COUNTED[String(origin)];
    const most = `${exact ? "exactly" : inclusive ? than : beyond} ${limit}`;
    return thing ? `must have ${most} ${thing}${limit === 1 ? "" : "s"}` : `must be ${most}`;
  };
  if (code === "too_big") return bound("at most", "less than", maximum);
  if (code === "too_small") return bound("at least", "more than", minimum);
  const missing = issue.input === undefined ? "is missing; it " : "";
  if (issue.code === "invalid_type") {
    const wanted = `must be ${TYPES[issue.expected] ?? issue.expected}`;
    return missing ? missing + wanted : `${wanted}, not ${typeOf(issue.input)}`;
  }
  if (issue.code === "invalid_value") return missing + oneOf(issue.values);
  if (issue.code === "invalid_format") return issue.format === "regex" ? `must match ${issue.pattern}` : `must be a valid ${issue.format}`;
  if (issue.code === "invalid_key") return "has a key that is not valid";
  return Array.isArray(options) && options.length ? oneOf(options) : "is of no form that is known here";
}
