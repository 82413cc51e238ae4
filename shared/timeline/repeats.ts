/** Who repeats a claim after it was denied. */
import { append } from "../collections.ts";
import type { Basis } from "../model/edge.ts";
import { responseTypes } from "../model/response.ts";
import { ownProperty } from "../own-property.ts";
import { SAME_WORDS } from "./earliest.ts";
import { byTime } from "./order.ts";
import type { AfterDenial, ResponseView, SightingView } from "./views.ts";

interface ResponseUptake {
  /** Sightings certainly later than the first response that denies the claim, by both ranges. */
  later: number;
  /** How many of these carry a response: they report one, or go back to a response or to a document that reports one. */
  aware: number;
  /** Ids of the events that repeat the claim without a response, in the order of time. */
  unawareRepeats: string[];
  afterDenial: AfterDenial;
}

/** The time in ms by which the claim had certainly been denied; null if nothing denies it or no time is known. */
export function deniedBy(standing: readonly SightingView[], said: readonly ResponseView[]): number | null {
  const denials = said.filter(isDenial);
  // A response of unknown time existed when a document reported it; if that document changed since, when it had changed. A document is dated by
  // its own sightings, because a response in it has the time of that response.
  const own = (s: SightingView) => Number(s.role !== "respond");
  const reportedAt = new Map(
    standing
      .filter((s) => s.seen === "observed")
      .sort((a, b) => own(a) - own(b))
      .map((s) => [s.documentId, s.published.latest && Math.max(s.published.latest, s.availability?.changed ?? 0)]),
  );
  const bounds = denials.flatMap((r) => [r.published.latest, r.toldBy ? (reportedAt.get(r.toldBy.documentId) ?? null) : null]);
  const from = bounds.reduce<number>((min, bound) => Math.min(min, bound ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  return from === Number.POSITIVE_INFINITY ? null : from;
}

/** Whether a document may carry a response, by its own text or by any of the documents that it may come from. */
export function awareness(standing: readonly SightingView[], said: readonly ResponseView[]): (documentId: string) => boolean {
  const children = new Map<string, string[]>();
  for (const sighting of standing)
    for (const parent of [sighting.parent, ...sighting.otherParents]) {
      if (parent?.documentId == null) continue;
      append(children, parent.documentId, sighting.documentId);
    }
  const aware = new Set<string>();
  const open = [
    ...said.flatMap((r) => [r.documentId, ...(r.toldBy ? [r.toldBy.documentId] : [])]),
    ...standing.flatMap((s) => (s.role === "respond" || s.tellsResponse ? [s.documentId] : [])),
  ];
  // A copy of a text that reports a response carries it too.
  const carrying = new Set(open);
  const texts = new Set(standing.flatMap((s) => (s.textId !== null && carrying.has(s.documentId) ? [s.textId] : [])));
  open.push(...standing.flatMap((s) => (s.textId !== null && texts.has(s.textId) ? [s.documentId] : [])));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (aware.has(at)) continue;
    aware.add(at);
    open.push(...(children.get(at) ?? []));
  }
  return (documentId) => aware.has(documentId);
}

/** Kinds of documents that speak for themselves: a party's release and a fact check answer the claim, whatever was read in them. */
const OWN_WORDS: ReadonlySet<string> = new Set(["press_release", "fact_check"]);
const isDenial = (r: ResponseView) => ownProperty(responseTypes, r.type)?.stance === "deny";
/** Bases on which a document certainly leads to another. */
const LEADS: ReadonlySet<Basis> = new Set(["platform", "link", "human"]);
/**
 * Whether a document carries a denial of the claim: one was read in it, it has the very words of such a document, or it leads to the denial
 * itself. Naming a source is not enough, because the document need not repeat all that its source says. Nor is a response that waits for review,
 * because it may be another one. With these two, 40 of 125 documents were wrongly said to carry a denial.
 */
export function denialCarriers(standing: readonly SightingView[], said: readonly ResponseView[]): (documentId: string) => boolean {
  const denials = said.filter(isDenial);
  const carrying = new Set(denials.flatMap((r) => [r.documentId, ...(r.toldBy ? [r.toldBy.documentId] : [])]));
  // An article tells of a denial, unless its outlet corrects itself.
  const articles = new Set(standing.flatMap((s) => (s.kind === "article" ? [s.documentId] : [])));
  const own = new Set(denials.flatMap((r) => (articles.has(r.documentId) && r.standing !== "publisher" ? [] : [r.documentId])));
  const texts = new Set(standing.flatMap((s) => (s.textId !== null && carrying.has(s.documentId) ? [s.textId] : [])));
  const children = Map.groupBy(
    standing.flatMap((s) =>
      [s.parent, ...s.otherParents].flatMap((parent) => (parent?.documentId ? [{ s, parent, of: parent.documentId }] : [])),
    ),
    ({ of }) => of,
  );
  const open = [...carrying, ...standing.flatMap((s) => (s.textId !== null && texts.has(s.textId) ? [s.documentId] : []))];
  carrying.clear();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (carrying.has(at)) continue;
    carrying.add(at);
    for (const { s, parent, of } of children.get(at) ?? [])
      if (SAME_WORDS.has(parent.type) || (own.has(of) && LEADS.has(parent.basis))) open.push(s.documentId);
  }
  return (documentId) => carrying.has(documentId);
}

/**
 * What came after the first denial: the later sightings, how many of them carry a response, and which repeat the claim as if nobody had
 * responded. Later sightings that only ask, comment or deny are not repeats. Null if nothing denies the claim at a known time. O(n).
 */
export function responseUptake(sightings: readonly SightingView[], responses: readonly ResponseView[]): ResponseUptake | null {
  const said = responses.filter((r) => r.state !== "rejected");
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  const from = deniedBy(standing, said);
  if (from === null) return null;
  const isAware = awareness(standing, said);
  const later = standing.filter(
    (s) => (s.role === "assert" || s.role === "report") && s.published.earliest !== null && s.published.earliest > from,
  );
  const repeats = (s: SightingView) => (s.stance === "support" || s.stance === "observe") && !s.stanceUnsure && !OWN_WORDS.has(s.kind);
  const unaware = later.filter((s) => repeats(s) && !s.wordsDenial && !isAware(s.documentId));
  const carriesDenial = denialCarriers(standing, said);
  // If a document carries the denial, only a person can say that it also disputes the claim itself.
  const denies = (s: SightingView) => s.stance === "deny" && !s.stanceUnsure && !(s.state === "suggested" && carriesDenial(s.documentId));
  const disputes = later.filter(denies).length;
  const carries = later.filter((s) => !denies(s) && carriesDenial(s.documentId)).length;
  const asks = later.length - disputes - carries - unaware.length;
  return {
    later: later.length,
    aware: later.filter((s) => isAware(s.documentId)).length,
    unawareRepeats: unaware.map((s) => s.id),
    afterDenial: { later: later.length, repeats: unaware.length, carries, disputes, asks },
  };
}
