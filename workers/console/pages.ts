/** The start page with its form, the page of a document, the API's docs, and what problems mean. */
import type { Context, Hono } from "hono";
import { positionIn } from "../../shared/cursor.ts";
import { aliasKey } from "../../shared/identity.ts";
import { DocumentInput } from "../../shared/model.ts";
import { hostOf } from "../../shared/url.ts";
import { notFound, respond } from "../embed/pages.ts";
import { fromElsewhere, viewerOf } from "../embed/session.ts";
import type { Env } from "../env.d.ts";
import { accept, process } from "../ingest/index.ts";
import { lastVisitOf, selectLastVisit } from "../store/availability.ts";
import { headOf, selectClaims } from "../store/claims.ts";
import { Db } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectDocument, selectDocuments } from "../store/documents.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../store/edges.ts";
import { isErased } from "../store/erase.ts";
import { findClaims } from "../store/find.ts";
import { selectSightingsOf, sightingOf } from "../store/sightings.ts";
import { selectRevisions } from "../store/texts.ts";
import { selectShares } from "../store/trees.ts";
import { type DocumentEdge, documentPage } from "./document.ts";
import { type StartData, startPage } from "./start.ts";

type Ctx = Context<{ Bindings: Env }>;
const PAGE = 30;
/** A form may hold a page, of which each character can take nine bytes. */
const FORM_LIMIT = 6_000_000;

async function start(
  c: Ctx,
  message: StartData["message"] = null,
  form: Record<string, string> = {},
  status = 200,
  showForm = false,
): Promise<Response> {
  const db = new Db(c.env.DB);
  const baseUrl = new URL(c.req.url).origin;
  const viewer = await viewerOf(c, db);
  const q = (c.req.query("q") ?? "").slice(0, 300).toWellFormed().replaceAll("\0", "");
  const position = positionIn(c.req.query("cursor") ?? "", ["number", "string"] as const);
  const { claims, next } = await findClaims(db, {
    q,
    limit: PAGE,
    before: position && { at: Number(position[0]), id: String(position[1]) },
    all: viewer.may("read"),
  });
  const page = startPage({
    baseUrl,
    claims,
    next: next && `${baseUrl}/?cursor=${next}`,
    q,
    viewer: showForm ? { ...viewer, may: () => true } : viewer,
    message,
    form,
  });
  return respond(c, page, db, status);
}

/** The form's fields that a document has; empty ones are left out. */
const FIELDS = ["url", "title", "text", "kind", "platform", "publishedAt"] as const;

/** Fields that are not taken: a whole page has its own text and title, and what a browser calls a page is no title of a post on it. */
function unwanted(form: Record<string, string>, whole: boolean): string[] {
  if (whole) return ["text", "title"];
  return form["text"]?.trim() && /^(?:post|comment)?$/.test(form["kind"] ?? "") ? ["title"] : [];
}

async function add(c: Ctx): Promise<Response> {
  if (Number(c.req.header("content-length") ?? 0) > FORM_LIMIT)
    return start(c, { kind: "problem", text: "The text is too long for the form; send it by the API." }, {}, 413);
  if (!/^application\/x-www-form-urlencoded/i.test(c.req.header("content-type") ?? ""))
    return start(c, { kind: "problem", text: "Send the form as application/x-www-form-urlencoded." }, {}, 415);
  const form = Object.fromEntries(
    [...new URLSearchParams((await c.req.text()).slice(0, FORM_LIMIT))].map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]),
  );
  const { author = "", ...kept } = form;
  // A bookmarklet, or somebody's trap: the browser sends no session along, so the form is shown, and adds nothing before it is sent from here.
  if (fromElsewhere(c))
    return start(
      c,
      { kind: "problem", text: "This came from another site, so nothing is added yet. Look it over, and add it below." },
      { ...kept, author },
      403,
      true,
    );
  const refuse = (text: string, status = 422) => start(c, { kind: "problem", text }, { ...kept, author }, status);
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  if (!viewer.may("ingest"))
    return refuse(viewer.key ? "Your key lacks the scope ingest." : "Sign in to add something.", viewer.key ? 403 : 401);
  const name = author.trim();
  const whole = Boolean(form["html"]?.trim() && form["whole"]);
  const input = DocumentInput.safeParse({
    ...(whole ? { html: form["html"] } : {}),
    ...Object.fromEntries(
      FIELDS.filter((field) => !unwanted(form, whole).includes(field)).flatMap((field) =>
        form[field]?.trim() ? [[field, field === "text" ? form[field] : form[field]?.trim()]] : [],
      ),
    ),
    ...(name ? { author: name.startsWith("@") ? { handle: name.slice(1) } : { name } } : {}),
  });
  if (!input.success) {
    const issue = input.error.issues[0];
    return refuse(`${issue?.path.join(" ") || "The document"}: ${issue?.message}`);
  }
  const [outcome] = await accept(db, [input.data], { read: true, now: Date.now() });
  if (!outcome || !("id" in outcome)) return refuse(outcome?.detail ?? "It was not taken.");
  if (outcome.status !== "same") await process(db, [outcome.id], Date.now());
  return new Response(null, { status: 303, headers: { location: `/d/${outcome.id}` } });
}

/** Reposts and quotes that the page of a document names. */
const SHARES = 20;
const nameOf = (d: StoredDocument | undefined) => (d ? (d.author ?? hostOf(d.url) ?? d.platform) : null);

function parentEdge(e: EdgeRow, parents: ReadonlyMap<string, StoredDocument>): DocumentEdge {
  return {
    direction: "parent",
    documentId: e.parentId,
    label: nameOf(e.parentId ? parents.get(e.parentId) : undefined),
    type: e.type as DocumentEdge["type"],
    basis: e.basis,
    confidence: e.confidence,
    primary: e.primary,
    why: e.evidence.why,
    quote: e.evidence.quote?.exact ?? null,
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
  };
}

async function document(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const id = c.req.param("id") ?? "";
  if (!/^d[0-9a-z]{26}$/.test(id)) return notFound(c, db, "No document has this address.");
  const [rows = [], revisions = [], edgeRows = [], sightingRows = [], erased = [], visits = []] = await db.batch([
    selectDocument(db, id, [aliasKey("ref", id)]),
    selectRevisions(db, id, 20),
    selectEdges(db, [id]),
    selectSightingsOf(db, [id]),
    isErased(db, id),
    selectLastVisit(db, id),
  ]);
  const found = rows[0] && documentOf(rows[0]);
  if (!found) return notFound(c, db, "No document has this address.");
  const edges = edgeRows.map(edgeOf);
  const sightings = sightingRows.map(sightingOf);
  const [shareRows = [], parentRows = [], claimRows = [], tellerRows = []] = await db.batch([
    selectShares(db, found, SHARES),
    selectDocuments(
      db,
      edges.flatMap((e) => e.parentId ?? []),
    ),
    selectClaims(
      db,
      sightings.map((s) => s.claimId),
    ),
    selectDocuments(db, found.told ? [found.told.by] : []),
  ]);
  const claims = new Map(claimRows.map((row) => [String(row.id), headOf(row)]));
  const viewer = await viewerOf(c, db);
  const all = viewer.may("read");
  const visible = sightings.filter((s) => all || (s.listed && claims.get(s.claimId)?.visibility === "public"));
  // A document is shown to all only as far as a public claim shows it.
  if (!visible.length && !all) return notFound(c, db, "No document has this address, or no public claim shows it.");
  const parents = new Map(parentRows.map((row) => [String(row.id), documentOf(row)]));
  const teller = tellerRows[0] && documentOf(tellerRows[0]);
  const latest = revisions[0];
  const text = latest ? String(latest.text ?? (latest.format === "text" ? latest.raw : "")) : null;
  const page = documentPage({
    baseUrl: new URL(c.req.url).origin,
    viewer,
    id: found.id,
    seen: found.seen,
    kind: found.kind,
    platform: found.platform,
    place: found.told?.place ?? null,
    url: found.url,
    author: found.author ? { name: found.author, handle: null, url: null } : null,
    title: found.title,
    text: all ? text : (text?.slice(0, 1000) ?? null),
    lang: found.lang,
    published: found.published,
    seenAt: found.seenAt,
    revisions: revisions.map((row) => ({ at: Number(row.seen_at), textId: String(row.text_id ?? row.raw_id) })),
    availability: found.availability,
    visit: lastVisitOf(visits[0]),
    toldBy: teller ? { documentId: teller.id, label: teller.author ?? hostOf(teller.url) ?? "another document" } : null,
    erased: erased.length > 0,
    edges: [...edges.map((e) => parentEdge(e, parents)), ...shareRows.map(documentOf).map(shareEdge)],
    sightings: visible.flatMap((s) => {
      const claim = claims.get(s.claimId);
      return claim
        ? [
            {
              claimId: s.claimId,
              claimText: claim.text,
              role: s.role,
              stance: s.stance,
              certainty: s.certainty,
              quote: s.quote?.exact ?? null,
              method: s.method,
              score: s.score,
              state: s.state,
            },
          ]
        : [];
    }),
  });
  return respond(c, page, db);
}

/** Puts the console's pages on an app. */
export function consolePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/", (c) => start(c));
  app.post("/add", add);
  app.get("/d/:id", document);
}
