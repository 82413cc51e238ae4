/** Third parties' published ratings of a claim. */
import { idOf } from "../../shared/model/id.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import type { VerdictInput } from "../../shared/model/verdict.ts";
import type { VerdictView } from "../../shared/timeline/views.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { bumpSummaries } from "../store/claims/claims.ts";
import type { Db } from "../store/d1.ts";
import { insertEvents } from "../store/jobs/events.ts";
import { closeVerdict, insertVerdict, selectVerdict, verdictOf } from "../store/relations/responses.ts";

/** Records a rating. The same publisher's at the same URL is the same one: another label is a new version of it. */
export async function recordVerdict(
  db: Db,
  claimId: string,
  input: VerdictInput,
  now: number,
): Promise<{ verdict: VerdictView; status: "created" | "changed" | "same" }> {
  const { publisher, label } = input;
  const url = canonicalUrl(input.url) ?? input.url;
  const verdict: VerdictView = {
    id: idOf("v", claimId, publisher, url),
    publisher,
    label,
    url,
    published: (input.publishedAt ? parseTime(input.publishedAt, "human") : null) ?? UNKNOWN_TIME,
    explanation: input.explanation ?? null,
  };
  const [rows = []] = await db.batch([selectVerdict(db, claimId, verdict.id)]);
  const before = rows[0] && verdictOf(rows[0]);
  if (before && JSON.stringify(before) === JSON.stringify(verdict)) return { verdict, status: "same" };
  await db.batch([
    ...closeVerdict(db, claimId, verdict.id, now),
    insertVerdict(db, claimId, verdict, now),
    bumpSummaries(db, [{ claimId, sightings: 0, responses: 0, platforms: {}, answered: true }], now),
    insertEvents(db, [{ type: "verdict.recorded", subject: claimId, detail: { publisher, label, url } }], now),
  ]);
  return { verdict, status: before ? "changed" : "created" };
}
