/** Accept: which document is it, what does it hang on, and one write. After this answers, nothing can be lost. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { textIdOf } from "../../../shared/model/id.ts";
import { aliasKey, contentOf, type Identity, type Incoming, identify, isUnderHandle } from "../../../shared/model/identity.ts";
import { type Relation, relationsOf } from "../../../shared/model/relation.ts";
import { selectTombstones } from "../../store/access/tombstones.ts";
import { type Db, whileConflicting } from "../../store/d1.ts";
import * as documents from "../../store/documents/documents.ts";
import * as texts from "../../store/documents/texts.ts";
import { selectPendingRelations } from "../../store/relations/dependencies.ts";
import { packPages } from "../pages.ts";
import { persist } from "../persist.ts";
import { acceptChanges } from "./changes.ts";
import { ancestorsOf, cyclesIn, planLinks } from "./links.ts";

export interface Accepted {
  id: string;
  /** same: it is known already, and nothing is left to be done about it. */
  status: "accepted" | "revised" | "same";
}
export interface Refused {
  pointer: string;
  detail: string;
  /** It is erased. */
  gone?: true;
}
interface Acceptance {
  outcomes: (Accepted | Refused)[];
  again: string[];
}
interface AcceptOptions {
  /** Give it a job, to be read, matched and related; false: only store it and link it by id. */
  read: boolean;
  now: number;
  /** Statements that go into the same transaction, given what was decided: the answer to an Idempotency-Key. */
  also?: (results: (Accepted | Refused)[]) => D1PreparedStatement[];
}

export interface Item {
  at: number;
  input: Incoming;
  identity: Identity;
  relations: Relation[];
  id: string;
}

/** Accepts documents in one read and one write, whatever their number. Gives an outcome for each, in order, and the ids of others that are to be looked at again. */
export function accept(db: Db, inputs: Incoming[], options: AcceptOptions): Promise<Acceptance> {
  return whileConflicting(() => attempt(db, inputs, options));
}

async function attempt(db: Db, inputs: Incoming[], options: AcceptOptions): Promise<Acceptance> {
  const outcomes: (Accepted | Refused | undefined)[] = new Array(inputs.length);
  const items: Item[] = [];
  inputs.forEach((input, at) => {
    const relations = relationsOf(input);
    if (!Array.isArray(relations)) outcomes[at] = relations;
    else {
      const identity = identify(input);
      items.push({ at, input, identity, relations, id: identity.id });
    }
  });
  const state = await read(db, items);
  let kept = settleIds(items, state, outcomes);
  let plan = planLinks(kept, state);
  const ancestors = await ancestorsOf(db, plan, kept, state);
  // A document that cannot hang where it says is not taken, and then no other may hang on it: until none is left.
  for (;;) {
    const circles = cyclesIn(plan, kept, ancestors);
    const refused = circles.size ? circles : plan.refused;
    if (!refused.size) break;
    for (const [item, refusal] of refused) outcomes[item.at] = refusal;
    kept = kept.filter((item) => !refused.has(item));
    plan = planLinks(kept, state);
  }
  const { read: isRead, now, also } = options;
  const { changes, conditions } = acceptChanges(kept, state, plan, outcomes, isRead, now);
  const answers = outcomes as (Accepted | Refused)[];
  changes.texts = await packPages(db, changes.texts ?? [], now);
  const again = await persist(db, changes, conditions, now, also?.(answers));
  return { outcomes: answers, again: isRead ? again : [] };
}

/** Everything that accepting these documents depends on, in one batch. */
async function read(db: Db, items: Item[]) {
  const ids = new Set<string>();
  const keys = new Set<string>();
  const refs = new Set<string>();
  const textIds = new Set<string>();
  for (const { input, identity, relations } of items) {
    ids.add(identity.id);
    if (identity.urlId) ids.add(identity.urlId);
    for (const url of [identity.url, identity.ownUrl]) if (url) keys.add(aliasKey("url", url));
    if (input.ref !== undefined) {
      refs.add(input.ref);
      keys.add(aliasKey("ref", input.ref));
    }
    for (const { named } of relations) {
      if (named.by === "ref") keys.add(aliasKey("ref", named.ref));
      else ids.add(named.id);
      if (named.by === "url") keys.add(aliasKey("url", named.url));
    }
    const content = contentOf(input);
    if (content) textIds.add(textIdOf(content).id);
  }
  const { dead, held, aliased, awaiting, known } = await db.load({
    dead: selectTombstones(db, ids),
    held: documents.selectCaptured(db, ids),
    aliased: documents.selectAliased(db, keys),
    awaiting: selectPendingRelations(db, refs),
    known: texts.selectTexts(db, textIds),
  });
  const stored = new Map<string, documents.CapturedDocument>();
  for (const row of held) stored.set(String(row.id), documents.capturedOf(row));
  const alias = new Map<string, string>();
  for (const row of aliased) {
    alias.set(String(row.key), String(row.target));
    if (row.id) stored.set(String(row.id), documents.capturedOf(row));
  }
  return {
    consulted: ids,
    refs,
    keys,
    dead: new Set(dead.map((row) => String(row.id))),
    stored,
    alias,
    awaiting: awaiting.map((row) => ({
      ref: String(row.ref),
      type: row.type as Relation["type"],
      child: documents.documentOf(row),
    })),
    texts: new Map(
      known.map((row) => [
        String(row.id),
        { hash: String(row.hash), firstId: String(row.first_document_id), firstAt: Number(row.first_at), isPacked: row.packed !== null },
      ]),
    ),
  };
}

export type State = Awaited<ReturnType<typeof read>>;

/**
 * The id of a document that is here under another of its names. A page may turn out to be a platform's post; a Bluesky post comes under its author's
 * handle, which only the platform can resolve, and under the DID: whichever was here first keeps its id.
 */
function standingId({ platform, nativeId, url, urlId, ownUrl }: Identity, { alias, stored }: State): string | null {
  const named = (address: string | null) => (address ? alias.get(aliasKey("url", address)) : undefined);
  const found = (!nativeId || isUnderHandle({ platform, nativeId }) ? named(url) : undefined) ?? named(ownUrl);
  if (found?.startsWith("d")) return found;
  const held = ownUrl && urlId ? stored.get(urlId) : undefined;
  return held?.seen === "observed" && isUnderHandle(held) && held.nativeId?.split("/")[1] === nativeId?.split("/")[1] ? held.id : null;
}

/** Gives each document the id by which it is already known, and refuses what is erased or named twice. */
function settleIds(items: Item[], state: State, outcomes: (Accepted | Refused | undefined)[]): Item[] {
  for (const item of items) item.id = standingId(item.identity, state) ?? item.id;
  // Of the same post under a handle and under a DID in one delivery, the DID's id is kept.
  const underDid = new Map(items.flatMap(({ id, identity }) => (identity.ownUrl && identity.urlId ? [[identity.urlId, id] as const] : [])));
  for (const item of items) if (isUnderHandle(item.identity)) item.id = underDid.get(item.id) ?? item.id;
  return items.filter((item) => {
    const { input, identity } = item;
    const byRef = input.ref === undefined ? undefined : state.alias.get(aliasKey("ref", input.ref));
    const own = identity.nativeId || identity.url;
    if (byRef?.startsWith("d") && !own) item.id = byRef;
    const refuse = (pointer: string, detail: string) => {
      outcomes[item.at] = { pointer, detail };
      return false;
    };
    if (byRef && byRef !== item.id)
      return refuse("/ref", byRef.startsWith("c") ? "already names a claim" : "already names another document");
    if (state.dead.has(item.id)) {
      outcomes[item.at] = { pointer: "", detail: "was erased here and is not taken again", gone: true };
      return false;
    }
    for (const { named, pointer } of item.relations)
      if (named.by === "id" && !state.stored.has(named.id)) return refuse(pointer, "no document has this id");
    const content = contentOf(input);
    if (content) {
      const { id, hash } = textIdOf(content);
      const known = state.texts.get(id);
      if (known && known.hash !== hash) return refuse("/text", "collides with another text");
    }
    return true;
  });
}
