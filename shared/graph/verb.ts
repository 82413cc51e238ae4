import { responseTypes } from "../responses/index.ts";
import type { SightingView } from "../timeline.ts";

/** What a sighting does with the claim, third person: "asserts", "repeats with doubt", "denies it". `responseType` is that of its response, if any. */
export function verbOf(sighting: Pick<SightingView, "role" | "stance" | "certainty" | "parent">, responseType: string | null): string {
  const { role, stance, certainty, parent } = sighting;
  if (role === "respond")
    return (responseType !== null && Object.hasOwn(responseTypes, responseType) && responseTypes[responseType]?.verb) || "responds";
  if (role === "evidence")
    return stance === "support" ? "gives evidence for it" : stance === "deny" ? "gives evidence against it" : "gives evidence";
  if (stance === "deny") return "denies it";
  if (stance === "query") return "queries";
  if (stance === "comment") return "comments";
  const said = role === "report" ? "reports" : stance === "observe" ? "mentions" : parent ? "repeats" : "asserts";
  return certainty === "uncertain" ? `${said} with doubt` : said;
}
