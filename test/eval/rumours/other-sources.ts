/**
 * Fits whom a document in another language than English names as the source of its story: on the half of our own stories that is there to fit, and on
 * the rumours of lang, as real pages have more names that are no source. node test/eval/rumours/other-sources.ts [--write]. It starts from weights
 * that are fitted on real English articles alone: by those that our English stories add (fit-sources.ts) two sources fewer of lang are found.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { isModelled, isOwnSite, likeliest, logOddsOf } from "../../../shared/read/gates/sources.ts";
import { foldsOf } from "./boost.ts";
import { rumoursOf, storiesOf, words } from "./data.ts";
import { printed, readable, share, writeFit } from "./figures.ts";
import { fit, probability } from "./logistic.ts";
import { type Doc, isRight, load, mentionExamples } from "./source-examples.ts";

const w = await words();
const WEIGHTS = new URL("../../../shared/read/gates/source-weights.json", import.meta.url);
const file = JSON.parse(readFileSync(WEIGHTS, "utf8"));
const [FOLDS, PENALTY, ENGLISH_PENALTY] = [7, 10, 5];
const articles = fit(mentionExamples(load(rumoursOf("train"))), ENGLISH_PENALTY);
const inEnglish = { intercept: articles.at(-1) ?? 0, weights: articles.slice(0, -1) };
/** Real pages are longer than our stories and have more names that are no source: without this the share that is right falls on real ones. */
const LESS_SURE = 0.35;
/** Documents in other languages that the model reads, without the names of their own outlets. */
const docsOf = (docs: readonly Doc[]): Doc[] =>
  docs
    .filter(({ page: { reading } }) => !reading.document.lang.startsWith("en") && isModelled(reading))
    .map((doc) => ({ ...doc, candidates: doc.candidates.filter((one) => !isOwnSite(one)) }));
/** How many names are right at a probability, of the likeliest of each document. */
const curveOf = (docs: readonly Doc[], p: (group: string, x: number[]) => number) => {
  const cites = docs.flatMap(({ page }) => page.document.cites ?? []);
  return [0.2, 0.3, 0.4, 0.5, 0.6].map((least): [number, number, number] => {
    const named = docs.map((doc) => {
      const names = likeliest(doc.candidates, (x) => p(doc.page.rumour.id, x));
      return { doc, names: names.filter(({ probability: one }) => one >= least) };
    });
    const right = named.flatMap(({ doc, names }) => names.filter(({ name }) => isRight(doc, name)));
    const found = named.flatMap(({ doc, names }) =>
      (doc.page.document.cites ?? []).filter((cite) => names.some(({ name }) => w.anyName([name], [cite.name]))),
    );
    const shown = named.reduce((sum, { names }) => sum + names.length, 0);
    return [least, share(right.length, shown), share(found.length, cites.length)];
  });
};
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const [docs, lang] = [docsOf(load(storiesOf("fit"))), docsOf(load(rumoursOf("lang")))];
/** Our outlets are invented, so none is known. Real pages in six languages gave a known one this much more, beside the log-odds of English. */
const KNOWN = 1.36;
const logOddsInEnglish = (x: readonly number[]) =>
  inEnglish.weights.reduce((sum, weight, i) => sum + weight * (x[i] ?? 0), inEnglish.intercept);
/** The log-odds to start from, which the penalty hardly holds back, before all features but that an outlet is known. */
const withEnglish = (x: number[]) => [logOddsInEnglish(x) + KNOWN * (x.at(-2) ?? 0), ...x.with(-2, 0)];
const examples = mentionExamples([...docs, ...lang]).map((one) => ({ ...one, x: withEnglish(one.x) }));
const lessSure = (weights: number[]) => weights.map((value, i) => (i === weights.length - 1 ? value - LESS_SURE : value));
const before = curveOf(docs, (_, x) => sigmoid(logOddsOf(x, true)));
const modelOf = foldsOf(examples, (part) => lessSure(fit(part, PENALTY)), FOLDS);
const model = lessSure(fit(examples, PENALTY));
const onStories = curveOf(docs, (group, x) => probability(modelOf(group), withEnglish(x)));
const onLang = curveOf(lang, (group, x) => probability(modelOf(group), withEnglish(x)));
console.log("weights of today, stories", printed(before));
console.log("weights of today, lang", printed(curveOf(lang, (_, x) => sigmoid(logOddsOf(x, true)))));
console.log("stories CV", printed(onStories));
console.log("lang CV", printed(onLang));
if (process.argv.includes("--write")) {
  const [scale = 0, ...own] = model;
  const rounded = (value: number) => Number(value.toFixed(2));
  const start = [...inEnglish.weights, KNOWN, 0];
  const weights = own.slice(0, -1).map((value, i) => rounded(value + scale * (start[i] ?? 0)));
  const intercept = rounded((own.at(-1) ?? 0) + scale * inEnglish.intercept);
  writeFileSync(WEIGHTS, readable({ ...file, otherLanguages: { intercept, weights } }));
  writeFit("shared/read/gates/source-weights.json", {
    otherLanguages: {
      command: "node test/eval/rumours/other-sources.ts --write",
      fittedOn: `${new Set(examples.map(({ group }) => group)).size} stories, ${docs.length + lang.length} documents, ${examples.length} mentions`,
      folds: `${FOLDS} by story`,
      stories: onStories,
      lang: onLang,
    },
  });
}
