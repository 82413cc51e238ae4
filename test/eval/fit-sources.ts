/**
 * Fits whom a document names as the source of its story (source-weights.json of shared/read/gates), and what the names in the other documents on
 * its claim add to that (source-weights.json of shared/cluster): node test/eval/fit-sources.ts [--write]. Both are fitted on the rumours of train and
 * on our English stories.
 */
import { writeFileSync } from "node:fs";
import { isSameSource, type Source, sourcesOf } from "../../shared/cluster/same-source.ts";
import {
  FEATURES,
  featuresOf,
  leastProbability,
  MIN_SOURCE,
  mayBeShown,
  mayBeSource,
  sourceProbability,
} from "../../shared/cluster/source-model.ts";
import { withCredit } from "../../shared/edges/attribution.ts";
import source from "../../shared/read/gates/source-weights.json" with { type: "json" };
import { likeliest as likeliestNames } from "../../shared/read/gates/sources.ts";
import { foldsOf } from "./rumours/boost.ts";
import { rumoursOf, storiesOf, words } from "./rumours/data.ts";
import {
  type Curve,
  type Figures,
  printed,
  type Reliability,
  readable,
  reliability,
  share,
  writeFit,
  writeReliability,
} from "./rumours/figures.ts";
import { type Example, fit as fitted, probability } from "./rumours/logistic.ts";
import { type Doc, isRight, load, mentionExamples } from "./rumours/source-examples.ts";

const w = await words();
const { otherLanguages } = source;
const FOLDS = 7;
const groupsOf = (docs: Doc[]) => [...new Set(docs.map((d) => d.page.rumour.id))].sort();
const [PENALTY, SECOND_PENALTY] = [5, 50];
/** Weights by a penalty on values with mean 0 and deviation 1, as weights of the values as they are. */
function fit(examples: readonly Example[], penalty: number): number[] {
  const width = examples[0]?.x.length ?? 0;
  const mean = Array.from({ length: width }, (_, j) => examples.reduce((sum, { x }) => sum + (x[j] ?? 0), 0) / examples.length);
  const deviation = mean.map((m, j) => Math.sqrt(examples.reduce((sum, { x }) => sum + ((x[j] ?? 0) - m) ** 2, 0) / examples.length) || 1);
  const scaled = examples.map((one) => ({ ...one, x: one.x.map((v, j) => (v - (mean[j] ?? 0)) / (deviation[j] ?? 1)) }));
  const weights = fitted(scaled, penalty);
  const plain = mean.map((_, j) => (weights[j] ?? 0) / (deviation[j] ?? 1));
  return [...plain, (weights[width] ?? 0) - plain.reduce((sum, weight, j) => sum + weight * (mean[j] ?? 0), 0)];
}
const score = (docs: Doc[], p: (group: string, x: number[]) => number) => {
  for (const doc of docs)
    doc.p = doc.candidates.map((cand) => Math.max(...cand.mentions.map((m) => p(doc.page.rumour.id, [...m.x, ...cand.own]))));
};
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];
const SECOND_THRESHOLDS = [...THRESHOLDS, MIN_SOURCE].sort();
const evaluate = (docs: Doc[]): Curve => {
  const gold = docs.flatMap((d) => (d.page.document.cites ?? []).map((c) => ({ d, c })));
  return THRESHOLDS.map((t) => {
    let shown = 0;
    let right = 0;
    const found = new Set<object>();
    for (const d of docs)
      for (const [k, cand] of d.candidates.entries()) {
        if ((d.p?.[k] ?? 0) < t) continue;
        shown++;
        const hits = gold.filter((g) => g.d === d && w.anyName([cand.name], [g.c.name]));
        if (hits.length) right++;
        for (const h of hits) found.add(h.c);
      }
    return [t, share(right, shown), share(found.size, gold.length)];
  });
};
const reliabilityOf = (docs: Doc[]): Reliability =>
  reliability(docs.flatMap((d) => d.candidates.map(({ name }, k) => ({ p: d.p?.[k] ?? 0, right: isRight(d, name) }))));
/** With the probability of the likeliest name of each document alone. */
const likeliest = (docs: Doc[]): Doc[] => docs.map((d) => ({ ...d, p: d.p?.map((v) => (v === Math.max(...(d.p ?? [])) ? v : 0)) ?? [] }));
const train = load(rumoursOf("train"));
const dev = load(rumoursOf("dev"));
const stories = load(storiesOf("fit").filter(({ lang }) => lang?.startsWith("en")));
/** What a mention in a story of ours weighs beside one in a real article. */
const STORY_WEIGHT = 0.5;
const ofStory = (one: Example): Example => ({ ...one, weight: (one.weight ?? 1) * STORY_WEIGHT });
const examples = [...mentionExamples(train), ...mentionExamples(stories).map(ofStory)];
const modelOf = foldsOf(examples, (part) => fitted(part, PENALTY), FOLDS);
score(train, (group, x) => probability(modelOf(group), x));
const alone = evaluate(train);
console.log("train CV, all names", printed(alone));
console.log("train CV, the likeliest", printed(evaluate(likeliest(train))));
const first = fitted(examples, PENALTY);
score(dev, (_, x) => probability(first, x));
const devAlone = evaluate(dev);
console.log("dev, all names", printed(devAlone));
console.log("dev, the likeliest", printed(evaluate(likeliest(dev))));
const fittedOn = `${groupsOf(train).length} rumours and ${groupsOf(stories).length} stories, ${train.length + stories.length} documents, ${examples.length} mentions`;
const figuresOf = (onTrain: Curve, onDev: Curve): Figures => ({
  command: "node test/eval/fit-sources.ts --write",
  fittedOn,
  folds: `${FOLDS} by rumour`,
  train: onTrain,
  dev: onDev,
});
const rounded = (value: number | undefined) => Number((value ?? 0).toFixed(2));
if (process.argv.includes("--write")) {
  const weights = {
    threshold: 0.4,
    // Fitted by itself, by rumours/other-sources.ts.
    otherLanguages,
    intercept: rounded(first.at(-1)),
    weights: first.slice(0, -1).map(rounded),
  };
  writeFileSync(new URL("../../shared/read/gates/source-weights.json", import.meta.url), readable(weights));
  writeFit("shared/read/gates/source-weights.json", figuresOf(alone, devAlone));
  writeReliability("named source, by its document alone", reliabilityOf(train), reliabilityOf(dev));
}

/** Stage 2: the names of a document, with those in the other documents on its claim. `p`: what stage 1 says of a mention. */
interface Named {
  doc: Doc;
  /** As a page names it. */
  name: string;
  source: Source;
  example: Example;
  /** How the document names it. */
  mention: Source["mentions"][number];
}
const namedIn = (docs: Doc[], p: (group: string, x: number[]) => number): Named[] =>
  [...Map.groupBy(docs, (d) => d.page.rumour)].flatMap(([rumour, own]) => {
    const byRef = new Map(own.map((doc) => [doc.page.document.ref, doc]));
    const sources = sourcesOf(
      own.map((doc) => ({
        documentId: doc.page.document.ref,
        denies: doc.page.document.stance === "deny",
        names: withCredit(
          doc.page.document.text,
          likeliestNames(doc.candidates, (x) => p(rumour.id, x)),
        ),
      })),
      rumour.claim,
    );
    const outlets = own.flatMap(({ page }) => page.document.outlet ?? []);
    const known = sources.map((one) => (outlets.some((outlet) => isSameSource(one.name, outlet)) ? { ...one, id: null } : one));
    const features = featuresOf(known, own.length);
    return known.flatMap((source) =>
      source.mentions.flatMap((mention) => {
        const doc = byRef.get(mention.documentId);
        if (!doc || !mayBeSource(source, mention)) return [];
        const example: Example = { x: features.get(mention) ?? [], y: isRight(doc, mention.name) ? 1 : 0, group: rumour.id };
        return [{ doc, name: source.name, source, example, mention }];
      }),
    );
  });
/** Whether a platform is likely enough to be shown; of other names that depends on the threshold that is measured. */
const isLikelyEnough = ({ p, source }: { p: number; source: Source }) =>
  leastProbability(source) === MIN_SOURCE || p >= leastProbability(source);
/** Names that are shown for one document. */
const MAX_OF_DOCUMENT = 3;
/**
 * Recall and precision of the likeliest names of each document by thresholds, and for how many rumours the name that most go back to was the first,
 * or among three.
 */
function measured(docs: Doc[], named: Named[], p: readonly number[]): { curve: Curve; firsts: string } {
  const gold = docs.reduce((total, d) => total + (d.page.document.cites ?? []).length, 0);
  const byDocument = Map.groupBy(
    named.map((one, i) => ({ ...one, p: p[i] ?? 0 })),
    (one) => one.doc,
  );
  const curve = SECOND_THRESHOLDS.map((t): Curve[number] => {
    let [shown, right, found] = [0, 0, 0];
    for (const [doc, list] of byDocument) {
      const best = list
        .filter((one) => one.p >= t && isLikelyEnough(one) && mayBeShown(one.source))
        .sort((a, b) => b.p - a.p)
        .slice(0, MAX_OF_DOCUMENT);
      shown += best.length;
      right += best.filter(({ name }) => isRight(doc, name)).length;
      found += (doc.page.document.cites ?? []).filter((c) => best.some(({ name }) => w.anyName([name], [c.name]))).length;
    }
    return [t, share(right, shown), share(found, gold)];
  });
  const support = new Map<Source, number>();
  for (const [i, { source }] of named.entries()) support.set(source, (support.get(source) ?? 0) + (p[i] ?? 0));
  let [first, rival, all] = [0, 0, 0];
  for (const [rumour, list] of Map.groupBy(named, (one) => one.doc.page.rumour)) {
    const names = [...new Set(list.map((one) => one.source))].sort((a, b) => (support.get(b) ?? 0) - (support.get(a) ?? 0)).slice(0, 3);
    const right = names.map(({ name }) => w.anyName([name], rumour.firstKnown?.names ?? []));
    all++;
    first += right[0] ? 1 : 0;
    rival += right.includes(true) ? 1 : 0;
  }
  return { curve, firsts: `first ${first}, among three ${rival} of ${all}` };
}
const trained = namedIn(train, (group, x) => probability(modelOf(group), x));
const held = namedIn(dev, (_, x) => probability(first, x));
const told = namedIn(stories, (group, x) => probability(modelOf(group), x));
const second = [...trained.map((one) => one.example), ...told.map(({ example }) => ofStory(example))];
const secondOf = foldsOf(second, (part) => fit(part, SECOND_PENALTY), FOLDS);
const secondWeights = fit(second, SECOND_PENALTY);
const ofTrain = trained.map(({ example: { x, group }, mention }) => sourceProbability(mention, probability(secondOf(group), x)));
const ofDev = held.map(({ example, mention }) => sourceProbability(mention, probability(secondWeights, example.x)));
const figures = { train: measured(train, trained, ofTrain), dev: measured(dev, held, ofDev) };
for (const [set, { curve, firsts }] of Object.entries(figures)) console.log("with the other documents,", set, printed(curve), firsts);
if (process.argv.includes("--write")) {
  const named = Object.fromEntries(FEATURES.map((name, j) => [name, rounded(secondWeights[j])]));
  const weights = { intercept: rounded(secondWeights[FEATURES.length]), ...named };
  const content = { threshold: MIN_SOURCE, weights };
  writeFileSync(new URL("../../shared/cluster/source-weights.json", import.meta.url), readable(content));
  writeFit("shared/cluster/source-weights.json", figuresOf(figures.train.curve, figures.dev.curve));
  const judged = (list: Named[], p: number[]) => reliability(list.map(({ example }, i) => ({ p: p[i] ?? 0, right: example.y === 1 })));
  writeReliability("named source, with the other documents", judged(trained, ofTrain), judged(held, ofDev));
}
