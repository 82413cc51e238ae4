/** From readings and their context to rows: sightings, responses, reported documents, edges, proposed claims. Decides; writes nothing. */

import { isPost } from "../../../shared/model/document.ts";
import { MAX_OTHER_PARENTS } from "../../../shared/model/edge.ts";
import { READER } from "../../../shared/model/sighting.ts";
import { PUT_BACK } from "../../../shared/review/decision.ts";
import { byText, byTime } from "../../../shared/timeline/order.ts";
import type { ParentView } from "../../../shared/timeline/views.ts";
import { shownHost } from "../../../shared/url.ts";
import type { ClaimRow } from "../../store/claims/claims.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { certainAt, firstOf } from "../../store/documents/texts.ts";
import { accountKey, type Dependency, documentKey, reportKey, storyKey } from "../../store/relations/dependencies.ts";
import { type EdgeRow, isStated } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../context/context.ts";
import { type Resolved, reportedDocument, resolveReported } from "../context/references.ts";
import { likelyIn } from "../match.ts";
import type { Work } from "../read.ts";
import { edgesOf, sightingsByDocument, textChangesAlong } from "./edges.ts";
import { withPropagated } from "./propagation.ts";
import { withOwnResponses } from "./responses.ts";
import { type Findings, sightingsOf } from "./sightings.ts";

/** The findings about one document, and how they affect others. */
export interface Related {
  work: Work;
  documents: StoredDocument[];
  claims: ClaimRow[];
  sightings: SightingRow[];
  edges: EdgeRow[];
  /** The origin of each document concerned, as its sightings show it. */
  parents: Map<string, Parents>;
  /** Later documents with similar texts, which are related again: this one may be their parent. For a shared text, its first document. */
  later: string[];
  /** Later texts in its buckets with which it is not compared: their first documents are related again, too. */
  overflow: string[];
  /** The text that reading found: other documents with the same text are related again. */
  newText: { textId: string; cause: string } | null;
  /** Placeholders for documents that it reports and that are stored under another id. */
  resolved: Resolved[];
  /** Documents that are not stored or not read yet: when they are, this one is related again. */
  missing: string[];
  /**
   * What it depends on besides its parents: linked documents that are missing, buckets of texts that it quotes, pages of an outlet and earlier posts
   * of accounts that it names, responses that it reports faintly, and the page by which it links.
   */
  dependencies: Dependency[];
  /** Reported responses that are too faint to count without another document's report. */
  faint: Findings["faint"];
  /** The documents whose claims, or proposals, propagate to it. */
  propagatedFrom: string[];
  /** The ids of documents that it reports and whose rows it writes. */
  reported: string[];
}
type Parents = Pick<SightingRow, "parent" | "otherParents">;

/** A document with its sightings and what it reports. These come before the edges, because text changes are found by the quotes of both ends. */
type Seen = { work: Work; findings: Findings } & ReturnType<typeof resolveReported>;

/** The findings to write for these documents, one by one. */
export function relateAll(work: Work[], context: Context, now: number): Related[] {
  const seen = work.map((one) => ({ work: one, findings: sightingsOf(one, context, now) }));
  const found = seen.flatMap(({ findings }) => findings.sightings);
  const listed = [...found, ...context.sourceSightings].filter((s) => s.listed);
  const reports = context.outletReports.flatMap((report) => report.found);
  const sightings = sightingsByDocument([...context.sourceSightings, ...reports, ...found]);
  return seen.map((one) => relateOne({ ...one, ...resolveReported(one.work, one.findings, context, listed) }, context, sightings, now));
}

/** Whether it waits because an editor put it back for review. */
export const isPutBack = ({ state, listed, reasons }: SightingRow): boolean =>
  state === "suggested" && !listed && reasons.includes(PUT_BACK);
/** A sighting as it was found; it waits if an editor put it back. */
function heldBack(found: SightingRow, { sightings }: Context): SightingRow {
  const isBack = sightings.some((one) => one.id === found.id && isPutBack(one));
  return isBack ? { ...found, listed: false, reasons: [...found.reasons, PUT_BACK] } : found;
}

function relateOne(seen: Seen, context: Context, allSightings: ReadonlyMap<string, SightingRow[]>, now: number): Related {
  const { work, findings, ids, foreign, resolved, unfiled } = seen;
  const { document } = work;
  const concerned = new Set([document.id, ...ids.filter((id) => !foreign.has(id))]);
  const denies = findings.sightings.some((s) => s.documentId === document.id && s.stance === "deny");
  const edges = edgesOf(work, context, { concerned, reportedIds: ids, denies }, now)
    .filter(({ childId, parentId }) => !unfiled.has(childId) && !unfiled.has(parentId ?? ""))
    .map((edge) => ({ ...edge, textChanges: textChangesAlong(edge, work, context, allSightings) }));
  const { sightings: seenWith, propagatedFrom } = withPropagated(work, context, findings, edges, now);
  const sightings = withOwnResponses(work, context, seenWith, now).map((one) => heldBack(one, context));
  const { reported, placeholders } = reportedRows(seen, context, edges, concerned);
  const names = namesOf(work, context, [...reported, ...placeholders]);
  return {
    work,
    claims: findings.claims.filter((c) => sightings.some((s) => s.claimId === c.id)),
    documents: [...reported.filter((d) => context.documents.get(d.id)?.told?.by !== document.id), ...placeholders],
    // Edges that people and platforms stated of resolved documents stay.
    edges: [...edges, ...context.edges.filter((e) => isStated(e) && resolved.some(({ id }) => id === e.childId))],
    resolved,
    parents: new Map([...concerned].map((id) => [id, parentsOf(id, edges, names)])),
    // The only parent of a reported response is the document that reports it.
    sightings: sightings
      .filter((s) => !foreign.has(s.documentId))
      .map((sighting) => ({
        ...sighting,
        ...(sighting.response && sighting.toldBy
          ? { parent: null, otherParents: [] }
          : parentsOf(sighting.documentId, edgesFor(sighting, edges, ids, sightings), names)),
      })),
    propagatedFrom: [...propagatedFrom, ...(context.joins.pages.get(document.id) ?? [])],
    reported: reported.map((d) => d.id),
    faint: findings.faint,
    ...(work.capture ? dependenciesOf(document.id, edges, reported, findings, context) : { missing: [], dependencies: [] }),
    ...affectedByNew(work, context),
  };
}

/** Rows for the documents that it reports, and placeholders for linked pages to which an edge leads and that nobody sent. */
function reportedRows(seen: Seen, context: Context, edges: EdgeRow[], concerned: ReadonlySet<string>) {
  const { ids } = seen;
  const { document } = seen.work;
  const reported = seen.reported.map((one) => reportedDocument(one.reported, one.to, document.id)).filter((d) => concerned.has(d.id));
  const parents = new Set(edges.map((e) => e.parentId));
  // If only an erased document linked to the page, the address was erased with that document.
  const isMissing = (id: string) => {
    const known = context.documents.get(id);
    return !known || (known.seen === "reported" && known.url === null && !context.erased.has(id));
  };
  const placeholders = (context.linked.get(document.id) ?? [])
    .filter((l) => parents.has(l.id) && isMissing(l.id) && !ids.includes(l.id))
    .map((l) => placeholder(l.id, context.erased.has(l.id) ? null : l.url));
  return { reported, placeholders };
}

/** The name by which timeline rows call a document. */
export const nameOf = ({ author, url }: Pick<StoredDocument, "author" | "url">): string | null => author ?? shownHost(url);

/** The names by which timeline rows call other documents. */
function namesOf({ document }: Work, context: Context, added: StoredDocument[]): Map<string, string | null> {
  const near = (context.near.get(document.id) ?? []).map((n) => n.document);
  const names = new Map([...context.documents.values(), ...added, ...near].map((d) => [d.id, nameOf(d)]));
  for (const { found } of context.outletReports) for (const s of found) names.set(s.documentId, names.get(s.documentId) ?? nameOf(s));
  for (const { row, candidates } of context.mentions.get(document.id) ?? [])
    for (const { document: one } of candidates) names.set(one.id, names.get(one.id) ?? `@${row.handle}`);
  return names;
}

/** Other documents that must be related again because this one is new. */
function affectedByNew(work: Work, context: Context): Pick<Related, "later" | "overflow" | "newText"> {
  const { document, reason, textId, capture } = work;
  // The text of a post is stored when it is accepted, and documents that share it get their jobs then. The text of a page is known only now.
  const hasNewText = reason === "new" && textId && !(isPost(document) && capture?.format === "text");
  const newText = hasNewText ? { textId, cause: document.id } : null;
  if (reason !== "new") return { later: [], overflow: [], newText };
  const at = certainAt(document.published);
  const near = (context.near.get(document.id) ?? []).filter((n) => byTime({ id: document.id, at }, firstOf(n)) < 0);
  const later = [...near.map((n) => n.document.id), ...(context.groups.get(document.id)?.later ?? [])];
  return { later: [...new Set(later)], overflow: context.buckets.get(document.id)?.overflow ?? [], newText };
}

/** The dependencies of the findings about a document. */
function dependenciesOf(
  id: string,
  edges: EdgeRow[],
  reported: StoredDocument[],
  { faint }: Findings,
  context: Context,
): Pick<Related, "missing" | "dependencies"> {
  const parents = edges.flatMap((e) => (e.childId === id && e.parentId ? [e.parentId] : []));
  const linked = context.linked.get(id)?.map((l) => l.id) ?? [];
  const missing = [...new Set([...parents, ...linked])].filter((parent) => {
    const known = context.documents.get(parent);
    const isPlaceholder = !known
      ? linked.includes(parent) || reported.some((d) => d.id === parent && d.url !== null)
      : known.seen === "reported" && known.url !== null && known.resolvedId === null;
    return isPlaceholder || context.unread.has(parent);
  });
  const keys = [
    // For parents the edges record the dependency.
    ...missing.filter((one) => !parents.includes(one)).map(documentKey),
    ...(context.buckets.get(id)?.quoted ?? []),
    ...context.outletReports.flatMap(({ search }) => (search.documentId === id ? search.key : [])),
    ...faint.map(({ claimId, key }) => reportKey(claimId, key)),
    // The page by which it links. If there is none yet, the claim: another page may come to make it.
    ...new Set(likelyIn(context, id).map(({ story, claimId }) => storyKey(story ?? claimId))),
  ];
  // If the platform states that a post is a reply, it answers that post. Other posts of the addressed account are then not its parents.
  const isReply = edges.some(
    (e) =>
      e.childId === id && e.type === "reply" && e.basis === "platform" && e.state !== "rejected" && context.documents.has(e.parentId ?? ""),
  );
  const mentions = (context.mentions.get(id) ?? []).filter(({ mention }) => !(isReply && mention.how === "answer"));
  const named = mentions.map(({ row }) => ({ key: accountKey(row.platform, row.handle), until: row.at }));
  return { missing, dependencies: [...keys.map((key) => ({ key })), ...named].map((one) => ({ ...one, documentId: id })) };
}

/**
 * The edges that hold for the claim of a sighting. A source named only for another claim says nothing about this one, so edges to documents that are
 * reported only for other claims are left out.
 */
function edgesFor({ claimId, documentId }: SightingRow, edges: EdgeRow[], reportedIds: string[], sightings: SightingRow[]): EdgeRow[] {
  const claimsOf = (id: string | null) => sightings.filter((s) => s.documentId === id).map((s) => s.claimId);
  return edges.filter(({ parentId, childId, basis, method }) => {
    if (childId !== documentId || method !== READER || basis === "similarity" || !reportedIds.includes(parentId ?? "")) return true;
    const about = claimsOf(parentId);
    return about.length === 0 || about.includes(claimId);
  });
}

/** Maximum number of text changes that a timeline row shows. */
const MAX_SHOWN_CHANGES = 3;

/** The parents that a timeline row shows, from the document's edges and the names of the others. */
export function parentsOf(childId: string, edges: EdgeRow[], names: ReadonlyMap<string, string | null>): Parents {
  const own = edges.filter((e) => e.childId === childId && e.state !== "rejected");
  const view = (edge: EdgeRow): ParentView => ({
    documentId: edge.parentId,
    label: edge.parentId ? (names.get(edge.parentId) ?? null) : (edge.evidence.name ?? null),
    type: edge.type as ParentView["type"],
    basis: edge.basis,
    confidence: edge.confidence,
    ...(edge.evidence.read && { read: true as const }),
  });
  const primary = own.find((e) => e.primary);
  const others = own.filter((e) => !e.primary && e.parentId !== null && e.parentId !== primary?.parentId);
  const changes = primary?.textChanges.slice(0, MAX_SHOWN_CHANGES) ?? [];
  return {
    parent: primary ? { ...view(primary), ...(changes.length ? { textChanges: changes } : {}) } : null,
    otherParents: others
      .sort((a, b) => b.confidence - a.confidence || byText(`${a.parentId} ${a.type}`, `${b.parentId} ${b.type}`))
      .slice(0, MAX_OTHER_PARENTS)
      .map(view),
  };
}
