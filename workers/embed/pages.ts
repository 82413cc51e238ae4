/** The pages of a claim: /c/{id} and /embed/{id}. Answered from the claim's revision: 304 costs two rows. */
import type { Context, Hono } from "hono";
import { parseTime } from "../../shared/time.ts";
import { problemPage } from "../console/problem.ts";
import type { Env } from "../env.d.ts";
import { Db } from "../store/d1.ts";
import { etagOf, placeIn, readClaim, timelinePage } from "../store/timelines.ts";
import { claimPage } from "./claim.ts";
import type { Page } from "./html.ts";
import { embedPage } from "./page.ts";
import { viewerOf } from "./session.ts";
import { READER, type Viewer } from "./viewer.ts";

type Ctx = Context<{ Bindings: Env }>;
/** Events on one page: enough for nearly every story, and 15 KB. */
const EVENTS = 200;
const ID = /^c[0-9a-z]{26}$/;

/** An HTML answer with its policy. `cost` adds the D1 rows in development. */
export function respond(c: Ctx, page: Page, db: Db, status = 200, headers: Record<string, string> = {}): Response {
  const cost: Record<string, string> =
    c.env.WHENCE_ENV === "development"
      ? { "server-timing": `d1;dur=${db.cost.ms.toFixed(1)};desc="read=${db.cost.read} written=${db.cost.written}"` }
      : {};
  return new Response(page.html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": page.csp,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cache-control": "no-store",
      ...cost,
      ...headers,
    },
  });
}
export function notFound(c: Ctx, db: Db, detail: string): Response {
  return respond(c, problemPage({ status: 404, title: "There is no such page", detail, baseUrl: new URL(c.req.url).origin }), db, 404);
}
/** A private claim is for editors; an embed knows no sessions, and shows it on a developer's own machine only. */
async function claimAt(db: Db, id: string, asOf: number | null, viewer: Viewer) {
  if (!ID.test(id)) return null;
  const claim = await readClaim(db, id, asOf);
  return claim && (claim.visibility !== "private" || viewer.may("read")) ? claim : null;
}
const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], normal: T): T =>
  allowed.find((a) => a === value) ?? normal;

async function timelineAnswer(c: Ctx, surface: "embed" | "claim"): Promise<Response> {
  const db = new Db(c.env.DB);
  const asked = c.req.query("asOf");
  const asOf = asked === undefined ? null : (parseTime(asked.slice(0, 64), "human")?.latest ?? null);
  const known = await viewerOf(c, db);
  const viewer = surface === "claim" || known.open ? known : READER;
  const claim = await claimAt(db, c.req.param("id") ?? "", asOf, viewer);
  if (!claim) return notFound(c, db, "No claim has this address, or it is not public.");
  const query = new URL(c.req.url).search.slice(0, 300);
  const etag = etagOf(claim, surface, viewer.key, query === "" ? null : encodeURIComponent(query));
  const cached: Record<string, string> = {
    etag,
    "cache-control":
      claim.visibility === "private" || viewer.key !== null
        ? "private, no-cache"
        : "public, max-age=60, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800",
  };
  const match = c.req.header("if-none-match");
  if (match && (match.trim() === "*" || match.split(",").some((part) => part.trim().replace(/^W\//, "") === etag)))
    return new Response(null, { status: 304, headers: cached });
  const { timeline, next } = await timelinePage(db, claim, { place: placeIn(c.req.query("cursor") ?? ""), limit: EVENTS, asOf });
  const baseUrl = new URL(c.req.url).origin;
  // Times are told in UTC: a server does not know where its reader is.
  const say = { tz: "UTC", lang: "en" };
  const nextUrl = next && `${baseUrl}/c/${claim.id}?cursor=${next}`;
  if (surface === "embed") {
    const lead = Math.min(20, Math.max(0, Math.trunc(Number(c.req.query("lead") ?? 3)) || 0));
    const theme = oneOf(c.req.query("theme"), ["auto", "light", "dark"] as const, "auto");
    return respond(
      c,
      embedPage(timeline, { baseUrl, theme, lead, compact: c.req.query("compact") === "1", ...say, next: nextUrl }),
      db,
      200,
      cached,
    );
  }
  const source = encodeURIComponent(`${baseUrl}/c/${claim.id}`);
  return respond(c, claimPage(timeline, { baseUrl, ...say, next: nextUrl, viewer }), db, 200, {
    ...cached,
    link: ["json", "xml"]
      .map(
        (f) =>
          `<${baseUrl}/oembed?url=${source}&format=${f}>; rel="alternate"; type="${f === "json" ? "application/json" : "text/xml"}+oembed"`,
      )
      .join(", "),
  });
}

/** Puts the claim's pages on an app. */
export function embedPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/c/:id", (c) => timelineAnswer(c, "claim"));
  app.get("/embed/:id", (c) => timelineAnswer(c, "embed"));
}
