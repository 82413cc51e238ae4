/**
 * Who said what in news text (PolNeAR), offline: the same scoring as the evaluation folder's quotes.mjs. Run: node test/eval/quotes.ts [dev|train]
 * [articles]
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readDocument } from "../../shared/read/index.ts";
import { evaluation } from "../support/evaluation.ts";

interface Marked {
  spans: [number, number][];
  text: string;
}
interface Article {
  text: string;
  annotations: { attributions: { source: Marked[]; cue: Marked[]; content: Marked[] }[] }[];
}
const SMALL = new Set(["the", "a", "an", "of", "and", "mr", "ms", "mrs"]);
const words = (text: string) => new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)));

/** Jaccard index on characters of a span and a set of spans. */
function overlap(start: number, end: number, spans: [number, number][]): number {
  const gold = new Set(spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));
  let both = 0;
  for (const at of gold) if (at >= start && at < end) both++;
  return both / (gold.size + end - start - both || 1);
}

const [split = "dev", limit = "10000"] = process.argv.slice(2);
const articles: Article[] = gunzipSync(readFileSync(evaluation(`data/quotes/polnear/${split}.jsonl.gz`)))
  .toString()
  .split("\n")
  .filter(Boolean)
  .slice(0, Number(limit))
  .map((line) => JSON.parse(line));
const sum = { gold: 0, found: 0, named: 0, predicted: 0, right: 0, direct: 0, directFound: 0, directNamed: 0 };
const times: number[] = [];
for (const { text, annotations } of articles) {
  const started = performance.now();
  const reading = readDocument({ kind: "article", url: null, title: null, text, html: null, lang: null, publishedAt: null, author: null });
  times.push(performance.now() - started);
  const hit = new Set<number>();
  const same = reading.document.text.length === text.length;
  for (const gold of annotations[0]?.attributions ?? []) {
    if (!gold.content.length || !gold.source.length) continue;
    const spans = gold.content.flatMap((c) => c.spans);
    const who = words(gold.source.map((s) => s.text).join(" "));
    const direct = /[“"”]/.test(gold.content.map((c) => c.text).join(" "));
    const matches = reading.statements.flatMap((s, i) => (overlap(s.content.start, s.content.end, spans) >= 0.5 ? [i] : []));
    const named = matches.filter((i) => [...words(reading.statements[i]?.speaker?.text ?? "")].some((word) => who.has(word)));
    for (const i of named) hit.add(i);
    sum.gold++;
    sum.found += Number(matches.length > 0);
    sum.named += Number(named.length > 0);
    sum.direct += Number(direct);
    sum.directFound += Number(direct && matches.length > 0);
    sum.directNamed += Number(direct && named.length > 0);
  }
  if (!same) process.stderr.write("a text has another length once it is read, so its offsets may be wrong\n");
  sum.predicted += reading.statements.length;
  sum.right += hit.size;
}
const precision = sum.right / (sum.predicted || 1);
const recall = sum.named / (sum.gold || 1);
const round = (value: number) => Number(value.toFixed(4));
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    eval: "quotes",
    split,
    articles: articles.length,
    gold: sum.gold,
    predicted: sum.predicted,
    contentRecall: round(sum.found / sum.gold),
    speakerRecall: round(recall),
    precision: round(precision),
    F1: round((2 * precision * recall) / (precision + recall || 1)),
    directContentRecall: round(sum.directFound / sum.direct),
    directSpeakerRecall: round(sum.directNamed / sum.direct),
    p50ms: round(times[Math.floor(times.length / 2)] ?? 0),
    p95ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
  }),
);
