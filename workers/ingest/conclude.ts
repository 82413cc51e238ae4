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
import type { Surroundings, Work } from "./load.ts";
import { placeholder } from "./rows.ts";
import { fromReading, inherited, READER } from "./sight.ts";
import { reportedDocument, reportedIdsOf } from "./told.ts";

export interface Conclusion {
  documents: StoredDocument[];
  claims: ClaimRow[];
  sightings: SightingRow[];
  responses: ResponseRow[];
  edges: EdgeRow[];
  /** Texts of later documents, whose copies must be looked at again. */
  disturbed: string[];
}
const earlier = (at: number, id: string, thanAt: number, thanId: string) => at < thanAt || (at === thanAt && id < thanId);

export function conclude(work: Work, around: Surroundings, now: number): Conclusion {
  const { document, reading } = work;
  const ids = reportedIdsOf(document.id, reading);
  const edges = edgesOf(work, around, ids, now);
  const reported = (reading?.reported ?? []).map((told, i) => reportedDocument(told, ids[i] ?? "", document.id));
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
  return {
    documents: [...reported.filter((d) => !around.documents.has(d.id)), ...placeholders],
    edges,
    ...made,
    disturbed: work.reason === "new" ? near.filter((n) => earlier(at, document.id, n.firstAt, n.document.id)).map((n) => n.textId) : [],
  };
}

function edgesOf(work: Work, around: Surroundings, reportedIds: string[], now: number): EdgeRow[] {
  const { document, reading } = work;
  const stated = around.edges.filter((e) => e.childId === document.id && (e.basis === "platform" || e.basis === "human"));
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
