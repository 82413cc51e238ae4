/** People, keys and sessions: who may do what, for how long, and what the log says of it. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Answer, Instance } from "../faults/support/instance.ts";

const mails: { to: string; text: string }[] = [];
const instance = new Instance(null, {
  WHENCE_ENV: "production",
  MAIL: { send: async (mail: { to: string; text: string }) => void mails.push(mail) },
  MAIL_FROM: "whence@paper.example",
});
after(() => instance.close());

const FORM = { "content-type": "application/x-www-form-urlencoded" };
/** A call as the holder of a key, of a session, or as nobody. */
async function as<T = Record<string, unknown>>(
  who: { key?: string; cookie?: string } | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const before = instance.key;
  instance.key = who?.key ?? null;
  try {
    return await instance.call<T>(method, path, body, { ...(who?.cookie ? { cookie: who.cookie } : {}), ...headers });
  } finally {
    instance.key = before;
  }
}
const admin = { key: instance.key ?? "" };
const cookieOf = (answer: Answer) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const form = (path: string, fields: Record<string, string>, cookie?: string) =>
  as(cookie ? { cookie } : null, "POST", path, String(new URLSearchParams(fields)), FORM);
const events = async (type: string) =>
  (
    await as<{ events: { type: string; subject: string; detail: Record<string, unknown> }[] }>(admin, "GET", "/v1/events?limit=1000")
  ).body.events.filter((event) => event.type === type);

/** Invites somebody and joins as them; gives their id and cookie. */
async function joined(name: string, role: string, email?: string): Promise<{ id: string; cookie: string }> {
  const invited = await as<{ link: string }>(admin, "POST", "/v1/invitations", { name, role, ...(email ? { email } : {}) });
  assert.equal(invited.status, 201, invited.text);
  const answer = await form(new URL(invited.body.link).pathname, { name });
  assert.equal(answer.status, 303, answer.text);
  const cookie = cookieOf(answer);
  const me = await as<{ person: { id: string; role: string } }>({ cookie }, "GET", "/v1/me");
  assert.equal(me.body.person.role, role);
  return { id: me.body.person.id, cookie };
}

test("an invitation makes one person, once, with its role; its link then says that it is over", async () => {
  const { body } = await as<{ id: string; link: string; mailed: boolean }>(admin, "POST", "/v1/invitations", {
    name: "Ana Ruiz",
    email: "Ana@Paper.example",
    role: "reviewer",
  });
  assert.equal(body.mailed, true);
  assert.deepEqual(
    mails.map((mail) => [mail.to, mail.text.includes(body.link)]),
    [["ana@paper.example", true]],
  );
  const path = new URL(body.link).pathname;
  const page = await as(null, "GET", path);
  assert.equal(page.status, 200);
  assert.match(page.text, /value="Ana Ruiz"/);
  assert.equal(page.headers.get("referrer-policy"), "strict-origin");
  assert.equal((await as(null, "POST", path, "name=Eve", { ...FORM, origin: "https://evil.example" })).status, 403);
  const answers = await Promise.all([1, 2, 3].map(() => form(path, { name: "Ana R." })));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410, 410], "of three at once one joins");
  assert.equal((await as(null, "GET", path)).status, 410);
  const { people } = (await as<{ people: { name: string; role: string; email: string }[] }>(admin, "GET", "/v1/people")).body;
  assert.deepEqual(
    people.map(({ name, role, email }) => [name, role, email]),
    [["Ana R.", "reviewer", "ana@paper.example"]],
  );
  const again = await as(admin, "POST", "/v1/invitations", { name: "Other", email: "ana@paper.example", role: "reader" });
  assert.deepEqual([again.status, again.body["errors"]], [422, [{ pointer: "#/email", detail: "already belongs to somebody here" }]]);
});

test("an invitation that is taken back or over lets nobody in", async () => {
  const made = await as<{ id: string; link: string }>(admin, "POST", "/v1/invitations", { name: "Nobody", role: "admin" });
  assert.equal((await as(admin, "DELETE", `/v1/invitations/${made.body.id}`)).status, 200);
  assert.equal((await form(new URL(made.body.link).pathname, { name: "Nobody" })).status, 410);
  const one = await as<{ link: string }>(admin, "POST", "/v1/invitations", { name: "Only One", role: "reader" });
  const path = new URL(one.body.link).pathname;
  const answers = await Promise.all([1, 2, 3].map(() => form(path, { name: "Only One" })));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410, 410], "without an address, too");
  const past = await as(admin, "POST", "/v1/invitations", { name: "Late", role: "reader", expiresAt: "2020-01-01T00:00:00Z" });
  assert.equal(past.status, 422);
});

test("a code by mail signs in once; nothing tells whether somebody is here", async () => {
  mails.length = 0;
  const [known, unknown] = [await form("/signin", { email: "ana@paper.example" }), await form("/signin", { email: "eve@paper.example" })];
  await instance.settleDeferred();
  assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
  assert.equal(mails.length, 1);
  const code = /signin\?code=([0-9A-Z-]+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
  const page = await as(null, "GET", `/signin?code=${code}`);
  assert.match(page.text, new RegExp(`value="${code}"`));
  const first = await form("/signin", { code: code.toLowerCase().replaceAll("-", " "), next: "/review" });
  assert.deepEqual([first.status, first.headers.get("location")], [303, "/review"]);
  assert.equal((await form("/signin", { code })).status, 401, "it was used");
  assert.equal((await form("/signin", { code: "0000-0000-0000" })).status, 401);
  for (let i = 0; i < 8; i++) await form("/signin", { email: "ana@paper.example" });
  await instance.settleDeferred();
  assert.equal(mails.length, 6, "five codes at once, beside the one that was used");
});

test("the cookie is a token of its own: not the key, not readable, not sent elsewhere; signing out ends it", async () => {
  const made = await as<{ key: string; id: string }>(admin, "POST", "/v1/keys", { name: "desk", scopes: ["read"] });
  const answer = await form("/signin", { key: made.body.key });
  const set = answer.headers.get("set-cookie") ?? "";
  for (const part of [/^__Host-whence_session=[0-9a-f]{64};/, /HttpOnly/, /Secure/, /SameSite=Lax/, /Path=\//, /Max-Age=604800/])
    assert.match(set, part);
  assert.ok(!set.includes(made.body.key));
  const token = /=([0-9a-f]{64})/.exec(set)?.[1] ?? "";
  assert.deepEqual(instance.tablesWith(token, made.body.key), [], "neither is stored");
  const cookie = cookieOf(answer);
  assert.equal((await as({ cookie }, "GET", "/v1/me")).body["by"], `key:${made.body.id}`);
  const { sessions } = (await as<{ sessions: { id: string; current: boolean }[] }>({ cookie }, "GET", "/v1/sessions")).body;
  assert.deepEqual(
    sessions.map((s) => s.current),
    [true],
  );
  assert.equal((await form("/signout", {}, cookie)).status, 303);
  assert.equal((await as({ cookie }, "GET", "/v1/me")).status, 401);
});

test("a session changes nothing by a request of another site, and all by one of ours", async () => {
  const { cookie } = await joined("Origin Tester", "reviewer");
  const body = { text: "The ferry of Rimstad sails without a captain" };
  const elsewhere: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of elsewhere)
    assert.equal((await as({ cookie }, "POST", "/v1/claims", body, headers)).status, 403, JSON.stringify(headers));
  assert.equal((await events("claim.created")).length, 0);
  assert.equal((await as({ cookie }, "POST", "/v1/claims", body, { origin: "http://127.0.0.1" })).status, 201);
});

test("a person may do what their role says, at once when it changes; who decided is in the log", async () => {
  const { id, cookie } = await joined("Priya Nair", "reporter", "priya@paper.example");
  const claim = { text: "The clock of Osby has no hands" };
  const made = await as<{ id: string }>({ cookie }, "POST", "/v1/claims", claim);
  assert.equal(made.status, 201);
  const hide = () => as({ cookie }, "PATCH", `/v1/claims/${made.body.id}`, { visibility: "private" });
  const refused = await hide();
  assert.deepEqual([refused.status, refused.body["detail"]], [403, "Your role lacks the scope review."]);
  assert.equal((await as(admin, "PATCH", `/v1/people/${id}`, { role: "reviewer" })).status, 200);
  assert.equal((await hide()).status, 200);
  assert.deepEqual(
    (await events("claim.changed")).map((event) => event.detail["by"]),
    [`person:${id}`],
  );
  assert.deepEqual(
    (await events("person.changed")).map((event) => event.detail),
    [{ role: ["reporter", "reviewer"], by: "key:dev" }],
  );
  const people = await as<{ people: { name: string; email: string | null }[] }>({ cookie }, "GET", "/v1/people");
  assert.deepEqual(
    people.body.people.filter((p) => p.email !== null).map((p) => p.name),
    ["Priya Nair"],
    "of others nobody but an admin is told the address",
  );
});

test("who is switched off is signed out, and their keys are not taken; switched on again they sign in anew", async () => {
  const { id, cookie } = await joined("Jonas Weber", "reviewer", "jonas@paper.example");
  const key = (await as<{ key: string }>(admin, "POST", "/v1/keys", { name: "terminal", scopes: ["read"], owner: id })).body.key;
  assert.equal((await as<{ by: string }>({ key }, "GET", "/v1/me")).body.by.endsWith(`/${id}`), true, "a key is told with its owner");
  const before = (await as<{ code: string }>(admin, "POST", `/v1/people/${id}/sign-in-codes`)).body;
  assert.equal((await as(admin, "PATCH", `/v1/people/${id}`, { switchedOff: true })).status, 200);
  assert.equal((await form("/signin", { code: before.code })).status, 401, "by a code that they still had");
  assert.deepEqual([(await as({ cookie }, "GET", "/v1/me")).status, (await as({ key }, "GET", "/v1/me")).status], [401, 401]);
  mails.length = 0;
  await form("/signin", { email: "jonas@paper.example" });
  await instance.settleDeferred();
  assert.equal(mails.length, 0);
  assert.equal((await as(admin, "POST", `/v1/people/${id}/sign-in-codes`)).status, 404);
  await as(admin, "PATCH", `/v1/people/${id}`, { switchedOff: false });
  assert.equal((await as({ cookie }, "GET", "/v1/me")).status, 401);
  const { code } = (await as<{ code: string }>(admin, "POST", `/v1/people/${id}/sign-in-codes`)).body;
  assert.equal((await form("/signin", { code })).status, 303);
  assert.equal((await as({ key }, "GET", "/v1/me")).status, 200);
});

test("there is always an admin", async () => {
  const first = await joined("Tom Okafor", "admin");
  const second = await joined("Lena Brandt", "admin");
  const off = (id: string) => as(admin, "PATCH", `/v1/people/${id}`, { switchedOff: true });
  const answers = await Promise.all([off(first.id), off(second.id)]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 422]);
  const left = answers[0]?.status === 200 ? second : first;
  const refused = await as(left, "PATCH", `/v1/people/${left.id}`, { role: "reader" });
  assert.deepEqual([refused.status, refused.body["detail"]], [422, "/role would leave nobody who is an admin."]);
});

test("a key can do no more than its owner, ends in time, and is renewed without a gap", async () => {
  const { id } = await joined("Sam Berg", "reporter");
  const beyond = await as(admin, "POST", "/v1/keys", { name: "too much", scopes: ["review"], owner: id });
  assert.deepEqual([beyond.status, beyond.body["detail"]], [422, "/scopes has review, which the owner as reporter does not have."]);
  const past = await as(admin, "POST", "/v1/keys", { name: "past", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" });
  assert.equal(past.status, 422);
  const made = await as<{ id: string; key: string; expiresAt: string }>(admin, "POST", "/v1/keys", {
    name: "crawler",
    scopes: ["ingest"],
    owner: id,
  });
  const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000;
  assert.ok(days > 364 && days < 366, `${days}`);
  const renewed = await as<{ key: string }>(admin, "POST", `/v1/keys/${made.body.id}/renew`, { expiresAt: null });
  assert.notEqual(renewed.body.key, made.body.key);
  const send = (key: string) => as({ key }, "POST", "/v1/claims", { text: `A claim by ${key.slice(-4)} of Rimstad harbour` });
  assert.deepEqual(
    [(await send(made.body.key)).status, (await send(renewed.body.key)).status],
    [201, 201],
    "the former one is good for a day",
  );
  const listed = await as<{ keys: { id: string; expiresAt: string | null; owner: { name: string } | null }[] }>(admin, "GET", "/v1/keys");
  assert.deepEqual(
    listed.body.keys.filter((key) => key.id === made.body.id).map((key) => [key.expiresAt, key.owner?.name]),
    [[null, "Sam Berg"]],
  );
  await form("/signin", { key: renewed.body.key });
  const sessions = async () =>
    (await as<{ sessions: { key: { id: string } | null }[] }>(admin, "GET", "/v1/sessions?of=all")).body.sessions.filter(
      (session) => session.key?.id === made.body.id,
    ).length;
  assert.equal(await sessions(), 1);
  await as(admin, "DELETE", `/v1/keys/${made.body.id}`);
  assert.equal(await sessions(), 0);
  assert.deepEqual([(await send(made.body.key)).status, (await send(renewed.body.key)).status], [401, 401]);
  assert.equal((await as(admin, "POST", `/v1/keys/${made.body.id}/renew`, {})).status, 404);
});

test("codes, invitations, keys and sessions end in time, and a key loses what its owner loses", async () => {
  const { id, cookie } = await joined("Mia Lund", "reviewer");
  const made = await as<{ key: string; id: string }>(admin, "POST", "/v1/keys", { name: "mine", scopes: ["read", "review"], owner: id });
  const hide = () => as({ key: made.body.key }, "PATCH", `/v1/claims/c${"0".repeat(26)}`, { visibility: "private" });
  assert.equal((await hide()).status, 404);
  await as(admin, "PATCH", `/v1/people/${id}`, { role: "reader" });
  assert.equal((await hide()).status, 403, "the owner may not decide any more");
  const byKey = cookieOf(await form("/signin", { key: made.body.key }));
  assert.equal((await as({ cookie: byKey }, "GET", "/v1/me")).status, 200);
  instance.sql("UPDATE api_key SET expires_at = 1 WHERE id = ?", made.body.id);
  assert.deepEqual(
    [(await as({ key: made.body.key }, "GET", "/v1/me")).status, (await as({ cookie: byKey }, "GET", "/v1/me")).status],
    [401, 401],
    "with the key its sessions end",
  );
  const { code } = (await as<{ code: string }>(admin, "POST", `/v1/people/${id}/sign-in-codes`)).body;
  instance.sql("UPDATE sign_in_code SET expires_at = 1");
  assert.equal((await form("/signin", { code })).status, 401);
  const { link } = (await as<{ link: string }>(admin, "POST", "/v1/invitations", { name: "Late", role: "admin" })).body;
  instance.sql("UPDATE invitation SET expires_at = 1 WHERE used_at IS NULL");
  assert.deepEqual(
    [(await as(null, "GET", new URL(link).pathname)).status, (await form(new URL(link).pathname, { name: "Late" })).status],
    [410, 410],
  );
  instance.sql("UPDATE session SET expires_at = 1 WHERE person_id = ?", id);
  assert.equal((await as({ cookie }, "GET", "/v1/me")).status, 401);
});

test("an admin ends the sessions of others, and sees them; nobody else does", async () => {
  const one = await joined("Kim Dahl", "reviewer");
  const other = await joined("Ida Holm", "reviewer");
  type Sessions = { sessions: { id: string; person: { name: string } }[] };
  const all = (await as<Sessions>(admin, "GET", "/v1/sessions?of=all")).body.sessions;
  const kims = all.find((session) => session.person.name === "Kim Dahl")?.id ?? "";
  for (const whose of ["all", one.id]) assert.equal((await as(other, "GET", `/v1/sessions?of=${whose}`)).status, 403);
  assert.equal((await as(other, "DELETE", `/v1/sessions/${kims}`)).status, 404);
  assert.equal((await as(one, "GET", "/v1/me")).status, 200);
  assert.equal((await as(admin, "DELETE", `/v1/sessions/${kims}`)).status, 200);
  assert.equal((await as(one, "GET", "/v1/me")).status, 401);
  await as(admin, "DELETE", `/v1/people/${other.id}/sessions`);
  assert.equal((await as(other, "GET", "/v1/me")).status, 401);
});

test("notes and the owner of a claim are for the desk; a note names whom it calls, and the log has none of its words", async () => {
  const writer = await joined("Nora Lind", "reporter");
  const other = await joined("Olaf Dahl", "reviewer");
  const claim = (await as<{ id: string }>(admin, "POST", "/v1/claims", { ref: "noted", text: "The pier of Vik floats away at night" })).body
    .id;
  const path = `/v1/claims/${claim}/notes`;
  const made = await as<{ id: string; by: string; mentions: string[] }>(writer, "POST", path, { text: "@Olaf: told by phone to Inga" });
  assert.deepEqual([made.status, made.body.by, made.body.mentions], [201, `person:${writer.id}`, [other.id]]);
  assert.deepEqual((await events("note.added"))[0]?.detail, { note: made.body.id, mentions: [other.id], by: `person:${writer.id}` });
  assert.deepEqual(instance.tablesWith("told by phone to Inga"), ["note"]);
  assert.deepEqual([(await as(null, "GET", path)).status, (await as(null, "GET", `/c/${claim}`)).text.includes("Inga")], [401, false]);
  assert.equal((await as(writer, "POST", `/v1/claims/${claim}/owner`, { owner: "me" })).status, 403, "a reporter takes no claim");
  const taken = await as<{ owner: { name: string } }>(other, "POST", `/v1/claims/${claim}/owner`, { owner: "me" });
  assert.equal(taken.body.owner.name, "Olaf Dahl");
  assert.equal((await as(other, "POST", `/v1/claims/${claim}/owner`, { owner: `p${"0".repeat(26)}` })).status, 422);
  const read = await as<{ owner: { id: string }; notes: { text: string }[] }>(other, "GET", "/v1/claims/noted/notes");
  assert.deepEqual([read.body.owner.id, read.body.notes.map((note) => note.text)], [other.id, ["@Olaf: told by phone to Inga"]]);
  assert.equal((await as(admin, "PATCH", "/v1/claims/noted", { visibility: "public" })).status, 200);
  const feed = (await as(null, "GET", "/feed.atom")).text;
  assert.match(feed, /The pier of Vik/);
  assert.doesNotMatch(feed, /note\.|claim\.assigned|\bnote\b|Another editor/i, "the public feed has neither");
  assert.equal((await as(other, "DELETE", `${path}/${made.body.id}`)).status, 403, "it is another's");
  assert.equal((await as(writer, "DELETE", `${path}/${made.body.id}`)).status, 200);
  assert.equal((await as(writer, "DELETE", `${path}/${made.body.id}`)).status, 404);
  assert.deepEqual(instance.tablesWith("told by phone to Inga"), []);
});

test("what machines do is told as theirs", async () => {
  await as(admin, "POST", "/v1/documents", { text: "The clock of Osby has no hands, they say." }, { prefer: "wait" });
  const by = new Map(
    (await as<{ events: { type: string; detail: { by?: string } }[] }>(admin, "GET", "/v1/events?limit=1000")).body.events.map((e) => [
      e.type,
      e.detail.by,
    ]),
  );
  assert.equal(by.get("document.read"), "reader:1");
  assert.deepEqual(
    [...by].filter(([, who]) => who === undefined),
    [],
  );
});

test("who is signed out meanwhile is led back to the page of the form, not to where it was sent", async () => {
  const sent = (referer: string) => as(null, "POST", "/c/c00000000000000000000000000/change", "what=note&text=x", { ...FORM, referer });
  const answer = await sent("http://127.0.0.1/c/c00000000000000000000000000?as=editor");
  assert.equal(answer.status, 401);
  assert.match(answer.text, /You are signed out, so nothing was changed/);
  assert.match(answer.text, /value="\/c\/c00000000000000000000000000\?as=editor"/);
  assert.doesNotMatch((await sent("https://evil.example/c/x")).text, /evil|\/c\/x/);
});
