/** What changed along an edge, wherever the words of both ends are at hand. */

import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import type { TextChange } from "../../../shared/model/text-change.ts";
import { MAX_COMPARED_LENGTH } from "../../store/documents/texts.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Context } from "../context/context.ts";
import type { Work } from "../read.ts";

/** Kinds of edge whose child has the parent's text as its own, or answers to all of it. */
const WHOLE = new Set(["copy", "syndication", "paraphrase", "translation", "quote"]);
/** Kinds whose child reports the parent: what both say of one claim is compared. */
const REPORTING = new Set(["citation", "attribution"]);

/** Fewer characters before what is forwarded add nothing to it. */
const MIN_OWN_LENGTH = 10;

/** Sightings by the document that they are of, in the order of their claims. */
export function sightingsByDocument(sightings: SightingRow[]): Map<string, SightingRow[]> {
  const out = new Map<string, SightingRow[]>();
  const byClaim = (a: SightingRow, b: SightingRow) => (a.claimId < b.claimId ? -1 : a.claimId > b.claimId ? 1 : a.id < b.id ? -1 : 1);
  for (const row of [...sightings].sort(byClaim)) {
    const known = out.get(row.documentId);
    if (known) known.push(row);
    else out.set(row.documentId, [row]);
  }
  return out;
}

/** What changed from the parent's wording to the child's; nothing for a reply or a bare repost, nor where either's words are not held. */
export function textChangesAlong(
  edge: EdgeRow,
  { document, reading }: Work,
  { sourceTexts, parentTexts }: Context,
  sightings: ReadonlyMap<string, SightingRow[]>,
): TextChange[] {
  if (edge.parentId === null || edge.state === "rejected") return [];
  const text = edge.childId === document.id ? reading?.document.text : undefined;
  const parent = parentTexts.get(document.id)?.get(edge.parentId) ?? sourceTexts.get(edge.parentId);
  if (WHOLE.has(edge.type) && text && parent)
    return textChangesBetween(parent, { text: headOf(text), lang: document.lang ?? reading?.document.lang ?? null });
  if (!WHOLE.has(edge.type) && !REPORTING.has(edge.type)) return [];
  const theirs = sightings.get(edge.parentId) ?? [];
  for (const own of sightings.get(edge.childId) ?? []) {
    const other = theirs.find((s) => s.claimId === own.claimId && s.quote && s.role !== "respond");
    if (!other?.quote || !own.quote || own.role === "respond") continue;
    return textChangesBetween({ text: other.quote.exact, lang: other.lang }, { text: own.quote.exact, lang: own.lang });
  }
  return [];
}

/** What a post says itself: below "//@a:" stand the words of those whom it forwards, with all that they doubted. */
function ownOf(text: string): string {
  const own = text.slice(0, Math.max(0, text.search(/\/\/\s?@/u)));
  return own.length < MIN_OWN_LENGTH ? text : own;
}
function headOf(whole: string): string {
  const text = ownOf(whole);
  const at = text.charCodeAt(MAX_COMPARED_LENGTH - 1);
  return text.slice(0, at >= 0xd800 && at < 0xdc00 ? MAX_COMPARED_LENGTH - 1 : MAX_COMPARED_LENGTH);
}
