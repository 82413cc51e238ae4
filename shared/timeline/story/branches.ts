/** Which document came from which, as a forest: each document under its primary parent. Sources that only others name are nodes too. */
import { isDescription } from "../../cluster/same-source.ts";
import { append, countOne } from "../../collections.ts";
import { isStatedPlainly } from "../../model/edge.ts";
import { byText } from "../order.ts";
import { type Story, type StoryDocument, sourceLabel } from "./story.ts";

export interface Branch {
  /** The document at its head; null for a source that only others name. */
  head: StoryDocument | null;
  id: string;
  /** What others call the head, if it is known only from them. */
  label: string | null;
  /** 0 for a root. */
  depth: number;
  /** Nothing but similar words, time or unsure words of its text says that the head comes from its parent. */
  likely: boolean;
  /** The documents below the head, in the order of the story. */
  below: StoryDocument[];
}
export interface Forest {
  /** Branches large enough for a row, each followed by its own branches. */
  rows: Branch[];
  /** The documents of all other roots. */
  rest: StoryDocument[];
  /** Every root with the documents below it, the largest first. */
  roots: Branch[];
}

/** Minimum number of documents below a root, or below one of its branches, that give it a row of its own. */
const MIN_ROOT = 4;
const MIN_BRANCH = 12;
/** Or this share of all documents, if that is less. */
const BRANCH_SHARE = 0.05;
const MAX_DEPTH = 2;
const MAX_ROWS = 20;

/** The source that a document comes from: one of the documents, or one that only it names; null if none is known. */
function sourceOf(document: StoryDocument, known: ReadonlySet<string>): string | null {
  if (document.parent) return document.parent.id;
  const named = document.event.parent?.documentId ?? null;
  return named !== null && !known.has(named) && sourceLabel(document) ? named : null;
}

/** The forest of a story's documents. O(n · depth). */
export function forestOf(documents: readonly StoryDocument[]): Forest {
  const order = new Map(documents.map((d, i) => [d.id, i]));
  const known = new Set(order.keys());
  const children = new Map<string, StoryDocument[]>();
  const labels = new Map<string, string>();
  const roots: { id: string; head: StoryDocument | null }[] = [];
  // "The Courier reported on its website" and "according to The Courier": nobody has seen either, and they have one name.
  // "Local media" may be others each time.
  const named = new Map(
    documents.flatMap(({ id, event, observed }) => (observed || event.parent || !event.author ? [] : [[event.author, id]])),
  );
  for (const document of documents) {
    const own = sourceOf(document, known);
    const label = own === null || known.has(own) ? undefined : (sourceLabel(document) ?? undefined);
    const source = label === undefined || isDescription(label) ? own : (named.get(label) ?? own);
    if (label !== undefined && source !== null) named.set(label, source);
    if (source === null) roots.push({ id: document.id, head: document });
    else {
      append(children, source, document);
      if (!known.has(source) && !labels.has(source)) {
        labels.set(source, label ?? "");
        roots.push({ id: source, head: null });
      }
    }
  }
  const branchOf = (id: string, head: StoryDocument | null, depth: number): Branch => {
    const below: StoryDocument[] = [];
    const open = [...(children.get(id) ?? [])];
    for (let at = open.pop(); at; at = open.pop()) {
      below.push(at);
      open.push(...(children.get(at.id) ?? []));
    }
    below.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    return { head, id, label: labels.get(id) ?? null, depth, likely: head !== null && !isSure(head), below };
  };
  const bySize = (a: Branch, b: Branch) =>
    b.below.length - a.below.length || (order.get(a.id) ?? -1) - (order.get(b.id) ?? -1) || byText(a.id, b.id);
  const sorted = roots.map(({ id, head }) => branchOf(id, head, 0)).sort(bySize);
  const least = Math.max(3, Math.min(MIN_BRANCH, Math.ceil(documents.length * BRANCH_SHARE)));
  const rows: Branch[] = [];
  const add = (branch: Branch): void => {
    rows.push(branch);
    if (branch.depth >= MAX_DEPTH) return;
    const own = (children.get(branch.id) ?? []).map((child) => branchOf(child.id, child, branch.depth + 1));
    for (const child of own.filter((c) => c.below.length >= least).sort(bySize)) if (rows.length < MAX_ROWS) add(child);
  };
  for (const root of sorted) if (root.below.length >= MIN_ROOT && rows.length < MAX_ROWS) add(root);
  const shown = new Set(rows.map((row) => row.id));
  const rest = sorted.filter((root) => !shown.has(root.id)).flatMap((root) => [...(root.head ? [root.head] : []), ...root.below]);
  return { rows, rest, roots: sorted };
}

/** Whether the platform, a link, the text itself or a person says where the document came from. */
export function isSure({ event: { parent } }: StoryDocument): boolean {
  return parent !== null && isStatedPlainly(parent);
}

/** Whether it is sure where every held document came from, apart from responses and the first document. */
export const areSourcesSure = ({ documents, first }: Pick<Story, "documents" | "first">): boolean =>
  documents.every((d) => !d.observed || d === first || d.event.role === "respond" || isSure(d));

/** How many documents come from each one, at any distance. */
export function sizesOf(documents: readonly StoryDocument[]): Map<string, number> {
  const sizes = new Map<string, number>();
  const up = new Map(documents.map((d) => [d.id, d.parent?.id ?? null]));
  for (const id of up.keys()) for (let at = up.get(id) ?? null; at !== null; at = up.get(at) ?? null) countOne(sizes, at);
  return sizes;
}
