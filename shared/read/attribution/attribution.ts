import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import type { PartyAt, TextAnalysis } from "../analysis.ts";
import type { Token } from "../tokens.ts";
import { appositionAfter } from "./apposition.ts";
import type { Phrase } from "./noun-phrases.ts";

/** One attribution in a sentence, before its speaker is resolved to a party. */
export interface Attribution {
  sentence: number;
  speaker: Span | null;
  /** The words that name the speaker: the phrase itself, or the antecedent of its pronoun. */
  named: Span | null;
  cue: Span;
  lemma: string;
  /** UTF-16 offsets of the content, which may extend into other sentences. */
  start: number;
  end: number;
}

/** The words of a range of tokens. */
export function phraseSpan(text: string, tokens: Token[], { from, to }: Phrase): Span {
  const [first, last] = [tokens[from] as Token, tokens[to - 1] as Token];
  return spanOf(text, first.start, last.end);
}

/** The party that a range of tokens names, described by its apposition. */
export function partyOfPhrase(analysis: TextAnalysis, tokens: Token[], phrase: Phrase): PartyAt {
  const { text, start, end } = phraseSpan(analysis.text, tokens, phrase);
  return { party: analysis.partyAt(text, appositionAfter(analysis.text, end), start + 1), at: start };
}
