/** Collects the changes of claims in one write. */

import { cueGrammarOf } from "../../../shared/lang/index.ts";
import type { ClaimInput, ClaimPatch } from "../../../shared/model/claim.ts";
import { fold } from "../../../shared/text/fold.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { namedTag } from "../../../shared/text/language-tag.ts";
import type { Changes } from "../../pipeline/persist.ts";
import type * as claims from "../../store/claims/claims.ts";
import type { EventRow } from "../../store/jobs/events.ts";
import type { EditProblem } from "../problem.ts";
import { needsSecondLook } from "../sightings.ts";
import { indexChanges } from "./search-index.ts";

export interface ClaimOutcome {
  id: string;
  status: "created" | "changed" | "same";
}
/** Why a claim is refused; `forbidden`: the sender may not do that. */
export type ClaimProblem = EditProblem & { forbidden?: true };

/** The language of a claim that came without one, if its words show a language that has word lists; else null, which counts as English. */
function knownLanguage(text: string): string | null {
  const lang = languageOf(text);
  return cueGrammarOf(lang) && lang;
}

/** Collects changes of claims; several inputs may name one claim. */
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
    // Of a claim that was merged only new wordings count: they go to the claim that it was merged into.
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
    const row = { ...rowOf(before, this.#now), ...fields, ...(fields.subject === "" && { subject: null }) };
    // The old wording stays findable.
    const renamed = fold(row.text) !== fold(before.text) ? [before.text] : [];
    const wordings = this.#wordings.get(before.id) ?? new Set();
    const unsaid = [...new Set([...addPhrasings, ...renamed])].filter((text) => !wordings.has(text));
    if (isSame(before, row) && !unsaid.length) return false;
    this.#put(row, unsaid);
    // The event has no words, because events are kept forever.
    const { text: _, subject: __, ...wordless } = fields;
    const named = (["text", "subject", "status", "visibility"] as const).filter((name) => before[name] !== row[name]);
    const changed = [...named, ...(unsaid.length ? ["phrasings"] : [])];
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

  /** The visibility of a claim: private while it needs a second look. */
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
