/**
 * Stance in languages other than English, by what a page or a post says about the claim and where. Pages are judged by a network, posts by a
 * softmax regression that also uses the words of first sentences. The table of the language gives the responses in sentences, and these words
 * (gates/answer-words.ts; fitted by test/eval/stances/fit.ts on our own stories).
 */

import { doubtsIn } from "../../changes/compare/cues.ts";
import { sumOf } from "../../collections.ts";
import { softmax } from "../../logistic.ts";
import { negatesBeside } from "../../match/compare/polarity.ts";
import { isPost } from "../../model/document.ts";
import type { Reading } from "../../model/reading.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { simplified } from "../../text/chinese/scripts.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { LastEntries } from "../../text/once-per.ts";
import { quotedShare } from "../../text/quotations.ts";
import { sentences } from "../../text/segment.ts";
import { holds } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { analysisOf } from "../attribution/statements.ts";
import { hedgesIn } from "../claims/certainty.ts";
import { ANSWERS, type AnswerWords, answerProbabilities, oddsOf, wordsAndPairs } from "../gates/answer-words.ts";
import { ownSourceIn } from "../gates/own-source.ts";
import { likelySources } from "../gates/sources.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { headlineView, saysFalse } from "./headline-words.ts";
import { type Features, logits, type Network, newFeatures, type Put, weightiest } from "./network.ts";
import { attributingWordsOf, type VerdictSentence, verdictOf } from "./verdict.ts";

/** The stances that the model distinguishes. */
export const OTHER_STANCES = ["support", "deny", "query", "observe"] as const;
type OtherStance = (typeof OTHER_STANCES)[number];

/** A text with its headline and the claim; for a page also what was read in it. */
export interface Judged {
  text: string;
  title: string | null;
  lang: string;
  kind: string;
  about: string;
  /** The statements that were found in it, with the text to which their offsets belong. */
  reading: Pick<Reading, "document" | "statements"> | null;
}
/** The features of a text by name, and the words of a post. Each word counts less, the more there are. */
export interface OtherFeatures {
  named: Features;
  words: readonly { key: string; share: number }[];
}

const MAX_SENTENCES = 60;
const LEAD_SENTENCES = 2;
/** A source within this many UTF-16 units from the start counts as early. */
const EARLY = 500;
/** Groups of types of response with the same meaning for a stance. */
const GROUPS = {
  denies: ["denial"],
  confirms: ["confirmation", "partial_confirmation"],
  silent: ["no_comment"],
  probes: ["investigation"],
  explains: ["explanation", "clarification"],
  corrects: ["correction", "retraction", "apology", "takedown", "label"],
} satisfies Record<string, (typeof ANSWERS)[number][]>;
const PLACES = Object.entries(GROUPS).map(([name, types]) => [name, types.map((type) => ANSWERS.indexOf(type as "none"))] as const);

/** The probability that a passage has a response of each group. */
const groupsOf = (answers: readonly number[]) => PLACES.map(([name, at]) => [name, sumOf(at, (i) => answers[i] ?? 0)] as const);

/** Chinese text in simplified characters only. */
const plain = (text: string) => (hasHan(text) ? simplified(text) : text);

interface Sentence extends VerdictSentence {
  /** The probability that the text itself says in this sentence that something is not so. */
  verdict: number;
}
const hasDenial = (text: string, lang: string) => responseCuesIn(text, lang).some(({ type }) => type === "denial");
const isNegated = (text: string, lang: string) => doubtsIn(text, lang).negations.length > 0;
/** The sentences of the last texts, because the stance of each towards several claims is needed. */
const recent = new LastEntries<string, Sentence[]>(4);
/** The first sentences of a judged text, with what the words of each say: its type of response, hedges, negations, a verdict of the text's own. */
export const sentencesOf = (judged: Judged, words: AnswerWords): Sentence[] =>
  recent.of(`${judged.lang} ${judged.kind} ${judged.text}`, () => {
    const { text, reading } = judged;
    const lang = primaryTag(judged.lang);
    const analysis = reading && analysisOf(reading.document);
    return (analysis?.sentences ?? sentences(text)).slice(0, MAX_SENTENCES).map((sentence, i): Sentence => {
      const own = plain(sentence.text);
      const middle = sentence.start + Math.floor(sentence.text.length / 2);
      const known: VerdictSentence = {
        text: own,
        groups: groupsOf(answerProbabilities(words, own)),
        hedged: hedgesIn(own).length > 0,
        negated: isNegated(own, lang),
        denies: hasDenial(own, lang),
        untrue: saysFalse(own, lang),
        said: analysis?.statements.some(({ speaker, content }) => speaker && holds(content, middle)) ?? false,
        reports: analysis?.statementsIn(i).some(({ speaker }) => speaker) ?? false,
      };
      return { ...known, verdict: verdictOf(known, lang, words) };
    });
  });

/** The share of sentences with a property. */
const shareOf = (list: readonly Sentence[], what: "hedged" | "negated" | "said" | "denies" | "untrue") =>
  list.filter((sentence) => sentence[what]).length / Math.max(1, list.length);

interface Judging {
  /** The claim. */
  about: string;
  lang: string;
  words: AnswerWords;
}
/** Features of a passage (headline, lead, the sentence with most of the claim): what it says about the claim. */
function passageFeatures([place, passage]: [string, string], { about, lang, words }: Judging, put: Put): void {
  const answers = answerProbabilities(words, passage);
  for (const [name, p] of groupsOf(answers)) put(`${place} ${name}`, p);
  put(`${place} answers`, 1 - (answers[0] ?? 1));
  put(`${place} hedges`, hedgesIn(passage).length > 0);
  put(`${place} negates`, Math.min(2, doubtsIn(passage, lang).negations.length));
  put(`${place} negates the claim`, negatesBeside(passage, about, lang));
  put(`${place} asks`, /[?？]/.test(passage));
  put(`${place} has a denial`, hasDenial(passage, lang));
  put(`${place} says false`, saysFalse(passage, lang));
  for (const [name, pattern] of attributingWordsOf(lang)) put(`${place} ${name}`, pattern.test(passage));
}

/** Features of all sentences, and of those near the claim. `cover`: the share of the claim in each. */
function sentenceFeatures(all: readonly Sentence[], cover: readonly number[], put: Put): void {
  const most = Math.max(0, ...cover);
  PLACES.forEach(([name], group) => {
    const each = all.map((sentence) => sentence.groups[group]?.[1] ?? 0);
    const sum = sumOf(each, (value) => value);
    put(`most ${name}`, Math.max(0, ...each));
    put(`all ${name}`, Math.min(3, sum));
    put(`share ${name}`, sum / Math.max(1, each.length));
    put(`near ${name}`, Math.max(0, ...each.map((p, i) => p * Math.min(1, 2 * (cover[i] ?? 0)))));
  });
  const denies = all.map(({ groups: [[, p] = ["", 0]] }) => p);
  const first = denies.findIndex((p) => p > 0.4);
  put("denial early", first < 0 ? 0 : 1 / (1 + first));
  put("denies in its own voice", Math.max(0, ...all.map(({ said, reports }, i) => (said || reports ? 0 : (denies[i] ?? 0)))));
  const own = all.filter(({ said, reports }) => !said && !reports);
  const isIn = (what: "denies" | "untrue") => own.some((sentence) => sentence[what]);
  put("denial in its own voice", isIn("denies"));
  put("says false in its own voice", isIn("untrue"));
  const verdicts = all.map(({ verdict }) => verdict);
  const top = verdicts.indexOf(Math.max(...verdicts));
  put("verdict", verdicts[top] ?? 0);
  put("verdict odds", oddsOf(verdicts[top] ?? 0) / 3);
  put("verdict late", top >= all.length / 2 ? (verdicts[top] ?? 0) : 0);
  const near = all.filter((_, i) => (cover[i] ?? 0) >= 0.6 * most);
  for (const what of ["hedged", "negated", "said", "denies", "untrue"] as const) {
    put(what, shareOf(all, what));
    put(`near ${what}`, shareOf(near, what));
  }
}

/** Features of a page's sources. */
function sourceFeatures({ reading }: Judged, put: Put): void {
  if (!reading) return;
  const { document } = reading;
  const likely = likelySources(reading, document.site) ?? [];
  const most = Math.max(0, ...likely.map(({ probability }) => probability));
  put("source", most);
  put("source likely", most > 0.3);
  put("source early", Math.max(0, ...likely.filter(({ start }) => start < EARLY).map(({ probability }) => probability)));
  const sum = sumOf(likely, ({ probability }) => probability);
  put("sources", Math.min(2, sum));
  put("own source", ownSourceIn(document, document.site ? [document.site] : []) !== null);
}

/** The features of a text towards a claim. */
export function otherFeatures(judged: Judged, words: AnswerWords): OtherFeatures {
  const { text, kind } = judged;
  const title = judged.title === null ? null : plain(judged.title);
  const about = plain(judged.about);
  const lang = primaryTag(judged.lang);
  const { features: named, put } = newFeatures();
  put("bias", 1);
  const all = sentencesOf(judged, words);
  const claim = stemsOf(about);
  const covering = (passage: string) => shared(claim, stemsOf(passage)) / Math.max(1, claim.size);
  const cover = all.map((sentence) => covering(sentence.text));
  const best = cover.indexOf(Math.max(0, ...cover));
  const lead = all
    .slice(0, LEAD_SENTENCES)
    .map((sentence) => sentence.text)
    .join(" ");
  put(`kind ${kind}`, true);
  put("titled", title !== null);
  put("best", cover[best] ?? 0);
  put("best place", Math.min(1, Math.max(0, best) / 20));
  put("title", title ? covering(title) : 0);
  put("lead", covering(lead));
  put("length", Math.min(1, all.length / 40));
  put("claim negated", isNegated(about, lang));
  put("claim hedges", hedgesIn(about).length > 0);
  for (const passage of Object.entries({ title: title ?? "", lead, best: all[best]?.text ?? "" }))
    if (passage[1]) passageFeatures(passage, { about, lang, words }, put);
  put("best said", all[best]?.said ?? false);
  put("lead said", all[0]?.said ?? false);
  sentenceFeatures(all, cover, put);
  put("quoted", quotedShare(text));
  put("questions", (text.match(/[?？]/g) ?? []).length / Math.max(1, all.length));
  sourceFeatures(judged, put);
  const view = headlineView(title ?? plain(text), title === null ? "" : plain(text), about, lang);
  put(`headline ${view}`, view !== null);
  if (isPost(judged)) for (const [name, p] of groupsOf(answerProbabilities(words, lead)).slice(0, 2)) put(`odds ${name}`, oddsOf(p) / 3);
  return { named, words: isPost(judged) ? ownWords(lead, about) : [] };
}
/** The words of a post that its claim lacks. The claim's own words are left out, because our stories have few claims. */
function ownWords(passage: string, claim: string): OtherFeatures["words"] {
  const known = wordsAndPairs(claim);
  const found = [...wordsAndPairs(passage)].filter((word) => !known.has(word));
  return found.map((word) => ({ key: `p:${word}`, share: 1 / Math.sqrt(found.length) }));
}

/** The log-odds of a post's stances by its features and its words; weights are in hundredths. */
function oddsOfPost(named: Features, words: OtherFeatures["words"], table: AnswerWords["stances"]): number[] {
  const odds = OTHER_STANCES.map(() => 0);
  const add = (own: readonly number[] | undefined, value: number) => {
    if (own) for (let k = 0; k < odds.length; k++) odds[k] = (odds[k] ?? 0) + ((own[k] ?? 0) * value) / 100;
  };
  for (const [name, value] of named) add(table.get(`posts ${name}`), value);
  for (const { key, share } of words) add(table.get(key), share);
  return odds;
}
/** The stances without denial: a text that says that something is not so agrees with a claim that says the same. */
function withoutDenial(probabilities: readonly number[]): number[] {
  const rest = 1 - (probabilities[OTHER_STANCES.indexOf("deny")] ?? 0);
  return probabilities.map((p, k) => (OTHER_STANCES[k] === "deny" ? 0 : p / rest));
}

/** The probability of each stance of a text towards a claim, and the features that weigh most for or against a stance. `network` judges pages. */
export function otherStances(judged: Judged, words: AnswerWords, network: Network) {
  const { named, words: own } = otherFeatures(judged, words);
  const oddsOf = (features: Features) => (isPost(judged) ? oddsOfPost(features, own, words.stances) : logits(network, features));
  const all = softmax(oddsOf(named));
  // No story in the fit has such a claim.
  const p = saysFalse(plain(judged.about), primaryTag(judged.lang)) ? withoutDenial(all) : all;
  return {
    scores: Object.fromEntries(OTHER_STANCES.map((stance, k) => [stance, p[k] ?? 0])) as Record<OtherStance, number>,
    reasonsFor: (stance: OtherStance) => weightiest(oddsOf, named, OTHER_STANCES.indexOf(stance)),
  };
}
