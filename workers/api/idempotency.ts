/** Idempotency-Key: the answer is stored in the same batch as the change, so a repeated request changes nothing and gets the same answer. */
import { digest } from "../../shared/model/id.ts";
import { insertIdempotent, selectIdempotent } from "../store/access/idempotency.ts";
import { KeyUsedError } from "../store/d1.ts";
import { Problem } from "./problem.ts";
import type { Context, Reply } from "./route.ts";

/** Runs `work` once for a key. `also` makes the statements that store the answer; it is undefined if the caller sent no key. Throws a 422 for a key that came with another body. */
export async function idempotent(
  context: Context,
  body: unknown,
  work: (also: ((answer: unknown, status: number) => D1PreparedStatement[]) | undefined) => Promise<Reply>,
): Promise<Reply> {
  const header = context.request.headers.get("idempotency-key");
  if (header === null) return work(undefined);
  const name = header.trim().replace(/^"(.*)"$/, "$1");
  if (!/^[\x20-\x7e]{1,255}$/.test(name)) throw new Problem("bad-request", "Idempotency-Key must be 1 to 255 printable ASCII characters.");
  const path = new URL(context.request.url).pathname;
  const key = digest(`${context.caller?.id ?? ""}\n${path}\n${name}`);
  const requestHash = digest(JSON.stringify(body));
  const stored = async (): Promise<Reply | null> => {
    const [rows = []] = await context.db.batch([selectIdempotent(context.db, key)]);
    const row = rows[0];
    if (!row) return null;
    if (row.request_hash !== requestHash)
      throw new Problem("idempotency-key-reused", "This Idempotency-Key came before with another body.");
    return { status: Number(row.status), body: JSON.parse(String(row.body)), headers: { "idempotent-replayed": "true" } };
  };
  const before = await stored();
  if (before) return before;
  try {
    return await work((answer, status) => [
      insertIdempotent(context.db, { key, requestHash, status, body: JSON.stringify(answer), at: context.now() }),
    ]);
  } catch (error) {
    // Of two at once one is stored, and nothing of the other; both answer with what was committed.
    const committed = error instanceof KeyUsedError ? await stored() : null;
    if (committed) return committed;
    throw error;
  }
}
