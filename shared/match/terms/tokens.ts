/** The words of a text, each with the term that it is indexed and compared by. */
import stem from "wink-porter2-stemmer";
import { english } from "../../lang/index.ts";
import { simplified } from "../../text/chinese/scripts.ts";
import { lemma } from "../../text/irregular-forms.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { LastEntries } from "../../text/once-per.ts";
import { words } from "../../text/segment.ts";
import { isNounBehind, isStopWord } from "../../text/stop-words.ts";
import { SCRIPTS } from "../../text/words.ts";
import { unmask } from "./confusables.ts";
import { stemOf, unelided } from "./stems.ts";

/** Longest term, in UTF-16 units. */
const MAX_TERM = 40;

/** How much of a word is read: 50,000 accents on one letter are one word. */
const MAX_RAW = 4 * MAX_TERM;

export interface Token {
  /** What is compared: folded, stemmed, without quotes. */
  term: string;
  /** Written with a capital in a text that has small letters too. Used for claims only. */
  name: boolean;
  /** The value of a number: "1,417" and "1417" are equal. */
  number: number | null;
  /** The word as written, for reasons. */
  shown: string;
  /**
   * Whether only a space (or the full stop of a title) separates it from the token before: two such capitalised words are one name. For a number:
   * only a hyphen ("Kestrel-3").
   */
  joined: boolean;
}

/** Scripts without spaces, in which only a dictionary finds words. All other text is split by WORD, which is 10 times as fast. */
export const UNSPACED = new RegExp(`[${SCRIPTS}]`, "u");
const RUN = new RegExp(`[${SCRIPTS}\\p{M}]+|[^${SCRIPTS}]+`, "gu");
/** Abbreviations with full stops; numbers with separators; words with apostrophes inside. */
const WORD = /(?:\p{L}\.){2,20}|\p{N}+(?:[.,]\p{N}+)*(?:%|[\p{L}\p{M}]*)|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

const NUMBER_WORDS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, value) => [word, String(value)]),
);
const NEGATIONS = new Set(["cannot", "isnt", "wasnt", "arent", "dont", "doesnt", "didnt", "wont", "cant", "never"]);

/**
 * The word in a form that FTS5's unicode61 keeps whole. Marks become private-use characters, because they are no token
 * characters there; final sigma is folded.
 */
function searchable(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word
    .replace(/ς/g, "σ")
    .replace(/\p{M}/gu, (mark) => {
      const code = mark.codePointAt(0) ?? 0;
      return code < 0xfffd ? String.fromCodePoint(0xf0000 + code) : "";
    })
    .replace(/[^\p{L}\p{N}\u{f0000}-\u{ffffd}]|[\u19b0-\u19c9\u1cf2\u1cf3]/gu, "");
}

const CONTRACTED = new RegExp(`'(?:${english.contractions.behind})$`);
/** Digits inside a word that stand for letters: "Ardm0re", "hi11s". */
const LEET = /(?<=\p{L})[0134]+(?=\p{L})/gu;
const LETTERS = ["o", "l", "", "e", "a"];
const ACCENTED = /[ß-ɏḀ-ỿ]/;
/** Letters without a decomposition, as people write them without such keys. */
const PLAIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l" };
/** Languages whose full stop groups thousands and whose comma marks decimals. */
const STOP_GROUPS = /^(?:de|es|pt|it|nl|da|id|tr)$/;

/** A Latin word without accents: "tranvía" is "tranvia". German ü may be written "ue": both become "u". */
function plainLatin(word: string, lang: string): string {
  const bare = ACCENTED.test(word)
    ? word
        .normalize("NFD")
        .replace(/(?<=\p{Script=Latin}\p{M}{0,3})\p{M}/gu, "")
        .normalize("NFC")
        .replace(/[ßæœøł]/g, (letter) => PLAIN[letter] ?? letter)
    : word;
  return lang === "de" ? bare.replace(/(?<![aeiouq])([aou])e/g, "$1") : bare;
}

/** Tokens by language, language of the stems, and whether the text has letters of both cases: the same words recur in each text. */
const made = new LastEntries<string, Map<string, Token | null>>(16);
const MAX_HELD = 20_000;
/** How the words of a text become tokens. */
interface Making {
  lang: string;
  /** The language of the stems. */
  stems: string;
  /** Whether the text has letters of both cases. */
  cased: boolean;
  held: Map<string, Token | null>;
}
function makingOf(lang: string, stems: string, cased: boolean): Making {
  const held = made.of(`${lang} ${stems} ${cased}`, () => new Map());
  if (held.size > MAX_HELD) held.clear();
  return { lang, stems, cased, held };
}
/** The token of a word; null for a stop word. `last`: the word before it, which may show that it is a noun. */
function tokenOf(raw: string, making: Making, last = ""): Token | null {
  const found = heldToken(raw, making);
  return found || !last || !isNounBehind(last, raw, making.lang) ? found : makeToken(raw, making, true);
}
function heldToken(raw: string, making: Making): Token | null {
  if (raw.length > MAX_TERM) return makeToken(raw, making);
  const known = making.held.get(raw);
  if (known !== undefined) return known;
  const found = makeToken(raw, making);
  making.held.set(raw, found);
  return found;
}
function makeToken(whole: string, { lang, stems, cased }: Making, isNoun = false): Token | null {
  const raw = whole.slice(0, MAX_RAW);
  const dotted = raw.includes(".") && !/\p{N}/u.test(raw);
  let word = dotted ? raw.replaceAll(".", "") : raw;
  const capital = cased && /^\p{Lu}/u.test(word);
  const country = dotted || !cased || word === "US";
  word = unmask(word.toLowerCase()).replace(LEET, (digits) => [...digits].map((digit) => LETTERS[Number(digit)] ?? digit).join(""));
  // "US" differs from the pronoun only in a text with letters of both cases; elsewhere a term as common as "usa" does little harm.
  if (country && word === "us") word = "usa";
  if (word.includes("'")) word = unelided(word, lang);
  if (word.endsWith("n't")) word = word === "ain't" || word.length > 3 ? "not" : word;
  else if (word.includes("'")) word = word.replace(CONTRACTED, "").replaceAll("'", "");
  if (NEGATIONS.has(word)) word = "not";
  word = NUMBER_WORDS.get(word) ?? word;
  if (!isNoun && isStopWord(word, lang)) return null;
  word = plainLatin(word, stems);
  let number: number | null = null;
  if (/^\p{N}/u.test(word)) {
    // A comma groups thousands or marks decimals: "1,417" is 1417, "12,5" is 12.5; in German "1.417" is 1417, too.
    const plain = (STOP_GROUPS.test(lang) ? word.replace(/\.(?=\p{N}{3}(?!\p{N}))/gu, "") : word)
      .replace("%", "")
      .replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "")
      .replaceAll(",", ".");
    const value = Number.parseFloat(plain);
    number = Number.isFinite(value) ? value : null;
    word = plain.replaceAll(".", "p");
  } else if (stems === "en") {
    if (/^[a-z]+$/.test(word)) {
      const short = lemma(word.slice(0, MAX_TERM));
      word = stem(short) || short;
    }
  } else word = stemOf(word, stems);
  const term = cut(searchable(simplified(word)));
  return term ? { term, name: capital, number, shown: raw, joined: false } : null;
}

/** After a word this short a full stop ends an abbreviation more often than a sentence: Sen. Rep. Lt. Dr. and initials. */
const MAX_ABBREVIATION = 3;

/** At most MAX_TERM units, never half of a surrogate pair. */
function cut(word: string): string {
  return word.length <= MAX_TERM ? word : word.slice(0, MAX_TERM).replace(/[\ud800-\udbff]$/, "");
}

/** The language in which a text is read: English if none is given. */
export function baseLang(lang: string | null | undefined): string {
  const base = primaryTag(lang);
  return base === "und" ? "en" : base;
}

/** The tokens of the last passages, because several steps ask for each sentence of a text. */
const recent = new LastEntries<string, readonly Token[]>(500);
/** Lengths of the passages whose tokens are cached, in UTF-16 units. */
const MIN_CACHED = 20;
const MAX_CACHED = 1_000;
/**
 * The content words of a text in order, with the stems of its own language, or of another one so that texts of two languages share names. `raw`
 * is the text as written, because its capitals show names.
 */
export function tokens(raw: string, lang: string | null | undefined, stems: string | null | undefined = lang): readonly Token[] {
  const base = baseLang(lang);
  const by = baseLang(stems);
  const isCached = raw.length >= MIN_CACHED && raw.length <= MAX_CACHED;
  return isCached ? recent.of(`${base} ${by} ${raw}`, () => readTokens(raw, base, by)) : readTokens(raw, base, by);
}
function readTokens(raw: string, base: string, by: string): Token[] {
  const text = visible(raw);
  const cased = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  const making = makingOf(base, by, cased);
  const out: Token[] = [];
  for (const run of UNSPACED.test(text) ? (text.match(RUN) ?? []) : [text]) {
    if (UNSPACED.test(run)) {
      for (const word of words(run).flatMap(pieces)) {
        const next = tokenOf(word, making);
        if (next) out.push(next);
      }
      continue;
    }
    // Where the last kept word ended, or -1 after a stop word.
    let end = -1;
    let between = " ";
    // The word before, if only a space stands between.
    let last = "";
    WORD.lastIndex = 0;
    for (let found = WORD.exec(run); found; found = WORD.exec(run)) {
      const next = tokenOf(found[0], making, last);
      last = run[WORD.lastIndex] === " " ? found[0] : "";
      if (next) {
        const gap = next.number === null ? between : "-";
        out.push(end >= 0 && run.slice(end, found.index) === gap ? { ...next, joined: true } : next);
      }
      end = next ? WORD.lastIndex : -1;
      between = run[end] === "." && found[0].length <= MAX_ABBREVIATION ? ". " : " ";
    }
  }
  return out;
}

/**
 * Chinese words of three or more characters as pairs. The segmenter keeps 图书馆 whole in one sentence and splits it into 图书 and 馆 in the next, and
 * pairs find as well as words do (Nie et al. 2000, doi:10.1145/355214.355235).
 */
function pieces(word: string): string | string[] {
  if (!/^\p{Script=Han}{3,}$/u.test(word)) return word;
  const chars = [...word].slice(0, MAX_TERM);
  return chars.slice(1).map((char, i) => (chars[i] ?? "") + char);
}

/** NFKC, straight apostrophes and no invisible characters, as fold() does, but with its capitals. */
function visible(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/(?![\n\t\r])[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "");
}
