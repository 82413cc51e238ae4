/**
 * Fits whom a document names as the source of its story (source-weights.json of shared/read/gates), and what the names in the other documents on
 * its claim add to that (source-weights.json of shared/cluster): node test/eval/fit-sources.ts [--write].
 */
import { writeFileSync } from "node:fs";
import { FEATURES, featuresOf, MIN_SOURCE, mayBeSource, type Source, sourcesOf } from "../../shared/cluster/named-sources.ts";
import { withCredit } from "../../shared/edges/attribution.ts";
import { forestProbability, type Tree } from "../../shared/read/gates/forest.ts";
import { likeliest as likeliestNames, type SourceCandidate, sourceCandidates } from "../../shared/read/gates/sources.ts";
import { boost, foldsOf } from "./rumours/boost.ts";
import { type Rumour, rumoursOf, words } from "./rumours/data.ts";
import { type ReadPage, readAll } from "./rumours/links.ts";
import { crossValidated, type Example, fit, probability } from "./rumours/logistic.ts";

const w = await words();
interface Doc {
  page: ReadPage;
  candidates: SourceCandidate[];
  p?: number[];
}
const load = (rumours: Rumour[]): Doc[] =>
  readAll(rumours, w)
    .filter((p) => p.document.about === true)
    .map((page) => ({ page, candidates: sourceCandidates(page.reading, page.document.outlet ?? null) }));
const isRight = (doc: Doc, name: string) => (doc.page.document.cites ?? []).some((c) => w.anyName([name], [c.name]));
const FOLDS = 7;
const groupsOf = (docs: Doc[]) => [...new Set(docs.map((d) => d.page.rumour.id))].sort();
/** Stage 1: each mention. A mention of a true source is right if its sentence has the annotated quote, else weighs little. */
const mentionExamples = (docs: Doc[]): (Example & { doc: Doc; c: number; m: number })[] =>
  docs.flatMap((doc) =>
    doc.candidates.flatMap((cand, c) =>
      cand.mentions.map((mention, m) => {
        const right = isRight(doc, cand.name);
        const quote = (doc.page.document.cites ?? [])
          .filter((g) => w.anyName([cand.name], [g.name]))
          .map((g) => doc.page.document.text.indexOf(g.quote.slice(0, 60)));
        const near = quote.some((at) => at >= 0 && at >= mention.passage.start - 400 && at <= mention.passage.end + 400);
        return {
          x: [...mention.x, ...cand.own],
          y: (right ? 1 : 0) as 0 | 1,
          weight: right && !near ? 0.3 : 1,
          group: doc.page.rumour.id,
          doc,
          c,
          m,
        };
      }),
    ),
  );
const score = (docs: Doc[], p: (group: string, x: number[]) => number) => {
  for (const doc of docs)
    doc.p = doc.candidates.map((cand) => Math.max(...cand.mentions.map((m) => p(doc.page.rumour.id, [...m.x, ...cand.own]))));
};
const evaluate = (docs: Doc[]) => {
  const gold = docs.flatMap((d) => (d.page.document.cites ?? []).map((c) => ({ d, c })));
  const lines: string[] = [];
  for (const t of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]) {
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
    lines.push(`${t}: R ${(found.size / gold.length).toFixed(3)} P ${(right / Math.max(1, shown)).toFixed(3)}`);
  }
  return lines.join(" | ");
};
/** With the probability of the likeliest name of each document alone. */
const likeliest = (docs: Doc[]): Doc[] => docs.map((d) => ({ ...d, p: d.p?.map((v) => (v === Math.max(...(d.p ?? [])) ? v : 0)) ?? [] }));
const train = load(rumoursOf("train"));
const dev = load(rumoursOf("dev"));
const examples = mentionExamples(train);
const OPTIONS = { trees: 150, depth: 4, rate: 0.08 };
const modelOf = foldsOf(examples, (part) => boost(part, OPTIONS), FOLDS);
score(train, (group, x) => forestProbability(modelOf(group), x));
console.log("train CV, all names", evaluate(train));
console.log("train CV, the likeliest", evaluate(likeliest(train)));
const forest = boost(examples, OPTIONS);
score(dev, (_, x) => forestProbability(forest, x));
console.log("dev, all names", evaluate(dev));
console.log("dev, the likeliest", evaluate(likeliest(dev)));
if (process.argv.includes("--write")) {
  const short = (tree: Tree): Tree =>
    typeof tree === "number" ? Number(tree.toFixed(4)) : [tree[0], Number(tree[1].toFixed(4)), short(tree[2]), short(tree[3])];
  const weights = {
    command: "node test/eval/fit-sources.ts --write",
    fittedOn: `${groupsOf(train).length} rumours, ${train.length} documents, ${examples.length} mentions`,
    threshold: 0.35,
    forest: { bias: Number(forest.bias.toFixed(4)), trees: forest.trees.map(short) },
  };
  writeFileSync(new URL("../../shared/read/gates/source-weights.json", import.meta.url), `${JSON.stringify(weights)}\n`);
}

/** Stage 2: the names of a document, with those in the other documents on its claim. `p`: what stage 1 says of a mention. */
interface Named {
  doc: Doc;
  name: string;
  source: Source;
  example: Example;
}
const namedIn = (docs: Doc[], p: (group: string, x: number[]) => number): Named[] =>
  [...Map.groupBy(docs, (d) => d.page.rumour)].flatMap(([rumour, own]) => {
    const byRef = new Map(own.map((doc) => [doc.page.document.ref, doc]));
    const sources = sourcesOf(
      own.map((doc) => ({
        documentId: doc.page.document.ref,
        names: withCredit(
          doc.page.document.text,
          likeliestNames(doc.candidates, (x) => p(rumour.id, x)),
        ),
      })),
    );
    const features = featuresOf(sources, rumour.claim, own.length);
    return sources.flatMap((source) =>
      source.mentions.flatMap((mention) => {
        const doc = byRef.get(mention.documentId);
        if (!doc) return [];
        if (!mayBeSource(source, mention)) return [];
        const example: Example = { x: features.get(mention) ?? [], y: isRight(doc, mention.name) ? 1 : 0, group: rumour.id };
        return [{ doc, name: mention.name, source, example }];
      }),
    );
  });
/** Recall and precision of the likeliest name of each document by thresholds, and for how many rumours the name that most go back to was the first, or among three. */
function measured(docs: Doc[], named: Named[], p: readonly number[]): string {
  const gold = docs.reduce((total, d) => total + (d.page.document.cites ?? []).length, 0);
  const curve = [0.2, 0.25, 0.3, 0.35, 0.4, 0.5].map((t) => {
    let [shown, right, found] = [0, 0, 0];
    for (const [doc, list] of Map.groupBy(
      named.map((one, i) => ({ ...one, p: p[i] ?? 0 })),
      (one) => one.doc,
    )) {
      const best = list.reduce((a, b) => (b.p > a.p ? b : a));
      if (best.p < t) continue;
      shown++;
      right += isRight(doc, best.name) ? 1 : 0;
      found += (doc.page.document.cites ?? []).filter((c) => w.anyName([best.name], [c.name])).length;
    }
    return `${t}: R ${(found / gold).toFixed(3)} P ${(right / Math.max(1, shown)).toFixed(3)}`;
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
  return `${curve.join(" | ")}; first ${first}, among three ${rival} of ${all}`;
}
const trained = namedIn(train, (group, x) => forestProbability(modelOf(group), x));
const held = namedIn(dev, (_, x) => forestProbability(forest, x));
const second = trained.map((one) => one.example);
const secondWeights = fit(second);
const figures = {
  train: measured(train, trained, crossValidated(second)),
  dev: measured(
    dev,
    held,
    held.map((one) => probability(secondWeights, one.example.x)),
  ),
};
console.log("with the other documents, train CV", figures.train);
console.log("with the other documents, dev", figures.dev);
if (process.argv.includes("--write")) {
  const rounded = (value: number | undefined) => Number((value ?? 0).toFixed(4));
  const named = Object.fromEntries(FEATURES.map((name, j) => [name, rounded(secondWeights[j])]));
  const weights = { intercept: rounded(secondWeights[FEATURES.length]), ...named };
  const content = { command: "node test/eval/fit-sources.ts --write", fit: figures, threshold: MIN_SOURCE, weights };
  writeFileSync(new URL("../../shared/cluster/source-weights.json", import.meta.url), `${JSON.stringify(content, null, 1)}\n`);
}
