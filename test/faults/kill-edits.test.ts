/**
 * kill -9 of workerd while people merge, erase and decide and a crawl runs: whatever was acknowledged holds, no erased word is back, and nothing is
 * half done. Only in the full mode (`npm run test:full`).
 */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { type Answer, build, call, start } from "../bench/worker.ts";
import { openState } from "./support/graph.ts";

const full = Boolean(process.env["WHENCE_FULL"]);
const ROUNDS = 60;
const HOLDS = "replaced_at = 9007199254740991";
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Feeds on ports of their own: a host that was being visited when its run was killed is left alone for minutes. */
function feeds(): Promise<Server[]> {
  const xml = (path: string) =>
    `<rss version="2.0"><channel><title>Wire</title>${[1, 2, 3].map((n) => `<item><link>http://wire.example${path}/${n}</link><title>Item ${n} of ${path}</title><description>The pier of Rimstad was sold for a song, says item ${n} of ${path}, and nobody sang.</description></item>`).join("")}</channel></rss>`;
  const one = () =>
    new Promise<Server>((done) => {
      const server = createServer((request, answer) => {
        const isFeed = request.url?.startsWith("/feed");
        setTimeout(() => {
          answer.writeHead(isFeed ? 200 : 404, { "content-type": "application/rss+xml" });
          answer.end(isFeed ? xml(request.url ?? "") : "");
        }, 30);
      });
      server.listen(0, "127.0.0.1", () => done(server));
    });
  return Promise.all(Array.from({ length: ROUNDS }, one));
}

/** What was done, and whether its answer came: true, or false where it may have been done or not. */
interface Done<T> {
  what: T;
  known: boolean;
}
class Desk {
  readonly posts = new Map<string, string>();
  readonly erased: Done<string>[] = [];
  readonly decided: Done<{ document: string; state: string }>[] = [];
  readonly merged: Done<{ from: string; into: string }>[] = [];
  readonly visited: string[] = [];
  readonly faults: string[] = [];
  isRunning = true;
  #next = 0;
  readonly #url: () => string;
  readonly #ports: number[];

  constructor(url: () => string, ports: number[]) {
    this.#url = url;
    this.#ports = ports;
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Answer | null> {
    try {
      const answer = await call(this.#url(), method, path, body, method === "POST" ? { prefer: "wait" } : {});
      if (answer.status < 500) return answer;
      this.faults.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    } catch {
      await pause(40);
    }
    return null;
  }
  run(): Promise<unknown> {
    const loop = async (work: (n: number) => Promise<void>) => {
      while (this.isRunning) {
        await work(this.#next++);
        await pause(20);
      }
    };
    return Promise.all([
      loop((n) => this.#decide(n)),
      loop((n) => this.#erase(n)),
      loop((n) => this.#merge(n)),
      loop((n) => this.#crawl(n)),
    ]);
  }

  /** A post with words of its own, seen with the claim; null when no answer came. */
  async #post(n: number): Promise<string | null> {
    const word = `wolpertinger${n}zq`;
    const answer = await this.#ask("POST", "/v1/documents", {
      platform: "forum",
      platformId: `post-${n}`,
      author: { handle: word, name: `Ann ${word}` },
      publishedAt: new Date(Date.UTC(2025, 4, 1, 0, n % 1000)).toISOString(),
      text: `The bridge of Halmar closes because its bolts were sold, my ${word} says`,
    });
    if (!answer || answer.status >= 300) return null;
    const { id } = answer.body as { id: string };
    this.posts.set(id, word);
    return id;
  }
  async #decide(n: number): Promise<void> {
    const document = await this.#post(n);
    if (!document) return;
    const state = n % 3 ? "confirmed" : "rejected";
    const answer = await this.#ask("POST", `/v1/sightings/${n % 3 ? "confirm" : "reject"}`, { claim: "bridge", document });
    if (!answer || answer.status < 300) this.decided.push({ what: { document, state }, known: answer !== null });
  }
  async #erase(n: number): Promise<void> {
    const id = await this.#post(n);
    if (!id) return;
    const answer = await this.#ask("DELETE", `/v1/documents/${id}`);
    this.erased.push({ what: id, known: answer?.status === 200 });
  }
  async #merge(n: number): Promise<void> {
    const claim = async (part: string) => {
      const made = await this.#ask("POST", "/v1/claims", {
        ref: `${part}-${n}`,
        text: `Tram number ${n} of Rimstad runs on ${part} cider`,
      });
      return made && made.status < 300 ? (made.body as { id: string }).id : null;
    };
    const [from, into] = [await claim("old"), await claim("new")];
    if (!from || !into) return;
    const answer = await this.#ask("POST", `/v1/claims/${from}/merge`, { into });
    this.merged.push({ what: { from, into }, known: answer?.status === 200 });
  }
  async #crawl(n: number): Promise<void> {
    const path = `/feed-${n}`;
    const made = await this.#ask("POST", "/v1/sources", {
      kind: "feed",
      // Of items of another site a feed is not believed: they would be links to visit.
      config: { url: `http://127.0.0.1:${this.#ports[n % this.#ports.length]}${path}`, site: "http://wire.example/" },
    });
    if (!made || made.status >= 300) return;
    const answer = await this.#ask("POST", `/v1/sources/${(made.body as { id: string }).id}/run`);
    const visited = (answer?.body as { visited?: { outcome: string }[] } | undefined)?.visited ?? [];
    if (answer?.status === 200 && visited.some(({ outcome }) => outcome === "ok")) this.visited.push(path);
    await pause(100);
  }
}

/** What of the desk's ledger does not hold. */
function missing(desk: Desk, state: string): string[] {
  const db = openState(state);
  const one = (sql: string, ...parameters: string[]) => db.prepare(sql).get(...parameters) as Record<string, unknown> | undefined;
  const found = [...desk.faults];
  const words = (word: string) =>
    ["text", "document", "account", "sighting", "edge", "response", "event", "visit", "claim", "alias"].filter((table) =>
      db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .some((row) => Object.values(row).some((value) => String(value).includes(word))),
    );
  const gone = new Set(desk.erased.map(({ what }) => what));
  for (const id of desk.posts.keys())
    if (!gone.has(id) && !one("SELECT 1 FROM document WHERE id = ? AND seen = 'observed'", id)) found.push(`post ${id} is lost`);
  for (const { what: id, known } of desk.erased) {
    const isErased = Boolean(one("SELECT 1 FROM tombstone WHERE id = ?", id));
    if (known && !isErased) found.push(`the erasure of ${id} is lost`);
    if (isErased) for (const table of words(desk.posts.get(id) ?? "?")) found.push(`words of ${id} in ${table}`);
  }
  for (const { what, known } of desk.decided) {
    const row = one(
      `SELECT s.state FROM sighting s JOIN claim c ON c.id = s.claim_id AND c.ref = 'bridge' AND c.${HOLDS} WHERE s.document_id = ? AND s.${HOLDS}`,
      what.document,
    );
    if (known && row?.["state"] !== what.state) found.push(`${what.document} is ${row?.["state"]} and not ${what.state}`);
  }
  for (const { what, known } of desk.merged) {
    const row = one(`SELECT merged_into FROM claim WHERE id = ? AND ${HOLDS}`, what.from);
    if (known && row?.["merged_into"] !== what.into) found.push(`the merge of ${what.from} is lost`);
  }
  for (const path of desk.visited)
    for (const n of [1, 2, 3])
      if (!one("SELECT 1 FROM document WHERE url = ?", `http://wire.example${path}/${n}`)) found.push(`item ${n} of ${path} is lost`);
  const beyond = one("SELECT count(*) AS n FROM visit WHERE lease_until > ?", String(Date.now() + 300_000));
  if (beyond?.["n"]) found.push(`${beyond["n"]} leases do not end`);
  db.close();
  return found;
}

test(`${ROUNDS} kills amid merges, erasures, decisions and a crawl`, { skip: !full, timeout: 900_000 }, async (t) => {
  const servers = await feeds();
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  const bindings = { CONTACT: "desk@paper.example", CRAWL_ALLOW: ports.map((port) => `127.0.0.1:${port}`).join(" ") };
  const whence = await start(await build(), { bindings });
  after(async () => {
    await whence.stop();
    for (const server of servers) server.close();
  });
  await whence.call("POST", "/v1/claims", { ref: "bridge", text: "The bridge of Halmar closes because its bolts were sold" });
  const desk = new Desk(() => whence.url, ports);
  const running = desk.run();
  for (let round = 0; round < ROUNDS; round++) {
    // A visit takes some seconds, as its requests keep apart: every fifth kill lets one come to its end, or nearly.
    const visited = desk.visited.length;
    await pause(round % 5 ? 120 + ((round * 137) % 700) : 4000 + round * 20);
    // On a slow machine, too, some come to their end.
    for (const end = Date.now() + 60_000; round % 10 === 5 && desk.visited.length === visited && Date.now() < end; ) await pause(25);
    process.kill(whence.workerd(), "SIGKILL");
    for (let tries = 0; tries < 1000; tries++, await pause(25))
      if ((await fetch(`${whence.url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => null))?.ok) break;
  }
  desk.isRunning = false;
  await running;
  for (const end = Date.now() + 200_000; Date.now() < end; await pause(500)) {
    if (((await call(whence.url, "GET", "/healthz")).body as { waiting: number }).waiting === 0) break;
    await call(whence.url, "POST", "/v1/sweep");
  }
  const { body } = await call(whence.url, "GET", "/v1/verify");
  assert.deepEqual((body as { violations: unknown[] }).violations, []);
  const known = (done: Done<unknown>[]) => `${done.filter((one) => one.known).length} of ${done.length}`;
  t.diagnostic(
    `${desk.posts.size} posts, ${known(desk.erased)} erasures, ${known(desk.decided)} decisions, ${known(desk.merged)} merges acknowledged, ${desk.visited.length} feeds visited`,
  );
  assert.deepEqual(missing(desk, whence.state), []);
  assert.ok(desk.visited.length > 3 && desk.merged.length > 20 && desk.erased.length > 20 && desk.decided.length > 20);
});
