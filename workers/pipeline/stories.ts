/** Keeps for each claim the words that its pages share, and looks for earlier posts that have these words. */
import { type Story, storyKeys, storyWords, suggestedByStory } from "../../shared/match/story.ts";
import * as stories from "../store/claims/stories.ts";
import type { Db, Row } from "../store/d1.ts";
import { followLog } from "../store/jobs/log-projections.ts";
import { backfillFromSearch, CALLS_OF_BACKFILL } from "./backfill.ts";
import { persist } from "./persist.ts";

/** Maximum number of claims of one look. */
const CLAIMS_AT_ONCE = 20;
/** Maximum number of posts that are looked at for each claim. */
const MAX_LOOKED_AT = 100;
const CALLS_OF_STORIES = 4;

/**
 * Brings the search index and the lists up to date with the log, and relates documents again that search finds for a claim only now. Gives their
 * number. `also`: further statements for the same batch.
 */
export async function catchUp(db: Db, now: number, also: Parameters<Db["batch"]>[0] = []): Promise<number> {
  const [claims = [], claimRows = []] = await db.batch([...followLog(db), ...also]);
  const ids = (rows: typeof claims) => rows.map((row) => String(row.subject));
  const found = claims.length && db.has(CALLS_OF_BACKFILL) ? await backfillFromSearch(db, ids(claims), now) : [];
  return found.length + (await keepStories(db, ids(claimRows), now));
}

/** Finds anew which words the pages of each claim share. If these changed, posts that have them are looked at again. */
async function keepStories(db: Db, claimIds: string[], now: number): Promise<number> {
  let looked = 0;
  for (let i = 0; i < claimIds.length && db.has(CALLS_OF_STORIES); i += CLAIMS_AT_ONCE) {
    const rows = await db.rows(stories.selectStoryPages(db, claimIds.slice(i, i + CLAIMS_AT_ONCE)));
    const changed = rows.map(stories.pagesOf).flatMap(({ claim, words: before, pages }): Story[] => {
      const words = storyWords(claim, pages);
      return words.join(" ") === before ? [] : [{ claim, words }];
    });
    if (!changed.length) continue;
    const [, ...found] = await db.batch([
      stories.putStories(db, changed),
      ...changed.map((story) => stories.selectPostsWith(db, storyKeys(story), story.claim.claimId, MAX_LOOKED_AT)),
    ]);
    const again = changed.flatMap((story, n) => postsOf(story, found[n] ?? []));
    if (again.length) await persist(db, { jobs: { again: [...new Set(again)].sort() } }, {}, now);
    looked += again.length;
  }
  return looked;
}
/** The posts to relate again: the likeliest ones that do not wait for review under this claim yet, and those that wait but no longer match. */
function postsOf(story: Story, rows: Row[]): string[] {
  const posts = rows.map((row) => ({
    id: String(row.id),
    waits: Boolean(row.waits),
    score: suggestedByStory(String(row.words), [story])?.score ?? 0,
  }));
  const fresh = posts.filter(({ waits, score }) => score > 0 && !waits).sort((a, b) => b.score - a.score);
  return [...fresh.slice(0, stories.MAX_WAITING), ...posts.filter(({ waits, score }) => waits && score === 0)].map(({ id }) => id);
}
