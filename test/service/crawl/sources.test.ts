/** Sources over the API and the page: added, read, changed, deleted, with scopes; nothing is fetched without a contact. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const outside = openOutside();
const service = await openService();
after(async () => {
  await service.close();
  outside.close();
});
interface Source {
  id: string;
  kind: string;
  name: string;
  config: Record<string, unknown>;
  enabled: boolean;
  blocked: string | null;
  watchedSince: string | null;
  last: { outcome: string } | null;
}
interface Problem {
  type: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}
const url = "https://gazette.exampleton-press.org/feed.xml";
let id: string;

test("kinds are listed with the schema of what they are told", async () => {
  const { body } = await service.get<{ kinds: { kind: string; label: string; config: { properties: object } }[] }>("/v1/source-kinds");
  const feed = body.kinds.find((k) => k.kind === "feed");
  assert.ok(feed?.label);
  assert.ok("url" in (feed?.config.properties ?? {}));
});

test("a source is added once, however often it is sent", async () => {
  const first = await service.call<Source>("POST", "/v1/sources", { kind: "feed", name: "Gazette", config: { url } });
  assert.equal(first.status, 201, first.text);
  id = first.body.id;
  assert.equal(first.headers.get("location"), `/v1/sources/${id}`);
  const again = await service.call<Source>("POST", "/v1/sources", { kind: "feed", config: { url } });
  assert.deepEqual([again.status, again.body.id, again.body.name], [200, id, "Gazette"]);
  assert.deepEqual(
    (await service.get<{ sources: Source[] }>("/v1/sources")).body.sources.map((s) => s.id),
    [id],
  );
});

test("two accounts on one server have two names, and no name says what is searched for", async () => {
  const named = async (kind: string, config: object) => {
    const { body } = await service.call<Source>("POST", "/v1/sources", { kind, config });
    await service.call("DELETE", `/v1/sources/${body.id}`);
    return body.name;
  };
  const server = "social.paper.org";
  const names = [
    await named("mastodon", { instance: server, account: "ann" }),
    await named("mastodon", { instance: server, account: "ben" }),
  ];
  assert.deepEqual(
    names,
    ["ann", "ben"].map((name) => `${name}, Mastodon account, tag or post, ${server}`),
  );
  assert.equal(await named("bluesky", { search: "Ada Example" }), "Bluesky account, post or search, public.api.bsky.app");
});

test("what is wrong with a source is told with a pointer", async () => {
  const cases: [unknown, string][] = [
    [{ kind: "feed", config: {} }, "#/config/url"],
    [{ kind: "feed", config: { url: "ftp://a.org/" } }, "#/config/url"],
    [{ kind: "feed", config: { url, password: "x" } }, "#/config/password"],
    [{ kind: "nosuch", config: { url } }, "#/kind"],
    [{ kind: "feed", config: { url: "http://127.0.0.1/feed" } }, "#/config"],
    [{ kind: "feed", config: { url: "http://169.254.169.254/latest" } }, "#/config"],
    [{ kind: "feed", config: { url: "http://metadata.internal/" } }, "#/config"],
    [{ url: "http://127.0.0.1/feed" }, "#/url"],
    [{ kind: "feed", config: "x" }, "#/config"],
    [{ kind: "feed", config: { url }, secret: 1 }, "#/secret"],
    [{ kind: "feed", config: { url }, name: "\ud800" }, "#/name"],
  ];
  for (const [body, pointer] of cases) {
    const answer = await service.call<Problem>("POST", "/v1/sources", body);
    assert.equal(answer.status, 422, JSON.stringify(body));
    assert.equal(answer.body.errors?.[0]?.pointer, pointer, JSON.stringify(body));
  }
  assert.equal((await service.get(`/v1/sources/o${"0".repeat(26)}`)).status, 404);
  assert.equal((await service.get("/v1/sources/nothing")).status, 404);
});

test("without a contact nothing is fetched, and every way to try says so", async () => {
  await service.scheduled();
  for (const path of ["/v1/crawl", `/v1/sources/${id}/run`]) {
    const { status, body } = await service.call<Problem>("POST", path);
    assert.deepEqual([status, body.type.split("/").at(-1)], [409, "not-configured"]);
    assert.match(body.detail, /CONTACT/);
  }
  assert.match((await service.get<Source>(`/v1/sources/${id}`)).body.blocked ?? "", /CONTACT/);
  assert.match((await service.get("/sources")).text, /no contact is configured/);
  assert.deepEqual(outside.seen, []);
});

test("a source is renamed, switched off and on, given another config, and deleted", async () => {
  const patch = async (body: object) => (await service.call<Source>("PATCH", `/v1/sources/${id}`, body)).body;
  assert.equal((await patch({ name: "The Gazette" })).name, "The Gazette");
  assert.equal((await patch({ enabled: false })).enabled, false);
  assert.equal((await service.call("POST", `/v1/sources/${id}/run`)).status, 422);
  assert.equal((await patch({ enabled: true })).enabled, true);
  assert.deepEqual((await patch({ config: { url: `${url}?all=1` } })).config["url"], `${url}?all=1`);
  assert.equal((await service.call("PATCH", `/v1/sources/${id}`, { config: { url: 5 } })).status, 422);
  assert.equal((await service.call("DELETE", `/v1/sources/${id}`)).status, 200);
  assert.equal((await service.get(`/v1/sources/${id}`)).status, 404);
  const counts = await service.counts();
  assert.deepEqual([counts["source"], counts["visit"]], [0, 0]);
});

test("an address alone is enough", async () => {
  const added = await service.call<Source>("POST", "/v1/sources", { url: "https://bsky.app/profile/ann.example", enabled: false });
  assert.deepEqual([added.status, added.body.kind, added.body.config["account"]], [201, "bluesky", "ann.example"]);
  await service.call("DELETE", `/v1/sources/${added.body.id}`);
  for (const body of [{}, { url, kind: "feed", config: {} }, { kind: "feed" }, { url, config: {} }])
    assert.equal((await service.call("POST", "/v1/sources", body)).status, 422, JSON.stringify(body));
});

test("lists go a page at a time", async () => {
  for (let i = 0; i < 5; i++) await service.call("POST", "/v1/sources", { kind: "feed", config: { url: `${url}?n=${i}` } });
  const seen: string[] = [];
  for (let path: string | null = "/v1/sources?limit=2"; path; ) {
    const answer: { body: { sources: Source[] }; headers: Headers } = await service.get<{ sources: Source[] }>(path);
    seen.push(...answer.body.sources.map((s) => s.id));
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
  }
  assert.equal(new Set(seen).size, 5);
  for (const one of seen) await service.call("DELETE", `/v1/sources/${one}`);
});

test("the page adds, switches and deletes by plain forms; a form from another site changes nothing", async () => {
  const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(new URL(path, service.origin()), {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(form).toString(),
    });
  const list = async () => (await service.get<{ sources: Source[] }>("/v1/sources")).body.sources;
  const added = await send("/sources", { kind: "feed", name: "<b>Gazette</b>", url });
  assert.equal(added.status, 303);
  const [source] = await list();
  assert.equal(source?.name, "<b>Gazette</b>");
  const page = (await service.get("/sources")).text;
  assert.ok(page.includes("&lt;b&gt;Gazette&lt;/b&gt;") && !page.includes("<b>Gazette"));
  for (const [form, why] of [
    [{ kind: "feed", url: "http://10.0.0.1/" }, /not visited/],
    [{ kind: "feed", config: "[1]" }, /not a JSON object/],
    [{ kind: "feed", url }, /have this source already/],
    [{ kind: "nosuch", url }, /no kind named/],
  ] as const) {
    const refused = await send("/sources", form);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), why);
  }
  assert.equal((await send(`/sources/${source?.id}`, { do: "off" }, { origin: "https://evil.org" })).status, 403);
  assert.equal((await list())[0]?.enabled, true);
  assert.equal((await send(`/sources/${source?.id}`, { do: "off" })).status, 303);
  assert.equal((await list())[0]?.enabled, false);
  assert.equal((await send(`/sources/${source?.id}`, { do: "nonsense" })).status, 422);
  assert.equal((await send(`/sources/o${"0".repeat(26)}`, { do: "run" })).status, 404);
  assert.equal((await send(`/sources/${source?.id}`, { do: "delete" })).status, 303);
  assert.deepEqual(await list(), []);
});

test("timelines tell what is watched since when, and by then", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The mill of Exampleton grinds gold" })).body.id;
  const watched = async (query = "") =>
    (await service.get<{ coverage: { watched: { name: string; since: string }[] } }>(`/v1/claims/${claim}/timeline${query}`)).body.coverage
      .watched;
  assert.deepEqual(await watched(), []);
  const { body } = await service.call<Source>("POST", "/v1/sources", { kind: "feed", name: "Gazette", config: { url } });
  const since = Date.now() - 3_600_000;
  // As its first good run would have written it.
  await service.sql("UPDATE source SET watched_since = ?1", since);
  await service.sql("INSERT INTO watch_period (source_id, since, name) VALUES (?1, ?2, 'Gazette')", body.id, since);
  await service.call("PATCH", `/v1/sources/${body.id}`, { name: "The Gazette" });
  assert.deepEqual(await watched(), [{ name: "The Gazette", since: new Date(since).toISOString() }]);
  const then = await moment();
  await service.call("PATCH", `/v1/sources/${body.id}`, { enabled: false });
  assert.deepEqual(await watched(), []);
  await service.call("DELETE", `/v1/sources/${body.id}`);
  assert.deepEqual(await watched(), []);
  assert.deepEqual(
    (await watched(`?asOf=${then}`)).map((w) => w.name),
    ["The Gazette"],
  );
});

test("who may: reading for read, changing and running for admin", async () => {
  const keyOf = async (scope: string) =>
    (await service.call<{ key: string }>("POST", "/v1/keys", { name: scope, scopes: [scope] })).body.key;
  const [reader, ingester] = [await keyOf("read"), await keyOf("ingest")];
  const as = (key: string, method: string, path: string, body?: object) =>
    service.anonymous(method, path, body, { authorization: `Bearer ${key}` }).then((a) => a.status);
  assert.equal(await as(reader, "GET", "/v1/sources"), 200);
  assert.equal(await as(reader, "POST", "/v1/sources", { kind: "feed", config: { url } }), 403);
  assert.equal(await as(ingester, "POST", "/v1/crawl"), 403);
  assert.equal((await service.anonymous("GET", "/v1/sources")).status, 401);
});
