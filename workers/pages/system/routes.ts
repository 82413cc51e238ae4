/** The routes of the system page, for admins; its form tries failed documents again. */

import type { Hono } from "hono";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { systemWords } from "../../../shared/i18n/desk/sources.en.ts";
import { isId } from "../../../shared/model/id.ts";
import { worldOf } from "../../crawl/environment.ts";
import { NO_CONTACT } from "../../crawl/index.ts";
import type { Env } from "../../env.d.ts";
import { hint } from "../../pipeline/queue.ts";
import { redriveLetters } from "../../pipeline/sweep.ts";
import { selectOutcomes } from "../../store/crawl/visits.ts";
import { loggedEvent } from "../../store/jobs/blocks.ts";
import { selectLatestEvents } from "../../store/jobs/events.ts";
import { countWaiting, deadLetterOf, selectDeadLetters } from "../../store/jobs/jobs.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, onForm, type Sent, signedIn, unchanged } from "../ui/forms.ts";
import { systemPage } from "./system.ts";

const EVENTS = 50;
const LETTERS = 50;

/** Puts the system page on an app. */
export function systemPages(app: Hono<{ Bindings: Env }>, version: string): void {
  async function show(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
    const [counts = [], letters = [], visits = [], events = []] = await db.batch([
      countWaiting(db),
      selectDeadLetters(db, "", LETTERS),
      selectOutcomes(db, 1000),
      selectLatestEvents(db, EVENTS),
    ]);
    const again = Number(c.req.query("redriven"));
    const page = systemPage({
      baseUrl,
      viewer,
      version,
      size: db.size,
      waiting: Number(counts[0]?.waiting),
      dead: Number(counts[0]?.dead),
      letters: letters.map(deadLetterOf),
      visits: visits.map((row) => ({ outcome: row.outcome as string | null, n: Number(row.n), ranAt: row.ran_at as number | null })),
      events: events.map(loggedEvent),
      idle: worldOf(c.env, db).userAgent === null ? NO_CONTACT : null,
      message: Number.isInteger(again) && c.req.query("redriven") ? systemWords.again(Math.min(LETTERS, Math.max(0, again))) : null,
    });
    return respond(c, page, db);
  }
  async function act(c: Ctx, sent: Sent): Promise<Response> {
    const { db, fields } = sent;
    const ids = sent.all("document").filter((id) => isId("d", id));
    if (fields["do"] !== "redrive" || !ids.length) return unchanged(c, db, 422, answered.saysNothing);
    const now = Date.now();
    const chosen = ids.slice(0, LETTERS);
    const redriven = await redriveLetters(db, chosen, now);
    if (redriven.length) c.executionCtx.waitUntil(hint(c.env.INGEST, redriven));
    return c.redirect(`/system?redriven=${redriven.length}`, 303);
  }
  app.get("/system", signedIn("admin", show));
  app.post("/system", onForm("admin", act));
}
