/** The claim of a post or comment: its most informative sentence, without hashtags, mentions and links. */

import { patternOf, sourcesOf } from "../../lang/index.ts";
import type { ReadClaim } from "../../model/reading.ts";
import type { Stance } from "../../model/sighting.ts";
import { spanOf } from "../../text/span.ts";
import { stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { certaintyOf, hedgesIn } from "./certainty.ts";

const sourceOf = (key: "breaking" | "asksIfTrue") => {
  const { spaced, unspaced } = sourcesOf(({ claims }) => claims?.[key]);
  return `${spaced}|${unspaced}`;
};
const BOILERPLATE = new RegExp(
  `https?:\\/\\/\\S+|www\\.\\S+|(?:^|\\s)(?:RT\\s+)?@[\\p{L}\\p{N}_.-]+:?|#(?=[\\p{L}\\p{N}_])|^\\s*(?:${sourceOf("breaking")})\\s*[:：|-]\\s*|\\p{Extended_Pictographic}\\uFE0F?|\\u200D`,
  "giu",
);
const QUESTION = new RegExp(
  `[?？]\\s*$|^(?:is|are|was|were|did|does|do|has|have|can|could|who|what|why|how|when|where|anyone|any)\\b[^.]*[?？]|(?<!\\p{L})(?:${sourceOf("asksIfTrue")})`,
  "iu",
);
const CALLED_FALSE = patternOf(({ claims }) => claims?.calledFalse);
/** Fewest words of a sentence that carries a claim: a shorter one cannot be traced. */
const MIN_STEMS = 3;

/** A list of at most one claim: empty where no sentence of the post could be a claim. */
export function claimsOfPost(analysis: TextAnalysis): ReadClaim[] {
  let best: ReadClaim | null = null;
  let score = 0;
  for (const sentence of analysis.sentences.slice(0, 40)) {
    const raw = analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
    const text = raw.replace(BOILERPLATE, " ").replace(/\s+/gu, " ").trim();
    const stems = stemsOf(text);
    const numbers = text.match(/\d[\d.,]*/g)?.length ?? 0;
    const names = text.match(/\s\p{Lu}[\p{L}]+/gu)?.length ?? 0;
    const question = QUESTION.test(text);
    const value = stems.size + numbers + names * 0.5 - (question ? 3 : 0) + (sentence.start === 0 ? 0.5 : 0);
    if (stems.size < MIN_STEMS || value <= score) continue;
    const denied = responseCuesIn(text, analysis.lang).some((cue) => cue.type === "denial") || CALLED_FALSE.test(text);
    const stance: Stance = question ? "query" : denied ? "deny" : "support";
    score = value;
    best = {
      text,
      quote: spanOf(analysis.text, sentence.start, sentence.end),
      stance,
      certainty: certaintyOf(text),
      hedges: hedgesIn(text),
      attributedTo: null,
      cue: spanOf(analysis.text, sentence.start, sentence.end),
      rule: "sentence",
    };
  }
  return best ? [best] : [];
}
