import type { SightingView, TimelineInput } from "../timeline.ts";

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);
/** ISO day in UTC; "" for what no calendar holds. */
const day = (ms: number) => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().slice(0, 10) : "");

/** What could not be seen, in sentences for people: the honest side of "earliest known". Plain text; labels are the sources' own words. */
export function unseen(sightings: readonly SightingView[], first: SightingView | null, watched: TimelineInput["watched"]): string[] {
  const out: string[] = [];
  if (first?.seen === "reported")
    out.push(`We have not seen the earliest known appearance itself; it is known only from ${first.toldBy?.label ?? "what others say"}.`);
  const told = sightings.filter((s) => s.seen === "reported").length;
  if (told > 0) out.push(`${count(told, "document is", "documents are")} known only second-hand.`);
  const timeless = sightings.filter((s) => s.published.earliest === null && s.published.latest === null).length;
  if (timeless > 0) out.push(`No time is known for ${count(timeless, "document", "documents")}.`);
  const orphans = sightings.filter((s) => s.parent !== null && s.parent.documentId === null).length;
  if (orphans > 0) out.push(`For ${count(orphans, "document", "documents")} the source is not known.`);
  const since = watched.reduce((min, w) => Math.min(min, w.since), Number.POSITIVE_INFINITY);
  if (watched.length === 0) out.push("No source is watched for this claim: it holds what people entered.");
  else {
    out.push(
      `What was posted before we watched (since ${day(since) || "an unknown day"}), or elsewhere, is here only if something else led to it.`,
    );
    const bound = first?.published.earliest ?? first?.published.latest ?? null;
    if (bound !== null && bound < since)
      out.push("The earliest known appearance is older than that: there may be earlier ones that nothing has led us to.");
    const late = watched.filter((w) => bound !== null && w.since > bound).length;
    if (bound !== null && bound >= since && late > 0)
      out.push(`${count(late, "of the watched sources was", "of the watched sources were")} not yet watched when it appeared.`);
  }
  return out;
}
