/** What a timeline may lack, because nobody could see it. */
import { isRemoved } from "./availability.ts";
import type { Gap, SightingView, TimelineInput } from "./views.ts";

/** What could not be seen, and therefore may be missing before the earliest known appearance. */
export function unseen(sightings: readonly SightingView[], first: SightingView | null, watched: TimelineInput["watched"]): Gap[] {
  const out: Gap[] = [];
  const add = (kind: "timeless" | "parentless" | "late", count: number) => count > 0 && out.push({ kind, count });
  if (first?.seen === "reported" && !isRemoved(first)) out.push({ kind: "firstUnseen", reportedBy: first.toldBy?.label ?? null });
  add("timeless", sightings.filter((s) => s.published.earliest === null && s.published.latest === null).length);
  add("parentless", sightings.filter((s) => s.parent !== null && s.parent.documentId === null).length);
  if (watched.length === 0) return [...out, { kind: "unwatched" }];
  const since = watched.reduce((min, w) => Math.min(min, w.since), Number.POSITIVE_INFINITY);
  out.push({ kind: "before", since });
  const bound = first?.published.earliest ?? first?.published.latest ?? null;
  if (bound === null) return out;
  if (bound < since) out.push({ kind: "older" });
  else add("late", watched.filter((w) => w.since > bound).length);
  return out;
}
