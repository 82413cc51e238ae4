/** The edges of a document: those that platforms and persons stated, those found in its words and texts, and the changes along each. */

import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import { relate as detectEdges, edgeState, withPrimary } from "../../../shared/edges/relate.ts";
import { isSameEdge } from "../../../shared/model/edge.ts";
import { READER } from "../../../shared/model/sighting.ts";
import type { TextChange } from "../../../shared/model/text-change.ts";
import { byText, byTime } from "../../../shared/timeline/order.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { certainAt, firstOf, MAX_COMPARED_LENGTH } from "../../store/documents/texts.ts";
import { type EdgeRow, isStated } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../context/context.ts";
import { neighbour, pageOf } from "../context/references.ts";
import type { Work } from "../read.ts";

interface Concerned {
  /** The documents whose edges are wanted. */
  concerned: ReadonlySet<string>;
  /** The documents that this one reports. */
  reportedIds: string[];
  /** Whether it denies a claim, whose words it repeats without retelling anybody. */
  denies: boolean;
}
/** The edges of some documents, with a primary one chosen for each child. A found edge is dropped if the same one is stated. */
export function edgesOf(work: Work, context: Context, { concerned, reportedIds, denies }: Concerned, now: number): EdgeRow[] {
  const stated = withResolvedParents(
    context.edges.filter((e) => concerned.has(e.childId) && isStated(e)),
    context.documents,
  );
  const found = detectEdges(detectorInput(work, context, stated, reportedIds)).filter(
    (edge) =>
      edge.basis !== "platform" &&
      !(denies && edge.type === "paraphrase") &&
      concerned.has(edge.childId) &&
      !stated.some((s) => isSameEdge(s, edge)),
  );
  return withPrimary([
    ...stated,
    ...found.map((edge) => ({ ...edge, state: edgeState(edge), method: READER, textChanges: [], recordedAt: now })),
  ]);
}

/** The input of the detectors. */
function detectorInput({ document, reading }: Work, context: Context, stated: EdgeRow[], reportedIds: string[]) {
  const platformParent = (type: string) => {
    const edge = stated.find((e) => e.childId === document.id && e.type === type && e.basis === "platform" && e.state !== "rejected");
    const parent = edge?.parentId ? context.documents.get(edge.parentId) : undefined;
    return parent ? neighbour(parent) : null;
  };
  const at = certainAt(document.published);
  return {
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
    linked: (context.linked.get(document.id) ?? []).map(({ link, id, url }) => ({
      link,
      document: neighbour(context.documents.get(id) ?? placeholder(id, url)),
    })),
    near: (context.near.get(document.id) ?? [])
      .filter((n) => byTime(firstOf(n), { id: document.id, at }) < 0)
      .sort((a, b) => byTime(firstOf(a), firstOf(b)))
      .map((n) => ({ similarity: n.similarity, document: neighbour(n.document), retold: n.retold })),
    named: context.mentions.get(document.id) ?? [],
    reports: context.outletReports.flatMap(({ search, found }) =>
      search.documentId === document.id ? found.filter((s) => !isOwnDenial(s)).flatMap(pageOf) : [],
    ),
    texts: new Map([...context.sourceTexts, ...(context.parentTexts.get(document.id) ?? [])].map(([id, { text }]) => [id, text])),
    reportedIds,
  };
}

/** The statement by which a party denies a claim is no report from which others have it. */
const isOwnDenial = ({ stance, kind }: SightingRow): boolean => stance === "deny" && kind === "press_release";

/** The stated edges, with resolved placeholders replaced by their documents. If two become equal, a person's stays. */
function withResolvedParents(edges: EdgeRow[], documents: ReadonlyMap<string, StoredDocument>): EdgeRow[] {
  const out = new Map<string, EdgeRow>();
  for (const edge of edges) {
    const resolvedId = edge.parentId && documents.get(edge.parentId)?.resolvedId;
    const one = { ...edge, parentId: resolvedId && resolvedId !== edge.childId ? resolvedId : edge.parentId };
    const key = JSON.stringify([one.childId, one.parentId, one.type]);
    if (!out.has(key) || one.method === "person") out.set(key, one);
  }
  return [...out.values()];
}

/** Kinds of edge whose child has the parent's whole text, or answers all of it. */
const WHOLE = new Set(["copy", "syndication", "paraphrase", "translation", "quote"]);
/** Kinds of edge whose child reports the parent: their quotes for the same claim are compared. */
const REPORTING = new Set(["citation", "attribution"]);

/** With fewer characters of its own before the forwarded text, a post adds nothing to it. */
const MIN_OWN_LENGTH = 10;

/** Sightings by document id, in the order of their claims. */
export function sightingsByDocument(sightings: SightingRow[]): Map<string, SightingRow[]> {
  const sorted = [...sightings].sort((a, b) => byText(a.claimId, b.claimId) || byText(a.id, b.id));
  return Map.groupBy(sorted, ({ documentId }) => documentId);
}

/** The changes from the parent's wording to the child's; none for a reply or a bare repost, or if the words of one are not stored. */
export function textChangesAlong(
  edge: EdgeRow,
  { document, reading }: Work,
  { sourceTexts, parentTexts }: Context,
  sightings: ReadonlyMap<string, SightingRow[]>,
): TextChange[] {
  if (edge.parentId === null || edge.state === "rejected") return [];
  const text = edge.childId === document.id ? reading?.document.text : undefined;
  const parent = parentTexts.get(document.id)?.get(edge.parentId) ?? sourceTexts.get(edge.parentId);
  if (WHOLE.has(edge.type) && text && parent)
    return textChangesBetween(parent, { text: headOf(text), lang: document.lang ?? reading?.document.lang ?? null });
  if (!WHOLE.has(edge.type) && !REPORTING.has(edge.type)) return [];
  const theirs = sightings.get(edge.parentId) ?? [];
  for (const own of sightings.get(edge.childId) ?? []) {
    const other = theirs.find((s) => s.claimId === own.claimId && s.quote && s.role !== "respond");
    if (!other?.quote || !own.quote || own.role === "respond") continue;
    return textChangesBetween({ text: other.quote.exact, lang: other.lang }, { text: own.quote.exact, lang: own.lang });
  }
  return [];
}

/** A post's own words: after "//@a:" follow the words of the accounts that it forwards, with their doubts. */
function ownOf(text: string): string {
  const own = text.slice(0, Math.max(0, text.search(/\/\/\s?@/u)));
  return own.length < MIN_OWN_LENGTH ? text : own;
}
function headOf(whole: string): string {
  const text = ownOf(whole);
  const at = text.charCodeAt(MAX_COMPARED_LENGTH - 1);
  return text.slice(0, at >= 0xd800 && at < 0xdc00 ? MAX_COMPARED_LENGTH - 1 : MAX_COMPARED_LENGTH);
}
