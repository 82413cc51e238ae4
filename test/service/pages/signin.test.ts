/** Editors sign in with a key: the cookie, what it opens, and what other sites cannot do with it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { KEY, openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService({ WHENCE_ENV: "production" });
});
after(() => service.close());

const form = (fields: Record<string, string>) => new TextEncoder().encode(String(new URLSearchParams(fields)));
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  service.anonymous("POST", path, form(fields), { "content-type": "application/x-www-form-urlencoded", ...headers });
const cookieOf = (answer: { headers: Headers }) => answer.headers.get("set-cookie") ?? "";

test("a known key opens a session that scripts and other sites do not see; an unknown one does not", async () => {
  const good = await post("/signin", { key: KEY, next: "/?q=x" });
  assert.equal(good.status, 303);
  assert.equal(good.headers.get("location"), "/?q=x");
  for (const part of [/^__Host-whence_session=/, /HttpOnly/, /Secure/, /SameSite=Lax/, /Path=\//, /Max-Age=604800/])
    assert.match(cookieOf(good), part);
  const bad = await post("/signin", { key: "whence_nobody_0000000000" });
  assert.equal(bad.status, 401);
  assert.equal(cookieOf(bad), "");
});

test("after signing in it goes to a path of ours only", async () => {
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""])
    assert.equal((await post("/signin", { key: KEY, next })).headers.get("location"), "/", next);
});

test("a session shows private claims and may add; a reader may not; signing out ends it", async () => {
  const made = await service.call<{ id: string }>("POST", "/v1/claims", {
    text: "The lighthouse at Nordkap was sold twice",
    visibility: "private",
  });
  const cookie = { cookie: cookieOf(await post("/signin", { key: KEY })).split(";")[0] ?? "" };
  const path = `/c/${made.body.id}`;
  assert.equal((await service.anonymous("GET", path)).status, 404);
  const seen = await service.anonymous("GET", path, undefined, cookie);
  assert.equal(seen.status, 200);
  assert.match(seen.headers.get("cache-control") ?? "", /private/);
  assert.equal((await service.anonymous("GET", `/embed/${made.body.id}`, undefined, cookie)).status, 404, "an embed knows no session");
  assert.equal((await post("/add", { text: "The lighthouse was sold twice, they say in the harbour", do: "save" })).status, 401);
  assert.equal((await post("/add", { text: "The lighthouse was sold twice, they say in the harbour", do: "save" }, cookie)).status, 303);
  const out = await post("/signout", {}, cookie);
  assert.match(cookieOf(out), /__Host-whence_session=;/);
});

test("a form from another site changes nothing", async () => {
  const cookie = cookieOf(await post("/signin", { key: KEY })).split(";")[0] ?? "";
  const before = await service.counts();
  const elsewhere: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }];
  for (const foreign of elsewhere) {
    assert.equal((await post("/add", { text: "planted by another site", do: "save" }, { cookie, ...foreign })).status, 403);
    assert.equal(cookieOf(await post("/signout", {}, { cookie, ...foreign })), "");
    assert.equal(cookieOf(await post("/signin", { key: KEY }, foreign)), "");
  }
  assert.deepEqual(await service.counts(), before);
});

test("a revoked key ends its session", async () => {
  const made = await service.call<{ id: string; key: string }>("POST", "/v1/keys", { name: "desk", scopes: ["ingest"] });
  const cookie = { cookie: cookieOf(await post("/signin", { key: made.body.key })).split(";")[0] ?? "" };
  assert.equal((await post("/add", { text: "A first note on the harbour lights", do: "save" }, cookie)).status, 303);
  await service.call("DELETE", `/v1/keys/${made.body.id}`);
  assert.equal((await post("/add", { text: "A second note on the harbour lights", do: "save" }, cookie)).status, 401);
});
