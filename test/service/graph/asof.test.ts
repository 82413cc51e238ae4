/** Answers as of an instant: in random histories, each is what was answered at that instant. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { moment } from "../../support/wait.ts";
import { type Answer, openService } from "../support/harness.ts";
import { BUSY, history, RESOLVED, step, TAKEN_BACK, TOLD } from "../support/histories.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
after(() => service.close());
const FULL = Boolean(process.env["WHENCE_FULL"]);
const RUNS = FULL ? 40 : 1;
/** For as many runs as long as a file may take. */
const TIMEOUT_MS = FULL ? 1_800_000 : 600_000;

/** What may be kept of answers and pages with words in them. */
const CACHED = {
  answer: "public, max-age=0, s-maxage=60, stale-while-revalidate=60, must-revalidate",
  page: "public, max-age=60, s-maxage=300, stale-while-revalidate=300",
};

interface Timeline {
  revision: number;
  changedAt: string;
  counts: { sightings: number };
  events: { id: string; document: string }[];
  next: string | null;
}
/** An answer without the instant that it was asked for. */
function plain(answer: Answer<Record<string, unknown>>): unknown {
  const { asOf: _, ...body } = answer.body;
  return { status: answer.status, ...body };
}
/** What is answered now, or of then: each path, and up to two pages after it. */
async function answers(paths: string[], asOf: string): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const path of paths) {
    let cursor = "";
    for (let page = 0; page < 3; page++) {
      const answer = await service.get<Record<string, unknown>>(`${path}${asOf}${cursor}`);
      out[`${path}${page}`] = plain(answer);
      if (!answer.body["next"]) break;
      cursor = `&cursor=${answer.body["next"]}`;
    }
  }
  return out;
}

let runs = 0;
test("an as-of answer is what was answered at that instant, whatever happened since", { timeout: TIMEOUT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
      const story = history(service, ++runs);
      await story.open();
      const told: { at: string; live: Record<string, unknown>; after: string }[] = [];
      for (const s of [null, ...steps]) {
        if (s) await story.act(s);
        // What the queue still does is written at the time when its work began: an instant before it would not hold.
        await service.settle();
        const live = await answers(story.paths(), "");
        told.push({ at: await moment(), live, after: JSON.stringify(s) });
      }
      for (const { at, live, after } of told) {
        const then = await answers(story.paths(), `asOf=${at}`);
        for (const [path, answer] of Object.entries(live)) assert.deepEqual(then[path], answer, `${path} at ${at}, after ${after}`);
      }
      // Each revision is the claim as it was when it had that number.
      for (const { at } of told) {
        const { body } = await service.get<Timeline>(`/v1/claims/${story.claim()}/timeline?limit=200&asOf=${at}`);
        const { asOf: _, ...then } = body as Timeline & { asOf: string };
        const pinned = await service.get<Timeline & { asOf: string }>(
          `/v1/claims/${story.claim()}/timeline?limit=200&rev=${body.revision}`,
        );
        const { asOf, ...revision } = pinned.body;
        assert.deepEqual(revision, then);
        assert.equal(asOf, then.changedAt);
      }
      await service.assertSound();
    }),
    {
      numRuns: RUNS,
      endOnFailure: true,
      examples: [[BUSY], [TOLD], [TAKEN_BACK], [RESOLVED]],
      ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}),
    },
  );
});

test("what is told of the past: for good once it is over, not to those who may not see the claim now, and never of the future", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The weather vane of Osby points to the sea" })).body;
  await service.add({ url: "https://x.com/osby/status/1", text: "The weather vane of Osby points to the sea", author: { handle: "osby" } });
  // Two minutes ago, as far as the store knows.
  for (const table of ["claim", "phrasing", "sighting", "response", "verdict"])
    await service.sql(`UPDATE ${table} SET recorded_at = recorded_at - 120000 WHERE ${table === "claim" ? "id" : "claim_id"} = ?1`, id);
  await service.sql("UPDATE claim_summary SET changed_at = changed_at - 120000 WHERE claim_id = ?1", id);
  const now = Date.now();
  const then = new Date(now - 90_000).toISOString();
  for (const path of [
    `/v1/claims/${id}`,
    `/v1/claims/${id}/timeline`,
    `/v1/claims/${id}/responses`,
    `/v1/claims/${id}/graph`,
    `/c/${id}`,
    `/embed/${id}`,
  ]) {
    const past = await service.anonymous("GET", `${path}?asOf=${then}`);
    assert.deepEqual([past.status, past.headers.get("cache-control")], [200, path.startsWith("/v1/") ? CACHED.answer : CACHED.page], path);
    const etag = past.headers.get("etag") ?? "";
    const again = await service.anonymous("GET", `${path}?asOf=${then}`, undefined, { "if-none-match": etag });
    assert.deepEqual([again.status, again.headers.get("etag")], [304, etag], path);
    const young = await service.anonymous("GET", `${path}?asOf=${new Date(now).toISOString()}`);
    assert.doesNotMatch(young.headers.get("cache-control") ?? "", /immutable/, path);
    const ahead = await service.anonymous("GET", `${path}?asOf=${new Date(now + 3_600_000).toISOString()}`);
    assert.equal(ahead.status, 422, path);
    assert.match(ahead.text, /in the future/);
    assert.equal((await service.anonymous("GET", `${path}?asOf=yesterday`)).status, 422, path);
    // As clients send "+02:00" that they do not encode.
    const unencoded = new Date(now - 90_000 + 7_200_000).toISOString().replace("Z", "+02:00");
    assert.equal((await service.anonymous("GET", `${path}?asOf=${unencoded}`)).status, 200, path);
  }
  for (const path of [`/v1/claims/${id}/timeline`, `/c/${id}`, `/embed/${id}`]) {
    assert.equal((await service.anonymous("GET", `${path}?rev=1`)).status, 200, path);
    assert.ok([404, 422].includes((await service.anonymous("GET", `${path}?rev=99`)).status), path);
    assert.equal((await service.anonymous("GET", `${path}?rev=1&asOf=${then}`)).status, 422, path);
  }
  assert.match((await service.anonymous("GET", `/c/${id}?asOf=${then}`)).text, /As known on/);
  await service.call("PATCH", `/v1/claims/${id}`, { visibility: "private" });
  assert.equal((await service.anonymous("GET", `/v1/claims/${id}/timeline?asOf=${then}`)).status, 404);
  const editor = await service.get<{ claim: { visibility: string } }>(`/v1/claims/${id}/timeline?asOf=${then}`);
  assert.deepEqual(
    [editor.status, editor.body.claim.visibility, editor.headers.get("cache-control")],
    [200, "public", "private, no-cache"],
  );
});

test("changes at one millisecond are one revision, and each has an ETag of its own", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The ferry of Osby has no brakes" })).body;
  const tags = new Set<string>();
  const states = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) =>
      service.call("POST", `/v1/claims/${id}/verdicts`, { publisher: `P${n}`, label: "x", url: "https://p.example/" }),
    ),
  );
  assert.ok(states.every((s) => s.status === 201));
  const read = async () => {
    const { body, headers } = await service.get<Timeline>(`/v1/claims/${id}/timeline`);
    tags.add(headers.get("etag") ?? "");
    return body.revision;
  };
  const revision = await read();
  // As if it fell on the last millisecond.
  await service.sql("UPDATE claim_summary SET changed_at = changed_at + 600000 WHERE claim_id = ?1", id);
  await service.sql(
    "UPDATE verdict SET recorded_at = (SELECT changed_at FROM claim_summary WHERE claim_id = ?1) WHERE claim_id = ?1 AND publisher = 'P1'",
    id,
  );
  await service.call("POST", `/v1/claims/${id}/verdicts`, { publisher: "P7", label: "y", url: "https://p.example/" });
  await read();
  assert.equal(tags.size, 2);
  assert.ok((await read()) >= revision);
  const violations = (await service.get<{ violations: { subject: string }[] }>("/v1/verify")).body.violations;
  assert.deepEqual(violations, []);
});

test("the histories had all of it in them", async () => {
  const [row] = await service.sql<Record<string, number>>(
    `SELECT (SELECT count(*) FROM sighting WHERE replaced_at < 9007199254740991 AND listed = 1) AS sightings, (SELECT count(*) FROM response WHERE replaced_at < 9007199254740991) AS responses,
     (SELECT count(*) FROM edge WHERE replaced_at < 9007199254740991) AS edges, (SELECT count(*) FROM sighting WHERE method = 'person') AS judged,
     (SELECT count(*) FROM document WHERE reported_by IS NOT NULL) AS told, (SELECT count(*) FROM phrasing) AS phrasings`,
  );
  for (const [what, count] of Object.entries(row ?? {})) assert.ok(count > 0, `no ${what} replaced or made`);
});

test("a response that a person rejected stays away when its document is read again", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The lighthouse of Osby was sold to a circus" })).body;
  const article = await service.add({
    kind: "article",
    url: "https://news.example/osby-lighthouse",
    text: "The lighthouse of Osby was sold to a circus, according to posts on Reddit.\n\nMayor Ine Varde denied it on Tuesday. She said that the story was “made up from start to finish”.",
  });
  const { events } = (
    await service.get<{ events: { id: string; document: string; response: object | null }[] }>(`/v1/claims/${id}/timeline`)
  ).body;
  const denial = events.find((e) => e.response);
  assert.ok(denial, "the denial is read");
  await service.call("POST", "/v1/sightings/reject", { claim: id, document: denial.document, id: denial.id });
  await service.giveJobs([article.body.id], "again");
  await service.settle();
  assert.equal((await service.get<{ responses: number }>(`/v1/claims/${id}`)).body.responses, 0);
  await service.assertSound();
});
