/**
 * Which texts become one proposed claim, in one process on node:sqlite: node test/eval/rumours/clusters.ts SET alone|orders|beside [N]
 *   alone: each rumour in an empty instance of its own; orders: all rumours of the set, text by text, in N orders;
 *   beside: all rumours with the articles of PolNeAR and with made pages of common words, N pages in all.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { NIGHTLY } from "../../../workers/pipeline/nightly.ts";
import { openInProcess } from "../../bench/inprocess.ts";
import { build } from "../../bench/worker.ts";
import { unrelatedPages } from "../../fixtures/unrelated-pages.ts";
import { evaluation } from "../../support/evaluation.ts";
import { type Rumour, refOf, rumoursOf, siteOf, words } from "./data.ts";

const NIGHTS = 3;
const w = await words();
const bundle = await build();
const [set = "dev", mode = "alone", count = "3"] = process.argv.slice(2);

interface Page {
  ref: string;
  title?: string | undefined;
  text: string;
  lang?: string | undefined;
  url: string;
}
interface Proposal {
  text: string;
  /** The refs of its documents, sorted. */
  refs: string[];
}

let site = 0;
const pagesOf = (rumour: Rumour): Page[] =>
  rumour.documents.map((document) => {
    const { ref, title, text, lang } = document;
    return { ref: refOf(rumour, document), title, text, lang, url: `https://${siteOf(document, ++site, w)}/${ref}` };
  });

/** What an empty instance proposes of some pages that come in this order, so many at once. */
async function proposalsOf(pages: readonly Page[], atOnce: number): Promise<Proposal[]> {
  const say = console.log;
  console.log = () => {};
  const worker = await openInProcess(bundle, false);
  const get = async <T>(path: string) => JSON.parse((await worker.call("GET", path)).text) as T;
  for (let i = 0; i < pages.length; i += atOnce) {
    const lines = pages
      .slice(i, i + atOnce)
      .map((page) => JSON.stringify({ type: "document", kind: "article", publishedAt: "2014-11-20", ...page }));
    await worker.call("POST", "/v1/import", lines.join("\n"), { prefer: "wait", "content-type": "application/x-ndjson" });
    await worker.settle();
  }
  // What a bounded look-up did not see is put right at night.
  for (let night = 0; night < NIGHTS; night++) {
    await worker.scheduled(NIGHTLY);
    await worker.settle();
  }
  const refs = new Map<string, string>();
  for (const { ref } of pages) refs.set((await get<{ id: string }>(`/v1/documents/${encodeURIComponent(ref)}`)).id, ref);
  const found: Proposal[] = [];
  for (let cursor = ""; ; ) {
    const { claims, next } = await get<{ claims: { id: string; text: string }[]; next: string | null }>(
      `/v1/claims?status=proposed&limit=100${cursor}`,
    );
    for (const { id, text } of claims) {
      const { events } = await get<{ events: { document: string }[] }>(`/v1/claims/${id}/timeline?limit=200`);
      found.push({ text, refs: [...new Set(events.flatMap(({ document }) => refs.get(document) ?? []))].sort() });
    }
    if (!next) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  worker.close();
  console.log = say;
  return found.sort((a, b) => (a.refs.join() < b.refs.join() ? -1 : 1));
}

const rumours = rumoursOf(set);
/** The share of the documents that take each rumour up on its largest proposal, proposals a rumour, and documents of others on proposals of one. */
function tell(name: string, proposals: readonly Proposal[], others: ReadonlySet<string>): void {
  let [about, largest, foreign] = [0, 0, 0];
  for (const rumour of rumours) {
    const own = new Set(rumour.documents.filter((one) => one.about).map((one) => refOf(rumour, one)));
    about += own.size;
    largest += Math.max(0, ...proposals.map(({ refs }) => refs.filter((ref) => own.has(ref)).length));
  }
  const isOf = (ref: string) => rumours.find(({ id }) => ref.startsWith(`${id}-`))?.id ?? null;
  for (const { refs } of proposals) if (new Set(refs.map(isOf)).size > 1) foreign++;
  const ofOthers = proposals.filter(({ refs }) => refs.some((ref) => others.has(ref))).length;
  console.log(
    `${name}: ${largest} of ${about} (${(largest / about).toFixed(3)}) on the largest proposal of their rumour; ${proposals.length} proposals, ${foreign} with texts of two stories, ${ofOthers} with other pages`,
  );
}

if (mode === "alone") {
  const all: Proposal[] = [];
  for (const rumour of rumours) all.push(...(await proposalsOf(pagesOf(rumour), 100)));
  tell("each alone", all, new Set());
} else if (mode === "orders") {
  const pages = rumours.flatMap(pagesOf);
  const seen = new Set<string>();
  for (let order = 0; order < Number(count); order++) {
    // A step that shares no factor with the number of pages visits each once.
    const step = [1, 37, 53, 71, 89, 101, 131][order % 7] ?? 1;
    const shuffled = pages.map((_, i) => pages[(i * step + order) % pages.length] as Page);
    const found = await proposalsOf(shuffled, 1);
    tell(`order ${order + 1}`, found, new Set());
    seen.add(JSON.stringify(found));
  }
  console.log(`${seen.size} different outcome(s) of ${count} orders`);
} else {
  const real = gunzipSync(readFileSync(evaluation("data/quotes/polnear/train.jsonl.gz")))
    .toString()
    .split("\n")
    .filter(Boolean);
  const articles = real.map(
    (line, i): Page => ({ ref: `polnear-${i}`, text: (JSON.parse(line) as { text: string }).text, url: `https://p${i}.example/a` }),
  );
  const made = unrelatedPages(Math.max(0, Number(count) - articles.length)).map(
    ({ title, body }, i): Page => ({ ref: `made-${i}`, title, text: body, url: `https://m${i}.example/a` }),
  );
  const beside = [...articles, ...made].slice(0, Number(count));
  tell(
    `beside ${beside.length} pages`,
    await proposalsOf([...rumours.flatMap(pagesOf), ...beside], 50),
    new Set(made.map(({ ref }) => ref)),
  );
}
