/** Finds attributions in English sentences: subject, verb and complement by word order, after the frames of lang/en.ts. */

import { english } from "../../lang/index.ts";
import { isWrittenAsName, type Token, type TokenSentence } from "../tokens.ts";
import { type Attribution, phraseSpan } from "./attribution.ts";
import { beforeMainClause, clauseEnd, clauseFrom, closesHere, complement, MAX_CLAUSE, startsPhrase, trimmedEnd } from "./clauses.ts";
import { contentBefore } from "./content-span.ts";
import { firstSubject } from "./first-subject.ts";
import { isAuxiliary, isFunctionWord, isTime, type Phrase, phraseAfter, phraseBefore, type Subject } from "./noun-phrases.ts";
import { subjectOf } from "./reporting-subject.ts";
import { attributionsBy, type Range, SentenceReader } from "./sentence-reader.ts";
import { type VerbForm, verbForm } from "./verbs.ts";
import { WORDS } from "./word-classes.ts";

/** Limit against hostile text: sentences of PolNeAR stay under 150 tokens. */
const MAX_TOKENS = 250;
/** Fewest characters of a quotation that counts as speech: shorter ones are mostly terms that nobody is quoted for. */
const MIN_UNCLAIMED_QUOTE = 40;

const NOUN = new RegExp(`^(?:${english.grammar.nouns})s?$`);
/** The particles of verbs that attribute only with them: "point out". */
const PARTICLES = new Map(english.grammar.particleVerbs.split(";").map((pair) => pair.split(" ") as [string, string]));

/** After a quotation and "said", a small word that is not a function word begins the speaker: "said deputy mayor Ann Roe". */
const startsSpeaker = (token: Token | undefined) => token?.kind === "word" && !isFunctionWord(token);
const isTitleWord = (token: Token | undefined) => token !== undefined && isWrittenAsName(token);

/** "Roe said she hopes …": a hope or wish inside a statement is part of that statement, not a second one. */
const isPartOfAnother = (all: Attribution[], one: Attribution) =>
  !(verbForm(one.lemma)?.frames ?? "q").includes("q") &&
  all.some(
    (other) =>
      other !== one &&
      other.sentence === one.sentence &&
      other.start <= one.start &&
      other.end >= one.end - 2 &&
      other.cue.end <= one.cue.start,
  );

/** The attributions of English sentences, in order. */
export function englishAttributions(text: string, sentences: TokenSentence[]): Attribution[] {
  const all = attributionsBy(sentences, (index, out) => new EnglishReader(text, sentences, index, out));
  return all.filter((one) => !isPartOfAnother(all, one));
}

type Speaker = Phrase & { antecedent?: Phrase | null };
/** A token that may be a cue, with its place in the sentence. */
type TokenAt = Token & { at: number };

/** Reads one sentence by the order of its words. */
class EnglishReader extends SentenceReader<TokenAt> {
  private readonly tokens = this.sentence.tokens.slice(0, MAX_TOKENS);
  /** The last speaker in this sentence, as a subject. */
  private lastSubject: Subject | null = null;
  /** What that speaker says. */
  private outer: Range | null = null;

  protected cues(): Iterable<TokenAt> {
    return this.tokens.map((token, at) => ({ ...token, at }));
  }

  protected saysAgain(passage: string): boolean {
    return passage
      .toLowerCase()
      .split(/[^a-z]+/)
      .slice(1)
      .some((word) => verbForm(word)?.frames.includes("b"));
  }

  protected withoutVerb({ at, kind }: TokenAt): boolean {
    return this.speakerLabel(at) || kind !== "word" || this.accordingTo(at) || this.ownedNoun(at);
  }

  /** Adds an attribution. `after` is the token where the search for continuing quotations starts, -1 for no search. */
  private addPhrase(speaker: Speaker | null, cue: Phrase, lemma: string, start: number, end: number, after = -1): void {
    const more = after < 0 ? null : this.continued(this.tokens[after]?.start ?? this.sentence.end);
    // The content before and after the cue is joined to one span, unless the gap between them is longer than the content.
    const joined = more !== null && more.start - end < end - start + more.end - more.start;
    const spanned = (phrase: Phrase) => phraseSpan(this.text, this.tokens, phrase);
    const [own, named] = speaker ? [spanned(speaker), spanned(speaker.antecedent ?? speaker)] : [null, null];
    const words = spanned(cue);
    this.push(own, named, words, lemma, { start, end: joined ? more.end : end });
    if (more && !joined) this.push(own, named, words, lemma, more);
    // "Roe said she feared it, adding": what is said inside another's words has another as its speaker.
    const isInner = this.outer !== null && this.outer.start < words.start && words.end <= this.outer.end;
    if (speaker && !isInner) {
      this.lastSubject = { ...speaker, antecedent: speaker.antecedent ?? null, reach: speaker.from };
      this.outer = lemma === "according" ? null : { start, end };
    }
  }

  /** Adds an attribution whose content is the tokens from `from` up to `to`. */
  private addClause(speaker: Speaker | null, cue: Phrase, lemma: string, from: number, to: number, after = -1): void {
    this.addPhrase(speaker, cue, lemma, (this.tokens[from] as Token).start, (this.tokens[to - 1] as Token).end, after);
  }

  /** The sentence is read up to a token, which is no part of what has been read. */
  private readTo(at: number): true {
    this.covered = (this.tokens[at - 1] as Token).end;
    return true;
  }

  private clauseTo(from: number): number {
    return trimmedEnd(this.tokens, from, clauseEnd(this.tokens, from));
  }

  /** "Ann Roe: “…”" */
  private speakerLabel(at: number): boolean {
    const { tokens } = this;
    const quote = tokens[at + 1];
    if (tokens[at]?.text !== ":" || quote?.kind !== "quote" || this.found().length > 0) return false;
    const near = phraseBefore(tokens, at);
    // "a message to Trump: “…”": Trump does not speak.
    const object = near && WORDS.beforeObject.has(tokens[near.from - 1]?.lower ?? "");
    const isName = /^\p{Lu}/u.test(near ? (tokens[near.to - 1]?.text ?? "") : "");
    const who = object || !isName ? firstSubject(tokens, at) : near;
    if (who) this.addPhrase(who, { from: at, to: at + 1 }, "quote", quote.start, quote.end, tokens.length);
    return true;
  }

  private accordingTo(at: number): boolean {
    const { tokens } = this;
    if (tokens[at]?.lower !== "according" || tokens[at + 1]?.lower !== "to") return false;
    const source = phraseAfter(tokens, at + 2);
    if (!source) return true;
    const cue = { from: at, to: at + 2 };
    if (at <= 1) {
      let from = source.to;
      while (from < tokens.length - 1 && tokens[from]?.text !== ",") from++;
      if (tokens[from + 1]) this.addClause(source, cue, "according", from + 1, trimmedEnd(tokens, from + 1, tokens.length));
    } else {
      const content = contentBefore(this.sentences, this.index, at) ?? {
        start: (tokens[Math.max(0, at - MAX_CLAUSE)] as Token).start,
        end: (tokens[at - 1] as Token).end,
      };
      this.addPhrase(source, cue, "according", content.start, content.end);
    }
    return this.readTo(source.to);
  }

  /** "the mayor's claim that", "his belief that" */
  private ownedNoun(at: number): boolean {
    const { tokens } = this;
    const { lower } = tokens[at] as Token;
    const isName = /['’]s$/.test(lower);
    if (!isName && !WORDS.possessives.has(lower)) return false;
    const noun = NOUN.test(tokens[at + 1]?.lower ?? "") ? at + 1 : NOUN.test(tokens[at + 2]?.lower ?? "") ? at + 2 : -1;
    if (noun <= at || tokens[noun + 1]?.lower !== "that") return false;
    const owner = isName ? phraseBefore(tokens, at + 1) : { from: at, to: at + 1 };
    this.addClause(owner, { from: noun, to: noun + 1 }, "claim", noun + 1, this.clauseTo(noun + 1));
    return this.readTo(noun + 1);
  }

  /** The verb of saying at a token; null where the token is none. */
  private verbAt({ at, lower }: TokenAt): VerbForm | null {
    const form = verbForm(lower);
    // "Roe Says Mayor Knew": a verb in a headline.
    const titled = form && form.form !== "base" && form.frames.startsWith("qt");
    // "The find" is a noun: of 44 that looked like verbs 5 said something.
    return !form || (at > 0 && isTitleWord(this.tokens[at]) && !titled) || lower === "find" ? null : form;
  }

  /** "…," said Jane Roe. */
  protected override inverted(cue: TokenAt): boolean {
    const { tokens } = this;
    const { at } = cue;
    const form = this.verbAt(cue);
    const previous = tokens[at - 1];
    if (!form || !previous || form.form === "ing" || form.form === "base" || !form.frames.includes("b")) return false;
    const afterQuote = previous.kind === "quote";
    if (!afterQuote && previous.text !== ",") return false;
    if (!startsPhrase(tokens[at + 1]) && !(afterQuote && startsSpeaker(tokens[at + 1]))) return false;
    // "Roe, in a letter, said he had seen it": a clause follows.
    if (previous.text === "," && WORDS.noSpeaker.has(tokens[at + 1]?.lower ?? "")) return false;
    // "“…,” Ann Roe, head of art, told the Courier": the person addressed follows the verb, so that is no speaker.
    if (previous.text === "," && form.lemma === "tell") return false;
    const speaker = phraseAfter(tokens, at + 1);
    const content = contentBefore(this.sentences, this.index, at);
    if (!speaker || !content) return false;
    const next = tokens[speaker.to];
    // "Roe, head of art, insisted the studio had bought it": a clause follows, not a speaker.
    const clause =
      previous.text === "," && (next?.kind === "word" || next?.kind === "quote") && !WORDS.behindSpeaker.has(next.lower) && !isTime(next);
    if (clause) return false;
    const quoted = afterQuote || tokens[at - 2]?.kind === "quote";
    this.addPhrase(speaker, { from: at, to: at + 1 }, form.lemma, content.start, content.end, quoted ? speaker.to : -1);
    return this.readTo(speaker.to);
  }

  /** "Jane Roe said that …", and "…, Jane Roe said." */
  protected subjectAndVerb(place: TokenAt): void {
    const { tokens } = this;
    const { at } = place;
    const form = this.verbAt(place);
    if (!form) return;
    const subject = subjectOf(tokens, at, form, this.lastSubject);
    if (!subject || (tokens[subject.from]?.lower === "that" && subject.antecedent)) return;
    // "he points out": the particle belongs to the verb. Such a verb attributes only with its particle.
    const wanted = PARTICLES.get(form.lemma);
    const particle = wanted !== undefined && tokens[at + 1]?.lower === wanted ? 1 : 0;
    if (wanted && !particle && tokens[at + 1]?.lower !== "to") return;
    let cueFrom = at;
    while (cueFrom > subject.to && isAuxiliary(tokens[cueFrom - 1] as Token)) cueFrom--;
    const cue = { from: cueFrom, to: at + 1 + particle };
    const backwards = this.saysWhatStandsBefore(subject, cue, form);
    // "As the secretary explained, three taxes were postponed."
    const as = tokens[0]?.lower === "as" && subject.from <= 2 && tokens[cue.to]?.text === "," ? clauseFrom(tokens, cue.to + 1) : null;
    const complementOf = () => {
      const clause = complement(tokens, cue.to - 1, form);
      return clause && beforeMainClause(tokens, clause, subject);
    };
    const said = backwards ? null : (as ?? complementOf());
    if (said) {
      const open = tokens[said.to - 1]?.kind === "quote" && said.to >= tokens.length - 1;
      this.addClause(subject, cue, form.lemma, said.from, said.to, open ? tokens.length : -1);
      return;
    }
    if (!form.frames.includes("b") || form.form === "ing" || !(backwards || closesHere(tokens, cue.to, form.lemma))) return;
    const content = contentBefore(this.sentences, this.index, subject.reach);
    if (!content) return;
    const quoted = tokens.slice(0, subject.reach).some((t) => t.kind === "quote") || subject.reach === 0;
    const { start } = content;
    let { end } = content;
    // "The board, she said, never met": the clause continues after the verb.
    if (!quoted && tokens[at + 1]?.text === "," && at + 2 < tokens.length - 1) end = (tokens[this.clauseTo(at + 2) - 1] as Token).end;
    this.addPhrase(subject, cue, form.lemma, start, end, quoted ? at + 1 : -1);
  }

  /** "…," she said, "…": whether the quotation before the subject belongs to its verb. */
  private saysWhatStandsBefore(subject: Subject, cue: Phrase, form: VerbForm): boolean {
    const { tokens } = this;
    const lead = tokens[subject.reach - 1];
    if (lead?.kind !== "quote" || !/[,?!]["”]?\W*$/.test(lead.text) || !form.frames.includes("b")) return false;
    const next = tokens[cue.to];
    return (
      next?.kind !== "word" ||
      closesHere(tokens, cue.to, form.lemma) ||
      (form.lemma === "tell" && tokens.slice(cue.to, cue.to + 8).every((t) => t.lower !== "that"))
    );
  }

  /** A sentence that is all quotation, in the paragraph of another's speech: "…," she said on stage. "…" */
  private continueSpeech({ start, end }: Token): void {
    const before = this.foundBefore();
    if (before && this.previous?.paragraph === this.sentence.paragraph)
      this.push(before.speaker, before.named, before.cue, "quote", { start, end });
  }

  /** A long quotation without a verb of saying belongs to the subject of the sentence: "She shared a verse with them: “…”". */
  protected override unclaimed(): void {
    const { tokens } = this;
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "quote" || token.end - token.start < MIN_UNCLAIMED_QUOTE || this.isFull()) continue;
      if (this.isClaimed(token)) continue;
      const who: Phrase | null = this.lastSubject ?? (at > 0 ? firstSubject(tokens, at) : phraseAfter(tokens, 1));
      const cue = at > 0 ? { from: at - 1, to: at } : { from: 1, to: 2 };
      if (who) this.addPhrase(who, cue, "quote", token.start, token.end, tokens.length);
      else this.continueSpeech(token);
    }
  }
}
