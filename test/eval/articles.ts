/**
 * Scores reading of web pages without a server: token F1 of article text and titles (readability, news), publication days (dates), and what is cut
 * from plain articles (polnear). The same measures as articles.mjs of the evaluation data, one JSON line each.   node test/eval/articles.ts
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { pageOf } from "../../shared/html/page.ts";
import { evaluationFolder } from "../support/evaluation.ts";

interface Row {
  id: string;
  url: string;
  date: string;
  html: string;
  text: string;
  expected_html: string;
  meta_title: string | null;
}

function rows(path: string): Row[] {
  const file = `${evaluationFolder}/data/${path}`;
  if (!existsSync(file)) {
    console.log(JSON.stringify({ eval: "articles", skipped: `no ${path}: set WHENCE_EVAL` }));
    return [];
  }
  return gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

const ENTITY: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };
const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITY[name] ?? " ");

function bag(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function tokenF1(a: Map<string, number>, b: Map<string, number>): number {
  let both = 0;
  let all = 0;
  for (const [word, n] of a) {
    all += n;
    both += Math.min(n, b.get(word) ?? 0);
  }
  for (const n of b.values()) all += n;
  return all ? (2 * both) / all : 0;
}

const round = (value: number, digits = 4) => Number(value.toFixed(digits));
const mean = (values: number[]) => round(values.reduce((a, b) => a + b, 0) / (values.length || 1));
const times: number[] = [];
function read(input: { url: string | null; html: string | null; text: string | null }) {
  const started = performance.now();
  const page = pageOf({ kind: "article", title: null, lang: null, publishedAt: null, author: null, ...input });
  times.push(performance.now() - started);
  return page;
}
function report(figures: Record<string, unknown>) {
  const sorted = times.splice(0).sort((a, b) => a - b);
  const at = (q: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0, 1);
  console.log(JSON.stringify({ eval: "articles", ...figures, p50ms: at(0.5), p95ms: at(0.95), maxms: at(1) }));
}

const verbose = process.argv.includes("--verbose");
for (const set of ["readability", "news"]) {
  const pages = rows(`articles/${set}.jsonl.gz`);
  if (!pages.length) continue;
  const titles: number[] = [];
  const scores = pages.map((page) => {
    const found = read({ url: page.url ?? `https://example.com/${page.id}`, html: page.html, text: null });
    const score = tokenF1(bag(found.text), bag(plain(page.expected_html)));
    if (page.meta_title) {
      titles.push(Number(found.title?.trim() === page.meta_title.trim()));
      if (verbose && !titles.at(-1)) console.error(page.id, JSON.stringify([found.title, page.meta_title]));
    }
    if (verbose && score < 0.95) console.error(page.id, round(score), found.text.length);
    return score;
  });
  const below50 = scores.filter((s) => s < 0.5).length;
  report({ set, pages: pages.length, F1: mean(scores), below50, ...(titles.length ? { title: mean(titles) } : {}) });
}

const dated = rows("articles/dates.jsonl.gz");
if (dated.length) {
  let right = 0;
  let given = 0;
  for (const page of dated) {
    const { publishedAt, modifiedAt } = read({ url: page.url, html: page.html, text: null });
    const day = publishedAt?.value.slice(0, 10);
    if (day) given++;
    if (day === page.date) right++;
    else if (verbose)
      console.error(page.date, publishedAt?.value, publishedAt?.basis, "modified", modifiedAt?.value, page.url.slice(0, 100));
  }
  report({ set: "dates", pages: dated.length, accuracy: round(right / dated.length), precision: round(right / (given || 1)) });
}

for (const split of ["train", "dev"]) {
  const articles = rows(`quotes/polnear/${split}.jsonl.gz`);
  if (!articles.length) continue;
  let characters = 0;
  let dropped = 0;
  let changed = 0;
  for (const { text } of articles) {
    const found = read({ url: null, html: null, text });
    characters += text.length;
    dropped += text.length - found.text.length;
    changed += Number(found.text !== text);
  }
  report({ set: `polnear ${split}`, pages: articles.length, characters, dropped, changed });
}
