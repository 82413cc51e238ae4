import { responseTypes } from "../responses/index.ts";
import type { ResponseView, SightingView } from "../timeline.ts";
import { byTime } from "./sort.ts";

/**
 * Later sightings that support the claim as if nobody had answered: event ids in the order of time. Later means certainly after the first
 * response that denies it, by both ranges. Aware are those whose path back meets a response, or a document that tells of one.
 */
export function unawareRepeats(sightings: readonly SightingView[], responses: readonly ResponseView[]): string[] {
  const said = responses.filter((r) => r.state !== "rejected");
  const denials = said.filter((r) => Object.hasOwn(responseTypes, r.type) && responseTypes[r.type]?.stance === "deny");
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // A response of unknown time was there when a document told of it.
  const tellers = new Map(standing.filter((s) => s.seen === "observed").map((s) => [s.documentId, s.published.latest]));
  const bounds = denials.flatMap((r) => [r.published.latest, r.toldBy ? (tellers.get(r.toldBy.documentId) ?? null) : null]);
  const from = bounds.reduce<number>((min, bound) => Math.min(min, bound ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  if (from === Number.POSITIVE_INFINITY) return [];
  const parents = new Map(standing.map((s) => [s.documentId, s.parent?.documentId ?? null]));
  const aware = new Map<string, boolean>();
  for (const r of said) {
    aware.set(r.documentId, true);
    if (r.toldBy) aware.set(r.toldBy.documentId, true);
  }
  for (const s of standing) if (s.role === "respond") aware.set(s.documentId, true);
  const isAware = (documentId: string): boolean => {
    const walked: string[] = [];
    let at: string | null = documentId;
    while (at !== null && !aware.has(at)) {
      aware.set(at, false);
      walked.push(at);
      at = parents.get(at) ?? null;
    }
    const answer = at !== null && aware.get(at) === true;
    for (const id of walked) aware.set(id, answer);
    return answer;
  };
  return standing
    .filter((s) => (s.role === "assert" || s.role === "report") && s.stance === "support")
    .filter((s) => s.published.earliest !== null && s.published.earliest > from && !isAware(s.documentId))
    .map((s) => s.id);
}
