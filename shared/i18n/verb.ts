import { isStanceUnsure, REPLY } from "../model/sighting.ts";
import { ownProperty } from "../own-property.ts";
import type { TimelineEvent } from "../timeline/views.ts";
import { messagesOf } from "./general/messages.ts";
import type { LocaleOptions } from "./time.ts";

type Doing = Pick<TimelineEvent, "role" | "stance" | "stanceUnsure" | "state" | "certainty" | "method" | "parent" | "thread"> & {
  response: { type: string } | null;
};

/** What an event does with the claim, third person: "asserts", "repeats with doubt", "denied it". */
export function verbInWords(doing: Doing, options: LocaleOptions): string {
  const { role, stance, stanceUnsure, state, certainty, method, parent, thread, response } = doing;
  const m = messagesOf(options.lang);
  const { verbs } = m;
  if (role === "respond" || response) {
    const responses: Record<string, string> = m.responses;
    return (response && ownProperty(responses, response.type)) ?? verbs.responds;
  }
  if (role === "evidence") return stance === "support" ? verbs.evidenceFor : stance === "deny" ? verbs.evidenceAgainst : verbs.evidence;
  if (isStanceUnsure({ stanceUnsure, state })) return method === REPLY ? verbs.replies : verbs.mentions;
  // A machine does not tell a document that disputes the claim from one whose point is that somebody denied it.
  if (stance === "deny") return state === "suggested" ? verbs.mayDispute : verbs.disputes;
  if (stance === "query") return verbs.queries;
  if (stance === "comment") return verbs.comments;
  // What answers a post that does not make the claim repeats nothing.
  const repeats = parent !== null && (parent.type !== "reply" || thread !== undefined);
  const said = role === "report" ? verbs.reports : stance === "observe" ? verbs.mentions : repeats ? verbs.repeats : verbs.asserts;
  return certainty === "uncertain" ? m.withDoubt(said) : said;
}
