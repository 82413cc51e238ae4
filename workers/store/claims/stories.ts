/** The words that pages on a claim share (shared/match/story.ts). They find posts that word the claim otherwise. */
import { MATCHER_BY_WORDS, type RawCandidate } from "../../../shared/match/index.ts";
import { STORY_LENGTH, type Story } from "../../../shared/match/story.ts";
import type { LookupWord } from "../../../shared/match/terms/terms.ts";
import { rowNumber } from "../../../shared/model/id.ts";
import type { Db, Row } from "../d1.ts";
import { indexedAs } from "../documents/character-pairs.ts";
import { isSighted } from "../relations/sightings.ts";
import { FOREVER } from "../versions.ts";

/** Maximum number of a claim's first sightings that are searched for pages. */
const MAX_SIGHTINGS = 60;
/** How many pages of a claim are read. */
const MAX_PAGES = 12;
/** How many stories a post is compared with. */
const MAX_STORIES = 5;
/** If this many documents wait for a claim, no further post is suggested by its words. When the claim's pages change, posts are looked for again. */
export const MAX_WAITING = 20;
const POSTS = "('post', 'comment')";
const claimOf = (scored: unknown): RawCandidate => ({ ...(JSON.parse(String(scored)) as RawCandidate), rank: 0 });

/** Claims with the beginnings of their earliest English pages, and the words that are stored for them: (claim_id, scored, words, pages). */
export function selectStoryPages(db: Db, claimIds: string[]) {
  return db.statement(
    `SELECT c.claim_id, c.scored, (SELECT words FROM story_search WHERE rowid = c.rowid) AS words,
      (SELECT json_group_array(body) FROM (
        SELECT coalesce(d.title, '') || char(10) || substr(t.body, 1, ${STORY_LENGTH}) AS body FROM (SELECT document_id, text_id, lang FROM sighting
          WHERE claim_id = c.claim_id AND replaced_at = ${FOREVER} AND listed = 1 AND role <> 'respond' ORDER BY at, id LIMIT ${MAX_SIGHTINGS}) s
        CROSS JOIN document d ON d.id = s.document_id AND d.kind NOT IN ${POSTS} AND s.lang LIKE 'en%' CROSS JOIN text t ON t.id = s.text_id
        LIMIT ${MAX_PAGES})) AS pages
     FROM json_each(?1) j CROSS JOIN claim_search c ON c.rowid = j.value`,
    claimIds.map(rowNumber),
  );
}
/** A claim as `selectStoryPages` gives it. */
export const pagesOf = (row: Row) => ({
  claim: claimOf(row.scored),
  words: String(row.words ?? ""),
  pages: JSON.parse(String(row.pages)) as string[],
});
/** Stores the story words of claims. */
export function putStories(db: Db, stories: readonly Story[]) {
  return db.statement(
    "INSERT OR REPLACE INTO story_search (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(?1)",
    stories.map(({ claim, words }) => [rowNumber(claim.claimId), words.join(" ")]),
  );
}
/** Removes the story words of claims. The log projections add them again. */
export function forgetStories(db: Db, claimIds: string[]) {
  return db.statement("DELETE FROM story_search WHERE rowid IN (SELECT value FROM json_each(?1))", claimIds.map(rowNumber));
}
/** For each text, by its terms: the stories that share its rarest words: (n, found), one row a text. */
export function selectStories(db: Db, texts: string[][]) {
  return db.statement(
    `SELECT j.key AS n, (SELECT json_group_array(json_array(words, json(scored), waiting)) FROM (
        SELECT s.words, c.scored, (SELECT total(waiting) FROM suggestion_count q
          WHERE q.claim_id = c.claim_id AND q.kind = 'appearance') AS waiting
        FROM story_search s CROSS JOIN claim_search c ON c.rowid = s.rowid WHERE story_search MATCH j.value ORDER BY s.rank LIMIT ${MAX_STORIES})) AS found
     FROM json_each(?1) j`,
    texts.map((terms) => terms.map((term) => `"${term.replaceAll('"', "")}"`).join(" OR ") || '""'),
  );
}
export interface StoryWaiting extends Story {
  /** The number of documents that wait for review on the claim. */
  waiting: number;
}
/** The stories of a text. */
export const storiesOf = (row: Row): StoryWaiting[] =>
  (JSON.parse(String(row.found)) as [string, object, number][]).map(([words, scored, waiting]) => ({
    claim: claimOf(JSON.stringify(scored)),
    words: words.split(" "),
    waiting,
  }));

/** SQL of a live sighting s on claim ?2 that waits for review because the document shares words with the claim's pages. */
const WAITS = `s.claim_id = ?2 AND s.replaced_at = ${FOREVER} AND s.listed = 0 AND s.state = 'suggested' AND s.method = '${MATCHER_BY_WORDS}'`;
/**
 * The posts that wait for a claim because of its pages' words; and among the posts read last those that have two of these words and no sighting on
 * the claim: (id, words, waits).
 */
export function selectPostsWith(db: Db, keys: readonly LookupWord[], claimId: string, limit: number) {
  const words = keys.map(({ word, isPrefix }) => indexedAs(word, isPrefix, true).join(" AND "));
  const pairs = words.slice(0, -1).map((word, i) => `(${word} AND (${words.slice(i + 1).join(" OR ")}))`);
  return db.statement(
    `SELECT * FROM (SELECT s.document_id AS id, t.body AS words, 1 AS waits FROM sighting s CROSS JOIN text t ON t.id = s.text_id WHERE ${WAITS} LIMIT ?3)
     UNION ALL SELECT f.document_id, f.words, 0 FROM (SELECT document_id, words FROM document_search WHERE document_search MATCH ?1 ORDER BY rowid DESC LIMIT ?3) f
      CROSS JOIN document d ON d.id = f.document_id AND d.kind IN ${POSTS}
      WHERE NOT ${isSighted("d.id", "AND s.claim_id = ?2")}`,
    `words : (${pairs.join(" OR ")})`,
    claimId,
    limit,
  );
}
