/** Claims that people enter: creates and changes them, and indexes them for matching. */

import { alternativesOf } from "../../shared/cluster/wording.ts";
import { cueGrammarOf } from "../../shared/lang/index.ts";
import { indexed } from "../../shared/match/index.ts";
import type { ClaimInput, ClaimPatch } from "../../shared/model/claim.ts";
import { claimIdOf, idOf } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { CLUSTERER } from "../../shared/model/sighting.ts";
import { fold } from "../../shared/text/fold.ts";
import { languageOf } from "../../shared/text/language.ts";
import { namedTag } from "../../shared/text/language-tag.ts";
import { type EmbedSettings, patchedSettings } from "../../shared/timeline/story/embed-settings.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import * as claims from "../store/claims/claims.ts";
import { type EmbedRow, selectEmbed, settingsOf } from "../store/claims/embeds.ts";
import { type Db, inTurn, whileConflicting } from "../store/d1.ts";
import { selectUnseenLines } from "../store/desk/decisions.ts";
import { selectAliased } from "../store/documents/documents.ts";
import { type EventRow, requireClaimsSince, selectLastEvent } from "../store/jobs/events.ts";
import { selectPendingRelations } from "../store/relations/dependencies.ts";
import { type SightingRow, selectLatestSightings, sightingOf } from "../store/relations/sightings.ts";
import { instantAfter } from "../store/versions.ts";
import type { EditProblem } from "./problem.ts";
import { needsSecondLook, sightingChanges, sightingEvents, whyLook } from "./sightings.ts";

interface ClaimOutcome {
  id: string;
  status: "created" | "changed" | "same";
}
/** Why a claim is refused; `forbidden`: the sender may not do that. */
type ClaimProblem = EditProblem & { forbidden?: true };

/** The language of a claim that came without one, if its words tell a language with word lists; otherwise they count as English. */
function knownLanguage(text: string): string | null {
  const lang = languageOf(text);
  return cueGrammarOf(lang) && lang;
}
/** Proposed claims are private and are not matched against, so that the links of a text do not depend on what arrived before it. */
const isIndexed = (claim: claims.ClaimRow) => claim.status !== "proposed" && !claim.mergedInto;

interface CreateOptions {
  now: number;
  /** Whether the sender may change existing claims. */
  mayReview: boolean;
  /** Statements that go into the same transaction, given what was decided: the answer to an Idempotency-Key. */
  also?: ((results: (ClaimOutcome | ClaimProblem)[]) => D1PreparedStatement[]) | undefined;
}

/** Creates or changes claims, in one or two reads and one write. The same ref, or without one the same words, is the same claim. */
export function createClaims(db: Db, inputs: ClaimInput[], options: CreateOptions): Promise<(ClaimOutcome | ClaimProblem)[]> {
  return whileConflicting(() => create(db, inputs, options));
}

async function create(
  db: Db,
  inputs: ClaimInput[],
  { now: begun, mayReview, also }: CreateOptions,
): Promise<(ClaimOutcome | ClaimProblem)[]> {
  const state = await readClaims(db, inputs);
  const now = instantAfter(begun, state.held.values(), state.lines);
  const edit = new ClaimEdit(state.held, state.wordings, now);
  // If the sender's words are those of a proposal, the proposal becomes this claim, with its other wordings.
  const taken = inputs.flatMap(({ status = "open" }, i) => {
    const claim = mayReview ? state.held.get(state.ids[i] ?? "") : undefined;
    return claim ? [{ claim, patch: { status } }] : [];
  });
  const alternatives = await alternativesOfTaken(db, taken);
  const aliases: Changes["aliases"] = [];
  const outcomes = inputs.map((input, i): ClaimOutcome | ClaimProblem => {
    const id = state.ids[i] ?? "";
    const key = input.ref === undefined ? null : aliasKey("ref", input.ref);
    const target = key && state.alias.get(key);
    if (target && target !== id) return { pointer: "/ref", detail: "already names a document" };
    if (!target && state.awaited.has(input.ref ?? "")) return { pointer: "/ref", detail: "is the ref of a document that others wait for" };
    const phrasings = [...input.phrasings, ...(alternatives.get(id) ?? [])];
    const outcome = edit.take(id, { ...input, phrasings }, mayReview);
    if (key && !target && !("detail" in outcome)) aliases.push({ key, name: input.ref ?? "", target: id });
    return outcome;
  });
  const unused = aliases.map(({ key }) => key);
  const waiting = aliases.map(({ name }) => ({ ref: name, children: 0 }));
  const { changes, sightings } = withHeldLines(edit.changes(), state.held, state.lines, now);
  const conditions = { claims: edit.versions(), refs: { unused, waiting }, sightings };
  await persist(db, { ...changes, aliases }, conditions, now, also?.(outcomes));
  return outcomes;
}

/** The stored rows of the claims that inputs name, and of the claims that those were merged into. */
async function readClaims(db: Db, inputs: ClaimInput[]) {
  const ids = inputs.map((input) => (input.ref === undefined ? claimIdOf(input.text) : idOf("c", "ref", input.ref)));
  const refs = inputs.flatMap(({ ref }) => ref ?? []);
  const rows = await db.load({
    claims: claims.selectClaims(db, ids),
    aliased: selectAliased(
      db,
      refs.map((ref) => aliasKey("ref", ref)),
    ),
    awaiting: selectPendingRelations(db, refs),
    phrasings: claims.selectPhrasingsOf(db, ids),
    lines: selectUnseenLines(db, ids),
  });
  const held = claims.summariesById(rows.claims);
  const targets = [...held.values()].flatMap((claim) => (claim.mergedInto && !held.has(claim.mergedInto) ? claim.mergedInto : []));
  if (targets.length) {
    const more = await db.load({ claims: claims.selectClaims(db, targets), phrasings: claims.selectPhrasingsOf(db, targets) });
    for (const [id, claim] of claims.summariesById(more.claims)) held.set(id, claim);
    rows.phrasings.push(...more.phrasings);
  }
  return {
    ids,
    held,
    wordings: claims.phrasingsByClaim(rows.phrasings),
    lines: rows.lines.map(sightingOf),
    awaited: new Set(rows.awaiting.map(({ ref }) => String(ref))),
    alias: new Map(rows.aliased.map((row) => [String(row.key), String(row.target)])),
  };
}

/** Collects changes of claims: several inputs may name one claim. */
export class ClaimEdit {
  readonly #held: ReadonlyMap<string, claims.ClaimSummary>;
  readonly #wordings: Map<string, Set<string>>;
  readonly #now: number;
  readonly #rows = new Map<string, claims.ClaimRow>();
  readonly #added: { claimId: string; text: string }[] = [];
  readonly #unphrased: { claimId: string; text: string }[] = [];
  readonly #events: EventRow[] = [];

  constructor(held: ReadonlyMap<string, claims.ClaimSummary>, wordings: Map<string, Set<string>>, now: number) {
    this.#held = held;
    this.#wordings = wordings;
    this.#now = now;
  }

  take(id: string, input: ClaimInput, mayReview: boolean): ClaimOutcome | ClaimProblem {
    const stored = this.#held.get(id);
    // For a merged claim only the new wordings count: they go to the claim that it was merged into.
    const before = this.#rows.get(id) ?? (stored?.mergedInto ? this.#held.get(stored.mergedInto) : stored);
    const row = before && stored?.mergedInto ? rowOf(before, this.#now) : this.#rowFor(id, input, before);
    const wordings = this.#wordings.get(row.id) ?? new Set();
    const unsaid = [...new Set(input.phrasings)].filter((text) => !wordings.has(text));
    if (before && isSame(before, row) && !unsaid.length) return { id: row.id, status: "same" };
    if (before && !mayReview)
      return {
        pointer: "",
        detail: "is there already; to change it, or to take what was proposed, needs the scope review",
        forbidden: true,
      };
    this.#put(row, unsaid);
    this.#events.push({
      type: before ? "claim.changed" : "claim.created",
      subject: row.id,
      detail: { status: row.status, visibility: row.visibility },
    });
    return { id: row.id, status: before ? "changed" : "created" };
  }

  /** A change by a person who names the claim. False when it changes nothing. */
  patch(before: claims.ClaimSummary, { addPhrasings = [], embed: _embed, ...fields }: ClaimPatch): boolean {
    const row = { ...rowOf(before, this.#now), ...fields };
    // The old wording stays findable.
    const renamed = fold(row.text) !== fold(before.text) ? [before.text] : [];
    const wordings = this.#wordings.get(before.id) ?? new Set();
    const unsaid = [...new Set([...addPhrasings, ...renamed])].filter((text) => !wordings.has(text));
    if (isSame(before, row) && !unsaid.length) return false;
    this.#put(row, unsaid);
    // The event has no words, because events are kept forever.
    const { text: _, subject: __, ...wordless } = fields;
    const changed = [...Object.keys(fields), ...(addPhrasings.length ? ["phrasings"] : [])];
    this.#events.push({ type: "claim.changed", subject: row.id, detail: { ...wordless, changed } });
    return true;
  }

  /** Restores a claim to an earlier state, without the wordings added since. */
  restore(before: claims.ClaimSummary, was: Partial<claims.ClaimRow>, unphrased: string[]): void {
    const row = { ...rowOf(before, this.#now), ...was };
    this.#put(row, []);
    const wordings = this.#wordings.get(row.id);
    for (const text of unphrased) wordings?.delete(text);
    this.#unphrased.push(...unphrased.map((text) => ({ claimId: row.id, text })));
    this.#events.push({ type: "claim.restored", subject: row.id, detail: { status: row.status, visibility: row.visibility } });
  }

  #rowFor(id: string, input: ClaimInput, before: claims.ClaimRow | claims.ClaimSummary | undefined): claims.ClaimRow {
    // If the sender's words are those of a proposal, the proposal becomes this claim.
    const kept = before?.status === "proposed" ? undefined : before;
    return {
      id,
      ref: input.ref ?? before?.ref ?? null,
      text: input.text,
      lang: namedTag(input.lang) ?? before?.lang ?? knownLanguage(input.text),
      status: input.status ?? kept?.status ?? "open",
      visibility: this.#shownAs(id, input, kept),
      subject: input.subject ?? before?.subject ?? null,
      createdAt: before?.createdAt ?? this.#now,
      recordedAt: this.#now,
      mergedInto: null,
    };
  }

  /** Who sees a claim: nobody outside the desk while it needs a second look. */
  #shownAs(id: string, { text, visibility }: ClaimInput, before: Pick<claims.ClaimRow, "visibility"> | undefined): string {
    const wanted = visibility ?? before?.visibility ?? "public";
    const { firstResponses = [] } = this.#held.get(id) ?? {};
    const isHidden = (before?.visibility ?? "private") === "private" && needsSecondLook({ text, firstResponses });
    return isHidden ? "private" : wanted;
  }

  #put(row: claims.ClaimRow, unsaid: string[]): void {
    this.#rows.set(row.id, row);
    this.#wordings.set(row.id, new Set([...(this.#wordings.get(row.id) ?? []), ...unsaid]));
    this.#added.push(...unsaid.map((text) => ({ claimId: row.id, text })));
  }

  /** Versions of the claims to change, as read. */
  versions(): [string, string | null][] {
    return [...this.#rows.keys()].flatMap((id) => {
      const held = this.#held.get(id);
      return held ? [[id, held.version] as [string, string]] : [];
    });
  }

  wordingsOf(id: string): string[] {
    return [...(this.#wordings.get(id) ?? [])];
  }

  changes(): Pick<Changes, "newClaims" | "claims" | "crossing" | "phrasings" | "unphrased" | "index" | "events"> {
    const rows = [...this.#rows.values()];
    const crosses = (row: claims.ClaimRow) => (this.#held.get(row.id)?.status === "proposed") !== (row.status === "proposed");
    return {
      newClaims: rows.filter((row) => !this.#held.has(row.id)),
      claims: rows.filter((row) => this.#held.has(row.id)),
      crossing: rows.filter((row) => this.#held.has(row.id) && crosses(row)).map((row) => row.id),
      phrasings: this.#added,
      unphrased: this.#unphrased,
      index: indexChanges(rows, this.#wordings),
      events: this.#events,
    };
  }
}
const PRINTED = ["text", "lang", "status", "visibility", "subject"] as const;
const isSame = (a: claims.ClaimRow | claims.ClaimSummary, b: claims.ClaimRow) => PRINTED.every((field) => a[field] === b[field]);
const rowOf = (claim: claims.ClaimRow | claims.ClaimSummary, now: number): claims.ClaimRow => {
  const { id, ref, text, lang, status, visibility, subject, createdAt, mergedInto } = claim;
  return { id, ref, text, lang, status, visibility, subject, createdAt, mergedInto, recordedAt: now };
};

/** The changes that put claims into the search index in their current state, or remove them. */
export function indexChanges(rows: claims.ClaimRow[], wordings: ReadonlyMap<string, ReadonlySet<string>>): Changes["index"] {
  return {
    put: rows.filter(isIndexed).map((row) => searchRow(row, [...(wordings.get(row.id) ?? [])])),
    remove: rows.filter((row) => !isIndexed(row)).map((row) => row.id),
  };
}
/** The search entry of a claim: its wordings in the order in which they were added, as the matcher was fitted. */
function searchRow(claim: { id: string; ref: string | null; text: string; lang: string | null }, phrasings: string[]) {
  const scored = { claimId: claim.id, ref: claim.ref, text: claim.text, lang: claim.lang, phrasings };
  return { claimId: claim.id, words: indexed(scored), scored };
}

/** Changes a claim, or the one that it was merged into: adds a new version beside the old one. Null if there is no such claim. */
export function patchClaim(db: Db, id: string, patch: ClaimPatch, now: number): Promise<claims.ClaimSummary | null> {
  return changeClaim(db, id, () => patch, now);
}

/** How the claim's story is shown from now on, if that changes. */
function embedChanges(
  before: claims.ClaimSummary,
  settings: EmbedSettings,
  { embed }: ClaimPatch,
): { row: EmbedRow; event: EventRow } | null {
  if (!embed) return null;
  const after = patchedSettings(settings, embed);
  if (JSON.stringify(after) === JSON.stringify(settings)) return null;
  const detail = { changed: Object.keys(embed).map((name) => `embed.${name}`) };
  return { row: { claimId: before.id, settings: after }, event: { type: "claim.changed", subject: before.id, detail } };
}

/** Maximum number of sightings of a proposal whose words are read when it is accepted. */
const MAX_WORDINGS_READ = 32;
/** Other words with which the documents of an accepted proposal state it: documents with these words are linked from then on. */
export async function alternativesFor(db: Db, claim: claims.ClaimSummary, patch: ClaimPatch): Promise<string[]> {
  return (await alternativesOfTaken(db, [{ claim, patch }])).get(claim.id) ?? [];
}
/** The same for several claims, by claim, in one read. */
async function alternativesOfTaken(db: Db, asked: { claim: claims.ClaimSummary; patch: ClaimPatch }[]): Promise<Map<string, string[]>> {
  const taken = asked.filter(({ claim, patch: { status } }) => claim.status === "proposed" && (status === "open" || status === "settled"));
  if (!taken.length) return new Map();
  const { lines } = await db.load({ lines: taken.map(({ claim }) => selectLatestSightings(db, claim.id, MAX_WORDINGS_READ, null)) });
  return new Map(
    taken.map(({ claim, patch }, i) => {
      const quotes = (lines[i] ?? [])
        .map(sightingOf)
        .filter((s) => s.method === CLUSTERER && s.state !== "rejected" && s.stance !== "deny" && s.stance !== "query")
        .flatMap(({ quote, lang }) => (quote ? [{ text: quote.exact, lang: lang ?? languageOf(quote.exact) }] : []));
      const text = patch.text ?? claim.text;
      return [claim.id, alternativesOf({ text, lang: claim.lang ?? languageOf(text) }, quotes)];
    }),
  );
}

/** Applies a change to the current state of a claim; null if `wanted` gives null. */
function changeClaim(
  db: Db,
  id: string,
  wanted: (claim: claims.ClaimSummary) => Promise<ClaimPatch | null> | ClaimPatch | null,
  begun: number,
): Promise<claims.ClaimSummary | null> {
  const attempt = async () => {
    const { claim, phrasings, embeds, lines } = await db.load({
      claim: claims.selectClaim(db, id),
      phrasings: claims.selectPhrasings(db, id),
      embeds: selectEmbed(db, id),
      lines: selectUnseenLines(db, [id]),
    });
    if (!claim[0]) return null;
    const said = phrasings.map((row) => String(row.text));
    const before = claims.summaryOf(claim[0], said);
    if (before.mergedInto) return changeClaim(db, before.mergedInto, wanted, begun);
    const asked = await wanted(before);
    if (!asked) return null;
    const patch = { ...asked, addPhrasings: [...(asked.addPhrasings ?? []), ...(await alternativesFor(db, before, asked))] };
    const unseen = lines.map(sightingOf);
    const now = instantAfter(begun, [before], unseen);
    const edit = new ClaimEdit(new Map([[id, before]]), new Map([[id, new Set(said)]]), now);
    const shown = edit.patch(before, patch);
    const look = embedChanges(before, settingsOf(embeds[0]), patch);
    if (!shown && !look) return before;
    const { changes, sightings } = withHeldLines(edit.changes(), new Map([[id, before]]), unseen, now);
    const shownAs = look && { embeds: [look.row], touched: [id], events: [...changes.events, look.event] };
    await persist(db, { ...changes, ...shownAs }, { claims: [[before.id, before.version]], sightings }, now);
    const [[after] = []] = await db.batch([claims.selectClaim(db, id)]);
    return after ? claims.summaryOf(after, edit.wordingsOf(id)) : null;
  };
  return inTurn(id, () => whileConflicting(attempt));
}

/**
 * Changes of claims, with the lines that would become public with them and that nobody has reviewed: these wait from now on. Also gives the
 * sightings that this was derived from.
 */
function withHeldLines(
  changed: ReturnType<ClaimEdit["changes"]>,
  held: ReadonlyMap<string, claims.ClaimSummary>,
  lines: SightingRow[],
  now: number,
) {
  const shown = new Map(
    changed.claims.filter((row) => row.visibility !== "private" && held.get(row.id)?.visibility === "private").map((row) => [row.id, row]),
  );
  const close = lines.filter((s) => s.listed && shown.has(s.claimId) && whyLook(s, shown.get(s.claimId)?.text ?? ""));
  const add = close.map((s) => ({ ...s, listed: false, recordedAt: now }));
  const moved = sightingChanges({ add, close }, now);
  return {
    changes: { ...changed, ...moved, events: [...changed.events, ...sightingEvents(add, "sighting.held")] },
    sightings: { documentIds: new Set(close.map((s) => s.documentId)), live: lines },
  };
}

const INDEX_PAGE = 500;

/** Rebuilds the search index from the claims, page by page. Gives the id to continue after, or null at the end. */
export function rebuildIndex(db: Db, after: string): Promise<string | null> {
  return whileConflicting(() => rebuildPage(db, after));
}
async function rebuildPage(db: Db, after: string): Promise<string | null> {
  const { rows, last } = await db.load({ rows: claims.selectForIndex(db, after, INDEX_PAGE), last: selectLastEvent(db) });
  const indexedRows = rows.map((row) =>
    searchRow(
      { id: String(row.id), ref: row.ref as string | null, text: String(row.text), lang: row.lang as string | null },
      JSON.parse(String(row.phrasings)) as string[],
    ),
  );
  await db.batch([
    requireClaimsSince(db, Number(last[0]?.seq)),
    ...(after === "" ? claims.clearIndex(db) : []),
    ...(indexedRows.length ? claims.indexClaims(db, indexedRows) : []),
  ]);
  return rows.length === INDEX_PAGE ? String(rows.at(-1)?.id) : null;
}
