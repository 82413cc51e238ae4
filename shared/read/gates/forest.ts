/** Evaluates boosted trees from a weights file. Fitted by test/eval/rumours/boost.ts. */
import { probabilityOf } from "../../logistic.ts";

/** A feature with its name. */
export type Feature = [name: string, value: number | boolean];
/** The values of features, in the form for models. */
export const valuesOf = (features: readonly Feature[]): number[] => features.map(([, value]) => Number(value));
/** A model gives a probability for the values of features. */
export type Model = (x: readonly number[]) => number;

/** A leaf is a number; a node asks whether a feature is below a threshold. */
export type Tree = number | [feature: number, below: number, yes: Tree, no: Tree];
/** Trees whose leaves are added to a bias, as log-odds. */
export interface Forest {
  bias: number;
  trees: Tree[];
}

function leafOf(tree: Tree, x: readonly number[]): number {
  let at = tree;
  while (typeof at !== "number") at = (x[at[0]] ?? 0) < at[1] ? at[2] : at[3];
  return at;
}

/** A forest and a logistic regression on the same features, the intercept last: the mean of their log-odds. */
export interface Mixed {
  forest: Forest;
  line: number[];
}
const MAX_ODDS = 14;
const clip = (z: number) => Math.max(-MAX_ODDS, Math.min(MAX_ODDS, z));

/** The log-odds that the trees give for feature values. */
export const forestOdds = ({ bias, trees }: Forest, x: readonly number[]): number =>
  trees.reduce<number>((z, tree) => z + leafOf(tree, x), bias);

/** The probability that both together give for feature values. */
function mixedProbability({ forest, line }: Mixed, x: readonly number[]): number {
  const trees = forestOdds(forest, x);
  const straight = x.reduce((z, value, i) => z + (line[i] ?? 0) * value, line[x.length] ?? 0);
  return probabilityOf((clip(trees) + clip(straight)) / 2);
}
export const mixedModel =
  (mixed: Mixed): Model =>
  (x) =>
    mixedProbability(mixed, x);
