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
/** What of these two settings is not understood, in words: a misspelt rule would look as if it held. */
export function settingProblems({ PUBLISH, SECOND_LOOK }: Pick<Env, "PUBLISH" | "SECOND_LOOK">): string[] {
  const isIn = (value: string | undefined, known: readonly string[]) => !value || known.includes(value);
  return [
    ...(isIn(PUBLISH, ["sure", "reviewed", "all"])
      ? []
      : [`PUBLISH is “${PUBLISH}”, which counts as sure. It can be sure, reviewed or all.`]),
    ...(isIn(SECOND_LOOK, ["named"])
      ? []
      : [`SECOND_LOOK is “${SECOND_LOOK}”, which does nothing: one person can publish. It can be named, or empty.`]),
  ];
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
