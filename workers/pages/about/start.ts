/** The start page for readers, in their language: what is public, newest first or by words. */
import { positionIn } from "../../../shared/cursor.ts";
import { claimWords, dateInWords, storyMessages } from "../../../shared/i18n/index.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { findClaims, firstAndLastOf, selectFirstAndLast } from "../../store/claims/find.ts";
import type { Db } from "../../store/d1.ts";
import { languageQuery, respond } from "../claim/routes.ts";
import { dotted } from "../embed/event.ts";
import type { Ctx } from "../ui/forms.ts";
import { html, type Markup, type Page, pathPart, quoted } from "../ui/html.ts";
import { readPageFile, requestedLanguage, withValues } from "../ui/page-files.ts";
import { shell } from "../ui/shell.ts";
import { sparkline } from "../ui/sparkline.ts";
import type { Viewer } from "../ui/viewer.ts";

interface StartClaim extends Pick<ClaimSummary, "id" | "text" | "sightings" | "responses" | "changedAt"> {
  /** The first and last time of an appearance, in ms. */
  first: number | null;
  last: number | null;
  /** When its first responses were given. */
  answers: number[];
}
export interface StartData {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  viewer: Viewer;
  claims: StartClaim[];
  /** Address of the following page of claims. */
  next: string | null;
  /** What was searched for; "" shows the newest claims. */
  q: string;
  lang: string;
  /** The words of the page in that language, from their file. */
  words: string;
  /** The query that links pass on: "?lang=de" if the address asks for a language, else "". */
  query: string;
}
const PAGE_SIZE = 30;

function claimItem(claim: StartClaim, { baseUrl, lang, query }: StartData): Markup {
  const { documents, all } = claimWords(lang);
  const { id, text, sightings, responses, changedAt } = claim;
  return html`<li><div><a href="${baseUrl}/c/${pathPart(id)}${query}">${quoted(text, 240)}</a><p class=meta>${dotted([
    documents(sightings - responses),
    responses > 0 && all.answers(responses),
    storyMessages(lang).footer.updated(dateInWords(changedAt, "day", { tz: "UTC", lang })),
  ])}</p></div>${sparkline(claim)}</li>`;
}

/** Search and claims. Works without script. */
export function startPage(data: StartData): Page {
  const { baseUrl, q, viewer, claims, next, lang, words, query } = data;
  const { main } = withValues(words, {
    lang: query ? html`<input type=hidden name=lang value="${lang}">` : null,
    kept: html`${query}`,
    q: html`${q}`,
    like: q ? quoted(q, 80) : null,
    list: claims.length ? html`<ul class=claims role=list>${claims.map((claim) => claimItem(claim, data))}</ul>` : null,
    nothing: !claims.length && !q,
    none: !claims.length && Boolean(q),
    next: next === null ? null : html`${next}`,
    out: !viewer.by,
  });
  const { claims: title } = claimWords(lang).frame;
  const lead = /<p class="lead">([^<]*)/.exec(words)?.[1];
  const head = html`<meta name=description property=og:description content="${lead}">`;
  return shell({ baseUrl, title: q ? `${q}: ${title}` : title, head, main, forms: true, noindex: Boolean(q), viewer, lang, query });
}

/** Answers with the start page for readers. */
export async function readersStart(c: Ctx, db: Db, viewer: Viewer): Promise<Response> {
  const baseUrl = new URL(c.req.url).origin;
  const q = (c.req.query("q") ?? "").slice(0, 300).toWellFormed().replaceAll("\0", "");
  const position = positionIn(c.req.query("cursor") ?? "", ["number", "string"] as const);
  const before = position && { at: Number(position[0]), id: String(position[1]) };
  const found = await findClaims(db, { q, limit: PAGE_SIZE, before, all: false });
  const { ends } = await db.load({
    ends: selectFirstAndLast(
      db,
      found.claims.map((claim) => claim.id),
    ),
  });
  const endsOf = firstAndLastOf(ends);
  const claims = found.claims.map(({ id, text, sightings, responses, changedAt, firstResponses }): StartClaim => {
    const { first = null, last = null } = endsOf.get(id) ?? {};
    return { id, text, sightings, responses, changedAt, first, last, answers: firstResponses.map((r) => r.at) };
  });
  const lang = requestedLanguage(c);
  const query = languageQuery(c.req.query("lang"), lang);
  const next = found.next && `${baseUrl}/?cursor=${encodeURIComponent(found.next)}${query.replace("?", "&")}`;
  const words = await readPageFile(c, "start", lang);
  return respond(c, startPage({ baseUrl, viewer, claims, next, q, lang, words, query }), db, 200, { vary: "accept-language" });
}
