/**
 * The Worker as it is deployed, on workerd by Miniflare's own API, without `wrangler dev` and its D1 proxy, which take 13 times workerd's
 * CPU.
 */
import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { bundledCode, workerOptions } from "../built.ts";
import { KEY, migrations } from "../support/instance.ts";
import { sqlBatch, sqlWorker } from "../support/sql.ts";
import { cpuOf, descendants } from "./proc.ts";

export interface Bundle {
  code: string;
  /** Bytes as deployed, and by gzip at its default level, as Cloudflare counts. */
  bytes: number;
  gzip: number;
}
/** The Worker as `wrangler deploy` uploads it, or another entry file of this tree, bundled alike. */
export async function build(entry?: string): Promise<Bundle> {
  const code = await bundledCode(entry);
  return { code, bytes: Buffer.byteLength(code), gzip: gzipSync(code).length };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  /** D1 rows and calls of the request, from Server-Timing. */
  read: number;
  written: number;
  calls: number;
}
export interface Running {
  url: string;
  /** The folder of its database. */
  state: string;
  /** The process that runs now: Miniflare starts another when it dies. */
  workerd(): number;
  /** CPU that the first workerd has used so far, in ms. */
  cpu(): number;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Runs the cron trigger; gives how the run ended. */
  scheduled(cron?: string): Promise<string>;
  stop(): Promise<void>;
}

/** A request to an instance: a string is sent as NDJSON, anything else as JSON. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${KEY}`,
      ...(body === undefined ? {} : { "content-type": typeof body === "string" ? "application/x-ndjson" : "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const cost = /read=(\d+) written=(\d+) calls=(\d+)/.exec(response.headers.get("server-timing") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    body: /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text,
    read: Number(cost?.[1] ?? Number.NaN),
    written: Number(cost?.[2] ?? Number.NaN),
    calls: Number(cost?.[3] ?? Number.NaN),
  };
}

export interface Options {
  /** Gets what the Worker prints. */
  log?: (line: string) => void;
  /** A module whose class Voter is bound as AI. */
  ai?: string;
  bindings?: Record<string, string>;
  /** Whether mail can be sent: Miniflare takes it, and prints where it put it. */
  mail?: boolean;
  /** A folder that stays, with an instance's database or empty. Without it the database is empty, in a temporary folder that `stop` removes. */
  state?: string;
  inspectorPort?: number;
  /** Durable Objects with SQLite: the class of each binding. */
  objects?: Record<string, string>;
  /** Whether the queue is delivered; otherwise what is not waited for is done by the sweep alone. */
  consumes?: boolean;
}
/** The file of the database in an instance's folder. */
export function databaseIn(state: string): string {
  const [file] = globSync(join(state, "**/*D1DatabaseObject/*.sqlite")).filter((path) => !path.includes("metadata"));
  if (!file) throw new Error(`${state} holds no database`);
  return file;
}

/** What Miniflare itself says goes to a function. */
class Told extends Log {
  readonly #tell: (line: string) => void;
  constructor(tell: (line: string) => void) {
    super(LogLevel.INFO);
    this.#tell = tell;
  }
  protected override log(message: string): void {
    this.#tell(message);
  }
}

/** Starts a built Worker. */
export async function start(built: Bundle, options: Options = {}): Promise<Running> {
  const { log = () => {}, ai = "", bindings = {}, inspectorPort, consumes = false, mail = false, objects = {} } = options;
  const state = options.state ?? mkdtempSync(join(tmpdir(), "whence-state-"));
  const isEmpty = !existsSync(join(state, "d1"));
  const { compatibilityDate, assets, queueProducers } = await workerOptions();
  const before = new Set(descendants(process.pid).map((p) => p.pid));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: "whence",
          modules: [{ type: "ESModule", path: "index.js", contents: built.code }],
          compatibilityDate,
          bindings: { WHENCE_ENV: "development", WHENCE_DEV_KEY: KEY, ...bindings },
          assets,
          d1Databases: { DB: "whence" },
          durableObjects: Object.fromEntries(Object.entries(objects).map(([name, className]) => [name, { className, useSQLite: true }])),
          queueProducers,
          ...(mail ? { email: { send_email: [{ name: "MAIL" }] } } : {}),
          ...(consumes ? { queueConsumers: { "whence-ingest": { maxBatchSize: 10, maxBatchTimeout: 1 } } } : {}),
          ...(ai ? { serviceBindings: { AI: { name: "ai", entrypoint: "Voter" } } } : {}),
        },
        sqlWorker({ DB: "whence" }),
        ...(ai ? [{ name: "ai", modules: [{ type: "ESModule" as const, path: "ai.js", contents: ai }], compatibilityDate }] : []),
      ],
      resourcePersistencePath: state,
      ...(inspectorPort === undefined ? {} : { inspectorPort }),
      cf: false,
      ...(mail ? { log: new Told(log) } : {}),
      // Read and thrown away: workerd stops when its pipe is full.
      handleStructuredLogs: ({ message }) => log(message),
    }),
  );
  const url = String(await miniflare.ready).replace(/\/$/, "");
  if (isEmpty) await (await sqlBatch(miniflare))(migrations().map((sql) => ({ sql })));
  const workerd = () => descendants(process.pid).find((p) => p.name === "workerd" && !before.has(p.pid))?.pid ?? 0;
  const first = workerd();
  return {
    url,
    state,
    workerd,
    cpu: () => cpuOf(first),
    call: (method, path, body, headers) => call(url, method, path, body, headers),
    async scheduled(cron = "* * * * *") {
      const worker = (await miniflare.getWorker("whence")) as unknown as {
        scheduled(o: { cron: string; scheduledTime: Date }): Promise<{ outcome: string }>;
      };
      return (await worker.scheduled({ cron, scheduledTime: new Date() })).outcome;
    },
    async stop() {
      await miniflare.dispose();
      if (!options.state) rmSync(state, { recursive: true, force: true });
    },
  };
}
