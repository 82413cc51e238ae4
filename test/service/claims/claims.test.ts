/** Claims over HTTP: search, change, hide; timeline, graph, responses, verdicts; people's decisions on sightings stay. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { xId } from "../support/corpus.ts";
import { type Answer, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Claim {
  id: string;
  text: string;
  phrasings: string[];
  status: string;
  visibility: string;
  sightings: number;
  responses: number;
  platforms: Record<string, number>;
  revision: number;
}
interface Event {
  id: string;
  document: string;
  lane: string;
  stance: string;
  state: string;
  method: string;
  role: string;
  response: { type: string; lag: { low: number | null; high: number | null } | null } | null;
}
interface Timeline {
  claim: Claim;
  firstKnown: { eventId: string } | null;
  counts: { sightings: number; responses: number };
  verdicts: { publisher: string; label: string; url: string }[];
  events: Event[];
  next: string | null;
}
const TEXT = "The bell of Tarnby church was cast from melted cannon";
let id: string;
const timeline = async (query = "") => (await service.get<Timeline>(`/v1/claims/${id}/timeline${query}`)).body;
const hour = (h: number) => `2025-06-01T${String(h).padStart(2, "0")}:00:00Z`;
/** Adds a document, and waits for what its reading has other documents do. */
const add = async (document: object) => {
  const answer = await service.add(document);
  await service.settle();
  return answer;
};
const posted = (name: string, h: number, fields: object) => ({
  ref: name,
  url: `https://x.com/${name}/status/${xId(hour(h))}`,
  author: { handle: name },
  ...fields,
});

before(async () => {
  const { status, body, headers } = await service.call<{ id: string; status: string }>("POST", "/v1/claims", {
    ref: "bell",
    text: TEXT,
    phrasings: ["Tarnby's church bell is made of old cannon"],
    subject: "Tarnby parish",
  });
  assert.deepEqual([status, body.status], [201, "created"]);
  id = body.id;
  assert.equal(headers.get("location"), `/v1/claims/${id}`);
  for (let h = 1; h <= 9; h++) await service.add(posted(`user${h}`, h, { text: `${TEXT}, I read that ${h} times.` }));
  await add(posted("parish", 12, { text: `${TEXT}? That is not true, we have the bill of the foundry.` }));
});

test("the same ref or words again are the same claim; changes make a new version", async () => {
  const again = await service.call<{ id: string; status: string }>("POST", "/v1/claims", {
    ref: "bell",
    text: TEXT,
    subject: "Tarnby parish",
  });
  assert.deepEqual([again.status, again.body], [200, { id, status: "same" }]);
  const words = { text: "Swans sleep on the roof of Tarnby church" };
  const first = await service.call<{ id: string }>("POST", "/v1/claims", words);
  const second = await service.call<{ id: string; status: string }>("POST", "/v1/claims", {
    text: "swans sleep  on the roof of TARNBY church",
  });
  assert.equal(second.body.id, first.body.id);
});

test("listed newest first with cursors; found by words in any order, in a phrasing too", async () => {
  for (let i = 0; i < 5; i++) await service.call("POST", "/v1/claims", { text: `Claim number ${i} about the weather vane` });
  const seen: string[] = [];
  for (let path: string | null = "/v1/claims?limit=3"; path; ) {
    const answer: { body: { claims: Claim[]; next: string | null }; headers: Headers } = await service.get(path);
    seen.push(...answer.body.claims.map((c) => c.id));
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
    assert.equal(path === null, answer.body.next === null);
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(seen.length, 7);
  assert.equal(seen.at(-1), id);
  for (const q of ["cannon bell", "old cannon", "made of cannon Tarnby's", '"cannon" OR (bell*']) {
    const { body } = await service.anonymous<{ claims: Claim[] }>("GET", `/v1/claims?q=${encodeURIComponent(q)}`);
    assert.equal(body.claims[0]?.id, id, q);
  }
  assert.deepEqual((await service.get<{ claims: Claim[] }>("/v1/claims?q=zebra%20saxophone")).body.claims, []);
});

test("ETag: 304 for two rows while nothing changed, another when something did", async () => {
  await service.settle();
  for (const path of [
    `/v1/claims/${id}`,
    `/v1/claims/${id}/timeline`,
    `/v1/claims/${id}/graph`,
    `/v1/claims/${id}/responses`,
    `/c/${id}`,
    `/embed/${id}`,
  ]) {
    const first = await service.anonymous("GET", path);
    const etag = first.headers.get("etag");
    assert.ok(etag, path);
    const same = await service.anonymous("GET", path, undefined, { "if-none-match": `"other", W/${etag}` });
    assert.deepEqual([same.status, same.text], [304, ""], path);
    assert.ok(Number.isNaN(same.rows.read) || same.rows.read <= 2, `${path}: ${same.rows.read} rows`);
    assert.equal((await service.anonymous("GET", path, undefined, { "if-none-match": '"other"' })).status, 200);
  }
  const before = (await service.get(`/v1/claims/${id}/timeline`)).headers.get("etag");
  await add(posted("user10", 10, { text: `${TEXT}, they say.` }));
  assert.notEqual((await service.get(`/v1/claims/${id}/timeline`)).headers.get("etag"), before);
});

test("the timeline tells every sighting once over all its pages, oldest first", async () => {
  const whole = await timeline("?limit=200");
  assert.ok(whole.events.length >= 11);
  assert.equal(whole.counts.sightings, whole.events.length);
  assert.equal(whole.firstKnown?.eventId, whole.events[0]?.id);
  for (const limit of [1, 3, 4, 11]) {
    const ids: string[] = [];
    for (let query: string | null = `?limit=${limit}`; query; ) {
      const answer: Answer<Timeline> = await service.get<Timeline>(`/v1/claims/${id}/timeline${query}`);
      ids.push(...answer.body.events.map((e) => e.id));
      assert.ok(answer.body.events.length <= limit);
      query = answer.body.next && `?limit=${limit}&cursor=${answer.body.next}`;
    }
    assert.deepEqual(
      ids,
      whole.events.map((e) => e.id),
      `pages of ${limit}`,
    );
  }
  const csv = await service.get(`/v1/claims/${id}/timeline?format=csv`);
  assert.match(csv.headers.get("content-type") ?? "", /text\/csv/);
  assert.equal(csv.text.trim().split("\r\n").length, whole.events.length + 1);
  assert.ok(csv.text.startsWith("id,"), "programs read the first column by its name");
  const { headers } = await service.anonymous("GET", `/c/${id}.csv`);
  assert.ok((await service.get(headers.get("location") ?? "")).text.startsWith("\ufeffid,"), "Excel knows UTF-8 by its mark");
});

test("a response that a person records stands in its lane, with its lag after the first known", async () => {
  const given = {
    claim: "bell",
    document: "parish",
    stance: "deny",
    quote: "That is not true",
    response: { type: "denial", standing: "subject", actor: { kind: "organisation", name: "Tarnby parish" } },
  };
  const { status } = await service.call("POST", "/v1/sightings", given);
  assert.ok(status === 200 || status === 201);
  assert.equal((await service.call<{ status: string }>("POST", "/v1/sightings", given)).body.status, "same");
  const { body } = await service.get<{ responses: Event[] }>(`/v1/claims/${id}/responses`);
  assert.equal(body.responses.length, 1);
  assert.deepEqual(
    [body.responses[0]?.lane, body.responses[0]?.response?.type, body.responses[0]?.state],
    ["responses", "denial", "confirmed"],
  );
  assert.deepEqual(body.responses[0]?.response?.lag, { low: 11 * 3_600_000, high: 11 * 3_600_000 });
  const events = (await timeline("?limit=200")).events.filter((e) => e.response);
  assert.equal(events.length, 1);
});

test("what a person rejects stays rejected when the document is done again; what they confirm stays confirmed", async () => {
  await service.settle();
  const events = (await timeline("?limit=200")).events;
  const [rejected, confirmed] = [events[2], events[3]];
  assert.ok(rejected && confirmed);
  const judge = (what: string, e: Event) => service.call("POST", `/v1/sightings/${what}`, { claim: id, document: e.document });
  assert.equal((await judge("reject", rejected)).body["status"], "changed");
  assert.equal((await judge("reject", rejected)).body["status"], "same");
  await judge("confirm", confirmed);
  const counted = (await service.get<Claim>(`/v1/claims/${id}`)).body.sightings;
  assert.equal(counted, events.length - 1);
  await service.giveJobs([rejected.document, confirmed.document]);
  await service.settle();
  const after = (await timeline("?limit=200")).events;
  assert.ok(!after.some((e) => e.document === rejected.document));
  assert.equal(after.find((e) => e.document === confirmed.document)?.state, "confirmed");
  assert.equal((await service.get<Claim>(`/v1/claims/${id}`)).body.sightings, counted);
  assert.equal(after.length, counted);
});

test("what the matcher is not sure of waits for review, and shows nowhere else", async () => {
  const { body } = await service.get<{ sightings: { id: string; claim: string; document: string }[] }>("/v1/sightings");
  const shown = (await timeline("?limit=200")).events.map((e) => e.id);
  for (const s of body.sightings) assert.ok(!shown.includes(s.id));
});

test("asOf shows what was known then", async () => {
  const now = await timeline("?limit=200");
  const then = await moment();
  await add(posted("user11", 11, { text: `${TEXT}, says everybody now.` }));
  await service.call("PATCH", `/v1/claims/${id}`, { text: `${TEXT} of 1720` });
  const past = await timeline(`?limit=200&asOf=${encodeURIComponent(then)}`);
  const present = await timeline("?limit=200");
  assert.deepEqual(
    past.events.map((e) => e.id),
    now.events.map((e) => e.id),
  );
  assert.equal(present.events.length, past.events.length + 1);
  assert.equal(past.claim.text, TEXT);
  assert.equal(present.claim.text, `${TEXT} of 1720`);
  assert.equal((await service.get<Claim>(`/v1/claims/${id}?asOf=${encodeURIComponent(then)}`)).body.text, TEXT);
  assert.equal((await service.get(`/v1/claims/${id}/timeline?asOf=2001-01-01`)).status, 404, "it was not known then");
  assert.ok((await service.get<Claim>(`/v1/claims/${id}`)).body.phrasings.includes(TEXT), "the wording that held stays findable");
});

test("the graph has an edge for each parent, and a node for each end", async () => {
  await add(posted("quoter", 11, { text: `Not only that: ${TEXT}!`, quoteOf: "user1" }));
  const { body } = await service.get<{
    nodes: { id: string }[];
    edges: { child: string; parent: string | null; type: string; primary: boolean }[];
  }>(`/v1/claims/${id}/graph`);
  const nodes = new Set(body.nodes.map((n) => n.id));
  for (const edge of body.edges) assert.ok(nodes.has(edge.child) && (edge.parent === null || nodes.has(edge.parent)));
  assert.ok(body.edges.some((e) => e.type === "quote" && e.primary));
  for (const node of nodes) assert.ok(body.edges.filter((e) => e.child === node && e.primary).length <= 1);
});

test("verdicts are kept as given, many to a claim, and are no event of the spread", async () => {
  const before = (await timeline("?limit=200")).events.length;
  for (const publisher of ["Checkers", "Other checkers"])
    await service.call("POST", `/v1/claims/${id}/verdicts`, {
      publisher,
      label: "Misleading",
      url: `https://${publisher.replace(/\W/g, "")}.example/1`,
      publishedAt: "2025-06-03",
    });
  const after = await timeline("?limit=200");
  assert.deepEqual(after.verdicts.map((v) => [v.publisher, v.label]).sort(), [
    ["Checkers", "Misleading"],
    ["Other checkers", "Misleading"],
  ]);
  assert.equal(after.events.length, before);
});

test("a private claim is not there for those who may not read it", async () => {
  const { body } = await service.call<{ id: string }>("POST", "/v1/claims", {
    text: "A secret about the sexton of Tarnby",
    visibility: "private",
  });
  for (const path of ["", "/timeline", "/graph", "/responses"]) {
    assert.equal((await service.anonymous("GET", `/v1/claims/${body.id}${path}`)).status, 404, path);
    const own = await service.get(`/v1/claims/${body.id}${path}`);
    assert.equal(own.status, 200);
    assert.match(own.headers.get("cache-control") ?? "", /private/);
  }
  for (const path of ["/v1/claims", "/v1/claims?q=sexton%20secret", "/v1/lookup?text=A%20secret%20about%20the%20sexton%20of%20Tarnby"])
    assert.ok(!(await service.anonymous("GET", path)).text.includes(body.id), path);
  assert.ok((await service.get("/v1/claims?q=sexton%20secret")).text.includes(body.id));
  assert.equal((await service.anonymous("GET", `/oembed?url=${encodeURIComponent(`${service.origin()}/c/${body.id}`)}`)).status, 404);
  const { body: taken } = await service.call<Claim>("PATCH", `/v1/claims/${body.id}`, { visibility: "public" });
  assert.equal(taken.visibility, "public");
  assert.equal((await service.anonymous("GET", `/v1/claims/${body.id}`)).status, 200);
});

test("events tell all of it in order, without holes", async () => {
  let after = 0;
  const types = new Set<string>();
  for (;;) {
    const { body } = await service.get<{ events: { seq: number; type: string }[]; next: string | null }>(
      `/v1/events?after=${after}&limit=7`,
    );
    for (const event of body.events) {
      assert.equal(event.seq, ++after);
      types.add(event.type);
    }
    if (!body.next) break;
  }
  for (const type of ["claim.created", "claim.changed", "document.read", "sighting.rejected", "sighting.recorded", "verdict.recorded"])
    assert.ok(types.has(type), type);
});

test("of a change the log names what is another now, and not what was only sent along", async () => {
  const made = await service.call<Claim>("POST", "/v1/claims", { text: "The lamps of Ystad burn at noon", subject: "Ystad" });
  const sent = { text: "The lamps of Ystad burn at noon", subject: "Ystad", visibility: "private" };
  assert.equal((await service.call("PATCH", `/v1/claims/${made.body.id}`, sent)).status, 200);
  const rows = await service.sql<{ detail: string }>(
    `SELECT detail FROM event WHERE type = 'claim.changed' AND subject = '${made.body.id}'`,
  );
  assert.deepEqual(
    rows.map(({ detail }) => (JSON.parse(detail) as { changed: string[] }).changed),
    [["visibility"]],
  );
});

test("the rollup that lists show is what the rows say", async () => {
  // A claim that was reworded is matched again in the background.
  await service.settle();
  const { body } = await service.get<Claim>(`/v1/claims/${id}`);
  const events = (await timeline("?limit=200")).events;
  assert.equal(body.sightings, events.length);
  assert.equal(body.responses, events.filter((e) => e.response).length);
  assert.deepEqual(body.platforms, { x: events.filter((e) => !e.response).length });
});

test("phrasings keep the order in which they were given, and later ones come behind", async () => {
  const text = "The lighthouse of Odden was painted green overnight";
  const given = ["Who painted the lighthouse of Odden green?", "A green lighthouse at Odden", "Odden's lighthouse is green since Friday"];
  const { body } = await service.call<Claim>("POST", "/v1/claims", { text, phrasings: given });
  await service.call("PATCH", `/v1/claims/${body.id}`, { addPhrasings: ["Another colour for a lighthouse"] });
  const all = [...given, "Another colour for a lighthouse"];
  assert.deepEqual((await service.get<Claim>(`/v1/claims/${body.id}`)).body.phrasings, all);
  const [row] = await service.sql<{ scored: string }>("SELECT scored FROM claim_search WHERE claim_id = ?", body.id);
  assert.deepEqual(JSON.parse(row?.scored ?? "{}").phrasings, all);
});

test("a newsroom's words are of the moment when they were written: no page of an earlier one has them", async () => {
  const { body } = await service.call<{ id: string }>("POST", "/v1/claims", { text: "The lighthouse of Tolmin is switched off" });
  const api = `/v1/claims/${body.id}`;
  const words = {
    headline: "Mayor Ostrom lied",
    sentence: "Ostrom took it back on Monday.",
    note: "Ostrom resigned",
    kicker: "Lights out",
  };
  const accent = "#d0355c";
  const settings = { ...words, credit: "Of Tolmin Post", titles: { all: "All about Ostrom" }, accent };
  const before = await moment();
  assert.equal((await service.call("PATCH", api, { embed: settings })).status, 200);
  const after = new Date().toISOString();
  const told = /Ostrom|Lights out|Tolmin Post/;
  for (const page of [`/c/${body.id}`, `/embed/${body.id}`, api]) {
    const at = (asOf: string) => service.get(`${page}?asOf=${asOf}`);
    const [then, since] = [await at(before), await at(after)];
    assert.deepEqual([then.status, since.status], [200, 200]);
    assert.doesNotMatch(then.text, told, page);
    assert.match(since.text, told, page);
    if (page !== `/c/${body.id}`) assert.ok(then.text.includes(accent), page);
  }
});

test("how a story is shown is kept with the claim: fields are set one by one, null takes one away, and the page's ETag changes", async () => {
  const path = `/v1/claims/${id}`;
  const before = await service.get(path);
  const accent = "#d0355c";
  const { status, body } = await service.call<{ embed: object }>("PATCH", path, { embed: { headline: "Was it cannon?", accent, lead: 5 } });
  assert.deepEqual([status, body.embed], [200, { accent, headline: "Was it cannon?", lead: 5 }]);
  const read = await service.get<{ embed: object; revision: number }>(path);
  assert.deepEqual(read.body.embed, body.embed);
  assert.notEqual(read.headers.get("etag"), before.headers.get("etag"));
  await service.call("PATCH", path, { embed: { headline: null } });
  assert.deepEqual((await service.get<{ embed: object }>(path)).body.embed, { accent, lead: 5 });
  const refused = await service.call<{ errors: { pointer: string }[] }>("PATCH", path, { embed: { accent: "#ffd700" } });
  assert.deepEqual([refused.status, refused.body.errors[0]?.pointer], [422, "#/embed/accent"]);
});
