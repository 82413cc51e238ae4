/** Two revisions of a claim, made from a timeline's events: added, removed and changed. */
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Revision } from "../../../workers/store/claims/revisions.ts";

export function revisionsSample(timeline: Timeline): { revisions: Revision[]; next: number | null } {
  const { claim, events, verdicts } = timeline;
  const rows = events.map(({ lane: _, response, ...event }) => ({
    ...event,
    claimId: claim.id,
    listed: true,
    reasons: [],
    response,
    recordedAt: 0,
  }));
  const [first, second] = rows;
  return {
    next: 8,
    revisions: [
      {
        number: 9,
        at: Date.UTC(2025, 3, 8, 14),
        claims: [{ before: { text: claim.text, status: "open" }, after: { text: claim.text, status: "settled" } }],
        wordings: claim.phrasings,
        sightings:
          first && second
            ? [
                { before: first, after: { ...first, stance: "deny", method: "person", hedges: [] } },
                { before: second, after: null },
              ]
            : [],
        verdicts: verdicts.map((v) => ({ before: null, after: v })),
      },
      {
        number: 8,
        at: Date.UTC(2025, 3, 8, 13),
        claims: [{ before: null, after: { text: claim.text, status: "open" } }],
        wordings: [],
        sightings: rows.map((after) => ({ before: null, after })),
        verdicts: [],
      },
      { number: 7, at: Date.UTC(2025, 3, 8), claims: [], wordings: [], sightings: [], verdicts: [] },
    ],
  };
}
