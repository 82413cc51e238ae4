/** The instance's setting of what readers see before a person has reviewed it. */
import type { Env } from "../env.d.ts";

/**
 * - `sure` (the default): links that the matcher decides. A response that a machine has read waits for review.
 * - `reviewed`: only these links. Reported documents wait for review, too; with `sure` only those of a named person do, and those at a place
 *   without a name of its own ("the blog").
 * - `all`: everything, for research.
 */
type PublishPolicy = "all" | "sure" | "reviewed";

let policy: PublishPolicy = "sure";

let secondLook = false;

/** Takes the policy from the variables of the instance, which are the same in every event of an isolate; another value means `sure`. */
export function configurePublishing({ PUBLISH, SECOND_LOOK }: Env): void {
  policy = PUBLISH === "all" || PUBLISH === "reviewed" ? PUBLISH : "sure";
  secondLook = SECOND_LOOK === "named";
}
/** The instance's policy. */
export const publishPolicy = (): PublishPolicy => policy;
/**
 * Whether readers may see a listed line: a response that nobody has read was listed under `all`, and is theirs only as long as that is the policy.
 */
export const isForReaders = ({ response, state }: { response?: object | null; state: string }): boolean =>
  policy === "all" || !response || state === "confirmed";
/** Whether a claim that names a person needs a second person to become public. */
export const hasSecondLook = (): boolean => secondLook;
