/**
 * Places the documents of a small story in its picture: a tree in time, one row per document. Positions are in per cent
 * of the width and in px. Pure.
 */

import { sumOf } from "../../../shared/collections.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { isClose, isDated, orderTime } from "../../../shared/timeline/story/extent.ts";
import type { Story, StoryDocument } from "../../../shared/timeline/story/story.ts";
import type { Axis } from "./axis.ts";

/** Maximum number of rows; the rest of a branch is one row. */
const MAX_ROWS = 12;
const NEWS = new Set(["article", "fact_check", "press_release"]);

export interface TreeRow {
  /** One document, or several that share a row: reposts, unnamed posts, the rest of a branch. */
  documents: StoryDocument[];
  kind: "one" | "reposts" | "unnamed" | "rest";
  /** Index of the parent's row; null = a root. */
  parent: number | null;
  sure: boolean;
  /** The position of its mark in per cent, and the range of its uncertain time; null if the time is known. */
  x: number;
  range: { low: number; high: number } | null;
  /** Whether its mark is hollow: it is only reported, or its time cannot be checked. */
  hollow: boolean;
}

interface Node {
  documents: StoryDocument[];
  kind: TreeRow["kind"];
  sure: boolean;
  children: Node[];
}

/** The rank of siblings: reported documents and articles come after posts observed on platforms. */
const isLate = ({ documents: [d] }: Node): number => Number(!d?.observed || NEWS.has(d.event.kind));
const byOrder = (a: Node, b: Node): number => {
  const x = a.documents[0];
  const y = b.documents[0];
  return isLate(a) - isLate(b) || (x && y ? orderTime(x.time) - orderTime(y.time) : 0) || 0;
};

/** The documents that are drawn: those with a date. Documents of acts are flags above the picture, or wait for review. */
export function drawnDocuments({ documents, acts }: Story): StoryDocument[] {
  const ratings = new Set(acts.flatMap((act) => (act.type === "rating" && act.own ? [act.own.documentId] : [])));
  return documents.filter((d) => isDated(d.time) && d.event.role !== "respond" && !ratings.has(d.id));
}

/** The group in which several leaves of one parent share a row; null for a leaf with a row of its own. */
function groupKey(node: Node): string | null {
  const [document] = node.documents;
  if (!document || node.children.length > 0 || node.kind !== "one") return null;
  if (document.parent?.repost && document.event.quote === null) return `reposts ${document.parent.id}`;
  const nameless = !document.observed && !isNamedSource(document.id) && !document.event.author && document.event.attributedTo === null;
  return nameless ? `unnamed ${document.parent?.id ?? ""} ${document.event.toldBy?.documentId ?? ""}` : null;
}
function grouped(siblings: Node[], firstId: string | undefined): Node[] {
  const groups = new Map<string, Node>();
  const out: Node[] = [];
  for (const node of siblings) {
    const key = node.documents[0]?.id === firstId ? null : groupKey(node);
    const group = key === null ? undefined : groups.get(key);
    if (group) {
      group.documents.push(...node.documents);
      group.kind = key?.startsWith("reposts") ? "reposts" : "unnamed";
      group.sure &&= node.sure;
    } else {
      if (key !== null) groups.set(key, node);
      out.push(node);
    }
  }
  return out;
}

function forest(story: Story): Node[] {
  const drawn = drawnDocuments(story);
  const nodes = new Map(
    drawn.map((d): [string, Node] => [d.id, { documents: [d], kind: "one", sure: d.parent?.sure ?? true, children: [] }]),
  );
  const roots: Node[] = [];
  for (const [id, node] of nodes) {
    const above = nodes.get(drawn.find((d) => d.id === id)?.parent?.id ?? "");
    (above ? above.children : roots).push(node);
  }
  const isFirst = (node: Node) => Number(node.documents[0] !== story.first);
  const arrange = (siblings: Node[]): Node[] => {
    const sorted = grouped([...siblings].sort(byOrder), story.first?.id);
    for (const node of sorted) node.children = arrange(node.children);
    return sorted;
  };
  const arranged = arrange(roots);
  return arranged.sort((a, b) => isFirst(a) - isFirst(b) || Number(b.children.length > 0) - Number(a.children.length > 0) || byOrder(a, b));
}

const count = (nodes: readonly Node[]): number => sumOf(nodes, (node) => 1 + count(node.children));
/** Joins leaves of the parent that has the most leaves, until the rows fit. */
function pruned(roots: Node[], maxRows: number): void {
  const lists = (siblings: Node[]): Node[][] => [siblings, ...siblings.flatMap((node) => lists(node.children))];
  while (count(roots) > maxRows) {
    const leaves = (list: Node[]) => list.filter((node, i) => node.children.length === 0 && !(list === roots && i === 0));
    const list = lists(roots).reduce((most, one) => (leaves(one).length > leaves(most).length ? one : most));
    const [last, before] = leaves(list).reverse();
    if (!last || !before) {
      // No parent has two leaves: the end of the deepest chain joins its parent's row.
      const chain = lists(roots).find((one) => one.length === 1 && one[0]?.children.length === 0);
      const owner =
        chain &&
        lists(roots)
          .flat()
          .find((node) => node.children === chain);
      if (!owner || !chain?.[0]) return;
      owner.documents.push(...chain[0].documents);
      owner.kind = "rest";
      owner.children = [];
      continue;
    }
    // Sources that are only named last: the row is called by the others.
    const both = [...before.documents, ...last.documents];
    before.documents = both.sort((a, b) => Number(isNamedSource(a.id)) - Number(isNamedSource(b.id)));
    before.kind = "rest";
    before.sure &&= last.sure;
    list.splice(list.indexOf(last), 1);
  }
}

/** The rightmost position (per cent) of a node: not right of documents that certainly came from it. */
function latestOf(node: Node, axis: Axis): number {
  const [document] = node.documents;
  const own = document?.time.latest == null ? 100 : axis.at(document.time.latest);
  return Math.min(own, ...node.children.map((child) => latestOf(child, axis)));
}

/** The rows from top to bottom. A mark is never left of its parent's, and a mark of vague time never left of First known. */
export function treeRows(story: Story, axis: Axis, maxRows = MAX_ROWS): TreeRow[] {
  const roots = forest(story);
  pruned(roots, maxRows);
  const rows: TreeRow[] = [];
  let firstX = 0;
  const place = (node: Node, parent: number | null): void => {
    const [document] = node.documents;
    if (!document) return;
    const above = parent === null ? null : (rows[parent]?.x ?? null);
    const known = isClose(document.time) && document.time.precision !== "day";
    const least = Math.max(above ?? 0, document === story.first ? 0 : firstX);
    const low = Math.max(document.time.earliest === null ? least : axis.at(document.time.earliest), known ? 0 : least);
    const high = Math.max(low, document.time.latest === null ? 100 : axis.at(document.time.latest));
    const x = known ? low : (low + Math.max(low, Math.min(high, latestOf(node, axis)))) / 2;
    if (document === story.first) firstX = x;
    rows.push({
      documents: node.documents,
      kind: node.kind,
      parent,
      sure: node.sure,
      x,
      range: known || high - low < 1 ? null : { low, high },
      hollow: !document.observed || story.earlier.includes(document),
    });
    const own = rows.length - 1;
    for (const child of node.children) place(child, own);
  };
  for (const root of roots) place(root, null);
  return rows;
}
