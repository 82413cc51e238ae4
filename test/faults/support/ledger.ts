/**
 * A client that keeps a ledger of three outcomes (test after Jepsen): ok = there, refused = not there, unknown = the answer never came, so
 * there or not, but never twice and never half.
 */
import { idOf } from "../../../shared/model/id.ts";
import { claimLine, document, ndjson } from "../../bench/corpus.ts";
import { type Answer, call } from "../../bench/worker.ts";

export type Outcome = "ok" | "refused" | "unknown";
const full = !!process.env["WHENCE_FULL"];
const CLAIMS = full ? 600 : 200;
/** Documents of one import. */
export const BATCH = full ? 20 : 8;

export interface Entry {
  input: ReturnType<typeof document>;
  outcome: Outcome;
}

export class Ledger {
  /** By document id: what was sent, and what came of it. */
  readonly entries = new Map<string, Entry>();
  /** Faults that no crash excuses: 5xx answers, a repeated key with another answer. */
  readonly faults: string[] = [];
  acknowledged = 0;
  lost = 0;
  #next = 0;
  #running = true;
  #writers: Promise<void>[] = [];
  readonly #url: () => string;

  constructor(url: () => string) {
    this.#url = url;
  }

  async createClaims(): Promise<void> {
    await call(this.#url(), "POST", "/v1/import", ndjson(Array.from({ length: CLAIMS }, (_, i) => claimLine(i))));
  }
  /** Writes without pause until `stop`: imports, single documents with an Idempotency-Key, single ones read in the request. */
  start(): void {
    this.#writers = [this.#run(() => this.#batch()), this.#run(() => this.#keyed()), this.#run(() => this.#waited())];
  }
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#writers);
  }

  async #run(work: () => Promise<void>): Promise<void> {
    while (this.#running) {
      await work();
      await new Promise((done) => setTimeout(done, 40));
    }
  }
  #take(count: number): Entry["input"][] {
    return Array.from({ length: count }, () => document(this.#next++, CLAIMS));
  }
  #note(inputs: Entry["input"][], outcome: Outcome): void {
    for (const input of inputs) this.entries.set(idOf("d", input.platform, input.platformId), { input, outcome });
    if (outcome === "ok") this.acknowledged += inputs.length;
    if (outcome === "unknown") this.lost += inputs.length;
  }
  /** An answer, or null when none came. */
  async #ask(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer | null> {
    try {
      const answer = await call(this.#url(), "POST", path, body, headers);
      if (answer.status < 500) return answer;
      this.faults.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return null;
    } catch {
      await new Promise((done) => setTimeout(done, 60));
      return null;
    }
  }
  async #batch(): Promise<void> {
    const inputs = this.#take(BATCH);
    const answer = await this.#ask("/v1/import?read=true", ndjson(inputs.map((input) => ({ type: "document", ...input }))));
    const report = answer?.body as { accepted?: number } | undefined;
    if (answer && report?.accepted !== BATCH) this.faults.push(`import: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.#note(inputs, answer ? (report?.accepted === BATCH ? "ok" : "refused") : "unknown");
  }
  /** Sent with a key until an answer comes: then it is there once, however often it was sent. */
  async #keyed(): Promise<void> {
    const [input] = this.#take(1);
    if (!input) return;
    const headers = { "idempotency-key": `key-${input.platformId}` };
    let answer: Answer | null = null;
    while (!answer && this.#running) answer = await this.#ask("/v1/documents", input, headers);
    this.#note([input], answer ? (answer.status < 300 ? "ok" : "refused") : "unknown");
    if (!answer) return;
    const again = await this.#ask("/v1/documents", input, headers);
    const [first, second] = [answer.body, again?.body].map((body) => JSON.stringify(body));
    // The first answer may tell that it is read already; the one that is kept tells what was committed.
    if (again && (again.status >= 300 || (again.body as { id: string }).id !== (answer.body as { id: string }).id))
      this.faults.push(`the same key, another answer: ${first} ${second}`);
  }
  async #waited(): Promise<void> {
    const [input] = this.#take(1);
    if (!input) return;
    const answer = await this.#ask("/v1/documents", input, { prefer: "wait" });
    this.#note([input], answer ? (answer.status < 300 ? "ok" : "refused") : "unknown");
  }

  /** Sweeps until nothing waits. A sweep that died holds its documents back for a minute. */
  async settle(limit = 120_000): Promise<void> {
    for (const end = Date.now() + limit; ; ) {
      const health = await call(this.#url(), "GET", "/healthz");
      if ((health.body as { waiting: number }).waiting === 0) return;
      if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(health.body)}`);
      await call(this.#url(), "POST", "/v1/sweep");
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}
