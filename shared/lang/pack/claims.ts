/** How a text words what it claims, and how sure it is. */

/** How a text says how sure something is: sources. */
export interface HedgingWords {
  /** Hearsay and doubt. */
  hedges: string;
  /** Modals and guesses. */
  weakHedges: string;
  /** Stress that something is sure. */
  certain?: string;
}

export interface ClaimWords {
  /** Whole sources of what introduces a proposition, which follows, by the rule. */
  introductions: [rule: string, source: string][];
  /** Whole source of where a proposition ends, where no word order tells that. */
  cut?: string;
  /** What carries the claim, behind its label: "Claim: A video shows". */
  labelled?: string;
  /** What, before an introduction, says that it is not so. */
  refuted?: string;
  /** How a next sentence begins that says so. */
  nextVerdict?: string;
  /** What says so before a verb. */
  falsely?: string;
  /** Whole source of an accusation. */
  accused?: string;
  /** Adverbs that hedge their clause. */
  hedge?: string;
  /** Whole source of the main verb of "whispers that … have been going round". */
  spreading?: string;
  /** How begins a second clause that a claim has: "and that the mayor knew". */
  further?: string;
  /** The main verb of "the rumour that … began on a forum". */
  origin?: string;
  /** Who or what tells claims. */
  tellers?: string;
  /** Verbs with which one claims, by lemma. */
  claiming?: string;
  /** Verbs with which one alleges, by lemma. */
  alleging?: string;
  /** Verbs with which one publishes, by lemma. */
  publishing?: string;
  /** What points back to a claim told before. */
  anaphor?: string;
  /** How a claim goes that is about what somebody says. */
  utterance?: string;
  /** What a post is called. */
  postNouns: string;
  /** What begins a post and is no part of its claim. */
  breaking?: string;
  /** How a post asks whether something is so. */
  asksIfTrue?: string;
  /** What a post calls false. */
  calledFalse?: string;
  /** How begins what a sentence adds behind a proposition and its comma about how it was told. */
  tail?: string;
  /** How begins a sentence's verdict on its proposition, with or without a comma. */
  verdict?: string;
}

/** Whether a sentence can word a claim. */
export interface WordingWords {
  /** Source of words which say that something told is not so, or that it is only told. */
  untrue: string;
  /** Source of first words of a sentence that does not stand alone, and of a question. */
  dependent: string;
  /** How a phrase for something known begins: "the" of "the patient". */
  pointing?: string;
  /** Source of words that leave a reason to the sentence before ("for the same reason"). */
  sameReason?: string;
  /** Source of what a headline puts before its sentence ("REPORT: …"). */
  labels: string;
  /** Source of what leads into a clause that is told ("rumours that", "que"). */
  introduction?: string;
  /** Verbs of news that are no attribution, by their base form: English alone, where word order shows them. */
  verbs?: string;
}
