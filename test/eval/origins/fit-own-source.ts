/**
 * Fits which documents show a source of their own: node test/eval/origins/fit-own-source.ts [--write]. The tables of words of each language, and the
 * model that joins them with what else is known, are fitted on the rumours of train and the half of our stories that is there to fit, on documents
 * that assert or report the claim. It tells also in how many stories two documents then have one, by the annotated number of origins.
 */
import { writeFileSync } from "node:fs";
import { outletNames, sourceNamesOf } from "../../../shared/edges/attribution.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { ANSWER_LANGUAGES, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import {
  atLeastTwo,
  OWN_FEATURES,
  type OwnFeatures,
  ownFeatures,
  ownWords,
  raisedIfTold,
  TWO_ORIGINS,
} from "../../../shared/read/gates/own-source.ts";
import { oncePer } from "../../../shared/text/once-per.ts";
import { tableOf } from "../../support/answer-words.ts";
import { rumoursOf, siteOf, storiesOf, trainRumours, words } from "../rumours/data.ts";
import { type Curve, type Figures, printed, readable, share, writeFit } from "../rumours/figures.ts";
import { type ReadPage, readAll } from "../rumours/links.ts";
import { type Example, fit, probability } from "../rumours/logistic.ts";
import { writeTable } from "../rumours/word-model.ts";
import { fitWeights } from "./kernel.ts";

const [FOLDS, PENALTY, WORD_PENALTY, MAX_WORDS] = [7, 1, 0.1, 2000];
const w = await words();

interface Doc extends ReadPage {
  url: string;
  lang: string;
  said: Set<string>;
  own: boolean;
}
const docsOf = (pages: ReadPage[]): Doc[] =>
  pages.flatMap((page, n) => {
    const { document, reading } = page;
    if (!document.about || (document.stance !== "support" && document.stance !== "report")) return [];
    const url = `https://${siteOf(document, n + 1, w)}/${document.ref}`;
    const said = ownWords(reading.document.text, outletNames(reading, url));
    return [{ ...page, url, lang: baseLang(reading.document.lang), said, own: document.ownSource === true }];
  });
const sets = {
  train: docsOf(readAll(trainRumours(), w)),
  stories: docsOf(readAll(storiesOf("fit"), w)),
  dev: docsOf(readAll(rumoursOf("dev"), w)),
  lang: docsOf(readAll(rumoursOf("lang"), w)),
  measure: docsOf(readAll(storiesOf("measure"), w)),
};
const fitted = [...sets.train, ...sets.stories];
const groups = [...new Set(fitted.map(({ rumour }) => rumour.id))].sort();
const foldOf = ({ rumour }: Pick<Doc, "rumour">) => groups.indexOf(rumour.id) % FOLDS;

/** The table of words of a language as its file has it, without the stories of a fold: the words that say most, in tenths. */
function tableWithout(lang: string, fold: number): Record<string, number> {
  const own = fitted.filter((one) => one.lang === lang && foldOf(one) !== fold);
  const count = new Map<string, number>();
  for (const { said } of own) for (const word of said) count.set(word, (count.get(word) ?? 0) + 1);
  const weights = fitWeights(
    own.map(({ said, own: y }) => ({ words: said, y: y ? 1 : 0 })),
    WORD_PENALTY,
  );
  const worth = ([word, weight]: [string, number]) => (word === "" ? Infinity : Math.abs(weight) * Math.sqrt(count.get(word) ?? 0));
  const kept = [...weights].sort((a, b) => worth(b) - worth(a)).slice(0, MAX_WORDS);
  return Object.fromEntries(kept.map(([word, weight]) => [word, Math.round(10 * weight)] as const).filter(([, weight]) => weight !== 0));
}
const ownTable = oncePer((key: string): AnswerWords | null => {
  const [lang = "", fold] = key.split(" ");
  return ANSWER_LANGUAGES.includes(lang) ? answerWordsOf({ ...tableOf(lang), own: tableWithout(lang, Number(fold)) }) : null;
});
const exampleOf = (doc: Doc) => {
  const { document, reading, url, lang, own, rumour } = doc;
  const sources = sourceNamesOf(reading, url, ownTable(`${lang} ${foldOf(doc)}`)) ?? [];
  const stance = document.stance === "report" ? "observe" : "support";
  const features = ownFeatures({ kind: document.kind ?? "article", stance, sources, state: "confirmed" });
  return { features, x: OWN_FEATURES.map((name) => features[name]), y: own ? 1 : 0, group: rumour.id } satisfies Example & {
    features: OwnFeatures;
  };
};
const examples = new Map(Object.values(sets).flatMap((docs) => docs.map((doc) => [doc, exampleOf(doc)] as const)));
const exampleIn = (doc: Doc) => examples.get(doc) as ReturnType<typeof exampleOf>;
const modelWithout = oncePer((fold: string) => fit(fitted.filter((one) => foldOf(one) !== Number(fold)).map(exampleIn), PENALTY));
/** Documents of no fold are judged by what was fitted on all. */
const judged = (doc: Doc) => raisedIfTold(probability(modelWithout(String(foldOf(doc))), exampleIn(doc).x), exampleIn(doc).features);

const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const curveOf = (docs: readonly Doc[]): Curve =>
  THRESHOLDS.map((least) => {
    const shown = docs.filter((doc) => judged(doc) >= least);
    const right = shown.filter(({ own }) => own).length;
    return [least, share(right, shown.length), share(right, docs.filter(({ own }) => own).length)];
  });
/** In how many stories two documents have a source of their own, of those with several true origins, with one, and with one or more. */
function storiesWithTwo(docs: readonly Doc[], least: number): string {
  const of = { several: [0, 0], one: [0, 0], either: [0, 0] };
  for (const [{ origins }, list] of Map.groupBy(docs, ({ rumour }) => rumour)) {
    if (!origins) continue;
    const count = of[origins.atLeast > 1 ? "several" : origins.atMost === 1 ? "one" : "either"] as [number, number];
    const outlets = Map.groupBy(list, ({ document }) => document.outlet ?? document.ref).values();
    count[0] += Number(atLeastTwo([...outlets].map((same) => Math.max(...same.map(judged)))) >= least);
    count[1]++;
  }
  return Object.entries(of)
    .map(([name, [two, all]]) => `${name} ${two} of ${all}`)
    .join(", ");
}
const curves = Object.fromEntries(Object.entries(sets).map(([name, docs]) => [name, curveOf(docs)])) as Record<keyof typeof sets, Curve>;
for (const [name, docs] of Object.entries(sets)) {
  console.log(
    name,
    docs.length,
    "documents,",
    docs.filter(({ own }) => own).length,
    "with one:",
    printed(curves[name as keyof typeof sets]),
  );
  for (const least of [0.5, 0.6, 0.65, TWO_ORIGINS, 0.75]) console.log(`  from ${least}: ${storiesWithTwo(docs, least)}`);
}
const weights = modelWithout("-1");
for (const [i, name] of [...OWN_FEATURES, "intercept"].entries()) console.log(name.padEnd(16), weights[i]?.toFixed(2));
if (process.argv.includes("--write")) {
  const named = [...OWN_FEATURES, "intercept"].map((name, i) => [name, Number(weights[i]?.toFixed(2))]);
  const file = { twoOrigins: TWO_ORIGINS, ...Object.fromEntries(named) };
  writeFileSync(new URL("../../../shared/read/gates/own-source-weights.json", import.meta.url), readable(file));
  for (const lang of ANSWER_LANGUAGES) writeTable(lang, { own: tableWithout(lang, -1) });
  const figures: Figures & { stories: Curve; lang: Curve } = {
    command: "node test/eval/origins/fit-own-source.ts --write",
    fittedOn: `${groups.length} rumours and stories, ${fitted.length} documents`,
    folds: `${FOLDS} by story`,
    ...curves,
  };
  writeFit("shared/read/gates/own-source-weights.json", figures);
}
