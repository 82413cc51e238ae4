/**
 * The design past one database, on real Durable Objects: the product's own Worker, schema and statements, each object a database of its own. A claim
 * object holds claims with all that belongs to them; band objects hold the near-duplicate buckets by the first bits of their number; D1 is the
 * directory, which finds the claim of a text. Every step may be done twice, so none needs a transaction over two objects.
 */
import { DurableObject } from "cloudflare:workers";
import { textIdOf } from "../../../shared/model/id.ts";
import { fingerprint } from "../../../shared/text/fingerprint.ts";
import type { Env } from "../../../workers/env.d.ts";
import worker from "../../../workers/index.ts";
import { Db } from "../../../workers/store/d1.ts";
import { insertTexts, nearestTexts, selectBuckets, selectTexts } from "../../../workers/store/documents/texts.ts";

interface Bindings extends Env {
  CLAIMS: DurableObjectNamespace<ClaimObject>;
  BANDS: DurableObjectNamespace<BandObject>;
  /** The schema's statements, as JSON. */
  SCHEMA: string;
}
interface Bound {
  sql: string;
  parameters: (string | number | null)[];
}
/** Which of 64 band objects has a bucket: by the first six bits of 52. */

const bandOf = (bucket: number) => Math.floor(bucket / 2 ** 46);

/** What the product asks of D1, on an object's own SQLite: a batch is one transaction, and rows are counted as D1 counts them. */
function d1Over(storage: DurableObjectStorage): D1Database {
  return {
    prepare: (sql: string) => ({ bind: (...parameters: Bound["parameters"]): Bound => ({ sql, parameters }) }),
    batch: async (batch: Bound[]) =>
      storage.transactionSync(() =>
        batch.map(({ sql, parameters }) => {
          const cursor = storage.sql.exec(sql, ...parameters);
          const results = cursor.toArray();
          const meta = { rows_read: cursor.rowsRead, rows_written: cursor.rowsWritten, duration: 0, size_after: storage.sql.databaseSize };
          return { results, meta };
        }),
      ),
  } as unknown as D1Database;
}
function withSchema(storage: DurableObjectStorage, schema: string): D1Database {
  const [{ there } = { there: 0 }] = storage.sql.exec<{ there: number }>(
    "SELECT count(*) AS there FROM sqlite_master WHERE name = 'document'",
  );
  if (!there) storage.transactionSync(() => (JSON.parse(schema) as string[]).map((sql) => storage.sql.exec(sql)));
  return d1Over(storage);
}

/** Claims, their sightings, edges, responses and documents: a whole instance of the product. */
export class ClaimObject extends DurableObject<Bindings> {
  readonly #db = withSchema(this.ctx.storage, this.env.SCHEMA);
  override fetch(request: Request): Promise<Response> {
    return Promise.resolve(
      worker.fetch(request as never, { ...this.env, DB: this.#db }, this.ctx as unknown as ExecutionContext),
    ) as Promise<Response>;
  }
}

interface Text {
  id: string;
  at: number;
  /** The object and the document that has it. */
  holder: string;
}
export class BandObject extends DurableObject<Bindings> {
  readonly #db = new Db(withSchema(this.ctx.storage, this.env.SCHEMA));
  /** Where the texts are that share most of these buckets, best first. */
  async near(buckets: number[]): Promise<{ text: string; holder: string }[]> {
    const [rows = []] = await this.#db.batch([selectBuckets(this.#db, buckets)]);
    const { near } = nearestTexts(rows, "");
    const [texts = []] = await this.#db.batch([selectTexts(this.#db, near)]);
    return texts.map((row) => ({ text: String(row.id), holder: String(row.first_document_id) }));
  }
  async add({ id, at, holder }: Text, buckets: number[]): Promise<void> {
    await this.#db.batch(
      insertTexts(this.#db, [
        {
          id,
          body: "",
          isPage: false,
          packed: null,
          object: null,
          page: null,
          signature: null,
          firstDocumentId: holder,
          firstAt: at,
          buckets,
        },
      ]),
    );
  }
  cost() {
    return this.#db.cost;
  }
}

const byObject = (buckets: number[]) => [...Map.groupBy(buckets, bandOf)];
const asking = (request: Request, path: string, body: unknown) =>
  new Request(new URL(path, request.url), { method: "POST", body: JSON.stringify(body), headers: request.headers });

/** One post: near copies by band, else the claim by the directory; then the object's own pipeline; then its buckets. */
async function take(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
  const document = (await request.json()) as { text: string };
  const buckets = fingerprint(document.text)?.buckets ?? [];
  const bands = byObject(buckets).map(([band, own]) => ({ band: env.BANDS.getByName(`band-${band}`), own }));
  const before = await Promise.all(bands.map(({ band }) => band.cost()));
  const found = (await Promise.all(bands.map(({ band, own }) => band.near(own)))).flat();
  const counts = new Map<string, number>();
  for (const { holder } of found) counts.set(holder.split("/")[0] ?? "", (counts.get(holder.split("/")[0] ?? "") ?? 0) + 1);
  let object = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  const by = object === undefined ? "claim" : "bands";
  if (object === undefined) {
    const answer = await worker.fetch(asking(request, "/v1/match", { text: document.text }) as never, env, context);
    const { candidates } = (await (answer as unknown as Response).json()) as { candidates: { ref: string | null }[] };
    object = candidates[0]?.ref?.split(" ")[0] ?? "claim-0";
  }
  const stored = await env.CLAIMS.getByName(object).fetch(asking(request, "/v1/documents", document));
  const { id } = (await stored.clone().json()) as { id: string };
  const text = { id: textIdOf(document.text), at: Date.now(), holder: `${object}/${id}` };
  await Promise.all(bands.map(({ band, own }) => band.add(text, own)));
  const after = await Promise.all(bands.map(({ band }) => band.cost()));
  const sum = (of: "read" | "written") => after.reduce((all, one, i) => all + one[of] - (before[i]?.[of] ?? 0), 0);
  const out = new Response(stored.body, stored);
  out.headers.set("x-bands", `read=${sum("read")} written=${sum("written")} objects=${bands.length} by=${by} object=${object}`);
  return out;
}

export default {
  /** `/post` takes a post; `/of/NAME/…` asks a claim object; `/id/bands|claims/NAME` names its file; all else is the directory. */
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/post") return take(request, env, context);
    const [, kind, name = "", rest = ""] = /^\/(of|id\/claims|id\/bands)\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
    if (kind === "id/claims") return new Response(env.CLAIMS.idFromName(name).toString());
    if (kind === "id/bands") {
      await env.BANDS.getByName(name).cost();
      return new Response(env.BANDS.idFromName(name).toString());
    }
    if (kind === "of") return env.CLAIMS.getByName(name).fetch(new Request(new URL(rest + url.search, url), request));
    return worker.fetch(request as never, env, context) as unknown as Promise<Response>;
  },
};
