/** What a page of the party that the claim names says of it, where nothing else finds an act of that party in it. */

import { patternOf } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { UNKNOWN_TIME } from "../../model/time.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { ownerIn, SELF } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { kindOfName } from "../parties/name-kinds.ts";
import { isSameParty } from "../parties/same-party.ts";
import { knownClaim, responseOf } from "./response.ts";
import { responseCuesIn, strongest } from "./response-cues.ts";
import { isOn } from "./targets.ts";

/** Words that negate, in any language. */
export const NEGATED = patternOf(({ negation }) => negation?.words);
/** How many content words of the claim a sentence without a word for its act must have. */
const MIN_SHARED = 2;
/** Acts that a party does of its own matter. What it removes or corrects is seldom the claim. */
const OWN_ACTS = new Set<string>(
  "denial confirmation partial_confirmation investigation apology explanation clarification no_comment".split(" "),
);

/** The type of act that a sentence in a party's own voice is towards a claim with `count` of whose words; null for none. */
function ownActIn(text: string, claim: string, count: number, party: Party, lang: string): ResponseType | null {
  const cue = strongest(responseCuesIn(text, lang).filter((one) => OWN_ACTS.has(one.type)))?.type;
  const negates = count >= MIN_SHARED && NEGATED.test(text) && !NEGATED.test(claim);
  if (negates && (!cue || cue.includes("confirm"))) return "denial";
  return cue && isOn(claim, text, party) ? cue : null;
}

/**
 * The act of a page's own party: that of the sentence nearest to the claim which nobody else says and which tells an act, or negates words of the
 * claim. Null for a page of others, and for one without such a sentence: it may make the claim itself.
 */
export function ownStatement(claim: string, reading: Reading): Omit<ReadResponse, "claim"> | null {
  const { document, reported } = reading;
  const name = ownerIn(document, claim);
  if (!name) return null;
  const party = partyWith(kindOfName(name), name, null);
  const analysis = analysisOf(document);
  const headline = headlinesOf(analysis);
  const isOthers = (index: number) =>
    analysis.statementsIn(index).some(({ speaker }) => speaker && !SELF.test(speaker.text) && !isSameParty(speaker.party, party));
  const [nearest] = analysis.sentences
    .flatMap(({ text: whole, start }, sentence) => {
      const text = withoutQuotations(whole);
      const count = shared(stemsOf(claim), stemsOf(text));
      const type = headline.has(sentence) || isOthers(sentence) ? null : ownActIn(text, claim, count, party, document.lang);
      return type ? [{ type, sentence, at: start, cue: null, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
  if (!nearest) return null;
  const response = responseOf(analysis, nearest, party, knownClaim(claim), reported);
  return { ...response, rule: "own statement", standing: "subject", publishedAt: document.publishedAt ?? UNKNOWN_TIME };
}
