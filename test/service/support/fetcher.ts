/** A Worker that only fetches: our fetch on the real runtime, and plain `fetch` as the control. */
import type { SourceRequest } from "../../../workers/sources/adapter.ts";
import { type FetchOptions, fetchSource, userAgent } from "../../../workers/sources/http/fetch.ts";

export interface Job {
  request: SourceRequest;
  options?: Omit<FetchOptions, "userAgent" | "now" | "mayVisit"> & { userAgent?: string };
  /** What `mayVisit` says of URLs that contain this. */
  forbidden?: string;
  /** The control: the platform's own fetch, which follows and checks nothing. */
  unguarded?: boolean;
}

export default {
  async fetch(call: Request): Promise<Response> {
    const { request, options, forbidden, unguarded } = (await call.json()) as Job;
    if (unguarded) {
      const status = await fetch(request.url, { signal: AbortSignal.timeout(2000) })
        .then(async (response) => {
          await response.body?.cancel();
          return response.status;
        })
        .catch(() => 0);
      return Response.json({ status });
    }
    const outcome = await fetchSource(request, {
      userAgent: userAgent("desk@paper.example") ?? "",
      ...options,
      mayVisit: async (url) => (forbidden && url.includes(forbidden) ? "the test forbids it" : null),
    });
    return Response.json(outcome);
  },
};
