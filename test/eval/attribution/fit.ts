/**
 * Fits workers/public/models/attribution.json on PolNeAR's train split, deterministically (some minutes of CPU).
 *   node test/eval/attribution/fit.ts            only reports: on train by folds, and on dev
 *   node test/eval/attribution/fit.ts --write    fits and writes
 * The linear models propose for texts that they have not seen: the trees that choose are fitted on those proposals.
 */
import { writeFileSync } from "node:fs";
import { probabilityOf } from "../../../shared/logistic.ts";
import { type Candidate, candidatesIn, selected } from "../../../shared/read/attribution/fitted/choice.ts";
import type { Models } from "../../../shared/read/attribution/fitted/search.ts";
import { forestOdds } from "../../../shared/read/gates/forest.ts";
import { boost, foldsOf, rounded } from "../rumours/boost.ts";
import { type Curve, reliability, share, writeFit, writeReliability } from "../rumours/figures.ts";
import type { Example } from "../rumours/logistic.ts";
import { articlesOf, isNamed, overlapOf, Score } from "./polnear.ts";
import { fitModels, modelsOf, type Rounded, type Text, textOf } from "./training.ts";

const FILE = "workers/public/models/attribution.json";
const FOLDS = 3;
const TREES = { trees: 150, depth: 4, rate: 0.1, lambda: 2, minWeight: 30 };
const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

interface Proposed {
  candidate: Candidate;
  right: boolean;
  p: number;
}
/** What is proposed for a text, and whether it is right. */
function proposed({ analysis, gold }: Text, models: Models): Proposed[] {
  return candidatesIn(analysis, models).map((candidate) => {
    const right = gold.some((one) => overlapOf(candidate, one.content) >= 0.5 && isNamed(candidate.speaker?.text ?? "", one));
    return { candidate, right, p: 0 };
  });
}
const examplesOf = (texts: readonly Proposed[][]): Example[] =>
  texts.flatMap((all, text) => all.map(({ candidate, right }) => ({ x: candidate.x, y: right ? 1 : 0, group: String(text) })));
const forestOf = (examples: Example[]) => rounded({ forest: boost(examples, TREES), line: [] }).forest;

/** What is right and found at each threshold. */
function curveOf(texts: readonly Text[], judged: readonly Proposed[][]): Curve {
  return THRESHOLDS.map((least) => {
    const score = new Score();
    texts.forEach(({ gold }, i) => {
      const said = selected(judged[i] ?? [], least).map((one) => ({ content: one, speaker: one.speaker?.text ?? "" }));
      score.add(said, gold);
    });
    const { F1, precision, speakerRecall, directSpeakerRecall } = score.figures();
    console.log(least, `F1 ${F1}, right ${precision}, found ${speakerRecall}, of direct ones ${directSpeakerRecall}`);
    return [least, share(precision, 1), share(speakerRecall, 1)];
  });
}

const train = articlesOf("train").map(textOf);
const all = fitModels(train);
const onTrain: Proposed[][] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const models = modelsOf(fitModels(train.filter((_, i) => i % FOLDS !== fold)));
  train.forEach((text, i) => {
    if (i % FOLDS === fold) onTrain[i] = proposed(text, models);
  });
}
const examples = examplesOf(onTrain);
const held = foldsOf(examples, forestOf, FOLDS);
onTrain.forEach((list, text) => {
  for (const one of list) one.p = probabilityOf(forestOdds(held(String(text)), one.candidate.x));
});
const choice = forestOf(examples);
const dev = articlesOf("dev").map(textOf);
const onDev = dev.map((text) =>
  proposed(text, modelsOf(all)).map((one) => ({ ...one, p: probabilityOf(forestOdds(choice, one.candidate.x)) })),
);
console.log("train");
const trainCurve = curveOf(train, onTrain);
console.log("dev");
const devCurve = curveOf(dev, onDev);
if (process.argv.includes("--write")) {
  const file = ({ step, bytes }: Rounded) => ({ step, weights: Buffer.from(bytes.buffer).toString("base64") });
  writeFileSync(FILE, `${JSON.stringify({ cue: file(all.cue), content: file(all.content), speaker: file(all.speaker), choice })}\n`);
  writeFit(FILE, {
    command: "node test/eval/attribution/fit.ts --write",
    fittedOn: `${train.length} articles, ${examples.length} proposals`,
    folds: `${FOLDS} by article`,
    train: trainCurve,
    dev: devCurve,
  });
  writeReliability("who says what", reliability(onTrain.flat()), reliability(onDev.flat()));
}
