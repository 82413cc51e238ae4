/** Sends messages to each kind of channel. */
import { discordBody, type Message, mailOf, slackBody, webhookBody } from "../../shared/notify/message.ts";
import { signedHeaders } from "../../shared/notify/signature.ts";
import type { Channel } from "../../shared/notify/subscription.ts";
import type { AddressRules } from "../sources/http/policy.ts";
import { type Posted, post } from "../sources/http/post.ts";
import type { Subscription } from "../store/notify/subscriptions.ts";
import { type Mailbox, sendMail } from "./mail.ts";

/** The environment of a run of the notifier. */
export interface NotifyContext {
  now: () => number;
  /** A number from 0 to 1, which spreads retries. */
  random: () => number;
  addresses: AddressRules;
  mailbox: Mailbox;
}
type Sender = (subscription: Subscription, messages: readonly Message[], world: NotifyContext) => Promise<Posted>;

/** Mail combines several messages that are due together; other channels get one at a time. */
const first = (messages: readonly Message[]): Message => {
  const [message] = messages;
  if (!message) throw new TypeError("nothing to send");
  return message;
};

const webhook: Sender = (subscription, messages, { now, addresses }) => {
  const message = first(messages);
  const body = webhookBody(message);
  const secrets = subscription.secrets.filter(({ until }) => until === null || until > now()).map(({ secret }) => secret);
  return post(subscription.target, body, signedHeaders(message.id, Math.floor(now() / 1000), body, secrets), addresses, now());
};
const slack: Sender = ({ target }, messages, { addresses, now }) => post(target, slackBody(first(messages)), {}, addresses, now());
const discord: Sender = ({ target }, messages, { addresses, now }) => post(target, discordBody(first(messages)), {}, addresses, now());

const mail: Sender = ({ target, name, origin }, messages, { mailbox }) =>
  sendMail(mailbox, { to: target, ...mailOf(name, messages, origin), endsAt: `${origin}/alerts` });

export const senders: Record<Exclude<Channel, "feed">, Sender> = { webhook, slack, discord, mail };
