/** Finds the claim that a response is about. */

import { anyLanguage, chinese, english, patternOf, patternsIn, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadClaim } from "../../model/reading.ts";
import { saysNothing } from "../../model/response.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { describedAs } from "../parties/same-party.ts";
import type { TokenSentence } from "../tokens.ts";
import type { ResponseCue } from "./response-cues.ts";

/** Anaphoric words that refer to an earlier claim. */
export const ANAPHOR = new RegExp(`${anyLanguage(({ claims }) => claims?.anaphor)}|${chinese.chinese.rumourNouns}`, "iu");
const ANSWERING = patternsIn(english.grammar.answering);
const [THIS_TIME, IT_OR_THAT] = (["thisTime", "itOrThat"] as const).map((key) => wholeWords(english.grammar.answering[key])) as [
  RegExp,
  RegExp,
];
const POST = patternOf(({ claims }) => claims?.postNouns);

/** A response is about a claim if it has two of its stems, or hardly any stems besides the party's: "“That is not true,” said …". */
const MIN_SHARED_STEMS = 2;
const MAX_OTHER_STEMS = 3;
/** Whether the words of a party's act are about a claim, or name nothing that they are about. */
export function isOn(claim: string, words: string, party: Party): boolean {
  const said = stemsOf(words);
  const who = stemsOf(describedAs(party).join(" "));
  const common = shared(said, stemsOf(claim), who);
  return common >= MIN_SHARED_STEMS || said.size - common - shared(said, who) <= MAX_OTHER_STEMS;
}

/** Index of the claim that a response is about, or -1: by shared words, by the antecedent of "the allegation", or by the author of the claim. */
export function targetOf(claims: ReadClaim[], party: Party, sentence: TokenSentence, cue: ResponseCue): number {
  const words = sentence.text;
  const without = stemsOf([party.name, party.affiliation].filter(Boolean).join(" "));
  const stems = stemsOf(words);
  const scores = claims.map((claim) => shared(stemsOf(`${claim.text} ${claim.quote.text}`), stems, without));
  const best = Math.max(...scores);
  const around = words.slice(Math.max(0, cue.start - 60)).replace(THIS_TIME, "");
  // "Confirmed that it had closed", "confirmed the dam was intact": the complement is what was confirmed. It is the
  // claim only if it has the claim's words.
  const other = cue.type === "confirmation" && ANSWERING.confirms.test(cue.text) && ANSWERING.confirmed.test(words.slice(cue.end));
  const before = claims.map((claim) => claim.quote.start < sentence.start);
  const anaphor = ANAPHOR.test(other ? around.replace(IT_OR_THAT, "") : around);
  if (best >= 2 || (best === 1 && !other && (anaphor || cue.type === "explanation" || claims.length === 1))) {
    const tied = scores.flatMap((score, i) => (score === best ? [i] : []));
    if (tied.length === 1) return tied[0] as number;
    if (best >= 2) return tied.findLast((i) => before[i]) ?? (tied[0] as number);
  }
  if (ANSWERING.rumourPlurals.test(words) || anaphor || saysNothing(cue.type) || cue.type === "investigation") return 0;
  if (
    (cue.type === "takedown" || cue.type === "label" || cue.type === "retraction" || cue.type === "correction" || cue.type === "apology") &&
    (POST.test(words) || party.kind !== "unknown")
  )
    return 0;
  return -1;
}
