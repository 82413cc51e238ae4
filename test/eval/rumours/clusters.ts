/**
 * Which texts become one proposed claim, in one process on node:sqlite: node test/eval/rumours/clusters.ts SET alone|orders|answers|beside [N]
 *   alone: each rumour in an empty instance of its own; orders: all rumours of the set, text by text, in N orders;
 *   answers: the same with the rumours' claims entered first: whether their documents, acts, origins and first known are the same;
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
  kind?: string | undefined;
}
interface Proposal {
  text: string;
  /** The refs of its documents, sorted. */
  refs: string[];
}

let site = 0;
const pagesOf = (rumour: Rumour): Page[] =>
  rumour.documents.map((document) => {
    const { ref, kind, title, text, lang } = document;
    return { ref: refOf(rumour, document), kind, title, text, lang, url: `https://${siteOf(document, ++site, w)}/${ref}` };
  });

/** What an empty instance tells once some lines have come in this order, so many at once. */
async function afterwards<T>(
  lines: readonly object[],
  atOnce: number,
  tell: (get: <R>(path: string) => Promise<R>) => Promise<T>,
): Promise<T> {
  const say = console.log;
  console.log = () => {};
  const worker = await openInProcess(bundle, false);
  for (let i = 0; i < lines.length; i += atOnce) {
    const part = lines.slice(i, i + atOnce).map((line) => JSON.stringify(line));
    await worker.call("POST", "/v1/import", part.join("\n"), { prefer: "wait", "content-type": "application/x-ndjson" });
    await worker.settle();
  }
  // What a bounded look-up did not see is put right at night.
  for (let night = 0; night < NIGHTS; night++) {
    await worker.scheduled(NIGHTLY);
    await worker.settle();
  }
  const told = await tell(async <R>(path: string) => JSON.parse((await worker.call("GET", path)).text) as R);
  worker.close();
  console.log = say;
  return told;
}
const lineOf = (page: Page) => ({ type: "document", kind: "article", publishedAt: "2014-11-20", ...page });

/** What an empty instance proposes of some pages. */
const proposalsOf = (pages: readonly Page[], atOnce: number): Promise<Proposal[]> =>
  afterwards(pages.map(lineOf), atOnce, async (get) => {
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
    return found.sort((a, b) => (a.refs.join() < b.refs.join() ? -1 : 1));
  });

interface Told {
  events: { document: string; role: string; stance: string }[];
  independence: { min: number; max: number };
  firstKnown: unknown;
}
const CLOCK = new Set(["seenAt", "recordedAt", "correctedAt"]);
/** What is told of each rumour's claim where the claims are entered before some pages: by rumour, what must not depend on the order of these. */
const answersOf = (pages: readonly Page[]): Promise<Map<string, string>> =>
  afterwards([...rumours.map(({ id, claim }) => ({ type: "claim", ref: id, text: claim })), ...pages.map(lineOf)], 1, async (get) => {
    const found = new Map<string, string>();
    for (const { id } of rumours) {
      const path = `/v1/claims/${encodeURIComponent(id)}`;
      const { events, independence, firstKnown } = await get<Told>(`${path}/timeline?limit=200`);
      const acts = await get<{ responses: unknown[] }>(`${path}/responses?state=suggested&limit=100`);
      const documents = events.map(({ document, role, stance }) => `${document} ${role} ${stance}`).sort();
      const { min, max } = independence;
      // When they came is another time in each order.
      const told = { documents, origins: [min, max], firstKnown, acts: acts.responses };
      found.set(
        id,
        JSON.stringify(told, (key, value) => (CLOCK.has(key) ? undefined : value), 1),
      );
    }
    return found;
  });

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

/** Pages in one of several orders: a step that shares no factor with their number visits each once. */
function inOrder(pages: readonly Page[], order: number): Page[] {
  const step = [1, 37, 53, 71, 89, 101, 131][order % 7] ?? 1;
  return pages.map((_, i) => pages[(i * step + order) % pages.length] as Page);
}

if (mode === "alone") {
  const all: Proposal[] = [];
  for (const rumour of rumours) all.push(...(await proposalsOf(pagesOf(rumour), 100)));
  tell("each alone", all, new Set());
} else if (mode === "answers") {
  const pages = rumours.flatMap(pagesOf);
  let first: Map<string, string> | null = null;
  for (let order = 0; order < Number(count); order++) {
    const found = await answersOf(inOrder(pages, order));
    first ??= found;
    const other = rumours.filter(({ id }) => found.get(id) !== first?.get(id));
    console.log(`order ${order + 1}: ${rumours.length - other.length} of ${rumours.length} claims as in the first`);
    for (const { id } of other) {
      const [was, now] = [first, found].map((told) => (told?.get(id) ?? "").split("\n"));
      console.log(
        `  ${id}\n- ${was?.filter((line) => !now?.includes(line)).join("\n- ")}\n+ ${now?.filter((line) => !was?.includes(line)).join("\n+ ")}`,
      );
    }
  }
} else if (mode === "orders") {
  const pages = rumours.flatMap(pagesOf);
  const outcomes = new Set<string>();
  /** Of the first order: each proposal's text by its documents. */
  const seen = new Map<string, string>();
  for (let order = 0; order < Number(count); order++) {
    const found = await proposalsOf(inOrder(pages, order), 1);
    tell(`order ${order + 1}`, found, new Set());
    for (const { text, refs } of found) if (order && seen.get(refs.join()) !== text) console.log(`  ${seen.get(refs.join())} → ${text}`);
    if (!order) for (const { text, refs } of found) seen.set(refs.join(), text);
    outcomes.add(JSON.stringify(found));
  }
  console.log(`${outcomes.size} different outcome(s) of ${count} orders`);
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
