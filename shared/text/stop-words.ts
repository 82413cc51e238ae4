/** Words too common to find a claim by. Negations are not among them: "not" is compared, though it is hardly ever rare enough to search by. */
import { chinese, english, packOf, packs } from "../lang/index.ts";
import { oncePer } from "./once-per.ts";

const listed = (words: string) => new Set(words.split(/\s+/));
const ENGLISH = listed(english.stopWords);
const CHINESE = listed(chinese.stopWords);
/** Negations of all languages: the language of a short text may be told wrongly. */
const NEGATIONS = listed(packs.flatMap(({ negations = [] }) => negations).join(" "));
/** The stop words of a language other than English; none where no list is known. */
const listOf = oncePer((lang: string): ReadonlySet<string> => {
  const pack = packOf(lang);
  return new Set([...listed(pack?.stopWords ?? pack?.commonWords ?? "")].filter((word) => !NEGATIONS.has(word)));
});

/** Whether a folded word says nothing about which claim is meant. `lang` is a primary tag; the Chinese list applies to every language. */
export function isStopWord(word: string, lang: string): boolean {
  return CHINESE.has(word) || (lang === "en" ? ENGLISH : listOf(lang)).has(word);
}
