/** Contradictions of an edge, derived from the times of its ends whenever it is shown, never stored. */
import * as z from "zod";
import type { PublishedTime } from "../model/time.ts";
import { orderOf } from "./order.ts";

export const EdgeFlag = z.enum(["impossible_time"]);
export type EdgeFlag = z.infer<typeof EdgeFlag>;

/**
 * `impossible_time`: the parent is certainly later than its child, whatever the uncertainty of both times. No detector proposes
 * such a parent; a platform or a person may state one, and then one of the two times is wrong.
 */
export function flagsOf(parent: PublishedTime | undefined, child: PublishedTime | undefined): EdgeFlag[] {
  return parent && child && orderOf(parent, child) === "after" ? ["impossible_time"] : [];
}
