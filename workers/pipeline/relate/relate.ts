/** From a reading and its surroundings to rows: sightings, responses, reported documents, edges, proposed claims. Decides; writes nothing. */
import { edgeState, primaryOf, relate } from "../../../shared/edges/relate.ts";
import { byText } from "../../../shared/timeline/sort.ts";
import type { ParentView } from "../../../shared/timeline/views.ts";
import { hostOf } from "../../../shared/url.ts";
import type { ClaimRow } from "../../store/claims/claims.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { MentionRow } from "../../store/documents/mentions.ts";
import { certainAt } from "../../store/documents/texts.ts";
import { type EdgeRow, isStated } from "../../store/relations/edges.ts";
import type { ResponseRow } from "../../store/relations/responses.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import { neighbour } from "../accept/parents.ts";
import { placeholder } from "../accept/rows.ts";
import type { Surroundings } from "../context/context.ts";
import { pageOf } from "../context/outlet-reports.ts";
import { reportedDocument } from "../context/reported-documents.ts";
import { isPost, type Work } from "../read.ts";
import { carried, carrierOf, copiedBy, following } from "./propagation.ts";
import { type Left, mayTell } from "./resolve-mentions.ts";
import { type Made, READER, sightingsOf } from "./sightings.ts";
import { sightingsByDocument, textChangesAlong } from "./text-changes.ts";

export interface Conclusion {
  documents: StoredDocument[];
  claims: ClaimRow[];
  sightings: SightingRow[];
  responses: ResponseRow[];
  edges: EdgeRow[];
  /** Where each of these documents comes from, as its sightings show it. */
  parents: Map<string, ReturnType<typeof parentsOf>>;
  /** Later documents with texts like its own, which must be looked at again, for it may be what they hang on. Who shares a text goes by the first that has it. */
  later: string[];
  /** Later texts that it may be compared with, though it is not with them: their first documents are looked at again, too. */
  crowd: string[];
  /** The text that it is found to have: others with the same are looked at again. */
  disturbed: { textId: string; cause: string }[];
  /** What it told of and is known by another id now. */
  left: Left[];
  /** Documents that this one hangs on or links to, and that are not read yet: it is looked at again when they are. */
  waits: string[];
  /** The documents whose claims, or proposals, come along with it: when these change, it is looked at again. What hangs below it in its share tree is found there. */
  carriers: { documentId: string; isShared: boolean }[];
  /** The accounts that it names: when an earlier post of theirs comes, it is looked at again. */
  mentions: MentionRow[];
}
const earlier = (at: number, id: string, thanAt: number, thanId: string) => at < thanAt || (at === thanAt && id < thanId);

/** What is to be written of these documents. Each one's sightings come first: what changed on the way is told by the quotes of both ends. */
export function conclude(work: Work[], around: Surroundings, now: number): Conclusion[] {
  const all = work.map((one) => sightingsOf(one, around, now));
  const seen = [...all.flatMap((made) => made.sightings), ...around.said].filter((s) => s.listed);
  const sighted = work.map((one, i) => ({ one, ...mayTell(one, around, seen), made: all[i] as Made }));
  const said = sightingsByDocument([
    ...around.said,
    ...around.reports.flatMap(({ found }) => found),
    ...sighted.flatMap(({ made }) => made.sightings),
  ]);
  return sighted.map(({ one, ids, foreign, left, made }) => {
    const { document, reading } = one;
    const concerned = new Set([document.id, ...ids.filter((id) => !foreign.has(id))]);
    // What denies a claim repeats its words, and retells nobody.
    const denies = made.sightings.some((s) => s.documentId === document.id && s.stance === "deny");
    const edges = edgesOf(one, around, ids, concerned, denies, now).map((edge) => ({
      ...edge,
      textChanges: textChangesAlong(edge, one, around, said),
    }));
    const carrier = carrierOf(one, edges, made, around.heard);
    const along = carrier ? carried(one, carrier, made, around, now) : made.sightings;
    const copied = copiedBy(one, edges, along, around.heard);
    const own = copied ? following(along, copied, around.said) : along;
    const reported = (reading?.reported ?? [])
      .map((told, i) => reportedDocument(told, ids[i] ?? "", document.id))
      .filter((d) => concerned.has(d.id));
    const needed = new Set(edges.map((e) => e.parentId));
    const placeholders = (around.linked.get(document.id) ?? [])
      .filter((l) => needed.has(l.id) && !around.documents.has(l.id) && !ids.includes(l.id))
      .map((l) => placeholder(l.id, l.url, document.id));
    const near = around.near.get(document.id) ?? [];
    const names = new Map(
      [...around.documents.values(), ...reported, ...placeholders, ...near.map((n) => n.document)].map((d) => [
        d.id,
        d.author ?? hostOf(d.url),
      ]),
    );
    for (const { found } of around.reports)
      for (const s of found) names.set(s.documentId, names.get(s.documentId) ?? s.author ?? hostOf(s.url));
    for (const { row, candidates } of around.named.get(document.id) ?? [])
      for (const { document: one } of candidates) names.set(one.id, names.get(one.id) ?? `@${row.handle}`);
    const at = certainAt(document.published);
    const later = near.filter((n) => earlier(at, document.id, n.firstAt, n.document.id)).map((n) => n.document.id);
    later.push(...(around.groups.get(document.id)?.later ?? []));
    // A post's text was committed with it, and those that share it were told then; a page's text is known only now.
    const isNews = one.reason === "new" && one.textId && !(isPost(document) && one.capture?.format === "text");
    return {
      ...made,
      claims: made.claims.filter((c) => own.some((s) => s.claimId === c.id)),
      documents: [...reported.filter((d) => around.documents.get(d.id)?.told?.by !== document.id), ...placeholders],
      // What people and platforms said of them stays.
      edges: [...edges, ...around.edges.filter((e) => isStated(e) && left.some(({ id }) => id === e.childId))],
      left,
      parents: new Map([...concerned].map((id) => [id, parentsOf(id, edges, names)])),
      // A response that is told of has no parent but the teller.
      sightings: own
        .filter((s) => !foreign.has(s.documentId))
        .map((s) => ({ ...s, ...(s.response && s.toldBy ? { parent: null, otherParents: [] } : parentsOf(s.documentId, edges, names)) })),
      later: one.reason === "again" ? [] : [...new Set(later)],
      crowd: one.reason === "again" ? [] : (around.bands.get(document.id)?.crowd ?? []),
      disturbed: isNews ? [{ textId: one.textId ?? "", cause: document.id }] : [],
      waits: one.capture
        ? [
            ...waitsOf(document.id, edges, around),
            ...(around.bands.get(document.id)?.quoted ?? []),
            ...around.reports.flatMap(({ sought }) => (sought.documentId === document.id ? sought.ref : [])),
          ]
        : [],
      carriers: [...new Set([carrier?.parentId, copied?.parentId])].flatMap((id) =>
        id ? { documentId: id, isShared: document.parentId === id } : [],
      ),
      mentions: (around.named.get(document.id) ?? []).map((n) => n.row),
    };
  });
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

/** The edges of the documents that are concerned: what platforms and persons said stands, and leaves no room for the same finding. */
function edgesOf(
  work: Work,
  around: Surroundings,
  reportedIds: string[],
  concerned: ReadonlySet<string>,
  denies: boolean,
  now: number,
): EdgeRow[] {
  const { document, reading } = work;
  const stated = moved(
    around.edges.filter((e) => concerned.has(e.childId) && isStated(e)),
    around.documents,
  );
  const platformParent = (type: string) => {
    const edge = stated.find((e) => e.childId === document.id && e.type === type && e.basis === "platform" && e.state !== "rejected");
    const parent = edge?.parentId ? around.documents.get(edge.parentId) : undefined;
    return parent ? neighbour(parent) : null;
  };
  const at = certainAt(document.published);
  const found = relate({
    document: {
      ...neighbour(document),
      kind: document.kind,
      text: reading?.document.text ?? "",
      handle: document.handle,
      wireCredit: document.wireCredit ?? reading?.document.wireCredit ?? null,
    },
    reading,
    repostOf: platformParent("repost"),
    quoteOf: platformParent("quote"),
    replyTo: platformParent("reply"),
    linked: (around.linked.get(document.id) ?? []).map(({ link, id, url }) => ({
      link,
      document: neighbour(around.documents.get(id) ?? placeholder(id, url)),
    })),
    near: (around.near.get(document.id) ?? [])
      .filter((n) => earlier(n.firstAt, n.document.id, at, document.id))
      .sort((a, b) => a.firstAt - b.firstAt || (a.document.id < b.document.id ? -1 : 1))
      .map((n) => ({ similarity: n.similarity, document: neighbour(n.document), retold: n.retold })),
    named: around.named.get(document.id) ?? [],
    reports: around.reports.flatMap(({ sought, found }) => (sought.documentId === document.id ? found.flatMap(pageOf) : [])),
    texts: new Map([...around.wordings].map(([id, { text }]) => [id, text])),
    reportedIds,
  }).filter(
    (edge) =>
      edge.basis !== "platform" &&
      !(denies && edge.type === "paraphrase") &&
      concerned.has(edge.childId) &&
      !stated.some((s) => s.childId === edge.childId && s.parentId === edge.parentId && s.type === edge.type),
  );
  const rows = [
    ...stated,
    ...found.map((edge) => ({ ...edge, state: edgeState(edge), primary: false, method: READER, textChanges: [], recordedAt: now })),
  ];
  for (const childId of new Set(rows.map((e) => e.childId))) {
    const own = rows.filter((e) => e.childId === childId);
    const primary = own[primaryOf(own)];
    for (const edge of own) edge.primary = edge === primary;
  }
  return rows;
}

/** What is stated, with what a placeholder turned out to be in its place: edges move along, and of two that meet the person's word stays. */
function moved(edges: EdgeRow[], documents: ReadonlyMap<string, StoredDocument>): EdgeRow[] {
  const out = new Map<string, EdgeRow>();
  for (const edge of edges) {
    const resolvedId = edge.parentId && documents.get(edge.parentId)?.resolvedId;
    const one = { ...edge, parentId: resolvedId && resolvedId !== edge.childId ? resolvedId : edge.parentId };
    const key = JSON.stringify([one.childId, one.parentId, one.type]);
    if (!out.has(key) || one.method === "person") out.set(key, one);
  }
  return [...out.values()];
}

/** Changes of wording that a timeline row prints. */
const MAX_SHOWN_TEXT_CHANGES = 3;

/** Of the other documents that one may come from, so many go into its row: what independence and unaware repeats look at. */
const OTHER_PARENTS = 4;

function parentsOf(
  childId: string,
  edges: EdgeRow[],
  names: ReadonlyMap<string, string | null>,
): Pick<SightingRow, "parent" | "otherParents"> {
  const own = edges.filter((e) => e.childId === childId && e.state !== "rejected");
  const view = (edge: EdgeRow): ParentView => ({
    documentId: edge.parentId,
    label: edge.parentId ? (names.get(edge.parentId) ?? null) : null,
    type: edge.type as ParentView["type"],
    basis: edge.basis,
    confidence: edge.confidence,
  });
  const primary = own.find((e) => e.primary);
  const others = own.filter((e) => !e.primary && e.parentId !== null && e.parentId !== primary?.parentId);
  return {
    parent: primary
      ? { ...view(primary), ...(primary.textChanges.length ? { textChanges: primary.textChanges.slice(0, MAX_SHOWN_TEXT_CHANGES) } : {}) }
      : null,
    otherParents: others
      .sort((a, b) => b.confidence - a.confidence || byText(`${a.parentId} ${a.type}`, `${b.parentId} ${b.type}`))
      .slice(0, OTHER_PARENTS)
      .map(view),
  };
}
