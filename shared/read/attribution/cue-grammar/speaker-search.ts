/** Finds the phrase that names the speaker of a verb of saying, before the verb or behind it, in languages that are read by their words of saying. */

import type { CueGrammar } from "../../../lang/index.ts";
import type { Span } from "../../../model/quote.ts";
import { oncePer } from "../../../text/once-per.ts";
import { spanOf } from "../../../text/span.ts";
import { carriesClaim, NAME_PART } from "./patterns.ts";
import { CAPITAL, determinersAt, isNamed, nounEnd, phraseLength, type Word, wholePhrase, wordsIn, wordsOf } from "./speaker-phrase.ts";

const spanBetween = (text: string, words: readonly Word[], from: number, to: number): Span | null => {
  const [first, last] = [words[from], words[to - 1]];
  return first && last && to > from ? spanOf(text, first.start, last.end) : null;
};

/** What ends a stretch of words: a mark, or the full stop of a sentence. */
const MARK = /[,;:!?()«»„“”"\n—–]|\s-\s|(?<!(?<!\p{L})\p{Lu})\.\s/gu;
/** Longest stretch before a verb that is searched, in UTF-16 units. */
const MAX_STRETCH = 160;

const MAX_BRACKET = 70;
/** Fewer words behind a comma may all be verbs and what they have with them. */
const MAX_VERBS = 6;

/** The stretch of words before an offset, back to a mark or `floor`. */
function stretchBefore(text: string, floor: number, end: number): Word[] {
  const from = Math.max(floor, end - MAX_STRETCH);
  const mark = [...text.slice(from, end).matchAll(MARK)].at(-1);
  return wordsIn(text, mark ? from + mark.index + mark[0].length : from, end);
}

/** The subject in a stretch of words that ends before its verb: all of it, or what follows the place or time that it begins with. */
function subjectIn(text: string, stretch: readonly Word[], grammar: CueGrammar): Span | null {
  const is = wordsOf(grammar);
  const at = (i: number) => stretch[i]?.text ?? "";
  const [from, to] = clauseIn(stretch, grammar);
  if (from === to) return null;
  const inside = ({ text: word }: Word, i: number, test: (word: string) => boolean) => i > from && i < to && test(word);
  const whole = (start: number, end = to) =>
    wholePhrase(stretch.slice(start, end), grammar) ? spanBetween(text, stretch, start, end) : null;
  const opening = (start: number) => spanBetween(text, stretch, start, start + phraseLength(stretch.slice(start), grammar, true));
  // "Die Polizei hat am Montag …": the subject stands before its auxiliary, else right behind it.
  const auxiliary = stretch.findIndex((word, i) => inside(word, i, is.isAuxiliary));
  if (auxiliary > 0) {
    const [, last] = clauseIn(stretch.slice(0, auxiliary), grammar);
    return whole(from, last) ?? opening(auxiliary + 1);
  }
  // "Die Sprecherin kam nach Salem und": the verb shares the subject that its sentence begins with.
  if (is.isConjunction(at(to - 1))) return opening(from);
  if (is.isSubordinator(at(from))) return opening(stretch.findIndex(({ text: word }, i) => i > from && !is.isSmall(word)));
  const all = whole(from);
  if (all) return all;
  // "mois au cours duquel Ana Ruiz", "kam nach Salem und Ana Ruiz": the clause of the verb begins there.
  for (const begins of [is.isThat, is.isConjunction]) {
    const clause = stretch.findLastIndex((word, i) => inside(word, i, begins));
    if (clause > 0 && clause < to - 1) return whole(clause + 1);
  }
  // German has one part before its verb: "auch die Schule".
  if (grammar.capitalNouns && is.isSmall(at(from))) return whole(from + 1);
  if (grammar.capitalNouns || ![is.isPreposition, is.isSmall, is.isTime].some((opens) => opens(at(from)))) return null;
  for (let i = from + 1; i < to; i++) {
    const isOpen = [is.isPreposition, is.isOf, is.isDeterminer].some((opens) => opens(at(i - 1)));
    const phrase = isOpen ? null : whole(i);
    if (phrase) return phrase;
  }
  return null;
}

/** Where in a stretch of words the clause begins and ends, without "and" and marks before it and what belongs to the verb behind it. */
function clauseIn(stretch: readonly Word[], grammar: CueGrammar): [from: number, to: number] {
  const is = wordsOf(grammar);
  const at = (i: number) => stretch[i]?.text ?? "";
  const [opens, closes] = [
    [is.isConjunction, is.isFrom],
    [is.isSmall, is.isAuxiliary, is.isDeterminer],
  ];
  let [from, to] = [0, stretch.length];
  while (to > 0 && !CAPITAL.test(at(to - 1)) && closes.some((test) => test(at(to - 1)))) to--;
  while (from < to && (/^\P{L}+$/u.test(at(from)) || opens.some((test) => test(at(from))))) from++;
  return [from, to];
}

/**
 * The subject that ends before the verb at `end`, not before `floor`: "Ana Ruiz", or "Ana Ruiz, portavoz de Nortia,". Null where what stands there
 * can be none.
 */
export function subjectBefore(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  const closed = /,\s*$/.exec(text.slice(floor, end));
  if (closed) return subjectWithApposition(text, floor, floor + closed.index, grammar);
  const stretch = stretchBefore(text, floor, end);
  const [first] = stretch;
  const isShort = stretch.length < MAX_VERBS && stretch.every(({ text: word }) => /^[\p{Ll}\p{N}]/u.test(word));
  // "Der Kassenwart, Andreas Lux, ließ die Vorwürfe zurückweisen", "El Eco, que lo repitió, prefirió callar": the clause goes on behind the comma.
  const goesOn = first && (isShort || wordsOf(grammar).isAuxiliary(first.text)) && /,\s*$/.test(text.slice(floor, first.start));
  // "La direzione dell'ospedale “Santa Lucia” di Salerno smentisce": a name in quotation marks is a part of the subject.
  if (first && !grammar.capitalNouns && wordsOf(grammar).isOf(first.text) && /["“”»]\s*$/.test(text.slice(floor, first.start))) return null;
  // "El alcalde (PX) negó", "Ada Roth (43) hat": what brackets tell of the subject.
  const bracket = isShort
    ? /\s?\([^()\n]{1,60}\)\s*$/.exec(text.slice(Math.max(floor, (first?.start ?? end) - MAX_BRACKET), first?.start ?? end))
    : null;
  return (
    (bracket ? subjectBefore(text, floor, (first?.start ?? end) - bracket[0].length, grammar) : null) ??
    fromPhrase(text, floor, stretch, end, grammar) ??
    relativeSubject(text, floor, stretch, grammar) ??
    (goesOn ? subjectBefore(text, floor, first.start, grammar) : null) ??
    subjectIn(text, stretch, grammar)
  );
}

/** "Chez Nortia, on": at whose place a clause without a named subject is said. Null where no such words stand there. */
function fromPhrase(text: string, floor: number, stretch: readonly Word[], end: number, grammar: CueGrammar): Span | null {
  const { isSmall, isAuxiliary } = wordsOf(grammar);
  if (!stretch.every(({ text: word }) => isSmall(word) || isAuxiliary(word))) return null;
  const at = stretch[0]?.start ?? end;
  const start = Math.max(floor, at - MAX_BEHIND);
  const from = fromOf(grammar)?.exec(text.slice(start, at));
  if (!from?.groups) return null;
  const comma = start + from.index + from[0].trimEnd().length - 1;
  const phrase = spanOf(text, comma - (from.groups["who"] ?? "").length, comma);
  return phraseLength(wordsIn(text, phrase.start, phrase.end), grammar, false) > 0 ? phrase : null;
}
const fromOf = oncePer((grammar: CueGrammar) =>
  grammar.speaksFrom ? new RegExp(`(?<!\\p{L})(?:${grammar.speaksFrom}) (?<who>[^,.;:\\n]{2,60}),\\s*$`, "iu") : null,
);

/** The subject whose apposition or relative clause ends with the comma at `comma`. */
function subjectWithApposition(text: string, floor: number, comma: number, grammar: CueGrammar): Span | null {
  const open = text.lastIndexOf(",", comma - 1);
  if (open <= floor || comma - open > MAX_STRETCH) return null;
  const { isThat, isSubordinator, isAuxiliary } = wordsOf(grammar);
  const between = wordsIn(text, open + 1, comma);
  const first = between[0]?.text ?? "";
  const named = subjectIn(text, stretchBefore(text, floor, open), grammar);
  // "La présidente a, de son côté, démenti"
  if (named && named.end < open && wordsIn(text, named.end, open).every((word) => isAuxiliary(word.text))) return named;
  const whole = named?.end === open ? named : null;
  // "La actriz, quien protagoniza la serie, que empieza hoy, desmintió": what stands before the comma is a relative clause itself.
  const outer = stretchBefore(text, floor, open)[0];
  if (outer && isThat(outer.text) && /,\s*$/.test(text.slice(floor, outer.start))) return subjectWithApposition(text, floor, open, grammar);
  // "El diario El Eco, que había repetido la acusación, publicó"
  if (isThat(first)) return whole;
  if (isSubordinator(first)) return null;
  if (whole) return spanOf(text, whole.start, comma);
  // "El jefe del Estado Mayor (FDI), Ana Ruiz, dijo"
  return isNamed(first) && wholePhrase(between, grammar) ? spanBetween(text, between, 0, between.length) : null;
}

/** The phrase that ends right before "zufolge" at `end`; null for none. */
export function phraseBefore(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  const stretch = stretchBefore(text, floor, end);
  for (let from = 0; from < stretch.length; from++)
    if (phraseLength(stretch.slice(from), grammar, false) === stretch.length - from)
      return spanBetween(text, stretch, from, stretch.length);
  return null;
}

/** Whom a relative pronoun before a verb means: "Ana Ruiz, que ha explicado". Null where there is none, or nobody whom it can mean. */
function relativeSubject(text: string, floor: number, stretch: readonly Word[], grammar: CueGrammar): Span | null {
  const is = wordsOf(grammar);
  const [first, ...rest] = stretch;
  if (!first || !is.isWho(first.text) || !rest.every(({ text: word }) => is.isSmall(word) || is.isAuxiliary(word))) return null;
  const comma = /,\s*$/.exec(text.slice(floor, first.start));
  return comma && phraseBefore(text, floor, floor + comma.index, grammar);
}

/** How many parts may stand between a verb and the subject behind it: "said on Monday in Salem the mayor". */
const MAX_BETWEEN = 3;
/** Longest phrase behind a verb, in UTF-16 units. */
const MAX_BEHIND = 120;

/** The speaker behind a verb or "according to", at most a few words of time and place later. `isSubject`: of a verb. Null for none. */
export function speakerAfter(text: string, start: number, limit: number, grammar: CueGrammar, isSubject: boolean): Span | null {
  const words = wordsIn(text, start, Math.min(limit, start + MAX_BEHIND));
  // "s'est borné à déclarer son directeur"
  let from = Number(isSubject && !grammar.capitalNouns && wordsOf(grammar).isInfinitive(words[0]?.text ?? ""));
  for (let part = 0; part <= MAX_BETWEEN; part++) {
    const length = phraseLength(words.slice(from), grammar, isSubject);
    if (length > 0) return apposed(text, spanBetween(text, words, from, from + length), limit, grammar, isSubject);
    if (!isSubject) return null;
    const next = between(words, from, grammar);
    if (next === from) return null;
    from = next;
  }
  return null;
}

/** Where a time, a place or a small word from `from` on ends; `from` itself if there is none. */
function between(words: readonly Word[], from: number, grammar: CueGrammar): number {
  const is = wordsOf(grammar);
  const word = words[from]?.text ?? "";
  if (is.isThat(word) || is.isConjunction(word)) return from;
  if (is.isSmall(word) || is.isTime(word)) return from + 1;
  const noun = determinersAt(words, is.isPreposition(word) ? from + 1 : from, grammar);
  const whole = nounEnd(words, noun, grammar);
  // "han apuntado a EFE fuentes de …": the name ends the place.
  const small = words.findIndex(({ text }, i) => i > noun && !CAPITAL.test(text));
  const last = CAPITAL.test(words[noun]?.text ?? "") && small > 0 ? Math.min(whole, small) : whole;
  // German: the noun ends the place, and a name may follow: "auf Nachfrage Ada Roth".
  const first = words.findIndex(({ text }, i) => i >= noun && i < last && CAPITAL.test(text));
  const end = grammar.capitalNouns && first >= 0 ? first + 1 : last;
  const isTold = is.isPreposition(word) || is.isOblique(word);
  return noun > from && end > noun && (isTold || is.isTime(words[end - 1]?.text ?? "")) ? end : from;
}

/** A name behind a role and its comma: "der Sprecher, Ralf Roe". */
const APPOSED = new RegExp(`^(?: [\\p{Ll}'’ ]{2,30})?, \\p{Lu}[\\p{L}'’-]+(?: ${NAME_PART}[\\p{L}'’-]+){1,3}(?![\\p{L}\\p{N}])`, "u");
/** A phrase with the name that follows it. "Según un mensaje en X, Lácteos Olmo vendió": the name does not belong to the message. */
function apposed(text: string, phrase: Span | null, limit: number, grammar: CueGrammar, isSubject: boolean): Span | null {
  if (
    !phrase ||
    !wordsOf(grammar).isDeterminer(wordsIn(phrase.text, 0, phrase.text.length)[0]?.text ?? "") ||
    carriesClaim(phrase.text, grammar)
  )
    return phrase;
  const behind = text.slice(phrase.end, Math.min(limit, phrase.end + MAX_STRETCH));
  const name = APPOSED.exec(behind)?.[0] ?? "";
  // "Según La Gaceta, Ana Ruiz vendió": the clause begins with the name.
  const isClause = !isSubject && /^\s\p{Ll}/u.test(behind.slice(name.length));
  return spanOf(text, phrase.start, phrase.end + (isClause ? 0 : name.length));
}

/** German: a pronoun right behind a verb is its subject: "Weiter sagte er". */
export function pronounBehind(text: string, start: number, limit: number, grammar: CueGrammar): Span | null {
  const [word] = grammar.capitalNouns ? wordsIn(text, start, Math.min(limit, start + 12)) : [];
  return word && /^\p{Ll}/u.test(word.text) && wordsOf(grammar).isHe(word.text) ? spanOf(text, word.start, word.end) : null;
}

/** German: who does it in the passive that ends before `end`: "wurde von der Polizei bestätigt". Null where nobody is named. */
export function agentBefore(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  const { isBy } = wordsOf(grammar);
  const stretch = stretchBefore(text, floor, end);
  const by = stretch.findLastIndex(({ text: word }) => isBy(word));
  return by < 0 ? null : speakerAfter(text, stretch[by]?.end ?? end, end, grammar, false);
}

/** Whether the clause before a verb has no subject of its own: "…, y además aseguró". */
export function isWithoutSubject(text: string, floor: number, end: number, grammar: CueGrammar): boolean {
  const { isSmall, isConjunction, isAuxiliary } = wordsOf(grammar);
  return stretchBefore(text, floor, end).every(({ text: word }) => isSmall(word) || isConjunction(word) || isAuxiliary(word));
}

const isPartyPhrase = (phrase: readonly Word[], grammar: CueGrammar, opens: boolean) =>
  phrase.some(({ text: word }, i) => (CAPITAL.test(word) && (i > 0 || !opens)) || wordsOf(grammar).isKind(word));

/** The name or the office holder that stands right before a verb, at most with small words between: "«El club no niega". Null for anything else. */
export function partyBefore(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  const stretch = stretchBefore(text, floor, end);
  const [from, to] = clauseIn(stretch, grammar);
  const phrase = stretch.slice(from, to);
  return phraseLength(phrase, grammar, true) === phrase.length && isPartyPhrase(phrase, grammar, true)
    ? spanBetween(text, stretch, from, to)
    : null;
}

/** The name or the office holder with whom a sentence begins, at most behind "and": "Et le maire est catégorique". Null for anything else. */
export function openingParty(text: string, start: number, end: number, grammar: CueGrammar): Span | null {
  const words = wordsIn(text, start, end);
  const is = wordsOf(grammar);
  const from = Number(is.isConjunction(words[0]?.text ?? ""));
  // Nothing shows where its verb begins but an auxiliary, or an office behind which no name stands and nothing that belongs to it.
  const verb = words.findIndex(
    ({ text: word }, i) => i > from && !isNamed(word) && (is.isAuxiliary(word) || (is.isKind(words[i - 1]?.text ?? "") && !is.isOf(word))),
  );
  const length = phraseLength(words.slice(from, verb < 0 ? undefined : verb), grammar, true);
  return isPartyPhrase(words.slice(from, from + length), grammar, from === 0) ? spanBetween(text, words, from, from + length) : null;
}
