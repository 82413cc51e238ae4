/** Explains the decision of a fitted model in words. */

import { logit } from "../../logistic.ts";

/** The reasons for and against a decision, weightiest first. */
export interface Reasons {
  for: string[];
  against: string[];
}
/** Prefix of a reason against it, if both are in one list. */
export const AGAINST_IT = "against it: ";
const MAX_FOR = 4;
const MAX_AGAINST = 2;
/** Minimum change in log-odds of a feature that is shown as a reason. */
export const MIN_WEIGHT = 0.15;

/** Features in plain words; a feature without an entry is not shown. "%" stands for the part of the feature's name after the colon. */
const WORDS: Record<string, string> = {
  "words of the type": "it is worded like such a response",
  type: "the sentences around it fit such a response",
  "cue of type": "the sentence has words for such a response",
  "sign of type": "the sentence has words for such a response",
  "sign:denies": "somebody denies something in it",
  "sign:rejects": "somebody rejects something in it",
  "sign:silent": "somebody did not respond",
  "sign:confirms": "something is confirmed in it",
  "sign:unconfirmed": "something is said to be unconfirmed",
  "sign:explains": "it gives a reason",
  "sign:clarifies": "it makes something clear",
  "sign:corrects": "something is corrected, updated or removed",
  "sign:statement": "it names a statement or an interview",
  "sign:speaksFor": "it names an office or somebody who speaks for others",
  "sign:rumour": "it speaks of a report or a rumour",
  "sign:maybe": "it tells of what may be",
  "sign:ago": "it tells of an earlier time",
  "near before:not": 'a "not" stands right before',
  "near after:rumour": "it responds to a report or a rumour",
  "near before:maybe": 'a "would" or "if" stands right before',
  overlap: "how much of the claim the sentence has",
  "overlap two": "how much of the claim this and the sentence before have",
  "overlap after the words": "how much of the claim follows these words",
  "content overlap": "how much of the claim is in what is said",
  "title:denies": "the headline tells of a denial",
  "title:untrue": "the headline calls something untrue",
  "title asks": "the headline asks",
  "title conflict": "the headline negates words of the claim",
  "title:investigates": "the headline tells of an investigation",
  lead: "the sentence is near the top",
  "subject of the words": "by these words it is the party that responds",
  "found:said": "the party speaks in the sentence",
  "kind:anonymous": "the party is not named",
  "in claim": "the claim names the party",
  told: "it is the party that responds, and to this claim",
  "in sentence": "the sentence names the party",
  "in quotation": "the party is named inside a quotation",
};

/** Features whose words only make sense as reasons for an act. If one of them lowers the odds, because of other features, it is left out. */
const ONLY_FOR = new Set([
  "type",
  "words of the type",
  "cue of type",
  "sign of type",
  "subject of the words",
  "found:said",
  "told",
  "in sentence",
]);

/**
 * The features that changed the judgement of some models most. Each present feature is removed in turn; the change in log-odds is its weight.
 * Evaluates a model once for each feature.
 */
export function reasonsOf(
  judged: readonly [model: (x: readonly number[]) => number, features: readonly (readonly [name: string, value: number | boolean])[]][],
): Reasons {
  const weights = judged.flatMap(([model, features]) => {
    const x = features.map(([, value]) => Number(value));
    const whole = logit(model(x));
    return features.flatMap(([name], i) => {
      const words = WORDS[name];
      if (!words || !x[i]) return [];
      const without = [...x];
      without[i] = 0;
      const weight = whole - logit(model(without));
      return weight < 0 && ONLY_FOR.has(name) ? [] : [{ words, weight }];
    });
  });
  const listed = (sign: number, max: number) =>
    [
      ...new Set(
        weights
          .filter(({ weight }) => sign * weight >= MIN_WEIGHT)
          .sort((a, b) => sign * (b.weight - a.weight))
          .map(({ words }) => words),
      ),
    ].slice(0, max);
  return { for: listed(1, MAX_FOR), against: listed(-1, MAX_AGAINST) };
}
