/** Pages with a sighting of a claim: one of them may be the report of an outlet that a text names. */
import { fold } from "../../../shared/text/fold.ts";
import { labelWithoutArticle, withoutOutletArticle } from "../../../shared/text/outlet-article.ts";
import { hostOf } from "../../../shared/url.ts";
import type { Db } from "../d1.ts";
import { FOREVER } from "../versions.ts";
import { outletKey } from "./dependencies.ts";
import type { SightingRow } from "./stored-sighting.ts";

/** How many of a claim's earliest sightings are examined. */
const MAX_SIGHTINGS = 30;

/** The earliest sightings of a claim before a time. */
export function selectEarliestSightings(db: Db, { claimId, before }: { claimId: string; before: number }) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1 AND at < ?2
      ORDER BY at, id LIMIT ${MAX_SIGHTINGS}`,
    claimId,
    before,
  );
}

/** Whether a sighting is of a page that we hold: not of a post, a reported document or a response. */
export const isPage = (s: SightingRow): boolean => s.platform === null && s.seen === "observed" && s.role !== "respond";

/** The first letter or digit of an outlet's name without its article. The same for a page's address and its author: see `lettersOf`. */
export const letterOf = (name: string) => /[\p{Alpha}\p{N}]/u.exec(withoutOutletArticle(fold(name)).normalize("NFD"))?.[0] ?? "";
const lettersOf = ({ url, author }: SightingRow) =>
  (hostOf(url)?.split(".") ?? [])
    .flatMap((label) => [label, labelWithoutArticle(label)])
    .concat(author ?? [])
    .map(letterOf);

/** The keys of searches whose pages change with these sightings. */
export function outletReportKeys(add: SightingRow[], close: SightingRow[]): string[] {
  const stateOf = ({ id, at, listed }: SightingRow) => `${id} ${listed} ${at}`;
  const had = new Set(close.map(stateOf));
  const has = new Set(add.map(stateOf));
  const changed = [...add.filter((s) => !had.has(stateOf(s))), ...close.filter((s) => !has.has(stateOf(s)))];
  const pages = changed.filter((s) => s.listed && isPage(s));
  return [...new Set(pages.flatMap((s) => lettersOf(s).flatMap((letter) => (letter ? outletKey(s.claimId, letter) : []))))];
}
