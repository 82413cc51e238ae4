/** The Worker: requests, queue messages and cron triggers. */
import { createApp } from "./app.ts";
import type { Env } from "./env.d.ts";
import { consume, type Hint } from "./ingest/queue.ts";
import { sweep } from "./ingest/sweep.ts";
import { Db } from "./store/d1.ts";

const app = createApp();

export default {
  fetch: app.fetch,
  /** Messages that the queue gave up on come once more by its dead-letter queue: the outbox still has their documents. */
  queue: (batch, env) => consume(batch, env.DB, Date.now),
  async scheduled(_controller, env) {
    const result = await sweep(new Db(env.DB), Date.now);
    console.log(JSON.stringify({ event: "sweep", ...result }));
  },
} satisfies ExportedHandler<Env, Hint>;
