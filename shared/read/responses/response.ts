/** A response as a sentence reports it: its party, standing, day and quoted words. */

import { cueGrammarOf, english, NOTHING, packOf, patternOf, readingPackOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported, ReadResponse } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { oncePer } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { wordCount } from "../../text/segment.ts";
import { type Range, spanOf } from "../../text/span.ts";
import { hasPhrase, nameWords } from "../../timeline/party-names.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { blocksOf } from "../attribution/block-quotes.ts";
import { answeredTime } from "../dates/answered-time.ts";
import { wholeParty } from "../parties/full-name.ts";
import { isSameParty } from "../parties/same-party.ts";
import { standingOf } from "../parties/standing.ts";
import type { TokenSentence } from "../tokens.ts";

/** Quotations of at most this many words may be a name or a single term. Such words are a response only if they judge. */
const MAX_SCRAP_WORDS = 3;
const JUDGES = patternOf(
  ({ gates, cueGrammar, negation }) =>
    [gates?.response["untrue"], cueGrammar?.untrue, negation?.words].filter(Boolean).join("|") || undefined,
);
/** “first-year” in a denial is a term of the claim, or part of a longer phrase: these words deny nothing. */
const deniesNothing = (words: string, after: string, claim: string) =>
  (hasHan(words) && claim.includes(words)) ||
  (wordCount(words) <= MAX_SCRAP_WORDS &&
    !hasHan(words) &&
    !JUDGES.test(words) &&
    (/^ \p{Alpha}/u.test(after) || hasPhrase(claim, nameWords(words))));

const UTTERANCE = new RegExp(`\\b(?:${english.gates.response.says})\\b`, "i");
/** "“Untrue,” said the mayor, as Roe had said that it was “not likely”": whether words come after a quoted statement, and somebody says them. */
function isOfAnother(text: string, { cue, content }: LocatedStatement, at: number): boolean {
  const end = Math.max(content.end, cue?.end ?? 0);
  return end <= at && UTTERANCE.test(text.slice(end, at)) && quotations(text.slice(content.start, content.end)).length > 0;
}

/** Longest paragraph that is quoted as a whole. */
const MAX_QUOTE = 600;
/** Two or more capitalised words, with short ones between: the name of a film or a channel in quotation marks, which nobody said. */
const NAME =
  /^[\p{Upper}\p{N}][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?(?: (?:\p{Lower}{1,3}\.? ){0,3}[\p{Upper}\p{N}&][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?)+$/u;
/**
 * The words that the sentence quotes: each passage in quotation marks, without the marks and a comma or stop at its end. In a denial, a quotation
 * of a few words must say that something is not so.
 */
export function quotesOf(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  said: LocatedStatement | null,
  { type, claim }: { type: ResponseType; claim: string },
): Span[] {
  const end = said ? Math.max(sentence.end, Math.min(said.content.end, sentence.end + 1500)) : sentence.end;
  const start = said ? Math.min(sentence.start, said.content.start) : sentence.start;
  const quotes = quotations(analysis.text.slice(start, end)).flatMap((quotation) => {
    // French has a space inside its marks.
    const from = start + quotation.innerStart + (/^\s/.test(analysis.text[start + quotation.innerStart] ?? "") ? 1 : 0);
    const words = analysis.text.slice(from, start + quotation.innerEnd).replace(/(?<![.,;!?。，；\s])[.,;!?。，；\s]+$/u, "");
    if (said && isOfAnother(analysis.text, said, from)) return [];
    if (type === "denial" && deniesNothing(words, analysis.text.slice(start + quotation.end), claim)) return [];
    const isName = !cueGrammarOf(analysis.lang)?.capitalNouns && NAME.test(words);
    const isSpeech = /\p{Alpha}/u.test(words) && !isName;
    return isSpeech ? [spanOf(analysis.text, from, from + words.length)] : [];
  });
  const whole = wholeQuote(analysis, sentence, quotes);
  return whole ? [...quotes, whole] : quotes;
}

/** The paragraph after a sentence with a colon, if it contains the quoted words, which were cut from it. */
function wholeQuote(analysis: TextAnalysis, { end }: TokenSentence, quotes: readonly Span[]): Span | null {
  const block = blocksOf(analysis).find(({ intro }) => analysis.sentences[intro]?.end === end);
  if (!block || block.firstEnd - block.start > MAX_QUOTE) return null;
  const whole = spanOf(analysis.text, block.start, block.firstEnd);
  const isCutFrom = ({ start, text }: Span) => start < block.start && wordCount(text) > 1 && whole.text.includes(text);
  return quotes.some(isCutFrom) ? whole : null;
}

/** A claim that is known from elsewhere, in the form in which reading gives its own. */
export const knownClaim = (text: string, quote: Span = { text: "", start: 0, end: 0 }): ReadClaim => ({
  text,
  quote,
  stance: "observe",
  certainty: "unstated",
  hedges: [],
  attributedTo: null,
  cue: quote,
  rule: "known",
});

/** An act that a sentence reports: by a cue, or by the words at an offset of the text. */
interface ToldAct {
  type: ResponseType;
  sentence: number;
  cue: Range | null;
  at: number;
}
const pronounOf = oncePer((lang: string) => {
  const { he, it, self = NOTHING } = readingPackOf(lang).pronouns;
  return new RegExp(`^(?:${he}|${it}|${self})(?:['’]\\p{Alpha}{1,3})?$`, "iu");
});
/** A party that a text only calls "they" has no name. */
const withoutPronoun = (party: Party, lang: string): Party =>
  pronounOf(lang).test(party.name ?? party.description ?? "") ? { ...party, name: null, description: null } : party;

const articleBefore = oncePer((lang: string) => {
  const article = packOf(lang)?.parties?.subjectArticle;
  return article ? new RegExp(`(?<![\\p{Alpha}'’])(?:${article})(?:\\s|(?<=['’]))$`, "u") : null;
});
/** A party without a name as a passage calls it, with the article before it: "un portavoz del club", "la compañía". */
function withArticle(party: Party, passage: string, lang: string): Party {
  const { name, description } = party;
  const at = name === null && description ? passage.indexOf(description) : -1;
  const article = at > 0 ? articleBefore(lang)?.exec(passage.slice(0, at))?.[0] : undefined;
  return article ? { ...party, description: `${article[0]?.toLowerCase()}${article.slice(1)}${description}` } : party;
}

/** "Its editor, Ann Roe": whose editor she is, is told only if her sentence or the one before it names them. */
function withStatedAffiliation(party: Party, { sentences }: TextAnalysis): Party {
  const { kind, name, affiliation } = party;
  if (kind !== "person" || !name || !affiliation) return party;
  const isStated = sentences.some(({ text }, i) => text.includes(name) && `${sentences[i - 1]?.text ?? ""} ${text}`.includes(affiliation));
  return isStated ? party : { ...party, affiliation: null };
}

/** A response from the sentence, type and words of an act, and its party. */
export function responseOf(
  analysis: TextAnalysis,
  { type, sentence: index, cue, at }: ToldAct,
  actor: Party,
  claim: ReadClaim,
  reported: ReadReported[],
): Omit<ReadResponse, "claim"> {
  const sentence = analysis.sentences[index] as TokenSentence;
  const passage = spanOf(analysis.text, sentence.start, sentence.end);
  const party = withoutPronoun(wholeParty(analysis, actor), analysis.lang);
  const isPublisher = party.name !== null && [analysis.release?.name, analysis.publisher].includes(party.name);
  const isTheirs = ({ speaker }: LocatedStatement) => speaker !== null && isSameParty(speaker.party, actor);
  const said =
    analysis.statementsIn(index).find(isTheirs) ??
    // "…," she said. "It has never …": the sentence before has the speaker.
    analysis.statementsIn(index - 1).find((one) => isTheirs(one) && one.content.end > sentence.start) ??
    null;
  return {
    type,
    actor: withArticle(withStatedAffiliation(party, analysis), passage.text, primaryTag(analysis.lang)),
    standing: standingOf({ party, claim, reported, title: analysis.title, passage: passage.text, type }),
    quotes: quotesOf(analysis, sentence, said, { type, claim: claim.text }),
    cue: cue ? spanOf(analysis.text, sentence.start + cue.start, sentence.start + cue.end) : spanOf(analysis.text, at, at),
    rule: "fitted",
    passage,
    url: null,
    // The publisher of a page answers when the page is published.
    publishedAt: (isPublisher ? analysis.writtenAt(sentence.start) : null) ?? answeredTime(analysis, index, type),
  };
}
