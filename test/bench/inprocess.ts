/** The same Worker in this process, on node:sqlite instead of D1: the lower bound for bulk import. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ASSETS } from "../support/assets.ts";
import { KEY, migrations } from "../support/instance.ts";
import type { Bundle } from "./worker.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Worker {
  fetch(request: Request, env: unknown, context: unknown): Promise<Response>;
  scheduled(controller: { cron: string }, env: unknown): Promise<void>;
}
export interface InProcess {
  send(path: string, body: string, headers: Record<string, string>): Promise<unknown>;
  /** Any request: an object is sent as JSON, a string as it is. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; headers: Headers }>;
  scheduled(cron: string): Promise<void>;
  /** Ends what answers left to be done after them, and all jobs. */
  settle(): Promise<void>;
  /** Every different statement that ran so far. */
  statements: ReadonlySet<string>;
  /** Runs a statement of the test itself. */
  sql(sql: string): Record<string, unknown>[];
  /** How SQLite would run a statement, a line a step. */
  plan(sql: string): string[];
  /** The statements that ran so far, when they are kept. */
  kept: { sql: string; parameters: SQLInputValue[] }[][] | null;
  close(): void;
}

/** As D1 runs SQLite: write-ahead log, one transaction a batch. */
function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  for (const sql of migrations()) db.exec(sql);
  return db;
}

/** SQL that adds to every table what a later version of the schema could: a column that may be null, and one with a default. */
function growth(db: DatabaseSync): string {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'").all();
  return tables
    .map(({ name }) => `ALTER TABLE ${name} ADD COLUMN later TEXT; ALTER TABLE ${name} ADD COLUMN later_too INTEGER NOT NULL DEFAULT 0;`)
    .join("\n");
}

/** Opens a bundle, or an entry file of this tree. `keep`: the statements that run. `isLater`: the schema is one of a later version. */
export async function openInProcess(from: Bundle | string, keep: boolean, isLater = false): Promise<InProcess> {
  const folder = mkdtempSync(join(tmpdir(), "whence-floor-"));
  const module = typeof from === "string" ? join(root, from) : join(folder, "worker.mjs");
  if (typeof from !== "string") writeFileSync(module, from.code);
  const { default: worker } = (await import(pathToFileURL(module).href)) as { default: Worker };
  const db = open(join(folder, "floor.sqlite"));
  if (isLater) db.exec(growth(db));
  const prepared = new Map<string, StatementSync>();
  const kept: InProcess["kept"] = keep ? [] : null;
  const statements = new Set<string>();
  const run = (sql: string, parameters: SQLInputValue[]) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(...parameters);
  };
  const DB = {
    prepare: (sql: string) => ({ bind: (...parameters: SQLInputValue[]) => ({ sql, parameters }) }),
    async batch(batch: { sql: string; parameters: SQLInputValue[] }[]) {
      // What still runs when the instance ends goes no further, as on a Worker that is stopped.
      if (!db.isOpen) await new Promise<never>(() => {});
      kept?.push(batch);
      for (const { sql } of batch) statements.add(sql);
      db.exec("BEGIN IMMEDIATE");
      try {
        const results = batch.map(({ sql, parameters }) => ({
          results: run(sql, parameters),
          meta: { rows_read: 0, rows_written: 0, duration: 0 },
        }));
        db.exec("COMMIT");
        return results;
      } catch (error) {
        db.exec("ROLLBACK");
        throw error;
      }
    },
  };
  const queue = { sendBatch: async () => {} };
  const env = { DB, ASSETS, INGEST: queue, INGEST_DEAD: queue, WHENCE_ENV: "production", WHENCE_DEV_KEY: KEY };
  const deferred: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => void deferred.push(work), passThroughOnException: () => {} };
  const call: InProcess["call"] = async (method, path, body, headers = {}) => {
    const json = body !== undefined && typeof body !== "string";
    const request = new Request(`http://127.0.0.1${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, "content-type": json ? "application/json" : "application/x-ndjson", ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const answer = await worker.fetch(request, env, context);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  return {
    kept,
    statements,
    sql: (sql) => db.prepare(sql).all(),
    plan: (sql) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array<null>(countParameters(sql)).fill(null))
        .map((row) => String(row["detail"])),
    scheduled: (cron) => worker.scheduled({ cron }, env),
    async settle() {
      do {
        await Promise.allSettled(deferred.splice(0));
        await worker.scheduled({ cron: "* * * * *" }, env);
      } while (deferred.length || db.prepare("SELECT 1 FROM job LIMIT 1").get());
    },
    call,
    async send(path, body, headers) {
      const { status, text } = await call("POST", path, body, headers);
      if (status >= 400) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text) as unknown;
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const countParameters = (sql: string) => Math.max(0, ...[...sql.matchAll(/\?(\d+)/g)].map(([, n]) => Number(n)));

/** CPU (ms) of running batches of statements anew on an empty database, without the first ones: what SQLite alone costs. */
export function replay(batches: { sql: string; parameters: SQLInputValue[] }[][], uncounted = 0): number {
  const folder = mkdtempSync(join(tmpdir(), "whence-replay-"));
  const db = open(join(folder, "replay.sqlite"));
  const prepared = new Map<string, StatementSync>();
  let before = process.cpuUsage();
  for (const [i, batch] of batches.entries()) {
    if (i === uncounted) before = process.cpuUsage();
    db.exec("BEGIN IMMEDIATE");
    for (const { sql, parameters } of batch) {
      const statement = prepared.get(sql) ?? db.prepare(sql);
      prepared.set(sql, statement);
      statement.all(...parameters);
    }
    db.exec("COMMIT");
  }
  const { user, system } = process.cpuUsage(before);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return (user + system) / 1000;
}
