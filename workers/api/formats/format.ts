/** What an output format of a timeline is. */
import type * as z from "zod";
import type { TimelineOut } from "../views/stored.ts";

export interface Format {
  /** Media type of the answer. */
  type: string;
  /** For those who follow a claim: the newest events first, instead of a page from the oldest on. */
  newest?: true;
  write(timeline: z.output<typeof TimelineOut>, about: About): string;
}
export interface About {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  /** The address that was asked for. */
  self: string;
}
