/** The description of the API: /openapi.json, and the same as a page at /docs. */
import type { Hono } from "hono";
import { etag } from "hono/etag";
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
  app.use("/openapi.json", etag());
  app.use("/docs", etag());
  app.get("/openapi.json", (c) =>
    c.body(json(), 200, {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      ...CACHED,
    }),
  );
  app.get("/docs", (c) => respond(c, page(), new Db(c.env.DB), 200, CACHED));
}
