/**
 * `npm run bench -- --edge`: an embed, a claim's page and a timeline that the edge keeps, under 50 connections, beside a bare hono Worker in turns.
 * Requests a second, and CPU of workerd a request.
 */
import { Agent, get } from "node:http";
import * as corpus from "../corpus.ts";
import { median } from "../proc.ts";
import { claimLines, importLines, seedHot, taken } from "../seed.ts";
import { build, call, type Running, start } from "../worker.ts";

const CONNECTIONS = 50;
const ROUNDS = 3;
const ROUND_MS = 4000;

/** Requests in a round by so many connections at once, each with its own. */
async function round(whence: Running, path: string): Promise<{ perSecond: number; cpu: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + ROUND_MS;
  const before = whence.cpu();
  let count = 0;
  const one = () =>
    new Promise<void>((done, fail) => {
      get(whence.url + path, { agent }, (answer) => {
        if (answer.statusCode !== 200) fail(new Error(`${path}: ${answer.statusCode}`));
        answer.resume().on("end", done);
      }).on("error", fail);
    });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        await one();
        count++;
      }
    }),
  );
  agent.destroy();
  return { perSecond: count / ((performance.now() - began) / 1000), cpu: (whence.cpu() - before) / count };
}

export async function edge(): Promise<void> {
  const hono = await start(await build("test/bench/workers/hono.ts"));
  const whence = await start(await build(), { bindings: { WHENCE_ENV: "production", PUBLISH: "all" } });
  await importLines(whence, claimLines(0, 4), 4);
  await importLines(whence, corpus.documentLines(0, 1000, 4), 1000, "?read=false");
  const hot = await seedHot(whence);
  await taken(call(whence.url, "PATCH", `/v1/claims/${hot}`, { visibility: "public" }));
  const paths: [string, Running, string][] = [
    ["bare hono, 1.9 KB of JSON", hono, "/json"],
    ["embed, kept by the edge", whence, `/embed/${hot}`],
    ["claim page, kept by the edge", whence, `/c/${hot}`],
    ["timeline, kept by the edge", whence, `/v1/claims/${hot}/timeline`],
  ];
  const seen = new Map(paths.map(([what]) => [what, [] as { perSecond: number; cpu: number }[]]));
  for (const [, running, path] of paths) await fetch(running.url + path).then((answer) => answer.text());
  for (let i = 0; i < ROUNDS; i++) for (const [what, running, path] of paths) seen.get(what)?.push(await round(running, path));
  const floor = median(seen.get(paths[0]?.[0] ?? "")?.map(({ perSecond }) => perSecond) ?? []);
  const cpu = median(seen.get(paths[0]?.[0] ?? "")?.map((one) => one.cpu) ?? []);
  console.table(
    [...seen].map(([what, rounds]) => {
      const [requests, each] = [median(rounds.map(({ perSecond }) => perSecond)), median(rounds.map((one) => one.cpu))];
      return {
        what,
        "requests/s": requests.toFixed(0),
        "of hono": (requests / floor).toFixed(2),
        "CPU ms": each.toFixed(3),
        "× hono": (each / cpu).toFixed(1),
      };
    }),
  );
  await hono.stop();
  await whence.stop();
}
