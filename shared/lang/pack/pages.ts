/** Labels and lines of pages. */

/** Labels of paragraphs: a claim and its rating in a fact check, and a rating that says no. */
export interface Labels {
  /** Before the claim that a fact check is about. */
  claim: string;
  /** Before its rating. */
  rating: string;
  /** A rating that says no. */
  untrue: string;
}

/** Labels and lines of pages. */
export interface PageWords {
  /** List of the names of sections. */
  menu?: string;
  /** "By", before an author's name in metadata. */
  by?: string;
  /** How a line begins that names the author. */
  bylineStart?: string;
  /** Whom a byline names that did not write it. */
  editor?: string;
  /** Words of a line that only tells a date. */
  dateLine?: string;
  /** The title of a page that is not there. */
  notFound?: string;
  /** What calls the date after it that of publication. */
  published?: string;
  /** What calls the date after it that of a change. */
  updated?: string;
  /** What calls it the day on which a member of a forum joined, or that of the visit. */
  joined?: string;
  /** How a notice begins that takes the text back. */
  retraction?: string;
  /** How a notice begins that corrects it. */
  correction?: string;
  /** How a notice begins that adds to it. */
  update?: string;
  /** What a paper says of itself and of the text that it published. */
  ownVoice?: string;
  /** "Agence", before an agency's name. */
  agency?: string;
  /** Names of agencies in the language's own script. */
  agencies?: Record<string, string>;
  /** How a dateline credits an agency. */
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
  /** The whole line. */
  whole?: string;
  /** The line but for marks at its end. */
  line?: string;
  /** Its beginning. */
  start?: string;
  /** A part of it. */
  inside?: string;
  /** Words that the kind puts into a form of its own. */
  label?: string;
}
