/** The fetching Worker on workerd itself, with a network of real sockets. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Outcome } from "../../../workers/sources/http/outcome.ts";
import { build } from "../../bench/worker.ts";
import type { Job } from "./fetcher.ts";
import { root } from "./harness.ts";

export interface Runtime {
  run(job: Job): Promise<Outcome>;
  /** Whether the platform's own fetch gets any answer. */
  unguarded(url: string): Promise<boolean>;
  /** Most memory that workerd has had so far, MB. */
  peak(): number;
  close(): Promise<void>;
}

const config = (allow: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "index.js", esModule = embed "index.js")], compatibilityDate = "2026-11-01")),
    (name = "internet", network = (allow = [${allow}])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** `allow`: which addresses workerd's own network may connect to. */
export async function openRuntime(allow: ("public" | "private")[] = ["public", "private"]): Promise<Runtime> {
  const folder = mkdtempSync(join(tmpdir(), "whence-workerd-"));
  writeFileSync(join(folder, "index.js"), (await build("test/service/support/fetcher.ts")).code);
  writeFileSync(join(folder, "config.capnp"), config(allow.map((name) => `"${name}"`).join(", ")));
  // Not its wrapper for Node, which would stand between.
  const { default: workerd } = createRequire(import.meta.url)("workerd") as { default: string };
  const child = spawn(workerd, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    cwd: root,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  const port = await new Promise<number>((done, fail) => {
    createInterface(child.stdio[3] as Readable).on("line", (line) => {
      const said = JSON.parse(line) as { event: string; port: number };
      if (said.event === "listen") done(said.port);
    });
    child.on("close", (code) => fail(new Error(`workerd ended with ${code}`)));
  });
  const post = async (job: Job): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: JSON.stringify(job) });
    if (!response.ok) throw new Error(`the Worker threw: ${(await response.text()).slice(0, 500)}`);
    return response.json();
  };
  return {
    run: async (job) => (await post(job)) as Outcome,
    unguarded: async (to) => ((await post({ ask: { url: to, expects: "text" }, unguarded: true })) as { status: number }).status !== 0,
    peak: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    async close() {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
