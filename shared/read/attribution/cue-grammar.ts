/** Who says what in languages that are read by their verbs of saying: speaker and content, from the words before and after the verb. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { type Range, spanOf } from "../../text/span.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import { isQuoted, type Token } from "../tokens.ts";
import { patternsOf } from "./cue-patterns.ts";
import { isWithoutSubject, openingParty, pronounBehind, speakerAfter, subjectAfter, subjectBefore } from "./phrases/speakers.ts";
import { type Place, SentenceReader, type Verb } from "./sentence-reader.ts";

/** Maximum distance, after its verb, of a noun that shows the type of a response: "publicó una rectificación". */
const MAX_THING = 60;

/** Fewer UTF-16 units behind a colon are a title or a term. */
const MIN_SPEECH = 30;
/** The end of a sentence or of a clause, at most a time or a place later. */
const CLOSED = /^[^.,;:«“„"]{0,40}(?:[.,;]|$)/u;

/** "a-t-elle ajouté", "dit-il": the pronoun of an inverted verb. */
function pronounIn(text: string, cue: Span): Span {
  const { 0: found, index } = /(?<=-)(?!t-)\p{Alpha}+/u.exec(cue.text) ?? { 0: cue.text, index: 0 };
  return spanOf(text, cue.start + index, cue.start + index + found.length);
}

/** Reads one sentence by its verbs of saying. */
export class CueGrammarReader extends SentenceReader<Verb> {
  private readonly grammar: CueGrammar;
  private readonly lang: string;
  protected readonly say: RegExp;
  protected override readonly credits: RegExp;
  protected override readonly creditsBehind: RegExp;
  protected override readonly isWithin: boolean;

  constructor(place: Place, grammar: CueGrammar, lang: string) {
    super(place);
    this.grammar = grammar;
    ({ say: this.say, according: this.credits, accordingBehind: this.creditsBehind } = patternsOf(grammar));
    this.isWithin = grammar.capitalNouns ?? false;
    this.lang = lang;
  }

  protected cues(): Verb[] {
    const { grammar, sentence } = this;
    // "Berichte", "Angaben": here the word is a German noun.
    const isNoun = ({ cue }: Verb) => grammar.capitalNouns && cue.start - sentence.start > 2 && /^\p{Upper}/u.test(cue.text);
    return this.verbs().filter((verb) => !isNoun(verb));
  }

  protected withoutVerb(verb: Verb): boolean {
    return isQuoted(this.sentence, verb.start) || this.isNoVerb(verb);
  }

  protected override introduced({ start, end }: Token): boolean {
    const { text, sentence, grammar } = this;
    const before = text.slice(sentence.start, start);
    if (this.found().length > 0 || end - start < MIN_SPEECH || !/^[^:«“„"”»]{3,160}:\s*$/u.test(before)) return false;
    const at = sentence.start + before.lastIndexOf(":");
    const speaker = openingParty(text, sentence.start, at + 1, grammar);
    if (speaker) this.add(speaker, spanOf(text, at, at + 1), { start, end });
    return speaker !== null;
  }

  protected override creditedBy(cue: Span, isBehind: boolean): Span | null {
    const { text, sentence, grammar, limit } = this;
    return isBehind ? subjectBefore(text, sentence.start, cue.start, grammar) : speakerAfter(text, cue.end, limit, grammar);
  }

  /** "la denuncia", "l'annonce": a noun. */
  private isNoVerb({ cue, before }: Verb): boolean {
    const { open, attributive, infinitive, dependent, reflexive } = patternsOf(this.grammar);
    const last = /(?<!\p{Alpha})\p{Alpha}+['’]?$/u.exec(before)?.[0] ?? "";
    return (
      (/[ae]$/i.test(cue.text) && open.test(`${last} `)) ||
      // "mehrere bestätigte Fälle", "um es so zu sagen", "wollte das nicht bestätigen"
      attributive?.test(last) ||
      // "si les accusations se confirment"
      (reflexive.test(before) && responseTypeOf(cue.text, "", this.lang) === "confirmation") ||
      (infinitive.test(cue.text) && dependent.test(before.replace(/[„“«»"][^„“”«»"]*[“”«»"]/gu, "")))
    );
  }

  /** «…», dijo Ana Ruiz. / „…“, sagte Weber. / Nobody was hurt, dijo Ana Ruiz. */
  protected override inverted({ cue, before }: Verb): boolean {
    const { text, sentence, grammar, limit, quotes } = this;
    const quote = quotes.findLast((q) => q.end <= cue.start);
    const closes = quote && patternsOf(grammar).clitic.test(text.slice(quote.end, cue.start));
    const clause =
      before.endsWith(",") &&
      /\p{Alpha}/u.test(before) &&
      !patternsOf(grammar).thatFollows.test(text.slice(cue.end, limit)) &&
      // "…, so Weber": a cue without a verb whose subject could be before it.
      (patternsOf(grammar).anaphora.test(cue.text) || !subjectBefore(text, sentence.start, cue.start, grammar));
    if (!closes && !clause) return false;
    const inverted = patternsOf(grammar).inverted?.test(cue.text);
    const behind = inverted ? pronounIn(text, cue) : subjectAfter(text, cue.end, limit, grammar);
    // "«…», aseguró.": the last speaker.
    const speaker = behind ?? (closes && CLOSED.test(text.slice(cue.end, limit)) ? this.unsaidSubject() : null);
    const from = closes && /^[\s]*$/.test(text.slice(sentence.start, quote.start)) ? quote.start : sentence.start;
    const end = sentence.start + before.length;
    const said = { start: from, end: closes ? quote.end : end };
    if (speaker) this.addWithMore(speaker, cue, said, Math.max(speaker.end, cue.end));
    this.covered = speaker?.end ?? cue.end;
    return true;
  }

  /** "…, como aseguran mensajes difundidos en X", "wie der Verlag mitteilte": the content precedes the cue, or follows the next comma. */
  protected override asSaid({ cue, before }: Verb): boolean {
    const { text, sentence, grammar, limit } = this;
    const how = patternsOf(grammar).as.exec(before) ?? patternsOf(grammar).asBefore?.exec(before);
    if (!how) return false;
    const speaker = grammar.capitalNouns
      ? subjectAfter(text, sentence.start + how.index + how[0].length, cue.start, grammar)
      : subjectAfter(text, cue.end, limit, grammar);
    this.covered = Math.max(speaker?.end ?? 0, cue.end);
    // "Wie bereits berichtet"
    if (!speaker) return true;
    const behind = Math.max(speaker.end, cue.end);
    const comma = /^[^;:]{0,90}?,\s/u.exec(text.slice(behind, limit))?.[0].length;
    if (how.index > 3) this.add(speaker, cue, { start: sentence.start, end: sentence.start + how.index });
    else if (comma) this.add(speaker, cue, { start: behind + comma, end: limit });
    return true;
  }

  /** "Lo ha detto il ministro": the content is the sentence before, if that has no speaker. */
  protected contentBefore(verb: Verb): Range | null {
    const { anaphora } = patternsOf(this.grammar);
    return anaphora.test(verb.before) ? this.previous : null;
  }

  protected attribute({ cue }: Verb, speaker: Span | null, content: Range): void {
    this.addWithMore(speaker, cue, content, content.end);
  }

  /** The content after a verb: a quotation, a clause, or a denied thing; null for none. */
  protected contentBehind(verb: Verb, speaker: Span | null): Range | null {
    const { text, grammar, limit } = this;
    const { cue, nextVerb } = verb;
    // In German, a verb whose subject is not found is no verb of saying.
    if (speaker === null && grammar.capitalNouns) return null;
    const quote = this.quotes.find((q) => q.start >= cue.end);
    const rest = text.slice(cue.end, nextVerb);
    const clause = patternsOf(grammar).that.exec(rest);
    // "desmintió haber vendido leche, después de que un mensaje …": the denied content needs no "que".
    const begins = clause && patternsOf(grammar).bare?.test(clause[0]) ? null : clause;
    if (quote && quote.start - cue.end < 90 && !(begins && cue.end + begins[0].length < quote.start)) return quote;
    // "rechazó el martes las acusaciones contra su rector, que circulan": the content is a denied thing, not a clause.
    const isDenied = speaker !== null && responseTypeOf(cue.text, "", this.lang) === "denial" && patternsOf(grammar).thing.test(rest);
    if (isDenied) return { start: cue.end, end: limit };
    if (begins) return { start: cue.end + begins[0].length, end: limit };
    // German word order: "Am Montag sagte die Sprecherin, …".
    const at = Math.max(cue.end, speaker?.end ?? 0);
    const comma = grammar.capitalNouns ? patternsOf(grammar).clauseBehind.exec(rest.slice(at - cue.end)) : null;
    if (comma) return { start: at + comma[0].length, end: limit };
    const isThing =
      responseTypeOf(cue.text, rest.slice(0, MAX_THING).trim(), this.lang) !== null ||
      patternsOf(grammar).bare?.test(rest.slice(0, MAX_THING));
    return isThing && /\p{Alpha}{3}/u.test(rest) ? { start: cue.end, end: limit } : null;
  }

  protected subjectOf(verb: Verb): Span | null {
    const speaker = this.subjectOfActive(verb);
    this.covered = verb.end;
    this.last = speaker ?? this.last;
    return speaker;
  }

  /** The subject before or after the verb, else the last one in the sentence. */
  private subjectOfActive({ cue, before }: Verb): Span | null {
    const { text, sentence, grammar, limit, last } = this;
    const { second, unnamed, anaphora } = patternsOf(grammar);
    // "negó la acusación y aseguró que": the second verb shares the subject of the first.
    if (last !== null && second.test(before)) return last;
    const floor = Math.max(sentence.start, this.covered);
    if (unnamed.test(before) && !anaphora.test(before)) return grammar.speaksFrom ? subjectBefore(text, floor, cue.start, grammar) : null;
    const isDenial = !grammar.capitalNouns && responseTypeOf(cue.text, "", this.lang) === "denial";
    return (
      pronounBehind(text, cue.end, limit, grammar) ??
      subjectBefore(text, floor, cue.start, grammar) ??
      (isDenial ? null : subjectAfter(text, cue.end, limit, grammar)) ??
      (isWithoutSubject(text, floor, cue.start, grammar) ? this.unsaidSubject() : null)
    );
  }

  /** The subject of a verb without one: the last speaker of this sentence or, in some languages, of the one before. */
  private unsaidSubject(): Span | null {
    const before = this.grammar.dropsSubject && this.found().length === 0 ? this.foundBefore() : null;
    return this.last ?? before?.named ?? null;
  }
}
