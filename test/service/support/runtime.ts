/** The fetching Worker on workerd itself, with a network of real sockets. */
import { readFileSync } from "node:fs";
import type { Outcome } from "../../../workers/sources/http/outcome.ts";
import { build } from "../../bench/worker.ts";
import type { Job } from "./fetcher.ts";
import { startWorkerd } from "./workerd.ts";

export interface Runtime {
  run(job: Job): Promise<Outcome>;
  /** Whether the platform's own fetch gets any answer. */
  unguarded(url: string): Promise<boolean>;
  /** Most memory that workerd has had so far, MB. */
  peak(): number;
  close(): Promise<void>;
}

/** `allow`: which addresses workerd's own network may connect to. */
export async function openRuntime(allow: ("public" | "private")[] = ["public", "private"]): Promise<Runtime> {
  const { url, pid, close } = await startWorkerd((await build("test/service/support/fetcher.ts")).code, allow);
  const post = async (job: Job): Promise<unknown> => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(job) });
    if (!response.ok) throw new Error(`the Worker threw: ${(await response.text()).slice(0, 500)}`);
    return response.json();
  };
  return {
    run: async (job) => (await post(job)) as Outcome,
    unguarded: async (to) => ((await post({ request: { url: to, expects: "text" }, unguarded: true })) as { status: number }).status !== 0,
    peak: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    close,
  };
}
