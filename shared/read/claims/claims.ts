/** The propositions that a document asserts, reports or answers: rumours and allegations with their clause, hearsay, denied content. */

import { cueGrammarOf, english } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim } from "../../model/reading.ts";
import { once } from "../../text/once-per.ts";
import { spanOf } from "../../text/span.ts";
import { saySame, stemsOf } from "../../text/stem-overlap.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { WORDS } from "../attribution/phrases/word-classes.ts";
import { analysisOf } from "../attribution/statements.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { certaintyOf, hedgesIn } from "./certainty.ts";
import { withoutReportingTail } from "./clause-bounds.ts";
import { hasFiniteVerb } from "./finite-verb.ts";
import { claimsOfSentence, introducesClaim } from "./sentence-claims.ts";

const LEADING = new RegExp(
  `^(?:${english.grammar.claiming.standsForOther}|${english.grammar.naming.the} (?:${english.grammar.companyWords})(?! (?:${english.grammar.naming.notOf})\\b))\\b`,
  "i",
);
/** The text without stops at its end, and without a quotation mark at either end whose partner is not inside the text. */
function unquoted(words: string): string {
  const bare = words.replace(/(?<![,;.])[,;.]+$/, "");
  const opens = /^[“"'‘]/.test(bare) && !/[”"'’]/.test(bare.slice(1, -1));
  const closes = /[”"'’]$/.test(bare) && !/[“"'‘]/.test(bare.slice(1, -1));
  return bare.slice(opens ? 1 : 0, closes ? -1 : undefined).replace(/(?<![,;.])[,;.]+$/, "");
}

/** A self-contained proposition: its leading pronoun is replaced by the name of its antecedent. */
function selfContained(analysis: TextAnalysis, draft: { start: number; end: number; text: string | null }): string {
  const words = unquoted((draft.text ?? analysis.text.slice(draft.start, draft.end)).replace(/\s+/g, " ").trim());
  const pronoun = LEADING.exec(words)?.[0];
  if (!pronoun) return words;
  const owner = analysis.partyAt(pronoun, "", draft.start).name;
  if (!owner) return words;
  const at = words.indexOf(pronoun);
  return `${words.slice(0, at)}${owner}${WORDS.possessives.has(pronoun.toLowerCase()) ? "’s" : ""}${words.slice(at + pronoun.length)}`;
}

/** A passage that states a proposition, before it is completed and compared with other drafts. */
export interface Draft {
  start: number;
  end: number;
  sentence: number;
  /** Text to use instead of the passage's own words, if these are not self-contained. */
  text: string | null;
  attributedTo: Party | null;
  /** The introducing words show that the writer considers the proposition false. */
  refuted: boolean;
  /** The cue words, and the rule that matched them. */
  cue: Span;
  rule: string;
}

/** Maximum number of claims of one document: an article states few. */
const MAX_CLAIMS = 6;
/** How much of a claim is searched for hedges, in UTF-16 units. */
const MAX_HEDGE_PASSAGE = 1500;
/** Responses by which a claim is denied, corrected or withdrawn. */
const REFUTING: ReadonlySet<string> = new Set(["denial", "retraction", "correction", "apology", "takedown"]);

/** The responses of a text, searched for on first use. */
export interface AnswersInText {
  any(): boolean;
  /** Whether one of the responses denies a claim. */
  refuting(): boolean;
}

function answersIn(analysis: TextAnalysis, headline: Set<number>): AnswersInText {
  const found = once(() =>
    analysis.sentences
      .slice(0, MAX_SENTENCES)
      .flatMap(({ start, end }, i) => (headline.has(i) ? [] : responseCuesIn(analysis.text.slice(start, end), analysis.lang))),
  );
  return { any: () => found().length > 0, refuting: () => found().some(({ type }) => REFUTING.has(type)) };
}

/** The claims of an article, in text order. `headline`: the sentences of the title, which give no claim of their own. */
export function claimsIn(analysis: TextAnalysis, headline: Set<number>): ReadClaim[] {
  const kept: { draft: Draft; stems: ReadonlySet<string>; text: string }[] = [];
  for (const told of draftsIn(analysis, headline)) {
    // An admission, or a statement of an anonymous source, counts as a claim only in a text without other claims.
    if (kept.length && (told.rule === "owned" || (told.rule === "tell" && told.attributedTo?.kind === "anonymous"))) continue;
    const end = told.start + withoutReportingTail(analysis.text.slice(told.start, told.end)).length;
    const words = withoutReportingTail(told.text ?? analysis.text.slice(told.start, end));
    const draft = { ...told, end, text: told.text && words };
    const text = selfContained(analysis, draft);
    const stems = stemsOf(text);
    const isDenial = draft.text === null && responseCuesIn(text, analysis.lang).some((cue) => cue.type === "denial" && cue.start < 40);
    if (stems.size < 2 || isDenial) continue;
    if (!kept.some((other) => saySame(stems, other.stems))) kept.push({ draft, stems, text });
  }
  return kept.slice(0, MAX_CLAIMS).map(({ draft, text }) => claimOf(analysis, draft, text));
}

/** The words of the claims that a passage introduces as such ("rumours that …", "a post claiming that …"); it is only read if it has such words. */
export function claimsInPassage(text: string, lang: string): string[] {
  if (!introducesClaim(text, lang)) return [];
  const analysis = analysisOf({ text, lang, title: null, publishedAt: null, modifiedAt: null });
  const found = claimsIn(analysis, new Set()).map(({ quote }) => quote.text);
  // "Rumours of a leak": a phrase without a verb states nothing.
  return cueGrammarOf(lang) ? found : found.filter(hasFiniteVerb);
}

function draftsIn(analysis: TextAnalysis, headline: Set<number>): Draft[] {
  const answers = answersIn(analysis, headline);
  return analysis.sentences
    .slice(0, MAX_SENTENCES)
    .flatMap((sentence, index) => (headline.has(index) ? [] : claimsOfSentence(analysis, sentence, index, answers)));
}

/** Turns a draft into a claim. Hedges in the rest of its paragraph count for its certainty. */
function claimOf(analysis: TextAnalysis, draft: Draft, text: string): ReadClaim {
  const sentence = analysis.sentences[draft.sentence] as TokenSentence;
  const near = analysis.sentences.filter((s, i) => s.paragraph === sentence.paragraph && i >= draft.sentence);
  const hedges = hedgesIn(analysis.text.slice(sentence.start, near.at(-1)?.end ?? draft.end).slice(0, MAX_HEDGE_PASSAGE));
  const certainty = hedges.length ? "uncertain" : certaintyOf(sentence.text);
  return {
    text,
    quote: spanOf(analysis.text, draft.start, draft.end),
    stance: draft.refuted ? "deny" : "observe",
    certainty: certainty === "certain" ? "unstated" : certainty,
    hedges,
    attributedTo: draft.attributedTo,
    cue: draft.cue,
    rule: draft.rule,
  };
}
