/** What changed along an edge, wherever the words of both ends are at hand. */

import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import type { TextChange } from "../../../shared/model/text-change.ts";
import { MAX_COMPARED } from "../../store/documents/texts.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Surroundings } from "../context/context.ts";
import type { Work } from "../read.ts";

/** Kinds of edge whose child has the parent's text as its own, or answers to all of it. */
const WHOLE = new Set(["copy", "syndication", "paraphrase", "translation", "quote"]);
/** Kinds whose child tells of the parent: what both say of one claim is compared. */
const TOLD = new Set(["citation", "attribution"]);

/** Who adds less to what is forwarded says nothing of it. */
const FORWARDED = 10;

/** Sightings by the document that they are of, in the order of their claims. */
export function sightingsByDocument(sightings: SightingRow[]): Map<string, SightingRow[]> {
  const out = new Map<string, SightingRow[]>();
  const byClaim = (a: SightingRow, b: SightingRow) => (a.claimId < b.claimId ? -1 : a.claimId > b.claimId ? 1 : a.id < b.id ? -1 : 1);
  for (const row of [...sightings].sort(byClaim)) {
    const held = out.get(row.documentId);
    if (held) held.push(row);
    else out.set(row.documentId, [row]);
  }
  return out;
}

/** What changed from the parent's wording to the child's; nothing for a reply or a bare repost, nor where either's words are not held. */
export function textChangesAlong(
  edge: EdgeRow,
  { document, reading }: Work,
  { wordings }: Surroundings,
  said: ReadonlyMap<string, SightingRow[]>,
): TextChange[] {
  if (edge.parentId === null || edge.state === "rejected") return [];
  const text = edge.childId === document.id ? reading?.document.text : undefined;
  const parent = wordings.get(edge.parentId);
  if (WHOLE.has(edge.type) && text && parent)
    return textChangesBetween(parent, { text: headOf(text), lang: document.lang ?? reading?.document.lang ?? null });
  if (!WHOLE.has(edge.type) && !TOLD.has(edge.type)) return [];
  const theirs = said.get(edge.parentId) ?? [];
  for (const own of said.get(edge.childId) ?? []) {
    const told = theirs.find((s) => s.claimId === own.claimId && s.quote && s.role !== "respond");
    if (!told?.quote || !own.quote || own.role === "respond") continue;
    return textChangesBetween({ text: told.quote.exact, lang: told.lang }, { text: own.quote.exact, lang: own.lang });
  }
  return [];
}

/** What a post says itself: below "//@a:" stand the words of those whom it forwards, with all that they doubted. */
function ownOf(text: string): string {
  const own = text.slice(0, Math.max(0, text.search(/\/\/\s?@/u)));
  return own.length < FORWARDED ? text : own;
}
function headOf(whole: string): string {
  const text = ownOf(whole);
  const at = text.charCodeAt(MAX_COMPARED - 1);
  return text.slice(0, at >= 0xd800 && at < 0xdc00 ? MAX_COMPARED - 1 : MAX_COMPARED);
}
