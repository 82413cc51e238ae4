/** Words too common to identify a claim. Negations are no stop words: "not" is compared, though it is hardly ever rare enough for a search. */
import { chinese, cueGrammarOf, english, packOf, packs } from "../lang/index.ts";
import { oncePer } from "./once-per.ts";

const listed = (words: string) => new Set(words.split(/\s+/));
const ENGLISH = listed(english.stopWords);
const CHINESE = listed(chinese.stopWords);
/** Negations of all languages, because the language of a short text may be detected wrongly. */
const NEGATIONS = listed(packs.flatMap(({ negations = [] }) => negations).join(" "));
/** The stop words of a language other than English; empty if there is no list. */
const listOf = oncePer((lang: string): ReadonlySet<string> => {
  const pack = packOf(lang);
  return new Set([...listed(pack?.stopWords ?? pack?.commonWords ?? "")].filter((word) => !NEGATIONS.has(word)));
});

/** Whether a folded word says nothing about which claim is meant. `lang` is a primary tag. The Chinese list applies to every language. */
export function isStopWord(word: string, lang: string): boolean {
  return CHINESE.has(word) || (lang === "en" ? ENGLISH : listOf(lang)).has(word);
}

/** Minimum length: shorter prepositions also follow pronouns that look like articles, "la a", "das in". */
const MIN_NOUN = 4;
const nounsAfterArticles = oncePer((lang: string) => {
  const grammar = cueGrammarOf(lang);
  return (
    grammar && {
      ...grammar,
      articles: new RegExp(`^(?:${grammar.article})$`, "iu"),
      words: new RegExp(`^(?:${grammar.prepositions})$`, "iu"),
    }
  );
});
/**
 * Whether a stop word, as written, is a noun because of the article before it: "des vers" are verses, "vers" is
 * "towards". In German it must have a capital.
 */
export function isNounBehind(article: string, word: string, lang: string): boolean {
  const found = word.length < MIN_NOUN && lang !== "de" ? null : nounsAfterArticles(lang);
  if (!found?.words.test(word) || !found.articles.test(article)) return false;
  return !found.capitalNouns || /^\p{Lu}\p{Ll}/u.test(word);
}
