/** Delivery of a timeline to other sites: oEmbed, the page with the code, the still picture, a copy to keep. */

import type { Context, Hono } from "hono";
import { languages as allLanguages, languageName, languageOf, negotiated } from "../../../shared/i18n/index.ts";
import { isId } from "../../../shared/model/id.ts";
import type { Env } from "../../env.d.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { etagOf, readClaim } from "../../store/claims/timelines.ts";
import { wholeTimeline } from "../../store/claims/whole.ts";
import { Db } from "../../store/d1.ts";
import { cachedAs, notFound, respond } from "../claim/routes.ts";
import { lettersFrom } from "../ui/glyphs.ts";
import { readPageFile, requestedLanguage } from "../ui/page-files.ts";
import { viewerOf } from "../ui/session.ts";
import { card } from "./card.ts";
import { codePage, WIDTHS } from "./code.ts";
import { EMBED_PARAMETERS } from "./element.ts";
import { oembed, oembedXml } from "./oembed.ts";
import { pictureOf } from "./picture.ts";
import { png } from "./png.ts";
import { settingsFormOf } from "./settings-form.ts";

type Ctx = Context<{ Bindings: Env }>;
const CACHED = "public, max-age=60, s-maxage=300, stale-while-revalidate=300";
/** Each language by its own name. */
const languagesByName = () => allLanguages.map((lang) => [lang, languageName(lang, { tz: "UTC", lang }) ?? lang] as const);

/** A claim that is not private; a private one has no embed, picture or card. */
async function publicClaim(db: Db, id: string | undefined) {
  const claim = isId("c", id) ? await readClaim(db, id, null) : null;
  return claim && claim.visibility !== "private" ? claim : null;
}

/** The present story, and its newsroom's settings. */
const storyAnd = (db: Db, claim: ClaimSummary) => Promise.all([wholeTimeline(db, claim, null), db.batch([selectEmbed(db, claim.id)])]);

/**
 * oEmbed: 404 for addresses of other sites and for what is not public, 501 for another format (oembed.com §2.3.4). Not the 401 for what is private:
 * a claim's id follows from its words, so it would tell whether a claim with certain words is followed here.
 */
async function oembedAnswer(c: Ctx, fixed?: string): Promise<Response> {
  const db = new Db(c.env.DB);
  const plain = (status: number, text: string) =>
    new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" } });
  const format = fixed ?? c.req.query("format") ?? "json";
  if (format !== "json" && format !== "xml") return plain(501, "Only format=json and format=xml are offered.");
  const raw = c.req.query("url") ?? "";
  const own = new URL(c.req.url).origin;
  const url = raw.length <= 2048 && URL.canParse(raw) ? new URL(raw) : null;
  const id = url?.origin === own ? /^\/(?:c|embed)\/(c[0-9a-z]{26})\/?$/.exec(url.pathname)?.[1] : undefined;
  const claim = await publicClaim(db, id);
  if (!claim) return plain(404, "No public claim has this URL.");
  const size = (name: string) => {
    const value = Number(c.req.query(name));
    return Number.isFinite(value) && value >= 1 ? Math.trunc(value) : null;
  };
  const lang = languageOf(url?.searchParams.get("lang") ?? "");
  const answer = oembed(claim, {
    baseUrl: own,
    lang,
    maxwidth: size("maxwidth"),
    maxheight: size("maxheight"),
  });
  const headers = {
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=300",
    etag: etagOf(claim, "oembed", format, lang),
  };
  if (format === "json") return Response.json(answer, { headers });
  return new Response(oembedXml(answer), { headers: { ...headers, "content-type": "text/xml; charset=utf-8" } });
}

async function codeAnswer(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const claim = await publicClaim(db, c.req.param("id"));
  if (!claim) return notFound(c, db, "No public claim has this address.");
  const query = c.req.query();
  // The form with the stored settings has fields of the same names.
  const chosen = Object.fromEntries(
    EMBED_PARAMETERS.flatMap((name) => {
      const value = query["preview"] === "1" ? "" : query[name];
      return value && value.length <= 40 && /^[\w:+./-]+$/.test(value) ? [[name, value]] : [];
    }),
  );
  const asked = Math.trunc(Number(c.req.query("width")));
  const width = asked >= WIDTHS.min && asked <= WIDTHS.max ? asked : WIDTHS.normal;
  const viewer = await viewerOf(c, db);
  const baseUrl = new URL(c.req.url).origin;
  const languages = languagesByName();
  let words = null;
  if (viewer.may("review")) {
    const [{ timeline }, [embeds = []]] = await storyAnd(db, claim);
    words = settingsFormOf(timeline, settingsOf(embeds[0]), query, { baseUrl, languages });
  }
  // The form's "lang" is the language of the embed, and "in" that of the page. An address without "in" uses "lang" for both.
  const own = query["in"] ?? (query["preview"] === "1" ? undefined : query["lang"]);
  const lang = negotiated(own, c.req.header("accept-language"));
  const source = await readPageFile(c, "code", lang);
  return respond(c, codePage(claim, languages, { baseUrl, viewer, chosen, width, words, lang, source }), db, 200, {
    vary: "accept-language",
  });
}

async function cardAnswer(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const claim = await publicClaim(db, c.req.param("id"));
  if (!claim) return notFound(c, db, "No public claim has this address.");
  const lang = requestedLanguage(c);
  const { headers, unchanged } = cachedAs(c, claim, CACHED, "card", lang);
  if (unchanged) return unchanged;
  const [{ timeline }, [embeds = []]] = await storyAnd(db, claim);
  const { headline, short } = settingsOf(embeds[0]);
  const svg = c.req.path.endsWith(".svg");
  const options = { tz: "UTC", lang, host: new URL(c.req.url).host, headline, short };
  return new Response(svg ? card(pictureOf(timeline, options)) : await png(timeline, options, (text) => lettersFrom(c.env.ASSETS, text)), {
    headers: {
      "content-type": svg ? "image/svg+xml; charset=utf-8" : "image/png",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      ...headers,
    },
  });
}

/** Adds these routes to an app. */
export function deliveryPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/oembed", (c) => oembedAnswer(c));
  app.get("/oembed.json", (c) => oembedAnswer(c, "json"));
  app.get("/oembed.xml", (c) => oembedAnswer(c, "xml"));
  app.get("/c/:id/embed", codeAnswer);
  app.get("/c/:id/card.svg", cardAnswer);
  app.get("/c/:id/card.png", cardAnswer);
}
