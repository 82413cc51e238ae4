/** Reads the ClaimReview of a fact check: the claim with its rating as stance, and each linked appearance as a reported document. */

import { anyLanguage } from "../../lang/index.ts";
import { NOBODY } from "../../model/party.ts";
import type { ReadClaim, Reading, ReadReported } from "../../model/reading.ts";
import { timeOfId, UNKNOWN_TIME } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { canonicalUrl, nativeId } from "../../url.ts";
import { REVIEW_RULE, statesSame } from "./worth-filing.ts";

const UNTRUE = new RegExp(`^\\P{Alpha}{0,4}(?:${anyLanguage(({ labels }) => labels?.untrue)})`, "iu");

/** The stated and the rated claims of a page, and where the rated ones appeared. A stated claim with the words of a rated one takes its rating. */
export function withReviewed(
  { text, reviews = [] }: Reading["document"],
  stated: readonly ReadClaim[],
): { claims: ReadClaim[]; reported: ReadReported[] } {
  const claims = [...stated];
  const reported = reviews.flatMap(({ claim, label, appearances }) => {
    const stance = UNTRUE.test(label) ? ("deny" as const) : ("observe" as const);
    const same = claims.findIndex((one) => one.text === claim);
    // Another one that was rated keeps its own rating, however alike their words.
    const known = same < 0 ? claims.findIndex((one) => one.rule !== REVIEW_RULE && statesSame(one.text, claim)) : same;
    const at = text.indexOf(claim);
    const first = /\S[^\n]*/u.exec(text) ?? { index: 0, 0: "" };
    const own = at >= 0 ? spanOf(text, at, at + claim.length) : spanOf(text, first.index, first.index + first[0].length);
    const before = claims[known];
    const quote = before?.quote ?? own;
    const rated = {
      text: claim,
      certainty: "unstated" as const,
      hedges: [],
      cue: quote,
      ...before,
      quote,
      stance,
      attributedTo: null,
      rule: REVIEW_RULE,
    };
    const index = before ? known : claims.length;
    claims[index] = rated;
    return appearances.map((url) => appearance(url, index, quote));
  });
  return { claims, reported };
}

function appearance(url: string, claim: number, passage: ReadReported["passage"]): ReadReported {
  const native = nativeId(canonicalUrl(url));
  return {
    claim,
    platform: native?.platform ?? null,
    place: null,
    url,
    actor: NOBODY,
    role: "assert",
    stance: "support",
    translated: false,
    lang: null,
    quote: null,
    passage,
    cue: passage,
    rule: REVIEW_RULE,
    parent: null,
    publishedAt: (native && timeOfId(native.platform, native.id)) ?? UNKNOWN_TIME,
  };
}
