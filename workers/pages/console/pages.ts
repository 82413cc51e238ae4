/** The start page and the page of a document. */
import type { Context, Hono } from "hono";
import { positionIn } from "../../../shared/cursor.ts";
import { kindName, messagesOf, placeName, timeInWords } from "../../../shared/i18n/index.ts";
import { kindAtPlace } from "../../../shared/i18n/name.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import type { SightingView } from "../../../shared/timeline/views.ts";
import { hostOf } from "../../../shared/url.ts";
import type { Env } from "../../env.d.ts";
import { isErased } from "../../store/access/tombstones.ts";
import { selectClaims, summaryOf } from "../../store/claims/claims.ts";
import { findClaims, findWaiting, selectFirstAndLast, waitingByClaim } from "../../store/claims/find.ts";
import { Db } from "../../store/d1.ts";
import { lastVisitOf, selectLastVisit } from "../../store/documents/availability.ts";
import { documentOf, type StoredDocument, selectDocument, selectDocuments } from "../../store/documents/documents.ts";
import { selectRevisions } from "../../store/documents/revisions.ts";
import { selectShares } from "../../store/documents/share-trees.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../../store/relations/edges.ts";
import { type SightingRow, selectSightingsOf, sightingOf } from "../../store/relations/sightings.ts";
import { notFound, respond } from "../claim/routes.ts";
import { viewerOf } from "../ui/session.ts";
import { type DocumentEdge, type DocumentSighting, documentPage } from "./document.ts";
import { FILTERS, type Filters, type StartClaim, startPage } from "./start.ts";

type Ctx = Context<{ Bindings: Env }>;
const PAGE = 30;
const EN = messagesOf("en");

/** "3 Apr 2025, post on X". */
function earliestOf(shown: Partial<SightingView>): string {
  const place = placeName({ platform: shown.platform ?? null, place: shown.place ?? null, url: shown.url ?? null });
  const when = shown.published ? timeInWords(shown.published, { tz: "UTC", lang: "en" }) : "time unknown";
  return `${when}, ${kindAtPlace(kindName(shown.kind ?? "other", EN), { platform: shown.platform ?? null }, place ?? "", EN)}`;
}
async function start(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const baseUrl = new URL(c.req.url).origin;
  const viewer = await viewerOf(c, db);
  const editor = viewer.may("read");
  const q = (c.req.query("q") ?? "").slice(0, 300).toWellFormed().replaceAll("\0", "");
  const position = positionIn(c.req.query("cursor") ?? "", ["number", "string"] as const);
  const chosen = (name: keyof Filters) => (editor && FILTERS[name].find(([value]) => value === c.req.query(name))?.[0]) || "";
  const filters: Filters = { show: chosen("show"), status: chosen("status"), visibility: chosen("visibility") };
  const { show, status, visibility } = filters;
  const waiting = viewer.may("review") ? await waitingByClaim(db) : new Map<string, number>();
  const found =
    show === "waiting" && !q
      ? { claims: await findWaiting(db, waiting, PAGE), next: null }
      : await findClaims(db, {
          q,
          limit: PAGE,
          before: position && { at: Number(position[0]), id: String(position[1]) },
          all: editor,
          filter: show || status || visibility ? { status, visibility, unanswered: show === "unanswered" } : null,
        });
  const [ends = []] = await db.batch([
    selectFirstAndLast(
      db,
      found.claims.map((claim) => claim.id),
    ),
  ]);
  const componentsOf = new Map(ends.map((row) => [String(row.claim_id), row]));
  const claims = found.claims.map(({ id, text, status, visibility, sightings, responses, firstResponses, changedAt }): StartClaim => {
    const row = componentsOf.get(id);
    const first = row?.first ? (JSON.parse(String(row.first)) as { at: number; shown: Partial<SightingView> }) : null;
    return {
      ...{ id, text, status, visibility, sightings, responses, changedAt },
      waiting: waiting.get(id) ?? 0,
      earliest: first && earliestOf(first.shown),
      first: first?.at ?? null,
      last: row?.last === null || row?.last === undefined ? null : Number(row.last),
      answers: firstResponses.map((r) => r.at),
    };
  });
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value));
  if (found.next) query.set("cursor", found.next);
  return respond(c, startPage({ baseUrl, claims, next: found.next && `${baseUrl}/?${query}`, q, filters, viewer }), db);
}

/** Reposts and quotes that the page of a document names. */
const SHARES = 20;
const nameOf = (d: StoredDocument | undefined) => (d ? (d.author ?? hostOf(d.url) ?? d.platform) : null);

function parentEdge(e: EdgeRow, parents: ReadonlyMap<string, StoredDocument>, isEditor: boolean): DocumentEdge {
  return {
    direction: "parent",
    documentId: e.parentId,
    label: nameOf(e.parentId ? parents.get(e.parentId) : undefined),
    type: e.type as DocumentEdge["type"],
    basis: e.basis,
    confidence: e.confidence,
    primary: e.primary,
    why: (isEditor && e.evidence.note) || e.evidence.why,
    quote: e.evidence.quote?.exact ?? null,
    state: e.state,
  };
}
function shareEdge(d: StoredDocument): DocumentEdge {
  const type = d.parentType === "quote" ? "quote" : "repost";
  return {
    direction: "child",
    documentId: d.id,
    label: nameOf(d),
    type,
    basis: "platform",
    confidence: 1,
    primary: true,
    why: "",
    quote: null,
    state: "confirmed",
  };
}

/** A document with what its page shows; null where there is none. */
async function loadDocument(db: Db, id: string) {
  const [rows = [], revisions = [], edgeRows = [], sightingRows = [], erased = [], visits = []] = await db.batch([
    selectDocument(db, id, [aliasKey("ref", id)]),
    selectRevisions(db, id, 20),
    selectEdges(db, [id]),
    selectSightingsOf(db, [id]),
    isErased(db, id),
    selectLastVisit(db, id),
  ]);
  const document = rows[0] && documentOf(rows[0]);
  if (!document) return null;
  const edges = edgeRows.map(edgeOf);
  const sightings = sightingRows.map(sightingOf);
  const [shareRows = [], parentRows = [], claimRows = [], reportingRows = []] = await db.batch([
    selectShares(db, document, SHARES),
    selectDocuments(
      db,
      edges.flatMap((e) => e.parentId ?? []),
    ),
    selectClaims(
      db,
      sightings.map((s) => s.claimId),
    ),
    selectDocuments(db, document.told ? [document.told.by] : []),
  ]);
  return {
    document,
    revisions,
    edges,
    sightings,
    isErased: erased.length > 0,
    visit: lastVisitOf(visits[0]),
    shares: shareRows.map(documentOf),
    parents: new Map(parentRows.map((row) => [String(row.id), documentOf(row)])),
    claims: new Map(claimRows.map((row) => [String(row.id), summaryOf(row)])),
    reporting: reportingRows[0] && documentOf(reportingRows[0]),
  };
}
type Loaded = NonNullable<Awaited<ReturnType<typeof loadDocument>>>;

/** The document's own fields of its page; `all` shows the whole text. */
function fieldsOf({ document: d, revisions, isErased, visit, reporting }: Loaded, all: boolean) {
  const latest = revisions[0];
  const text = latest ? String(latest.text ?? (latest.format === "text" ? latest.raw : "")) : null;
  return {
    id: d.id,
    seen: d.seen,
    kind: d.kind,
    platform: d.platform,
    place: d.told?.place ?? null,
    url: d.url,
    author: d.author ? { name: d.author, handle: null, url: null } : null,
    title: d.title,
    text: all ? text : (text?.slice(0, 1000) ?? null),
    lang: d.lang,
    categories: d.categories,
    published: d.published,
    seenAt: d.seenAt,
    revisions: revisions.map((row) => ({ at: Number(row.seen_at), textId: String(row.text_id ?? row.raw_id) })),
    availability: d.availability,
    visit,
    resolvedTo: d.resolvedId,
    toldBy: reporting ? { documentId: reporting.id, label: reporting.author ?? hostOf(reporting.url) ?? "another document" } : null,
    erased: isErased,
  };
}

function sightingView(s: SightingRow, claims: Loaded["claims"]): DocumentSighting[] {
  const claim = claims.get(s.claimId);
  if (!claim) return [];
  const { id, claimId, role, stance, certainty, method, score, state } = s;
  const quote = s.quote?.exact ?? null;
  return [
    { id, proposed: claim.status === "proposed", claimId, claimText: claim.text, role, stance, certainty, quote, method, score, state },
  ];
}

async function document(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const id = c.req.param("id") ?? "";
  const loaded = /^d[0-9a-z]{26}$/.test(id) ? await loadDocument(db, id) : null;
  if (!loaded) return notFound(c, db, "No document has this address.");
  const { edges, sightings, claims, parents, shares } = loaded;
  const viewer = await viewerOf(c, db);
  const all = viewer.may("read");
  const visible = sightings.filter((s) => all || (s.listed && claims.get(s.claimId)?.visibility === "public"));
  // A document is shown to all only as far as a public claim shows it.
  if (!visible.length && !all) return notFound(c, db, "No document has this address, or no public claim shows it.");
  const page = documentPage({
    ...fieldsOf(loaded, all),
    baseUrl: new URL(c.req.url).origin,
    viewer,
    message: DONE_MESSAGES[c.req.query("added") ?? c.req.query("did") ?? ""] ?? null,
    edges: [...edges.map((e) => parentEdge(e, parents, all)), ...shares.map(shareEdge)],
    sightings: visible.flatMap((s) => sightingView(s, claims)),
  });
  return respond(c, page, db);
}

/** What the address says was done with a document. */
const DONE_MESSAGES: Record<string, string> = {
  accepted: "Added and read.",
  revised: "Its new text is a new revision.",
  same: "It was here already, the same.",
  judged: "Noted: your word outranks the machine.",
  resolved: "What hung on it has moved there.",
  unresolved: "What had moved from here is back.",
};

/** Puts the console's pages on an app. */
export function consolePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/", start);
  app.get("/d/:id", document);
}
