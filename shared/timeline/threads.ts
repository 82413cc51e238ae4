/** Threads: the replies to a document with a sighting of a claim, grouped below the document that started the thread. */
import { REPLY } from "../model/sighting.ts";
import { byText } from "./order.ts";
import type { ParentView, SightingView, Thread } from "./views.ts";

/**
 * Whether a sighting belongs to a thread: it is a reply, whether its own words are about the claim or only the post that it answers. A party's
 * response is an event of its own.
 */
const isReply = ({ parent, role }: SightingView): boolean => parent?.type === "reply" && parent.documentId !== null && role !== "respond";

/** The document that started each thread, by the id of the reply's sighting: the last document that is reached from reply to reply. */
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
    // A circle has no start. A reply to a document that is not on the timeline is an event of its own.
    if (!walked.has(at) && (method === REPLY || held.has(at))) roots.set(id, at);
  }
  return roots;
}

/** The sightings, with the start of its thread in place of each parent that is a reply. */
export function pastReplies(
  sightings: readonly SightingView[],
  replies: readonly SightingView[],
  roots: ReadonlyMap<string, string>,
): readonly SightingView[] {
  if (!replies.length) return sightings;
  const authors = new Map(sightings.map((s) => [s.documentId, s.author]));
  const above = new Map(replies.map((s) => [s.documentId, roots.get(s.id)]));
  const past = (parent: ParentView): ParentView => {
    const root = above.get(parent.documentId ?? "");
    return root === undefined ? parent : { ...parent, documentId: root, label: authors.get(root) ?? parent.label };
  };
  return sightings.map((s) => ({ ...s, parent: s.parent && past(s.parent), otherParents: s.otherParents.map(past) }));
}

/** The threads with the most replies first. Rejected sightings do not count. */
export function threadsOf(replies: readonly SightingView[], roots: ReadonlyMap<string, string>): Thread[] {
  const standing = replies.filter((s) => s.state !== "rejected");
  return [...Map.groupBy(standing, (s) => roots.get(s.id) ?? "")]
    .map(([documentId, own]): Thread => {
      const sure = (stance: string) => own.filter((s) => s.stance === stance && !s.stanceUnsure).length;
      const mayDeny = own.filter((s) => s.stance === "deny" && s.stanceUnsure).length;
      return { documentId, replies: own.length, deny: sure("deny"), query: sure("query"), support: sure("support"), mayDeny };
    })
    .sort((a, b) => b.replies - a.replies || byText(a.documentId, b.documentId));
}
