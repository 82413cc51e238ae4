/**
 * Of each file of fitted weights test/eval/data/fits.json tells how it was fitted and how well. `WHENCE_WRITE=1 node --test test/weights.test.ts`
 * writes from there the picture of the curves (docs/gates.svg), the table of the thresholds taken (docs/quality.md) and that of all others
 * (docs/gates.md).
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { MIN_PROBABILITY } from "../shared/read/attribution/fitted/choice.ts";
import { type Gate, plotGates } from "./eval/rumours/curves.ts";
import type { Reliabilities, Reliability } from "./eval/rumours/figures.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
interface Fit {
  command: string;
  fittedOn: string;
  folds: string;
  train: unknown;
  dev: unknown;
}
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const files = globSync(["shared/**/*weights.json", "workers/public/models/*.json"]).sort();
const kept = read("test/eval/data/fits.json");
/** The fits of a file: its own, or one for each network. */
const fitsOf = (file: string): Fit[] => (kept[file]?.command ? [kept[file]] : Object.values(kept[file] ?? {}));

for (const file of files)
  test(`${file} tells its command, its set, its folds and its figures on train and dev`, () => {
    const fits = fitsOf(file);
    assert.ok(fits.length > 0, "no figures");
    for (const fit of fits) {
      const [, script = ""] = /^node (\S+)/.exec(fit.command) ?? [];
      assert.ok(existsSync(script), script);
      assert.match(fit.fittedOn, /\d/);
      assert.match(fit.folds, /by \w+$/);
      for (const figures of [fit.train, fit.dev]) assert.match(JSON.stringify(figures), /\d/);
    }
  });

const answers = kept["shared/read/gates/answer-weights.json"];
const sources = kept["shared/read/gates/source-weights.json"];
const named = kept["shared/cluster/source-weights.json"];
const pages = kept["shared/match/page-weights.json"];
const stance = kept["workers/public/models/stance.json"];
/** The gates in the order in which the document tells them. */
const GATES: Gate[] = [
  { name: "Response", ...answers.en, threshold: read("shared/read/gates/answer-weights.json").en.threshold },
  { name: "Named source, one document", ...sources, threshold: read("shared/read/gates/source-weights.json").threshold },
  { name: "Named source, all documents", ...named, threshold: read("shared/cluster/source-weights.json").threshold },
  { name: "Page takes up a claim", ...pages, threshold: read("shared/match/page-weights.json").linked },
  {
    name: "Response, other languages",
    ...answers.others,
    threshold: read("shared/read/gates/answer-weights.json").others.threshold,
  },
  {
    name: "Named source, other languages",
    train: sources.otherLanguages.stories,
    dev: sources.otherLanguages.lang,
    threshold: read("shared/read/gates/source-weights.json").threshold,
  },
  { name: "Page, other languages", ...pages.otherLanguages, threshold: read("shared/match/page-weights.json").otherLanguages.linked },
  {
    name: "Post makes a claim, other languages",
    ...kept["shared/match/post-weights.json"],
    threshold: read("shared/match/post-weights.json").linked,
  },
  {
    name: "Article denies, said by name",
    train: stance.titled.train.denials,
    dev: stance.titled.dev.denials,
    threshold: 0.8,
  },
  { name: "Who says what, English", ...kept["workers/public/models/attribution.json"], threshold: MIN_PROBABILITY },
];
/** The thresholds that both sets have, with what is right and what is found on each. */
const rowsOf = ({ train, dev }: Gate) =>
  train.flatMap(([least, ...onTrain]) =>
    dev.filter(([other]) => other === least).map(([, ...onDev]) => ({ least, figures: [...onTrain, ...onDev] })),
  );
const HEAD = "train folds: right | found | dev: right | found |\n|---|---|---|---|---|";
const cells = (figures: readonly number[]) => figures.map((figure) => figure.toFixed(3)).join(" | ");

/** What each gate gives at the threshold that is taken. */
function thresholds(): string {
  const rows = GATES.flatMap((gate) =>
    rowsOf(gate).flatMap(({ least, figures }) => (least === gate.threshold ? [`| ${gate.name} | ${least} | ${cells(figures)} |`] : [])),
  );
  return ["![Precision over recall of each gate](gates.svg)\n", `| Gate | taken from | ${HEAD.replace("\n", "\n|---")}`, ...rows, ""].join(
    "\n",
  );
}
/** What each gate would give at other thresholds. */
const curves = () =>
  GATES.map((gate) =>
    [
      `### ${gate.name}\n`,
      `| from | ${HEAD}`,
      ...rowsOf(gate).map(({ least, figures }) => `| ${least === gate.threshold ? `**${least}**` : least} | ${cells(figures)} |`),
      "",
    ].join("\n"),
  ).join("\n");

/** Whether probabilities mean what they say: by tenths, their mean and the share that was right. */
function reliabilities(): string {
  const all: Reliabilities = read("test/eval/data/reliability.json");
  const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const told = (row: Reliability[number] | undefined) => (row ? `${row[0].toFixed(2)} | ${row[1].toFixed(2)} | ${row[2]}` : "| |");
  const at = (rows: Reliability, tenth: number) => rows.find(([mean]) => Math.min(9, Math.floor(mean * 10)) === tenth);
  return Object.entries(all)
    .map(([gate, { train, dev }]) => {
      const rows = TENTHS.map((tenth) => [at(train, tenth), at(dev, tenth)]).filter(([one, other]) => one ?? other);
      return [
        `### ${gate[0]?.toUpperCase()}${gate.slice(1)}\n`,
        "| train folds: mean | right | of | dev: mean | right | of |",
        "|---|---|---|---|---|---|",
        ...rows.map(([one, other]) => `| ${told(one)} | ${told(other)} |`),
        "",
      ].join("\n");
    })
    .join("\n");
}

/** What stands in a document between the marks of a name, and the document with something else there. */
const between = (text: string, name: string) => text.split(new RegExp(`<!-- /?${name} -->\\n`))[1];
const filled = (text: string, name: string, put: string) =>
  text
    .split(new RegExp(`(<!-- /?${name} -->\\n)`))
    .map((part, i) => (i === 2 ? put : part))
    .join("");

test("docs/quality.md and docs/gates.md tell of each gate what its fit does", () => {
  const quality = readFileSync("docs/quality.md", "utf8");
  const gates = readFileSync("docs/gates.md", "utf8");
  if (process.env["WHENCE_WRITE"]) {
    writeFileSync("docs/quality.md", filled(quality, "gates", thresholds()));
    writeFileSync("docs/gates.md", filled(filled(gates, "gates", curves()), "reliability", reliabilities()));
    writeFileSync("docs/gates.svg", plotGates(GATES));
    return;
  }
  assert.deepEqual(
    [between(quality, "gates"), between(gates, "gates"), between(gates, "reliability"), readFileSync("docs/gates.svg", "utf8")],
    [thresholds(), curves(), reliabilities(), plotGates(GATES)],
    "WHENCE_WRITE=1 node --test test/weights.test.ts writes it anew",
  );
  for (const figures of [stance.thread.dev, stance.article.dev])
    for (const name of ["macroF1", "deny", "disagree"])
      if (figures[name] !== undefined)
        assert.ok(quality.replace(between(quality, "gates") ?? "", "").includes(figures[name].toFixed(3)), `${name} ${figures[name]}`);
});
