/** The pages of a claim: /c/{id} and /embed/{id}. Answered from the claim's revision: 304 costs two rows. */

import type { Context, Hono } from "hono";
import { matchesEtag } from "../../../shared/etag.ts";
import { isId } from "../../../shared/model/id.ts";
import { instantAsked, tense } from "../../../shared/model/time.ts";
import type { Env } from "../../env.d.ts";
import { instantOfRevision } from "../../store/claims/asof.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { readRevisions } from "../../store/claims/revisions.ts";
import { etagOf, readClaimShown } from "../../store/claims/timelines.ts";
import { wholeTimeline } from "../../store/claims/whole.ts";
import { Db } from "../../store/d1.ts";
import { blockOf, selectBlockAt } from "../../store/jobs/blocks.ts";
import { LAST_INSTANT } from "../../store/versions.ts";
import { html, type Page } from "../ui/html.ts";
import { type FilePage, filePage, requestedLanguage } from "../ui/page-files.ts";
import { problemPage } from "../ui/problem.ts";
import { viewerOf } from "../ui/session.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { claimQueryOf } from "./asked.ts";
import { claimPage, type OfferedFormat } from "./claim.ts";
import { revisionsPage } from "./revisions.ts";

type Ctx = Context<{ Bindings: Env }>;
/** Events on one page: enough for nearly every story, and 15 KB. */
const EVENTS = 200;

/** An HTML answer with its policy. `cost` adds the D1 rows in development. */
export function respond(c: Ctx, page: Page, db: Db, status = 200, headers: Record<string, string> = {}): Response {
  const cost: Record<string, string> = c.env.WHENCE_ENV === "development" ? { "server-timing": db.serverTiming } : {};
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
/** The headers of what is made of a claim and may be cached, and the 304 for a caller who has it. `parts`: what the answer depends on. */
export function cachedAs(c: Ctx, claim: ClaimSummary, control: string, ...parts: (string | null)[]) {
  const etag = etagOf(claim, ...parts);
  const headers: Record<string, string> = { etag, "cache-control": control, vary: "accept-language", "cache-tag": `claim-${claim.id}` };
  return { headers, unchanged: matchesEtag(c.req.header("if-none-match"), etag) ? new Response(null, { status: 304, headers }) : null };
}
/** The page for an address with nothing public. In English it says what is missing there. */
export async function notFound(c: Ctx, db: Db, detail: string): Promise<Response> {
  const baseUrl = new URL(c.req.url).origin;
  const page =
    requestedLanguage(c) === "en"
      ? problemPage({ status: 404, title: "There is no such page", detail, baseUrl })
      : shell({ ...(await filePage(c, "missing")), baseUrl, noindex: true });
  return respond(c, page, db, 404);
}
/**
 * The claim at an id, or null. Only editors see a private claim. Embeds have no session, so they show private claims
 * only on a developer's machine.
 */
async function claimAt(db: Db, id: string, asOf: number | null, viewer: Viewer) {
  if (!isId("c", id)) return null;
  const claim = await readClaimShown(db, id, asOf);
  return claim && (!claim.hidden || viewer.may("read")) ? claim : null;
}
/** A claim as it was at an instant (ms; null: now). */
interface Shown {
  claim: NonNullable<Awaited<ReturnType<typeof readClaimShown>>>;
  asOf: number | null;
  baseUrl: string;
}
/** Words that say why a moment cannot be shown. */
interface Refused {
  refused: FilePage;
  baseUrl: string;
}
/** Why a moment cannot be shown, by the parts of `workers/public/about/moment/`. */
type NoMoment = "both" | "rev" | "date" | "future";
/** The instant (ms) that the address asks for; null for now. If it cannot be shown, why not. */
async function instantShown(c: Ctx, db: Db, id: string): Promise<number | null | NoMoment> {
  const [asked, rev] = [c.req.query("asOf"), c.req.query("rev")];
  if (asked !== undefined && rev !== undefined) return "both";
  if (rev !== undefined) {
    const at = /^[1-9]\d{0,8}$/.test(rev) && isId("c", id) ? await instantOfRevision(db, id, Number(rev)) : null;
    return at ?? "rev";
  }
  if (asked === undefined) return null;
  const at = instantAsked(asked.slice(0, 64));
  if (at === null) return "date";
  return tense(at, Date.now()) === "future" ? "future" : at;
}
/** The claim that a page asks for, as it was at an instant (ms; null: now); else why it cannot be shown. */
export async function claimShown(c: Ctx, db: Db, viewer: Viewer): Promise<Response | Refused | Shown> {
  const id = c.req.param("id") ?? "";
  const asOf = await instantShown(c, db, id);
  const baseUrl = new URL(c.req.url).origin;
  // A viewer who may not see the claim learns nothing about it, not even its revisions.
  if (typeof asOf === "string" && (await claimAt(db, id, null, viewer)))
    return { refused: await filePage(c, "moment", { [asOf]: true, live: html`${liveOf(c.req.url)}` }), baseUrl };
  const claim = typeof asOf === "string" ? null : await claimAt(db, id, asOf, viewer);
  if (!claim || typeof asOf === "string")
    return notFound(c, db, "No claim has this address, or it is not public, or it was not known then.");
  return { claim, asOf, baseUrl };
}
/** The Cache-Control of a claim's page: private for a hidden claim; not cached while the past instant that is asked for may still change. */
export function caching(hidden: boolean, asOf: number | null): string {
  if (hidden) return "private, no-cache";
  // A past state can still be erased or hidden, so no page with words is cached forever.
  if (asOf !== null && tense(asOf, Date.now()) !== "fixed") return "public, max-age=0, must-revalidate";
  return "public, max-age=60, s-maxage=300, stale-while-revalidate=300";
}
/** The language parameter that links keep; empty if the reader's browser settings decide. */
export function languageQuery(asked: string | undefined, lang: string): string {
  return asked === undefined ? "" : `?lang=${lang}`;
}
/** The same address without the moment that it pins. */
export function liveOf(href: string): string {
  const url = new URL(href);
  for (const name of ["asOf", "rev", "day", "from"]) url.searchParams.delete(name);
  return url.href;
}

/** Parameters that the links of a page keep: moment, language and time zone. */
function keptOf(c: Ctx): string {
  // `as`: an editor stays on the readers' page.
  return ["asOf", "rev", "lang", "tz", "as"]
    .flatMap((name) => {
      const value = c.req.query(name);
      return value ? [`${name}=${encodeURIComponent(value.slice(0, 64).toWellFormed())}`] : [];
    })
    .join("&");
}

async function timelineAnswer(c: Ctx, formats: readonly OfferedFormat[]): Promise<Response> {
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  const found = await claimShown(c, db, viewer);
  if (found instanceof Response) return found;
  if ("refused" in found) return respond(c, shell({ ...found.refused, baseUrl: found.baseUrl, noindex: true }), db, 422);
  const { claim, asOf, baseUrl } = found;
  const query = new URL(c.req.url).search.slice(0, 1_000);
  const asked = c.req.query("lang");
  const lang = requestedLanguage(c);
  const control = caching(claim.hidden || viewer.by !== null, asOf);
  const cached = cachedAs(c, claim, control, "claim", lang, viewer.by, query && encodeURIComponent(query));
  if (cached.unchanged) return cached.unchanged;
  const beside = { embeds: selectEmbed(db, claim.id), blocks: asOf === null ? [] : [selectBlockAt(db, asOf)] };
  const [{ timeline, left }, { embeds, blocks }] = await Promise.all([wholeTimeline(db, claim, asOf), db.load(beside)]);
  // Times are in UTC unless the address names a zone: the server does not know the reader's zone.
  const tz = c.req.query("tz") ?? "UTC";
  const say = { tz: /^[A-Za-z][\w+/-]{1,63}$/.test(tz) ? tz : "UTC", lang, query: languageQuery(asked, lang) };
  const live = asOf === null ? null : liveOf(c.req.url);
  const shown = { kept: keptOf(c), asked: claimQueryOf((name) => c.req.query(name)), left, settings: settingsOf(embeds[0], asOf) };
  const [block] = blocks.flat().map(blockOf);
  const page = claimPage(timeline, { baseUrl, ...say, ...shown, viewer, live, seal: block ?? null, formats });
  const source = encodeURIComponent(`${baseUrl}/c/${claim.id}`);
  const oembed = (format: string, type: string) =>
    `<${baseUrl}/oembed?url=${source}&format=${format}>; rel="alternate"; type="${type}+oembed"`;
  return respond(c, page, db, 200, { ...cached.headers, link: `${oembed("json", "application/json")}, ${oembed("xml", "text/xml")}` });
}

async function revisionsAnswer(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  const claim = await claimAt(db, c.req.param("id") ?? "", null, viewer);
  if (!claim) return notFound(c, db, "No claim has this address, or it is not public.");
  const asked = c.req.query("lang");
  const lang = requestedLanguage(c);
  const found = await readRevisions(db, claim, Number(c.req.query("before")) || LAST_INSTANT, viewer.may("read"));
  const options = { baseUrl: new URL(c.req.url).origin, tz: "UTC", lang, query: languageQuery(asked, lang) };
  return respond(c, revisionsPage(claim, found, options), db, 200, { "cache-control": "private, no-cache" });
}

/** `/c/{id}.csv` and the like: a redirect to the timeline in that format in the API. People open a table in Excel. */
function formatAnswer(c: Ctx, id: string, format: OfferedFormat | undefined): Response | null {
  if (!format || !isId("c", id)) return null;
  const when = ["asOf", "rev"].flatMap((name) => (c.req.query(name) ? [`&${name}=${encodeURIComponent(c.req.query(name) ?? "")}`] : []));
  const location = `/v1/claims/${id}/timeline?limit=${format.newest ? 50 : EVENTS}&format=${format.name}${format.name === "csv" ? "&bom=true" : ""}${when.join("")}`;
  return new Response(null, {
    status: 302,
    headers: { location, "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" },
  });
}

/** Puts the claim's pages on an app; they offer the timeline in these formats. */
export function claimPages(app: Hono<{ Bindings: Env }>, formats: readonly OfferedFormat[]): void {
  app.get("/c/:file{c[0-9a-z]{26}\\.[a-z.]{2,16}}", (c) => {
    const [id = "", ...suffix] = c.req.param("file").split(".");
    const format = formats.find((one) => one.suffix === suffix.join("."));
    return formatAnswer(c, id, format) ?? notFound(c, new Db(c.env.DB), "A claim has no such format.");
  });
  app.get("/c/:id/revisions", revisionsAnswer);
  app.get("/c/:id", (c) => timelineAnswer(c, formats));
}
