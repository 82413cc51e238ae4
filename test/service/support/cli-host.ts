/** A process that runs one command of `whence` after the other: its modules are loaded once, main.ts runs anew for each. */
import { fileURLToPath } from "node:url";

const main = new URL("../../../workers/dev/cli/main.ts", import.meta.url);
let runs = 0;

async function run(args: string[], env: Record<string, string>): Promise<void> {
  const printed = { out: "", error: "" };
  process.env = env;
  process.argv = [process.execPath, fileURLToPath(main), ...args];
  process.exitCode = 0;
  for (const [stream, name] of [
    [process.stdout, "out"],
    [process.stderr, "error"],
  ] as const)
    stream.write = (text: string | Uint8Array) => {
      printed[name] += String(text);
      return true;
    };
  await import(`${main.href}?run=${runs++}`);
  process.stdout.removeAllListeners("error");
  process.send?.({ code: process.exitCode, ...printed });
}
process.on("message", ({ args, env }: { args: string[]; env: Record<string, string> }) => void run(args, env));
