/** What reading knows of each language, one file a language. To add one: write the file, add it here. */
import { primaryTag } from "../text/language-tag.ts";
import { de } from "./cues.de.ts";
import { en } from "./cues.en.ts";
import { es } from "./cues.es.ts";
import { fr } from "./cues.fr.ts";
import { pt } from "./cues.pt.ts";

export interface Cues {
  /** Verbs of saying, thinking and showing by the complements with which they attribute. */
  verbs: [string, string][];
  irregular: Record<string, string>;
  adjectives: string;
  nouns: string;
  roles: string;
  titles: string;
  anonymous: string;
  organisations: string;
  outlets: string;
  companyWords: string;
  hedges: string;
  weakHedges: string;
  certain: string;
  rumourNouns: string;
  rumourPlurals: string;
  people: string;
  platforms: [string, string][];
  places: string;
  languages: [string, string][];
  began: string;
  spread: string;
  rumourCarriers: string;
  /** Labels of paragraphs: who asks, who answers, a claim and its rating in a fact check; and a rating that says no. */
  labels: string[];
}

export const cues: Record<string, Cues> = { en };

/** A language that is read by its words of saying alone: sources of regular expressions, matched whole-word and case-insensitive. */
export interface CueGrammar {
  /** Verbs of saying in the forms that news uses, with their auxiliaries; `inverted` holds those that carry their pronoun: "a-t-il dit". */
  say: string;
  inverted?: string;
  /** What attributes before or after a clause: "según", "laut". */
  according: string;
  /** What begins the clause that is said. */
  that: string;
  /** Words that a speaker's phrase may not run over. */
  adjunct: string;
  /** "as", before a verb of saying with its subject after it. */
  as: string;
  /** What stands where a speaker would and names none: "nos dicen", "man sagt". */
  nobody: string;
  /** Every noun is a capital, and a comma alone begins what is said: German. */
  capitalNouns?: true;
  article: string;
  /** "of", before an affiliation. */
  of: string;
  /** Who does it, in a passive: "por", "von". */
  by: string;
  he: string;
  /** What stands for the organisation named last. */
  it: string;
  /** "The company", as it stands for the organisation that the text is about. */
  theCompany: string;
  roles: string;
  /** Nouns for people by what they do: "chanteuse". */
  people: string;
  anonymous: string;
  organisations: string;
  outlets: string;
  hedges: string;
  weakHedges: string;
  /** What carries a claim: rumours, messages, recordings. */
  carriers: string;
  /** Verbs that accuse: what they say is a claim, whoever says it. */
  alleging: string;
  /** What begins a clause without its subject, or ends it, and how it is said of one who is named: "haber ocultado", "ha ocultado". */
  moods: [bare: RegExp, finite: string][];
  /** What a rumour is introduced by; the proposition follows. */
  rumour: string;
  /** What raises such a clause of the subject before it: "is accused of", "admitted", "was sorry for". */
  raised: string;
  /** What marks its whole clause as hearsay. */
  hearsay: string;
  began: string;
  spread: string;
  /** "First", of a beginning; and how it is asked where a thing comes from. */
  first: string;
  whence: string;
  translated: string;
  /** What says that something is not so, in whosever voice. */
  untrue: string;
  /** What turns the word after it round. */
  not: string;
  /** How it is asked whether something is so, with or without a question mark. */
  asks: string;
  /** What, just before a cue of an answer, turns it into its absence. */
  negated: string;
  /** Labels of paragraphs: who asks, who answers, a claim and its rating in a fact check; and a rating that says no. */
  labels: string[];
  /** Cues of the kinds of shared/responses. */
  answers: Record<string, string[]>;
}

/** Cues are written with plain parentheses; none of them captures. */
export const grouped = (source: string) => source.replace(/(?<!\\)\((?!\?)/g, "(?:");
const opened = (grammar: CueGrammar): CueGrammar =>
  Object.fromEntries(Object.entries(grammar).map(([key, value]) => [key, typeof value === "string" ? grouped(value) : value])) as never;
export const cueGrammars: Record<string, CueGrammar> = { es: opened(es), de: opened(de), fr: opened(fr), pt: opened(pt) };
/** The cues of a BCP 47 tag's language, or null where it is read by grammar of its own (English, Chinese) or not at all. */
export const cueGrammarOf = (lang: string): CueGrammar | null => cueGrammars[primaryTag(lang)] ?? null;
