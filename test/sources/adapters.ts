/** Short ways to call an adapter: an answer to its own request, and everything that one run finds. */
import type { Adapter, Answer, Found, RequestContext, SourceRequest } from "../../workers/sources/adapter.ts";

export const NOW = Date.UTC(2025, 5, 1, 12);
export const FIRST: RequestContext = { since: null, now: NOW, secrets: {} };

/** What came back for a request. */
export function answerTo(request: SourceRequest, body: unknown, headers: Record<string, string> = {}): Answer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { request, url: request.url, contentType: "application/json", headers, text, at: NOW };
}

/** One run, in the order of a queue: the server is a table from path and query to a body. Requests that it does not know are listed. */
export function run(adapter: Adapter, config: unknown, server: Record<string, unknown>, context: RequestContext = FIRST) {
  const checked = adapter.config.parse(config);
  const found: Found = { documents: [], verdicts: [], next: [], links: [], gone: [], skipped: [] };
  const queue = adapter.requests(checked, context);
  const asked: SourceRequest[] = [];
  const unknown: string[] = [];
  for (let request = queue.shift(); request; request = queue.shift()) {
    if (asked.length === 100) throw new Error("a run without end");
    asked.push(request);
    const { pathname, search } = new URL(request.url);
    const body = server[pathname + decodeURIComponent(search)] ?? server[pathname];
    if (body === undefined) {
      unknown.push(pathname + search);
      continue;
    }
    const withHeaders = typeof body === "object" && body !== null && "body" in body && "headers" in body;
    const answer = withHeaders ? answerTo(request, body.body, body.headers as Record<string, string>) : answerTo(request, body);
    const part = adapter.parse(answer, checked, context);
    for (const key of ["documents", "verdicts", "links", "gone", "skipped"] as const) (found[key] as unknown[]).push(...part[key]);
    queue.push(...part.next);
  }
  return { ...found, asked, unknown };
}
