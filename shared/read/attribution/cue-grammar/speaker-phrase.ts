/**
 * The phrase that names a speaker, in languages that are read by their words of saying: an article with its noun, a name, or a pronoun, and
 * what belongs to it ("the minister of health of the Coast"). What is no such phrase speaks for nobody: "in an interview", "yesterday".
 */

import { type CueGrammar, sourcesOf } from "../../../lang/index.ts";
import { oncePer } from "../../../text/once-per.ts";

/** A longer phrase, in words, holds more than a speaker. */
const MAX_WORDS = 14;
/** An elided word, an abbreviation or an initial with its stop, a word, a mark. */
const WORD = new RegExp(
  `(?:${sourcesOf(({ cueGrammar }) => cueGrammar?.elided).spaced})['’](?=\\p{L})|(?:${sourcesOf((pack) => pack.abbreviations).spaced}|\\p{Lu})\\.(?=\\s)|[@\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.&'’*/_-]*[\\p{L}\\p{M}\\p{N}*])?|\\S`,
  "giu",
);
/** A capital, or an account. */
export const CAPITAL = /^[@\p{Lu}]/u;
/** A word with a capital inside, or a number in it: "xAI", "lokalo.de", "TSV1860". */
const SHAPED = /^\p{Ll}+\p{Lu}|^\p{L}+\.\p{Ll}{2,}$|^@/u;
const NEVER = "(?!)";

/** The classes of words of a language; each test is of one word. */
export const wordsOf = oncePer((grammar: CueGrammar) => {
  const one = (source: string | undefined) => {
    const pattern = new RegExp(`^(?:${source ?? NEVER})$`, "iu");
    return oncePer((word: string) => pattern.test(word), 4000);
  };
  const finite = grammar.finiteForm ? new RegExp(grammar.finiteForm, "u") : null;
  const isTime = one(`${grammar.timeWords}|${grammar.calendar}`);
  return {
    isDeterminer: one(grammar.determiners),
    isOblique: one(grammar.oblique),
    isPreposition: one(grammar.prepositions),
    isOf: one(`${grammar.of}|${grammar.nameParticles ?? NEVER}`),
    isArticle: one(grammar.article),
    isSubjectPronoun: one(grammar.subject),
    isPronoun: one(`${grammar.he}|${grammar.subject}|${grammar.self ?? NEVER}`),
    isHe: one(grammar.he),
    isBy: one(grammar.by),
    isFrom: one(grammar.speaksFrom),
    isWho: one(grammar.who),
    isThat: one(`${grammar.that}|${grammar.relatives}`),
    /** Adverbs, forms of "to be" and others that are no part of a name or a noun. */
    isSmall: one(`${grammar.adverbs}|${grammar.that}|${grammar.relatives}|${grammar.nobody}|${grammar.copula}`),
    isAuxiliary: one(grammar.auxiliary),
    isConjunction: one(grammar.and),
    isSubordinator: one(grammar.subordinators),
    isTime: (word: string) => isTime(word.normalize("NFD").replace(/[\u0300-\u036f]/gu, "")) || isTime(word),
    isFinite: (word: string) => finite?.test(word) ?? false,
    isInfinitive: one(`\\p{Ll}+${(grammar.infinitiveForm ?? NEVER).replace("$", "")}`),
    isOutlet: one(grammar.outlets),
    /** A noun without an article that speaks: "police", "experts". */
    isKind: one(`${grammar.roles}|${grammar.organisations}|${grammar.anonymous}|${grammar.outlets}|${grammar.carriers}|${grammar.people}`),
  };
});

/** A word or a mark with its place in the text. */
export interface Word {
  text: string;
  /** It stands behind another word of its sentence. */
  amid: boolean;
  start: number;
  end: number;
}
/** The words and marks of a passage of a text. */
export function wordsIn(text: string, start: number, end: number): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    amid: /[^\s.!?:"“”„«»]\s+$/u.test(text.slice(Math.max(0, start + index - 3), start + index)),
    start: start + index,
    end: start + index + word.length,
  }));
}

/**
 * How many of these words, from the first on, are one phrase that can name a speaker: 0 for none. `isSubject`: it stands as a subject, in
 * the nominative.
 */
export function phraseLength(words: readonly Word[], grammar: CueGrammar, isSubject: boolean): number {
  const is = wordsOf(grammar);
  const at = (i: number) => words[i]?.text ?? "";
  // "Bestätigen Sie": a request.
  if (is.isPronoun(at(0))) return isSubject && words[0]?.amid && CAPITAL.test(at(0)) ? 0 : 1;
  if (isSubject && is.isOblique(at(0))) return 0;
  // "Fue el club quien": a verb with the capital of its sentence.
  if (!words[0]?.amid && is.isFinite(at(0).toLowerCase())) return 0;
  const head = determinersAt(words, 0, grammar);
  let end = nounEnd(words, head, grammar);
  if (end === head || is.isTime(at(end - 1)) || /^\p{N}/u.test(at(head))) return 0;
  // A plural may have no article: "expertos", "fuentes".
  if (head === 0 && !isNamed(at(0)) && !is.isKind(at(0)) && !/[sxi]$/u.test(at(0))) return 0;
  // What belongs to it: "of the ministry", "from Salem".
  while (end < words.length && end < MAX_WORDS && is.isOf(at(end))) {
    const noun = determinersAt(words, end + 1, grammar);
    // "El hijo de uno de ellos"
    const more = is.isPronoun(at(noun)) ? noun + 1 : nounEnd(words, noun, grammar);
    if (more === noun) break;
    end = more;
  }
  return Math.min(end, MAX_WORDS);
}

/** Whether a word is written as a name, or as a noun where nouns have capitals. */
export const isNamed = (word: string) => CAPITAL.test(word) || SHAPED.test(word);

/** Where the articles and their like from `i` on end. */
export function determinersAt(words: readonly Word[], i: number, grammar: CueGrammar): number {
  const { isDeterminer, isOf, isArticle } = wordsOf(grammar);
  const opens = (word: string) => isDeterminer(word) || (i > 0 && isOf(word));
  let to = i;
  while (to < i + 2 && opens(words[to]?.text ?? "") && !(to > 0 && CAPITAL.test(words[to]?.text ?? ""))) {
    // "laut der eine Trägerin …": a relative pronoun.
    if (to > i && i === 0 && isArticle(words[to]?.text ?? "")) return i;
    to++;
  }
  return to;
}

/** Where a noun with its adjectives, or a name, from `i` on ends; `i` itself if there is none. */
export function nounEnd(words: readonly Word[], i: number, grammar: CueGrammar): number {
  const is = wordsOf(grammar);
  // Behind its first word a capital shows a name or a noun: "Jana Kurz", "El Balance".
  const ends = (word: string, at: number) =>
    !/^[@\p{L}\p{N}]/u.test(word) ||
    // "France 24", "Antena 3" are names.
    (at > i && /^\p{N}/u.test(word) && !(/^\p{N}{1,2}$/u.test(word) && isNamed(words[at - 1]?.text ?? "") && !grammar.capitalNouns)) ||
    (at > i && is.isFinite(word)) ||
    (!CAPITAL.test(word) && (is.isDeterminer(word) || is.isOf(word) || (at > i && is.isTime(word)))) ||
    (!(at > 0 && CAPITAL.test(word)) && [is.isSmall, is.isPreposition, is.isConjunction, is.isPronoun].some((test) => test(word))) ||
    (at > i && Boolean(grammar.capitalNouns) && is.isTime(word));
  let [to, found] = [i, i];
  while (to < words.length && to - i < 7 && !ends(words[to]?.text ?? "", to)) {
    to++;
    // German: what follows the adjectives is a noun, with a capital.
    if (!grammar.capitalNouns || isNamed(words[to - 1]?.text ?? "") || is.isOutlet(words[to - 1]?.text ?? "")) found = to;
    else if (found > i) break;
  }
  return found;
}

/** Whether words are one phrase that can be a subject, or two with "and" between them; a place may follow it: "the spokesman in Salem". */
export function wholePhrase(words: readonly Word[], grammar: CueGrammar): boolean {
  const is = wordsOf(grammar);
  const length = phraseLength(words, grammar, true);
  if (length === 0) return false;
  const next = words[length]?.text;
  if (next === undefined) return true;
  // "Gemeinsam mit Ana Ruiz": one word that begins a sentence may be no name.
  const isPlain = length > 1 || words[0]?.amid || is.isKind(words[0]?.text ?? "");
  if (is.isThat(next)) return false;
  if (is.isPreposition(next) || is.isSmall(next)) return Boolean(isPlain);
  const rest = words.slice(length + 1);
  return is.isConjunction(next) && phraseLength(rest, grammar, true) === rest.length && rest.length > 0;
}
