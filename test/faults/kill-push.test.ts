/**
 * kill -9 of workerd while it tells a webhook what happened, and the receiver fails, hangs, answers 410 and 429 and dies: every event arrives at
 * least once, those of one claim in order, each signed. Only in the full mode (`npm run test:full`).
 */
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { build, type Running, start } from "../bench/worker.ts";
import { openState } from "./support/graph.ts";

const full = Boolean(process.env["WHENCE_FULL"]);
const CLAIMS = 200;
const VERSIONS = 50;
const EVENTS = CLAIMS * VERSIONS;
const MIN_KILLS = 40;
const HOUR = 3_600_000;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A webhook's receiver that misbehaves until it is calm. */
class Receiver {
  readonly got: { claim: string; seq: number }[] = [];
  readonly answered = new Map<string, number>();
  forged = 0;
  secret = "";
  isCalm = false;
  #requests = 0;
  #server: Server | null = null;
  port = 0;

  async open(): Promise<void> {
    const server = createServer((request, response) => this.#take(request, response));
    await new Promise<void>((done) => server.listen(this.port, "127.0.0.1", done));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }
  /** Dies with all its connections. */
  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((done) => this.#server?.close(() => done()) ?? done());
  }
  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const part of request) body += String(part);
    const id = String(request.headers["webhook-id"]);
    // The sender's clock is ahead of this one's, so that the library's own `verify` would call every message too new.
    const signed = new Webhook(this.secret).sign(id, new Date(Number(request.headers["webhook-timestamp"]) * 1000), body);
    if (request.headers["webhook-signature"] !== signed) this.forged++;
    const { data } = JSON.parse(body) as { data: { id: string; seq: number } };
    const own = { claim: data.id.split("_")[2] ?? "", seq: data.seq };
    const turn = this.#requests++;
    const answer =
      this.isCalm || turn % 7 ? "200" : (["500", "429", "410", "503", "dies", "takes and dies", "hangs"][(turn / 7) % 7] ?? "200");
    this.answered.set(answer, (this.answered.get(answer) ?? 0) + 1);
    if (answer === "200" || answer === "takes and dies") this.got.push(own);
    if (answer === "hangs") return;
    if (answer.endsWith("dies")) return void request.socket.destroy();
    response.writeHead(Number(answer), answer === "429" ? { "retry-after": "7" } : {}).end();
  }
}

/** A version of every claim, as an import: an event for each. */
const version = (n: number) =>
  Array.from({ length: CLAIMS }, (_, i) =>
    JSON.stringify({ type: "claim", ref: `c${i}`, text: `The tram ${i} of Rimstad runs on cider of the year ${1900 + n}` }),
  ).join("\n");

/** Waits until workerd is there again. */
async function back(whence: Running): Promise<void> {
  for (let tries = 0; tries < 2000; tries++, await pause(25))
    if ((await fetch(`${whence.url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => null))?.ok) return;
  assert.fail("workerd did not come back");
}
/** The numbers of the events that the subscription is to be told. */
function expected(state: string): Set<number> {
  const db = openState(state);
  const rows = db.prepare("SELECT seq FROM event WHERE type IN ('claim.created', 'claim.changed')").all();
  db.close();
  return new Set(rows.map((row) => Number(row["seq"])));
}

test(`${EVENTS} events arrive, in order a claim, amid kills of workerd`, { skip: !full, timeout: 1_800_000 }, async (t) => {
  const receiver = new Receiver();
  await receiver.open();
  after(() => receiver.close());
  const place = `127.0.0.1:${receiver.port}`;
  const whence = await start(await build("test/faults/week/push-worker.ts"), { bindings: { CRAWL_ALLOW: place } });
  after(() => whence.stop());
  const subscription = { kind: "webhook", name: "receiver", target: `http://${place}/`, filter: { types: ["claim.*"] } };
  const made = (await whence.call("POST", "/v1/subscriptions", subscription)).body as { id: string; secret: string };
  receiver.secret = made.secret;
  let [sent, kills, runs, ahead] = [0, 0, 0, 0];
  const wanted = () => [...expected(whence.state)].filter((seq) => !receiver.got.some((one) => one.seq === seq)).length;
  for (; runs < 3000; runs++) {
    if (sent < VERSIONS) {
      const answer = await whence.call("POST", "/v1/import", version(sent)).catch(() => null);
      if (answer?.status === 200 || answer?.status === 202) sent++;
    } else if (kills >= MIN_KILLS) receiver.isCalm = true;
    if (receiver.isCalm && wanted() === 0) break;
    ahead += HOUR;
    const run = fetch(`${whence.url}/tell?ahead=${ahead}`, { method: "POST", signal: AbortSignal.timeout(60_000) }).catch(() => null);
    if (kills < MIN_KILLS && runs % 2) {
      await pause(100 + ((runs * 137) % 900));
      process.kill(whence.workerd(), "SIGKILL");
      kills++;
    }
    if (runs % 10 === 9) {
      await receiver.close();
      await receiver.open();
    }
    await run;
    await back(whence);
    // A receiver that answered 410 is told nothing more until somebody switches it on, and what was given up is sent again by hand.
    await whence.call("PATCH", `/v1/subscriptions/${made.id}`, { enabled: true }).catch(() => null);
    await whence.call("POST", `/v1/subscriptions/${made.id}/replay`, {}).catch(() => null);
  }
  t.diagnostic(`${receiver.got.length} messages taken of ${expected(whence.state).size} events, ${runs} runs, ${kills} kills`);
  t.diagnostic([...receiver.answered].map(([answer, n]) => `${answer}: ${n}`).join(", "));
  assert.equal(sent, VERSIONS);
  assert.equal(expected(whence.state).size, EVENTS);
  assert.equal(receiver.forged, 0);
  assert.equal(wanted(), 0);
  for (const [claim, own] of Map.groupBy(receiver.got, (one) => one.claim)) {
    const seqs = own.map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      [...seqs].sort((a, b) => a - b),
      claim,
    );
  }
});
