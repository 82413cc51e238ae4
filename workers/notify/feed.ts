/** Feeds: what a filter lets through of the newest events. Nothing is stored for them. */
import type { Message } from "../../shared/notify/message.ts";
import { type Filter, fits } from "../../shared/notify/subscription.ts";
import type { Db } from "../store/d1.ts";
import { selectLatestEvents } from "../store/jobs/events.ts";
import { messagesOf, occurrencesOf } from "./occurrences.ts";

/** Events that are looked at, and entries that are given. */
const EVENTS = 500;
const ENTRIES = 50;

/** The newest messages that fit a filter, newest first. */
export async function newestMessages(db: Db, filter: Filter, origin: string): Promise<Message[]> {
  const [rows = []] = await db.batch([selectLatestEvents(db, EVENTS)]);
  const told = (await occurrencesOf(db, rows)).filter((one) => fits(filter, one, (id) => id));
  return messagesOf(db, told.slice(0, ENTRIES), origin);
}
