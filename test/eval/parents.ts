/**
 * Hidden parents, offline: posts of threads and cascades without the ids of what they answer or repost. How often the right parent is among
 * the candidates of `relate()`, and is the primary one, against "the root" and "the latest earlier post".
 *   node test/eval/parents.ts [train|dev]
 * NotifyContext are given as the pipeline finds them: by account (the latest four before), by near text, by link.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { MAX_CANDIDATE_AGE } from "../../shared/edges/evidence/named-account.ts";
import { COPY_SIMILARITY } from "../../shared/edges/evidence/near-texts.ts";
import { retold } from "../../shared/edges/evidence/retelling.ts";
import type { Neighbour, RelateInput } from "../../shared/edges/kind.ts";
import { primaryOf, relate } from "../../shared/edges/relate.ts";
import { type PublishedTime, parseTime, timeOfId, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { fingerprint, similarity } from "../../shared/text/fingerprint.ts";
import { mentionsIn } from "../../shared/text/posts/account-mentions.ts";
import { input } from "../shared/edges/input.ts";
import { evaluationFolder } from "../support/evaluation.ts";

export interface Post {
  id: string;
  parent: string | null;
  author: string;
  text: string;
  published: PublishedTime;
  lang: string | null;
}
export interface Thread {
  platform: string;
  posts: Post[];
}
/** As many as the store gives (workers/store/documents/mentions.ts, texts.ts). */
const LATEST = 4;
const ALIKE = 9;
const MIN_SIMILARITY = 0.1;

const signatures = new WeakMap<Post, string>();
function signatureOf(post: Post): string {
  const held = signatures.get(post) ?? fingerprint(post.text)?.signature ?? "";
  signatures.set(post, held);
  return held;
}
const neighbourOf = (post: Post, platform: string): Neighbour => ({
  id: post.id,
  seen: "observed",
  url: null,
  platform,
  authorId: post.author.toLowerCase(),
  family: null,
  wireCredit: null,
  lang: post.lang,
  published: post.published,
});

/** What relating is given of one post, with the rest of its thread stored. */
export function inputsFor({ platform, posts }: Thread, post: Post): RelateInput {
  const at = post.published.latest ?? 0;
  const before = (other: Post) => (other.published.earliest ?? Number.POSITIVE_INFINITY) <= at && other.id !== post.id;
  const signature = signatureOf(post);
  const near = posts
    .filter((other) => before(other) && other.text)
    .map((other) => ({ other, similarity: similarity(signature, signatureOf(other)) }))
    .filter((n) => n.similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, ALIKE);
  const named = mentionsIn(post.text).map((mention) => {
    const own = posts.filter((other) => other.author.toLowerCase() === mention.handle);
    const latest = own
      .filter((other) => before(other) && (other.published.earliest ?? 0) >= at - MAX_CANDIDATE_AGE)
      .sort((a, b) => (b.published.earliest ?? 0) - (a.published.earliest ?? 0))
      .slice(0, LATEST);
    const found = new Set([...latest, ...near.map((n) => n.other).filter((other) => own.includes(other))]);
    return { mention, candidates: [...found].map((other) => ({ document: neighbourOf(other, platform), text: other.text })) };
  });
  return input({
    document: { ...neighbourOf(post, platform), kind: "post", text: post.text, handle: post.author.toLowerCase() },
    near: near.map((n) => ({
      similarity: n.similarity,
      document: neighbourOf(n.other, platform),
      retold:
        n.similarity < COPY_SIMILARITY ? retold({ text: n.other.text, lang: n.other.lang }, { text: post.text, lang: post.lang }) : null,
    })),
    named,
  });
}

/** Shares of the posts whose parent is there, and how often the primary one is right where there is one. */
export function evaluate(threads: Thread[]) {
  const count = { posts: 0, found: 0, among: 0, primary: 0, root: 0, latest: 0 };
  for (const thread of threads) {
    const root = thread.posts.find((post) => post.parent === null);
    const ids = new Set(thread.posts.map((post) => post.id));
    for (const post of thread.posts) {
      if (post.parent === null || !ids.has(post.parent)) continue;
      count.posts++;
      if (root?.id === post.parent) count.root++;
      const earlier = thread.posts.filter((o) => o.id !== post.id && (o.published.earliest ?? 0) < (post.published.earliest ?? 0));
      const latest = earlier.reduce<Post | null>((a, b) => ((b.published.earliest ?? 0) >= (a?.published.earliest ?? 0) ? b : a), null);
      if (latest?.id === post.parent) count.latest++;
      const edges = relate(inputsFor(thread, post)).filter((edge) => edge.childId === post.id);
      const chosen = edges[primaryOf(edges)];
      if (chosen && chosen.parentId !== null) count.found++;
      if (edges.some((edge) => edge.parentId === post.parent)) count.among++;
      if (chosen?.parentId === post.parent) count.primary++;
    }
  }
  const share = (n: number, of = count.posts) => Number((n / Math.max(1, of)).toFixed(3));
  return {
    posts: count.posts,
    among: share(count.among),
    primary: share(count.primary),
    precision: share(count.primary, count.found),
    root: share(count.root),
    latestEarlier: share(count.latest),
  };
}

const rows = <T>(file: string): T[] =>
  gunzipSync(readFileSync(`${evaluationFolder}/data/${file}`))
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
const timeOf = (iso: string | null) => (iso && parseTime(iso, "platform")) || UNKNOWN_TIME;

/** Threads of RumourEval 2019 by platform. */
export function rumourEval(split: string): Map<string, Thread[]> {
  type Row = {
    platform: string;
    thread: string;
    id: string;
    parent: string | null;
    split: string;
    author: string | null;
    ts: string | null;
    text: string;
  };
  const threads = new Map<string, Thread>();
  for (const row of rows<Row>("stance/rumoureval2019/posts.jsonl.gz")) {
    if (row.split !== split) continue;
    const key = `${row.platform} ${row.thread}`;
    const thread = threads.get(key) ?? { platform: row.platform === "twitter" ? "x" : row.platform, posts: [] };
    thread.posts.push({
      ...row,
      author: row.author ?? `unknown of ${row.id}`,
      published: timeOfId(thread.platform, row.id) ?? timeOf(row.ts),
      lang: "en",
    });
    threads.set(key, thread);
  }
  const out = new Map<string, Thread[]>();
  for (const thread of threads.values()) out.set(thread.platform, [...(out.get(thread.platform) ?? []), thread]);
  return out;
}
/** Weibo cascades, every second one for each split; a repost that names no parent came from the root. */
export function weibo(split: string): Thread[] {
  type Repost = { id: string; parent: string | null; uid: string; ts_cst: string; text: string };
  type Row = { id: string; uid: string; ts: string; text: string; reposts: Repost[] };
  return rows<Row>("cascades/weibo.jsonl.gz")
    .filter((_, i) => i % 2 === (split === "train" ? 0 : 1))
    .map((row) => ({
      platform: "weibo",
      posts: [
        { id: row.id, parent: null, author: row.uid, text: row.text, published: timeOf(row.ts), lang: "zh" },
        ...row.reposts.map((repost) => ({
          id: repost.id,
          parent: repost.parent ?? row.id,
          author: repost.uid,
          text: repost.text,
          published: timeOf(`${repost.ts_cst.replace(" ", "T")}+08:00`),
          lang: "zh",
        })),
      ],
    }));
}

if (import.meta.main) {
  const [split = "dev"] = process.argv.slice(2);
  if (!existsSync(`${evaluationFolder}/data/stance/rumoureval2019`)) console.log(`No evaluation data in ${evaluationFolder}`);
  else {
    for (const [platform, threads] of rumourEval(split))
      console.log(JSON.stringify({ eval: "parents", set: `rumoureval ${platform}`, split, ...evaluate(threads) }));
    console.log(JSON.stringify({ eval: "parents", set: "weibo", split, ...evaluate(weibo(split)) }));
  }
}
