/** Limits of requests without a key, headers of every answer, and Cloudflare Access in front. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Instance } from "../faults/support/instance.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const instances: Instance[] = [];
after(() => {
  for (const one of instances) one.close();
});
function open(variables: Record<string, unknown>): Instance {
  const instance = new Instance(null, { WHENCE_ENV: "production", ...variables });
  instances.push(instance);
  return instance;
}

/** A rate-limit binding that takes so many requests of each key. */
function binding(limit: number) {
  const counts = new Map<string, number>();
  return {
    counts,
    async limit({ key }: { key: string }) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= limit };
    },
  };
}
const from = (address: string) => ({ "cf-connecting-ip": address });

test("the figures of the bindings are those that answers tell", async () => {
  const { policies } = (await import(String("../../workers/access/rate-limit.ts"))) as {
    policies: Record<string, { binding: string; limit: number }>;
  };
  const config = readFileSync(`${root}wrangler.toml`, "utf8");
  for (const { binding: name, limit } of Object.values(policies))
    assert.match(config, new RegExp(`name = "${name}"\\nnamespace_id = "\\d+"\\nsimple = \\{ limit = ${limit}, period = 60 \\}`), name);
});

test("readers are limited by address, who has a key or a session is not; 429 says when to come back", async () => {
  const [reads, past] = [binding(3), binding(1)];
  const instance = open({ READ_LIMIT: reads, PAST_LIMIT: past });
  const key = instance.key;
  instance.key = null;
  const get = (path: string, headers: Record<string, string>) => instance.call("GET", path, undefined, headers);
  for (let i = 0; i < 3; i++) assert.equal((await get("/v1/claims", from("192.0.2.1"))).status, 200);
  const refused = await get("/v1/claims", from("192.0.2.1"));
  assert.equal(refused.status, 429);
  assert.match(refused.headers.get("content-type") ?? "", /^application\/problem\+json/);
  assert.equal(refused.body["type"], "http://127.0.0.1/problems/rate-limited");
  assert.equal(refused.headers.get("retry-after"), "60");
  assert.equal(refused.headers.get("ratelimit"), '"reads";r=0;t=60');
  assert.equal(refused.headers.get("ratelimit-policy"), '"reads";q=600;w=60');
  assert.equal(refused.headers.get("access-control-allow-origin"), "*", "a browser's program can read it");
  const page = await get("/", { ...from("192.0.2.1"), accept: "text/html" });
  assert.deepEqual([page.status, page.headers.get("content-type")], [429, "text/html; charset=utf-8"]);
  assert.equal((await get("/v1/claims", from("192.0.2.2"))).status, 200, "another address");
  instance.key = key;
  for (let i = 0; i < 5; i++) assert.equal((await get("/v1/claims", from("192.0.2.1"))).status, 200, "with a key");
  const signedIn = await instance.call("POST", "/signin", `key=${key}`, { "content-type": "application/x-www-form-urlencoded" });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  instance.key = null;
  assert.equal((await get("/", { ...from("192.0.2.1"), cookie })).status, 200, "with a session");
  assert.equal((await get("/", { ...from("192.0.2.1"), cookie: "__Host-whence_session=none" })).status, 429, "a cookie that is none");
  assert.equal((await get("/", { ...from("192.0.2.1"), authorization: "Bearer none" })).status, 429, "a key that pages do not take");
  assert.equal((await get("/c/x?asOf=2025-01-01", from("192.0.2.3"))).status, 404);
  assert.equal((await get("/c/x?rev=1", from("192.0.2.3"))).status, 429, "the past has a limit of its own");
  assert.equal((await get("/c/x", from("192.0.2.3"))).status, 404);
});

test("of IPv6 a customer's network counts as one address", async () => {
  const reads = binding(100);
  const instance = open({ READ_LIMIT: reads });
  instance.key = null;
  for (const address of ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:DB8:1:2:0:0:0:3", "2001:db8::1"])
    await instance.call("GET", "/v1/claims", undefined, from(address));
  assert.deepEqual(
    [...reads.counts],
    [
      ["2001:db8:1:2", 3],
      ["2001:db8:0:0", 1],
    ],
  );
});

test("signing in is limited, whether by code, mail or key; so are unknown keys, and known ones are not", async () => {
  const instance = open({ SIGN_IN_LIMIT: binding(2) });
  const key = instance.key;
  const tries = async (fields: string, address: string) => {
    instance.key = null;
    return (await instance.call("POST", "/signin", fields, { "content-type": "application/x-www-form-urlencoded", ...from(address) }))
      .status;
  };
  assert.deepEqual(
    [
      await tries("code=0000-0000-0000", "192.0.2.1"),
      await tries("email=a@b.example", "192.0.2.1"),
      await tries(`key=${key}`, "192.0.2.1"),
    ],
    [401, 200, 429],
  );
  const api = async (secret: string | null) => {
    instance.key = secret;
    return (await instance.call("GET", "/v1/me", undefined, from("192.0.2.2"))).status;
  };
  const guess = `whence_${"0".repeat(64)}`;
  assert.deepEqual([await api(guess), await api(guess), await api(guess), await api(key)], [401, 401, 429, 200]);
});

test("without bindings nothing is limited", async () => {
  const instance = open({});
  instance.key = null;
  for (let i = 0; i < 30; i++) assert.equal((await instance.call("GET", "/v1/claims")).status, 200);
});

test("every answer has HSTS, nosniff and a referrer policy", async () => {
  const instance = open({});
  const paths = [
    "/",
    "/v1/claims",
    "/healthz",
    "/docs",
    "/openapi.json",
    "/signin",
    "/oembed?url=x",
    "/c/none",
    "/nothing",
    "/join/x",
    "/people",
  ];
  for (const path of paths) {
    const { headers } = await instance.call("GET", path);
    assert.equal(headers.get("strict-transport-security"), "max-age=31536000", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.match(headers.get("referrer-policy") ?? "", /^(?:strict-origin-when-cross-origin|strict-origin)$/, path);
  }
  assert.match(
    readFileSync(`${root}workers/public/_headers`, "utf8"),
    /^\/\*\n(?: {2}.*\n)*? {2}Strict-Transport-Security: max-age=31536000\n/m,
  );
});

const TEAM = "https://paper.cloudflareaccess.com";
const RSA = { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const encoded = (value: string | ArrayBuffer) => Buffer.from(value as string).toString("base64url");

test("Cloudflare Access signs in who is a person here, by a token that is signed, for us, and not over", async (t) => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(RSA, true, ["sign", "verify"]);
  const other = await crypto.subtle.generateKey(RSA, true, ["sign", "verify"]);
  const jwk = { ...(await crypto.subtle.exportKey("jwk", publicKey)), kid: "k1" };
  const fetched: string[] = [];
  t.mock.method(globalThis, "fetch", async (url: string) => {
    fetched.push(url);
    return Response.json({ keys: [jwk] });
  });
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: TEAM, aud: ["tag"], email: "Ana@Paper.example", iat: now, nbf: now, exp: now + 600 };
  const jwt = async (claims: object, header: object = {}, key = privateKey) => {
    const signed = `${encoded(JSON.stringify({ alg: "RS256", kid: "k1", ...header }))}.${encoded(JSON.stringify(claims))}`;
    return `${signed}.${encoded(await crypto.subtle.sign(RSA.name, key, new TextEncoder().encode(signed)))}`;
  };
  const instance = open({ ACCESS_TEAM: "paper", ACCESS_AUDIENCE: "tag" });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const invited = await instance.call<{ link: string }>("POST", "/v1/invitations", {
    name: "Ana",
    email: "ana@paper.example",
    role: "reviewer",
  });
  await instance.call("POST", new URL(invited.body.link).pathname, "name=Ana", form);
  instance.key = null;
  const me = async (token: string, on = instance) =>
    (await on.call<{ person?: { name: string } }>("GET", "/v1/me", undefined, { "cf-access-jwt-assertion": token })).body.person?.name ??
    null;
  assert.equal(await me(await jwt(good)), "Ana");
  assert.equal((await instance.call("GET", "/review", undefined, { "cf-access-jwt-assertion": await jwt(good) })).status, 200);
  const refused = {
    "for another application": await jwt({ ...good, aud: ["other"] }),
    "of another team": await jwt({ ...good, iss: "https://other.cloudflareaccess.com" }),
    over: await jwt({ ...good, exp: now - 3600 }),
    "not yet": await jwt({ ...good, nbf: now + 3600 }),
    "without an end": await jwt({ ...good, exp: undefined }),
    "signed by another": await jwt(good, {}, other.privateKey),
    "without a signature": `${(await jwt(good, { alg: "none" })).split(".").slice(0, 2).join(".")}.`,
    "by an unknown key": await jwt(good, { kid: "k2" }),
    "of nobody here": await jwt({ ...good, email: "eve@paper.example" }),
    "of a service": await jwt({ ...good, email: undefined, common_name: "robot" }),
    "no token": "a.b.c",
  };
  for (const [why, token] of Object.entries(refused)) assert.equal(await me(token), null, why);
  const headers = { "cf-access-jwt-assertion": await jwt(good), origin: "https://elsewhere.example" };
  assert.equal((await instance.call("POST", "/v1/claims", { text: "x" }, headers)).status, 403, "another site's form");
  assert.deepEqual(fetched, [`${TEAM}/cdn-cgi/access/certs`], "the keys are fetched once, whatever unknown keys are named");
  assert.equal(await me(await jwt(good), open({})), null, "not configured");
  instance.sql("UPDATE person SET switched_off_at = 1");
  assert.equal(await me(await jwt(good)), null, "switched off");
});

test("calls of MCP tools count one by one, as the requests that they are", async () => {
  const [reads, past] = [binding(20), binding(3)];
  const instance = open({ READ_LIMIT: reads, PAST_LIMIT: past });
  await instance.call("POST", "/v1/claims", { ref: "weir", text: "The weir of Exampleton leaks since the flood" });
  instance.key = null;
  const call = (id: number) => ({
    jsonrpc: "2.0",
    id,
    method: "tools/call",
    params: { name: "timeline", arguments: { id: "weir", asOf: "2020-01-01" } },
  });
  const ask = (body: unknown) =>
    instance.call("POST", "/mcp", JSON.stringify(body), {
      ...from("192.0.2.1"),
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2025-03-26",
    });
  const { text, status } = await ask([1, 2, 3, 4, 5].map(call));
  assert.equal(status, 200, text);
  assert.deepEqual([text.match(/No claim had this/g)?.length, text.match(/problems\/rate-limited/g)?.length], [3, 2]);
  assert.match((await ask(call(6))).text, /problems\/rate-limited/);
});

test("another spelling of a path counts as the path that it is", async () => {
  const [reads, past, signIn] = [binding(20), binding(1), binding(1)];
  const instance = open({ READ_LIMIT: reads, PAST_LIMIT: past, SIGN_IN_LIMIT: signIn });
  const { id } = (await instance.call<{ id: string }>("POST", "/v1/claims", { text: "The weir of Exampleton leaks since the flood" })).body;
  instance.key = null;
  const form = { ...from("192.0.2.1"), "content-type": "application/x-www-form-urlencoded" };
  const signingIn = async (path: string) => (await instance.call("POST", path, "code=7KQ2-M0XD-4TRB", form)).status;
  assert.deepEqual([await signingIn("/sign%69n"), await signingIn("/sign%69n"), await signingIn("/%73ignin")], [401, 429, 429]);
  const revisions = async (path: string) => (await instance.call("GET", path, undefined, from("192.0.2.1"))).status;
  assert.deepEqual([await revisions(`/c/${id}/revision%73`), await revisions(`/c/${id}/%72evisions`)], [200, 429]);
  assert.equal(await revisions(`/v1/claims/${id}?%61sOf=2020-01-01`), 429);
});
