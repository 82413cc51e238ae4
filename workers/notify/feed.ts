/** Feeds of the newest events that pass a filter. They are computed when asked for; nothing is stored. */
import type { Message } from "../../shared/notify/message.ts";
import { type Filter, fits } from "../../shared/notify/subscription.ts";
import type { Db } from "../store/d1.ts";
import { selectLatestEvents } from "../store/jobs/events.ts";
import { occurrencesOf, watchesOf, writerOf } from "./occurrences.ts";

/** Maximum number of events that are examined. */
const MAX_EVENTS = 500;
/** Maximum number of entries of a feed. */
const MAX_ENTRIES = 50;

/** The newest messages that fit the filter of a subscription, newest first. */
export async function newestMessages(db: Db, subscription: { owner: string; filter: Filter }, origin: string): Promise<Message[]> {
  const rows = await db.rows(selectLatestEvents(db, MAX_EVENTS));
  const all = await occurrencesOf(db, rows);
  const watches = await watchesOf(db, [subscription], all);
  const fitting = all.filter((one) =>
    fits(
      subscription.filter,
      one,
      (id) => id,
      (id) => watches(subscription.owner, id),
    ),
  );
  const newest = fitting.slice(0, MAX_ENTRIES);
  const write = await writerOf(db, newest);
  return newest.map((one) => write(one, origin));
}
