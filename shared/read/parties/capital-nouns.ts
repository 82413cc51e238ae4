/**
 * Distinguishes names from nouns in languages with capitalised nouns, such as German: a capital shows nothing there, but an article or an
 * adjective before a noun does.
 */
import { countOne } from "../../collections.ts";
import { type CueGrammar, cueGrammarOf, NOTHING, wholeWords } from "../../lang/index.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";

const MAX_TEXT = 100_000;
/** Characters between two words that end a sentence, or a quotation mark. */
const SENTENCE_END = /[.!?:;\n“„"»«]/u;
const MAX_GAP = 20;
const WORD = /\p{Alpha}[\p{Alpha}\p{M}\p{N}’'&-]*/gu;
/** Initials, a number, an inner capital, an account or a site: no noun is written so. */
const SHAPED = /^\p{Upper}{2,}|\p{N}|\p{Lower}\p{Upper}|@|\.\p{Alpha}/u;

const patternsOf = oncePer((grammar: CueGrammar) => ({
  determiner: new RegExp(`^(?:${grammar.determiners ?? NOTHING})$`, "iu"),
  preposition: new RegExp(`^(?:${grammar.prepositions ?? NOTHING})$`, "iu"),
  adjective: new RegExp(`^\\p{Lower}+(?:${grammar.adjectiveEndings ?? NOTHING})$`, "u"),
  saying: wholeWords(`^(?:${grammar.say})`, "iu"),
  pronoun: new RegExp(`^(?:${grammar.he}|${grammar.nobody})$`, "iu"),
  organisation: wholeWords(grammar.organisations, "iu"),
  outlet: wholeWords(grammar.outlets, "u"),
}));

/**
 * Minimum share of its uses with an article or an adjective before it for a word to be a noun: "in diesem Trump nur …"
 * is one of many uses of a name.
 */
const MIN_SHARE = 1 / 3;

/** The capitalised words within the sentences of a text, and those of them that articles or adjectives show to be nouns. */
function capitalsIn(text: string, grammar: CueGrammar): { inside: ReadonlyMap<string, number>; nouns: Set<string> } {
  const { determiner, preposition, adjective, saying, pronoun } = patternsOf(grammar);
  const [inside, shown] = [new Map<string, number>(), new Map<string, number>()];
  let [before, end]: [string[], number] = [[], 0];
  for (const { 0: word, index } of text.slice(0, MAX_TEXT).matchAll(WORD)) {
    if (SENTENCE_END.test(text.slice(end, Math.min(index, end + MAX_GAP)))) before = [];
    if (/^\p{Upper}/u.test(word) && before.length) {
      countOne(inside, word);
      const [last = "", second = "", third = ""] = before;
      const isAdjective = (one: string) => adjective.test(one) && !saying.test(one) && !pronoun.test(one);
      const opens = (one: string) => determiner.test(one) || preposition.test(one);
      if (determiner.test(last) || (isAdjective(last) && (opens(second) || (isAdjective(second) && opens(third))))) countOne(shown, word);
    }
    before = [word, ...before.slice(0, 2)];
    end = index + word.length;
  }
  const nouns = new Set([...shown].flatMap(([word, times]) => (times >= MIN_SHARE * (inside.get(word) ?? 0) ? [word] : [])));
  return { inside, nouns };
}

/** The class of capitalised words in a text; "open" if they only begin sentences. */
export type NameTest = (words: string) => "name" | "noun" | "open";
/** Distinguishes names from nouns in a text; null if capitals show names. */
export const nameTestOf = oncePerObject(({ text, lang }: { text: string; lang: string }): NameTest | null => {
  const grammar = cueGrammarOf(lang);
  if (!grammar?.capitalNouns) return null;
  const { inside, nouns } = capitalsIn(text, grammar);
  const { organisation, outlet, determiner, preposition } = patternsOf(grammar);
  // "Ada Roe sagte": a first name that only begins sentences.
  const isFirst = (word: string) => !determiner.test(word) && !preposition.test(word) && !text.includes(` ${word.toLowerCase()} `);
  const isFree = (word: string, place: number, { length }: string[]) =>
    !nouns.has(word) && (inside.has(word) || (place === 0 && length > 1 && isFirst(word)));
  return (name) => {
    const words = name.split(/\s+/);
    if (words.some((word) => SHAPED.test(word)) || organisation.test(name) || (words.length > 1 && outlet.test(name))) return "name";
    if (words.length === 1 && !inside.has(name) && isFirst(name)) return "open";
    const free = words.length - 1 - words.findLastIndex((word, place) => !isFree(word, place, words));
    return free >= Math.min(2, words.length) ? "name" : "noun";
  };
});
