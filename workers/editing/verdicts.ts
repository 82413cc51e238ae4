/** Third parties' published ratings of a claim. */
import { idOf } from "../../shared/model/id.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import type { VerdictInput } from "../../shared/model/verdict.ts";
import type { VerdictView } from "../../shared/timeline/views.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { noChanges, noConditions, persist } from "../pipeline/persist.ts";
import { selectClaim, summaryOf } from "../store/claims/claims.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { selectVerdict, verdictOf } from "../store/relations/responses.ts";

interface VerdictOutcome {
  verdict: VerdictView;
  status: "created" | "changed" | "same";
}

/** Records a rating; of a claim that was merged, with the one that it is now. The same publisher's at the same URL is the same one: another label is a new version of it. */
export function recordVerdict(db: Db, claimId: string, input: VerdictInput, now: number): Promise<VerdictOutcome> {
  const url = canonicalUrl(input.url) ?? input.url;
  const { publisher, label } = input;
  const published = (input.publishedAt ? parseTime(input.publishedAt, "human") : null) ?? UNKNOWN_TIME;
  return saveVerdict(db, claimId, { publisher, label, url, published, explanation: input.explanation ?? null }, now);
}

/** Saves a rating as it is shown, but for its id. */
export function saveVerdict(db: Db, claimId: string, rating: Omit<VerdictView, "id">, now: number): Promise<VerdictOutcome> {
  const { publisher, label, url } = rating;
  const verdict: VerdictView = { id: idOf("v", claimId, publisher, url), ...rating };
  return whileConflicting(async () => {
    const rows = await db.load({ claim: selectClaim(db, claimId), verdict: selectVerdict(db, claimId, verdict.id) });
    const claim = rows.claim[0] && summaryOf(rows.claim[0]);
    if (claim?.mergedInto) return saveVerdict(db, claim.mergedInto, rating, now);
    const before = rows.verdict[0] && verdictOf(rows.verdict[0]);
    if (before && JSON.stringify(before) === JSON.stringify(verdict)) return { verdict, status: "same" };
    const changes = noChanges();
    changes.verdicts = { add: [{ claimId, verdict }], close: before ? [{ claimId, verdict: before }] : [] };
    changes.events = [{ type: "verdict.recorded", subject: claimId, detail: { publisher, label, url } }];
    await persist(db, changes, { ...noConditions(), claims: claim ? [[claimId, claim.version]] : [] }, now);
    return { verdict, status: before ? "changed" : "created" };
  });
}
