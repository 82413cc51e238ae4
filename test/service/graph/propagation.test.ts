/** Label propagation: what copies, quotes or links to a document that makes a claim waits for review, whichever of the two comes first. */
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { withPropagated } from "../../../workers/pipeline/relate/propagation.ts";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
afterEach(() => service.fresh());

const CLAIM = "The lighthouse of Sandvik was sold to a hotel chain for one crown";
const post = (name: string, hour: number, text: string, rest: object = {}) => ({
  url: `https://x.com/${name}/status/${xId(new Date(Date.UTC(2025, 4, 1, hour)).toISOString())}`,
  author: { handle: name },
  text,
  ...rest,
});
const MAKER = post("maker", 1, `Unbelievable: ${CLAIM.toLowerCase()}, and nobody was asked!`);
const LINKER = post("linker", 2, `Everybody should read this before the next council meeting ${MAKER.url}`);
const QUOTER = post("quoter", 3, "Not true at all, and my uncle works there.", { quoteOf: MAKER.url });
const ASIDE = post("aside", 4, "The rain in the north has ruined the hay of the whole valley this summer, the farmers say.");
const COPY = post("copy", 5, "The rain in the north has ruined the hay of the whole valley this summer, the farmers say.");
const NEAR = post("near", 6, "Oh dear. The rain in the north has ruined the hay of the whole valley this summer, the farmers say. So sad.");
const ANSWER = post("answer", 7, "Who told you that, and why should we believe it?", { replyTo: MAKER.url });
interface Waiting {
  document: string;
  stance: string;
  stanceUnsure: boolean;
  method: string;
  score: number | null;
  reasons: string[];
}
const waiting = async () =>
  (await service.get<{ sightings: Waiting[] }>("/v1/sightings")).body.sightings
    .map(({ document, stance, stanceUnsure, method, score, reasons }) => ({ document, stance, stanceUnsure, method, score, reasons }))
    .sort((a, b) => (a.document + a.method < b.document + b.method ? -1 : 1));
const idOf = async (one: { url: string }) =>
  (await service.get<{ document: string }>(`/v1/lookup?url=${encodeURIComponent(one.url)}`)).body.document;

test("what links to it or quotes it waits, with the reason; an answer does not; no order changes that", async () => {
  const states: Waiting[][] = [];
  const orders = [[ANSWER, QUOTER, LINKER, MAKER], "together", [MAKER, LINKER, QUOTER, ANSWER]] as const;
  for (const [at, order] of orders.slice(0, process.env["WHENCE_FULL"] ? 3 : 2).entries()) {
    if (at) await service.fresh();
    await service.call("POST", "/v1/claims", { text: CLAIM });
    if (order === "together") await service.importLines([LINKER, MAKER, ANSWER, QUOTER].map((one) => ({ type: "document", ...one })));
    else for (const one of order) await service.add(one);
    await service.settle();
    await service.assertSound();
    states.push(await waiting());
  }
  const expected = [
    { document: await idOf(LINKER), stance: "observe", method: "rule: citation", reasons: ["links to what makes this claim"] },
    { document: await idOf(QUOTER), stance: "deny", method: "rule: quote", reasons: ["quotes what makes this claim"] },
  ]
    .map((one) => ({ ...one, stanceUnsure: true, score: null }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
  for (const state of states) assert.deepEqual(state, expected);
});

test("what a person says of a document goes on to its copies and to what links there, and goes again; a rejection stays", async (t) => {
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
  const linker = post("other", 8, `Told you so: ${ASIDE.url}`);
  for (const one of [ASIDE, COPY, NEAR, linker]) await service.add(one);
  await service.settle();
  assert.deepEqual(await waiting(), []);
  await service.call("POST", "/v1/sightings", { claim, document: ASIDE.url });
  await service.settle();
  const ids = await Promise.all([COPY, NEAR, linker].map(idOf));
  const documents = async () => (await waiting()).map((s) => s.document);
  assert.deepEqual(await documents(), [...ids].sort());
  const late = await service.add(post("late", 9, `And here it is again: ${ASIDE.url}`));
  t.diagnostic(`a link that brings a claim: ${late.rows.written} rows written, ${late.rows.read} read`);
  assert.ok(late.rows.written <= 22 && late.rows.read <= 200, JSON.stringify(late.rows));
  assert.deepEqual(await documents(), [...ids, late.body.id].sort());
  await service.call("POST", "/v1/sightings/reject", { claim, document: late.body.id });
  await service.call("POST", "/v1/sightings/confirm", { claim, document: ids[0] });
  await service.call("POST", "/v1/sightings/reject", { claim, document: await idOf(ASIDE) });
  await service.settle();
  assert.deepEqual(await documents(), []);
  await service.assertSound();
});

test("a text that links to it, or has its words, is matched with its claim in two calls", async () => {
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
  await service.add(ASIDE);
  await service.call("POST", "/v1/sightings", { claim, document: ASIDE.url });
  interface Found {
    candidates: { claim: { id: string }; decision: string; reasons: string[] }[];
  }
  for (const [text, how] of [
    [`Told you so: ${ASIDE.url}`, "links to"],
    [ASIDE.text, "copy of"],
  ]) {
    const { body, headers } = await service.call<Found>("POST", "/v1/match", { text, lang: "en" });
    assert.deepEqual(
      body.candidates.map((c) => [c.claim.id, c.decision, c.reasons[0]]),
      [[claim, "suggested", `${how} what makes this claim`]],
    );
    assert.match(headers.get("server-timing") ?? "", /calls=2/);
  }
  const { body } = await service.call<Found>("POST", "/v1/match", { text: "Told you so: https://example.com/else", lang: "en" });
  assert.deepEqual(body.candidates, []);
});

test("of several claims one at a time waits: a rejected one gives way to the next; what is confirmed reaches reposts that are there", async () => {
  const texts = [CLAIM, "Trolls were seen in Uppsala", "Bread becomes free for teachers"];
  const claims: string[] = [];
  for (const text of texts) claims.push((await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id);
  await service.add(ASIDE);
  for (const claim of claims) await service.call("POST", "/v1/sightings", { claim, document: ASIDE.url });
  await service.add(NEAR);
  const repost = { ...post("echo", 9, ""), text: undefined, repostOf: NEAR.url };
  await service.add(repost);
  const [document, echo] = [await idOf(NEAR), await idOf(repost)];
  const seen: string[] = [];
  for (const verdict of ["reject", "confirm", "reject"]) {
    const { sightings } = (await service.get<{ sightings: { claim: string; document: string }[] }>("/v1/sightings")).body;
    assert.deepEqual(
      sightings.map((s) => s.document),
      [document],
    );
    const claim = sightings[0]?.claim ?? "";
    seen.push(claim);
    await service.call("POST", `/v1/sightings/${verdict}`, { claim, document });
    await service.settle();
    await service.assertSound();
  }
  assert.deepEqual([...seen].sort(), [...claims].sort());
  assert.deepEqual(await waiting(), []);
  const { events } = (await service.get<{ events: { document: string }[] }>(`/v1/claims/${seen[1]}/timeline`)).body;
  assert.ok(events.some((e) => e.document === echo));
});

/** The first says by its own words what it is about. */
const REPLIES = [
  `That is not true, ${CLAIM.toLowerCase()} is fake news.`,
  ...Array.from({ length: 8 }, (_, i) => `That is not true, it is fake news number ${i + 1}.`),
  "Is that true? Do you have a source?",
  "Really? Who says so?",
  "Where did you read that?",
  "What a lovely morning by the sea.",
  "I had fish soup for lunch in the harbour.",
].map((text, i) => post(`reply${i}`, 10 + i, text, { replyTo: MAKER.url }));
/** The last three answer replies, one below the other. */
const THREAD = REPLIES.map((one, i) => (i < 11 ? one : { ...one, replyTo: REPLIES[i - 1]?.url }));

test("a thread of 14 replies is one group below its root, whatever the order they come in; each stance is told once a person chose it", async () => {
  interface Shown {
    independence: { min: number; max: number; of: number };
    firstKnown: { eventId: string } | null;
    threads: { documentId: string; replies: number; deny: number; query: number; support: number; mayDeny: number }[];
    events: { id: string; document: string; thread?: string }[];
  }
  const orders = [[...THREAD].reverse().concat(MAKER), [MAKER, ...THREAD], "together"] as const;
  const states: unknown[] = [];
  for (const [at, order] of orders.slice(0, process.env["WHENCE_FULL"] ? 3 : 2).entries()) {
    if (at) await service.fresh();
    const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
    if (order === "together") await service.importLines([...THREAD, MAKER].map((one) => ({ type: "document", ...one })));
    else for (const one of order) await service.add(one);
    await service.settle();
    await service.assertSound();
    assert.deepEqual(await waiting(), [], "no reply waits for review");
    const timeline = async () => (await service.get<Shown>(`/v1/claims/${claim}/timeline?limit=100`)).body;
    const root = await idOf(MAKER);
    const shown = await timeline();
    assert.deepEqual(
      [shown.threads[0]?.documentId, shown.threads[0]?.replies, shown.threads[0]?.deny, shown.independence.of],
      [root, 14, 0, 1],
      "counted, and nothing else rests on them",
    );
    assert.ok((shown.threads[0]?.mayDeny ?? 0) >= 9, JSON.stringify(shown.threads));
    assert.equal(shown.events.filter(({ thread }) => thread === root).length, 14);
    const denying = await Promise.all(THREAD.slice(0, 9).map(idOf));
    for (const document of denying) await service.call("POST", "/v1/sightings/confirm", { claim, document });
    await service.settle();
    assert.equal((await timeline()).threads[0]?.deny, 0, "whoever accepts a reply has chosen no stance");
    const items = denying.map((document) => {
      const { id } = shown.events.find((one) => one.document === document) ?? assert.fail();
      return { id, document, do: "accept", edit: { stance: "deny" } };
    });
    assert.equal((await service.call("POST", "/v1/decisions", { items, seen: items.map(({ id }) => id) })).status, 200);
    await service.settle();
    const looked = await timeline();
    assert.equal(looked.threads[0]?.replies, 14);
    assert.equal(looked.threads[0]?.deny, 9, JSON.stringify(looked.threads));
    states.push({ threads: looked.threads, firstKnown: looked.firstKnown, independence: looked.independence });
  }
  for (const state of states) assert.deepEqual(state, states[0]);
});

test("what comes to its origin's claim but for a number leaves the answer that it was read to give waiting", () => {
  const own = { documentId: "copy", claimId: "claim", listed: false, state: "suggested", reasons: [] };
  const work = { document: { id: "copy", kind: "article", parentId: null }, reading: { document: { title: null, lang: "en" } } };
  const context = {
    candidates: new Map([["copy", [[{ claimId: "claim", isButForNumber: true }]]]]),
    asserted: new Map(),
    outletReports: [],
    edges: [],
    sightings: [],
    sources: new Set(["first"]),
    sourceSightings: [{ documentId: "first", claimId: "claim", listed: true, role: "report", method: "lexical-2" }],
  };
  const findings = {
    sightings: [
      { ...own, role: "report", method: "lexical-2" },
      { ...own, role: "respond", method: "read-1" },
    ],
  };
  const edge = { childId: "copy", parentId: "first", primary: true, type: "syndication" };
  const { sightings } = withPropagated(work as never, context as never, findings as never, [edge] as never, 0);
  assert.deepEqual(
    sightings.map(({ role, listed }) => ({ role, listed })),
    [
      { role: "report", listed: true },
      { role: "respond", listed: false },
    ],
  );
});
