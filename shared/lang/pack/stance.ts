/** How a text stands to a claim. */

/** How a text stands to a claim: sources. */
export interface StanceWords {
  /** Labels before a text that call it false. */
  label: string;
  /** "No", as an answer begins. */
  no?: string;
  /** How it is asked whether something is so, with or without a question mark. */
  asks: string;
  /** A negation with the word that it negates as the group `first`, and the one after as `second`. */
  negates: string;
  /** What, just before a word, turns it round: "not", "never". */
  turned: string;
  /** "Only" behind a negation, which negates nothing then. */
  only?: string;
  /** How an answer says that something is not so. */
  nonsense?: string;
  /** How an answer says that something is so. */
  so: string;
  /** "If", before what nobody asserts. */
  if?: string;
  /** "Already": what was known before is no question. */
  already?: string;
  /** Without a cue grammar: says that something is not so, in whosever voice. */
  untrue?: string;
  /** Without a cue grammar: tells that somebody denies. */
  told?: string;
  /** What somebody made up: "a hoax", "false news". A headline with one says that what it names is not so. */
  madeUp?: string;
  /** How a page comes to call what it tells of so: "it is", "turns out to be", "this"; ~ stands for a few words. */
  calls?: string;
  /** How a headline tells, in whosever voice, that what it names is not so, that somebody else says or doubts it, and that it is so. */
  headline?: { denies: string; passes: string; confirms: string };
}
