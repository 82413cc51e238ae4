/** The built Worker on workerd with local D1 and Queues, and short ways to call it. One for each test file. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { VARIABLES_PATH, workerOptions } from "../../built.ts";
import { migrations } from "../../support/instance.ts";
import { type Batch, sqlBatch, sqlWorker } from "../../support/sql.ts";
import { together } from "../../support/together.ts";
import { until } from "../../support/wait.ts";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The development key: all scopes. */
export const KEY = "whence_test_0123456789abcdef";

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  /** Parsed where the answer is JSON of any kind; else undefined. */
  body: T;
  text: string;
  /** D1 rows of the call, from Server-Timing. */
  rows: { read: number; written: number };
}
type Headings = Record<string, string>;
export interface Statement {
  sql: string;
  params?: (string | number | null)[];
}

export interface Service {
  /** One request with the development key; an object is sent as JSON, a string as NDJSON, bytes as they are. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Headings): Promise<Answer<T>>;
  /** The same without a key. */
  anonymous<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Headings): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string, headers?: Headings): Promise<Answer<T>>;
  /** Adds a document and has it read before the answer. */
  add(document: object, headers?: Headings): Promise<Answer<{ id: string; status: string; state: string }>>;
  importLines(lines: object[], query?: string, headers?: Headings): Promise<Answer<ImportReport>>;
  /** Sweeps until nothing waits, not even for the night. */
  settle(): Promise<void>;
  /** Sweeps until nothing waits but what is left to the night. */
  swept(): Promise<void>;
  /** Waits until what goes on after an answer is done, without a sweep. */
  quiet(): Promise<void>;
  /** Gives documents jobs that nobody is told of, once what is still to be done about them is done. */
  giveJobs(ids: readonly string[], reason?: "new" | "again", dueAt?: number): Promise<void>;
  /** Runs SQL beside the Worker, as an operator could. */
  sql<T = Record<string, unknown>>(sql: string, ...params: (string | number | null)[]): Promise<T[]>;
  /** Asserts that the database is sound: no check of `GET /v1/verify` finds anything. */
  assertSound(): Promise<void>;
  /** Rows of every table. */
  counts(): Promise<Record<string, number>>;
  scheduled(cron?: string): Promise<void>;
  /** An empty instance. */
  fresh(): Promise<void>;
  origin(): string;
  close(): Promise<void>;
}
export interface ImportReport {
  accepted: number;
  rejected: { line: number; pointer: string; detail: string }[];
  waiting: number;
}

/** Tables of the schema, but for what an answer may always leave behind. */
const TABLES = [
  "account",
  "alias",
  "api_key",
  "claim",
  "claim_history",
  "claim_owner",
  "claim_summary",
  "claim_spread",
  "coverage",
  "crawl_cursor",
  "dead_letter",
  "decision",
  "decision_subject",
  "dependency",
  "document",
  "edge",
  "event",
  "follow_quota",
  "host",
  "idempotency",
  "job",
  "note",
  "pending_relation",
  "pending_wake",
  "phrasing",
  "precondition",
  "report",
  "response",
  "revision",
  "sighting",
  "source",
  "statement_bucket",
  "suggestion",
  "suggestion_count",
  "text",
  "text_bucket",
  "tombstone",
  "unnamed_page",
  "verdict",
  "visit",
  "watch_period",
  "watched_claim",
];

type Send = <T>(method: string, path: string, body: unknown, headers: Headings) => Promise<Answer<T>>;

/** Sends requests to an origin. */
function sender(origin: string): Send {
  return async <T>(method: string, path: string, body: unknown, headers: Headings): Promise<Answer<T>> => {
    const given: Headings = {};
    let payload: string | Uint8Array | undefined;
    if (typeof body === "string") {
      given["content-type"] = "application/x-ndjson";
      payload = body;
    } else if (body instanceof Uint8Array) {
      given["content-type"] = "application/json";
      payload = body;
    } else if (body !== undefined) {
      given["content-type"] = "application/json";
      payload = JSON.stringify(body);
    }
    const response = await fetch(new URL(path, origin), {
      method,
      redirect: "manual",
      headers: { ...given, ...headers },
      ...(payload === undefined ? {} : { body: payload as BodyInit }),
    });
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    const json = /[/+]json\b/.test(response.headers.get("content-type") ?? "") && text !== "";
    const cost = /read=(\d+) written=(\d+)/.exec(response.headers.get("server-timing") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : undefined) as T,
      text,
      rows: { read: Number(cost?.[1] ?? Number.NaN), written: Number(cost?.[2] ?? Number.NaN) },
    };
  };
}

/** Empties every table: what a new instance has (no module keeps anything of the database), and twenty times as fast. */
async function emptyTables(batch: Batch): Promise<void> {
  const [found] = await batch([
    {
      sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'",
    },
  ]);
  const tables = found as { name: string; sql: string }[];
  const virtual = tables.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql));
  const own = tables.filter((one) => !virtual.some(({ name }) => one.name.startsWith(name)));
  const search = virtual.filter(({ sql }) => !sql.includes("fts5vocab"));
  const cursor = "INSERT INTO log_cursor (id, seq) VALUES (1, 0)";
  await batch([...[...own, ...search].map(({ name }) => `DELETE FROM ${name}`), cursor].map((sql) => ({ sql })));
}

interface Instance {
  miniflare: Miniflare;
  origin: string;
  batch: Batch;
}
type Variables = Record<string, string>;

async function startInstance(variables: Variables): Promise<Instance> {
  const options = await workerOptions();
  const bindings = { ...options.bindings, WHENCE_ENV: "development", WHENCE_DEV_KEY: KEY, ...variables };
  // What the Worker fetches is fetched by this process, where a test may answer itself (outside.ts).
  const outboundService = (request: { url: string }) => globalThis.fetch(request.url, request as RequestInit) as never;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [{ ...options, bindings, outboundService, unsafeDirectSockets: [{}] }, sqlWorker(options.d1Databases)],
      cf: false,
      handleStructuredLogs: () => {},
    }),
  );
  // Not by Miniflare's own Worker before it, which takes half a millisecond of CPU for a request, and as much to have it logged here.
  const { origin } = await miniflare.unsafeGetDirectURL(options.name);
  const batch = await sqlBatch(miniflare);
  await batch(migrations().map((sql) => ({ sql })));
  return { miniflare, origin, batch };
}

/** The instance that files of one process use one after the other: one start, and code that is compiled and warm. */
const shared = { isTaken: false, instance: null as Promise<Instance> | null };

/** The shared instance, emptied and with these variables; null where one of its own is needed. */
async function takeShared(variables: Variables): Promise<Instance | null> {
  // Answers stay in the cache of an instance in production.
  if (!together.isOn || shared.isTaken || variables["WHENCE_ENV"]) return null;
  shared.isTaken = true;
  shared.instance ??= startInstance({}).then((started) => {
    together.atEnd.push(() => started.miniflare.dispose());
    return started;
  });
  const instance = await shared.instance;
  await idle(instance, variables);
  await emptyTables(instance.batch);
  return instance;
}
/** As long as a run of the crawl may take, and on a busy machine more. */
const MAX_IDLE_MS = 120_000;
/** Sets the variables, and waits until what the file before began has ended. */
async function idle({ origin }: Instance, variables: Variables): Promise<void> {
  for (const end = Date.now() + MAX_IDLE_MS; Date.now() < end; ) {
    // Connections that were kept alive while a file blocked this process may be closed by now.
    const answer = await fetch(origin + VARIABLES_PATH, { method: "PUT", body: JSON.stringify(variables) }).catch(() => null);
    if (answer && ((await answer.json()) as { running: number }).running === 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("what the file before began still runs after two minutes");
}

/** An empty instance. */
export async function openService(variables: Variables = {}): Promise<Service> {
  const taken = await takeShared(variables);
  const { miniflare, origin, batch } = taken ?? (await startInstance(variables));

  const send = sender(origin);
  const authorization = `Bearer ${KEY}`;
  const service: Service = {
    call: (method, path, body, headers = {}) => send(method, path, body, { authorization, ...headers }),
    anonymous: (method, path, body, headers = {}) => send(method, path, body, headers),
    get: (path, headers = {}) => send("GET", path, undefined, { authorization, ...headers }),
    add: (document, headers = {}) => send("POST", "/v1/documents", document, { authorization, prefer: "wait", ...headers }),
    importLines: (lines, query = "", headers = {}) =>
      send("POST", `/v1/import${query}`, lines.map((line) => JSON.stringify(line)).join("\n"), { authorization, ...headers }),
    async settle() {
      for (let night = 0; night < 200; night++) {
        await service.swept();
        const [late] = await service.sql("SELECT 1 FROM dependency WHERE key >= 'late:' AND key < 'late;' LIMIT 1");
        if (!late) return;
        await service.scheduled("17 3 * * *");
      }
      throw new Error("something still waits after 200 nights");
    },
    async swept() {
      for (let round = 0; round < 200; round++) {
        const { body } = await send<{ done: number; failed: number }>("POST", "/v1/sweep", undefined, { authorization });
        if (body.failed) throw new Error(`the sweep failed on ${body.failed} documents`);
        const health = await send<{ waiting: number }>("GET", "/healthz", undefined, {});
        if (health.body.waiting === 0) return;
        // What a message has in hand is not due for this sweep.
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error("documents still wait after 200 sweeps");
    },
    async quiet() {
      await until("no document waits, without a sweep", async () => {
        const health = await send<{ waiting: number }>("GET", "/healthz", undefined, {});
        return health.body.waiting === 0;
      });
    },
    async giveJobs(ids, reason = "new", dueAt = 0) {
      await service.settle();
      for (const id of ids) await service.sql("INSERT INTO job (document_id, reason, due_at) VALUES (?1, ?2, ?3)", id, reason, dueAt);
    },
    async assertSound() {
      const { body } = await service.get<{ violations: unknown[] }>("/v1/verify");
      assert.deepEqual(body.violations, [], "the database is sound");
    },
    async sql(sql, ...params) {
      const [rows] = await batch([{ sql, params }]);
      return rows as never;
    },
    async counts() {
      const [row] = await service.sql<Record<string, number>>(
        `SELECT ${TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(", ")}`,
      );
      return row ?? {};
    },
    async scheduled(cron = "* * * * *") {
      const worker = await miniflare.getWorker("whence");
      const { outcome } = await worker.scheduled({ cron, scheduledTime: new Date() });
      if (outcome !== "ok") throw new Error(`the scheduled run ended ${outcome}`);
    },
    fresh: () => emptyTables(batch),
    origin: () => origin,
    async close() {
      if (taken) shared.isTaken = false;
      else await miniflare.dispose();
    },
  };
  return service;
}
