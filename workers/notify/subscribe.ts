/** Adds and changes subscriptions, for the API and the page. */
import { DAY } from "../../shared/durations.ts";
import { digest } from "../../shared/model/id.ts";
import { secretOf } from "../../shared/notify/signature.ts";
import { badAddress } from "../sources/http/policy.ts";
import type { Posted } from "../sources/http/post.ts";
import type { Db } from "../store/d1.ts";
import { insertSubscription, putSecrets, type Subscription } from "../store/notify/subscriptions.ts";
import { canMail, NO_MAIL } from "./mail.ts";
import { type NotifyContext, senders } from "./senders.ts";

const SECRET_BYTES = 32;
/** How long (ms) a secret that was rotated out still signs beside the new one. */
const ROTATION_MS = DAY;
const FEED_FORMATS = ["atom", "rss", "json"];

export interface Wish extends Pick<Subscription, "kind" | "name" | "filter" | "pace"> {
  /** The address to post to, or the mail address; none for a feed. */
  target: string | undefined;
}
/** What is wrong with a field of a wanted subscription. */
export interface Fault {
  field: "target" | "pace";
  detail: string;
}
interface Made {
  subscription: Subscription;
  /** The secret of a webhook; shown once. */
  secret: string | null;
  /** The addresses of a feed; shown once. */
  feeds: string[];
}

const random = () => crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
const randomName = (length: number) => digest(String(random())).slice(0, length);

function targetFault(kind: Wish["kind"], target: string | undefined, { addresses, mailbox }: NotifyContext): string | null {
  if (kind === "feed") return target === undefined ? null : "is not for a feed: its address is made";
  if (target === undefined) return kind === "mail" ? "must be a mail address" : "must be the address that is posted to";
  if (kind === "mail") {
    if (!/^[^\s"<>@,;]{1,64}@[^\s"<>@,;]{3,200}$/.test(target)) return "must be one mail address";
    return canMail(mailbox) ? null : `gets no mail: ${NO_MAIL}`;
  }
  const bad = badAddress(target, addresses);
  return bad && `may not be posted to: ${bad}. Give a public address; on your own machine, start with CRAWL_ALLOW=HOST:PORT`;
}
/** Why a wanted subscription is refused; null if it is accepted. */
export function faultOf({ kind, target, pace }: Wish, world: NotifyContext): Fault | null {
  const detail = targetFault(kind, target, world);
  return paceFault(kind, pace) ?? (detail === null ? null : { field: "target", detail });
}
/** The same of its pace alone. */
export const paceFault = (kind: Wish["kind"], pace: Wish["pace"] | undefined): Fault | null =>
  pace === "daily" && kind !== "mail" ? { field: "pace", detail: "daily is for mail only" } : null;

/** Adds a subscription, which must have no fault. It starts after the newest event. */
export async function subscribe(db: Db, wish: Wish, { owner, origin }: { owner: string; origin: string }, now: number): Promise<Made> {
  const token = wish.kind === "feed" ? randomName(32) : null;
  const secret = wish.kind === "webhook" ? secretOf(random()) : null;
  const subscription: Subscription = {
    ...wish,
    id: `n${randomName(26)}`,
    target: token === null ? (wish.target ?? "") : digest(`feed:${token}`),
    secrets: secret === null ? [] : [{ secret, until: null }],
    owner,
    origin,
    enabled: true,
    why: null,
    createdAt: now,
    cursor: 0,
    delivered: 0,
    deliveredAt: null,
  };
  await db.batch(insertSubscription(db, subscription));
  return { subscription, secret, feeds: token === null ? [] : FEED_FORMATS.map((format) => `${origin}/feeds/${token}.${format}`) };
}

/** A new secret. The former one also signs for another day, until `until` (ms). ConflictError if somebody else makes one at the same time. */
export async function rotateSecret(db: Db, subscription: Subscription, now: number): Promise<{ secret: string; until: number }> {
  const secret = secretOf(random());
  const until = now + ROTATION_MS;
  const former = subscription.secrets.filter((one) => one.until === null).map((one) => ({ ...one, until }));
  await db.batch(putSecrets(db, subscription, [...former, { secret, until: null }]));
  return { secret, until };
}

/** Sends a test message now; null for a feed, to which nothing is sent. */
export async function sendTest(subscription: Subscription, world: NotifyContext): Promise<Posted | null> {
  if (subscription.kind === "feed") return null;
  const at = world.now();
  const test = {
    id: `msg_test_${at}`,
    type: "test.sent",
    at,
    seq: 0,
    claim: null,
    document: null,
    changes: null,
    appearance: null,
    detail: {},
  };
  return senders[subscription.kind](subscription, [test], world);
}
