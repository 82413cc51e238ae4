/** The Worker: requests, queue messages and cron triggers. */
import { createApp } from "./app.ts";
import { budgetOf, worldOf } from "./crawl/environment.ts";
import { crawl } from "./crawl/index.ts";
import { standstillAfter } from "./crawl/standstill.ts";
import type { Env } from "./env.d.ts";
import { notifyContext } from "./notify/context.ts";
import { notify } from "./notify/notify.ts";
import { stampLog } from "./notify/stamp.ts";
import { NIGHTLY, nightly } from "./pipeline/nightly.ts";
import { consume, type Hint } from "./pipeline/queue.ts";
import { catchUp } from "./pipeline/stories.ts";
import { sweep } from "./pipeline/sweep.ts";
import { configureModels } from "./store/assets/models.ts";
import { configureCalls, Db } from "./store/d1.ts";
import { countFigures } from "./store/desk/figures.ts";
import { configurePages } from "./store/documents/packing.ts";
import { isBeingRestored, putUpkeep } from "./store/jobs/upkeep.ts";
import { configurePublishing } from "./store/publishing.ts";

const app = createApp();
/** The time (ms) that one run of the crawl may take. Runs begin every minute and may overlap; each goes on where the last one stopped. */
const MAX_CRAWL_MS = 45_000;
/** How long (ms) messages are sent each minute. */
const MAX_NOTIFY_MS = 30_000;
/** How long (ms) they are sent after a batch of documents. */
const MAX_NOTIFY_AFTER_QUEUE_MS = 5000;

/** Maximum share of an invocation's D1 calls for each task that cron runs at the same time. */
const CRON_SHARE = 0.4;

function configure(env: Env): void {
  configurePublishing(env);
  configureCalls(env);
  configurePages(env);
  configureModels(env);
}
/** Notifies subscribers. A failure affects nothing else: the next run continues where this one stopped. */
async function sendNotifications(db: Db, env: Env, ms: number): Promise<void> {
  try {
    await notify(db, notifyContext(env, null), ms);
  } catch (error) {
    console.error(JSON.stringify({ event: "notify.failed", error: String(error) }));
  }
}

export default {
  fetch(request, env, context) {
    configure(env);
    return app.fetch(request, env, context);
  },
  /** The dead-letter queue delivers here too: there are still jobs for the documents of messages that failed too often. */
  async queue(batch, env) {
    configure(env);
    const db = new Db(env.DB);
    await consume(batch, db, Date.now);
    await sendNotifications(db, env, MAX_NOTIFY_AFTER_QUEUE_MS);
  },
  /**
   * Every minute: finishes documents that the queue lost, crawls what is due, notifies subscribers, and brings lists and search up to date with the
   * log. Once a night: checks all invariants, reconciles claims and late texts, seals and stamps the log.
   */
  async scheduled(controller, env) {
    configure(env);
    const db = new Db(env.DB);
    if (await isBeingRestored(db, Date.now())) return;
    if (controller.cron === NIGHTLY) {
      // The log is stamped whatever else failed.
      await nightly(db, env).finally(() => stampLog(db, env, Date.now()));
      return;
    }
    // Both run at once, and the failure of one does not stop the other.
    const [swept, crawled] = await Promise.allSettled([
      sweep(db.part(CRON_SHARE), Date.now),
      crawl(worldOf(env, db.part(CRON_SHARE)), budgetOf(env, MAX_CRAWL_MS)),
    ]);
    const figures = {
      sweep: swept.status === "fulfilled" ? swept.value : "failed",
      crawl:
        crawled.status === "fulfilled"
          ? { visited: crawled.value.visited.length, requests: crawled.value.requests, more: crawled.value.more }
          : "failed",
    };
    const visited = crawled.status === "fulfilled" ? crawled.value.visited.length : 0;
    const still = await standstillAfter(db, visited, Date.now());
    console.log(JSON.stringify({ event: "cron", ...figures, still }));
    await sendNotifications(db, env, MAX_NOTIFY_MS);
    await countFigures(db, Date.now());
    await catchUp(db, Date.now(), [putUpkeep(db, "cron", Date.now(), { ...figures, still })]);
    for (const result of [swept, crawled]) if (result.status === "rejected") throw result.reason;
  },
} satisfies ExportedHandler<Env, Hint>;
