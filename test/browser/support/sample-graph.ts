/** The graph of a sample timeline, as the store builds it from primary parents. */
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../workers/store/claims/graph.ts";

export function sampleGraph(timeline: Timeline, limit = 60): Graph {
  const shown = timeline.events.slice(0, limit);
  const nodes: GraphNode[] = [];
  for (const event of shown) {
    const { documentId: id, seen, kind, platform, place, url, title, excerpt, author, accountId, lang, published, seenAt } = event;
    const known = nodes.find((n) => n.id === id);
    if (known) known.events.push(event);
    else
      nodes.push({
        id,
        seen,
        kind,
        platform,
        place,
        url,
        title,
        excerpt,
        author,
        accountId,
        lang,
        published,
        seenAt,
        told: null,
        events: [event],
      });
  }
  const ids = new Set(nodes.map((n) => n.id));
  const edges = shown.flatMap((event): GraphEdge[] => {
    const { parent, documentId: childId } = event;
    if (!parent || (parent.documentId && !ids.has(parent.documentId))) return [];
    const from = parent.documentId ?? `unknown:${childId}`;
    if (!ids.has(from)) {
      ids.add(from);
      const nothing = { kind: "other", platform: null, place: null, url: null, title: null, excerpt: null, author: null };
      nodes.push({
        ...nothing,
        id: from,
        seen: "unknown",
        accountId: null,
        lang: null,
        published: null,
        seenAt: null,
        told: null,
        events: [],
      });
    }
    const { type, basis, confidence, textChanges = [] } = parent;
    const evidence = { quote: null, why: "its words" };
    const made = { state: "suggested" as const, primary: true, evidence, method: "reader", recordedAt: 0 };
    return [{ childId, parentId: parent.documentId, from, type, basis, confidence, textChanges, ...made }];
  });
  const rest = timeline.events.length - shown.length;
  return {
    nodes,
    edges,
    pruned: rest > 0 ? [{ parent: nodes[0]?.id ?? null, documents: rest, platforms: { x: rest } }] : [],
    hiddenEdges: 0,
    rest: 0,
    firstKnown: timeline.firstKnown,
    independence: timeline.independence,
    unawareRepeats: timeline.unawareRepeats,
    uptake: timeline.uptake,
    next: null,
  };
}
