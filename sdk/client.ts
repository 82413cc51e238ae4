/** A typed client of an instance: https://openapi-ts.dev/openapi-fetch with the types that `npm run sdk` makes. */
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./dist/schema.d.ts";

export type Whence = Client<paths>;

/** A client of the instance at an address, with a key if you have one. Each call gives `{ data }` or `{ error }`, a problem (RFC 9457). */
export function whence(baseUrl: string, key?: string): Whence {
  return createClient<paths>({ baseUrl, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });
}
/** The data of an answer. Throws the problem's words if there is none. */
export function dataOf<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data !== undefined) return answer.data;
  const { detail } = (answer.error ?? {}) as { detail?: string };
  throw new Error(`${answer.response.status} ${answer.response.url}: ${detail ?? "no answer"}`);
}
