import { REPLY } from "../model/sighting.ts";
import { ownProperty } from "../own-property.ts";
import type { TimelineEvent } from "../timeline/views.ts";
import { messagesOf } from "./general/messages.ts";
import type { LocaleOptions } from "./time.ts";

type Doing = Pick<
  TimelineEvent,
  "kind" | "role" | "stance" | "stanceUnsure" | "state" | "certainty" | "method" | "parent" | "thread" | "tellsResponse"
> & {
  response: { type: string } | null;
};

/**
 * Whether a document that denies the claim may do no more than tell that somebody does: a machine does not tell the two apart, and who accepts that
 * an article denies it says neither.
 */
export const mayOnlyTell = ({ kind, state }: Pick<TimelineEvent, "kind" | "state">): boolean => state === "suggested" || kind === "article";

/** What an event does with the claim, third person: "asserts", "repeats, hedged", "denied it". */
export function verbInWords(doing: Doing, options: LocaleOptions): string {
  const { role, stance, state, certainty, method, parent, thread, tellsResponse, response } = doing;
  const m = messagesOf(options.lang);
  const { verbs } = m;
  if (role === "respond" || response) {
    const responses: Record<string, string> = m.responses;
    return (response && ownProperty(responses, response.type)) ?? verbs.responds;
  }
  if (role === "evidence") {
    if (stance === "support") return verbs.evidenceFor;
    return stance === "deny" ? verbs.evidenceAgainst : verbs.evidence;
  }
  if (doing.stanceUnsure) return method === REPLY ? verbs.replies : verbs.mentions;
  if (stance === "deny") return mayOnlyTell(doing) ? verbs.mayDispute : verbs.disputes;
  if (stance === "query") return verbs.queries;
  if (stance === "comment") return verbs.comments;
  // What it says of the claim itself cannot be told without the answer in it, which nobody has checked.
  if (tellsResponse && state === "suggested") return verbs.mentions;
  // What answers a post that does not make the claim repeats nothing.
  const repeats = parent !== null && (parent.type !== "reply" || thread !== undefined);
  const states = repeats ? verbs.repeats : verbs.asserts;
  const ownVerb = stance === "observe" ? verbs.mentions : states;
  const verb = role === "report" ? verbs.reports : ownVerb;
  return certainty === "uncertain" ? m.withDoubt(verb) : verb;
}
