/** Subscriptions: a channel, and which events are sent to it. */
import { people } from "../i18n/people.en.ts";
import { TOLD } from "./message.ts";

export const channels = ["webhook", "slack", "discord", "mail", "feed"] as const;
export type Channel = (typeof channels)[number];
export const paces = ["at-once", "daily"] as const;
export type Pace = (typeof paces)[number];

export interface Filter {
  /** Types of events, such as `claim.changed`; `claim.*` means all types that begin so. Empty: all events that concern a claim. */
  types: string[];
  /** Ids of claims. Empty: every claim. */
  claims: string[];
  /** Only claims that the subscription's owner follows. */
  watched?: boolean;
  /** Only events that readers may see: nothing that waits for review. */
  sure: boolean;
  /** Only items that wait for review. */
  waiting?: boolean;
}

/** An event and the claim that it concerns. */
export interface Occurrence {
  type: string;
  /** Null if the event concerns no claim. */
  claimId: string | null;
  /** Whether readers see it. */
  isShown: boolean;
  /** Whether it waits for a person: a proposed claim, or an appearance or a response that readers see once it is confirmed. */
  isWaiting: boolean;
}

/** All types of events. */
export const eventTypes = [...new Set([...Object.keys(TOLD), ...Object.keys(people.did)])].sort();
const isOf = (pattern: string, type: string) => (pattern.endsWith(".*") ? type.startsWith(pattern.slice(0, -1)) : pattern === type);
/** Whether there are events that a type of a filter means. */
export const meansEvents = (pattern: string): boolean => eventTypes.some((type) => isOf(pattern, type));

/**
 * Whether a filter lets an event through. `sameClaim` gives the claim that one was merged into, or its own id; `isWatched` says whether the owner of
 * the filter watches a claim.
 */
export function fits(
  filter: Filter,
  event: Occurrence,
  sameClaim: (id: string) => string,
  isWatched: (id: string) => boolean = () => false,
): boolean {
  const isAsked = filter.types.length ? filter.types.some((pattern) => isOf(pattern, event.type)) : event.claimId !== null;
  const isFollowed =
    !filter.claims.length ||
    (event.claimId !== null && filter.claims.some((id) => id === event.claimId || sameClaim(id) === event.claimId));
  if (filter.watched && !(event.claimId !== null && isWatched(event.claimId))) return false;
  return isAsked && isFollowed && (!filter.sure || event.isShown) && (!filter.waiting || event.isWaiting);
}
