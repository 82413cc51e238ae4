/** The real page of the story that Whence started from, sent as one document, yields the expected reading through the API. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { evaluation, lacks } from "../../support/evaluation.ts";
import { openService, type Service } from "../support/harness.ts";

const STORY = evaluation("data/story");
const PAGE = join(STORY, "llama4-neowin.txt");
const skip = lacks("data/story");

interface Expected {
  document: { title: string; textMustNotContain: string[]; lang: string };
  claims: { key: string; quoteIn: string; stanceOfArticle?: string; certainty?: string; hedges?: string[] }[];
  reported: {
    key: string;
    claim: string;
    platform: string;
    role: string;
    translated?: boolean;
    quote?: string;
    stance?: string;
    actor?: { kind: string };
  }[];
  responses: {
    key: string;
    claim: string;
    type: string;
    actor: { kind?: string; name: string; role?: string; affiliation?: string };
    standing?: string;
    quotes: string[];
    seen: string;
  }[];
}
interface Event {
  id: string;
  lane: string;
  document: string;
  seen: string;
  platform: string | null;
  place: string | null;
  role: string;
  stance: string;
  certainty: string;
  hedges: string[];
  quote: { exact: string; refersTo?: string } | null;
  translated: boolean;
  publishedAt: { precision: string; value: string };
  attributedTo: { kind: string; name: string | null; description: string | null; role: string | null; affiliation: string | null } | null;
  response: {
    type: string;
    actor: { kind: string; name: string | null; role: string | null; affiliation: string | null };
    standing: string;
    quotes: string[];
    seen: string;
  } | null;
}
interface Timeline {
  claim: { id: string; text: string; status: string; visibility: string };
  assessment: { word: string };
  answers: Record<string, string>;
  firstKnown: { eventId: string; basis: string } | null;
  independence: { min: number; max: number };
  verdicts: unknown[];
  events: Event[];
}
interface Graph {
  nodes: { id: string; platform: string | null; told: { place: string | null; actorKind: string; description: string | null } | null }[];
  edges: { child: string; parent: string | null; type: string }[];
}

const service = skip ? null : await openService({ PUBLISH: "all" }); // to see what is read
after(() => service?.close());

/** The article as it was read, and ways to find its entries by the keys of the expected reading. */
interface Found {
  expected: Expected;
  article: string;
  document: { title: string; lang: string; text: string };
  of(key: string): Timeline;
  own(key: string): Event;
  told(key: string): Event;
  lines(key: string): Event[];
}
async function sendArticle(s: Service): Promise<Found> {
  const expected = JSON.parse(readFileSync(join(STORY, "llama4-expected.json"), "utf8")) as Expected;
  const added = await s.add({
    kind: "article",
    url: "https://www.neowin.net/news/x/",
    publishedAt: "2025-04-08",
    text: readFileSync(PAGE, "utf8"),
  });
  assert.equal(added.status, 201, added.text);
  const article = added.body.id;
  const { body: document } = await s.get<{ title: string; lang: string; text: string }>(`/v1/documents/${article}`);
  const { body: list } = await s.get<{ claims: { id: string; text: string }[] }>("/v1/claims?limit=100");
  const timelines = await Promise.all(
    list.claims.map(async ({ id }) => (await s.get<Timeline>(`/v1/claims/${id}/timeline?limit=200`)).body),
  );
  /** The timeline of the claim that the article is seen with by this quote. */
  const of = (key: string): Timeline => {
    const { quoteIn } = expected.claims.find((c) => c.key === key) ?? { quoteIn: "" };
    const found = timelines.find((one) =>
      one.events.some(
        (e) => e.document === article && !e.response && e.quote && (e.quote.exact.includes(quoteIn) || quoteIn.includes(e.quote.exact)),
      ),
    );
    assert.ok(found, `${key}: no claim with the quote`);
    return found;
  };
  const own = (key: string): Event => {
    const found = of(key).events.find((e) => e.document === article && !e.response);
    assert.ok(found);
    return found;
  };
  const told = (key: string): Event => {
    const r = expected.reported.find((one) => one.key === key);
    assert.ok(r);
    const found = of(r.claim).events.find(
      (e) => e.seen === "reported" && !e.response && (key === "R1" ? e.role === "assert" : e.platform === r.platform),
    );
    assert.ok(found, `${key} is not on the timeline`);
    return found;
  };
  const lines = (key: string) => of(key).events;
  return { expected, article, document, of, own, told, lines };
}

test("the page yields every entry of the expected reading", { skip }, async (t) => {
  assert.ok(service);
  const found = await sendArticle(service);
  await checkEntries(t, found);
  await checkGraph(t, service, found);
});

/** The document, and each claim, reported document and response. */
async function checkEntries(t: TestContext, { expected, document, of, own, told, lines }: Found): Promise<void> {
  await t.test("the document", () => {
    assert.equal(document.title, expected.document.title);
    assert.equal(document.lang, expected.document.lang);
    for (const furniture of expected.document.textMustNotContain) assert.ok(!document.text.includes(furniture), furniture);
  });
  for (const claim of expected.claims)
    await t.test(`claim ${claim.key}`, () => {
      const sighting = own(claim.key);
      assert.ok(document.text.includes(sighting.quote?.exact ?? "\0"), "the quote is an exact part of the text");
      if (claim.stanceOfArticle) assert.equal(sighting.stance, claim.stanceOfArticle);
      if (claim.certainty) assert.equal(sighting.certainty, claim.certainty);
      if (claim.hedges)
        assert.ok(
          claim.hedges.some((hedge) => sighting.hedges.includes(hedge)),
          sighting.hedges.join(", "),
        );
      if (claim.key === "C2") assert.equal(sighting.attributedTo?.kind, "anonymous");
      // "For the same reason" stays as written; the sentence directly before it says which.
      const refersTo = claim.key === "C2" ? document.text.match(/[^\n]+\.(?= I’ve also heard)/u)?.[0] : undefined;
      assert.equal(sighting.quote?.refersTo, refersTo);
      assert.deepEqual([of(claim.key).claim.status, of(claim.key).claim.visibility], ["proposed", "private"]);
    });
  await t.test("three claims, not one", () => assert.equal(new Set(["C1", "C2", "C3"].map((key) => of(key).claim.id)).size, 3));
  for (const r of expected.reported)
    await t.test(`reported ${r.key}`, () => {
      const event = told(r.key);
      assert.equal(event.role, r.role);
      if (r.stance) assert.equal(event.stance, r.stance);
      if (r.translated) assert.equal(event.translated, true);
      if (r.quote) assert.ok(event.quote?.exact.includes(r.quote), event.quote?.exact);
      assert.ok(
        ["unknown", "day", "month", "year", "range"].includes(event.publishedAt.precision),
        "no exact time that the text does not give",
      );
    });
  for (const p of expected.responses)
    await t.test(`response ${p.key}`, () => {
      const types = p.key === "P3" ? ["confirmation", "partial_confirmation"] : [p.type];
      const event = lines(p.claim).find((e) => e.response && types.includes(e.response.type) && e.response.actor.name === p.actor.name);
      assert.ok(event?.response, JSON.stringify(lines(p.claim).map((e) => e.response)));
      for (const quote of p.quotes)
        assert.ok(
          event.response.quotes.some((q) => q.includes(quote)),
          event.response.quotes.join(" | "),
        );
      // The note that the article prints is what these words are cut from.
      if (p.key === "P3") assert.ok(event.response.quotes.some((quote) => quote.includes("ELO of 1417")));
      assert.equal(event.response.seen, p.seen);
      assert.equal(event.lane, "responses");
      for (const field of ["kind", "role", "affiliation"] as const)
        if (p.actor[field]) assert.equal(event.response.actor[field], p.actor[field], field);
      if (p.standing) assert.equal(event.response.standing, p.standing);
    });
}

/** The responses, the edges between the documents, their order, and what the page must not say. */
async function checkGraph(t: TestContext, s: Service, { article, of, told, lines }: Found): Promise<void> {
  await t.test("responses by their own call", async () => {
    const { body } = await s.get<{ responses: Event[] }>(`/v1/claims/${of("C1").claim.id}/responses`);
    assert.ok(body.responses.some((e) => e.response?.type === "denial"));
  });
  await t.test("edges", async () => {
    const { body } = await s.get<Graph>(`/v1/claims/${of("C1").claim.id}/graph`);
    const [r1, r2, r3] = ["R1", "R2", "R3"].map((key) => told(key).document);
    for (const [child, parent] of [
      [article, r1],
      [r2, r1],
      [r3, r1],
    ])
      assert.ok(
        body.edges.some((e) => e.child === child && e.parent === parent),
        `${child} <- ${parent}: ${JSON.stringify(body.edges)}`,
      );
    const forum = body.nodes.find((n) => n.id === r1);
    assert.equal(forum?.platform, null);
    assert.match(forum?.told?.place ?? "", /chinese website/i);
    assert.equal(forum?.told?.actorKind, "anonymous");
    assert.match(forum?.told?.description ?? "", /whistleblower/i);
  });
  await t.test("the order: R1, then R2 and R3, then P1, then the article", () => {
    const at = (match: (e: Event) => boolean) => lines("C1").findIndex(match);
    const [r1, r2, r3] = ["R1", "R2", "R3"].map((key) => at((e) => e.id === told(key).id)) as [number, number, number];
    const p1 = at((e) => e.response?.type === "denial");
    const last = at((e) => e.document === article && !e.response);
    assert.ok(r1 >= 0 && r1 < r2 && r1 < r3 && Math.max(r2, r3) < p1 && p1 < last, `${[r1, r2, r3, p1, last]}`);
  });
  await t.test("what it must not say", () => {
    const c1 = of("C1");
    assert.equal(c1.firstKnown?.eventId, told("R1").id);
    assert.equal(told("R1").lane, "first_known");
    assert.doesNotMatch(JSON.stringify(c1.answers), /\borigin(?!s?\b.*independent)/i);
    assert.equal(c1.independence.max, 1, "X, Reddit and the article go back to one post");
    assert.deepEqual(c1.verdicts, []);
    assert.match(c1.assessment.word, /unverified/i);
    assert.match(c1.answers["responses"] ?? "", /Ahmad Al-Dahle.*denied/);
  });
}
