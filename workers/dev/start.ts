/**
 * `npm start`: runs an instance on this machine, and loads a worked example into an empty database.
 * Environment: PORT (8787), STATE_DIR (.state), WHENCE_DEV_KEY (otherwise generated and kept in STATE_DIR), and the settings of wrangler.toml, such
 * as CONTACT (without it nothing is crawled). `-- --empty` loads no example. What runs is the code of when it was started.
 */
import { styleText } from "node:util";
import { NIGHTLY } from "../pipeline/nightly.ts";
import { loadExample } from "./example.ts";
import { serve } from "./serve.ts";

const port = Number(process.env.PORT ?? 8787);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a number from 1 to 65535, not ${process.env.PORT}`);
  process.exit(2);
}
const bold = (text: string) => styleText("bold", text);
const dim = (text: string) => styleText("dim", text);
console.log(dim("Whence: migrations, worker, queue and cron on this machine …"));

const stopped = Promise.withResolvers<NodeJS.Signals>();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stopped.resolve(signal));
// If npm is killed with SIGKILL it cannot forward a signal, so a new parent process counts as one.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopped.resolve("SIGHUP"), 500).unref();
}

const starting = serve({
  port,
  stateDir: process.env.STATE_DIR ?? ".state",
  key: process.env.WHENCE_DEV_KEY,
  log: (line) => console.error(dim(line)),
});
const instance = await starting.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
// Cron triggers do not fire locally: their handler is asked, every minute and at the hour of the nightly one.
const [atMinute, atHour] = NIGHTLY.split(" ").map(Number);
const trigger = async (cron: string) => {
  try {
    const path = `/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}`;
    await fetch(instance.url + path, { signal: AbortSignal.timeout(180_000) });
  } catch {
    // The next run catches up.
  }
};
const cron = () => {
  const now = new Date();
  const isNight = now.getUTCHours() === atHour && now.getUTCMinutes() === atMinute;
  return Promise.all([trigger("* * * * *"), isNight ? trigger(NIGHTLY) : null]);
};
// The first run also finishes what the in-memory queue lost at the last stop.
await cron();
const timer = setInterval(cron, 60_000);
const example = process.argv.includes("--empty")
  ? null
  : await loadExample(instance).catch((error: unknown) => {
      console.error(`The example was not loaded: ${error instanceof Error ? error.message : error}`);
      return null;
    });

const lines: [string, string][] = [
  ["Start page", "/"],
  ...(example
    ? ([
        ["Example timeline", `/c/${example}`],
        ["Example embed", `/embed/${example}`],
      ] as [string, string][])
    : []),
  ["API docs", "/docs"],
  ["OpenAPI", "/openapi.json"],
];
console.log(`\n${bold("Whence is running")}  ${instance.url}`);
for (const [name, path] of lines) console.log(`  ${name.padEnd(18)}${instance.url}${path}`);
console.log(`  ${"Key (all scopes)".padEnd(18)}${instance.key}`);
console.log(`  ${"Join as an admin".padEnd(18)}npx whence admin "Your Name"`);
const authorized = `-H "Authorization: Bearer ${instance.key}"`;
console.log(
  dim(
    `\n  Add something:  curl ${authorized} -H "Content-Type: application/json" -H "Prefer: wait" \\\n                    -d '{"url":"https://example.com/post/1","text":"…"}' ${instance.url}/v1/documents`,
  ),
);
console.log(dim(`  Sweep now:      curl -X POST ${authorized} ${instance.url}/v1/sweep\n  Stop:           Ctrl-C\n`));

let stopping = false;
instance.child.on("close", (code) => {
  if (!stopping) console.error(`wrangler dev ended (${code})`);
  stopped.resolve("SIGTERM");
});
await stopped.promise;
stopping = true;
clearInterval(timer);
await instance.stop();
process.exit(0);
