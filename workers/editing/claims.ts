/** Claims that people bring in: created, changed, and put where matching finds them. */

import { cueGrammarOf } from "../../shared/lang/index.ts";
import { indexed } from "../../shared/match/index.ts";
import type { ClaimInput, ClaimPatch } from "../../shared/model/claim.ts";
import { idOf } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { languageOf } from "../../shared/text/language.ts";
import { namedTag } from "../../shared/text/language-tag.ts";
import { fold } from "../../shared/text/segment.ts";
import { byText } from "../../shared/timeline/sort.ts";
import { claimIdOf } from "../pipeline/context/reported-documents.ts";
import * as claims from "../store/claims/claims.ts";
import type { Db } from "../store/d1.ts";
import { insertAliases, selectAliased } from "../store/documents/documents.ts";
import { type EventRow, insertEvents } from "../store/jobs/events.ts";

export interface ClaimOutcome {
  id: string;
  status: "created" | "changed" | "same";
}

/** The language of a claim that came without one, where its words are compared by lists of that language; else they count as English. */
function tongueNamed(text: string): string | null {
  const lang = languageOf(text);
  return cueGrammarOf(lang) && lang;
}
/** Proposed claims are private and are not matched against, so that what a text is linked to does not depend on what came before it. */
const isIndexed = (claim: claims.ClaimRow) => claim.status !== "proposed" && !claim.mergedInto;

/** Creates or changes claims, in one read and one write. The same ref, or without one the same words, is the same claim. */
export async function createClaims(
  db: Db,
  inputs: ClaimInput[],
  now: number,
  also?: (results: (ClaimOutcome | { pointer: string; detail: string })[]) => D1PreparedStatement[],
): Promise<(ClaimOutcome | { pointer: string; detail: string })[]> {
  const ids = inputs.map((input) => (input.ref === undefined ? claimIdOf(input.text) : idOf("c", "ref", input.ref)));
  const refs = inputs.flatMap((input) => (input.ref === undefined ? [] : [aliasKey("ref", input.ref)]));
  const [known = [], aliased = [], said = []] = await db.batch([
    claims.selectClaims(db, ids),
    selectAliased(db, refs),
    claims.selectPhrasingsOf(db, ids),
  ]);
  const held = new Map(known.map((row) => [String(row.id), claims.summaryOf(row)]));
  const alias = new Map(aliased.map((row) => [String(row.key), String(row.target)]));
  const rows = new Map<string, claims.ClaimRow>();
  const phrasings = new Map<string, Set<string>>();
  for (const row of said) phrasings.set(String(row.claim_id), (phrasings.get(String(row.claim_id)) ?? new Set()).add(String(row.text)));
  const added: { claimId: string; text: string }[] = [];
  const events: EventRow[] = [];
  const aliases: { key: string; name: string; target: string }[] = [];
  const outcomes = inputs.map((input, i): ClaimOutcome | { pointer: string; detail: string } => {
    const id = ids[i] ?? "";
    if (input.ref !== undefined) {
      const target = alias.get(aliasKey("ref", input.ref));
      if (target && target !== id) return { pointer: "/ref", detail: "already names a document" };
      if (!target) aliases.push({ key: aliasKey("ref", input.ref), name: input.ref, target: id });
    }
    const before = rows.get(id) ?? held.get(id);
    if (before?.mergedInto) return { id: before.mergedInto, status: "same" };
    const row: claims.ClaimRow = {
      id,
      ref: input.ref ?? before?.ref ?? null,
      text: input.text,
      lang: namedTag(input.lang) ?? before?.lang ?? tongueNamed(input.text),
      status: input.status,
      visibility: input.visibility,
      subject: input.subject ?? before?.subject ?? null,
      createdAt: before?.createdAt ?? now,
      recordedAt: now,
      mergedInto: null,
    };
    const wordings = phrasings.get(id) ?? new Set();
    const unsaid = [...new Set(input.phrasings)].filter((text) => !wordings.has(text));
    phrasings.set(id, new Set([...wordings, ...unsaid]));
    added.push(...unsaid.map((text) => ({ claimId: id, text })));
    const same = before && (["text", "lang", "status", "visibility", "subject"] as const).every((field) => before[field] === row[field]);
    if (same && !unsaid.length) return { id, status: "same" };
    rows.set(id, row);
    events.push({
      type: before ? "claim.changed" : "claim.created",
      subject: id,
      detail: { status: row.status, visibility: row.visibility },
    });
    return { id, status: before ? "changed" : "created" };
  });
  const changed = [...rows.values()];
  const statements = [
    ...(changed.length ? claims.insertClaims(db, changed, now) : []),
    ...(added.length ? [claims.insertPhrasings(db, added, now)] : []),
    ...(aliases.length ? [insertAliases(db, aliases)] : []),
    ...indexStatements(db, changed, phrasings),
    ...(events.length ? [insertEvents(db, events, now)] : []),
    ...(also ? also(outcomes) : []),
  ];
  await db.batch(statements);
  return outcomes;
}

/** What puts claims where matching finds them, each as it now stands, or takes them out. */
export function indexStatements(
  db: Db,
  rows: claims.ClaimRow[],
  phrasings: ReadonlyMap<string, ReadonlySet<string>>,
): D1PreparedStatement[] {
  const open = rows.filter(isIndexed);
  const shut = rows.filter((row) => !isIndexed(row));
  return [
    ...(open.length
      ? claims.indexClaims(
          db,
          open.map((row) => searchRow(row, [...(phrasings.get(row.id) ?? [])])),
        )
      : []),
    ...(shut.length
      ? [
          ...claims.unindexClaims(
            db,
            shut.map((row) => row.id),
          ),
        ]
      : []),
  ];
}
/** What the search index holds of a claim: the same whatever the order in which its wordings came. */
export function searchRow(claim: { id: string; ref: string | null; text: string; lang: string | null }, phrasings: string[]) {
  const scored = { claimId: claim.id, ref: claim.ref, text: claim.text, lang: claim.lang, phrasings: [...phrasings].sort(byText) };
  return { claimId: claim.id, words: indexed(scored), scored };
}

/** Changes a claim: a new version beside the old one. Null when there is none. */
export async function patchClaim(db: Db, id: string, patch: ClaimPatch, now: number): Promise<claims.ClaimSummary | null> {
  const [rows = [], said = []] = await db.batch([claims.selectClaim(db, id), claims.selectPhrasings(db, id)]);
  const row = rows[0];
  if (!row) return null;
  const before = claims.summaryOf(
    row,
    said.map((p) => String(p.text)),
  );
  if (before.mergedInto) return null;
  const { addPhrasings = [], ...fields } = patch;
  // The wording that held stays findable.
  const renamed = fields.text !== undefined && fold(fields.text) !== fold(before.text) ? [before.text] : [];
  const after = { ...before, ...fields, phrasings: [...new Set([...before.phrasings, ...addPhrasings, ...renamed])], recordedAt: now };
  const added = after.phrasings.filter((text) => !before.phrasings.includes(text));
  const changed = Object.entries(fields).some(([field, value]) => before[field as keyof typeof before] !== value);
  if (!changed && !added.length) return before;
  await db.batch([
    ...claims.insertClaims(db, [after], now),
    ...(added.length
      ? [
          claims.insertPhrasings(
            db,
            added.map((text) => ({ claimId: id, text })),
            now,
          ),
        ]
      : []),
    ...indexStatements(db, [after], new Map([[id, new Set(after.phrasings)]])),
    insertEvents(db, [{ type: "claim.changed", subject: id, detail: patch }], now),
  ]);
  const [head = []] = await db.batch([claims.selectClaim(db, id)]);
  return head[0] ? { ...claims.summaryOf(head[0]), phrasings: after.phrasings } : null;
}

/** Takes back what a person changed of a claim at an instant; a wording that was given meanwhile stays one of its phrasings. Null when nothing was changed then, or something was since. */
export async function undoClaim(db: Db, id: string, at: number, now: number): Promise<claims.ClaimSummary | null> {
  const [ended = []] = await db.batch([claims.selectClaimEnded(db, id, at)]);
  const was = ended[0];
  if (!was) return null;
  const patch = {
    text: String(was.text),
    status: was.status as ClaimPatch["status"],
    visibility: was.visibility as ClaimPatch["visibility"],
  };
  return patchClaim(db, id, patch, now);
}

/** Builds the search index anew from the claims, a page at a time. Gives the id to go on after, or null at the end. */
export async function rebuildIndex(db: Db, after: string, size = 500): Promise<string | null> {
  const [rows = []] = await db.batch([claims.selectForIndex(db, after, size)]);
  const indexedRows = rows.map((row) =>
    searchRow(
      { id: String(row.id), ref: row.ref as string | null, text: String(row.text), lang: row.lang as string | null },
      JSON.parse(String(row.phrasings)) as string[],
    ),
  );
  await db.batch([...(after === "" ? claims.clearIndex(db) : []), ...(indexedRows.length ? claims.indexClaims(db, indexedRows) : [])]);
  return rows.length === size ? String(rows.at(-1)?.id) : null;
}
