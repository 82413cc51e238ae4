/** Words for a language that is read by its verbs of saying: sources of these and of the words around them. */

/** Function words by class. */
interface WordClasses {
  /** Articles, and pronouns of the same form, before a noun. */
  article: string;
  /** Other words before a noun: "this", "some", "two". */
  determiners: string;
  /** Prepositions, including those joined with an article. */
  prepositions: string;
  /** Articles and pronouns that are never part of a subject: "dem", "al". */
  oblique: string;
  /** "Of": the words after it belong to the noun before it. */
  of: string;
  /** Words at the beginning of a reported clause. */
  that: string;
  /** Words at the beginning of a clause that describes a noun and names nobody. */
  relatives: string;
  /** Relative pronouns that are subjects. */
  who?: string;
  /** Pronouns that are subjects, besides "he". */
  subject: string;
  /** Auxiliaries; in German those whose verb may end the clause. */
  auxiliary: string;
  /** Forms of "to be". */
  copula: string;
  /** Forms of "to have" and "to be" at the beginning of a clause without a subject. */
  infinitive?: string;
  /** Adverbs and other short words that are no part of a name or a noun. */
  adverbs: string;
  /** Words between two nouns or two clauses. */
  and: string;
  /** Words at the beginning of a subordinate clause. */
  subordinators: string;
  /** Nouns for times. */
  timeWords: string;
  /** Elided words before an apostrophe: "qu", "dell". */
  elided?: string;
}

/** German only: capitalised nouns, and verbs in two parts. */
interface GermanWords {
  /** Every noun has a capital, and a comma alone begins a reported clause. */
  capitalNouns?: true;
  /** Separable parts of verbs, at the end of the clause: "teilte dem Sender mit". */
  verbParticles?: string;
  /** Verbs that take an infinitive or a participle. */
  modals?: string;
  /** Endings of participles. */
  participleForm?: string;
  /** Endings of adjectives. */
  adjectiveEndings?: string;
  /** Endings of nouns for agents. */
  agentEndings?: string;
  /** "She". */
  she?: string;
  /** Those of `agentEndings` for women; a noun with another one is a man's. */
  woman?: string;
  /** Endings of nouns for members of a council. */
  councillor?: string;
}

/** All words that reading by verbs of saying needs. */
export interface CueWords extends WordClasses, GermanWords {
  /** Verbs of saying in the forms of news, with their auxiliaries. */
  say: string;
  /** Verbs of saying with their pronoun after them: "a-t-il dit". */
  inverted?: string;
  /** Words that attribute the clause before or after them: "según", "laut". */
  according: string;
  /** Those of these that follow the source: "zufolge". */
  accordingBehind?: string;
  /** "As" before a verb of saying whose subject follows. */
  as: string;
  /** Words in the place of a speaker that name none: "nos dicen", "man sagt". */
  nobody: string;
  /** Words that may precede a speaker and are no part of the name: "desde el gremio". */
  speaksFrom?: string;
  /** Days and times between a verb and the reported clause. */
  when: string;
  /** Words after a comma that no longer belong to the clause. */
  cut: string;
  /** Verbs for the spread of a statement. */
  spreading: string;
  /** Endings that only verbs have. */
  finiteForm?: string;
  /** Endings of infinitives. */
  infinitiveForm?: string;
  /** Endings of verbs of saying in the third person plural, and the words before their participles. */
  plural?: string;
  /** A verb may lack a subject; the last speaker is then its subject. */
  dropsSubject?: true;
  /** Words before a reflexive verb: "s'est". */
  reflexive?: string;
  /** "That" before a verb of saying: it stands for the sentence before. */
  anaphora: string;
  /** The agent of a passive: "por", "von". */
  by: string;
  /** Words that make the verb after them a passive: "fue", "wurde". */
  passive: string;
  /** Verbs of accusing: what they report is a claim, whoever says it. */
  alleging: string;
  /**
   * The beginning or end of a clause without a subject, and its form with a subject: "haber ocultado", "ha ocultado". Here parentheses capture,
   * and `$1` stands for what the first ones matched.
   */
  moods: [bare: string, finite: string][];
  /** Words that mark their whole clause as hearsay. */
  hearsay: string;
  /** Words that say that something is not so, whoever speaks. */
  untrue: string;
}
