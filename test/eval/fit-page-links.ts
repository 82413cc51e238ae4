/** Fits which pages take up which claims: node test/eval/fit-page-links.ts [--write]. */
import { writeFileSync } from "node:fs";
import { FORM_FEATURES, PAGE_FEATURES } from "../../shared/match/page-features.ts";
import { isPost } from "../../shared/model/document.ts";
import { type Rumour, rumoursOf, storiesOf, words } from "./rumours/data.ts";
import { type Curve, type Figures, readable, reliability, share, writeFit, writeReliability } from "./rumours/figures.ts";
import { linksOf, type PageLink, readAll } from "./rumours/links.ts";
import { crossValidated, fit as fitted, probability } from "./rumours/logistic.ts";

/** From here on a page links that a passage alone is sure of: at 0.7 one page more in four that come in so is wrong, on train and on dev. */
const CONFIRMED = 0.85;
const COVERAGE = PAGE_FEATURES.indexOf("bestTermCover");
const w = await words();
const train = rumoursOf("train");
const dev = rumoursOf("dev");
const trainPages = readAll(train, w);
const devPages = readAll(dev, w);
const about = (pages: typeof trainPages) => pages.filter((p) => p.document.about === true).length;
const trainLinks = linksOf(trainPages, train).filter((l) => l.right !== null);
const examples = trainLinks.map((l) => ({ x: l.x, y: (l.right ? 1 : 0) as 0 | 1, group: l.page.rumour.id }));
// In a young instance a page meets one claim alone.
const aloneLinks = train.flatMap((rumour, r) =>
  linksOf(
    trainPages.filter((page, i) => page.rumour === rumour || i % 6 === r % 6),
    [rumour],
  ).filter((l) => l.right !== null),
);
const aloneExamples = aloneLinks.map((l) => ({ x: l.x, y: (l.right ? 1 : 0) as 0 | 1, group: l.claimId }));
const everything = [...examples, ...aloneExamples];
const cvAll = crossValidated(everything, 7, 1);
const cv = cvAll.slice(0, examples.length);
/** Pages that link at a probability, without the other rules. */
const curveOf = (links: PageLink[], p: number[], gold: number): Curve =>
  [0.5, 0.7, 0.8, 0.9, 0.94, 0.98].map((t) => {
    const shown = links.filter((_, i) => (p[i] ?? 0) >= t);
    const right = shown.filter((one) => one.right).length;
    return [t, share(right, shown.length), share(right, gold)];
  });
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
  for (const t of [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.94, 0.95, 0.98])
    console.log(
      name,
      t,
      count((i) => (p[i] ?? 0) >= t),
      "| agrees",
      count((i) => (p[i] ?? 0) >= t && links[i]?.x[4] === 1),
      "| rule",
      count(
        (i) =>
          ((p[i] ?? 0) >= t && links[i]?.x[4] === 1) ||
          ((links[i]?.linked ?? false) && ((p[i] ?? 0) >= CONFIRMED || (links[i]?.x[COVERAGE] ?? 0) >= 0.85)),
      ),
    );
};
console.log(trainLinks.length, "pairs", examples.filter((e) => e.y).length, "right of", about(trainPages));
table("train CV", trainLinks, cv, about(trainPages));
table("train CV, one claim", aloneLinks, cvAll.slice(examples.length), about(trainPages));
const weights = fitted(everything, 1);
const devLinks = linksOf(devPages, dev).filter((l) => l.right !== null);
table(
  "dev",
  devLinks,
  devLinks.map((l) => probability(weights, l.x)),
  about(devPages),
);
const bothLinks = linksOf([...trainPages, ...devPages], [...train, ...dev]).filter((l) => l.right !== null);
table(
  "all in one",
  bothLinks,
  bothLinks.map((l) => probability(weights, l.x)),
  about(trainPages) + about(devPages),
);
for (const [i, name] of PAGE_FEATURES.entries()) console.log(name.padEnd(14), weights[i]?.toFixed(2));
console.log("intercept", weights.at(-1)?.toFixed(2));
if (process.argv.includes("--show")) {
  const p = bothLinks.map((l) => probability(weights, l.x));
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
/** Pages and claims of which not both are in English: posts link by their own words. */
const othersOf = (stories: readonly Rumour[]) => {
  const pages = readAll(stories, w).filter(({ document: { kind = "article" } }) => !isPost({ kind }));
  const links = linksOf(pages, stories).filter((link) => link.right !== null && !link.isEnglish);
  return { links, gold: about(pages) };
};
const OTHER_FEATURES = [...PAGE_FEATURES, ...FORM_FEATURES];
/** From here on nineteen of twenty pages are right, by folds; with a passage that is sure less is enough. */
const OTHER = { linked: 0.85, confirmed: 0.6 };
const [otherFit, otherMeasured, lang] = [othersOf(storiesOf("fit")), othersOf(storiesOf("measure")), othersOf(rumoursOf("lang"))];
const otherExamples = otherFit.links.map((l) => ({ x: l.x, y: (l.right ? 1 : 0) as 0 | 1, group: l.page.rumour.id }));
const otherCv = crossValidated(otherExamples, 7, 0.5);
const otherWeights = fitted(otherExamples, 0.5);
const byOther = ({ links }: typeof otherFit) => links.map((l) => probability(otherWeights, l.x));
table("stories CV", otherFit.links, otherCv, otherFit.gold);
table("stories measured", otherMeasured.links, byOther(otherMeasured), otherMeasured.gold);
table("lang", lang.links, byOther(lang), lang.gold);
for (const [i, name] of OTHER_FEATURES.entries()) console.log(name.padEnd(14), otherWeights[i]?.toFixed(2));
if (process.argv.includes("--write")) {
  const onDev = devLinks.map((l) => probability(weights, l.x));
  const fit: Figures = {
    command: "node test/eval/fit-page-links.ts --write",
    fittedOn: `${train.length} rumours, ${trainLinks.length} pairs of page and claim`,
    folds: "7 by rumour",
    train: curveOf(trainLinks, cv, about(trainPages)),
    dev: curveOf(devLinks, onDev, about(devPages)),
  };
  const named = (names: readonly string[], values: readonly number[]) => ({
    intercept: Number(values.at(-1)?.toFixed(2)),
    weights: Object.fromEntries(names.map((name, i) => [name, Number(values[i]?.toFixed(2))])),
  });
  const english = { ...named(PAGE_FEATURES, weights), linked: 0.94, confirmed: CONFIRMED };
  const content = { ...english, otherLanguages: { ...named(OTHER_FEATURES, otherWeights), ...OTHER } };
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
  table(
    "one claim",
    links,
    links.map((l) => probability(weights, l.x)),
    about(devPages),
  );
}
