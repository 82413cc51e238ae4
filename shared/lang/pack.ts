import type { ResponseType } from "../model/response.ts";

/**
 * What Whence knows of a language, as data. To add a language: write its file, add it to index.ts; every section is optional.
 *
 * Two kinds of strings: *lists* are words parted by spaces; *sources* are sources of regular expressions, matched whole-word and case-insensitive
 * unless their comment says otherwise. Plain parentheses in a source capture nothing: index.ts makes them groups.
 */
export interface LanguagePack {
  /** BCP 47 primary tag. */
  tag: string;
  /** Source of what is written with a full stop that ends no sentence, without it and as it is written: titles, months. */
  abbreviations?: string;
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
  /** Forms that no stemmer brings together: groups parted by semicolons, the base form first in each. */
  irregularForms?: string;
  /** Pairs of words that turn a statement into its opposite when one stands for the other, parted by semicolons. */
  opposites?: string;
  /** List of words of reporting, believing and denying: they are about a statement, and no part of it. */
  reportingWords?: string;
  /** Light stemming of folded words without accents. */
  stems?: Stemming;
  time?: TimeWords;
  numbers?: NumberWords;
  hedging?: HedgingWords;
  pronouns?: Pronouns;
  parties?: PartyWords;
  statements?: StatementWords;
  negation?: NegationWords;
  claims?: ClaimWords;
  mentions?: MentionWords;
  labels?: Labels;
  sources?: SourceWords;
  /** What is compared of two wordings of one text: a hedge or a negation that goes or comes changes its sense. */
  comparison?: ComparisonWords;
  page?: PageWords;
  /** Sources of sentences on a page that only keeps its reader out, by why: whole sentences, not words that an article may have. `.` matches line ends. */
  wall?: Partial<Record<WallKind, string>>;
  /** Lines of a saved page that are not the article, by kind: see shared/html/boilerplate-lines.ts. */
  boilerplate?: Partial<Record<BoilerplateKind, BoilerplateForms>>;
  /** Sources that show a response, by its type in shared/responses. */
  responses?: Partial<Record<ResponseType, string[]>>;
  wording?: WordingWords;
  stance?: StanceWords;
  /** What the fitted models of stance count: phrases of folded words, parted by commas; a class of each name is a feature. English and Chinese alone. */
  stanceCues?: object;
  /** English alone: sources that the fitted gate of responses counts, by the name of the feature, and those about a party near an act. */
  gates?: { response: Record<string, string>; party: Record<string, string> };
  sourceCues?: SourceCues;
  /** English alone: it is read by word order. */
  grammar?: object;
  /** Languages that are read by their words of saying. */
  cueGrammar?: CueWords;
  /** Chinese alone. */
  chinese?: Record<string, string>;
  names?: Record<string, string>;
  /** Of a language that writes all nouns with capitals: prepositions behind which one without an article is a name. */
  beforeNames?: string;
}

/** How a text stands to a claim: sources. */
interface StanceWords {
  /** Labels before a text that call it false, and "no". */
  label: string;
  no?: string;
  /** How it is asked whether something is so, with or without a question mark. */
  asks: string;
  /** A negation with the word that it negates as the group `first`, and the one after as `second`. */
  negates: string;
  /** What, just before a word, turns it round; "only", which negates nothing. */
  turned: string;
  only?: string;
  /** How an answer says that something is not so, and that it is; "if"; "already". */
  nonsense?: string;
  so: string;
  if?: string;
  already?: string;
  /** Without a cue grammar: says that something is not so, in whosever voice; tells that somebody denies. */
  untrue?: string;
  told?: string;
  /** How a headline tells, in whosever voice, that what it names is not so, that somebody else says or doubts it, and that it is so. */
  headline?: { denies: string; passes: string; confirms: string };
}

/** How a text tells where it has its story from, around a name: whole sources; a key that is missing matches nothing. */
export interface SourceCues {
  /** What stands before and after the name of a source, each a feature by its name. */
  before: Record<string, string>;
  after: Record<string, string>;
  inverted: string;
  /** Names of platforms, where they are not those that English has. */
  platform?: string;
  anonymous: string;
  hoax: string;
  /** Words with a capital that are no name: how sentences begin, days and months. */
  noName: string;
  /** That a sentence tells where a story began, and that it tells of a story. */
  first: string;
  rumour: string;
  /** What stands between two names; and what a name has that is one of a medium. */
  and: string;
  media: string;
  /** What stands between a person's name and whom the person belongs to. */
  belonging?: string;
  /** Names in a language that does not write them with capitals; and the least length of a text, in UTF-16 units, that the model reads. */
  names?: string;
  minText?: number;
  /** Words with a capital behind a name that are no part of it: "Fox News Tuesday". */
  nameEnds?: string;
  /** Words behind a name that say what it is the name of: "New York magazine" is no place. */
  nameKinds?: string;
  /** How a line begins that only credits somebody: "Via", "Source". */
  creditLine?: string;
  /** Words before the name of a place: "the city of Alder". */
  placeBefore?: string;
  /** Adjectives of places, which have capitals: "a French site". */
  demonyms?: string;
  /** Particles within a name, articles before one. */
  particles: string;
  nameArticles: string;
  /** Places before a noun, and words written with a capital, that name no source. */
  countries: string;
  noSource: string;
  /** Groups by their role, with what tells which: "US officials". */
  group: string;
  /** Names of those who lend pictures. */
  pictures?: string;
  /** Words for one outlet, which a description without a name ends with: "a Korean newspaper". */
  oneOutlet?: string;
  /** A verb of publishing before the name of who publishes, where that is the usual order: "según publicó". */
  invertedReports?: string;
  /** That the text's own outlet, which stands as "§", was told something. */
  own?: string;
}

/** Whether a sentence can word a claim. */
interface WordingWords {
  /** Source of words which say that something told is not so, or that it is only told. */
  untrue: string;
  /** Source of first words of a sentence that does not stand alone, and of a question. */
  dependent: string;
  /** How a phrase for something known begins: "the" of "the patient". */
  pointing?: string;
  /** Source of what a headline puts before its sentence ("REPORT: …"). */
  labels: string;
  /** Source of what leads into a clause that is told ("rumours that", "que"). */
  introduction?: string;
  /** Verbs of news that are no attribution, by their base form: English alone, where word order shows them. */
  verbs?: string;
}

/** A unit of time. */
export type Unit = "hour" | "day" | "week" | "month" | "year";

/** Times relative to the day of writing. */
export interface TimeWords {
  /** A list each, January first. Accents do not matter. */
  months?: string[];
  /** A list each, Monday first. */
  weekdays?: string[];
  /** Word to days from the day of writing. Words with a second meaning (`morgen`, `mañana`) are left out. */
  days?: Record<string, number>;
  /** Lists. */
  units?: Partial<Record<Unit, string>>;
  /** Spelled numbers of such a time, beside those of `NumberWords`. */
  numbers?: Record<string, number>;
  /** A count of units back. Here parentheses capture: group 1 the number, group 2 the unit. */
  ago?: string;
  /** The calendar week, month or year before. Here parentheses capture: the group that matches is the unit. */
  last?: string;
  /** Words parted by `|` that, before a day, month or year, make it the end or the beginning of a range. */
  before?: string;
  after?: string;
  /** What may stand between such a word and the time; and a time that such a word begins and that is no range. */
  boundArticles?: string;
  boundJoin?: string;
  noBound?: string;
  /** What stands before a weekday: a preposition; a word for the one to come, the last one, for neither, and for neither but past; and what stands after it. */
  on?: string;
  next?: string;
  previous?: string;
  vague?: string;
  vaguePast?: string;
  nextAfter?: string;
  previousAfter?: string;
  /** Part of a day behind a weekday, and the same written together with it. */
  dayPart?: string;
  gluedDayPart?: string;
  /** What is written on a number that is a day. */
  ordinal?: string;
  /** "of", between a day, its month and its year; and where that before the year is another. */
  of?: string;
  ofYear?: string;
  /** What stands before a month, a month with its year, or a year, and between that and the month or year: "since early May". */
  inMonth?: string;
  inMonthYear?: string;
  inYear?: string;
  partOf?: string;
  weekend?: string;
  /** What makes a weekday before it a name; what makes a year before it a count; and parts of a named day before it. */
  namesWithDays?: string;
  behindCounts?: string;
  partsOfDay?: string;
  /** "this", before a week, month or year, with what names a part of it. */
  thisPeriod?: string;
  /** Characters for year, month and day in a date. */
  dateMarks?: string[];
  /** Times in Chinese and Japanese, in whose sources parentheses capture, as chinese-dates.ts reads them. */
  eastAsian?: object;
  /** What puts a weekday ahead of the day of writing; and what makes one a habit or a name ("every Monday", "Black Friday"). */
  future?: string;
  habit?: string;
}

/** How numbers are written in words. */
export interface NumberWords {
  /** Lists of the words for one, two, three … and for ten, twenty, thirty …; "-" for one that is an article or an adjective too. */
  counts?: string;
  tens?: string;
  scales?: Record<string, number>;
  /** Written units (one word or two, parted by `|`) by canonical unit. */
  units?: Record<string, string>;
  /** Source of what makes the number after it a rounded one. */
  approximately?: string;
  /** Chinese alone: its digits and what stands around them. */
  numerals?: object;
}

/** How a text says how sure something is: sources. */
export interface HedgingWords {
  /** Hearsay and doubt. */
  hedges: string;
  /** Modals and guesses. */
  weakHedges: string;
  /** Stress that something is sure. */
  certain?: string;
}

/** What stands for a party or a thing named before: sources. */
export interface Pronouns {
  he: string;
  /** What stands for the organisation named last. */
  it: string;
  /** "The company", as it stands for the organisation that the text is about. */
  theCompany: string;
  /** "I", "we" as a speaker; and "we", "our" anywhere. */
  self?: string;
  /** All forms of the first person as they are written, where `self` has not all. Case-sensitive. */
  firstPerson?: string;
  we?: string;
  /** What stands before a noun that was named before, and before one that was not. */
  definite?: string;
  indefinite?: string;
  /** Characters that point back. */
  pointing?: string;
}

/** How a text says what it is. */
interface StatementWords {
  /** What begins a line of a press release or an open letter; a line that says so; and what says so anywhere. */
  release?: string;
  releaseTitle?: string;
  releaseAnnounces?: string;
}

interface NegationWords {
  /** What says "not", anywhere; and what else says so where it begins a sentence. */
  words: string;
  begins?: string;
  /** What, just before a response's cue, turns it into its absence: "did not", "refused to". */
  ofResponse: string;
  /** The same behind a cue that begins so: "bestritt den Vorwurf nicht". */
  after?: string;
  turnedAfter?: string;
  /** "There is no", before a thing. */
  none?: string;
  /** How a denial's cue begins whose own words are negative: a negation before it does not turn it round. */
  ownNegative?: string;
  /** What asks another to do what a cue names, and has not been done: "asked Facebook to" remove the posts. */
  requested: string;
}

interface ClaimWords {
  /** Whole sources of what introduces a proposition, which follows, by the rule; and of where it ends, where no word order tells that. */
  introductions: [rule: string, source: string][];
  cut?: string;
  /** What carries the claim, behind its label: "Claim: A video shows". */
  labelled?: string;
  /** What, before an introduction, says that it is not so; how begins a next sentence that does; and what does before a verb. */
  refuted?: string;
  nextVerdict?: string;
  falsely?: string;
  /** Whole source of an accusation; adverbs that hedge their clause. */
  accused?: string;
  hedge?: string;
  /** Whole source of the main verb of "whispers that … have been going round". */
  spreading?: string;
  /** The main verb of "the rumour that … began on a forum". */
  origin?: string;
  /** How begins a second clause that a claim has: "and that the mayor knew". */
  further?: string;
  /** Who or what tells claims; how a clause begins that is about a rumour; and the verbs, by lemma, with which one claims, alleges, publishes. */
  tellers?: string;
  aboutRumour?: string;
  claiming?: string;
  alleging?: string;
  publishing?: string;
  /** What points back to a claim told before. */
  anaphor?: string;
  /** How a claim goes that is about what somebody says. */
  utterance?: string;
  /** What a post is called. */
  postNouns: string;
  /** What begins a post and is no part of its claim; how it asks whether something is so; and what it calls false. */
  breaking?: string;
  asksIfTrue?: string;
  calledFalse?: string;
  /** How begins what a sentence adds behind a proposition and its comma about how it was told; and, with or without a comma, its verdict on it. */
  tail?: string;
  verdict?: string;
}

/** Who a noun phrase names. */
export interface PartyWords {
  /** Offices and jobs by which a text says who somebody is. */
  roles: string;
  /** Of these and of other words that name a role, a body or a thing those that are surnames, too. */
  surnames?: string;
  /** Nouns for people by what they do. */
  people?: string;
  /** Words that say that the text does not know, or does not tell, who it was. */
  anonymous: string;
  /** What stands before the name that somebody goes by; and before a surname, case-sensitive; small words within a name. */
  alias?: string;
  honorifics?: string;
  nameParticles?: string;
  /** Offices of which a branch is a part, not an employer: how "ministra de Sanidad" begins. */
  portfolio?: string;
  /** One of them as a sentence introduces it: "un mensaje anónimo". */
  nameless?: string;
  organisations: string;
  /** Case-sensitive. */
  outlets: string;
  /** Who was there, and tells what they saw: that is no rumour, and no answer to one. */
  witness?: string;
  /** Whoever wrote the post or took the video that a text is about. */
  authorOf?: string;
  regulator?: string;
  factChecker?: string;
  /** Whole source of what says that somebody passed a claim on. */
  amplifier?: string;
  /** Platforms by name, which are seldom "the company" of a story; and other words for whoever runs one. Case-sensitive. */
  namedPlatforms?: string;
  platformWords?: string;
}

/** How a text tells where it has its story from. */
interface SourceWords {
  /** Words that give credit in or before a link, and right before an account's name. */
  credit?: string;
  creditBefore?: string;
  /** What stands before the account whose post is repeated, and before the one that is answered. */
  repost?: string;
  replyTo?: string;
  /** "First published in", as a paper says of the article itself. */
  republished?: string;
  screenshot?: string;
  /** How a post marks itself as a translation; how it says of what; and the mark in brackets. */
  translation?: string;
  translationOf?: string;
  translationNote?: string;
  /** Whole sources, case-sensitive, that name an outlet: `NAME` stands for the name, else the group `name` captures it. */
  named?: string[];
  /** Whole source, case-sensitive, of an outlet that reports: it counts where the name is known as an outlet's. */
  reports?: string;
  /** Whole sources of a source that is described, not named. */
  described?: string[];
  /** Words of outlets' names; and endings of names of one word. Case-sensitive. */
  outlet?: string;
  outletEnding?: string;
  /** Articles before an outlet's name, and small words within it. */
  articles?: string;
  particles?: string;
  /** What is no part of a name at its end. */
  nameEnding?: string;
}

/** Each is a source. */
interface ComparisonWords {
  /** Beside those of `hedging` in English and Chinese. */
  hedges: string;
  /** What looks like a hedge or a negation and is none. */
  noCue: string;
  negations: string;
  /** Before the name of who is credited. */
  credits?: string;
}

interface Stemming {
  /** List of endings of which the longest is cut. */
  endings?: string;
  /** Letters that stand for another. */
  fold?: Record<string, string>;
  /** Source of a letter that plurals add to all other endings; and of an article that is written together with its noun. */
  plural?: string;
  elision?: string;
  /** Whole source of what is removed wherever it stands. */
  remove?: string;
  /** Agglutinative languages: so many first letters of a word are its stem. */
  letters?: number;
}

/** How a text tells where a claim appeared. */
export interface MentionWords {
  /** Verbs and nouns by which a text tells how a thing began, and how it spread; and those of publishing, in whatever place. */
  began: string;
  spread: string;
  published?: string;
  /** What speaks of a beginning, and of a translation. */
  beginning: string;
  translated: string;
  /** What carries a claim: rumours, messages, recordings; and what points back to one told before, where not any of them does. */
  carriers: string;
  related?: string;
  /** That somebody is named who spread it. */
  spreader?: string;
  /** What joins two places of one appearance, and what may stand between that and the second one. */
  conjunction: string;
  join?: string;
  /** Whole source, case-sensitive, of a place on the net that has no known name; else what such a place is called, with the articles before it and what stands between it and what it is of. */
  place?: string;
  places?: string;
  placeArticles?: string;
  placeOf?: string;
  /** Where not every place that is named is one of publication: what stands before one, what behind one, and what names somebody where "by" stands before it. */
  placeLead?: string;
  placeTail?: string;
  placeAgent?: string;
  /** What stands behind one where somebody went there to answer: "to deny". */
  placeAnswers?: string;
  /** List of names of platforms that have them for their id, too; and whole sources that name others, and the platform. Case-sensitive. */
  platformNames?: string;
  platforms?: [source: string, platform: string][];
  /** Other names of languages and peoples, by the tag of the language that they imply. */
  languages?: Record<string, string>;
}

/** Labels of paragraphs: a claim and its rating in a fact check, and a rating that says no. */
export interface Labels {
  claim: string;
  rating: string;
  untrue: string;
}

/** Labels and lines of pages. */
interface PageWords {
  /** List of the names of sections. */
  menu?: string;
  /** "By", before an author's name in metadata; and how a line begins that names the author. */
  by?: string;
  bylineStart?: string;
  /** Whom a byline names that did not write it. */
  editor?: string;
  /** Words of a line that only tells a date. */
  dateLine?: string;
  /** The title of a page that is not there. */
  notFound?: string;
  /** What calls the date after it that of publication or of a change. */
  published?: string;
  updated?: string;
  /** What calls it the day on which a member of a forum joined, or that of the visit. */
  joined?: string;
  /** How a notice of the page itself begins. */
  retraction?: string;
  correction?: string;
  update?: string;
  /** What a paper says of itself and of the text that it published. */
  ownVoice?: string;
  /** "Agence", before an agency's name; names of agencies in the language's own script; and how a dateline credits one. */
  agency?: string;
  agencies?: Record<string, string>;
  dateline?: string;
}

export type WallKind = "challenge" | "script" | "consent" | "refused" | "login";

export type BoilerplateKind =
  | "advert"
  | "affiliate"
  | "byline"
  | "comment-prompt"
  | "comments"
  | "cookies"
  | "credit"
  | "follow"
  | "inline-teaser"
  | "login"
  | "navigation"
  | "neighbour"
  | "newsletter"
  | "reading-time"
  | "related"
  | "report"
  | "rights"
  | "share"
  | "tags";
/** Sources of the whole line, of the line but for marks at its end, of its beginning, of a part; and words that the kind puts into a form of its own. */
export interface BoilerplateForms {
  whole?: string;
  line?: string;
  start?: string;
  inside?: string;
  label?: string;
}

/** Of a language that is read by its words of saying: sources of these and of the words around them. */
export interface CueWords {
  /** Verbs of saying in the forms that news uses, with their auxiliaries; `inverted` holds those that carry their pronoun: "a-t-il dit". */
  say: string;
  inverted?: string;
  /** What attributes before or after a clause: "según", "laut". */
  according: string;
  /** The ones of these that stand behind the source: "zufolge". */
  accordingBehind?: string;
  /** What begins the clause that is said; and one that describes a noun and names nobody. */
  that: string;
  relatives: string;
  /** "as", before a verb of saying with its subject after it. */
  as: string;
  /** What stands where a speaker would and names none: "nos dicen", "man sagt". */
  nobody: string;
  /** What may stand before a speaker and is none of the words that name it: "desde el gremio". */
  speaksFrom?: string;
  /** A day or time between a verb and what is said; forms of "to have" and "to be" by which a clause without its own subject begins; and forms of "to be". */
  when: string;
  infinitive?: string;
  copula: string;
  /** Auxiliaries, in German those whose verb may end the clause; and pronouns that are a subject, beside "he". */
  auxiliary: string;
  subject: string;
  /** What begins, behind a comma, what is no part of a clause any more; and a verb that tells how what was said spread. */
  cut: string;
  spreading: string;
  /** What stands before a title. */
  entitled: string;
  /** German: endings of nouns for who does something, and of who is one of a council. */
  agentEndings?: string;
  councillor?: string;
  /** "She", and how a noun for a woman by what she does ends; one with another of those endings is a man's. */
  she?: string;
  woman?: string;
  /** Of these endings, those that first names have too. */
  nameEndings?: string;
  /** The parts of verbs that stand behind them, at the end of the clause: "teilte dem Sender mit". */
  verbParticles?: string;
  /** What stands before an apostrophe with the next word behind it: "qu", "dell". */
  elided?: string;
  /** Every noun is a capital, and a comma alone begins what is said: German. */
  capitalNouns?: true;
  /** How an infinitive ends. */
  infinitiveForm?: string;
  /** There: verbs that take an infinitive or a participle, and how that ends. */
  modals?: string;
  participleForm?: string;
  /** How adjectives end there. */
  adjectiveEndings?: string;
  /** What stands before a noun: articles and their like, what does so beside them, and prepositions with the articles that are one word with them. */
  article: string;
  determiners: string;
  prepositions: string;
  /** Articles and pronouns that are no subject's: "dem", "al". */
  oblique: string;
  /** A relative pronoun that is a subject. */
  who?: string;
  /** A verb may have no subject of its own: the last speaker says it then. */
  dropsSubject?: true;
  /** "That", before a verb of saying: the sentence before is what was said. */
  anaphora: string;
  /** "After having", before a verb: what somebody did earlier. */
  earlier?: string;
  /** "Così Ana Ruiz": says that somebody said the words before. */
  thus?: string;
  /** "of", word by word: what follows belongs to the noun before. */
  of: string;
  /** Adverbs and other small words that are no part of a name or a noun. */
  adverbs: string;
  /** What joins two nouns or two clauses; what begins a clause that depends on another; nouns for times. */
  and: string;
  subordinators: string;
  timeWords: string;
  /** Who does it, in a passive: "por", "von". */
  by: string;
  /** What makes the verb after it a passive: "fue", "wurde". */
  passive: string;
  /** Verbs that accuse: what they say is a claim, whoever says it. */
  alleging: string;
  /**
   * What begins a clause without its subject, or ends it, and how it is said of one who is named: "haber ocultado", "ha ocultado". Here parentheses
   * capture, and `$1` stands for what the first one matched.
   */
  moods: [bare: string, finite: string][];
  /** What marks its whole clause as hearsay. */
  hearsay: string;
  /** What says that something is not so, in whosever voice. */
  untrue: string;
}
