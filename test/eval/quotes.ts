/**
 * Who said what in news text (PolNeAR), offline: the same scoring as the evaluation folder's quotes.mjs. Run: node test/eval/quotes.ts [dev|train]
 * [articles] [--rules]
 */
import { readDocument, statementsOf } from "../../shared/read/index.ts";
import { attributionModels } from "../support/attribution-models.ts";
import { articlesOf, Score } from "./attribution/polnear.ts";

const isRulesOnly = process.argv.includes("--rules");
const [split = "dev", limit = "10000"] = process.argv.slice(2).filter((word) => word !== "--rules");
const articles = articlesOf(split, Number(limit));
const score = new Score();
const times: number[] = [];
for (const { text, gold } of articles) {
  const started = performance.now();
  const reading = readDocument({ kind: "article", url: null, title: null, text, html: null, lang: null, publishedAt: null, author: null });
  const statements = isRulesOnly ? reading.statements : statementsOf(reading, attributionModels());
  times.push(performance.now() - started);
  if (reading.document.text.length !== text.length)
    process.stderr.write("a text has another length once it is read, so its offsets may be wrong\n");
  score.add(
    statements.map(({ content, speaker }) => ({ content, speaker: speaker?.text ?? "" })),
    gold,
  );
}
const round = (value: number) => Number(value.toFixed(4));
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    eval: "quotes",
    split,
    articles: articles.length,
    ...score.figures(),
    p50ms: round(times[Math.floor(times.length / 2)] ?? 0),
    p95ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
  }),
);
