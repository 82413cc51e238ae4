/**
 * What subscribers are told while the database fails, runs are cut off and receivers answer whatever they like: every event at least once, those of
 * one claim in order, each signed. A run that is cut off is one whose batch throws: nothing after it happens.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { DAY, HOUR } from "../../shared/durations.ts";
import { evaluation } from "../support/evaluation.ts";
import { fixtures } from "../support/fixtures.ts";
import { random } from "../support/random.ts";
import { Instance } from "./support/instance.ts";

const EVENTS = process.env["WHENCE_FULL"] ? 10_000 : 600;
const CLAIMS = 40;
/** A fault comes with each of these, one in so many. */
const CUT_OFF = 12;
const MISBEHAVES = 4;

// By names that the compiler does not follow: it would ask for the types of Workers, which tests do without.
const { notify } = (await import(String("../../workers/notify/notify.ts"))) as {
  notify(db: unknown, world: unknown, ms: number): Promise<number>;
};
const { Db } = (await import(String("../../workers/store/d1.ts"))) as { Db: new (d1: unknown) => unknown };

const { packLog } = (await import(String("../../workers/pipeline/seal.ts"))) as { packLog(db: unknown, now: number): Promise<number> };

const draw = random(20261127);
const oneIn = (n: number) => draw() < 1 / n;

interface Got {
  claim: string;
  seq: number;
}
const got: Got[] = [];
let secret = "";
let calm = false;
let forged = 0;
const receiver = createServer((request, response) => {
  let text = "";
  request.on("data", (part: Buffer) => {
    text += part.toString();
  });
  request.on("end", () => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    // The clock of the runs is ahead of this one's, so that the library's own `verify` would call every message too new.
    const signed = new Webhook(secret).sign(headers["webhook-id"] ?? "", new Date(Number(headers["webhook-timestamp"]) * 1000), text);
    if (headers["webhook-signature"] !== signed) forged++;
    const { data } = JSON.parse(text) as { data: { id: string; seq: number } };
    const own = { claim: data.id.split("_")[2] ?? "", seq: data.seq };
    const misbehaves = !calm && oneIn(MISBEHAVES);
    const [answer = 200, extra = {}] = misbehaves
      ? (([[500], [503], [404], [301], [429, { "retry-after": "30" }], [0], [-1]] as [number, object?][])[Math.floor(draw() * 7)] ?? [])
      : [];
    // It may take a message and lose its answer (-1), or never take it (0).
    if (answer === 200 || answer === -1) got.push(own);
    if (answer <= 0) return request.socket.destroy();
    response.writeHead(answer, extra as Record<string, string>).end();
  });
});
before(() => new Promise<void>((done) => receiver.listen(0, "localhost", done)));
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});

test(`${EVENTS} events over ${CLAIMS} claims arrive, in order a claim, whatever fails between`, async (t) => {
  const place = `localhost:${(receiver.address() as AddressInfo).port}`;
  const instance = new Instance(null, { CRAWL_ALLOW: place });
  const made = await instance.call<{ secret: string }>("POST", "/v1/subscriptions", {
    kind: "webhook",
    name: "receiver",
    target: `http://${place}/`,
    filter: { types: ["claim.*"] },
  });
  assert.equal(made.status, 201, made.text);
  secret = made.body.secret;
  const claims = Array.from({ length: CLAIMS }, (_, i) => `c${String(i).padStart(26, "0")}`);
  const insert = instance.db.prepare("INSERT INTO event (at, type, subject, detail) VALUES (?, ?, ?, '{}')");
  const [first = { seq: 0 }] = instance.sql<{ seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM event");
  for (let i = 0; i < EVENTS; i++) insert.run(1, oneIn(9) ? "document.other" : "claim.changed", claims[Math.floor(draw() * CLAIMS)] ?? "");
  const expected = instance.sql<{ seq: number; subject: string }>(
    "SELECT seq, subject FROM event WHERE type = 'claim.changed' AND seq > ?",
    first.seq,
  );

  let clock = Date.now();
  const world = { now: () => clock, random: draw, addresses: { allow: [place] }, mailbox: {} };
  const waits = () => instance.sql("SELECT 1 FROM delivery LIMIT 1").length > 0;
  const behind = () => instance.sql("SELECT 1 FROM subscription WHERE cursor < (SELECT max(seq) FROM event)").length > 0;
  let runs = 0;
  let cuts = 0;
  for (; runs < 5000 && (waits() || behind()); runs++) {
    calm = runs > 300;
    const run = () => notify(new Db(instance.d1), world, 1000);
    const cut = (_: number, __: unknown, commit: () => unknown) => {
      if (calm || !oneIn(CUT_OFF)) return commit();
      cuts++;
      if (oneIn(2)) commit();
      throw new Error("the isolate was ended");
    };
    await instance.interfered(cut, run).catch(() => 0);
    // Retries come within minutes to hours: the clock goes on to the next.
    const [next] = instance.sql<{ at: number }>("SELECT min(due_at) AS at FROM delivery WHERE state = 'waiting'");
    clock = Math.max(clock + 1000, next?.at ?? 0);
    instance.sql("UPDATE delivery SET state = 'waiting', attempts = 0 WHERE state = 'dead'");
    instance.sql("UPDATE subscription SET enabled = 1");
  }
  t.diagnostic(`${got.length} received of ${expected.length}, ${runs} runs, ${cuts} cut off`);
  assert.ok(cuts > 10, "runs were cut off at all");
  assert.equal(forged, 0);
  const received = new Set(got.map(({ seq }) => seq));
  assert.deepEqual(
    expected.filter(({ seq }) => !received.has(seq)),
    [],
  );
  for (const claim of claims) {
    const seqs = got.filter((one) => one.claim === claim).map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      [...seqs].sort((a, b) => a - b),
      claim,
    );
  }
});

test("events of more than a week ago are told to a subscription that was switched off, or wants them anew", async () => {
  calm = true;
  const place = `localhost:${(receiver.address() as AddressInfo).port}`;
  const instance = new Instance(null, { CRAWL_ALLOW: place });
  const { body } = await instance.call<{ id: string; secret: string }>("POST", "/v1/subscriptions", {
    kind: "webhook",
    name: "receiver",
    target: `http://${place}/`,
  });
  secret = body.secret;
  let clock = Date.now();
  const told = async () => {
    got.length = 0;
    const world = { now: () => clock, random: draw, addresses: { allow: [place] }, mailbox: {} };
    while (await notify(new Db(instance.d1), world, 1000)) clock += HOUR;
    return got.map(({ claim, seq }) => `${seq} ${claim}`).sort();
  };
  await instance.call("POST", "/v1/claims", { text: "The ferry of Ullsby has never been paid for" });
  await instance.call("POST", "/v1/documents", { text: "The ferry of Ullsby has never been paid for." }, { prefer: "wait" });
  const all = await told();
  assert.ok(all.length > 1, all.join());
  await instance.call("PATCH", `/v1/subscriptions/${body.id}`, { enabled: false });
  await instance.call("POST", "/v1/documents", { text: "Never, ever, has the ferry of Ullsby been paid for." }, { prefer: "wait" });
  await instance.nightly();
  await instance.scheduled();
  assert.equal(await packLog(new Db(instance.d1), Date.now() + 8 * DAY), 1);
  await instance.call("PATCH", `/v1/subscriptions/${body.id}`, { enabled: true });
  const later = await told();
  assert.ok(later.length > 0);
  await instance.call("POST", `/v1/subscriptions/${body.id}/replay`, { after: 0 });
  assert.deepEqual(await told(), [...all, ...later].sort());
  // A message that waits while its event is packed.
  const [seq = "", claim = ""] = (later[0] ?? "").split(" ");
  const add = "INSERT INTO delivery (subscription_id, claim_id, seq, state, due_at) VALUES (?, ?, ?, 'waiting', 0)";
  instance.db.prepare(add).run(body.id, claim, Number(seq));
  assert.deepEqual(await told(), [later[0]]);
});

test("a receiver that does not answer holds up no other, and no message is tried by two runs at once", async (t) => {
  const instance = new Instance(null, {});
  const subscribe = (host: string) =>
    instance.call<{ id: string }>("POST", "/v1/subscriptions", { kind: "slack", name: host, target: `https://${host}.ullsby-paper.org/` });
  for (const host of ["up", "hangs"]) assert.equal((await subscribe(host)).status, 201);
  for (let i = 0; i < 20; i++)
    await instance.call("POST", "/v1/claims", { text: `Pier ${i} of Ullsby has never been paid for`, visibility: "public" });
  const start = Date.now();
  let clock = start;
  const asked: { host: string; at: number }[] = [];
  t.mock.method(globalThis, "fetch", async (url: string) => {
    const host = new URL(url).hostname.split(".")[0] ?? "";
    const at = clock;
    asked.push({ host, at });
    await new Promise(setImmediate);
    if (host === "up") return new Response("ok");
    clock = Math.max(clock, at + 15_000);
    throw new Error("no answer");
  });
  const world = { now: () => clock, random: () => 0, addresses: {}, mailbox: {} };
  const count = (host: string) => asked.filter((one) => one.host === host).length;
  await notify(new Db(instance.d1), world, 1000);
  assert.equal(count("up"), 20);
  assert.ok(count("hangs") >= 1 && count("hangs") <= 5, String(count("hangs")));
  const [least] = instance.sql<{ at: number }>("SELECT min(due_at) AS at FROM delivery WHERE state = 'waiting' AND attempts = 0");
  assert.ok((least?.at ?? 0) >= clock, "the others are leased as long as this run may try them");
});

test("no spelling of an address within is subscribed, whatever the channel", async (t) => {
  const file = evaluation("hostile/ssrf-urls.json");
  const others = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
  const own = fixtures<{ url: string }>("hostile/loopback-urls").flatMap(({ url }) => [url.replace(":P", ""), url.replace(":P", ":8080")]);
  const instance = new Instance(null, {});
  // Names of the public internet are no addresses within, and are posted to.
  const { badAddress } = (await import(String("../../workers/sources/http/policy.ts"))) as { badAddress(url: string): string | null };
  const spellings = [...own, ...others].filter((url) => badAddress(url) !== null);
  for (const target of spellings)
    for (const kind of ["webhook", "slack", "discord"]) {
      const made = await instance.call("POST", "/v1/subscriptions", { kind, name: "x", target });
      assert.equal(made.status, 422, `${kind} ${target}`);
    }
  t.diagnostic(`${spellings.length} of ${own.length + others.length} spellings are of addresses within`);
  assert.equal(own.filter((url) => badAddress(url) === null).length, 0);
});

test("mail goes at once or as one a day; a limit is waited for, and an address that bounced is written to no more", async () => {
  const mails: { to: string; subject: string; text: string; headers: Record<string, string> }[] = [];
  let refusal: string | null = null;
  const MAIL = {
    send: async (mail: (typeof mails)[number]) => {
      if (refusal) throw Object.assign(new Error(`no mail to ${mail.to}`), { code: refusal });
      mails.push(mail);
    },
  };
  const mailbox = { MAIL, MAIL_FROM: "desk@paper.example" };
  const instance = new Instance(null, mailbox);
  const subscribed: Record<string, string> = {};
  for (const pace of ["at-once", "daily"]) {
    const wish = { kind: "mail", name: "The\ndesk", target: `${pace}@paper.example`, pace, filter: { types: ["claim.created"] } };
    const { status, text, body } = await instance.call<{ id: string }>("POST", "/v1/subscriptions", wish);
    assert.equal(status, 201, text);
    subscribed[pace] = body.id;
  }
  let clock = Date.parse("2026-11-27T06:00:00Z");
  const told = async (ms: number) => {
    clock += ms;
    mails.length = 0;
    await notify(new Db(instance.d1), { now: () => clock, random: draw, addresses: {}, mailbox }, 1000);
    return mails.map(({ to }) => to);
  };
  const claim = (text: string) => instance.call<{ id: string }>("POST", "/v1/claims", { text });
  await claim("The lock of Ærø – “the old one” – was sold to 船厂");
  assert.deepEqual(await told(1000), ["at-once@paper.example"]);
  assert.match(mails[0]?.subject ?? "", /^The desk: A claim was entered$/);
  assert.ok(mails[0]?.text.startsWith("The lock of Ærø – “the old one” – was sold to 船厂\n"));
  assert.equal(mails[0]?.headers["Auto-Submitted"], "auto-generated");
  await claim("The ferry of Exampleton was sold twice");
  assert.deepEqual(await told(1000), ["at-once@paper.example"]);
  assert.deepEqual(await told(3_600_000), ["daily@paper.example"], "at seven");
  assert.equal(mails[0]?.subject, "The desk: 2 changes");
  assert.match(
    mails[0]?.text ?? "",
    /船厂\n[\s\S]*- 2[^\n]+ UTC {2}A claim was entered\n\nThe ferry[\s\S]*To change or end it: \S+\/alerts\n$/,
  );

  const { body: changing } = await instance.call<{ id: string }>("POST", "/v1/subscriptions", {
    kind: "mail",
    name: "Changes",
    target: "changes@paper.example",
    pace: "daily",
    filter: { types: ["claim.changed"] },
  });
  const { body: changed } = await claim("The market of Exampleton is held at night");
  for (let n = 0; n < 60; n++) await instance.call("PATCH", `/v1/claims/${changed.id}`, { subject: `Market ${n}` });
  await told(1000);
  refusal = "E_INTERNAL_SERVER_ERROR";
  await told(24 * 3_600_000);
  refusal = null;
  assert.deepEqual(
    (await told(60_000)).filter((to) => to === "changes@paper.example"),
    ["changes@paper.example"],
    "what failed together comes together",
  );
  assert.equal(mails.find(({ to }) => to === "changes@paper.example")?.subject, "Changes: 60 changes", "of one claim in one mail");
  await instance.call("DELETE", `/v1/subscriptions/${changing.id}`);

  const stateOf = async () =>
    (await instance.call<{ enabled: boolean; why: string | null }>("GET", `/v1/subscriptions/${subscribed["at-once"]}`)).body;
  refusal = "E_DAILY_LIMIT_EXCEEDED";
  await claim("The third thing of Exampleton");
  assert.deepEqual(await told(1000), []);
  refusal = null;
  assert.deepEqual(await told(600_000), [], "an hour is waited");
  assert.deepEqual(await told(3_600_000), ["at-once@paper.example"]);
  refusal = "E_RECIPIENT_SUPPRESSED";
  await claim("The fourth thing of Exampleton");
  assert.deepEqual(await told(1000), []);
  const { enabled, why } = await stateOf();
  assert.deepEqual([enabled, /E_RECIPIENT_SUPPRESSED.*no mail to …$/.test(why ?? "")], [false, true], why ?? "");
  instance.close();
  const without = new Instance();
  const refused = await without.call("POST", "/v1/subscriptions", { kind: "mail", name: "Desk", target: "desk@paper.example" });
  assert.deepEqual([refused.status, /#\/target.*has no mail: bind MAIL/.test(refused.text)], [422, true], refused.text);
  without.close();
});
