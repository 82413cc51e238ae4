/** Small gradient-boosted trees with logistic loss (Friedman 2001; second-order gains as in XGBoost), fitted by exact greedy splits over bins. */
import { writeFileSync } from "node:fs";
import type { Forest, Mixed, Tree } from "../../../shared/read/gates/forest.ts";
import { type Example, fit as fitLine } from "./logistic.ts";

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  lambda: number;
  minWeight: number;
}
const DEFAULTS: BoostOptions = { trees: 120, depth: 3, rate: 0.1, lambda: 5, minWeight: 8 };
const BINS = 16;

/** What one tree adds, as log-odds. */
const leafOf = (tree: Tree, x: readonly number[]): number =>
  typeof tree === "number" ? tree : leafOf((x[tree[0]] ?? 0) < tree[1] ? tree[2] : tree[3], x);

export function boost(examples: readonly Example[], given: Partial<BoostOptions> = {}): Forest {
  const options = { ...DEFAULTS, ...given };
  const d = examples[0]?.x.length ?? 0;
  const edges = Array.from({ length: d }, (_, f) => {
    const values = [...new Set(examples.map((e) => e.x[f] ?? 0))].sort((a, b) => a - b);
    if (values.length <= BINS) return values.slice(1).map((v, i) => (v + (values[i] ?? v)) / 2);
    const sorted = examples.map((e) => e.x[f] ?? 0).sort((a, b) => a - b);
    return [...new Set(Array.from({ length: BINS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BINS)] ?? 0))];
  });
  const bins = Array.from({ length: d }, (_, f) => {
    const edge = edges[f] ?? [];
    return Uint8Array.from(examples, (e) => {
      let b = 0;
      while (b < edge.length && (e.x[f] ?? 0) >= (edge[b] ?? 0)) b++;
      return b;
    });
  });
  const weight = examples.map((e) => e.weight ?? 1);
  const positive = examples.reduce((s, e, i) => s + e.y * (weight[i] ?? 1), 0);
  const total = weight.reduce((a, b) => a + b, 0);
  const bias = Math.log(positive / (total - positive));
  const z = new Float64Array(examples.length).fill(bias);
  const g = new Float64Array(examples.length);
  const h = new Float64Array(examples.length);
  const grow = (rows: number[], depth: number): Tree => {
    let [gs, hs] = [0, 0];
    for (const i of rows) {
      gs += g[i] ?? 0;
      hs += h[i] ?? 0;
    }
    const leaf = () => (options.rate * gs) / (hs + options.lambda);
    if (depth === 0 || hs < (2 * options.minWeight) / 4) return leaf();
    let best = { gain: 1e-3, feature: -1, bin: 0 };
    const base = (gs * gs) / (hs + options.lambda);
    for (let f = 0; f < d; f++) {
      const n = (edges[f]?.length ?? 0) + 1;
      if (n < 2) continue;
      const sg = new Float64Array(n);
      const sh = new Float64Array(n);
      const bin = bins[f] as Uint8Array;
      for (const i of rows) {
        const b = bin[i] ?? 0;
        sg[b] = (sg[b] ?? 0) + (g[i] ?? 0);
        sh[b] = (sh[b] ?? 0) + (h[i] ?? 0);
      }
      let [lg, lh] = [0, 0];
      for (let b = 0; b < n - 1; b++) {
        lg += sg[b] ?? 0;
        lh += sh[b] ?? 0;
        if (lh < options.minWeight / 4 || hs - lh < options.minWeight / 4) continue;
        const gain = (lg * lg) / (lh + options.lambda) + ((gs - lg) * (gs - lg)) / (hs - lh + options.lambda) - base;
        if (gain > best.gain) best = { gain, feature: f, bin: b };
      }
    }
    if (best.feature < 0) return leaf();
    const bin = bins[best.feature] as Uint8Array;
    const yes = rows.filter((i) => (bin[i] ?? 0) <= best.bin);
    const no = rows.filter((i) => (bin[i] ?? 0) > best.bin);
    return [best.feature, edges[best.feature]?.[best.bin] ?? 0, grow(yes, depth - 1), grow(no, depth - 1)];
  };
  const all = examples.map((_, i) => i);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < examples.length; i++) {
      const p = 1 / (1 + Math.exp(-(z[i] ?? 0)));
      g[i] = (weight[i] ?? 1) * ((examples[i]?.y ?? 0) - p);
      h[i] = (weight[i] ?? 1) * p * (1 - p);
    }
    const tree = grow(all, options.depth);
    trees.push(tree);
    for (let i = 0; i < examples.length; i++) z[i] = (z[i] ?? 0) + leafOf(tree, examples[i]?.x ?? []);
  }
  return { bias, trees };
}

/** A model for each fold, fitted without it; groups are never split. */
export function foldsOf<M>(examples: readonly Example[], fitOne: (part: Example[]) => M, folds = 7) {
  const groups = [...new Set(examples.map((e) => e.group))].sort();
  const fold = new Map(groups.map((group, i) => [group, i % folds]));
  const models = Array.from({ length: folds }, (_, k) => fitOne(examples.filter((e) => fold.get(e.group) !== k)));
  return (group: string): M => models[fold.get(group) ?? 0] as M;
}

/** Fits trees and a line on the same examples. */
export const mixed =
  (trees: Partial<BoostOptions>, penalty: number) =>
  (examples: Example[]): Mixed => ({ forest: boost(examples, trees), line: fitLine(examples, penalty) });

const leaf = (value: number) => Number(Number(value.toPrecision(2)).toFixed(3));
// A bound has more digits than a leaf: a feature may be as close to it.
const short = (tree: Tree): Tree =>
  typeof tree === "number" ? leaf(tree) : [tree[0], Number(tree[1].toPrecision(4)), short(tree[2]), short(tree[3])];
/** A model with the digits that its file has. */
export const rounded = ({ forest, line }: Mixed): Mixed => ({
  forest: { bias: Number(forest.bias.toPrecision(3)), trees: forest.trees.map(short) },
  line: line.map(leaf),
});
/** Writes models into a file of shared/read/gates, a tree or a list of weights on a line of its own. */
export function writeModels(file: string, weights: unknown): void {
  const inRows = JSON.stringify(weights, (_, v) => (Array.isArray(v) && typeof v[0] === "number" ? `#${JSON.stringify(v)}#` : v), 1);
  writeFileSync(new URL(`../../../shared/read/gates/${file}`, import.meta.url), `${inRows.replace(/"#(.*?)#"/g, "$1")}\n`);
}
