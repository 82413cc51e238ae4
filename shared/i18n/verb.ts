import { isStanceUnsure } from "../model/sighting.ts";
import { ownProperty } from "../own-property.ts";
import type { TimelineEvent } from "../timeline/views.ts";
import { messagesOf } from "./general/messages.ts";
import type { LocaleOptions } from "./time.ts";

type Doing = Pick<TimelineEvent, "role" | "stance" | "stanceUnsure" | "state" | "certainty" | "parent"> & {
  response: { type: string } | null;
};

/** What an event does with the claim, third person: "asserts", "repeats with doubt", "denied it". */
export function verbInWords({ role, stance, stanceUnsure, state, certainty, parent, response }: Doing, options: LocaleOptions): string {
  const m = messagesOf(options.lang);
  const { verbs } = m;
  if (role === "respond" || response) {
    const responses: Record<string, string> = m.responses;
    return (response && ownProperty(responses, response.type)) ?? verbs.responds;
  }
  if (role === "evidence") return stance === "support" ? verbs.evidenceFor : stance === "deny" ? verbs.evidenceAgainst : verbs.evidence;
  if (isStanceUnsure({ stanceUnsure, state })) return verbs.mentions;
  // A machine does not tell a document that disputes the claim from one whose point is that somebody denied it.
  if (stance === "deny") return state === "suggested" ? verbs.mayDispute : verbs.disputes;
  if (stance === "query") return verbs.queries;
  if (stance === "comment") return verbs.comments;
  const said = role === "report" ? verbs.reports : stance === "observe" ? verbs.mentions : parent ? verbs.repeats : verbs.asserts;
  return certainty === "uncertain" ? m.withDoubt(said) : said;
}
