/**
 * Who may do what: every route of the API and every page and form, asked by everybody. The table in docs/access.md is what was measured; it is
 * written anew by `WHENCE_WRITE=1 node --test test/access/authorisation.test.ts`.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Instance } from "../faults/support/instance.ts";

interface Route {
  method: string;
  path: string;
  scope: string | null;
}
// By names that the compiler does not follow: both are typed by the Worker's globals, which tests exclude.
const { routes } = (await import(String("../../workers/api/routes.ts"))) as { routes: readonly Route[] };
const { createApp } = (await import(String("../../workers/app.ts"))) as { createApp(): { routes: { method: string; path: string }[] } };

const DOCUMENT = fileURLToPath(new URL("../../docs/access.md", import.meta.url));
const instance = new Instance(null, { WHENCE_ENV: "production" });
after(() => instance.close());
const setupKey = instance.key ?? "";
const OWN = "http://127.0.0.1";
const FORM = "application/x-www-form-urlencoded";

interface Asker {
  name: string;
  key?: string;
  cookie?: string;
  origin?: string;
}
/** An answer, of which the table says only whether the asker was let through. */
type Outcome = "yes" | "401" | "403";

async function makeKey(body: object): Promise<string> {
  instance.key = setupKey;
  return (await instance.call<{ key: string }>("POST", "/v1/keys", body)).body.key;
}
async function join(role: string): Promise<string> {
  instance.key = setupKey;
  const { link } = (await instance.call<{ link: string }>("POST", "/v1/invitations", { name: role, role })).body;
  instance.key = null;
  const answer = await instance.call("POST", new URL(link).pathname, `name=${role}`, { "content-type": FORM });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
async function askers(): Promise<Asker[]> {
  const scopes = ["read", "ingest", "review", "admin"];
  const keys = await Promise.all(
    scopes.map(async (scope) => ({ name: `key ${scope}`, key: await makeKey({ name: scope, scopes: [scope] }) })),
  );
  const [revoked, expired] = [await makeKey({ name: "revoked", scopes: ["admin"] }), await makeKey({ name: "expired", scopes: ["admin"] })];
  const sessions: Asker[] = [];
  // One after the other: the last of them is the admin that wrong origins are tried with.
  for (const role of ["reader", "reporter", "reviewer", "admin"]) sessions.push({ name: role, cookie: await join(role), origin: OWN });
  instance.sql("UPDATE api_key SET revoked_at = 1 WHERE name = 'revoked'");
  instance.sql("UPDATE api_key SET expires_at = 1 WHERE name = 'expired'");
  const admin = sessions.at(-1)?.cookie ?? "";
  return [
    { name: "nobody" },
    ...keys,
    { name: "key revoked", key: revoked },
    { name: "key expired", key: expired },
    { name: "key unknown", key: `whence_${"0".repeat(64)}` },
    ...sessions,
    { name: "admin, other site", cookie: admin, origin: "https://elsewhere.example" },
  ];
}

const ID: Record<string, string> = {
  id: `c${"0".repeat(26)}`,
  type: "not-found",
  token: "0".repeat(64),
  file: `c${"0".repeat(26)}.csv`,
  seq: "1",
};
const pathOf = (path: string) =>
  path.replace(/\{(\w+)\}|:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, api: string, page: string) => ID[api ?? page] ?? "x");

async function ask({ method, path }: Route, { key, cookie, origin }: Asker): Promise<Outcome> {
  instance.key = key ?? null;
  const isForm = !path.startsWith("/v1/") && method === "POST";
  const body = method === "GET" || method === "DELETE" ? undefined : isForm ? "do=nothing" : {};
  const headers = {
    ...(isForm ? { "content-type": FORM } : {}),
    ...(cookie ? { cookie } : {}),
    ...(origin && method !== "GET" ? { origin } : {}),
  };
  const { status } = await instance.call(method, pathOf(path), body, headers);
  return status === 401 || status === 403 ? (`${status}` as Outcome) : "yes";
}

/** Pages and forms that must have this scope. Of others the weakest role that is let through tells it; a form is never open to all. */
const PAGES: Record<string, string> = {
  "POST /add": "ingest",
  "POST /desk": "review",
  "POST /claims/new": "review",
  "POST /watch": "read",
  "POST /views": "read",
  "POST /review": "review",
  "POST /d/:id": "review",
  "POST /sources": "admin",
  "GET /system": "admin",
  "POST /system": "admin",
  "GET /people": "read",
  "POST /people": "admin",
  "POST /people/me": "read",
  "GET /people/audit": "read",
  "GET /people/audit.csv": "read",
};
/** Forms that everybody may send, as they are how one comes in and goes out. Of another site's they take nothing. */
const OPEN_FORMS = ["POST /signin", "POST /signout", "POST /join/:token"];

const ROLES: Record<string, string[]> = {
  reader: ["read"],
  reporter: ["read", "ingest"],
  reviewer: ["read", "ingest", "review"],
  admin: ["read", "ingest", "review", "admin"],
};
const WEAKEST: [string, string | null][] = [
  ["nobody", null],
  ["reader", "read"],
  ["reporter", "ingest"],
  ["reviewer", "review"],
  ["admin", "admin"],
];
/** The scope of a page or form. */
async function scopeOf(route: Route, all: readonly Asker[]): Promise<string | null> {
  for (const [name, scope] of WEAKEST) {
    const asker = all.find((one) => one.name === name);
    if (asker && (await ask(route, asker)) === "yes") return scope;
  }
  return "nobody";
}
/** What a route is to answer an asker. Pages take no keys. */
function expected({ method, path, scope }: Route, { name, key, cookie, origin }: Asker): Outcome {
  const isApi = path.startsWith("/v1/") || path === "/healthz";
  const isElsewhere = origin !== undefined && origin !== OWN && method !== "GET";
  if (isApi && key && /revoked|expired|unknown/.test(name)) return "401";
  if (isElsewhere && (isApi || `${method} ${path}` !== "POST /signout")) return "403";
  // Its form says neither code nor key here.
  if (`${method} ${path}` === "POST /signin") return "401";
  if (scope === null) return "yes";
  if (isApi && key) return name === "key admin" || name === `key ${scope}` ? "yes" : "403";
  if (!cookie) return "401";
  return ROLES[name.split(",")[0] ?? ""]?.includes(scope) ? "yes" : "403";
}

/** The pages and forms that are no routes of the API, with the scope that each has. */
async function pagesOf(all: readonly Asker[]): Promise<Route[]> {
  const known = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`));
  const pages = createApp().routes.filter(
    ({ method, path }) => ["GET", "POST"].includes(method) && !path.includes("*") && !known.has(`${method} ${path}`),
  );
  // Signing out comes last: it ends the sessions that all others are asked with.
  pages.sort((a, b) => Number(a.path === "/signout") - Number(b.path === "/signout"));
  const out: Route[] = [];
  for (const { method, path } of pages) {
    const name = `${method} ${path}`;
    const route = { method, path, scope: null };
    out.push({ ...route, scope: OPEN_FORMS.includes(name) ? null : (PAGES[name] ?? (await scopeOf(route, all))) });
  }
  return out;
}
const line = (cells: string[]) => `| ${cells.join(" | ")} |`;

test("every route, page and form lets through whom it should, and docs/access.md says so", async (t) => {
  const all = await askers();
  const pages = await pagesOf(all);
  const open = pages.filter(({ method, path, scope }) => method === "POST" && scope === null && !OPEN_FORMS.includes(`${method} ${path}`));
  assert.deepEqual(open, [], "a form that everybody may send");
  const table: string[][] = [];
  const wrong: string[] = [];
  for (const route of [...routes.map(({ method, path, scope }) => ({ method, path, scope })), ...pages]) {
    const outcomes: string[] = [];
    for (const asker of all) {
      const outcome = await ask(route, asker);
      const right = expected(route, asker);
      outcomes.push(outcome);
      if (outcome !== right) wrong.push(`${route.method} ${route.path} for ${asker.name}: ${outcome}, not ${right}`);
    }
    table.push([`\`${route.method} ${route.path.replace(/(:\w+)\{.*$/, "$1")}\``, route.scope ?? "–", ...outcomes]);
  }
  assert.deepEqual(wrong, []);
  const head = ["", "scope", ...all.map(({ name }) => name)];
  const rows = [line(head), line(head.map(() => "---")), ...table.map(line)];
  const [prose = "", written = ""] = readFileSync(DOCUMENT, "utf8").split("<!-- measured -->\n");
  if (process.env["WHENCE_WRITE"]) return writeFileSync(DOCUMENT, `${prose}<!-- measured -->\n${rows.join("\n")}\n`);
  // A route that is new, or gone, is told; what the table says of the others must be so.
  const nameOf = (row: string) => row.split(" | ")[0] ?? "";
  const said = new Map(
    written
      .trim()
      .split("\n")
      .map((row) => [nameOf(row), row]),
  );
  const differs = rows.filter((row) => said.has(nameOf(row)) && said.get(nameOf(row)) !== row);
  assert.deepEqual(differs, [], "docs/access.md is not what was measured: WHENCE_WRITE=1 writes it anew");
  const missing = rows.filter((row) => !said.has(nameOf(row))).length;
  const measured = new Set(rows.map(nameOf));
  const gone = [...said.keys()].filter((name) => !measured.has(name)).length;
  t.diagnostic(`${rows.length - 2} routes; ${missing} are not in docs/access.md yet, ${gone} are there and gone`);
});
