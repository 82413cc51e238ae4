/**
 * Of each file of fitted weights test/eval/data/fits.json tells how it was fitted and how well, and docs/quality.md tells the same: its tables of gates and the picture of
 * their curves are written by `WHENCE_WRITE=1 node --test test/weights.test.ts`.
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
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

const responses = kept["shared/read/gates/response-weights.json"];
const sources = kept["shared/read/gates/source-weights.json"];
const named = kept["shared/cluster/source-weights.json"];
const pages = kept["shared/match/page-weights.json"];
const stance = kept["workers/public/models/stance.json"];
/** The gates in the order in which the document tells them. */
const GATES: Gate[] = [
  { name: "Response, one document", ...responses },
  { name: "Response, all documents", ...responses.besides, threshold: read("shared/read/gates/response-weights.json").threshold },
  { name: "Named source, one document", ...sources, threshold: read("shared/read/gates/source-weights.json").threshold },
  { name: "Named source, all documents", ...named, threshold: read("shared/cluster/source-weights.json").threshold },
  { name: "Page takes up a claim", ...pages, threshold: read("shared/match/page-weights.json").linked },
  {
    name: "Response, other languages",
    ...kept["shared/read/gates/answer-weights.json"],
    threshold: read("shared/read/gates/answer-weights.json").threshold,
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
];
function table({ name, train, dev, threshold }: Gate): string {
  // Thresholds that both sets have.
  const both = train.flatMap((row) =>
    dev.filter(([least]) => least === row[0]).map((other) => ({ least: row[0], train: row, dev: other })),
  );
  const pairs = (set: "train" | "dev") => both.map(({ [set]: [, right, found] }) => `${right.toFixed(3)}, ${found.toFixed(3)}`).join(" | ");
  return [
    `| **${name}**, from | ${both.map(({ least }) => (least === threshold ? `**${least}**` : least)).join(" | ")} |`,
    `|---|${both.map(() => "---|").join("")}`,
    `| train folds: right, found | ${pairs("train")} |`,
    `| dev: right, found | ${pairs("dev")} |`,
    "",
  ].join("\n");
}
const tables = () => ["![Precision over recall of each gate](gates.svg)\n", ...GATES.map(table)].join("\n");

/** Whether probabilities mean what they say: by tenths, their mean and the share that was right. */
function reliabilities(): string {
  const all: Reliabilities = read("test/eval/data/reliability.json");
  const cells = (rows: Reliability) => rows.map(([said, right, count]) => `${said.toFixed(2)}: ${right.toFixed(2)} (${count})`).join("; ");
  const rows = Object.entries(all).map(([gate, { train, dev }]) => `| ${gate} | ${cells(train)} | ${cells(dev)} |`);
  return ["| gate | train folds | dev |", "|---|---|---|", ...rows, ""].join("\n");
}

test("docs/quality.md tells of each gate what its fit does", () => {
  const path = "docs/quality.md";
  const parts = readFileSync(path, "utf8").split(/<!-- \/?(?:gates|reliability) -->\n/);
  const [before = "", gates, between = "", means, after = ""] = parts;
  const text = [before, "<!-- gates -->\n", tables(), "<!-- /gates -->\n", between];
  const rest = ["<!-- reliability -->\n", reliabilities(), "<!-- /reliability -->\n", after];
  const picture = "docs/gates.svg";
  if (process.env["WHENCE_WRITE"]) {
    writeFileSync(path, [...text, ...rest].join(""));
    writeFileSync(picture, plotGates(GATES));
    return;
  }
  const written = [gates, means, readFileSync(picture, "utf8")];
  assert.deepEqual(
    written,
    [tables(), reliabilities(), plotGates(GATES)],
    "WHENCE_WRITE=1 node --test test/weights.test.ts writes it anew",
  );
  for (const figures of [stance.thread.dev, stance.article.dev])
    for (const name of ["macroF1", "deny", "disagree"])
      if (figures[name] !== undefined)
        assert.ok(before.concat(between, after).includes(figures[name].toFixed(3)), `${name} ${figures[name]}`);
});
