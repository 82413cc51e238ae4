/** What D1 says of itself is told apart from what is wrong with a statement: nothing is blamed for it, and it is tried again later. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { D1Database } from "@cloudflare/workers-types";
import { Db, UnavailableError } from "../../workers/store/d1.ts";

const failing = (message: string) => {
  const d1 = {
    prepare: () => ({ bind: () => ({}) }),
    batch: async () => {
      throw new Error(message);
    },
  };
  return new Db(d1 as unknown as D1Database).all("SELECT 1");
};

test("a database that is busy, full or past a limit of its plan is unavailable", async () => {
  for (const message of [
    "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
    "D1_ERROR: D1 DB exceeded its CPU time limit and was reset.",
    "D1_ERROR: Exceeded maximum DB size",
    "D1_ERROR: Exceeded maximum account storage limit",
    "D1_ERROR: database or disk is full: SQLITE_FULL",
    "D1_ERROR: Your account has exceeded D1's free tier daily row write limit. Upgrade to a paid plan or wait until tomorrow (midnight UTC) to continue.",
  ])
    await assert.rejects(failing(message), UnavailableError, message);
  await assert.rejects(failing("D1_ERROR: no such table: x: SQLITE_ERROR"), (error) => !(error instanceof UnavailableError));
});
