/** Fits which pages take up which claims: node test/eval/fit-page-links.ts [--write]. */
import { readFileSync, writeFileSync } from "node:fs";
import { ANSWER_FEATURES, FORM_FEATURES, isEnglish, PAGE_FEATURES } from "../../shared/match/page-features.ts";
import { isPost } from "../../shared/model/document.ts";
import { type Rumour, rumoursOf, storiesOf, words } from "./rumours/data.ts";
import { type Curve, type Figures, readable, reliability, share, writeFit, writeReliability } from "./rumours/figures.ts";
import { linksOf as linksWith, type PageLink, type ReadPage, readAll } from "./rumours/links.ts";
import { crossValidated, fit as fitted, probability } from "./rumours/logistic.ts";
import { wordsWithout } from "./rumours/word-model.ts";

/** From here on a page links that a passage alone is sure of: at 0.7 one page more in four that come in so is wrong, on train and on dev. */
const CONFIRMED = 0.85;
/**
 * From here on folds have 0.985 right on train and stories, and by the texts alone not more than one link of 200 of all rumours in one index is
 * foreign.
 */
const LINKED = 0.86;
/**
 * From here on a sentence answers by its words; from 0.9 on one right page of a hundred of our stories more links, and one more of our pages on
 * something else.
 */
const ANSWERED = 0.92;
/** Of other languages: from here on nineteen of twenty pages are right, by folds; with a passage that is sure less is enough. */
const OTHER = { linked: 0.85, confirmed: 0.6, answered: 0.8 };
const FEATURES: readonly string[] = [...PAGE_FEATURES, ...FORM_FEATURES, ...ANSWER_FEATURES];
/**
 * Without these the folds of the English models are as good; by the lengths they would tell our stories, which are short, from other people's news.
 */
const LEFT_OUT = ["length", "textLength", "numberMissing", "sentencesOn", "sentenceInForms", "lacksName", "sameLanguage"];
const english = FEATURES.filter((name) => !LEFT_OUT.includes(name));
/** What the two English models ask: one looks for answers by their words, the other at the story alone. */
const ENGLISH = [
  english.filter((name) => !(ANSWER_FEATURES as readonly string[]).includes(name)),
  english.filter((name) => name !== "hedges" && name !== "answers"),
];
const w = await words();
const train = rumoursOf("train");
const dev = rumoursOf("dev");
const trainPages = readAll(train, w);
const devPages = readAll(dev, w);
const fitPages = readAll(storiesOf("fit"), w);
const wordsOf = wordsWithout([...trainPages, ...fitPages]);
const linksOf = (pages: readonly ReadPage[], rumours: readonly Rumour[]) => linksWith(pages, rumours, wordsOf);
const about = (pages: typeof trainPages) => pages.filter((p) => p.document.about === true).length;
const isKnown = (link: PageLink) => link.right !== null && link.isEnglish;
/** Pages of stories that are in English as their claim is, or that are not: posts link by their own words. */
const pagesIn = (stories: readonly Rumour[], inOne: boolean) =>
  readAll(stories, w).filter(
    ({ document: { kind = "article" }, reading, rumour: { claim: text } }) =>
      !isPost({ kind }) && isEnglish({ lang: reading.document.lang }, { lang: null, text }) === inOne,
  );
const storyPages = pagesIn(storiesOf("fit"), true);
const stories = [...new Set(storyPages.map((page) => page.rumour))];
const trainLinks = linksOf(trainPages, train).filter(isKnown);
const storyLinks = linksOf(storyPages, stories).filter(isKnown);
// In a young instance a page meets one claim alone.
const alone = (pages: typeof trainPages, rumours: readonly Rumour[]) =>
  rumours.flatMap((rumour, r) =>
    linksOf(
      pages.filter((page, i) => page.rumour === rumour || i % 6 === r % 6),
      [rumour],
    ).filter(isKnown),
  );
const aloneLinks = alone(trainPages, train);
const storiesAlone = alone(storyPages, stories);
const inEnglish = ({ x }: PageLink, asked: readonly string[]) => asked.map((name) => x[FEATURES.indexOf(name)] ?? 0);
const examplesOf = (links: readonly PageLink[], asked: readonly string[]) =>
  links.map((l) => ({ x: inEnglish(l, asked), y: (l.right ? 1 : 0) as 0 | 1, group: l.page.rumour.id }));
const everything = [...trainLinks, ...aloneLinks, ...storyLinks, ...storiesAlone];
/** Of each pair the higher of the models' probabilities. */
const highest = (lists: number[][]): number[] => (lists[0] ?? []).map((_, i) => Math.max(...lists.map((list) => list[i] ?? 0)));
const cvAll = highest(ENGLISH.map((asked) => crossValidated(examplesOf(everything, asked), 7, 1)));
const cv = cvAll.slice(0, trainLinks.length);
const [aloneCv, storyCv] = [cvAll.slice(trainLinks.length), cvAll.slice(trainLinks.length + aloneLinks.length)];
/** Pages that link at a probability, without the other rules. */
const curveOf = (links: PageLink[], p: number[], gold: number): Curve =>
  [0.5, 0.7, 0.8, 0.85, 0.86, 0.88, 0.9, 0.94, 0.98].map((t) => {
    const shown = links.filter((_, i) => (p[i] ?? 0) >= t);
    const right = shown.filter((one) => one.right).length;
    return [t, share(right, shown.length), share(right, gold)];
  });
/** As page.ts decides. */
function isTakenUp({ x, agrees, isOpen, linked, isEnglish: isOfEnglish }: PageLink, p: number, threshold: number): boolean {
  const value = (name: string) => x[FEATURES.indexOf(name)] ?? 0;
  const coverage = value("bestTermCover");
  const isStated = (p >= threshold && agrees) || (linked && (p >= (isOfEnglish ? CONFIRMED : OTHER.confirmed) || coverage >= 0.85));
  const told = value("likeliestAnswer") >= (isOfEnglish ? ANSWERED : OTHER.answered);
  const hasName = !isOfEnglish || value("nameMissing") < 1;
  return isStated && (coverage >= 0.65 || (hasName && (told || (isOfEnglish ? isOpen : value("hedges") + value("answers") > 0))));
}
const table = (name: string, links: PageLink[], p: number[], gold: number) => {
  const count = (keep: (i: number) => boolean) => {
    const on = links.flatMap((l, i) => (keep(i) ? [l] : []));
    const right = on.filter((l) => l.right).length;
    const foreign = on.filter((l) => !l.right && l.claimId !== l.page.rumour.id).length;
    return `recall ${(right / gold).toFixed(3)} precision ${(right / Math.max(1, on.length)).toFixed(3)} foreign ${foreign} of ${on.length}`;
  };
  console.log(
    name,
    "passages alone:",
    count((i) => links[i]?.linked ?? false),
  );
  for (const t of [0.5, 0.6, 0.7, 0.8, 0.85, 0.86, 0.88, 0.9, 0.94, 0.98])
    console.log(
      name,
      t,
      count((i) => (p[i] ?? 0) >= t),
      "| agrees",
      count((i) => (p[i] ?? 0) >= t && (links[i]?.agrees ?? false)),
      "| rule",
      count((i) => isTakenUp(links[i] as PageLink, p[i] ?? 0, t)),
    );
};
console.log(trainLinks.length, "pairs", trainLinks.filter((l) => l.right).length, "right of", about(trainPages));
table("train CV", trainLinks, cv, about(trainPages));
table("train CV, one claim", aloneLinks, aloneCv, about(trainPages));
table("stories CV", storyLinks, storyCv, about(storyPages));
const weights = ENGLISH.map((asked) => fitted(examplesOf(everything, asked), 1));
const byEnglish = (links: readonly PageLink[]) =>
  highest(ENGLISH.map((asked, i) => links.map((l) => probability(weights[i] ?? [], inEnglish(l, asked)))));
const devLinks = linksOf(devPages, dev).filter(isKnown);
table("dev", devLinks, byEnglish(devLinks), about(devPages));
const bothLinks = linksOf([...trainPages, ...devPages], [...train, ...dev]).filter(isKnown);
table("all in one", bothLinks, byEnglish(bothLinks), about(trainPages) + about(devPages));
/** Pages on something else of the people and places of a story, written with as many of its claim's words as that allows. */
const near = readFileSync(new URL("data/near-pages.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const nearPages = near.flatMap((line, i) => {
  const { story, ...page } = JSON.parse(line) as { story: string; title: string; text: string };
  const documents = [{ ref: `near-${i}`, about: false, lang: "en", ...page }];
  return readAll(
    stories.filter(({ id }) => id === story).map((one) => ({ ...one, documents })),
    w,
  );
});
const nearLinks = linksOf(nearPages, stories);
for (const t of [LINKED, 0.9, 0.94]) {
  const p = byEnglish(nearLinks);
  const linked = nearLinks.filter((l, i) => isTakenUp(l, p[i] ?? 0, t));
  console.log("near misses", t, linked.length, "of", nearPages.length);
}
for (const [m, asked] of ENGLISH.entries())
  for (const [i, name] of [...asked, "intercept"].entries()) console.log(m, name.padEnd(16), weights[m]?.[i]?.toFixed(2));
if (process.argv.includes("--show")) {
  const p = byEnglish(bothLinks);
  bothLinks.forEach((l, i) => {
    if (!l.right && (p[i] ?? 0) > 0.8)
      console.log(
        "WRONG",
        p[i]?.toFixed(2),
        l.claimId,
        "|",
        l.page.rumour.id,
        l.page.document.title,
        l.x.map((v) => v.toFixed(2)).join(" "),
      );
  });
}
/** Pages and claims of which not both are in English. */
const othersOf = (stories: readonly Rumour[]) => {
  const pages = pagesIn(stories, false);
  const links = linksOf(pages, stories).filter((link) => link.right !== null && !link.isEnglish);
  return { links, gold: about(pages) };
};
const [otherFit, otherMeasured, lang] = [othersOf(storiesOf("fit")), othersOf(storiesOf("measure")), othersOf(rumoursOf("lang"))];
const otherExamples = otherFit.links.map((l) => ({ x: l.x, y: (l.right ? 1 : 0) as 0 | 1, group: l.page.rumour.id }));
const otherCv = crossValidated(otherExamples, 7, 0.5);
const otherWeights = fitted(otherExamples, 0.5);
const byOther = ({ links }: typeof otherFit) => links.map((l) => probability(otherWeights, l.x));
table("other languages CV", otherFit.links, otherCv, otherFit.gold);
table("other languages measured", otherMeasured.links, byOther(otherMeasured), otherMeasured.gold);
table("lang", lang.links, byOther(lang), lang.gold);
for (const [i, name] of FEATURES.entries()) console.log(name.padEnd(14), otherWeights[i]?.toFixed(2));
if (process.argv.includes("--write")) {
  const onDev = byEnglish(devLinks);
  const fit: Figures = {
    command: "node test/eval/fit-page-links.ts --write",
    fittedOn: `${train.length} rumours and ${stories.length} stories, ${everything.length} pairs of page and claim`,
    folds: "7 by rumour",
    train: curveOf(trainLinks, cv, about(trainPages)),
    dev: curveOf(devLinks, onDev, about(devPages)),
  };
  const named = (names: readonly string[], values: readonly number[]) => ({
    intercept: Number(values.at(-1)?.toFixed(2)),
    weights: Object.fromEntries(names.map((name, i) => [name, Number(values[i]?.toFixed(2))])),
  });
  const [story, answering] = ENGLISH.map((asked, i) => named(asked, weights[i] ?? []));
  const english = { ...story, answering, linked: LINKED, confirmed: CONFIRMED, answered: ANSWERED };
  const content = { ...english, otherLanguages: { ...named(FEATURES, otherWeights), ...OTHER } };
  writeFileSync(new URL("../../shared/match/page-weights.json", import.meta.url), readable(content));
  const others: Figures = {
    command: fit.command,
    fittedOn: `${storiesOf("fit").length} of our stories, ${otherFit.links.length} pairs of page and claim`,
    folds: "7 by story",
    train: curveOf(otherFit.links, otherCv, otherFit.gold),
    dev: curveOf(otherMeasured.links, byOther(otherMeasured), otherMeasured.gold),
  };
  writeFit("shared/match/page-weights.json", { ...fit, otherLanguages: others });
  const judged = (links: PageLink[], p: number[]) => reliability(links.map(({ right }, i) => ({ p: p[i] ?? 0, right: right === true })));
  writeReliability("page takes up a claim", judged(trainLinks, cv), judged(devLinks, onDev));
}
if (process.argv.includes("--alone")) {
  // An instance with a single claim, and hundreds of pages on other things.
  const links = dev
    .flatMap((rumour) => linksOf([...devPages, ...trainPages.filter((_, i) => i % 4 === 0)], [rumour]))
    .filter((l) => l.right !== null);
  table("one claim", links, byEnglish(links), about(devPages));
}
