/**
 * Fits which English posts wait for a claim by the words that its pages share: node test/eval/posts/fit-story-posts.ts [--write]. On the posts of the
 * half of our stories that is there to fit, also without their own claim, and on CheckThat!'s, which are on none, beside the rumours of train. Two of
 * three pages of a story count as linked, as about so many are.
 */
import { writeFileSync } from "node:fs";
import { STORY_FEATURES, STORY_LENGTH, type Story, storyMatches, storyWords } from "../../../shared/match/story.ts";
import { isPost } from "../../../shared/model/document.ts";
import { loadSet } from "../match.ts";
import { type GoldDocument, type Rumour, rumoursOf, storiesOf } from "../rumours/data.ts";
import { type Curve, type Figures, printed, readable, reliability, share, writeFit, writeReliability } from "../rumours/figures.ts";
import { crossValidated, fit, probability } from "../rumours/logistic.ts";

const [FOLDS, PENALTY, SUGGESTED] = [7, 1, 0.4];
/** How much a post of CheckThat! counts, and one of our own without its claim. */
const [UNRELATED, WITHOUT] = [0.1, 0.5];
/** Of a post's stories those that are compared. */
const MAX_TOLD = 3;

interface Asked {
  post: string;
  group: string;
  text: string;
  /** The story that it is on; null: none. */
  on: string | null;
  without?: string;
  weight: number;
}
interface Pair extends Asked {
  x: number[];
  right: boolean;
}
const isOfPost = (d: GoldDocument) => isPost({ kind: d.kind ?? "article" });
const english = (stories: readonly Rumour[]) => stories.filter(({ lang = "en" }) => lang.startsWith("en"));
const storyOf = ({ id, claim, documents }: Rumour): Story => {
  const asked = { claimId: id, text: claim, phrasings: [], lang: "en", ref: null, rank: 0 };
  const linked = documents.filter((d) => d.about === true && !isOfPost(d)).filter((_, i) => i % 3 < 2);
  const texts = linked.map(({ title, text }) => `${title ?? ""}\n${text.slice(0, STORY_LENGTH)}`);
  return { claim: asked, words: storyWords(asked, texts) };
};
const postsOf = (stories: readonly Rumour[]): Asked[] =>
  stories.flatMap(({ id, documents }) =>
    documents
      .filter((d) => isOfPost(d) && typeof d.about === "boolean")
      .flatMap(({ ref, text, about }): Asked[] => {
        const one = { post: `${id} ${ref}`, group: id, text, on: about ? id : null, weight: 1 };
        return about ? [one, { ...one, post: `${one.post} without`, on: null, without: id, weight: WITHOUT }] : [one];
      }),
  );
const unrelated = (split: string): Asked[] =>
  (loadSet("clef2021")?.queries ?? []).flatMap(({ id, text, split: own }) =>
    own === split ? [{ post: id, group: id, text, on: null, weight: UNRELATED }] : [],
  );
function pairsOf(posts: readonly Asked[], stories: readonly Story[]): Pair[] {
  const told = stories.filter(({ words }) => words.length);
  return posts.flatMap((asked) =>
    storyMatches(
      asked.text,
      told.filter(({ claim }) => claim.claimId !== asked.without),
    )
      .slice(0, MAX_TOLD)
      .map(({ story, x }) => ({ ...asked, x, right: story.claim.claimId === asked.on })),
  );
}
const [own, measured, train] = [english(storiesOf("fit")), english(storiesOf("measure")), rumoursOf("train")];
const stories = [...own, ...train].map(storyOf);
const [posts, others] = [
  [...postsOf(own), ...unrelated("train")],
  [...postsOf(measured), ...unrelated("dev")],
];
const pairs = pairsOf(posts, stories);
const elsewhere = pairsOf(others, [...stories, ...measured.map(storyOf)]);
const examples = pairs.map(({ x, right, group, weight }) => ({ x, y: (right ? 1 : 0) as 0 | 1, group, weight }));
const folds = crossValidated(examples, FOLDS, PENALTY);
const weights = fit(examples, PENALTY);
const by = (list: readonly Pair[]) => list.map(({ x }) => probability(weights, x));

interface Likeliest extends Pair {
  p: number;
}
const likeliest = (list: readonly Pair[], p: readonly number[]): Likeliest[] =>
  [
    ...Map.groupBy(
      list.map((pair, i) => ({ ...pair, p: p[i] ?? 0 })),
      ({ post }) => post,
    ).values(),
  ].map((all) => all.reduce((a, b) => (b.p > a.p ? b : a)));
const LEAST = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
/** Of those that are suggested the share that is right, and the share of the posts on a story that is so found. */
function curveOf(all: readonly Asked[], list: readonly Pair[], p: readonly number[]): Curve {
  const of = all.filter(({ on }) => on !== null).length;
  const best = likeliest(list, p);
  return LEAST.map((least): Curve[number] => {
    const found = best.filter((one) => one.p >= least);
    const right = found.filter((one) => one.right).length;
    return [least, share(right, found.length), share(right, of)];
  });
}
const junk = (list: readonly Pair[], p: readonly number[], weight: number) =>
  LEAST.map(
    (least) => `${least}: ${likeliest(list, p).filter((one) => !one.right && one.weight === weight && one.p >= least).length}`,
  ).join(" | ");
const curves = { train: curveOf(posts, pairs, folds), dev: curveOf(others, elsewhere, by(elsewhere)) };
console.log(own.length, "stories;", pairs.length, "pairs");
console.log("folds", printed(curves.train));
console.log(
  "folds, wrong of CheckThat!",
  junk(pairs, folds, UNRELATED),
  "; without their claim",
  junk(pairs, folds, WITHOUT),
  "; of stories",
  junk(pairs, folds, 1),
);
console.log("measured", printed(curves.dev));
console.log("measured, wrong of CheckThat!", junk(elsewhere, by(elsewhere), UNRELATED));
for (const [i, name] of [...STORY_FEATURES, "intercept"].entries()) console.log(name.padEnd(10), weights[i]?.toFixed(2));
if (process.argv.includes("--write")) {
  const named = Object.fromEntries(STORY_FEATURES.map((name, i) => [name, Number(weights[i]?.toFixed(2))]));
  const content = { suggested: SUGGESTED, intercept: Number(weights.at(-1)?.toFixed(2)), weights: named };
  writeFileSync(new URL("../../../shared/match/story-weights.json", import.meta.url), readable(content));
  const figures: Figures = {
    command: "node test/eval/posts/fit-story-posts.ts --write",
    fittedOn: `${own.length} of our stories and ${unrelated("train").length} posts of CheckThat!, ${examples.length} pairs of post and claim`,
    folds: `${FOLDS} by story`,
    ...curves,
  };
  writeFit("shared/match/story-weights.json", figures);
  const judged = (list: Pair[], p: number[]) => reliability(list.map(({ right }, i) => ({ p: p[i] ?? 0, right })));
  writeReliability("English post waits by its story", judged(pairs, folds), judged(elsewhere, by(elsewhere)));
}
