/** Documents of open claims are visited again: changed texts become revisions, deleted pages are noticed, failures say nothing. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const HOST = "gazette.oldenmoor.org";
const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org", PUBLISH: "all" });
after(async () => {
  await service.close();
  outside.close();
});

const CLAIM = "The mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad";
const url = `https://${HOST}/news/mill`;
const story = [
  "A rumor that the mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad has travelled through the valley in three days.",
  "The miller was not at the meeting. Neighbours say that carts come at night and leave before dawn, and that nobody knows what they bring.",
];
/** What the paper's server does; tests change it. */
const paper = { status: 200, body: story, advert: "Buy two loaves", head: "", robots: "", requests: 0 };
const page = () =>
  `<!doctype html><html lang="en"><head><title>The mill of Oldenmoor</title><meta property="article:published_time" content="2025-04-07T10:00:00Z">${paper.head}</head>
   <body><nav><a href="/">Home</a></nav><aside class="advert">${paper.advert}</aside><article><h1>The mill of Oldenmoor</h1>${paper.body.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`;
outside.hosts.set(HOST, (request) => {
  if (new URL(request.url).pathname === "/robots.txt") return new Response(paper.robots, { headers: { "content-type": "text/plain" } });
  paper.requests++;
  if (paper.status !== 200) return new Response("no", { status: paper.status, headers: { "content-type": "text/html" } });
  return new Response(page(), { headers: { "content-type": "text/html; charset=utf-8" } });
});

interface Document {
  text: string;
  availability: {
    state: string;
    checkedAt: string | null;
    presentAt: string | null;
    absentAt: string | null;
    correctedAt: string | null;
    why: string | null;
  } | null;
}
let claim = "";
let id = "";
const read = async () => (await service.get<Document>(`/v1/documents/${id}`)).body;
const revisions = async () => (await service.get<{ revisions: unknown[] }>(`/v1/documents/${id}/revisions`)).body.revisions.length;
const visit = async () =>
  (
    await service.sql<{ due_at: number | null; interval: number; outcome: string }>("SELECT * FROM visit WHERE id = ?1", `revisit:${id}`)
  )[0];
const events = async (type: string) =>
  (await service.sql<{ detail: string }>("SELECT detail FROM event WHERE type = ?1 AND subject = ?2", type, id)).map((e) =>
    JSON.parse(e.detail),
  );
/** As if its time had come, and so long had passed since it was first absent. */
async function again(passed = 0): Promise<void> {
  await service.sql(
    "UPDATE visit SET due_at = 1, memo = CASE WHEN memo ->> 'absent' THEN json_set(memo, '$.absent', (memo ->> 'absent') - ?1) ELSE memo END WHERE id = ?2",
    passed,
    `revisit:${id}`,
  );
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  await service.settle();
}
const row = async (asOf = "") => {
  const answer = await service.get<{
    revision: number;
    events: { document: string; response: { type: string; actor: { name: string } } | null; availability: { state: string } | null }[];
  }>(`/v1/claims/${claim}/timeline${asOf}`);
  return { revision: answer.body.revision, events: answer.body.events.filter((e) => e.document === id) };
};
const HOUR = 3_600_000;

test("a document that an open claim is seen in is planned to be seen again in an hour; others are not", async () => {
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  id = (await service.add({ kind: "article", url, html: page() })).body.id;
  await service.add({
    kind: "article",
    url: `https://${HOST}/news/weather`,
    title: "Rain",
    text: "It rains in Rimstad, as it does in April. Farmers are content with it.",
  });
  assert.equal((await read()).availability, null);
  await service.scheduled();
  assert.equal(paper.requests, 0, "it is not due yet");
  const visits = await service.sql<{ id: string; due_at: number }>("SELECT id, due_at FROM visit WHERE purpose = 'revisit'");
  assert.deepEqual(
    visits.map((v) => v.id),
    [`revisit:${id}`],
  );
  assert.deepEqual(await service.sql("SELECT id FROM visit WHERE purpose = 'archive'"), [], "no archive is asked that is not configured");
  assert.ok(Math.abs((visits[0]?.due_at ?? 0) - Date.now() - HOUR) < 60_000);
});

test("another advert is no revision; the next look is later", async () => {
  paper.advert = "Buy three loaves, and a cake";
  await again();
  assert.equal(paper.requests, 1);
  assert.equal(await revisions(), 1);
  assert.deepEqual([(await visit())?.outcome, (await visit())?.interval], ["ok", 3 * HOUR]);
  assert.equal((await read()).availability?.state, "live");
  assert.deepEqual(await events("document.changed"), []);
});

test("another text is a revision, told on the timeline and in the log; the next look is soon", async () => {
  paper.body = [...story, "The miller has meanwhile asked the council for a hearing, which is to be held on Friday in the old hall."];
  await again();
  assert.equal(await revisions(), 2);
  assert.equal((await visit())?.interval, HOUR);
  assert.equal((await read()).availability?.state, "changed");
  assert.equal((await events("document.changed")).length, 1);
  assert.equal((await row()).events[0]?.availability?.state, "changed");
});

test("an edit that is taken back is a change too", async () => {
  paper.body = story;
  await again();
  assert.equal(await revisions(), 3);
  assert.doesNotMatch((await read()).text, /hearing/);
  assert.equal((await events("document.changed")).length, 2);
});

test("a correction is noticed, and is the publisher's response to the claim that it is about", async () => {
  paper.body = [
    ...story,
    `Correction: An earlier version of this article said that the mill of Oldenmoor grinds bones into flour. It grinds rye.`,
  ];
  await again();
  const [event] = (await row()).events.filter((e) => e.response);
  assert.equal(event?.response?.type, "correction");
  assert.match(event?.response?.actor.name ?? "", /oldenmoor/);
  assert.deepEqual(await events("document.corrected"), [{ revision: 4, kind: "correction", by: "reader:1" }]);
  assert.ok((await read()).availability?.correctedAt);
  assert.equal((await row()).events[0]?.availability?.state, "corrected");
});

for (const [name, change, state] of [
  ["a server error", () => Object.assign(paper, { status: 500 }), "unknown"],
  ["a refusal", () => Object.assign(paper, { status: 403 }), "blocked"],
] as const)
  test(`${name} says nothing of whether it is there`, async () => {
    change();
    await again();
    await again(10 * HOUR);
    const { availability } = await read();
    assert.equal(availability?.state, state);
    assert.ok(availability?.why);
    assert.ok(availability?.checkedAt, "when it was last seen stays known");
    assert.deepEqual(await events("document.gone"), []);
    await service.sql("UPDATE host SET failures = 0");
  });

let before = "";
test("absent once is unknown; absent again, long enough after, is gone: present at T1, absent at T2", async () => {
  paper.status = 404;
  const from = Date.now();
  await again();
  const first = (await read()).availability;
  assert.equal(first?.state, "unknown");
  assert.ok(Date.parse(first?.presentAt ?? "") < from && Date.parse(first?.absentAt ?? "") >= from);
  await again();
  assert.equal((await read()).availability?.state, "unknown", "a minute later is the same absence");
  assert.deepEqual(await events("document.gone"), []);
  before = await moment();
  const { revision } = await row();
  await again(2 * HOUR);
  assert.equal((await read()).availability?.state, "gone");
  assert.equal((await events("document.gone")).length, 1);
  const after = await row();
  assert.equal(after.revision, revision + 1);
  assert.deepEqual(
    after.events.map((e) => e.availability?.state),
    after.events.map(() => "gone"),
  );
  await again();
  assert.equal((await events("document.gone")).length, 1, "told once");
});

test("what was known before is told as it was", async () => {
  assert.deepEqual(
    (await row(`?asOf=${before}`)).events.map((e) => e.availability?.state),
    ["corrected", "corrected"],
  );
});

test("a page that comes back is available again, and its return is told once", async () => {
  paper.status = 200;
  await again();
  assert.equal((await read()).availability?.state, "changed");
  assert.equal((await events("document.returned")).length, 1);
  assert.equal((await row()).events[0]?.availability?.state, "corrected");
  assert.equal((await visit())?.interval, HOUR);
});

test("robots.txt that forbids it now: blocked", async () => {
  paper.robots = "User-agent: *\nDisallow: /news/";
  await service.sql("UPDATE host SET robots = NULL");
  const { requests } = paper;
  await again();
  assert.equal(paper.requests, requests);
  assert.equal((await read()).availability?.state, "blocked");
  paper.robots = "";
  await service.sql("UPDATE host SET robots = NULL");
});

test("a claim that is no longer open is looked at no more; opened again, its documents are", async () => {
  await service.call("PATCH", `/v1/claims/${claim}`, { status: "archived" });
  await again();
  assert.equal((await visit())?.due_at, null);
  await service.call("PATCH", `/v1/claims/${claim}`, { status: "open" });
  await service.scheduled();
  assert.ok((await visit())?.due_at);
});

test("looks become rarer, and end after a month", async () => {
  const steps: (number | null)[] = [];
  for (let i = 0; i < 9 && (await visit())?.due_at !== null; i++) {
    await again();
    const one = await visit();
    steps.push(one?.due_at === null ? null : (one?.interval ?? 0) / HOUR);
  }
  assert.deepEqual(steps, [3, 12, 24, 72, 168, 720, null]);
});

test("every invariant holds after all of this", async () => {
  await service.assertSound();
});

test("a page that is visited by hand and has not changed is told as that, not as one that cannot be read", async () => {
  const tagged = "tagged.oldenmoor.org";
  outside.hosts.set(tagged, (request) => {
    if (new URL(request.url).pathname === "/robots.txt") return new Response("", { headers: { "content-type": "text/plain" } });
    if (request.headers.get("if-none-match") === '"1"') return new Response(null, { status: 304 });
    return new Response(page(), { headers: { "content-type": "text/html", etag: '"1"' } });
  });
  const add = async (more: Record<string, string>) => {
    await service.sql("UPDATE host SET next_at = 0");
    const body = new FormData();
    for (const [name, value] of Object.entries({ url: `https://${tagged}/mill`, ...more })) body.append(name, value);
    const answer = await fetch(new URL("/add", service.origin()), { method: "POST", body, redirect: "manual" });
    return /\?(.*)/.exec(answer.headers.get("location") ?? "")?.[1] ?? `${answer.status}`;
  };
  assert.deepEqual([await add({}), await add({}), await add({ again: "yes" })], ["added=accepted", "added=same", "did=visited"]);
});

test("an edited post is not gone because its server does not tell its versions, nor its source in trouble", async () => {
  const host = "posts.oldenmoor.org";
  const number = "114432123456789012";
  const address = `https://${host}/@ann/${number}`;
  const text = `They say ${CLAIM.replace("The", "the")}, and that the carts come at night`;
  const post = (words: string, edited_at: string | null) => ({
    id: number,
    uri: `https://${host}/users/ann/statuses/${number}`,
    url: address,
    created_at: "2025-05-01T10:00:00.000Z",
    edited_at,
    in_reply_to_id: null,
    visibility: "public",
    language: "en",
    content: `<p>${words}</p>`,
    account: { id: "9", username: "ann", acct: "ann", display_name: "Ann", url: `https://${host}/@ann` },
  });
  let now = post(text, null);
  const json = (value: unknown, status = 200) =>
    new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
  outside.hosts.set(host, (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/robots.txt") return new Response("", { headers: { "content-type": "text/plain" } });
    if (pathname === `/api/v1/statuses/${number}`) return json(now);
    if (pathname === "/api/v1/accounts/lookup") return json({ id: "9" });
    if (pathname === "/api/v1/accounts/9/statuses") return json([now]);
    return json({ error: "Record not found" }, 404);
  });
  id = (await service.add({ url: address, text, publishedAt: "2025-05-01T10:00:00Z" })).body.id;
  await service.call("POST", "/v1/sightings", { claim, document: id });
  await service.scheduled();
  now = post(`${text}. Updated.`, new Date(Date.now() + HOUR).toISOString());
  for (let look = 0; look < 3; look++) await again(2 * HOUR);
  assert.equal((await visit())?.outcome, "ok");
  assert.notEqual((await read()).availability?.state, "gone");
  assert.equal((await read()).text, `${text}. Updated.`);
  const source = await service.call<{ id: string }>("POST", "/v1/sources", {
    kind: "mastodon",
    config: { instance: host, account: "ann" },
  });
  await service.sql("UPDATE host SET next_at = 0");
  for (let run = 0; run < 3; run++) {
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
  }
  const { body } = await service.get<{ last: { outcome: string } | null }>(`/v1/sources/${source.body.id}`);
  assert.equal(body.last?.outcome, "ok");
});

test("a party's release that contradicts a report carries no correction; a paper's article with these words does", async () => {
  const words = "Contrairement à ce qui a été écrit, le moulin de Rimstad n'a jamais été vendu.";
  const corrected = async (kind: string) => {
    const html = `<html lang="fr"><head><title>Le moulin</title></head><body><article><h1>Le moulin</h1><p>Le moulin de Rimstad est ouvert au public.</p><p>${words}</p></article></body></html>`;
    const { body } = await service.add({ kind, url: `https://moulin.example/${kind}`, html });
    return (await service.sql("SELECT 1 FROM event WHERE type = 'document.corrected' AND subject = ?1", body.id)).length;
  };
  assert.equal(await corrected("article"), 1);
  assert.equal(await corrected("press_release"), 0);
});
