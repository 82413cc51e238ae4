/** Access to D1: statements with JSON parameters, batches as transactions, the cost, and classes of errors. */

import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";

export type Row = Record<string, unknown>;
export type Value = string | number | null;

/** A statement, or a list of statements that together answer one question; null where nothing is asked for. */
type Statements = D1PreparedStatement | null | readonly D1PreparedStatement[];
type RowsOf<T extends Statements> = T extends readonly D1PreparedStatement[] ? Row[][] : Row[];

/** Number of calls, rows as D1 bills them, and time in the database (ms). */
interface Cost {
  calls: number;
  read: number;
  written: number;
  ms: number;
}

/** A precondition failed: what was read has changed. Read again and try again. */
export class ConflictError extends Error {}
/** Another request with the same Idempotency-Key was committed first. */
export class KeyUsedError extends Error {}
/** D1 is overloaded, full, or past a limit of the plan. Do not retry at once: the sweeper retries later. */
export class UnavailableError extends Error {}

const KEY_USED = /UNIQUE constraint failed: idempotency\.key/;
const CONFLICT = /CHECK constraint failed: holds = 1/;
/** Errors after which a batch is sent again (developers.cloudflare.com/d1/best-practices/retry-queries): every write here is idempotent. */
const TRANSIENT = /Network connection lost|storage caused object to be reset|reset because its code was updated|Cannot resolve D1 DB/;
/** developers.cloudflare.com/d1/observability/debug-d1: no fault of the statements. */
const UNAVAILABLE =
  /overloaded|Too many requests queued|exceeded (?:its )?(?:memory|CPU)|exceeded maximum|free tier daily row|disk is full/i;

/** Maximum number of D1 calls per invocation, unless D1_CALLS sets another. Cloudflare refuses the 1,001st, on the free plan the 51st. */
const MAX_CALLS = 900;
let callsOfInvocation = MAX_CALLS;
/** Sets the maximum from D1_CALLS, which is the same in all invocations. */
export function configureCalls({ D1_CALLS: calls }: { D1_CALLS?: string }): void {
  callsOfInvocation = Number(calls) > 0 ? Number(calls) : MAX_CALLS;
}

/** The database as one person or machine uses it (`by`), with what its calls cost. */
export class Db {
  readonly cost: Cost = { calls: 0, read: 0, written: 0, ms: 0 };
  /** Size of the database in bytes after the last call, if D1 reports it. */
  size: number | null = null;
  /** The actor that events record: `person:ID`, `key:ID/OWNER`, `crawler`. Null: each event names its own. */
  by: string | null = null;
  readonly #db: D1Database;
  readonly #whole: Db | null;
  readonly #share: number;

  /** `whole`: the Db that also counts the cost of this one. `share`: this one's maximum share of the invocation's calls. */
  constructor(db: D1Database, whole: Db | null = null, share = 1) {
    this.#db = db;
    this.#whole = whole;
    this.#share = share;
  }

  /** The same database, for the actions of another actor. */
  as(by: string): Db {
    const other = new Db(this.#db, this);
    other.by = by;
    return other;
  }
  /** The same database for a part of the work, limited so that calls are left for the other parts. */
  part(share: number): Db {
    return new Db(this.#db, this, share);
  }
  /** How many more calls may be made. A caller that has to stop leaves the rest to a later invocation. */
  get callsLeft(): number {
    return Math.min(Math.floor(this.#share * callsOfInvocation) - this.cost.calls, this.#whole?.callsLeft ?? Number.POSITIVE_INFINITY);
  }
  /** The cost as a Server-Timing header. */
  get serverTiming(): string {
    const { ms, read, written, calls } = this.cost;
    return `d1;dur=${ms.toFixed(1)};desc="read=${read} written=${written} calls=${calls}"`;
  }
  has(calls: number): boolean {
    return this.callsLeft >= calls;
  }
  #count(cost: Cost): void {
    for (const key of ["calls", "read", "written", "ms"] as const) this.cost[key] += cost[key];
    if (this.#whole) this.#whole.#count(cost);
  }

  /** A statement with parameters ?1, ?2, …; an array or object is passed as JSON text for json_each. */
  statement(sql: string, ...parameters: (Value | readonly unknown[] | object)[]): D1PreparedStatement {
    const bound = parameters.map((p) => (p !== null && typeof p === "object" ? JSON.stringify(p) : p));
    const spelled = sql.replace(/json_each\(\?(\d)\)/g, (all, n) => {
      const list = parameters[n - 1];
      const text = bound[n - 1];
      return Array.isArray(list) && String(text).length < MAX_SPELLED_OUT ? items(n, list.length) : all;
    });
    return this.#db.prepare(spelled).bind(...bound);
  }
  /** A precondition of a batch: if the query has a row, nothing is written, and the batch throws ConflictError. `query`: SQL from FROM or WHERE on. */
  conflictIf(query: string, ...parameters: (Value | readonly unknown[] | object)[]): D1PreparedStatement {
    return this.statement(`INSERT INTO precondition (holds) SELECT 0 ${query}`, ...parameters);
  }

  /** Runs statements as one transaction. Gives the rows of each. Throws ConflictError or UnavailableError. */
  async batch(statements: D1PreparedStatement[]): Promise<Row[][]> {
    if (!statements.length) return [];
    for (let attempt = 0; ; attempt++) {
      this.#count({ calls: 1, read: 0, written: 0, ms: 0 });
      try {
        const results = await this.#db.batch<Row>(statements);
        for (const { meta } of results) {
          this.#count({ calls: 0, read: meta.rows_read, written: meta.rows_written, ms: meta.duration });
          this.size = meta.size_after ?? this.size;
        }
        return results.map((result) => result.results);
      } catch (error) {
        const message = String(error);
        if (KEY_USED.test(message)) throw new KeyUsedError(message);
        if (CONFLICT.test(message)) throw new ConflictError(message);
        if (UNAVAILABLE.test(message)) throw new UnavailableError(message);
        if (!TRANSIENT.test(message) || attempt === 2) throw error;
      }
    }
  }

  /** Runs named statements as one batch. Gives the rows of each under its name; a list of statements gives a list of rows, null none. */
  async load<T extends Readonly<Record<string, Statements>>>(statements: T): Promise<{ [Name in keyof T]: RowsOf<T[Name]> }> {
    const rows = await this.batch(
      Object.values(statements)
        .flat()
        .filter((one) => one !== null),
    );
    let next = 0;
    const take = (one: unknown) => (one === null ? [] : (rows[next++] ?? []));
    return Object.fromEntries(Object.entries(statements).map(([name, one]) => [name, Array.isArray(one) ? one.map(take) : take(one)])) as {
      [Name in keyof T]: RowsOf<T[Name]>;
    };
  }

  /** The rows of one statement. */
  async rows(statement: D1PreparedStatement): Promise<Row[]> {
    const [rows = []] = await this.batch([statement]);
    return rows;
  }
  /** The first row of one statement; undefined without one. */
  async first(statement: D1PreparedStatement): Promise<Row | undefined> {
    return (await this.rows(statement))[0];
  }
  async all(sql: string, ...parameters: (Value | readonly unknown[] | object)[]): Promise<Row[]> {
    return this.rows(this.statement(sql, ...parameters));
  }
}

/** The statement for a list; null if the list is empty. */
export const ifAny = <T>(list: T[], statement: (list: T[]) => D1PreparedStatement): D1PreparedStatement | null =>
  list.length ? statement(list) : null;

/** Longest list (characters of JSON) that is written out as VALUES, which costs no rows; each item of `json_each` costs a row read. */
const MAX_SPELLED_OUT = 2000;
/** SQL of the items (columns `value` and `key`) of a JSON parameter with `count` of them. */
export function items(parameter: string, count: number): string {
  const values = Array.from({ length: count }, (_, i) => `(?${parameter} ->> ${i}, ${i})`).join(", ");
  return values
    ? `(SELECT column1 AS value, column2 AS key FROM (VALUES ${values}))`
    : `(SELECT ?${parameter} AS value, 0 AS key WHERE false)`;
}

/**
 * SQL that inserts the rows of one JSON parameter: arrays of values in the order of `columns`. `conflict` follows ON CONFLICT. `bytes`: the column
 * whose values are bytes in hexadecimal.
 */
export function insertSql(table: string, columns: readonly string[], conflict: string, bytes?: string): string {
  const values = columns.map((name, i) => (name === bytes ? `unhex(value ->> ${i})` : `value ->> ${i}`)).join(", ");
  return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?1) WHERE true ON CONFLICT ${conflict}`;
}

/** The fields of an object (all, or those named, in that order) that are neither empty nor equal to `defaults`: only these are stored as JSON. */
export function without(object: object, defaults: object, fields: readonly string[] = Object.keys(object)): Row {
  const from = object as Row;
  const usual = defaults as Row;
  const isEmpty = (value: unknown) => value === null || value === undefined || value === false || (Array.isArray(value) && !value.length);
  return Object.fromEntries(fields.filter((f) => !isEmpty(from[f]) && from[f] !== usual[f]).map((f) => [f, from[f]]));
}

/** D1 refuses a parameter over 2,000,000 bytes; a UTF-16 unit is up to 3 bytes of UTF-8. */
const MAX_PARAMETER = 1_900_000;

/** Splits rows into lists that fit into one JSON parameter each. */
export function chunks(rows: Value[][]): Value[][][] {
  const out: Value[][][] = [];
  let part: Value[][] = [];
  let size = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length * 3;
    if (part.length && size + length > MAX_PARAMETER) {
      out.push(part);
      part = [];
      size = 0;
    }
    part.push(row);
    size += length;
  }
  if (part.length) out.push(part);
  return out;
}

/** By subject: the last piece of work in this isolate, and when (ms) the latest turn began. */
const turns = new Map<string, Promise<unknown>>();
const beganAt = new Map<string, number>();
/** How long (ms) a piece of work waits while no other one begins, because a request that was cut off never ends its turn. */
const MAX_TURN = 30_000;

/** Waits for the work before, or until no turn on the subject has begun for `MAX_TURN`. */
async function turnAfter(thing: string, before: Promise<unknown>): Promise<void> {
  for (let isOver = false; !isOver; ) {
    const ended = before.then(
      () => true,
      () => true,
    );
    const waited = new Promise<boolean>((done) => setTimeout(done, MAX_TURN, false));
    isOver = (await Promise.race([ended, waited])) || Date.now() - (beganAt.get(thing) ?? 0) >= MAX_TURN;
  }
}

/**
 * Runs pieces of work on one subject one after the other, within this isolate, so that they do not make each other's batches fail. Correctness
 * does not depend on it: work in other isolates is caught by the preconditions of the batches.
 */
export async function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
  const begin = () => {
    beganAt.set(thing, Date.now());
    return work();
  };
  const before = turns.get(thing);
  const turn = before ? turnAfter(thing, before).then(begin) : begin();
  turns.set(thing, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(thing) === turn) {
      turns.delete(thing);
      beganAt.delete(thing);
    }
  }
}

/** Maximum number of attempts of a piece of work. */
const MAX_ATTEMPTS = 12;
/** The longest wait (ms) before an attempt. */
const MAX_WAIT = 1000;

/**
 * Runs a piece of work that reads and then writes. If what it read has changed, it runs again after a random, growing wait. ConflictError after
 * twelve attempts.
 */
export async function whileConflicting<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === MAX_ATTEMPTS) throw error;
      // The first retry comes at once: mostly there is only one competitor.
      const wait = attempt === 1 ? 0 : Math.random() * Math.min(MAX_WAIT, 4 * 2 ** attempt);
      if (wait) await new Promise((done) => setTimeout(done, wait));
    }
  }
}
