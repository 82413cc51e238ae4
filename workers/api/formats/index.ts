/** Output formats of a timeline, one file each. To add one: write the file, add it here. */
import type * as z from "zod";
import type { TimelineOut } from "../views.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";

export interface Format {
  /** Media type of the answer. */
  type: string;
  write(timeline: z.output<typeof TimelineOut>): string;
}
export const formats: Record<string, Format> = { json, csv };
