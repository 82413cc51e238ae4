import type { Format } from "./format.ts";
import { agentType, asPublished, type Event, instantOf, ofDocuments, titleOf, urlOf, whoOf, wordsOf } from "./words.ts";

const TYPES: Record<string, string> = { post: "Note", comment: "Note", transcript: "Document" };
/** What an edge is in ActivityStreams; other edges are `context`. */
const ACTIVITIES: Record<string, string> = { repost: "Announce" };

/** Whoever acts, without a type where nobody says whether it is a person. */
const actorOf = (e: Event) => ({ type: agentType(e) ?? undefined, name: whoOf(e) });
function objectOf(e: Event, page: string): object {
  const url = urlOf(e);
  const published = instantOf(e);
  const words = wordsOf(e);
  return {
    type: TYPES[e.kind] ?? "Article",
    id: url ?? `${page}#${e.id}`,
    name: e.title || undefined,
    ...(words && { content: words, mediaType: "text/plain" }),
    url: url ?? undefined,
    published: published ?? undefined,
    contentMap: e.lang && !e.translated && words ? { [e.lang]: words } : undefined,
    attributedTo: actorOf(e),
  };
}
/** An activity: somebody published or passed on a document. The summary names who responded in it, who may be somebody else. */
function activityOf(event: Event, page: string, objects: ReadonlyMap<string, Event>): object {
  const e = asPublished(event);
  const published = instantOf(e);
  const parent = e.parent?.documentId ? objects.get(e.parent.documentId) : undefined;
  const from = parent && (urlOf(parent) ?? `${page}#${parent.id}`);
  const announced = e.parent && ACTIVITIES[e.parent.type] && from ? ACTIVITIES[e.parent.type] : null;
  return {
    type: announced ?? "Create",
    id: `${page}#${e.id}`,
    summary: titleOf(event),
    actor: actorOf(e),
    published: published ?? undefined,
    object: announced ? from : { ...objectOf(e, page), inReplyTo: e.parent?.type === "reply" ? from : undefined },
    origin: announced ? undefined : from,
    tag: [{ type: "Object", name: e.lane }],
  };
}

/** ActivityStreams 2.0 (W3C): an ordered collection of what was published, passed on and answered. Times that are only ranges are left out. */
export const activitystreams: Format = {
  label: "ActivityStreams",
  suffix: "activity.json",
  type: 'application/activity+json; profile="https://www.w3.org/ns/activitystreams"; charset=utf-8',
  write: ({ claim, events, counts, changedAt }, { baseUrl }) => {
    const page = `${baseUrl}/c/${claim.id}`;
    const objects = new Map(events.map((e) => [e.document, e]));
    return JSON.stringify({
      "@context": "https://www.w3.org/ns/activitystreams",
      type: "OrderedCollection",
      id: page,
      name: claim.text,
      updated: changedAt,
      totalItems: counts.sightings,
      orderedItems: ofDocuments(events).map((e) => activityOf(e, page, objects)),
    });
  },
};
