/** Claims that people and programs enter: new ones are created, existing ones changed. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { ClaimInput } from "../../../shared/model/claim.ts";
import { claimIdOf, idOf } from "../../../shared/model/id.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import { type Changes, persist } from "../../pipeline/persist.ts";
import * as claims from "../../store/claims/claims.ts";
import { type Db, whileConflicting } from "../../store/d1.ts";
import { selectUnseenLines } from "../../store/desk/decisions.ts";
import { selectAliased, targetsOf } from "../../store/documents/documents.ts";
import { selectPendingRelations } from "../../store/relations/dependencies.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { instantAfter } from "../../store/versions.ts";
import { alternativesOfTaken } from "./alternatives.ts";
import { ClaimEdit, type ClaimOutcome, type ClaimProblem } from "./edit.ts";
import { withHeldLines } from "./held-lines.ts";

interface CreateOptions {
  now: number;
  /** Whether the sender may change existing claims. */
  mayReview: boolean;
  /** Makes statements for the same transaction from the outcomes: the stored answer to an Idempotency-Key. */
  also?: ((results: (ClaimOutcome | ClaimProblem)[]) => D1PreparedStatement[]) | undefined;
}

/** Creates or changes claims, in one or two reads and one write. A claim is identified by its ref, or by its words if it has none. */
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
    if (!target && state.pendingRefs.has(input.ref ?? ""))
      return { pointer: "/ref", detail: "is the ref of a document that others wait for" };
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
    pendingRefs: new Set(rows.awaiting.map(({ ref }) => String(ref))),
    alias: targetsOf(rows.aliased),
  };
}
