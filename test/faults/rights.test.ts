/** A scope holds on every way to its effect: what a key may not do by a route of its own, it may not do by another. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Instance } from "./support/instance.ts";
import { claimOf, DAIRY, FERRY, makeWorld, post, sightingOf, type World, wordingsOf } from "./support/world.ts";

let i: Instance;
let world: World;
let ingest = "";
let review = "";
before(async () => {
  const made = await makeWorld();
  world = made.world;
  i = new Instance(made.saved, { WHENCE_ENV: "production" });
  const keyFor = async (scopes: string[]) => (await i.call<{ key: string }>("POST", "/v1/keys", { name: scopes.join(), scopes })).body.key;
  [ingest, review] = [await keyFor(["ingest"]), await keyFor(["read", "ingest", "review"])];
});
after(() => i.close());
const as = (key: string | null) => {
  i.key = key;
  return i;
};
const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

test("a key with the scope ingest alone creates claims, and changes none: neither by a claim nor by an import line", async () => {
  const words = "Two boats of Rimstad Lines run on seawater";
  const first = await as(ingest).call<{ id: string }>("POST", "/v1/claims", { ref: "boats", text: words });
  assert.equal(first.status, 201);
  assert.equal((await i.call("POST", "/v1/claims", { ref: "boats", text: words })).status, 200, "the same again");
  const state = claimOf(i, world.ferry);
  for (const change of [
    { text: "Another wording" },
    { text: FERRY, status: "archived" },
    { text: FERRY, visibility: "private" },
    { text: FERRY, phrasings: ["Rainwater in the tank"] },
    { text: FERRY, subject: "Somebody" },
  ]) {
    const answer = await i.call("POST", "/v1/claims", { ref: "ferry", ...change });
    assert.equal(answer.status, 403, JSON.stringify(change));
    const imported = await i.call<{ rejected: { detail: string }[] }>(
      "POST",
      "/v1/import",
      lines({ type: "claim", ref: "ferry", ...change }),
    );
    assert.match(imported.body.rejected[0]?.detail ?? "", /scope review/);
  }
  assert.deepEqual(claimOf(i, world.ferry), state);
  assert.deepEqual(wordingsOf(i, world.ferry), []);
});

test("it takes no proposal", async () => {
  await as(review).call("POST", "/v1/documents", post("otto", "The lighthouse of Vik was sold to a bank in Oslo last night", 40), {
    prefer: "wait",
  });
  await i.call("POST", "/v1/documents", post("pia", "The lighthouse of Vik was sold to a bank in Oslo last night!", 41), {
    prefer: "wait",
  });
  await i.settle();
  const [proposal] = i.sql<{ id: string; text: string }>(
    "SELECT id, text FROM claim WHERE status = 'proposed' AND text LIKE '%lighthouse%'",
  );
  assert.ok(proposal, "the two posts propose a claim");
  const { id, text } = proposal;
  assert.equal((await as(ingest).call("POST", "/v1/claims", { text })).status, 403);
  assert.equal((await i.call<{ accepted: number }>("POST", "/v1/import", lines({ type: "claim", text }))).body.accepted, 0);
  assert.equal(claimOf(i, id)?.status, "proposed");
  assert.equal((await as(null).call("GET", `/c/${id}`)).status, 404);
  assert.equal((await as(review).call("POST", "/v1/claims", { text })).status, 200);
  assert.deepEqual([claimOf(i, id)?.status, claimOf(i, id)?.visibility], ["open", "public"]);
});

test("it decides nothing: an import line is no way around a reviewer", async () => {
  const decision = { claim: world.ferry, document: world.victim };
  assert.equal((await as(review).call("POST", "/v1/sightings/reject", decision)).status, 200);
  const line = { type: "sighting", ...decision };
  const { body } = await as(ingest).call<{ accepted: number; rejected: unknown[] }>("POST", "/v1/import", lines(line));
  assert.deepEqual([body.accepted, body.rejected.length], [0, 1]);
  assert.equal(sightingOf(i, world.ferry, world.victim)?.state, "rejected");
  assert.equal((await as(review).call<{ accepted: number }>("POST", "/v1/import", lines(line))).body.accepted, 1);
  assert.equal(sightingOf(i, world.ferry, world.victim)?.state, "confirmed");
});

test("a claim that is sent again keeps what the sender does not say", async () => {
  assert.equal((await as(review).call("PATCH", `/v1/claims/${world.dairy}`, { visibility: "private", status: "settled" })).status, 200);
  await i.call("POST", "/v1/claims", { ref: "dairy", text: DAIRY, phrasings: ["Lye in the milk of Orrin"] });
  assert.deepEqual([claimOf(i, world.dairy)?.visibility, claimOf(i, world.dairy)?.status], ["private", "settled"]);
});

test("a note on an edge is for editors, unless it is made public", async () => {
  const edge = { child: world.article, parent: world.near, type: "citation", note: "Told by phone to Inga" };
  const said = await as(review).call<{ edge: { evidence: { note: string } } }>("POST", "/v1/edges", edge);
  assert.equal(said.body.edge.evidence.note, edge.note);
  const places = [`/v1/claims/${world.ferry}/graph`, `/d/${world.article}`, `/c/${world.ferry}`, `/v1/events`];
  for (const path of places) assert.doesNotMatch((await as(null).call("GET", path)).text, /Inga/, path);
  assert.doesNotMatch((await as(review).call("GET", "/v1/events?limit=500")).text, /Inga/, "the log has no notes");
  await i.call("POST", "/v1/edges", { ...edge, note: "Inga wrote so herself", publicNote: true });
  assert.match((await as(null).call("GET", `/v1/claims/${world.ferry}/graph`)).text, /Inga wrote so herself/);
});

test("a look-up tells nobody which documents are held that no public claim shows", async () => {
  const url = "https://quiet.example/2025/page";
  const added = await as(review).call<{ id: string }>(
    "POST",
    "/v1/documents",
    { url, text: "Nothing that anybody follows stands here" },
    { prefer: "wait" },
  );
  const path = `/v1/lookup?url=${encodeURIComponent(url)}`;
  assert.equal((await i.call<{ document: string }>("GET", path)).body.document, added.body.id);
  assert.deepEqual((await as(null).call("GET", path)).body, { document: null, claims: [] });
  const shown = `/v1/lookup?url=${encodeURIComponent("https://x.com/quillfeather/status/1909302532306092107")}`;
  assert.equal((await i.call<{ document: string }>("GET", shown)).body.document, world.victim);
});

test("a private answer is private when it has not changed, too", async () => {
  const path = `/v1/claims/${world.dairy}/graph`;
  const answer = await as(review).call("GET", path);
  const again = await i.call("GET", path, undefined, { "if-none-match": answer.headers.get("etag") ?? "" });
  assert.deepEqual([again.status, again.headers.get("cache-control")], [304, "private, no-cache"]);
});

test("an Idempotency-Key is its caller's own", async () => {
  const key = { "idempotency-key": "everybody-uses-this" };
  const one = await as(ingest).call("POST", "/v1/claims", { text: "A first claim about the tram of Rimstad" }, key);
  const other = await as(review).call("POST", "/v1/claims", { text: "Another claim about the tram of Rimstad" }, key);
  assert.deepEqual([one.status, other.status], [201, 201]);
});

/** The cookie of who signs in with a key. */
async function signedIn(key: string): Promise<Record<string, string>> {
  const origin = { origin: "http://127.0.0.1", "content-type": "application/x-www-form-urlencoded" };
  const answer = await as(null).call("POST", "/signin", `key=${key}`, origin);
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  assert.ok(cookie.includes("="), `${answer.status} ${answer.text.slice(0, 200)}`);
  return { ...origin, cookie };
}

test("a reviewer erases nothing by the form of a page either", async () => {
  const reviewer = await signedIn(review);
  const form = "do=erase&sure=erase&reason=request";
  const refused = await as(null).call("POST", `/d/${world.other}`, form, reviewer);
  assert.equal(refused.status, 403);
  assert.equal(i.sql("SELECT 1 FROM tombstone").length, 0);
});

test("what an editor sees of a page and what a reader sees have different ETags", async () => {
  const reviewer = await signedIn(review);
  const [reader, editor] = [
    await as(null).call("GET", `/c/${world.ferry}`),
    await as(null).call("GET", `/c/${world.ferry}`, undefined, reviewer),
  ];
  assert.deepEqual([reader.status, editor.status], [200, 200]);
  assert.notEqual(reader.headers.get("etag"), editor.headers.get("etag"));
});
