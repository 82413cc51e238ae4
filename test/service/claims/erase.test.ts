/** Erasing removes every word of a document from every table and answer. Its place in the graph stays, and it is not taken again. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

/** A word that stands in every field that came from the document. */
const CANARY = "zorblatt";
const URL = `https://forum.example.org/${CANARY}/9`;
const canary = {
  ref: `${CANARY}-ref`,
  kind: "article",
  platform: "forum",
  platformId: `${CANARY}-id`,
  url: URL,
  author: { handle: `${CANARY}_handle`, name: `Ann ${CANARY}` },
  title: `A ${CANARY} title about the harbour of Rimstad`,
  text: `A rumour that the harbour of Rimstad is sold to a ${CANARY} company has spread for days.\n\nThe rumour was started by an anonymous post on a ${CANARY} website. From there it spread to Reddit.\n\nBo ${CANARY}, spokesman of the harbour, denied the rumour. He said that it was “${CANARY} nonsense”.`,
  publishedAt: "2025-04-07T10:00:00Z",
};
/** Tables that hold the word, FTS5's own among them. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await service.sql<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'claim_vocab'",
  );
  const out: string[] = [];
  for (const { name } of tables) {
    const rows = await service.sql(`SELECT * FROM "${name}"`);
    const text = JSON.stringify(rows, (_, value) =>
      Array.isArray(value) && value.every((v) => typeof v === "number") ? String.fromCharCode(...value) : value,
    );
    if (text.toLowerCase().includes(word)) out.push(name);
  }
  return out;
}

test("no word of an erased document is left, and its place is", async () => {
  await service.call("POST", "/v1/claims", { ref: "harbour", text: "The harbour of Rimstad is sold to a foreign company" });
  const { body } = await service.add(canary);
  const id = body.id;
  await service.add({
    text: `I read about the harbour of Rimstad here: ${"https://forum.example.org/other"}`,
    quoteOf: URL,
    platform: "x",
    platformId: "77",
  });
  await service.call("POST", "/v1/sightings", { claim: "harbour", document: canary.ref, quote: `sold to a ${CANARY} company` });
  const { claims } = (await service.get<{ claims: { id: string }[] }>("/v1/claims?q=harbour")).body;
  const note = `Asked the harbour master by phone. Ann ${CANARY} has it that the rumour was started by an anonymous post on a ${CANARY} website`;
  assert.equal((await service.call("POST", `/v1/claims/${claims[0]?.id}/notes`, { text: note })).status, 201);
  const titled = { text: `See “${canary.title}” of Monday` };
  assert.equal((await service.call("POST", `/v1/claims/${claims[0]?.id}/notes`, titled)).status, 201);
  await service.call("PATCH", `/v1/claims/${claims[0]?.id}`, { addPhrasings: [canary.title] });
  const { events } = (await service.get<{ events: { id: string; document: string }[] }>(`/v1/claims/${claims[0]?.id}/timeline`)).body;
  const own = events.find((e) => e.document === id)?.id ?? "";
  const embed = {
    headline: `What Ann ${CANARY} wrote of Rimstad`,
    sentence: `The rumour was started by an anonymous post on a ${CANARY} website`,
    kicker: "Harbours",
    titles: { who: `From Ann ${CANARY}`, all: "All of it" },
    short: { "City of Rimstad": "Rimstad", [`Ann ${CANARY}`]: "Ann" },
    thumbs: [{ event: own, image: "data:image/png;base64,AAAA", alt: "A picture of the post" }],
    lead: 3,
  };
  const shown = await service.call("PATCH", `/v1/claims/${claims[0]?.id}`, { embed });
  assert.equal(shown.status, 200, shown.text);
  const corrected = await service.call("PATCH", `/v1/documents/${id}`, { title: `${CANARY} corrected`, why: `the ${CANARY} page says so` });
  assert.equal(corrected.status, 200, corrected.text);
  await service.add({ ...canary, text: `${canary.text}\n\nCorrected: the ${CANARY} company is called otherwise.` });
  await service.settle();
  const before = await tablesWith(CANARY);
  for (const table of ["account", "alias", "document", "text", "sighting", "edge"])
    assert.ok(before.includes(table), `${table} is not in ${before}`);

  const erased = await service.call("DELETE", `/v1/documents/${id}`);
  assert.deepEqual([erased.status, erased.body], [200, { id, erased: true }]);
  assert.deepEqual(await tablesWith(CANARY), []);
  const kept = await service.sql<{ text: string }>("SELECT text FROM note ORDER BY at");
  assert.deepEqual(kept, [{ text: "Asked the harbour master by phone. […] has it that […]" }, { text: "See “[…]” of Monday" }]);
  const [settings] = await service.sql<{ settings: string }>("SELECT settings FROM claim_embed");
  assert.deepEqual(JSON.parse(settings?.settings ?? ""), {
    kicker: "Harbours",
    titles: { all: "All of it" },
    short: { "City of Rimstad": "Rimstad" },
    thumbs: [],
    lead: 3,
  });

  for (const path of [
    `/v1/documents/${id}`,
    "/v1/claims",
    "/v1/events?limit=1000",
    `/d/${id}`,
    "/",
    `/v1/lookup?url=${encodeURIComponent(URL)}`,
  ]) {
    const answer = await service.get(path);
    assert.ok(answer.status === 200, `${path} ${answer.status}`);
    if (!path.includes("lookup")) assert.ok(!answer.text.toLowerCase().includes(CANARY), path);
  }
  const [edge] = await service.sql<{ n: number }>(
    "SELECT count(*) AS n FROM edge WHERE parent_id = ?1 AND replaced_at = 9007199254740991",
    id,
  );
  assert.equal(edge?.n, 1, "the post that quotes it hangs on nothing");
  await service.assertSound();
});

test("nor is what it told of a post that came itself since", async () => {
  const post = "https://x.com/pilot/status/1908800000000000001";
  const { body } = await service.add({
    kind: "article",
    url: "https://forum.example.org/gossip",
    publishedAt: "2025-04-07T10:00:00Z",
    html: `<html lang="en"><body><article><h1>Is the harbour of Rimstad sold?</h1><p>A rumour that the harbour of Rimstad is sold to a foreign company has spread for days.</p><p>The ${CANARY} rumour was started by an anonymous post on a ${CANARY} website. That the harbour of Rimstad is sold to a foreign company stood in <a href="${post}">a post on X</a>, and ${CANARY} people shared that.</p></article></body></html>`,
  });
  await service.add({ url: post, text: "The harbour of Rimstad is sold to a foreign company", author: { handle: "pilot" } });
  const [row] = await service.sql<{ n: number }>(
    "SELECT count(*) AS n FROM sighting WHERE replaced_at < 9007199254740991 AND shown LIKE '%shared%'",
  );
  assert.ok(row?.n, "a version tells of the post");
  assert.equal((await service.call("DELETE", `/v1/documents/${body.id}`)).status, 200);
  assert.deepEqual(await tablesWith(CANARY), []);
  await service.assertSound();
});

test("it does not come back, by any of its names", async () => {
  for (const again of [canary, { ...canary, ref: "another" }, { text: "other words", url: URL }]) {
    const answer = await service.call<{ detail: string }>("POST", "/v1/documents", again);
    assert.equal(answer.status, 410, answer.text);
    assert.match(answer.body.detail, /erased/);
  }
  assert.deepEqual(await tablesWith(CANARY), []);
});

test("what it answered can be merged, and taken back, as what others answered", async () => {
  const claim = async (text: string) => (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const [one, other] = [await claim("The pier of Ekvik was sold to a circus"), await claim("A circus has the pier of Ekvik")];
  const { id } = (await service.add({ platform: "x", platformId: "190933", text: "We never sold anything to anybody." })).body;
  const actor = { kind: "organisation", name: "Grolbach Piers" };
  const said = { claim: one, document: id, role: "respond", stance: "deny", response: { type: "denial", standing: "subject", actor } };
  assert.equal((await service.call("POST", "/v1/sightings", said)).status, 201);
  assert.equal((await service.call("DELETE", `/v1/documents/${id}`)).status, 200);
  assert.deepEqual(await tablesWith("grolbach"), []);
  const responses = async (of: string) =>
    (await service.get<{ responses: { response: { type: string; actor: { name: string | null } } }[] }>(`/v1/claims/${of}/responses`)).body
      .responses;
  await service.assertSound();
  const merged = await service.call<{ decision: string }>("POST", `/v1/claims/${one}/merge`, { into: other });
  await service.settle();
  assert.deepEqual(
    (await responses(other)).map(({ response }) => [response.type, response.actor.name]),
    [["denial", null]],
  );
  await service.assertSound();
  assert.equal((await service.call("POST", `/v1/decisions/${merged.body.decision}/undo`)).status, 200);
  await service.settle();
  assert.deepEqual([(await responses(one)).length, (await responses(other)).length], [1, 0]);
  assert.equal((await service.call("POST", "/v1/sightings/reject", { claim: one, document: id })).status, 200);
  await service.assertSound();
  assert.deepEqual(await responses(one), []);
});

test("it is no other document: nobody says that it is one that is stored", async () => {
  const erased = (await service.add({ platform: "x", platformId: "190931", text: "The ferry of Ekvik is late." })).body.id;
  const other = (await service.add({ platform: "x", platformId: "190932", text: "The ferry of Ekvik is late, too." })).body.id;
  await service.call("DELETE", `/v1/documents/${erased}`);
  assert.equal((await service.call("POST", `/v1/documents/${erased}/resolve`, { to: other })).status, 410);
});

test("nothing is added to it any more, and it is not taken under another address of it", async () => {
  const post = { platform: "x", platformId: "1909302532306092107", author: { handle: "bo" }, text: `A ${CANARY} about nothing` };
  const { body } = await service.add(post);
  const other = (await service.add({ text: "another post about something else" })).body.id;
  assert.equal((await service.call("DELETE", `/v1/documents/${body.id}`)).status, 200);
  const url = "https://x.com/bo/status/1909302532306092107";
  for (const [path, what] of [
    ["/v1/sightings", { claim: "harbour", document: body.id, quote: `a ${CANARY}` }],
    ["/v1/edges", { child: body.id, parent: other, type: "citation", quote: `a ${CANARY}`, note: CANARY }],
    ["/v1/documents", { ...post, platformId: ` ${post.platformId}` }],
    ["/v1/documents", { text: CANARY, url: `https://web.archive.org/web/20250407180000/${url}` }],
    ["/v1/documents", { text: CANARY, url: `https://archive.ph/newest/${url}` }],
  ] as const)
    assert.equal((await service.call("POST", path, what)).status, 410, JSON.stringify(what));
  assert.deepEqual(await tablesWith(CANARY), []);
  // Erased again it stays so, and the log says it once.
  assert.equal((await service.call("DELETE", `/v1/documents/${body.id}`)).status, 200);
  const [said] = await service.sql<{ n: number }>(
    "SELECT count(*) AS n FROM event WHERE type = 'document.erased' AND subject = ?1",
    body.id,
  );
  assert.equal(said?.n, 1);
});

test("the pages that only it linked to keep their places in the graph, and lose their addresses", async () => {
  const link = `https://elsewhere.example/${CANARY}/page`;
  const { body } = await service.add({ platform: "x", platformId: "1909302532306099999", text: `The harbour of Rimstad is sold: ${link}` });
  await service.settle();
  assert.ok((await tablesWith(CANARY)).includes("document"));
  assert.equal((await service.call("DELETE", `/v1/documents/${body.id}`)).status, 200);
  assert.deepEqual(await tablesWith(CANARY), []);
  // Whoever links to it later gives it its address again.
  await service.add({ platform: "x", platformId: "1909302532306099998", text: `The harbour of Rimstad is sold: ${link}` });
  await service.settle();
  assert.equal((await service.sql("SELECT 1 FROM document WHERE url = ?1", link)).length, 1);
});

test("no answer that is kept for a repetition has words of an erased document, or of a note that is deleted", async () => {
  const word = "quillfax";
  const { body: claim } = await service.call<{ id: string }>("POST", "/v1/claims", { text: "The lock of Ekvik is made of glass" });
  const child = (await service.add({ platform: "x", platformId: "190930", author: { handle: word }, text: `Glass, says ${word}.` })).body
    .id;
  const parent = (await service.add({ ref: "glass", text: "The lock of Ekvik is made of glass." })).body.id;
  const post = (path: string, body: object) =>
    service.call<{ id: string }>("POST", path, body, { "idempotency-key": `${word[0]}${path.length}` });
  const said = { child, parent, type: "reply", note: `By ${word}` };
  const notes = `/v1/claims/${claim.id}/notes`;
  const { body: note } = await post(notes, { text: `Ask ${word}` });
  const answers = [await post("/v1/edges", said), await post(`/v1/accounts/x:${word}/actor`, { kind: "person", name: word })];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 200],
  );
  const again = await post("/v1/edges", said);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  assert.ok((await tablesWith(word)).includes("idempotency"), "until then it is kept");
  await service.call("DELETE", `${notes}/${note.id}`);
  assert.ok(!(await tablesWith(word)).some((table) => table === "idempotency" || table === "note"));
  await post("/v1/edges", said);
  assert.equal((await service.call("DELETE", `/v1/documents/${child}`)).status, 200);
  await service.settle();
  assert.deepEqual(await tablesWith(word), []);
  assert.equal((await post("/v1/edges", said)).status, 410);
});

test("there is nothing to erase twice, and only an administrator may", async () => {
  assert.equal((await service.call("DELETE", "/v1/documents/d00000000000000000000000000")).status, 404);
  assert.equal((await service.anonymous("DELETE", "/v1/documents/d00000000000000000000000000")).status, 401);
});
