/** The contract of an output format of a timeline. */
import type * as z from "zod";
import type { TimelineOut } from "../views/stored.ts";

export interface Format {
  /** The name for people: "JSON Feed". */
  label: string;
  /** The extension of a claim's address: `/c/{id}.feed.json`. */
  suffix: string;
  /** Media type of the answer. */
  type: string;
  /** For feeds: the newest events come first, instead of a page that starts with the oldest. */
  newest?: true;
  write(timeline: z.output<typeof TimelineOut>, about: About): string;
}
interface About {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  /** The requested URL. */
  self: string;
}
