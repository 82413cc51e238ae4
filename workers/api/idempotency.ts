/** Idempotency-Key: the answer to a POST is stored, so that a repetition of the request changes nothing and gets the same answer. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { DAY } from "../../shared/durations.ts";
import { digest } from "../../shared/model/id.ts";
import { insertIdempotent, selectIdempotent, settleIdempotent, takeIdempotent, WORDED } from "../store/access/idempotency.ts";
import { ConflictError, KeyUsedError } from "../store/d1.ts";
import { Problem } from "./problem.ts";
import type { Context, Reply, Route } from "./route.ts";

const keyProblem = (type: "bad-request" | "idempotency-key-reused", detail: string) =>
  new Problem(type, `Idempotency-Key ${detail}.`, [{ parameter: "Idempotency-Key", detail }]);

/** The key under which the answer is stored, and the hash of the request body; null without the header. Throws a 400 for an invalid key. */
function slotOf(context: Context, body: unknown, prefix = ""): { key: string; requestHash: string } | null {
  const header = context.request.headers.get("idempotency-key");
  if (header === null) return null;
  const name = header.trim().replace(/^"(.*)"$/, "$1");
  if (!/^[\x20-\x7e]{1,255}$/.test(name)) throw keyProblem("bad-request", "must be 1 to 255 printable ASCII characters");
  const { pathname, search } = new URL(context.request.url);
  return {
    key: prefix + digest(`${context.caller?.by ?? ""}\n${pathname}\n${name}`),
    requestHash: digest(`${search}\n${JSON.stringify(body ?? null)}`),
  };
}
/** The stored answer to a key, marked as replayed; null if there is none yet. Throws a 422 for a key that came with another body. */
async function storedReply(context: Context, slot: { key: string; requestHash: string }): Promise<Reply | null> {
  const row = await context.db.first(selectIdempotent(context.db, slot.key));
  if (!row) return null;
  if (row.request_hash !== slot.requestHash) throw keyProblem("idempotency-key-reused", "came before with another body");
  return { status: Number(row.status), body: JSON.parse(String(row.body)), headers: { "idempotent-replayed": "true" } };
}

/**
 * Runs `work` once for a key, and stores the answer in the batch of the change: `also` makes the statements for it, and is undefined if the
 * caller sent no key. Throws a 422 for a key that came with another body.
 */
export async function idempotent(
  context: Context,
  body: unknown,
  work: (also: ((answer: unknown, status: number) => D1PreparedStatement[]) | undefined) => Promise<Reply>,
): Promise<Reply> {
  const slot = slotOf(context, body);
  if (!slot) return work(undefined);
  const before = await storedReply(context, slot);
  if (before) return before;
  try {
    return await work((answer, status) => [
      insertIdempotent(context.db, { ...slot, status, body: JSON.stringify(answer), at: context.now() }),
    ]);
  } catch (error) {
    // Of two simultaneous requests only one is committed; both return its answer.
    const committed = error instanceof KeyUsedError ? await storedReply(context, slot) : null;
    if (committed) return committed;
    throw error;
  }
}

/** Stored in place of an answer that is sent only once. */
const SHOWN_ONCE = { shownOnce: true };

/** How long (ms) a key is taken for work. */
const MAX_WORK = 60_000;
/**
 * Does the same for a route that stores its change and its answer one after the other; meanwhile the key is taken. The Worker may end between the
 * two, so repeating the change must do nothing, or at least no harm. Only successful answers are stored.
 */
export async function storedAfter(
  context: Context,
  { idempotency, status }: Pick<Route, "idempotency" | "status">,
  body: unknown,
  work: () => Promise<Reply | Response>,
): Promise<Reply | Response> {
  const slot = slotOf(context, body, idempotency === "words" ? WORDED : "");
  if (!slot) return work();
  const { db } = context;
  // The sweeper frees it if the Worker ends.
  if (!(await db.first(takeIdempotent(db, { ...slot, at: context.now() - DAY + MAX_WORK })))) {
    const before = await storedReply(context, slot);
    if (!before) throw new ConflictError(slot.key);
    if (idempotency === "secret") throw keyProblem("idempotency-key-reused", "was answered before, with a secret that is shown once");
    return before;
  }
  let answer: { status: number; body: string } | null = null;
  try {
    const reply = await work();
    if (!(reply instanceof Response))
      answer = { status: reply.status ?? status, body: JSON.stringify(idempotency === "secret" ? SHOWN_ONCE : reply.body) };
    return reply;
  } finally {
    await db.batch([settleIdempotent(db, slot.key, answer, context.now())]);
  }
}
