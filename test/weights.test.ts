/**
 * Each file of fitted weights tells how it was fitted and how well, and docs/quality.md tells the same: its tables of gates are written by
 * `WHENCE_WRITE=1 node --test test/weights.test.ts`.
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Curve, Reliabilities, Reliability } from "./eval/rumours/figures.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
interface Fit {
  command?: string;
  fittedOn: string;
  folds: string;
  train: unknown;
  dev: unknown;
}
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const files = globSync("shared/**/*weights.json").sort();
/** The fits in a file: its own, or one for each network. */
const fitsOf = (content: Record<string, { fit?: Fit } & Fit>): Fit[] =>
  content["fit"] ? [content["fit"]] : Object.values(content).flatMap((part) => (part?.fit ? [part.fit] : []));

for (const file of files)
  test(`${file} tells its command, its set, its folds and its figures on train and dev`, () => {
    const content = read(file);
    const fits = fitsOf(content);
    assert.ok(fits.length > 0, "no figures");
    for (const fit of fits) {
      const [, script = ""] = /^node (\S+)/.exec(fit.command ?? content.command ?? "") ?? [];
      assert.ok(existsSync(script), script);
      assert.match(fit.fittedOn, /\d/);
      assert.match(fit.folds, /by \w+$/);
      for (const figures of [fit.train, fit.dev]) assert.match(JSON.stringify(figures), /\d/);
    }
  });

const responses = read("shared/read/gates/response-weights.json");
const sources = read("shared/read/gates/source-weights.json");
const named = read("shared/cluster/source-weights.json");
const pages = read("shared/match/page-weights.json");
const stance = read("shared/read/stance/weights.json");
/** Gates by what they decide: figures, and the least probability that is taken. */
const GATES: [string, { train: Curve; dev: Curve }, number][] = [
  ["act, its party and type, by its document alone (`fit-responses`)", responses.fit, Number.NaN],
  ["act, with the other documents (`fit-responses`)", responses.besides, responses.threshold],
  ["named source, by its document alone (`fit-sources`)", sources.fit, sources.threshold],
  ["named source, with the other documents (`fit-sources`)", named.fit, named.threshold],
  ["page takes up a claim (`fit-page-links`)", pages.fit, pages.linked],
  ["stance: a denial said by name (`fit-stance`)", { train: stance.titled.fit.train.denials, dev: stance.titled.fit.dev.denials }, 0.8],
];
const pair = ([, right, found]: Curve[number]) => `${right.toFixed(3)}, ${found.toFixed(3)}`;
function table(): string {
  const rows = GATES.flatMap(([name, { train, dev }, taken]) =>
    train.flatMap((row) => {
      const same = dev.find(([threshold]) => threshold === row[0]);
      const threshold = row[0] === taken ? `**${row[0]}**` : `${row[0]}`;
      return same ? [`| ${name} | ${threshold} | ${pair(row)} | ${pair(same)} |`] : [];
    }),
  );
  const { train, dev } = responses.besides as { train: Curve; dev: Curve };
  const line = (curve: Curve, at: 1 | 2) => `  line [${curve.map((row) => row[at].toFixed(2)).join(", ")}]`;
  return [
    "| gate | least probability | train: right, found | dev: right, found |",
    "|---|---|---|---|",
    ...rows,
    "",
    "```mermaid",
    "xychart-beta",
    '  title "Acts by least probability: right (falling: found), train folds and dev"',
    `  x-axis [${train.map(([threshold]) => threshold).join(", ")}]`,
    "  y-axis 0 --> 1",
    line(train, 1),
    line(train, 2),
    line(dev, 1),
    line(dev, 2),
    "```",
    "",
  ].join("\n");
}

/** Whether probabilities mean what they say: by tenths, their mean and the share that was right. */
function reliabilities(): string {
  const all: Reliabilities = read("test/eval/data/reliability.json");
  const cells = (rows: Reliability) => rows.map(([said, right, count]) => `${said.toFixed(2)}: ${right.toFixed(2)} (${count})`).join("; ");
  const rows = Object.entries(all).map(([gate, { train, dev }]) => `| ${gate} | ${cells(train)} | ${cells(dev)} |`);
  return ["| gate | train folds | dev |", "|---|---|---|", ...rows, ""].join("\n");
}

test("docs/quality.md tells of each gate what its weights' file does", () => {
  const path = "docs/quality.md";
  const parts = readFileSync(path, "utf8").split(/<!-- \/?(?:gates|reliability) -->\n/);
  const [before = "", gates, between = "", means, after = ""] = parts;
  const text = [before, "<!-- gates -->\n", table(), "<!-- /gates -->\n", between];
  const rest = ["<!-- reliability -->\n", reliabilities(), "<!-- /reliability -->\n", after];
  if (process.env["WHENCE_WRITE"]) return writeFileSync(path, [...text, ...rest].join(""));
  assert.deepEqual([gates, means], [table(), reliabilities()], "WHENCE_WRITE=1 node --test test/weights.test.ts writes it anew");
  for (const figures of [stance.thread.fit.dev, stance.article.fit.dev])
    for (const name of ["macroF1", "deny", "disagree"])
      if (figures[name] !== undefined)
        assert.ok(before.concat(between, after).includes(figures[name].toFixed(3)), `${name} ${figures[name]}`);
});
