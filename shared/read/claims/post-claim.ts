/** The claim of a post or comment: its most informative sentence. */

import { anyLanguage, patternOf } from "../../lang/index.ts";
import type { ReadClaim } from "../../model/reading.ts";
import type { Stance } from "../../model/sighting.ts";
import { postWords } from "../../text/posts/words.ts";
import { spanOf } from "../../text/span.ts";
import { stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { QUESTION_WORDS } from "../stance/words.ts";
import { certaintyOf, hedgesIn } from "./certainty.ts";

const QUESTION = new RegExp(
  `[?？]\\s*$|^(?:${[...QUESTION_WORDS].join("|")})\\b[^.]*[?？]|${anyLanguage(({ claims }) => claims?.asksIfTrue)}`,
  "iu",
);
const CALLED_FALSE = patternOf(({ claims }) => claims?.calledFalse);
/** Minimum number of stems in a sentence that states a claim; a shorter one cannot be traced. */
const MIN_STEMS = 3;

/** A list of at most one claim; empty if no sentence of the post could be one. */
export function claimsOfPost(analysis: TextAnalysis): ReadClaim[] {
  let best: ReadClaim | null = null;
  let score = 0;
  for (const sentence of analysis.sentences.slice(0, 40)) {
    const raw = sentence.text.slice(0, 1000);
    const text = postWords(raw).replace(/\s+/gu, " ");
    const stems = stemsOf(text);
    const numbers = text.match(/\d[\d.,]*/g)?.length ?? 0;
    const names = text.match(/\s\p{Upper}[\p{Alpha}]+/gu)?.length ?? 0;
    const question = QUESTION.test(text);
    const value = stems.size + numbers + names * 0.5 - (question ? 3 : 0) + (sentence.start === 0 ? 0.5 : 0);
    if (stems.size < MIN_STEMS || value <= score) continue;
    const isDenied = responseCuesIn(text, analysis.lang).some((cue) => cue.type === "denial") || CALLED_FALSE.test(text);
    const stated: Stance = isDenied ? "deny" : "support";
    score = value;
    best = {
      text,
      quote: spanOf(analysis.text, sentence.start, sentence.end),
      stance: question ? "query" : stated,
      certainty: certaintyOf(text),
      hedges: hedgesIn(text),
      attributedTo: null,
      cue: spanOf(analysis.text, sentence.start, sentence.end),
      rule: "sentence",
    };
  }
  return best ? [best] : [];
}
