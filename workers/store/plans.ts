/** What is to be visited on account of claims: told by the log, so that a sighting costs nothing more to write. */
import type { Db, Row } from "./d1.ts";
import { HOLDS } from "./documents.ts";

/** Events that were not looked through yet, oldest first, and the seq from which they follow. */
export function selectUnplanned(db: Db, limit: number) {
  return db.statement(
    `SELECT seq, type, subject, detail, (SELECT seq FROM planned WHERE id = 1) AS since FROM event
     WHERE seq > coalesce((SELECT seq FROM planned WHERE id = 1), 0) ORDER BY seq LIMIT ?1`,
    limit,
  );
}
/** Goes on in the log; undoes the batch when another run did already. */
export function advance(db: Db, from: number | null, to: number) {
  return [
    db.statement("INSERT INTO guard (holds) SELECT 0 WHERE (SELECT seq FROM planned WHERE id = 1) IS NOT ?1", from),
    db.statement("INSERT INTO planned (id, seq) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET seq = excluded.seq", to),
  ];
}

export interface Sighted {
  id: string;
  url: string;
  kind: string;
  platform: string | null;
  seenAt: number | null;
  claim: string;
  role: string;
  /** Of its claim. */
  sightings: number;
  /** It answers a post that we hold: its thread is known from there. */
  answers: boolean;
}
const LIVE = `s.replaced_at = ${HOLDS} AND s.listed = 1`;
/** Of these documents and those of these claims (so many each): the observed ones with an address that an open claim is seen in, but for bare reposts. */
export function selectSighted(db: Db, documentIds: string[], claimIds: string[], limit: number) {
  return db.statement(
    `SELECT d.id, d.url, d.kind, d.platform, d.seen_at, s.claim_id, s.role, h.sightings,
       EXISTS (SELECT 1 FROM edge e JOIN document p ON p.id = e.parent_id WHERE e.child_id = d.id AND e.replaced_at = ${HOLDS} AND e.type = 'reply' AND p.seen = 'observed') AS answers
     FROM (SELECT value AS id FROM json_each(?1) UNION
       SELECT s.document_id FROM json_each(?2) j JOIN sighting s ON s.claim_id = j.value AND ${LIVE}
         LIMIT ?3) n
     JOIN sighting s INDEXED BY sighting_document ON s.document_id = n.id AND ${LIVE}
     JOIN claim_head h ON h.claim_id = s.claim_id AND h.status = 'open'
     JOIN document d ON d.id = n.id AND d.seen = 'observed' AND d.url IS NOT NULL AND (d.parent_type IS NOT 'repost' OR EXISTS (SELECT 1 FROM revision r WHERE r.document_id = d.id))
     ORDER BY d.id, s.role <> 'respond', s.claim_id`,
    documentIds,
    claimIds,
    limit,
  );
}
/** A row of it; a document that several claims are seen in comes once, with a response first. */
export function sightedOf(rows: Row[]): Sighted[] {
  const out = new Map<string, Sighted>();
  for (const row of rows) {
    const id = String(row.id);
    if (out.has(id)) continue;
    out.set(id, {
      id,
      url: String(row.url),
      kind: String(row.kind),
      platform: row.platform as string | null,
      seenAt: row.seen_at as number | null,
      claim: String(row.claim_id),
      role: String(row.role),
      sightings: Number(row.sightings),
      answers: row.answers === 1,
    });
  }
  return [...out.values()];
}
