/** The Worker with a clock that can be put ahead: retries are due in hours, and leases of killed runs end in a minute. */
import type { Env } from "../../../workers/env.d.ts";
import worker from "../../../workers/index.ts";

const now = Date.now;

export default {
  ...worker,
  /** POST /tell?ahead=MS runs the cron as if it were so much later. */
  async fetch(request: Request<unknown, IncomingRequestCfProperties>, env: Env, context: ExecutionContext) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== "/tell") return worker.fetch(request, env, context);
    const ahead = Number(searchParams.get("ahead"));
    Date.now = () => now() + ahead;
    await worker.scheduled({ cron: "* * * * *", scheduledTime: Date.now(), noRetry: () => undefined } as ScheduledController, env);
    return new Response("told");
  },
};
