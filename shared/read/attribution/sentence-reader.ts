/**
 * Who says what in one sentence: the stages that all languages share. The reader of a language (english.ts, cue-grammar.ts, chinese.ts) finds the
 * parts for each stage, by its words in shared/lang.
 */

import type { Span } from "../../model/quote.ts";
import { overlap, type Range, spanOf } from "../../text/span.ts";
import { isQuoted, type Token, type TokenSentence } from "../tokens.ts";

/** Limits against hostile text: number of attributions in a sentence; length of a sentence that is read and of a statement, in UTF-16 units. */
const MAX_ATTRIBUTIONS = 20;
const MAX_SENTENCE = 1500;
const MAX_STATEMENT = 600;
/** How far after a speaker a quotation may continue, in UTF-16 units and in sentences. */
const MAX_BETWEEN = 150;
const MAX_CONTINUED = 12;
const NOTHING = /(?!)/g;
const SET_OFF = /[,:.—–-]\s*$/u;

/**
 * One attribution in a sentence, before its speaker is resolved to a party, with the offsets of the content, which may
 * extend into other sentences.
 */
export interface Attribution extends Range {
  sentence: number;
  speaker: Span | null;
  /** The words that name the speaker: the phrase itself, or the antecedent of its pronoun. */
  named: Span | null;
  cue: Span;
  lemma: string;
}

/** A sentence of a text, by its index, and the attributions found so far, to which new ones are added. */
export interface Place {
  text: string;
  sentences: TokenSentence[];
  index: number;
  out: Attribution[];
}

/** A verb of saying in a sentence. */
export interface Verb extends Range {
  cue: Span;
  /** The sentence up to the verb. */
  before: string;
  /** Offset of the next verb of saying, or of the sentence's end. */
  nextVerb: number;
}

/** A sentence that consists only of quotations. */
export const isQuotation = ({ tokens }: TokenSentence) => tokens[0]?.kind === "quote" && tokens.every(({ kind }) => kind !== "word");

/** A range of a text without the marks around it, at most as long as a statement. */
function withoutMarks(text: string, { start, end }: Range): Range {
  let from = start;
  let to = Math.min(end, start + MAX_STATEMENT);
  while (from < to && /[\s,:;，：；]/u.test(text[from] ?? "")) from++;
  while (to > from && /[\s.,;:!?。，；：！？]/u.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

/**
 * Reads one sentence. A cue is a place where somebody may be said to speak: a verb of saying, "according to", a colon. Each stage returns whether
 * it has dealt with the cue. A language without a stage leaves it out.
 */
export abstract class SentenceReader<Cue extends Range, Speaker = Span> {
  protected readonly text: string;
  protected readonly sentences: TokenSentence[];
  protected readonly sentence: TokenSentence;
  protected readonly previous: TokenSentence | null;
  protected readonly index: number;
  /** Offset up to which the sentence is read, and the words up to it. */
  protected readonly limit: number;
  protected readonly raw: string;
  protected readonly quotes: Token[];
  /** A pattern for verbs of saying. */
  protected abstract readonly say: RegExp;
  /** Patterns for "according to", and for such words behind their source. */
  protected readonly credits: RegExp = NOTHING;
  protected readonly creditsBehind: RegExp = NOTHING;
  /** Whether the source may stand within what it says. */
  protected readonly isWithin: boolean = false;
  /** Offset up to which the sentence has been attributed. */
  protected covered = -1;
  /** Shortest statement, in UTF-16 units. */
  protected readonly shortest: number = 3;
  /** The last speaker in this sentence. */
  protected last: Span | null = null;
  private readonly out: Attribution[];
  private readonly before: number;

  constructor({ text, sentences, index, out }: Place) {
    this.text = text;
    this.sentences = sentences;
    this.sentence = sentences[index] as TokenSentence;
    this.previous = sentences[index - 1] ?? null;
    this.index = index;
    this.limit = Math.min(this.sentence.end, this.sentence.start + MAX_SENTENCE);
    this.raw = text.slice(this.sentence.start, this.limit);
    this.quotes = this.sentence.tokens.filter((token) => token.kind === "quote");
    this.out = out;
    this.before = out.length;
  }

  /** Adds the attributions of the sentence to those of the text. */
  read(): void {
    this.opening();
    for (const cue of this.cues()) {
      if (this.isFull()) break;
      if (cue.start < this.covered) continue;
      if (this.withoutVerb(cue) || this.inverted(cue) || this.asSaid(cue)) continue;
      this.subjectAndVerb(cue);
    }
    this.unclaimed();
  }

  // The stages, in order.

  /** The beginning of the sentence: "According to the ministry, …". */
  protected opening(): void {
    this.credited(true);
  }

  /** The cues of the sentence, from left to right. */
  protected abstract cues(): Cue[];

  /** A cue that is no verb: a credit, a label, a noun that looks like a verb. */
  protected abstract withoutVerb(cue: Cue): boolean;

  /** "…", said Ana Roe: the content, the verb, the speaker. */
  protected inverted(_cue: Cue): boolean {
    return false;
  }

  /** "As Ana Roe said, …" */
  protected asSaid(_cue: Cue): boolean {
    return false;
  }

  /** Ana Roe said that …; "…," Ana Roe said. */
  private subjectAndVerb(cue: Cue): void {
    const speaker = this.subjectOf(cue);
    const content = this.contentBehind(cue, speaker) ?? this.contentBefore(cue, speaker);
    if (content) this.attribute(cue, speaker, content);
  }

  /** The speaker; null if none is named. */
  protected abstract subjectOf(cue: Cue): Speaker | null;

  /** The content after the verb, or before the verb and its subject; null for none. */
  protected abstract contentBehind(cue: Cue, speaker: Speaker | null): Range | null;
  protected abstract contentBefore(cue: Cue, speaker: Speaker | null): Range | null;

  /** Adds the attribution of a verb. */
  protected abstract attribute(cue: Cue, speaker: Speaker | null, content: Range): void;

  /** Quotations that no cue has claimed: their speaker is the party that the words before them name, else the one who speaks in the paragraph. */
  private unclaimed(): void {
    // "…, dijo Ana Ruiz, según El Eco": who said it comes first.
    if (this.found().length === 0) this.credited(false);
    for (const quote of this.quotes) {
      if (this.isFull() || this.isClaimed(quote)) continue;
      if (!this.introduced(quote) && isQuotation(this.sentence)) this.continueSpeech(quote);
    }
  }

  /** "Según el ministerio, …", "…, according to the ministry": the first source that the sentence credits, at its beginning or elsewhere. */
  protected credited(opens: boolean): void {
    const { text, sentence, limit, raw } = this;
    for (const { 0: words, index } of raw.matchAll(this.credits)) {
      const at = sentence.start + index;
      if (isQuoted(sentence, at)) continue;
      const cue = spanOf(text, at, at + words.length);
      // "Den Angaben zufolge", "dem Bericht zufolge": the source precedes "zufolge".
      const isBehind = this.creditsBehind.test(words);
      const isFirst = (start: number) => start <= sentence.start + 2;
      if (opens && !isBehind && !isFirst(at)) return;
      const source = this.creditedBy(cue, isBehind);
      if (!source) continue;
      const first = isFirst(isBehind ? source.start : at);
      if (first !== opens) return;
      // "Según fuentes cercanas al caso, …": the content begins after the comma, if one is near.
      const end = isBehind ? cue.end : source.end + (/^[^,.;:]{1,60},/u.exec(text.slice(source.end, limit))?.[0].length ?? 0);
      // "Er soll laut dpa 40.000 Euro überwiesen haben": the source is inside the content.
      const isWithin = !isBehind && this.isWithin && /^\s+[\p{Alpha}\p{N}]/u.test(text.slice(source.end, limit));
      const contentEnd = isWithin ? limit : at;
      if (first) this.add(source, cue, { start: end, end: limit });
      else this.add(source, cue, { start: sentence.start, end: isBehind ? source.start : contentEnd });
      this.covered = first ? end : source.end;
      return;
    }
  }

  /** The source that a cue of crediting names, behind it or before it. */
  protected creditedBy(_cue: Span, _isBehind: boolean): Span | null {
    return null;
  }

  /** "Le maire est catégorique : « … »": adds a quotation that the subject of its sentence introduces without a verb of saying. */
  protected introduced(_quote: Token): boolean {
    return false;
  }

  // Shared by the stages.

  /** The verbs of saying of the sentence, from left to right. */
  protected verbs(): Verb[] {
    const { text, sentence, raw } = this;
    const found = [...raw.matchAll(this.say)];
    return found.map(({ 0: words, index }, i) => {
      const start = sentence.start + index;
      const end = start + words.trimEnd().length;
      const nextVerb = sentence.start + (found[i + 1]?.index ?? raw.length);
      return { start, end, cue: spanOf(text, start, end), before: text.slice(sentence.start, start).trimEnd(), nextVerb };
    });
  }

  /** The quotation that continues after an offset, here and in sentences that are only quotation: "…," she said, "…". "…" */
  protected continued(from: number): Range | null {
    const { text, sentences, index } = this;
    const next = this.quotes.find(({ start }) => start >= from);
    // "…," she said of the plan that he called "bold": only a quotation after a mark is her words.
    const between = next && next.start - from < MAX_BETWEEN ? text.slice(from, next.start) : "";
    let found: Range | null = next && SET_OFF.test(between) && between.search(this.say) < 0 ? { start: next.start, end: next.end } : null;
    for (const other of sentences.slice(index + 1, index + MAX_CONTINUED)) {
      if (!isQuotation(other)) break;
      found = { start: found?.start ?? other.start, end: other.end };
    }
    return found;
  }

  /** A sentence that is only quotation continues the speech in its paragraph: "…," she said on stage. "…" */
  protected continueSpeech({ start, end }: Range): void {
    const before = this.foundBefore();
    if (before && this.previous?.paragraph === this.sentence.paragraph)
      this.push(before.speaker, before.named, before.cue, "quote", { start, end });
  }

  /** The attributions found in the sentence, in order. */
  protected found(): Attribution[] {
    return this.out.slice(this.before);
  }

  protected isFull(): boolean {
    return this.out.length - this.before >= MAX_ATTRIBUTIONS;
  }

  /** Whether an attribution, here or in an earlier sentence, covers part of a range. */
  protected isClaimed(range: Range): boolean {
    return this.out.some((one) => overlap(one, range));
  }

  /** The last attribution of the sentence before. */
  protected foundBefore(): Attribution | null {
    const last = this.out[this.before - 1];
    return last?.sentence === this.index - 1 ? last : null;
  }

  /** Adds a speaker's statement, and the quotation that continues after it. */
  protected addWithMore(speaker: Span | null, cue: Span, said: Range, from: number): void {
    this.add(speaker, cue, said);
    const more = this.quotes.some(({ end }) => end === said.end) ? this.continued(from) : null;
    if (more) this.add(speaker, cue, more);
  }

  /** Adds a speaker's statement. */
  protected add(speaker: Span | null, cue: Span, said: Range): void {
    const content = withoutMarks(this.text, said);
    if (content.end - content.start < this.shortest || this.isFull()) return;
    this.push(speaker, speaker, cue, cue.text.toLowerCase(), content);
    this.last = speaker ?? this.last;
  }

  /** Ends an earlier statement where the next one begins. */
  protected endAt(one: Attribution, at: number): void {
    one.end = Math.min(one.end, Math.max(one.start + 1, withoutMarks(this.text, { start: one.start, end: at }).end));
  }

  /** Adds an attribution as it is. */
  protected push(speaker: Span | null, named: Span | null, cue: Span, lemma: string, { start, end }: Range): void {
    this.out.push({ sentence: this.index, speaker, named, cue, lemma, start, end });
  }
}
