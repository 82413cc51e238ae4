/**
 * SQL beside a Worker on Miniflare, by a small Worker of its own that has the same database. Miniflare's own D1 in this process makes a
 * blocking request of each statement before it runs: that takes half a second for an empty database's schema.
 */
import type { Miniflare, V4MiniflareOptions } from "miniflare";

type Worker = Extract<V4MiniflareOptions, { workers: unknown }>["workers"][number];
type Parameter = string | number | null;
/** Runs statements as one batch; gives the rows of each. */
export type Batch = (statements: readonly { sql: string; params?: readonly Parameter[] }[]) => Promise<unknown[][]>;

const CODE = `export default {
  async fetch(request, { DB }) {
    try {
      const batch = (await request.json()).map(({ sql, params = [] }) => (params.length ? DB.prepare(sql).bind(...params) : DB.prepare(sql)));
      return Response.json((await DB.batch(batch)).map(({ results }) => results));
    } catch (error) {
      return new Response(String(error.message), { status: 500 });
    }
  },
};
`;
const NAME = "sql";

/** The Worker for Miniflare's options, beside one with these databases. */
export const sqlWorker = (d1Databases: Worker["d1Databases"]): Worker => ({
  name: NAME,
  modules: [{ type: "ESModule", path: "sql.js", contents: CODE }],
  compatibilityDate: "2026-11-01",
  d1Databases,
  unsafeDirectSockets: [{}],
});

/** What runs SQL on a Miniflare that has it. */
export async function sqlBatch(miniflare: Miniflare): Promise<Batch> {
  const url = await miniflare.unsafeGetDirectURL(NAME);
  return async (statements) => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(statements) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as unknown[][];
  };
}
