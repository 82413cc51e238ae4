/** Resolves a placeholder to a document under another address. */

import type { Db } from "../d1.ts";
import { enqueueShares } from "../jobs/jobs.ts";
import { wakeDependents } from "../relations/dependencies.ts";
import { insertAliases, resolvePlaceholders } from "./documents.ts";
import { reparentChildren } from "./reparent.ts";

/** Moves what hangs on a placeholder to a document, makes its address an alias, and has dependents related again. */
export function resolvePlaceholder(
  db: Db,
  { id, resolvedId, key, url }: { id: string; resolvedId: string; key: string; url: string },
  now: number,
) {
  const rows = [{ id, resolvedId }];
  return [
    insertAliases(db, [{ key, name: url, target: resolvedId }]),
    resolvePlaceholders(db, rows),
    ...reparentChildren(db, rows),
    enqueueShares(db, [resolvedId], now),
    ...wakeDependents(db, [id], [], now),
  ];
}
