/** How a text says that something is not so, and what it is itself. */

/** How a text says what it is. */
export interface StatementWords {
  /** What begins a line of a press release or an open letter. */
  release?: string;
  /** A line that says that the text is one. */
  releaseTitle?: string;
  /** What says so anywhere. */
  releaseAnnounces?: string;
}

export interface NegationWords {
  /** What says "not", anywhere. */
  words: string;
  /** What, just before a response's cue, turns it into its absence: "did not", "refused to". */
  ofResponse: string;
  /** What does so behind a cue that begins with `turnedAfter`: "bestritt den Vorwurf nicht". */
  after?: string;
  /** How such a cue begins. */
  turnedAfter?: string;
  /** English alone: "there is no", before a thing. */
  none?: string;
  /** How a denial's cue begins whose own words are negative: a negation before it does not turn it round. */
  ownNegative?: string;
  /** What asks another to do what a cue names, and has not been done: "asked Facebook to" remove the posts. */
  requested: string;
}
