/** The routes for a new claim: from scratch, from a search, or from a sentence of a document. Similar claims are shown first. */

import type { Hono } from "hono";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { newClaim as m } from "../../../shared/i18n/desk/pages.en.ts";
import { ClaimInput } from "../../../shared/model/claim.ts";
import { claimIdOf, isId } from "../../../shared/model/id.ts";
import { Stance } from "../../../shared/model/sighting.ts";
import { createClaims } from "../../editing/claims/create.ts";
import { addSightings } from "../../editing/sightings.ts";
import type { Env } from "../../env.d.ts";
import { backfillClaims } from "../../pipeline/backfill.ts";
import { hint } from "../../pipeline/queue.ts";
import { selectClaim, summaryOf } from "../../store/claims/claims.ts";
import { findSimilarClaims, type SimilarClaim as Similar } from "../../store/claims/find.ts";
import type { Db } from "../../store/d1.ts";
import { documentOf, selectDocument } from "../../store/documents/documents.ts";
import { selectRevisions, textOfRevision } from "../../store/documents/revisions.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, type Fault, type Fields, faultOf, onForm, type Sent, signedIn } from "../ui/forms.ts";
import type { Strip } from "./frame.ts";
import { newClaimPage } from "./new-claim-view.ts";

async function answer(c: Ctx, { db, viewer }: Asked, form: Fields, similar: Similar[] | null, fault?: Fault): Promise<Response> {
  const strip: Strip | null = fault ? { ...fault, undo: null, back: "/claims/new", isProblem: true } : null;
  const page = newClaimPage({ baseUrl: new URL(c.req.url).origin, viewer, form, similar, strip });
  return respond(c, page, db, fault ? 422 : 200);
}
async function show(c: Ctx, asked: Asked): Promise<Response> {
  const clean = (name: string, max: number) => (c.req.query(name) ?? "").slice(0, max).toWellFormed().replaceAll("\0", "");
  const named = c.req.query("document");
  const document = isId("d", named) ? named : "";
  const quote = clean("quote", 5000);
  return answer(c, asked, { text: clean("text", 2000) || quote.slice(0, 2000), subject: "", document, quote }, null);
}

/** Whether a document exists and has a sentence, ignoring spaces; else what is wrong. */
async function sentenceFault(db: Db, id: string, quote: string): Promise<string | null> {
  const { documents, revisions } = await db.load({ documents: selectDocument(db, id, []), revisions: selectRevisions(db, id, 1) });
  const document = documents[0] && documentOf(documents[0]);
  if (!document) return m.notThere;
  const [latest] = revisions;
  const flat = (words: unknown) =>
    String(words ?? "")
      .replace(/\s+/gu, " ")
      .trim();
  const held = `${flat(document.title)} ${flat(textOfRevision(latest))}`;
  return quote && !held.includes(flat(quote)) ? m.notItsWords : null;
}

async function make(c: Ctx, sent: Sent): Promise<Response> {
  const { db } = sent;
  const form: Fields = Object.fromEntries(
    ["text", "subject", "document", "quote", "stance"].map((name) => [name, sent.fields[name]?.trim() ?? ""]),
  );
  const { text = "", subject = "", document = "", quote = "" } = form;
  const now = Date.now();
  const input = ClaimInput.safeParse({ text, visibility: "private", ...(subject && { subject }) });
  if (!input.success) return answer(c, sent, form, null, faultOf(input.error, { text: m.wording, subject: m.subject }));
  const fault = document ? await sentenceFault(db, document, quote) : null;
  if (fault) return answer(c, sent, form, null, { text: fault, field: "quote" });
  // A claim with the same wording exists: its visibility stays as it is.
  const id = claimIdOf(text);
  const { claims } = await db.load({ claims: selectClaim(db, id) });
  const there = claims[0] && summaryOf(claims[0]);
  if (there?.status === "proposed") return c.redirect(`/review?kind=claim&claim=${id}`, 303);
  if (there) return c.redirect(`/c/${there.mergedInto ?? id}?as=editor&said=${encodeURIComponent(`note.${m.exists}`)}`, 303);
  const similar = await findSimilarClaims(db, { id, text, lang: null, createdAt: now });
  const wasShown = sent.fields["looked"]?.trim() === text;
  if (sent.fields["do"] !== "make" || (similar.length > 0 && !wasShown)) return answer(c, sent, form, similar);
  const [made] = await createClaims(db, [input.data], { now, mayReview: true });
  if (!made || "detail" in made) return answer(c, sent, form, similar, { text: made?.detail ?? answered.notValid, field: "text" });
  if (document) {
    const stance = Stance.catch("support").parse(form["stance"]);
    await addSightings(db, [{ claim: made.id, document, role: "assert", stance, certainty: "unstated", ...(quote && { quote }) }], now);
  }
  // Stored documents that make the claim.
  const found = await backfillClaims(db, [made.id], now, { similar: true });
  if (found.length) c.executionCtx.waitUntil(hint(c.env.INGEST, found));
  return c.redirect(`/c/${made.id}?as=editor&said=${encodeURIComponent(`note.${m.made}`)}`, 303);
}

/** Puts the page of a new claim on an app. */
export function newClaimPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/claims/new", signedIn("review", show));
  app.post("/claims/new", onForm("review", make));
}
