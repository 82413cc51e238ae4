/**
 * Fits shared/match/weights.json on the train split of clef2021 and writes it, with the figures of the fit; \`--without\`
 * drops features and only tells the figures, of several groups one after the other.
 *   npm run fit [-- --data clef2021] [--without quote,ftsRank/typos]
 * Deterministic: full-batch steps from zero, no random numbers. Two stages, both linear (a layer of 4 or 6 hidden units gained nothing on held-out
 * folds):
 *   rank         conditional logit over the candidates of a post (McFadden 1974; ListNet's top-one loss), so that only order counts;
 *   probability  logistic regression of "this is the claim" on the rank strength, its lead and a few features, on lists with the right claim,
 *                without it, and thinned to what a small collection of claims would give.
 */
import { writeFileSync } from "node:fs";
import { SIGNALS, signals } from "../../shared/match/decide.ts";
import { FEATURES } from "../../shared/match/features.ts";
import { evaluationFolder } from "../support/evaluation.ts";
import { averagePrecision, calibrationError, loadSet } from "./match.ts";
import { corpusOf, HOLE, type List, listsOf, WHOLE } from "./match-lists.ts";
import { climb, dot, type Linear, moments, unscale } from "./regression.ts";
import { writeFit } from "./rumours/figures.ts";

const arg = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const set = arg("data", "clef2021");
const groups = arg("without", "")
  .split("/")
  .filter(Boolean)
  .map((group) => group.split(","));
const FOLDS = 5;
/** \`linked\` begins at the least probability that holds both on held-out folds: the bar is 0.95 and 0.05 on collections that are not here. */
const PRECISE = 0.97;
const FALSE_LINKS = 0.035;
/** Chosen on dev: nine right claims in ten are worth a person's look from here on. */
const SUGGESTED = 0.2;
const RANK_PENALTY = 10;
/** Steps of the first stage: fewer leave the weights smaller, more gain nothing on held-out folds. */
const RANK_STEPS = 200;
/** Of 40,000 candidates these add nothing to a step, and take half of its time. */
const NO_PULL = 1e-7;
const PROBABILITY_PENALTY = 3;

function fitRank(lists: List[]) {
  const scale = moments(lists.flatMap((list) => list.values));
  const ready = lists
    .filter((list) => list.right.includes(true))
    .map(({ values, right, weight }) => ({
      right,
      weight,
      rows: values.map((row) => Float64Array.from(row, (v, j) => (v - (scale.mean[j] ?? 0)) / (scale.deviation[j] ?? 1))),
    }));
  const fitted = climb(
    FEATURES.length,
    (weights) => {
      const g = weights.map((w) => -RANK_PENALTY * w);
      for (const { rows, right, weight } of ready) {
        const scores = rows.map((row) => dot(weights, row));
        const top = Math.max(...scores);
        const e = scores.map((s) => Math.exp(s - top));
        const all = e.reduce((sum, v) => sum + v, 0);
        const good = e.reduce((sum, v, i) => sum + (right[i] ? v : 0), 0);
        rows.forEach((row, i) => {
          const pull = weight * ((right[i] ? (e[i] ?? 0) / good : 0) - (e[i] ?? 0) / all);
          // Most candidates of a post are no rivals any more after a few steps.
          if (Math.abs(pull) < NO_PULL) return;
          for (let j = 0; j < row.length; j++) g[j] = (g[j] ?? 0) + pull * (row[j] ?? 0);
        });
      }
      return g;
    },
    RANK_STEPS,
  );
  const raw = unscale(fitted, scale, 0);
  // 0 is where the best wrong claim of a post stands on average, so that a claim without rivals has something to lead.
  const strangers = lists.map(({ values, right }) =>
    Math.max(...values.filter((_, i) => !right[i]).map((row) => dot(raw.weights, row)), -1e9),
  );
  const usual = strangers.filter((s) => s > -1e9).reduce((sum, s, _, { length }) => sum + s / length, 0);
  return { weights: raw.weights, intercept: -usual };
}

interface Example {
  /** Which list it is of, and which of its parts, by its share. */
  at: number;
  share: number;
  signal: number[];
  right: boolean;
  weight: number;
}
/** Share of posts that link to a wrong claim when it is alone in an index, the one that ranks first: with phrasings and without. */
function falseAlone(lists: List[], threshold: number, rankOf: (at: number) => Linear, probabilityFor: (at: number) => Linear): number {
  const wrong = lists.filter(({ alone }, at) => {
    const rank = rankOf(at);
    const strengths = alone.map(({ values: [row = []] }) => dot(rank.weights, row) + rank.intercept);
    const strongest = Math.max(...strengths);
    const { values: [values] = [], stated } = alone[strengths.indexOf(strongest)] ?? {};
    return values && stated && probabilityIn(probabilityFor(at), { signal: signals(values, strongest, []) }) >= threshold;
  });
  return wrong.length / lists.length;
}

/** The strongest candidate of each list, and of what else the post was asked of. */
function examplesOf(lists: List[], rankOf: (at: number) => Linear): Example[] {
  return lists.flatMap(({ weight, others, ...whole }, at) => {
    const rank = rankOf(at);
    return [{ share: WHOLE, ...whole }, ...others].flatMap(({ share, values, right }) => {
      const scores = values.map((row) => dot(rank.weights, row) + rank.intercept);
      const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      const [first, ...rest] = order;
      if (first === undefined) return [];
      const signal = signals(
        values[first] ?? [],
        scores[first] ?? 0,
        rest.map((i) => scores[i] ?? 0),
      );
      return [{ signal, right: right[first] ?? false, weight: share * weight, at, share }];
    });
  });
}

function fitProbability(examples: Example[]) {
  const scale = moments(examples.map((example) => example.signal));
  const rows = examples.map(({ signal }) =>
    Float64Array.from([...signal.map((v, j) => (v - (scale.mean[j] ?? 0)) / (scale.deviation[j] ?? 1)), 1]),
  );
  const width = SIGNALS.length + 1;
  const fitted = climb(
    width,
    (weights) => {
      const g = weights.map((w, j) => (j === SIGNALS.length ? 0 : -PROBABILITY_PENALTY * w));
      rows.forEach((row, i) => {
        const example = examples[i];
        if (!example) return;
        const error = example.weight * (Number(example.right) - 1 / (1 + Math.exp(-dot(weights, row))));
        for (let j = 0; j < width; j++) g[j] = (g[j] ?? 0) + error * (row[j] ?? 0);
      });
      return g;
    },
    500,
    // More in common never makes a claim less likely, whatever two correlated signals would make of one collection.
    SIGNALS.map((name) => (name === "missing" ? -1 : 1)),
  );
  return unscale(fitted, scale, fitted[SIGNALS.length] ?? 0);
}

const probabilityIn = ({ weights, intercept }: Linear, { signal }: Pick<Example, "signal">) =>
  1 / (1 + Math.exp(-dot(weights, signal) - intercept));
const averageOf = (lists: List[], rankOf: (at: number) => Linear) =>
  lists.reduce((sum, { values, right, gold }, at) => {
    const scores = values.map((row) => dot(rankOf(at).weights, row));
    const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return (
      sum +
      averagePrecision(
        order.map((i) => right[i] ?? false),
        gold,
      )
    );
  }, 0) / lists.length;

/** What a threshold of `linked` gives on examples of posts that were not fitted on. */
function linkedAt(threshold: number, judged: { score: number; example: Example }[], posts: number) {
  const linked = judged.filter(({ score }) => score >= threshold);
  const whole = linked.filter(({ example }) => example.share === WHOLE);
  const right = whole.filter(({ example }) => example.right).length;
  return {
    threshold,
    precision: right / Math.max(1, whole.length),
    recall: right / posts,
    falseLinks: linked.filter(({ example }) => example.share === HOLE).length / posts,
  };
}

const data = loadSet(set);
if (!data) throw new Error(`No evaluation data in ${evaluationFolder}`);
const corpus = corpusOf(data);
const train = listsOf(data, "train", corpus, false);
const dev = listsOf(data, "dev", corpus, false);
const posts = train.length;
// The bare list of a post follows at its place + posts, so that both are in one fold.
const everything = [...train, ...listsOf(data, "train", corpus, true)];
const foldOf = (at: number) => (at % posts) % FOLDS;

/** Lists in which these features say nothing. */
function blinded(lists: List[], without: string[]): List[] {
  const dropped = FEATURES.map((name) => without.includes(name));
  const blind = (values: number[][]) => values.map((row) => row.map((value, j) => (dropped[j] ? 0 : value)));
  return lists.map((list) => ({
    ...list,
    values: blind(list.values),
    alone: list.alone.map((part) => ({ ...part, values: blind(part.values) })),
    others: list.others.map((other) => ({ ...other, values: blind(other.values) })),
  }));
}
const short = (value: number) => Number(value.toFixed(4));
const named = (names: readonly string[], { weights, intercept }: Linear) =>
  Object.fromEntries(
    [["intercept", intercept] as const, ...names.map((name, i) => [name, weights[i] ?? 0] as const)].map(([k, v]) => [k, short(v)]),
  );
/** Both stages on these lists, and how they do on held-out folds and on others. */
function fit(all: List[], others: List[]) {
  const lists = all.slice(0, posts);
  const rank = fitRank(all);
  const foldRanks = Array.from({ length: FOLDS }, (_, fold) => fitRank(all.filter((_, at) => foldOf(at) !== fold)));
  const heldOut = (at: number) => foldRanks[foldOf(at)] ?? rank;
  // The second stage learns from strengths of posts that the first has not seen, as it will meet them.
  const examples = examplesOf(all, heldOut);
  const probability = fitProbability(examples);
  const foldProbabilities = Array.from({ length: FOLDS }, (_, fold) => fitProbability(examples.filter(({ at }) => foldOf(at) !== fold)));
  const heldOutProbability = (at: number) => foldProbabilities[foldOf(at)] ?? probability;
  const judged = examples
    .filter(({ at }) => at < posts)
    .map((example) => ({ score: probabilityIn(heldOutProbability(example.at), example), example }));
  const thresholds = Array.from({ length: 100 }, (_, i) => linkedAt((100 + i) / 200, judged, posts));
  const chosen = thresholds.find(({ precision, falseLinks }) => precision >= PRECISE && falseLinks <= FALSE_LINKS);
  if (!chosen) throw new Error("No threshold is precise enough on held-out folds");
  const firstIsRight = ({ values, right }: List) => {
    const scores = values.map((row) => dot(rank.weights, row));
    return right[scores.indexOf(Math.max(...scores))] ?? false;
  };
  const missed = lists.filter((list) => !firstIsRight(list));
  return {
    figures: {
      rightAmongCandidates: short(lists.filter((list) => list.right.includes(true)).length / posts),
      heldOut: {
        folds: FOLDS,
        MAP5: short(averageOf(lists, heldOut)),
        ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, short(value)])),
        falseAlone: short(falseAlone(all, chosen.threshold, heldOut, heldOutProbability)),
        calibrationErrorOfFirst: short(calibrationError(judged.map(({ score, example }) => ({ score, right: example.right })))),
      },
      dev: { MAP5: short(averageOf(others, () => rank)) },
    },
    rightWhenFirstIsNot: short(missed.filter((list) => list.right.includes(true)).length / missed.length),
    thresholds: { linked: chosen.threshold, suggested: SUGGESTED },
    rank: named(FEATURES, rank),
    probability: named(SIGNALS, probability),
  };
}

for (const group of groups) {
  const { figures } = fit(blinded(everything, group), blinded(dev, group));
  console.log(JSON.stringify({ without: group, ...figures }));
}
if (!groups.length) {
  const fittedOn = `${set} train: ${posts} posts, ${data.claims.length} claims`;
  const { figures, ...model } = fit(everything, dev);
  const { heldOut, ...others } = figures;
  const { folds, ...train } = heldOut;
  const told = { command: "node test/eval/fit-match.ts", fittedOn, folds: `${folds} by post`, train, ...others };
  writeFileSync(new URL("../../shared/match/weights.json", import.meta.url), `${JSON.stringify(model, null, 1)}\n`);
  writeFit("shared/match/weights.json", told);
  const termsByFrequency: Record<number, string> = {};
  for (const [term, count] of corpus.frequency)
    termsByFrequency[count] = termsByFrequency[count] ? `${termsByFrequency[count]} ${term}` : term;
  const words = { command: told.command, documents: corpus.documents, termsByFrequency };
  writeFileSync(new URL("../../shared/match/terms/background-corpus.json", import.meta.url), `${JSON.stringify(words, null, 1)}\n`);
  console.log(JSON.stringify({ fit: told, ...model, terms: corpus.frequency.size }, null, 1));
}
