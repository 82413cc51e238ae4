/**
 * `whence status` says how an instance is. `whence doctor` checks its setup: each line says what was checked, and what to do if something is missing.
 */

import { readFileSync } from "node:fs";
import type * as z from "zod";
import { DAY } from "../../../../shared/durations.ts";
import type { StatusOut } from "../../../api/resources/operations/log.ts";
import { baseUrl, call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../failure.ts";
import { plain } from "../screen.ts";
import { verifyAll } from "./verify.ts";

type Status = z.output<typeof StatusOut>;

export const status: Command = {
  name: "status",
  usage: "status",
  maxWords: 0,
  summary: "Says whether the instance answers, what waits, and what needs a person",
  examples: ["status", "status --json"],
  options: {},
  async run(screen) {
    const { body } = await call<Status>("GET /v1/status");
    if (screen.json) screen.out(JSON.stringify(body));
    else {
      screen.out(`${baseUrl()}: ${body.state}, version ${plain(body.version)}`);
      screen.out(`${body.waiting} documents wait, ${body.dead} could not be read`);
      for (const problem of body.problems) screen.out(screen.paint("yellow", plain(problem)));
    }
    return body.state === "ok" ? EXIT.done : EXIT.failed;
  },
};

/** `good`: as it should be; `open`: may stay so, at a cost; `bad`: must be fixed. */
type Finding = [state: "good" | "open" | "bad", finding: string, advice?: string];
interface Kind {
  kind: string;
  missing?: string[];
}

const isLocal = () => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(baseUrl()).hostname);
const isHttps = () => new URL(baseUrl()).protocol === "https:";

function runsHere(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > 22 || (major === 22 && minor >= 12);
  return [isNew ? "good" : "bad", `Node ${process.versions.node}`, "Install Node 22.12 or newer."];
}

async function runsThere(): Promise<Finding[]> {
  const { version } = JSON.parse(readFileSync(new URL("../../../../package.json", import.meta.url), "utf8")) as { version: string };
  const { body: health } = await call<{ version: string }>("GET /healthz");
  const { problems, upkeep } = (await call<Status>("GET /v1/status")).body;
  const ran = new Set(upkeep.map(({ name }) => name));
  const same = health.version === version;
  return [
    [same ? "good" : "open", `version ${health.version} answers at ${baseUrl()}`, `This folder has ${version}: npm run deploy sends it.`],
    [
      isHttps() || isLocal() ? "good" : "bad",
      isLocal() ? "it is reached on this machine only" : "it is reached by https",
      "Sessions need https: use the address of your domain.",
    ],
    ...problems.map((finding): Finding => ["bad", finding, "See the page /system."]),
    ...(isLocal()
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

async function isSetUp(): Promise<Finding[]> {
  const { key } = (await call("GET /v1/log/blocks", { query: { limit: 1 } })).body;
  const { kinds } = (await call<{ kinds: Kind[] }>("GET /v1/source-kinds")).body;
  const contact = await fetch(`${baseUrl()}/.well-known/security.txt`, { redirect: "manual" });
  const { violations } = await verifyAll();
  const without = kinds.filter(({ missing }) => missing?.length);
  return [
    contact.status === 200
      ? ["good", "CONTACT is set"]
      : [
          "open",
          "CONTACT is not set",
          "Without it nothing is crawled, and visited sites have nobody to write to: set it in wrangler.toml, or for npm start in the environment.",
        ],
    [
      key ? "good" : "open",
      key ? "the log is signed" : "the log is not signed (WHENCE_LOG_KEY)",
      isLocal()
        ? 'For npm start: WHENCE_LOG_KEY="$(openssl genpkey -algorithm ed25519 -outform DER | base64 -w0)" in the environment, the same each time.'
        : "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0 | npx wrangler secret put WHENCE_LOG_KEY",
    ],
    ...without.map(
      ({ kind, missing = [] }): Finding => [
        "open",
        `sources of the kind ${kind} have no login (${missing.join(", ")})`,
        isLocal()
          ? `For npm start: a line ${missing[0]}=… in .dev.vars, as in .dev.vars.example.`
          : `npx wrangler secret put ${missing[0]}`,
      ],
    ),
    [
      violations.length ? "bad" : "good",
      violations.length ? `${violations.length} rows break an invariant` : "the database is sound",
      "npx whence verify prints them.",
    ],
  ];
}

async function hasPeople(): Promise<Finding[]> {
  const { people } = (await call<{ people: { role: string; switchedOffAt: string | null }[] }>("GET /v1/people")).body;
  const { keys } = (await call<{ keys: { name: string; expiresAt: string | null; revokedAt: string | null }[] }>("GET /v1/keys")).body;
  const { by } = (await call("GET /v1/me")).body;
  const admins = people.filter(({ role, switchedOffAt }) => role === "admin" && switchedOffAt === null);
  const month = new Date(Date.now() + 30 * DAY).toISOString();
  const ending = keys.filter((key) => key.revokedAt === null && key.expiresAt !== null && key.expiresAt < month);
  return [
    [
      admins.length ? "good" : "open",
      admins.length ? "somebody is an admin" : "nobody is an admin yet",
      'With an admin, decisions carry a name: npx whence admin "Your Name"',
    ],
    ...(by === "key:dev" && !isLocal()
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

const COLOURS = { good: "green", open: "yellow", bad: "red" } as const;
const MARKS = { good: "✔", open: "–", bad: "✖" };

export const doctor: Command = {
  name: "doctor",
  usage: "doctor",
  maxWords: 0,
  summary: "Says what of the setup is there, what is missing and how to add it; the exit code is 1 if something must be fixed",
  examples: ["doctor"],
  options: {},
  async run(screen) {
    const findings = [runsHere(), ...(await runsThere()), ...(await isSetUp()), ...(await hasPeople())];
    const bad = findings.filter(([state]) => state === "bad").length;
    if (screen.json) screen.out(JSON.stringify({ findings: findings.map(([state, finding, advice]) => ({ state, finding, advice })) }));
    else {
      for (const [state, finding, advice] of findings) {
        screen.out(`${screen.paint(COLOURS[state], MARKS[state])} ${finding}`);
        if (state !== "good" && advice) screen.out(`    ${screen.paint("dim", advice)}`);
      }
      screen.out(bad ? `\n${bad} to fix.` : "\nNothing needs fixing.");
    }
    return bad ? EXIT.failed : EXIT.done;
  },
};
