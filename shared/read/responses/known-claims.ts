/** Answers to claims that a text is known to make, although claim detection does not find them in its words. */

import { DAY } from "../../durations.ts";
import { correctionsIn } from "../../html/notices.ts";
import { chinese, cueGrammarOf, packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse } from "../../model/reading.ts";
import { type ResponseType, saysNothing } from "../../model/response.ts";
import { UNKNOWN_TIME } from "../../model/time.ts";
import { oncePer } from "../../text/once-per.ts";
import { quotations, withoutQuotations } from "../../text/quotations.ts";
import { overlap, type Range, spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { noticeDay } from "../dates/writing-time.ts";
import { standingOf } from "../parties/standing.ts";
import { refuses, saysNot } from "./implicit-denials.ts";
import { responsesIn } from "./responses.ts";

/** A claim, and the passage of the text that makes it. */
interface KnownClaim {
  text: string;
  passage: string;
}

/** A claim that is known from elsewhere, as reading gives one that it finds. */
export const knownClaim = (text: string, quote: Span): ReadClaim => ({
  text,
  quote,
  stance: "observe",
  certainty: "unstated",
  hedges: [],
  attributedTo: null,
  cue: quote,
  rule: "known",
});

/** An answer must mention the claim: two of its words, or hardly any other word beside the speaker ("“That is not true,” said …"). */
const MIN_SHARED_STEMS = 2;
const MAX_OTHER_STEMS = 3;
const POINTS_BACK = new RegExp(chinese.pronouns.pointing, "u");
/** An act this long before its document, in ms, answered something else. */
const EARLIER_MS = 7 * DAY;
/** "That is nonsense.": a quotation this short that begins with a pronoun is of what the text is about. */
const MAX_SHORT = 40;
const MAX_POINTING = 10;
const pointing = oncePer((lang: string) => {
  const { anaphora, subject } = cueGrammarOf(lang) ?? {};
  return anaphora === undefined ? null : new RegExp(`^(?:${anaphora}|${subject})\\s`, "iu");
});
/** How far before its participle an auxiliary may stand, in UTF-16 units. */
const MAX_AUXILIARY = 40;
/** What shows that nothing stands behind a verb that it could be about: "Nortia smentisce e dice". German may have it before its verb. */
const withoutObject = oncePer((lang: string) => {
  const grammar = cueGrammarOf(lang);
  return grammar && !grammar.capitalNouns
    ? new RegExp(`^(?: (?:${grammar.adverbs}))?\\s*(?:[.;:!?,]|$|(?:${grammar.and})(?!\\p{Alpha}))`, "iu")
    : null;
});
const pastPerfect = oncePer((lang: string) => {
  const source = cueGrammarOf(lang)?.pastPerfect;
  return source === undefined ? null : wholeWords(source, "iu");
});
/** Types of act that seldom repeat the words of the claim. */
const MAY_NAME_NOTHING: ReadonlySet<string> = new Set(["apology", "label", "takedown", "investigation"]);

function speaksOf({ passage, actor, cue }: ReadResponse, claim: string, lang: string): boolean {
  // «Nortia denies that it closed the plant», wrote Ann Roe: here the quoted words tell the act.
  const at = cue.start - passage.start;
  const isQuoted = !lang.startsWith("en") && cue.text !== "" && quotations(passage.text).some(({ start, end }) => start <= at && at < end);
  const plain = isQuoted ? passage.text : withoutQuotations(passage.text);
  const said = stemsOf(plain);
  const who = stemsOf([actor.name, actor.description, actor.role, actor.affiliation].filter(Boolean).join(" "));
  const common = shared(said, stemsOf(claim), who);
  return common >= MIN_SHARED_STEMS || said.size - common - shared(said, who) <= MAX_OTHER_STEMS || POINTS_BACK.test(plain);
}

/**
 * Whether an answer without words of the claim may still be to it, in a text about the claim: the answer has no content, or it names "the
 * reports". Not in English, where fitted models read articles.
 */
function mayMean(
  { type, cue, passage, publishedAt, quotes, standing }: ReadResponse,
  { lang, publishedAt: day }: Reading["document"],
): boolean {
  const pack = packOf(lang);
  if (!pack?.claims?.anaphor || pack.tag === "en") return false;
  if (publishedAt.latest !== null && day?.earliest && publishedAt.latest < day.earliest - EARLIER_MS) return false;
  if (saysNothing(type) || MAY_NAME_NOTHING.has(type)) return true;
  // Whom the claim is about denies; but "En octubre Nortia negó", "Nortia avait démenti" tell of an earlier act.
  const at = cue.start - passage.start;
  const isEarlier =
    publishedAt.latest !== null || pastPerfect(lang)?.test(passage.text.slice(Math.max(0, at - MAX_AUXILIARY), at + cue.text.length));
  if (type === "denial" && standing === "subject" && (quotes.length > 0 || isEarlier === false)) return true;
  if (type === "denial" && isEarlier === false && withoutObject(lang)?.test(passage.text.slice(at + cue.text.length))) return true;
  if (quotes.some(({ text }) => text.length <= MAX_SHORT && (pointing(lang) ?? POINTS_BACK).test(text.slice(0, MAX_POINTING)))) return true;
  return wholeWords(pack.claims.anaphor, "iu", pack.unspaced).test(passage.text);
}

/**
 * The responses of a text that was read with these claims, and their indices. `claims` are other claims that the text may answer; a
 * release is its sender's own words. A text without any answer costs nothing.
 */
export function responsesToKnown(
  known: readonly KnownClaim[],
  { document, reported }: Pick<Reading, "document" | "reported">,
  claims: readonly ReadClaim[],
  isRelease = false,
): ReadResponse[] {
  if (!known.length) return [];
  const { text, lang, title, site, publishedAt } = document;
  const analysis = { ...analysisOf(document), ...(isRelease ? { release: { site } } : { publisher: site }) };
  const own = known.map((claim): ReadClaim => {
    const start = Math.max(0, text.indexOf(claim.passage));
    return knownClaim(claim.text, spanOf(text, start, text.startsWith(claim.passage, start) ? start + claim.passage.length : start));
  });
  const others = lang.startsWith("en") ? claims : [];
  const cued = responsesIn(analysis, [...others, ...own], reported, headlinesOf(analysis, title));
  const answers = cued.flatMap((answer) => {
    const claim = answer.claim - others.length;
    const to = known[claim];
    return to && (speaksOf(answer, to.text, lang) || mayMean(answer, document)) ? [{ ...answer, claim }] : [];
  });
  if (lang.startsWith("en")) return answers;
  if (isRelease)
    return own.flatMap((claim, i) => [...answers.filter((one) => one.claim === i), ...plainAnswers(analysis, claim, i, answers, reported)]);
  const notices = correctionsIn(text, own, site, publishedAt, (words) => noticeDay(words, document)).filter(
    (notice) => !answers.some(({ type, passage }) => type === notice.type && overlap(passage, notice.passage)),
  );
  return [...answers, ...notices];
}

/**
 * The sentence of a sender's statement that answers a claim without a response cue: its first denial, else one sentence if no other in
 * the statement answers.
 */
function plainAnswers(
  analysis: TextAnalysis,
  claim: ReadClaim,
  index: number,
  answers: readonly ReadResponse[],
  reported: ReadReported[],
): ReadResponse[] {
  const { text, lang, title } = analysis;
  const party = issuerOf(analysis);
  if (!party) return [];
  const wanted = stemsOf(claim.text);
  const who = stemsOf([party.name, party.description, party.affiliation].filter(Boolean).join(" "));
  const isTheirs = (sentence: Range, i: number) =>
    !answers.some(({ passage }) => overlap(passage, sentence)) && !analysis.statementsIn(i).some(({ speaker }) => speaker);
  const denied = answers.some(({ type }) => type === "denial")
    ? undefined
    : analysis.sentences.find((one, i) => isTheirs(one, i) && refuses(claim.text, text.slice(one.start, one.end), lang));
  const plain = analysis.sentences.find(({ start, end }) => shared(stemsOf(text.slice(start, end)), wanted, who) >= MIN_SHARED_STEMS);
  const sentence = denied ?? (answers.length ? undefined : plain);
  if (!sentence) return [];
  const passage = spanOf(text, sentence.start, sentence.end);
  return [answerOf(denied || saysNot(passage.text) ? "denial" : "clarification", party, passage, claim, index, reported, title)];
}

function answerOf(
  type: ResponseType,
  actor: Party,
  passage: ReadResponse["passage"],
  claim: ReadClaim,
  index: number,
  reported: ReadReported[],
  title: string | null,
): ReadResponse {
  return {
    claim: index,
    type,
    actor,
    standing: standingOf(actor, claim, reported, title, passage.text),
    quotes: [],
    cue: { text: "", start: passage.start, end: passage.start },
    rule: "plain",
    passage,
    url: null,
    publishedAt: UNKNOWN_TIME,
  };
}
