/**
 * Fits whether a day in the sentence that tells of an answer is that of the answer: node test/eval/times/fit-answered-times.ts [--write]. The days
 * were judged by eye in the sentences of annotated answers (test/eval/data/answered-times.jsonl: where the annotated words begin, and the day's
 * words, or none). Fitted on train and on the half of our stories that is there to fit; chosen on dev and lang.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { ResponseType } from "../../../shared/model/response.ts";
import { parseTime } from "../../../shared/model/time.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { answeredTimes, TOLD } from "../../../shared/read/dates/answered-time.ts";
import { DAY, rumoursOf, storiesOf } from "../rumours/data.ts";
import { type Curve, type Figures, printed, readable, reliability, share, writeFit, writeReliability } from "../rumours/figures.ts";
import { crossValidated, type Example, fit, probability } from "../rumours/logistic.ts";

const [FOLDS, PENALTY] = [10, 1];
interface Judged {
  set: "train" | "dev" | "lang" | "stories";
  id: string;
  ref: string;
  type: ResponseType;
  at: number;
  day: number | null;
}
const judged = readFileSync(new URL("../data/answered-times.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Judged);
const sets = { train: rumoursOf("train"), dev: rumoursOf("dev"), lang: rumoursOf("lang"), stories: storiesOf("fit") };

/** A sentence with its days as examples; days that are the same are both right. */
interface Told extends Judged {
  days: Example[];
}
const names = new Set<string>();
function toldIn(one: Judged): Told[] {
  const rumour = sets[one.set].find(({ id }) => id === one.id);
  const document = rumour?.documents.find(({ ref }) => ref === one.ref);
  if (!rumour || !document) return [];
  const { text, lang = rumour.lang ?? "en", title = null, publishedAt = DAY } = document;
  const analysis = analysisOf({ text, lang, title, publishedAt: parseTime(publishedAt, "human"), modifiedAt: null });
  const sentence = analysis.sentences.findIndex(({ start, end }) => start <= one.at && one.at < end);
  const days = answeredTimes(analysis, sentence, one.type);
  const right = days.find(({ at }) => one.day !== null && Math.abs(at - one.day) <= MAX_SHIFT)?.time.earliest;
  const examples = days.map(
    ({ time, signs }): Example => ({ x: Object.values(signs).map(Number), y: time.earliest === right ? 1 : 0, group: one.id }),
  );
  for (const name of Object.keys(days[0]?.signs ?? {})) names.add(name);
  return examples.length ? [{ ...one, days: examples }] : [];
}
/** "On" before a day is part of its words in some languages. */
const MAX_SHIFT = 3;
const told = judged.flatMap(toldIn);
const [fitted, chosen] = [
  ["train", "stories"],
  ["dev", "lang"],
].map((names) => told.filter(({ set }) => names.includes(set))) as [Told[], Told[]];
const examples = fitted.flatMap(({ days }) => days);
const byFold = new Map(crossValidated(examples, FOLDS, PENALTY).map((p, i) => [examples[i] as Example, p]));
const weights = fit(examples, PENALTY).map((weight) => Number(weight.toFixed(2)));

const THRESHOLDS = [0, 0.5, 0.6, 0.7, 0.75, 0.8, TOLD, 0.9];
const likely = (day: Example) => byFold.get(day) ?? probability(weights, day.x);
const likeliest = ({ days }: Told) => days.reduce((best, day) => (likely(day) > likely(best) ? day : best));
const curveOf = (list: readonly Told[]): Curve =>
  THRESHOLDS.map((least) => {
    const shown = list.map(likeliest).filter((day) => likely(day) >= least);
    const right = shown.filter(({ y }) => y).length;
    return [least, share(right, shown.length), share(right, list.filter(({ day }) => day !== null).length)];
  });
const curves = { train: curveOf(fitted), dev: curveOf(chosen) };
for (const [name, list] of Object.entries({ train: fitted, dev: chosen }))
  console.log(name, list.length, "sentences:", printed(curves[name as keyof typeof curves]));
for (const [i, name] of [...names, "intercept"].entries()) console.log(name.padEnd(24), weights[i]);
if (process.argv.includes("--write")) {
  const named = [...names, "intercept"].map((name, i) => [name, weights[i]]);
  writeFileSync(new URL("../../../shared/read/dates/answered-weights.json", import.meta.url), readable(Object.fromEntries(named)));
  const figures: Figures = {
    command: "node test/eval/times/fit-answered-times.ts --write",
    fittedOn: `${new Set(fitted.map(({ id }) => id)).size} rumours and stories, ${fitted.length} sentences, ${examples.length} days`,
    folds: `${FOLDS} by story`,
    ...curves,
  };
  writeFit("shared/read/dates/answered-weights.json", figures);
  const judge = (list: readonly Told[]) =>
    reliability(list.flatMap(({ days }) => days.map((day) => ({ p: likely(day), right: day.y === 1 }))));
  writeReliability("day of an answer", judge(fitted), judge(chosen));
}
