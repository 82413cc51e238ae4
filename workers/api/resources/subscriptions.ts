/** Subscriptions: events go to a webhook, a chat, a mailbox or a feed. */

import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { ClaimName, text } from "../../../shared/model/fields.ts";
import { idPattern } from "../../../shared/model/id.ts";
import { channels, eventTypes, meansEvents, paces } from "../../../shared/notify/subscription.ts";
import { notifyContext } from "../../notify/context.ts";
import { type Fault, faultOf, paceFault, rotateSecret, sendTest, subscribe } from "../../notify/subscribe.ts";
import { reviveDeliveries, selectDeliveries } from "../../store/notify/deliveries.ts";
import * as store from "../../store/notify/subscriptions.ts";
import { namedAt, Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { isoOrNull } from "../views/instant.ts";
import { viewOf } from "../views/view.ts";
import { visibleClaim } from "./claims.ts";

const EventType = z
  .string()
  .max(60)
  .refine(meansEvents, { error: "is no type of event, such as claim.changed, and none begin so, as with claim.*" });
const FilterInput = z.strictObject({
  types: z
    .array(EventType)
    .max(50)
    .default([])
    .describe(
      `Types of events; claim.* means all types that begin so. Empty: all events that concern a claim. The types: ${eventTypes.join(", ")}`,
    ),
  claims: z.array(ClaimName).max(200).default([]).describe("Claims, by id, ref or page address. Empty: every claim"),
  watched: z.boolean().default(false).describe("Only claims that the subscriber follows when the event happens"),
  sure: z.boolean().default(false).describe("Only events that readers may see: nothing that waits for review"),
  waiting: z.boolean().default(false).describe("Only items that wait for review: the review queue as a feed, in a channel or by mail"),
});
const Name = text(100).trim().min(1);
const SubscriptionInput = z
  .strictObject({
    kind: z.enum(channels),
    name: Name.describe("The name of the subscription in lists and mails"),
    target: text(2048).optional().describe("The address to post to, or the mail address; none for a feed"),
    filter: FilterInput.prefault({}),
    pace: z.enum(paces).default("at-once").describe("daily: one mail at 7:00 UTC; for mail only"),
  })
  .meta({ id: "SubscriptionInput" });
const SubscriptionPatch = z
  .strictObject({ name: Name, filter: FilterInput, pace: z.enum(paces), enabled: z.boolean() })
  .partial()
  .meta({ id: "SubscriptionPatch" });
export const SubscriptionOut = z
  .object({
    id: z.string(),
    kind: z.enum(channels),
    name: z.string(),
    target: z.string().nullable().describe("Null for a feed: its address is a secret, and shown once"),
    filter: z.object({
      types: z.array(z.string()),
      claims: z.array(z.string()),
      watched: z.boolean().optional(),
      sure: z.boolean(),
      waiting: z.boolean().optional(),
    }),
    pace: z.enum(paces),
    enabled: z.boolean(),
    why: z.string().nullable().describe("Why it is switched off, or what the last failure was"),
    delivered: z.number(),
    deliveredAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Subscription" });
export const CreatedOut = SubscriptionOut.extend({
  secret: z.string().nullable().describe("The secret of a webhook, which verifies signatures (Standard Webhooks). Shown once"),
  feeds: z.array(z.string()).describe("The addresses of a feed. Shown once"),
}).meta({ id: "SubscriptionCreated" });
const Params = z.strictObject({ id: z.string().regex(idPattern("n"), { error: "is not the id of a subscription" }) });

const view = (subscription: store.Subscription) =>
  viewOf(SubscriptionOut, subscription, {
    target: subscription.kind === "feed" ? null : subscription.target,
    deliveredAt: isoOrNull(subscription.deliveredAt),
    createdAt: isoTime(subscription.createdAt),
  });
/** A subscription of the caller; an admin sees all. Throws a 404 for any other. */
async function own(context: Context, id: string): Promise<store.Subscription> {
  const row = await context.db.first(store.selectSubscription(context.db, id));
  const found = row ? store.subscriptionOf(row) : null;
  if (!found || (found.owner !== context.caller?.by && !context.may("admin")))
    throw new Problem("not-found", "No subscription has this id.");
  return found;
}
const worldOf = (context: Context) => notifyContext(context.env, new URL(context.baseUrl).host);
/** Throws a 422 if something is wrong. */
function refuse(fault: Fault | null): void {
  if (fault) throw new Problem("invalid", `${fault.field} ${fault.detail}`, [{ pointer: `#/${fault.field}`, detail: fault.detail }]);
}
/** A filter with the ids of its claims, all of which the caller may see. */
async function checkedFilter(context: Context, filter: z.output<typeof FilterInput>): Promise<store.Subscription["filter"]> {
  const claims = await Promise.all(
    filter.claims.map(async (one, i) => (await namedAt({ pointer: `#/filter/claims/${i}` }, visibleClaim(context, one))).id),
  );
  return { ...filter, claims: [...new Set(claims)] };
}

export const subscriptionRoutes = [
  route({
    method: "POST",
    path: "/v1/subscriptions",
    scope: "read",
    summary: "Subscribe a webhook, a Slack or Discord channel, a mailbox or a feed to events from now on",
    description:
      "The answer has values that are shown only once: the secret that verifies the signatures of a webhook (Standard Webhooks), or the addresses of a feed. Each event is sent at least once, and those of one claim in order.",
    example: { body: { kind: "feed", name: "All changes", filter: { types: ["claim.*"] } } },
    idempotency: "secret",
    answerHeaders: ["Location"],
    body: SubscriptionInput,
    status: 201,
    response: CreatedOut,
    async handle(context, { body }) {
      const wish = { ...body, target: body.target, filter: await checkedFilter(context, body.filter) };
      refuse(faultOf(wish, worldOf(context)));
      const by = { owner: context.caller?.by ?? "", origin: context.baseUrl };
      const { subscription, secret, feeds } = await subscribe(context.db, wish, by, context.now());
      const headers = { location: `/v1/subscriptions/${subscription.id}`, "cache-control": "no-store" };
      return { status: 201, body: { ...view(subscription), secret, feeds }, headers };
    },
  }),
  route({
    method: "GET",
    path: "/v1/subscriptions",
    scope: "read",
    summary: "List your subscriptions; an admin sees everybody's",
    description: "Secrets are left out.",
    example: {},
    response: z.object({ subscriptions: z.array(SubscriptionOut), next: z.null() }),
    async handle(context) {
      const rows = await context.db.rows(store.selectSubscriptions(context.db, context.may("admin") ? null : (context.caller?.by ?? "")));
      return { body: { subscriptions: rows.map((row) => view(store.subscriptionOf(row))), next: null } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/subscriptions/{id}",
    scope: "read",
    summary: "Read a subscription",
    description: "`why` is the last failure, or the reason why it is switched off.",
    example: { params: { id: "n00000000000000000000000000" } },
    params: Params,
    response: SubscriptionOut,
    handle: async (context, { params }) => ({ body: view(await own(context, params.id)) }),
  }),
  route({
    method: "PATCH",
    path: "/v1/subscriptions/{id}",
    scope: "read",
    summary: "Rename a subscription, change its filter, or switch it off and on",
    description: "Its waiting messages stay, and are sent when it is switched on again.",
    example: { params: { id: "n00000000000000000000000000" }, body: { enabled: true } },
    params: Params,
    body: SubscriptionPatch,
    response: SubscriptionOut,
    async handle(context, { params, body }) {
      const { id, kind } = await own(context, params.id);
      const { filter, ...rest } = body;
      refuse(paceFault(kind, body.pace));
      const change = filter ? { ...rest, filter: await checkedFilter(context, filter) } : rest;
      await context.db.batch([store.updateSubscription(context.db, id, change)]);
      return { body: view(await own(context, id)) };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/subscriptions/{id}",
    scope: "read",
    summary: "End a subscription; its waiting messages are dropped",
    description: "The addresses of a feed stop working.",
    example: { params: { id: "n00000000000000000000000000" } },
    params: Params,
    response: z.object({ id: z.string() }),
    async handle(context, { params }) {
      const { id } = await own(context, params.id);
      await context.db.batch(store.deleteSubscription(context.db, id));
      return { body: { id } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/subscriptions/{id}/test",
    scope: "read",
    summary: "Send a test message now",
    description: "The message has the type `test.sent` and is signed like any other. The answer has the receiver's response.",
    example: { params: { id: "n00000000000000000000000000" }, body: {} },
    params: Params,
    response: z.object({ status: z.number().nullable(), taken: z.boolean(), why: z.string().nullable() }),
    async handle(context, { params }) {
      const posted = await sendTest(await own(context, params.id), worldOf(context));
      if (!posted) throw new Problem("invalid", "A feed is fetched: nothing is sent to it.");
      const { status, why } = posted;
      return { body: { status, taken: why === null, why }, headers: { "cache-control": "no-store" } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/subscriptions/{id}/rotate",
    scope: "read",
    summary: "Make a new secret of a webhook; the old one signs beside it for 24 hours",
    description: "Receivers accept a message if one of its signatures is valid, so no message is lost while they switch over.",
    example: { params: { id: "n00000000000000000000000000" }, body: {} },
    idempotency: "secret",
    params: Params,
    response: z.object({ secret: z.string(), until: z.string().describe("Until when the old secret also signs") }),
    async handle(context, { params }) {
      const subscription = await own(context, params.id);
      if (subscription.kind !== "webhook") throw new Problem("invalid", "Only webhooks are signed.");
      const { secret, until } = await rotateSecret(context.db, subscription, context.now());
      return { body: { secret, until: isoTime(until) }, headers: { "cache-control": "no-store" } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/subscriptions/{id}/deliveries",
    scope: "read",
    summary: "List the messages that wait, and those that were given up after three days",
    description: "Oldest first, with the error of the last attempt and the time of the next.",
    example: { params: { id: "n00000000000000000000000000" } },
    params: Params,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    response: z.object({
      deliveries: z.array(
        z.object({
          seq: z.number(),
          claim: z.string().nullable(),
          state: z.string(),
          attempts: z.number(),
          dueAt: z.string(),
          error: z.string().nullable(),
        }),
      ),
    }),
    async handle(context, { params, query }) {
      const { id } = await own(context, params.id);
      const rows = await context.db.rows(selectDeliveries(context.db, id, query.limit));
      const deliveries = rows.map((row) => ({
        seq: Number(row.seq),
        claim: row.claim_id === "" ? null : String(row.claim_id),
        state: String(row.state),
        attempts: Number(row.attempts),
        dueAt: isoTime(Number(row.due_at)),
        error: row.error === null ? null : String(row.error),
      }));
      return { body: { deliveries } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/subscriptions/{id}/replay",
    scope: "read",
    summary: "Send given-up messages again; with `after`, also all events after that number",
    description: "Receivers recognise messages that they already have by `webhook-id`.",
    example: { params: { id: "n00000000000000000000000000" }, body: {} },
    params: Params,
    body: z.strictObject({ after: z.int().min(0).optional() }).prefault({}),
    response: z.object({ revived: z.number() }),
    async handle(context, { params, body }) {
      const { id } = await own(context, params.id);
      const { db } = context;
      const [revived = []] = await db.batch([
        reviveDeliveries(db, id, context.now()),
        ...(body.after === undefined ? [] : [store.rewindCursor(db, id, body.after)]),
      ]);
      return { body: { revived: revived.length } };
    },
  }),
];
