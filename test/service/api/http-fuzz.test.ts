/** Good HTTP answers broken at random, on workerd: each ends in an outcome, in time, with no text past the limit. */
import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { after, before, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { random } from "../../support/random.ts";
import { each } from "../support/faults.ts";
import { type Origin, openOrigin } from "../support/origin.ts";
import { openRuntime, type Runtime } from "../support/runtime.ts";

const RUNS = process.env["WHENCE_FULL"] ? 5000 : 300;
const DEADLINE = 400;
const LIMIT = 5000;

/** Numbers from 0 to below `n`, the same for the same seed (mulberry32). */
function chance(seed: number): (n: number) => number {
  const draw = random(seed);
  return (n) => (draw() * 2 ** 32) % n;
}
const ARTICLE = `<!doctype html><meta charset=utf-8><title>A</title><article>${"Words é 词. ".repeat(100)}</article>`;
const answer = (headers: string, body: Buffer | string) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`), Buffer.from(body)]);
const chunked = (body: string) =>
  `${body.replace(/.{1,200}/gs, (part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)}0\r\n\r\n`;
const GOOD = [
  answer(`Content-Length: ${Buffer.byteLength(ARTICLE)}\r\nETag: "1"\r\n`, ARTICLE),
  answer("Transfer-Encoding: chunked\r\n", chunked(ARTICLE)),
  answer("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked("not gzip")),
  answer("Content-Encoding: gzip\r\nConnection: close\r\n", gzipSync(ARTICLE)),
  answer("Content-Encoding: br\r\nConnection: close\r\n", brotliCompressSync(ARTICLE)),
  Buffer.from("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"),
  Buffer.from("HTTP/1.1 302 Found\r\nLocation: /7\r\nContent-Length: 0\r\n\r\n"),
  answer("Content-Length: 9\r\n", "HTTP/1.1 "),
];
function broken(seed: number): Buffer {
  const any = chance(seed);
  let bytes = GOOD[any(GOOD.length)] ?? Buffer.alloc(0);
  for (let i = any(4); i > 0; i--) {
    const at = any(Math.min(bytes.length, any(2) ? 120 : bytes.length) || 1);
    const end = at + any(20);
    const cut = [bytes.subarray(0, at), bytes.subarray(end)] as const;
    const noise = Buffer.from(Array.from({ length: any(20) }, () => any(256)));
    const parts = [
      [cut[0], noise, cut[1]],
      [cut[0], cut[1]],
      [bytes.subarray(0, end), cut[0], bytes.subarray(at)],
      [cut[0]],
      [cut[0], noise, bytes.subarray(at)],
    ];
    bytes = Buffer.concat(parts[any(parts.length)] ?? []);
  }
  return bytes;
}
/** In pieces, and then an end, a reset, or nothing more. */
function sends(socket: Socket, seed: number): void {
  const any = chance(seed + 0x10000);
  const bytes = broken(seed);
  let at = 0;
  const more = () => {
    const next = at + 1 + any(any(3) ? bytes.length : 30);
    socket.write(bytes.subarray(at, next));
    at = next;
    if (at < bytes.length) setTimeout(more, any(3));
    else if (any(4)) socket.end();
    else if (any(2)) socket.resetAndDestroy();
  };
  more();
}

let runtime: Runtime;
let origin: Origin;
before(async () => {
  runtime = await openRuntime();
  origin = await openOrigin(Object.fromEntries(Array.from({ length: RUNS }, (_, seed) => [String(seed), (socket) => sends(socket, seed)])));
});
after(async () => {
  await runtime.close();
  await origin.close();
});

test(`${RUNS} broken answers`, async (t) => {
  const ended: Record<string, number> = {};
  await each(
    Array.from({ length: RUNS }, (_, seed) => seed),
    async (seed) => {
      const outcome = await runtime.run({
        request: { url: origin.url(String(seed)), expects: "html" },
        options: { deadline: DEADLINE, maxBytes: LIMIT, addresses: { allow: [origin.place] } },
      });
      ended[outcome.kind] = (ended[outcome.kind] ?? 0) + 1;
      // Many at once on two cores: their timers come later than one alone.
      assert.ok(outcome.ms <= DEADLINE + 400, `seed ${seed}: ${outcome.ms} ms`);
      if (outcome.kind !== "ok") return;
      assert.ok(outcome.answer.text.length <= LIMIT, `seed ${seed}`);
      assert.equal(outcome.answer.text, outcome.answer.text.toWellFormed());
    },
    8,
  );
  t.diagnostic(JSON.stringify(ended));
  // Both what is still good and what is not must have been among them.
  for (const kind of ["ok", "bad_content", "failed", "timed_out"]) assert.ok((ended[kind] ?? 0) > RUNS / 100, kind);
});
