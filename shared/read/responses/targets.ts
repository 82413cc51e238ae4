/** Finds the claim that an answer is about. */

import { anyLanguage, chinese, english, patternOf, patternsIn, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadClaim } from "../../model/reading.ts";
import { saysNothing } from "../../model/response.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { isAuthor } from "../parties/same-party.ts";
import type { TokenSentence } from "../tokens.ts";
import type { ResponseCue } from "./response-cues.ts";

/** Anaphoric words that refer to an earlier claim. */
export const ANAPHOR = new RegExp(`${anyLanguage(({ claims }) => claims?.anaphor)}|${chinese.chinese.rumourNouns}`, "iu");
const ANSWERING = patternsIn(english.grammar.answering);
const [THIS_TIME, IT_OR_THAT] = (["thisTime", "itOrThat"] as const).map((key) => wholeWords(english.grammar.answering[key])) as [
  RegExp,
  RegExp,
];
/** Acts by which the author of a claim gives ground. */
const GIVES_GROUND = new Set(["clarification", "correction", "retraction", "apology"]);
const POST = patternOf(({ claims }) => claims?.postNouns);

/**
 * Index of the claim that an answer is about, or -1: by shared words, by the antecedent of "the allegation", or by the author of the
 * claim.
 */
export function targetOf(claims: ReadClaim[], party: Party, sentence: TokenSentence, cue: ResponseCue): number {
  const words = sentence.text;
  const without = stemsOf([party.name, party.affiliation].filter(Boolean).join(" "));
  const stems = stemsOf(words);
  const own = (claim: ReadClaim) => shared(without, stemsOf(claim.text)) > 0;
  const inside = claims.findIndex((claim) => claim.quote.start >= sentence.start + cue.start && claim.quote.start < sentence.end);
  if (inside >= 0 && (cue.type === "denial" || cue.type === "confirmation" || cue.type === "partial_confirmation")) return inside;
  const scores = claims.map((claim) => shared(stemsOf(`${claim.text} ${claim.quote.text}`), stems, without));
  const best = Math.max(...scores);
  const around = words.slice(Math.max(0, cue.start - 60)).replace(THIS_TIME, "");
  // "Confirmed that it had closed", "confirmed the dam was intact": the complement says what is confirmed, and is the claim only if it
  // shares its words.
  const other = cue.type === "confirmation" && ANSWERING.confirms.test(cue.text) && ANSWERING.confirmed.test(words.slice(cue.end));
  const before = claims.map((claim) => claim.quote.start < sentence.start);
  const recent = before.lastIndexOf(true);
  const anaphor = ANAPHOR.test(other ? around.replace(IT_OR_THAT, "") : around);
  if (best >= 2 || (best === 1 && !other && (anaphor || cue.type === "explanation" || claims.length === 1))) {
    const tied = scores.flatMap((score, i) => (score === best ? [i] : []));
    if (tied.length === 1) return tied[0] as number;
    if (best >= 2) return tied.findLast((i) => before[i]) ?? (tied[0] as number);
  }
  const author = claims.findIndex((claim) => isAuthor(claim.attributedTo, party));
  if (author >= 0 && GIVES_GROUND.has(cue.type)) return author;
  if (recent < 0 && !own(claims[0] as ReadClaim) && !anaphor) return -1;
  const owned = claims.findIndex((claim, i) => before[i] && own(claim));
  if (cue.type === "explanation" && recent >= 0) return recent;
  if (cue.type === "right_of_reply" && owned >= 0) return owned;
  if (ANSWERING.rumourPlurals.test(words) || anaphor || saysNothing(cue.type) || cue.type === "investigation") return Math.max(owned, 0);
  if (
    (cue.type === "takedown" || cue.type === "label" || cue.type === "retraction" || cue.type === "correction" || cue.type === "apology") &&
    (POST.test(words) || party.kind !== "unknown")
  )
    return 0;
  return -1;
}
