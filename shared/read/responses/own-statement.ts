/** Denials without a word for denying, on a page of the party that the claim names: "We checked each sack, and there was no chalk in any." */

import { patternOf } from "../../lang/index.ts";
import { partyWith } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import { UNKNOWN_TIME } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { senderOf } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";

const NEGATED = patternOf(({ negation }) => negation?.words);
/** How many content words of the claim a sentence must have. */
const MIN_SHARED = 2;

/**
 * The denial that such a page is as a whole, with its negated sentence nearest to the claim. Null for a page of others, and for one without such a
 * sentence: it may make the claim itself.
 */
export function ownStatement(claim: string, { document }: Reading, kind: string): Omit<ReadResponse, "claim"> | null {
  const name = senderOf(document, kind, claim).release?.name;
  if (!name || NEGATED.test(claim)) return null;
  const stems = stemsOf(claim);
  const [nearest] = analysisOf(document)
    .sentences.map(({ text, start, end }) => ({ text, start, end, count: shared(stems, stemsOf(text)) }))
    .filter(({ text, count }) => count >= MIN_SHARED && NEGATED.test(text))
    .sort((a, b) => b.count - a.count);
  if (!nearest) return null;
  return {
    type: "denial",
    actor: partyWith("organisation", name, null),
    standing: "subject",
    quotes: [],
    cue: spanOf(document.text, nearest.start, nearest.start),
    rule: "own statement",
    passage: spanOf(document.text, nearest.start, nearest.end),
    url: null,
    publishedAt: document.publishedAt ?? UNKNOWN_TIME,
  };
}
