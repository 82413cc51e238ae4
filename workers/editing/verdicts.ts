/** Third parties' published ratings of a claim. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { queryTerms, score } from "../../shared/match/index.ts";
import { claimIdOf, idOf } from "../../shared/model/id.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import type { FoundVerdict, VerdictInput } from "../../shared/model/verdict.ts";
import { languageOf } from "../../shared/text/language.ts";
import { namedTag } from "../../shared/text/language-tag.ts";
import type { VerdictView } from "../../shared/timeline/views.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { persist } from "../pipeline/persist.ts";
import { selectClaim, summaryOf } from "../store/claims/claims.ts";
import { findCandidatesOf } from "../store/claims/search.ts";
import { type Db, type Row, whileConflicting } from "../store/d1.ts";
import { type DecidedItem, selectVerdictsEnded } from "../store/desk/decisions.ts";
import { selectVerdict, verdictOf } from "../store/relations/responses.ts";
import { instantAfter } from "../store/versions.ts";
import { newDecision } from "./decisions/new-decision.ts";

interface VerdictOutcome {
  verdict: VerdictView;
  status: "created" | "changed" | "same";
  /** The decision, which can be undone; null if nothing changed. */
  decision: string | null;
}

/** Records a rating; of a merged claim, on the one it was merged into. Publisher and URL identify a rating; another label is a new version. */
export function recordVerdict(db: Db, claimId: string, input: VerdictInput, now: number): Promise<VerdictOutcome> {
  const url = canonicalUrl(input.url) ?? input.url;
  const { publisher, label } = input;
  const published = (input.publishedAt ? parseTime(input.publishedAt, "human") : null) ?? UNKNOWN_TIME;
  return saveVerdict(db, claimId, { publisher, label, url, published, explanation: input.explanation ?? null }, now, true);
}

/** Saves a rating; if a person records it, also a decision (`isDecided`). */
function saveVerdict(db: Db, claimId: string, rating: Omit<VerdictView, "id">, begun: number, isDecided = false): Promise<VerdictOutcome> {
  const { publisher, label, url } = rating;
  const verdict: VerdictView = { id: idOf("v", claimId, publisher, url), ...rating };
  return whileConflicting(async () => {
    const rows = await db.load({ claim: selectClaim(db, claimId), verdict: selectVerdict(db, claimId, verdict.id) });
    const claim = rows.claim[0] && summaryOf(rows.claim[0]);
    if (claim?.mergedInto) return saveVerdict(db, claim.mergedInto, rating, begun, isDecided);
    const before = rows.verdict[0] && verdictOf(rows.verdict[0]);
    if (before && JSON.stringify(before) === JSON.stringify(verdict)) return { verdict, status: "same", decision: null };
    const now = instantAfter(begun, claim ? [claim] : [], rows.verdict.map(recordedAtOf));
    const changes = {
      verdicts: { add: [{ claimId, verdict }], close: before ? [{ claimId, verdict: before }] : [] },
      events: [{ type: "verdict.recorded", subject: claimId, detail: { publisher, label, url } }],
    };
    const item: DecidedItem = { kind: "verdict", do: before ? "edit" : "add", id: claimId, verdict: verdict.id };
    const decision = isDecided ? newDecision(db, item, now) : null;
    await persist(db, changes, { claims: claim ? [[claimId, claim.version]] : [] }, now, decision?.statements);
    return { verdict, status: before ? "changed" : "created", decision: decision?.id ?? null };
  });
}
const recordedAtOf = (row: Row) => Number(row.recorded_at);

/** Maximum number of ratings whose claims are looked up together, in two D1 calls. */
const RATINGS_AT_ONCE = 50;
/** Maximum number of D1 calls to save one rating and to look up the claims of the next ones. */
const CALLS_OF_RATING = 6;
/**
 * Records ratings that were found on a page or in a feed, each on the claim that its words certainly make. Gives the numbers of ratings recorded, of
 * those without such a claim, and of those left because the invocation may make no more D1 calls.
 */
export async function recordFound(
  db: Db,
  found: FoundVerdict[],
  now: number,
): Promise<{ recorded: number; unmatched: number; left: number }> {
  let recorded = 0;
  let done = 0;
  for (; done < found.length && db.has(CALLS_OF_RATING); ) {
    const some = found.slice(done, done + RATINGS_AT_ONCE);
    const claims = await claimsOf(db, some);
    for (const [i, verdict] of some.entries()) {
      const claimId = claims[i];
      if (claimId && !db.has(CALLS_OF_RATING)) break;
      done++;
      if (!claimId) continue;
      await saveVerdict(db, claimId, ratingOf(verdict), now);
      recorded++;
    }
  }
  return { recorded, unmatched: done - recorded, left: found.length - done };
}
const ratingOf = ({ publisher, label, url, publishedAt, explanation }: FoundVerdict): Omit<VerdictView, "id"> => ({
  publisher: publisher.slice(0, 256),
  label: label.slice(0, 200),
  url: canonicalUrl(url) ?? url,
  published: (publishedAt ? parseTime(publishedAt, "feed") : null) ?? UNKNOWN_TIME,
  explanation: explanation?.slice(0, 5000) ?? null,
});
/** The claims that the words of ratings certainly make; null if there is none, or the rating is incomplete. */
async function claimsOf(db: Db, found: FoundVerdict[]): Promise<(string | null)[]> {
  const asked = found.map(({ claim, lang, url, publisher, label }) => {
    const known = namedTag(lang) ?? languageOf(claim);
    const isWhole = canonicalUrl(url) !== null && claim.trim() && publisher && label;
    return { claim, lang: known, terms: isWhole ? queryTerms(claim, known) : null };
  });
  const { found: all } = await findCandidatesOf(
    db,
    asked.flatMap(({ terms }) => (terms ? [terms] : [])),
  );
  return asked.map(({ claim, lang, terms }) => {
    const one = terms && all.get(terms);
    const best = one ? score(claim, lang, one.candidates, one.statistics)[0] : undefined;
    // The same words need no name to be sure.
    return best?.decision === "linked" || best?.claimId === claimIdOf(claim) ? (best?.claimId ?? null) : null;
  });
}
/** Restores a rating to its state before an instant at which it was recorded or changed. A rating that was new then is removed. */
export async function restoreVerdict(
  db: Db,
  { claimId, id, at }: { claimId: string; id: string; at: number },
  begun: number,
  also: D1PreparedStatement[],
): Promise<void> {
  const rows = await db.load({ verdict: selectVerdict(db, claimId, id), ended: selectVerdictsEnded(db, claimId, at) });
  const live = rows.verdict[0] && verdictOf(rows.verdict[0]);
  const before = rows.ended.map(verdictOf).find((one) => one.id === id);
  const now = instantAfter(begun, rows.verdict.map(recordedAtOf));
  const verdicts = {
    add: before ? [{ claimId, verdict: before }] : [],
    close: live ? [{ claimId, verdict: live }] : [],
  };
  await persist(db, { verdicts, events: [{ type: "verdict.restored", subject: claimId, detail: { verdict: id } }] }, {}, now, also);
}
