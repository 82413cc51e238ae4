/**
 * An instance in this process, on node:sqlite instead of D1: one transaction a batch, as D1 has it. Any batch of any request can be held, made
 * to fail or to take its time, and a database with everything in it is copied in milliseconds.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { once } from "../../../shared/text/once-per.ts";
import { ASSETS } from "../../support/assets.ts";
import { callsFor, limited } from "../../support/d1-limits.ts";
import { KEY, migrations } from "../../support/instance.ts";

interface Worker {
  queue(batch: unknown, env: unknown): Promise<void>;
  fetch(request: Request, env: unknown, context: unknown): Promise<Response>;
  scheduled(controller: unknown, env: unknown, context: unknown): Promise<void>;
}
// By a name that the compiler does not follow: it would ask for the types of Workers, which tests do without.
const { default: worker } = (await import(String("../../../workers/index.ts"))) as { default: Worker };

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}
type Delivered = "acknowledged" | "retried" | "neither";
interface Bound {
  sql: string;
  parameters: SQLInputValue[];
}
/** What happens to the batches of one request: called before each with its number, from 0; `commit` runs it. */
export type Interference = (batch: number, statements: readonly Bound[], commit: (statements?: readonly Bound[]) => unknown) => unknown;

const folder = mkdtempSync(join(tmpdir(), "whence-faults-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A database and the statements prepared on it: preparing takes twice the time of running. */
interface Connection {
  db: DatabaseSync;
  prepared: Map<string, StatementSync>;
}
/** Connections that wait for the next instance with the same saved state. */
const idle = new Map<string, Connection[]>();

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
  return db;
}
/** The file of an empty database: making its tables takes twenty times as long as a copy. */
const empty = once(() => {
  const file = join(folder, "empty.sqlite");
  const db = open(file);
  for (const sql of migrations()) db.exec(sql);
  db.close();
  return file;
});
function connect(saved: string): Connection {
  const waiting = idle.get(saved)?.pop();
  if (waiting) return waiting;
  const file = join(folder, `${++files}.sqlite`);
  copyFileSync(saved, file);
  return { db: open(file), prepared: new Map() };
}

const current = new AsyncLocalStorage<{ interfere: Interference; batches: number }>();

export class Instance {
  readonly db: DatabaseSync;
  /** The key that requests carry; null: none. */
  key: string | null = KEY;
  /** Milliseconds that each call of D1 takes, at the least. */
  delay = 0;
  readonly #prepared: Map<string, StatementSync>;
  /** The state that it began with, to which its connection goes back; null once that cannot be. */
  #saved: string | null;
  #isClosed = false;
  #deferred: Promise<unknown>[] = [];
  readonly #env: Record<string, unknown>;

  /** An empty instance, or one with what an instance saved in a file: what it writes is rolled back when it is closed. */
  constructor(saved: string | null = null, variables: Record<string, unknown> = {}) {
    this.#saved = saved ?? empty();
    const { db, prepared } = connect(this.#saved);
    this.db = db;
    this.#prepared = prepared;
    db.exec("SAVEPOINT instance");
    const DB = {
      prepare: (sql: string) => ({ bind: (...parameters: SQLInputValue[]): Bound => ({ sql, parameters }) }),
      batch: (batch: Bound[]) => this.#batch(batch),
    };
    const queue = { sendBatch: async () => {} };
    this.#env = { DB, ASSETS, INGEST: queue, INGEST_DEAD: queue, WHENCE_ENV: "development", WHENCE_DEV_KEY: KEY, ...variables };
  }

  /** The bindings of one invocation. */
  #invocation() {
    return { ...this.#env, DB: limited(this.#env["DB"] as Parameters<typeof limited>[0], callsFor(this.#env["D1_CALLS"])) };
  }
  #run({ sql, parameters }: Bound) {
    const statement = this.#prepared.get(sql) ?? this.db.prepare(sql);
    this.#prepared.set(sql, statement);
    return { results: statement.all(...parameters), meta: { rows_read: 0, rows_written: 0, duration: 0 } };
  }
  #commit(batch: readonly Bound[]) {
    if (this.#isClosed) throw new Error("the instance is closed");
    this.db.exec("SAVEPOINT batch");
    try {
      const results = batch.map((one) => this.#run(one));
      this.db.exec("RELEASE batch");
      return results;
    } catch (error) {
      this.db.exec("ROLLBACK TO batch; RELEASE batch");
      throw error;
    }
  }
  async #batch(batch: Bound[]): Promise<unknown> {
    await new Promise((done) => (this.delay ? setTimeout(done, this.delay * (0.5 + Math.random())) : setImmediate(done)));
    const request = current.getStore();
    const commit = (statements: readonly Bound[] = batch) => this.#commit(statements).slice(0, batch.length);
    return request ? request.interfere(request.batches++, batch, commit) : commit();
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isText = typeof body === "string";
    const request = new Request(path.startsWith("http:") ? path : `http://127.0.0.1${path}`, {
      method,
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      headers: {
        ...(this.key === null ? {} : { authorization: `Bearer ${this.key}` }),
        ...(body === undefined ? {} : { "content-type": isText ? "application/x-ndjson" : "application/json" }),
        ...headers,
      },
      redirect: "manual",
    });
    const context = { waitUntil: (work: Promise<unknown>) => void this.#deferred.push(work), passThroughOnException: () => {} };
    const answer = await worker.fetch(request, this.#invocation(), context);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    const isJson = /[/+]json\b/.test(answer.headers.get("content-type") ?? "") && text !== "";
    return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : undefined) as T };
  }
  /** Runs calls so that their batches are interfered with. */
  interfered<T>(interfere: Interference, calls: () => Promise<T>): Promise<T> {
    return current.run({ interfere, batches: 0 }, calls);
  }

  /** Delivers a message of the queue; gives what became of it. */
  async deliver(ids: string[], attempts = 1): Promise<Delivered> {
    const [end = "neither"] = await this.deliverAll([ids], attempts);
    return end;
  }
  /** Delivers messages of the queue together. */
  async deliverAll(messages: string[][], attempts = 1): Promise<Delivered[]> {
    const ends = messages.map((): Delivered => "neither");
    const batch = messages.map((ids, n) => ({
      body: { ids },
      attempts,
      ack: () => {
        ends[n] = "acknowledged";
      },
      retry: () => {
        ends[n] = "retried";
      },
    }));
    await worker.queue({ messages: batch }, this.#invocation());
    return ends;
  }
  /** D1 as the Worker gets it. */
  get d1(): unknown {
    return this.#env["DB"];
  }
  /** What cron does every minute. */
  async scheduled(): Promise<void> {
    await worker.scheduled({ cron: "* * * * *" }, this.#invocation(), {});
  }
  /** What cron does once a night. */
  async nightly(): Promise<void> {
    await worker.scheduled({ cron: "17 3 * * *" }, this.#invocation(), {});
  }
  async settleDeferred(): Promise<void> {
    while (this.#deferred.length) await Promise.allSettled(this.#deferred.splice(0));
  }
  /** Sweeps until nothing waits. */
  async settle(): Promise<void> {
    const key = this.key;
    this.key = KEY;
    try {
      await this.#sweepAll();
    } finally {
      this.key = key;
    }
  }
  async #sweepAll(): Promise<void> {
    await this.settleDeferred();
    for (let round = 0; round < 60; round++) {
      // Whatever waits for its time has it.
      this.db.exec("UPDATE job SET due_at = 0");
      const swept = await this.call<{ failed: number }>("POST", "/v1/sweep");
      await this.settleDeferred();
      if (swept.status !== 200 || swept.body.failed)
        throw new Error(`the sweep failed: ${swept.text} ${JSON.stringify(this.sql("SELECT * FROM job"))}`);
      const { body } = await this.call<{ waiting: number }>("GET", "/healthz");
      if (body.waiting === 0 && !this.sql("SELECT 1 FROM dependency WHERE key >= 'late:' AND key < 'late;'").length) return;
      if (body.waiting === 0) await this.nightly();
    }
    throw new Error("documents still wait after 60 sweeps");
  }
  /** The violations that `verify` finds. */
  async violations(): Promise<unknown[]> {
    return (await this.call<{ violations: unknown[] }>("GET", "/v1/verify")).body.violations;
  }
  sql<T = Record<string, unknown>>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.db.prepare(sql).all(...parameters) as T[];
  }
  tables(): string[] {
    return this.sql<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map(
      (t) => t.name,
    );
  }
  /** The tables in which some words stand, byte by byte. */
  tablesWith(...words: string[]): string[] {
    return this.tables().filter((table) => {
      const rows = this.sql(`SELECT * FROM ${table}`);
      const text = rows
        .map((row) =>
          Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value))),
        )
        .join("\n");
      return words.some((word) => text.includes(word));
    });
  }
  /** Saves what is stored; gives the file, for other instances to begin with. */
  save(): string {
    const file = join(folder, `${++files}.saved.sqlite`);
    if (this.#saved !== null) this.db.exec("RELEASE instance");
    this.#saved = null;
    this.db.exec(`VACUUM INTO '${file}'`);
    return file;
  }
  close(): void {
    this.#isClosed = true;
    if (this.#saved === null) {
      this.db.close();
      return;
    }
    this.db.exec("ROLLBACK TO instance; RELEASE instance");
    const waiting = idle.get(this.#saved) ?? [];
    idle.set(this.#saved, waiting);
    waiting.push({ db: this.db, prepared: this.#prepared });
  }
}
