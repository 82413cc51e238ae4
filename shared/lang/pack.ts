import type { ResponseType } from "../model/response.ts";
import type { CueWords } from "./pack/attribution.ts";
import type { ClaimWords, HedgingWords, WordingWords } from "./pack/claims.ts";
import type { NumberWords, TimeWords } from "./pack/dates.ts";
import type { ComparisonWords, Stemming } from "./pack/matching.ts";
import type { BoilerplateForms, BoilerplateKind, Labels, PageWords, WallKind } from "./pack/pages.ts";
import type { PartyWords, Pronouns } from "./pack/parties.ts";
import type { NegationWords, OwnCorrectionWords, StatementWords } from "./pack/responses.ts";
import type { MentionWords, SourceCues, SourceWords } from "./pack/sources.ts";
import type { HeadlineWords } from "./pack/stance.ts";

/**
 * What is known of a language, as data. To add a language: write its file, add it to index.ts; every section is optional.
 * There are three kinds of strings: *lists* are words separated by spaces, *groups* are such lists separated by semicolons, and *sources* are
 * sources of regular expressions. Sources match whole words in any case unless their comment says otherwise. Plain parentheses in a source
 * capture nothing: index.ts makes them groups.
 */
export interface LanguagePack {
  /** BCP 47 primary tag. */
  tag: string;
  /** Source of abbreviations that have a full stop within a sentence (titles, months), with and without it. */
  abbreviations?: string;
  /** Source of abbreviations that are such only before a number: "No. 5". */
  beforeNumber?: string;
  /** Words that introduce a reported clause, with the space after them. */
  leadsIn?: string;
  /** Sources of what stands behind or before an apostrophe for a whole word: "we've", "'til". */
  contractions?: { behind: string; before: string };
  /** Forms of companies with a full stop, which may also end a sentence. */
  companyForms?: string;
  /** Words before a day of the month, where a full stop follows the day. */
  beforeDay?: string;
  /** Source of letters that few languages have: one of them is better evidence than many trigrams of a short post. */
  letters?: string;
  /** Source of words that distinguish it from other languages of its script. */
  markers?: string;
  /** Words are written without spaces between them, so sources do not match whole words. */
  unspaced?: true;
  /** List of function words, as written. They show the language of a short text. */
  commonWords?: string;
  /** List of folded words too common to find a claim by, if it differs from `commonWords`. */
  stopWords?: string;
  /** List of folded negations: they are compared, though they are common. */
  negations?: string;
  /** Groups of forms that stemming does not join, the base form first in each. */
  irregularForms?: string;
  /** Groups of two words that turn a statement into its opposite if one replaces the other. */
  opposites?: string;
  /** List of words of reporting, believing and denying. They introduce a statement and are no part of it. */
  reportingWords?: string;
  /** Light stemming of folded words without accents. */
  stems?: Stemming;
  /** Months, weekdays and other times. */
  time?: TimeWords;
  /** Numbers in words. */
  numbers?: NumberWords;
  /** How sure something is. */
  hedging?: HedgingWords;
  /** Words for a party or thing that was named before. */
  pronouns?: Pronouns;
  /** Who a noun phrase names. */
  parties?: PartyWords;
  /** How a text names its own kind. */
  statements?: StatementWords;
  /** How a text says "not". */
  negation?: NegationWords;
  /** Words at the beginning and the end of a claim. */
  claims?: ClaimWords;
  /** Where a claim appeared. */
  mentions?: MentionWords;
  /** Labels of the paragraphs of a fact check. */
  labels?: Labels;
  /** Words of crediting. */
  sources?: SourceWords;
  /** What comparison of two wordings looks for: a hedge or a negation that is added or dropped changes the meaning. */
  comparison?: ComparisonWords;
  /** Labels and lines of pages. */
  page?: PageWords;
  /**
   * Sources of sentences on a page that only keeps its reader out, by why: whole sentences, not words that an article
   * may have. `.` matches line ends.
   */
  wall?: Partial<Record<WallKind, string>>;
  /** Lines of a saved page that are not part of the article, by kind: see shared/html/boilerplate-lines.ts. */
  boilerplate?: Partial<Record<BoilerplateKind, BoilerplateForms>>;
  /** Sources that express a response, by its type in shared/responses. */
  responses?: Partial<Record<ResponseType, string[]>>;
  /** How people put right or take back what they posted themselves. */
  ownCorrections?: OwnCorrectionWords;
  /** Whether a sentence can word a claim. */
  wording?: WordingWords;
  /** The stance of a headline to a claim that it names. English has fitted models instead. */
  headline?: HeadlineWords;
  /** Phrases that the fitted models of stance count: folded words, separated by commas. Each class is a feature of its name. English only. */
  stanceCues?: object;
  /** English only: sources that the fitted gate of responses counts, by the name of the feature, and sources about a party near an act. */
  gates?: Record<"response" | "party" | "rolePhrase", Record<string, string>>;
  /** Signs of a source around a name, which fitted models count. */
  sourceCues?: SourceCues;
  /** English only: it is read by word order. */
  grammar?: object;
  /** For languages that are read by their verbs of saying. */
  cueGrammar?: CueWords;
  /** Chinese only. */
  chinese?: Record<string, string>;
  /** Chinese only: names of places, and surnames. */
  names?: Record<string, string>;
  /** For a language that capitalises all nouns: prepositions after which a noun without an article is a name. */
  beforeNames?: string;
}
