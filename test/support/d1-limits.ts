/** D1's limits, which no local D1 holds: calls of one invocation, and the size of a statement, its parameters and rows. */

interface Prepared {
  bind(...values: unknown[]): unknown;
}
interface D1 {
  prepare(sql: string): Prepared;
  batch(statements: never[]): Promise<unknown>;
}

/** Calls of an invocation on the free plan, and on the paid one. */
export const FREE_CALLS = 50;
export const PAID_CALLS = 1000;
const MAX_PARAMETERS = 100;
const MAX_SQL_BYTES = 100_000;
/** Of a value, and of a row: a row of more is in one parameter here. */
const MAX_VALUE_BYTES = 2_000_000;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const isOver = (text: string, most: number) => text.length * 3 > most && bytesOf(text) > most;

/** The limit of an instance with this setting. */
export const callsFor = (setting: unknown): number => (Number(setting) > 0 && Number(setting) <= FREE_CALLS ? FREE_CALLS : PAID_CALLS);

/** A database for one invocation, which refuses what D1 refuses. */
export function limited(db: D1, most: number): D1 {
  let calls = 0;
  return {
    prepare(sql) {
      if (isOver(sql, MAX_SQL_BYTES)) throw new Error(`D1_ERROR: a statement of more than ${MAX_SQL_BYTES} bytes: ${sql.slice(0, 200)}`);
      const statement = db.prepare(sql);
      return {
        bind(...values) {
          if (values.length > MAX_PARAMETERS) throw new Error(`D1_ERROR: more than ${MAX_PARAMETERS} parameters: ${sql.slice(0, 200)}`);
          for (const value of values)
            if (typeof value === "string" && isOver(value, MAX_VALUE_BYTES))
              throw new Error(`D1_ERROR: a parameter of more than ${MAX_VALUE_BYTES} bytes: ${sql.slice(0, 200)}`);
          return statement.bind(...values);
        },
      };
    },
    batch(statements) {
      calls++;
      if (calls > most) throw new Error(`D1_ERROR: call ${calls} of an invocation that may make ${most}`);
      return db.batch(statements);
    },
  };
}
