/**
 * The Worker as Cloudflare meters it: every answer, pages too, says what it cost in `server-timing`, `/-/usage` what all invocations did together,
 * and with LIMITS what a plan does not allow is refused, by invocation and by day.
 */
import type { Env } from "../../../workers/env.d.ts";
import worker from "../../../workers/index.ts";

interface Limits {
  /** D1 calls of one invocation; rows read and written, and queue operations, of a day. */
  calls: number;
  read: number;
  written: number;
  operations: number;
}
interface Bindings extends Env {
  /** JSON of Limits. */
  LIMITS?: string;
}
interface Cost {
  read: number;
  written: number;
  calls: number;
}
type Kind = "request" | "queue" | "minute" | "night";
const usage = {
  read: 0,
  written: 0,
  /** D1 calls of all, after their answers too, and the statements in these. */
  calls: 0,
  statements: 0,
  operations: 0,
  refused: 0,
  /** Invocations, D1 calls in all and at most in one. */
  kinds: {} as Record<string, { invocations: number; calls: number; most: number }>,
};

class TooMuchError extends Error {}

function metered(env: Bindings, cost: Cost): Bindings {
  const limits = env.LIMITS ? (JSON.parse(env.LIMITS) as Limits) : null;
  const refuse = (what: string): never => {
    usage.refused++;
    throw new TooMuchError(`D1_ERROR: ${what}`);
  };
  const DB = {
    prepare: (sql: string) => env.DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      if (limits && cost.calls >= limits.calls) refuse("too many API requests by single Worker invocation");
      if (limits && (usage.read >= limits.read || usage.written >= limits.written)) refuse("the account's daily limit is used up");
      cost.calls++;
      usage.calls++;
      usage.statements += statements.length;
      const results = await env.DB.batch(statements);
      for (const { meta } of results) {
        cost.read += meta.rows_read;
        cost.written += meta.rows_written;
        usage.read += meta.rows_read;
        usage.written += meta.rows_written;
      }
      return results;
    },
  } as unknown as D1Database;
  const INGEST = {
    async sendBatch(messages: MessageSendRequest[]) {
      // A message is written, read and deleted.
      if (limits && usage.operations + 3 * messages.length > limits.operations) refuse("the account's daily queue operations are used up");
      usage.operations += 3 * messages.length;
      return env.INGEST.sendBatch(messages as never);
    },
  } as unknown as Env["INGEST"];
  return { ...env, DB, INGEST };
}

async function counting<T>(kind: Kind, env: Bindings, work: (env: Bindings, cost: Cost) => Promise<T>): Promise<T> {
  const cost = { read: 0, written: 0, calls: 0 };
  const total = (usage.kinds[kind] ??= { invocations: 0, calls: 0, most: 0 });
  total.invocations++;
  try {
    return await work(metered(env, cost), cost);
  } finally {
    total.calls += cost.calls;
    total.most = Math.max(total.most, cost.calls);
  }
}

export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname === "/-/usage") return Response.json(usage);
    return counting("request", env, async (own, cost) => {
      const answer = (await worker.fetch(request as never, own, context)) as unknown as Response;
      const out = new Response(answer.body, answer);
      out.headers.set("server-timing", `d1;desc="read=${cost.read} written=${cost.written} calls=${cost.calls}"`);
      return out;
    });
  },
  queue: (batch: MessageBatch<never>, env: Bindings) => counting("queue", env, (own) => worker.queue(batch, own)),
  scheduled: (controller: ScheduledController, env: Bindings) =>
    counting(controller.cron === "* * * * *" ? "minute" : "night", env, (own) => worker.scheduled(controller, own)),
};
