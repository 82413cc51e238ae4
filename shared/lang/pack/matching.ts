/** How words of two texts are compared. */

/** Each string is a source unless its comment says otherwise. */
export interface ComparisonWords {
  /** Names of countries besides the official ones, by ISO 3166 code, separated by `|`. */
  countries?: Record<string, string>;
  /** Hedges besides those of `hedging` in English and Chinese. */
  hedges: string;
  /** Words that look like a hedge or a negation and are none. */
  noCue: string;
  /** Words that look like a hedge and are none, but may be a negation. */
  noHedge?: string;
  /** Negations. */
  negations: string;
  /** Whether two negations negate only once: "no vino nadie". */
  concord?: true;
  /** Words before the name of who is credited. */
  credits?: string;
  /** English only: words that are no speaker's name. */
  nobody?: string;
  /** English only: things that show something, at the end of a phrase, and verbs of showing. "A video shows" only describes the video. */
  pictures?: string;
  shows?: string;
  /** English only: prefixes that turn a word into its opposite. */
  oppositePrefixes?: string;
  /** English only: words that begin sentences with a capital without being names, besides those for people and things; and names like them. */
  sentenceStarts?: string;
  namesLikeStarts?: string;
  /** English only: names of months and days. Another one is another detail, and no other name. */
  dates?: string;
  /** English only: words between clauses that are negated separately. */
  clauseBreaks?: string;
  /** English only: endings of a word that has a capital at the beginning of a claim, and is usually no name: "Drinking", "Wolves". */
  noNameEndings?: string;
  /** English only: endings of words before a name that are no part of it: "Embattled Selby". */
  titleEndings?: string;
  /** English only: stemmed names of one country that have no letters in common. */
  unitedStates?: string;
}

export interface Stemming {
  /** List of endings; the longest that fits is cut. */
  endings?: string;
  /** Letters that are replaced by another. */
  fold?: Record<string, string>;
  /** Source of a letter that plurals add to other endings. */
  plural?: string;
  /** Source of an article that is joined to its noun. */
  elision?: string;
  /** Whole source of parts that are removed anywhere. */
  remove?: string;
  /** For agglutinative languages: this many first letters of a word are its stem. */
  letters?: number;
}
