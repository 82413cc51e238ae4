/** From a reading and its surroundings to rows: sightings, responses, reported documents, edges, proposed claims. Decides; writes nothing. */
import { edgeState, primaryOf, relate } from "../../shared/edges/relate.ts";
import type { ParentView } from "../../shared/timeline.ts";
import { hostOf } from "../../shared/url.ts";
import type { ClaimRow } from "../store/claims.ts";
import type { StoredDocument } from "../store/documents.ts";
import type { EdgeRow } from "../store/edges.ts";
import type { ResponseRow } from "../store/responses.ts";
import type { SightingRow } from "../store/sightings.ts";
import { NO_TIME } from "../store/texts.ts";
import { neighbour } from "./links.ts";
import { isPost, type Surroundings, type Work } from "./load.ts";
import { placeholder } from "./rows.ts";
import { fromReading, inherited, READER } from "./sight.ts";
import { reportedDocument, reportedIdsOf } from "./told.ts";

export interface Conclusion {
  documents: StoredDocument[];
  claims: ClaimRow[];
  sightings: SightingRow[];
  responses: ResponseRow[];
  edges: EdgeRow[];
  /** Texts of later documents, which must be looked at again, for this document may be what they hang on. */
  disturbed: { textId: string; cause: string }[];
  /** Documents that this one hangs on or links to, and that are not read yet: it is looked at again when they are. */
  waits: string[];
}
const earlier = (at: number, id: string, thanAt: number, thanId: string) => at < thanAt || (at === thanAt && id < thanId);

export function conclude(work: Work, around: Surroundings, now: number): Conclusion {
  const { document, reading } = work;
  const ids = reportedIdsOf(document.id, reading);
  const foreign = new Set(ids.filter((id) => !mayTell(around.documents.get(id), document.id)));
  const edges = edgesOf(work, around, ids, now).filter((e) => !foreign.has(e.childId));
  const reported = (reading?.reported ?? [])
    .map((told, i) => reportedDocument(told, ids[i] ?? "", document.id))
    .filter((d) => !foreign.has(d.id));
  const needed = new Set(edges.map((e) => e.parentId));
  const placeholders = (around.linked.get(document.id) ?? [])
    .filter((l) => needed.has(l.id) && !around.documents.has(l.id) && !ids.includes(l.id))
    .map((l) => placeholder(l.id, l.url));
  const names = new Map([...around.documents.values(), ...reported, ...placeholders].map((d) => [d.id, d.author ?? hostOf(d.url)]));
  for (const n of around.near.get(document.id) ?? []) names.set(n.document.id, n.document.author ?? hostOf(n.document.url));
  const parentOf = (childId: string) =>
    parentView(
      edges.filter((e) => e.childId === childId),
      names,
    );
  const made = reading ? fromReading(work, reading, around, ids, parentOf, now) : inherited(work, around, parentOf(document.id), now);
  const at = document.published.earliest ?? NO_TIME;
  const near = around.near.get(document.id) ?? [];
  const later = near.filter((n) => earlier(at, document.id, n.firstAt, n.document.id)).map((n) => n.textId);
  // A post's text was committed with it, and those that share it were told then; a page's text is known only now.
  if (work.textId && !(isPost(document) && work.capture?.format === "text")) later.push(work.textId);
  return {
    documents: [...reported.filter((d) => around.documents.get(d.id)?.told?.by !== document.id), ...placeholders],
    edges,
    ...made,
    sightings: made.sightings.filter((s) => !foreign.has(s.documentId)),
    disturbed: work.reason === "new" ? later.map((textId) => ({ textId, cause: document.id })) : [],
    waits: work.capture ? waitsOf(document.id, edges, around) : [],
  };
}

/** Whether a teller's word on a reported document stands: not when we hold that document, or somebody else tells of it. One of several is chosen by id, so that their order of arrival is of no meaning. */
function mayTell(known: StoredDocument | undefined, tellerId: string): boolean {
  return known?.seen !== "observed" && (!known?.told || known.told.by >= tellerId);
}
function waitsOf(id: string, edges: EdgeRow[], around: Surroundings): string[] {
  const hangsOn = edges.flatMap((e) => (e.childId === id && e.parentId ? [e.parentId] : []));
  const linked = around.linked.get(id)?.map((l) => l.id) ?? [];
  return [...new Set([...hangsOn, ...linked])].filter((parent) => {
    const known = around.documents.get(parent);
    const isPlaceholder = !known ? linked.includes(parent) : known.seen === "reported" && known.url !== null && known.resolvedId === null;
    return isPlaceholder || around.unread.has(parent);
  });
}

function edgesOf(work: Work, around: Surroundings, reportedIds: string[], now: number): EdgeRow[] {
  const { document, reading } = work;
  const stated = around.edges
    .filter((e) => e.childId === document.id && (e.basis === "platform" || e.basis === "human"))
    .map((e) => {
      const resolvedId = e.parentId && around.documents.get(e.parentId)?.resolvedId;
      return resolvedId ? { ...e, parentId: resolvedId, recordedAt: now } : e;
    });
  const at = document.published.earliest ?? NO_TIME;
  const found = relate({
    document: {
      ...neighbour(document),
      kind: document.kind,
      text: reading?.document.text ?? "",
      wireCredit: reading?.document.wireCredit ?? null,
    },
    reading,
    repostOf: null,
    quoteOf: null,
    replyTo: null,
    linked: (around.linked.get(document.id) ?? []).map(({ link, id, url }) => ({
      link,
      document: neighbour(around.documents.get(id) ?? placeholder(id, url)),
    })),
    near: (around.near.get(document.id) ?? [])
      .filter((n) => earlier(n.firstAt, n.document.id, at, document.id))
      .sort((a, b) => a.firstAt - b.firstAt || (a.document.id < b.document.id ? -1 : 1))
      .map((n) => ({ similarity: n.similarity, document: neighbour(n.document) })),
    reportedIds,
  }).filter((edge) => !stated.some((s) => s.parentId === edge.parentId && s.type === edge.type));
  const rows = [...stated, ...found.map((edge) => ({ ...edge, state: edgeState(edge), primary: false, method: READER, recordedAt: now }))];
  for (const childId of new Set(rows.map((e) => e.childId))) {
    const own = rows.filter((e) => e.childId === childId);
    const primary = own[primaryOf(own)];
    for (const edge of own) edge.primary = edge === primary;
  }
  return rows;
}

function parentView(edges: EdgeRow[], names: Map<string, string | null>): ParentView | null {
  const primary = edges.find((e) => e.primary);
  if (!primary) return null;
  return {
    documentId: primary.parentId,
    label: primary.parentId ? (names.get(primary.parentId) ?? null) : null,
    type: primary.type as ParentView["type"],
    basis: primary.basis,
    confidence: primary.confidence,
  };
}
