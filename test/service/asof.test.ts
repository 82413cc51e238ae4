/** What was known then is what was answered then: random histories, every answer asked for again with its instant. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { xId } from "./corpus.ts";
import { type Answer, openService } from "./harness.ts";

const service = await openService();
after(() => service.close());
const RUNS = process.env["WHENCE_FULL"] ? 40 : 5;

interface Timeline {
  revision: number;
  changedAt: string;
  counts: { sightings: number };
  events: { id: string; document: string }[];
  next: string | null;
}
/** Something that changes what is known of the claim: what, about which of its documents, in which words. */
interface Step {
  act: (typeof ACTS)[number];
  which: number;
  hour: number;
  word: number;
}
const ACTS = [
  "post",
  "post",
  "post",
  "repost",
  "quote",
  "reply",
  "article",
  "article",
  "patch",
  "phrase",
  "again",
  "hide",
  "confirm",
  "reject",
  "respond",
  "verdict",
  "known",
  "sweep",
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS),
  which: fc.nat(30),
  hour: fc.nat(400),
  word: fc.nat(5),
});
const WORDS = ["tin", "brass", "cannon", "old nails", "church silver", "ship bells"];
const TAILS = ["", ", I read", " Is that true?", ". That is false, says the parish.", ", allegedly", ". Source?"];

/** One history on a claim of its own. */
function history(run: number) {
  const name = `Tarnby${run}`;
  const text = (word: number) => `The bell of ${name} church was cast from melted ${WORDS[word] ?? "tin"}`;
  const at = (hour: number) => new Date(Date.UTC(2025, 5, 1) + hour * 3_600_000).toISOString();
  const urls: string[] = [];
  let claim = "";
  const post = (hour: number, fields: object) => {
    const handle = `u${run}x${urls.length}`;
    const url = `https://x.com/${handle}/status/${xId(at(hour), urls.length)}`;
    urls.push(url);
    return service.add({ url, author: { handle, name: handle.toUpperCase() }, ...fields });
  };
  const pick = (which: number) => urls[which % Math.max(1, urls.length)] ?? "";
  const timeline = async () => (await service.get<Timeline>(`/v1/claims/${claim}/timeline?limit=200`)).body.events;
  const judge = async (kind: "confirm" | "reject", which: number) => {
    const review = (await service.get<{ sightings: { id: string; claim: string; document: string }[] }>("/v1/sightings")).body.sightings;
    const waiting = review.filter((s) => s.claim === claim);
    const events = await timeline();
    const seen = [...waiting, ...events];
    const one = seen[which % Math.max(1, seen.length)];
    if (one) await service.call("POST", `/v1/sightings/${kind}`, { claim, document: one.document, id: one.id });
  };
  const acts: Record<Step["act"], (s: Step) => Promise<unknown>> = {
    post: ({ hour, word, which }) => post(hour, { text: `${text(word)}${TAILS[which % TAILS.length]}` }),
    repost: ({ hour, which }) => (urls.length ? post(hour, { repostOf: pick(which) }) : pause(0)),
    quote: ({ hour, which }) => (urls.length ? post(hour, { text: `${text(0)}, look`, quoteOf: pick(which) }) : pause(0)),
    reply: ({ hour, which }) => (urls.length ? post(hour, { text: `${text(1)}?`, replyTo: pick(which) }) : pause(0)),
    article: ({ hour, word, which }) => {
      const url = `https://news${which}.example/${run}/${urls.length}`;
      urls.push(url);
      return service.add({
        kind: "article",
        url,
        publishedAt: at(hour)
          .slice(0, which % 2 ? 10 : 20)
          .replace(/\.$/, "Z"),
        html: `<!doctype html><html lang="en"><head><title>${text(word)}?</title></head><body><article><h1>${text(word)}?</h1><p>${text(word)}, according to posts on Reddit.</p><p>The rumour reportedly first appeared on an anonymous forum and later spread to <a href="https://x.com/late${which}/status/${xId(at(which), run)}">a post on X</a>.</p><p>Pastor Ine Varde denied it on Tuesday. She said that the story was “made up from start to finish”.</p></article></body></html>`,
      });
    },
    // The post that articles link to, which was known from them alone.
    known: ({ which, word }) => {
      const url = `https://x.com/late${which}/status/${xId(at(which), run)}`;
      urls.push(url);
      return service.add({ url, author: { handle: `late${which}` }, text: text(word) });
    },
    patch: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { text: text(word), subject: WORDS[word] }),
    phrase: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { addPhrasings: [`${name}'s bell is made of ${WORDS[word]}`] }),
    again: ({ word }) =>
      service.call("POST", "/v1/claims", { ref: name, text: text(0), phrasings: [`${WORDS[word]} went into the bell of ${name}`] }),
    hide: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { visibility: ["public", "unlisted", "private"][word % 3] }),
    confirm: ({ which }) => judge("confirm", which),
    reject: ({ which }) => judge("reject", which),
    respond: ({ which, word }) =>
      urls.length
        ? service.call("POST", "/v1/sightings", {
            claim,
            document: pick(which),
            ...(word % 2
              ? { response: { type: ["denial", "explanation"][which % 2], standing: "subject", actor: { name: `Pastor ${word}` } } }
              : {}),
          })
        : pause(0),
    verdict: ({ which, word }) =>
      service.call("POST", `/v1/claims/${claim}/verdicts`, {
        publisher: `Checkers ${which % 3}`,
        label: WORDS[word],
        url: "https://checkers.example/bell",
      }),
    sweep: () => service.settle(),
  };
  return {
    async open() {
      const created = await service.call<{ id: string }>("POST", "/v1/claims", { ref: name, text: text(0) });
      claim = created.body.id;
    },
    act: (s: Step) => acts[s.act](s),
    paths: () => [
      `/v1/claims/${claim}?`,
      `/v1/claims/${claim}/timeline?limit=200&`,
      `/v1/claims/${claim}/timeline?limit=3&`,
      `/v1/claims/${claim}/responses?limit=2&`,
      `/v1/claims/${claim}/graph?limit=200&`,
      `/v1/claims/${claim}/graph?limit=3&`,
    ],
    claim: () => claim,
  };
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

/** A history in which every kind of row is replaced. */
const BUSY: Step[] = (
  [
    ["post", 0],
    ["article", 1],
    ["respond", 0, 1],
    ["respond", 0, 3],
    ["known", 1],
    ["again", 0, 2],
    ["reject", 1],
    ["phrase", 0],
    ["reject", 0],
    ["confirm", 1],
    ["verdict", 1, 2],
    ["verdict", 1, 3],
    ["patch", 0, 4],
  ] as [Step["act"], number, number?][]
).map(([act, which, word = 0]) => ({ act, which, word, hour: 40 }));
let runs = 0;
test("an as-of answer is what was answered at that instant, whatever happened since", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
      const story = history(++runs);
      await story.open();
      const told: { at: string; live: Record<string, unknown>; after: string }[] = [];
      for (const s of [null, ...steps]) {
        if (s) await story.act(s);
        const live = await answers(story.paths(), "");
        const at = new Date().toISOString();
        told.push({ at, live, after: JSON.stringify(s) });
        // The next change is of a later millisecond.
        await pause(2);
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
      const { body } = await service.get<{ violations: unknown[] }>("/v1/verify");
      assert.deepEqual(body.violations, []);
    }),
    { numRuns: RUNS, endOnFailure: true, examples: [[BUSY]], ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}) },
  );
});

test("what is told of the past: for good once it is over, not to those who may not see the claim now, and never of the future", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The weather vane of Osby points to the sea" })).body;
  await service.add({ url: "https://x.com/osby/status/1", text: "The weather vane of Osby points to the sea", author: { handle: "osby" } });
  // Two minutes ago, as far as the store knows.
  for (const table of ["claim", "phrasing", "sighting", "response", "verdict"])
    await service.sql(`UPDATE ${table} SET recorded_at = recorded_at - 120000 WHERE ${table === "claim" ? "id" : "claim_id"} = ?1`, id);
  await service.sql("UPDATE claim_head SET changed_at = changed_at - 120000 WHERE claim_id = ?1", id);
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
    assert.deepEqual([past.status, past.headers.get("cache-control")], [200, "public, max-age=31536000, immutable"], path);
    const etag = past.headers.get("etag") ?? "";
    const again = await service.anonymous("GET", `${path}?asOf=${then}`, undefined, { "if-none-match": etag });
    assert.deepEqual([again.status, again.headers.get("etag")], [304, etag], path);
    const young = await service.anonymous("GET", `${path}?asOf=${new Date(now).toISOString()}`);
    assert.doesNotMatch(young.headers.get("cache-control") ?? "", /immutable/, path);
    const ahead = await service.anonymous("GET", `${path}?asOf=${new Date(now + 3_600_000).toISOString()}`);
    assert.equal(ahead.status, 422, path);
    assert.match(ahead.text, /in the future/);
    assert.equal((await service.anonymous("GET", `${path}?asOf=yesterday`)).status, 422, path);
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
  await service.sql("UPDATE claim_head SET changed_at = changed_at + 600000 WHERE claim_id = ?1", id);
  await service.sql(
    "UPDATE verdict SET recorded_at = (SELECT changed_at FROM claim_head WHERE claim_id = ?1) WHERE claim_id = ?1 AND publisher = 'P1'",
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
     (SELECT count(*) FROM document WHERE told IS NOT NULL) AS told, (SELECT count(*) FROM phrasing) AS phrasings`,
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
  await service.sql("INSERT INTO outbox (document_id, reason, due_at) VALUES (?1, 'again', 0)", article.body.id);
  await service.settle();
  assert.equal((await service.get<{ responses: number }>(`/v1/claims/${id}`)).body.responses, 0);
  assert.deepEqual((await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations, []);
});
