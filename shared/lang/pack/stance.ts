/** How a headline stands to a claim. */

/** How a headline tells, in whosever voice, that what it names is not so, that somebody else says or doubts it, and that it is so: sources. */
export interface HeadlineWords {
  /** What, just before a word that denies, turns it round: "not", "never". */
  turned: string;
  denies: string;
  passes: string;
  confirms: string;
}
