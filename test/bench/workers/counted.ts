/** The Worker with a D1 that counts: every answer, pages too, says what it cost in `server-timing`. */
import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Env } from "../../../workers/env.d.ts";
import worker from "../../../workers/index.ts";

export default {
  ...worker,
  async fetch(request: Request, env: Env, context: never): Promise<Response> {
    const cost = { read: 0, written: 0, calls: 0 };
    const counted = {
      prepare: (sql: string) => env.DB.prepare(sql),
      async batch(statements: D1PreparedStatement[]) {
        const results = await env.DB.batch(statements);
        cost.calls++;
        for (const { meta } of results) {
          cost.read += meta.rows_read;
          cost.written += meta.rows_written;
        }
        return results;
      },
    } as unknown as D1Database;
    const answer = (await worker.fetch(request as never, { ...env, DB: counted }, context)) as unknown as Response;
    const out = new Response(answer.body, answer);
    out.headers.set("server-timing", `d1;desc="read=${cost.read} written=${cost.written} calls=${cost.calls}"`);
    return out;
  },
};
