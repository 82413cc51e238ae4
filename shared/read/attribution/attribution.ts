import type { Span } from "../../model/quote.ts";
import type { Phrase } from "./noun-phrases.ts";

/** Something that a sentence says somebody said, before its speaker is resolved to a party. */
export interface Attribution {
  sentence: number;
  /** Token ranges in that sentence. */
  speaker: Phrase | null;
  antecedent: Phrase | null;
  cue: Phrase;
  lemma: string;
  /** UTF-16 offsets of what is said, which may reach into other sentences. */
  start: number;
  end: number;
  /** Set in place of the token ranges where a language is read by characters rather than tokens. */
  speakerSpan?: Span | null;
  cueSpan?: Span;
}

/** An attribution whose speaker and cue are spans of the text. */
export const spanAttribution = (
  sentence: number,
  speaker: Span | null,
  cue: Span,
  lemma: string,
  start: number,
  end: number,
): Attribution => ({
  sentence,
  speaker: null,
  antecedent: null,
  cue: { from: 0, to: 0 },
  lemma,
  start,
  end,
  speakerSpan: speaker,
  cueSpan: cue,
});
