/** Problems (RFC 9457): thrown where the fault is found, answered in one place (router.ts). */
import type * as z from "zod";

const TITLES = {
  "bad-request": [400, "The request cannot be read"],
  "bad-json": [400, "The body is not JSON"],
  "bad-encoding": [400, "The body is not UTF-8"],
  unauthorized: [401, "A valid key is needed"],
  forbidden: [403, "The key or role does not allow it"],
  "not-found": [404, "There is no such thing"],
  "method-not-allowed": [405, "This address does not take that method"],
  gone: [410, "It was erased here"],
  conflict: [409, "Others are changing the same thing"],
  "not-configured": [409, "Something must be configured first"],
  "too-large": [413, "The body is too large"],
  "unsupported-type": [415, "The content type is not taken here"],
  invalid: [422, "Some values are not valid"],
  "idempotency-key-reused": [422, "The Idempotency-Key was used for another request"],
  "rate-limited": [429, "Too many requests"],
  "not-offered": [501, "This format is not offered"],
  unavailable: [503, "The database is not available"],
  internal: [500, "Something went wrong here"],
} as const satisfies Record<string, readonly [number, string]>;
type ProblemType = keyof typeof TITLES;
/** All types of problems, for the description of the API. */
export const problemTypes = Object.entries(TITLES).map(([type, [status, title]]) => ({
  type,
  status: status as number,
  title: title as string,
}));

interface FieldError {
  detail: string;
  /** JSON pointer into the body, as a fragment: "#/url". */
  pointer?: string;
  /** Name of a path, query or header parameter. */
  parameter?: string;
}

/** An answer with status 4xx or 5xx; throwing it ends the request. */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly status: number;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;

  constructor(type: ProblemType, detail: string, errors: FieldError[] = [], headers: Record<string, string> = {}) {
    super(detail);
    this.type = type;
    this.status = TITLES[type][0];
    this.errors = errors;
    this.headers = headers;
  }

  body(baseUrl: string, path: string) {
    return {
      type: `${baseUrl}/problems/${this.type}`,
      title: TITLES[this.type][1],
      status: this.status,
      detail: this.message,
      instance: path,
      errors: this.errors.length ? this.errors : undefined,
    };
  }
}

/** What a field or parameter names: where nothing has that name, the problem says which one it was. */
export async function namedAt<T>(where: { pointer: string } | { parameter: string }, look: Promise<T>): Promise<T> {
  try {
    return await look;
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== "not-found") throw error;
    const name = "pointer" in where ? where.pointer.slice(1) : where.parameter;
    throw new Problem("not-found", `${name}: ${error.message}`, [{ ...where, detail: error.message }]);
  }
}

/** The problem for an action that cannot be done: 410 if its document is erased, 403 if the caller may not do it, else 422. */
export function refusalOf({
  pointer,
  detail,
  gone,
  forbidden,
}: {
  pointer: string;
  detail: string;
  gone?: true;
  forbidden?: true;
}): Problem {
  const refusal = forbidden ? "forbidden" : "invalid";
  const type = gone ? "gone" : refusal;
  const subject = pointer && detail.startsWith("no ") ? `${pointer}:` : pointer;
  return new Problem(type, `${subject} ${detail}.`.trimStart(), [{ pointer: `#${pointer}`, detail }]);
}

/** A zod issue's path as a JSON pointer (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
/** The first 20 issues of a zod error; each unknown field is an issue of its own. */
export function fieldErrors(error: z.core.$ZodError): { pointer: string; detail: string }[] {
  return error.issues.slice(0, 20).flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.slice(0, 20).map((key) => ({
        pointer: pointerOf([...issue.path, key])
          .toWellFormed()
          .slice(0, 300),
        detail: "is not a known field",
      }));
    return [{ pointer: pointerOf(issue.path).toWellFormed().slice(0, 300), detail: issue.message }];
  });
}
