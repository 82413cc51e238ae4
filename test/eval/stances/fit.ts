/**
 * Fits the stance of pages and posts in other languages than English: node test/eval/stances/fit.ts [--write]. Pages and posts are those of our
 * stories that are there to fit, by folds of stories with tables of answers that other stories were fitted on, with headlines, short posts and
 * wordings of our own beside.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { softmax } from "../../../shared/logistic.ts";
import { logits, type Network } from "../../../shared/read/stance/network.ts";
import { OTHER_STANCES } from "../../../shared/read/stance/other-languages.ts";
import { type Curve, type Figures, readable, share, writeFit } from "../rumours/figures.ts";
import { writeTable } from "../rumours/word-model.ts";
import { fit } from "../stance-training.ts";
import { type Example, examples, FOLDS, LANGUAGES, verdicts } from "./examples.ts";
import { fitSoftmax, type StanceWeights } from "./softmax.ts";

/** The networks of pages, averaged. With more dropout, or half the units, folds lose up to 0.03. */
const PAGES = { networks: 4, units: 24, epochs: 12, rate: 0.003, drop: 0.3, dropFeatures: 0.2, decay: 0.1, balance: 0, step: 0.02 };
/** Penalties of the features of posts and of their words. */
const PENALTIES = { bias: 0.01, feature: 3, word: 1 };
/** How much counts beside a page or post of a story: a headline of ours, also as a post, a page and a post in a frame of ours. */
const WEIGHTS = { headline: 0.3, headlinePost: 0.06, wording: 0.1, wordingPost: 0.2 };
/** Least stories that have a word, most words of a language, and the least weight of one, in hundredths. */
const [MIN_STORIES, MAX_WORDS, MIN_WEIGHT] = [3, 2500, 3];

const SETS = ["fit", "english", "measure", "lang", "headline", "short", "wording", "later", "fixture"] as const;
const all = Object.fromEntries(SETS.map((set) => [set, examples.filter((one) => one.set === set)])) as Record<Example["set"], Example[]>;

/** In how many stories a word of posts is: of each language. */
const known = new Map<string, Set<string>>();
for (const { lang, group, features } of [...all.fit, ...all.headline, ...all.short, ...all.wording])
  for (const { key } of features.words) known.set(`${lang} ${key}`, (known.get(`${lang} ${key}`) ?? new Set()).add(group));
function weightOf({ set, isPost }: Example): number {
  if (set === "headline") return isPost ? WEIGHTS.headlinePost : WEIGHTS.headline;
  return set === "wording" ? (isPost ? WEIGHTS.wordingPost : WEIGHTS.wording) : 1;
}
function exampleOf(one: Example) {
  const { set, lang, isPost, gold, features } = one;
  const x = new Map(features.named);
  const words = features.words.filter(({ key }) => (known.get(`${lang} ${key}`)?.size ?? 0) >= MIN_STORIES);
  for (const { key, share } of words) x.set(`${lang} ${key}`, share);
  // What the pages in frames have in common, more denials and reports than there are, is told by them alone.
  if (set === "wording" && !isPost) x.set("made", 1);
  return { x, y: OTHER_STANCES.indexOf(gold as "deny"), weight: weightOf(one) };
}
const isWord = (name: string) => /^\w\w p:/.test(name);
const networkOf = (list: readonly Example[]): Network =>
  fit(
    list.map(exampleOf).map(({ x, y, weight }) => ({ features: x, allowed: [y], weight, group: "", split: "" })),
    [...OTHER_STANCES],
    PAGES,
  );
const postWeights = (list: readonly Example[]): StanceWeights =>
  fitSoftmax(list.map(exampleOf), OTHER_STANCES.length, (name) =>
    isWord(name) ? PENALTIES.word : name === "bias" ? PENALTIES.bias : PENALTIES.feature,
  );
/** Models of pages, which learn from posts and from English stories too, and of posts; without a fold. */
function modelsOf(fold: number) {
  const others = (list: readonly Example[]) => list.filter((one) => one.fold !== fold);
  return {
    pages: networkOf([
      ...others([...all.fit, ...all.english]),
      ...others([...all.headline, ...all.wording]).filter(({ isPost }) => !isPost),
    ]),
    posts: postWeights([
      ...others([...all.fit, ...all.short, ...all.wording]).filter(({ isPost }) => isPost),
      ...others(all.headline).filter(({ isPost, gold }) => isPost && gold !== "observe"),
    ]),
  };
}
type Models = ReturnType<typeof modelsOf>;
function judge(models: Models, one: Example): number[] {
  // Judged is as if it were no page in a frame of ours.
  const { x } = exampleOf({ ...one, set: one.set === "wording" ? "later" : one.set });
  if (!one.isPost) return softmax(logits(models.pages, x));
  return softmax(OTHER_STANCES.map((_, k) => [...x].reduce((sum, [name, value]) => sum + (models.posts[name]?.[k] ?? 0) * value, 0)));
}
const byFold = Array.from({ length: FOLDS }, (_, fold) => modelsOf(fold));
const last = modelsOf(-1);
const judged = Object.fromEntries(
  Object.entries(all).map(([set, list]) => {
    const isFitted = !["measure", "lang", "later", "fixture"].includes(set);
    return [set, list.map((one) => ({ one, p: judge(isFitted ? (byFold[one.fold] ?? last) : last, one) }))];
  }),
) as Record<keyof typeof all, { one: Example; p: number[] }[]>;
const said = (p: readonly number[]) => OTHER_STANCES[p.indexOf(Math.max(...p))];
/** Who asks in a headline passes on. */
const isRight = ({ one, p }: { one: Example; p: number[] }) => {
  const label = said(p);
  return (one.set === "headline" && label === "query" ? "observe" : label) === one.gold;
};
const figure = (list: typeof judged.fit) => {
  const labels = OTHER_STANCES.map((label) => {
    const shown = list.filter(({ p }) => said(p) === label);
    return `${label} ${shown.filter(isRight).length} of ${shown.length}, of ${list.filter(({ one }) => one.gold === label).length}`;
  });
  return `${share(list.filter(isRight).length, list.length)} of ${list.length} (${labels.join("; ")})`;
};
for (const [set, list] of Object.entries(judged))
  for (const [kind, own] of Map.groupBy(list, ({ one }) => (one.isPost ? one.judged.kind : "page"))) console.log(set, kind, figure(own));
const supports = judged.fit.filter(({ one, p }) => one.isPost && said(p) === "support");
const unlikely = supports.filter(({ p }) => (p[OTHER_STANCES.indexOf("deny")] ?? 0) <= 0.1);
for (const list of [supports, unlikely])
  console.log("posts taken for support", list.length, "that deny", list.filter(({ one }) => one.gold === "deny").length);
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9];
const denials = (list: typeof judged.fit): Curve => {
  const pages = list.filter(({ one }) => !one.isPost);
  const total = pages.filter(({ one }) => one.gold === "deny").length;
  return THRESHOLDS.map((least) => {
    const shown = pages.filter(({ p }) => (p[OTHER_STANCES.indexOf("deny")] ?? 0) >= least);
    const right = shown.filter(({ one }) => one.gold === "deny").length;
    return [least, share(right, shown.length), share(right, total)];
  });
};
console.log("denials from, right, found", JSON.stringify(denials(judged.fit)), JSON.stringify(denials(judged.lang)));

if (process.argv.includes("--write")) {
  const hundredths = (own: readonly number[]) => own.map((value) => Math.round(100 * value));
  const file = new URL("../../../workers/public/models/stance.json", import.meta.url);
  writeFileSync(file, readable({ ...JSON.parse(readFileSync(file, "utf8")), other: last.pages }));
  const features = Object.entries(last.posts).flatMap(([name, own]) => (isWord(name) ? [] : [[`posts ${name}`, hundredths(own)] as const]));
  for (const lang of LANGUAGES) {
    const worth = (weights: readonly number[]) => Math.max(...weights.map(Math.abs));
    const kept = (words: [string, number[]][]) =>
      words
        .filter(([, weights]) => worth(weights) >= MIN_WEIGHT)
        .sort((a, b) => worth(b[1]) - worth(a[1]))
        .slice(0, MAX_WORDS);
    const ownWords = Object.entries(last.posts).flatMap(([name, weights]): [string, number[]][] =>
      isWord(name) && name.startsWith(lang) ? [[name.slice(3), hundredths(weights)]] : [],
    );
    const ofVerdicts = Object.entries(verdicts.get(lang) ?? {});
    writeTable(lang, {
      stances: Object.fromEntries([
        ...features,
        ...kept(ownWords),
        ...ofVerdicts.filter(([name]) => !name.startsWith("v:")),
        ...kept(ofVerdicts.filter(([name]) => name.startsWith("v:"))),
      ]),
    });
  }
  const right = (list: typeof judged.fit) => ({
    right: share(list.filter(isRight).length, list.length),
    of: list.length,
    denials: denials(list),
  });
  const figures = {
    command: "node test/eval/stances/fit.ts --write",
    fittedOn: `${all.fit.length} pages and posts of our stories and ${all.english.length} English ones, ${all.headline.length / 2} headlines, ${all.short.length} short posts and ${all.wording.length} pages and posts in frames of ours, in six languages`,
    folds: `${FOLDS} by story`,
    train: right(judged.fit),
    dev: right(judged.lang),
  } satisfies Record<keyof Figures, unknown>;
  writeFit("workers/public/models/stance.json", { other: figures });
}
