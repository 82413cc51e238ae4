/**
 * Light stemming of languages other than English: the longest known ending is cut if three letters remain. The endings are those that agree best
 * with Snowball's stemmers (snowballstem.org) over word lists, without those of literary tenses. Of words that Snowball conflates, 0.75 to 0.95
 * are conflated here (fewer Italian and Portuguese verbs); of those conflated here, Snowball conflates 0.8 to 0.98.
 */
import { packOf } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";

interface Rules {
  endings: ReadonlySet<string>;
  plural: RegExp | null;
  elision: RegExp | null;
  remove: RegExp | null;
  letters: number | null;
  fold: [string, string][];
}
const NONE: Rules = { endings: new Set(), plural: null, elision: null, remove: null, letters: null, fold: [] };
/** The rules of a language; Bokmål has those of Norwegian. */
const rulesOf = oncePer((lang: string): Rules => {
  const stems = packOf(lang === "nb" ? "no" : lang)?.stems;
  if (!stems) return NONE;
  return {
    endings: new Set(stems.endings?.split(" ")),
    plural: stems.plural ? new RegExp(`(?<=...)${stems.plural}$`) : null,
    elision: stems.elision ? new RegExp(`^${stems.elision}(?=..)`) : null,
    remove: stems.remove ? new RegExp(stems.remove, "g") : null,
    letters: stems.letters ?? null,
    fold: Object.entries(stems.fold ?? {}),
  };
});
const MAX_ENDING = 8;
const MIN_STEM = 3;

/** A folded word without its elided article. */
export function unelided(word: string, lang: string): string {
  if (lang === "tr") return word.replace(/'.*$/, "");
  const { elision } = rulesOf(lang === "ca" ? "fr" : lang);
  return elision ? word.replace(elision, "") : word;
}

/** The stem of a folded word without accents, in a language other than English; the word itself if the language has no rules. */
export function stemOf(word: string, lang: string): string {
  const { endings, plural, remove, letters, fold } = rulesOf(lang);
  if (remove) return word.replace(remove, "");
  if (letters !== null) return word.slice(0, letters);
  if (!endings.size) return word;
  let bare = plural ? word.replace(plural, "") : word;
  for (const [letter, other] of fold) bare = bare.replaceAll(letter, other);
  let cut = Math.min(MAX_ENDING, bare.length - MIN_STEM);
  while (cut > 0 && !endings.has(bare.slice(-cut))) cut--;
  const stem = bare.slice(0, bare.length - Math.max(0, cut));
  // "school", "scholen": in an open syllable Dutch writes a long vowel once.
  return lang === "nl" ? stem.replace(/([aeou])\1(?=[^aeiou]$)/, "$1") : stem;
}
