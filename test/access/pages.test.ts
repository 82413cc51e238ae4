/** The people page without script: each of its forms, who may send it, and what the list of what was done says afterwards. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, { WHENCE_ENV: "production" });
after(() => instance.close());
const key = instance.key ?? "";
const cookies: Record<string, string> = {};

function get(path: string, who = "admin") {
  instance.key = null;
  return instance.call("GET", path, undefined, who ? { cookie: cookies[who] ?? "" } : {});
}
function post(path: string, fields: Record<string, string> | [string, string][], who = "admin") {
  instance.key = null;
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1" };
  return instance.call("POST", path, String(new URLSearchParams(fields)), { ...headers, ...(who ? { cookie: cookies[who] ?? "" } : {}) });
}
async function joinBy(link: string, name: string): Promise<string> {
  const answer = await post(new URL(link).pathname, { name }, "");
  assert.equal(answer.status, 303, answer.text);
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
const linkIn = (text: string) => /href="(http:[^"]+\/join\/[0-9a-f]{64})"/.exec(text)?.[1] ?? "";
const idOf = (name: string) => instance.sql<{ id: string }>("SELECT id FROM person WHERE name = ?", name)[0]?.id ?? "";

before(async () => {
  instance.key = key;
  const first = await instance.call<{ link: string }>("POST", "/v1/invitations", { name: "Ana Ruiz", role: "admin" });
  cookies["admin"] = await joinBy(first.body.link, "Ana Ruiz");
  const invited = await post("/people", { do: "invite", name: "Lena Brandt", email: "lena@paper.example", role: "reader" });
  assert.equal(invited.status, 200, invited.text);
  cookies["reader"] = await joinBy(linkIn(invited.text), "Lena Brandt");
});

test("somebody is invited, joins, gets another role, and is switched off and on", async () => {
  const page = await post("/people", { do: "invite", name: "Jonas Weber", role: "reporter" });
  assert.match(page.text, /Give this link to/);
  assert.equal(page.headers.get("cache-control"), "no-store");
  assert.match((await get("/people")).text, /Jonas Weber<\/bdi><\/b> <small>Reporter/, "who has not joined is listed as invited");
  cookies["jonas"] = await joinBy(linkIn(page.text), "Jonas Weber");
  const id = idOf("Jonas Weber");
  const set = await post("/people", { do: "role", person: id, role: "reviewer" });
  assert.deepEqual([set.status, set.headers.get("location")], [303, "/people?did=role"]);
  assert.match((await get("/people?did=role")).text, /role=status><div><p><bdi[^>]*>The role was changed/);
  assert.equal((await get("/review", "jonas")).status, 200);
  const opened = await get("/review/bulk", "jonas");
  assert.deepEqual([opened.status, opened.headers.get("location")], [303, "/review"], "the address of a form leads to its page");
  assert.equal((await post("/people", { do: "off", person: id })).status, 303);
  assert.equal((await get("/review", "jonas")).status, 401);
  assert.equal((await post("/people", { do: "on", person: id })).status, 303);
  const made = await post("/people", { do: "code", person: id });
  const code = /<code class=secret>([0-9A-Z-]{14})<\/code>/.exec(made.text)?.[1] ?? "";
  const signedIn = await post("/signin", { code, next: "/people" }, "");
  assert.deepEqual([signedIn.status, signedIn.headers.get("location")], [303, "/people"]);
});

test("what cannot be done says why, and keeps what was typed", async () => {
  const held = await post("/people", { do: "invite", name: "Second Lena", email: "LENA@paper.example", role: "reviewer" });
  assert.equal(held.status, 422);
  assert.match(held.text, /id=strip class="did no"[^>]*><span>E-mail address already belongs to somebody here/);
  assert.match(held.text, /value="Second Lena"/);
  assert.match(held.text, /<option value=reviewer selected>/);
  const fault = async (fields: Record<string, string>) =>
    /id=strip class="did no"[^>]*><span>([^<]*)/.exec((await post("/people", fields)).text)?.[1];
  assert.equal(await fault({ do: "invite", name: "X", email: "no address", role: "reader" }), "E-mail address: must be an e-mail address");
  assert.match((await fault({ do: "invite", name: " ", role: "reader" })) ?? "", /^Name, as history shows it: must not be empty/);
  assert.match((await fault({ do: "key", keyname: "x".repeat(101), scope: "read" })) ?? "", /^What it is for: must have at most 100 /);
  assert.equal(await fault({ do: "key", keyname: "CMS" }), "Choose at least one permission.");
  const last = await post("/people", { do: "role", person: idOf("Ana Ruiz"), role: "reader" });
  assert.match(last.text, /would leave nobody who is an admin/);
  for (const act of ["dance", "constructor", "off", "revoke", "renew", "uninvite", "code", "signed-out", "key"])
    assert.equal((await post("/people", { do: act, person: "p1", key: "k", invitation: "i" })).status, 422, act);
});

test("whose session has ended comes back, after signing in, to the page that the form was sent from", async () => {
  instance.key = null;
  const at = "/review?opened=1744113540000&item=s1.1744093600000&said=told.0.Nils+Holm+denied+it";
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1", referer: `http://127.0.0.1${at}` };
  const refused = await instance.call("POST", "/review", "do=accept&id=s1", headers);
  assert.equal(refused.status, 401);
  assert.match(refused.text, /You are signed out, so nothing was changed/);
  assert.equal(/name=next value="([^"]*)"/.exec(refused.text)?.[1]?.replaceAll("&amp;", "&"), at);
  const typed = async (path: string, form: string) => (await instance.call("POST", path, form, headers)).text;
  const feed = await typed("/sources", "url=https%3A%2F%2Fpaper.example%2Ffeed&name=");
  assert.match(feed, /<textarea[^>]*>https:\/\/paper\.example\/feed<\/textarea>/, "one word, and long to type");
  const add = await typed("/add", "text=The+hall+was+sold.");
  assert.match(add, /id=strip class="did no"[^>]*><span>You are signed out[^<]* <a href="[^"]*\/signin" target=_blank>Sign in<\/a>/);
  assert.match(add, />\n?The hall was sold\.<\/textarea>/);
  assert.doesNotMatch(add, /API key/, "nobody is signed in with one");
});

test("a key is made, shown once, renewed and revoked", async () => {
  const made = await post("/people", [
    ["do", "key"],
    ["keyname", "Newsroom CMS"],
    ["scope", "read"],
    ["scope", "ingest"],
    ["owner", idOf("Ana Ruiz")],
    ["ends", "90"],
  ]);
  const secret = /<code class=secret>(whence_[0-9a-f]{64})<\/code>/.exec(made.text)?.[1] ?? "";
  assert.notEqual(secret, "");
  const page = await get("/people");
  assert.ok(!page.text.includes(secret));
  assert.match(page.text, /Newsroom CMS<\/bdi><\/b> <small>read, add<\/small>[\s\S]*?belongs to Ana Ruiz[\s\S]*?ends /);
  const id = /name=key value="([0-9a-z]{16})"/.exec(page.text)?.[1] ?? "";
  const renewed = await post("/people", { do: "renew", key: id });
  assert.match(renewed.text, /new secret of the key “Newsroom CMS”/);
  assert.equal((await post("/people", { do: "revoke", key: id })).status, 303);
  instance.key = secret;
  assert.equal((await instance.call("GET", "/v1/me")).status, 401);
});

test("a reader sees people and their own account, and changes only that", async () => {
  const { text } = await get("/people", "reader");
  assert.match(text, /Ana Ruiz/);
  assert.ok(
    !text.includes("name=do value=invite") && !text.includes("Newsroom CMS</bdi></b> <small>") && !text.includes("name=do value=role"),
  );
  assert.equal((await post("/people", { do: "role", person: idOf("Lena Brandt"), role: "admin" }, "reader")).status, 403);
  const own = /name=session value="([0-9a-z]{16})"/.exec(text)?.[1] ?? "";
  const foreign = instance.sql<{ id: string }>("SELECT id FROM session WHERE person_id = ?", idOf("Ana Ruiz"))[0]?.id ?? "";
  assert.equal((await post("/people/me", { do: "end", session: foreign }, "reader")).status, 422);
  assert.equal((await post("/people/me", { do: "end", session: own }, "reader")).status, 303);
  assert.equal((await get("/people", "reader")).status, 401);
  assert.equal((await get("/people", "")).status, 401);
});

test("the list of what was done names who, and is filtered and exported", async () => {
  instance.key = key;
  const claim = await instance.call<{ id: string }>("POST", "/v1/claims", { text: "The clock of Osby has no hands" });
  await post("/people", { do: "invite", name: "=HYPERLINK(1)", role: "reader" });
  const all = await get("/people/audit");
  assert.match(all.text, /the setup key<\/bdi><\/b> created the claim <a href="[^"]+\/c\/c[^"]+"><bdi[^>]*>The clock of Osby/);
  assert.match(all.text, /Ana Ruiz<\/bdi><\/b> changed[\s\S]*?from reporter to reviewer/);
  const rows = (text: string) => text.match(/<li><p class="s soft">/g)?.length ?? 0;
  const ana = await get(`/people/audit?by=person:${idOf("Ana Ruiz")}&did=key.`);
  assert.equal(rows(ana.text), 3);
  assert.equal(rows((await get(`/people/audit?about=${claim.body.id}`)).text), 1);
  assert.equal(rows((await get(`/people/audit?about=http://127.0.0.1/c/${claim.body.id}`)).text), 1);
  assert.match((await get("/people/audit?since=2100-01-01")).text, /No decision matches/);
  const csv = await get(`/people/audit.csv?did=key.`);
  assert.equal(csv.headers.get("content-type"), "text/csv; charset=utf-8");
  assert.equal(csv.text.trim().split("\r\n").length, 4);
  assert.ok(csv.text.startsWith("\ufeff"), "Excel knows UTF-8 by its mark");
  const ndjson = await get(`/people/audit.ndjson?did=claim.`);
  assert.deepEqual(
    ndjson.text
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { who: string; subject: string; by: string }).by),
    ["key:dev"],
  );
  assert.equal((await get("/people/audit.csv", "")).status, 401);
});

test("who may not decide sees the same pages without the buttons, and whom to ask", async () => {
  instance.key = key;
  const claim = (await instance.call<{ id: string }>("POST", "/v1/claims", { text: "The ferry to Exampleton will stop in June" })).body.id;
  const post1 = { author: { handle: "anna" }, text: "The ferry to Exampleton will stop in June", url: "https://social.example/@anna/1" };
  const document = (await instance.call<{ id: string }>("POST", "/v1/documents", post1)).body.id;
  await instance.settle();
  const invited = await post("/people", { do: "invite", name: "Kai Berg", role: "reader" });
  cookies["kai"] = await joinBy(linkIn(invited.text), "Kai Berg");
  const workspace = await get(`/c/${claim}?as=editor`, "kai");
  assert.equal(workspace.status, 200);
  assert.match(workspace.text, /Only reviewers and admins can decide this\. Ask Ana Ruiz for that role\./);
  assert.match(workspace.text, /class="lane /);
  assert.doesNotMatch(workspace.text, /name=do|\/change"|\/publish"/);
  const page = await get(`/d/${document}`, "kai");
  assert.match(page.text, /Ask Ana Ruiz/);
  assert.doesNotMatch(page.text, /<form[^>]*\/edit"><fieldset class=grid>/);
  assert.match((await get("/review", "kai")).text, /Ask Ana Ruiz/);
  const refused = await post(`/c/${claim}/change`, { what: "note", text: "Mine" }, "kai");
  assert.deepEqual([refused.status, /Ask Ana Ruiz/.test(refused.text)], [403, true]);
  const reporter = await post("/people", { do: "invite", name: "Tom Okafor", role: "reporter" });
  cookies["reporter"] = await joinBy(linkIn(reporter.text), "Tom Okafor");
  assert.equal((await post(`/c/${claim}/change`, { what: "note", text: "Asked the ferry company." }, "reporter")).status, 303);
  assert.match((await get(`/c/${claim}?as=editor`, "kai")).text, /Asked the ferry company\./);
  const state = await post(`/c/${claim}/change`, { what: "status", status: "settled" }, "reporter");
  assert.deepEqual([state.status, /Ask Ana Ruiz/.test(state.text)], [403, true]);
  assert.equal((await post("/watch", { claim, do: "watch" }, "kai")).status, 303);
});

test("what a claim was while it was private stays with the editors, also on the page of its revisions", async () => {
  const call = (method: string, path: string, body: unknown) => {
    instance.key = key;
    return instance.call<{ id: string }>(method, path, JSON.stringify(body), { "content-type": "application/json", prefer: "wait" });
  };
  const text = "Ferrybolt Works sold plastic bolts to the builders of the Exampleton bridge";
  const { id } = (await call("POST", "/v1/claims", { text, visibility: "private" })).body;
  const { id: document } = (
    await call("POST", "/v1/documents", { kind: "post", url: "https://posts.example/1", text, author: { handle: "ann" } })
  ).body;
  const rating = { publisher: "Early Checks", label: "False", url: "https://checks.example/1" };
  assert.equal((await call("POST", `/v1/claims/${id}/verdicts`, rating)).status, 201);
  assert.equal((await call("POST", "/v1/sightings/reject", { claim: id, document })).status, 200);
  const said = "Somebody sold plastic bolts to the builders of the Exampleton bridge";
  assert.equal((await call("PATCH", `/v1/claims/${id}`, { text: said, visibility: "public" })).status, 200);
  assert.equal((await call("PATCH", `/v1/claims/${id}`, { status: "settled" })).status, 200);
  const before = /Ferrybolt|@ann/;
  const readers = await get(`/c/${id}/revisions`, "");
  assert.equal(readers.status, 200);
  assert.doesNotMatch(readers.text, before);
  for (const words of ["Somebody sold plastic bolts", "settled"]) assert.ok(readers.text.includes(words), words);
  const editors = (await get(`/c/${id}/revisions`)).text;
  assert.match(editors, before);
  const numbers = (page: string) => page.match(/revision \d+/g);
  assert.deepEqual(numbers(readers.text), numbers(editors)?.slice(0, 2), "the numbers stay");
});

test("a developer's machine is open under its own names only: another name may be made to lead there by anybody", async () => {
  const machine = new Instance();
  machine.key = null;
  const form = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const invite = "do=invite&name=Eve&role=admin";
  for (const host of ["rebound.example", "rebound.example:8787", "127.0.0.1.rebound.example", "localhost.rebound.example"]) {
    assert.equal((await machine.call("GET", `http://${host}/people`)).status, 401, host);
    assert.equal((await machine.call("POST", `http://${host}/people`, invite, form)).status, 401, host);
  }
  assert.equal(machine.sql("SELECT 1 FROM invitation").length, 0);
  for (const host of ["127.0.0.1:8787", "localhost:8787", "[::1]:8787"])
    assert.equal((await machine.call("GET", `http://${host}/people`)).status, 200, host);
  machine.close();
});
