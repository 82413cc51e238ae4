/** What changed in the wording on the way, only where parent and child are sure: the platform, a link, the text itself or a person says so. */
import type { TextChange, TextChangeKind } from "../../model/text-change.ts";
import { isSure, sizesOf } from "./branches.ts";
import type { StoryDocument } from "./story.ts";

export interface WordingChange {
  parent: StoryDocument;
  child: StoryDocument;
  changes: readonly TextChange[];
  /** How many documents come from the child. */
  takers: number;
}
export interface Wording {
  /** The most telling first. */
  pairs: WordingChange[];
  /** How many pairs have each kind of change. */
  kinds: Partial<Record<TextChangeKind, number>>;
}

/** How much a kind of change tells: a lost doubt most, a lost detail least. */
const RANK: Record<TextChangeKind, number> = {
  negation_flipped: 5,
  hedge_dropped: 5,
  number_changed: 4,
  unit_changed: 4,
  name_changed: 4,
  attribution_lost: 3,
  hedge_added: 2,
  detail_lost: 1,
  translated: 0,
};

/** A hedge that another one replaced is neither dropped nor added. */
function withoutReplacedHedges(changes: readonly TextChange[]): readonly TextChange[] {
  const kinds = new Set(changes.map((c) => c.kind));
  const isReplaced = kinds.has("hedge_dropped") && kinds.has("hedge_added");
  return isReplaced ? changes.filter((c) => c.kind !== "hedge_dropped" && c.kind !== "hedge_added") : changes;
}
const rankOf = ({ changes }: WordingChange) => changes.reduce((most, { kind }) => Math.max(most, RANK[kind]), 0);

/** Whether readers see words of a document: its own, or those that changed (`side` names them). */
const showsWords = ({ event }: StoryDocument, changes: readonly TextChange[], side: "was" | "now"): boolean =>
  [event.quote?.exact, event.excerpt, event.title, ...changes.map((c) => c[side]?.text)].some((words) => words?.trim());

/** The changes between a story's documents, where readers see the words of both. A text that carries a response is no other wording of the claim. */
export function wordingOf(documents: readonly StoryDocument[]): Wording {
  const known = new Map(documents.map((d) => [d.id, d]));
  const sizes = sizesOf(documents);
  const pairs = documents.flatMap((child): WordingChange[] => {
    const parent = known.get(child.parent?.id ?? "");
    const changes = isSure(child) ? withoutReplacedHedges(child.event.parent?.textChanges ?? []) : [];
    if (!parent || changes.length === 0 || [parent, child].some((d) => d.doing === "carries" || d.doing === "disputes")) return [];
    if (!showsWords(parent, changes, "was") || !showsWords(child, changes, "now")) return [];
    return [{ parent, child, changes, takers: sizes.get(child.id) ?? 0 }];
  });
  const kinds: Wording["kinds"] = {};
  for (const { changes } of pairs) for (const kind of new Set(changes.map((c) => c.kind))) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { pairs: pairs.sort((a, b) => rankOf(b) * (b.takers + 1) - rankOf(a) * (a.takers + 1)), kinds };
}
