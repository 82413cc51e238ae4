/** Attributions in languages that are read by cue words (cues.*.ts): speaker and content, from the words before and after the cue. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import type { Token, TokenSentence } from "../tokens.ts";
import type { Attribution } from "./attribution.ts";
import { aliasEnds, patternsOf, phraseEndingAt, phraseStartingAt } from "./cue-grammar-phrases.ts";

/** Longest sentence that is read, and longest statement, in UTF-16 units. */
const MAX_SENTENCE = 1500;
const MAX_STATEMENT = 600;
const MAX_STATEMENTS_IN_SENTENCE = 8;

/** "a-t-elle ajouté", "dit-il": the pronoun of an inverted verb. */
function pronounIn(text: string, cue: Span): Span {
  const { 0: found, index } = /(?<=-)(?!t-)\p{L}+/u.exec(cue.text) ?? { 0: cue.text, index: 0 };
  return spanOf(text, cue.start + index, cue.start + index + found.length);
}

/** The text without its closing marks. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, Math.min(end, start + MAX_STATEMENT)];
  while (from < to && /[\s,:;]/.test(text[from] ?? "")) from++;
  while (to > from && /[\s.,;:!?]/.test(text[to - 1] ?? "")) to--;
  return [from, to];
}

/** The attributions of sentences in a language that is read by cue words, in order. */
export function cueGrammarAttributions(text: string, sentences: TokenSentence[], grammar: CueGrammar, lang: string): Attribution[] {
  const out: Attribution[] = [];
  for (const [index, sentence] of sentences.entries()) new SentenceReader(text, sentence, index, grammar, lang, out).read();
  return out;
}

/** A verb of saying in the sentence, with the text around it. */
interface Verb {
  cue: Span;
  /** The sentence up to the verb. */
  before: string;
  /** Offset in the text where the next verb of saying stands, or the sentence ends. */
  nextVerb: number;
}

/** Reads one sentence. Each rule for a verb of saying tells whether it has handled the verb. */
class SentenceReader {
  private readonly text: string;
  private readonly sentence: TokenSentence;
  private readonly index: number;
  private readonly grammar: CueGrammar;
  private readonly lang: string;
  private readonly out: Attribution[];
  private readonly limit: number;
  private readonly quotes: Token[];
  /** The last speaker in this sentence. */
  private last: Span | null = null;
  private count = 0;
  /** Offset up to which the sentence has been attributed. */
  private covered = -1;

  constructor(text: string, sentence: TokenSentence, index: number, grammar: CueGrammar, lang: string, out: Attribution[]) {
    this.text = text;
    this.sentence = sentence;
    this.index = index;
    this.grammar = grammar;
    this.lang = lang;
    this.out = out;
    this.limit = Math.min(sentence.end, sentence.start + MAX_SENTENCE);
    this.quotes = sentence.tokens.filter((token) => token.kind === "quote");
  }

  read(): void {
    const { text, sentence } = this;
    const raw = text.slice(sentence.start, this.limit);
    this.accordingTo(raw);
    const found = [...raw.matchAll(patternsOf(this.grammar).say)];
    for (const [i, match] of found.entries()) {
      const at = sentence.start + match.index;
      // "Berichte", "Angaben": here the word is a German noun.
      const noun = this.grammar.capitalNouns && match.index > 2 && /^\p{Lu}/u.test(match[0]);
      if (this.isQuoted(at) || at < this.covered || noun) continue;
      const verb: Verb = {
        cue: spanOf(text, at, at + match[0].trimEnd().length),
        before: text.slice(sentence.start, at).trimEnd(),
        nextVerb: Math.min(this.limit, sentence.start + (found[i + 1]?.index ?? raw.length)),
      };
      if (this.isNoVerb(verb) || this.contentBeforeVerb(verb) || this.asSaid(verb)) continue;
      this.contentAfterVerb(verb);
    }
  }

  private add(speaker: Span | null, cue: Span, start: number, end: number): void {
    const { text, index, out } = this;
    const [from, to] = trimmed(text, start, end);
    if (to - from < 3 || ++this.count > MAX_STATEMENTS_IN_SENTENCE) return;
    const previous = out.at(-1);
    // A statement ends where the next one's speaker begins: "dijo que no, y la empresa aseguró que…".
    if (previous?.sentence === index && speaker && previous.end > speaker.start && previous.start < speaker.start)
      previous.end = trimmed(text, previous.start, speaker.start)[1];
    out.push({ sentence: index, speaker, named: speaker, cue, lemma: cue.text.toLowerCase(), start: from, end: to });
    this.last = speaker ?? this.last;
  }

  private isQuoted(at: number): boolean {
    return this.quotes.some((quote) => quote.start <= at && at < quote.end);
  }

  /** "según el ministerio, …", "…, laut dpa": the first such source phrase in the sentence. */
  private accordingTo(raw: string): void {
    const { text, sentence, grammar, limit } = this;
    for (const match of raw.matchAll(patternsOf(grammar).according)) {
      const at = sentence.start + match.index;
      if (this.isQuoted(at)) continue;
      const cue = spanOf(text, at, at + match[0].length);
      // "Den Angaben zufolge", and "dem Bericht zufolge": the source stands before "zufolge".
      const after = patternsOf(grammar).accordingBehind.test(match[0]);
      const source = after ? phraseEndingAt(text, sentence.start, at, grammar) : phraseStartingAt(text, cue.end, limit, grammar);
      if (!source) continue;
      const first = (after ? source.start : at) <= sentence.start + 2;
      // "Según fuentes cercanas al caso, …": the content begins after the comma, if one is near.
      const end = after ? cue.end : source.end + (/^[^,.;:]{1,60},/u.exec(text.slice(source.end, limit))?.[0].length ?? 0);
      // "Er soll laut dpa 40.000 Euro überwiesen haben": the source stands inside the content.
      const within = !after && grammar.capitalNouns && /^\s+[\p{L}\p{N}]/u.test(text.slice(source.end, limit));
      if (first) this.add(source, cue, end, limit);
      else this.add(source, cue, sentence.start, after ? source.start : within ? limit : at);
      this.covered = first ? end : limit;
      return;
    }
  }

  /** "la denuncia", "l'annonce": a noun. "se publicó en": there is no speaker. */
  private isNoVerb({ cue, before }: Verb): boolean {
    const { open, impersonal } = patternsOf(this.grammar);
    const around = this.text.slice(Math.max(this.sentence.start, cue.start - 4), cue.end + 7);
    return impersonal.test(around) || (/[ae]$/i.test(cue.text) && open.test(`${/(?<!\p{L})\p{L}+['’]?$/u.exec(before)?.[0] ?? ""} `));
  }

  /** «…», dijo Ana Ruiz. / „…“, sagte Weber. / Nobody was hurt, dijo Ana Ruiz. */
  private contentBeforeVerb({ cue, before }: Verb): boolean {
    const { text, sentence, grammar, limit, quotes } = this;
    const quote = quotes.findLast((q) => q.end <= cue.start);
    const closes =
      quote && patternsOf(grammar).clitic.test(text.slice(quote.end, cue.start)) && !aliasEnds.test(text.slice(sentence.start, quote.end));
    const clause =
      before.endsWith(",") &&
      /\p{L}/u.test(before) &&
      !patternsOf(grammar).thatFollows.test(text.slice(cue.end, limit)) &&
      !phraseIsApposition(before, grammar);
    if (!closes && !clause) return false;
    const speaker = patternsOf(grammar).inverted?.test(cue.text) ? pronounIn(text, cue) : phraseStartingAt(text, cue.end, limit, grammar);
    const from = closes && /^[\s]*$/.test(text.slice(sentence.start, quote.start)) ? quote.start : sentence.start;
    if (speaker) this.add(speaker, cue, from, closes ? quote.end : sentence.start + before.length);
    this.covered = speaker?.end ?? cue.end;
    return true;
  }

  /**
   * "…, como aseguran mensajes difundidos en X", "wie der Verlag mitteilte": the content stands before the cue, else after the next
   * comma.
   */
  private asSaid({ cue, before }: Verb): boolean {
    const { text, sentence, grammar, limit, out } = this;
    const how = patternsOf(grammar).as.exec(before) ?? patternsOf(grammar).asBefore?.exec(before);
    if (!how) return false;
    const speaker = grammar.capitalNouns
      ? phraseEndingAt(text, sentence.start + how.index + how[0].length, cue.start, grammar)
      : phraseStartingAt(text, cue.end, limit, grammar);
    const behind = speaker && speaker.end > cue.end ? speaker.end : cue.end;
    const comma = /^[^;:]{0,90}?,\s/u.exec(text.slice(behind, limit))?.[0].length;
    const previous = out.at(-1);
    if (previous?.sentence === this.index && previous.end > sentence.start + how.index) {
      // "negó que haya ocultado X, como aseguran Y": X is the content of Y.
      previous.end = trimmed(text, previous.start, sentence.start + how.index)[1];
      this.add(speaker, cue, previous.start, previous.end);
    } else if (how.index > 3) this.add(speaker, cue, sentence.start, sentence.start + how.index);
    else if (comma) this.add(speaker, cue, behind + comma, limit);
    this.covered = Math.max(speaker?.end ?? 0, cue.end);
    return true;
  }

  /** "Ana Ruiz dijo que …" */
  private contentAfterVerb(verb: Verb): void {
    const { text, grammar, limit } = this;
    const { cue, before } = verb;
    const subject = this.subjectOf(verb);
    const nobody = patternsOf(grammar).unnamed.test(before);
    this.covered = cue.end;
    // "unter der Überschrift „…“": a title is no speech.
    const quote = this.quotes.find((q) => q.start >= cue.end && !patternsOf(grammar).entitled.test(text.slice(q.start - 24, q.start)));
    const rest = text.slice(cue.end, verb.nextVerb).replace(patternsOf(grammar).titles, (words) => "x".repeat(words.length));
    const clause = patternsOf(grammar).that.exec(rest);
    // "desmintió haber vendido leche, después de que un mensaje …": the denied content needs no "que".
    const begins = clause && patternsOf(grammar).bare?.test(clause[0]) ? null : clause;
    // "Carmen Ruiz dijo el lunes: «…»", and German word order: "Am Montag sagte die Sprecherin, …".
    const comma = grammar.capitalNouns || !subject ? /^[^.;:«“„"]{0,90}?,\s/u.exec(rest) : null;
    // "rechazó el martes las acusaciones contra su rector, que circulan": the content is a denied thing, not a clause.
    const thing =
      subject &&
      responseTypeOf(cue.text, "", this.lang) === "denial" &&
      patternsOf(grammar).thing.test(rest) &&
      !(/^[^,]{0,60}/u.exec(rest)?.[0] ?? "").match(patternsOf(grammar).thatWord);
    const speaker = subject ?? (nobody ? null : phraseStartingAt(text, cue.end, limit, grammar));
    if (quote && quote.start - cue.end < 90 && !(begins && cue.end + begins[0].length < quote.start))
      this.add(speaker, cue, quote.start, quote.end);
    else if (thing) this.add(speaker, cue, cue.end, limit);
    else if (begins) this.add(speaker, cue, cue.end + begins[0].length, limit);
    else if (comma) this.add(speaker, cue, cue.end + comma[0].length, limit);
    else if (/\p{L}{3}/u.test(rest)) this.add(speaker, cue, cue.end, limit);
  }

  /** The speaker: the phrase before the verb, in German also the phrase after it, else the last speaker in the sentence. */
  private subjectOf({ cue, before }: Verb): Span | null {
    const { text, sentence, grammar, limit, out, last } = this;
    const second = patternsOf(grammar).second;
    if (last !== null && second.test(before)) {
      // "negó la acusación y aseguró que": the second verb shares the subject of the first, and ends the content of the first.
      const previous = out.at(-1);
      if (previous?.sentence === this.index)
        previous.end = Math.max(
          previous.start + 1,
          Math.min(previous.end, trimmed(text, previous.start, sentence.start + before.replace(second, "").length)[1]),
        );
      return last;
    }
    const turned =
      grammar.capitalNouns &&
      patternsOf(grammar).fronts.test(before.slice(Math.max(0, this.covered - sentence.start)).trim()) &&
      patternsOf(grammar).beginsPhrase.test(text.slice(cue.end, limit));
    const found = turned
      ? phraseStartingAt(text, cue.end, limit, grammar)
      : phraseEndingAt(text, Math.max(sentence.start, this.covered), cue.start, grammar);
    return found ?? (patternsOf(grammar).unnamed.test(before) ? null : last);
  }
}

/** "Ana Ruiz, portavoz de Nortia," — the comma before the verb closes an apposition, so the subject stands before it. */
const phraseIsApposition = (before: string, grammar: CueGrammar) => {
  const parts = before.slice(-160).split(/,\s*/);
  return (
    parts.length >= 3 &&
    (parts.at(-2) ?? "").length < 80 &&
    !patternsOf(grammar).copula.test(parts.at(-2) ?? "") &&
    (/^\p{Lu}/iu.test((parts.at(-3) ?? "").trim()) || patternsOf(grammar).open.test((parts.at(-3) ?? "").trim()))
  );
};
