/** Finds attributions in English sentences: subject, verb and complement by word order, after the frames of lang/en.ts. */

import { english, groupsOf, wholeWords } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import type { Range } from "../../text/span.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import { isWrittenAsName, type Token } from "../tokens.ts";
import {
  beforeMainClause,
  clauseEnd,
  clauseFrom,
  closesHere,
  complement,
  contentBefore,
  startsPhrase,
  trimmedEnd,
} from "./phrases/clauses.ts";
import {
  isAuxiliary,
  isFunctionWord,
  isTime,
  type Phrase,
  phraseAfter,
  phraseBefore,
  phraseSpan,
  type Subject,
} from "./phrases/noun-phrases.ts";
import { firstSubject, subjectOf } from "./phrases/subjects.ts";
import { SAYS, type VerbForm, verbForm } from "./phrases/verbs.ts";
import { isOf, WORDS } from "./phrases/word-classes.ts";
import { type Attribution, SentenceReader } from "./sentence-reader.ts";

/** Limit against hostile text: sentences of PolNeAR stay under 150 tokens. */
const MAX_TOKENS = 250;
/** Minimum length of a quotation that counts as speech without a verb; shorter ones are mostly single terms. */
const MIN_UNCLAIMED_QUOTE = 40;

const CREDITS = wholeWords(english.grammar.according);
const NOUN = new RegExp(`^(?:${english.grammar.nouns})s?$`);
const BY = new RegExp(english.grammar.acting.by);
/** Nouns that may speak without a name: "confirmed the mayor". */
const SPEAKER_NOUN = new RegExp(
  `^(?:${english.parties.roles}|${english.parties.organisations}|${english.parties.regulator}|${english.grammar.companyWords})s?$`,
);
/** The particles of verbs that attribute only with them: "point out". */
const PARTICLES = new Map(groupsOf(english.grammar.particleVerbs) as [string, string][]);

/** After a quotation and "said", any lower-case word except a function word may begin the speaker: "said deputy mayor Ann Roe". */
const startsSpeaker = (token: Token | undefined) => token?.kind === "word" && !isFunctionWord(token);
/** "Roe, in a letter, said he had seen it", "said Monday": the next word is no speaker. */
const cannotSpeak = (word: string) => [WORDS.personal, WORDS.possessives, WORDS.times].some((words) => words.has(word));
const isTitleWord = (token: Token | undefined) => token !== undefined && isWrittenAsName(token);

/** "Roe said she hopes …": a hope or wish inside a statement is part of it, not a second statement. */
export const isPartOfAnother = (all: Attribution[], one: Attribution) =>
  !(verbForm(one.lemma)?.frames ?? "q").includes("q") &&
  all.some(
    (other) =>
      other !== one &&
      other.sentence === one.sentence &&
      other.start <= one.start &&
      other.end >= one.end - 2 &&
      other.cue.end <= one.cue.start,
  );

type Speaker = Phrase & { antecedent?: Phrase | null };
/** A token that may be a cue, with its place in the sentence. */
type TokenAt = Token & { at: number };

/** A verb of saying with its subject. */
interface Said {
  subject: Subject;
  cue: Phrase;
  form: VerbForm;
  /** The content precedes the subject. */
  backwards: boolean;
}
/** The content; `goesOn` is the token after which the quotation may continue. */
type Content = Range & { goesOn?: number };

/** Reads one sentence by word order. */
export class EnglishReader extends SentenceReader<TokenAt, Said> {
  protected readonly say = SAYS;
  protected override readonly credits = CREDITS;
  /** Where the sentence credits a source. */
  private readonly creditAt = this.sentence.start + this.raw.search(CREDITS);
  private readonly tokens = this.sentence.tokens.slice(0, MAX_TOKENS);
  /** The last speaker in this sentence, as a subject. */
  private lastSubject: Subject | null = null;
  /** The range of that speaker's statement. */
  private outer: Range | null = null;

  protected cues(): TokenAt[] {
    return this.tokens.map((token, at) => ({ ...token, at }));
  }

  protected withoutVerb({ at, kind, start }: TokenAt): boolean {
    if (start === this.creditAt) this.credited(false);
    return start < this.covered || kind !== "word" || this.ownedNoun(at);
  }

  private addPhrase(speaker: Speaker | null, cue: Phrase, lemma: string, { start, end, goesOn = -1 }: Content): void {
    const more = goesOn < 0 ? null : this.continued(this.tokens[goesOn]?.start ?? this.sentence.end);
    // The content before and after the cue is joined to one span, unless the gap between them is longer than the content.
    const joined = more !== null && more.start - end < end - start + more.end - more.start;
    const spanned = (phrase: Phrase) => phraseSpan(this.text, this.tokens, phrase);
    const [own, named] = speaker ? [spanned(speaker), spanned(speaker.antecedent ?? speaker)] : [null, null];
    const words = spanned(cue);
    this.push(own, named, words, lemma, { start, end: joined ? more.end : end });
    if (more && !joined) this.push(own, named, words, lemma, more);
    // "Roe said she feared it, adding": a statement inside another one does not change the last speaker.
    const isInner = this.outer !== null && this.outer.start < words.start && words.end <= this.outer.end;
    if (speaker && !isInner) {
      this.lastSubject = { ...speaker, antecedent: speaker.antecedent ?? null, reach: speaker.from };
      this.outer = { start, end };
    }
  }

  /** The offsets of the tokens from `from` up to `to`. */
  private range(from: number, to: number): Range {
    return { start: (this.tokens[from] as Token).start, end: (this.tokens[to - 1] as Token).end };
  }

  /** Marks the sentence as read up to a token, which is not included. */
  private readTo(at: number): true {
    this.covered = (this.tokens[at - 1] as Token).end;
    return true;
  }

  private clauseTo(from: number): number {
    return trimmedEnd(this.tokens, from, clauseEnd(this.tokens, from));
  }

  protected override creditedBy({ end }: Span): Span | null {
    const { tokens } = this;
    const source = phraseAfter(
      tokens,
      tokens.findIndex(({ start }) => start >= end),
    );
    if (source) this.lastSubject = { ...source, antecedent: null, reach: source.from };
    return source && phraseSpan(this.text, tokens, source);
  }

  /** "the mayor's claim that", "his belief that" */
  private ownedNoun(at: number): boolean {
    const { tokens } = this;
    const { lower } = tokens[at] as Token;
    const isName = /['’]s$/.test(lower);
    if (!isName && !WORDS.possessives.has(lower)) return false;
    const noun = [at + 1, at + 2].find((i) => NOUN.test(tokens[i]?.lower ?? ""));
    if (noun === undefined || tokens[noun + 1]?.lower !== "that") return false;
    const owner = isName ? phraseBefore(tokens, at + 1) : { from: at, to: at + 1 };
    this.addPhrase(owner, { from: noun, to: noun + 1 }, "claim", this.range(noun + 1, this.clauseTo(noun + 1)));
    return this.readTo(noun + 1);
  }

  /** The verb of saying at a token; null if the token is none. */
  private verbAt({ at, lower }: TokenAt): VerbForm | null {
    const form = verbForm(lower);
    // "Roe Says Mayor Knew": capitalised verbs occur in headlines; but "United States" has none.
    const isName = at > 0 && isTitleWord(this.tokens[at]) && WORDS.beginsName.has(this.tokens[at - 1]?.text ?? "");
    // "In a letter seen by the Gazette that …": a participle has no subject.
    const isParticiple = form?.form === "past" && BY.test(this.tokens[at + 1]?.lower ?? "");
    // "The find" is a noun: 5 of 44 that looked like verbs were verbs of saying.
    return isName || isParticiple || lower === "find" ? null : form;
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
    if (previous.text === "," && cannotSpeak(tokens[at + 1]?.lower ?? "")) return false;
    // "“…,” Ann Roe, head of art, told the Courier": the person addressed follows the verb, so that is no speaker.
    if (previous.text === "," && form.lemma === "tell") return false;
    const speaker = phraseAfter(tokens, at + 1);
    const content = contentBefore(this.sentences, this.index, at);
    if (!speaker || !content) return false;
    const next = tokens[speaker.to];
    // "Roe, head of art, insisted the studio had bought it": a clause follows, not a speaker.
    const clause =
      previous.text === "," && (next?.kind === "word" || next?.kind === "quote") && !isOf(next, "behindSpeaker") && !isTime(next);
    if (clause) return false;
    const quoted = afterQuote || tokens[at - 2]?.kind === "quote";
    // "Acme, too, denied the report", but "The bell struck thirteen, says a post": a verb of responding takes an object, other verbs do not.
    const head = tokens[speaker.to - 1] as Token;
    const isAnswer = form.frames.includes("c") && responseTypeOf(form.lemma, "", "en") !== null;
    if (!quoted && isAnswer && !isTitleWord(head) && !SPEAKER_NOUN.test(head.lower)) return false;
    this.addPhrase(speaker, { from: at, to: at + 1 }, form.lemma, { ...content, goesOn: quoted ? speaker.to : -1 });
    return this.readTo(speaker.to);
  }

  protected subjectOf(place: TokenAt): Said | null {
    const { tokens } = this;
    const { at } = place;
    const form = this.verbAt(place);
    const subject = form && subjectOf(tokens, at, form, this.lastSubject);
    const opener = tokens[subject?.from ?? 0]?.lower ?? "";
    if (!subject || (opener === "that" && subject.antecedent) || WORDS.negative.has(opener)) return null;
    // "he points out": the particle belongs to the verb. Such a verb attributes only with its particle.
    const wanted = PARTICLES.get(form.lemma);
    const particle = wanted !== undefined && tokens[at + 1]?.lower === wanted ? 1 : 0;
    if (wanted && !particle && tokens[at + 1]?.lower !== "to") return null;
    let from = at;
    while (from > subject.to && isAuxiliary(tokens[from - 1] as Token)) from--;
    const cue = { from, to: at + 1 + particle };
    return { subject, cue, form, backwards: this.saysWhatStandsBefore(subject, cue, form) };
  }

  /** "Jane Roe said that …" */
  protected contentBehind(_place: TokenAt, said: Said | null): Content | null {
    const { tokens } = this;
    if (!said || said.backwards) return null;
    const { subject, cue, form } = said;
    // "As the secretary explained, three taxes were postponed."
    const as = tokens[0]?.lower === "as" && subject.from <= 2 && tokens[cue.to]?.text === "," ? clauseFrom(tokens, cue.to + 1) : null;
    const clause = as ?? complement(tokens, cue.to - 1, form);
    if (!clause) return null;
    const { from, to } = as ?? beforeMainClause(tokens, clause, subject);
    const open = tokens[to - 1]?.kind === "quote" && to >= tokens.length - 1;
    return { ...this.range(from, to), goesOn: open ? tokens.length : -1 };
  }

  /** "…, Jane Roe said." */
  protected contentBefore({ at }: TokenAt, said: Said | null): Content | null {
    const { tokens } = this;
    if (!said) return null;
    const { subject, cue, form, backwards } = said;
    if (!form.frames.includes("b") || form.form === "ing" || !(backwards || closesHere(tokens, cue.to, form.lemma))) return null;
    const content = contentBefore(this.sentences, this.index, subject.reach);
    if (!content) return null;
    const quoted = tokens.slice(0, subject.reach).some((t) => t.kind === "quote") || subject.reach === 0;
    // "The board, she said, never met": the clause continues after the verb.
    const resumes = !quoted && tokens[at + 1]?.text === "," && at + 2 < tokens.length - 1;
    const { start, end } = content;
    return { start, end: resumes ? (tokens[this.clauseTo(at + 2) - 1] as Token).end : end, goesOn: quoted ? at + 1 : -1 };
  }

  protected attribute(_place: TokenAt, said: Said | null, content: Content): void {
    if (said) this.addPhrase(said.subject, said.cue, said.form.lemma, content);
  }

  /** Whether the quotation before the subject belongs to its verb: "…," she said, "…". */
  private saysWhatStandsBefore(subject: Subject, cue: Phrase, form: VerbForm): boolean {
    const { tokens } = this;
    const lead = tokens[subject.reach - 1];
    if (lead?.kind !== "quote" || !/[,?!]["”]?\W*$/.test(lead.text) || !form.frames.includes("b")) return false;
    return closesHere(tokens, cue.to, form.lemma);
  }

  /** "Ann Roe: “…”"; "She shared a verse with them: “…”" */
  protected override introduced(quote: Token): boolean {
    const { tokens } = this;
    const at = tokens.indexOf(quote);
    const isBehindColon = tokens[at - 1]?.text === ":";
    if (!isBehindColon && quote.end - quote.start < MIN_UNCLAIMED_QUOTE) return false;
    const near = isBehindColon ? phraseBefore(tokens, at - 1) : null;
    // "A message to Trump: “…”": Trump does not speak.
    const isLabel = near && isTitleWord(tokens[near.to - 1]) && !isOf(tokens[near.from - 1], "prepositions");
    const who: Phrase | null = isLabel ? near : (this.lastSubject ?? (at > 0 ? firstSubject(tokens, at) : phraseAfter(tokens, 1)));
    const cue = at > 0 ? { from: at - 1, to: at } : { from: 1, to: 2 };
    if (who) this.addPhrase(who, cue, "quote", { start: quote.start, end: quote.end, goesOn: tokens.length });
    return who !== null;
  }
}
