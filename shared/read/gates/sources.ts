/**
 * Whom a document names as the source of its story: every name in it is a candidate, with features of each mention and of the document; a fitted
 * model decides (source-weights.json, fitted by test/eval/fit-sources.ts). English only: the features are words around a name.
 */
import { english } from "../../lang/index.ts";
import { terms } from "../../match/index.ts";
import type { Reading } from "../../model/reading.ts";
import { sentences } from "../../text/segment.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";
import { kindOfName } from "../parties/party.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { type Forest, forestProbability } from "./forest.ts";
import { namesIn } from "./names.ts";
import weights from "./source-weights.json" with { type: "json" };

/** A name in a document with the mentions of it. */
export interface SourceCandidate {
  name: string;
  /** Features of the likeliest mention first decided by stage 1, all of them. */
  mentions: { x: number[]; start: number; end: number; passage: { start: number; end: number } }[];
  /** Features of the name in the document. */
  own: number[];
}

const { source: WORDS } = english.gates;
const patterns = (sources: Record<string, string>) =>
  Object.entries(sources).map(([key, source]): [string, RegExp] => [key, new RegExp(source, "i")]);
const BEFORE = patterns(WORDS.before);
const AFTER = patterns(WORDS.after);
const INVERTED = new RegExp(WORDS.inverted, "i");
const PLATFORM = new RegExp(`^(?:${WORDS.platform})$`, "i");
const ANONYMOUS = new RegExp(`\\b(?:${WORDS.anonymous})\\b`, "i");
const HOAX = new RegExp(`\\b(?:${WORDS.hoax})\\b`, "i");

const SPAN = 60;
const MAX_SENTENCES = 80;
const MAX_CANDIDATES = 40;
/** The model was fitted on articles: a shorter text is a post or a teaser, which rules read. */
const MIN_TEXT = 400;
/** A person who is quoted is rarely where a document has its story from: from this probability on. */
const MIN_PERSON = 0.5;
/** Names kept for a document, and their least probability: what other documents name decides among them (shared/cluster/named-sources.ts). */
const [MAX_LIKELY, MIN_PROBABILITY] = [3, 0.1];
/** Longer runs of capitals hold more than a name. */
const MAX_NAME_WORDS = 4;

type Read = Pick<Reading, "statements"> & { document: Pick<Reading["document"], "text" | "title" | "lang"> };
const wordsOf = (name: string) => nameWords(name.replace(/\.(?:com|net|org|co\.uk|tv|website)$/i, "").replace(/^the /i, ""));
const bit = (value: unknown) => Number(Boolean(value));

/** What a sentence says, whoever is named in it. */
interface SentenceFacts {
  text: string;
  start: number;
  index: number;
  overlap: number;
  denies: boolean;
  speakers: { start: number; end: number; overlap: number }[];
}

/** The features of one mention, in the order of the weights: words before and after, the sentence, the kind of name, and products of these. */
function mentionFeatures(sentence: SentenceFacts, name: string, from: number, to: number): number[] {
  const { text, start, index, overlap, denies } = sentence;
  const before = text.slice(Math.max(0, from - SPAN), from);
  const after = text.slice(to, to + SPAN + 40);
  const isBefore = new Map(BEFORE.map(([key, pattern]) => [key, pattern.test(before)]));
  const isAfter = new Map(AFTER.map(([key, pattern]) => [key, pattern.test(after)]));
  const inverted = INVERTED.test(before);
  const told = isBefore.get("told") ?? false;
  const cue =
    inverted ||
    ["according", "told", "noun", "by", "via"].some((key) => isBefore.get(key)) ||
    ["reports", "says", "apposition", "own"].some((key) => isAfter.get(key));
  const at = start + from;
  const speaker = sentence.speakers.find((s) => s.start <= at && at < s.end);
  const kind = kindOfName(name);
  const isSite = /\.\p{Ll}{2,}$/u.test(name);
  const count = name.split(" ").length;
  const isPerson = kind === "person" && !isSite;
  const shape = [isSite, name.startsWith("@"), PLATFORM.test(name), kind === "outlet", isPerson, /^\p{Lu}{2,6}$/u.test(name)];
  return [
    ...[...isBefore.values(), inverted, ...isAfter.values(), cue, speaker].map(bit),
    speaker?.overlap ?? 0,
    bit(ANONYMOUS.test(text)),
    overlap,
    ...[denies, HOAX.test(text), /["“”]/.test(text), index === 0, index === 1 || index === 2, index < 8].map(bit),
    ...[...shape, count === 1, count >= 3].map(bit),
    ...[cue && (kind === "outlet" || isSite), cue && isSite, cue && isPerson].map(bit),
    cue ? overlap : 0,
    ...[cue && denies, told && denies, speaker && isPerson].map(bit),
  ];
}

/** Who is said to speak in a passage, and how much of what they say is about the story. */
const speakersIn = (reading: Read, start: number, end: number, overlapOf: (passage: string) => number) =>
  reading.statements.flatMap(({ speaker, content }) =>
    speaker && speaker.start >= start && speaker.end <= end
      ? [{ start: speaker.start, end: speaker.end, overlap: overlapOf(content.text) }]
      : [],
  );

/** The candidates of a document; `site` is its own outlet's name or host. */
export function sourceCandidates(reading: Read, site: string | null): SourceCandidate[] {
  const { text, title, lang } = reading.document;
  // What the story is about is told by its headline, else by its first sentence.
  const subject = title ?? text.slice(0, text.indexOf(". ") + 1 || 200);
  const about = new Set(terms(subject, lang));
  const overlapOf = (passage: string) => {
    const held = new Set(terms(passage, lang));
    return [...about].filter((term) => held.has(term)).length / Math.max(1, about.size);
  };
  const found: SourceCandidate[] = [];
  for (const [index, { text: passage, start, end }] of sentences(text).slice(0, MAX_SENTENCES).entries()) {
    const mentions = namesIn(passage);
    if (!mentions.length) continue;
    const facts = {
      text: passage,
      start,
      index,
      overlap: overlapOf(passage),
      denies: responseCuesIn(passage, lang).some((cue) => cue.type !== "confirmation" && cue.type !== "explanation"),
      speakers: speakersIn(reading, start, end, overlapOf),
    };
    for (const { name, start: from, end: to } of mentions)
      addMention(found, name, { x: mentionFeatures(facts, name, from, to), start: start + from, end: start + to, passage: { start, end } });
  }
  const siteWords = site ? wordsOf(site) : [];
  for (const candidate of found) {
    const own = wordsOf(candidate.name);
    const isSite = siteWords.length > 0 && own.length > 0 && (samePhrase(siteWords, own) || siteWords.join("") === own.join(""));
    const inTitle = title !== null && hasPhrase(title, own);
    candidate.own = [
      Math.min(1, candidate.mentions.length / 6),
      bit(inTitle),
      bit(hasPhrase(subject, own)),
      bit(isSite),
      Math.min(1, found.length / 30),
    ];
  }
  return found.slice(0, MAX_CANDIDATES);
}

const OWN_SITE = 3;
/** Whether a name is that of the document's own outlet, which is nobody's source. */
const isOwnSite = ({ own }: SourceCandidate): boolean => own[OWN_SITE] === 1;

/** Adds a mention to the candidate of its name; of two names of which one holds the other the longer stands for both. */
function addMention(found: SourceCandidate[], name: string, mention: SourceCandidate["mentions"][number]): void {
  const own = wordsOf(name);
  const known = found.find((c) => c.name === name || (own.length > 0 && samePhrase(wordsOf(c.name), own)));
  if (!known) {
    found.push({ name, mentions: [mention], own: [] });
    return;
  }
  known.mentions.push(mention);
  if (name.length > known.name.length && name.split(" ").length <= MAX_NAME_WORDS) known.name = name;
}
/** Whether a passage has the words of a name in order. */
const hasPhrase = (passage: string, own: readonly string[]) =>
  own.length > 0 && ` ${nameWords(passage).join(" ")} `.includes(` ${own.join(" ")} `);

/** A name that may be whom a document has its story from. */
export interface LikelySource {
  name: string;
  /** Offsets of its likeliest mention. */
  start: number;
  end: number;
  /** That the document has its story from it, by the document alone. */
  probability: number;
}

/** The names that a document most likely has its story from, likeliest first; null where the model does not know texts of its kind. */
export function likelySources(reading: Read, site: string | null): LikelySource[] | null {
  const { lang, text } = reading.document;
  if (!lang.startsWith("en") || text.length < MIN_TEXT) return null;
  return likeliest(sourceCandidates(reading, site), (features) => forestProbability(weights.forest as Forest, features));
}

/** Of candidates the likeliest by a model, each by its likeliest mention. */
export function likeliest(candidates: readonly SourceCandidate[], probabilityOf: (features: number[]) => number): LikelySource[] {
  return candidates
    .filter((one) => !isOwnSite(one))
    .map(({ name, mentions, own }) =>
      mentions
        .map(({ x, start, end }) => ({ name, start, end, probability: probabilityOf([...x, ...own]) }))
        .reduce((a, b) => (b.probability > a.probability ? b : a)),
    )
    .filter(({ probability }) => probability >= MIN_PROBABILITY)
    .sort((a, b) => b.probability - a.probability || a.start - b.start)
    .slice(0, MAX_LIKELY);
}

/** The name that most likely is the source, where it reaches the fitted threshold of a document alone. */
export function likelySource(reading: Read, site: string | null): LikelySource | null {
  const sure = ({ name, probability }: LikelySource) => probability >= (kindOfName(name) === "person" ? MIN_PERSON : weights.threshold);
  return likelySources(reading, site)?.find(sure) ?? null;
}
