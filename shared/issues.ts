/** What is wrong with a value, in the words of zod's own English, which has them for much that no schema here knows. */
import type * as z from "zod/mini";

const UNITS: Record<string, string> = { string: "characters", array: "items" };
const typeOf = (input: unknown) =>
  input === null
    ? "null"
    : Array.isArray(input)
      ? "array"
      : typeof input === "number" && !Number.isFinite(input)
        ? String(input)
        : typeof input;
const printed = (value: unknown) => (typeof value === "string" ? `"${value}"` : String(value));

/** The message of an issue. */
export function issueInWords(issue: z.core.$ZodRawIssue): string {
  const { code, origin, exact, inclusive, maximum, minimum } = issue as Record<string, unknown>;
  const bound = (what: string, sign: string, limit: unknown) => {
    const unit = UNITS[String(origin)];
    const than = `${exact ? "exactly " : `${sign}${inclusive ? "=" : ""}`}${limit}`;
    return `Too ${what}: expected ${origin} to ${unit ? `have ${than} ${unit}` : `be ${than}`}`;
  };
  if (code === "too_big") return bound("big", "<", maximum);
  if (code === "too_small") return bound("small", ">", minimum);
  if (issue.code === "invalid_type") return `Invalid input: expected ${issue.expected}, received ${typeOf(issue.input)}`;
  if (issue.code === "invalid_value")
    return issue.values.length === 1
      ? `Invalid input: expected ${printed(issue.values[0])}`
      : `Invalid option: expected one of ${issue.values.map(printed).join("|")}`;
  if (issue.code === "invalid_format")
    return issue.format === "regex"
      ? `Invalid string: must match pattern ${issue.pattern}`
      : `Invalid ${issue.format === "url" ? "URL" : issue.format === "datetime" ? "ISO datetime" : issue.format}`;
  if (issue.code === "invalid_key") return `Invalid key in ${origin}`;
  const { options } = issue as { options?: unknown[] };
  return options?.length ? `Invalid discriminator value. Expected ${options.map((o) => `'${o}'`).join(" | ")}` : "Invalid input";
}
