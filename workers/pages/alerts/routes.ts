/** The routes of the alerts page. Its forms change subscriptions of the viewer. */

import type { Hono } from "hono";
import { sumOf } from "../../../shared/collections.ts";
import { deskAlerts as w } from "../../../shared/i18n/desk/pages.en.ts";
import { channels } from "../../../shared/notify/subscription.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import type { Env } from "../../env.d.ts";
import { notifyContext } from "../../notify/context.ts";
import { faultOf, rotateSecret, sendTest, subscribe, type Wish } from "../../notify/subscribe.ts";
import { selectClaims, summaryOf } from "../../store/claims/claims.ts";
import { readClaim } from "../../store/claims/timelines.ts";
import type { Db } from "../../store/d1.ts";
import { followOf, selectFollows } from "../../store/desk/follows.ts";
import { selectCountsOf } from "../../store/desk/suggestions.ts";
import { countDeliveries, reviveDeliveries } from "../../store/notify/deliveries.ts";
import {
  deleteSubscription,
  type Subscription,
  selectSubscription,
  selectSubscriptions,
  subscriptionOf,
  updateSubscription,
} from "../../store/notify/subscriptions.ts";
import { respond } from "../claim/routes.ts";
import type { Strip } from "../desk/frame.ts";
import { type Asked, type Ctx, decidesAs, isFirst, onForm, type Sent, signedIn } from "../ui/forms.ts";
import type { Viewer } from "../ui/viewer.ts";
import { type AlertsData, alertsPage, SUBJECTS } from "./alerts.ts";

/** Maximum number of watched claims on the page. */
const MAX_FOLLOWS = 40;
type Shown = AlertsData["shown"];
interface Acted {
  text: string;
  isProblem?: boolean;
  field?: string;
  shown?: Shown;
}
const worldOf = (c: Ctx) => notifyContext(c.env, new URL(c.req.url).host);
/** The owner of the subscriptions that a viewer sees; null for admins, who see all. */
const ownerOf = (viewer: Viewer) => (viewer.may("admin") ? null : (decidesAs(viewer) ?? ""));

async function show(c: Ctx, { baseUrl, db, viewer }: Asked, acted: Acted | null, typed: Record<string, string> = {}): Promise<Response> {
  const first = await db.load({
    subscriptions: selectSubscriptions(db, ownerOf(viewer)),
    counts: countDeliveries(db),
    follows: selectFollows(db, decidesAs(viewer) ?? "", MAX_FOLLOWS),
  });
  const subscriptions = first.subscriptions.map(subscriptionOf);
  const follows = first.follows.map(followOf).sort((a, b) => b.changedAt - a.changedAt);
  const ids = [...subscriptions.flatMap(({ filter }) => filter.claims), typed["claim"] ?? ""].filter(Boolean);
  const followed = follows.map((one) => one.claimId);
  const { found, waits } = await db.load({ found: selectClaims(db, ids), waits: selectCountsOf(db, followed) });
  const waitingOf = (id: string) => sumOf(waits, (row) => (row.claim_id === id ? Number(row.waiting) : 0));
  const strip: Strip | null = acted && {
    text: acted.text,
    undo: null,
    back: "/alerts",
    ...(acted.isProblem && { isProblem: true, field: acted.field }),
  };
  const page = alertsPage({
    baseUrl,
    viewer,
    subscriptions,
    follows: follows.map((one) => ({ ...one, waiting: waitingOf(one.claimId) })),
    now: Date.now(),
    waiting: new Map(first.counts.map((row) => [String(row.subscription_id), { waiting: Number(row.waiting), dead: Number(row.dead) }])),
    claims: new Map(found.map((row) => [String(row.id), summaryOf(row).text])),
    strip,
    shown: acted?.shown ?? null,
    typed,
  });
  return respond(c, page, db, acted?.isProblem ? 422 : 200);
}

const problem = (text: string, field = ""): Acted => ({ text, isProblem: true, field });

/** A claim by id, ref or the address of its page; undefined if there is none. */
async function claimNamed(db: Db, given: string): Promise<string | undefined> {
  const name = /\/(?:c|embed)\/(c[0-9a-z]{26})/.exec(given)?.[1] ?? given;
  return (await readClaim(db, name, null))?.id;
}

async function make(sent: Sent, c: Ctx): Promise<Acted> {
  const { db, fields, viewer } = sent;
  const kind = channels.find((one) => one === fields["kind"]);
  const types = ownProperty(SUBJECTS, fields["subject"] ?? "");
  const name = (fields["name"] ?? "").trim().slice(0, 100);
  if (!kind || !types || !name) return problem(w.said.incomplete, "name");
  const asked = (fields["claim"] ?? "").trim();
  const claim = asked ? await claimNamed(db, asked) : null;
  if (claim === undefined) return problem(w.said.noClaim, "claim");
  const wish: Wish = {
    kind,
    name,
    target: (fields["target"] ?? "").trim() || undefined,
    filter: { types, claims: claim ? [claim] : [], watched: fields["watched"] === "1", sure: fields["sure"] === "1" },
    pace: fields["daily"] === "1" && kind === "mail" ? "daily" : "at-once",
  };
  const fault = faultOf(wish, worldOf(c));
  if (fault) return problem(w.said.fault(fault.field, fault.detail), fault.field);
  const now = Date.now();
  if (!(await isFirst(sent, now))) return problem(w.said.already);
  const { secret, feeds } = await subscribe(db, wish, { owner: decidesAs(viewer) ?? "", origin: new URL(c.req.url).origin }, now);
  return { text: w.said.began(name), shown: { secret, feeds } };
}

type Act = (db: Db, subscription: Subscription, c: Ctx) => Promise<Acted>;
const acts: Readonly<Record<string, Act>> = {
  async test(_db, subscription, c) {
    const posted = await sendTest(subscription, worldOf(c));
    if (!posted) return problem(w.said.isFeed);
    return posted.why === null ? { text: w.said.tested } : problem(w.said.notTaken(posted.why));
  },
  async replay(db, { id }) {
    const rows = await db.rows(reviveDeliveries(db, id, Date.now()));
    return { text: w.said.again(rows.length) };
  },
  async rotate(db, subscription) {
    const { secret } = await rotateSecret(db, subscription, Date.now());
    return { text: w.said.rotated, shown: { secret, feeds: [] } };
  },
  async off(db, { id, name }) {
    await db.batch([updateSubscription(db, id, { enabled: false })]);
    return { text: w.said.off(name) };
  },
  async on(db, { id, name }) {
    await db.batch([updateSubscription(db, id, { enabled: true })]);
    return { text: w.said.on(name) };
  },
  async end(db, { id, name }) {
    await db.batch(deleteSubscription(db, id));
    return { text: w.said.ended(name) };
  },
};

async function act(c: Ctx, sent: Sent): Promise<Response> {
  const { db, fields, viewer } = sent;
  const name = fields["do"] ?? "";
  if (name === "make") {
    const made = await make(sent, c);
    return show(c, sent, made, made.isProblem ? fields : {});
  }
  const row = await db.first(selectSubscription(db, fields["id"] ?? ""));
  const own = row ? subscriptionOf(row) : null;
  const owner = ownerOf(viewer);
  const chosen = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!own || !chosen || (owner !== null && own.owner !== owner)) return show(c, sent, problem(w.said.gone));
  return show(c, sent, await chosen(db, own, c));
}

async function showSaid(c: Ctx, asked: Asked): Promise<Response> {
  const said = /^note\.(.{1,300})$/s.exec(c.req.query("said") ?? "")?.[1];
  const claim = c.req.query("claim")?.slice(0, 200) ?? "";
  return show(c, asked, said ? { text: said } : null, { claim });
}

/** Puts the alerts page on an app. */
export function alertsPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/alerts", signedIn("read", showSaid));
  app.post("/alerts", onForm("read", act));
}
