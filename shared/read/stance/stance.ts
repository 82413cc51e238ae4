/** Stance of a document towards a claim: support, deny, query, comment for posts; support, deny, query, observe, unrelated for articles. */

import { english, wholeWords } from "../../lang/index.ts";
import { softmax } from "../../logistic.ts";
import { negatesBeside, negatesOther, statesPlainly } from "../../match/compare/polarity.ts";
import { isPost } from "../../model/document.ts";
import type { Reading, StanceLabel } from "../../model/reading.ts";
import { areSameLanguage, languageOf } from "../../text/language.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { foldScripts } from "../../text/segment.ts";
import { shared } from "../../text/stem-overlap.ts";
import { ANSWER_LANGUAGES, type AnswerWords } from "../gates/answer-words.ts";
import { articleFeatures, claimFeatures } from "./article.ts";
import { type Claim, claimOf } from "./claim.ts";
import { asksAbout, contradicts, deniesAnother, isQuestion, negates } from "./contradiction.ts";
import { threadFeatures } from "./features.ts";
import { headlineFeatures } from "./headline.ts";
import { type Features, logits, type Network, newFeatures, type StanceNetworks, weightiest } from "./network.ts";
import { OTHER_STANCES, otherStances } from "./other-languages.ts";
import { contentStems, stanceWords } from "./words.ts";

/** Named features; null for a missing text or headline. */
export function documentFeatures(text: string | null, title: string | null, claim: Claim): Features {
  const { features, put } = newFeatures();
  put("bias", 1);
  claimFeatures(claim, put);
  if (text === null) put("no text", true);
  else articleFeatures(text, claim, put);
  if (title === null) put("no title", true);
  else headlineFeatures(title, claim, put);
  return features;
}

interface StanceOptions {
  networks: StanceNetworks;
  kind: string;
  /** BCP 47 tag of the document; "" or "und" if unknown. */
  lang: string;
  /** An article's headline; if an item is only a headline, the text is empty or the same. */
  title?: string | null;
  /** The post that started the thread, and the post that this one answers; null if there is none or it is not known. */
  root?: string | null;
  parent?: string | null;
  /** The table of words for a language other than English, whose texts a separate model judges. Null without one. */
  words?: AnswerWords | null;
  /** The reading of a page. */
  reading?: Pick<Reading, "document" | "statements"> | null;
}
interface StanceReading {
  label: StanceLabel;
  /** Probability of each label; they sum to 1. */
  scores: Record<string, number>;
  /** Whether the stance may be published with the author's name before a person has checked it: see `isSure`. */
  sure: boolean;
  /** The reasons for the judgement: features by their weight in log-odds, and rules. */
  readonly reasons: { name: string; weight: number }[];
}

/** What a plain rule adds to the log-odds: it decides unless the network is surer than 20 to 1. */
const RULE = 3;
/**
 * Thresholds for a sure stance, from 525 annotated articles, each judged by a network fitted without its topic. Of 80 called a denial with at
 * least 0.8, 79 are right. Of 57 with at least 0.5 whose first words contradict the claim in their own voice, 55 are right. Of 288 called support
 * or report with at most 0.1 for a denial, 6 are denials. For posts no threshold gets half of the denials right (RumourEval).
 */
const SURE_DENIAL = 0.8;
const LIKELY_DENIAL = 0.5;
const MAX_DENIAL = 0.1;
/** Log-odds added to support for a post that answers no other one. */
const FIRST = 1;

type Odds = Partial<Record<StanceLabel, number>>;
const add = (odds: Odds, label: StanceLabel, value: number) => {
  odds[label] = (odds[label] ?? 0) + value;
};

/** The network that judges a document, and its input. */
function judged(text: string, about: string, options: StanceOptions): { network: Network; features: Features } {
  const { networks } = options;
  if (isPost(options)) return { network: networks.thread, features: threadPart(text, about, options) };
  const title = options.title?.trim() || null;
  const own = title === null ? text : withoutTitle(text, title);
  const body = title !== null && !own.trim() ? null : own;
  return { network: networks[title === null ? "article" : "titled"], features: documentFeatures(body, title, claimOf(about)) };
}
/** A text without its headline, if that is repeated above it as on some pages, because the beginning of a text weighs much. */
function withoutTitle(text: string, title: string): string {
  const [first = ""] = text.trimStart().split("\n", 1);
  const repeats = first.length < 2 * title.length && withoutEnd(first) === withoutEnd(title);
  return repeats ? text.trimStart().slice(first.length) : text;
}
const withoutEnd = (line: string) =>
  foldScripts(line)
    .replace(/[\s.!。！]{1,9}$/u, "")
    .trimStart();

/**
 * The stance of `text` towards the claim `about`. A post that answers no other and plainly asserts the claim supports it. A comment is
 * judged within its thread (RumourEval 2019: support, deny, query, comment). Any longer text is judged as an article, by its text alone
 * (FNC-1) or with its headline; there `observe` means that it reports the claim as somebody's words. A text in a language other than the
 * claim's is never called unrelated, because shared words are the only sign of relation. Never throws; only the first 16,000 units of
 * text take time.
 */
export function stanceOf(text: string, about: string, options: StanceOptions): StanceReading {
  const { words = null } = options;
  if (words && isOtherLanguage(options.lang)) return stanceInOther(text, about, options, words);
  const { network, features } = judged(text, about, options);
  const odds: Odds = {};
  logits(network, features).forEach((value, i) => {
    odds[network.labels[i] as StanceLabel] = value;
  });
  const fitted = { ...odds };
  if (isPost(options)) threadRules(odds, text, about, options);
  else articleRules(odds, text, about, options, features);
  const labels = Object.keys(odds) as StanceLabel[];
  const probabilities = softmax(labels.map((name) => odds[name] ?? 0));
  const scores: Record<string, number> = Object.fromEntries(labels.map((name, i) => [name, probabilities[i] ?? 0]));
  const label = labels.reduce((best, name) => ((scores[name] ?? 0) > (scores[best] ?? 0) ? name : best));
  const added = (odds[label] ?? 0) - (fitted[label] ?? 0);
  const at = network.labels.indexOf(label);
  return {
    label,
    scores,
    sure: isSure(label, text, about, options, fitted),
    // Computed when read, because sightings do not use them.
    get reasons() {
      const weights = at < 0 ? [] : weightiest((some) => logits(network, some), features, at);
      return added === 0 ? weights : [{ name: `rule: ${label}`, weight: added }, ...weights];
    },
  };
}

/** Whether a separate model judges texts of a language. */
export const isOtherLanguage = (lang: string): boolean => primaryTag(lang) !== english.tag && ANSWER_LANGUAGES.includes(primaryTag(lang));

/**
 * A sure judgement of the model for other languages: never of a page; of a post, if it supports the claim and a denial has at most this
 * probability. Of 148 posts in the fit half of our stories that it takes for support, 21 deny; of the 57 within the limit, 5. In the measured
 * half it is 7 of 61, and 1 of 30.
 */
const MAX_DENIAL_OF_POST = 0.125;
function stanceInOther(text: string, about: string, options: StanceOptions, words: AnswerWords): StanceReading {
  const { kind, lang, title = null, reading = null, networks } = options;
  const { scores: found, reasonsFor } = otherStances({ text, about, kind, lang, title, reading }, words, networks.other);
  const most = OTHER_STANCES.reduce((best, one) => (found[one] > found[best] ? one : best));
  const { observe, ...rest } = found;
  const scores = isPost(options) ? { ...rest, comment: observe } : found;
  const label = most === "observe" && isPost(options) ? "comment" : most;
  const isPlain = label === "support" && found.deny <= MAX_DENIAL_OF_POST && isNotNegatedBeside(text.slice(0, MAX_POST), about, lang);
  return {
    label,
    scores,
    sure: isPost(options) && isPlain,
    get reasons() {
      return reasonsFor(most);
    },
  };
}

/** Whether a network was fitted on documents like this one: articles in English with a headline. */
const isFitted = (text: string, about: string, { title, lang }: StanceOptions) =>
  Boolean(title?.trim()) && !isOtherLanguage(lang) && areSameLanguage(text, about, lang);

/** A text of so many letters is long enough to tell its language, if that is one we read. */
const TELLING_LENGTH = 200;
/**
 * Whether a text is in a language whose negations and doubts are known. In another one "it is not true that" looks like any words before the claim.
 * A text that is too short to tell counts as English.
 */
function isReadable(text: string, lang: string): boolean {
  const isShort = text.length < TELLING_LENGTH;
  const isKnown = (tag: string, mayBeUnknown: boolean) => (tag === "und" ? mayBeUnknown : ANSWER_LANGUAGES.includes(tag));
  return isKnown(primaryTag(lang), true) && isKnown(languageOf(text), isShort);
}

const isNotNegatedBeside: typeof negatesBeside = (text, about, lang) =>
  !negatesBeside(text, about, lang) && !negatesOther(text, about, lang);

/**
 * Whether a stance is sure enough to be stated publicly with the author's name. For an article: a denial by its probability, a question
 * by its mark, other stances by the absence of a denial. For a post: only support, and only if it states the claim plainly. Of 80 English
 * posts in the fit half of our stories that are taken for support, 7 deny and 3 ask; of the 28 plain ones, none. Of 12 with a question
 * mark that are taken for questions, 5 are. Nothing is sure in a language that we do not read.
 */
function isSure(label: StanceLabel, text: string, about: string, options: StanceOptions, fitted: Odds): boolean {
  const { title = null } = options;
  if (!isReadable(text, options.lang)) return false;
  if (isPost(options)) {
    // Words of two languages are not compared. The language of a short claim is often detected by its letters alone.
    const isStated = [primaryTag(options.lang), "und"].includes(languageOf(about)) ? statesPlainly : isNotNegatedBeside;
    return label === "support" && isStated(text.slice(0, MAX_POST), about, options.lang);
  }
  if (label === "query") return /[?？]/.test(title ?? text.slice(0, 600));
  if (!isFitted(text, about, options)) return false;
  const labels = (Object.keys(fitted) as StanceLabel[]).filter((name) => name !== "unrelated");
  const denial = softmax(labels.map((name) => fitted[name] ?? 0))[labels.indexOf("deny")] ?? 0;
  if (label !== "deny") return denial <= MAX_DENIAL;
  return (denial >= SURE_DENIAL && !isOfFakery(about)) || (denial >= LIKELY_DENIAL && contradictsInLead(`${title}\n${text}`, about));
}

/** "Fake data" contradicts nothing beside a claim that somebody faked them. */
const FAKERY = wholeWords(english.stanceCues.fakery, "giu");
const isOfFakery = (claim: string) => foldScripts(claim).search(FAKERY) >= 0;

const MAX_POST = 600;

/** Whether an article's first words share the claim's words and contradict something, while the claim itself contradicts nothing. */
function contradictsInLead(text: string, about: string): boolean {
  const claim = foldScripts(about.slice(0, 1000));
  const lead = foldScripts(text.slice(0, 600)).replace(isOfFakery(about) ? FAKERY : /$^/, " ");
  const wanted = contentStems(stanceWords(claim, 100));
  const near = shared(wanted, contentStems(stanceWords(lead, 60))) >= Math.min(2, wanted.size);
  return near && contradicts(lead, "any") && !contradicts(claim, "any");
}

/** A comment without a known thread is a reply to the claim itself. */
const rootOf = (about: string, options: StanceOptions) => options.root ?? (options.kind === "comment" ? about : null);
const threadPart = (text: string, about: string, options: StanceOptions) =>
  threadFeatures(text, rootOf(about, options), options.parent ?? null);

function threadRules(odds: Odds, text: string, about: string, options: StanceOptions): void {
  const folded = foldScripts(text.slice(0, 3000));
  const claim = foldScripts(about.slice(0, 2000));
  const alone = rootOf(about, options) === null && (options.parent ?? null) === null;
  if (alone) standAlone(odds, folded, claim, areSameLanguage(text, about, options.lang));
  else if (contradicts(folded, "reply") && !contradicts(claim, "any")) add(odds, "deny", RULE / 2);
}

/** A post that starts a thread is compared with the claim's own words: in the fitted data the claim was the post itself. */
function standAlone(odds: Odds, folded: string, claim: string, same: boolean): void {
  const mine = contentStems(stanceWords(folded, 300));
  const wanted = contentStems(stanceWords(claim, 100));
  if (same && shared(wanted, mine) === 0 && wanted.size >= 3 && mine.size >= 3)
    odds.unrelated = Math.max(...Object.values(odds)) + RULE / 2;
  if (folded === claim) return;
  // Most posts that state a claim unprompted assert it. The network was fitted as if each stance were equally frequent, and mostly on replies.
  add(odds, "support", FIRST);
  // Of posts of our stories that the network takes for questions, those that ask about something else support the claim.
  if (!asksAbout(folded, claim)) add(odds, "query", -2 * RULE);
  const no = contradicts(folded, "any") || (!isQuestion(folded) && negates(folded, claim));
  const denies = DENIES.test(folded.slice(0, MAX_POST)) && !isQuestion(folded) && !contradicts(claim, "any");
  if (!no && denies) add(odds, "deny", 2 * RULE);
  else if (!no && deniesAnother(folded) && !deniesAnother(claim)) odds.comment = Math.max(...Object.values(odds)) + RULE;
  else if (no && contradicts(claim, "any")) add(odds, "support", 2 * RULE);
  else if (no !== contradicts(claim, "any")) add(odds, "deny", 2 * RULE);
  else if (isQuestion(folded) && !isQuestion(claim)) add(odds, "query", RULE);
}

const [DENIES, CONFIRMS] = (["denies", "confirms"] as const).map(
  (key) => new RegExp(`(?<!\\p{Alpha})(?:${english.stanceCues.headline[key]})(?!\\p{Alpha})`, "iu"),
) as [RegExp, RegExp];

/** "Did the mayor resign? No, …": a sentence that answers the headline. */
const ANSWERS_NO = new RegExp(`(?:^|[.?!:]\\s+|\\n)${english.stanceCues.headline.no}`, "u");

/** "Police kill rumour of …" and "Police confirm …": few headlines of the fitted articles say so. */
function headlineRules(odds: Odds, title: string, text: string, claim: Claim, features: Features): void {
  const said = foldScripts(title);
  const says = (what: RegExp) => what.test(said) && !what.test(claim.folded);
  if (features.has("title:none")) return;
  const isAsked = features.has("title:asks");
  if (isAsked ? ANSWERS_NO.test(foldScripts(text.slice(0, MAX_POST))) : says(DENIES)) add(odds, "deny", RULE);
  else if (isAsked || features.has("title:falsehood differs") || features.has("title:negation differs")) return;
  else if (says(CONFIRMS)) add(odds, "support", RULE / 2);
}

const UTTERANCE = new RegExp(`\\b(?:${english.claims.utterance})\\b`, "i");

function articleRules(odds: Odds, text: string, about: string, options: StanceOptions, features: Features): void {
  if (!areSameLanguage(text, about, options.lang)) {
    // The evidence for "unrelated" was the lack of shared words. What remains is that the document was linked to the claim.
    odds.observe = Math.max(odds.observe ?? 0, odds.unrelated ?? 0, (odds.support ?? 0) + 1);
    delete odds.unrelated;
  }
  // "The statue is safe" about a statue that the claim calls stolen: few headlines of the fitted articles say the opposite.
  if (features.has("title:opposite") && !features.has("title:asks")) add(odds, "deny", RULE / 2);
  if (options.title) headlineRules(odds, options.title, text, claimOf(about), features);
  // A document that reports a speaker's words asserts a claim that this speaker said them. FNC-1, on which texts without a headline are
  // judged, calls it a report.
  if (options.title && UTTERANCE.test(about)) {
    odds.support = Math.log(Math.exp(odds.support ?? 0) + Math.exp(odds.observe ?? 0));
    add(odds, "observe", -RULE);
  }
  // The fitting data had no fact checks.
  if (options.kind === "fact_check" && contradictsInLead(text, about)) add(odds, "deny", 2 * RULE);
}
