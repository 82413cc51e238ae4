/** The Worker: requests, queue messages and cron triggers. */
import { createApp } from "./app.ts";
import { budgetOf, worldOf } from "./crawl/environment.ts";
import { crawl } from "./crawl/index.ts";
import type { Env } from "./env.d.ts";
import { NIGHTLY, verifyNightly } from "./pipeline/nightly.ts";
import { configurePublishing } from "./pipeline/publish-policy.ts";
import { consume, type Hint } from "./pipeline/queue.ts";
import { reconcileClaims } from "./pipeline/reconcile.ts";
import { sweep } from "./pipeline/sweep.ts";
import { Db } from "./store/d1.ts";

const app = createApp();
/** The time that one run of the crawl may take. Runs begin every minute and may overlap; each goes on where the last one stopped. */
const MAX_CRAWL_MS = 45_000;

export default {
  fetch(request, env, context) {
    configurePublishing(env);
    return app.fetch(request, env, context);
  },
  /** The dead-letter queue delivers here too: there are still jobs for the documents of messages that failed too often. */
  queue(batch, env) {
    configurePublishing(env);
    return consume(batch, env.DB, Date.now);
  },
  /** Every minute: processes documents that the queue missed, and visits what is due. Once a night: checks all invariants, and reconciles claims. */
  async scheduled(controller, env) {
    configurePublishing(env);
    if (controller.cron === NIGHTLY) {
      const db = new Db(env.DB);
      await verifyNightly(db, Date.now());
      console.log(JSON.stringify({ event: "reconcile", documents: await reconcileClaims(db, Date.now()) }));
      return;
    }
    // Both run at once, and the failure of one does not stop the other.
    const results = await Promise.allSettled([
      sweep(new Db(env.DB), Date.now).then((result) => console.log(JSON.stringify({ event: "sweep", ...result }))),
      crawl(worldOf(env, new Db(env.DB)), budgetOf(env, MAX_CRAWL_MS)).then(({ visited, requests, more }) => {
        if (visited.length || more) console.log(JSON.stringify({ event: "crawl", visited: visited.length, requests, more }));
      }),
    ]);
    for (const result of results) if (result.status === "rejected") throw result.reason;
  },
} satisfies ExportedHandler<Env, Hint>;
