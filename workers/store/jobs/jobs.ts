/** Jobs: documents that are still to be read or related, and dead letters. The queue only hints at them. */

import { type Db, insertSql, type Row } from "../d1.ts";
import { type BucketTable, earliestOf, type Placement, TEXT_AND_TIME } from "../documents/texts.ts";
import { isLinked, isSighted } from "../relations/sightings.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";

/** The reason, as it is stored, of a job whose document is finished, while others must still be related again because of it. */
export const OTHERS_ONLY = "tell";
/** new: to be read; again: to be related again. */
type Reason = "new" | "again" | typeof OTHERS_ONLY;
/** A job as it was read. `others`: documents that are related again with it. */
export interface Job {
  reason: Reason;
  dueAt: number;
  attempts: number;
  error: string | null;
  others: string[];
}
const JOB = new Columns("reason, due_at, attempts, error");
/** A job from its row. */
export const jobOf = (row: Row): Job => ({ ...JOB.read(row), others: JSON.parse(String(row.others ?? "[]")) as string[] });

/**
 * SQL that enqueues the documents (id) of a SELECT to be related again, and returns those whose job is new or changed. A document that has a job may
 * be in work now, from older data: its due time changes, so that this work does not end the job. A document that is still to be read keeps its
 * reason, and is not returned.
 */
export const enqueueSql = (select: string, dueAt = "?2") =>
  `INSERT INTO job (document_id, reason, due_at) SELECT id, 'again', ${dueAt} FROM (${select}) WHERE true
   ON CONFLICT (document_id) DO UPDATE SET reason = iif(job.reason = 'new', 'new', 'again'), due_at = job.due_at + 1
   RETURNING iif(reason = 'new', NULL, document_id) AS document_id`;

/** Adds jobs. "new" outranks "again": only reading a document also has its near copies related again. */
export function insertJobs(db: Db, ids: string[], reason: Reason, dueAt: number) {
  return db.statement(
    insertSql(
      "job",
      ["document_id", "reason", "due_at"],
      "(document_id) DO UPDATE SET reason = 'new' WHERE excluded.reason = 'new' AND job.reason <> 'new'",
    ),
    ids.map((id) => [id, reason, dueAt]),
  );
}
/** The documents that got jobs, from the rows that the statements of a batch returned. */
export function jobIdsIn(rows: Row[][]): string[] {
  return [...new Set(rows.flat().flatMap(({ document_id: id }) => (id ? [String(id)] : [])))];
}
/** The job of a document that has just been stored. */
export const newJob = (now: number): Job => ({ reason: "new", dueAt: now, attempts: 0, error: null, others: [] });
/** Enqueues documents to be related again. */
export function enqueueRelating(db: Db, ids: string[], dueAt: number) {
  return db.statement(enqueueSql("SELECT DISTINCT value AS id FROM json_each(?1)"), ids, dueAt);
}
/** Documents to relate again because of one. `anyway`: how many of them, from the first, in any case; the others are of its cluster. */
export interface Others {
  id: string;
  others: string[];
  anyway: number;
}
/**
 * Replaces the jobs of documents that are done, or gives them one, by jobs with only the others to relate again. Others that are still to be read are
 * left out: their own job is changed, so that they are related then. So are cluster members that make a followed claim in their own words, because a
 * cluster decides nothing for them. If none is left, the job ends.
 */
export function putOthers(db: Db, rows: Others[], dueAt: number) {
  const isUnread = "n.reason = 'new' AND n.document_id NOT IN (SELECT value ->> 0 FROM json_each(?1))";
  const others = `json_each(j.value -> 1) o WHERE NOT EXISTS (SELECT 1 FROM job n WHERE n.document_id = o.value AND ${isUnread})
    AND (o.key < j.value ->> 2 OR NOT ${isLinked("o.value")})`;
  const values = rows.map((row) => [row.id, row.others, row.anyway]);
  return [
    db.statement(
      `UPDATE job AS n SET due_at = due_at + 1 WHERE document_id IN (SELECT o.value FROM json_each(?1) j JOIN json_each(j.value -> 1) o) AND ${isUnread}`,
      values,
    ),
    db.statement(
      `DELETE FROM job WHERE document_id IN (SELECT j.value ->> 0 FROM json_each(?1) j WHERE NOT EXISTS (SELECT 1 FROM ${others}))`,
      values,
    ),
    db.statement(
      `INSERT INTO job (document_id, reason, due_at, others)
       SELECT id, '${OTHERS_ONLY}', ?2, others FROM (SELECT j.value ->> 0 AS id, (SELECT json_group_array(o.value) FROM ${others}) AS others FROM json_each(?1) j)
       WHERE others <> '[]'
       ON CONFLICT (document_id) DO UPDATE SET reason = '${OTHERS_ONLY}', due_at = excluded.due_at, attempts = 0, error = NULL, others = excluded.others
       RETURNING document_id`,
      values,
      dueAt,
    ),
  ];
}
/** If jobs have this many attempts, their other documents get jobs of their own, so that one that fails does not block the others. */
export function splitJobs(db: Db, ids: string[], attempts: number, now: number) {
  const given = "document_id IN (SELECT value FROM json_each(?1)) AND others IS NOT NULL";
  return [
    db.statement(
      enqueueSql(`SELECT DISTINCT o.value AS id FROM job t JOIN json_each(t.others) o WHERE t.${given} AND t.attempts >= ?3`),
      ids,
      now,
      attempts,
    ),
    db.statement(
      `UPDATE job SET others = NULL, reason = iif(reason = '${OTHERS_ONLY}', 'again', reason) WHERE ${given} AND attempts >= ?2`,
      ids,
      attempts,
    ),
  ];
}
/** Maximum number of documents of one claim that are related again together. */
const MAX_SEEN_WITH = 100;
/** Enqueues the documents with a sighting of one of these claims. */
export function enqueueSeenWith(db: Db, claimIds: string[], dueAt: number) {
  return db.statement(
    enqueueSql(`SELECT DISTINCT s.value AS id FROM json_each(?1) j JOIN json_each((SELECT json_group_array(document_id) FROM
       (SELECT document_id FROM sighting WHERE claim_id = j.value AND replaced_at = ${FOREVER} AND listed = 1 LIMIT ${MAX_SEEN_WITH}))) s`),
    [...new Set(claimIds)],
    dueAt,
  );
}
/** Enqueues those of these documents that have no sighting. */
export function enqueueUnclaimed(db: Db, ids: string[], dueAt: number) {
  return db.statement(enqueueSql(`SELECT DISTINCT value AS id FROM json_each(?1) j WHERE NOT ${isSighted("j.value")}`), ids, dueAt);
}
/**
 * Enqueues the documents whose texts entered buckets after these were read, or changed their time there; and the documents that had read these
 * buckets. Texts of statements are put into their buckets in the same batch.
 */
export function enqueueBucketArrivals(db: Db, table: BucketTable, rows: Placement[], dueAt: number) {
  // For statements only the id counts: the time in hand may differ for good from the stored one, and two posts would then wake each other for ever.
  const isText = table === "text_bucket";
  const found = isText ? TEXT_AND_TIME : "text_id || ':'";
  const waiting = isText ? "" : `UNION ALL SELECT * FROM (${earliestOf(table, "-(j.value ->> 0)")})`;
  return db.statement(
    enqueueSql(`SELECT DISTINCT iif(own.value, j.value ->> 2, t.first_document_id) AS id FROM json_each(?1) j
     JOIN json_each((SELECT json_group_array(text_id)
       FROM (SELECT * FROM (${earliestOf(table, "j.value ->> 0")}) ${waiting})
       WHERE instr(j.value ->> 1, ${found}) = 0 ${isText ? "" : "AND text_id <> j.value ->> 3"})) b JOIN text t ON t.id = b.value CROSS JOIN json_each('[0,1]') own`),
    rows.flatMap((r) => r.places.map((place) => [place, r.seen.join(""), r.documentId, r.textId])),
    dueAt,
  );
}
/** Documents to relate again if anything else was recorded since an event. */
export interface Overtaken {
  ids: string[];
  since: number;
}
/** Must come after the events of this change; `recorded`: their number. */
export function enqueueOvertaken(db: Db, { ids, since }: Overtaken, recorded: number, dueAt: number) {
  return db.statement(
    enqueueSql("SELECT value AS id FROM json_each(?1) WHERE (SELECT max(seq) FROM event) > ?3"),
    ids,
    dueAt,
    since + recorded,
  );
}
/** Enqueues the first documents of these texts. */
export function enqueueFirstHolders(db: Db, textIds: string[], dueAt: number) {
  return db.statement(
    enqueueSql("SELECT DISTINCT t.first_document_id AS id FROM json_each(?1) j JOIN text t ON t.id = j.value"),
    textIds,
    dueAt,
  );
}
/** Those of these documents whose own words make a followed claim. */
export function selectLinked(db: Db, ids: string[]) {
  return db.statement(`SELECT j.value AS id FROM json_each(?1) j WHERE ${isLinked("j.value")}`, ids);
}
/** Those of these documents, and of the parents of these children, that have not been read yet. */
export function selectUnread(db: Db, ids: Iterable<string>, childIds: Iterable<string>) {
  return db.statement(
    `SELECT o.document_id FROM json_each(?1) j JOIN job o ON o.document_id = j.value WHERE o.reason = 'new'
     UNION SELECT o.document_id FROM json_each(?2) j JOIN edge e ON e.child_id = j.value AND e.replaced_at = ${FOREVER}
       JOIN document p ON p.id = e.parent_id JOIN job o ON o.document_id = coalesce(p.resolved_id, p.id) WHERE o.reason = 'new'`,
    [...new Set(ids)],
    [...new Set(childIds)],
  );
}
/** The jobs of these documents. */
export function selectJobs(db: Db, ids: string[]) {
  return db.statement(
    "SELECT o.document_id, o.reason, o.due_at, o.attempts, o.error, o.others FROM json_each(?1) j JOIN job o ON o.document_id = j.value",
    ids,
  );
}
/** The next due jobs after an id that were never attempted, in the order of ids, with the number of documents that each is about. */
export function selectDueJobs(db: Db, now: number, after: string, limit: number) {
  return db.statement(
    "SELECT document_id, 1 + json_array_length(coalesce(others, '[]')) AS documents FROM job WHERE document_id > ?2 AND due_at <= ?1 AND attempts = 0 ORDER BY document_id LIMIT ?3",
    now,
    after,
    limit,
  );
}
/**
 * The due job with the fewest attempts among those that were attempted. Reads all jobs: few are left when no job is waiting for its first attempt.
 */
export function selectAttemptedJob(db: Db, now: number) {
  return db.statement("SELECT document_id FROM job WHERE due_at <= ?1 AND attempts > 0 ORDER BY attempts, document_id LIMIT 1", now);
}
/**
 * Precondition: these documents still have the jobs that were read, or none. So of two runs the second does nothing, even if the first added another
 * job.
 */
export function requireJobs(db: Db, rows: { id: string; job: Job | null }[]) {
  return db.conflictIf(
    `FROM json_each(?1) j LEFT JOIN job o ON o.document_id = j.value ->> 0
      WHERE (o.reason, o.due_at) IS NOT (j.value ->> 1, j.value ->> 2)`,
    rows.map(({ id, job }) => [id, job?.reason ?? null, job?.dueAt ?? null]),
  );
}
/** Ends the jobs of these documents. */
export function deleteJobs(db: Db, ids: string[]) {
  return db.statement("DELETE FROM job WHERE document_id IN (SELECT value FROM json_each(?1))", ids);
}
const MAX_ATTEMPTS = 5;
/** The reason of a dead letter whose attempts ended without an error. */
const CUT_OFF = "every attempt was cut off: it takes more CPU or memory than an invocation has";
/** Turns jobs that were attempted five times into dead letters. */
function buryJobs(db: Db, ids: string[], now: number) {
  const given = `document_id IN (SELECT value FROM json_each(?1)) AND attempts >= ${MAX_ATTEMPTS}`;
  return [
    db.statement(
      `INSERT INTO dead_letter (document_id, reason, attempts, at) SELECT document_id, coalesce(error, ?3), attempts, ?2 FROM job
       WHERE ${given} ON CONFLICT (document_id) DO UPDATE SET reason = excluded.reason, attempts = excluded.attempts, at = excluded.at`,
      ids,
      now,
      CUT_OFF,
    ),
    db.statement(`DELETE FROM job WHERE ${given}`, ids),
  ];
}
/** SQL of the wait (ms) after an attempt: a minute, doubled each time. */
const WAIT_AFTER_ATTEMPT = "60000 * (1 << attempts)";
/** A job with one more attempt, which has just begun. */
export const withAttempt = (job: Job, now: number): Job => ({
  ...job,
  attempts: job.attempts + 1,
  dueAt: now + 60_000 * 2 ** job.attempts,
});
/**
 * Counts an attempt before the work, because a job that kills the isolate reports no error. The jobs are not due while the attempt may run. Jobs with
 * five attempts become dead letters. From the second attempt on their other documents get jobs of their own.
 */
export const beginJobs = (db: Db, ids: string[], now: number) => [
  ...buryJobs(db, ids, now),
  ...splitJobs(db, ids, 1, now),
  countAttempts(db, ids, now),
];
/** The same for jobs that were never attempted and hold no other documents. */
export const countAttempts = (db: Db, ids: string[], now: number) =>
  db.statement(
    `UPDATE job SET attempts = attempts + 1, due_at = ?2 + ${WAIT_AFTER_ATTEMPT} WHERE document_id IN (SELECT value FROM json_each(?1))`,
    ids,
    now,
  );
/** Undoes the count of an attempt. */
export function uncountJobs(db: Db, ids: string[]) {
  return db.statement("UPDATE job SET attempts = max(0, attempts - 1) WHERE document_id IN (SELECT value FROM json_each(?1))", ids);
}
/** Stores the error of an attempt; `isCounted`: the attempt is counted already. After five attempts the job becomes a dead letter. */
export function failJob(db: Db, id: string, { error, isCounted }: { error: string; isCounted: boolean }, now: number) {
  return [
    db.statement(
      `UPDATE job SET attempts = attempts + (?3 AND due_at <= ?4), error = ?2,
         due_at = ?4 + 15000 * (1 << max(0, attempts + (?3 AND due_at <= ?4) - 1)) WHERE document_id = ?1`,
      id,
      error.slice(0, 500),
      isCounted ? 0 : 1,
      now,
    ),
    ...buryJobs(db, [id], now),
  ];
}
/** A page of dead letters after an id, in the order of ids: (document_id, reason, attempts, at). */
export function selectDeadLetters(db: Db, after: string, limit: number) {
  return db.statement(
    "SELECT document_id, reason, attempts, at FROM dead_letter WHERE document_id > ?1 ORDER BY document_id LIMIT ?2",
    after,
    limit,
  );
}
export interface DeadLetter {
  document: string;
  reason: string;
  attempts: number;
  at: number;
}
const DEAD_LETTER = new Columns("document_id as document, reason, attempts, at");
/** A dead letter from its row. */
export const deadLetterOf = (row: Row): DeadLetter => DEAD_LETTER.read(row);
/** Turns dead letters into jobs again. Precondition: they are there. */
export function redrive(db: Db, ids: string[], now: number) {
  return [
    db.conflictIf(
      `FROM json_each(?1) j LEFT JOIN dead_letter l ON l.document_id = j.value
        WHERE l.document_id IS NULL`,
      ids,
    ),
    insertJobs(db, ids, "new", now),
    deleteDeadLetters(db, ids),
  ];
}
/** Deletes the dead letters of documents that are tried again, or that were done after all. */
export function deleteDeadLetters(db: Db, ids: string[]) {
  return db.statement("DELETE FROM dead_letter WHERE document_id IN (SELECT value FROM json_each(?1))", ids);
}
/** Those of these documents that are dead letters. */
export function selectDeadLettersOf(db: Db, ids: string[]) {
  return db.statement("SELECT l.document_id FROM json_each(?1) j JOIN dead_letter l ON l.document_id = j.value", [...new Set(ids)]);
}
/** The number of waiting documents, of pending wakes, and of dead letters, up to a thousand each. */
export function countWaiting(db: Db) {
  return db.statement(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM job LIMIT 1000)) + (SELECT count(*) FROM (SELECT 1 FROM pending_wake LIMIT 1000)) AS waiting,
      (SELECT count(*) FROM (SELECT reason FROM job LIMIT 1000) WHERE reason = 'new') AS unread,
      (SELECT count(*) FROM (SELECT 1 FROM dead_letter LIMIT 1000)) AS dead`,
  );
}
