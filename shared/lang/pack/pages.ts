/** Labels and lines of pages. */

/** Labels of paragraphs in a fact check. */
export interface Labels {
  /** Before the claim that a fact check is about. */
  claim: string;
  /** Before its rating. */
  rating: string;
  /** Ratings that mean no. */
  untrue: string;
  /** Any other rating. */
  rated: string;
  /** What stands before a rating in a sentence: "we rate this claim". */
  rates: string;
  /** What calls a page a fact check. */
  check: string;
}

/** Labels and lines of pages. */
export interface PageWords {
  /** List of the names of sections. */
  menu?: string;
  /** "By", before an author's name in metadata. */
  by?: string;
  /** The beginning of a line that names the author. */
  bylineStart?: string;
  /** Words for people in a byline who did not write the text. */
  editor?: string;
  /** What stands for a newsroom in a byline without a name: "Newsroom". */
  desk?: string;
  /** Words of a line that only has a date. */
  dateLine?: string;
  /** Titles of missing pages. */
  notFound?: string;
  /** Words that make the date after them that of publication. */
  published?: string;
  /** Words that make the date after them that of a change. */
  updated?: string;
  /** Words that make the date after them the day on which a member of a forum joined, or that of the visit. */
  joined?: string;
  /** The beginning of a notice that retracts the text. */
  retraction?: string;
  /** The beginning of a notice that corrects it. */
  correction?: string;
  /** The beginning of a notice that adds to it. */
  update?: string;
  /** Words of a newspaper about itself and the text that it published. */
  ownVoice?: string;
  /** Words of an editor's note that mends or takes back what was published. */
  admission?: string;
  /** "Agence", before an agency's name. */
  agency?: string;
  /** Names of agencies in the language's own script. */
  agencies?: Record<string, string>;
  /** The credit of an agency in a dateline. */
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

/** Sources of boilerplate, by the part of the line that they match. */
export interface BoilerplateForms {
  /** The whole line. */
  whole?: string;
  /** The line without marks at its end. */
  line?: string;
  /** Its beginning. */
  start?: string;
  /** A part of it. */
  inside?: string;
  /** Words from which the kind builds its own pattern. */
  label?: string;
}
