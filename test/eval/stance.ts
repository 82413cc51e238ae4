/**
 * Stance of posts and articles, scored offline: the same figures as the scorer beside the data gives over HTTP.
 *   node test/eval/stance.ts [--set rumoureval|fnc] [--split dev|train] [--limit 3000]
 * The data is third-party text and stays where it lies: see support/evaluation.ts for its folder.
 */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { stanceOf } from "../../shared/read/stance/stance.ts";
import { evaluationFolder } from "../support/evaluation.ts";
import { networks } from "../support/stance-networks.ts";

export const hasData = () => existsSync(`${evaluationFolder}/data/stance`);

/** One thing to judge: the gold label in the words of its set, and what stanceOf takes. */
export interface Case {
  gold: string;
  split: string;
  /** What must not stand on both sides of a fold: the news event of a post, the body of an article. */
  group: string;
  text: string;
  about: string;
  kind: string;
  root: string | null;
  parent: string | null;
}
interface Post {
  id: string;
  thread: string;
  parent: string | null;
  root: boolean;
  split: string;
  stance: string | null;
  event: string;
  text: string;
}

function rows<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(`${evaluationFolder}/data/stance/${path}`)).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** RumourEval 2019 task A, with the context that the scorer over HTTP sends. */
export function threadCases(): Case[] {
  const posts = rows<Post>("rumoureval2019/posts.jsonl.gz");
  const byId = new Map(posts.map((p) => [p.id, p]));
  const rootOf = new Map(posts.filter((p) => p.root === true).map((p) => [p.thread, p]));
  return posts.flatMap((p) => {
    if (!p.stance) return [];
    const root = rootOf.get(p.thread) ?? p;
    const parent = p.parent === null ? undefined : byId.get(p.parent);
    const isRoot = p.id === root.id;
    return {
      gold: p.stance,
      split: p.split,
      group: p.event,
      text: p.text || "(no text)",
      about: root.text || "(no text)",
      kind: isRoot ? "post" : "comment",
      root: isRoot ? null : root.text || "",
      parent: parent && parent !== root ? parent.text || "" : null,
    };
  });
}

/** FNC-1: an article's body towards a headline. */
export function articleCases(): Case[] {
  const bodies = new Map(rows<{ id: string; text: string }>("fnc1/bodies.jsonl.gz").map((b) => [b.id, b.text]));
  return rows<{ split: string; claim: string; body: string; label: string }>("fnc1/pairs.jsonl.gz").map((p) => ({
    gold: p.label,
    split: p.split,
    group: p.body,
    text: bodies.get(p.body) ?? "",
    about: p.claim,
    kind: "article",
    root: null,
    parent: null,
  }));
}

export const threadLabels = ["support", "deny", "query", "comment"];
export const articleLabels = ["agree", "disagree", "discuss", "unrelated"];
const toThread: Record<string, string> = { observe: "comment", unrelated: "comment" };
const toArticle: Record<string, string> = { support: "agree", deny: "disagree", unrelated: "unrelated" };
/** Our label in the words of a set. */
export const asGold = (set: string, label: string) => (set === "fnc" ? (toArticle[label] ?? "discuss") : (toThread[label] ?? label));

const round = (n: number) => Number(n.toFixed(4));
/** F1 of each label and their mean, of [gold, predicted] pairs. */
export function f1(pairs: [string, string][], labels: string[]): Record<string, number> {
  const per: Record<string, number> = {};
  for (const label of labels) {
    const hit = pairs.filter(([g, p]) => g === label && p === label).length;
    const either = pairs.filter(([g]) => g === label).length + pairs.filter(([, p]) => p === label).length;
    per[label] = either ? round((2 * hit) / either) : 0;
  }
  return { macroF1: round(labels.reduce((sum, label) => sum + (per[label] ?? 0), 0) / labels.length), ...per };
}
/** The score of the Fake News Challenge: a quarter for related or not, three more for the right stance. */
export function fncScore(pairs: [string, string][]): number {
  let score = 0;
  let best = 0;
  for (const [gold, predicted] of pairs) {
    best += gold === "unrelated" ? 0.25 : 1;
    if (gold === predicted) score += gold === "unrelated" ? 0.25 : 0.75;
    if (gold !== "unrelated" && predicted !== "unrelated") score += 0.25;
  }
  return round(score / Math.max(1, best));
}

/** Scores stanceOf on one set and split. */
export function score(set: string, split: string, limit = Number.POSITIVE_INFINITY) {
  const cases = (set === "fnc" ? articleCases() : threadCases()).filter((c) => c.split === split).slice(0, limit);
  const times: number[] = [];
  const pairs = cases.map((c): [string, string] => {
    const started = performance.now();
    const { label } = stanceOf(c.text, c.about, { networks, kind: c.kind, lang: "en", root: c.root, parent: c.parent });
    times.push(performance.now() - started);
    return [c.gold, asGold(set, label)];
  });
  times.sort((a, b) => a - b);
  const at = (q: number) => round(times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? 0);
  const figures = set === "fnc" ? { fncScore: fncScore(pairs), ...f1(pairs, articleLabels) } : f1(pairs, threadLabels);
  return { eval: "stance", set, split, cases: pairs.length, ...figures, p50ms: at(0.5), p95ms: at(0.95), maxms: at(1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const arg = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1];
  const has = (name: string) => process.argv.includes(`--${name}`);
  if (!hasData()) console.log(`no data in ${evaluationFolder}: set WHENCE_EVAL`);
  else {
    for (const set of has("set") ? [arg("set") ?? ""] : ["rumoureval", "fnc"])
      for (const split of has("split") ? [arg("split") ?? ""] : ["train", "dev"])
        console.log(JSON.stringify(score(set, split, has("limit") ? Number(arg("limit")) : undefined)));
  }
}
