/** How words of two texts are compared. */

/** Each is a source. */
export interface ComparisonWords {
  /** Names of countries beside the official ones, by ISO 3166 code, parted by `|`. */
  countries?: Record<string, string>;
  /** Beside those of `hedging` in English and Chinese. */
  hedges: string;
  /** What looks like a hedge or a negation and is none. */
  noCue: string;
  /** What says "not". */
  negations: string;
  /** Whether two of them say it once: "no vino nadie". */
  concord?: true;
  /** Before the name of who is credited. */
  credits?: string;
}

export interface Stemming {
  /** List of endings of which the longest is cut. */
  endings?: string;
  /** Letters that stand for another. */
  fold?: Record<string, string>;
  /** Source of a letter that plurals add to all other endings. */
  plural?: string;
  /** Source of an article that is written together with its noun. */
  elision?: string;
  /** Whole source of what is removed wherever it stands. */
  remove?: string;
  /** Agglutinative languages: so many first letters of a word are its stem. */
  letters?: number;
}
