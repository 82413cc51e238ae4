/** Trains the small networks of stance reading: Adam, dropout on the hidden units, the same result on every run. */

import { softmax } from "../../shared/logistic.ts";
import { type Features, logits, type Network } from "../../shared/read/stance/network.ts";
import { random } from "../support/random.ts";

export interface Example {
  features: Features;
  /** The labels that are right; where a set does not tell two labels apart, both. */
  allowed: number[];
  /** How much the example counts; 1 if absent. */
  weight?: number;
  group: string;
  split: string;
}
export interface Options {
  /** Networks that are averaged, and hidden units of each. */
  networks: number;
  units: number;
  epochs: number;
  rate: number;
  /** Features that a text lacks stay 0, in place of all by their distance from the mean: a third of the time. */
  sparse?: boolean;
  /** Share of hidden units, and of features, that a step leaves out. */
  drop: number;
  dropFeatures?: number;
  decay: number;
  /** Weight of a class = (its inverse share) ** balance. */
  balance: number;
  /** The first of the numbers that the networks start from. */
  seed?: number;
  /** Weights into hidden units are whole multiples of it. */
  step: number;
  /**
   * Larger networks whose mean judgement is learnt in place of the labels: nearly as good as they are, and small (Hinton et al. 2015,
   * distillation). They judge each example as the step sees it, with the features that it leaves out.
   */
  teacher?: Omit<Options, "teacher" | "doubt" | "step">;
  /** Labels that networks fitted on the other examples find least likely: the share of each class that they are, and what those weigh. */
  doubt?: { share: number; weight: number };
}

export const at = (list: ArrayLike<number>, i: number) => list[i] ?? 0;

/** Adam with decoupled weight decay on one array of weights. */
function adam(weights: Float64Array, decay: number) {
  const m = new Float64Array(weights.length);
  const v = new Float64Array(weights.length);
  let t = 0;
  return (gradient: Float64Array, rate: number) => {
    t++;
    const c1 = 1 - 0.9 ** t;
    const c2 = 1 - 0.999 ** t;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] as number;
      const mean = 0.9 * (m[i] as number) + 0.1 * g;
      const square = 0.999 * (v[i] as number) + 0.001 * g * g;
      m[i] = mean;
      v[i] = square;
      const w = weights[i] as number;
      weights[i] = w - rate * (mean / c1 / (Math.sqrt(square / c2) + 1e-8) + decay * w);
    }
    gradient.fill(0);
  };
}

/** A text's features: their places among the names, and their values by the feature's deviation. */
interface Input {
  places: Int32Array;
  values: Float64Array;
}
interface Prepared {
  inputs: Input[];
  /** Features, and the place of the one that is always 1. */
  width: number;
  bias: number;
  labels: number[][];
  worth: number[];
  classes: number;
}
/** Weights by feature and hidden unit, and by hidden unit and label. */
interface Layers {
  units: number;
  w1: Float64Array;
  w2: Float64Array;
}

/** Adds to `sums` what each hidden unit gets. The loop in which the time goes: plain typed arrays, no calls inside. */
function addInputs(sums: Float64Array, { w1 }: Layers, { places, values }: Input): void {
  const units = sums.length;
  for (let i = 0; i < places.length; i++) {
    const value = values[i] as number;
    if (value === 0) continue;
    const row = (places[i] as number) * units;
    for (let k = 0; k < units; k++) sums[k] = (sums[k] as number) + value * (w1[row + k] as number);
  }
}

/** One network: softmax cross-entropy against the labels, or against what `aim` says of the inputs; dropout on inputs and hidden units. */
function train(all: Prepared, o: Omit<Options, "step">, seed: number, aim?: (input: Input) => number[]): Layers {
  const { inputs, width, bias, labels, worth, classes } = all;
  const next = random(seed);
  const { units } = o;
  const w1 = new Float64Array(width * units);
  for (let k = 0; k < units; k++) for (let i = 0; i < width; i++) w1[i * units + k] = (next() - 0.5) * 2 * Math.sqrt(3 / width);
  const w2 = Float64Array.from({ length: units * classes }, () => (next() - 0.5) * 0.6);
  const layers: Layers = { units, w1, w2 };
  const g1 = new Float64Array(w1.length);
  const g2 = new Float64Array(w2.length);
  const step1 = adam(w1, o.decay);
  const step2 = adam(w2, o.decay);
  const count = new Float64Array(classes);
  for (const [y = 0] of labels) count[y] = at(count, y) + 1;
  const weight = Array.from(count, (n) => (labels.length / classes / Math.max(1, n)) ** o.balance);
  const order = inputs.map((_, i) => i);
  const batch = 64;
  const steps = o.epochs * Math.ceil(order.length / batch);
  let done = 0;
  const h = new Float64Array(units);
  const back = new Float64Array(units);
  const kept = 1 - (o.dropFeatures ?? 0);
  const seen = (value: number, place: number) => {
    const isKept = kept === 1 || next() < kept;
    return place === bias ? 1 : isKept ? value / kept : 0;
  };
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [at(order, j), at(order, i)];
    }
    for (let from = 0; from < order.length; from += batch) {
      const upTo = Math.min(order.length, from + batch);
      for (const q of order.slice(from, upTo)) {
        const whole = inputs[q];
        const right = labels[q];
        if (!whole || !right) continue;
        const { places } = whole;
        const input = { places, values: whole.values.map((value, i) => seen(value, at(places, i))) };
        h.fill(0);
        addInputs(h, layers, input);
        const s = new Array<number>(classes).fill(0);
        for (let k = 0; k < units; k++) {
          h[k] = next() < o.drop ? 0 : Math.max(0, at(h, k)) / (1 - o.drop);
          for (let c = 0; c < classes; c++) s[c] = at(s, c) + at(w2, k * classes + c) * at(h, k);
        }
        const max = Math.max(...s);
        const exps = s.map((v) => Math.exp(v - max));
        const total = exps.reduce((a, b) => a + b, 0);
        const allowed = right.reduce((sum, c) => sum + at(exps, c), 0);
        const share = (at(weight, at(right, 0)) * at(worth, q)) / (upTo - from);
        const aimed = aim?.(input);
        const d = exps.map((e, c) => (e / total - (aimed ? at(aimed, c) : right.includes(c) ? e / allowed : 0)) * share);
        for (let k = 0; k < units; k++) {
          back[k] = 0;
          const active = at(h, k);
          if (active === 0) continue;
          for (let c = 0; c < classes; c++) {
            back[k] = at(back, k) + at(w2, k * classes + c) * at(d, c);
            g2[k * classes + c] = at(g2, k * classes + c) + at(d, c) * active;
          }
          back[k] = at(back, k) / (1 - o.drop);
        }
        addGradient(g1, back, input);
      }
      const rate = o.rate * (1 - done++ / steps) + 1e-5;
      step1(g1, rate);
      step2(g2, rate);
    }
  }
  return layers;
}

/** Adds to the gradient of each feature that is there what comes back from the hidden units that were active. */
function addGradient(g1: Float64Array, back: Float64Array, { places, values }: Input): void {
  const units = back.length;
  const active = Int32Array.from(back.keys()).filter((k) => back[k] !== 0);
  for (let i = 0; i < places.length; i++) {
    const value = values[i] as number;
    if (value === 0) continue;
    const row = (places[i] as number) * units;
    for (let j = 0; j < active.length; j++) {
      const k = active[j] as number;
      g1[row + k] = (g1[row + k] as number) + value * (back[k] as number);
    }
  }
}

/** What the mean of a teacher's networks says of inputs, as probabilities. */
function taught(all: Prepared, teacher: Omit<Options, "step">): (input: Input) => number[] {
  const networks = Array.from({ length: teacher.networks }, (_, n) => train(all, teacher, n + 1 + (teacher.seed ?? 0)));
  const h = new Float64Array(teacher.units);
  return (input) => {
    const sum = new Array<number>(all.classes).fill(0);
    for (const layers of networks) {
      h.fill(0);
      addInputs(h, layers, input);
      for (let k = 0; k < h.length; k++) {
        const active = at(h, k);
        if (active <= 0) continue;
        for (let c = 0; c < sum.length; c++) sum[c] = at(sum, c) + (active * at(layers.w2, k * all.classes + c)) / networks.length;
      }
    }
    return softmax(sum);
  };
}

/** The weight of each example: half of what is called a denial in a thread denies nothing that a reader could point at. */
function worthOf(examples: Example[], labels: string[], o: Options): number[] {
  const { doubt } = o;
  if (!doubt) return examples.map((e) => e.weight ?? 1);
  const next = random(5);
  const parts = examples.map(() => Math.floor(next() * 4));
  const likely = examples.map(() => 0);
  for (let part = 0; part < 4; part++) {
    const { doubt: _, ...plain } = o;
    const others = fit(
      examples.filter((_, i) => parts[i] !== part),
      labels,
      { ...plain, networks: 2, units: 8, epochs: 10 },
    );
    for (const [i, e] of examples.entries()) if (parts[i] === part) likely[i] = at(softmax(logits(others, e.features)), at(e.allowed, 0));
  }
  const least = labels.map((_, label) => {
    const sorted = likely.filter((_, i) => examples[i]?.allowed[0] === label).sort((a, b) => a - b);
    return at(sorted, Math.floor(doubt.share * sorted.length));
  });
  return examples.map((e, i) => (at(likely, i) < at(least, at(e.allowed, 0)) ? doubt.weight : 1));
}

const short = (weight: number) => Number(weight.toPrecision(3));
/**
 * Fits a network; the scale of the features, their means and averaging are folded into its weights. The mean of several networks' log-odds is one
 * wider network.
 */
export function fit(examples: Example[], labels: string[], o: Options): Network {
  const seen = new Map<string, number>();
  for (const e of examples) for (const name of e.features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, n]) => (n >= 10 ? [name] : [])).sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  for (const e of examples) {
    for (const [name, value] of e.features) {
      const i = index.get(name);
      if (i === undefined) continue;
      mean[i] = at(mean, i) + value / examples.length;
      square[i] = at(square, i) + (value * value) / examples.length;
    }
  }
  // 0.15: a feature seen in one text of a hundred would otherwise weigh ten times its neighbour
  const deviation = mean.map((m, i) => Math.max(0.15, Math.sqrt(Math.max(0, at(square, i) - m * m))));
  const bias = index.get("bias") ?? 0;
  deviation[bias] = 1;
  mean[bias] = 0;
  if (o.sparse) mean.fill(0);
  const inputs = examples.map((e): Input => {
    const x = mean.map((m, i) => -m / at(deviation, i));
    for (const [name, value] of e.features) {
      const i = index.get(name);
      if (i !== undefined) x[i] = (value - at(mean, i)) / at(deviation, i);
    }
    const places = Int32Array.from(x.keys()).filter((i) => !o.sparse || x[i] !== 0);
    return { places, values: Float64Array.from(places, (i) => at(x, i)) };
  });
  const all: Prepared = {
    inputs,
    width: names.length,
    bias,
    labels: examples.map((e) => e.allowed),
    worth: worthOf(examples, labels, o),
    classes: labels.length,
  };
  const aim = o.teacher && taught(all, o.teacher);
  const rounded = (weight: number) => Math.round(weight / o.step) || 0;
  const hidden: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  const output: number[][] = [];
  for (let n = 0; n < o.networks; n++) {
    const { w1, w2 } = train(all, o, n + 1 + (o.seed ?? 0), aim);
    for (let k = 0; k < o.units; k++) {
      let constant = 0;
      const row = names.map((_, i) => {
        const w = at(w1, i * o.units + k) / at(deviation, i);
        constant -= w * at(mean, i);
        return w;
      });
      row[bias] = at(row, bias) + constant;
      for (const [i, name] of names.entries()) hidden[name]?.push(rounded(at(row, i)));
      output.push(labels.map((_, c) => short(at(w2, k * labels.length + c) / o.networks)));
    }
  }
  return { labels, step: o.step, hidden, output, bias: labels.map(() => 0) };
}
