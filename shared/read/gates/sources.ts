/**
 * Finds the sources that a document names for its story. Every name in it is a candidate, with features of each mention and of the
 * document; a fitted model decides (source-weights.json, fitted by test/eval/fit-sources.ts). The features are words around a name
 * (sourceCues in shared/lang): fitted on English, they apply to every language that has these cues.
 */

import { countOne } from "../../collections.ts";
import { english } from "../../lang/index.ts";
import { bit, probabilityOf } from "../../logistic.ts";
import { terms } from "../../match/index.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";
import { sentences } from "../../text/segment.ts";
import { overlap } from "../../text/span.ts";
import { hasPhrase, nameWords, samePhrase } from "../../timeline/party-names.ts";
import { type NameTest, nameTestOf } from "../parties/capital-nouns.ts";
import { fullFormIn } from "../parties/full-name.ts";
import { isKnownOutlet, withItsArticle } from "../parties/known-outlets.ts";
import { kindOfName } from "../parties/name-kinds.ts";
import { runningNames } from "../parties/name-shapes.ts";
import { subjectOf } from "./own-source.ts";
import { type Cues, cuesOf, type Mention, mentionFeatures, type SourcedReading, sentenceFacts } from "./source-mentions.ts";
import { isPlace, type SourceMention, sourceMentionsIn } from "./source-names.ts";
import weights from "./source-weights.json" with { type: "json" };

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

const MAX_SENTENCES = 80;
const MAX_CANDIDATES = 40;
/**
 * Maximum number of names that are kept for a document, and their minimum probability. The names in other documents decide among them
 * (shared/cluster/named-sources.ts).
 */
const MAX_LIKELY = 12;
const MIN_PROBABILITY = 0.015;
/** Maximum length of a name, in words: a longer run of capitalised words contains more than a name. */
const MAX_NAME_WORDS = 4;

const THE = new RegExp(`^${english.grammar.naming.the} `, "i");
const wordsOf = (name: string) => nameWords(name.replace(/\.(?:com|net|org|co\.uk|tv|website)$/i, "").replace(THE, ""));

/** The candidates of a document, computed once for each reading. `site`: the name or host of its own outlet. */
export const sourceCandidates = (reading: SourcedReading, site: string | null): readonly SourceCandidate[] => candidatesOf(reading)(site);
const candidatesOf = oncePerObject((reading: SourcedReading) => oncePer((site: string | null) => candidatesIn(reading, site)));
function candidatesIn(reading: SourcedReading, site: string | null): SourceCandidate[] {
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
    // "Separately, the Globe reported": a report beside the text's own story.
    if (cues.separately.test(passage.text)) continue;
    let mentions = sourceMentionsIn(passage.text, cues.names, running);
    if (cues.names.names)
      mentions = mentions.flatMap((mention) => (mention.isGroup ? [mention] : withinSpeaker(mention, reading, passage)));
    else if (isName) mentions = mentions.map(withoutNoun);
    if (!mentions.length) continue;
    const facts = factsAt(index, passage);
    for (const mention of mentions) {
      if (isPlace(passage.text, mention, cues.names)) places.add(wordsOf(mention.name).join(" "));
      const features = mentionFeatures(cues, facts, mention, cuesBefore);
      if (features.isCued) cuesBefore++;
      const { start, end } = passage;
      addMention(found, mention.name, { ...features, start: start + mention.start, end: start + mention.end, passage: { start, end } });
    }
  }
  const siteWords = site ? wordsOf(site) : [];
  for (const candidate of found) candidate.own = nameFeatures(candidate, subject, siteWords, found.length);
  const inside = running || cues.isUnspaced || isName ? null : runningNames({ text, sentences: read }).words;
  return found
    .filter(({ name }) => !isMediaNoun(name, cues) && !places.has(wordsOf(name).join(" ")))
    .filter((one) => !isName || cues.platform.test(one.name) || isNamed(one, isName))
    .filter((one) => !inside || !isOpening(one, inside))
    .slice(0, MAX_CANDIDATES);
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(" ") + 1);
/** For languages with capitalised nouns: in "hat zum Bericht der Hafenzeitung Stellung genommen" only the newspaper is the name. */
function withoutNoun(mention: SourceMention): SourceMention {
  const at = mention.name.lastIndexOf(" ");
  const name = mention.name.slice(0, Math.max(0, at));
  const isPaper = name.includes(" ") && kindOfName(lastWord(name)) === "outlet";
  return isPaper ? withoutNoun({ ...mention, name, end: mention.start + at }) : withoutCase(mention);
}
/** "Des Handelsblatts": the outlet without its case ending. */
function withoutCase(mention: SourceMention): SourceMention {
  const name = mention.name.replace(/s$/u, "");
  if (name === mention.name || kindOfName(mention.name) === "outlet") return mention;
  const isPaper = isKnownOutlet(name) || kindOfName(name) === "outlet";
  return isPaper ? { ...mention, name, end: mention.end - 1 } : mention;
}

/** In scripts without capitals: of "但晨光日报" only the part that is the speaker. */
function withinSpeaker(
  mention: SourceMention,
  { statements }: SourcedReading,
  { text, start: offset }: { text: string; start: number },
): SourceMention[] {
  const range = { start: offset + mention.start, end: offset + mention.end };
  const speaker = statements.find((statement) => statement.speaker && overlap(statement.speaker, range))?.speaker;
  if (!speaker) return [mention];
  const start = Math.max(mention.start, speaker.start - offset);
  const end = Math.min(mention.end, speaker.end - offset);
  return end - start > 1 ? [{ ...mention, name: text.slice(start, end), start, end }] : [];
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
  const shown = isName(name);
  const hasMore = name.includes(" ");
  // "Der Tagesspiegel schreibt": a known outlet, though it has an article as nouns do.
  const what = shown === "noun" && isKnownOutlet(lastWord(name)) ? "open" : shown;
  const isShown = {
    name: (one: Mention) => hasMore || one.isCued || one.isMedia,
    open: (one: Mention) => one.isStrong,
    noun: (one: Mention) => hasMore && one.isMedia,
  };
  return mentions.some((one) => one.isGroup || one.isReporting || (one.isMarked && (one.isCued || one.isMedia)) || isShown[what](one));
};

/** Whether a single word has a capital only at the beginning of sentences, and no words around it show a source: "Parece", "Durante". */
const isOpening = ({ name, mentions }: SourceCandidate, inside: ReadonlySet<string>) =>
  /^\p{Upper}\p{Lower}+$/u.test(name) && !inside.has(name) && !isKnownOutlet(name) && !mentions.some((one) => one.isStrong || one.isGroup);

const OWN_SITE = 4;
/** Whether a name is that of the document's own outlet, which is never its source. */
export const isOwnSite = ({ own }: SourceCandidate): boolean => own[OWN_SITE] === 1;

/** Whether a name only carries a response, as in "Roe denied it to the Daily Globe": nobody has the claim from it. */
const onlyAnswers = ({ mentions }: SourceCandidate): boolean => {
  const cued = mentions.filter(({ isCued }) => isCued);
  return cued.length > 0 && cued.every(({ isAnswer }) => isAnswer);
};

/** "Le quotidien": a word for media after the article at the beginning of a sentence. Outlets have the same name, with capitals. */
const isMediaNoun = (name: string, { names, media }: Cues): boolean =>
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
  countOne(known.forms, name);
  known.name = fullFormIn(known.forms);
}
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
export function isModelled({ document: { lang, text } }: Pick<SourcedReading, "document">): boolean {
  const cues = cuesOf(lang);
  return cues !== null && text.length >= cues.minText;
}

/** The fitted weights: English has its own, and all other languages share theirs. */
export const sourceWeights = (isOther: boolean): { intercept: number; weights: readonly number[] } =>
  isOther ? weights.otherLanguages : weights;
/** The log-odds of a source, by the features of a mention. */
export function logOddsOf(features: readonly number[], isOther: boolean): number {
  const model = sourceWeights(isOther);
  let logOdds = model.intercept;
  for (const [i, weight] of model.weights.entries()) logOdds += weight * (features[i] ?? 0);
  return logOdds;
}
/** The features of a mention in its document, in the order of the weights. */
export const featuresOf = ({ own }: SourceCandidate, { x, ofOther }: Mention): number[] => [...x, ...own, ...ofOther];

/** The candidates that a document most likely has its story from, likeliest first; null if its language has no cues. */
export function possibleSources(reading: SourcedReading, site: string | null): LikelySource[] | null {
  const cues = cuesOf(reading.document.lang);
  return cues && likeliest(sourceCandidates(reading, site), (x) => probabilityOf(logOddsOf(x, cues.names.isOther)));
}
/** These, or null if the text is so short that the names in it alone do not decide. */
export const likelySources = (reading: SourcedReading, site: string | null): LikelySource[] | null =>
  isModelled(reading) ? possibleSources(reading, site) : null;
/** Minimum probability of a voice message that is passed on or quoted. */
const VOICE_MESSAGE = 0.6;
/** The likeliest candidates by a model, each with its likeliest mention. */
export function likeliest(candidates: readonly SourceCandidate[], probabilityOf: (features: number[]) => number): LikelySource[] {
  return candidates
    .filter((one) => !isOwnSite(one) && !onlyAnswers(one))
    .map((candidate) => {
      const { mentions } = candidate;
      const isBody = mentions.some((one) => one.isBody && one.end - one.start >= candidate.name.length);
      const name = isBody ? withItsArticle(candidate.name) : candidate.name;
      return mentions
        .map((mention) => ({
          name,
          start: mention.start,
          end: mention.end,
          probability: Math.max(mention.isVoice ? VOICE_MESSAGE : 0, probabilityOf(featuresOf(candidate, mention))),
          isPerson: mentions.every((one) => one.isPerson),
          isBody,
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
export function likelySource(reading: SourcedReading, site: string | null): LikelySource | null {
  return likelySources(reading, site)?.find(({ probability }) => probability >= MIN_LIKELY) ?? null;
}
