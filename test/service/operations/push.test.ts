/** What subscribers are told: every event at least once, of one claim in order, signed, whatever the receiver does. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { xId } from "../support/corpus.ts";
import { KEY, openService, type Service } from "../support/harness.ts";

interface Got {
  type: string;
  data: { seq: number; claim: { id: string; text: string } | null; appearance: { stance: string } | null };
}
let service: Service;
let got: Got[] = [];
/** How the receiver answers the next requests; 200 when it is empty. */
let answers: (number | "drop")[] = [];
let secrets: string[] = [];
let answerTo: (body: Got) => number = () => 200;
const receiver = createServer((request, response) => {
  let text = "";
  request.on("data", (part: Buffer) => {
    text += part.toString();
  });
  request.on("end", () => {
    const body = JSON.parse(text) as Got;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    assert.equal(headers["user-agent"], "Whence");
    if (headers["webhook-signature"])
      assert.ok(
        secrets.some((secret) => verifies(secret, text, headers)),
        "the signature holds",
      );
    const answer = answers.shift() ?? answerTo(body);
    if (answer === "drop") return request.socket.destroy();
    if (answer < 300) got.push(body);
    response.writeHead(answer, answer === 429 ? { "retry-after": "120" } : {}).end();
  });
});
function verifies(secret: string, text: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}
let place = "";
before(async () => {
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  place = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  service = await openService({ WHENCE_ENV: "production", PUBLISH: "all", CRAWL_ALLOW: place });
});
after(async () => {
  await service.close();
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  await service.fresh();
  [got, answers, secrets] = [[], [], []];
  answerTo = () => 200;
});

type Made = { id: string; secret: string | null; feeds: string[]; enabled: boolean; why: string | null; delivered: number };
async function subscribe(change: object = {}): Promise<Made> {
  const made = await service.call<Made>("POST", "/v1/subscriptions", {
    kind: "webhook",
    name: "desk",
    target: `http://${place}/hook`,
    ...change,
  });
  assert.equal(made.status, 201, made.text);
  if (made.body.secret) secrets.push(made.body.secret);
  return made.body;
}
const claim = async (text: string) => (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
const reword = (id: string, text: string) => service.call("PATCH", `/v1/claims/${id}`, { text });
let posts = 0;
async function post(text: string): Promise<string> {
  const at = new Date(Date.UTC(2026, 2, 1, 0, posts++)).toISOString();
  const { body } = await service.add({ url: `https://x.com/ada/status/${xId(at)}`, author: { handle: "ada" }, text });
  return body.id;
}
const read = async (id: string) => (await service.get<Made>(`/v1/subscriptions/${id}`)).body;
/** Runs the minute's work, with everything due that waits for another attempt. */
async function minute(): Promise<void> {
  await service.sql("UPDATE delivery SET due_at = 0 WHERE state = 'waiting'");
  await service.scheduled();
}
const waiting = async () => Number((await service.sql<{ n: number }>("SELECT count(*) AS n FROM delivery WHERE state = 'waiting'"))[0]?.n);

test("what happens from now on is told, with the claim and how a document is seen with it", async () => {
  await claim("The mill at Sandby burnt down");
  await subscribe();
  const id = await claim("The harbour bridge at Lindvik was sold twice");
  await post("The harbour bridge at Lindvik was sold twice");
  await minute();
  assert.deepEqual(
    got.map(({ type, data }) => [type, data.claim?.id, data.appearance?.stance]),
    [
      ["claim.created", id, undefined],
      ["document.read", id, "support"],
    ],
  );
  await minute();
  assert.equal(got.length, 2, "and only once");
});

test("of one claim everything comes in order, however often the receiver fails; other claims are not held up", async () => {
  const { id } = await subscribe({ filter: { types: ["claim.*"] } });
  const [one, other] = [await claim("The ferry of Norholm has no boats"), await claim("The museum of Tarnby lent out a forgery")];
  for (let n = 0; n < 4; n++) await reword(one, `The ferry of Norholm has no boats, ${n}`);
  answerTo = ({ data }) => (data.claim?.id === one ? 500 : 200);
  await minute();
  assert.deepEqual(
    got.map(({ data }) => data.claim?.id),
    [other],
  );
  assert.match((await read(id)).why ?? "", /answered 500/);
  answerTo = () => 200;
  answers = [503, "drop", 429, 302, 404];
  for (let runs = 0; runs < 12 && (await waiting()); runs++) await minute();
  const ofOne = got.filter(({ data }) => data.claim?.id === one).map(({ data }) => data.seq);
  assert.equal(ofOne.length, 5);
  assert.deepEqual(
    ofOne,
    [...ofOne].sort((a, b) => a - b),
  );
  assert.deepEqual([(await read(id)).why, (await read(id)).delivered], [null, 6]);
});

test("a receiver that asks to wait is waited for; one that answers 410 is told nothing more", async () => {
  const { id } = await subscribe({ filter: { types: ["claim.*"] } });
  await claim("The night train to Ostwick never ran");
  answers = [429];
  const sent = Date.now();
  await service.scheduled();
  const [{ due } = { due: 0 }] = await service.sql<{ due: number }>("SELECT due_at AS due FROM delivery");
  assert.ok(due >= sent + 120_000, "Retry-After: 120");
  answers = [410];
  await minute();
  assert.deepEqual([(await read(id)).enabled, got.length], [false, 0]);
  await minute();
  assert.equal(got.length, 0);
  const filterOf = async () => (await service.get<{ filter: object }>(`/v1/subscriptions/${id}`)).body.filter;
  const filter = await filterOf();
  await service.call("PATCH", `/v1/subscriptions/${id}`, { enabled: true });
  assert.deepEqual(await filterOf(), filter, "what is not named stays");
  assert.equal((await service.call("PATCH", `/v1/subscriptions/${id}`, { pace: "daily" })).status, 422, "daily is for mail only");
  await minute();
  assert.equal(got.length, 1, "switched on again, it gets what waited");
});

test("after three days a message is given up, and can be sent again; the log can be told anew", async () => {
  const { id } = await subscribe({ filter: { types: ["claim.*"] } });
  await claim("The clock of Elmsund stood still");
  answerTo = () => 500;
  for (let runs = 0; runs < 10; runs++) await minute();
  const { body } = await service.get<{ deliveries: { state: string; attempts: number }[] }>(`/v1/subscriptions/${id}/deliveries`);
  assert.deepEqual(
    body.deliveries.map(({ state, attempts }) => [state, attempts]),
    [["dead", 10]],
  );
  answerTo = () => 200;
  assert.deepEqual((await service.call("POST", `/v1/subscriptions/${id}/replay`, {})).body, { revived: 1 });
  await minute();
  assert.equal(got.length, 1);
  await service.call("POST", `/v1/subscriptions/${id}/replay`, { after: 0 });
  await minute();
  assert.equal(got.length, 2);
});

test("what readers may no longer see is not told to who asked for what they see", async () => {
  await subscribe({ filter: { sure: true } });
  const id = await claim("The mayor of Hova sold the town's only bridge");
  answerTo = () => 500;
  await minute();
  assert.equal(got.length, 0);
  await service.call("PATCH", `/v1/claims/${id}`, { visibility: "private" });
  answerTo = () => 200;
  for (let i = 0; i < 3; i++) await minute();
  assert.deepEqual(got, []);
  assert.equal(await waiting(), 0);
});

test("a rotated secret signs beside the new one for a day", async () => {
  const { id, secret } = await subscribe({ filter: { types: ["claim.*"] } });
  const rotated = await service.call<{ secret: string }>("POST", `/v1/subscriptions/${id}/rotate`, {});
  assert.notEqual(rotated.body.secret, secret);
  for (const only of [secret ?? "", rotated.body.secret]) {
    secrets = [only];
    await claim(`The bells of Tarnby are silver, says ${only.slice(-4)}`);
    await minute();
  }
  assert.equal(got.length, 2);
});

test("a test message tells how it ended; private addresses are refused when they are given", async () => {
  const { id } = await subscribe();
  answers = [418];
  const tried = await service.call("POST", `/v1/subscriptions/${id}/test`, {});
  assert.deepEqual(tried.body, { status: 418, taken: false, why: "answered 418" });
  for (const target of [
    "http://127.0.0.1/x",
    "http://10.0.0.1/x",
    "http://[::1]/x",
    "http://localhost/x",
    "https://metadata.internal/",
    "ftp://paper.org/x",
    "https://me:pw@paper.org/",
  ]) {
    const { status, body } = await service.call<{ errors: { pointer: string }[] }>("POST", "/v1/subscriptions", {
      kind: "webhook",
      name: "x",
      target,
    });
    assert.deepEqual([status, body.errors[0]?.pointer], [422, "#/target"], target);
  }
});

test("Slack and Discord get what they take; a feed has its own secret address, and ends with its subscription", async () => {
  const bodies: unknown[] = [];
  answerTo = (body) => {
    bodies.push(body);
    return 200;
  };
  for (const kind of ["slack", "discord"]) await subscribe({ kind, filter: { types: ["claim.*"] } });
  const feed = await subscribe({ kind: "feed", target: undefined });
  await claim("The weir at Ambleford was opened at night");
  await minute();
  assert.deepEqual(bodies.map((body) => Object.keys(body as object)[0]).sort(), ["content", "text"]);
  for (const address of feed.feeds) {
    const answer = await service.anonymous("GET", new URL(address).pathname);
    assert.equal(answer.status, 200, address);
    assert.match(answer.text, /The weir at Ambleford/);
  }
  assert.match((await service.anonymous("GET", "/feed.atom")).text, /The weir at Ambleford/);
  await service.call("DELETE", `/v1/subscriptions/${feed.id}`);
  assert.equal((await service.anonymous("GET", new URL(feed.feeds[0] ?? "").pathname)).status, 404);
});

test("a subscription belongs to the key that made it", async () => {
  const reader = (await service.call<{ key: string }>("POST", "/v1/keys", { name: "r", scopes: ["read"] })).body.key;
  const { id } = await subscribe();
  const as = (method: string, path: string, body?: unknown) => service.anonymous(method, path, body, { authorization: `Bearer ${reader}` });
  assert.equal((await as("GET", `/v1/subscriptions/${id}`)).status, 404);
  assert.equal((await as("DELETE", `/v1/subscriptions/${id}`)).status, 404);
  assert.deepEqual((await as("GET", "/v1/subscriptions")).body, { subscriptions: [], next: null });
  assert.equal((await service.anonymous("GET", "/v1/subscriptions")).status, 401);
});

test("who may no longer read is told nothing more", async () => {
  const key = (await service.call<{ key: string; id: string }>("POST", "/v1/keys", { name: "leaves", scopes: ["read"] })).body;
  const made = await service.anonymous<Made>(
    "POST",
    "/v1/subscriptions",
    { kind: "feed", name: "mine" },
    { authorization: `Bearer ${key.key}` },
  );
  const feed = new URL(made.body.feeds[0] ?? "").pathname;
  assert.equal((await service.anonymous("GET", feed)).status, 200);
  await service.call("DELETE", `/v1/keys/${key.id}`);
  assert.equal((await service.anonymous("GET", feed)).status, 404);
  const { enabled, why } = await read(made.body.id);
  assert.deepEqual([enabled, why], [false, "its key was revoked"]);
});

/** The cookie of a session by the development key. */
async function signedIn(): Promise<string> {
  const answer = await service.anonymous("POST", "/signin", new TextEncoder().encode(`key=${KEY}`), {
    "content-type": "application/x-www-form-urlencoded",
  });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

test("the page: begin, test, switch off, get a new secret, end; what is wrong is said, and what was typed is kept", async () => {
  const cookie = { cookie: await signedIn() };
  const send = (fields: Record<string, string>) =>
    service.anonymous("POST", "/alerts", new TextEncoder().encode(String(new URLSearchParams(fields))), {
      "content-type": "application/x-www-form-urlencoded",
      ...cookie,
    });
  assert.equal((await service.anonymous("GET", "/alerts")).status, 401);
  const id = await claim("The tower of Elmsund leans to the east");
  const wrong = await send({ do: "make", kind: "webhook", name: "Desk bot", target: "http://10.0.0.1/", subject: "claims", claim: id });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /may not be posted to: .+\. Give a public address; on your own machine, start with CRAWL_ALLOW=HOST:PORT/);
  assert.match(wrong.text, /value="?Desk bot/);
  const made = await send({
    do: "make",
    kind: "webhook",
    name: "Desk bot",
    target: `http://${place}/hook`,
    subject: "claims",
    claim: `https://w.example/c/${id}`,
  });
  assert.equal(made.status, 200, made.text);
  secrets.push(/whsec_[\w+/=]+/.exec(made.text)?.[0] ?? "");
  const own = /name="id" value="(n[0-9a-z]{26})"/.exec(made.text)?.[1] ?? "";
  const did = async (act: string) => (await send({ do: act, id: own })).text;
  assert.match(await did("test"), /The test message was delivered/);
  await reword(id, "The tower of Elmsund leans to the west");
  await claim("Another claim, which nobody follows");
  await minute();
  assert.deepEqual(
    got.map(({ type, data }) => [type, data.claim?.id ?? null]),
    [
      ["test.sent", null],
      ["claim.changed", id],
    ],
  );
  assert.match(await did("off"), /is off/);
  assert.match(await did("rotate"), /whsec_/);
  assert.match(await did("end"), /was ended/);
  assert.match(await did("test"), /This alert does not exist any more/);
});
