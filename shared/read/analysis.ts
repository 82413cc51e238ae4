/** What all parts of reading share: a text taken apart once into sentences, statements and block quotes. */

import type { Party } from "../model/party.ts";
import type { Span } from "../model/quote.ts";
import type { Statement } from "../model/reading.ts";
import type { Block } from "./attribution/block-quotes.ts";
import type { TokenSentence } from "./tokens.ts";

/** A statement with where it stands and how it was found. */
export interface LocatedStatement extends Statement {
  /** Index of the sentence of its cue. */
  sentence: number;
  cue: Span;
}
/** Sentences that are searched for claims and responses: over three times the longest article of PolNeAR. */
export const MAX_SENTENCES = 600;

export interface TextAnalysis {
  /** Of a text that is known to be a statement by its sender: where it stands, a host or the name of a site. */
  release?: { site: string | null };
  /** The outlet that publishes the text, where its own acts are asked for. */
  publisher?: string | null;
  text: string;
  lang: string;
  title: string | null;
  sentences: TokenSentence[];
  statements: LocatedStatement[];
  /** The statements whose cue stands in a sentence. */
  statementsIn(sentence: number): LocatedStatement[];
  blocks: Block[];
  /** The organisation that "the company" would be at the end of the text. */
  mainOrganisation(): Party;
  /** Whom a phrase names at an offset of the text, completed from earlier mentions. */
  partyAt(phrase: string, apposition: string, at: number): Party;
}
