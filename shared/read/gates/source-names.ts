/**
 * Candidates for the source of a story: the names of a passage, one by one ("the Guardian and Mashable" are two), and groups without a
 * name ("US officials").
 */

import { isCountry } from "../../countries.ts";
import { english, packOf, wholeWords } from "../../lang/index.ts";
import type { SourceCues } from "../../lang/pack/sources.ts";
import { MARKED_NAME } from "../../text/quotations.ts";
import { byPlace, overlap } from "../../text/span.ts";
import { isKnownOutlet, lendsPictures } from "../parties/known-outlets.ts";
import { asTold, isCommon, isTitleCase, leadOf, type RunningNames } from "../parties/name-shapes.ts";
import { DEMONYM, kindOfName } from "../parties/party.ts";
import { type NameMention, namesIn } from "./names.ts";

/** "Seoul-based", "ISIS-linked": a word before a hyphen and a small word is no name. */
const DERIVED = /^[\p{Alpha}.]+-\p{Lower}[\p{Lower}-]*(?: |$)/u;
/** "of Acme", once the word before is gone. */
const SMALL = /^(?:\p{Lower}{1,3} )+(?=\p{Upper})/u;
/** "L'action": an article before a word that is no name. */
const ELIDED = /^\p{Upper}['’]\p{Lower}[\p{Alpha}-]*(?: |$)/u;
/** Names that begin with a small letter: "iGen", "eBay". */
const CAMEL = /(?<![\p{Alpha}\p{N}@#/._-])\p{Lower}{1,2}\p{Upper}[\p{Alpha}\p{N}]{2,}(?:\.\p{Lower}{2,3})?(?![\p{Alpha}\p{N}@])/gu;
/** Boards and users of Reddit. */
const BOARD = /(?<![\p{Alpha}\p{N}])\/?[ru]\/[\p{Alpha}\p{N}_]{2,30}/gu;
/** How accounts are called where no "@" stands before them: "nebbia_79", "kr4tos". */
const HANDLE =
  /(?<![\p{Alpha}\p{N}@#/._-])(?=[\p{Alpha}._]{0,20}[_\d])\p{Lower}{2}[\p{Lower}\d]*(?:[._][\p{Lower}\d]+)*(?![\p{Alpha}\p{N}@])/gu;
/** Between a description and the name of what it describes. */
const THE = `(?:(?:${english.grammar.naming.the}) )?`;
const APPOSED = new RegExp(`^,? ${THE}["“‘]?$`, "u");
/** "el portal especializado en ciberseguridad Nortia" */
const OF_A_FIELD = /^(?: \p{Lower}{1,4} \p{Lower}+)?,? ["“«]?$/u;
const WORD = "\\p{Upper}[\\p{Alpha}\\p{M}\\p{N}’'&.-]{0,30}";

/** The patterns for names of a language, from its words. */
export const namePatterns = (words: SourceCues, lang: string) => ({
  lang,
  isOther: lang !== english.tag,
  common: new RegExp(`^(?:${words.noName})$`, "iu"),
  /** Words after a name that do not belong to it. */
  ends: new RegExp(`(?: (?:${words.nameEnds ?? "(?!)"}))+$`, "iu"),
  /** Particles within a name of another language: "Corriere della Sera". */
  tail: new RegExp(`^ (?:${words.particles}) ${WORD}(?: ${WORD})?`, "u"),
  /** "New York magazine": a word behind a name by which it is no place. */
  kind: new RegExp(`^ (?:${words.nameKinds ?? "(?!)"})(?!\\p{Alpha})`, "u"),
  /** "al Sabaah": an article before a name, written small. */
  article: new RegExp(`(?:^|[\\s("“„«‘'])((?:${words.nameArticles})[- ])$`, "u"),
  country: new RegExp(`^(?:${words.countries})$`, "u"),
  /** Words before the name of a place. */
  placeBefore: new RegExp(`(?:^|[^\\p{Alpha}])(?:${words.placeBefore ?? "(?!)"}) $`, "u"),
  /** Words before a place and other names: "in", "from". */
  within: words.before["in"] === undefined ? null : new RegExp([words.before["in"], words.before["from"] ?? "(?!)"].join("|"), "iu"),
  noSource: new RegExp(`^(?:${words.noSource})${words.names === undefined ? "(?: |$)" : ""}`, "iu"),
  group: new RegExp(`(?<![\\p{Alpha}\\p{N}-])(?:${words.group})(?![\\p{Alpha}\\p{N}-])`, "gu"),
  and: new RegExp(` (?:${words.and}) `, "u"),
  /** "Via Daily Globe": a line that only credits somebody. */
  creditLine: new RegExp(`^[[(]?(?:${words.creditLine ?? "(?!)"})`, "iu"),
  /** Words before whoever took a picture: "Photo:". */
  pictures: new RegExp(`(?<!\\p{Alpha})(?:${packOf(lang)?.boilerplate?.credit?.start ?? "(?!)"})[^.;)\\]]{0,20}$`, "iu"),
  /** Between a person's name and the name of whom the person belongs to. */
  belonging: words.belonging === undefined ? null : new RegExp(` (?:${words.belonging}) ${THE}`, "u"),
  demonyms: words.demonyms === undefined ? null : new RegExp(`^(?:${words.demonyms})$`, "u"),
  /** Voice messages. */
  voice: wholeWords(words.voiceMessage ?? "(?!)", "giu", words.names !== undefined),
  /** What stands in quotation marks behind a word for a medium: "canal «…»". */
  called: new RegExp(
    `(?<=(?<!\\p{Alpha})(?:${words.called ?? "(?!)"})\\s(?:\\p{Upper}[\\p{Alpha}-]*\\s|${words.including ?? "(?!)"}\\s)?)[„“"«‘']\\s?[\\p{Alpha}\\p{N}][^„“”"«»‘’.;:]{1,40}…?\\s?[“”"»’']`,
    "giu",
  ),
  /** Names in a script without capitals. */
  names: words.names === undefined ? null : new RegExp(words.names, "gu"),
});
type NamePatterns = ReturnType<typeof namePatterns>;

/** "CNN": initials name no place. */
const MEDIUM = /^\p{Upper}{2,}\d*$/u;
const REACH = 40;
/** "(R-N.H.)", ", I-Vt.,", "(Ky.)": whom a politician belongs to and represents. */
const SEAT = /^\p{Upper}-\p{Upper}[\p{Alpha}.]*(?: \p{Upper}[\p{Alpha}.]*)?$/u;
const isSeat = (passage: string, { name, start, end }: NameMention) =>
  SEAT.test(name)
    ? /[(,] ?$/u.test(passage.slice(0, start)) && /^\.?[),;]/u.test(passage.slice(end))
    : /^\p{Upper}\p{Lower}{1,5}$/u.test(name) && passage[start - 1] === "(" && passage.startsWith(".)", end);
/** "Alder, Argentina": what the name of a country may stand behind. */
const BEHIND = /^, (\p{Upper}[\p{Alpha}.]*(?: \p{Upper}[\p{Alpha}.]*){0,2})(?=[,.;)]|$| \p{Lower})/u;
/** "In Alder, Western Australia,": what the name of a wider place may stand behind. */
const WIDER = /^, (\p{Upper}[\p{Alpha}.]*(?: \p{Upper}[\p{Alpha}.]*){0,2})(?=[,;)]|\.?$)/u;
/** Whether a passage tells a name to be a place's: "the city of Alder", "Alder, Argentina", "in Alder, Western Australia,". */
export function isPlace(passage: string, { name, start, end }: NameMention, { placeBefore, within, country, lang }: NamePatterns): boolean {
  const wider = within?.test(passage.slice(Math.max(0, start - REACH), start))
    ? WIDER.exec(passage.slice(end, end + REACH))?.[1]
    : undefined;
  if (wider !== undefined && !MEDIUM.test(name) && !MEDIUM.test(wider) && !isKnownOutlet(name) && !isKnownOutlet(wider)) return true;
  const behind = MEDIUM.test(passage.slice(start, end)) ? undefined : BEHIND.exec(passage.slice(end, end + REACH))?.[1];
  if (behind !== undefined && (country.test(behind) || isCountry(behind, lang))) return true;
  return placeBefore.test(passage.slice(Math.max(0, start - REACH), start));
}
/** A name or a group that may be a source. */
export interface SourceMention extends NameMention {
  /** A group described by its role, without a named member. */
  isGroup: boolean;
}

/** The names of a run, which "and" joins, or "of" and "for" between a person's and a medium's: "Jane Roe of CBS". */
function joined(name: string, { and, belonging }: NamePatterns): string[] {
  if (isKnownOutlet(name)) return [name];
  return name.split(and).flatMap((part) => {
    const at = belonging?.exec(part);
    const [person, medium] = at ? [part.slice(0, at.index), part.slice(at.index + at[0].length)] : ["", ""];
    const areTwo = kindOfName(person) === "person" && (MEDIUM.test(medium) || kindOfName(medium) === "outlet");
    return areTwo ? [person, medium] : [part];
  });
}
/** Splits one run of capitalised words into its names. */
function partsOf({ name, start }: NameMention, patterns: NamePatterns): NameMention[] {
  const { noSource, ends } = patterns;
  const out: NameMention[] = [];
  let at = 0;
  for (const part of joined(name, patterns)) {
    const from = name.indexOf(part, at);
    at = from + part.length;
    let text = part;
    const end = ends.exec(text)?.[0].length ?? 0;
    if (end) text = text.slice(0, -end);
    at -= end;
    const extra = () => DERIVED.exec(text) ?? ELIDED.exec(text) ?? SMALL.exec(text) ?? noSource.exec(text);
    for (let cut = extra(); cut && text; cut = extra()) text = text.slice(cut[0].length);
    const begin = start + at - text.length;
    text = text.replace(/['’]s$|['’]$/u, "");
    if (text.length > 1) out.push({ name: text, start: begin, end: begin + text.length });
  }
  return out;
}

/** A name in a script without capitals, trimmed of the words before it in the sentence. */
function unspacedName(one: SourceMention, { noSource, common }: NamePatterns): SourceMention[] {
  const start = one.start + (noSource.exec(one.name)?.[0].length ?? 0);
  const name = one.name.slice(start - one.start);
  return name.length > 1 && !common.test(name) ? [{ ...one, name, start }] : [];
}

const PLAIN = /^\p{Upper}[\p{Alpha}\p{M} ’'&-]*$/u;
/** A name as the sentences of its text have it: none that is a common word, and of a headline no verbs. */
function asRunning(one: NameMention, before: string, isHeadline: boolean, running: RunningNames): NameMention[] {
  if (!PLAIN.test(one.name) || isKnownOutlet(one.name)) return [one];
  if (isCommon(running, one.name)) return [];
  const lead = one.name
    .split(" ")
    .slice(leadOf(running, one.name, before))
    .join(" ");
  const name = isHeadline ? asTold(running, one.name) : lead;
  if (name === null) return [];
  const start = one.start + one.name.indexOf(name);
  return [{ name, start, end: start + name.length }];
}

/** "Venezuelan": whoever it is said of is no source by that name. */
const isDemonym = (name: string, { demonyms }: NamePatterns) => !name.includes(" ") && Boolean(demonyms?.test(name)) && DEMONYM.test(name);

/** The possible sources in a passage, in order. `running` is of an English text: other languages write other words with capitals. */
export function sourceMentionsIn(passage: string, patterns: NamePatterns, running: RunningNames | null): SourceMention[] {
  const isHeadline = running !== null && isTitleCase(passage) && !patterns.creditLine.test(passage);
  const others = (pattern: RegExp, isGroup: boolean) =>
    [...passage.matchAll(pattern)].map((match) => ({
      name: match[0],
      start: match.index,
      end: match.index + match[0].length,
      isGroup,
    }));
  const marked = patterns.isOther ? [...others(MARKED_NAME, false), ...others(patterns.called, false)] : [];
  // "Das Bündnis „Salem hilft“": where nouns have capitals, that before the name tells what it is.
  const isBefore = (at: number, end: number) => packOf(patterns.lang)?.cueGrammar?.capitalNouns && end + 1 === at;
  const isOfMarked = (one: NameMention) => marked.some((name) => overlap(name, one) || isBefore(name.start, one.end));
  const named = namesIn(passage, patterns)
    .flatMap((one) => partsOf(one, patterns))
    .flatMap((one) => (running ? asRunning(one, passage.slice(0, one.start), isHeadline, running) : [one]))
    .filter(({ name }) => !patterns.country.test(name) && !isCountry(name, patterns.lang) && !isDemonym(name, patterns))
    .filter((one) => !isSeat(passage, one) && !isOfMarked(one))
    .map((one) => {
      const behind = passage.slice(one.end);
      const tail = (patterns.tail.exec(behind) ?? patterns.kind.exec(behind))?.[0] ?? "";
      const article = patterns.article.exec(passage.slice(0, one.start))?.[1] ?? "";
      const [start, end] = [one.start - article.length, one.end + tail.length];
      return { name: passage.slice(start, end).replace(/[’'.&-]{1,5}$/u, ""), start, end, isGroup: false };
    });
  // "Photo: Jane Roe/Harbour News"
  const isPictures = ({ name, start }: SourceMention) =>
    lendsPictures(name) || patterns.pictures.test(passage.slice(Math.max(0, start - REACH), start));
  const out: SourceMention[] = [];
  // "Korean newspaper Chosun Ilbo" is one source, by its name.
  const apposed = running ? APPOSED : OF_A_FIELD;
  const isApposed = ({ end }: SourceMention) => named.some(({ start }) => start >= end && apposed.test(passage.slice(end, start)));
  const all = patterns.names
    ? [...others(patterns.voice, true), ...others(patterns.names, false).flatMap((one) => unspacedName(one, patterns))]
    : [
        ...others(patterns.voice, true),
        ...others(patterns.group, true).filter((one) => !isApposed(one)),
        ...marked.map((one) => ({ ...one, name: one.name.replace(/^.\s?|[!?]?\s?.$/gu, ""), start: one.start + 1, end: one.end - 1 })),
        ...named,
        ...others(CAMEL, false),
        ...(patterns.isOther ? others(HANDLE, false) : []),
        ...others(BOARD, false),
      ];
  for (const one of all.sort(byPlace))
    if (!isPictures(one) && !out.some((other) => overlap(other, one) && other.isGroup === one.isGroup)) out.push(one);
  return out;
}
