/** Each check of `npm run verify` is broken on purpose: a sound instance has no violations, a damaged one is reported. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIGHTING_COLUMNS } from "../../../workers/store/relations/stored-sighting.ts";
import * as corpus from "../../bench/corpus.ts";
import { openService, type Service } from "../support/harness.ts";

let whence: Service;
before(async () => {
  whence = await openService();
});
after(() => whence.close());

const LIVE = "replaced_at = 9007199254740991";
/** A damage, and the checks that must see it. */
const DAMAGES: [string, string[]][] = [
  ["UPDATE claim_summary SET unsure = unsure + 1", ["stances to settle equal a recount"]],
  [
    "UPDATE claim_summary SET recent = json_set(recent, '$[#-1][2]', 77) WHERE recent <> '[]'",
    ["what claims counted before equals a recount"],
  ],
  [
    // Somebody who exists, and goes on waiting for what is read.
    "INSERT INTO dependency (key, document_id) SELECT 'doc:' || max(id), min(id) FROM document WHERE seen = 'observed'",
    ["dependencies are of documents, and none waits for a document that is here"],
  ],
  [`UPDATE response SET state = 'suggested' WHERE ${LIVE}`, ["a response is as sure as its sighting"]],
  [`UPDATE sighting SET method = 'rule: own account' WHERE ${LIVE}`, ["answers that a rule confirms come from bound accounts"]],
  ["UPDATE claim_summary SET sightings = sightings + 1", ["rollups equal a recount"]],
  ["INSERT INTO suggestion_count VALUES ('', 'claim', 4, 1)", ["what waits is listed once, and counted"]],
  [
    "INSERT INTO claim_spread SELECT claim_id, 20000, 20000, 'x', 'en', 'support', 1 FROM claim_summary LIMIT 1",
    ["spread by day equals a recount"],
  ],
  ["UPDATE claim_summary SET revision = revision + 1", ["revisions count the instants of change"]],
  ["UPDATE claim_summary SET text = text || '!'", ["rollups print the live claim"]],
  ["UPDATE claim_summary SET first_responses = '[1]', verdicts = '[1]'", ["rollups name the responses and verdicts"]],
  ["UPDATE claim_summary SET platforms = '{\"web\":99}'", ["platforms equal a recount"]],
  ["UPDATE claim_summary SET listed = 1 - listed", ["only public claims are listed"]],
  [
    "UPDATE claim_summary SET merged_into = 'cnone' WHERE claim_id = (SELECT max(claim_id) FROM claim_summary)",
    ["a claim that was merged has no sightings, and leads to one that was not"],
  ],
  ["INSERT INTO claim_search_sample (rowid, words) VALUES (16, 'a')", ["every sixteenth claim of the index is in its sample"]],
  ["UPDATE claim_count SET claims = claims + 1", ["followed claims are counted by state and visibility"]],
  [
    "INSERT INTO document_search (rowid, words, author, site, document_id) VALUES (1, 'a', '', '', 'dnone')",
    ["search knows the documents that were read, by the words that they have"],
  ],
  ["DELETE FROM claim_search", ["search knows the claims that are not proposed, and no others"]],
  [
    `INSERT INTO sighting (replaced_at, ${SIGHTING_COLUMNS.join(", ")}) SELECT replaced_at, ${SIGHTING_COLUMNS.join(", ").replace(" at,", " at + 1,")} FROM sighting WHERE ${LIVE} LIMIT 1`,
    ["a sighting has one live version"],
  ],
  [`UPDATE response SET document_id = 'dnone' WHERE ${LIVE}`, ["responses have their sighting"]],
  [`DELETE FROM response WHERE ${LIVE}`, ["responding sightings have their response"]],
  [`UPDATE edge SET parent_id = 'dnone' WHERE ${LIVE}`, ["edges join documents", "a document hangs where its edge says"]],
  [
    `INSERT INTO edge SELECT child_id, replaced_at, parent_id, 'quote', basis, confidence, state, 1, evidence, method, recorded_at, text_changes FROM edge WHERE ${LIVE} AND is_primary = 1 AND type = 'repost' LIMIT 1`,
    ["at most one live edge of a child is primary"],
  ],
  [
    `INSERT INTO edge SELECT parent_id, replaced_at, child_id, type, basis, confidence, state, 0, evidence, method, recorded_at, text_changes FROM edge WHERE ${LIVE} AND type = 'repost' LIMIT 1`,
    ["platform edges make no cycle"],
  ],
  [
    `UPDATE edge SET state = 'rejected' WHERE ${LIVE}`,
    ["rejected edges are never primary", "machines confirm what platforms state, and reject nothing"],
  ],
  [`UPDATE sighting SET state = 'confirmed', method = 'read-1' WHERE ${LIVE}`, ["machines decide of no sighting"]],
  [`UPDATE edge SET evidence = '{}' WHERE ${LIVE}`, ["machine links tell their grounds"]],
  [`UPDATE edge SET state = 'suggested', method = 'person' WHERE ${LIVE}`, ["what a person says of an edge is no suggestion"]],
  [`UPDATE edge SET state = 'confirmed', is_primary = 1, method = 'rule' WHERE ${LIVE}`, ["confirmed primary edges make no circle"]],
  [`UPDATE edge SET confidence = 2 WHERE ${LIVE}`, ["confidences are from 0 to 1"]],
  [`UPDATE edge SET text_changes = '[{"was":"a"}]' WHERE ${LIVE}`, ["changes of wording are a list, each with its kind"]],
  [
    `UPDATE sighting SET state = 'rejected' WHERE ${LIVE} AND listed = 1`,
    ["timelines show what is not rejected, and all that is confirmed"],
  ],
  [
    `INSERT INTO sighting (replaced_at, ${SIGHTING_COLUMNS.join(", ")}) SELECT 9007199254740990, ${SIGHTING_COLUMNS.join(", ")} FROM sighting WHERE ${LIVE} LIMIT 1`,
    ["of a row one version holds at a time"],
  ],
  [
    `INSERT INTO edge SELECT child_id, 9007199254740989, parent_id, type, basis, confidence, state, 0, evidence, method, recorded_at, text_changes FROM edge WHERE ${LIVE} LIMIT 1`,
    ["of an edge one version holds at a time"],
  ],
  [`UPDATE edge SET replaced_at = recorded_at - 1 WHERE ${LIVE}`, ["versions of edges end after they begin"]],
  [`UPDATE sighting SET method = 'lexical-9', score = NULL WHERE ${LIVE}`, ["matched sightings have a score"]],
  [`UPDATE sighting SET state = 'suggested', method = 'person' WHERE ${LIVE}`, ["what a person says of a sighting is no suggestion"]],
  ["UPDATE sighting SET recorded_at = replaced_at + 1", ["versions end after they begin"]],
  ["UPDATE event SET type = 'x' WHERE type = 'document.read'", ["what was accepted was read, or waits, or was given up"]],
  ["UPDATE document SET depth = depth + 1 WHERE parent_id IS NOT NULL", ["root and depth follow the parent"]],
  ["UPDATE document SET parent_id = 'dnone' WHERE parent_id IS NOT NULL", ["parents of share trees exist"]],
  ["UPDATE document SET seen = 'reported'", ["reported documents have no words of their own"]],
  ["UPDATE document SET published_earliest = 1, published_latest = 1", ["no document is earlier than the first of its text"]],
  ["UPDATE document SET published_latest = published_earliest - 1", ["times begin before they end"]],
  ["UPDATE document SET resolved_id = 'dnone'", ["only what is reported is resolved, to what exists"]],
  ["UPDATE text SET first_document_id = 'dnone'", ["first documents have the text"]],
  ["UPDATE document SET text_id = (SELECT max(id) FROM text) WHERE text_id IS NOT NULL", ["who has a text is found by it"]],
  ["UPDATE text_bucket SET first_at = first_at + 1", ["buckets are of texts, at their time"]],
  ["INSERT INTO statement_bucket SELECT 1, first_at + 1, id FROM text LIMIT 1", ["buckets are of texts, at their time"]],
  ["DELETE FROM text_bucket WHERE bucket % 2 = 0", ["a text with a signature is in its 4 buckets"]],
  [
    "INSERT INTO revision (document_id, seq, raw_id, format, seen_at) SELECT id, 3, text_id, 'text', 0 FROM document WHERE text_id IS NOT NULL",
    ["revisions are counted from 1 without a gap"],
  ],
  ["INSERT INTO job (document_id, reason, due_at) VALUES ('dnone', 'new', 9007199254740991)", ["what is to be done exists"]],
  [
    "INSERT INTO dead_letter (document_id, reason, attempts, at) SELECT document_id, 'x', 5, 0 FROM job",
    ["nothing is both to be done and given up"],
  ],
  [
    "INSERT INTO tombstone (id, kind, reason, at) SELECT id, 'post', 'x', 0 FROM document WHERE text_id IS NOT NULL",
    ["erased documents have no words", "erased documents are held by nobody"],
  ],
  ["INSERT INTO dead_letter (document_id, reason, attempts, at) VALUES ('dgone', 'x', 5, 0)", ["what was given up exists"]],
  ["UPDATE event SET at = 0 WHERE seq = 3", ["times of events never go back"]],
  ["UPDATE visit SET lease = 'x'", ["a lease has a holder and an end"]],
  [
    "INSERT INTO idempotency (key, request_hash, status, body, at) VALUES ('k', 'h', 201, '{\"id\":\"d00000000000000000000000000\"}', 0)",
    ["answers that are kept tell of what is stored"],
  ],
  ["UPDATE job SET attempts = 5", ["what failed too often is given up"]],
  ["INSERT INTO account (id, platform, native_id, actor_id) VALUES ('a0', 'x', '1', 'pnone')", ["accounts belong to actors that exist"]],
  ["DELETE FROM visit WHERE subject = 'o1'", ["every source has its visit, and every run of a source its source"]],
  ["UPDATE visit SET due_at = NULL", ["sources that are on are due some time, others never"]],
  ["UPDATE watch_period SET since = since + 1", ["what is watched since when is told once"]],
  [
    "INSERT INTO dependency VALUES ('account:a', 0, 'dnone')",
    ["dependencies are of documents, and none waits for a document that is here"],
  ],
  ["INSERT INTO report VALUES ('dnone', 'dnone')", ["reports are of documents"]],
  ["DELETE FROM event WHERE seq = 3", ["events have no holes"]],
  [
    "INSERT INTO pending_relation (ref, child_id, type) VALUES ('nobody', 'dnone', 'repost')",
    ["who waits for a ref exists, and nobody waits for one that is used"],
  ],
  [`DELETE FROM claim WHERE ${LIVE}`, ["every claim has one rollup", "phrasings are of claims"]],
  ["DELETE FROM claim_summary", ["sightings are of claims"]],
  ["DELETE FROM document", ["sightings are of documents", "revisions have their document and texts", "other names have their target"]],
  ["DELETE FROM text", ["revisions have their document and texts", "buckets are of texts, at their time"]],
];

interface Report {
  violations: { check: string; subject: string }[];
  next: string | null;
}
/** What is found slice by slice, however small they are, is what is found at once. */
async function sameInSlices(): Promise<void> {
  const told = (report: Report) => report.violations.map(({ check, subject }) => `${check}: ${subject}`);
  const all = new Set(told((await whence.get<Report>("/v1/verify")).body));
  const found = new Set<string>();
  let slices = 0;
  for (let next: string | null = ""; next !== null; slices++) {
    const { body }: { body: Report } = await whence.get<Report>(`/v1/verify?size=25&after=${encodeURIComponent(next)}`);
    for (const one of told(body)) found.add(one);
    next = body.next;
  }
  assert.ok(slices > 8, `${slices} slices`);
  for (const one of all) assert.ok(found.has(one), one);
}

test("a damaged store is told what is wrong, check by check", async () => {
  const claim = { ...corpus.claimLine(0), phrasings: ["another wording of it"] };
  const documents = corpus.documentLines(0, 60, 4);
  const response = { type: "denial", standing: "subject", actor: { name: "Zzyzx" } };
  const url = corpus.postUrl(0);
  const lines = [
    claim,
    ...documents.map((line) => ({ ...line, ref: line.platformId })),
    { type: "sighting", claim: claim.ref, document: url, response },
  ];
  const imported = await whence.importLines(lines, "", { prefer: "wait" });
  assert.deepEqual(imported.body, { accepted: lines.length, rejected: [], waiting: 0 });
  for (const id of ["o1", "o2"]) {
    await whence.sql("INSERT INTO source (id, kind, name, config, watched_since) VALUES (?1, 'feed', 'a feed', '{}', 5)", id);
    await whence.sql(
      "INSERT INTO visit (id, purpose, subject, host, due_at, interval) VALUES ('source:' || ?1, 'source', ?1, 'a.org', 9, 9)",
      id,
    );
    await whence.sql("INSERT INTO watch_period (source_id, since, name) VALUES (?1, 5, 'a feed')", id);
  }
  const verify = async () =>
    new Set((await whence.get<{ violations: { check: string }[] }>("/v1/verify")).body.violations.map((violation) => violation.check));
  // The answer to who made a key: ids of keys are shorter than those of documents, and may begin alike.
  await whence.sql(
    "INSERT INTO idempotency (key, request_hash, status, body, at) VALUES ('made', 'h', 201, '{\"id\":\"dbqqv59njaq2pq9z\"}', 0)",
  );
  assert.deepEqual(await verify(), new Set());
  const failures = async () =>
    (await whence.get<{ events: { type: string; subject: string }[] }>("/v1/events?limit=1000")).body.events.filter(
      (e) => e.type === "verify.failed",
    );
  await whence.scheduled("17 3 * * *");
  assert.deepEqual(await failures(), [], "a sound store is quiet at night");
  await whence.sql("UPDATE claim_summary SET sightings = sightings + 1");
  await whence.scheduled("17 3 * * *");
  assert.deepEqual(
    (await failures()).map((e) => e.subject),
    ["rollups equal a recount"],
  );
  await whence.sql("UPDATE claim_summary SET sightings = sightings - 1");
  for (const [damage, seen] of DAMAGES) {
    await whence.sql(damage);
    const found = await verify();
    for (const check of seen) assert.ok(found.has(check), `${damage}: "${check}" does not see it; seen: ${[...found].join("; ")}`);
  }
  await sameInSlices();
  const { checks } = (await whence.get<{ checks: string[] }>("/v1/verify")).body;
  const tried = new Set(DAMAGES.flatMap(([, seen]) => seen));
  // A row of two live versions or of no claim breaks these as it breaks those of sightings, which are written alike.
  const alike = ["a response has one live version", "verdicts are of claims"];
  assert.deepEqual(
    checks.filter((check) => !tried.has(check)),
    alike,
  );
});
