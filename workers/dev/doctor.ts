/**
 * `npm run doctor`: checks the setup of a running instance. Each line says what was checked, and what to do if something is missing.
 * Environment: WHENCE_URL (http://127.0.0.1:8787), WHENCE_KEY (a key with the scope admin). The exit code is 1 if something must be fixed.
 */
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { DAY } from "../../shared/durations.ts";
import { ask, url, verifyAll } from "./instance.ts";

/** `good`: as it should be; `open`: may stay so, at a cost; `bad`: must be fixed. */
type Finding = [state: "good" | "open" | "bad", told: string, advice?: string];
interface Kind {
  kind: string;
  secrets?: string[];
  missing?: string[];
}

const version = (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

function runsHere(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > 22 || (major === 22 && minor >= 12);
  return [isNew ? "good" : "bad", `Node ${process.versions.node}`, "Install Node 22.12 or newer."];
}

async function runsThere(): Promise<Finding[]> {
  const health = await ask("GET", "/healthz");
  const status = (await ask("GET", "/v1/status")) as unknown as { problems: string[]; upkeep: { name: string }[] };
  const ran = new Set(status.upkeep.map(({ name }) => name));
  const same = health.version === version;
  return [
    [same ? "good" : "open", `version ${health.version} answers at ${url}`, `This folder has ${version}: npm run deploy sends it.`],
    [
      new URL(url).protocol === "https:" || isLocal ? "good" : "bad",
      isLocal ? "it is reached on this machine only" : "it is reached by https",
      "Sessions need https: use the address of your domain.",
    ],
    ...status.problems.map((told): Finding => ["bad", told, "See the page /system."]),
    ...(isLocal
      ? []
      : ([
          [
            ran.has("cron") ? "good" : "bad",
            "the minute's work runs",
            "Cron triggers are missing: deploy again, and look at the Worker's triggers.",
          ],
          [ran.has("verify") ? "good" : "open", "the night's check has run", "It runs at 3:17 UTC: look again tomorrow."],
        ] as Finding[])),
  ];
}

async function setting(path: string): Promise<number> {
  return (await fetch(url + path, { redirect: "manual" })).status;
}

async function isSetUp(): Promise<Finding[]> {
  const { key } = await ask("GET", "/v1/log/blocks?limit=1");
  const { kinds } = (await ask("GET", "/v1/source-kinds")) as unknown as { kinds: Kind[] };
  const { violations } = await verifyAll();
  const without = kinds.filter(({ missing }) => missing?.length);
  return [
    (await setting("/.well-known/security.txt")) === 200
      ? ["good", "CONTACT is set"]
      : [
          "open",
          "CONTACT is not set",
          "Without it nothing is crawled, and visited sites have nobody to write to: set it in wrangler.toml.",
        ],
    [
      key ? "good" : "open",
      key ? "the log is signed" : "the log is not signed (WHENCE_LOG_KEY)",
      "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0 | npx wrangler secret put WHENCE_LOG_KEY",
    ],
    ...without.map(
      ({ kind, missing = [] }): Finding => [
        "open",
        `sources of the kind ${kind} have no login (${missing.join(", ")})`,
        `npx wrangler secret put ${missing[0]}`,
      ],
    ),
    [
      violations.length ? "bad" : "good",
      violations.length ? `${violations.length} rows break an invariant` : "the database is sound",
      "npm run verify prints them.",
    ],
  ];
}

async function hasPeople(): Promise<Finding[]> {
  const { people } = (await ask("GET", "/v1/people")) as unknown as {
    people: { role: string; email: string | null; switchedOffAt: string | null }[];
  };
  const { keys } = (await ask("GET", "/v1/keys")) as unknown as {
    keys: { name: string; expiresAt: string | null; revokedAt: string | null }[];
  };
  const { by } = await ask("GET", "/v1/me");
  const admins = people.filter(({ role, switchedOffAt }) => role === "admin" && switchedOffAt === null);
  const month = new Date(Date.now() + 30 * DAY).toISOString();
  const ending = keys.filter((key) => key.revokedAt === null && key.expiresAt !== null && key.expiresAt < month);
  return [
    [
      admins.length ? "good" : "open",
      admins.length ? "somebody is an admin" : "nobody is an admin yet",
      'With an admin, decisions carry a name: npx whence admin "Your Name"',
    ],
    ...(by === "key:dev" && !isLocal
      ? [["open", "WHENCE_DEV_KEY may do all", "Once there are admins: npx wrangler secret delete WHENCE_DEV_KEY"] as Finding]
      : []),
    ...ending.map(
      ({ name, expiresAt }): Finding => [
        "open",
        `the key "${name}" ends ${expiresAt?.slice(0, 10)}`,
        "npx whence keys renew gives it a new secret, keys revoke ends it.",
      ],
    ),
  ];
}

const MARK = { good: styleText("green", "✔"), open: styleText("yellow", "–"), bad: styleText("red", "✖") };
const findings = [runsHere(), ...(await runsThere()), ...(await isSetUp()), ...(await hasPeople())];
for (const [state, told, advice] of findings)
  console.log(`${MARK[state]} ${told}${state === "good" || !advice ? "" : `\n    ${styleText("dim", advice)}`}`);
const bad = findings.filter(([state]) => state === "bad").length;
console.log(bad ? `\n${bad} to fix.` : "\nNothing needs fixing.");
process.exit(bad ? 1 : 0);
