/**
 * `node test/eval/text-changes.ts`: how well each kind of text change is found in retold texts made up for it, as a table.
 * The texts are of our own making (test/shared/changes): 2,000 of each language with seeds that the tests do not use.
 */

import { textChangesBetween } from "../../shared/changes/text-changes.ts";
import { chinese, english } from "../shared/changes/fact-languages.ts";
import { retold } from "../shared/changes/generator.ts";
import { precision, recall, tally } from "../shared/changes/score.ts";

const TEXTS = 2_000;
const languages = [english, chinese];
const tallies = languages.map((language) => tally(language, TEXTS, { seed: 104_729 }));
console.log(`| kind | ${languages.map(({ lang }) => `${lang}: precision | recall | of`).join(" | ")} |`);
console.log(`| --- |${" --- | --- | --- |".repeat(languages.length)}`);
for (const kind of Object.keys(tallies[0] ?? {}) as (keyof (typeof tallies)[number])[]) {
  if (kind === "translated") continue;
  const cells = tallies.map((counts) => {
    const one = counts[kind];
    return `${precision(one).toFixed(3)} | ${recall(one).toFixed(3)} | ${one.right + one.missed}`;
  });
  console.log(`| ${kind} | ${cells.join(" | ")} |`);
}
const pairs = Array.from({ length: 500 }, (_, i) => retold(english, 31 * i + 7));
const start = process.cpuUsage();
for (const { parent, child } of pairs) textChangesBetween({ text: parent, lang: "en" }, { text: child, lang: "en" });
console.log(`\n${(process.cpuUsage(start).user / 1000 / pairs.length).toFixed(2)} ms of CPU a pair`);
