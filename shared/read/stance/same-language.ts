/** Whether two texts are in the same language, as far as overlap of words can mean anything between them. */

const SCRIPTS: [string, RegExp][] = [
  ["kana", /[\u3040-\u30ff]/g],
  ["hangul", /[\uac00-\ud7af]/g],
  ["han", /[\u3400-\u9fff]/g],
  ["cyrillic", /[\u0400-\u04ff]/g],
  ["arabic", /[\u0600-\u06ff]/g],
  ["hebrew", /[\u0590-\u05ff]/g],
  ["greek", /[\u0370-\u03ff]/g],
  ["devanagari", /[\u0900-\u097f]/g],
  ["thai", /[\u0e00-\u0e7f]/g],
  ["latin", /[A-Za-z\u00c0-\u024f]/g],
];
/** Function words that no other of the languages here uses, so that one of them shows the language of a headline. */
const FUNCTION_WORDS: [string, string[]][] = [
  [
    "en",
    [
      "the",
      "of",
      "and",
      "is",
      "are",
      "was",
      "were",
      "with",
      "that",
      "this",
      "from",
      "has",
      "have",
      "by",
      "not",
      "says",
      "its",
      "to",
      "for",
    ],
  ],
  ["de", ["der", "und", "ist", "nicht", "von", "mit", "dem", "ein", "eine", "für", "auf", "sich", "wird", "wurde"]],
  ["fr", ["le", "les", "des", "est", "et", "une", "dans", "pour", "pas", "du", "sur", "au", "aux", "qui", "avec", "été"]],
  ["es", ["el", "y", "es", "una", "por", "para", "del", "con", "que", "está"]],
  ["pt", ["os", "uma", "não", "em", "da", "do", "dos", "das", "é", "foi", "com", "na"]],
  ["it", ["il", "gli", "di", "è", "che", "non", "della", "per", "sono", "nel", "alla", "dei"]],
  ["nl", ["het", "een", "niet", "van", "voor", "zijn", "wordt", "aan", "ook", "bij", "naar"]],
];

/** The script that most letters of a text's start are in; null for one without letters. Han before Latin: Chinese names foreign things in Latin. */
function scriptOf(text: string): string | null {
  const start = text.slice(0, 1500);
  const counts = SCRIPTS.map(([name, re]): [string, number] => [name, (start.match(re) ?? []).length]);
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  if (all === 0) return null;
  const latin = counts.at(-1)?.[1] ?? 0;
  const other = counts.slice(0, -1).filter(([name, n]) => n > 0 && n * 4 >= (name === "kana" ? 0 : latin));
  const top = other.sort((a, b) => b[1] - a[1])[0];
  // Japanese mixes Han with kana
  const kana = counts[0]?.[1] ?? 0;
  if (top && kana > 0 && (top[0] === "han" || top[0] === "kana")) return kana * 10 >= top[1] ? "kana" : "han";
  return top?.[0] ?? "latin";
}

/** The Latin-script language that a text's function words show; null if none or two alike. */
function latinLanguage(text: string): string | null {
  const words =
    text
      .slice(0, 1500)
      .toLowerCase()
      .match(/[a-zà-ÿ]+/g) ?? [];
  const counts = FUNCTION_WORDS.map(([lang, list]): [string, number] => [lang, words.filter((w) => list.includes(w)).length]);
  counts.sort((a, b) => b[1] - a[1]);
  const [first, second] = counts;
  return first && first[1] > (first[0] === "en" ? 0 : 1) && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** False only where another script or another language's function words show it; `lang` is the BCP 47 tag of `text`, "" if unknown. */
export function sameTongue(text: string, claim: string, lang: string): boolean {
  const script = scriptOf(text);
  const other = scriptOf(claim);
  if (script === null || other === null) return true;
  if (script !== other) return false;
  if (script !== "latin") return true;
  const told = lang.slice(0, 2).toLowerCase();
  const mine = FUNCTION_WORDS.some(([name]) => name === told) ? told : latinLanguage(text);
  const theirs = latinLanguage(claim);
  return mine === null || theirs === null || mine === theirs;
}
