/** The description of the API: /openapi.json, and the same as a page at /docs. */
import type { Context, Hono } from "hono";
import { matchesEtag } from "../../../shared/etag.ts";
import { digest } from "../../../shared/model/id.ts";
import { once } from "../../../shared/text/once-per.ts";
import type { Env } from "../../env.d.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import type { Page } from "../ui/html.ts";
import { type Chapter, docsPage } from "./docs.ts";

const CACHED = { "cache-control": "public, max-age=60, stale-while-revalidate=86400" };

/** Puts both routes on an app. Both answers are made at the first request (about 30 ms of CPU) and kept as long as the isolate lives. */
export function docsPages(app: Hono<{ Bindings: Env }>, makeDocument: () => Record<string, unknown>): void {
  const document = once(makeDocument);
  const json = once(() => JSON.stringify(document()));
  const jsonTag = once(() => `"${digest(json())}"`);
  let made: { page: Page; tag: string } | null = null;
  const pageOf = async ({ ASSETS }: Env) => {
    const answer = made ? null : await ASSETS.fetch("https://assets/about/guide.json");
    if (answer && !answer.ok) throw new Error(`no guide among the assets: ${answer.status}`);
    if (answer) {
      const page = docsPage(document(), (await answer.json()) as Chapter[]);
      made = { page, tag: `"${digest(page.html)}"` };
    }
    return made as NonNullable<typeof made>;
  };
  /** The answer with its ETag; 304 without a body if the caller has it. */
  const tagged = (c: Context, etag: string, answer: (headers: Record<string, string>) => Response | Promise<Response>) =>
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
  app.get("/docs", async (c) => {
    const { page, tag } = await pageOf(c.env);
    return tagged(c, tag, (headers) => respond(c, page, new Db(c.env.DB), 200, headers));
  });
}
