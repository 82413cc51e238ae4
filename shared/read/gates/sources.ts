/**
 * Finds the sources that a document names for its story. Every name in it is a candidate, with features of each mention and of the
 * document; a fitted model decides (source-weights.json, fitted by test/eval/fit-sources.ts). The features are words around a name
 * (sourceCues in shared/lang): fitted on English, they apply to every language that has these cues.
 */

import { english, NOTHING, packOf, wholeWords } from "../../lang/index.ts";
import type { SourceCues } from "../../lang/pack/sources.ts";
import { bit, probabilityOf } from "../../logistic.ts";
import { terms } from "../../match/index.ts";
import { SHORT_LINK } from "../../match/terms/clean.ts";
import type { Reading } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";
import { sentences } from "../../text/segment.ts";
import { holds, overlap, type Range } from "../../text/span.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { type NameTest, nameTestOf } from "../parties/capital-nouns.ts";
import { fullFormIn } from "../parties/full-name.ts";
import { isKnownOutlet } from "../parties/known-outlets.ts";
import { runningNames } from "../parties/name-shapes.ts";
import { kindOfName } from "../parties/party.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { standsInMarks } from "./names.ts";
import { subjectOf, termShare } from "./own-source.ts";
import { isPlace, namePatterns, type SourceMention, sourceMentionsIn } from "./source-names.ts";
import weights from "./source-weights.json" with { type: "json" };

interface Mention extends Range {
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
  isTelling: boolean;
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
/** A name in a document with the mentions of it. */
export interface SourceCandidate {
  name: string;
  /** All mentions of the name, with their features. */
  mentions: Mention[];
  /** How often the name occurs in each form. */
  forms: Map<string, number>;
  /** Features of the name in the document. */
  own: number[];
}

/** Features from the words around a name, by the names of these word lists in a language's cues. */
const [BEFORE, AFTER] = [Object.keys(english.sourceCues.before), Object.keys(english.sourceCues.after)];
const patterns = (sources: Record<string, string>) =>
  new Map(Object.entries(sources).map(([key, source]): [string, RegExp] => [key, new RegExp(source, "iu")]));
/** The source cues of a language, compiled. */
const compile = (words: SourceCues, lang: string, isUnspaced: boolean) => {
  const whole = (source: string) => wholeWords(source, "iu", isUnspaced);
  return {
    names: namePatterns(words, lang),
    minText: words.minText ?? MIN_TEXT,
    isUnspaced,
    before: patterns(words.before),
    after: patterns(words.after),
    inverted: new RegExp(words.inverted, "iu"),
    /** Between two names that a conjunction joins. */
    joins: new RegExp(`^["”»’'“]?,? (?:${words.and}) (?:\\p{Lower}+ ){0,2}["“„«‘']?$`, "u"),
    invertedReports: words.invertedReports === undefined ? null : new RegExp(words.invertedReports, "iu"),
    credited: words.credited === undefined ? null : new RegExp(`(?:${words.credited})$`, "iu"),
    platform: new RegExp(`^(?:${words.platform ?? english.sourceCues.platform})$`, "i"),
    passedOn: whole(words.passedOn ?? NOTHING),
    anonymous: whole(words.anonymous),
    hoax: whole(words.hoax),
    first: whole(words.first),
    rumour: whole(words.rumour),
    media: whole(words.media),
  };
};
/** The cues of a language, compiled when its first text is read; null if it has none. */
const cuesOf = oncePer((lang: string) => {
  const pack = packOf(lang);
  return pack?.sourceCues ? compile(pack.sourceCues, pack.tag, Boolean(pack.unspaced)) : null;
});

/** The opening quotation mark of a name, directly before it. */
const OWN_MARK = /["„“”«»「」]\s?(?:\p{Alpha}{2,3}\s)?$/u;
const [SPAN, SPAN_BEHIND] = [60, 180];
const MAX_SENTENCES = 80;
const MAX_CANDIDATES = 40;
/** Minimum length of a text that a model reads, in UTF-16 units. Shorter texts are posts or teasers, which rules read. */
const MIN_TEXT = 250;
/**
 * Maximum number of names that are kept for a document, and their minimum probability. The names in other documents decide among them
 * (shared/cluster/named-sources.ts).
 */
const [MAX_LIKELY, MIN_PROBABILITY] = [12, 0.015];
/** Maximum length of a name, in words: a longer run of capitalised words contains more than a name. */
const MAX_NAME_WORDS = 4;

const THE = new RegExp(`^${english.grammar.naming.the} `, "i");
type Read = Pick<Reading, "statements"> & { document: Pick<Reading["document"], "text" | "title" | "lang"> };
const wordsOf = (name: string) => nameWords(name.replace(/\.(?:com|net|org|co\.uk|tv|website)$/i, "").replace(THE, ""));

/** Features of a sentence that are the same for every name in it. */
type SentenceFacts = ReturnType<ReturnType<typeof sentenceFacts>>;

/** The words directly before and directly after a place in a text. */
const beforeAt = (text: string, at: number) => text.slice(Math.max(0, at - SPAN), at);
const behindAt = (text: string, at: number) => text.slice(at, at + SPAN_BEHIND);
const isEither = (cue: RegExp | undefined, one: string, other: string) =>
  cue !== undefined && (cue.test(one) || (other !== one && cue.test(other)));
/**
 * For each name of a passage, the range of all names that "and" joins with it: in "the Globe and the Gazette reported" both report. Groups
 * without a name are not joined.
 */
function listsIn(text: string, mentions: readonly SourceMention[], and: RegExp): Range[] {
  const lists = mentions.map(({ start, end }) => ({ start, end }));
  for (const [i, { start, end, isGroup }] of mentions.entries()) {
    const before = lists[i - 1];
    if (!before || isGroup || mentions[i - 1]?.isGroup || !and.test(text.slice(before.end, start))) continue;
    Object.assign(before, { end });
    lists[i] = before;
  }
  return lists;
}

/**
 * The features of one mention, in the order of the weights: words before and after, the sentence, the kind of name, and products of
 * these.
 */
function mentionFeatures(
  cues: ReturnType<typeof compile>,
  sentence: SentenceFacts,
  { name, start: from, end: to, isGroup }: SourceMention,
  list: Range,
  cuesBefore: number,
): Omit<Mention, "start" | "end" | "passage"> {
  const { text, start, index, overlap, denies, isHoax, isFirst, isRumour } = sentence;
  const [before, after] = [beforeAt(text, from), behindAt(text, to)];
  const [first, last] = [beforeAt(text, list.start), behindAt(text, list.end)];
  const isBefore = new Map(BEFORE.map((key) => [key, isEither(cues.before.get(key), before, first)]));
  const isAfter = new Map(AFTER.map((key) => [key, isEither(cues.after.get(key), after, last)]));
  // "Según publicó X" means the same as "X reported", in languages on which the model was not fitted.
  const isReported = cues.invertedReports?.test(before) ?? false;
  if (isReported) for (const key of ["reports", "reportsNext"]) isAfter.set(key, true);
  const inverted = !isReported && cues.inverted.test(before);
  const told = (isBefore.get("told") ?? false) || (isBefore.get("toldSoon") ?? false);
  const cue =
    inverted ||
    ["according", "told", "toldSoon", "noun", "by", "appeared", "attributed", "via", "credit"].some((key) => isBefore.get(key)) ||
    ["reports", "says", "apposition", "own", "relative", "finds", "colon"].some((key) => isAfter.get(key));
  const at = start + from;
  const speaker = sentence.speakers.find((one) => holds(one, at));
  const kind = kindOfName(name);
  const isSite = /\.\p{Lower}{2,}$/u.test(name);
  const isMarked = cues.names.isOther && standsInMarks(text, from, to);
  const isKnown = cues.names.isOther && isKnownOutlet(name);
  const isVoice = isGroup && name.search(cues.names.voice) === 0;
  // « Le Progrès » rapporte: a name in quotation marks that reports is a medium in most languages.
  const tells = told || ["accordingNext", "noun"].some((key) => isBefore.get(key)) || (isAfter.get("reportsNext") ?? false);
  const isMedia =
    kind === "outlet" ||
    isKnown ||
    isSite ||
    (isMarked && tells) ||
    cues.media.test(name) ||
    (isBefore.get("media") ?? false) ||
    (isAfter.get("isMedia") ?? false);
  const isPerson = kind === "person" && !isMedia;
  const isStrong =
    inverted ||
    ["accordingNext", "attributed", "via", "credit"].some((key) => isBefore.get(key)) ||
    ["reportsNext", "relative", "apposition", "own"].some((key) => isAfter.get(key)) ||
    (told && isMedia);
  const isTelling = inverted || isReported || ["accordingNext", "attributed"].some((key) => isBefore.get(key));
  const said = isMarked ? text.slice(0, from).replace(OWN_MARK, "") : text.slice(0, from);
  const isQuoted = ((said.match(/["„“”«»「」]/g) ?? []).length & 1) === 1;
  const x = [
    ...[...isBefore.values(), inverted, ...isAfter.values(), cue].map(bit),
    speaker?.overlap ?? 0,
    bit(sentence.isAnonymous),
    overlap,
    sentence.overlapBefore,
    sentence.depth,
    Math.min(6, cuesBefore),
    ...[isHoax, isFirst, isRumour, isQuoted, index === 0, index === 1 || index === 2, index < 8].map(bit),
    ...[isSite, name.startsWith("@"), cues.platform.test(name), isPerson, isGroup, isMedia, cue && isSite].map(bit),
    cue ? overlap : 0,
    ...[isStrong, isStrong && isPerson, isStrong && denies, isStrong && cuesBefore === 0].map(bit),
    ...[isStrong && isRumour, isStrong && isHoax, cue && denies].map(bit),
  ];
  return {
    x,
    ofOther: cues.names.isOther ? [isKnown && !cues.platform.test(name), told].map(bit) : [],
    isCued: cue,
    isMedia,
    isMarked,
    isGroup,
    isTelling,
    isPerson,
    isStrong,
    isCreditLine: !isOfPicture(name, text) && (cues.credited?.test(text.slice(Math.max(0, from - SPAN), from)) ?? false),
    isVoice: isVoice && (cues.passedOn.test(text) || (!denies && (isBefore.get("in") ?? false))),
    isAnswer: !cues.names.isOther && denies && !isFirst && !["noun", "in"].some((key) => isBefore.get(key)),
    isBody: hasArticle(name, before, after),
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

/** The speakers in a passage, and how much of what they say is about the story. */
const speakersIn = (reading: Read, start: number, end: number, overlapOf: (passage: string) => number) =>
  reading.statements.flatMap(({ speaker, content }) =>
    speaker && speaker.start >= start && speaker.end <= end
      ? [{ start: speaker.start, end: speaker.end, overlap: overlapOf(content.text) }]
      : [],
  );

/** The candidates of a document, computed once for each reading. `site`: the name or host of its own outlet. */
export const sourceCandidates = (reading: Read, site: string | null): readonly SourceCandidate[] => candidatesOf(reading)(site);
const candidatesOf = oncePerObject((reading: Read) => oncePer((site: string | null) => candidatesIn(reading, site)));
function candidatesIn(reading: Read, site: string | null): SourceCandidate[] {
  const { text, lang } = reading.document;
  const cues = cuesOf(lang);
  if (!cues) return [];
  const subject = subjectOf(reading.document);
  const found: SourceCandidate[] = [];
  const read = sentences(text).slice(0, MAX_SENTENCES);
  const running = lang.startsWith("en") ? runningNames({ text, sentences: read }) : null;
  const factsAt = sentenceFacts(reading, cues, read, new Set(terms(subject, lang)));
  const places = new Set<string>();
  const isName = nameTestOf(reading.document);
  let cuesBefore = 0;
  for (const [index, passage] of read.entries()) {
    const named = sourceMentionsIn(passage.text, cues.names, running);
    const ofNames = isName ? named.map(withoutNoun) : named;
    const mentions =
      cues.names.names === null ? ofNames : named.flatMap((one) => (one.isGroup ? [one] : withinSpeaker(one, reading, passage)));
    const facts = mentions.length ? factsAt(index, passage) : null;
    const lists = listsIn(passage.text, mentions, cues.joins);
    for (const [i, mention] of facts ? mentions.entries() : []) {
      if (isPlace(passage.text, mention, cues.names)) places.add(wordsOf(mention.name).join(" "));
      const features = mentionFeatures(cues, facts as SentenceFacts, mention, lists[i] ?? mention, cuesBefore);
      if (features.isCued) cuesBefore++;
      const { start, end } = passage;
      addMention(found, mention.name, { ...features, start: start + mention.start, end: start + mention.end, passage: { start, end } });
    }
  }
  const siteWords = site ? wordsOf(site) : [];
  for (const candidate of found) candidate.own = nameFeatures(candidate, subject, siteWords, found.length);
  const inside = running || cues.isUnspaced || isName ? null : runningNames({ text, sentences: read }).words;
  return found
    .filter(({ name }) => !isMediaNoun(name, cues))
    .filter(
      (one) =>
        !places.has(wordsOf(one.name).join(" ")) &&
        (!isName || cues.platform.test(one.name) || isNamed(one, isName)) &&
        (!inside || !isOpening(one, inside)),
    )
    .slice(0, MAX_CANDIDATES);
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
/** For languages with capitalised nouns: in "hat zum Bericht der Hafenzeitung Stellung genommen" only the newspaper is the name. */
function withoutNoun(one: SourceMention): SourceMention {
  const at = one.name.lastIndexOf(" ");
  const name = one.name.slice(0, Math.max(0, at));
  const isPaper = name.includes(" ") && kindOfName(lastWord(name)) === "outlet";
  return isPaper ? withoutNoun({ ...one, name, end: one.start + at }) : withoutCase(one);
}
/** "Des Handelsblatts": the outlet without its case ending. */
function withoutCase(one: SourceMention): SourceMention {
  const name = one.name.replace(/s$/u, "");
  const isPaper = name !== one.name && kindOfName(one.name) !== "outlet" && (isKnownOutlet(name) || kindOfName(name) === "outlet");
  return isPaper ? { ...one, name, end: one.end - 1 } : one;
}

/** In scripts without capitals: of "但晨光日报" only the part that is the speaker. */
function withinSpeaker(
  one: SourceMention,
  { statements }: Read,
  { text, start: offset }: { text: string; start: number },
): SourceMention[] {
  const speaker = statements.find(
    (said) => said.speaker && overlap(said.speaker, { start: offset + one.start, end: offset + one.end }),
  )?.speaker;
  if (!speaker) return [one];
  const [start, end] = [Math.max(one.start, speaker.start - offset), Math.min(one.end, speaker.end - offset)];
  return end - start > 1 ? [{ ...one, name: text.slice(start, end), start, end }] : [];
}

/** Responses that deny nothing: a party that reports that a complaint is investigated may well be the source of the complaint. */
const UPHOLDS = new Set<ResponseType>(["confirmation", "explanation", "investigation"]);
/** Returns a function from the index of a sentence to its facts. `about`: the terms of the story's subject. */
function sentenceFacts(reading: Read, cues: ReturnType<typeof compile>, read: readonly { text: string }[], about: ReadonlySet<string>) {
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

/** The features of a name in its document, in the order of the weights. `names`: the number of names in the document. */
function nameFeatures({ name, mentions }: SourceCandidate, subject: string, site: readonly string[], names: number): number[] {
  const own = wordsOf(name);
  const isSite = site.length > 0 && own.length > 0 && (samePhrase(site, own) || site.join("") === own.join(""));
  const isMedia = mentions.some((one) => one.isMedia);
  const isStrong = mentions.some((one) => one.isStrong);
  return [
    Math.min(1, mentions.length / 6),
    Math.min(1, mentions.filter(({ isCued }) => isCued).length / 3),
    bit(isMedia),
    bit(hasPhrase(subject, own)),
    bit(isSite),
    Math.min(1, names / 30),
    bit(isStrong),
    bit(isStrong && isMedia),
  ];
}

/**
 * Whether a candidate is a name, in a language that capitalises all nouns: by its form. A single word must also report something, and a word that
 * is also a noun ("Zeit") must do so most clearly.
 */
const isNamed = ({ name, mentions }: SourceCandidate, isName: NameTest) => {
  if (isKnownOutlet(name)) return true;
  const [shown, hasMore] = [isName(name), name.includes(" ")];
  // "Der Tagesspiegel schreibt": a known outlet, though it has an article as nouns do.
  const what = shown === "noun" && isKnownOutlet(lastWord(name)) ? "open" : shown;
  const isShown = {
    name: (one: Mention) => hasMore || one.isCued || one.isMedia,
    open: (one: Mention) => one.isStrong,
    noun: (one: Mention) => hasMore && one.isMedia,
  };
  return mentions.some((one) => one.isGroup || one.isTelling || (one.isMarked && (one.isCued || one.isMedia)) || isShown[what](one));
};

/** Whether a single word has a capital only at the beginning of sentences, and no words around it show a source: "Parece", "Durante". */
const isOpening = ({ name, mentions }: SourceCandidate, inside: ReadonlySet<string>) =>
  /^\p{Upper}\p{Lower}+$/u.test(name) && !inside.has(name) && !isKnownOutlet(name) && !mentions.some((one) => one.isStrong || one.isGroup);

const OWN_SITE = 4;
/** Whether a name is that of the document's own outlet, which is never its source. */
export const isOwnSite = ({ own }: SourceCandidate): boolean => own[OWN_SITE] === 1;

/** Whether a name only carries a response, as in "Roe denied it to the Daily Globe": nobody has the claim from it. */
const tellsAnswers = ({ mentions }: SourceCandidate): boolean => {
  const cued = mentions.filter(({ isCued }) => isCued);
  return cued.length > 0 && cued.every(({ isAnswer }) => isAnswer);
};

/** "Le quotidien": a word for media after the article at the beginning of a sentence. Outlets have the same name, with capitals. */
const isMediaNoun = (name: string, { names, media }: ReturnType<typeof compile>): boolean =>
  names.isOther && /^\S+ \p{Lower}+$/u.test(name) && names.common.test(name.slice(0, name.indexOf(" "))) && media.test(name);
/** "Das Magazin", "la chaîne": a word for media that names no outlet. */
export const namesNoSource = (name: string, lang: string): boolean =>
  name
    .toLowerCase()
    .split(/\s+/)
    .every((word) => cuesOf(lang)?.names.common.test(word) ?? false);

/** Adds a mention to the candidate of its name. Names that contain each other are one. */
function addMention(found: SourceCandidate[], name: string, mention: SourceCandidate["mentions"][number]): void {
  const own = wordsOf(name);
  const known = found.find((c) => c.name === name || (own.length > 0 && samePhrase(wordsOf(c.name), own)));
  if (!known) {
    found.push({ name, mentions: [mention], own: [], forms: new Map([[name, 1]]) });
    return;
  }
  known.mentions.push(mention);
  if (name.split(" ").length > MAX_NAME_WORDS) return;
  known.forms.set(name, (known.forms.get(name) ?? 0) + 1);
  known.name = fullFormIn(known.forms);
}
/** Whether a passage has the words of a name in order. */
export const hasPhrase = (passage: string, own: readonly string[]) =>
  own.length > 0 && ` ${nameWords(passage).join(" ")} `.includes(` ${own.join(" ")} `);

/** A name that may be the source of a document's story. */
export interface LikelySource {
  name: string;
  /** Offsets of its likeliest mention. */
  start: number;
  end: number;
  /** Probability that the document has its story from this source, by the document alone. */
  probability: number;
  /** The name is a person's in every mention. */
  isPerson: boolean;
  /** Some mention of the whole name has an article before it, which no person's name has. */
  isBody: boolean;
  /** Some mention is a mere credit. */
  isCreditLine: boolean;
}

/** Whether a model can read a document: it is long enough, and in a language with cues. */
export function isModelled({ document: { lang, text } }: Pick<Read, "document">): boolean {
  const cues = cuesOf(lang);
  return cues !== null && text.length >= cues.minText;
}

/** The log-odds of a source, by the features of a mention. English has its own weights, and all other languages share theirs. */
export function logOddsOf(features: readonly number[], isOther: boolean): number {
  const { intercept, weights: by } = isOther ? weights.otherLanguages : weights;
  return by.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), intercept);
}
/** The features of a mention in its document, in the order of the weights. */
export const featuresOf = ({ own }: SourceCandidate, { x, ofOther }: Mention): number[] => [...x, ...own, ...ofOther];

/** The candidates that a document most likely has its story from, likeliest first; null if its language has no cues. */
export function possibleSources(reading: Read, site: string | null): LikelySource[] | null {
  const cues = cuesOf(reading.document.lang);
  return cues && likeliest(sourceCandidates(reading, site), (x) => probabilityOf(logOddsOf(x, cues.names.isOther)));
}
/** These, or null if the text is so short that the names in it alone do not decide. */
export const likelySources = (reading: Read, site: string | null): LikelySource[] | null =>
  isModelled(reading) ? possibleSources(reading, site) : null;
/** Minimum probability of a voice message that is passed on or quoted. */
const VOICE_MESSAGE = 0.6;
/** The likeliest candidates by a model, each with its likeliest mention. */
export function likeliest(candidates: readonly SourceCandidate[], probabilityOf: (features: number[]) => number): LikelySource[] {
  return candidates
    .filter((one) => !isOwnSite(one) && !tellsAnswers(one))
    .map((candidate) => {
      const { name, mentions } = candidate;
      return mentions
        .map((mention) => ({
          name,
          start: mention.start,
          end: mention.end,
          probability: Math.max(mention.isVoice ? VOICE_MESSAGE : 0, probabilityOf(featuresOf(candidate, mention))),
          isPerson: mentions.every((one) => one.isPerson),
          isBody: mentions.some((one) => one.isBody && one.end - one.start >= name.length),
          isCreditLine: mentions.some((one) => one.isCreditLine),
        }))
        .reduce((a, b) => (b.probability > a.probability ? b : a));
    })
    .filter(({ probability, isCreditLine }) => probability >= MIN_PROBABILITY || isCreditLine)
    .sort((a, b) => b.probability - a.probability || a.start - b.start)
    .slice(0, MAX_LIKELY);
}

/** Minimum probability of a source, by its document alone. */
export const MIN_LIKELY: number = weights.threshold;
/** The likeliest source, if it reaches the fitted threshold for a document alone. */
export function likelySource(reading: Read, site: string | null): LikelySource | null {
  return likelySources(reading, site)?.find(({ probability }) => probability >= MIN_LIKELY) ?? null;
}
