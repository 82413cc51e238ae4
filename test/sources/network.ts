/** How an adapter's requests end when the network answers without a body. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceRequest } from "../../workers/sources/adapter.ts";
import { fetchSource } from "../../workers/sources/http/fetch.ts";

const NOW = Date.UTC(2026, 2, 1);

/** Declares the test of an adapter's first requests. */
export function networkOf(requests: readonly SourceRequest[]): void {
  test("its requests end as http.ts says where nothing is new, or where it is told to wait", async () => {
    const { fetch } = globalThis;
    const MINUTE = 60_000;
    const ends = async (status: number, headers: Record<string, string>) => {
      // The network alone is stood in for.
      globalThis.fetch = async () => new Response(null, { status, headers });
      const options = { userAgent: "Whence/0.1 (+mailto:desk@paper.example)", etag: '"v1"', now: () => NOW };
      // Names under .example are nobody's, and not visited.
      return Promise.all(
        requests.map((request) => fetchSource({ ...request, url: request.url.replace(/\.example(?=[/:?]|$)/, ".org") }, options)),
      );
    };
    try {
      for (const outcome of await ends(304, {})) assert.equal(outcome.kind, "not_modified");
      for (const [value, wait] of [
        ["120", 2 * MINUTE],
        [new Date(NOW + 10 * MINUTE).toUTCString(), 10 * MINUTE],
        ["9".repeat(40), 1440 * MINUTE],
        ["soon", null],
      ] as const)
        for (const outcome of await ends(429, { "retry-after": value }))
          assert.deepEqual([outcome.kind, outcome.kind === "throttled" && outcome.retryAfter], ["throttled", wait], value);
    } finally {
      globalThis.fetch = fetch;
    }
  });
}
