import type { ResponseType } from "../model/response.ts";
import type { CueWords } from "./pack/attribution.ts";
import type { ClaimWords, HedgingWords, WordingWords } from "./pack/claims.ts";
import type { NumberWords, TimeWords } from "./pack/dates.ts";
import type { ComparisonWords, Stemming } from "./pack/matching.ts";
import type { BoilerplateForms, BoilerplateKind, Labels, PageWords, WallKind } from "./pack/pages.ts";
import type { PartyWords, Pronouns } from "./pack/parties.ts";
import type { NegationWords, StatementWords } from "./pack/responses.ts";
import type { MentionWords, SourceCues, SourceWords } from "./pack/sources.ts";
import type { HeadlineWords } from "./pack/stance.ts";

/**
 * What Whence knows of a language, as data. To add a language: write its file, add it to index.ts; every section is optional.
 *
 * Three kinds of strings: *lists* are words parted by spaces, *groups* such lists parted by semicolons; *sources* are sources of regular expressions,
 * matched whole-word and case-insensitive unless their comment says otherwise. Plain parentheses in a source capture nothing: index.ts makes them groups.
 */
export interface LanguagePack {
  /** BCP 47 primary tag. */
  tag: string;
  /** Source of what is written with a full stop that ends no sentence, without it and as it is written: titles, months. */
  abbreviations?: string;
  /** Source of what is written so before a number alone: "No. 5". */
  beforeNumber?: string;
  /** What leads in to a clause that is told, with the space behind it. */
  leadsIn?: string;
  /** Forms of companies that are written so: their full stop may end a sentence. */
  companyForms?: string;
  /** What stands before a day of the month, which is written with a full stop. */
  beforeDay?: string;
  /** Source of letters that few languages use: one of them says more than many trigrams of a short post. */
  letters?: string;
  /** Source of words that tell it from other languages of its script. */
  markers?: string;
  /** Words are written without spaces between them, so no source is matched whole-word. */
  unspaced?: true;
  /** List of words that hold sentences together, as they are written. They tell the language of a short text. */
  commonWords?: string;
  /** List of folded words too common to find a claim by, where it is not `commonWords`. */
  stopWords?: string;
  /** List of folded words that negate: they are compared, though they are common. */
  negations?: string;
  /** Groups of forms that no stemmer brings together, the base form first in each. */
  irregularForms?: string;
  /** Groups of two words that turn a statement into its opposite when one stands for the other. */
  opposites?: string;
  /** List of words of reporting, believing and denying: they are about a statement, and no part of it. */
  reportingWords?: string;
  /** Light stemming of folded words without accents. */
  stems?: Stemming;
  /** Months, weekdays and other times. */
  time?: TimeWords;
  /** Numbers in words. */
  numbers?: NumberWords;
  /** How sure something is. */
  hedging?: HedgingWords;
  /** What stands for a party or a thing named before. */
  pronouns?: Pronouns;
  /** Who a noun phrase names. */
  parties?: PartyWords;
  /** How a text says what it is. */
  statements?: StatementWords;
  /** How a text says "not". */
  negation?: NegationWords;
  /** What introduces and ends a claim. */
  claims?: ClaimWords;
  /** Where a claim appeared. */
  mentions?: MentionWords;
  /** Labels of the paragraphs of a fact check. */
  labels?: Labels;
  /** Whom a text credits. */
  sources?: SourceWords;
  /** What is compared of two wordings of one text: a hedge or a negation that goes or comes changes its sense. */
  comparison?: ComparisonWords;
  /** Labels and lines of pages. */
  page?: PageWords;
  /** Sources of sentences on a page that only keeps its reader out, by why: whole sentences, not words that an article may have. `.` matches line ends. */
  wall?: Partial<Record<WallKind, string>>;
  /** Lines of a saved page that are not the article, by kind: see shared/html/boilerplate-lines.ts. */
  boilerplate?: Partial<Record<BoilerplateKind, BoilerplateForms>>;
  /** Sources that show a response, by its type in shared/responses. */
  responses?: Partial<Record<ResponseType, string[]>>;
  /** Whether a sentence can word a claim. */
  wording?: WordingWords;
  /** What a headline says of a claim that it names. In English fitted models tell. */
  headline?: HeadlineWords;
  /** What the fitted models of stance count: phrases of folded words, parted by commas; a class of each name is a feature. English alone. */
  stanceCues?: object;
  /** English alone: sources that the fitted gate of responses counts, by the name of the feature, and those about a party near an act. */
  gates?: Record<"response" | "party" | "rolePhrase", Record<string, string>>;
  /** Signs of a source around a name, which fitted models count. */
  sourceCues?: SourceCues;
  /** English alone: it is read by word order. */
  grammar?: object;
  /** Languages that are read by their words of saying. */
  cueGrammar?: CueWords;
  /** Chinese alone. */
  chinese?: Record<string, string>;
  /** Chinese alone: names of places, and surnames. */
  names?: Record<string, string>;
  /** Of a language that writes all nouns with capitals: prepositions behind which one without an article is a name. */
  beforeNames?: string;
}
