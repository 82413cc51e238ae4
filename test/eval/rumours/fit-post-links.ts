/**
 * Fits which claims posts in other languages than English make: node test/eval/rumours/fit-post-links.ts [--write]. On the posts of the half of our
 * stories that is there to fit, among the claims of these stories alone and among those of CheckThat! beside them.
 */
import { writeFileSync } from "node:fs";
import { score } from "../../../shared/match/index.ts";
import { isEnglish, preparePage } from "../../../shared/match/page-features.ts";
import { isAsked, POST_FEATURES, postFeatures } from "../../../shared/match/post.ts";
import { isPost } from "../../../shared/model/document.ts";
import { loadSet, openIndex } from "../match.ts";
import { type Rumour, storiesOf } from "./data.ts";
import { type Curve, type Figures, printed, readable, reliability, share, writeFit, writeReliability } from "./figures.ts";
import { crossValidated, fit, probability } from "./logistic.ts";

const [FOLDS, PENALTY, LINKED] = [7, 1, 0.8];
/** Every so many claims of CheckThat! stand beside those of our stories. */
const BESIDE = 7;
const beside = (loadSet("clef2021")?.claims ?? []).filter((_, i) => i % BESIDE === 0);

interface Pair {
  post: string;
  group: string;
  x: number[];
  right: boolean;
}
/** The posts of stories with the candidates that are asked about. */
function pairsOf(stories: readonly Rumour[], others: typeof beside): { pairs: Pair[]; posts: number } {
  const own = stories.map(({ id, claim, lang = "" }) => ({
    claimId: id,
    text: claim,
    phrasings: [],
    lang: /^[a-z]{2}$/.test(lang) ? lang : null,
  }));
  const search = openIndex([...own, ...others]);
  const posts = stories.flatMap((story) =>
    story.documents.flatMap((document) => (isPost({ kind: document.kind ?? "article" }) && document.about ? [{ story, document }] : [])),
  );
  const elsewhere = posts.filter(({ story, document }) => !isEnglish({ lang: document.lang ?? "" }, { text: story.claim, lang: null }));
  const pairs = elsewhere.flatMap(({ story, document: { ref, text, lang = null } }) => {
    const { candidates, statistics } = search(text, lang);
    const scored = score(text, lang, candidates, statistics);
    const post = { title: null, text, lang };
    const prepared = preparePage(post);
    return scored
      .filter((one) => isAsked(post, one))
      .map((one) => ({
        post: `${story.id} ${ref}`,
        group: story.id,
        x: postFeatures(prepared, one, scored),
        right: one.claimId === story.id,
      }));
  });
  return { pairs, posts: elsewhere.length };
}
/** Posts of which the likeliest claim has a probability: how many are right, and how many of all are so found. */
const curveOf = (pairs: readonly Pair[], p: readonly number[], posts: number): Curve =>
  [0.5, 0.7, 0.8, 0.85, 0.9, 0.95].map((least): Curve[number] => {
    const likeliest = [
      ...Map.groupBy(
        pairs.map((pair, i) => ({ ...pair, p: p[i] ?? 0 })),
        ({ post }) => post,
      ).values(),
    ].map((list) => list.reduce((a, b) => (b.p > a.p ? b : a)));
    const linked = likeliest.filter((one) => one.p >= least);
    const right = linked.filter((one) => one.right).length;
    return [least, share(right, linked.length), share(right, posts)];
  });
const among = (half: "fit" | "measure") => [pairsOf(storiesOf(half), []), pairsOf(storiesOf(half), beside)] as const;
const [[few, many], [fewMeasured, manyMeasured]] = [among("fit"), among("measure")];
const examples = [...few.pairs, ...many.pairs].map(({ x, right, group }) => ({ x, y: (right ? 1 : 0) as 0 | 1, group }));
const folds = crossValidated(examples, FOLDS, PENALTY);
const weights = fit(examples, PENALTY);
const by = ({ pairs }: { pairs: Pair[] }) => pairs.map(({ x }) => probability(weights, x));
const curves = {
  train: curveOf(few.pairs, folds.slice(0, few.pairs.length), few.posts),
  dev: curveOf(fewMeasured.pairs, by(fewMeasured), fewMeasured.posts),
};
console.log(few.posts, fewMeasured.posts, "posts; pairs", few.pairs.length, many.pairs.length);
console.log("folds", printed(curves.train));
console.log("folds, with other claims", printed(curveOf(many.pairs, folds.slice(few.pairs.length), many.posts)));
console.log("measured", printed(curves.dev));
console.log("measured, with other claims", printed(curveOf(manyMeasured.pairs, by(manyMeasured), manyMeasured.posts)));
for (const [i, name] of POST_FEATURES.entries()) console.log(name.padEnd(16), weights[i]?.toFixed(2));
if (process.argv.includes("--write")) {
  const named = Object.fromEntries(
    POST_FEATURES.map((name, i) => [name, Number(weights[i]?.toFixed(2))] as const).filter(([, weight]) => weight !== 0),
  );
  const content = { linked: LINKED, intercept: Number(weights.at(-1)?.toFixed(2)), weights: named };
  writeFileSync(new URL("../../../shared/match/post-weights.json", import.meta.url), readable(content));
  const figures: Figures = {
    command: "node test/eval/rumours/fit-post-links.ts --write",
    fittedOn: `${storiesOf("fit").length} of our stories, ${examples.length} pairs of post and claim`,
    folds: `${FOLDS} by story`,
    ...curves,
  };
  writeFit("shared/match/post-weights.json", figures);
  const judged = (pairs: Pair[], p: number[]) => reliability(pairs.map(({ right }, i) => ({ p: p[i] ?? 0, right })));
  writeReliability(
    "post makes a claim, other languages",
    judged(few.pairs, folds.slice(0, few.pairs.length)),
    judged(fewMeasured.pairs, by(fewMeasured)),
  );
}
