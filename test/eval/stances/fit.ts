/**
 * Fits the stance of pages and posts in other languages than English: node test/eval/stances/fit.ts [--write]. Pages and posts are those of our stories that
 * are there to fit, by folds of stories with tables of answers that other stories were fitted on, with headlines, short posts and wordings of our own beside.
 */
import { OTHER_STANCES } from "../../../shared/read/stance/other-languages.ts";
import { type Curve, type Figures, share, writeFit } from "../rumours/figures.ts";
import { writeTable } from "../rumours/word-model.ts";
import { type Example, examples, FOLDS, LANGUAGES, verdicts } from "./examples.ts";
import { fitSoftmax, type StanceExample, type StanceWeights } from "./softmax.ts";

/** Penalties of features, of words, of verdicts, of the features of posts and of their words. */
const PENALTIES = { bias: 0.01, feature: 10, word: 2, verdict: 1, made: 5, post: 3, postWord: 1 };
/** How much counts beside a page or post of a story: a headline of ours, also as a post, a page and a post in a frame of ours. */
const WEIGHTS = { headline: 0.3, headlinePost: 0.06, wording: 0.1, wordingPost: 0.2 };
/** Least stories that have a word, most words of a language, and the least weight of one, in hundredths. */
const [MIN_STORIES, MAX_WORDS, MIN_WEIGHT] = [3, 2500, 3];

const SETS = ["fit", "measure", "lang", "headline", "short", "wording", "later", "fixture"] as const;
const all = Object.fromEntries(SETS.map((set) => [set, examples.filter((one) => one.set === set)])) as Record<Example["set"], Example[]>;

/** In how many stories a word is: of each language. */
const known = new Map<string, Set<string>>();
for (const { set, lang, isPost, group, features } of [...all.fit, ...all.headline, ...all.short, ...all.wording])
  if (isPost || set !== "wording")
    for (const { key } of features.words) known.set(`${lang} ${key}`, (known.get(`${lang} ${key}`) ?? new Set()).add(group));
/** Of pages in frames of ours no words are learnt: their headlines and first sentences take no side. */
const hasWords = ({ set, isPost }: Example, key: string) => isPost || (set === "headline" ? key.startsWith("t:") : set !== "wording");
function weightOf({ set, isPost }: Example): number {
  if (set === "headline") return isPost ? WEIGHTS.headlinePost : WEIGHTS.headline;
  return set === "wording" ? (isPost ? WEIGHTS.wordingPost : WEIGHTS.wording) : 1;
}
function exampleOf(one: Example): StanceExample {
  const { set, lang, isPost, gold, features } = one;
  const x = new Map(features.named);
  const words = features.words.filter(({ key }) => (known.get(`${lang} ${key}`)?.size ?? 0) >= MIN_STORIES && hasWords(one, key));
  for (const { key, share } of words) x.set(`${lang} ${key}`, share);
  // What the pages in frames have in common, more denials and reports than there are, is told by them alone.
  if (set === "wording" && !isPost) x.set("made", 1);
  return { x, y: OTHER_STANCES.indexOf(gold as "deny"), weight: weightOf(one) };
}
const isWord = (name: string) => /^\w\w [tlp]:/.test(name);
function fitted(list: readonly Example[], feature: number, word: number): StanceWeights {
  const { bias, made, verdict } = PENALTIES;
  return fitSoftmax(list.map(exampleOf), OTHER_STANCES.length, (name) => {
    if (isWord(name)) return word;
    return name === "bias" ? bias : name === "made" ? made : name.startsWith("verdict") ? verdict : feature;
  });
}
/** Models of pages, which learn from posts too, and of posts; without a fold. */
function modelsOf(fold: number) {
  const others = (list: readonly Example[]) => list.filter((one) => one.fold !== fold);
  return {
    pages: fitted(
      [...others(all.fit), ...others([...all.headline, ...all.wording]).filter(({ isPost }) => !isPost)],
      PENALTIES.feature,
      PENALTIES.word,
    ),
    posts: fitted(
      [
        ...others([...all.fit, ...all.short, ...all.wording]).filter(({ isPost }) => isPost),
        ...others(all.headline).filter(({ isPost, gold }) => isPost && gold !== "observe"),
      ],
      PENALTIES.post,
      PENALTIES.postWord,
    ),
  };
}
type Models = ReturnType<typeof modelsOf>;
function judge(models: Models, one: Example): number[] {
  // Judged is as if it were no page in a frame of ours.
  const { x } = exampleOf({ ...one, set: one.set === "wording" ? "later" : one.set });
  const model: StanceWeights = one.isPost ? models.posts : models.pages;
  const odds = OTHER_STANCES.map((_, k) => [...x].reduce((sum, [name, value]) => sum + (model[name]?.[k] ?? 0) * value, 0));
  const exps = odds.map((z) => Math.exp(z - Math.max(...odds)));
  return exps.map((e) => e / exps.reduce((a, b) => a + b, 0));
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
  const features = Object.entries(last).flatMap(([kind, model]) =>
    Object.entries(model).flatMap(([name, own]) =>
      isWord(name) || name === "made" ? [] : [[`${kind} ${name}`, hundredths(own)] as const],
    ),
  );
  for (const lang of LANGUAGES) {
    const worth = (weights: readonly number[]) => Math.max(...weights.map(Math.abs));
    const kept = (words: [string, number[]][]) =>
      words
        .filter(([, weights]) => worth(weights) >= MIN_WEIGHT)
        .sort((a, b) => worth(b[1]) - worth(a[1]))
        .slice(0, MAX_WORDS);
    const wordsOf = (model: StanceWeights, places: RegExp) =>
      kept(
        Object.entries(model).flatMap(([name, weights]): [string, number[]][] =>
          isWord(name) && name.startsWith(lang) && places.test(name.slice(3)) ? [[name.slice(3), hundredths(weights)]] : [],
        ),
      );
    const ofVerdicts = Object.entries(verdicts.get(lang) ?? {});
    writeTable(lang, {
      stances: Object.fromEntries([
        ...features,
        ...wordsOf(last.pages, /^[tl]:/),
        ...wordsOf(last.posts, /^p:/),
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
    fittedOn: `${all.fit.length} pages and posts of our stories, ${all.headline.length / 2} headlines, ${all.short.length} short posts and ${all.wording.length} pages and posts in frames of ours, in six languages`,
    folds: `${FOLDS} by story`,
    train: right(judged.fit),
    dev: right(judged.lang),
  } satisfies Record<keyof Figures, unknown>;
  writeFit("workers/public/answers", figures);
}
