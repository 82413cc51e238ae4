/**
 * The example of each route, and that of the typed client. A route's example is sent as the docs print it, on an instance that has the lines of the
 * import's example: answered as described.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { KEY, openService, root } from "../support/harness.ts";
import { type Schema, type Schemas, valid } from "../support/schema.ts";

interface Route {
  method: string;
  path: string;
  scope: string | null;
  example: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
}
// By names that the compiler does not follow: the route table is typed by the Worker's globals, which tests exclude.
const { openApiDocument } = (await import(String("../../../workers/api/openapi.ts"))) as {
  openApiDocument(routes: unknown): {
    paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>>;
    components: { schemas: Schemas };
  };
};
const { routes } = (await import(String("../../../workers/api/routes.ts"))) as { routes: readonly Route[] };
const api = openApiDocument(routes);
const service = await openService({ CONTACT: "", CRAWL_CONTACT: "" });
after(() => service.close());

/** Ids that the instance makes, in place of those that the example prints. */
const made: Record<string, string> = {};
const fill = (path: string, params: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(made[params[name] ?? ""] ?? params[name] ?? ""));
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
/** What has to be there comes first, what takes it away last. */
const turn = (route: Route) =>
  nameOf(route) === "POST /v1/import"
    ? 0
    : route.method === "DELETE"
      ? 4
      : /\/(merge|reject|resolve)$/.test(route.path)
        ? 3
        : route.method === "POST" && !route.path.endsWith("/undo")
          ? 1
          : 2;
/** Somebody who joined, an invitation that nobody used, and a session that may end. */
before(async () => {
  type Invitation = { id: string; link: string };
  const invite = async (name: string, role: string) => (await service.call<Invitation>("POST", "/v1/invitations", { name, role })).body;
  for (const [name, role] of [
    ["Tom Okafor", "admin"],
    ["Lena Brandt", "reader"],
  ] as const) {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const { link } = await invite(name, role);
    await service.anonymous("POST", new URL(link).pathname, new TextEncoder().encode(`name=${name}`), form);
  }
  made["1111111111111111"] = (await invite("Jonas Weber", "reviewer")).id;
  const { people } = (await service.get<{ people: { id: string; name: string }[] }>("/v1/people")).body;
  const { sessions } = (await service.get<{ sessions: { id: string; person: { name: string } }[] }>("/v1/sessions?of=all")).body;
  made["p00000000000000000000000000"] = people.find((one) => one.name === "Lena Brandt")?.id ?? "";
  made["2222222222222222"] = sessions.find((one) => one.person.name === "Tom Okafor")?.id ?? "";
});
/** Routes whose example is refused here: tests have no network, no night passes, and the example of a subscription is a feed. */
const REFUSED: Record<string, number> = {
  "POST /v1/sources/{id}/run": 409,
  "POST /v1/crawl": 409,
  "GET /v1/events/{seq}/proof": 404,
  "POST /v1/subscriptions/{id}/test": 422,
  "POST /v1/subscriptions/{id}/rotate": 422,
};

for (const route of [...routes].sort((a, b) => turn(a) - turn(b)))
  test(nameOf(route), async () => {
    const { params, query, body } = route.example;
    const path = `${fill(route.path, params)}${query ? `?${new URLSearchParams(query)}` : ""}`;
    const answer = await service.call(route.method, path, body, { prefer: "wait" });
    const refused = REFUSED[nameOf(route)];
    if (refused !== undefined) return assert.equal(answer.status, refused, answer.text);
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
    if (nameOf(route) === "POST /v1/keys") made["0000000000000000"] = String(answer.body["id"]);
    if (nameOf(route) === "POST /v1/subscriptions") made["n00000000000000000000000000"] = String(answer.body["id"]);
    const isDecision = ["POST /v1/decisions", "POST /v1/claims/{id}/visibility"].includes(nameOf(route));
    // What changes nothing is no decision.
    if (isDecision && (answer.body["done"] as unknown[]).length > 0) made["n99999999999999999999999999"] = String(answer.body["id"]);
    if (nameOf(route) === "POST /v1/claims/{id}/notes") made["3333333333333333"] = String(answer.body["id"]);
    if (nameOf(route) === "POST /v1/import") assert.deepEqual(answer.body["rejected"], []);
    const schema = api.paths[route.path]?.[route.method.toLowerCase()]?.responses[answer.status]?.content?.["application/json"]?.schema;
    assert.ok(schema, `${answer.status} is not described`);
    assert.deepEqual(valid(schema, answer.body, api.components.schemas), []);
  });

test("the typed client goes the whole way: add, wait, decide, claims, timeline", () => {
  const node = (...words: string[]) => execFileSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  // Made as `npm run sdk` makes it, and checked by the compiler.
  assert.match(node("sdk/generate.ts"), /schema\.d\.ts \(\d{4,} lines\)/);
  assert.ok(existsSync(join(root, "sdk/dist/openapi.json")));
  execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "sdk/tsconfig.json"], { cwd: root, stdio: "pipe" });
  const said = node("sdk/example.ts", service.origin(), KEY);
  assert.match(said, /^post: accepted done$/m);
  assert.match(said, /^decided: (?:created|changed)$/m);
  assert.match(said, /^claims: The lighthouse of Exampleton was sold to a bank$/m);
  assert.match(said, /^timeline: true .*spread\/support/m);
  // Another project imports JavaScript with types, by the package's name.
  const packed = execFileSync("npm", ["pack", "-w", "sdk", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" });
  for (const file of ["client.js", "client.d.ts", "schema.d.ts", "openapi.json"]) assert.match(packed, new RegExp(`"dist/${file}"`));
  const use = `const { dataOf, whence } = await import("whence-sdk");
    console.log(dataOf(await whence(${JSON.stringify(service.origin())}).GET("/healthz")).status);`;
  assert.equal(node("--input-type=module", "-e", use).trim(), "ok");
});
