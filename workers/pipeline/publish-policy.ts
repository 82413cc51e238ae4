/** What the public sees without a person's look: the instance's variable PUBLISH. */
import { env } from "cloudflare:workers";
import type { Env } from "../env.d.ts";

/**
 * - `sure` (the default): links that the matcher decides. A response that a machine read waits for review, until its calibrated probability
 *   is at least 0.95.
 * - `reviewed`: links only. What a document tells of other documents waits as well.
 * - `all`: everything, for research. The claim's pages say so.
 */
export type PublishPolicy = "all" | "sure" | "reviewed";

/** The policy of this instance; a value that is none of the three means `sure`. */
export function publishPolicy(): PublishPolicy {
  const { PUBLISH } = env as Env;
  return PUBLISH === "all" || PUBLISH === "reviewed" ? PUBLISH : "sure";
}
