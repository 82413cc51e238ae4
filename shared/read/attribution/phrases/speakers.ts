/** The phrase that names the speaker of a verb of saying, before or after the verb, in languages other than English: by the glosses of the words. */

import type { CueGrammar } from "../../../lang/index.ts";
import { NOTHING } from "../../../lang/index.ts";
import type { Span } from "../../../model/quote.ts";
import { oncePer } from "../../../text/once-per.ts";
import { spanOf } from "../../../text/span.ts";
import { isWrittenAsName, type Token } from "../../tokens.ts";
import { glossedWords, NAME, NOUN } from "./glosses.ts";
import { type Phrase, phraseAfter, phraseSpan, type Subject, subjectBefore as subjectUpTo } from "./noun-phrases.ts";

/** Longest passage before a verb that is searched, and longest phrase after one, in UTF-16 units. */
const MAX_BEFORE = 300;
const MAX_BEHIND = 120;
/** Fewer words than this after a comma may be only verbs and their adjuncts. */
const MAX_VERBS = 6;
const SMALL = new Set(["also", "has", "is", "who", "that", "and"]);
/** How many parts may separate a verb from the subject after it: "said on Monday in Salem the mayor". */
const MAX_BETWEEN = 3;
/** How many words for its field may follow a role before the comma and the name. */
const MAX_FIELD = 5;

const wordsOf = oncePer((grammar: CueGrammar) => {
  const { roles, organisations, anonymous, outlets, carriers, people, infinitiveForm, capitalNouns } = grammar;
  return {
    /** Nouns that may speak without an article: "police", "experts". */
    isKind: new RegExp(`^(?:${[roles, organisations, anonymous, outlets, carriers, people].join("|")})$`, "iu"),
    isInfinitive: new RegExp(infinitiveForm && !capitalNouns ? `^\\p{Lower}+(?:${infinitiveForm})` : NOTHING, "u"),
  };
});

const asSubject = (phrase: Phrase | null): Subject | null => phrase && { ...phrase, antecedent: null, reach: phrase.from };

/** A passage, in which phrases are found by the glosses of its words. */
class Passage {
  readonly tokens: Token[];
  private readonly text: string;
  private readonly words: ReturnType<typeof wordsOf>;
  private readonly capitalNouns: boolean;

  constructor(text: string, start: number, end: number, grammar: CueGrammar) {
    this.tokens = glossedWords(text, start, end, grammar);
    this.text = text;
    this.words = wordsOf(grammar);
    this.capitalNouns = grammar.capitalNouns ?? false;
  }

  /** The words before a verb at `end`, not before `floor`. */
  static before(text: string, floor: number, end: number, grammar: CueGrammar): Passage {
    const from = end - floor > MAX_BEFORE ? text.indexOf(" ", end - MAX_BEFORE) : floor;
    return new Passage(text, from < 0 ? end : from, end, grammar);
  }

  /** Whether the token at an index has one of these glosses. */
  private is(at: number, ...glosses: string[]): boolean {
    return glosses.includes(this.tokens[at]?.lower ?? "");
  }
  private isComma(at: number): boolean {
    return this.tokens[at]?.text === ",";
  }
  /** The word at an index, as in the text. */
  private wordAt(at: number): string {
    return this.text.slice(this.tokens[at]?.start, this.tokens[at]?.end);
  }
  private isKind(at: number): boolean {
    return this.words.isKind.test(this.wordAt(at));
  }
  /** The beginning of the clause that ends at a token. */
  private clauseTo(end: number): number {
    return this.tokens.findLastIndex(({ kind }, i) => kind === "mark" && i < end) + 1;
  }
  /** Whether the last clause has only function words before a token. */
  isSmallUpTo(at: number): boolean {
    return this.tokens.slice(this.clauseTo(this.tokens.length), at).every(({ lower }) => SMALL.has(lower));
  }

  /** Whether a phrase may name a speaker: it has an article, is a name, or is a noun that may speak without one. */
  private maySpeak({ from, to }: Phrase): boolean {
    if (this.is(from, "he", "they")) return to === from + 1;
    if (this.is(from, "the", "his")) return to > from + 1 && !this.is(from + 1, "in", "of") && !this.is(to - 1, "monday", "1");
    // "Gemeinsam mit Ana Ruiz": a single word at the beginning of a sentence may be no name.
    if (from === 0 && to > 1 && this.is(1, "in") && !this.isKind(0)) return false;
    return (
      (this.is(from, NAME) && !this.is(from + 1, "monday")) ||
      (this.is(from, NOUN) && (/[sxi]$/u.test(this.wordAt(from)) || this.isKind(from)))
    );
  }
  /** The words of a phrase that may name a speaker, without function words at its end; null for none. */
  span(phrase: Phrase | null): Span | null {
    if (!phrase) return null;
    const { from } = phrase;
    let { to } = phrase;
    while (to > from + 1 && (this.tokens[to - 1]?.kind === "mark" || this.is(to - 1, "of", "in", "and", "the", "his"))) to--;
    // "La sindaca, 45 anni": an age after the phrase.
    const comma = this.tokens.findLastIndex((_, i) => i > from && i < to && this.isComma(i));
    if (comma > from && this.tokens.slice(comma + 1, to).every((_, i) => this.is(comma + 1 + i, "1", "monday"))) to = comma;
    return this.maySpeak({ from, to }) ? phraseSpan(this.text, this.tokens, { from, to }) : null;
  }
  /** Whether a phrase contains a name or an office. If it `opens` a sentence, its first capital shows nothing. */
  hasParty({ from, to }: Phrase, opens: boolean): boolean {
    return this.tokens.slice(from, to).some((token, i) => (isWrittenAsName(token) && (i > 0 || !opens)) || this.isKind(from + i));
  }

  /** The subject of the verb after the words up to `end`; null for none. With `goesOn` it may be before a comma within its clause. */
  subject(end = this.tokens.length, goesOn = true): Subject | null {
    const { tokens, capitalNouns } = this;
    let to = end;
    while (to > 0 && this.is(to - 1, "also", "has", "is", "been")) to--;
    // "El rumor fue", and "el comunicado en el que": no subject.
    if (tokens.slice(to, end).some(({ lower }) => lower === "been") || (this.is(to - 1, "who") && this.is(to - 2, "the", "in")))
      return null;
    // "La présidente a, de son côté, démenti"
    const open = this.isComma(to - 1) ? tokens.findLastIndex((_, i) => i < to - 1 && this.isComma(i)) : -1;
    if (this.is(open - 1, "has")) return this.subject(open);
    let from = this.clauseTo(to);
    if (goesOn && this.isComma(from - 1)) {
      const before = this.clauseTo(from - 1);
      // "Chez Nordia, on": the speaker is the party at whose place the clause is said.
      if (from === to && this.is(before, "from")) return asSubject(phraseAfter(tokens, before + 1));
      // "El Eco, que lo repitió, prefirió callar": the clause continues after the comma.
      const isShort = to - from < MAX_VERBS && !this.is(from, "who") && !tokens.slice(from, to).some(isWrittenAsName);
      const earlier = to > from && (isShort || this.is(from, "has")) ? this.subject(from) : null;
      if (earlier) return earlier;
    }
    while (this.is(from, "and", "from")) from++;
    // "La direzione dell'ospedale “Santa Lucia” di Salerno": a name in quotation marks is part of the subject.
    if (this.is(from, "of") && from > 0) return null;
    // "Die Polizei hat am Montag …": the subject is before its auxiliary, else directly after it.
    const auxiliary = tokens.findIndex((_, i) => i >= from && i < to && this.is(i, "has"));
    if (auxiliary >= 0) return (auxiliary > from ? this.subject(auxiliary, false) : null) ?? asSubject(phraseAfter(tokens, auxiliary + 1));
    // "Die Sprecherin kam nach Salem und": the verb has the subject at the beginning of its clause.
    if (this.is(to - 1, "and")) return asSubject(phraseAfter(tokens, from));
    // German has only one constituent before its verb: "in Salem bestätigte".
    if (capitalNouns && this.is(from, "in", "on", "of", "monday", "because")) return null;
    const head = this.behindOpening(from, to);
    if (head > from && head < to) return asSubject({ from: head, to });
    const start = this.openingEnd();
    const subject = subjectUpTo(
      tokens.map((token, i) => (i < start ? { ...token, text: ";", kind: "mark" } : token)),
      to,
    );
    // "The dam holds, said": words before a comma are no subject, unless it closes an apposition or a relative clause.
    const isClosed = this.isComma(to - 1) && !tokens.slice(subject?.from, to - 1).some(({ text }) => /^[,–—]$/.test(text));
    // "Su Facebook": a place.
    return subject?.antecedent === null && (isClosed || this.is(subject.from - 1, "in", "on", "of")) ? null : subject;
  }

  /**
   * The beginning of the noun phrase after a place or time at `from`: "En un comunicado la empresa", "Martedì un portavoce". `from` if there is
   * no place or time, `to` if no phrase follows.
   */
  private behindOpening(from: number, to: number): number {
    if (!this.is(from, "in", "on", "of", "monday", "also")) return from;
    for (let i = from + 1; i < to; i++) {
      const phrase = this.is(i - 1, "in", "on", "of", "the", "his") ? null : phraseAfter(this.tokens, i);
      if (phrase && this.maySpeak(phrase) && (phrase.to >= to || this.is(phrase.to, "in", "also", "and"))) return i;
    }
    return to;
  }

  /** The end of an opening that is no part of the subject: "El martes, el director de la obra, Ana Ruiz, dijo". */
  private openingEnd(): number {
    const commas = [...this.tokens.keys()].filter((at) => this.isComma(at));
    const opening = this.behindOpening(0, commas[0] ?? 0);
    return commas.length > 2 && (opening > 0 || commas[0] === 1) ? (commas[0] as number) : opening;
  }

  /** The speaker after the token at `from`; for a verb possibly a few parts later. */
  speakerFrom(from: number, isSubject: boolean): Span | null {
    let at = from;
    for (let part = 0; part <= (isSubject ? MAX_BETWEEN : 0); part++) {
      const phrase = phraseAfter(this.tokens, at);
      const found = this.span(phrase && this.withName(phrase, isSubject));
      if (found) return found;
      const next = this.behindAdjunct(at);
      if (next === at) return null;
      at = next;
    }
    return null;
  }
  /**
   * A role with the name after its comma: "l'adjointe à la santé, Ada Roche". But in "Según La Gaceta, Ana Ruiz vendió"
   * the name may begin the clause.
   */
  private withName({ from, to }: Phrase, isSubject: boolean): Phrase {
    let comma = to;
    while (comma < to + MAX_FIELD && !this.isComma(comma) && this.tokens[comma]?.kind === "word" && !this.is(comma, NAME)) comma++;
    let end = comma + 1;
    while (this.is(end, NAME)) end++;
    const isNamed = this.isComma(comma) && end > comma + 2 && (isSubject || this.isComma(end));
    return { from, to: isNamed && this.is(from, "the", "his") ? end : to };
  }
  /** Whether a passage begins with an infinitive: "s'est borné à déclarer son directeur". */
  beginsWithInfinitive(): boolean {
    return this.words.isInfinitive.test(this.wordAt(0));
  }

  /** The end of a time, place or function word at `from`; `from` itself if there is none. */
  private behindAdjunct(from: number): number {
    if (this.is(from, "also", "has", "on", "monday", "1")) return from + 1;
    const place = this.is(from, "in", "of") ? phraseAfter(this.tokens, from + 1) : null;
    if (!place) return from;
    // "Han apuntado a Nordia fuentes del puerto", "auf Nachfrage Ada Roth": in Spanish the place ends after its name, in German after its noun.
    const isName = (at: number) => at < place.to && isWrittenAsName(this.tokens[at] as Token);
    let end = place.from;
    if (this.capitalNouns) while (end < place.to && !isName(end)) end++;
    if (!isName(end)) return place.to;
    end++;
    if (!this.capitalNouns) while (isName(end)) end++;
    return end;
  }

  /** The phrase at the beginning of the passage, possibly after "and"; null for none. */
  opening(): Phrase | null {
    const phrase = phraseAfter(this.tokens, Number(this.is(0, "and")));
    // "The mayor wants": only the office before it shows that a word is a verb.
    const isVerb = (at: number) => this.is(at, NOUN) && this.is(at - 1, NOUN) && this.isKind(at - 1);
    const verb = phrase ? this.tokens.findIndex((_, i) => i > phrase.from && i < phrase.to && isVerb(i)) : -1;
    // "El director de la clínica, Jon Arce, recurrió a Facebook": with the name between commas.
    return phrase && (verb > 0 ? { ...phrase, to: verb } : this.withName(phrase, false));
  }
}

/** The subject that ends before the verb at `end`, not before `floor`: "Ana Ruiz", or "Ana Ruiz, portavoz de Nortia,". Null for none. */
export function subjectBefore(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  const passage = Passage.before(text, floor, end, grammar);
  const subject = passage.subject();
  return subject && passage.span(subject.antecedent ?? subject);
}

const passageAfter = (text: string, start: number, limit: number, grammar: CueGrammar) =>
  new Passage(text, start, Math.min(limit, start + MAX_BEHIND), grammar);
/** The subject after a verb, possibly a few words of time and place later. Null for none. */
export function subjectAfter(...where: Parameters<typeof passageAfter>): Span | null {
  const passage = passageAfter(...where);
  return passage.speakerFrom(Number(passage.beginsWithInfinitive()), true);
}
/** The speaker after "according to", possibly a few words of time and place later. Null for none. */
export const speakerAfter = (...where: Parameters<typeof passageAfter>): Span | null => passageAfter(...where).speakerFrom(0, false);

/** German: a pronoun directly after a verb is its subject: "Weiter sagte er". */
export function pronounBehind(text: string, start: number, limit: number, grammar: CueGrammar): Span | null {
  const [word] = grammar.capitalNouns ? glossedWords(text, start, Math.min(limit, start + 12), grammar) : [];
  return word?.lower === "he" ? spanOf(text, word.start, word.end) : null;
}

/** Whether the clause before a verb has no subject of its own: "…, y además aseguró". */
export function isWithoutSubject(text: string, floor: number, end: number, grammar: CueGrammar): boolean {
  return Passage.before(text, floor, end, grammar).isSmallUpTo(MAX_BEFORE);
}

/** The name or office holder at the beginning of a sentence, possibly after "and": "Et le maire est catégorique". Null for anything else. */
export function openingParty(text: string, start: number, end: number, grammar: CueGrammar): Span | null {
  const passage = new Passage(text, start, end, grammar);
  const phrase = passage.opening();
  return phrase && passage.hasParty(phrase, phrase.from === 0) ? passage.span(phrase) : null;
}
