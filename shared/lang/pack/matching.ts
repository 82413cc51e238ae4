/** How words of two texts are compared. */

/** Each string is a source unless its comment says otherwise. */
export interface ComparisonWords {
  /** Names of countries besides the official ones, by ISO 3166 code, separated by `|`. */
  countries?: Record<string, string>;
  /** Hedges besides those of `hedging` in English and Chinese. */
  hedges: string;
  /** Words that look like a hedge or a negation and are none. */
  noCue: string;
  /** Negations. */
  negations: string;
  /** Whether two negations negate only once: "no vino nadie". */
  concord?: true;
  /** Words before the name of who is credited. */
  credits?: string;
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
