/** What the review queue's forms do: accept, reject, undo, and several at once. After each the next suggestion comes. */
import type { Hono } from "hono";
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { plural } from "../../../shared/i18n/index.ts";
import { ClaimPatch } from "../../../shared/model/claim.ts";
import { decideProposal, undoClaim } from "../../editing/claims.ts";
import { type EdgeOutcome, judgeEdge, undoEdge } from "../../editing/edges.ts";
import { mergeClaim } from "../../editing/merge.ts";
import type { EditProblem } from "../../editing/problem.ts";
import { judgeSighting, undoSighting } from "../../editing/sightings.ts";
import type { Env } from "../../env.d.ts";
import { seekEarlier } from "../../pipeline/backfill.ts";
import { atOnce } from "../../pipeline/index.ts";
import { hint } from "../../pipeline/queue.ts";
import { selectClaim, selectClaims, summaryOf } from "../../store/claims/claims.ts";
import { Db } from "../../store/d1.ts";
import { selectSubjectsAt } from "../../store/jobs/events.ts";
import { selectReviewAbove, sightingOf } from "../../store/relations/sightings.ts";
import { respond } from "../claim/routes.ts";
import { signInFirst } from "../people/signin-forms.ts";
import { type Ctx, type Fields, refusal, type Sent, sentForm } from "../ui/forms.ts";
import { viewerOf } from "../ui/session.ts";
import { bulkPage, KINDS, type ReviewData, type ReviewKind, reviewPage } from "./review.ts";
import { nextOf, waitingEdge, waitingSighting } from "./review-queue.ts";

const FORM_LIMIT = 30_000;
/** Sightings accepted at once: each takes three calls to D1, of which the free plan has 50 a request. */
const BULK = 15;
/** Proposals that are decided with one: each takes up to five calls. */
const WITH = 8;
/** Among so many of the queue. */
const AMONG = 1000;
/** The log's newest events, among which those of a bulk decision are found again. */
const RECENT = 2000;

/** A decision, as the address of the next page carries it: kind, what was decided, when, and what names it. */
interface Decision {
  kind: ReviewKind | "bulk";
  what: string;
  at: number;
  /** In the order of NAMES. */
  names: string[];
}
const NAMES: Record<ReviewKind, readonly string[]> = {
  sightings: ["claim", "document", "id"],
  edges: ["child", "parent", "type"],
  claims: ["id"],
};
const SHAPE = ["string", "string", "number", "string", "string", "string"] as const;
function tokenOf({ kind, what, at, names }: Decision): string {
  return cursorOf([kind, what, at, names[0] ?? "", names[1] ?? "", names[2] ?? ""]);
}
function decisionIn(token: string): Decision | null {
  const parts = positionIn(token, SHAPE);
  if (!parts) return null;
  const [kind, what, at, ...names] = parts;
  const known = kind === "bulk" || Object.hasOwn(KINDS, String(kind));
  return known ? { kind: kind as Decision["kind"], what: String(what), at: Number(at), names: names.map(String) } : null;
}
const namedBy = (kind: ReviewKind, names: string[]): Fields => Object.fromEntries(NAMES[kind].map((name, i) => [name, names[i] ?? ""]));
const kindOf = (value: string | undefined): ReviewKind | null =>
  value !== undefined && Object.hasOwn(KINDS, value) ? (value as ReviewKind) : null;

/** What the address says was decided, in words; the button that undoes it goes with it. */
function doneOf(token: string): ReviewData["done"] {
  const decision = decisionIn(token);
  if (!decision) return null;
  const { kind, what, names } = decision;
  if (what === "undone") return { text: "Undone: it waits again.", undo: null };
  if (kind === "bulk") return { text: `Accepted: ${Number(names[0]) || 0} at once.`, undo: token };
  const claim = kind === "claims" && what === "accept" && names[0] ? names[0] : null;
  if (what === "merge") return { text: "Now one with another claim.", undo: null, claim: names[1] ?? null };
  const others = kind === "claims" && names[2] ? ` as one with ${plural(names[2].split(" ").length, "other")}` : "";
  return { text: `${what === "accept" ? "Accepted" : "Rejected"}${others}.`, undo: token, claim };
}

async function show(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refused = await signInFirst(c, db, "review");
  if (refused) return refused;
  const after = (c.req.query("after") ?? "").slice(0, 200);
  const asked = kindOf(c.req.query("kind"));
  const token = (c.req.query("did") ?? "").slice(0, 800);
  const decision = decisionIn(token);
  const kind = asked ?? "sightings";
  const one = kind === "claims" ? c.req.query("one") : undefined;
  const undone = one ? { id: one } : decision?.what === "undone" && decision.kind === kind ? namedBy(kind, decision.names) : null;
  let queue = await nextOf(db, kind, after, undone);
  let shown = kind;
  // Who comes without saying what for sees what there is.
  if (!asked && !queue.found && (queue.counts.claims || queue.counts.edges)) {
    shown = queue.counts.claims ? "claims" : "edges";
    queue = await nextOf(db, shown, "", null);
  }
  const baseUrl = new URL(c.req.url).origin;
  const { counts, found, further } = queue;
  const page = reviewPage({
    baseUrl,
    viewer: await viewerOf(c, db),
    kind: shown,
    counts,
    suggestion: found?.suggestion ?? null,
    after,
    skip: found?.skip ?? "",
    done: doneOf(token),
    further: further && `${baseUrl}/review?kind=edges&after=${further}`,
  });
  return respond(c, page, db);
}

/** Null when there was nothing to decide; a text when it cannot be done. */
async function settledEdge(c: Ctx, outcome: EdgeOutcome | EditProblem | null): Promise<true | string | null> {
  if (!outcome) return null;
  if ("detail" in outcome) return `That cannot be: the source ${outcome.detail}.`;
  await atOnce(new Db(c.env.DB), outcome.again, Date.now);
  return true;
}

/** Accepts or rejects what a form names: true, null when it does not wait any more, or why it cannot be done. */
async function decide(c: Ctx, { db, fields, all }: Sent, kind: ReviewKind, accept: boolean, now: number): Promise<true | string | null> {
  const state = accept ? "confirmed" : "rejected";
  if (kind === "sightings") {
    const s = await waitingSighting(db, fields);
    return s && ((await judgeSighting(db, s.claimId, s.documentId, s.id, state, now)) ? true : null);
  }
  if (kind === "edges") {
    const e = await waitingEdge(db, fields);
    return e && settledEdge(c, await judgeEdge(db, { child: e.childId, parent: e.parentId, type: e.type }, state, now));
  }
  const [rows = []] = await db.batch([selectClaim(db, fields["id"] ?? "")]);
  if (rows[0]?.status !== "proposed") return null;
  if (fields["into"]) return (await mergeClaim(db, String(rows[0].id), fields["into"], now)) && true;
  const wanted = accept ? { text: fields["text"]?.trim(), status: "open", visibility: fields["visibility"] } : { status: "archived" };
  const patch = ClaimPatch.safeParse(wanted);
  if (!patch.success) return `${patch.error.issues[0]?.path.join(" ")}: ${patch.error.issues[0]?.message}`;
  const claim = await decideProposal(db, String(rows[0].id), patch.data, now);
  if (!claim) return null;
  const [others = []] = await db.batch([selectClaims(db, all("with").slice(0, WITH))]);
  for (const other of others.map((row) => summaryOf(row)).filter((one) => one.status === "proposed"))
    await (accept ? mergeClaim(db, other.id, claim.id, now + 1) : decideProposal(db, other.id, patch.data, now));
  if (accept) await hint(c.env.INGEST, await seekEarlier(db, [claim.id], true, now));
  return true;
}
async function undo(c: Ctx, { db }: Sent, { kind, at, names }: Decision, now: number): Promise<true | string | null> {
  const [one = "", two = "", three = ""] = names;
  switch (kind) {
    case "sightings":
      return (await undoSighting(db, one, two, three, at, now)) && true;
    case "edges":
      return settledEdge(c, await undoEdge(db, { child: one, parent: two || null, type: three }, at, now));
    case "claims":
      // What was merged stays so; what was rejected with it waits again, too.
      for (const other of three.split(" ")) if (other) await undoClaim(db, other, at, now);
      return (await undoClaim(db, one, at, now)) && true;
    case "bulk": {
      const [events = []] = await db.batch([selectSubjectsAt(db, "sighting.confirmed", at, RECENT)]);
      let any = false;
      for (const row of events.slice(0, BULK)) {
        const { claim, document, by } = JSON.parse(String(row.detail)) as Record<string, string>;
        if (by === db.by && (await undoSighting(db, claim ?? "", document ?? "", String(row.subject), at, now))) any = true;
      }
      return any || null;
    }
  }
}

async function act(c: Ctx): Promise<Response> {
  const sent = await sentForm(c, "review", FORM_LIMIT);
  if (sent instanceof Response) return sent;
  const { fields } = sent;
  const kind = kindOf(fields["kind"]);
  const what = kind === "claims" && fields["into"] ? "merge" : (fields["do"] ?? "");
  const decision = what === "undo" ? decisionIn(fields["token"] ?? "") : null;
  if (!kind || !(what === "accept" || what === "reject" || what === "merge" || decision))
    return refusal(c, sent.db, 422, "Nothing was changed", "The form says nothing that can be done.");
  const now = Date.now();
  const result = decision ? await undo(c, sent, decision, now) : await decide(c, sent, kind, what === "accept", now);
  if (typeof result === "string") return refusal(c, sent.db, 422, "Nothing was changed", result);
  if (result === null)
    return refusal(c, sent.db, 409, "Nothing was changed", "It does not wait any more: somebody decided it, or it was changed since.");
  const names = decision ? decision.names : [...NAMES[kind], "into"].map((name) => fields[name] ?? "");
  if (kind === "claims" && !decision) names[2] = sent.all("with").slice(0, WITH).join(" ");
  const did = tokenOf({ kind: decision?.kind ?? kind, what: decision ? "undone" : what, at: now, names });
  return c.redirect(`/review?${new URLSearchParams({ kind, after: fields["after"] ?? "", did })}`, 303);
}

async function showBulk(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refused = await signInFirst(c, db, "review");
  if (refused) return refused;
  const above = Math.min(99, Math.max(1, Math.round(Number(c.req.query("above")) || 80)));
  const [found = []] = await db.batch([selectReviewAbove(db, above / 100, BULK + 1, AMONG)]);
  const rows = found.map(sightingOf).slice(0, BULK);
  const [heads = []] = await db.batch([
    selectClaims(
      db,
      rows.map((s) => s.claimId),
    ),
  ]);
  const claims = new Map(heads.map((row) => [String(row.id), summaryOf(row).text]));
  const page = bulkPage({
    baseUrl: new URL(c.req.url).origin,
    viewer: await viewerOf(c, db),
    above,
    rows: rows.map((s) => ({
      token: cursorOf([s.claimId, s.documentId, s.id]),
      claim: claims.get(s.claimId) ?? "",
      words: s.quote?.exact ?? s.excerpt ?? s.title ?? s.told?.sentence ?? "",
      from: s.author ?? s.platform ?? "author not known",
      score: s.score ?? 0,
    })),
    more: found.length > BULK,
  });
  return respond(c, page, db);
}
async function actBulk(c: Ctx): Promise<Response> {
  const sent = await sentForm(c, "review", FORM_LIMIT);
  if (sent instanceof Response) return sent;
  const now = Date.now();
  let accepted = 0;
  for (const token of sent.all("pick").slice(0, BULK)) {
    const parts = positionIn(token, ["string", "string", "string"] as const)?.map(String);
    const s = parts && (await waitingSighting(sent.db, namedBy("sightings", parts)));
    if (s && (await judgeSighting(sent.db, s.claimId, s.documentId, s.id, "confirmed", now))) accepted++;
  }
  const did = accepted ? tokenOf({ kind: "bulk", what: "accept", at: now, names: [String(accepted)] }) : "";
  return c.redirect(`/review?${new URLSearchParams({ kind: "sightings", did })}`, 303);
}

/** Puts the review queue on an app. */
export function reviewPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/review", show);
  app.post("/review", act);
  app.get("/review/bulk", showBulk);
  app.post("/review/bulk", actBulk);
}
