/** What waits for a person, as the review page shows it: a bounded number of rows, whatever the size of the queue. */
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { edgeKinds } from "../../../shared/edges/registry.ts";
import { kindAtPlace, kindName, messagesOf, placeName, plain, plural, timeInWords } from "../../../shared/i18n/index.ts";
import {
  type ClaimSummary,
  countProposed,
  selectClaim,
  selectClaims,
  selectPhrasings,
  selectProposed,
  summaryOf,
} from "../../store/claims/claims.ts";
import { findSimilarClaims } from "../../store/claims/find.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../../store/documents/documents.ts";
import { selectRevisions } from "../../store/documents/revisions.ts";
import { selectLatestEvents } from "../../store/jobs/events.ts";
import { type EdgeRow, edgeOf, selectEdges, selectSuggested } from "../../store/relations/edges.ts";
import {
  countReview,
  type SightingRow,
  selectReview,
  selectSightingsOf,
  selectTimeline,
  sightingOf,
} from "../../store/relations/sightings.ts";
import { passageOf } from "../ui/marks.ts";
import type { ReviewKind, Side, Suggestion } from "./review.ts";

/** Events among which suggested edges are sought: each look costs so many rows, and about as many edges. */
const STRETCH = 500;
const MIN_SAMPLED = 100;
const LAST = Number.MAX_SAFE_INTEGER;
const LOCALE = { tz: "UTC", lang: "en" };
const WORDS = messagesOf(LOCALE.lang);

interface Found {
  suggestion: Suggestion;
  /** The position after it. */
  skip: string;
}
/** "Post on X by @a, 3 Apr 2025". */
function headingOf(d: StoredDocument): string {
  const place = placeName({ platform: d.platform, place: d.told?.place ?? null, url: d.url });
  const what = kindAtPlace(kindName(d.kind, WORDS), d, place ?? "", WORDS);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${d.author ? ` by ${plain(d.author, 60)}` : ""}, ${timeInWords(d.published, LOCALE)}`;
}
function textOf(document: StoredDocument, revisions: Row[]): string {
  const latest = revisions[0];
  const text = latest ? String(latest.text ?? (latest.format === "text" ? latest.raw : "")) : "";
  return text || document.told?.sentence || document.told?.description || document.title || "";
}
/** A document with its text, or the words of another that tells of it. */
async function sidesOf(db: Db, wanted: { id: string; quote: string | null }[]): Promise<(Side | null)[]> {
  const [rows = [], ...texts] = await db.batch([
    selectDocuments(
      db,
      wanted.map((w) => w.id),
    ),
    ...wanted.map((w) => selectRevisions(db, w.id, 1)),
  ]);
  const held = new Map(rows.map(documentOf).map((d) => [d.id, d]));
  return wanted.map(({ id, quote }, i) => {
    const document = held.get(id);
    if (!document) return null;
    const text = passageOf(textOf(document, texts[i] ?? []), quote);
    return { heading: headingOf(document), path: `/d/${id}`, text: text || "We hold no text of it.", lang: document.lang };
  });
}
const MISSING = { heading: "A document", path: null, text: "It is not held any more.", lang: null } satisfies Side;
const percent = (score: number | null) => (score === null ? "" : `${Math.min(99, Math.round(score * 100))} %, `);
const claimSide = (claim: ClaimSummary, phrasings: string[] = []): Side => ({
  heading: "The claim",
  path: `/c/${claim.id}`,
  text: [claim.text, ...phrasings.filter((p) => p !== claim.text).slice(0, 3)].join("\n"),
  lang: claim.lang,
});

async function ofSighting(db: Db, s: SightingRow): Promise<Found | null> {
  const [[claims = [], said = []], [right]] = await Promise.all([
    db.batch([selectClaims(db, [s.claimId]), selectPhrasings(db, s.claimId)]),
    sidesOf(db, [{ id: s.documentId, quote: s.quote?.exact ?? s.excerpt }]),
  ]);
  if (!claims[0]) return null;
  const phrasings = said.map((row) => String(row.text));
  const act = s.role === "respond" ? "answer" : s.stance === "deny" ? "deny" : s.stance === "query" ? "ask about" : "make";
  return {
    skip: cursorOf([s.recordedAt, s.id]),
    suggestion: {
      question: `Does this ${kindName(s.kind, WORDS)} ${act} this claim?`,
      left: claimSide(summaryOf(claims[0]), phrasings),
      right: right ?? MISSING,
      how: `${percent(s.score)}stance: ${s.stance}, ${s.method}`,
      reasons: s.reasons,
      fields: { claim: s.claimId, document: s.documentId, id: s.id },
      wording: null,
      alike: [],
    },
  };
}
async function ofEdge(db: Db, e: EdgeRow, skip: string): Promise<Found> {
  const [left, right] = await sidesOf(db, [
    { id: e.childId, quote: e.evidence.quote?.exact ?? null },
    { id: e.parentId ?? "", quote: e.evidence.quote?.exact ?? null },
  ]);
  const label = edgeKinds[e.type as keyof typeof edgeKinds]?.label ?? e.type;
  return {
    skip,
    suggestion: {
      question: `Did the first come from the second? (${label})`,
      left: left ?? MISSING,
      right: right ?? MISSING,
      how: `${percent(e.confidence)}known by ${e.basis}, ${e.method}${e.primary ? "" : "; one candidate of several"}`,
      reasons: e.evidence.why ? [e.evidence.why] : [],
      fields: { child: e.childId, parent: e.parentId ?? "", type: e.type },
      wording: null,
      alike: [],
    },
  };
}
async function ofClaim(db: Db, claim: ClaimSummary): Promise<Found> {
  const [[rows = []], alike] = await Promise.all([
    db.batch([selectTimeline(db, claim.id, { at: Number.MIN_SAFE_INTEGER, id: "" }, 1, null)]),
    findSimilarClaims(db, claim),
  ]);
  const first = rows[0] && sightingOf(rows[0]);
  const [right] = first ? await sidesOf(db, [{ id: first.documentId, quote: first.quote?.exact ?? first.excerpt }]) : [];
  return {
    skip: cursorOf([claim.createdAt, claim.id]),
    suggestion: {
      question: "Is this a claim to follow?",
      left: claimSide(claim),
      right: right ?? MISSING,
      how: `in ${plural(claim.sightings, "appearance")}, ${plural(claim.responses, "response")}`,
      reasons: first?.reasons.length ? first.reasons : ["The text puts it forward, and no claim that is tracked says the same."],
      fields: { id: claim.id },
      wording: claim.text,
      alike,
    },
  };
}

/** Where a queue goes on: after an instant, or at a seq of the log, and after a key there. */
function positionOf(after: string): { at: number; id: string } | null {
  const position = positionIn(after, ["number", "string"] as const);
  return position && { at: Number(position[0]), id: String(position[1]) };
}
interface Queue {
  /** Of edges: in this stretch of the log. */
  counts: Record<ReviewKind, number>;
  found: Found | null;
  /** Where older suggestions may be, when this stretch has none. */
  further: string | null;
}
const edgeKey = (e: Pick<EdgeRow, "parentId" | "type">) => `${e.parentId ?? ""} ${e.type}`;
const START = { at: 0, id: "" };

/** The next suggestion of a kind after a position, or the one that is named, and how many wait of each kind. */
export async function nextOf(db: Db, kind: ReviewKind, after: string, named: Record<string, string> | null): Promise<Queue> {
  const from = positionOf(after);
  const seq = kind === "edges" && from ? from.at : LAST;
  const next = kind === "claims" ? selectProposed(db, from ?? START, 1) : selectReview(db, from ?? START, 1);
  const [waiting = [], proposed = [], newest = [], edges = [], rows = []] = await db.batch([
    countReview(db),
    countProposed(db),
    selectLatestEvents(db, 1),
    selectSuggested(db, Math.min(LAST - 1, seq) + 1, STRETCH, MIN_SAMPLED),
    ...(kind === "edges" ? [] : [next]),
  ]);
  const left = edges
    .map((row) => ({ seq: Number(row.seq), edge: edgeOf(row) }))
    .filter((e) => e.seq < seq || edgeKey(e.edge) > (from?.id ?? ""));
  const counts = { sightings: Number(waiting[0]?.n), claims: Number(proposed[0]?.n), edges: left.length };
  const before = Math.min(seq, Number(newest[0]?.seq ?? 0)) - STRETCH;
  const further = kind === "edges" && before > 0 ? cursorOf([before, ""]) : null;
  const one = named && (await followableOf(db, kind, named));
  if (one) return { counts, found: { ...one, skip: after }, further: null };
  if (kind === "edges") {
    const first = left[0];
    const found = first ? await ofEdge(db, first.edge, cursorOf([first.seq, edgeKey(first.edge)])) : null;
    return { counts, found, further };
  }
  const row = rows[0];
  return {
    counts,
    found: row ? await (kind === "claims" ? ofClaim(db, summaryOf(row)) : ofSighting(db, sightingOf(row))) : null,
    further: null,
  };
}

/** The suggestion that these fields name, if it waits. */
async function followableOf(db: Db, kind: ReviewKind, named: Record<string, string>): Promise<Found | null> {
  if (kind === "claims") {
    const [rows = []] = await db.batch([selectClaim(db, named["id"] ?? "")]);
    const claim = rows[0] && summaryOf(rows[0]);
    return claim?.status === "proposed" ? ofClaim(db, claim) : null;
  }
  const s = kind === "sightings" ? await waitingSighting(db, named) : null;
  if (s) return ofSighting(db, s);
  const e = kind === "edges" ? await waitingEdge(db, named) : null;
  return e && ofEdge(db, e, "");
}
/** The sighting that a form names, if nobody has judged it. */
export async function waitingSighting(db: Db, { claim, document, id }: Record<string, string>): Promise<SightingRow | null> {
  const [rows = []] = await db.batch([selectSightingsOf(db, [document ?? ""])]);
  const found = rows.map(sightingOf).find((s) => s.claimId === claim && s.id === id);
  return found && !found.listed && found.state === "suggested" ? found : null;
}
/** The edge that a form names, if nobody has judged it. */
export async function waitingEdge(db: Db, { child, parent, type }: Record<string, string>): Promise<EdgeRow | null> {
  const [rows = []] = await db.batch([selectEdges(db, [child ?? ""])]);
  const found = rows.map(edgeOf).find((e) => (e.parentId ?? "") === parent && e.type === type);
  return found?.state === "suggested" ? found : null;
}
