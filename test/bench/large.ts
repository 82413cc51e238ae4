/** A claim with tens of thousands of sightings, most of them in one share tree, filled through the import. */
import { random } from "../support/random.ts";
import * as corpus from "./corpus.ts";
import { median } from "./proc.ts";
import { settle, taken } from "./seed.ts";
import type { Answer, Running } from "./worker.ts";

export interface Large {
  claimId: string;
  /** The root of the large share tree. */
  rootId: string;
  /** The root of a small tree that waits for its parent, by the ref of that. */
  waiting: { ref: string; size: number };
  seconds: number;
}
const START = Date.UTC(2025, 0, 1);
const LANGUAGES = ["en", "es", "pt", "fr"];

/**
 * Fills an instance with a claim seen in `cascade` posts of one share tree and in trees of 2,000 up to `sightings`. What is reposted stands
 * in an import before, so that each repost is concluded as it comes in.
 */
export async function fillLarge(whence: Running, sightings: number, cascade: number): Promise<Large> {
  const started = performance.now();
  const next = random(42);
  const text = "Qwyrt Lomond sank off Zaandam with its lights on";
  const claim = (await taken(whence.call("POST", "/v1/claims", { text }))).body as { id: string };
  const sizes = [cascade];
  for (let left = sightings - cascade; left > 0; left -= 2000) sizes.push(Math.min(2000, left));
  const name = (tree: number, i: number) => `large:${tree}:${i}`;
  const post = (tree: number, i: number, more: object) => ({
    type: "document",
    ref: name(tree, i),
    platform: "x",
    platformId: name(tree, i),
    author: { handle: `large_${(tree * 7919 + i) % 9973}` },
    lang: LANGUAGES[i % LANGUAGES.length],
    publishedAt: new Date(START + (tree * 50_000 + i) * 30_000).toISOString(),
    ...more,
  });
  for (const [tree, size] of sizes.entries()) {
    const root = post(tree, 0, { text: `${text}, ${tree} heard.`, ...(tree === 1 ? { quoteOf: "large:late" } : {}) });
    await lines(whence, [root], { prefer: "wait" });
    for (let from = 1; from < size; ) {
      // The first shares are of the root; later ones of what is there, the earlier the likelier.
      const to = Math.min(size, from === 1 ? 20 : from + 1000);
      const shares = Array.from({ length: to - from }, (_, k) =>
        post(tree, from + k, { repostOf: name(tree, Math.floor((from - 0.001) * next() ** 2)) }),
      );
      await lines(whence, shares, {});
      from = to;
    }
  }
  const rootId = (await taken(whence.call("GET", `/v1/documents/${encodeURIComponent(name(0, 0))}`))).body as { id: string };
  return {
    claimId: claim.id,
    rootId: rootId.id,
    waiting: { ref: "large:late", size: sizes[1] ?? 0 },
    seconds: (performance.now() - started) / 1000,
  };
}

async function lines(whence: Running, all: object[], headers: Record<string, string>): Promise<void> {
  const { body } = await taken(whence.call("POST", "/v1/import", corpus.ndjson(all), headers));
  if ((body as { waiting: number }).waiting) await settle(whence);
}
export interface Figure {
  what: string;
  read: number;
  written: number;
  /** Medians of `times` requests. */
  ms: number;
  cpu: number;
}
/** Rows, wall and CPU time of the ways to look at a large claim, taken in turns with /healthz, so that all see the same machine. */
export async function measureLarge(whence: Running, large: Large, times: number): Promise<Figure[]> {
  const claim = `/v1/claims/${large.claimId}`;
  const first = `${claim}/timeline?limit=50`;
  // The last page: whole pages of 200, then what is left but for the last 50.
  let last = first;
  for (let next: string | null = "", left = Number.POSITIVE_INFINITY; next !== null; ) {
    const size = left > 250 ? 200 : Math.max(1, left - 50);
    const page = await taken(whence.call("GET", `${claim}/timeline?limit=${size}${next ? `&cursor=${next}` : ""}`));
    const body = page.body as { events: unknown[]; next: string | null; counts: { sightings: number } };
    left = (Number.isFinite(left) ? left : body.counts.sightings) - body.events.length;
    next = body.next;
    if (next) last = `${first}&cursor=${next}`;
    if (left <= 50) break;
  }
  const paths: Record<string, string> = {
    healthz: "/healthz",
    "first page": first,
    "last page": last,
    "graph, 200 nodes": `${claim}/graph`,
    "spread by week": `${claim}/spread?by=week`,
    cascade: `/v1/documents/${large.rootId}/cascade`,
    "cascade, 20 branches": `/v1/documents/${large.rootId}/cascade?branches=20`,
  };
  const figures = new Map(Object.keys(paths).map((what) => [what, { ms: [] as number[], cpu: [] as number[], read: 0, written: 0 }]));
  for (let i = -3; i < times; i++)
    for (const [what, path] of Object.entries(paths)) {
      const [started, used] = [performance.now(), whence.cpu()];
      const answer = await taken(whence.call("GET", path, undefined, { "accept-encoding": "identity" }));
      const figure = figures.get(what);
      if (i < 0 || !figure) continue;
      figure.ms.push(performance.now() - started);
      figure.cpu.push(whence.cpu() - used);
      Object.assign(figure, { read: answer.read, written: answer.written });
    }
  return [...figures].map(([what, f]) => ({ what, read: f.read, written: f.written, ms: median(f.ms), cpu: median(f.cpu) }));
}

/** The parent of a whole tree comes late: what that writes, and the tree that it then heads. */
export async function lateParent(whence: Running, { waiting }: Large): Promise<Answer> {
  return taken(
    await whence.call(
      "POST",
      "/v1/documents",
      { ref: waiting.ref, platform: "x", platformId: waiting.ref, author: { handle: "late" }, text: "Something sank off Zaandam." },
      {},
    ),
  );
}
