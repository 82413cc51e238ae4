import { sumOf } from "./collections.ts";

/** The probability of log-odds. */
export const probabilityOf = (z: number): number => 1 / (1 + Math.exp(-z));
/** The log-odds of a probability, which is taken to be no nearer to 0 or 1 than `least`. */
export function logit(p: number, least = 1e-9): number {
  const within = Math.min(1 - least, Math.max(least, p));
  return Math.log(within / (1 - within));
}
/** Turns log-odds into probabilities, which sum to 1. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const odds = logits.map((value) => Math.exp(value - top));
  const sum = sumOf(odds, (value) => value);
  return odds.map((value) => value / sum);
}
/** 1 for what holds, else 0. */
export const bit = (value: unknown): number => Number(Boolean(value));

/** The names of the features that a model has weights for, in their order. */
export const featuresIn = <Weights extends { intercept: number }>(weights: Weights) =>
  Object.keys(weights).filter((name) => name !== "intercept") as Exclude<keyof Weights, "intercept">[];
/** The probability that a logistic regression with these weights, by the names of its features, gives to the features `x`. */
export function logistic(fitted: Readonly<Record<string, number>>, names: readonly string[], x: readonly number[]): number {
  return probabilityOf(names.reduce((sum, name, i) => sum + (fitted[name] ?? 0) * (x[i] ?? 0), fitted["intercept"] ?? 0));
}
