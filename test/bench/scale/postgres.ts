/** A PostgreSQL of one's own in a temporary folder, asked through psql: nothing is installed, and nothing of it stays. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** Where Debian and Ubuntu have it. */
const PROGRAMS = process.env["POSTGRES"] ?? "/usr/lib/postgresql/15/bin";
export const hasPostgres = (): boolean => existsSync(join(PROGRAMS, "postgres")) && existsSync("/usr/bin/psql");

export interface Postgres {
  /** Runs a script of SQL in one session. Gives what it prints, and the CPU (ms) of the session's process and of the client. */
  run(sql: string): Promise<{ out: string; backend: number; client: number }>;
  stop(): void;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
const asUser = (program: string, words: string[]): [string, string[]] =>
  userInfo().uid === 0 ? ["setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", program, ...words]] : [program, words];

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "whence-postgres-"));
  const must = (program: string, words: string[]) => {
    const [name, all] = asUser(join(PROGRAMS, program), words);
    const { status, stderr } = spawnSync(name, all, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  if (userInfo().uid === 0) spawnSync("chown", ["nobody", folder]);
  must("initdb", ["-D", join(folder, "data"), "-A", "trust", "-U", "bench", "-E", "UTF8", "--no-sync"]);
  const [name, words] = asUser(join(PROGRAMS, "postgres"), [
    "-D",
    join(folder, "data"),
    "-k",
    folder,
    "-c",
    "listen_addresses=",
    "-c",
    "shared_buffers=256MB",
  ]);
  const server = spawn(name, words, { stdio: "ignore" });
  const [file, printed] = [join(folder, "script.sql"), join(folder, "printed")];
  const psql = `psql -h ${folder} -U bench -d postgres -v ON_ERROR_STOP=1 -qAt -f ${file} > ${printed}`;
  // The session tells at its end how much CPU its process took, the shell how much the client did.
  const spent = "SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1);";
  const run = async (sql: string) => {
    writeFileSync(file, `${spent}\n${sql}\n${spent}\n`);
    const { status, stdout, stderr } = spawnSync("bash", ["-c", `${psql} || exit 1; times`], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const lines = readFileSync(printed, "utf8").trimEnd().split("\n");
    const [user = 0, system = 0] = [...(stdout.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)].map(
      ([, m, s]) => Number(m) * 60 + Number(s),
    );
    return {
      out: lines.slice(1, -1).join("\n"),
      backend: (Number(lines.at(-1)) - Number(lines[0])) / 1e6,
      client: (user + system) * 1000,
    };
  };
  for (let tries = 0; ; tries++) {
    try {
      await run("SELECT 1;");
      break;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return {
    run,
    stop() {
      server.kill("SIGINT");
      server.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}
