/** The description of the API: /openapi.json, and the same as a page at /docs. */
import type { Context, Hono } from "hono";
import { matchesEtag } from "../../../shared/etag.ts";
import { digest } from "../../../shared/model/id.ts";
import { once } from "../../../shared/text/once-per.ts";
import type { Env } from "../../env.d.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { docsPage } from "./docs.ts";

const CACHED = { "cache-control": "public, max-age=60, stale-while-revalidate=86400" };

/** Puts both routes on an app. They are made at the first request (about 30 ms of CPU) and kept as long as the isolate lives. */
export function docsPages(app: Hono<{ Bindings: Env }>, makeDocument: () => Record<string, unknown>): void {
  const document = once(makeDocument);
  const json = once(() => JSON.stringify(document()));
  const page = once(() => docsPage(document()));
  const [jsonTag, pageTag] = [once(() => `"${digest(json())}"`), once(() => `"${digest(page().html)}"`)];
  /** The answer with its ETag; without a body where the caller has it. */
  const tagged = (c: Context, etag: string, answer: (headers: Record<string, string>) => Response) =>
    matchesEtag(c.req.header("if-none-match"), etag)
      ? new Response(null, { status: 304, headers: { ...CACHED, etag } })
      : answer({ ...CACHED, etag });
  app.get("/openapi.json", (c) =>
    tagged(c, jsonTag(), (headers) =>
      c.body(json(), 200, {
        "content-type": "application/json",
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
        ...headers,
      }),
    ),
  );
  app.get("/docs", (c) => tagged(c, pageTag(), (headers) => respond(c, page(), new Db(c.env.DB), 200, headers)));
}
