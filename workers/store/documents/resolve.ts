/** A placeholder turns out to be a document under another address. */

import type { Db } from "../d1.ts";
import { enqueueReposts } from "../jobs/jobs.ts";
import { wakeDependents } from "../relations/dependencies.ts";
import { insertAliases, resolvePlaceholders } from "./documents.ts";
import { adoptChildren } from "./reparent.ts";

/** What hung on the placeholder hangs on the document, its address names the document, and who waited is looked at again. */
export function resolveTo(db: Db, { id, resolvedId, key, url }: { id: string; resolvedId: string; key: string; url: string }, now: number) {
  const rows = [{ id, resolvedId }];
  return [
    insertAliases(db, [{ key, name: url, target: resolvedId }]),
    resolvePlaceholders(db, rows),
    ...adoptChildren(db, rows),
    enqueueReposts(db, [resolvedId], now),
    ...wakeDependents(db, [id], [], now),
  ];
}
