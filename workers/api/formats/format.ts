/** What an output format of a timeline is. */
import type * as z from "zod";
import type { TimelineOut } from "../views/stored.ts";

export interface Format {
  /** For people: "JSON Feed". */
  label: string;
  /** What follows a claim's address: `/c/{id}.feed.json`. */
  suffix: string;
  /** Media type of the answer. */
  type: string;
  /** The newest events come first instead of a page from the oldest on: for feeds. */
  newest?: true;
  write(timeline: z.output<typeof TimelineOut>, about: About): string;
}
interface About {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  /** The requested URL. */
  self: string;
}
