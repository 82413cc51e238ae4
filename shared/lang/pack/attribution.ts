/** Of a language that is read by its words of saying: sources of these and of the words around them. */

/** Words that order a sentence, by their class. */
interface WordClasses {
  /** Articles and pronouns like them, before a noun. */
  article: string;
  /** What else stands before a noun: "this", "some", "two". */
  determiners: string;
  /** Prepositions, with the articles that are one word with them. */
  prepositions: string;
  /** Articles and pronouns that are no subject's: "dem", "al". */
  oblique: string;
  /** "of", word by word: what follows belongs to the noun before. */
  of: string;
  /** What begins the clause that is said. */
  that: string;
  /** What begins a clause that describes a noun and names nobody. */
  relatives: string;
  /** A relative pronoun that is a subject. */
  who?: string;
  /** Pronouns that are a subject, beside "he". */
  subject: string;
  /** Auxiliaries; in German those whose verb may end the clause. */
  auxiliary: string;
  /** Forms of "to be". */
  copula: string;
  /** Forms of "to have" and "to be" by which a clause without its own subject begins. */
  infinitive?: string;
  /** Adverbs and other small words that are no part of a name or a noun. */
  adverbs: string;
  /** What joins two nouns or two clauses. */
  and: string;
  /** What begins a clause that depends on another. */
  subordinators: string;
  /** Nouns for times. */
  timeWords: string;
  /** What stands before an apostrophe with the next word behind it: "qu", "dell". */
  elided?: string;
}

/** What German alone has: nouns with capitals, and verbs in two parts. */
interface GermanWords {
  /** Every noun has a capital, and a comma alone begins what is said. */
  capitalNouns?: true;
  /** The parts of verbs that stand behind them, at the end of the clause: "teilte dem Sender mit". */
  verbParticles?: string;
  /** Verbs that take an infinitive or a participle. */
  modals?: string;
  /** How a participle ends. */
  participleForm?: string;
  /** How adjectives end. */
  adjectiveEndings?: string;
  /** Endings of nouns for who does something. */
  agentEndings?: string;
  /** "She". */
  she?: string;
  /** Of `agentEndings` those of women; a noun with another of them is a man's. */
  woman?: string;
  /** How a noun ends for who is one of a council. */
  councillor?: string;
}

/** All that reading by words of saying needs. */
export interface CueWords extends WordClasses, GermanWords {
  /** Verbs of saying in the forms that news uses, with their auxiliaries. */
  say: string;
  /** Those that carry their pronoun: "a-t-il dit". */
  inverted?: string;
  /** What attributes before or after a clause: "según", "laut". */
  according: string;
  /** The ones of these that stand behind the source: "zufolge". */
  accordingBehind?: string;
  /** "as", before a verb of saying with its subject after it. */
  as: string;
  /** What stands where a speaker would and names none: "nos dicen", "man sagt". */
  nobody: string;
  /** What may stand before a speaker and is none of the words that name it: "desde el gremio". */
  speaksFrom?: string;
  /** A day or time between a verb and what is said. */
  when: string;
  /** What begins, behind a comma, what is no part of a clause any more. */
  cut: string;
  /** A verb that tells how what was said spread. */
  spreading: string;
  /** What stands before a title. */
  entitled: string;
  /** How verbs end that no noun ends like. */
  finiteForm?: string;
  /** How an infinitive ends. */
  infinitiveForm?: string;
  /** How verbs of saying end in the third person of the plural, and the words that stand before their participles. */
  plural?: string;
  /** A verb may have no subject of its own: the last speaker says it then. */
  dropsSubject?: true;
  /** What stands before a verb that has itself for its object: "s'est". */
  reflexive?: string;
  /** "That", before a verb of saying: the sentence before is what was said. */
  anaphora: string;
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
