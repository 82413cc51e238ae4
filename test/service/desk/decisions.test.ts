/** What waits is one list with exact counts; decisions on many things at once are guarded, and one undo brings back exactly what was. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIGHTING_COLUMNS } from "../../../workers/store/relations/stored-sighting.ts";
import { openService, type Service } from "../support/harness.ts";

interface Suggestion {
  id: string;
  version: number;
  kind: string;
  claim: { id: string; text: string; waiting: number };
  statement: string;
  names: string[];
  evidence: { sentence: string; document: string; spans: { start: number; end: number; label: string }[] } | null;
  reports: { id: string; document: string }[];
  count: number;
  effect: { visibility: string; line: string };
}
interface Review {
  suggestions: Suggestion[];
  counts: { total: number; kinds: Record<string, number>; sure: Record<string, number> };
  next: string | null;
}
interface Decision {
  /** null where nothing was done */
  id: string;
  done: { kind: string; id: string; do: string }[];
  held: { id: string; because: string }[];
  conflicts: { id: string; by: string | null; did: string | null }[];
  public: string[];
  detail: string;
}
let service: Service;
const ids: Record<string, string> = {};
const CLAIM = "The bakery in Kivik mixes sawdust with its rye flour";
const FOREVER = "replaced_at = 9007199254740991";
const review = async (query = "") => (await service.get<Review>(`/v1/review${query}`)).body;
const decide = (body: object, headers?: Record<string, string>) => service.call<Decision>("POST", "/v1/decisions", body, headers);
const undo = (id: string) => service.call<Decision>("POST", `/v1/decisions/${id}/undo`);
/** All that is known now, but for when it was recorded and what counts changes. */
const known = async () =>
  (
    await Promise.all(
      [
        `SELECT ${SIGHTING_COLUMNS.filter((c) => c !== "recorded_at").join(", ")} FROM sighting WHERE ${FOREVER} ORDER BY claim_id, id`,
        `SELECT claim_id, id, at, document_id, type, standing, actor, quotes, seen, state, published FROM response WHERE ${FOREVER} ORDER BY claim_id, id`,
        `SELECT child_id, parent_id, type, basis, confidence, state, is_primary, evidence, method FROM edge WHERE ${FOREVER} ORDER BY 1, 2, 3`,
        `SELECT id, text, lang, status, visibility, subject, merged_into FROM claim WHERE ${FOREVER} ORDER BY id`,
        "SELECT claim_id, text FROM phrasing ORDER BY 1, 2",
        "SELECT claim_id, publisher, label FROM verdict WHERE replaced_at = 9007199254740991 ORDER BY 1, 2",
        "SELECT claim_id, sightings, responses, platforms, first_responses, listed FROM claim_summary ORDER BY claim_id",
        "SELECT kind, id, act, claim_id, document_id, band, named, lead FROM suggestion ORDER BY kind, id",
        "SELECT * FROM suggestion_count ORDER BY 1, 2, 3",
        "SELECT rowid, words FROM claim_search ORDER BY rowid",
      ].map((sql) => service.sql(sql)),
    )
  ).flatMap((rows, table) => rows.map((row) => `${table} ${JSON.stringify(row)}`));
/** The same rows; what differs is told shortly. */
const same = (now: string[], then: string[], but = /$^/) => {
  const rest = (rows: string[], others: string[]) =>
    rows.filter((row) => !others.includes(row) && !but.test(row)).map((row) => row.slice(0, 700));
  assert.deepEqual({ more: rest(now, then), fewer: rest(then, now) }, { more: [], fewer: [] });
};
const article = (i: number, text: string) => ({
  url: `https://paper${i}.example/a`,
  kind: "article",
  title: "Bread of Kivik",
  publishedAt: `2025-03-0${i}T10:00:00Z`,
  text,
});

before(async () => {
  service = await openService();
  ids["bread"] = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  ids["water"] = (
    await service.call<{ id: string }>("POST", "/v1/claims", { text: "Nobody in Arlov has paid for water since the pump house burned" })
  ).body.id;
  const told = [
    `${CLAIM}, a neighbour claims. "That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker. The council has not said anything about the bakery so far.`,
    `People in Kivik say that the bakery mixes sawdust with its rye flour. "That is simply not true," Nils Holm said on Tuesday. Customers went on buying bread.`,
    `${CLAIM}, reports say. The town council denied that the bakery mixes sawdust with its rye flour.`,
  ];
  for (const [i, text] of told.entries()) await service.add(article(i + 1, text));
  for (const [i, text] of ["The bakery of Kivik sold flour again", "Rye flour with sawdust again", "nobody has paid for water"].entries())
    await service.add({
      url: `https://forum.example/p/${i}`,
      platform: "forum",
      author: { handle: `u${i}` },
      text,
      publishedAt: `2025-04-0${i + 1}T10:00:00Z`,
    });
  await service.add({
    ...article(
      7,
      'An anonymous post claims that the clock tower of Rimstad strikes thirteen at noon. "The clock strikes thirteen," said Eva Lund, a baker. The council denied that the clock is wrong.\n\nNobody on the council knows since when or why.',
    ),
    title: "Clock tower of Rimstad strikes thirteen at noon",
  });
  await service.settle();
});
after(() => service.close());

test("one list of all that waits, with its sentence, reasons and counts", async (t) => {
  const { suggestions, counts } = await review("?limit=100");
  t.diagnostic(suggestions.map((s) => `${s.kind} ${s.count} ${s.statement}`).join("; "));
  assert.equal(suggestions.length, counts.total);
  for (const kind of ["response", "appearance", "source", "claim"])
    assert.equal(suggestions.filter((s) => s.kind === kind).length, counts.kinds[kind], kind);
  assert.ok((counts.kinds["response"] ?? 0) >= 1 && (counts.kinds["appearance"] ?? 0) >= 1 && (counts.kinds["claim"] ?? 0) >= 1);
  const denial = suggestions.find((s) => s.kind === "response" && /Holm/.test(s.statement));
  assert.ok(denial, "the baker's denial waits");
  assert.match(denial.statement, /Holm denied it/);
  assert.deepEqual(denial.names, ["Nils Holm"]);
  assert.equal(denial.effect.visibility, "public");
  assert.match(denial.evidence?.sentence ?? "", /not true/);
  const filtered = await review(`?kind=response&claim=${ids["bread"]}`);
  assert.ok(filtered.suggestions.length > 0 && filtered.suggestions.every((s) => s.kind === "response" && s.claim.id === ids["bread"]));
  const named = await review("?named=yes&limit=100");
  assert.ok(named.suggestions.length > 0 && named.suggestions.every((s) => s.names.length > 0));
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const page = await review(`?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.suggestions.map((s) => s.id));
    if (!page.next) break;
    cursor = page.next;
  }
  assert.deepEqual(seen.sort(), suggestions.map((s) => s.id).sort());
  await service.assertSound();
});

test("a response that was not seen is held; seen, it is public, and one undo takes it back exactly", async () => {
  const before = await known();
  const { suggestions } = await review("?kind=response&limit=100");
  const denial = suggestions.find((s) => /Holm/.test(s.statement)) as Suggestion;
  const item = { id: denial.id, version: denial.version, do: "accept" };
  const held = await decide({ items: [item] });
  assert.equal(held.status, 200, held.text);
  assert.ok(held.body.held.length > 0 && /Nils Holm/.test(held.body.held[0]?.because ?? ""));
  assert.deepEqual(held.body.done, []);
  same(await known(), before);
  const key = { "idempotency-key": "accept-1" };
  const seen = { items: [item], seen: denial.reports.map((r) => r.id), why: "read it" };
  const done = await decide(seen, key);
  assert.equal(done.status, 200, done.text);
  assert.equal(done.body.done.length, denial.count);
  assert.ok(done.body.public.every((line) => /Holm denied it/.test(line)) && done.body.public.length > 0);
  const again = await decide(seen, key);
  assert.equal(again.body.id, done.body.id, "sent again it is the same decision");
  const twice = await decide(seen);
  assert.equal(twice.status, 409);
  assert.match(twice.body.detail, /accepted it|does not wait/);
  const timeline = await service.get<{ acts?: unknown[]; events: { lane: string; state: string }[] }>(
    `/v1/claims/${ids["bread"]}/timeline`,
  );
  assert.ok(timeline.body.events.some((e) => e.lane === "responses" && e.state === "confirmed"));
  await service.assertSound();
  assert.equal((await undo(done.body.id)).status, 200);
  same(await known(), before);
  assert.equal((await undo(done.body.id)).status, 409);
  await service.assertSound();
});

test("accepted with another reading: who, what and when; History shows old and new; undone it is as the machine read it", async () => {
  const before = await known();
  const denial = (await review("?kind=response&limit=100")).suggestions.find((s) => /Holm/.test(s.statement)) as Suggestion;
  const [first, ...others] = denial.reports;
  const edit = { who: "N. Holm", described: "owner of the bakery", type: "explanation", standing: "subject", when: "2025-03-01" };
  const done = await decide({
    items: [{ id: denial.id, version: denial.version, do: "accept", edit, reports: [first?.id] }],
    seen: denial.reports.map((r) => r.id),
  });
  assert.equal(done.status, 200, done.text);
  const rows = await service.sql<{ type: string; actor: string; standing: string }>(
    `SELECT type, actor, standing FROM response WHERE ${FOREVER} AND id = ?1`,
    first?.id ?? "",
  );
  assert.equal(rows.length, 1);
  assert.deepEqual([rows[0]?.type, rows[0]?.standing], ["explanation", "subject"]);
  assert.match(rows[0]?.actor ?? "", /N\. Holm.*owner of the bakery/);
  for (const { id } of others)
    assert.equal(
      (await service.sql<{ state: string }>(`SELECT state FROM sighting WHERE ${FOREVER} AND id = ?1`, id))[0]?.state,
      "rejected",
    );
  const history = await service.get<{ decisions: { id: string; did: string; undoable: boolean }[] }>(`/v1/decisions?about=${ids["bread"]}`);
  assert.equal(history.body.decisions[0]?.id, done.body.id);
  // What is public already can be changed, by its document.
  const changed = await decide({ items: [{ id: first?.id, document: first?.document, do: "edit", edit: { type: "denial" } }] });
  assert.equal(changed.status, 200, changed.text);
  assert.equal((await undo(done.body.id)).status, 409, "somebody decided on it since");
  assert.equal((await undo(changed.body.id)).status, 200);
  assert.equal((await undo(done.body.id)).status, 200);
  same(await known(), before);
  await service.assertSound();
});

test("where nothing is done there is no decision: a claim set as it is, and a response that nobody read", async () => {
  const past = async () => (await service.get<{ decisions: { id: string }[] }>("/v1/decisions")).body.decisions.length;
  const before = await past();
  const same = await decide({ items: [{ id: ids["bread"], do: "edit", edit: { status: "open" } }] });
  assert.deepEqual([same.status, same.body.id, same.body.done, same.body.held], [200, null, [], []]);
  const [named] = (await review("?kind=response&named=yes")).suggestions;
  const held = await decide({ items: [{ id: named?.id, version: named?.version, do: "accept" }] });
  assert.deepEqual([held.status, held.body.id, held.body.done, held.body.held.length > 0], [200, null, [], true], held.text);
  assert.equal(await past(), before);
});

test("several at once: mixed verbs, a filter with its count, later, and one undo for all", async () => {
  const before = await known();
  const { suggestions: all, counts } = await review("?limit=100");
  // A claim that is followed changes how rare its words are, and with that the scores of others.
  const suggestions = all.filter((s) => s.kind !== "claim");
  const mixed = await decide({
    items: suggestions.map((s, i) => ({ id: s.id, version: s.version, do: i % 2 ? "reject" : "accept" })),
    seen: suggestions.flatMap((s) => s.reports.map((r) => r.id)),
  });
  assert.equal(mixed.status, 200, mixed.text);
  assert.equal(mixed.body.conflicts.length, 0);
  assert.equal(mixed.body.held.length, 0, JSON.stringify(mixed.body.held));
  await service.assertSound();
  assert.equal((await undo(mixed.body.id)).status, 200);
  same(await known(), before);
  const appearances = counts.kinds["appearance"] ?? 0;
  assert.equal((await decide({ where: { kind: "appearance", do: "reject", count: appearances + 1 } })).status, 409);
  const swept = await decide({ where: { kind: "appearance", do: "reject", count: appearances }, why: "not worth it" });
  assert.equal(swept.status, 200, swept.text);
  assert.equal((await review()).counts.kinds["appearance"], 0);
  assert.equal((await undo(swept.body.id)).status, 200);
  same(await known(), before);
  const first = (await review("?kind=appearance")).suggestions[0];
  const later = await decide({ items: [{ id: first?.id, version: first?.version, do: "later" }] });
  assert.equal(later.status, 200, later.text);
  assert.ok(!(await review("?limit=100")).suggestions.some((s) => s.id === first?.id));
  assert.equal((await undo(later.body.id)).status, 200);
  assert.ok((await review("?limit=100")).suggestions.some((s) => s.id === first?.id));
  same(await known(), before);
  await service.assertSound();
});

test("two at the same moment: one decision is stored, and the other is told who decided", async () => {
  const before = await known();
  const [one] = (await review("?kind=appearance")).suggestions;
  const bodies = ["accept", "reject"].map((verb) => ({ items: [{ id: one?.id, version: one?.version, do: verb }], seen: [one?.id] }));
  const answers = await Promise.all(bodies.map((body) => decide(body)));
  assert.deepEqual(answers.map((a) => a.status).sort(), [200, 409], answers.map((a) => a.text).join());
  assert.match(answers.find((a) => a.status === 409)?.body.detail ?? "", /(accepted|rejected) it/);
  assert.equal((await undo(answers.find((a) => a.status === 200)?.body.id ?? "")).status, 200);
  same(await known(), before);
});

test("a proposal is followed with a better wording, published only with what was read, made private and back", async () => {
  const before = await known();
  const proposal = (await review("?kind=claim")).suggestions[0] as Suggestion;
  const followed = await decide({
    items: [{ id: proposal.id, version: proposal.version, do: "accept", edit: { wording: "The clock of Rimstad strikes thirteen" } }],
  });
  assert.equal(followed.status, 200, followed.text);
  const claim = async () => (await service.get<{ status: string; visibility: string; text: string }>(`/v1/claims/${proposal.id}`)).body;
  assert.deepEqual([(await claim()).status, (await claim()).visibility], ["open", "private"], "readers see nothing");
  await service.assertSound();
  const publish = (body: object) =>
    service.call<Decision & { errors: { detail: string }[] }>("POST", `/v1/claims/${proposal.id}/visibility`, body);
  // A line that a machine shows, as a person's: it must be read before it is public.
  const lines = await service.sql<{ id: string }>(`SELECT id FROM sighting WHERE ${FOREVER} AND claim_id = ?1 AND listed = 1`, proposal.id);
  const [line] = lines;
  await service.sql(
    `UPDATE sighting SET detail = json_set(detail, '$.attributedTo', json('{"kind":"person","name":"Eva Lund"}')) WHERE id = ?1`,
    line?.id ?? "",
  );
  const refused = await publish({ visibility: "public" });
  assert.equal(refused.status, 422, refused.text);
  assert.match(refused.body.errors[0]?.detail ?? "", /names Eva Lund/);
  const shown = await publish({ visibility: "public", seen: [line?.id] });
  assert.equal(shown.status, 200, shown.text);
  assert.equal((await claim()).visibility, "public");
  assert.equal((await undo(shown.body.id)).status, 200);
  assert.equal((await claim()).visibility, "private");
  const holding = await publish({ visibility: "public", hold: true });
  assert.equal(holding.body.held.length, 1, holding.text);
  assert.equal((await service.anonymous("GET", `/v1/claims/${proposal.id}/timeline`)).text.includes("Eva Lund"), false);
  assert.equal((await undo(holding.body.id)).status, 200);
  await service.sql(`UPDATE sighting SET detail = json_remove(detail, '$.attributedTo') WHERE id = ?1`, line?.id ?? "");
  assert.equal((await undo(followed.body.id)).status, 200);
  // What a claim that is followed had read again, it is read anew when it is proposed again.
  same(await known(), before, new RegExp(`${line?.id}|"score":|"rowid"|"kind":"claim"`));
  await service.assertSound();
});

test("merged and taken back, each row is where it was", async () => {
  await service.call("POST", `/v1/claims/${ids["water"]}/verdicts`, {
    publisher: "Checks",
    label: "False",
    url: "https://checks.example/1",
  });
  const before = await known();
  const merged = await service.call<{ id: string; decision: string }>("POST", `/v1/claims/${ids["water"]}/merge`, { into: ids["bread"] });
  assert.equal(merged.status, 200, merged.text);
  assert.notDeepEqual(await known(), before);
  await service.assertSound();
  assert.equal((await undo(merged.body.decision)).status, 200);
  same(await known(), before);
  await service.assertSound();
});

test("a source that a person names in place of the machine is taken back whole: what the machine said is as it was", async () => {
  const told = "https://forum.example/kivik/7";
  const { body: page } = await service.add({
    kind: "article",
    url: "https://paper.example/kivik-7",
    html: `<html lang=en><body><article><h1>Kivik</h1><p>${CLAIM}, as <a href="${told}">a post in a forum</a> says. Nobody in Kivik knows who wrote the post, and the bakery was closed in the evening.</p></article></body></html>`,
  });
  await service.settle();
  const { edges } = (await service.get<{ edges: { parent: string; type: string }[] }>(`/v1/edges?document=${page.id}`)).body;
  assert.ok(
    edges.some(({ type }) => type === "citation"),
    "the machine found the link",
  );
  const before = await known();
  const said = { child: page.id, parent: told, type: "citation", quote: "a post in a forum", note: "asked the paper" };
  assert.equal((await service.call("POST", "/v1/edges", said)).status, 200);
  await service.settle();
  const { decisions } = (await service.get<{ decisions: { id: string }[] }>("/v1/decisions?limit=1")).body;
  assert.equal((await undo(decisions[0]?.id ?? "")).status, 200);
  await service.settle();
  same(await known(), before);
  await service.assertSound();
});

test("what a merge or a split moved since is not taken back, and what was decided on it since holds", async () => {
  const claim = async (text: string) => (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const [tower, mill, fair] = [
    await claim("The water tower of Torna will be painted orange in May"),
    await claim("A circus has bought the old mill of Vomb"),
    await claim("The fair of Sjobo takes place on an island"),
  ];
  const post = async (n: number) =>
    (await service.add({ url: `https://mastodon.example/@ann/11428956317409234${n}`, text: `My cat sleeps all day, for the ${n}th time.` }))
      .body.id;
  const lines = async (id: string) =>
    (await service.get<{ events: { id: string; document: string }[] }>(`/v1/claims/${id}/timeline`)).body.events;
  const put = (kind: "merge" | "split", from: string, into: string, documents?: string[]) =>
    service.call<{ decision: string }>("POST", `/v1/claims/${from}/${kind}`, { into, ...(documents && { documents }) });
  const [first, second, third] = [await post(1), await post(2), await post(3)];
  for (const document of [first, second, third]) await service.call("POST", "/v1/sightings", { claim: tower, document, stance: "support" });
  const [line] = (await lines(tower)).filter(({ document }) => document === third);
  const rejected = await decide({ items: [{ id: line?.id, document: third, do: "reject" }] });
  assert.equal(rejected.status, 200, rejected.text);
  const rated = await service.call("POST", `/v1/claims/${tower}/verdicts`, {
    publisher: "Checks",
    label: "False",
    url: "https://checks.example/2",
  });
  assert.equal(rated.status, 201);
  const rating = (await service.get<{ decisions: { id: string }[] }>("/v1/decisions?limit=1")).body.decisions[0]?.id ?? "";
  const merged = await put("merge", tower, mill);
  const state = await known();
  assert.equal((await undo(rejected.body.id)).status, 409, "its line is another claim's");
  assert.equal((await undo(rating)).status, 409, "its rating is another claim's");
  const merging = await put("merge", mill, fair);
  assert.equal((await undo(merged.body.decision)).status, 409, "its lines went on to a third claim");
  assert.equal((await undo(merging.body.decision)).status, 200);
  same(await known(), state);
  const [moved] = (await lines(mill)).filter(({ document }) => document === second);
  assert.equal((await decide({ items: [{ id: moved?.id, document: second, do: "reject" }] })).status, 200);
  assert.equal((await undo(merged.body.decision)).status, 200);
  assert.deepEqual(
    (await lines(tower)).map(({ document }) => document),
    [first],
    "what was rejected in the merged claims stays rejected",
  );
  assert.equal((await undo(rejected.body.id)).status, 200);
  const accepted = await decide({ items: [{ id: line?.id, document: third, do: "edit", edit: { stance: "query" } }] });
  const split = await put("split", tower, mill, [third]);
  assert.equal((await undo(accepted.body.id)).status, 409, "its document was moved");
  assert.equal((await undo(split.body.decision)).status, 200);
  assert.equal((await undo(accepted.body.id)).status, 200);
  await service.assertSound();
});

test("the list of claims names the key that decided", async () => {
  const page = (await service.get("/")).text;
  assert.match(page, /The setup key: /);
  assert.doesNotMatch(page, /Somebody: /);
});

test("a merge that took two requests is one decision, and is taken back whole", async () => {
  const claim = async (text: string) => (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const [ring, bell] = [await claim("A thief took the ring of Ystad"), await claim("The bell of Ystad rang by itself")];
  const { body } = await service.add({ url: "https://mastodon.example/@ann/114289563174092399", text: "My cat sleeps all day again." });
  await service.call("POST", "/v1/sightings", { claim: ring, document: body.id });
  await service.call("POST", "/v1/sightings/reject", { claim: ring, document: body.id });
  const live = "claim_id = ?1 AND replaced_at = 9007199254740991";
  await service.sql(
    `INSERT INTO sighting (${SIGHTING_COLUMNS.join(", ")})
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5200)
     SELECT ${SIGHTING_COLUMNS.map((c) => (/^(?:document_)?id$/.test(c) ? `substr(${c}, 1, 1) || printf('%026d', i)` : c)).join(", ")}
     FROM sighting, n WHERE ${live}`,
    ring,
  );
  const count = async (id: string) => (await service.sql<{ n: number }>(`SELECT count(*) AS n FROM sighting WHERE ${live}`, id))[0]?.n;
  assert.equal(await count(ring), 5201);
  const merge = async () =>
    (await service.call<{ left: boolean; decision: string }>("POST", `/v1/claims/${ring}/merge`, { into: bell })).body;
  const first = await merge();
  assert.ok(first.left);
  const second = await merge();
  assert.deepEqual([second.left, second.decision, await count(ring), await count(bell)], [false, first.decision, 0, 5201]);
  const taken = await undo(first.decision);
  assert.equal(taken.status, 200, taken.text);
  assert.deepEqual([await count(ring), await count(bell)], [5201, 0]);
  assert.equal((await service.get<{ id: string }>(`/v1/claims/${ring}`)).body.id, ring);
  for (const id of [ring, bell]) await service.sql("DELETE FROM sighting WHERE claim_id = ?1 AND document_id LIKE 'd0000000%'", id);
});

test("with 5,000 waiting the queue reads at most 300 rows, as page and by the API, in two calls and one for who asks", async (t) => {
  const { total } = (await review()).counts;
  const [row] = await service.sql<{ id: string; since: number; document_id: string }>(
    "SELECT id, since, document_id FROM suggestion WHERE kind = 'appearance' LIMIT 1",
  );
  await service.sql(
    `INSERT INTO suggestion (kind, since, id, act, claim_id, document_id, site, band, named, due, lead)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     SELECT 'appearance', ?1 + i, 's' || printf('%026d', i), 's' || printf('%026d', i), ?2, ?3, 'site' || (i % 40), i % 4, i % 2, 0, 1 FROM n`,
    Number(row?.since),
    ids["bread"] ?? "",
    row?.document_id ?? "",
  );
  await service.sql(
    "UPDATE suggestion_count SET waiting = waiting + 5000 WHERE kind = 'appearance' AND (claim_id = '' OR claim_id = ?1)",
    ids["bread"] ?? "",
  );
  for (const path of [
    "/v1/review",
    `/v1/review?claim=${ids["bread"]}`,
    "/v1/review?sure=likely",
    "/review",
    `/review?claim=${ids["bread"]}`,
    "/review?sure=doubtful&named=yes",
  ]) {
    const answer = await service.get(path);
    assert.equal(answer.status, 200, path);
    t.diagnostic(`${path}: ${answer.rows.read} rows`);
    assert.ok(answer.rows.read <= 300, `${path}: ${answer.rows.read} rows`);
    const calls = Number(/calls=(\d+)/.exec(answer.headers.get("server-timing") ?? "")?.[1] ?? 0);
    assert.ok(calls <= 3, `${path}: ${calls} calls`);
  }
  assert.ok((await review()).counts.total > total);
});

test("what a person says of a document stays through readings, captures and replay, and is taken back", async () => {
  await service.fresh();
  const text = "The ferry of Grotli runs on vinegar";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const page = (words: string) => ({
    url: "https://grotli.example/ferry",
    html: `<html lang=en><head><title>A ferry on vinegar</title><meta property="article:published_time" content="2025-03-02T10:00:00Z"></head><body><article><h1>A ferry on vinegar</h1><p>${text}, two passengers claim. ${words}</p><p>The owner has not answered, and the ferry leaves as it did on every day of the past thirty years.</p></article></body></html>`,
    kind: "article",
  });
  const { id } = (await service.add(page("They smelled it."))).body;
  await service.add({
    url: "https://copy.example/a",
    kind: "article",
    text: `${text}, two passengers claim. They smelled it.`,
    publishedAt: "2025-03-02T08:00:00Z",
  });
  const read = async () =>
    (await service.get<Record<string, unknown>>(`/v1/documents/${id}`)).body as {
      title: string;
      author: string | null;
      kind: string;
      publishedAt: { value: string; basis: string };
      corrected: Record<string, { by: string | null; read: unknown }>;
    };
  const event = async () =>
    (
      await service.get<{ events: { document: string; author: string | null; publishedAt: { value: string }; lane: string }[] }>(
        `/v1/claims/${claim}/timeline`,
      )
    ).body.events.find((one) => one.document === id);
  const before = await read();
  assert.equal(before.title, "A ferry on vinegar");
  const patch = {
    title: "The vinegar ferry",
    author: "Kari Moe",
    publishedAt: "2025-03-01T07:30:00Z",
    basis: "archive",
    why: "the archived page",
  };
  const done = await service.call<{ decision: string }>("PATCH", `/v1/documents/${id}`, patch);
  assert.equal(done.status, 200, done.text);
  const says = (d: Awaited<ReturnType<typeof read>>) => [d.title, d.author, d.publishedAt.value, d.publishedAt.basis];
  const said = ["The vinegar ferry", "Kari Moe", "2025-03-01T07:30:00Z", "archive"];
  assert.deepEqual(says(await read()), said);
  assert.equal((await read()).corrected["title"]?.read, "A ferry on vinegar");
  assert.deepEqual([(await event())?.author, (await event())?.publishedAt.value], ["Kari Moe", "2025-03-01T07:30:00Z"]);
  // Read again as a new capture whose page says otherwise, sent again with another kind, and by replay.
  await service.add(page("They smelled it, and were ill."));
  await service.add({ ...page("They smelled it, and were ill."), title: "Another title", publishedAt: "2025-03-02T09:00:00Z" });
  await service.call("POST", "/v1/replay?apply=true");
  await service.settle();
  assert.deepEqual(says(await read()), said);
  await service.assertSound();
  assert.equal((await service.call("PATCH", `/v1/documents/${id}`, patch)).body["decision"], null, "it is so already");
  const kind = await service.call<{ decision: string }>("PATCH", `/v1/documents/${id}`, { kind: "press_release" });
  assert.equal((await read()).kind, "press_release");
  assert.equal((await undo(done.body.decision)).status, 409, "somebody changed it since");
  assert.equal((await undo(kind.body.decision)).status, 200);
  assert.equal((await undo(done.body.decision)).status, 200);
  assert.deepEqual(says(await read()), says(before));
  assert.deepEqual((await read()).corrected, {});
  await service.assertSound();
  const mine = (
    await service.get<{ decisions: { did: string; why: string | null; done: { kind: string }[] }[] }>(`/v1/decisions?about=${id}`)
  ).body.decisions;
  assert.deepEqual(
    mine.map((d) => d.did),
    ["undo", "undo", "edit", "edit"],
  );
  assert.equal(mine.at(-1)?.why, "the archived page");
  for (const [body, path] of [
    [{ publishedAt: "yesterday" }, id],
    [{ basis: "archive" }, id],
    [{ text: "other words" }, id],
  ] as const)
    assert.equal((await service.call("PATCH", `/v1/documents/${path}`, body)).status, 422, JSON.stringify(body));
});

test("a decision on a sighting says which: as the queue gave it, or of which document", async () => {
  const [row] = (await review()).suggestions.filter(({ id }) => id.startsWith("s"));
  const id = row?.id ?? `s${"0".repeat(26)}`;
  const answer = await service.call<{ errors: { pointer: string }[] }>("POST", "/v1/decisions", { items: [{ id, do: "reject" }] });
  assert.deepEqual([answer.status, answer.body.errors.map(({ pointer }) => pointer)], [422, ["#/items/0/version"]]);
});
