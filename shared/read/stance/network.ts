/** The fitted part of stance reading: one hidden layer of rectified units over named features, small enough to read as a table. */

import { sumOf } from "../../collections.ts";

/** Features by their names. */
export type Features = Map<string, number>;
/** Sets a feature by its name; true is 1, false and 0 are left out. */
export type Put = (name: string, value: number | boolean) => void;
/** No features yet, and a function that sets one; `prefix`: what all their names begin with. */
export function newFeatures(prefix = ""): { features: Features; put: Put } {
  const features: Features = new Map();
  const put: Put = (name, value) => {
    const number = Number(value);
    if (number !== 0) features.set(prefix + name, number);
  };
  return { features, put };
}

export interface Network {
  labels: string[];
  /** Each feature's weights into the hidden units, as whole multiples of a step. Features without weights are ignored. */
  hidden: Record<string, number[]>;
  step: number;
  /** Each hidden unit's weights into the labels. */
  output: number[][];
  /** Added to the labels' log-odds: balances the labels by F1 rather than by how frequent they are. */
  bias: number[];
}

/**
 * The networks for posts in threads, for articles without and with their headline (workers/public/models/stance.json, fitted by
 * test/eval/fit-stance.ts), and for pages in languages other than English (fitted by test/eval/stances/fit.ts).
 */
export type StanceNetworks = Readonly<Record<"thread" | "article" | "titled" | "other", Network>>;

/** Log-odds of each label, in the order of the network's labels. */
export function logits({ hidden, output, bias, step }: Network, features: Features): number[] {
  const inputs = new Float64Array(output.length);
  for (const [name, value] of features) {
    const weights = hidden[name];
    if (weights) for (let k = 0; k < inputs.length; k++) inputs[k] = (inputs[k] ?? 0) + (weights[k] ?? 0) * value;
  }
  const out = bias.slice();
  for (let k = 0; k < inputs.length; k++) {
    const active = (inputs[k] ?? 0) * step;
    if (active > 0) for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + active * (output[k]?.[c] ?? 0);
  }
  return out;
}

/** Maximum number of features that are given as reasons. */
const MAX_REASONS = 6;

/**
 * The features that weigh most for or against a label: without such a feature, the label's log-odds over the mean of the other labels
 * change by its weight. `oddsOf`: the log-odds of each label for some features.
 */
export function weightiest(
  oddsOf: (features: Features) => number[],
  features: Features,
  label: number,
): { name: string; weight: number }[] {
  const lead = (odds: number[]) => (odds[label] ?? 0) - (sumOf(odds, (value) => value) - (odds[label] ?? 0)) / (odds.length - 1);
  const all = lead(oddsOf(features));
  return [...features.keys()]
    .filter((name) => name !== "bias")
    .map((name) => ({ name, weight: all - lead(oddsOf(new Map([...features].filter(([other]) => other !== name)))) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_REASONS);
}
