/** Runs commands of `whence`, as people run them or, which takes a tenth of the time, in a process that has loaded them before. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./harness.ts";

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}
export interface Run {
  /** All variables that the command has. */
  env: Record<string, string>;
  input?: string;
  /** Called with all that it has printed so far; `stop` ends it. */
  printed?: (out: string, stop: () => void) => void;
}

/** Runs a command in a process of its own. */
function spawned(args: string[], { env, input = "", printed }: Run): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, "workers/dev/whence.mjs"), ...args], { env });
  const ended: Ended = { code: null, out: "", error: "" };
  child.stdout.on("data", (data: Buffer) => {
    ended.out += data.toString("utf8");
    printed?.(ended.out, () => child.kill());
  });
  child.stderr.on("data", (data: Buffer) => (ended.error += data.toString("utf8")));
  child.stdin.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ ...ended, code })));
}

/** Commands of a file of tests: each one in a process of its own at first, and where it reads input or is stopped. */
export class Commands {
  private readonly known = new Set<string | undefined>();
  private host: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  run(args: string[], given: Run): Promise<Ended> {
    const isNew = !this.known.has(args[0]);
    this.known.add(args[0]);
    if (isNew || given.input !== undefined || given.printed) return spawned(args, given);
    const ended = this.last.then(() => this.again(args, given.env));
    this.last = ended.catch(() => {});
    return ended;
  }
  /** Runs a command in the process that others ran in. */
  private again(args: string[], env: Run["env"]): Promise<Ended> {
    this.host ??= fork(fileURLToPath(new URL("./cli-host.ts", import.meta.url)));
    const { host } = this;
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error("the process of the commands ended"));
      host.once("exit", fail);
      host.once("message", (ended: Ended) => {
        host.off("exit", fail);
        resolve(ended);
      });
      host.send({ args, env });
    });
  }
  close(): void {
    this.host?.kill();
  }
}
