/** Turns compared candidates into calibrated probabilities and decisions. Fitted by test/eval/fit-match.ts; the weights are in weights.json. */

import { sumOf } from "../collections.ts";
import { featuresIn, logistic } from "../logistic.ts";
import type { Decision } from "../model/match.ts";
import { FEATURES } from "./features.ts";
import weights from "./weights.json" with { type: "json" };

/** In the order of the numbers that `signals` gives. */
export const SIGNALS = featuresIn(weights.probability);
/** A larger lead says nothing more. */
const MAX_LEAD = 6;
const AT = new Map<string, number>(FEATURES.map((name, i) => [name, i]));
const COPIED = SIGNALS.slice(2).map((name) => AT.get(name) ?? 0);

const { rank } = weights;
const RANK = FEATURES.map((name) => rank[name]);

/** The strength of a candidate. It orders the candidates of one text; only probabilities are comparable between texts. */
export function strength(values: number[]): number {
  return RANK.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), rank.intercept);
}

/**
 * The signals for the probability of the strongest candidate: its lead over the best other claim, its share of the conditional logit that
 * ranks them, and features of both texts. A lone candidate is compared with an unrelated claim, whose strength is 0 by construction.
 */
export function signals(values: number[], own: number, others: number[]): number[] {
  const lead = own - Math.max(0, ...others);
  const clear = 1 / (1 + Math.exp(-own) + sumOf(others, (other) => Math.exp(other - own)));
  return [Math.max(-MAX_LEAD, Math.min(MAX_LEAD, lead)), clear, ...COPIED.map((i) => values[i] ?? 0)];
}

/** Calibrated probability that the strongest candidate is the claim of the text. */
export const probabilityOfFirst = (signal: number[]): number => logistic(weights.probability, SIGNALS, signal);

/**
 * Probabilities of candidates in order of strength. The first keeps its own. The remainder is shared among the others by the conditional logit
 * that ranks them, times how often one of them is right when the first is not. None is above the first.
 */
export function spread(first: number, strengths: number[]): number[] {
  const rest = strengths.slice(1);
  const top = Math.max(...rest);
  const e = rest.map((value) => Math.exp(value - top));
  const all = sumOf(e, (value) => value);
  return [first, ...e.map((value) => Math.min(first, ((1 - first) * weights.rightWhenFirstIsNot * value) / all))];
}

/** The decision that a probability alone allows. */
export function decisionByProbability(score: number): Decision {
  const { linked, suggested } = weights.thresholds;
  if (score >= linked) return "linked";
  return score >= suggested ? "suggested" : "none";
}
