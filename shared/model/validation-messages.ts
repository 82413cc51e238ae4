/** Validation messages for people who send JSON: plain words that go on from the name of a field, as in "/text must not be empty". */
import type * as z from "zod";

/** What a size counts, by the type of the value. */
const COUNTED_UNITS: Record<string, string> = { string: "character", array: "item" };
const TYPE_NAMES: Record<string, string> = {
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function nameOfInput(input: unknown, expected: string): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return TYPE_NAMES["array"] as string;
  if (typeof input === "number" && (expected === "int" || !Number.isFinite(input))) return String(input);
  return TYPE_NAMES[typeof input] ?? typeof input;
}

function allowedValues(values: readonly unknown[]): string {
  const list = values.map((value) => (typeof value === "string" ? `"${value}"` : String(value))).join(", ");
  return values.length > 1 ? `must be one of ${list}` : `must be ${list}`;
}

function sizeLimit(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall>): string {
  const tooBig = issue.code === "too_big";
  const limit = tooBig ? issue.maximum : issue.minimum;
  const inclusive = tooBig ? "at most" : "at least";
  const exclusive = tooBig ? "less than" : "more than";
  const bound = issue.inclusive ? inclusive : exclusive;
  const amount = `${issue.exact ? "exactly" : bound} ${limit}`;
  const unit = COUNTED_UNITS[issue.origin];
  if (unit && !tooBig && limit === 1 && !issue.exact) return "must not be empty";
  return unit ? `must have ${amount} ${unit}${limit === 1 ? "" : "s"}` : `must be ${amount}`;
}

const NO_FORM = "matches none of the accepted forms";
/** What is wrong with a value that may have any of several forms, by each form. A message about a field of a form names the field. */
function eitherOf(forms: readonly (readonly z.core.$ZodIssue[])[]): string {
  const said = forms.flatMap(([first]) => (first ? `${first.path.map((part) => `/${String(part)} `).join("")}${first.message}` : []));
  // "must be a, not c" and "must be b, not c" have one end in common, which is given once.
  const wanted = said.map((one) => one.replace(/^must be (.*?)(?:, not [^,]*)?$/, "$1"));
  const end = /, not [^,]*$/.exec(said[0] ?? "")?.[0] ?? "";
  if (said.every((one) => one.startsWith("must be ") && (one.endsWith(end) || !one.includes(", not "))))
    return `must be ${[...new Set(wanted)].join(" or ")}${end}`;
  return [...new Set(said)].join(", or ");
}

/**
 * The message of a zod issue. Given to zod as its locale; zod's own English ("Too small: expected string to have >=1 characters") is for
 * developers.
 */
export function validationMessage(issue: z.core.$ZodRawIssue): string {
  const missing = issue.input === undefined ? "is missing; it " : "";
  switch (issue.code) {
    case "too_big":
    case "too_small":
      return sizeLimit(issue);
    case "invalid_type": {
      const wanted = `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
      // A query parameter that is no number arrives as NaN; its original text is not known here.
      if (Number.isNaN(issue.input)) return wanted;
      return missing ? missing + wanted : `${wanted}, not ${nameOfInput(issue.input, issue.expected)}`;
    }
    case "invalid_value":
      return missing + allowedValues(issue.values);
    case "invalid_format":
      return issue.format === "regex" ? `must match ${issue.pattern}` : `must be a valid ${issue.format === "url" ? "URL" : issue.format}`;
    case "invalid_key":
      return "has a key that is not valid";
    case "invalid_union":
      if (Array.isArray(issue.options) && issue.options.length) return allowedValues(issue.options);
      return eitherOf(issue.errors) || NO_FORM;
  }
  return NO_FORM;
}
