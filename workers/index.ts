/** The Worker: requests, queue messages and cron triggers. */
import { createApp } from "./app.ts";
import { budgetOf, worldOf } from "./crawl/environment.ts";
import { crawl } from "./crawl/index.ts";
import type { Env } from "./env.d.ts";
import { NIGHTLY, verifyNightly } from "./pipeline/nightly.ts";
import { consume, type Hint } from "./pipeline/queue.ts";
import { sweep } from "./pipeline/sweep.ts";
import { Db } from "./store/d1.ts";

const app = createApp();
/** Runs begin every minute and may overlap: the next one goes on where this one stops. */
const CRAWL_MS = 45_000;

export default {
  fetch: app.fetch,
  /** Messages that the queue gave up on come once more by its dead-letter queue: the outbox still has their documents. */
  queue: (batch, env) => consume(batch, env.DB, Date.now),
  /** Every minute: what the queue forgot, then what is due to be visited. Once a night: whether all of it is sound. */
  async scheduled(controller, env) {
    if (controller.cron === NIGHTLY) {
      await verifyNightly(new Db(env.DB), Date.now());
      return;
    }
    // Neither waits for the other, nor stops it when it fails.
    const results = await Promise.allSettled([
      sweep(new Db(env.DB), Date.now).then((result) => console.log(JSON.stringify({ event: "sweep", ...result }))),
      crawl(worldOf(env, new Db(env.DB)), budgetOf(env, CRAWL_MS)).then(({ visited, requests, more }) => {
        if (visited.length || more) console.log(JSON.stringify({ event: "crawl", visited: visited.length, requests, more }));
      }),
    ]);
    for (const result of results) if (result.status === "rejected") throw result.reason;
  },
} satisfies ExportedHandler<Env, Hint>;
