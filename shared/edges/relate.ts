/** All edges of one document, and which of several candidates is its primary parent. */

import { type Basis, edgeTypes } from "../model/edge.ts";
import type { State } from "../model/state.ts";
import type { PublishedTime } from "../model/time.ts";
import { ownProperty } from "../own-property.ts";
import { byText, orderOf } from "../timeline/order.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { edgeKinds } from "./registry.ts";

const detectors: EdgeKind[] = Object.values(edgeKinds);
const typeRank = (type: string) => {
  const at = (edgeTypes as readonly string[]).indexOf(type);
  return at < 0 ? edgeTypes.length : at;
};
/** Rank of an edge's basis: first what a platform or a person states, then words and links of the text, then similarity, then time alone. */
const BASIS_RANK: Record<Basis, number> = { human: 0, platform: 0, link: 1, stated: 1, similarity: 2, time: 3 };
const basisRank = (basis: string) => ownProperty(BASIS_RANK, basis) ?? 4;

interface Candidate {
  parentId: string | null;
  type: string;
  basis: string;
  confidence: number;
  state?: State;
  /** "person" if a person stated, confirmed or rejected the edge. */
  method?: string;
  /** Whether it is the primary one so far. It stays so if an equal one turns out to lead to a document of another id. */
  primary?: boolean;
}
const byPerson = ({ state, method }: Candidate) => method === "person" && state === "confirmed";
function byChoice(a: Candidate, b: Candidate): number {
  return (
    Number(byPerson(b)) - Number(byPerson(a)) ||
    Number(a.parentId === null) - Number(b.parentId === null) ||
    basisRank(a.basis) - basisRank(b.basis) ||
    b.confidence - a.confidence ||
    typeRank(a.type) - typeRank(b.type) ||
    Number(b.primary === true) - Number(a.primary === true) ||
    byText(a.parentId ?? "", b.parentId ?? "")
  );
}

/**
 * The index of the primary edge among the candidates of one child, -1 if there is none. A rejected edge is never primary. The order:
 * 1. edges that a person confirmed, whatever their basis
 * 2. a known parent before an unknown one
 * 3. by basis: platform and human, link and stated, similarity, time
 * 4. the higher confidence, the order of `edgeTypes`, the one that is primary already, the id
 *
 * A reply that gives the words of what it answers ("“@a: …” how sad") passes them on: its quote is primary.
 */
export function primaryOf(edges: readonly Candidate[]): number {
  const likeliest = edges.reduce((found, edge, index) => {
    if (edge.state === "rejected") return found;
    const best = edges[found];
    return best === undefined || byChoice(edge, best) < 0 ? index : found;
  }, -1);
  const reply = edges[likeliest];
  if (reply?.type !== "reply" || byPerson(reply)) return likeliest;
  const quote = edges.findIndex((edge) => edge.type === "quote" && edge.parentId === reply.parentId && edge.state !== "rejected");
  return quote < 0 ? likeliest : quote;
}

/** The same edges, of any number of children, with the primary edge of each child chosen (again). */
export function withPrimary<E extends Candidate & { childId: string }>(edges: readonly E[]): (E & { primary: boolean })[] {
  const primary = new Set([...Map.groupBy(edges, ({ childId }) => childId).values()].map((own) => own[primaryOf(own)]));
  return edges.map((edge) => ({ ...edge, primary: primary.has(edge) }));
}

/** A rule confirms edges that a platform or a person states; all others are suggestions. */
export function edgeState(finding: { basis: string }): State {
  return finding.basis === "platform" || finding.basis === "human" ? "confirmed" : "suggested";
}

function timesOf(input: RelateInput): Map<string, PublishedTime> {
  const { document, repostOf, quoteOf, replyTo, linked, near, reports, reading, reportedIds } = input;
  const times = new Map<string, PublishedTime>();
  const bounds = (time: PublishedTime | undefined) => (time ? Number(time.earliest !== null) + Number(time.latest !== null) : -1);
  const add = (id: string, time: PublishedTime) => {
    const known = times.get(id);
    // One document may occur both as a placeholder and as itself: the more exact time is kept, in any order.
    const better = bounds(time) - bounds(known) || byText(JSON.stringify(known), JSON.stringify(time));
    if (better > 0) times.set(id, time);
  };
  const others = [repostOf, quoteOf, replyTo, ...linked.map((l) => l.document), ...near.map((n) => n.document), ...reports];
  for (const other of others) if (other) add(other.id, other.published);
  reportedIds.forEach((id, index) => {
    // The time of an observed document is better than a time that another text gives for it.
    const item = reading?.reported[index];
    if (item && !times.has(id)) add(id, item.publishedAt);
  });
  times.set(document.id, document.published);
  return times;
}

/**
 * The edges that all detectors find, in an order that does not depend on the order of the input. Left out are:
 * - a document as its own parent
 * - the same edge twice: the better one stays
 * - a text match with a parent that a platform states or that the text quotes; a reply may quote what it answers
 * - a parent that is certainly later than its child, unless a platform states it
 */
export function relate(input: RelateInput): EdgeFinding[] {
  const times = timesOf(input);
  const stated = new Set<string>();
  const quoted = new Set<string>();
  const kept = new Map<string, EdgeFinding>();
  const ranked = detectors
    .flatMap((kind) => kind.detect(input))
    .sort((a, b) => byText(a.childId, b.childId) || byChoice(a, b) || byText(JSON.stringify(a.evidence), JSON.stringify(b.evidence)));
  for (const edge of ranked) {
    const child = times.get(edge.childId);
    const parent = edge.parentId === null ? undefined : times.get(edge.parentId);
    if (edge.parentId === edge.childId) continue;
    if (edge.basis !== "platform" && child && parent && orderOf(parent, child) === "after") continue;
    const pair = JSON.stringify([edge.childId, edge.parentId]);
    if (edge.basis === "platform") stated.add(pair);
    else if (edge.type !== "translation" && edge.type !== "quote" && stated.has(pair)) continue;
    // A quote already says what a text match would say.
    if (edge.type === "quote") quoted.add(pair);
    else if (edge.basis === "similarity" && quoted.has(pair)) continue;
    const key = `${pair} ${edge.type}`;
    if (!kept.has(key)) kept.set(key, edge);
  }
  return [...kept.values()];
}
