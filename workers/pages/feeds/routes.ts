/** Feeds of the instance (`/feed.atom`, `.rss`, `.json`: what readers may see), and feeds of subscriptions, under a secret name. */
import type { Context, Hono } from "hono";
import { digest } from "../../../shared/model/id.ts";
import { atomFeed, type Feed, jsonFeed, rssFeed } from "../../../shared/notify/feed.ts";
import type { Env } from "../../env.d.ts";
import { newestMessages } from "../../notify/feed.ts";
import { Db } from "../../store/d1.ts";
import { type Subscription, selectFeed, subscriptionOf } from "../../store/notify/subscriptions.ts";
import { notFound } from "../claim/routes.ts";

type Ctx = Context<{ Bindings: Env }>;
const FORMATS: Record<string, { type: string; write(feed: Feed): string }> = {
  atom: { type: "application/atom+xml; charset=utf-8", write: atomFeed },
  rss: { type: "application/rss+xml; charset=utf-8", write: rssFeed },
  json: { type: "application/feed+json; charset=utf-8", write: jsonFeed },
};
/** What readers may see of every claim. */
const PUBLIC = { name: "Whence", owner: "", filter: { types: [], claims: [], sure: true } };

async function answer(c: Ctx, db: Db, wish: Pick<Subscription, "name" | "owner" | "filter">, control: string): Promise<Response> {
  const format = FORMATS[c.req.path.split(".").at(-1) ?? ""];
  const { origin } = new URL(c.req.url);
  if (!format) return notFound(c, db, "A feed ends in .atom, .rss or .json.");
  const found = await newestMessages(db, wish, origin);
  // Readers can see a claim's page, but not what changed in a text.
  const messages = wish === PUBLIC ? found.map((one) => ({ ...one, changes: null })) : found;
  return new Response(format.write({ title: wish.name, self: c.req.url.split("?")[0] ?? "", page: `${origin}/`, messages }), {
    headers: {
      "content-type": format.type,
      "cache-control": control,
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    },
  });
}

/** Puts the feeds on an app. */
export function feedPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/:file{feed\\.(?:atom|rss|json)}", (c) => answer(c, new Db(c.env.DB), PUBLIC, "public, max-age=60"));
  app.get("/feeds/:file{[a-z0-9]{32}\\.(?:atom|rss|json)}", async (c) => {
    const db = new Db(c.env.DB);
    const row = await db.first(selectFeed(db, digest(`feed:${c.req.param("file").split(".")[0]}`)));
    if (!row) return notFound(c, db, "No feed has this address; it may have been ended.");
    return answer(c, db, subscriptionOf(row), "private, max-age=60");
  });
}
