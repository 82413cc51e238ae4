/**
 * A web archive is asked when it captured the pages of open claims: evidence that a page existed by then, as far as its text is the same.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const LOGIN = "archive-key:archive-secret";
const outside = openOutside();
const service = await openService({
  CONTACT: "desk@rimstad-paper.org",
  CRAWL_ARCHIVE: "https://web.archive.org",
  ARCHIVE_LOGIN: LOGIN,
});
after(async () => {
  await service.close();
  outside.close();
});

const CLAIM = "The mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad";
const NEIGHBOURS = "Neighbours say that carts come at night and leave before dawn, and that nobody knows what they bring.";
const RUMOR = `A rumor that the mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad has travelled through the valley in three days.`;
const page = (...body: string[]) =>
  `<!doctype html><html lang="en"><head><title>The mill of Oldenmoor</title></head><body><nav>Home</nav><article><h1>The mill of Oldenmoor</h1>${body.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`;
const url = (name: string) => `https://gazette.oldenmoor.org/news/${name}`;

/** The archive: captures by page, the earliest first; what it was asked to capture. */
const captures: Record<string, [at: string, html: string][]> = {};
const saved: { url: string | null; login: string | null }[] = [];
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
outside.hosts.set("web.archive.org", async (request) => {
  const { pathname, search, searchParams } = new URL(request.url);
  const capture = /^\/web\/(\d{14})id_\/(.+)$/.exec(pathname + search);
  if (pathname === "/cdx/search/cdx") {
    const found = (captures[searchParams.get("url") ?? ""] ?? []).map(([at]) => [at]);
    return json(found.length ? [["timestamp"], ...found] : []);
  }
  if (pathname === "/save/") {
    const asked = new URLSearchParams(await request.text()).get("url");
    saved.push({ url: asked, login: request.headers.get("authorization") });
    return json({ url: asked, job_id: "spn2-0123456789abcdef" });
  }
  const [, html] = captures[capture?.[2] ?? ""]?.find(([at]) => at === capture?.[1]) ?? [];
  return html ? new Response(html, { headers: { "content-type": "text/html" } }) : new Response("no", { status: 404 });
});

interface Event {
  document: string;
  lane: string;
  publishedAt: { value: string; basis: string };
  availability: unknown;
  archived: { at: string; url: string } | null;
}
let claim = "";
const timeline = async (query = "") =>
  (await service.get<{ revision: number; firstKnown: { basis: string }; events: Event[] }>(`/v1/claims/${claim}/timeline${query}`)).body;
const ofDocument = async (id: string, query = "") => (await timeline(query)).events.find((e) => e.document === id);
const visit = async (id: string) =>
  (await service.sql<{ due_at: number | null; outcome: string; why: string }>("SELECT * FROM visit WHERE id = ?1", `archive:${id}`))[0];
async function crawled(): Promise<void> {
  await service.sql("UPDATE visit SET due_at = CASE WHEN purpose = 'archive' THEN 1 END WHERE due_at IS NOT NULL");
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  await service.settle();
}
const told = { at: "2025-03-01T09:30:00.999Z", url: `https://web.archive.org/web/20250301093000/${url("undated")}` };
let undated = "";
let backdated = "";
let before = "";

test("a page without a date is first by the capture that has its text; an earlier one of another text is none", async () => {
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  const later = await service.add({
    platform: "mastodon",
    platformId: "mastodon.example/114289563174092341",
    url: "https://mastodon.example/@ann/114289563174092341",
    text: CLAIM,
  });
  undated = (await service.add({ kind: "article", url: url("undated"), html: page(RUMOR, NEIGHBOURS) })).body.id;
  captures[url("undated")] = [
    ["20240101000000", page("The mill of Oldenmoor is for sale. It has three wheels, and a house for the miller beside it.", NEIGHBOURS)],
    ["20250301093000", page(RUMOR, "Updated on Monday.", NEIGHBOURS)],
    ["20250401000000", page(RUMOR, NEIGHBOURS)],
  ];
  assert.equal((await timeline()).events[0]?.document, later.body.id);
  before = await moment();
  await crawled();
  const { firstKnown, events } = await timeline();
  assert.equal(firstKnown.basis, "archive");
  assert.deepEqual(
    events.map(({ document, lane }) => [document, lane]),
    [
      [undated, "first_known"],
      [later.body.id, "spread"],
    ],
  );
  const [first] = events;
  assert.deepEqual(first?.archived, told);
  assert.deepEqual([first?.publishedAt.value, first?.publishedAt.basis], ["../2025-03-01", "archive"]);
  assert.equal(first?.availability, null, "it stands as it was");
  assert.equal((await visit(undated))?.due_at, null);
  assert.deepEqual(
    await service.sql("SELECT id FROM visit WHERE purpose = 'archive'"),
    [{ id: `archive:${undated}` }],
    "a post's id says more than an archive",
  );
});

test("pages and the document tell of it, with a link to the capture", async () => {
  const embed = (await service.anonymous("GET", `/embed/${claim}`)).text;
  assert.match(embed, />archived 1 Mar 2025</);
  assert.ok(embed.includes(told.url));
  assert.doesNotMatch(embed, /text changed since/);
  assert.match(embed, /before 1 Mar 2025, 09:31</);
  assert.match((await service.anonymous("GET", `/embed/${claim}?lang=de`)).text, />archiviert 1\. März 2025</);
  assert.ok((await service.get(`/d/${undated}`)).text.includes(told.url));
  const { body } = await service.get<{ archived: object; publishedAt: { basis: string } }>(`/v1/documents/${undated}`);
  assert.deepEqual([body.archived, body.publishedAt.basis], [told, "unknown"]);
  assert.deepEqual(await service.sql("SELECT detail FROM event WHERE type = 'document.archived'"), [
    { detail: JSON.stringify({ at: told.at, by: "crawler" }) },
  ]);
});

test("what was known before is told as it was; reading it again changes nothing", async () => {
  assert.equal((await ofDocument(undated, `?asOf=${before}`))?.archived, null);
  const { revision } = await timeline();
  const { body } = await service.call<{ documents: number; changes: unknown[] }>("POST", "/v1/replay?apply=true");
  assert.deepEqual([body.documents, body.changes], [2, []]);
  assert.equal((await timeline()).revision, revision);
});

test("a backdated page is not believed for a capture of other words; a capture is asked for, and looked for the next day", async () => {
  backdated = (await service.add({ kind: "article", url: url("old"), text: `${RUMOR} ${NEIGHBOURS}`, publishedAt: "2019-01-01" })).body.id;
  captures[url("old")] = [["20190102000000", page("Flour is cheap this year. The harvest was good everywhere, and the mill runs.")]];
  await crawled();
  assert.equal((await ofDocument(backdated))?.archived, null);
  assert.equal((await ofDocument(backdated))?.lane, "spread");
  assert.deepEqual(saved, [{ url: url("old"), login: `LOW ${LOGIN}` }]);
  const due = (await visit(backdated))?.due_at ?? 0;
  assert.ok(Math.abs(due - Date.now() - 86_400_000) < 60_000, String(due));
  captures[url("old")]?.push(["20250501120000", page(RUMOR, NEIGHBOURS)]);
  await crawled();
  assert.equal((await ofDocument(backdated))?.archived?.at, "2025-05-01T12:00:00.999Z");
  assert.equal((await ofDocument(backdated))?.publishedAt.basis, "human", "what was said of its date stays");
  assert.equal((await ofDocument(backdated))?.lane, "spread");
  assert.equal((await visit(backdated))?.due_at, null);
  assert.equal(saved.length, 1);
});

test("its login is written nowhere, and every invariant holds", async () => {
  const rows = JSON.stringify(await service.sql("SELECT * FROM visit"));
  assert.ok(!rows.includes("archive-secret"));
  await service.assertSound();
});
