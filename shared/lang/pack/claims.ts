/** How a text words what it claims, and how sure it is. */

/** Sources of words for certainty. */
export interface HedgingWords {
  /** Hearsay and doubt. */
  hedges: string;
  /** Modals and guesses. */
  weakHedges: string;
  /** Words that stress certainty. */
  certain?: string;
  /** The beginning of a sentence that only supposes or doubts what it says: "Suppose that", "What if", "I doubt that". */
  supposes?: string;
  /** What passes on words of people who are not named: "people say", "a friend told me". */
  peopleSay?: string;
  /** What makes fun of a claim in a post: "yeah, right", "and I'm the Queen of Sheba". */
  scoffs?: string;
  /** Laughter, which scoffs at what stands in quotation marks: "lol". */
  laughs?: string;
}

export interface ClaimWords {
  /** Whole sources of words before a proposition, by the name of the rule. */
  introductions: [rule: string, source: string][];
  /** Whole source of the end of a proposition, if word order does not show it. */
  cut?: string;
  /** What carries the claim, after its label: "Claim: A video shows". */
  labelled?: string;
  /** Words before an introduction that say that the claim is not so. */
  refuted?: string;
  /** The beginning of a next sentence that says so. */
  nextVerdict?: string;
  /** Whole source of an accusation. */
  accused?: string;
  /** Adverbs that hedge their clause. */
  hedge?: string;
  /** Whole source of the main verb of "whispers that … have been going round". */
  spreading?: string;
  /** The beginning of a second clause of a claim: "and that the mayor knew". */
  further?: string;
  /** The main verb of "the rumour that … began on a forum". */
  origin?: string;
  /** People and things that spread claims. */
  tellers?: string;
  /** Verbs of claiming, by lemma. */
  claiming?: string;
  /** Verbs of alleging, by lemma. */
  alleging?: string;
  /** Verbs of publishing, by lemma. */
  publishing?: string;
  /** Words that refer back to a claim. */
  anaphor?: string;
  /** The form of a claim about a statement of somebody. */
  utterance?: string;
  /** Nouns for posts. */
  postNouns: string;
  /** Words at the beginning of a post that are no part of its claim. */
  breaking?: string;
  /** Words with which a post asks whether something is so. */
  asksIfTrue?: string;
  /** Things that a post calls false. */
  calledFalse?: string;
  /** The beginning of an addition after a proposition and a comma, about how it was reported. */
  tail?: string;
  /** The beginning of a sentence's verdict on its proposition, with or without a comma. */
  verdict?: string;
}

/** Whether a sentence can word a claim. */
export interface WordingWords {
  /** Source of words that say that a reported statement is not so, or is only reported. */
  untrue: string;
  /** Source of first words of a sentence that does not stand alone, or of a question. */
  dependent: string;
  /** The beginning of a phrase for something known: "the" of "the patient". */
  pointing?: string;
  /** Source of words that refer to a reason in the sentence before ("for the same reason"). */
  sameReason?: string;
  /** Source of labels before the sentence of a headline ("REPORT: …"). */
  labels: string;
  /** Source of words that introduce a reported clause ("rumours that", "que"). */
  introduction?: string;
  /** Verbs of news that attribute nothing, by their base form. English only, where word order shows them. */
  verbs?: string;
}
