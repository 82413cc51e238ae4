/** The words of an answer that its sentence quotes. */
import { cueGrammarOf, patternOf } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import type { ResponseType } from "../../model/response.ts";
import { quotations } from "../../text/quotations.ts";
import { wordCount } from "../../text/segment.ts";
import { spanOf } from "../../text/span.ts";
import { nameWords } from "../../timeline/party-names.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { hasPhrase } from "../gates/sources.ts";
import type { TokenSentence } from "../tokens.ts";

/** Words of a quotation that may be a name or a single term; what makes so few words an answer. */
const MAX_SCRAP_WORDS = 3;
const JUDGES = patternOf(
  ({ gates, cueGrammar, negation }) =>
    [gates?.response["untrue"], cueGrammar?.untrue, negation?.words].filter(Boolean).join("|") || undefined,
);
/** “first-year” in a denial is a term that the claim has, or part of a phrase that goes on: no words by which anything is denied. */
const isScrap = (words: string, after: string, claim: string) =>
  wordCount(words) <= MAX_SCRAP_WORDS &&
  !/\p{Script=Han}/u.test(words) &&
  !JUDGES.test(words) &&
  (/^ \p{Alpha}/u.test(after) || hasPhrase(claim, nameWords(words)));

/** Two capitalised words or more, with short ones between: a film or a channel in quotation marks, which nobody said. */
const NAME =
  /^[\p{Upper}\p{N}][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?(?: (?:\p{Lower}{1,3}\.? ){0,3}[\p{Upper}\p{N}&][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?)+$/u;
/** The words that the sentence quotes: each passage in quotation marks, without marks and closing comma or stop. A denial's say that something is not so, or are more than a few. */
export function quotesOf(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  said: LocatedStatement | null,
  { type, claim }: { type: ResponseType; claim: string },
): Span[] {
  const end = said ? Math.max(sentence.end, Math.min(said.content.end, sentence.end + 1500)) : sentence.end;
  const start = said ? Math.min(sentence.start, said.content.start) : sentence.start;
  return quotations(analysis.text.slice(start, end)).flatMap((q) => {
    // French sets a space inside its marks.
    const from = start + q.innerStart + (/^\s/.test(analysis.text[start + q.innerStart] ?? "") ? 1 : 0);
    const words = analysis.text.slice(from, start + q.innerEnd).replace(/(?<![.,;!?。，；\s])[.,;!?。，；\s]+$/u, "");
    if (type === "denial" && isScrap(words, analysis.text.slice(start + q.end), claim)) return [];
    const isName = !cueGrammarOf(analysis.lang)?.capitalNouns && NAME.test(words);
    const isSpeech = /\p{Alpha}/u.test(words) && !isName;
    return isSpeech ? [spanOf(analysis.text, from, from + words.length)] : [];
  });
}
