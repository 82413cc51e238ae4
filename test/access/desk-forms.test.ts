/** Every form of a claim's workspace and of a document's page does what it says, and one undo brings back exactly what was before. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { people } from "../../shared/i18n/people.en.ts";
import { DECIDED } from "../../workers/store/access/audit.ts";
import { SIGHTING_COLUMNS } from "../../workers/store/relations/stored-sighting.ts";
import { Instance } from "../faults/support/instance.ts";
import { KEY } from "../support/instance.ts";

const service = new Instance();
after(() => service.close());
const FORM = { "content-type": "application/x-www-form-urlencoded" };
type Fields = Record<string, string> | [string, string][];
const post = (path: string, fields: Fields) => service.call("POST", path, String(new URLSearchParams(fields)), FORM);
const text = async (path: string) => (await service.call("GET", path)).text;
const FOREVER = "replaced_at = 9007199254740991";
/** What holds now, but for when it was recorded. */
const known = () =>
  [
    `SELECT ${SIGHTING_COLUMNS.filter((c) => c !== "recorded_at" && c !== "score")
      .join(", ")
      .replace("detail", "json_remove(detail, '$.reasons')")} FROM sighting WHERE ${FOREVER} ORDER BY 1, 2`,
    `SELECT claim_id, id, type, standing, actor, quotes, published FROM response WHERE ${FOREVER} ORDER BY 1, 2`,
    `SELECT child_id, parent_id, type, state, is_primary, method FROM edge WHERE ${FOREVER} ORDER BY 1, 2, 3`,
    `SELECT id, text, status, visibility, subject, merged_into FROM claim WHERE ${FOREVER} AND text NOT LIKE 'The mill%' ORDER BY 1`,
    `SELECT claim_id, publisher, label FROM verdict WHERE ${FOREVER} ORDER BY 1, 2`,
    "SELECT claim_id, owner FROM claim_owner ORDER BY 1",
    "SELECT claim_id, text FROM note ORDER BY 1, 2",
    "SELECT claim_id, settings FROM claim_embed WHERE settings <> '{}' ORDER BY 1",
    "SELECT id, title, kind, author, lang, wire_credit, published_value, published_basis, corrections FROM document WHERE seen = 'observed' ORDER BY 1",
    "SELECT claim_id, kind, waiting FROM suggestion_count ORDER BY 1, 2, 3",
  ].flatMap((sql, table) => service.sql(sql).map((row) => `${table} ${JSON.stringify(row)}`));
test("a form that makes something, pressed twice or loaded again, makes it once; changed, it makes another", async () => {
  const claim = await service.call<{ id: string }>("POST", "/v1/claims", { text: "The windmill of Kivik was sold twice" });
  const made: { page: string; path: string; fields: Record<string, string>; of: string }[] = [
    { page: "/people", path: "/people", fields: { do: "invite", name: "Ana Ruiz", role: "reviewer" }, of: "invitation" },
    { page: "/people", path: "/people", fields: { do: "key", keyname: "A program", scope: "read", ends: "90" }, of: "api_key" },
    { page: "/alerts", path: "/alerts", fields: { do: "make", kind: "feed", name: "All", subject: "all" }, of: "subscription" },
    {
      page: `/c/${claim.body.id}?as=editor`,
      path: `/c/${claim.body.id}/change`,
      fields: { what: "note", text: "Call the owner" },
      of: "note",
    },
  ];
  for (const { page, path, fields, of } of made) {
    const count = () => service.sql<{ n: number }>(`SELECT count(*) AS n FROM ${of}`)[0]?.n ?? 0;
    const once = /name="once" value="([^"]+)"/.exec(await text(page))?.[1] ?? "";
    assert.notEqual(once, "", of);
    const before = count();
    const answers = await Promise.all([post(path, { ...fields, once }), post(path, { ...fields, once })]);
    answers.push(await post(path, { ...fields, once }));
    assert.equal(count(), before + 1, `${of}: ${answers.map(({ status }) => status)}`);
    assert.ok(
      answers.every(({ status }) => status < 500),
      of,
    );
    const name = "name" in fields ? "name" : "keyname" in fields ? "keyname" : "text";
    await post(path, { ...fields, [name]: "Another", once });
    assert.equal(count(), before + 2, `${of}: what is changed is sent`);
  }
});

test("a refused form says what is wrong in the words of its page", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The smithy of Kivik was sold twice" })).body;
  const document = await service.call<{ id: string }>("POST", "/v1/documents", { url: "https://paper.example/smithy", text: "A smithy." });
  const response = { who: "Ann", type: "denial", standing: "subject", kind: "person", document: document.body.id, quote: "I deny it" };
  const refused: [path: string, fields: Fields, words: RegExp][] = [
    [`/c/${id}/change`, { what: "wording", wording: " " }, /The wording: must have words\./],
    [`/c/${id}/change`, { what: "response", ...response, when: "soon" }, /When: write a date that is not in the future, such as/],
    [`/d/${document.body.id}/source`, { parent: "nothing", type: "citation" }, /[^\p{L} ]\s*No document has this id or ref\./u],
  ];
  for (const [path, fields, words] of refused) {
    const { status, text: page } = await post(path, fields);
    assert.equal(status, 422, path);
    assert.match(page, words);
  }
});

/** Sends a form; gives the decision that it says, and where it leads. */
async function send(path: string, fields: Fields): Promise<{ did: string | null; said: string | null; to: string }> {
  const answer = await post(path, fields);
  assert.equal(answer.status, 303, `${path} ${JSON.stringify(fields)}: ${answer.status} ${answer.text.slice(0, 300)}`);
  const to = new URL(answer.headers.get("location") ?? "", "http://127.0.0.1");
  const { status } = await service.call("GET", `${to.pathname}${to.search}`);
  assert.equal(status, 200, to.href);
  return { did: to.searchParams.get("did"), said: to.searchParams.get("said"), to: to.pathname };
}
/** Sends a form, looks at what it did, and takes it back: all is as before. */
async function undone(path: string, fields: Fields, look: (did: string) => unknown): Promise<void> {
  const before = known();
  const { did, said } = await send(path, fields);
  assert.ok(did, `${path} ${JSON.stringify(fields)} says a decision, not ${said}`);
  await look(did);
  assert.notDeepEqual(known(), before, `${JSON.stringify(fields)} changed something`);
  const back = await send("/undo", { id: did, back: path.replace(/\/(?:change|line|edit|claim|source|publish)$/, "") });
  assert.ok(back.did, `${JSON.stringify(fields)} is taken back, not ${back.said}`);
  const page = new URL(back.to, "http://127.0.0.1");
  page.searchParams.set("did", back.did);
  page.searchParams.set("as", "editor");
  const [, strip = ""] = / id=strip [^>]*><span>([^<]*)/.exec(await text(page.pathname + page.search)) ?? [];
  assert.match(strip, /^(?:\d+ things undone|Undone(?:: “[^”]*”)?)\./, `${JSON.stringify(fields)}: ${strip}`);
  const [now, then] = [known(), before];
  const rest = { more: now.filter((row) => !then.includes(row)), fewer: then.filter((row) => !now.includes(row)) };
  assert.deepEqual(rest, { more: [], fewer: [] }, JSON.stringify(fields));
}

const WORDS = "The bakery in Kivik mixes sawdust with its rye flour";
const add = async (url: string, words: string) =>
  (
    await service.call<{ id: string }>(
      "POST",
      "/v1/documents",
      { url, kind: "article", title: "News from Kivik", text: words },
      { prefer: "wait" },
    )
  ).body.id;
const claimOf = async (words: string, visibility: string) =>
  (await service.call<{ id: string }>("POST", "/v1/claims", { text: words, visibility })).body.id;

interface Told {
  claim: string;
  document: string;
  page: string;
  lines(): { id: string; document_id: string; role: string; listed: number; state: string }[];
}
/** A claim whose denial two articles tell of; it waits. */
async function toldTwice(): Promise<Told> {
  const claim = await claimOf(WORDS, "public");
  const said = `"That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker.`;
  const document = await add(
    "https://paper1.example/a",
    `${WORDS}, a neighbour claims. ${said} The council has not said anything about it so far.`,
  );
  await add("https://paper2.example/a", `${WORDS}, people say in the next town. ${said} Nobody there knew more about it.`);
  const lines = () =>
    service.sql<{ id: string; document_id: string; role: string; listed: number; state: string }>(
      `SELECT id, document_id, role, listed, state FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' ORDER BY at, id`,
    );
  return { claim, document, page: `/c/${claim}?as=editor`, lines };
}
let told: Told;

test("the lines of the workspace: every form and its undo", async () => {
  told = await toldTwice();
  const { claim, page, lines } = told;
  const reports = lines().filter((line) => line.role === "respond");
  assert.equal(reports.length, 2, "one denial, told twice");
  const own = lines().find((line) => line.role !== "respond" && line.listed === 1);
  assert.ok(own);
  const named: [string, string][] = reports.flatMap((r): [string, string][] => [
    ["line", `${r.id}.${r.document_id}.waits`],
    ["seen", r.id],
  ]);
  assert.match(await text(page), /reported twice/);
  // How sure the gate is of a response stands beside it in words.
  service.sql(`UPDATE sighting SET score = 0.8 WHERE ${FOREVER} AND role = 'respond'`);
  assert.equal((await service.call("POST", "/v1/rebuild?part=suggestions")).status, 200);
  assert.match(await text(`/review?kind=response&claim=${claim}`), /class=sure[^>]*>.*?likely/);
  const line = `/c/${claim}/line`;
  const answers = () => service.sql(`SELECT actor, type FROM response WHERE ${FOREVER} AND claim_id = '${claim}'`);
  await undone(line, [...named, ["do", "accept"]], () => assert.equal(answers().length, 2));
  await undone(line, [...named, ["do", `accept ${reports[0]?.id}`]], () => assert.equal(answers().length, 1));
  await undone(line, [...named, ["do", "reject"]], () => assert.ok(!lines().some((l) => l.role === "respond" && l.state !== "rejected")));
  const was = JSON.stringify({ who: "Nils Holm", described: "baker", type: "denial", standing: "subject", when: "" });
  const fields: [string, string][] = [
    ["was", was],
    ["who", "Nils Holm"],
    ["described", "master baker"],
    ["type", "denial"],
    ["standing", "subject"],
    ["when", ""],
  ];
  await undone(line, [...named, ...fields, ["do", "edit"]], () => {
    assert.equal(answers().length, 2);
    assert.match(JSON.stringify(answers()), /master baker/);
    assert.match(JSON.stringify(lines()), /confirmed/);
  });
  const mine: [string, string][] = [
    ["line", `${own.id}.${own.document_id}.public`],
    ["seen", own.id],
  ];
  await undone(line, [...mine, ["do", "edit"], ["was", JSON.stringify({ stance: "support" })], ["stance", "query"]], async () =>
    assert.match(await text(page), /asks about it/),
  );
  const decisions = () => service.sql("SELECT 1 FROM decision").length;
  const sameForm = () => send(line, [...mine, ["do", "edit"], ["was", JSON.stringify({ stance: "query" })], ["stance", "query"]]);
  await sameForm(); // This accepts the line as it is.
  const before = decisions();
  const { said } = await sameForm();
  assert.deepEqual([decisions(), said], [before, "note.Nothing changed: it was like this already."]);
  await undone(line, [...mine, ["do", "edit"], ["was", "{}"], ["parent", "https://origin.example/first"], ["how", "citation"]], () =>
    assert.equal(service.sql(`SELECT 1 FROM edge WHERE ${FOREVER} AND child_id = '${own.document_id}' AND method = 'person'`).length, 1),
  );
  const noHow = { line: `${own.id}.${own.document_id}.public`, do: "edit", was: JSON.stringify({ stance: "support" }), stance: "query" };
  assert.equal((await post(line, { ...noHow, parent: "https://origin.example/second", how: "hearsay" })).status, 422);
  assert.equal(service.sql("SELECT 1 FROM edge WHERE type = 'hearsay'").length, 0, "a source comes by a known type of edge");
  await undone(line, [...mine, ["do", "wait"]], () => assert.equal(lines().find((l) => l.id === own.id)?.listed, 0));
  await undone(line, [...mine, ["do", "pin"]], async () => assert.match(await text(page), /always in the embed/));
  await undone(line, [...mine, ["do", "hide"]], async () => assert.match(await text(page), /left out of the embed/));
  assert.equal((await post(line, { do: "nothing" })).status, 422);
});

test("a claim counts what waits as its queue does, and a message says what was decided and what came of it", async () => {
  const { claim, page, lines } = told;
  const waiting = async () => [
    /(\d+) to review</.exec(await text(page))?.[1],
    /(\d+) waiting/.exec(await text(`/review?claim=${claim}`))?.[1],
  ];
  assert.deepEqual(await waiting(), ["1", "1"], "a response that two documents report is one");
  const [one] = lines().filter((line) => line.role === "respond");
  const back = `/review?claim=${claim}`;
  const { suggestions } = (await service.call<{ suggestions: { id: string; version: number }[] }>("GET", `/v1${back}`)).body;
  const [item] = suggestions;
  assert.ok(one && item);
  const strip = async (path: string) => / id=strip [^>]*><span>([^<]*)/.exec(await text(path))?.[1];
  const form = { id: item.id, version: String(item.version), do: "reject", about: "Nils Holm denied it", back };
  const rejected = (await post("/review", form)).headers.get("location") ?? "";
  assert.equal(await strip(rejected), "Rejected “Nils Holm denied it”.");
  const id = new URL(rejected, "http://127.0.0.1").searchParams.get("did") ?? "";
  const undoing = await post("/undo", { id, back, about: "Nils Holm denied it" });
  assert.equal(await strip(undoing.headers.get("location") ?? ""), "Undone: “Nils Holm denied it”.");
  assert.equal(await strip(rejected), "Rejected “Nils Holm denied it”. It was undone since.", "on a page that is opened again");
});

test("who decides too late gets back what was written, and only that", async () => {
  const { claim } = told;
  const back = `/review?claim=${claim}`;
  const shown = await text(back);
  const [, form = ""] = /<form class=right(.*?)<\/form>/s.exec(shown) ?? [];
  const was = (/ name=was value="([^"]*)"/.exec(form)?.[1] ?? "").replaceAll("&quot;", '"');
  const [, id = "", version = ""] = / name="id" value="([^"]+)">.* name="version" value="([^"]+)"/.exec(form) ?? [];
  const had = { ...(JSON.parse(was) as Record<string, string>), described: "the miller of Kivik" };
  const fields = { ...had, id, version, was: JSON.stringify(had), about: "Nils Holm denied it", back };
  const first = await post("/review", { ...fields, do: "reject" });
  assert.equal(first.status, 303);
  const late = await post("/review", { ...fields, do: "accept" });
  assert.equal(late.status, 303, "nothing was written");
  assert.ok(/Nothing changed\. [^<]* rejected it /.test(await text(late.headers.get("location") ?? "")));
  const written = await post("/review", { ...fields, described: "his own baker", do: "accept" });
  assert.equal(written.status, 409);
  assert.deepEqual(
    [...written.text.matchAll(/<textarea[^>]*>([^<]*)/g)].map(([, one]) => one),
    ["his own baker"],
  );
  const did = new URL(first.headers.get("location") ?? "", "http://127.0.0.1").searchParams.get("did") ?? "";
  await post("/undo", { id: did, back, about: "" });
});

test("what is wrong with a form is said above the page and beside the field, and what was typed is kept", async () => {
  const beside = async (path: string, fields: Record<string, string>) => {
    const { text: page } = await post(path, fields);
    const [, said, tag, control] =
      /<p class="fault s" id=fault>([^<]+)<\/p><(\w+)([^>]*) aria-invalid=true aria-errormessage=fault>/.exec(page) ?? [];
    const [name = ""] = Object.keys(fields);
    assert.match(String(control), new RegExp(` name="?${name}"?( |$)`), page.slice(0, 300));
    assert.equal(page.match(/id=fault/g)?.length, 1);
    assert.ok(tag === "textarea" || control?.includes(`value="${fields[name]}"`), "it is kept");
    return said ?? "";
  };
  assert.match(await beside("/claims/new", { text: "?!" }), /^Claim: must have words/);
  assert.match(await beside("/add", { author: "x".repeat(300), text: "A word." }), /^Author: must have at most 256 /);
  assert.match(await beside("/sources", { url: "nope" }), /^Address must be a full http/);
  assert.match(await beside("/sources", { config: "{", url: "https://paper.example/feed" }), /JSON/);
  assert.match(await beside("/people", { email: "nobody", name: "Ana Ruiz", role: "reviewer", do: "invite" }), /^Mail|^E-mail|mail/i);
  assert.match(await beside("/people", { keyname: " ", scope: "read", do: "key" }), /^What it is for: must not be empty/);
  assert.match(
    await beside("/alerts", { target: "nobody", kind: "mail", name: "Mine", subject: "all", do: "make" }),
    /must be one mail address/,
  );
  const fault = async (path: string, fields: Fields) =>
    / id=strip class="did no"[^>]*><span>([^<]*)/.exec((await post(path, fields)).text)?.[1] ?? "";
  assert.match(await fault("/claims/new", { text: "x".repeat(3000) }), /^Claim: must have at most 2000 characters/);
  assert.match(await fault("/add", { text: "" }), /^There is nothing to add yet\./);
  assert.match(await fault("/add", { text: "A word.", author: "x".repeat(300) }), /^Author: must have at most 256 /);
  assert.match(await fault("/sources", { url: "nope" }), /^Address must be a full http/);
});

test("a proposed claim is followed in other words of its documents, chosen from a list", async () => {
  const pages = [
    [
      "Is Kivik to lose its ferry 'Tumlaren' in May?",
      "The ferry Tumlaren of Kivik will be sold in May, the port paper says. It takes 90 cars.",
    ],
    [
      "Kivik's ferry Tumlaren will be sold in May",
      "Kivik's ferry Tumlaren, which takes 90 cars, will be sold in May. Nobody at the port knew more. Mayor Rut Holm denied that the ferry Tumlaren will be sold in May. “The ferry Tumlaren belongs to the town of Kivik,” she said.",
    ],
  ];
  for (const [i, [title, words]] of pages.entries())
    await service.call(
      "POST",
      "/v1/documents",
      { url: `https://ferry${i}.example/a`, kind: "article", title, text: words },
      { prefer: "wait" },
    );
  const page = await text("/review?kind=claim");
  const [, id = "", version = ""] = /name="?id"? value="(c\w+)".*?name="?version"? value="(\d+)"/s.exec(page) ?? [];
  const offered = [...page.matchAll(/name=other value="([^"]+)"/g)].map(([, words = ""]) => words.replaceAll("&#39;", "'"));
  const [other = ""] = offered;
  assert.ok(page.includes("belongs to the town of Kivik"), "the words of whoever denies it are shown");
  assert.ok(!offered.some((words) => words.includes("belongs to the town")), "and are no wording of it");
  assert.match(other, /Tumlaren.*sold in May/, page.slice(page.indexOf("id=wording"), page.indexOf("id=wording") + 900));
  const [wording = ""] = service.sql<{ text: string }>(`SELECT text FROM claim WHERE ${FOREVER} AND id = '${id}'`).map((row) => row.text);
  assert.notEqual(other, wording);
  await send("/review", { id, version, do: "accept", wording, other, visibility: "private", back: "/review" });
  assert.deepEqual(
    service.sql(`SELECT text, status FROM claim WHERE ${FOREVER} AND id = '${id}'`).map((row) => ({ ...row })),
    [{ text: other, status: "open" }],
  );
});

test("the head of the workspace: every form and its undo", async () => {
  const { claim, document, page, lines } = told;
  const change = `/c/${claim}/change`;
  await undone(change, { what: "wording", wording: `${WORDS}, it is said`, subject: "The bakery", why: "as it was put" }, async () =>
    assert.match(await text(page), /because: as it was put/),
  );
  // A form that is sent as it was found decides nothing, and says so.
  const asFound: Fields[] = [
    { what: "wording", wording: WORDS, subject: "" },
    { what: "status", status: "open" },
  ];
  for (const fields of asFound) {
    const { did, said } = await send(change, fields);
    assert.deepEqual([did, said], [null, "note.Nothing changed: it was like this already."]);
  }
  await undone(change, { what: "status", status: "settled" }, async () => assert.match(await text(page), /<b>settled<\/b>/));
  await undone(change, { what: "note", text: "Asked the baker by phone." }, async () => assert.match(await text(page), /Asked the baker/));
  const rating = { what: "verdict", publisher: "Fact Desk", label: "False", url: "https://facts.example/1" };
  await undone(change, rating, async () => assert.match(await text(page), /Fact Desk/));
  await send(change, rating);
  await undone(change, { ...rating, label: "Mostly false" }, async () => assert.match(await text(page), /Mostly false/));
  const response = {
    what: "response",
    who: "Kivik council",
    kind: "organisation",
    type: "no_comment",
    standing: "regulator",
    when: "2025-04-08",
  };
  await undone(change, { ...response, document, quote: "The council has not said anything about it so far." }, async () =>
    assert.match(await text(page), /Kivik council/),
  );
  const other = await add(
    "https://paper3.example/a",
    "The mayor of Kivik opened a fair for bread on Sunday, with music and coffee for all who came.",
  );
  await undone(change, { what: "appearance", document: other, stance: "comment" }, async () =>
    assert.match(await text(page), /comments on it/),
  );
  await undone(change, { what: "embed", headline: "Sawdust?", note: "We asked." }, async () =>
    assert.match((await service.call("GET", `/embed/${claim}`)).text, /Sawdust\?/),
  );
  service.sql("INSERT INTO person (id, name, role, created_at) VALUES ('p0000000000000000000000001', 'Ana Ruiz', 'reviewer', 1)");
  await undone(change, { what: "owner", owner: "p0000000000000000000000001" }, async () =>
    assert.match(await text(page), /owner <b>Ana Ruiz/),
  );
  await undone(`/c/${claim}/publish`, { visibility: "private" }, async () =>
    assert.match(await text(page), /Only you and your colleagues see/),
  );
  const same = await claimOf("A bakery of Kivik bakes its bread with sawdust", "private");
  assert.match(await text(`/c/${claim}/same?q=${same}`), /A bakery of Kivik bakes its bread with sawdust/);
  await undone(change, { what: "merge", into: same, why: "says the same" }, () =>
    assert.equal(service.sql(`SELECT 1 FROM claim WHERE ${FOREVER} AND id = '${claim}' AND merged_into = '${same}'`).length, 1),
  );
  await undone(change, { what: "split", other: "The mill of Kivik grinds wood instead of rye", pick: document }, async (did) => {
    assert.ok(!lines().some((l) => l.document_id === document && l.listed === 1));
    const [strip = ""] = /Split off a document\.[\s\S]{0,200}/.exec(await text(`${page}&did=${did}`)) ?? [];
    assert.match(strip, /\/c\/c[0-9a-z]{26}\?as=editor/, "the message leads to the claim that got it");
  });
  const nothing: Fields[] = [
    { what: "split", other: same },
    { what: "note", text: " " },
    { what: "merge", into: "none" },
    { what: "appearance", document: "https://unknown.example/" },
  ];
  for (const one of nothing) assert.equal((await post(change, one)).status, 422, JSON.stringify(one));
  assert.match((await send(change, { what: "watch" })).said ?? "", /You watch this claim/);
  assert.match(await text(page), /Stop watching/);
  assert.match(await text(`/c/${claim}/waiting`), /Nils Holm/, "what waits is in the second preview");
  const actorsWith = async (what: string) => JSON.stringify((await service.call("GET", `/v1/claims/${claim}/timeline${what}`)).body);
  assert.match(await actorsWith("?with=waiting"), /Nils Holm/, "and in the API’s");
  assert.doesNotMatch(await actorsWith(""), /Nils Holm/);
  assert.doesNotMatch(await actorsWith("?with=rejected"), /Nils Holm/);
  for (const other of ["asOf=2025-01-01", "rev=1", "format=markdown"])
    assert.equal((await service.call("GET", `/v1/claims/${claim}/timeline?with=waiting&${other}`)).status, 422, other);
  service.key = null;
  assert.ok((await service.call("GET", `/v1/claims/${claim}/timeline?with=waiting`)).status >= 400, "not for readers");
  service.key = KEY;
  assert.deepEqual((await service.call<{ violations: unknown[] }>("GET", "/v1/verify")).body.violations, []);
});

test("the document: every form and its undo", async () => {
  const claim = await claimOf("The ferry of Grotli runs on vinegar", "public");
  const document = await add(
    "https://grotli.example/a",
    `The ferry of Grotli runs on vinegar, two passengers claim. "That is simply not true," said Kari Moe, the owner of the ferry. Nobody was hurt.`,
  );
  const page = `/d/${document}`;
  const line = service.sql<{ id: string; role: string }>(`SELECT id, role FROM sighting WHERE ${FOREVER} AND document_id = '${document}'`);
  const denial = line.find((one) => one.role === "respond");
  const own = line.find((one) => one.role !== "respond");
  assert.ok(denial && own);
  const form = {
    wasPublishedAt: "",
    wasBasis: "unknown",
    kind: "article",
    lang: "en",
    author: "",
    wireCredit: "",
    publishedAt: "",
    basis: "unknown",
  };
  await undone(`${page}/edit`, { ...form, title: "Vinegar ferry", publishedAt: "2025-03-01", why: "its footer", do: "save" }, async () => {
    assert.match(await text(page), /value="Vinegar ferry"/);
    assert.match(await text(page), /changed by Somebody on this machine|changed by/i);
    assert.match(await text(page), /because: its footer/);
  });
  await send(`${page}/edit`, { ...form, title: "Vinegar ferry", do: "save" });
  await undone(`${page}/edit`, { do: "reset" }, async () => assert.doesNotMatch(await text(page), /value="Vinegar ferry"/));
  await undone(`${page}/line`, { id: denial.id, document, seen: denial.id, do: "accept" }, async () =>
    assert.match(await text(page), /pill pub/),
  );
  await undone(`${page}/line`, { id: own.id, document, do: "reject" }, async () => assert.match(await text(page), /dropped/));
  await undone(`${page}/claim`, { claim: "The mill of Grotli grinds stones", stance: "support" }, async () =>
    assert.match(await text(page), /The mill of Grotli grinds stones/),
  );
  await undone(page, { do: "withdraw" }, async () => {
    assert.deepEqual(service.sql(`SELECT id FROM sighting WHERE ${FOREVER} AND document_id = '${document}' AND state <> 'rejected'`), []);
    assert.match(await text(page), /not on a public timeline/);
  });
  await undone(`${page}/source`, { parent: "https://origin.example/second", type: "attribution" }, async () =>
    assert.match(await text(page), /origin\.example/),
  );
  await service.call(
    "POST",
    "/v1/documents",
    {
      url: "https://grotli.example/a",
      kind: "article",
      title: "News from Kivik",
      text: `The ferry of Grotli runs on vinegar, two passengers claim. "That is simply not true," said Kari Moe, the owner of the ferry. One was hurt.`,
    },
    { prefer: "wait" },
  );
  assert.match(await text(page), /<del>Nobody<\/del>|<del>Nobody was<\/del>|Nobody/);
  const small = await send(page, { do: "small" });
  assert.match(await text(page), /Readers do not see it/);
  await send("/undo", { id: small.did ?? "", back: page });
  assert.match(await text(page), /Readers see that it was changed/);
  // What a person corrected stays when it is read again.
  await service.call("POST", "/v1/replay?apply=true");
  assert.match(await text(page), /value="Vinegar ferry"/);
  assert.deepEqual((await service.call<{ violations: unknown[] }>("GET", "/v1/verify")).body.violations, []);
  assert.ok(claim);
});

test("a change that is found too small is told to readers nowhere, until that is taken back", async () => {
  const words = "The lift of Vadstena runs on cider";
  const claim = await claimOf(words, "public");
  const url = "https://vadstena.example/a";
  const id = await add(url, `${words}, a guest claims. Nobody was hurt.`);
  await add(url, `${words}, a guest claims. One was hurt.`);
  const isTold = async () => [
    /document\.change/.test(await text("/feed.rss")),
    /text changed since/i.test(await text(`/c/${claim}?as=reader`)),
  ];
  assert.deepEqual(await isTold(), [true, true]);
  const small = await send(`/d/${id}`, { do: "small" });
  assert.deepEqual(await isTold(), [false, false]);
  await send("/undo", { id: small.did ?? "", back: `/d/${id}` });
  assert.deepEqual(await isTold(), [true, true]);
});

test("words that may name somebody are shown once their line is ticked on the page to publish, whoever linked it", async () => {
  const claim = await claimOf("The crane of Trosa leans to the west", "public");
  const page = `/c/${claim}?as=editor`;
  const of = async (url: string, words: string) =>
    (
      await service.call<{ id: string }>(
        "POST",
        "/v1/documents",
        { url, kind: "article", title: "Karin Lindqvist photographs it", text: words },
        { prefer: "wait" },
      )
    ).body.id;
  await of("https://crane.example/a", "The crane of Trosa leans to the west, people in the harbour say.");
  const other = await of("https://crane.example/b", "It was a quiet summer in the harbour, and the crane did what it wanted.");
  await send(`/c/${claim}/change`, { what: "appearance", document: other, stance: "support" });
  assert.match(await text(page), /2 lines are shown without their words/);
  const shown = await text(`/c/${claim}/publish`);
  assert.match(shown, /Karin Lindqvist/);
  assert.match(shown, new RegExp(`/c/${claim}\\?as=editor`), "back to the claim");
  assert.match(shown, new RegExp(`/d/${other}`), "and to the document of each line");
  const ids = [...shown.matchAll(/name=seen value="(s\w{26})"/g)].map(([, id = ""]) => id);
  assert.equal(ids.length, 2);
  await send(`/c/${claim}/publish`, [["visibility", "public"], ...ids.map((id): [string, string] => ["seen", id])]);
  assert.doesNotMatch(await text(page), /shown without (?:its|their) words/);
});

test("a long queue: what a filter finds at its end is reached, chosen on any page, and decided with all of it", async () => {
  const claim = await claimOf("The lock of Arild leaks at night", "public");
  const document = await add("https://lock.example/a", "The lock of Arild leaks at night, says a skipper who ties up there every summer.");
  service.sql(
    `UPDATE sighting SET listed = 0, state = 'suggested', score = 0.8, method = 'matcher 1' WHERE ${FOREVER} AND claim_id = '${claim}'`,
  );
  const columns = service.sql<{ name: string }>("SELECT name FROM pragma_table_info('sighting')").map((row) => row.name);
  const change: Record<string, string> = {
    id: "printf('s%026d', n)",
    at: "at + n",
    recorded_at: "recorded_at + n",
    score: "iif(n = 190, 0.99, 0.8)",
  };
  service.sql(`INSERT INTO sighting (${columns.join()}) WITH RECURSIVE k (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 190)
    SELECT ${columns.map((name) => change[name] ?? name).join()} FROM k, (SELECT * FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' LIMIT 1)`);
  for (const part of ["rollups", "suggestions"]) assert.equal((await service.call("POST", `/v1/rebuild?part=${part}`)).status, 200);
  const last = "s00000000000000000000000190";
  let path: string | undefined = `/review?sure=near-certain&kind=appearance&claim=${claim}`;
  let page = "";
  for (let pages = 0; path && !page.includes(last); pages++) {
    assert.ok(pages < 10);
    page = await text(path);
    if (!page.includes(last))
      assert.doesNotMatch(page, /End of the list|Nothing matches these filters/, "it does not look finished before it is");
    path = /class="more s"><a href="[^"]*?(\/review[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  const pick = new RegExp(`value="(${last}\\.\\d+\\.${document})"`).exec(page)?.[1] ?? "";
  assert.match(page, /all 1 in this list/);
  // Ticked on a page that is not the first: shown before it is accepted.
  const bulk = await post("/review/bulk", { pick, do: "accept", scope: "ticked", claim });
  assert.match(bulk.text, new RegExp(pick.replaceAll(".", "\\.")));
  // A part of a list that is too long to be decided at once is shown before it is rejected.
  const shown = await post("/review/bulk", { scope: "first", do: "reject", claim });
  assert.match(shown.text, /Reject 100 suggestions\?/);
  // What was put off is in the counts, and is not decided with the others.
  const first = (await service.call<{ suggestions: { id: string; version: number }[] }>("GET", `/v1/review?claim=${claim}&limit=1`)).body;
  await service.call("POST", "/v1/decisions", {
    items: [{ id: first.suggestions[0]?.id, version: first.suggestions[0]?.version, do: "later" }],
  });
  const { did, said } = await send("/review/bulk", { scope: "all", count: "191", do: "reject", claim });
  assert.ok(did, said ?? "");
  const rejected = service.sql<{ id: string }>(`SELECT id FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' AND state = 'rejected'`);
  assert.deepEqual([rejected.length, rejected.some(({ id }) => id === first.suggestions[0]?.id)], [190, false]);
});

test("the queue shows all reports of the response that it is asked for", async () => {
  const { suggestions } = (
    await service.call<{ suggestions: { id: string; version: number; reports: unknown[] }[] }>("GET", "/v1/review?kind=response&limit=100")
  ).body;
  const told = suggestions.find((one) => one.reports.length === 2);
  assert.ok(told, "a response that is told twice");
  assert.match(await text(`/review?kind=response&item=${told.id}.${told.version}`), /One response, reported 2 times/);
  const putOff = await send("/review/several", { pick: `${told.id}.${told.version}.`, do: "later", back: "/review" });
  assert.ok(putOff.did, putOff.said ?? "");
  assert.ok(!(await text("/review?kind=response")).includes(told.id));
});

test("an archive is asked for a page by hand, where one is configured", async () => {
  const house = new Instance(null, { CONTACT: "desk@paper.example", CRAWL_ARCHIVE: "https://web.archive.org" });
  after(() => house.close());
  const page = { url: "https://paper.example/archive", kind: "article", title: "Bread", text: `${WORDS}, people say in town.` };
  const { id } = (await house.call<{ id: string }>("POST", "/v1/documents", page, { prefer: "wait" })).body;
  assert.match((await house.call("GET", `/d/${id}`)).text, /Ask an archive for it/);
  const asked = await house.call("POST", `/d/${id}`, String(new URLSearchParams({ do: "archive" })), FORM);
  assert.equal(asked.headers.get("location"), `/d/${id}?did=archive`);
  assert.match((await house.call("GET", `/d/${id}?did=archive`)).text, /The archive will be asked/);
  const visits = house.sql<{ due_at: number }>(`SELECT due_at FROM visit WHERE purpose = 'archive' AND subject = '${id}'`);
  assert.ok(visits.length === 1 && (visits[0]?.due_at ?? Number.MAX_VALUE) <= Date.now());
  const { id: other } = (await service.call<{ id: string }>("POST", "/v1/documents", page, { prefer: "wait" })).body;
  assert.doesNotMatch(await text(`/d/${other}`), /Ask an archive/);
  assert.match((await post(`/d/${other}`, { do: "archive" })).text, /no archive is configured/);
});

test("the history has words for everything that these forms did", async () => {
  const done = service.sql<{ type: string }>(
    `SELECT DISTINCT type FROM event WHERE ${DECIDED} OR detail ->> '$.by' = 'local' ORDER BY type`,
  );
  assert.ok(done.length > 10, JSON.stringify(done));
  assert.deepEqual(
    done.map(({ type }) => type).filter((type) => people.did[type] === undefined),
    [],
  );
});

test("a response that a person recorded and that the machine read, too, in one document is reported once", async () => {
  const words = "The brewery of Kivik puts soap into its beer";
  const claim = await claimOf(words, "public");
  const said = `"That is simply not true, there is no soap in our beer," said Ola Berg, the brewer.`;
  const document = await add(
    "https://paper3.example/b",
    `${words}, a neighbour claims. ${said} The council has not said anything about it.`,
  );
  const response = { type: "denial", standing: "subject", actor: { kind: "person", name: "Ola Berg" } };
  await service.call("POST", "/v1/sightings", { claim, document, role: "respond", stance: "deny", response });
  const rows = service.sql(`SELECT id FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' AND role = 'respond'`);
  const page = await text(`/c/${claim}?as=editor`);
  assert.equal(rows.length, 2);
  assert.match(page, /Ola Berg/);
  assert.doesNotMatch(page, /reported twice/);
});

test("a line without words has no empty quotation, and one of an erased document is told as such", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The kiosk of Brantevik sells sand" })).body.id;
  const add = async (n: number) => {
    const document = { kind: "post", url: `https://forum.example/kiosk/${n}`, platform: "x", text: `Wonderful evening, number ${n}` };
    const { id } = (await service.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body;
    await post(`/c/${claim}/change`, { what: "appearance", document: id, stance: "support" });
    return id;
  };
  const [, gone] = [await add(1), await add(2)];
  const shown = await text(`/c/${claim}?as=editor`);
  assert.match(shown, /<form class="ln /);
  assert.doesNotMatch(shown, /“(?:<bdi[^>]*><\/bdi>)?”/);
  const erased = await post(`/d/${gone}`, { do: "erase", sure: "erase", reason: "request" });
  assert.match(await text(erased.headers.get("location") ?? ""), /id=strip[^>]*><span>Erased: /);
  const after = await text(`/c/${claim}?as=editor`);
  assert.match(after, /An erased document supports it/);
  assert.doesNotMatch(after, /the page was not captured|Its source was removed/);
  assert.match(
    await text(`/c/${claim}/same`),
    /<input type=search name=q value="" aria-label="[^"]+" autofocus>/,
    "nothing else to choose",
  );
});

test("a filter of an empty queue does not lead to nothing", async () => {
  const empty = new Instance();
  const { text: shown } = await empty.call("GET", "/review?kind=response");
  assert.match(shown, /Nothing waits for review/);
  assert.doesNotMatch(shown, /Show all 0/);
  empty.close();
});
