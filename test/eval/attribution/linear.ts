/** Linear models over hashed features, fitted by AdaGrad with averaged weights, and rounded to a byte a weight. */
import { BUCKETS } from "../../../shared/read/attribution/fitted/features.ts";

const RATE = 0.15;
/** Weights beyond this are cut, so that the steps of a byte stay fine. */
const MAX_WEIGHT = 3;

export class Linear {
  readonly weights = new Float32Array(BUCKETS);
  readonly #squares = new Float32Array(BUCKETS).fill(1);
  readonly #moved = new Float64Array(BUCKETS);
  #steps = 1;
  score(features: Int32Array): number {
    let sum = 0;
    for (let i = 0; i < features.length; i++) sum += this.weights[features[i] as number] as number;
    return sum;
  }
  /** Moves the weights of features along the gradient of the log-likelihood. */
  learn(features: Int32Array, gradient: number): void {
    for (let i = 0; i < features.length; i++) {
      const k = features[i] as number;
      const squares = (this.#squares[k] as number) + gradient * gradient;
      const by = (RATE * gradient) / Math.sqrt(squares);
      this.#squares[k] = squares;
      this.weights[k] = (this.weights[k] as number) + by;
      this.#moved[k] = (this.#moved[k] as number) + this.#steps * by;
    }
    this.#steps++;
  }
  forget(): void {
    this.weights.fill(0);
    this.#squares.fill(1);
    this.#moved.fill(0);
    this.#steps = 1;
  }
  /** The mean of the weights over all steps, as whole multiples of a step. */
  rounded(): { step: number; bytes: Int8Array } {
    const mean = this.weights.map((weight, k) => weight - (this.#moved[k] as number) / this.#steps);
    const most = mean.reduce((top, weight) => Math.max(top, Math.min(MAX_WEIGHT, Math.abs(weight))), 0);
    const step = most / 127 || 1;
    return { step, bytes: Int8Array.from(mean, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))) };
  }
}

/** Numbers in [0, 1) that are the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 4294967296;
  };
}
/** Mixes a list. */
export function shuffle<T>(list: T[], next: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
