/** `/embed/{id}`: the story of a claim for other sites. The ETag follows from the claim's version, so a 304 reads only two rows. */

import type { Context, Hono } from "hono";
import { languageOf } from "../../../shared/i18n/index.ts";
import { lookAsked } from "../../../shared/timeline/story/embed-settings.ts";
import type { Env } from "../../env.d.ts";
import { selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { wholeTimeline } from "../../store/claims/whole.ts";
import { Db } from "../../store/d1.ts";
import { cachedAs, caching, claimShown, languageQuery, liveOf, respond } from "../claim/routes.ts";
import { html } from "../ui/html.ts";
import { inlinedFrom } from "../ui/inline.ts";
import { type FilePage, filePage, requestedLanguage } from "../ui/page-files.ts";
import { viewerOf } from "../ui/session.ts";
import { ANONYMOUS } from "../ui/viewer.ts";
import { embedPage, frameablePage } from "./page.ts";
import { settingsTried } from "./settings-form.ts";

type Ctx = Context<{ Bindings: Env }>;

const stylesOf = async ({ env }: Ctx) => [await inlinedFrom(env.ASSETS, "story.css"), await inlinedFrom(env.ASSETS, "embed.css")];

/** What other sites' pages show if a claim cannot be shown: it is not public (any more), or not known at that moment. */
async function unavailable(c: Ctx, db: Db, status: number, { lang, title, main }: FilePage): Promise<Response> {
  const resize = await inlinedFrom(c.env.ASSETS, "resize.js");
  const page = frameablePage({
    top: html`<html lang=${lang}>`,
    title,
    inner: html`<main>${main}</main>`,
    styles: await stylesOf(c),
    resize,
  });
  return respond(c, page, db, status);
}

async function embedAnswer(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const known = await viewerOf(c, db);
  // On other sites an embed ignores sessions. On pages of the instance it shows an editor more than a reader.
  const editing = known.may("review") && c.req.query("preview") === "1";
  const viewer = known.open || editing ? known : ANONYMOUS;
  const found = await claimShown(c, db, viewer);
  if (found instanceof Response) return found.status === 404 ? unavailable(c, db, 404, await filePage(c, "embed")) : found;
  if ("refused" in found) return unavailable(c, db, 422, found.refused);
  const { claim, asOf, baseUrl } = found;
  const query = new URL(c.req.url).search.slice(0, 1_500);
  const accepted = requestedLanguage(c);
  const control = caching(claim.hidden || viewer.by !== null || editing, asOf);
  const cached = cachedAs(c, claim, control, "embed", accepted, viewer.by, query && encodeURIComponent(query));
  if (cached.unchanged) return cached.unchanged;
  const [{ timeline }, [embeds = []]] = await Promise.all([wholeTimeline(db, claim, asOf), db.batch([selectEmbed(db, claim.id)])]);
  const asked = c.req.query();
  const settings = { ...settingsOf(embeds[0], asOf), ...(editing ? settingsTried(asked) : {}), ...lookAsked(asked) };
  const local = asked["tz"] === "local";
  const still = asked["still"] === "1";
  const lang = (settings.lang && languageOf(settings.lang)) || accepted;
  const page = embedPage(timeline, {
    baseUrl,
    settings,
    lang,
    // Times are in UTC unless a zone is set, because a server does not know the reader's zone.
    tz: local ? "UTC" : (settings.tz ?? "UTC"),
    query: languageQuery(c.req.query("lang"), lang),
    live: asOf === null ? null : liveOf(c.req.url),
    styles: await stylesOf(c),
    scripts: {
      resize: still ? null : await inlinedFrom(c.env.ASSETS, "resize.js"),
      zone: local && !still ? await inlinedFrom(c.env.ASSETS, "zone.js") : null,
    },
  });
  return respond(c, page, db, 200, cached.headers);
}

/** Adds the embed to an app. */
export function embedRoutes(app: Hono<{ Bindings: Env }>): void {
  app.get("/embed/:id", embedAnswer);
}
