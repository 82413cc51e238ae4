/** The mentions of names that may be a document's source, with the features that the words around them give. */

import { english, packOf, wholeWords } from "../../lang/index.ts";
import type { SourceCues } from "../../lang/pack/sources.ts";
import { bit } from "../../logistic.ts";
import { SHORT_LINK } from "../../match/terms/clean.ts";
import type { Reading } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { holds, type Range } from "../../text/span.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { isKnownOutlet } from "../parties/known-outlets.ts";
import { kindOfName } from "../parties/name-kinds.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { standsInMarks } from "./names.ts";
import { termShare } from "./own-source.ts";
import { namePatterns, type SourceMention } from "./source-names.ts";

/** A reading whose sources are looked for. */
export type SourcedReading = Pick<Reading, "statements"> & { document: Pick<Reading["document"], "text" | "title" | "lang"> };

/** A mention of a name. */
export interface Mention extends Range {
  x: number[];
  /** Further features for languages other than English: whether it is a known outlet, and whether somebody told it something. */
  ofOther: number[];
  /** Words around the name show that something comes from it; and that it is a medium. */
  isCued: boolean;
  isMedia: boolean;
  /** It is in quotation marks. */
  isMarked: boolean;
  /** It is a group that is described by its role. */
  isGroup: boolean;
  /** The words directly before the name say that it reports something. */
  isReporting: boolean;
  /** Its name is a person's, and no words show it as a medium. */
  isPerson: boolean;
  /** It has an article before it, which no person's name has. */
  isBody: boolean;
  /** It is a voice message, and its sentence says that it is passed on, or quotes it. A party may also deny the claim in a voice message. */
  isVoice: boolean;
  /** The words around the name show a source of news and nothing else. */
  isStrong: boolean;
  /** The words directly before the name only credit it: "via Daily Globe". */
  isCreditLine: boolean;
  /** Its sentence answers a claim, and shows the name neither as the source of the claim nor as a reporter of it. */
  isAnswer: boolean;
  passage: Range;
}
/** Features from the words around a name, by the names of these word lists in a language's cues. */
const BEFORE = Object.keys(english.sourceCues.before);
const AFTER = Object.keys(english.sourceCues.after);
const patterns = (sources: Record<string, string>) =>
  new Map(Object.entries(sources).map(([key, source]): [string, RegExp] => [key, new RegExp(source, "iu")]));
/** The source cues of a language, compiled. */
export type Cues = ReturnType<typeof compile>;
const compile = (words: SourceCues, lang: string, isUnspaced: boolean) => {
  const whole = (source?: string) => wholeWords(source, "iu", isUnspaced);
  return {
    names: namePatterns(words, lang),
    minText: words.minText ?? MIN_TEXT,
    isUnspaced,
    before: patterns(words.before),
    after: patterns(words.after),
    inverted: new RegExp(words.inverted, "iu"),
    invertedReports: words.invertedReports === undefined ? null : new RegExp(words.invertedReports, "iu"),
    credited: words.credited === undefined ? null : new RegExp(`(?:${words.credited})$`, "iu"),
    platform: new RegExp(`^(?:${words.platform ?? english.sourceCues.platform})$`, "i"),
    passedOn: whole(words.passedOn),
    anonymous: whole(words.anonymous),
    hoax: whole(words.hoax),
    first: whole(words.first),
    rumour: whole(words.rumour),
    separately: whole(`^\\s*(?:${words.separately ?? "(?!)"})`),
    media: whole(words.media),
  };
};
/** The source cues of a language, compiled when its first text is read; null if it has none. */
export const cuesOf = oncePer((lang: string) => {
  const pack = packOf(lang);
  return pack?.sourceCues ? compile(pack.sourceCues, pack.tag, Boolean(pack.unspaced)) : null;
});

/** Minimum length of a text that a model reads, in UTF-16 units. Shorter texts are posts or teasers, which rules read. */
const MIN_TEXT = 250;
/** The opening quotation mark of a name, directly before it. */
const OWN_MARK = /["„“”«»「」]\s?(?:\p{Alpha}{2,3}\s)?$/u;
const SPAN = 60;
const SPAN_BEHIND = 180;
/** Features of a sentence that are the same for every name in it. */
type SentenceFacts = ReturnType<ReturnType<typeof sentenceFacts>>;

/** The speakers in a passage, and how much of what they say is about the story. */
const speakersIn = (reading: SourcedReading, start: number, end: number, overlapOf: (passage: string) => number) =>
  reading.statements.flatMap(({ speaker, content }) =>
    speaker && speaker.start >= start && speaker.end <= end
      ? [{ start: speaker.start, end: speaker.end, overlap: overlapOf(content.text) }]
      : [],
  );

/** Responses that deny nothing: a party that reports that a complaint is investigated may well be the source of the complaint. */
const UPHOLDS = new Set<ResponseType>(["confirmation", "explanation", "investigation"]);
/** Returns a function from the index of a sentence to its facts. `about`: the terms of the story's subject. */
export function sentenceFacts(reading: SourcedReading, cues: Cues, read: readonly { text: string }[], about: ReadonlySet<string>) {
  const { lang } = reading.document;
  const overlapOf = (passage: string) => termShare(about, [passage], lang);
  const overlapAt = oncePer((index: number) => overlapOf(read[index]?.text ?? ""));
  return (index: number, { text, start, end }: Range & { text: string }) => ({
    text,
    start,
    index,
    overlap: overlapAt(index),
    /** Share of the headline's words in the sentence before. */
    overlapBefore: index > 0 ? overlapAt(index - 1) : 0,
    /** Position in the text, 0 to 1. */
    depth: index / read.length,
    denies: responseCuesIn(text, lang).some(({ type }) => !UPHOLDS.has(type)),
    isHoax: cues.hoax.test(text),
    isFirst: cues.first.test(text),
    isRumour: cues.rumour.test(text),
    isAnonymous: cues.anonymous.test(text),
    speakers: speakersIn(reading, start, end, overlapOf),
  });
}

/** The words directly before and directly after a place in a text. */
const beforeAt = (text: string, at: number) => text.slice(Math.max(0, at - SPAN), at);
const behindAt = (text: string, at: number) => text.slice(at, at + SPAN_BEHIND);
/** The cues in the words around a name. */
function cuesAround(cues: Cues, text: string, { start, end }: Range) {
  const before = beforeAt(text, start);
  const after = behindAt(text, end);
  const isBefore = new Map(BEFORE.map((key) => [key, cues.before.get(key)?.test(before) ?? false]));
  const isAfter = new Map(AFTER.map((key) => [key, cues.after.get(key)?.test(after) ?? false]));
  // "Según publicó X" means the same as "X reported", in languages on which the model was not fitted.
  const isReported = cues.invertedReports?.test(before) ?? false;
  if (isReported) for (const key of ["reports", "reportsNext"]) isAfter.set(key, true);
  return {
    before,
    after,
    isBefore,
    isAfter,
    isReported,
    isInverted: !isReported && cues.inverted.test(before),
    hasBefore: (...keys: string[]) => keys.some((key) => isBefore.get(key)),
    hasAfter: (...keys: string[]) => keys.some((key) => isAfter.get(key)),
  };
}
/** What a name and the cues around it show: that it is a medium or a person, and that something comes from it. */
function signsOf(cues: Cues, text: string, { name, start, end }: SourceMention, around: ReturnType<typeof cuesAround>) {
  const { isInverted, isReported, hasBefore, hasAfter } = around;
  const { isOther } = cues.names;
  const isTold = hasBefore("told", "toldSoon");
  const isCued =
    isInverted ||
    hasBefore("according", "told", "toldSoon", "noun", "by", "appeared", "attributed", "via", "credit") ||
    hasAfter("reports", "says", "apposition", "own", "relative", "finds", "colon");
  const kind = kindOfName(name);
  const isSite = /\.\p{Lower}{2,}$/u.test(name);
  const isMarked = isOther && standsInMarks(text, start, end);
  const isKnown = isOther && isKnownOutlet(name);
  // « Le Progrès » rapporte: a name in quotation marks that reports is a medium in most languages.
  const isTelling = isTold || hasBefore("accordingNext", "noun") || hasAfter("reportsNext");
  const isMedia =
    kind === "outlet" || isKnown || isSite || cues.media.test(name) || (isMarked && isTelling) || hasBefore("media") || hasAfter("isMedia");
  const isStrong =
    isInverted ||
    hasBefore("accordingNext", "attributed", "via", "credit") ||
    hasAfter("reportsNext", "relative", "apposition", "own") ||
    (isTold && isMedia);
  const isReporting = isInverted || isReported || hasBefore("accordingNext", "attributed");
  return { isTold, isCued, isSite, isMarked, isKnown, isMedia, isPerson: kind === "person" && !isMedia, isStrong, isReporting };
}
/** Whether a name is in an open quotation: not if only its own mark is open. */
function isQuotedAt(text: string, at: number, isMarked: boolean): boolean {
  const said = isMarked ? text.slice(0, at).replace(OWN_MARK, "") : text.slice(0, at);
  return (said.match(/["„“”«»「」]/g) ?? []).length % 2 === 1;
}
/** The names of the features of a mention, in the order of the weights. */
export const MENTION_FEATURES: readonly string[] = [
  ...BEFORE.map((key) => `before:${key}`),
  "inverted",
  ...AFTER.map((key) => `after:${key}`),
  "cued",
  "overlap of speaker",
  "anonymous",
  "overlap",
  "overlap before",
  "depth",
  "cues before",
  "hoax",
  "first",
  "rumour",
  "quoted",
  "sentence 1",
  "sentence 2 or 3",
  "sentence 1 to 8",
  "site",
  "account",
  "platform",
  "person",
  "group",
  "medium",
  "cued site",
  "overlap if cued",
  "strong",
  "strong person",
  "strong in answer",
  "strong at first",
  "strong rumour",
  "strong hoax",
  "cued in answer",
];
/** The features of a mention of a name: words before and after, the sentence, the kind of name, and products of these (`MENTION_FEATURES`). */
export function mentionFeatures(
  cues: Cues,
  sentence: SentenceFacts,
  mention: SourceMention,
  cuesBefore: number,
): Omit<Mention, "start" | "end" | "passage"> {
  const { text, index, overlap, denies, isHoax, isFirst, isRumour } = sentence;
  const { name, start, isGroup } = mention;
  const around = cuesAround(cues, text, mention);
  const { isTold, isSite, isKnown, ...signs } = signsOf(cues, text, mention, around);
  const { isCued, isMedia, isPerson, isStrong } = signs;
  const isPlatform = cues.platform.test(name);
  const speaker = sentence.speakers.find((one) => holds(one, sentence.start + start));
  const x = [
    ...[...around.isBefore.values(), around.isInverted, ...around.isAfter.values(), isCued].map(bit),
    speaker?.overlap ?? 0,
    bit(sentence.isAnonymous),
    overlap,
    sentence.overlapBefore,
    sentence.depth,
    Math.min(6, cuesBefore),
    ...[isHoax, isFirst, isRumour, isQuotedAt(text, start, signs.isMarked)].map(bit),
    ...[index === 0, index === 1 || index === 2, index < 8].map(bit),
    ...[isSite, name.startsWith("@"), isPlatform, isPerson, isGroup, isMedia, isCued && isSite].map(bit),
    isCued ? overlap : 0,
    ...[isStrong, isStrong && isPerson, isStrong && denies, isStrong && cuesBefore === 0].map(bit),
    ...[isStrong && isRumour, isStrong && isHoax, isCued && denies].map(bit),
  ];
  const isVoice = isGroup && name.search(cues.names.voice) === 0;
  return {
    x,
    ofOther: cues.names.isOther ? [isKnown && !isPlatform, isTold].map(bit) : [],
    ...signs,
    isGroup,
    isCreditLine: !isOfPicture(name, text) && (cues.credited?.test(around.before) ?? false),
    isVoice: isVoice && (cues.passedOn.test(text) || (!denies && around.hasBefore("in"))),
    isAnswer: cues.names.isOther ? isTold && (denies || isHoax) : denies && !isFirst && !around.hasBefore("noun", "in"),
    isBody: hasArticle(name, around.before, around.after),
  };
}

/** "A fan of the Mets! Via @name pic.twitter.com/…": a quoted post credits whose picture it shows. */
const isOfPicture = (name: string, sentence: string) => name.startsWith("@") && SHORT_LINK.test(sentence);

/** Words after a name that is complete by itself, rather than the owner of the next noun as in "the Jane Roe story". */
const ENDS_NAME = new RegExp(`^(?:[,.;:)]|['’]s?\\s|\\s+(?:${english.grammar.naming.behindName})\\s|\\s+(\\p{Lower}+))`, "u");
/** An article, but not the one in "the minister of the". */
const ARTICLE = new RegExp(
  `(?<!\\p{Alpha})(?<!(?<!\\p{Alpha})${english.grammar.naming.of}\\s)(?:${english.grammar.naming.the})\\s+$`,
  "iu",
);
const TITLED = new RegExp(
  `(?<!\\p{Alpha})(?:${english.parties.roles}|${english.grammar.titles}|${english.grammar.naming.articledTitles})(?!\\p{Alpha})`,
  "iu",
);
/**
 * Whether a name has an article before it, which no person's name has: "the Dunmore Free Beacon reported". Titles are excluded, because they take
 * one too ("the Imam John Roe"); so are phrases such as "minister of the Old Coast Ann Roe".
 */
function hasArticle(name: string, before: string, after: string): boolean {
  if (!ARTICLE.test(before) || TITLED.test(name)) return false;
  const found = ENDS_NAME.exec(after);
  return found !== null && (found[1] === undefined || verbForm(found[1]) !== null);
}
