/** Cron in real workerd visits sources on a local network: items become documents, and every host is treated politely. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixtures } from "../../support/fixtures.ts";
import { until } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";
import { openOutside, rss } from "../support/outside.ts";

const outside = openOutside();
const SECRET = "secret/key of a source";
const service = await openService({ CONTACT: "desk@rimstad-paper.org", GOOGLE_FACTCHECK_KEY: SECRET });
after(async () => {
  await service.close();
  outside.close();
});

interface Source {
  id: string;
  enabled: boolean;
  watchedSince: string | null;
  blocked: string | null;
  nextRunAt: string | null;
  interval: number;
  failures: number;
  last: { outcome: string; why: string | null; yield: Record<string, unknown> } | null;
  robots: { verdict: string; why: string | null; crawlDelay: number | null };
  host: { name: string; notBefore: string | null; why: string | null; failures: number; requestsToday: number };
}
const HOST = "news.rimstad-paper.org";
const items = [
  { title: "The clock tower strikes thirteen", link: `https://${HOST}/a/1`, text: "The clock tower of Rimstad strikes thirteen at noon." },
  { title: "Wild cats in the granary", link: `https://${HOST}/a/2`, text: "Wild cats have moved into the granary of Oldenmoor." },
];
/** What the paper's server does; tests change it. */
const paper = {
  robots: "User-agent: *\nDisallow: /private/\n",
  etag: '"v1"',
  answer: null as ((path: string) => Response | null) | null,
  items: [...items],
};
function paperAnswers(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === "/robots.txt") return new Response(paper.robots, { headers: { "content-type": "text/plain" } });
  const answer = paper.answer?.(pathname);
  if (answer) return answer;
  if (request.headers.get("if-none-match") === paper.etag) return new Response(null, { status: 304 });
  return new Response(rss(paper.items), { headers: { "content-type": "application/rss+xml", etag: paper.etag } });
}
before(() => outside.hosts.set(HOST, paperAnswers));

async function add(path: string, name = path): Promise<Source> {
  const answer = await service.call<Source>("POST", "/v1/sources", { kind: "feed", name, config: { url: `https://${HOST}${path}` } });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}
const read = async (id: string) => (await service.get<Source>(`/v1/sources/${id}`)).body;
/** As if a long time had passed. */
async function later(): Promise<void> {
  await service.sql("UPDATE visit SET due_at = 1 WHERE due_at IS NOT NULL");
  await service.sql("UPDATE host SET next_at = 0");
}
let feedId: string;

test("cron visits a new source: robots.txt first, then the feed after its gap; its items become documents", async () => {
  ({ id: feedId } = await add("/feed.xml"));
  await service.scheduled();
  const [robots, feed] = outside.seen;
  assert.deepEqual(outside.taken(HOST), ["/robots.txt", "/feed.xml"]);
  assert.ok(robots && feed && feed.at - robots.at >= 3000, "a gap of 3 s");
  assert.match(feed.headers.get("user-agent") ?? "", /^Whence\/[\d.]+ \(\+mailto:desk@rimstad-paper\.org\)$/);
  assert.equal(feed.headers.get("cookie"), null);
  const source = await read(feedId);
  assert.equal(source.last?.outcome, "ok");
  assert.equal(source.last?.yield["new"], 2);
  assert.equal(source.robots.verdict, "allowed");
  assert.ok(source.watchedSince);
  await service.settle();
  const documents = await service.sql("SELECT url FROM document ORDER BY url");
  assert.deepEqual(
    documents.map((d) => d.url),
    items.map((i) => i.link),
  );
});

test("nothing is due, nobody is asked", async () => {
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), []);
});

test("the next visit is conditional; 304 changes nothing and lengthens the interval", async () => {
  const { interval } = await read(feedId);
  await later();
  await service.scheduled();
  const [request] = outside.seen;
  assert.equal(request?.headers.get("if-none-match"), '"v1"');
  assert.deepEqual(outside.taken(HOST), ["/feed.xml"]);
  const source = await read(feedId);
  assert.equal(source.last?.outcome, "not_modified");
  assert.ok(source.interval > interval);
});

test("a new item comes with the next visit, alone, and shortens the interval", async () => {
  const { interval } = await read(feedId);
  paper.items.push({ title: "A third", link: `https://${HOST}/a/3`, text: "The brewery of Norwick has moved its spring." });
  paper.etag = '"v2"';
  await later();
  await service.scheduled();
  const source = await read(feedId);
  assert.deepEqual([source.last?.yield["new"], source.last?.yield["same"]], [1, 2]);
  assert.ok(source.interval < interval);
  outside.taken(HOST);
});

test("429 with Retry-After: the host is left alone so long, by cron and by hand", async () => {
  paper.answer = () => new Response("slow down", { status: 429, headers: { "retry-after": "1800" } });
  await later();
  const asked = Date.now();
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), ["/feed.xml"]);
  const source = await read(feedId);
  assert.equal(source.last?.outcome, "throttled");
  assert.ok(Date.parse(source.host.notBefore ?? "") >= asked + 1_800_000);
  assert.ok(Date.parse(source.nextRunAt ?? "") >= asked + 1_800_000);
  const { status, body } = await service.call<{ visited: { outcome: string; why: string }[] }>("POST", `/v1/sources/${feedId}/run`);
  assert.equal(status, 200);
  assert.deepEqual(outside.taken(HOST), []);
  assert.equal(body.visited[0]?.outcome, "waiting");
  assert.match(body.visited[0]?.why ?? "", /come back later/);
  paper.answer = null;
  await service.sql("UPDATE host SET next_at = 0");
});

test("robots.txt forbids: nothing is fetched, and the source says why", async () => {
  const { id } = await add("/private/feed.xml");
  await service.scheduled();
  assert.deepEqual(
    outside.taken(HOST).filter((path) => path.startsWith("/private")),
    [],
  );
  const source = await read(id);
  assert.equal(source.last?.outcome, "robots");
  assert.match(source.last?.why ?? "", /Disallow: \/private\//);
  assert.deepEqual([source.robots.verdict, source.blocked], ["forbidden", source.last?.why]);
  assert.equal(source.watchedSince, null);
  await service.call("DELETE", `/v1/sources/${id}`);
});

test("a host that hangs or fails delays no other, and is left alone after five failures", async () => {
  outside.hosts.set("down.rimstad-paper.org", () => new Response("no", { status: 500 }));
  const { body } = await service.call<Source>("POST", "/v1/sources", { kind: "feed", config: { url: "https://down.rimstad-paper.org/f" } });
  outside.hosts.set("hangs.rimstad-paper.org", () => new Promise<Response>(() => {}));
  await service.call("POST", "/v1/sources", { kind: "feed", config: { url: "https://hangs.rimstad-paper.org/f" } });
  await later();
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), ["/feed.xml"], "the good one is visited in the same run");
  const source = await read(body.id);
  // No robots.txt that can be read forbids all (RFC 9309 2.3.1.4).
  assert.equal(source.last?.outcome, "robots");
  assert.ok(source.host.failures >= 1);
  await service.sql("UPDATE host SET failures = 4, robots = NULL WHERE host = 'down.rimstad-paper.org'");
  await later();
  const asked = Date.now();
  await service.scheduled();
  const after = await read(body.id);
  assert.ok(Date.parse(after.host.notBefore ?? "") >= asked + 15 * 60_000, JSON.stringify(after.host));
  assert.match(after.host.why ?? "", /5 times in a row/);
  for (const one of (await service.get<{ sources: Source[] }>("/v1/sources")).body.sources)
    if (one.id !== feedId) await service.call("DELETE", `/v1/sources/${one.id}`);
  outside.seen = [];
});

test("a redirect is followed as a request of its own, by the rules of where it leads", async () => {
  const there = "cdn.rimstad-paper.org";
  outside.hosts.set(there, (request) =>
    new URL(request.url).pathname === "/robots.txt"
      ? new Response("User-agent: Whence\nDisallow: /secret/", { headers: { "content-type": "text/plain" } })
      : new Response(rss(items), { headers: { "content-type": "application/rss+xml" } }),
  );
  let to = `https://${there}/secret/feed`;
  paper.answer = (path) => (path === "/moved.xml" ? new Response(null, { status: 302, headers: { location: to } }) : null);
  const { id } = await add("/moved.xml");
  const gaps = () => service.sql("UPDATE host SET next_at = 0");
  await gaps();
  await service.scheduled();
  assert.deepEqual(outside.taken(there), ["/robots.txt"]);
  assert.equal((await read(id)).last?.outcome, "robots");
  to = `https://${there}/open/feed`;
  await later();
  await service.scheduled();
  assert.deepEqual(outside.taken(there), ["/open/feed"]);
  const source = await read(id);
  assert.deepEqual([source.last?.outcome, source.last?.yield["same"]], ["ok", 2]);
  paper.answer = null;
  await service.call("DELETE", `/v1/sources/${id}`);
  outside.seen = [];
});

test("robots.txt that is kept by another host is read there, and holds here", async () => {
  const [here, there] = ["rimstad-mirror.org", "www.rimstad-mirror.org"];
  outside.hosts.set(here, (request) =>
    new URL(request.url).pathname === "/robots.txt"
      ? new Response(null, { status: 301, headers: { location: `https://${there}/robots.txt` } })
      : new Response(rss(items), { headers: { "content-type": "application/rss+xml" } }),
  );
  outside.hosts.set(there, () => new Response("User-agent: *\nDisallow: /closed", { headers: { "content-type": "text/plain" } }));
  const ids: string[] = [];
  for (const path of ["/closed.xml", "/open.xml"]) {
    const config = { url: `https://${here}${path}` };
    ids.push((await service.call<Source>("POST", "/v1/sources", { kind: "feed", config })).body.id);
  }
  await service.scheduled();
  assert.deepEqual(outside.taken(there), ["/robots.txt"]);
  assert.deepEqual(outside.taken(here), ["/robots.txt", "/open.xml"]);
  assert.deepEqual(await Promise.all(ids.map(async (id) => (await read(id)).last?.outcome)), ["robots", "ok"]);
  for (const id of ids) await service.call("DELETE", `/v1/sources/${id}`);
  outside.seen = [];
});

test("a credential goes where it is for, and is written down or shown nowhere", async () => {
  const api = "factchecktools.googleapis.com";
  let asked = "";
  let answer = () => new Response("{}", { status: 429, headers: { "retry-after": "60" } });
  outside.hosts.set(api, (request) => {
    if (new URL(request.url).pathname === "/robots.txt") return new Response("", { status: 404 });
    asked = request.url + JSON.stringify([...request.headers]);
    return answer();
  });
  const { body } = await service.call<Source>("POST", "/v1/sources", { kind: "factcheck", config: { query: "mill" } });
  for (const next of [
    () => Response.json({ claims: 5 }),
    () => new Response(null, { status: 302, headers: { location: `http://10.0.0.1/?k=${encodeURIComponent(SECRET)}` } }),
  ]) {
    await service.scheduled();
    assert.ok(decodeURIComponent(asked).includes(SECRET), asked);
    answer = next;
    await service.sql("UPDATE host SET next_at = 0 WHERE host = ?1", api);
    await service.sql("UPDATE visit SET due_at = 1 WHERE id = ?1", `source:${body.id}`);
  }
  await service.scheduled();
  const held = JSON.stringify([
    await service.sql("SELECT * FROM visit"),
    await service.sql("SELECT * FROM host"),
    (await service.get(`/v1/sources/${body.id}`)).text,
    (await service.get("/sources")).text,
  ]);
  for (const spelling of [SECRET, encodeURIComponent(SECRET), new URLSearchParams({ k: SECRET }).toString().slice(2)])
    assert.ok(!held.includes(spelling), spelling);
  await service.call("DELETE", `/v1/sources/${body.id}`);
  outside.seen = [];
});

test("runs that overlap visit a source once", async () => {
  await later();
  await Promise.all([service.scheduled(), service.scheduled(), service.call("POST", "/v1/crawl"), service.scheduled()]);
  assert.deepEqual(outside.taken(HOST), ["/feed.xml"]);
});

test("a run that died loses its lease, and its visit is made", async () => {
  await later();
  const leasedUntil = async (end: number) => {
    await service.sql("UPDATE visit SET lease = 'dead', lease_until = ?1", end);
    await service.sql("UPDATE host SET lease = 'dead', lease_until = ?1 WHERE host = ?2", end, HOST);
  };
  await leasedUntil(Date.now() + 3_600_000);
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), []);
  await leasedUntil(Date.now());
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), ["/feed.xml"]);
});

test("a source that is switched off is not visited, and its coverage ends; on again, it begins anew", async () => {
  const off = await service.call<Source>("PATCH", `/v1/sources/${feedId}`, { enabled: false });
  assert.deepEqual([off.body.enabled, off.body.watchedSince, off.body.nextRunAt], [false, null, null]);
  await service.scheduled();
  assert.deepEqual(outside.taken(HOST), []);
  const on = await service.call<Source>("PATCH", `/v1/sources/${feedId}`, { enabled: true });
  assert.equal(on.body.watchedSince, null);
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  assert.ok((await read(feedId)).watchedSince);
  assert.equal((await service.sql("SELECT since FROM watch_period WHERE source_id = ?1", feedId)).length, 2);
});

test("what was found by crawl and what was sent are one document", async () => {
  const before = (await service.counts())["document"];
  const { body } = await service.add({
    kind: "article",
    url: `${items[0]?.link}?utm_source=x`,
    title: items[0]?.title,
    text: items[0]?.text,
  });
  assert.ok(body.id);
  assert.equal((await service.counts())["document"], before);
});

test("a PDF that is visited is an article; one without text says why it is none", async () => {
  const [{ pdf, title } = { pdf: "", title: "" }] = fixtures<{ pdf: string; title: string }>("pdf");
  const answers: Record<string, Buffer> = { "/report.pdf": Buffer.from(pdf, "base64"), "/empty.pdf": Buffer.from("%PDF-1.7\n") };
  paper.answer = (path) => {
    const body = answers[path];
    return body ? new Response(new Uint8Array(body), { headers: { "content-type": "application/pdf" } }) : null;
  };
  const outcomes: (string | null | undefined)[] = [];
  for (const path of Object.keys(answers)) {
    const { body } = await service.call<Source>("POST", "/v1/sources", { kind: "article", config: { url: `https://${HOST}${path}` } });
    // On a busy machine an answer may come too late, or another run still holds the host: the next visit asks again.
    await until("it is visited, and answers in time", async () => {
      await service.sql("UPDATE visit SET due_at = 1 WHERE subject = ?1", body.id);
      await service.sql("UPDATE host SET next_at = 0");
      await service.scheduled();
      return !["timed_out", undefined].includes((await read(body.id)).last?.outcome);
    });
    const { last } = await read(body.id);
    outcomes.push(last?.outcome, last?.why);
    await service.call("DELETE", `/v1/sources/${body.id}`);
  }
  assert.deepEqual(outcomes, ["ok", null, "bad_content", "the PDF has no page that can be read: it is broken, or cut short"]);
  await service.settle();
  const [document] = await service.sql("SELECT kind, title, lang FROM document WHERE url = ?1", `https://${HOST}/report.pdf`);
  assert.deepEqual(document, { kind: "article", title, lang: "de" });
  paper.answer = null;
});

test("more pages than one visit plans are told", async () => {
  const teasers = Array.from({ length: 203 }, (_, i) => `<item><title>Story ${i}</title><link>https://${HOST}/many/${i}</link></item>`);
  const body = `<rss version="2.0"><channel>${teasers.join("")}</channel></rss>`;
  paper.answer = () => new Response(body, { headers: { "content-type": "application/rss+xml" } });
  const { id } = await add("/many.xml");
  await service.sql("UPDATE host SET next_at = 0");
  await service.call("POST", `/v1/sources/${id}/run`);
  const { last, nextRunAt, host } = await read(id);
  assert.deepEqual(last?.yield, { new: 203, links: 200, skipped: 1, notes: ["pages after the first 200: too many for one visit"] });
  assert.ok((nextRunAt ?? "") >= (host.notBefore ?? ""));
  await service.call("DELETE", `/v1/sources/${id}`);
  await service.sql("DELETE FROM visit WHERE purpose = 'page'");
  paper.answer = null;
  outside.seen = [];
});

test("a page that could not be stored is visited again", async () => {
  const page = `<!doctype html><title>The mill pond</title><article><p>${"The mill pond of Rimstad is dry. ".repeat(20)}</p></article>`;
  paper.answer = (path) =>
    new Response(
      path === "/pond" ? page : `<rss><channel><item><title>The mill pond</title><link>https://${HOST}/pond</link></item></channel></rss>`,
      {
        headers: { "content-type": path === "/pond" ? "text/html" : "application/rss+xml" },
      },
    );
  const { id } = await add("/teaser.xml");
  await service.sql("UPDATE host SET next_at = 0");
  await service.call("POST", `/v1/sources/${id}/run`);
  await service.settle();
  await service.sql("CREATE TRIGGER broken BEFORE INSERT ON revision BEGIN SELECT RAISE(ABORT, 'broken for a test'); END");
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  await service.sql("DROP TRIGGER broken");
  const visit = async () => (await service.sql("SELECT outcome, due_at FROM visit WHERE purpose = 'page'"))[0];
  const failed = await visit();
  assert.equal(failed?.["outcome"], "failed");
  assert.ok(failed?.["due_at"]);
  await later();
  await service.scheduled();
  assert.deepEqual(await visit(), { outcome: "ok", due_at: null });
  await service.call("DELETE", `/v1/sources/${id}`);
  paper.answer = null;
  outside.seen = [];
});

test("every invariant holds after all of this", async () => {
  await service.settle();
  await service.assertSound();
});

test("a source that has failed for a week is no longer told as watched, and was until its last good run", async () => {
  const host = "silent.oldenmoor.org";
  let isUp = true;
  outside.hosts.set(host, (request) => {
    if (new URL(request.url).pathname === "/robots.txt") return new Response("", { headers: { "content-type": "text/plain" } });
    const body = "<rss><channel><item><title>A mill</title><link>https://silent.oldenmoor.org/a</link></item></channel></rss>";
    return isUp ? new Response(body, { headers: { "content-type": "application/rss+xml" } }) : new Response("no", { status: 500 });
  });
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The mill of Oldenmoor is silent at night" })).body.id;
  const source = (
    await service.call<Source>("POST", "/v1/sources", { kind: "feed", name: "Silent", config: { url: `https://${host}/feed` } })
  ).body.id;
  const run = async () => {
    await service.sql("UPDATE host SET next_at = 0");
    await service.sql("UPDATE visit SET due_at = 1 WHERE id = ?1", `source:${source}`);
    await service.scheduled();
  };
  const watched = async () => {
    const { body } = await service.get<{ coverage: { watched: { name: string }[] } }>(`/v1/claims/${claim}/timeline`);
    return body.coverage.watched.some(({ name }) => name === "Silent");
  };
  const periods = () => service.sql<{ since: number; until: number }>("SELECT since, until FROM watch_period WHERE source_id = ?1", source);
  await run();
  assert.equal(await watched(), true);
  isUp = false;
  await run();
  assert.equal(await watched(), true, "a failure is no blindness");
  await service.sql("UPDATE visit SET good_at = good_at - 8 * 86400000 WHERE id = ?1", `source:${source}`);
  await service.sql("UPDATE watch_period SET since = since - 9 * 86400000 WHERE source_id = ?1", source);
  await run();
  assert.equal(await watched(), false);
  const [only] = await periods();
  assert.equal((only?.until ?? 0) < Date.now() - 7 * 86_400_000, true);
  assert.equal((await service.get<Source>(`/v1/sources/${source}`)).body.watchedSince, null);
  isUp = true;
  await run();
  assert.equal(await watched(), true);
  assert.equal((await periods()).length, 2);
});
