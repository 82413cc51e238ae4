/** Finds the names in a text: runs of capitalised words, sites, handles. High recall; other modules decide what role a name has. */

import { english } from "../../lang/index.ts";
import { LastEntries, oncePerObject } from "../../text/once-per.ts";
import { isKnownOutlet } from "../parties/known-outlets.ts";

/** A name as a passage writes it, with UTF-16 offsets into it. */
export interface NameMention {
  name: string;
  start: number;
  end: number;
}

/** Full stops within a name: in a site's address, after initials and abbreviations. Any other one ends a name. */
const STOP = `\\.(?=\\p{Lower}|\\p{N})|(?<=(?<![\\p{Alpha}\\p{N}])(?:\\p{Upper}|${english.abbreviations}|${english.companyForms}))\\.`;
const WORD = `(?:[\\p{Alpha}\\p{M}\\p{N}’'&-]|${STOP})*`;
const SITE =
  "(?:[\\p{Alpha}\\p{N}-]{1,30}\\.){1,3}(?:com|net|org|tv|fm|info|news|website|co\\.uk|co|us|io|au|de|fr|es|it|br|cn)(?![\\p{Alpha}\\p{N}])";
/** Short words within a name: "Bank of England", "Ali al-Badri". */
const { naming } = english.grammar;
const WITHIN = ` \\d{1,2} (?=${naming.station}(?!\\p{Alpha}))|(?<=${naming.numbered}) \\d{1,2} | (?:${naming.withinName}) (?=\\p{Upper})| ${naming.prefixes}(?=\\p{Upper})| |-`;
const RUN = new RegExp(
  `(?<![\\p{Alpha}\\p{N}@#/]|\\p{Upper}\\.)(?:[@][\\p{Alpha}\\p{N}_]{2,30}|${SITE}|(?:(?:(?!(?:19|20)\\d\\d )\\d{1,4}(?:[AF]M)? (?=${naming.behindNumber}|\\p{Upper}{3,}(?!\\p{Alpha})))?\\p{Upper}|\\d+${naming.betweenNumbers}\\d)${WORD}(?:(?:${WITHIN})\\p{Upper}${WORD}){0,6})`,
  "gu",
);
/** "Acme's Jane Roe", "Acme News' Jane Roe": two names. */
const OWNER = /['’]s |(?<=s)['’] (?=\p{Upper}\p{Lower}+ (?:\p{Upper}\p{Alpha}+ )?\p{Upper}\p{Alpha}+$)/u;
const TRIM = /(?:['’]s)?[’'.&-]{0,5}$/u;

const [OPENS, CLOSES] = [/["„“”«»‘'「『《]\s?(?:\p{Alpha}{2,3}\s)?$/u, /^\s?["“”«»’'」』》]/u];
/** Whether a name has quotation marks of its own, as newspapers have in many languages: „Bild“, « Le Monde ». */
export const standsInMarks = (passage: string, start: number, end: number): boolean =>
  OPENS.test(passage.slice(Math.max(0, start - 6), start)) && CLOSES.test(passage.slice(end, end + 2));

/** "Sunday Post": a known name may begin with a word that is no name by itself. */
const isWhole = (word: string, name: string) => word.toLowerCase() !== "the" && name.length > word.length && isKnownOutlet(name);

const NUMBERED = new RegExp(`(?:^|\\s)(?:${naming.numbered})$`, "u");
/** "News 4 Salem": a common word that is a station's name because of its number. */
const isStation = (word: string, passage: string) =>
  NUMBERED.test(word) && /^ \d{1,2}(?![\p{Alpha}\p{N}])/u.test(passage.slice(word.length));
/**
 * Extends a known name by a number or short words: "Channel 4", "Bild am Sonntag", "Sole 24 ore". "Action News 5": a
 * station's name with its number.
 */
function whole(name: string, passage: string): string {
  const [one = "", two = ""] = /^(?: [\p{Alpha}\p{N}]{1,12}){1,2}/u.exec(passage.slice(name.length))?.[0].split(/(?= )/) ?? [];
  if (NUMBERED.test(name) && /^ \d{1,2}$/.test(one)) return name + one;
  return [one + two, one].map((end) => name + end).find((longer) => name && longer !== name && isKnownOutlet(longer)) ?? name;
}

/** Capitalised words of a language that are no names. */
interface NoNames {
  /** First words of sentences, which always have a capital, name or not. */
  common: RegExp;
  /** Adjectives of places ("A French site"), in languages that capitalise them. */
  demonyms: RegExp | null;
  /** Set for languages other than English: outlets may have quotation marks there, and such a name counts even if it is a common word. */
  isOther: boolean;
}
const ENGLISH: NoNames = {
  common: new RegExp(`^(?:${english.sourceCues.noName})$`, "i"),
  demonyms: new RegExp(`^(?:${english.sourceCues.demonyms})$`, "u"),
  isOther: false,
};

/** The names of the last passages: claims and titles are asked for with each sentence. */
const known = oncePerObject((_: NoNames) => new LastEntries<string, readonly NameMention[]>(200));
/** The names in a passage, in order, with offsets into it. */
export const namesIn = (passage: string, noNames: NoNames = ENGLISH): readonly NameMention[] =>
  known(noNames).of(passage, () => readNames(passage, noNames));
function readNames(passage: string, { common, demonyms, isOther }: NoNames): NameMention[] {
  const out: NameMention[] = [];
  for (const match of passage.matchAll(RUN)) {
    if (match.index < (out.at(-1)?.end ?? 0)) continue;
    let text = match[0];
    let start = match.index;
    const possessive = OWNER.exec(text);
    const behind = possessive ? possessive.index + possessive[0].length : 0;
    const parts = possessive ? [text.slice(0, possessive.index), text.slice(behind)] : [text];
    for (const part of parts) {
      const at = part === parts[0] ? match.index : match.index + behind;
      text = whole(part, passage.slice(at));
      const isMarked = (word: string) => isOther && isKnownOutlet(word) && standsInMarks(passage, start, start + word.length);
      start = at;
      for (
        let word = /^(\S+)(?: |$)/u.exec(text);
        word?.[1] && common.test(word[1]) && !isWhole(word[1], text) && !isMarked(word[1]) && !isStation(word[1], passage.slice(start));
        word = /^(\S+)(?: |$)/u.exec(text)
      ) {
        start += word[0].length;
        text = whole(text.slice(word[0].length), passage.slice(start));
      }
      text = whole(text.replace(TRIM, ""), passage.slice(start));
      // "A French site", "South Korean newspapers": an adjective, no name.
      const isAdjective = demonyms?.test(text) && /^ \p{Lower}/u.test(passage.slice(start + text.length)) && !/^@/.test(text);
      if (text.length > 1 && (!common.test(text) || isMarked(text)) && !isAdjective)
        out.push({ name: text, start, end: start + text.length });
    }
  }
  return out;
}
const ANY: NoNames = { common: /(?!)/, demonyms: null, isOther: false };
/** The names in a passage with all their words, including common words and adjectives. */
export const allNamesIn = (passage: string): readonly NameMention[] => namesIn(passage, ANY);
