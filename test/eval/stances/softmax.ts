/**
 * Softmax regression over named features with an L2 penalty by feature, fitted by Adam (Kingma and Ba 2015) over all examples at once: always the
 * same.
 */

export interface StanceExample {
  /** Values by name. */
  x: ReadonlyMap<string, number>;
  /** Place of the right class. */
  y: number;
  weight: number;
}
export type StanceWeights = Record<string, number[]>;

const [RATE, FIRST, SECOND] = [0.1, 0.9, 0.99];

/** The weights of each feature by class. */
export function fitSoftmax(
  examples: readonly StanceExample[],
  classes: number,
  penalty: (name: string) => number,
  rounds = 200,
): StanceWeights {
  const index = new Map<string, number>();
  for (const { x } of examples) for (const name of x.keys()) if (!index.has(name)) index.set(name, index.size);
  const names = [...index.keys()];
  const penalties = names.map(penalty);
  const rows = examples.map(({ x, y, weight }) => ({
    at: [...x.keys()].map((name) => index.get(name) ?? 0),
    values: [...x.values()],
    y,
    weight,
  }));
  const size = names.length * classes;
  const [w, mean, square, gradient] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i < size; i++) gradient[i] = (penalties[Math.floor(i / classes)] ?? 0) * (w[i] ?? 0);
    for (const row of rows) addGradient(gradient, w, row, classes);
    const rate = RATE * (1 - round / (rounds + 1)) + 0.002;
    for (let i = 0; i < size; i++) {
      const g = gradient[i] ?? 0;
      mean[i] = FIRST * (mean[i] ?? 0) + (1 - FIRST) * g;
      square[i] = SECOND * (square[i] ?? 0) + (1 - SECOND) * g * g;
      const step = (mean[i] ?? 0) / (1 - FIRST ** round) / (Math.sqrt((square[i] ?? 0) / (1 - SECOND ** round)) + 1e-8);
      w[i] = (w[i] ?? 0) - rate * step;
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, [...w.slice(i * classes, (i + 1) * classes)]]));
}

/** Adds what one example pulls. */
function addGradient(
  gradient: Float64Array,
  w: Float64Array,
  { at, values, y, weight }: { at: number[]; values: number[]; y: number; weight: number },
  classes: number,
): void {
  const odds = new Array<number>(classes).fill(0);
  for (let j = 0; j < at.length; j++)
    for (let k = 0; k < classes; k++) odds[k] = (odds[k] ?? 0) + (w[(at[j] ?? 0) * classes + k] ?? 0) * (values[j] ?? 0);
  const top = Math.max(...odds);
  const exps = odds.map((z) => Math.exp(z - top));
  const total = exps.reduce((a, b) => a + b, 0);
  for (let k = 0; k < classes; k++) {
    const error = weight * ((exps[k] ?? 0) / total - Number(k === y));
    for (let j = 0; j < at.length; j++) {
      const place = (at[j] ?? 0) * classes + k;
      gradient[place] = (gradient[place] ?? 0) + error * (values[j] ?? 0);
    }
  }
}
