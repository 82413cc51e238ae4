/** The shared input of all parts of reading: a text, split once into sentences and statements. */

import type { Party } from "../model/party.ts";
import type { Span } from "../model/quote.ts";
import type { Statement } from "../model/reading.ts";
import type { PublishedTime } from "../model/time.ts";
import { holds } from "../text/span.ts";
import type { TokenSentence } from "./tokens.ts";

/** A statement with its position and the rule that found it. */
export interface LocatedStatement extends Statement {
  /** Index of the sentence that contains the cue. */
  sentence: number;
  cue: Span;
}
/** Maximum number of sentences that are searched for claims and responses: over three times the longest article of PolNeAR. */
export const MAX_SENTENCES = 600;

/** A text in parts, with functions for what is only computed when needed. */
export interface TextAnalysis {
  /** Set if the text is known to be its sender's statement: the host or the name of its site, and who publishes it. */
  release?: { site: string | null; name?: string | null };
  /** The outlet that publishes the text, set if its own acts are looked for. */
  publisher?: string | null;
  text: string;
  lang: string;
  title: string | null;
  sentences: TokenSentence[];
  statements: LocatedStatement[];
  /** The statements whose cue is in a sentence. */
  statementsIn(sentence: number): LocatedStatement[];
  /** The organisation that "the company" refers to at the end of the text. */
  mainOrganisation(): Party;
  /** The party that a phrase names at an offset of the text, completed from earlier mentions. */
  partyAt(phrase: string, apposition: string, at: number): Party;
  /** When the words at an offset of the text were written; null if unknown. */
  writtenAt(at: number): PublishedTime | null;
}

/** A party and the offset of the words that name it. */
export interface PartyAt {
  party: Party;
  at: number;
}
/** The party that a span names, completed from earlier mentions, with the offset of the span. */
export const partyOfSpan = (analysis: TextAnalysis, { text, start }: Span): PartyAt => ({
  party: analysis.partyAt(text, "", start + 1),
  at: start,
});
/** The statements of named speakers with an offset inside their content. */
export const saidAt = ({ statements }: TextAnalysis, at: number): LocatedStatement[] =>
  statements.filter(({ speaker, content }) => speaker && holds(content, at));
