/**
 * Backfill: finds documents that came before a claim, or before a wording of it. The indexes give those that are likely to make the claim, in bounded
 * work; replay finds the rest.
 */

import { lookupWords, queryTerms, score } from "../../shared/match/index.ts";
import { claimIdOf, textIdOf } from "../../shared/model/id.ts";
import { fingerprint } from "../../shared/text/fingerprint.ts";
import * as claims from "../store/claims/claims.ts";
import { alikeProposals, selectProposalsNear } from "../store/claims/find.ts";
import { findCandidatesOf } from "../store/claims/search.ts";
import type { Db, Row } from "../store/d1.ts";
import { selectDocumentsAbout } from "../store/documents/document-search.ts";
import { nearestTexts, selectBuckets } from "../store/documents/texts.ts";
import { selectBodies, selectDocumentsWithTexts, selectSightedWith } from "../store/jobs/replay.ts";
import { persist } from "./persist.ts";

/** Maximum number of wordings per request: an import brings more, and replay finds their documents. */
const MAX_WORDINGS = 20;
/** Maximum number of D1 calls of one search for the documents of such wordings. */
export const CALLS_OF_BACKFILL = 8;
/** Maximum number of similar claims whose documents are related again: some may now fit the new claim better. */
const MAX_SIMILAR = 5;
/** Maximum number of documents per such claim. */
const MAX_SEEN = 40;
/** Maximum number of documents per wording that have words of it in their title or beginning. */
const MAX_ABOUT = 40;
/** Maximum number of such documents of all wordings. */
const MAX_ABOUT_ALL = 200;
/** Maximum number of documents per similar text. */
const MAX_HOLDERS = 100;

/**
 * Gives jobs to documents that are likely to make these claims, so that they are related again; gives their ids:
 * - exact and near copies of a wording, and near copies and quotes of those
 * - the documents of proposals with the same words
 * - documents with several of a wording's rarest words in their title or beginning; the search index is up to a minute behind
 * - if `similar`: documents of the most similar claims, and of proposals of that time that state the same
 * At most 20 wordings, eight D1 calls and two written rows a document.
 */
export async function backfillClaims(db: Db, claimIds: string[], now: number, { similar }: { similar: boolean }): Promise<string[]> {
  const followed = await followedOf(db, claimIds);
  if (!followed.wordings.length) return [];
  const own = followed.wordings.map(({ text }) => claimIdOf(text)).filter((id) => !followed.ids.has(id));
  const rivals = new Set([...own, ...(similar ? await similarTo(db, followed) : [])]);
  const copies = await copiesOf(db, followed);
  const about = selectAbout(db, followed);
  const found = await db.batch([
    ...about,
    selectDocumentsWithTexts(db, copies, MAX_HOLDERS),
    ...selectSightedWith(db, [...rivals], MAX_SEEN),
  ]);
  return relateAgain(db, [...idsAbout(found.slice(0, about.length)), ...idsOf(found.slice(about.length))], now);
}

/**
 * Gives jobs to documents that have several of the rarest words of these claims in their title or beginning and are seen with none of them; gives
 * their ids. Run again later, since the search index may have lacked some when the claims were entered. Two D1 calls, and one write if any are found.
 */
export async function backfillFromSearch(db: Db, claimIds: string[], now: number): Promise<string[]> {
  const about = selectAbout(db, await followedOf(db, claimIds));
  return about.length ? relateAgain(db, idsAbout(await db.batch(about)), now) : [];
}

/** The claims among the given ones that are not proposals: the rows, ids and wordings. */
async function followedOf(db: Db, claimIds: string[]) {
  const asked = claimIds.slice(0, MAX_WORDINGS);
  const [summaries = [], said = []] = await db.batch([claims.selectClaims(db, asked), claims.selectPhrasingsOf(db, asked)]);
  const open = summaries.map((row) => claims.summaryOf(row)).filter((claim) => claim.status !== "proposed");
  const ids = new Set(open.map((claim) => claim.id));
  const wordings = [
    ...open.map((claim) => ({ text: claim.text, lang: claim.lang })),
    ...said.filter((row) => ids.has(String(row.claim_id))).map((row) => ({ text: String(row.text), lang: null })),
  ].slice(0, MAX_WORDINGS);
  return { open, ids, wordings };
}
type Followed = Awaited<ReturnType<typeof followedOf>>;

/** The claims that are most like these, and proposals that say the same. */
async function similarTo(db: Db, { open, ids, wordings }: Followed): Promise<string[]> {
  const asked = wordings.map((one) => ({ ...one, terms: queryTerms(one.text, one.lang) }));
  const { found, rows } = await findCandidatesOf(
    db,
    asked.map(({ terms }) => terms),
    open.map((claim) => selectProposalsNear(db, claim)),
  );
  const proposals = open.flatMap((claim, i) => alikeProposals(claim, rows[i] ?? []).map(({ id }) => id));
  const others = asked.flatMap(({ text, lang, terms }) => {
    const { candidates = [], statistics } = found.get(terms) ?? {};
    const scored = statistics ? score(text, lang, candidates, statistics) : [];
    return scored.filter((c) => !ids.has(c.claimId) && c.decision !== "none").slice(0, MAX_SIMILAR);
  });
  return [...proposals, ...others.map(({ claimId }) => claimId)];
}

/** The texts of the wordings, those near to them, and those near to these. */
async function copiesOf(db: Db, { wordings }: Followed): Promise<string[]> {
  const own = wordings.map(({ text }) => ({ id: textIdOf(text), print: fingerprint(text) }));
  const near = await nearTexts(db, own);
  const further = near.size ? await nearTexts(db, await printsOf(db, [...near])) : near;
  return [...new Set([...own.map(({ id }) => id), ...near, ...further])];
}

/** The statements that search the titles and beginnings of documents for the words of claims. */
const selectAbout = (db: Db, { ids, wordings }: Followed) =>
  wordings.flatMap(({ text, lang }) => selectDocumentsAbout(db, lookupWords(text, lang), [...ids], MAX_ABOUT));
const idsOf = (rows: Row[][]): string[] => [...new Set(rows.flat().map((row) => String(row.id)))];
const idsAbout = (rows: Row[][]): string[] => idsOf(rows).slice(0, MAX_ABOUT_ALL);

/** Has documents related again; gives their ids, each once. */
async function relateAgain(db: Db, ids: string[], now: number): Promise<string[]> {
  const again = [...new Set(ids)].sort();
  if (again.length) await persist(db, { jobs: { again } }, {}, now);
  return again;
}

type Prints = { id: string; print: ReturnType<typeof fingerprint> }[];

async function nearTexts(db: Db, prints: Prints): Promise<Set<string>> {
  const known = prints.filter(({ print }) => print);
  const buckets: Row[][] = known.length ? await db.batch(known.map(({ print }) => selectBuckets(db, print?.buckets ?? []))) : [];
  return new Set(known.flatMap(({ id }, i) => nearestTexts(buckets[i] ?? [], id).near));
}
async function printsOf(db: Db, textIds: string[]): Promise<Prints> {
  const rows = await db.rows(selectBodies(db, textIds));
  return rows.map((row) => ({ id: String(row.id), print: fingerprint(String(row.body)) }));
}
