/** The read model of one claim: earliest known, lanes, responses with their lag, and what could not be seen. Rows in, timeline out. */

import { withNamedSources } from "../cluster/named-sources.ts";
import { saysNothing } from "../model/response.ts";
import type { Lane } from "../model/sighting.ts";
import { actsOf } from "./acts.ts";
import { assess } from "./assessment.ts";
import { unseen } from "./coverage-gaps.ts";
import { dated, earliestKnown, existedBy } from "./earliest.ts";
import { independence } from "./independence.ts";
import { lag } from "./lag.ts";
import { byText, byTime } from "./order.ts";
import { responseUptake } from "./repeats.ts";
import { pastReplies, threadRoots, threadsOf } from "./threads.ts";
import type { ResponseView, SightingView, Timeline, TimelineInput } from "./views.ts";

function laneOf(sighting: SightingView, firstId: string | null): Lane {
  if (sighting.role === "respond") return "responses";
  return sighting.id === firstId ? "first_known" : "spread";
}

/**
 * Builds the timeline of a claim from its rows, in any order. Events are sorted by (at, id), and each response is joined to its sighting by
 * id. Counts come from the store, because the rows may be one page of a long timeline. Lags are measured from the first known appearance.
 * O(n log n).
 */
export function buildTimeline(input: TimelineInput): Timeline {
  // A parent has the label of its own event, even if that became known after the child was stored.
  const authors = new Map(input.sightings.map((s) => [s.documentId, s.author]));
  // Replies in a thread are no spread: they are grouped, and nothing outside the thread is computed from them.
  const roots = threadRoots(input.sightings);
  const replies = input.sightings.filter((s) => roots.has(s.id));
  const own = input.sightings.filter((s) => !roots.has(s.id));
  const labelled = own.map((sighting) => {
    const label = authors.get(sighting.parent?.documentId ?? "");
    return dated(
      sighting.parent && label && label !== sighting.parent.label ? { ...sighting, parent: { ...sighting.parent, label } } : sighting,
    );
  });
  const named = withNamedSources(pastReplies(labelled, replies, roots), input.claim.text);
  // Events that come from a reply are shown under it, as their platform states; computation uses the start of its thread.
  const replied = new Set(replies.map((s) => s.documentId));
  const isLifted = (s: SightingView) => [s.parent, ...s.otherParents].some((parent) => replied.has(parent?.documentId ?? ""));
  const lifted = new Map(labelled.filter(isLifted).map((s) => [s.id, s]));
  const held = named.sightings.sort(byTime);
  const responses = [...input.responses].sort(byTime);
  const sources = new Map(input.sightings.map((s) => [s.documentId, { author: s.author, kind: s.kind, url: s.url }]));
  const firstKnown = input.firstId
    ? earliestKnown(held.filter((s) => s.id === input.firstId))
    : earliestKnown([...held, ...named.sources], named.support);
  // A source that documents only name becomes an event if it may have been the first.
  const early = new Set(firstKnown ? [firstKnown.eventId, ...firstKnown.rivals] : []);
  const sightings = [...held, ...named.sources.filter((s) => early.has(s.id)), ...replies.map(dated)].sort(byTime);
  const shown = sightings.map((s) => lifted.get(s.id) ?? s);
  const parents = new Set(shown.flatMap((s) => [s.parent, ...s.otherParents]).map((parent) => parent?.documentId));
  const first = sightings.find((s) => s.id === firstKnown?.eventId) ?? null;
  const from = first && { ...first.published, latest: existedBy(first, sightings) };
  const lagOf = (response: ResponseView) => (from ? lag(from, response.published) : null);
  const byId = new Map(responses.map((r) => [r.id, r]));
  const taken = responseUptake(held, responses);
  const said = responses.filter((r) => r.state !== "rejected");
  const firstResponse = said.find((r) => !saysNothing(r.type)) ?? said[0];
  return {
    claim: input.claim,
    revision: input.revision,
    asOf: input.asOf,
    changedAt: input.changedAt,
    assessment: assess(held, responses),
    verdicts: [...input.verdicts].sort((a, b) =>
      byTime({ at: a.published.earliest ?? 0, id: a.id }, { at: b.published.earliest ?? 0, id: b.id }),
    ),
    firstKnown,
    firstResponse: firstResponse ? { eventId: firstResponse.id, lag: lagOf(firstResponse) } : null,
    counts: { ...input.counts, platforms: { ...input.counts.platforms } },
    independence: independence(held),
    unawareRepeats: taken?.unawareRepeats ?? [],
    afterDenial: taken?.afterDenial ?? null,
    acts: actsOf(responses, (id) => sources.get(id)).map((act) => ({ ...act, lag: from && lag(from, act.published) })),
    uptake: taken && { later: taken.later, aware: taken.aware, unaware: taken.unawareRepeats.length },
    coverage: {
      watched: [...input.watched].sort((a, b) => a.since - b.since || byText(a.name, b.name)),
      unseen: unseen(held, first, input.watched),
    },
    threads: threadsOf(replies, roots),
    events: shown.map((sighting) => {
      const response = sighting.role === "respond" ? byId.get(sighting.id) : undefined;
      const thread = roots.get(sighting.id);
      return {
        ...sighting,
        lane: laneOf(sighting, first?.id ?? null),
        ...(thread !== undefined && { thread }),
        ...(sighting.seen === "reported" && { isSource: parents.has(sighting.documentId) }),
        response: response ? { ...response, lag: lagOf(response) } : null,
      };
    }),
  };
}
