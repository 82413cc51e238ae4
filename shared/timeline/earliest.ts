/**
 * The earliest known appearance of a claim, by kind of evidence. The rules:
 *
 * 1. Appearances are sightings that assert or report the claim. Evidence is not one: it may be older than the claim. Neither is a response, a
 *    document that denies the claim or asks whether it is true, or a fact-check: these come after the claim.
 * 2. For each appearance there is a time by which evidence shows that it existed: the latest bound of its own time. For a reported document it
 *    is that of the reporting document. For a document without a date, or with a date that only an importer asserts, it is the time when we
 *    fetched it. A capture of its text in a web archive is evidence whatever the date.
 * 3. The appearance with the earliest such time is first. An appearance dated only by an importer is first only if no better dated one existed
 *    before we fetched it; among several of that kind the asserted dates decide. So a backdated post does not become the earliest by its date.
 *    The same holds for a page with words from a document that is over a day younger than the page's date: that date is not the one of its words.
 * 4. From there the path leads back along edges: a document that comes from another, as it says itself or as its platform or a person says,
 *    came after that one, whatever their dates, unless the dates exclude it. Edges by similarity or time do not count: their direction was
 *    derived from the dates. In a circle the appearance with the earliest evidence is first.
 * 5. If dates leave several that could be first (only the day is known, or an importer asserts the date), the one that most other appearances
 *    go back to is first. Two kinds cannot be. One is what evidence shows only over a week later: a paper that everybody credits in April did
 *    not start what was reported in March. The other is what only later documents report, if the first held document has an hour, even an
 *    asserted one, and is not certainly later: the agency that debunkers say they asked did not start the claim.
 * 6. What is only reported, without an hour, is not first before a held document with an earlier hour of that day, even an asserted one, unless
 *    that one comes from it.
 *
 * Posts before it that a machine takes for a question or a denial without being sure are rivals.
 */
import { DAY } from "../durations.ts";
import { isPost } from "../model/document.ts";
import { isStanceChosen } from "../model/sighting.ts";
import { range, type TimeBasis, timeBases } from "../model/time.ts";
import { byTime, isWithinDay } from "./order.ts";
import type { ParentView, SightingView, Timeline } from "./views.ts";

/** An appearance that many go back to may be shown first only if evidence has it within this time (ms) after the first evidence of the claim. */
const MAX_LATER = 7 * DAY;
/** Bases of dates that only an importer asserts, or that nobody asserts. */
const ASSERTED: ReadonlySet<TimeBasis> = new Set(["human", "unknown"]);

interface Shown {
  /** The time (ms) by which evidence shows that it existed; Infinity = no evidence. */
  by: number;
  asserted: boolean;
}

/** The time in ms by which a web archive had the text of the sighting; Infinity if no archive had it. */
function archivedBy({ availability, textId }: SightingView): number {
  const archived = availability?.archived;
  return archived?.textId === textId ? (archived?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
/** Dates a document by an archive's capture if it has no other date. */
export function dated(sighting: SightingView): SightingView {
  const by = archivedBy(sighting);
  const { earliest, latest } = sighting.published;
  return by === Number.POSITIVE_INFINITY || (earliest ?? latest) !== null
    ? sighting
    : { ...sighting, published: range(null, by, "archive") };
}

function shownOf(sighting: SightingView, reporting: SightingView | undefined, isBackdated: boolean): Shown {
  const { published, seenAt } = sighting;
  if (sighting.seen === "reported") {
    // One step only: a reporting document that is itself only reported is no evidence.
    if (reporting?.seen === "observed") return shownOf(reporting, undefined, false);
    return { by: Number.POSITIVE_INFINITY, asserted: true };
  }
  const archived = archivedBy(sighting);
  if (!ASSERTED.has(published.basis) && !isBackdated)
    return { by: Math.min(published.latest ?? Number.POSITIVE_INFINITY, seenAt ?? Number.POSITIVE_INFINITY, archived), asserted: false };
  if (archived < Number.POSITIVE_INFINITY) return { by: archived, asserted: false };
  return { by: published.latest ?? Number.POSITIVE_INFINITY, asserted: true };
}
/** Times that belong to the words themselves: a platform's posts, and captures. */
const OF_WORDS: ReadonlySet<TimeBasis> = new Set(["id", "archive", "platform"]);
type Held = (from: ParentView) => readonly SightingView[];
/** Finds the held and dated documents that a parent stands for: its own, or those that other texts mean by its name. */
function heldParents(all: ReadonlyMap<string, SightingView>): Held {
  const isDated = (s: SightingView | undefined): s is SightingView => s?.seen === "observed" && !ASSERTED.has(s.published.basis);
  const named = Map.groupBy(
    [...all.values()].flatMap((s) => [s.parent, ...s.otherParents]).filter((from) => isDated(all.get(from?.documentId ?? ""))),
    (from) => from?.label,
  );
  return ({ documentId, label }) =>
    (documentId === null ? (named.get(label) ?? []).map((from) => from?.documentId) : [documentId])
      .map((id) => all.get(id ?? ""))
      .filter(isDated);
}
/** Whether a page comes from what was published over a day after the date which the page gives. */
function isFromLater({ published, parent, otherParents }: SightingView, heldOf: Held): boolean {
  const { basis, latest } = published;
  if (latest === null || OF_WORDS.has(basis)) return false;
  return [parent, ...otherParents].some((from) => {
    const sources = from && isStatedSource(from) ? heldOf(from) : [];
    return sources.length > 0 && sources.every((source) => (source.published.earliest ?? 0) > latest + DAY);
  });
}

/** The basis of a sighting's time. */
function basisOf(sighting: SightingView): TimeBasis {
  if (sighting.seen === "reported") return "text";
  const { basis, latest } = sighting.published;
  return archivedBy(sighting) < (ASSERTED.has(basis) ? Number.POSITIVE_INFINITY : (latest ?? Number.POSITIVE_INFINITY)) ? "archive" : basis;
}

/** The document after which a sighting's document certainly came, if one is known. */
function predecessor(sighting: SightingView): string | null {
  const { parent } = sighting;
  return parent && isStatedSource(parent) ? parent.documentId : null;
}
/** Whether a document says itself, or its platform or a person says, that it comes from this parent. */
const isStatedSource = ({ basis }: ParentView): boolean => basis !== "similarity" && basis !== "time";

/** Whether a post is read as a denial and negates words of the claim. */
const negatesClaim = (s?: SightingView): boolean => s !== undefined && isPost(s) && s.stance === "deny" && Boolean(s.wordsDenial);

/** Parents whose words are the child's own. */
export const SAME_WORDS: ReadonlySet<string> = new Set(["repost", "copy", "syndication", "translation"]);
/**
 * The sightings that may be first. Documents that deny a claim or ask about it came after it, and so did fact-checks. But a stance read by
 * machine is too often wrong to outweigh other evidence. So a document that supporters of the claim go back to counts as asserting it, and so
 * does one that asks, if an asserting document has its words ("40 dead swans. What happened?"). If no sighting is left, posts may be first, because
 * their stance is misread most often; not those that negate words of the claim, or that quote such a post without a sure stance.
 */
function appearancesOf(sightings: readonly SightingView[]): SightingView[] {
  const standing = sightings.filter((s) => s.state !== "rejected");
  // A party's own release repeats the claim to deny it.
  const denying = new Set(standing.flatMap((s) => (s.role === "respond" && s.kind === "press_release" ? [s.documentId] : [])));
  const all = standing.filter((s) => (s.role === "assert" || s.role === "report") && s.kind !== "fact_check" && !denying.has(s.documentId));
  const byDocument = new Map(all.map((s) => [s.documentId, s]));
  const quoted = ({ parent, stanceUnsure }: SightingView) =>
    parent?.type === "quote" && stanceUnsure ? byDocument.get(parent.documentId ?? "") : undefined;
  const isDenial = (s: SightingView) => negatesClaim(s) || negatesClaim(quoted(s));
  const answers = (s: SightingView) => s.stance === "deny" || s.stance === "query" || isDenial(s);
  const shown = new Set<string>();
  const parentsOf = (s: SightingView) => [s.parent, ...s.otherParents].filter((p) => p !== null && p.type !== "reply");
  // A copy of a denying document may only report the denial, and a copy with a flipped negation has other words.
  const isTurned = (p: ParentView) => p.textChanges?.some(({ kind }) => kind === "negation_flipped") ?? false;
  const hasSameWords = (p: ParentView) => SAME_WORDS.has(p.type) && byDocument.get(p.documentId ?? "")?.stance !== "deny";
  const open = all.flatMap((sighting) => {
    if (answers(sighting)) return sighting.stance === "query" && sighting.parent?.type === "quote" ? [sighting.documentId] : [];
    return parentsOf(sighting).flatMap((p) =>
      p?.documentId && !isTurned(p) && (sighting.stance === "support" || hasSameWords(p)) ? [p.documentId] : [],
    );
  });
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const at = byDocument.get(id);
    if (!at || shown.has(id) || isDenial(at)) continue;
    shown.add(id);
    for (const p of parentsOf(at)) if (p?.documentId) open.push(p.documentId);
  }
  const found = all.filter((s) => !answers(s) || (!isStanceChosen(s) && shown.has(s.documentId)));
  return found.length > 0 ? found : all.filter((s) => !isStanceChosen(s) && isPost(s) && !isDenial(s));
}

/**
 * Posts that a machine takes for a denial or a question, without being sure, and that evidence has before the first appearance. They are not told as
 * first, but may be: nobody denies or asks what nobody has said, and of posts the stance is misread most often.
 */
function misreadBefore(first: SightingView, sightings: readonly SightingView[]): SightingView[] {
  const start = first.published.earliest ?? first.published.latest ?? Number.POSITIVE_INFINITY;
  const isBefore = ({ basis, latest }: SightingView["published"]) => !ASSERTED.has(basis) && latest !== null && latest < start;
  const isUnsure = (s: SightingView) =>
    isPost(s) && s.stanceUnsure && (s.stance === "deny" || s.stance === "query") && s.role !== "respond" && !negatesClaim(s);
  const isOwn = (s: SightingView) => s.state !== "rejected" && s.parent === null && s.id !== first.id;
  return sightings.filter((s) => isUnsure(s) && isOwn(s) && isBefore(s.published));
}

/**
 * The number of documents that go back to each appearance that comes from no other one. A document that names it as its source counts by its
 * probability, which is in `support`, even if it denies the claim.
 */
function followersOf(byDocument: ReadonlyMap<string, SightingView>, support: ReadonlyMap<string, number>): Map<string, number> {
  const rootOf = new Map<string, string>();
  const followers = new Map<string, number>();
  const isInSupport = ({ parent }: SightingView) => parent?.type === "attribution" && support.has(parent.documentId ?? "");
  for (const start of byDocument.keys()) {
    const walked: string[] = [];
    let at = start;
    while (!rootOf.has(at)) {
      walked.push(at);
      rootOf.set(at, at); // A circle ends here.
      const sighting = byDocument.get(at);
      const before = sighting && predecessor(sighting);
      if (!before || !byDocument.has(before)) break;
      at = before;
    }
    const root = rootOf.get(at) ?? at;
    for (const one of walked) rootOf.set(one, root);
  }
  for (const [id, root] of rootOf) {
    const sighting = byDocument.get(id);
    const itself = id === root || (sighting && isInSupport(sighting)) ? 0 : 1;
    followers.set(root, (followers.get(root) ?? 0) + itself + (support.get(id) ?? 0));
  }
  return followers;
}

/**
 * The first appearance, what its time rests on ("told second-hand", or a kind of `timeBases`), and the rivals: other appearances that could be as
 * early by their range of time and do not come from the first. `support`: for each source that documents name, by id, how many documents probably
 * go back to it. O(n). Null if no sighting asserts or reports the claim.
 */
export function earliestKnown(
  sightings: readonly SightingView[],
  support: ReadonlyMap<string, number> = new Map(),
): Timeline["firstKnown"] {
  const appearances = appearancesOf(sightings).sort(byTime);
  // A document is dated by its own sightings, because a response in it has the time of that response.
  const own = (s: SightingView) => Number(s.role !== "respond");
  const all = new Map([...sightings].sort((a, b) => own(a) - own(b) || byTime(a, b)).map((s) => [s.documentId, s]));
  const byDocument = new Map(appearances.map((s) => [s.documentId, s]));
  const heldOf = heldParents(all);
  const shown = new Map(
    appearances.map((s) => [s.id, shownOf(s, s.toldBy ? all.get(s.toldBy.documentId) : undefined, isFromLater(s, heldOf))]),
  );
  const of = (s: SightingView): Shown => shown.get(s.id) ?? { by: Number.POSITIVE_INFINITY, asserted: true };
  const rank = (s: SightingView) => timeBases.indexOf(basisOf(s));
  // Infinity - Infinity is NaN, so bounds are compared, not subtracted.
  const sooner = (a: SightingView, b: SightingView) => {
    if (of(a).by !== of(b).by) return of(a).by < of(b).by ? -1 : 1;
    return byTime({ at: rank(a), id: "" }, { at: rank(b), id: "" }) || byTime(a, b);
  };
  const start = startOf(appearances, of, sooner);
  if (!start) return null;
  const { first, bound, circle } = pathBack(start, byDocument, of, sooner);
  const rivalsOf = (one: SightingView, others: readonly SightingView[]) => {
    const descends = descent(one.documentId, byDocument);
    return others.filter((s) => s !== one && (circle.includes(s) || !descends(s)));
  };
  const early = appearances.filter((s) => s === first || circle.includes(s) || (s.published.earliest ?? Number.NEGATIVE_INFINITY) <= bound);
  const rivals = rivalsOf(first, early);
  const creditedBy = new Map<string | null, number>();
  for (const s of appearances)
    creditedBy.set(predecessor(s), Math.min(of(s).by, creditedBy.get(predecessor(s)) ?? Number.POSITIVE_INFINITY));
  const isSoon = (s: SightingView) =>
    Math.min(of(s).by, creditedBy.get(s.documentId) ?? Number.POSITIVE_INFINITY) <= of(first).by + MAX_LATER;
  const followers = followersOf(byDocument, support);
  const isBefore = (s: SightingView) => (s.published.latest ?? Number.POSITIVE_INFINITY) < (first.published.earliest ?? 0);
  const mayLead = (s: SightingView) => isSoon(s) && (s.seen === "observed" || !hasHour(first) || isBefore(s));
  const likeliest = isPrecise(first) ? first : mostFollowed(first, rivals.filter(mayLead), followers);
  const found = heldThatDay(likeliest, rivalsOf(likeliest, early), of(likeliest).by) ?? likeliest;
  return {
    eventId: found.id,
    basis: found.seen === "reported" ? "told second-hand" : basisOf(found),
    rivals: [...new Set([...rivalsOf(found, found === first ? rivals : early), ...misreadBefore(found, sightings)])].map((s) => s.id),
  };
}

/** Whether an appearance is held, with a time that is exact to less than a day. */
const hasHour = ({ seen, published: { earliest, latest } }: SightingView) =>
  seen === "observed" && earliest !== null && latest !== null && isWithinDay(earliest, latest);
/** Whether its time alone can show that an appearance was first: exact to less than a day, and not only asserted. */
const isPrecise = (s: SightingView) => hasHour(s) && !ASSERTED.has(s.published.basis);

/**
 * The first held appearance with an hour of the day by which one without an hour is only reported; null if there is none, or that one is held or has
 * an hour. `by`: when that one was reported (ms).
 */
function heldThatDay({ seen, published }: SightingView, rivals: readonly SightingView[], by: number): SightingView | null {
  const { earliest, latest } = published;
  if (seen === "observed" || (earliest !== null && latest !== null && isWithinDay(earliest, latest))) return null;
  const end = Math.min(latest ?? by, by);
  const isOfThatDay = (s: SightingView) => hasHour(s) && (s.published.latest ?? 0) <= end && (s.published.earliest ?? 0) > end - DAY;
  return rivals.find((s) => isOfThatDay(s) && (earliest === null || (s.published.earliest ?? 0) >= earliest)) ?? null;
}

/** The appearance that most others go back to; among equals `first`, then the order of the rivals. */
function mostFollowed(first: SightingView, rivals: readonly SightingView[], followers: ReadonlyMap<string, number>): SightingView {
  const count = (s: SightingView) => followers.get(s.documentId) ?? 0;
  return rivals.reduce((found, s) => (count(s) > count(found) ? s : found), first);
}

type Order = (a: SightingView, b: SightingView) => number;
/** The appearance with the earliest evidence of its own time: rules 2 and 3. */
function startOf(appearances: readonly SightingView[], of: (s: SightingView) => Shown, sooner: Order): SightingView | null {
  const best = (list: SightingView[]) => list.reduce<SightingView | null>((found, s) => (found && sooner(found, s) <= 0 ? found : s), null);
  const evidenced = best(appearances.filter((s) => !of(s).asserted));
  const limit = evidenced ? of(evidenced).by : Number.POSITIVE_INFINITY;
  const held = (s: SightingView) => evidenced === null || (s.seenAt !== null && s.seenAt < limit);
  return best(appearances.filter((s) => of(s).asserted && held(s))) ?? evidenced;
}

/**
 * Where the path back from an appearance ends (rule 4), the time in ms by which that end must have existed, and the circle in which it ends, if
 * any.
 */
function pathBack(start: SightingView, byDocument: ReadonlyMap<string, SightingView>, of: (s: SightingView) => Shown, sooner: Order) {
  let first = start;
  let bound = of(start).by;
  const path = new Map<string, SightingView>();
  for (let at: SightingView | undefined = start; at; ) {
    if (path.has(at.documentId)) {
      // Pages that name each other: their links do not show which of them was first.
      const circle = [...path.values()].slice([...path.keys()].indexOf(at.documentId));
      return { first: circle.reduce((found, s) => (sooner(found, s) <= 0 ? found : s)), bound, circle };
    }
    path.set(at.documentId, at);
    first = at;
    bound = Math.min(bound, of(at).by);
    const before: string | null = predecessor(at);
    const parent: SightingView | undefined = before === null ? undefined : byDocument.get(before);
    at = parent && (parent.published.earliest ?? Number.NEGATIVE_INFINITY) <= bound ? parent : undefined;
  }
  return { first, bound, circle: [] as SightingView[] };
}

/**
 * The time in ms by which a sighting's document existed, from which lags are measured. It is the latest bound of the document, of an archive's
 * capture, or of a dated document that comes directly from it as a platform or a person says. Null if nothing bounds it; never below the
 * document's own earliest bound.
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

/** Returns a test whether a sighting's document goes back to the root's document. Each document is walked once. */
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
