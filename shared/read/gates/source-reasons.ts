/** Explains in words why a name may be a document's source: what the sentence that names it shows, by the weights of the fitted model. */

import { nameWords, samePhrase } from "../../timeline/party-names.ts";
import { MIN_WEIGHT, type Reasons } from "./reasons.ts";
import { cuesOf, MENTION_FEATURES, mentionFeatures, sentenceFacts } from "./source-mentions.ts";
import { type SourceMention, sourceMentionsIn } from "./source-names.ts";
import { sourceWeights } from "./sources.ts";

const ACCORDING = "Words like “according to” stand before the name.";
const TOLD = "Somebody told it something.";
const CREDITED = "A word of credit stands before the name.";
const REPORT = "A word for a report stands beside the name.";
const REPORTS = "Words of reporting follow the name.";
const MEDIUM = "It is called a newspaper, a station or a site, or has the name of one.";
/** What speaks for a source, in words, by the names of features. */
const FOR: Readonly<Record<string, string>> = {
  "before:according": ACCORDING,
  "before:accordingNext": ACCORDING,
  "before:attributed": ACCORDING,
  "before:told": TOLD,
  "before:toldSoon": TOLD,
  "before:via": CREDITED,
  "before:credit": CREDITED,
  "before:line": CREDITED,
  "before:noun": REPORT,
  "before:by": REPORT,
  "before:appeared": REPORT,
  "after:own": REPORT,
  "after:noun": REPORT,
  inverted: REPORTS,
  "after:reports": REPORTS,
  "after:reportsNext": REPORTS,
  "after:says": REPORTS,
  "after:apposition": REPORTS,
  "after:relative": REPORTS,
  "after:finds": REPORTS,
  "after:colon": REPORTS,
  "before:media": MEDIUM,
  "after:isMedia": MEDIUM,
  medium: MEDIUM,
  site: MEDIUM,
  first: "The sentence tells how the story began.",
  rumour: "The sentence speaks of a report or a story.",
  strong: "The words around the name show a source and nothing else.",
};
const ANSWER = "The sentence tells of an answer.";
const HOAX = "The sentence calls something false or a rumour.";
/** What speaks against it. */
const AGAINST: Readonly<Record<string, string>> = {
  "strong in answer": ANSWER,
  "cued in answer": ANSWER,
  "strong hoax": HOAX,
  hoax: HOAX,
  quoted: "The name stands within somebody's words.",
  platform: "It is a platform, where the post of somebody may be meant.",
  person: "It is the name of a person.",
  "before:to": "The name stands behind “to”.",
};
const MAX_FOR = 3;
const MAX_AGAINST = 2;

/** The features of a name in a sentence that is read alone; null if the sentence does not name it, or its language has no cues. */
function featuresIn(sentence: string, name: string, lang: string): { x: readonly number[]; isOther: boolean } | null {
  const cues = cuesOf(lang);
  if (!cues) return null;
  const words = nameWords(name);
  const at = sentence.indexOf(name);
  const literal: SourceMention[] = at < 0 ? [] : [{ name, start: at, end: at + name.length, isGroup: false }];
  const [mention] = [...sourceMentionsIn(sentence, cues.names, null).filter((one) => samePhrase(nameWords(one.name), words)), ...literal];
  if (!mention) return null;
  const passage = { text: sentence, start: 0, end: sentence.length };
  const facts = sentenceFacts({ statements: [], document: { text: sentence, title: null, lang } }, cues, [passage], new Set());
  return { x: mentionFeatures(cues, facts(0, passage), mention, 0).x, isOther: cues.names.isOther };
}

/**
 * What in the sentence that names a source weighs most, for and against it, weightiest first. Whole sentences in English; none if the sentence does
 * not name it.
 */
export function sourceReasons(sentence: string, name: string, lang: string): Reasons {
  const found = featuresIn(sentence, name, lang);
  if (!found) return { for: [], against: [] };
  const { weights } = sourceWeights(found.isOther);
  const listed = (words: Readonly<Record<string, string>>, sign: number, max: number) => {
    const sums = new Map<string, number>();
    MENTION_FEATURES.forEach((feature, i) => {
      const reason = words[feature];
      if (reason && found.x[i]) sums.set(reason, (sums.get(reason) ?? 0) + sign * (weights[i] ?? 0) * (found.x[i] ?? 0));
    });
    const ranked = [...sums].filter(([, weight]) => weight >= MIN_WEIGHT).sort((a, b) => b[1] - a[1]);
    return ranked.slice(0, max).map(([reason]) => reason);
  };
  return { for: listed(FOR, 1, MAX_FOR), against: listed(AGAINST, -1, MAX_AGAINST) };
}
