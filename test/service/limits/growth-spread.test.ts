/** Spread over time, counted from rows and from the roll-up. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { claimOf, post, taken } from "../support/growth.ts";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

interface Spread {
  buckets: {
    from: string;
    to: string;
    sightings: number;
    platforms: Record<string, number>;
    languages: Record<string, number>;
    stances: Record<string, number>;
  }[];
  wider: number;
  undated: number;
  next: string | null;
}
const spreadOf = async (id: string, query = "") => {
  const answer = await service.get<Spread>(`/v1/claims/${id}/spread${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer;
};
const violations = async () => (await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations;

test("spread: by hour, day, week and month, by platform, language and stance; a month is no day", async () => {
  const id = await claimOf(service, "tide", "The tide mill of Varnhem stands still");
  const dates = ["2025-05-30T23:59:59Z", "2025-05-31", "2025-06-01T00:00:00Z", "2025-06", "2025", undefined, "2025-06-02T10:30:00Z"];
  await taken(
    service,
    dates.map((publishedAt, i) => ({
      type: "document",
      ref: `tide-${i}`,
      ...(i % 2 ? {} : { platform: "reddit", platformId: `tide-${i}` }),
      lang: i === 6 ? "sv" : "en",
      text: `Tide mill ${i}.`,
      publishedAt,
    })),
  );
  await taken(
    service,
    dates.map((_, i) => ({ type: "sighting", claim: "tide", document: `tide-${i}`, stance: i === 2 ? "deny" : "support" })),
  );
  const { body } = await spreadOf(id);
  assert.deepEqual(
    body.buckets.map((b) => [b.from.slice(0, 10), b.sightings, b.platforms]),
    [
      ["2025-05-30", 1, { reddit: 1 }],
      ["2025-05-31", 1, { web: 1 }],
      ["2025-06-01", 1, { reddit: 1 }],
      ["2025-06-02", 1, { reddit: 1 }],
    ],
  );
  assert.deepEqual([body.wider, body.undated, body.next], [2, 1, null]);
  assert.deepEqual([body.buckets[2]?.stances, body.buckets[3]?.languages], [{ deny: 1 }, { sv: 1 }]);
  const by = async (query: string) => {
    const found = (await spreadOf(id, query)).body;
    return [found.buckets.map((b) => [b.from.slice(0, 13), b.sightings]), found.wider, found.undated];
  };
  assert.deepEqual(await by("?by=month"), [
    [
      ["2025-05-01T00", 2],
      ["2025-06-01T00", 3],
    ],
    1,
    1,
  ]);
  // 26 May and 2 June 2025 are Mondays.
  assert.deepEqual(await by("?by=week"), [
    [
      ["2025-05-26T00", 3],
      ["2025-06-02T00", 1],
    ],
    2,
    1,
  ]);
  assert.deepEqual(await by("?by=hour&from=2025-06-01&to=2025-06-30"), [
    [
      ["2025-06-01T00", 1],
      ["2025-06-02T10", 1],
    ],
    1,
    1,
  ]);
  for (const wrong of ["by=year", "from=soon", "to=1", "cursor=x"])
    assert.equal((await service.get(`/v1/claims/${id}/spread?${wrong}`)).status, 422, wrong);
});

/** The claim's page is made from all of its sightings, at one row each and few more, and weighs what shorter ones do. */
async function pageOf(id: string, sightings: number): Promise<void> {
  for (const query of ["", "?doing=says&place=x&q=a_hot-100"]) {
    const { status, text, rows } = await service.anonymous("GET", `/c/${id}${query}`);
    assert.equal(status, 200, text);
    assert.ok(rows.read <= sightings + 5, `${rows.read} rows read`);
    assert.match(text, new RegExp(`All ${sightings}`));
    assert.ok(text.length <= 200_000, `${text.length} letters`);
    if (query) assert.match(text, />[1-9]\d* posts and articles found/);
  }
}

/** A machine's guess of a stance that nobody has settled is counted as no stance, by the rows and by the rollup. */
async function guessedIn(id: string, others: readonly { document_id: string }[]): Promise<void> {
  const dated = await service.sql<{ document_id: string }>(
    "SELECT document_id FROM sighting WHERE claim_id = ?1 AND replaced_at = 9007199254740991 AND latest_after - earliest_after < 2000 LIMIT 5",
    id,
  );
  const guessed = [...others, ...dated].map(({ document_id }) => document_id);
  await service.sql(
    `UPDATE sighting SET state = 'suggested', method = 'lexical-2', score = 0.5, detail = json_set(coalesce(detail, '{}'), '$.stanceUnsure', json('true'))
      WHERE claim_id = ?1 AND replaced_at = 9007199254740991 AND document_id IN (SELECT value FROM json_each(?2))`,
    id,
    JSON.stringify(guessed),
  );
  await service.call("POST", "/v1/rebuild?part=rollups");
  const unsettled = async (by: string) =>
    (await spreadOf(id, `?by=${by}`)).body.buckets.reduce((n, { stances }) => n + (stances["unsettled"] ?? 0), 0);
  const [byHour, byDay] = [await unsettled("hour"), await unsettled("day")];
  assert.ok(byDay > 0 && byHour === byDay, `${byHour} of the rows, ${byDay} of the rollup`);
  assert.deepEqual(await violations(), []);
}

test("above 1,000 sightings a rollup says the same as the rows, whatever is added, rejected or rebuilt", async (t) => {
  const text = "Zzyzx hot burned down in the night";
  const id = await claimOf(service, "hot", text);
  const posts = Array.from({ length: 1010 }, (_, i) =>
    post(`hot-${i}`, i * 97, {
      text: `Post ${i}.`,
      lang: i % 3 ? "en" : "sv",
      ...(i % 50 ? {} : { publishedAt: i % 100 ? "2025-06" : undefined }),
    }),
  );
  await taken(service, posts);
  const seen = (from: number, to: number) =>
    taken(
      service,
      posts
        .slice(from, to)
        .map((p) => ({ type: "sighting", claim: "hot", document: p.ref, stance: p.ref.endsWith("7") ? "deny" : "support" })),
    );
  const sum = (s: Spread) => s.buckets.reduce((n, b) => n + b.sightings, 0) + s.wider + s.undated;
  const rollup = async () =>
    (await service.sql<{ n: number }>("SELECT coalesce(sum(sightings), 0) AS n FROM claim_spread WHERE claim_id = ?1", id))[0]?.n;
  await seen(0, 1000);
  assert.equal(await rollup(), 0, "up to 1,000 there is none");
  const rows = (await spreadOf(id, "?by=week")).body;
  await seen(1000, 1001);
  assert.equal(await rollup(), 1001);
  await seen(1001, 1010);
  assert.equal(await rollup(), 1010);
  assert.deepEqual(await violations(), []);
  await pageOf(id, 1010);

  for (const by of ["day", "week", "month"]) {
    const { body, rows: cost } = await spreadOf(id, `?by=${by}`);
    assert.equal(sum(body), 1010, by);
    t.diagnostic(`by ${by}: ${cost.read} rows read`);
  }
  const weeks = (await spreadOf(id, "?by=week")).body;
  assert.deepEqual(weeks.buckets.slice(0, 3), rows.buckets.slice(0, 3), "weeks before the last ten sightings are as they were counted");
  const hours = (await spreadOf(id, "?by=hour&from=2025-06-03&to=2025-06-04")).body;
  const days = (await spreadOf(id, "?from=2025-06-03&to=2025-06-04")).body;
  assert.equal(sum(hours) - hours.wider - hours.undated, sum(days) - days.wider - days.undated);

  // A repost that the pipeline reads is counted; rejected sightings are taken off, and at 1,000 the rollup goes.
  await service.add(post("hot-again", 5, { type: undefined, repostOf: "hot-3" }));
  assert.equal(await rollup(), 1011);
  const documents = await service.sql<{ document_id: string }>(
    "SELECT document_id FROM sighting WHERE claim_id = ?1 AND replaced_at = 9007199254740991 LIMIT 11",
    id,
  );
  for (const [i, { document_id }] of documents.entries()) {
    await service.call("POST", "/v1/sightings/reject", { claim: id, document: document_id });
    assert.equal(await rollup(), i < 10 ? 1010 - i : 0);
  }
  assert.deepEqual(await violations(), []);
  for (const { document_id } of documents) await service.call("POST", "/v1/sightings/confirm", { claim: id, document: document_id });
  assert.equal(await rollup(), 1011);
  assert.deepEqual(await violations(), []);

  await guessedIn(id, documents.slice(0, 1));

  await service.sql("UPDATE claim_spread SET sightings = sightings + 1, lang = lang || '-x'");
  assert.notDeepEqual(await violations(), []);
  await service.call("POST", "/v1/rebuild?part=rollups");
  assert.deepEqual(await violations(), []);
  await service.call("DELETE", `/v1/documents/${documents[0]?.document_id}`);
  assert.deepEqual(await violations(), [], "an erased document's time is a month");
});
