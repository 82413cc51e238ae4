/** Threads: replies to what is seen with a claim, as one group below the document that started it. */
import { isStanceUnsure, REPLY } from "../model/sighting.ts";
import { byText } from "./order.ts";
import type { ParentView, SightingView, Thread } from "./views.ts";

/** A reply is in its thread whether its own words are about the claim or only what it answers; a party's answer stands on its own. */
const isReply = ({ parent, role }: SightingView): boolean => parent?.type === "reply" && parent.documentId !== null && role !== "respond";

/** By the id of each reply's sighting the document that started its thread: the last one that is reached from reply to reply. */
export function threadRoots(sightings: readonly SightingView[]): Map<string, string> {
  const replies = sightings.filter(isReply);
  const above = new Map(replies.map((s) => [s.documentId, s.parent?.documentId ?? ""]));
  const roots = new Map<string, string>();
  const held = new Set(sightings.map((s) => s.documentId));
  for (const { id, documentId, method } of replies) {
    const walked = new Set([documentId]);
    let at = above.get(documentId) ?? "";
    for (let next = above.get(at); next !== undefined && !walked.has(at); next = above.get(at)) {
      walked.add(at);
      at = next;
    }
    // A circle has no start. What answers something that is not on the timeline stands on its own.
    if (!walked.has(at) && (method === REPLY || held.has(at))) roots.set(id, at);
  }
  return roots;
}

/** Sightings, those that come from a reply as coming from the document that started its thread. */
export function pastReplies(
  sightings: readonly SightingView[],
  replies: readonly SightingView[],
  roots: ReadonlyMap<string, string>,
): SightingView[] {
  const authors = new Map(sightings.map((s) => [s.documentId, s.author]));
  const above = new Map(replies.map((s) => [s.documentId, roots.get(s.id)]));
  const past = (parent: ParentView): ParentView => {
    const root = above.get(parent.documentId ?? "");
    return root === undefined ? parent : { ...parent, documentId: root, label: authors.get(root) ?? parent.label };
  };
  return sightings.map((s) => ({ ...s, parent: s.parent && past(s.parent), otherParents: s.otherParents.map(past) }));
}

/** The threads that replies are in, by the number of their replies, most first; what people rejected is not counted. */
export function threadsOf(replies: readonly SightingView[], roots: ReadonlyMap<string, string>): Thread[] {
  const standing = replies.filter((s) => s.state !== "rejected");
  return [...Map.groupBy(standing, (s) => roots.get(s.id) ?? "")]
    .map(([documentId, own]): Thread => {
      const sure = (stance: string) => own.filter((s) => s.stance === stance && !isStanceUnsure(s)).length;
      const mayDeny = own.filter((s) => s.stance === "deny" && isStanceUnsure(s)).length;
      return { documentId, replies: own.length, deny: sure("deny"), query: sure("query"), support: sure("support"), mayDeny };
    })
    .sort((a, b) => b.replies - a.replies || byText(a.documentId, b.documentId));
}
