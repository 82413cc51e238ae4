/**
 * Names as texts in two scripts write them. Chinese names appear in other scripts as their pinyin (恒磊, Henglei), and foreign names in Chinese as
 * syllables that sound like them (布伦多夫, Brenndorf). Sound alone matches 64 of 92 known names, and 4 of 8,372 pairs of different ones.
 */

import { chinese } from "../../lang/index.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { pinyinOf } from "../../text/chinese/pinyin.ts";
import { withoutAccents } from "../../text/fold.ts";
import { chineseSegments } from "../../text/segment.ts";
import { isStopWord } from "../../text/stop-words.ts";

/** A Latin word without accents, in small letters. */
export const bare = (word: string) =>
  withoutAccents(word)
    .replace(/['’]s$/iu, "")
    .toLowerCase();

/** Capitalised words that do not begin a sentence, or precede another capitalised word. In a script without capitals, all Latin words. */
const CAPITALS =
  /(?<=[\p{L}\p{N},;:)"”’»–-]\s{1,2}["“«„(]?|["“«„(/])\p{Lu}[\p{sc=Latin}\p{M}]{2,30}|\p{Lu}[\p{sc=Latin}\p{M}]{2,30}(?=['’]s\s|\s\p{Lu})|\p{Lu}{2,10}(?!\p{L})/gu;
const LATIN = /[\p{sc=Latin}\p{M}]{3,30}/gu;

/** The names in Latin letters of a text, in lower case without accents; every Latin word of a Chinese text. */
export function latinNames(text: string, lang: string): Set<string> {
  const found = text.match(hasHan(text) ? LATIN : CAPITALS) ?? [];
  return new Set(found.map(bare).filter((word) => /^[a-z]{3}/.test(word) && !isStopWord(word, lang)));
}

/** A Chinese character by its pinyin. */
interface Syllable {
  pinyin: string;
  /** Its consonant; empty before a vowel, w and y. */
  initial: string;
  isVowel: boolean;
  /** Whether it ends in n or ng. */
  isNasal: boolean;
  /** 尔, which stands for an l or r at the end of a syllable. */
  isEr: boolean;
}
function syllableOf(character: string): Syllable {
  const pinyin = pinyinOf(character);
  const initial = /^(?:[zcs]h|[^aeiou])/.exec(pinyin)?.[0] ?? "";
  return { pinyin, initial, isVowel: /^[wy]?$/.test(initial), isNasal: /.ng?$/.test(pinyin), isEr: pinyin === "er" };
}

/** Adjacent Chinese characters that may contain a name. */
interface Run {
  syllables: readonly Syllable[];
  /** Where dictionary words begin, and single characters that are not in the dictionary. */
  starts: ReadonlySet<number>;
  /** Ranges of two or more adjacent characters that are not in the dictionary: most likely names. */
  unknown: readonly Span[];
}
type Span = readonly [start: number, end: number];
/** Longest dictionary word, in characters, that may be part of a longer name: 杜塞|尔|多|夫. */
const MAX_PART = 2;
const FUNCTION = new RegExp(`^${chinese.names.functions}$`, "u");

/** The runs of a text that may contain Chinese names. */
export function runsIn(text: string): Run[] {
  if (!hasHan(text)) return [];
  const runs: Run[] = [];
  let parts: string[] = [];
  const end = () => {
    if (parts.join("").length > 1) runs.push(runOf(parts));
    parts = [];
  };
  for (const { segment } of chineseSegments(text)) {
    const isHan = /^\p{Script=Han}+$/u.test(segment) && !FUNCTION.test(segment);
    if (!isHan || segment.length > MAX_PART) end();
    if (isHan) parts.push(segment);
    if (segment.length > MAX_PART) end();
  }
  end();
  return runs;
}

function runOf(parts: readonly string[]): Run {
  const starts: number[] = [];
  const unknown: [number, number][] = [];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    starts.push(at);
    const open = parts[i - 1]?.length === 1 ? unknown.at(-1) : undefined;
    if (part.length === 1 && open) open[1] = at + 1;
    else if (part.length === 1) unknown.push([at, at + 1]);
    at += part.length;
  }
  const syllables = [...parts.join("")].map(syllableOf);
  return { syllables, starts: new Set([...starts, at]), unknown: unknown.filter(([start, end]) => end - start > 1) };
}

/** The pinyin initials that may stand for a consonant of other languages. */
const HEARD: Record<string, string> = {
  tsch: "q ch",
  sch: "sh x s",
  sh: "sh x s",
  ch: "q ch j k x h sh",
  zh: "zh r j",
  th: "t d s x",
  ph: "f",
  tz: "c z j",
  ts: "c z j",
  ck: "k g",
  b: "b p",
  p: "p b",
  v: "w f b",
  w: "w f h",
  f: "f w",
  m: "m",
  n: "n",
  l: "l",
  r: "l",
  d: "d",
  t: "t d q",
  g: "g j k h",
  k: "k g j q",
  c: "k g s x c q",
  q: "k q",
  h: "h x",
  s: "s x sh z c",
  z: "z c s j",
  x: "k s x",
  j: "j y h zh r q",
  y: "y",
};
/** A consonant of a name. */
interface Consonant {
  letter: string;
  heard: readonly string[];
  /** Whether no vowel follows: Chinese may drop it. */
  isClosing: boolean;
}
const UNITS = /tsch|sch|[csztp]h|t[sz]|ck|([b-df-hj-np-tv-z])\1?|[aeiou]+/g;
function consonantsOf(name: string): Consonant[] {
  const units = name.match(UNITS) ?? [];
  const isVowel = (at: number) => /^(?:[aeiou]|y$)/.test(units[at] ?? "");
  return units.flatMap((unit, i): Consonant[] => {
    if (/^[aeiou]/.test(unit) || (unit === "y" && i > 0)) return [];
    const letter = HEARD[unit] ? unit : unit.slice(0, 1);
    return [{ letter, heard: (HEARD[letter] ?? "").split(" "), isClosing: !isVowel(i + 1) }];
  });
}

/** Cost of each difference between a name and its Chinese form: a closing consonant dropped, a closing n dropped, an extra n, an extra vowel. */
const COST = { dropped: 0.5, droppedNasal: 0.7, nasal: 1, vowel: 0.2 };
const IMPOSSIBLE = 99;
/** Minimum number of consonants that match. Those at the start of no syllable count half. */
const MIN_HEARD = 3;
/** Maximum cost of all differences of a name. */
const MAX_COST = 1;
/** Maximum cost for each matching consonant beyond two. */
const COST_PER_HEARD = 0.5;
interface Hearing {
  cost: number;
  heard: number;
}
/** The best way in which characters stand for the consonants of a name. */
function bestHearing(consonants: readonly Consonant[], syllables: readonly Syllable[]): Hearing {
  const known = new Map<number, Hearing>();
  /** The same from a consonant and a syllable on. `nasal`: 1 if the syllable before ends in an n that nothing accounts for. */
  const from = (i: number, j: number, nasal: 0 | 1): Hearing => {
    const consonant = consonants[i];
    const syllable = syllables[j];
    if (!consonant && !syllable) return { cost: nasal * COST.nasal, heard: 0 };
    const key = (i * (syllables.length + 1) + j) * 2 + nasal;
    const before = known.get(key);
    if (before) return before;
    let best: Hearing = { cost: IMPOSSIBLE, heard: 0 };
    const take = (cost: number, heard: number, rest: Hearing) => {
      const all = cost + rest.cost;
      const both = heard + rest.heard;
      if (all < best.cost || (all === best.cost && both > best.heard)) best = { cost: all, heard: both };
    };
    // A consonant without a syllable: Chinese drops some, or has it as the n of the syllable before.
    if (consonant) {
      const { letter, isClosing } = consonant;
      const isNasal = letter === "n" || letter === "m";
      if (isNasal && isClosing && nasal) take(0, 0.5, from(i + 1, j, 0));
      const cost = isNasal ? COST.droppedNasal : COST.dropped;
      if (isClosing) take(/[lr]/.test(letter) ? 0 : cost, 0, from(i + 1, j, nasal));
      else if (letter === "h") take(COST.dropped, 0, from(i + 1, j, nasal));
    }
    // A syllable that stands for this consonant, or for none.
    if (syllable) {
      const { initial, isVowel, isEr } = syllable;
      const open = nasal * COST.nasal;
      const ends = syllable.isNasal ? 1 : 0;
      if (consonant?.heard.includes(initial)) take(open, 1, from(i + 1, j + 1, ends));
      if (isEr && consonant && /[lr]/.test(consonant.letter)) take(open, 0.5, from(i + 1, j + 1, 0));
      if (isVowel && !(isEr && j > 0)) take(open + (j && COST.vowel), 0, from(i, j + 1, ends));
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0, 0);
}
/** Whether a name begins with a vowel where its first character does; w, v, y, j and h may be none in Chinese. */
const opensAs = (name: string, { isVowel }: Syllable) => /^[aeiou]/.test(name) === isVowel || (isVowel && /^[wvyjh]/.test(name));
/** Whether a name in lower-case Latin letters sounds like these characters. */
function soundsAs(name: string, consonants: readonly Consonant[], syllables: readonly Syllable[]): boolean {
  if (!syllables[0] || !opensAs(name, syllables[0])) return false;
  const { cost, heard } = bestHearing(consonants, syllables);
  return heard >= MIN_HEARD && cost <= Math.min(MAX_COST, (heard - 2) * COST_PER_HEARD);
}

/** Minimum number of letters of a name that is recognised by its pinyin. */
const MIN_PINYIN = 5;
/** Maximum number of characters of a Chinese name in one word. */
const MAX_OWN = 3;
/** Minimum and maximum number of characters of a foreign name. */
const MIN_FOREIGN = 3;
const MAX_FOREIGN = 8;
/** Where a run contains a name in lower-case Latin letters; null if it does not. */
export function placeIn(name: string, { syllables, starts }: Run): Span | null {
  const consonants = consonantsOf(name);
  for (const start of starts)
    for (let end = start + 2; end <= Math.min(syllables.length, start + MAX_FOREIGN); end++) {
      const part = starts.has(end) ? syllables.slice(start, end) : [];
      const isOwn = part.length > 0 && part.length <= MAX_OWN && name.length >= MIN_PINYIN;
      if (isOwn && part.map(({ pinyin }) => pinyin).join("") === name) return [start, end];
      if (part.length >= MIN_FOREIGN && soundsAs(name, consonants, part)) return [start, end];
    }
  return null;
}

/** Classes of consonants, by which names are looked up. */
const KINDS: [RegExp, string][] = [
  [/^(?:[bp])$/, "b"],
  [/^(?:[fvw]|ph)$/, "f"],
  [/^(?:[dt]|th)$/, "d"],
  [/^(?:[gkqh]|ck)$/, "g"],
  [/^[lr]$/, "l"],
  [/^[mn]$/, "n"],
];
const kindOf = (consonant: string) => KINDS.find(([letters]) => letters.test(consonant))?.[1] ?? "s";
/** Number of consonant classes in a key. With three, the key seldom includes a syllable that one side drops. */
const KEY_LENGTH = 3;
/** Maximum number of names by which a Latin text is looked up. */
const MAX_KEYS = 3;
const keyOf = (startsOnVowel: boolean, kinds: readonly string[]) => `zz${startsOnVowel ? "a" : ""}${kinds.slice(0, KEY_LENGTH).join("")}`;

/** The terms by which Latin texts find a Chinese text: the pinyin and the first sounds of what may be a name. */
export function spelledTerms(text: string): string[] {
  const found = new Set<string>();
  for (const { syllables } of runsIn(text))
    syllables.forEach((first, start) => {
      const own = syllables.slice(start, start + MAX_OWN).map(({ pinyin }) => pinyin);
      for (let end = 2; end <= own.length; end++)
        if (own.slice(0, end).join("").length >= MIN_PINYIN) found.add(own.slice(0, end).join(""));
      const heard = syllables.slice(start, start + MAX_FOREIGN).filter(({ isVowel }) => !isVowel);
      if (heard.length >= KEY_LENGTH)
        found.add(
          keyOf(
            first.isVowel,
            heard.map(({ initial }) => kindOf(initial)),
          ),
        );
    });
  return [...found];
}
/** The terms by which the names of a Latin text find Chinese claims. */
export function soundKeys(text: string, lang: string): string[] {
  if (hasHan(text)) return [];
  const keys = [...latinNames(text, lang)].flatMap((name) => {
    const heard = consonantsOf(name).filter(({ letter, isClosing }) => !(isClosing && /[lrmn]/.test(letter)));
    return heard.length >= KEY_LENGTH
      ? [
          keyOf(
            /^[aeiou]/.test(name),
            heard.map(({ letter }) => kindOf(letter)),
          ),
        ]
      : [];
  });
  return [...new Set(keys)].slice(0, MAX_KEYS);
}
