/** Invariants of decisions, versions, jobs and leases, as SQL: each statement gives (subject, detail) of the rows that break one. */
import { VERIFIED_ACCOUNT } from "../../../shared/model/sighting.ts";
import { LAST_PACKED } from "../jobs/blocks.ts";
import { isLive } from "../versions.ts";

/** Hops of edges that are followed in search of a circle: the cost of a long chain must not be its square. */
const MAX_HOPS = 50;
/** SQL of the children of live edges that pass a condition on `e` and lead back to themselves. */
export const circlesOf = (condition: string) => {
  const edge = `${isLive("e")} AND ${condition} AND e.parent_id <> ''`;
  return `WITH RECURSIVE up (child, at, hops) AS (
      SELECT e.child_id, e.parent_id, 1 FROM edge_slice e WHERE ${edge}
      UNION SELECT up.child, e.parent_id, up.hops + 1 FROM up JOIN edge e ON e.child_id = up.at AND ${edge}
        WHERE up.at <> up.child AND up.hops < ${MAX_HOPS})
    SELECT child AS subject, hops || ' hops' AS detail FROM up WHERE at = child`;
};
/** SQL of versions of one row that overlap in time. */
const overlaps = (table: string, subject: string, key: string) =>
  `SELECT ${subject} AS subject, '${table}' AS detail
    FROM (SELECT *, lag(replaced_at) OVER (PARTITION BY ${key} ORDER BY recorded_at, replaced_at) AS before FROM ${table}_slice)
      WHERE before > recorded_at`;

export const INVARIANTS: Record<string, string> = {
  "rejected edges are never primary": `SELECT e.child_id AS subject, e.parent_id || ' ' || e.type AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND e.state = 'rejected' AND e.is_primary = 1`,
  "machines confirm what platforms state, and reject nothing": `SELECT e.child_id AS subject, e.state || ' by ' || e.method AS detail
    FROM edge_slice e
    WHERE ${isLive("e")} AND e.method <> 'person' AND (e.state = 'rejected' OR (e.state = 'confirmed' AND e.basis <> 'platform'))`,
  "machines decide of no sighting": `SELECT s.id AS subject, s.state || ' by ' || s.method AS detail FROM sighting_slice s
    WHERE ${isLive("s")} AND s.state <> 'suggested' AND s.method NOT IN ('person', '${VERIFIED_ACCOUNT}')`,
  "machine links tell their grounds": `SELECT e.child_id AS subject, e.type AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND e.basis <> 'platform' AND coalesce(e.evidence ->> 'why', '') = ''`,
  "matched sightings have a score": `SELECT s.id AS subject, s.method AS detail FROM sighting_slice s
    WHERE ${isLive("s")} AND s.method GLOB 'lexical-*' AND s.score IS NULL`,
  "what a person says of an edge is no suggestion": `SELECT e.child_id AS subject, e.method AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND e.state = 'suggested' AND (e.method = 'person' OR e.basis = 'human')`,
  "what a person says of a sighting is no suggestion": `SELECT s.id AS subject, s.method AS detail FROM sighting_slice s
    WHERE ${isLive("s")} AND s.state = 'suggested' AND s.method = 'person'`,
  "confirmed primary edges make no circle": circlesOf("e.state = 'confirmed' AND e.is_primary = 1"),
  "confidences are from 0 to 1": `SELECT e.child_id AS subject, e.confidence AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND NOT e.confidence BETWEEN 0 AND 1`,
  "changes of wording are a list, each with its kind": `SELECT e.child_id AS subject, e.text_changes AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND (json_type(e.text_changes) <> 'array'
    OR EXISTS (SELECT 1 FROM json_each(e.text_changes) m WHERE m.type <> 'object' OR json_extract(m.value, '$.kind') IS NULL))`,
  "timelines show what is not rejected, and all that is confirmed": `SELECT s.id AS subject, s.state || iif(s.listed, ' and shown',
    ' and not shown') AS detail FROM sighting_slice s
    WHERE ${isLive("s")} AND (s.state, s.listed) IN (VALUES ('rejected', 1), ('confirmed', 0))`,
  "a response is as sure as its sighting": `SELECT r.id AS subject, r.state || ', its sighting ' || s.state AS detail FROM response_slice r
    JOIN sighting s ON s.claim_id = r.claim_id AND ${isLive("s")} AND s.listed = 1 AND s.at = r.at AND s.id = r.id
      WHERE ${isLive("r")} AND r.state <> s.state`,
  "of a row one version holds at a time": [
    overlaps("claim", "id", "id"),
    overlaps("sighting", "id", "claim_id, id"),
    overlaps("response", "id", "claim_id, id"),
    overlaps("verdict", "id", "claim_id, id"),
  ].join(" UNION ALL "),
  "of an edge one version holds at a time": overlaps("edge", "child_id", "child_id, parent_id, type"),
  "times begin before they end": `SELECT id AS subject, published_earliest || ' to ' || published_latest AS detail FROM document_slice
      WHERE published_earliest > published_latest`,
  "erased documents are held by nobody": `SELECT t.id AS subject, coalesce(d.url, d.author, d.title, d.seen) AS detail FROM tombstone t
    JOIN document d ON d.id = t.id
    WHERE d.seen = 'observed' OR d.url IS NOT NULL OR d.author IS NOT NULL OR d.title IS NOT NULL`,
  "what was accepted was read, or waits, or was given up": `SELECT d.id AS subject, d.kind AS detail FROM document d
    WHERE d.seen = 'observed' AND d.seen_at > coalesce((SELECT at FROM event_block WHERE last_seq = ${LAST_PACKED}), 0)
    AND d.id NOT IN (SELECT subject FROM event WHERE type IN ('document.read', 'document.accepted'))
    AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id) AND NOT EXISTS (SELECT 1 FROM dead_letter l
      WHERE l.document_id = d.id)`,
  "answers that are kept tell of what is stored": `SELECT i.body ->> 'id' AS subject, i.key AS detail FROM idempotency i
    WHERE json_valid(i.body) AND i.body ->> 'id' GLOB 'd*' AND length(i.body ->> 'id') = 27
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = i.body ->> 'id')`,
  "times of events never go back":
    "SELECT seq AS subject, at AS detail FROM (SELECT seq, at, lag(at) OVER (ORDER BY seq) AS before FROM event_slice) WHERE at < before",
  "a lease has a holder and an end": `SELECT id AS subject, 'visit' AS detail FROM visit WHERE (lease IS NULL) <> (lease_until = 0)
    UNION ALL SELECT host, 'host' FROM host WHERE (lease IS NULL) <> (lease_until = 0)`,
  "what was given up exists": `SELECT l.document_id AS subject, l.reason AS detail FROM dead_letter l
    LEFT JOIN document d ON d.id = l.document_id
      WHERE d.id IS NULL`,
  "what failed too often is given up": "SELECT document_id AS subject, attempts || ' attempts' AS detail FROM job WHERE attempts >= 5",
  "answers that a rule confirms come from bound accounts": `SELECT s.id AS subject, d.account_id AS detail FROM sighting_slice s
    JOIN document d ON d.id = s.document_id
    LEFT JOIN account a ON a.id = d.account_id WHERE ${isLive("s")} AND s.method = '${VERIFIED_ACCOUNT}' AND a.actor_id IS NULL
    AND d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id)`,
  "accounts belong to actors that exist": `SELECT a.id AS subject, a.actor_id AS detail FROM account a LEFT JOIN actor p ON p.id = a.actor_id
      WHERE a.actor_id IS NOT NULL AND p.id IS NULL`,
};
