/**
 * Who is related again because something changed. A dependency is a key with a document: some are stored as such, others are what rows say anyway
 * (a repost depends on what it reposts, a holder of a text on that text), and are read from these.
 */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db } from "../d1.ts";
import { enqueuePostsOfAccount } from "../documents/accounts.ts";
import * as jobs from "../jobs/jobs.ts";
import * as dependency from "./dependencies.ts";

/** Keys that changed, by their kind. */
export interface ChangedKeys {
  /** doc: documents that came, or are read. Whoever waited for them waits no longer. */
  arrived: string[];
  /** doc: documents whose claims changed: what hangs on them and makes no claim of its own. */
  restated: string[];
  /** doc: documents of which a repost, or a quote that makes no claim, says something else now. */
  reposted: string[];
  /** doc: documents whose words changed. What hangs on them is compared with the new ones. */
  reworded: string[];
  /** text: texts that have another first document, or another holder: all that have them, but for the `cause`. */
  texts: { textId: string; cause: string }[];
  /** text: texts whose first documents alone are concerned. */
  firstOf: string[];
  /** claim: claims that a cluster states no longer. */
  claims: string[];
  /** account: an account whose actor changed: what it published. */
  account: { id: string; platform: string; handle: string | null } | null;
  /** account: posts of accounts: later posts that name these. */
  posts: { id: string; platform: string; handle: string; at: number }[];
  /** bucket, outlet: keys of stored dependencies. */
  stored: string[];
}
export function noKeys(): ChangedKeys {
  return {
    arrived: [],
    restated: [],
    reposted: [],
    reworded: [],
    texts: [],
    firstOf: [],
    claims: [],
    account: null,
    posts: [],
    stored: [],
  };
}

/** Gives every document that depends on one of these keys a job. */
export function wake(db: Db, keys: ChangedKeys, now: number): D1PreparedStatement[] {
  const { arrived, restated, reposted, reworded, texts, firstOf, claims, account, posts, stored } = keys;
  const all = [...stored, ...restated.map(dependency.documentKey)];
  return [
    ...(arrived.length + all.length ? dependency.wakeDependents(db, arrived, all, now) : []),
    ...(restated.length ? [dependency.wakePropagated(db, restated, now)] : []),
    ...(reposted.length ? [jobs.enqueueShares(db, reposted, now)] : []),
    ...(reworded.length ? [dependency.wakeChildren(db, reworded, now)] : []),
    ...(texts.length ? [jobs.enqueueHolders(db, texts, now)] : []),
    ...(firstOf.length ? [jobs.enqueueFirstHolders(db, firstOf, now)] : []),
    ...(claims.length ? [jobs.enqueueSeenWith(db, claims, now)] : []),
    ...(account ? [enqueuePostsOfAccount(db, account, now)] : []),
    ...(posts.length ? [dependency.wakeNaming(db, posts, now)] : []),
  ];
}
