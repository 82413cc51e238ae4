/**
 * `npm run bench -- --soak[=200000] [--minutes=60]`: so many requests of a newsroom's mix to one instance, in production's settings: readers without
 * a key, the edge cache and the queue at work, the cron trigger at its times. It must answer no request with 5xx, keep its heap flat and under 100
 * MB, and its file must grow as its documents do. Ends earlier after so many minutes, and says how far it came.
 */
import { random } from "../../support/random.ts";
import * as corpus from "../corpus.ts";
import { claimLines, importLines, seedHot, taken } from "../seed.ts";
import { build, call, databaseIn, type Running, start } from "../worker.ts";
import { inspect } from "./heap.ts";
import { sizeOf } from "./multiply.ts";

const CLAIMS = 200;
/** Documents that are stored before. */
const STORED = 2000;
const CONNECTIONS = 8;
/** Requests between two runs of the cron trigger: a minute at 28 requests a second, 200,000 in two hours. */
const CRON_EVERY = 1_680;
const SAMPLE_EVERY = 100;
/** Requests of a part of the run, after which it is told how it goes. */
const PART = 2500;
const MAX_HEAP = 100e6;

type Send = (i: number) => Promise<{ status: number }>;
interface Ask {
  what: string;
  /** Of 1,000 requests. */
  share: number;
  send: Send;
  /** Statuses below 500 that it may have, beside 2xx and 304. */
  may?: number[];
}

/** The mix: seven of ten requests are readers', most of them of one story. */
function mixOf(whence: Running, hot: string, claims: string[]): Ask[] {
  const claim = (i: number) => (i % 3 ? hot : (claims[i % claims.length] ?? hot));
  const read = (path: string) => fetch(whence.url + path).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  const write = (path: string, body: object, headers = {}) => call(whence.url, "POST", path, body, headers);
  const from = 5_000_000;
  const document = (i: number) => corpus.document(from + i, CLAIMS);
  return [
    { what: "embed", share: 300, send: (i) => read(`/embed/${claim(i)}`) },
    { what: "timeline", share: 150, send: (i) => read(`/v1/claims/${claim(i)}/timeline?limit=50`) },
    { what: "claim page", share: 80, send: (i) => read(`/c/${claim(i)}`) },
    { what: "card", share: 40, send: (i) => read(`/c/${claim(i)}/card.svg`) },
    { what: "feed", share: 30, send: (i) => read(`/c/${claim(i)}.atom`) },
    {
      what: "as of an instant",
      share: 10,
      send: (i) => read(`/v1/claims/${claim(i)}/timeline?asOf=${new Date(Date.now() - i).toISOString()}`),
    },
    {
      what: "look-up",
      share: 60,
      send: (i) => call(whence.url, "GET", `/v1/lookup?url=${encodeURIComponent(corpus.postUrl(i % STORED))}`),
    },
    { what: "match", share: 40, send: (i) => write("/v1/match", { text: corpus.postOf(CLAIMS, from + i) }) },
    { what: "events", share: 20, send: () => call(whence.url, "GET", "/v1/events?limit=50") },
    { what: "desk", share: 20, send: (i) => call(whence.url, "GET", i % 2 ? "/" : "/v1/claims") },
    { what: "post, queued", share: 110, send: (i) => write("/v1/documents", document(i)) },
    { what: "post, waited for", share: 40, send: (i) => write("/v1/documents", document(i), { prefer: "wait" }) },
    { what: "same again", share: 40, send: (i) => write("/v1/documents", document(Math.max(0, i - 500))) },
    {
      what: "import of 10",
      share: 10,
      send: (i) => call(whence.url, "POST", "/v1/import", corpus.ndjson(corpus.documentLines(9e6 + 10 * i, 9e6 + 10 * i + 10, CLAIMS))),
    },
    { what: "new claim", share: 5, send: (i) => write("/v1/claims", { text: corpus.claimText(70_000 + i), visibility: "public" }) },
    {
      what: "erasure",
      share: 5,
      may: [404, 410],
      send: (i) => call(whence.url, "DELETE", `/v1/documents/${encodeURIComponent(corpus.postUrl(from + i - 2000))}`),
    },
    { what: "nobody's page", share: 20, may: [404], send: (i) => read(`/c/c${String(i).padStart(26, "0")}`) },
    { what: "a body that is wrong", share: 20, may: [400, 422], send: () => write("/v1/documents", { platform: 7 }) },
  ];
}

/** One of the mix, by a number that is the same in every run. */
function chosen(mix: readonly Ask[], i: number): Ask {
  let at = random(i * 7919 + 5)() * mix.reduce((sum, { share }) => sum + share, 0);
  return mix.find(({ share }) => (at -= share) < 0) ?? (mix[0] as Ask);
}

interface Told {
  done: number;
  unexpected: Map<string, number>;
  counts: Map<string, number>;
  /** Lowest bytes of the heap in each part of the run. */
  heap: number[];
  /** The database after each part. */
  file: { documents: number; bytes: number }[];
}

async function run(whence: Running, mix: Ask[], wanted: number, until: number, port: number): Promise<Told> {
  const inspector = await inspect(port);
  const told: Told = { done: 0, unexpected: new Map(), counts: new Map(), heap: [], file: [] };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let next = 0;
  let lowest = Number.POSITIVE_INFINITY;
  const worker = async () => {
    while (next < wanted && Date.now() < until) {
      const i = next++;
      const { what, send, may = [] } = chosen(mix, i);
      const { status } = await send(i).catch((error: unknown) => ({ status: 599, error }));
      add(told.counts, what);
      if (status >= 300 && status !== 304 && !may.includes(status)) add(told.unexpected, `${what}: ${status}`);
      told.done++;
      if (i % CRON_EVERY === CRON_EVERY - 1 && (await whence.scheduled()) !== "ok") add(told.unexpected, "cron failed");
      if (i % SAMPLE_EVERY === 0) lowest = Math.min(lowest, await inspector.used());
      if (i % PART === PART - 1) {
        told.heap.push(lowest);
        lowest = Number.POSITIVE_INFINITY;
        const { documents, bytes } = sizeOf(databaseIn(whence.state));
        told.file.push({ documents, bytes });
        console.log(
          `${told.done} requests: heap ${((told.heap.at(-1) ?? 0) / 1e6).toFixed(1)} MB, file ${(bytes / 1e6).toFixed(1)} MB, ${documents} documents, unexpected ${[...told.unexpected].join("; ") || "none"}`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  inspector.close();
  return told;
}
export async function soak(wanted: number, minutes: number): Promise<void> {
  const port = 9300 + (process.pid % 600);
  const whence = await start(await build(), { bindings: { WHENCE_ENV: "production" }, inspectorPort: port, consumes: true });
  await importLines(
    whence,
    claimLines(0, CLAIMS).map((line) => ({ ...line, visibility: "public" })),
    CLAIMS,
  );
  await importLines(whence, corpus.documentLines(0, STORED, CLAIMS), 100);
  const hot = await seedHot(whence);
  const { body } = await taken(call(whence.url, "GET", "/v1/claims?limit=20"));
  const claims = (body as { claims: { id: string }[] }).claims.map(({ id }) => id);
  const began = performance.now();
  const told = await run(whence, mixOf(whence, hot, claims), wanted, Date.now() + minutes * 60_000, port);
  await whence.stop();
  const seconds = (performance.now() - began) / 1000;
  console.table(Object.fromEntries(told.counts));
  const most = Math.max(...told.heap);
  const [first, last] = [told.file[0], told.file.at(-1)];
  if (first && last && last !== first)
    console.log(
      `the file grew by ${((last.bytes - first.bytes) / (last.documents - first.documents)).toFixed(0)} bytes for each of ${last.documents - first.documents} documents; ${(first.bytes / first.documents).toFixed(0)} a document before`,
    );
  console.log(
    `${told.done} of ${wanted} requests in ${(seconds / 60).toFixed(0)} minutes; unexpected: ${[...told.unexpected].join("; ") || "none"}`,
  );
  console.log(`heap, lowest of each part: ${told.heap.map((bytes) => (bytes / 1e6).toFixed(1)).join(", ")} MB (at most ${MAX_HEAP / 1e6})`);
  if (told.unexpected.size || most > MAX_HEAP) process.exitCode = 1;
}
