/**
 * `npm run bench -- --intake`: what a real post, article and HTML page cost that are sent alone, with all that comes of each, in multiples of
 * `/healthz`. Needs the evaluation data (WHENCE_EVAL): FNC-1's headlines as claims and its articles, posts of RumourEval 2019, news pages.
 */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { evaluation } from "../../support/evaluation.ts";
import { median } from "../proc.ts";
import { importLines, taken } from "../seed.ts";
import { build, start } from "../worker.ts";

const CLAIMS = 990;
/** Requests between two readings of the CPU. */
const GROUP = 10;

function rowsOf<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(evaluation(`data/${file}.jsonl.gz`)))
    .toString("utf8")
    .split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line) as T);
}

/**
 * Claims, and documents of each kind: those that are sent before it is measured, so that others of the same stories are held, and those that are
 * measured.
 */
export function realDocuments() {
  const pairs = rowsOf<{ claim: string; body: string; label: string }>("stance/fnc1/pairs");
  const titles = new Map(pairs.filter(({ label }) => label !== "unrelated").map(({ body, claim }) => [body, claim]));
  const posts = rowsOf<{ platform: string; id: string; author: string; text: string }>("stance/rumoureval2019/posts");
  const post = posts
    .filter(({ platform }) => platform === "twitter")
    .map(({ id, author, text }) => ({ kind: "post", platform: "x", platformId: id, author: { handle: author }, text }));
  const article = rowsOf<{ id: string; text: string }>("stance/fnc1/bodies").map(({ id, text }) => {
    const [title, url] = [titles.get(id), `https://news-${id.at(-1)}.example/${id}`];
    return { kind: "article", url, publishedAt: "2014-10-01", text, ...(title && { title }) };
  });
  const page = rowsOf<{ url: string; html: string }>("articles/news").map(({ url, html }) => ({ kind: "article", url, html }));
  const claims = [...new Set(pairs.map(({ claim }) => claim))].slice(0, CLAIMS);
  return {
    claims: claims.map((text, i) => ({ type: "claim", ref: `fnc:${i}`, text, lang: "en" })),
    kinds: [
      { what: "post", documents: post, before: 200, measured: 120 },
      { what: "article", documents: article, before: 120, measured: 80 },
      { what: "HTML page", documents: page, before: 40, measured: 40 },
    ],
  };
}

interface Usage {
  calls: number;
  statements: number;
  read: number;
  written: number;
}

export async function intake(): Promise<void> {
  const whence = await start(await build("test/bench/workers/counted.ts"));
  const { claims, kinds } = realDocuments();
  await importLines(whence, claims, 100);
  const healthz = () => whence.call("GET", "/healthz", undefined, { "accept-encoding": "identity" });
  const add = (document: object) => taken(whence.call("POST", "/v1/documents", document, { prefer: "wait" }));
  const usage = async () => (await (await fetch(`${whence.url}/-/usage`)).json()) as Usage;
  /** CPU (ms) of a request, with what it leaves to be done after the answer. */
  const each = async (count: number, send: (i: number) => Promise<unknown>) => {
    const before = whence.cpu();
    for (let i = 0; i < count; i++) await send(i);
    await wait(100);
    return (whence.cpu() - before) / count;
  };
  for (const { documents, before } of kinds) for (const document of documents.slice(0, before)) await add(document);
  const rows = [];
  for (const { what, documents, before, measured } of kinds) {
    const [floors, used]: [number[], number[]] = [[], []];
    const cost = { calls: 0, statements: 0, read: 0, written: 0 };
    for (let i = 0; i < measured; i += GROUP) {
      floors.push(await each(4 * GROUP, healthz));
      const earlier = await usage();
      used.push(await each(GROUP, (k) => add(documents[before + i + k] ?? {})));
      const later = await usage();
      for (const name of ["calls", "statements", "read", "written"] as const) cost[name] += (later[name] - earlier[name]) / measured;
    }
    const [floor, own] = [median(floors), median(used)];
    rows.push({
      what,
      "CPU ms": own.toFixed(1),
      "× /healthz": (own / floor).toFixed(1),
      "D1 calls": cost.calls.toFixed(1),
      statements: cost.statements.toFixed(0),
      "rows read": cost.read.toFixed(0),
      "rows written": cost.written.toFixed(1),
    });
  }
  console.table(rows);
  await whence.stop();
}
