/**
 * `npm run deploy`: deploys the instance to Cloudflare in a safe order: the database, then the new schema files (with which the running Worker
 * still works), then the new Worker. `-- --dry-run` builds and prints the steps, and touches nothing remote.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { styleText } from "node:util";

interface Step {
  /** The purpose of the step, in words. */
  description: string;
  /** Arguments of wrangler. */
  run: string[];
}
/** What wrangler.toml says about the database. If Cloudflare's deploy button created it, it has an id, and a name that its owner chose. */
export function databaseOf(config: string): { name: string; id: string | null } {
  const [, section = ""] = config.split("[[d1_databases]]");
  const value = (key: string) => new RegExp(`^${key} = "([^"]+)"`, "m").exec(section)?.[1] ?? null;
  return { name: value("database_name") ?? "whence", id: value("database_id") };
}

/** The steps of a deploy. */
export function stepsOf({ dryRun, hasDatabase, database }: { dryRun: boolean; hasDatabase: boolean; database: string }): Step[] {
  if (dryRun) return [{ description: "Build the Worker, without sending it", run: ["deploy", "--dry-run"] }];
  return [
    ...(hasDatabase ? [] : [{ description: "Create the database", run: ["d1", "create", database] }]),
    { description: "Add to the schema what is new", run: ["d1", "migrations", "apply", database, "--remote"] },
    { description: "Send the Worker; the queues are created with it", run: ["deploy"] },
  ];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const wrangler = (args: string[], stdio: "inherit" | "pipe") =>
  spawnSync("npx", ["wrangler", ...args], {
    cwd: root,
    stdio: stdio === "pipe" ? ["inherit", "pipe", "inherit"] : "inherit",
    encoding: "utf8",
  });

/** Whether the account has the database. Ends the command if wrangler cannot say, for instance as nobody is logged in. */
function hasDatabase(database: string): boolean {
  const { status, stdout } = wrangler(["d1", "list", "--json"], "pipe");
  if (status !== 0) {
    console.error("wrangler could not list the databases. Log in with: npx wrangler login");
    process.exit(2);
  }
  return (JSON.parse(stdout) as { name: string }[]).some(({ name }) => name === database);
}

function deploy(dryRun: boolean): void {
  const { name, id } = databaseOf(readFileSync(new URL("../../wrangler.toml", import.meta.url), "utf8"));
  const all = stepsOf({ dryRun, database: name, hasDatabase: dryRun || id !== null || hasDatabase(name) });
  for (const [i, { description, run }] of all.entries()) {
    console.log(styleText("bold", `\n${i + 1} of ${all.length}: ${description}`), styleText("dim", `(wrangler ${run.join(" ")})`));
    const { status } = wrangler(run, "inherit");
    if (status !== 0) {
      console.error(`\nStopped here: wrangler ended with ${status}. What was done before is sound; run it again when the cause is mended.`);
      process.exit(1);
    }
  }
  const ending = dryRun
    ? "Nothing was sent. A real deploy first creates the database if it is missing, then applies schema/, then sends the Worker."
    : "Deployed. Check it with: WHENCE_URL=https://… WHENCE_KEY=… npm run doctor";
  console.log(`\n${ending}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) deploy(process.argv.includes("--dry-run"));
