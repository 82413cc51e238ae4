/** Parties that do one act together: "the mayor and the club denied", "Acme, Globex and Initech denied". */
import { isCountry } from "../../countries.ts";
import { cueGrammarOf, english, NOTHING, packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { oncePer } from "../../text/once-per.ts";
import { chineseSegments } from "../../text/segment.ts";
import { holds } from "../../text/span.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { type PartyAt, partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import { phraseAfter, phraseBefore, phraseSpan } from "../attribution/phrases/noun-phrases.ts";
import { speakerAfter, subjectBefore } from "../attribution/phrases/speakers.ts";
import { isOf, WORDS } from "../attribution/phrases/word-classes.ts";
import { isKnownOutlet } from "../parties/known-outlets.ts";
import { partyOf } from "../parties/party.ts";
import { isSameParty } from "../parties/same-party.ts";
import type { TokenSentence } from "../tokens.ts";

const { words, acting } = english.grammar;
const NAME = /^\p{Upper}/u;
const AGENT = new RegExp(acting.by);
const patternsOf = oncePer((lang: string) => {
  const { sourceCues, parties, unspaced } = packOf(lang) ?? {};
  const grammar = cueGrammarOf(lang);
  const space = unspaced ? "" : "\\s";
  const by = grammar?.by ?? acting.by.slice(1, -1);
  const adjuncts = grammar ? [grammar.prepositions, grammar.timeWords] : [words.prepositions, words.times];
  const articles = grammar ? `${grammar.article}|${grammar.determiners}` : words.articles;
  return {
    unspaced,
    /** In a script without spaces a name ends in a word for organisations. */
    body: unspaced && new RegExp(`(?:${parties?.organisations})$`, "u"),
    and: new RegExp(`,?${space}(?:${sourceCues?.and ?? NOTHING})${space}`, "gu"),
    article: new RegExp(`^(?:${articles})(?:\\s|(?<=['’]))`, "iu"),
    comma: unspaced ? /、$/u : /,\s$/u,
    time: wholeWords(`^(?:${adjuncts[1]})`, "iu"),
    plural: grammar?.plural === undefined ? null : new RegExp(`(?:${grammar.plural})$`, "iu"),
    auxiliary: grammar && wholeWords(grammar.auxiliary, "iu"),
    goesOn: new RegExp(`^\\s*(?:[.,;:!?)»”"]|$)|^\\s(?:${adjuncts.join("|")})(?!\\p{Alpha})`, "iu"),
    by: wholeWords(`(?:${by})(?:\\s(?:${articles}))?[\\s'’]*$`, "iu"),
  };
});

/** The phrase that ends at an offset of a sentence, with nothing before it but the beginning of a clause; null if there is none. */
function phraseUpTo({ text, lang }: TextAnalysis, { start, tokens }: TokenSentence, end: number): Span | null {
  const grammar = cueGrammarOf(lang);
  if (patternsOf(lang).unspaced) return chineseSubject(text, start, end);
  if (grammar) return subjectBefore(text, start, end, grammar);
  const before = tokens.filter((token) => token.end <= end);
  const phrase = phraseBefore(before, before.length);
  const opener = phrase && before[phrase.from - 1];
  const isClear = !opener || opener.kind === "mark" || isOf(opener, "boundaries", "times") || AGENT.test(opener.lower);
  return phrase && phrase.from < phrase.to && isClear ? phraseSpan(text, before, phrase) : null;
}
/** The phrase that begins at an offset of a sentence; null if there is none. */
function phraseFrom({ text, lang }: TextAnalysis, { tokens }: TokenSentence, start: number, end: number): Span | null {
  const grammar = cueGrammarOf(lang);
  if (patternsOf(lang).unspaced) return chineseSubject(text, start, end);
  if (grammar) return speakerAfter(text, start, end, grammar);
  const behind = tokens.filter((token) => token.start >= start && token.end <= end);
  const phrase = phraseAfter(behind, 0);
  return phrase && phraseSpan(text, behind, phrase);
}

/** The phrases before the first of two, in a list: "Acme" in "Acme, Globex and Initech". */
function listedBefore(analysis: TextAnalysis, sentence: TokenSentence, next: Span): Span[] {
  const { text, lang } = analysis;
  const { article, by, comma, time } = patternsOf(lang);
  const end = sentence.start + text.slice(sentence.start, next.start).search(comma);
  const span = end > sentence.start ? phraseUpTo(analysis, sentence, end) : null;
  if (!span || text.slice(span.end, end).trim() || time.test(span.text)) return [];
  const [one, other] = [span, next].map(({ text: words }) => words.replace(article, "")) as [string, string];
  // "Ann Roe, the mayor, and the club": if only one side has an article, or neither has one nor a name, the phrase is an apposition.
  if ((one === span.text) !== (other === next.text) || (one === span.text && !(NAME.test(one) && NAME.test(other)))) return [];
  const before = text.slice(sentence.start, span.start);
  const more = listedBefore(analysis, sentence, span);
  // A list begins its sentence or follows "by". "While the post spread, the mayor and the club" is no list of three.
  return more.length || !before.trim() || by.test(before) ? [...more, span] : [];
}

const INITIALS = /^\p{Upper}{2,6}$/u;
const FULL_NAME = /^\p{Upper}[\p{Alpha}\p{M}.'’-]* \p{Upper}/u;
/** Maximum length of an "and" with its spaces. */
const MAX_AND = 8;

/** Whether a text uses a name alone somewhere: not within a longer name, and not beside the other one. */
function standsAlone(name: string, other: string, { text, title, lang }: TextAnalysis): boolean {
  const whole = `${title ?? ""}\n${text}`;
  for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, at + 1)) {
    const before = whole.slice(Math.max(0, at - other.length - MAX_AND), at);
    const after = whole.slice(at + name.length, at + name.length + other.length + MAX_AND);
    const word = /(?<!\p{Alpha})(\p{Upper}\S*) $/u.exec(before)?.[1]?.toLowerCase();
    const isPart =
      /[\p{Alpha}\p{N}’'-]$/u.test(before) || (word && !isStopWord(word, lang)) || /^[\p{Alpha}\p{N}-]|^ \p{Upper}/u.test(after);
    if (!isPart && !before.includes(other) && !after.includes(other)) return true;
  }
  return false;
}

type Phrase = Span & PartyAt;
const isPlural = ({ text }: Span) => text.split(" ").every((word) => WORDS.plurals.has(word.toLowerCase()) || WORDS.pluralForms.has(word));

/** Whether the phrases on both sides of an "and" name two parties, rather than one whose name contains "and". */
function areTwo(analysis: TextAnalysis, left: Phrase, right: Phrase): boolean {
  const { lang } = analysis;
  const { article, body } = patternsOf(lang);
  const both = [left, right];
  if (both.every(({ party: { kind, name } }) => kind === "person" && name !== null && FULL_NAME.test(name))) return true;
  const [one, other] = both.map(({ text }) => text.replace(article, "")) as [string, string];
  if (other !== right.text) return one !== left.text || NAME.test(one);
  if (body) return body.test(one) && body.test(other);
  // "Police and prosecutors"
  if (!NAME.test(other)) return both.every(isPlural);
  // "The ministry and Acme", but not "spokesman and deputy head Jane Roe"
  if (!NAME.test(one)) return one !== left.text && standsAlone(other, one, analysis);
  if ([one, other].every((name) => INITIALS.test(name) || isKnownOutlet(name) || isCountry(name, lang))) return true;
  return standsAlone(one, other, analysis) && standsAlone(other, one, analysis);
}

/** Maximum number of words between the second party and the verb, and between the verb and the first party. */
const MAX_BETWEEN = 4;
const MAX_BEHIND = 2;
const countOf = (words: string) => words.match(/\S+/g)?.length ?? 0;

/** The phrases of the list around an "and" (`from` to `to`), if one of them is at `at` and all perform the act at `verb`; else null. */
function joinedAt(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  { from, to, verb, at }: Record<"from" | "to" | "verb" | "at", number>,
): Span[] | null {
  const { text, lang } = analysis;
  const { goesOn, by } = patternsOf(lang);
  const isOther = cueGrammarOf(lang) !== null;
  const isBefore = to <= verb;
  if (from < verb !== isBefore) return null;
  const found = at < from && (isOther || !isBefore) ? phraseFrom(analysis, sentence, at, from) : null;
  const left = found && !text.slice(found.end, from).trim() ? found : phraseUpTo(analysis, sentence, from);
  const right = left && phraseFrom(analysis, sentence, to, isBefore ? verb : sentence.end);
  if (!right || text.slice(left.end, from).trim()) return null;
  const all = [...listedBefore(analysis, sentence, left), left, right];
  if (!all.some((span) => holds(span, at))) return null;
  const rest = text.slice(right.end, isBefore ? verb : sentence.end);
  // "Acme and its owner, Jane Roe, denied"
  if (isBefore) return countOf(rest) <= MAX_BETWEEN || (holds(right, at) && rest.startsWith(",")) ? all : null;
  // "By the mayor and the club on Monday", but not "by the mayor and the club resigned".
  const start = all[0]?.start ?? left.start;
  const isAgent = by.test(text.slice(sentence.start, start)) || (isOther && countOf(text.slice(verb, start)) <= MAX_BEHIND);
  return isAgent && goesOn.test(rest) ? all : null;
}

/** The parties that perform the act at `verb`, given one that reading found: that one alone, or all of "the mayor and the club". */
export function partiesTogether(analysis: TextAnalysis, sentence: TokenSentence, verb: number, found: PartyAt): PartyAt[] {
  const { text, lang } = analysis;
  const { and, plural, auxiliary, article, by, unspaced } = patternsOf(lang);
  const inside = text.slice(sentence.start, sentence.end);
  for (const { index, 0: words } of inside.matchAll(and)) {
    // In "中华人民共和国" the character is part of a word and joins nothing.
    if (unspaced && ![...chineseSegments(inside)].some((word) => word.index === index && word.segment === words)) continue;
    const from = sentence.start + index;
    const spans = joinedAt(analysis, sentence, { from, to: from + words.length, verb, at: found.at });
    if (!spans) continue;
    const phraseOf = (span: Span): Phrase => {
      const others = spans.filter((one) => one !== span).map((one) => one.text.replace(article, ""));
      const holdsBoth = ({ name, description }: Party) => others.some((other) => [name, description].some((all) => all?.includes(other)));
      const { at, party } = holds(span, found.at) && !holdsBoth(found.party) ? found : partyOfSpan(analysis, span);
      return { ...span, at, party: holdsBoth(party) ? partyOf(span.text) : party };
    };
    const all = spans.map(phraseOf);
    const [left, right] = all.slice(-2) as [Phrase, Phrase];
    if (isSameParty(left.party, right.party) || isCountry(text.slice(left.start, right.end), lang)) continue;
    const finite = auxiliary?.exec(text.slice(right.end, Math.max(right.end, verb)))?.[0] ?? /^\p{Alpha}+/u.exec(text.slice(verb))?.[0];
    // The number of the verb shows whether the subject is one party or several.
    const isSubject = plural && right.end <= verb && !by.test(text.slice(sentence.start, all[0]?.start));
    const areMany = all.length > 2 || areTwo(analysis, left, right);
    if (isSubject ? finite !== undefined && plural.test(finite) : areMany) return all;
  }
  return [found];
}
