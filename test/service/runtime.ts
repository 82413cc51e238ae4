/** The fetching Worker on workerd, with the network as it is: what it asks for goes out by real sockets. */
import { readFileSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import type { Outcome } from "../../workers/sources/outcome.ts";
import { descendants } from "../bench/proc.ts";
import { build } from "../bench/worker.ts";
import type { Job } from "./fetcher.ts";

export interface Runtime {
  run(job: Job): Promise<Outcome>;
  /** Whether the platform's own fetch gets any answer. */
  unguarded(url: string): Promise<boolean>;
  /** Most memory that workerd has had so far, MB. */
  peak(): number;
  close(): Promise<void>;
}

export async function openRuntime(): Promise<Runtime> {
  const { code } = await build("test/service/fetcher.ts");
  const before = new Set(descendants(process.pid).map(({ pid }) => pid));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: "fetcher",
      modules: [{ type: "ESModule", path: "index.js", contents: code }],
      compatibilityDate: "2026-11-01",
      cf: false,
      handleStructuredLogs: () => {},
    }),
  );
  const url = await miniflare.ready;
  const workerd = descendants(process.pid).find(({ pid, name }) => name === "workerd" && !before.has(pid))?.pid ?? 0;
  const post = async (job: Job): Promise<unknown> => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(job) });
    if (!response.ok) throw new Error(`the Worker threw: ${(await response.text()).slice(0, 500)}`);
    return response.json();
  };
  return {
    run: async (job) => (await post(job)) as Outcome,
    unguarded: async (to) => ((await post({ ask: { url: to, expects: "text" }, unguarded: true })) as { status: number }).status !== 0,
    peak: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${workerd}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    close: () => miniflare.dispose(),
  };
}
