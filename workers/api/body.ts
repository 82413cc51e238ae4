/** Reads request bodies: size limit, UTF-8, JSON, schema. Each fault has a problem of its own. */
import type * as z from "zod";
import { bytesUpTo } from "../sources/http/body.ts";
import { fieldErrors, Problem } from "./problem.ts";

/** Maximum depth of JSON: more than any valid input has; JSON.parse itself would accept thousands of levels. */
const MAX_DEPTH = 32;

/**
 * A body over its limit is still read and discarded, up to this many bytes: a client that is still sending when the answer comes sees a lost
 * connection (through wrangler's proxy a 500) instead of the answer.
 */
const MAX_DRAINED_BYTES = 67_108_864;

/** Reads and discards what no handler has read of a body, for the same reason. */
export async function drain(request: Request): Promise<void> {
  if (!request.body) return;
  let size = 0;
  try {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) if ((size += part.byteLength) > MAX_DRAINED_BYTES) break;
  } catch {
    // It was read to its end, or the client has closed the connection, so there is nobody to answer.
  }
}

/** The media type of a request's body, in lower case and without parameters; "" without one. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** The body as text. Throws a Problem: too large (413), of another type or compressed (415), not UTF-8 (400). */
export async function readText(request: Request, types: readonly string[], limit: number): Promise<string> {
  const given = mediaTypeOf(request);
  if (!types.includes(given))
    throw new Problem("unsupported-type", `Send ${types.join(" or ")}${given ? `, not ${given.slice(0, 80)}` : ""}.`);
  const encoding = request.headers.get("content-encoding");
  if (encoding && encoding !== "identity") throw new Problem("unsupported-type", "Send the body without Content-Encoding.");
  const { bytes, whole } = await bytesUpTo(request.body, limit);
  if (!whole) throw new Problem("too-large", `The body may have up to ${limit} bytes.`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable("bad-encoding", "The body is not valid UTF-8.");
  }
}

/** The problem of a body that cannot be read at all. */
const unreadable = (type: "bad-encoding" | "bad-json", detail: string) => new Problem(type, detail, [{ pointer: "#", detail }]);

/** Parses JSON. Throws a Problem (400) that says what is wrong in plain words. */
export function parseJson(text: string): unknown {
  if (!text) throw unreadable("bad-json", "The body is empty.");
  const deep = tooDeep(text);
  if (deep) throw unreadable("bad-json", `The JSON is nested deeper than ${MAX_DEPTH} levels.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(
      "bad-json",
      `This is not JSON: ${String(error)
        .replace(/^SyntaxError: /, "")
        .toWellFormed()
        .slice(0, 200)}`,
    );
  }
}
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

/** Parses a body with its schema. Throws a Problem (422) with a pointer for each fault. */
export function check<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error);
  throw new Problem(
    "invalid",
    errors
      .map((e) => `${e.pointer || "the body"} ${e.detail}`)
      .join("; ")
      .slice(0, 500),
    errors.map((e) => ({ detail: e.detail, pointer: `#${e.pointer}` })),
  );
}
/** Parses path or query parameters with their schema. Throws a Problem (422) with the name of each wrong parameter. */
export function checkParameters<T extends z.ZodType>(schema: T, value: Record<string, string>): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error).map((e) => ({ detail: e.detail, parameter: e.pointer.slice(1) }));
  throw new Problem(
    "invalid",
    errors
      .map((e) => `${e.parameter} ${e.detail}`)
      .join("; ")
      .slice(0, 500),
    errors,
  );
}
