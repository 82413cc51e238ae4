/** The stance of a headline to a claim. */

/**
 * Sources of words in a headline: the claim is not so (`denies`), somebody else says or doubts it (`passes`), it is so
 * (`confirms`). Whoever says it.
 */
export interface HeadlineWords {
  /** Words directly before a word of denying that reverse it: "not", "never". */
  turned: string;
  denies: string;
  passes: string;
  confirms: string;
}
