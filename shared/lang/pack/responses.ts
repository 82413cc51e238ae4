/** How a text says that something is not so, and how it names its own kind. */

/** How a text names its own kind. */
export interface StatementWords {
  /** The beginning of a press release or an open letter. */
  release?: string;
  /** Lines that call the text a release. */
  releaseTitle?: string;
  /** Words anywhere that call it one. */
  releaseAnnounces?: string;
}

/** How people put right or take back what they posted themselves. */
export interface OwnCorrectionWords {
  /** "I was wrong", "I deleted my post". */
  retraction: string;
  /** "I mixed up the towns". */
  correction: string;
  /** What begins a line of a correction, before a colon: "Correction", "Edit". */
  label: string;
  /** What, before them in their sentence, makes them no such thing: "if", "they say that". */
  unless: string;
}

export interface NegationWords {
  /** Negations, anywhere. */
  words: string;
  /** Words directly before a response's cue that negate it: "did not", "refused to". */
  ofResponse: string;
  /** Subjects of which none acted, before a cue: "none of the clubs". */
  noSubject: string;
  /** Words before a cue that make it a condition or a question: "if it is true". */
  ifSo: string;
  /** Words that tell of another act after a denial: "denied it and apologised". */
  besides: string;
  /** Words after a cue in `turnedAfter` that negate it: "bestritt den Vorwurf nicht". */
  after?: string;
  /** The beginning of such a cue. */
  turnedAfter?: string;
  /** English only: the beginnings of opposites, "unsafe". */
  opposites?: string;
  /** English only: "there is no", before a thing. */
  none?: string;
  /** The beginning of a denial's cue with a negation of its own: another negation before it does not reverse it. */
  ownNegative?: string;
  /** Words that ask another party for what a cue names, which has not been done: "asked Facebook to" remove the posts. */
  requested: string;
  /** What a denial or a confirmation is about, where that is no claim. */
  denied?: DeniedWords;
}

/** What a denial or a confirmation is about. */
interface DeniedWords {
  /** A verb of denial with a clause behind it, which tells what is denied: "denies that". */
  clause: string;
  /** Verbs of confirming and of admitting with a clause behind them: "confirmed that", "admitted that". */
  confirming: string;
  admitting: string;
  /** What says that somebody made or told a claim: "is the author", "leaked". */
  telling: string;
  /** What withdraws or refuses a denial: "withdrew its denial", "did not rule out". */
  undone: string;
  /** What says that nothing is decided. */
  undecided: string;
  /** What somebody declines to tell, where that is a detail: "declined to name them". */
  withheld?: string;
  /** A suit or a complaint, and what says that somebody brings one. */
  suit: string;
  sues: string;
}
