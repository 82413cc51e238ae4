/** Noun phrases before and after a token, and the subject of a verb, by word order. */
import { english } from "../../../lang/index.ts";
import type { Span } from "../../../model/quote.ts";
import { spanOf } from "../../../text/span.ts";
import type { PartyAt, TextAnalysis } from "../../analysis.ts";
import { isWrittenAsName, type Token } from "../../tokens.ts";
import { verbForm } from "./verbs.ts";
import { isOf, WORDS } from "./word-classes.ts";

/** Longest walk, in tokens. */
export const MAX_WALK = 40;

/** A word in lower case with straight apostrophes. */
export const fold = (token: Token) => token.lower.replace(/’/g, "'");
/** Whether a word is one of time: "yesterday", "Monday". */
export const isTime = (token: Token) => isOf(token, "times");
/** Whether a word is an auxiliary verb, also with a negation: "has", "didn't". */
export const isAuxiliary = (token: Token) => isOf(token, "auxiliaries") || /n['’]t$/.test(token.lower);
/** Whether a word is an adverb or an auxiliary. */
export const isAdverb = (token: Token) => isAuxiliary(token) || WORDS.adverbs.has(token.text);
const isCapital = (token: Token | undefined) =>
  token !== undefined && token.kind === "word" && (/^[\p{Lo}@]/u.test(token.text) || isWrittenAsName(token));

/** Whether a word is a function word rather than a name, anywhere in a sentence. */
export const isFunctionWord = (token: Token) =>
  WORDS.boundaries.has(fold(token)) ||
  isOf(token, "determiners", "prepositions", "pronouns") ||
  isAdverb(token) ||
  isTime(token) ||
  isOf(token, "noNames");

/** An adverb at the beginning of a sentence: "Similarly, Roe said", "Shortly after the vote, Roe said". */
export const isOpeningAdverb = (tokens: Token[], at: number) => at === 0 && isOf(tokens[0], "openingAdverbs");

/** A range of tokens. */
export interface Phrase {
  /** Index of the first token, and one past the last. */
  from: number;
  to: number;
}
/** The subject of a verb. For a relative pronoun, `antecedent` is the phrase that it stands for. */
export interface Subject extends Phrase {
  antecedent: Phrase | null;
  /** Where the whole construction starts, including appositions and fronted words. */
  reach: number;
}

/** Where the subject begins in a range that opens with words before it: "In a statement Acme", "On Monday the board". */
function behindOpener(tokens: Token[], from: number, to: number): number {
  const isOpening = (at: number) => isOf(tokens[at], "prepositions") || isTime(tokens[at] as Token);
  let at = to - 1;
  while (at > from && isCapital(tokens[at]) && !isTime(tokens[at] as Token)) at--;
  if (isCapital(tokens[to - 1]) && tokens[at]?.lower !== "of") {
    // A name, with the words before it up to a preposition, a time or a mark.
    let start = at + 1;
    while (start - 1 > from && tokens[start - 1]?.kind === "word" && !isOpening(start - 1)) start--;
    return start;
  }
  const determiner = tokens.findLastIndex((token, i) => i > from && i < to && isOf(token, "determiners"));
  return determiner > from ? determiner : Math.min(to - 1, from + 1);
}

/** Narrows a range that may contain more than the subject to its last noun phrase. */
function core(tokens: Token[], from: number, to: number): Phrase {
  if (isOf(tokens[to - 1], "personal") && !(to - 2 > from && isOf(tokens[to - 2], "prepositions"))) return { from: to - 1, to };
  const opener = tokens[from] as Token;
  const isFronted = isOf(opener, "prepositions") || (isTime(opener) && !/^\d/.test(opener.text)) || isAdverb(opener);
  let start = isFronted ? behindOpener(tokens, from, to) : from;
  // "prompting a response from Ann Roe": a name after a preposition stands alone, but "the head of Acme" and "aide to the Mayor" do not.
  let run = to;
  while (run > start && isCapital(tokens[run - 1])) run--;
  const leads = run < to && run > start && isOf(tokens[run - 1], "leadsToName");
  if (leads && !isOf(tokens[start], "determiners", "officers") && !isCapital(tokens[start])) start = run;
  while (start < to - 1 && (isAdverb(tokens[start] as Token) || tokens[start]?.kind === "mark")) start++;
  return { from: start, to };
}

/** Whether a noun phrase may end with a token: not with a boundary, a preposition or a determiner, unless that is a pronoun. */
function mayEndPhrase(tokens: Token[], at: number): boolean {
  const last = tokens[at];
  if (last?.kind === "quote") return last.text.length < 40 && isOf(tokens[at - 1], "opensAlias");
  if (last?.kind !== "word" || isOf(last, "prepositions")) return false;
  return isOf(last, "pronouns") || !(WORDS.boundaries.has(fold(last)) || isOf(last, "determiners"));
}
/** Whether a word before a noun phrase is a verb whose object, or content, the phrase is. */
function governs(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1]?.lower ?? "";
  // "Roe took to the radio".
  if (next === "to" && WORDS.irregularPast.has(token.text)) return true;
  // "The paper reached out to the actor's reps, who denied it", "contacted the reps".
  const isPast = WORDS.plainPastForms.has(token.text) || verbForm(token.text)?.form === "past";
  if (isPast && (WORDS.particles.has(next) || WORDS.determiners.has(next))) return true;
  const verb = isCapital(token) ? null : verbForm(token.lower);
  if (!verb || verb.form === "base" || !/[qt]/.test(verb.frames)) return false;
  // "The Sun reports Ann Roe", but "the committee reports Roe".
  return verb.form !== "s" || (isCapital(tokens[at - 1]) && isCapital(tokens[at + 1]));
}

/** The noun phrase that ends directly before `end`. Null if there is a boundary. */
export function phraseBefore(tokens: Token[], end: number): Phrase | null {
  if (!mayEndPhrase(tokens, end - 1)) return null;
  const floor = Math.max(0, end - MAX_WALK);
  let from = end;
  for (let at = end - 1; at >= floor; at--) {
    const token = tokens[at] as Token;
    if (token.kind === "mark" && !/^[-'’&.()%$#/]$/.test(token.text)) break;
    const joinsNames = token.lower === "and" && isCapital(tokens[at + 1]) && isCapital(tokens[at - 1]);
    const ends = at < end - 1 && !joinsNames && (WORDS.boundaries.has(fold(token)) || token.kind === "quote" || governs(tokens, at));
    if (ends) break;
    from = at;
  }
  while (from < end && (isOf(tokens[from], "particles") || tokens[from]?.lower === "to")) from++;
  return from < end ? core(tokens, from, end) : null;
}

const isPlural = ({ lower }: Token) => WORDS.plurals.has(lower) || WORDS.pluralForms.has(lower);

/** The token left of a verb's auxiliaries, adverbs and times, and what the auxiliaries show about the verb. */
function leftOf(tokens: Token[], verb: number, floor: number): { at: number; passive: boolean; helped: boolean } {
  let at = verb - 1;
  let passive = false;
  let helped = false;
  while (at >= floor) {
    const token = tokens[at] as Token;
    const lower = fold(token);
    if (isAdverb(token)) {
      passive ||= WORDS.be.has(lower);
      helped ||= WORDS.helpers.has(lower);
      // "Roe and Doe have both said": a quantifier after an auxiliary is no subject.
      if (WORDS.determiners.has(lower) && !(at > floor && isAuxiliary(tokens[at - 1] as Token))) break;
      at--;
    } else if (isTime(token) && at - 1 >= floor && isOf(tokens[at - 1], "beforeTime")) at -= 2;
    // "On Monday morning".
    else if (isTime(token) && at - 1 >= floor && isTime(tokens[at - 1] as Token)) at--;
    // "County officials Tuesday denied it".
    else if (isTime(token) && !/^\d/.test(lower) && at > floor && !isFunctionWord(tokens[at - 1] as Token)) at--;
    // "Roe, too, denied it".
    else if (token.text === "," && tokens[at - 2]?.text === "," && isOf(tokens[at - 1], "afterOpener")) at -= 2;
    else break;
  }
  return { at, passive, helped };
}

/** Whether the phrase that ends with a token is a plural: "posts on X", by the noun before its preposition. */
function endsPlural(tokens: Token[], at: number): boolean {
  if (isPlural(tokens[at] as Token)) return true;
  const phrase = phraseBefore(tokens, at + 1);
  if (!phrase) return true;
  const head = tokens.slice(phrase.from + 1, phrase.to).findIndex((t) => isOf(t, "prepositions"));
  return head >= 0 && isPlural(tokens[phrase.from + head] as Token);
}

/**
 * The subject of the verb at `verb`, looking left past auxiliaries, adverbs and appositions. Null for passives, nouns and infinitives
 * without a subject.
 */
export function subjectBefore(tokens: Token[], verb: number): Subject | null {
  const form = verbForm(tokens[verb]?.lower ?? "")?.form ?? "past";
  const floor = Math.max(0, verb - MAX_WALK);
  const { at, passive, helped } = leftOf(tokens, verb, floor);
  // "responded to claims": "claims" is a noun.
  if ((passive && form === "past") || (helped && form === "s")) return null;
  const token = tokens[at];
  // "It's said that": nobody says it.
  if (form === "past" && token && WORDS.impersonal.has(fold(token))) return null;
  if (at < floor || !token) return null;
  if (form === "base" && !helped && !endsPlural(tokens, at)) return null;
  if (isOf(token, "relatives")) {
    const antecedent = apposed(tokens, /^[,—–-]$/.test(tokens[at - 1]?.text ?? "") ? at - 1 : at);
    return antecedent && { from: at, to: at + 1, antecedent, reach: antecedent.from };
  }
  const ownPhrase = () => {
    const nearest = phraseBefore(tokens, at + 1);
    return (isOf(tokens[verb - 1], "infinitive") ? null : beforeParticiple(tokens, nearest)) ?? nearest;
  };
  const found = /^[,)—–―-]+$/.test(token.text) ? beforeMark(tokens, at, floor) : ownPhrase();
  return found && { ...found, antecedent: null, reach: found.from };
}

/** "The firms named in the piece said": the phrase before a participle whose place or agent directly precedes the verb. */
function beforeParticiple(tokens: Token[], place: Phrase | null): Phrase | null {
  const at = (place?.from ?? 0) - 2;
  const isParticiple = at > 0 && WORDS.plainPastForms.has(tokens[at]?.text ?? "") && isOf(tokens[at + 1], "prepositions");
  const noun = tokens[at - 1];
  if (!isParticiple || noun?.kind !== "word" || isFunctionWord(noun)) return null;
  return phraseBefore(tokens, at);
}

/** Maximum number of tokens between two commas after a bracket. */
const MAX_ASIDE = 8;
/** The phrase before the comma, dash or bracket at `at`: the head of an apposition, or the phrase before an aside between two marks. */
function beforeMark(tokens: Token[], at: number, floor: number): Phrase | null {
  const aside = beforeAside(tokens, at, floor);
  if (aside) return aside;
  const mark = tokens[at]?.text;
  const open = opened(tokens, mark === ")" ? at + 1 : at);
  const found = apposed(tokens, open);
  // "A post on the forum, since translated, says": the words between the commas are no name.
  if (mark !== "," || (found && (tokens[found.from - 1]?.text === "," || found.from === 0))) return found;
  const comma = tokens.findLastIndex(({ text }, i) => i > floor && i < at && text === ",");
  // "The World Health Organization (WHO), for its part, denied it".
  const end = at - comma < MAX_ASIDE ? opened(tokens, comma) : comma;
  const isSubject = (phrase: Phrase | null) => phrase && (phrase.from === 0 || isCapital(tokens[phrase.from]));
  const nearest = comma > floor ? phraseBefore(tokens, end) : null;
  // "Ana Ruiz, dal canto suo, ha smentito": the words between the commas are no noun phrase.
  const isAside = nearest !== null && (found !== null || at - comma < MAX_ASIDE);
  if (!isAside) return found;
  // "Ana Ruiz, portavoce del porto, dal canto suo, ha smentito"
  const before = isSubject(nearest) ? nearest : apposed(tokens, end);
  return isSubject(before) ? before : found;
}

/** The phrase before an aside between two marks: "Roe — who is no lawyer — told", "Roe, who denounced the act, said". */
function beforeAside(tokens: Token[], close: number, floor: number): Phrase | null {
  const mark = tokens[close]?.text ?? "";
  for (let i = close - 1; i > floor; i--) {
    const { text } = tokens[i] as Token;
    if (/^(?:[—–―]|-+)$/.test(mark)) {
      if (text === mark) return phraseBefore(tokens, i);
    } else if (text === "," && WORDS.opensAside.has(tokens[i + 1]?.text ?? "")) {
      // "Roe, who leads the board, which met today, said"
      const outer = tokens.findLastIndex((token, at) => at > floor && at < i && token.text === ",");
      if (!WORDS.opensAside.has(tokens[outer + 1]?.text ?? "")) return apposed(tokens, opened(tokens, i));
    }
  }
  return null;
}

/** The index of the opening bracket whose partner is directly before `end`; `end` if there is none. */
function opened(tokens: Token[], end: number): number {
  if (tokens[end - 1]?.text !== ")") return end;
  let at = end - 2;
  while (at > 0 && end - at < 10 && tokens[at]?.text !== "(") at--;
  return tokens[at]?.text === "(" ? at : end;
}

/** "The powder never left the site": an adverb, or a second determiner without a preposition, shows that there is a verb between. */
const isClause = (tokens: Token[], { from, to }: Phrase) =>
  tokens.slice(from + 1, to).some((t, i) => isAdverb(t) || (isOf(t, "determiners") && !isOf(tokens[from + i], "prepositions")));

/** "Acme's lawyer, however, denied it", but not "Acme's lawyer, Ann Roe", or "after Roe's dismissal, his employer". */
const isOwned = (tokens: Token[], { from, to }: Phrase, next: Phrase) =>
  !isCapital(tokens[next.from]) &&
  !isOf(tokens[from - 1], "prepositions") &&
  tokens.slice(from, to).some((token) => isCapital(token) && /['’]s$/.test(token.text));

/** "In Salem, a spokesman said", "In a talk with Radio Salem, the mayor said": a name behind a preposition before the first comma is no party. */
export function isPlaceBefore(tokens: Token[], { from, to }: Phrase): boolean {
  const behind = isOf(tokens[from - 1], "determiners") ? from - 2 : from - 1;
  const isPreposition = (at: number) => isOf(tokens[at], "prepositions");
  return isPreposition(0) && isPreposition(behind) && !tokens.slice(0, to).some(({ text }) => text === ",");
}

/** Words at the beginning of a sentence before its subject: "Similarly, Ann Roe, head of X, said", "Asked about it, Ann Roe, head of X, said". */
const isAdjunct = (tokens: Token[], { from }: Phrase): boolean =>
  isOpeningAdverb(tokens, from) || (isOf(tokens[from], "participles") && isOf(tokens[from + 1], "behindParticiple"));

/** The phrase that ends at `end`, with the head of its apposition: "Jane Roe, head of X" ends at X and begins at Jane. */
function apposed(tokens: Token[], end: number): Phrase | null {
  let found = phraseBefore(tokens, end);
  if (!found) return null;
  for (let i = 0; i < 3; i++) {
    const mark = tokens[found.from - 1];
    if (mark?.text !== ",") break;
    const before = phraseBefore(tokens, opened(tokens, found.from - 1));
    if (
      !before ||
      !(isCapital(tokens[before.to - 1]) || isOf(tokens[before.from], "determiners") || isOwned(tokens, before, found)) ||
      isClause(tokens, before) ||
      isPlaceBefore(tokens, before) ||
      isAdjunct(tokens, before)
    )
      break;
    found = { from: before.from, to: end };
  }
  return found;
}

/** Whether a phrase that starts at `start` ends before a later token `at`. */
function endsBefore(tokens: Token[], at: number, start: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const joinsNames = token.lower === "and" && isCapital(tokens[at + 1]);
  if (WORDS.boundaries.has(fold(token)) && !joinsNames) return true;
  // "Told health workers he had": another clause begins.
  if (isOf(token, "personal")) return true;
  // "in a statement the charge was false": another determiner begins another phrase.
  if (isOf(token, "articles") && !isOf(before, "beforeArticle")) return true;
  if (isOf(token, "prepositions") && !isOf(token, "beforeArticle")) return true;
  if (verbForm(token.lower)?.form === "ing" || WORDS.irregularPast.has(token.text)) return true;
  if (at > start + 1 && WORDS.plainPastForms.has(token.text) && !isCapital(tokens[at + 1])) return true;
  // "A Wednesday editorial", "a flabbergasted Roe".
  if (at === start + 1 && isOf(before, "determiners")) return false;
  if (isAdverb(token) && !joinsNames) return true;
  if (isTime(token) && token.lower !== "this") return true;
  return isCapital(before) && isOf(token, "pastForms");
}
/** The noun phrase that starts at `start`, up to a mark, a boundary, a place or a time: the subject in "…, said Jane Roe on Monday". */
export function phraseAfter(tokens: Token[], start: number): Phrase | null {
  const first = tokens[start];
  if (first?.kind !== "word" || isOf(first, "prepositions")) return null;
  if (isOf(first, "personal")) return { from: start, to: start + 1 };
  let at = start + 1;
  const ceiling = Math.min(tokens.length, start + MAX_WALK);
  for (; at < ceiling; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== "word" && (!/^[-'’&./]$/.test(token.text) || tokens[at + 1]?.start !== token.end)) break;
    if (endsBefore(tokens, at, start)) break;
  }
  return { from: start, to: at };
}

/** The words of a range of tokens. */
export function phraseSpan(text: string, tokens: Token[], { from, to }: Phrase): Span {
  const first = tokens[from] as Token;
  const last = tokens[to - 1] as Token;
  return spanOf(text, first.start, last.end);
}

/** Longest apposition, in UTF-16 units. */
const MAX_APPOSITION = 120;
const END = new RegExp(
  `(?<!\\s(?:${english.abbreviations}|\\p{Upper}))\\.|[;:—!?"“”\\n]|(?<!\\s),?\\s+(?:${english.grammar.afterApposition})\\b`,
  "u",
);
/**
 * The words after a phrase that may describe its person (", head of art at Acme,"), up to the verb or the sentence's end. May be empty.
 */
export function appositionAfter(text: string, end: number): string {
  const after = text.slice(end, end + MAX_APPOSITION);
  return /^,\s/.test(after) ? (after.slice(1).split(END)[0] ?? "") : "";
}

const DETERMINED = new RegExp(`^ (?:${english.grammar.naming.determiners}) `, "iu");
const ITS_VERB = new RegExp(`^ (?:${english.grammar.verbsOfSubject})(?!\\p{Alpha})`, "u");
/** "Made by Acme, the manager of a shop has said": words between a comma and their own verb are a subject, and describe nobody. */
export const isSubjectBehind = (text: string, end: number, words: string): boolean =>
  DETERMINED.test(words) && ITS_VERB.test(text.slice(end + 1 + words.length).replace(/^\s+/, " "));

/** The party that a range of tokens names, described by its apposition. */
export function partyOfPhrase(analysis: TextAnalysis, tokens: Token[], phrase: Phrase): PartyAt {
  const { text, start, end } = phraseSpan(analysis.text, tokens, phrase);
  return { party: analysis.partyAt(text, appositionAfter(analysis.text, end), start + 1), at: start };
}
