/** Logistic regression with an L2 penalty by Newton's method, and what cross-validation by group says of it. */

export interface Example {
  /** Values by feature. */
  x: number[];
  y: 0 | 1;
  weight?: number;
  /** What is never split between folds: a rumour. */
  group: string;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Solves A w = b for a symmetric positive definite matrix, by Cholesky's decomposition. */
export function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const l = a.map((row) => Float64Array.from(row));
  const at = (i: number, j: number) => l[i]?.[j] ?? 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      (l[i] as Float64Array)[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (y[k] ?? 0);
    y[i] = sum / at(i, i);
  }
  const w = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (w[k] ?? 0);
    w[i] = sum / at(i, i);
  }
  return w;
}

/** Weights, the intercept last. */
export function fit(examples: readonly Example[], penalty = 1, rounds = 12): number[] {
  const d = (examples[0]?.x.length ?? 0) + 1;
  let w = new Float64Array(d);
  for (let round = 0; round < rounds; round++) {
    const h = Array.from({ length: d }, () => new Float64Array(d));
    const g = new Float64Array(d);
    for (const { x, y, weight = 1 } of examples) {
      let z = w[d - 1] ?? 0;
      for (let i = 0; i < d - 1; i++) z += (w[i] ?? 0) * (x[i] ?? 0);
      const p = sigmoid(z);
      const v = weight * Math.max(p * (1 - p), 1e-6);
      const nonzero: number[] = [];
      for (let i = 0; i < d - 1; i++) if (x[i]) nonzero.push(i);
      nonzero.push(d - 1);
      for (const i of nonzero) {
        const xi = i === d - 1 ? 1 : (x[i] ?? 0);
        g[i] = (g[i] ?? 0) + weight * (y - p) * xi;
        const row = h[i] as Float64Array;
        for (const j of nonzero) {
          if (j > i) break;
          row[j] = (row[j] ?? 0) + v * xi * (j === d - 1 ? 1 : (x[j] ?? 0));
        }
      }
    }
    for (let i = 0; i < d; i++) {
      (h[i] as Float64Array)[i] = (h[i]?.[i] ?? 0) + (i === d - 1 ? 1e-4 : penalty);
      if (i < d - 1) g[i] = (g[i] ?? 0) - penalty * (w[i] ?? 0);
      for (let j = 0; j < i; j++) (h[j] as Float64Array)[i] = h[i]?.[j] ?? 0;
    }
    const step = solve(h, g);
    w = w.map((value, i) => value + Math.max(-3, Math.min(3, step[i] ?? 0)));
  }
  return [...w];
}

export function probability(weights: readonly number[], x: readonly number[]): number {
  let z = weights[x.length] ?? 0;
  for (let i = 0; i < x.length; i++) z += (weights[i] ?? 0) * (x[i] ?? 0);
  return sigmoid(z);
}

/** The probability of each example by a model that was fitted without its group's fold. */
export function crossValidated(examples: readonly Example[], folds = 7, penalty = 1): number[] {
  const groups = [...new Set(examples.map((e) => e.group))].sort();
  const fold = new Map(groups.map((group, i) => [group, i % folds]));
  const models = Array.from({ length: folds }, (_, k) =>
    fit(
      examples.filter((e) => fold.get(e.group) !== k),
      penalty,
    ),
  );
  return examples.map((e) => probability(models[fold.get(e.group) ?? 0] ?? [], e.x));
}
