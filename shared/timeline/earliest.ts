/**
 * The earliest known appearance of a claim, by kind of evidence (DESIGN §3, law 1). The rule:
 *
 * 1. Appearances are sightings that assert or report. Evidence may be older than the claim, and a response comes after it.
 * 2. Each has a time by which something shows that it existed: the latest bound of its own time when more than an importer says so; for a
 *    document only told of, that of its teller; for a date that only the importer asserts (or none), no more than when we fetched it. A
 *    capture of its text in a web archive shows it whatever the date.
 * 3. First is the one shown earliest. One dated by the importer alone is first only if nothing better dated was there before we held it;
 *    among such, the asserted dates decide. So a backdated post does not become the earliest by its date.
 * 4. From there the path leads back: what a document says (or its platform, or a person) it has from another came after that other, whatever
 *    the dates, unless they exclude it. Links by similarity or time do not count: their direction was made from the dates. Of a circle the one
 *    shown earliest is first.
 */
import { range, type TimeBasis, timeBases } from "../model/time.ts";
import { byTime } from "./sort.ts";
import type { SightingView, Timeline } from "./views.ts";

/** Dates that rest on the importer's word, or on nothing. */
const ASSERTED: ReadonlySet<TimeBasis> = new Set(["human", "unknown"]);

interface Shown {
  /** Latest ms at which it certainly existed, as far as the evidence goes; Infinity = nothing shows it. */
  by: number;
  asserted: boolean;
}

/** The ms by which a web archive had a sighting's document with the text that it was seen in; Infinity where none did. */
function archivedBy({ availability, textId }: SightingView): number {
  const archived = availability?.archived;
  return archived?.textId === textId ? (archived?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
/** Where nothing else dates a document, an archive's capture says by when it was there. */
export function dated(sighting: SightingView): SightingView {
  const by = archivedBy(sighting);
  const { earliest, latest } = sighting.published;
  return by === Number.POSITIVE_INFINITY || (earliest ?? latest) !== null
    ? sighting
    : { ...sighting, published: range(null, by, "archive") };
}

function shownOf(sighting: SightingView, teller: SightingView | undefined): Shown {
  const { published, seenAt } = sighting;
  if (sighting.seen === "reported") {
    // One step only: a teller that is itself only told of shows nothing more.
    if (teller?.seen === "observed") return shownOf(teller, undefined);
    return { by: Number.POSITIVE_INFINITY, asserted: true };
  }
  const archived = archivedBy(sighting);
  if (!ASSERTED.has(published.basis))
    return { by: Math.min(published.latest ?? Number.POSITIVE_INFINITY, seenAt ?? Number.POSITIVE_INFINITY, archived), asserted: false };
  if (archived < Number.POSITIVE_INFINITY) return { by: archived, asserted: false };
  return { by: published.latest ?? Number.POSITIVE_INFINITY, asserted: true };
}
/** What the time of a sighting rests on. */
function basisOf(sighting: SightingView): TimeBasis {
  if (sighting.seen === "reported") return "text";
  const { basis, latest } = sighting.published;
  return archivedBy(sighting) < (ASSERTED.has(basis) ? Number.POSITIVE_INFINITY : (latest ?? Number.POSITIVE_INFINITY)) ? "archive" : basis;
}

/** The document that a sighting's document certainly came after, if that is known. */
function predecessor(sighting: SightingView): string | null {
  const { parent } = sighting;
  return parent && parent.basis !== "similarity" && parent.basis !== "time" ? parent.documentId : null;
}

/**
 * The first appearance, what its time rests on ("told second-hand", or a kind of `timeBases`), and the rivals: other appearances that could
 * be as early by their range of time and do not come from the first. Linear in the number of sightings; null when nothing asserts or reports.
 */
export function earliestKnown(sightings: readonly SightingView[]): Timeline["firstKnown"] {
  const appearances = sightings.filter((s) => (s.role === "assert" || s.role === "report") && s.state !== "rejected").sort(byTime);
  // A document is dated by what it says itself: an answer that it tells of is of the time of that answer.
  const own = (s: SightingView) => Number(s.role !== "respond");
  const all = new Map([...sightings].sort((a, b) => own(a) - own(b) || byTime(a, b)).map((s) => [s.documentId, s]));
  const byDocument = new Map(appearances.map((s) => [s.documentId, s]));
  const shown = new Map(appearances.map((s) => [s.id, shownOf(s, s.toldBy ? all.get(s.toldBy.documentId) : undefined)]));
  const of = (s: SightingView): Shown => shown.get(s.id) ?? { by: Number.POSITIVE_INFINITY, asserted: true };
  const rank = (s: SightingView) => timeBases.indexOf(basisOf(s));
  // Infinity - Infinity is NaN, so bounds are compared, not subtracted.
  const sooner = (a: SightingView, b: SightingView) => {
    const [x, y] = [of(a).by, of(b).by];
    return x < y ? -1 : x > y ? 1 : byTime({ at: rank(a), id: "" }, { at: rank(b), id: "" }) || byTime(a, b);
  };
  const best = (list: SightingView[], order: (a: SightingView, b: SightingView) => number) =>
    list.reduce<SightingView | null>((found, s) => (found && order(found, s) <= 0 ? found : s), null);

  const evidenced = best(
    appearances.filter((s) => !of(s).asserted),
    sooner,
  );
  const limit = evidenced ? of(evidenced).by : Number.POSITIVE_INFINITY;
  const held = (s: SightingView) => evidenced === null || (s.seenAt !== null && s.seenAt < limit);
  const asserted = best(
    appearances.filter((s) => of(s).asserted && held(s)),
    sooner,
  );
  let first = asserted ?? evidenced;
  if (!first) return null;

  let bound = of(first).by;
  const path = new Map<string, SightingView>();
  let circle: SightingView[] = [];
  for (let at: SightingView | undefined = first; at; ) {
    if (path.has(at.documentId)) {
      // Pages that name each other: which of them was first their links do not tell.
      circle = [...path.values()].slice([...path.keys()].indexOf(at.documentId));
      first = best(circle, sooner) ?? first;
      break;
    }
    path.set(at.documentId, at);
    first = at;
    bound = Math.min(bound, of(at).by);
    const before: string | null = predecessor(at);
    const parent: SightingView | undefined = before === null ? undefined : byDocument.get(before);
    at = parent && (parent.published.earliest ?? Number.NEGATIVE_INFINITY) <= bound ? parent : undefined;
  }

  const descends = descent(first.documentId, byDocument);
  const rivals = appearances
    .filter((s) => s !== first && (circle.includes(s) || !descends(s)) && (s.published.earliest ?? Number.NEGATIVE_INFINITY) <= bound)
    .map((s) => s.id);
  return { eventId: first.id, basis: first.seen === "reported" ? "told second-hand" : basisOf(first), rivals };
}

/**
 * The latest ms at which a sighting's document existed, for measuring from it: its own latest bound, that of an archive's capture, or that of a
 * dated document which a platform or a person says comes straight from it. Null when nothing bounds it. Never below its own earliest bound.
 */
export function existedBy(sighting: SightingView, sightings: readonly SightingView[]): number | null {
  let bound = Math.min(sighting.published.latest ?? Number.POSITIVE_INFINITY, archivedBy(sighting));
  for (const child of sightings) {
    const { parent, published } = child;
    const sure = parent?.documentId === sighting.documentId && (parent.basis === "platform" || parent.basis === "human");
    if (sure && child.id !== sighting.id && child.seen === "observed" && !ASSERTED.has(published.basis) && published.latest !== null)
      bound = Math.min(bound, published.latest);
  }
  return bound === Number.POSITIVE_INFINITY ? null : Math.max(bound, sighting.published.earliest ?? bound);
}

/** Whether a sighting's document comes from the root's, by the path back; each document is walked once. */
function descent(rootId: string, byDocument: ReadonlyMap<string, SightingView>): (sighting: SightingView) => boolean {
  const known = new Map<string, boolean>([[rootId, true]]);
  return (sighting) => {
    const walked: string[] = [];
    let at: string | null = sighting.documentId;
    while (at !== null && !known.has(at)) {
      known.set(at, false); // A cycle ends here.
      walked.push(at);
      const next = byDocument.get(at);
      at = next ? predecessor(next) : null;
    }
    const answer = at !== null && known.get(at) === true;
    for (const id of walked) known.set(id, answer);
    return answer;
  };
}
