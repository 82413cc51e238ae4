/**
 * Notifies subscribers. The event log is the truth: each subscription has a position in it, and each event that passes its filter becomes a
 * delivery in the same batch that advances the position. A delivery stays until its channel has accepted it. So every event is sent at least
 * once, and those of one claim in order, whatever fails in between.
 */
import { DAY, HOUR } from "../../shared/durations.ts";
import { nextWait } from "../../shared/notify/schedule.ts";
import { fits } from "../../shared/notify/subscription.ts";
import { DEADLINE, type Posted } from "../sources/http/post.ts";
import type { Db } from "../store/d1.ts";
import { readEvents, readEventsOf } from "../store/jobs/blocks.ts";
import { type Delivery, deleteDelivered, deliveryOf, failDeliveries, insertDeliveries, takeDue } from "../store/notify/deliveries.ts";
import { advanceCursor, disableSubscription, type Subscription, selectPushed, subscriptionOf } from "../store/notify/subscriptions.ts";
import { type LoggedOccurrence, occurrencesOf, type Writer, watchesOf, writerOf } from "./occurrences.ts";
import { type NotifyContext, senders } from "./senders.ts";

/** How many events one step processes. */
const EVENTS_AT_ONCE = 200;
/** A subscription with this many waiting deliveries gets no more. */
const MAX_WAITING = 1000;
/** How many deliveries one step sends. */
const DELIVERIES_AT_ONCE = 48;
/** Simultaneous connections: a Worker has six. */
const CONNECTIONS = 5;
/** Lease (ms) on a delivery, so that no other run makes the same attempt. No attempt begins that might take longer. */
const LEASE_MS = 60_000;
/** D1 calls of a round with its first sends. */
const CALLS_OF_ROUND = 20;
/** With fewer D1 calls left nothing more is sent: these are for storing the outcomes, and for the work after this. */
const CALLS_OF_SEND = 6;
/** The hour (UTC) of daily mails. */
const DAILY_HOUR = 7;

type Pushed = Subscription & { waiting: number };

/** Makes deliveries of new events and sends those that are due, until none is left or the time is over. Gives the number of messages accepted. */
export async function notify(db: Db, world: NotifyContext, ms: number): Promise<number> {
  const end = world.now() + ms;
  let accepted = 0;
  while (db.has(CALLS_OF_ROUND)) {
    const subscriptions = await pushed(db);
    if (!subscriptions.length) return accepted;
    const isMore = await fanOut(db, subscriptions, world);
    const sent = await sendDue(db, subscriptions, world);
    accepted += sent.accepted;
    if ((!isMore && !sent.tried) || world.now() >= end) return accepted;
  }
  return accepted;
}

async function pushed(db: Db): Promise<Pushed[]> {
  const rows = await db.rows(selectPushed(db));
  return rows.map((row) => ({ ...subscriptionOf(row), waiting: Number(row.waiting) }));
}

/** Makes deliveries of the next events. Gives whether more may follow. */
async function fanOut(db: Db, subscriptions: Pushed[], world: NotifyContext): Promise<boolean> {
  const open = subscriptions.filter(({ waiting }) => waiting < MAX_WAITING);
  if (!open.length) return false;
  const { events, more } = await readEvents(db, Math.min(...open.map((s) => s.cursor)), EVENTS_AT_ONCE);
  const last = events.at(-1)?.seq ?? 0;
  const behind = open.filter(({ cursor }) => cursor < last);
  if (!behind.length) return false;
  const occurrences = await occurrencesOf(db, events);
  const merged = new Map(
    occurrences.flatMap(({ event }) => (event.type === "claim.merged" ? [[event.subject, String(event.detail.into)]] : [])),
  );
  const sameClaim = (id: string) => merged.get(id) ?? id;
  const watches = await watchesOf(db, behind, occurrences);
  const deliveries = behind.flatMap((subscription) =>
    occurrences
      .filter(
        (one) => one.event.seq > subscription.cursor && fits(subscription.filter, one, sameClaim, (id) => watches(subscription.owner, id)),
      )
      .map((one) => ({
        subscriptionId: subscription.id,
        claimId: one.claimId ?? "",
        seq: one.event.seq,
        dueAt: dueAt(subscription, world.now()),
      })),
  );
  await db.batch([...insertDeliveries(db, deliveries), ...behind.map((one) => advanceCursor(db, one, last))]);
  return more;
}

/** When a new delivery is due: at once, or with the next daily mail. */
function dueAt({ pace }: Subscription, now: number): number {
  if (pace === "at-once") return now;
  const today = Math.floor(now / DAY) * DAY + DAILY_HOUR * HOUR;
  return today > now ? today : today + DAY;
}

/** One send: the deliveries that go out as one message. */
interface Batch {
  subscription: Subscription;
  deliveries: Delivery[];
}

async function sendDue(db: Db, subscriptions: Pushed[], world: NotifyContext): Promise<{ tried: number; accepted: number }> {
  const now = world.now();
  const rows = await db.rows(takeDue(db, now, now + LEASE_MS, DELIVERIES_AT_ONCE));
  const due = rows.map(deliveryOf);
  if (!due.length) return { tried: 0, accepted: 0 };
  const occurrences = await occurrencesOfDeliveries(db, due);
  const write = await writerOf(db, [...occurrences.values()].flat());
  let left = batchesOf(due, subscriptions);
  let accepted = 0;
  while (left.length && world.now() < now + LEASE_MS - DEADLINE && db.has(CALLS_OF_SEND)) {
    const part = left.slice(0, CONNECTIONS);
    const results = await Promise.all(part.map((batch) => send(batch, occurrences, write, world)));
    accepted += await settle(db, part, results, world);
    // A receiver did not answer: further messages to it wait until their lease ends, so that they hold up nobody else.
    const silent = new Set(part.filter((_, i) => results[i]?.status === null).map(({ subscription }) => subscription.id));
    left = left.slice(CONNECTIONS).filter(({ subscription }) => !silent.has(subscription.id));
  }
  return { tried: due.length, accepted };
}

/** The events of deliveries, by number. */
async function occurrencesOfDeliveries(db: Db, due: readonly Delivery[]): Promise<Map<number, LoggedOccurrence[]>> {
  const bySeq = Map.groupBy(due, ({ seq }) => seq);
  const claims = [...bySeq].map(([seq, own]): [number, string[]] => [seq, own.flatMap(({ claimId }) => claimId || [])]);
  const events = await readEventsOf(db, [...bySeq.keys()]);
  return Map.groupBy(await occurrencesOf(db, events, new Map(claims)), ({ event }) => event.seq);
}

/** Deliveries by subscription, earliest first: a mail takes all of them, anything else one at a time. */
function batchesOf(due: readonly Delivery[], subscriptions: readonly Subscription[]): Batch[] {
  return subscriptions.flatMap((subscription) => {
    const own = due.filter(({ subscriptionId }) => subscriptionId === subscription.id).sort((a, b) => a.seq - b.seq);
    if (subscription.kind === "mail") return own.length ? [{ subscription, deliveries: own }] : [];
    return own.map((one) => ({ subscription, deliveries: [one] }));
  });
}

async function send(
  { subscription, deliveries }: Batch,
  occurrences: Map<number, LoggedOccurrence[]>,
  write: Writer,
  world: NotifyContext,
): Promise<Posted> {
  // A claim may have been hidden, or a line rejected, since the delivery was made.
  const maySend = ({ isShown }: LoggedOccurrence) => isShown || !subscription.filter.sure;
  const events = deliveries.flatMap(({ seq, claimId }) =>
    (occurrences.get(seq) ?? []).filter((one) => (one.claimId ?? "") === claimId && maySend(one)),
  );
  if (!events.length || subscription.kind === "feed") return { status: 200, retryAfter: null, why: null };
  const messages = events.map((one) => write(one, subscription.origin));
  return senders[subscription.kind](subscription, messages, world);
}

/** Stores how sends ended. Gives the number of messages accepted. */
async function settle(db: Db, batches: Batch[], results: Posted[], world: NotifyContext): Promise<number> {
  const now = world.now();
  const pairs = batches.map((batch, i) => ({ ...batch, result: results[i] }));
  const accepted = pairs.filter(({ result }) => result?.why === null).flatMap(({ deliveries }) => deliveries);
  const failed = pairs.flatMap(({ deliveries, result }) => {
    // One jitter for all deliveries of a mail, so that they stay together.
    const jitter = world.random();
    return deliveries.flatMap((one) => {
      if (!result?.why) return [];
      const wait = nextWait(one.attempts + 1, result.retryAfter, jitter);
      return { ...one, dueAt: wait === null ? null : now + wait, error: result.why };
    });
  });
  const gone = pairs.filter(({ result }) => result?.status === 410);
  await db.batch([
    ...(accepted.length ? deleteDelivered(db, accepted, now) : []),
    ...(failed.length ? failDeliveries(db, failed) : []),
    ...gone.map(({ subscription, result }) => disableSubscription(db, subscription.id, `the receiver wants no more: ${result?.why}`)),
  ]);
  return accepted.length;
}
