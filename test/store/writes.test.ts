/** One guarded write path: outside of the store only `persist` uses statements that change rows, but for what is listed here. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const PERSIST = "workers/pipeline/persist.ts";
/** Statements that others may use: each is whole by itself, or goes into the batch of `persist` by its `also`. */
const ALLOWED = new Set([
  // The attempts of jobs are counted before the work, whatever becomes of it.
  "beginJobs",
  "failJob",
  "uncountJobs",
  // What a decision of the desk keeps, in the batch of what it decides.
  "insertDecision",
  "putOff",
  "requireLast",
  // What lists and search derive from the log: each step is whole by itself.
  "followLog",
  "putStories",
  // What people watch, and their views: their own thing.
  "putFollows",
  "endFollows",
  "insertView",
  "deleteView",
  // A run's claim to a host: compare and set.
  "leaseHost",
  // The answer to an Idempotency-Key, in the batch of what it answers or for a key that was taken before, and its end after a day.
  "insertIdempotent",
  "takeIdempotent",
  "settleIdempotent",
  "pruneIdempotent",
  // In the batch that deletes a note: stored answers with words go with it.
  "forgetWords",
  // Notes of what cron did, and blocks of the sealed log: rows of their own.
  "putUpkeep",
  // The end of a restore, which nothing else is written with.
  "endRestore",
  "insertBlock",
  "packBlock",
  "putStamp",
  // Subscriptions are people's own thing; deliveries are made in the batch that moves a subscription's place in the log on, and end in one of their
  // own.
  "insertSubscription",
  "updateSubscription",
  "putSecrets",
  // In the batch that revokes a key or switches a person off.
  "disableSubscriptionsOf",
  "deleteSubscription",
  "disableSubscription",
  "advanceCursor",
  "rewindCursor",
  "insertDeliveries",
  "takeDue",
  "deleteDelivered",
  "failDeliveries",
  "reviveDeliveries",
  // Who looks after a claim: one row, which the last to say so has.
  "putOwner",
  // Printed for an operator, who runs it: the first admin of an instance.
  "invitationSql",
  // People, keys and sessions are their own thing: in the batch of `persist` with what the log says of it, or one statement whose rows are the
  // answer.
  "insertKey",
  "revokeKey",
  "endFormerSecrets",
  "insertInvitation",
  "invitationSql",
  "revokeInvitation",
  "useInvitation",
  "insertPerson",
  "updatePerson",
  "insertCode",
  "takeCode",
  "insertSession",
  "endSession",
  "endSessionsOf",
  // Notes and owners of claims, in the batch of `persist` with what the log says of it.
  "insertNote",
  "deleteNote",
  "setOwner",
  // When a key, a session or a person was last here, to the hour.
  "touchKey",
  "touchSession",
  "touchPerson",
  // The search index and the rollups, made anew from the rows by `npm run rebuild`.
  "clearIndex",
  // The precondition of that: no words of claims changed meanwhile.
  "requireClaimsSince",
  "indexClaims",
  "rebuild",
  // All rows of another instance, into one without a log.
  "restoreRows",
]);

/** The exported functions of a file of the store whose text holds SQL that changes rows. */
function writersOf(file: string): string[] {
  const parts = readFileSync(join(root, file), "utf8").split(/^(?=export (?:async )?function |export const )/m);
  return parts
    .filter((part) =>
      /\b(?:INSERT (?:OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|insertSql\(|conflictIf\()/.test(
        part.split(/^(?:const|function|interface|type|export class) /m)[0] ?? "",
      ),
    )
    .flatMap((part) => /^export (?:async )?(?:function|const) (\w+)/.exec(part)?.[1] ?? []);
}

test("statements that change rows are used by persist alone", () => {
  const writers = new Map(globSync("workers/store/**/*.ts", { cwd: root }).map((file) => [file, writersOf(file)]));
  assert.ok([...writers.values()].flat().length > 60);
  const found: string[] = [];
  for (const file of globSync("workers/**/*.ts", { cwd: root })) {
    if (file.startsWith("workers/store/") || file === PERSIST) continue;
    const source = readFileSync(join(root, file), "utf8");
    for (const [, what = "", from = ""] of source.matchAll(/^import ([^;]*?) from "([^"]+)";/gms)) {
      const names = writers.get(relative(root, join(root, dirname(file), from)));
      if (!names || what.startsWith("type ")) continue;
      const alias = /^\* as (\w+)$/.exec(what)?.[1];
      const used = names.filter((name) => new RegExp(alias ? `\\b${alias}\\.${name}\\b` : `\\b${name}\\b`).test(alias ? source : what));
      found.push(...used.filter((name) => !ALLOWED.has(name)).map((name) => `${file}: ${name}`));
    }
  }
  assert.deepEqual(found, []);
});
