/** Logistic regression with an L2 penalty over many sparse features of few examples, by Newton's method on the kernel. */
import { solve } from "../rumours/logistic.ts";

/** The words of an example, each with the value 1 / √(number of its words + 1). */
export interface WordedExample {
  words: ReadonlySet<string>;
  y: 0 | 1;
}
const [ROUNDS, MIN_COUNT] = [10, 3];
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** The weight of each word that several examples have; the intercept is that of "". */
export function fitWeights(examples: readonly WordedExample[], penalty: number): Map<string, number> {
  const n = examples.length;
  const having = new Map<string, number[]>();
  for (const [i, { words }] of examples.entries()) for (const word of words) having.set(word, [...(having.get(word) ?? []), i]);
  for (const [word, list] of having) if (list.length < MIN_COUNT) having.delete(word);
  const value = examples.map(({ words }) => 1 / Math.sqrt(words.size + 1));
  const kernel = Array.from({ length: n }, () => new Float64Array(n));
  for (const list of having.values())
    for (const i of list) for (const j of list) (kernel[i] as Float64Array)[j] = (kernel[i]?.[j] ?? 0) + (value[i] ?? 0) * (value[j] ?? 0);
  const share = examples.reduce((sum, { y }) => sum + y, 0.001) / Math.max(1, n);
  let intercept = Math.log(share / Math.max(0.001, 1 - share));
  let dual: Float64Array = new Float64Array(n);
  const fitted = () => kernel.map((row) => row.reduce((sum, k, j) => sum + k * (dual[j] ?? 0), 0));
  for (let round = 0; round < ROUNDS; round++) {
    const z = fitted();
    const spread = z.map((one) => {
      const p = sigmoid(one + intercept);
      return Math.max(p * (1 - p), 1e-5);
    });
    const target = z.map((one, i) => one + ((examples[i]?.y ?? 0) - sigmoid(one + intercept)) / (spread[i] ?? 1));
    const system = kernel.map((row, i) => row.map((k, j) => (i === j ? k + penalty / (spread[i] ?? 1) : k)));
    dual = solve(system, Float64Array.from(target));
    const left = fitted().reduce((sum, one, i) => sum + (examples[i]?.y ?? 0) - sigmoid(one + intercept), 0);
    intercept += Math.max(-1, Math.min(1, left / spread.reduce((sum, one) => sum + one, 1e-9)));
  }
  const weights = [...having].map(([word, list]) => [word, list.reduce((sum, i) => sum + (value[i] ?? 0) * (dual[i] ?? 0), 0)] as const);
  return new Map([["", intercept], ...weights]);
}
