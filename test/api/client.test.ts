/** The typed client (sdk/client.ts): what it sends again, what it throws, and lists as iterators. */
import assert from "node:assert/strict";
import { test } from "node:test";

type Fetch = (request: Request) => Promise<Response>;
type Call = (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
// By a name that the compiler does not follow: the types are made by `npm run sdk`.
const { dataOf, rowsOf, WhenceError, whence } = (await import(String("../../sdk/client.ts"))) as {
  dataOf(answer: object): unknown;
  rowsOf(page: (cursor: string | undefined) => ReturnType<Call>): AsyncIterable<{ id: string }>;
  WhenceError: new () => Error & { status: number; problem: { errors: object[] } | null };
  whence(address: string, key?: string, options?: { retries?: number; fetch?: Fetch }): { GET: Call; POST: Call };
};
/** A client of a server that gives these answers in turn, and how many requests came. */
function served(answers: (() => Response)[], retries = 2) {
  let sent = 0;
  const fetch: Fetch = async (request) => {
    await request.text();
    const next = answers[sent++];
    assert.ok(next, "no further request was expected");
    return next();
  };
  return { api: whence("https://whence.example", "key", { retries, fetch }), sent: () => sent };
}
const ok = (body: object) => () => Response.json(body);
const refused = (status: number, headers: Record<string, string>) => () => Response.json({ detail: "later" }, { status, headers });
const lost = () => {
  throw new TypeError("fetch failed");
};

test("what may be repeated is sent again, and nothing else", async () => {
  const busy = refused(503, { "retry-after": "0" });
  const reading = served([busy, lost, ok({ status: "ok" })]);
  assert.deepEqual(dataOf(await reading.api.GET("/healthz")), { status: "ok" });
  const changing = served([busy]);
  assert.equal((await changing.api.POST("/v1/claims", { body: { text: "a" } })).response.status, 503);
  const keyed = served([busy, ok({ id: "c" })]);
  const answer = await keyed.api.POST("/v1/claims", { body: { text: "a" }, headers: { "Idempotency-Key": "k" } });
  assert.deepEqual([dataOf(answer), keyed.sent()], [{ id: "c" }, 2]);
  const unset = served([refused(409, {})]);
  assert.equal((await unset.api.GET("/v1/claims")).response.status, 409);
  const tomorrow = served([refused(429, { "retry-after": "86400" })]);
  assert.equal((await tomorrow.api.GET("/v1/claims")).response.status, 429);
});
test("a signal ends the wait for a repetition", async () => {
  const { api, sent } = served([refused(503, { "retry-after": "30" })]);
  await assert.rejects(api.GET("/v1/claims", { signal: AbortSignal.timeout(20) }), { name: "TimeoutError" });
  assert.equal(sent(), 1);
});
test("a refusal is thrown with its problem, and an answer of others without one", async () => {
  const problem = { detail: "/text must have words", errors: [{ pointer: "#/text", detail: "must have words" }] };
  const thrown = async (answer: () => Response) => {
    try {
      dataOf(await served([answer], 0).api.GET("/v1/claims"));
    } catch (error) {
      assert.ok(error instanceof WhenceError);
      return error;
    }
    return assert.fail("nothing was thrown");
  };
  const refusal = await thrown(() => Response.json(problem, { status: 422 }));
  assert.deepEqual([refusal.status, refusal.problem?.errors], [422, problem.errors]);
  assert.equal((await thrown(() => new Response("<h1>Bad gateway</h1>", { status: 502 }))).problem, null);
});
test("a list is read page by page", async () => {
  const { api, sent } = served([
    ok({ claims: [{ id: "a" }, { id: "b" }], next: "2" }),
    ok({ claims: [], next: "3" }),
    ok({ claims: [{ id: "c" }], next: null }),
  ]);
  const cursors: (string | undefined)[] = [];
  const ids: string[] = [];
  const page = (cursor: string | undefined) => {
    cursors.push(cursor);
    return api.GET("/v1/claims", { params: { query: { cursor } } });
  };
  for await (const { id } of rowsOf(page)) ids.push(id);
  assert.deepEqual([ids, cursors, sent()], [["a", "b", "c"], [undefined, "2", "3"], 3]);
});
