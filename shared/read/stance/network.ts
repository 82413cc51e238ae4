/** The fitted part of stance reading: one hidden layer of rectified units over named features, small enough to read as a table. */
import type { Features } from "./features.ts";

export interface Network {
  labels: string[];
  /** Each feature's weights into the hidden units, as whole numbers. A feature that is not here is ignored. */
  hidden: Record<string, number[]>;
  /** Each hidden unit's weights into the labels, as whole numbers. */
  output: number[][];
  /** Added to the labels' log-odds: balances classes by F1 rather than by how common they were. */
  bias: number[];
  /** What 1 stands for; where the two layers have units of their own, the mean that has the same product (only that counts). */
  unit: number;
}

/** A network as it is stored: a character for each hidden weight, because figures and commas take a third more after gzip. */
export interface Packed extends Omit<Network, "hidden"> {
  hidden: Record<string, string>;
}
/** Weight 0 is "O" and both sides of it are printed, beyond ASCII where they must; a quote and a backslash, which JSON escapes, give way. */
const ZERO = 79;
const AWAY = 512;
const charOf = (weight: number) => {
  const code = ZERO + weight;
  return String.fromCharCode(code < 35 || code === 92 || code > 126 ? code + AWAY : code);
};
export const packed = (network: Network): Packed => ({
  ...network,
  hidden: Object.fromEntries(Object.entries(network.hidden).map(([name, weights]) => [name, weights.map(charOf).join("")])),
});
export const unpacked = (network: Packed): Network => ({
  ...network,
  hidden: Object.fromEntries(
    Object.entries(network.hidden).map(([name, chars]) => [
      name,
      Array.from(chars, (char) => {
        const code = char.charCodeAt(0);
        return (code > 255 ? code - AWAY : code) - ZERO;
      }),
    ]),
  ),
});

/** What the features add up to in each hidden unit. */
function sumsOf(network: Network, features: Features): Float64Array {
  const sums = new Float64Array(network.output.length);
  for (const [name, value] of features)
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (network.hidden[name]?.[k] ?? 0) * value;
  return sums;
}
/** Log-odds of each label, in the order of the network's labels. */
export function logits(network: Network, features: Features, sums = sumsOf(network, features)): number[] {
  const units = sums.length;
  const out = network.bias.slice();
  for (let k = 0; k < units; k++) {
    const active = Math.max(0, sums[k] ?? 0) * network.unit * network.unit;
    if (active > 0) for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + active * (network.output[k]?.[c] ?? 0);
  }
  return out;
}

/** Features shown as reasons. */
const SHOWN = 6;
/** The features that speak most for a label against the mean of the others, or against it, by what the log-odds lose without them. */
export function weightiest(network: Network, features: Features, label: number): { name: string; weight: number }[] {
  const sums = sumsOf(network, features);
  const lead = (odds: number[]) => (odds[label] ?? 0) - (odds.reduce((a, b) => a + b, 0) - (odds[label] ?? 0)) / (odds.length - 1);
  const all = lead(logits(network, features, sums));
  return [...features]
    .filter(([name]) => name !== "bias" && network.hidden[name])
    .map(([name, value]) => ({
      name,
      weight:
        all -
        lead(
          logits(
            network,
            features,
            sums.map((sum, k) => sum - (network.hidden[name]?.[k] ?? 0) * value),
          ),
        ),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN);
}

/** Probabilities of log-odds; they sum to 1. */
export function softmax(values: number[]): number[] {
  const max = Math.max(...values);
  const exps = values.map((v) => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}
