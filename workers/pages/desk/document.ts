/** The routes of a document's page: show it, correct its details, decide on findings, join it with another document, erase it. */

import type { Hono } from "hono";
import { documentWords } from "../../../shared/i18n/desk/document.en.ts";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { EdgeType } from "../../../shared/model/edge.ts";
import { isId } from "../../../shared/model/id.ts";
import { SightingInput } from "../../../shared/model/sighting.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { DocumentPatch } from "../../../shared/review/correction.ts";
import type { DecisionItem } from "../../../shared/review/decision.ts";
import { worldOf } from "../../crawl/environment.ts";
import { archiveOf } from "../../crawl/plan.ts";
import { addLine } from "../../editing/decisions/add-line.ts";
import { decidedMeanwhile } from "../../editing/decisions/after.ts";
import { correctDocument, judgeChange } from "../../editing/documents.ts";
import { stateEdge } from "../../editing/edges.ts";
import { erase } from "../../editing/erase.ts";
import type { EditProblem } from "../../editing/problem.ts";
import { resolveDocument } from "../../editing/resolve.ts";
import type { Env } from "../../env.d.ts";
import { atOnce } from "../../pipeline/index.ts";
import { persist } from "../../pipeline/persist.ts";
import { Db } from "../../store/d1.ts";
import { type DocumentView, readDocumentView } from "../../store/desk/document.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { selectNaming } from "../../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { notFound, respond } from "../claim/routes.ts";
import { whomToAsk } from "../people/signin-forms.ts";
import { type Ctx, faultOf, onForm, type Sent, unchanged } from "../ui/forms.ts";
import { viewerOf } from "../ui/session.ts";
import type { Viewer } from "../ui/viewer.ts";
import { claimNamed, decideLine } from "./claim.ts";
import { stripOf, withParameter } from "./decided.ts";
import { documentPage, readersDocumentPage } from "./document-view.ts";
import type { Strip } from "./frame.ts";
import { decideAndGo } from "./review.ts";

const FORM_LIMIT = 60_000;
const REASONS = ["request", "law", "error"] as const;
const here = (id: string) => `/d/${id}`;
const notThere = documentWords.notThere;

/** The message about what was done; for a document that was just added, also what readers see of it. */
function stripFor(c: Ctx, { decision, sightings, claims, document }: DocumentView, viewer: Viewer): Strip | null {
  const back = here(document.id);
  const decided = stripOf(decision, c.req.query("said") ?? "", back);
  const added = documentWords.done[c.req.query("added") ?? ""];
  const done = documentWords.done[c.req.query("did") ?? ""];
  if (!added) return decided ?? (done ? { text: done, undo: null, back } : null);
  const isProposed = (s: SightingRow) => claims.get(s.claimId)?.status === "proposed";
  const shown = sightings.filter((s) => s.listed && !isProposed(s) && claims.get(s.claimId)?.visibility === "public").length;
  const waits = sightings.filter((s) => !s.listed && s.state === "suggested" && !isProposed(s)).length;
  const text = [added, decided?.text, documentWords.public(shown), waits > 0 && documentWords.waits(waits)].filter(Boolean).join(" ");
  const review = viewer.may("review") ? (sightings.find(isProposed)?.claimId ?? null) : null;
  const isNew = c.req.query("added") === "accepted" && viewer.may("review");
  return { undo: null, back, ...decided, text, review, withdraw: isNew ? document.id : null };
}

async function show(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const id = c.req.param("id") ?? "";
  const did = c.req.query("did") ?? "";
  const data = isId("d", id) ? await readDocumentView(db, id, isId("n", did) ? did : null) : null;
  if (!data) return notFound(c, db, notThere);
  const viewer = await viewerOf(c, db);
  const strip = stripFor(c, data, viewer);
  const { userAgent, archive } = worldOf(c.env, db);
  const visits = userAgent !== null;
  const archives = visits && archiveOf(data.document, archive, Date.now()) !== null;
  const page = {
    ...data,
    archives,
    baseUrl: new URL(c.req.url).origin,
    viewer,
    strip,
    visits,
    capture: Number(c.req.query("capture")) || null,
  };
  if (viewer.may("read")) return respond(c, documentPage(page), db);
  // Readers see a document only if it is on the timeline of a public claim.
  const shown = data.sightings.flatMap((s) => (s.listed && data.claims.get(s.claimId)?.visibility === "public" ? s.claimId : []));
  if (!shown.length) return notFound(c, db, documentWords.notShown);
  const beside = await db.batch(shown.map((claim) => selectNaming(db, claim)));
  return respond(c, readersDocumentPage(page, new Map(shown.map((claim, i) => [claim, (beside[i] ?? []).map(sightingOf)]))), db);
}

/** The answer to a form: back to the document with the decision, or a page that says what is wrong. */
function backTo(c: Ctx, db: Db, id: string, done: { id: string | null } | EditProblem | null, part = ""): Response | Promise<Response> {
  if (done === null) return notFound(c, db, notThere);
  if ("detail" in done) return unchanged(c, db, 422, answered.goBack(answered.it(done.detail)));
  return c.redirect(withParameter(`${here(id)}${part}`, done.id ? { did: done.id } : { said: `note.${answered.already}` }), 303);
}

/** The fields of a document that the form changes. */
function patchIn(fields: Sent["fields"]): Record<string, unknown> {
  const why = fields["why"]?.trim() ? { why: fields["why"].trim() } : {};
  if (fields["do"] === "reset") return { title: null, kind: null, author: null, lang: null, wireCredit: null, publishedAt: null, ...why };
  const orNull = (name: string) => (fields[name] === undefined ? {} : { [name]: fields[name].trim() || null });
  const time = fields["publishedAt"]?.trim() ?? "";
  const basis = fields["basis"] ?? "";
  const isSameTime = time === fields["wasPublishedAt"] && basis === fields["wasBasis"];
  const isNewTime = time !== fields["wasPublishedAt"];
  // An editor who changes the time without its basis is the basis.
  const shownBy = (isNewTime && basis === fields["wasBasis"]) || basis === "unknown" || basis === "id" ? "human" : basis;
  return {
    ...Object.assign({}, ...["title", "kind", "author", "lang", "wireCredit"].map(orNull)),
    ...(fields["publishedAt"] !== undefined && !isSameTime && { publishedAt: time || null, ...(time && { basis: shownBy }) }),
    ...why,
  };
}

async function edit(c: Ctx, sent: Sent): Promise<Response> {
  const { db } = sent;
  const id = c.req.param("id") ?? "";
  const patch = DocumentPatch.safeParse(patchIn(sent.fields));
  if (!patch.success) return unchanged(c, db, 422, answered.goBack(faultOf(patch.error, documentWords.read.field).text));
  const done = await correctDocument(db, { id, patch: patch.data, shown: sent.fields["shown"] }, Date.now());
  if (done && "detail" in done && done.late) return unchanged(c, db, 409, await decidedMeanwhile(db, `document:${id}`, Date.now()));
  if (done && "again" in done) await atOnce(new Db(c.env.DB), done.again, Date.now);
  return backTo(c, db, id, done);
}

async function addClaim(c: Ctx, { db, fields }: Sent): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const now = Date.now();
  const claim = await claimNamed(db, fields["claim"] ?? "", now);
  const input = SightingInput.safeParse({
    claim,
    document: id,
    stance: fields["stance"],
    ...(fields["quote"]?.trim() && { quote: fields["quote"].trim() }),
  });
  if (!input.success) return unchanged(c, db, 422, documentWords.giveClaim);
  return backTo(c, db, id, await addLine(db, input.data, now), "#claims");
}
async function addSource(c: Ctx, { db, fields }: Sent): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const type = EdgeType.safeParse(fields["type"]);
  const quote = fields["quote"]?.trim();
  if (!type.success || !fields["parent"]?.trim()) return unchanged(c, db, 422, documentWords.giveDocument);
  const edge = {
    child: id,
    parent: fields["parent"].trim().slice(0, 2048),
    type: type.data,
    ...(quote && { quote: quote.slice(0, 5000) }),
  };
  const done = await stateEdge(db, edge, Date.now());
  if ("detail" in done) return backTo(c, db, id, done);
  await atOnce(new Db(c.env.DB), done.again, Date.now);
  return backTo(c, db, id, { id: done.decision }, "#sources");
}

/** Rejections of all lines of a document, and of claims that are proposed from it alone. */
async function linesOf(db: Db, id: string): Promise<DecisionItem[]> {
  const data = await readDocumentView(db, id, null);
  return (data?.sightings ?? []).flatMap((sighting): DecisionItem[] => {
    const claim = data?.claims.get(sighting.claimId);
    if (claim?.status !== "proposed") return sighting.state === "rejected" ? [] : [{ id: sighting.id, document: id, do: "reject" }];
    return sighting.role !== "respond" && claim.sightings === 1 ? [{ id: claim.id, do: "reject" }] : [];
  });
}

async function judge(c: Ctx, db: Db, id: string, verdict: "matters" | "small"): Promise<Response> {
  const decision = await judgeChange(db, id, verdict, Date.now());
  if (decision) await atOnce(new Db(c.env.DB), [id], Date.now);
  return backTo(c, db, id, decision ? { id: decision } : null);
}
/** Resolves a placeholder to another document; `to` null: undoes this. */
async function resolveTo(c: Ctx, db: Db, id: string, to: string | null): Promise<Response> {
  const done = await resolveDocument(db, id, to, Date.now());
  if (!done || "detail" in done) return unchanged(c, db, 422, done ? documentWords.theOther(done.detail) : documentWords.nothingSuch);
  await atOnce(new Db(c.env.DB), done.again, Date.now);
  // To the page where it can be taken back.
  return c.redirect(`${here(id)}?did=${to === null ? "unresolved" : "resolved"}`, 303);
}
/** What the buttons of the page do with the whole document, by their value. */
const ACTS: Readonly<Record<string, (c: Ctx, sent: Sent, id: string) => Response | Promise<Response>>> = {
  matters: (c, { db }, id) => judge(c, db, id, "matters"),
  small: (c, { db }, id) => judge(c, db, id, "small"),
  resolve: (c, { db, fields }, id) => resolveTo(c, db, id, (fields["to"] ?? "").trim().slice(0, 2048)),
  unresolve: (c, { db }, id) => resolveTo(c, db, id, null),
  async archive(c, { db }, id) {
    const now = Date.now();
    const { documents } = await db.load({ documents: selectDocuments(db, [id]) });
    const visit = documents[0] && archiveOf(documentOf(documents[0]), worldOf(c.env, db).archive, now);
    if (!visit) return backTo(c, db, id, { pointer: "", detail: documentWords.noArchive });
    await persist(db, { crawl: { again: [visit] } }, { notErased: [id] }, now);
    return c.redirect(`${here(id)}?did=archive`, 303);
  },
  async withdraw(c, sent, id) {
    const items = await linesOf(sent.db, id);
    if (!items.length) return backTo(c, sent.db, id, { id: null });
    return decideAndGo(c, sent, { items, seen: [] }, here(id));
  },
  async erase(c, { db, fields, viewer }, id) {
    if (!viewer.may("admin")) return unchanged(c, db, 403, await whomToAsk(db, "admin"));
    if (fields["sure"] !== "erase") return unchanged(c, db, 422, `${documentWords.whole.sure}.`);
    const reason = REASONS.find((name) => name === fields["reason"]) ?? "request";
    return (await erase(db, id, reason, Date.now())) ? c.redirect(`${here(id)}?did=erased`, 303) : notFound(c, db, notThere);
  },
};
async function act(c: Ctx, sent: Sent): Promise<Response> {
  const perform = ownProperty(ACTS, sent.fields["do"] ?? "");
  return perform ? perform(c, sent, c.req.param("id") ?? "") : unchanged(c, sent.db, 422, answered.saysNothing);
}

/** Puts the pages and forms of documents on an app. */
export function documentPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/d/:id", show);
  app.post("/d/:id", onForm("review", act, FORM_LIMIT));
  app.post("/d/:id/edit", onForm("review", edit, FORM_LIMIT));
  app.post(
    "/d/:id/line",
    onForm("review", (c, sent) => decideLine(c, sent, here(c.req.param("id") ?? "")), FORM_LIMIT),
  );
  app.post("/d/:id/claim", onForm("review", addClaim, FORM_LIMIT));
  app.post("/d/:id/source", onForm("review", addSource, FORM_LIMIT));
}
