/** What the instance does by itself and says of it: the night's work, the sealed log, the status, and its public duties. */
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, test } from "node:test";
import { type Block, brokenLink, type LoggedEvent, provesEvent } from "../../../shared/log/block.ts";
import { type Authority, openAuthority } from "../support/authority.ts";
import { openService, type Service } from "../support/harness.ts";

const { privateKey } = generateKeyPairSync("ed25519");
const WHENCE_LOG_KEY = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
const NIGHT = "17 3 * * *";
const CONTACT = "desk@rimstad-paper.org";

let service: Service;
let authority: Authority;
before(async () => {
  authority = await openAuthority();
  const stamps = { TIMESTAMP_URL: authority.url, CRAWL_ALLOW: authority.place };
  service = await openService({ WHENCE_ENV: "production", WHENCE_LOG_KEY, CONTACT, ...stamps });
});
after(async () => {
  await service.close();
  authority.close();
});

type Sealed = Block & { hash: string; signature: string | null; stamp: string | null };
interface Blocks {
  blocks: Sealed[];
  key: { kty: string; crv: string; x: string };
}
interface Proof {
  event: LoggedEvent;
  block: Sealed;
  proof: string[];
}
interface Status {
  state: string;
  problems: string[];
  upkeep: { name: string; at: string; detail: Record<string, unknown> }[];
}
const blocks = async () => (await service.anonymous<Blocks>("GET", "/v1/log/blocks")).body;
const status = async () => (await service.anonymous<Status>("GET", "/v1/status")).body;
const claim = (text: string) => service.call("POST", "/v1/claims", { text, visibility: "public" });

test("each night seals the new events in a signed block that names the one before", async () => {
  await claim("The harbour bridge at Lindvik was sold twice");
  await service.scheduled(NIGHT);
  await claim("The old mill of Sandby burnt down on Monday");
  await service.scheduled(NIGHT);
  await service.scheduled(NIGHT);
  const { blocks: sealed, key } = await blocks();
  assert.equal(sealed.length, 2, "a night without events adds no block");
  assert.equal(brokenLink(sealed), null);
  const [{ last } = { last: 0 }] = await service.sql<{ last: number }>("SELECT max(seq) AS last FROM event");
  assert.equal(sealed.at(-1)?.lastSeq, last);
  for (const { hash, stamp } of sealed) {
    assert.ok(authority.verifies(stamp ?? "", hash), "openssl sees the authority's stamp over the block's hash");
    assert.ok(!authority.verifies(stamp ?? "", "0".repeat(64)));
  }
  const imported = await crypto.subtle.importKey("jwk", key, { name: "Ed25519" }, false, ["verify"]);
  for (const { hash, signature } of sealed)
    assert.ok(await crypto.subtle.verify("Ed25519", imported, Buffer.from(signature ?? "", "base64"), new TextEncoder().encode(hash)));
});

test("every event of the log is proved; one that was changed in the database is not", async () => {
  const events = await service.sql<{ seq: number }>("SELECT seq FROM event ORDER BY seq");
  const proofOf = async (seq: number) => (await service.get<Proof>(`/v1/events/${seq}/proof`)).body;
  for (const { seq } of events) {
    const { event, block, proof } = await proofOf(seq);
    assert.equal(event.seq, seq);
    assert.ok(provesEvent(event, block, block.hash, proof), String(seq));
  }
  await service.sql("UPDATE event SET detail = '{\"forged\":1}' WHERE seq = 1");
  const { event, block, proof } = await proofOf(1);
  assert.ok(!provesEvent(event, block, block.hash, proof));
  const problemOf = async (seq: string) =>
    (await service.get<{ status: number; detail: string; errors?: object[] }>(`/v1/events/${seq}/proof`)).body;
  const missing = await problemOf(String(events.length + 1));
  assert.deepEqual([missing.status, missing.detail], [404, `The log has no event of this number yet. Its newest is ${events.length}.`]);
  await claim("The weir of Norrby was painted twice");
  const unsealed = await problemOf(String(events.length + 1));
  assert.deepEqual(
    [unsealed.status, unsealed.detail],
    [404, "No block holds this event yet: events are sealed in the night after they happened."],
  );
  await service.scheduled(NIGHT);
  assert.equal((await proofOf(events.length + 1)).event.type, "claim.created");
  assert.equal((await problemOf("9007199254740993")).errors?.length, 1, "what is wrong with the number is said once");
  assert.equal((await service.anonymous("GET", "/v1/events/1/proof")).status, 401);
});

test("what is shown as of a sealed instant names the block that seals it", async () => {
  const { body } = await claim("The lock at Ekby was opened by hand");
  const asOf = new Date().toISOString();
  const path = `/v1/claims/${(body as { id: string }).id}/timeline?asOf=${asOf}`;
  assert.equal((await service.get(path)).headers.get("whence-seal"), null);
  await service.scheduled(NIGHT);
  const last = (await blocks()).blocks.at(-1);
  assert.equal((await service.get(path)).headers.get("whence-seal"), `block=${last?.number}; hash="${last?.hash}"`);
  const page = await service.get(`/c/${(body as { id: string }).id}?asOf=${asOf}`);
  assert.ok(page.text.includes(`Sealed in block ${last?.number} of the log:`));
  assert.ok(page.text.includes(`<code>${last?.hash.slice(0, 16)}</code>`));
});

test("the status tells what ran, and what needs a person", async () => {
  await service.scheduled();
  const well = await status();
  assert.deepEqual([well.state, well.problems], ["ok", []]);
  assert.deepEqual(well.upkeep.find(({ name }) => name === "desk")?.detail, {}, "of which sites something waits is for editors");
  assert.deepEqual(new Set(well.upkeep.map(({ name }) => name)), new Set(["cron", "desk", "verify", "reconcile", "seal", "stamp"]));
  assert.match((await service.anonymous("GET", "/status")).text, /Everything runs/);
  await service.sql("UPDATE upkeep SET at = at - 3600000 WHERE name = 'cron'");
  await service.sql("UPDATE claim_summary SET sightings = sightings + 1");
  await service.scheduled(NIGHT);
  const ill = await status();
  assert.equal(ill.state, "attention");
  assert.match(ill.problems.join(" "), /minute's work has not run.*One check of the database failed/);
  assert.match(
    (await service.anonymous("GET", "/status")).text,
    /Something needs a person<\/strong><\/p><ul lang="en">(?:<li>[^<]+<\/li>){2}<\/ul>/,
  );
  await service.sql("UPDATE upkeep SET detail = json_set(detail, '$.sweep', 'failed') WHERE name = 'cron'");
  assert.match((await status()).problems.join(" "), /The last run of the sweeper failed/);
});

test("a crawl that stands still for an hour is told once: as an event, and in the status", async () => {
  // Nobody takes a visit without a purpose that is known: it is due for good.
  await service.sql("INSERT INTO visit (id, purpose, subject, host, due_at, interval) VALUES ('x:1', 'x', '1', 'a.example', 1, 1000)");
  const told = () => service.sql("SELECT seq FROM event WHERE type = 'crawl.stalled'");
  await service.scheduled();
  assert.equal((await told()).length, 0, "it began only now");
  await service.sql("UPDATE upkeep SET detail = json_set(detail, '$.still.since', 1) WHERE name = 'cron'");
  await service.scheduled();
  await service.scheduled();
  assert.equal((await told()).length, 1);
  assert.match((await status()).problems.join(" "), /The crawl stands still/);
  await service.sql("DELETE FROM visit");
  await service.scheduled();
  assert.doesNotMatch((await status()).problems.join(" "), /The crawl stands still/);
});

test("the public duties: the crawler and how to stop it, privacy, security.txt", async () => {
  const page = async (path: string) => {
    const answer = await service.anonymous("GET", path);
    assert.equal(answer.status, 200, path);
    return answer.text;
  };
  assert.match(await page("/bot"), /Whence\/0\.1 \(\+mailto:desk@rimstad-paper\.org\)/);
  const privacy = await page("/privacy");
  assert.match(privacy, /href="mailto:desk@rimstad-paper\.org"/);
  assert.match(privacy, /corrected or taken off at once; .* earlier versions, which search engines are asked to leave out/);
  const text = await page("/.well-known/security.txt");
  assert.match(text, /^Contact: mailto:desk@rimstad-paper\.org$/m);
  const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? "");
  assert.ok(expires > Date.now() && expires < Date.now() + 365 * 86_400_000);
});
