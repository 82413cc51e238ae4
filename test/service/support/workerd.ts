/** A module on workerd itself, without Miniflare and bindings. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const config = (allow: readonly string[]) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "index.js", esModule = embed "index.js")], compatibilityDate = "2026-11-01")),
    (name = "internet", network = (allow = [${allow.map((name) => `"${name}"`).join(", ")}])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** `allow`: which addresses its network may connect to. */
export async function startWorkerd(
  code: string,
  allow: readonly ("public" | "private")[] = [],
): Promise<{ url: string; pid: number; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "whence-workerd-"));
  writeFileSync(join(folder, "index.js"), code);
  writeFileSync(join(folder, "config.capnp"), config(allow));
  // Not its wrapper for Node, which would stand between.
  const { default: workerd } = createRequire(import.meta.url)("workerd") as { default: string };
  const child = spawn(workerd, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
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
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    async close() {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
