/** Plain linear fitting without randomness: standardised columns, full-batch steps from zero. */

export interface Linear {
  weights: number[];
  intercept: number;
}

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Mean and deviation of each column, for standardising. */
export function moments(rows: number[][]): { mean: number[]; deviation: number[] } {
  const width = rows[0]?.length ?? 0;
  const mean = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);
  const deviation = mean.map((m, j) => Math.sqrt(rows.reduce((sum, row) => sum + ((row[j] ?? 0) - m) ** 2, 0) / rows.length) || 1);
  return { mean, deviation };
}

/** Adam (Kingma and Ba 2015) on the full batch, climbing; weights with a sign keep it. */
export function climb(width: number, gradient: (weights: Float64Array) => Float64Array, steps: number, signs: number[] = []): Float64Array {
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= steps; step++) {
    const g = gradient(weights);
    const rate = 0.05 * (1 - (0.9 * step) / steps);
    for (let j = 0; j < width; j++) {
      const value = g[j] ?? 0;
      first[j] = 0.9 * (first[j] ?? 0) + 0.1 * value;
      second[j] = 0.99 * (second[j] ?? 0) + 0.01 * value * value;
      const scaled = (first[j] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[j] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
      weights[j] = (weights[j] ?? 0) + rate * scaled;
      if ((signs[j] ?? 0) * (weights[j] ?? 0) < 0) weights[j] = 0;
    }
  }
  return weights;
}

/** Weights and intercept for raw columns out of those for standardised ones. */
export function unscale(weights: ArrayLike<number>, { mean, deviation }: { mean: number[]; deviation: number[] }, bias: number) {
  const raw = deviation.map((d, j) => (weights[j] ?? 0) / d);
  return { weights: raw, intercept: bias - dot(raw, mean) };
}
