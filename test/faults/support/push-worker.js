/** The Worker with a clock that can be put ahead: retries are due in hours, and leases of killed runs end in a minute. */
import worker from "../../../workers/index.ts";

const now = Date.now;

export default {
  ...worker,
  /** POST /tell?ahead=MS runs the cron as if it were so much later. */
  async fetch(request, env, context) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== "/tell") return worker.fetch(request, env, context);
    const ahead = Number(searchParams.get("ahead"));
    Date.now = () => now() + ahead;
    await worker.scheduled({ cron: "* * * * *" }, env, context);
    return new Response("told");
  },
};
