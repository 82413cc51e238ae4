/**
 * Candidates for the source of a story: the names of a passage, one by one ("the Guardian and Mashable" are two), and groups without a
 * name ("US officials").
 */

import { isCountry } from "../../countries.ts";
import { english, NOTHING, packOf, sourcesOf, wholeWords } from "../../lang/index.ts";
import type { SourceCues } from "../../lang/pack/sources.ts";
import { MARKED_NAME } from "../../text/quotations.ts";
import { byPlace, overlap } from "../../text/span.ts";
import { isKnownOutlet, lendsPictures } from "../parties/known-outlets.ts";
import { asInProse, isCommon, isTitleCase, leadOf, type RunningNames } from "../parties/name-shapes.ts";
import { type NameMention, namesIn } from "./names.ts";

/** "L'action": an article joined to a word that is no name. */
const ELIDED = /^\p{Upper}['’]\p{Lower}[\p{Alpha}-]*(?: |$)/u;
/** Names that begin in lower case: "iGen", "eBay". */
const CAMEL = /(?<![\p{Alpha}\p{N}@#/._-])\p{Lower}{1,2}\p{Upper}[\p{Alpha}\p{N}]{2,}(?:\.\p{Lower}{2,3})?(?![\p{Alpha}\p{N}@])/gu;
/** Sites written small: "netzwache.de". Neither part of an address of a page nor of a mail. */
const SITE = new RegExp(
  `(?<![\\p{Alpha}\\p{N}@/._:-])\\p{Lower}[\\p{Lower}\\p{N}-]{2,40}\\.(?:${sourcesOf(({ sources }) => sources?.siteEndings).spaced})(?![\\p{Alpha}\\p{N}@/-]|\\.\\p{Alpha})`,
  "gu",
);
/** Boards and users of Reddit. */
const BOARD = /(?<![\p{Alpha}\p{N}])\/?[ru]\/[\p{Alpha}\p{N}_]{2,30}/gu;
/** Words between a description and the name of what it describes: "el portal especializado en ciberseguridad Nortia". */
const APPOSED = /^(?: \p{Lower}{1,4} \p{Lower}+)?,? ["“«]?$/u;
const WORD = "\\p{Upper}[\\p{Alpha}\\p{M}\\p{N}’'&.-]{0,30}";

/** The patterns for names of a language, from its words. */
export const namePatterns = (words: SourceCues, lang: string) => ({
  lang,
  isOther: lang !== english.tag,
  common: new RegExp(`^(?:${words.noName})$`, "iu"),
  /** Words after a name that do not belong to it. */
  ends: new RegExp(`(?: (?:${words.nameEnds ?? NOTHING}))+$`, "iu"),
  /** Particles within a name of another language: "Corriere della Sera". */
  tail: new RegExp(`^ (?:${words.particles}) ${WORD}(?: ${WORD})?`, "u"),
  /** A noun for a medium. It is none where what follows shows another body: "Agence", but not "Agence du médicament". */
  medium: new RegExp(`^(?:${words.media})(?!\\p{Alpha})`, "iu"),
  /** "New York magazine": a word after a name that shows that it is no place. */
  kind: new RegExp(`^ (?:${words.nameKinds ?? NOTHING})(?!\\p{Alpha})`, "u"),
  /** A lower-case article before a name: "al Sabaah". */
  article: new RegExp(`(?:^|[\\s("“„«‘'])((?:${words.nameArticles})[- ])$`, "u"),
  country: new RegExp(`^(?:${words.countries})$`, "u"),
  /** Words before the name of a place. */
  placeBefore: new RegExp(`(?:^|[^\\p{Alpha}])(?:${words.placeBefore ?? NOTHING}) $`, "u"),
  noSource: new RegExp(`^(?:${words.noSource})${words.names === undefined ? "(?: |$)" : ""}`, "iu"),
  group: new RegExp(`(?<![\\p{Alpha}\\p{N}-])(?:${words.group})(?![\\p{Alpha}\\p{N}-])`, "gu"),
  and: new RegExp(` (?:${words.and}) `, "u"),
  /** "Via Daily Globe": a line that only credits somebody. */
  creditLine: new RegExp(`^[[(]?(?:${words.creditLine ?? NOTHING})`, "iu"),
  /** Words before the author of a picture: "Photo:". */
  pictures: new RegExp(`(?<!\\p{Alpha})(?:${packOf(lang)?.boilerplate?.credit?.start ?? NOTHING})[^.;)\\]]{0,20}$`, "iu"),
  demonyms: words.demonyms === undefined ? null : new RegExp(`^(?:${words.demonyms})$`, "u"),
  /** Voice messages. */
  voice: wholeWords(words.voiceMessage, "giu", words.names !== undefined),
  /** Words in quotation marks after a word for a medium: "canal «…»". */
  called: new RegExp(
    `(?<=(?<!\\p{Alpha})(?:${words.called ?? NOTHING})\\s(?:\\p{Upper}[\\p{Alpha}-]*\\s|${words.including ?? NOTHING}\\s)?)[„“"«‘']\\s?[\\p{Alpha}\\p{N}][^„“”"«»‘’.;:]{1,40}…?\\s?[“”"»’']`,
    "giu",
  ),
  /** Names in a script without capitals. */
  names: words.names === undefined ? null : new RegExp(words.names, "gu"),
});
type NamePatterns = ReturnType<typeof namePatterns>;

const REACH = 40;
/** "CNN": initials are no place's name. */
const MEDIUM = /^\p{Upper}{2,}\d*$/u;
/** "Alder, Argentina": the name of a country after another name. */
const BEHIND = /^, (\p{Upper}[\p{Alpha}.]*(?: \p{Upper}[\p{Alpha}.]*){0,2})(?=[,.;)]|$| \p{Lower})/u;
/** Whether a passage shows that a name is a place's: "the city of Alder", "Alder, Argentina". */
export function isPlace(passage: string, { name, start, end }: NameMention, { placeBefore, country, lang }: NamePatterns): boolean {
  const behind = MEDIUM.test(name) ? undefined : BEHIND.exec(passage.slice(end, end + REACH))?.[1];
  if (behind !== undefined && (country.test(behind) || isCountry(behind, lang))) return true;
  return placeBefore.test(passage.slice(Math.max(0, start - REACH), start));
}
/** A name or a group that may be a source. */
export interface SourceMention extends NameMention {
  /** A group described by its role, without a named member. */
  isGroup: boolean;
}

/** Splits one run of capitalised words into the names that "and" joins. */
function partsOf({ name, start }: NameMention, { and, ends, noSource }: NamePatterns): NameMention[] {
  let at = 0;
  return (isKnownOutlet(name) ? [name] : name.split(and)).flatMap((part) => {
    let from = name.indexOf(part, at);
    at = from + part.length;
    let text = part.replace(ends, "");
    for (let cut = ELIDED.exec(text) ?? noSource.exec(text); cut && text; cut = ELIDED.exec(text) ?? noSource.exec(text)) {
      text = text.slice(cut[0].length);
      from += cut[0].length;
    }
    text = text.replace(/['’]s$|['’]$/u, "");
    return text.length > 1 ? [{ name: text, start: start + from, end: start + from + text.length }] : [];
  });
}

/** A name in a script without capitals, trimmed of the words before it in the sentence. */
function unspacedName(one: SourceMention, { noSource, common }: NamePatterns): SourceMention[] {
  const start = one.start + (noSource.exec(one.name)?.[0].length ?? 0);
  const name = one.name.slice(start - one.start);
  return name.length > 1 && !common.test(name) ? [{ ...one, name, start }] : [];
}

const PLAIN = /^\p{Upper}[\p{Alpha}\p{M} ’'&-]*$/u;
/** A name in the form in which the sentences of its text have it: no common words, and from a headline no verbs. */
function asRunning(one: NameMention, before: string, isHeadline: boolean, running: RunningNames): NameMention[] {
  if (!PLAIN.test(one.name) || isKnownOutlet(one.name)) return [one];
  if (isCommon(running, one.name)) return [];
  const lead = one.name
    .split(" ")
    .slice(leadOf(running, one.name, before))
    .join(" ");
  const name = isHeadline ? asInProse(running, one.name) : lead;
  if (name === null) return [];
  const start = one.start + one.name.indexOf(name);
  return [{ name, start, end: start + name.length }];
}

/** The possible sources in a passage, in order. `running`: the names of an English text; other languages capitalise other words. */
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
  const named = namesIn(passage, patterns)
    .flatMap((one) => partsOf(one, patterns))
    .flatMap((one) => (running ? asRunning(one, passage.slice(0, one.start), isHeadline, running) : [one]))
    .filter(({ name }) => !patterns.country.test(name) && !isCountry(name, patterns.lang))
    .filter((one) => !marked.some((name) => overlap(name, one)))
    .filter(
      ({ name, start, end }) =>
        !(patterns.isOther && patterns.medium.test(name) && !patterns.medium.test(passage.slice(start, end + REACH))),
    )
    .map((one) => {
      const behind = passage.slice(one.end);
      const tail = (patterns.tail.exec(behind) ?? patterns.kind.exec(behind))?.[0] ?? "";
      const article = patterns.article.exec(passage.slice(0, one.start))?.[1] ?? "";
      const start = one.start - article.length;
      const end = one.end + tail.length;
      return { name: passage.slice(start, end).replace(/[’'.&-]{1,5}$/u, ""), start, end, isGroup: false };
    });
  // "Photo: Jane Roe/Harbour News"
  const isPictures = ({ name, start }: SourceMention) =>
    lendsPictures(name) || patterns.pictures.test(passage.slice(Math.max(0, start - REACH), start));
  const out: SourceMention[] = [];
  // "Korean newspaper Chosun Ilbo" is one source, under its name.
  const isApposed = ({ end }: SourceMention) => named.some(({ start }) => start >= end && APPOSED.test(passage.slice(end, start)));
  const all = patterns.names
    ? [...others(patterns.voice, true), ...others(patterns.names, false).flatMap((one) => unspacedName(one, patterns))]
    : [
        ...others(patterns.voice, true),
        ...others(patterns.group, true).filter((one) => !isApposed(one)),
        ...marked.map((one) => ({ ...one, name: one.name.replace(/^.\s?|[!?]?\s?.$/gu, ""), start: one.start + 1, end: one.end - 1 })),
        ...named,
        ...others(CAMEL, false),
        ...others(BOARD, false),
        ...others(SITE, false),
      ];
  for (const one of all.sort(byPlace))
    if (!isPictures(one) && !out.some((other) => overlap(other, one) && other.isGroup === one.isGroup)) out.push(one);
  return out;
}
