/**
 * Posts that make no claim that anybody follows, but say the same as somebody else, in nearly the same words or in others: together they
 * propose one. What a post proposes follows from the similar texts alone, so it does not depend on the order in which they come.
 */

import { areAboutTwoParties, stated, statementBuckets, statesTheSame } from "../../../shared/cluster/same-statement.ts";
import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { statementOf } from "../../../shared/match/statement.ts";
import { isPost } from "../../../shared/model/document.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { byTime } from "../../../shared/timeline/sort.ts";
import type { Db, Row } from "../../store/d1.ts";
import { type BucketTable, certainAt, nearestTexts, overflowingBuckets, textIdsIn } from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";
import { claimIdOf } from "./reported-documents.ts";
import { firstDocumentOf, type NearText, type TextLookup } from "./text-lookup.ts";

/** A claim that several posts propose together. */
export interface Group {
  /** The claim's id and words: those of the earliest document of the group. */
  id: string;
  text: string;
  why: string;
  /** The first documents of the other texts: one that stood alone until now proposes the claim too. */
  others: string[];
  /** The first documents of later texts that say it in other words: what they propose may be another claim now. */
  later: string[];
}
/** A document of another account with the very same text. */
export interface ExactCopy {
  id: string;
  account: string | null;
}
type OtherText = Pick<NearText, "textId" | "firstAt" | "body" | "document">;

/** The buckets that a text belongs in, by its words or by the rare words of what it states. */
export interface Placement {
  table: BucketTable;
  documentId: string;
  textId: string;
  /** Bucket numbers. */
  places: number[];
  /** The ids of all texts that were in sight: any other one that is there when this is written came meanwhile. */
  seen: string[];
  /** Buckets that hold more texts than are looked at, with this one among the earliest. */
  crowded: number[];
}

/** From the rows of these buckets, the text itself among them. */
export const placementOf = (table: BucketTable, documentId: string, textId: string, places: number[], rows: Row[]): Placement => ({
  table,
  documentId,
  textId,
  places,
  seen: textIdsIn(rows),
  crowded: overflowingBuckets(rows, textId),
});

/** The buckets of a post's statement. */
export const statementBucketsOf = ({ textId, document, reading }: Work): number[] =>
  textId && isPost(document) ? statementBuckets(reading?.document.text ?? "") : [];

/** Which texts share a bucket with the statements of posts (`others`); posts of one step see each other although none is stored in its buckets yet. */
export async function loadPlacements(
  db: Db,
  lookup: TextLookup,
  work: Work[],
  near: ReadonlyMap<string, NearText[]>,
): Promise<Map<string, Placement & { others: OtherText[] }>> {
  const own = work.flatMap((w) => {
    const places = statementBucketsOf(w);
    return places.length ? [{ id: w.document.id, places, text: ownText(w, near.get(w.document.id) ?? []) }] : [];
  });
  for (const { text, places } of own) lookup.add("statement_bucket", { id: text.textId, at: text.firstAt, buckets: places });
  const stepTexts = new Map(own.map(({ text }) => [text.textId, text]));
  const found = own.map((one) => {
    const rows = lookup.buckets("statement_bucket", one.places);
    return { ...one, rows, nearest: nearestTexts(rows, one.text.textId).near.filter((id) => id !== one.text.textId) };
  });
  await lookup.read(db, { texts: found.flatMap(({ nearest }) => nearest.filter((id) => !stepTexts.has(id))) });
  return new Map(
    found.map(({ id, places, text, rows, nearest }) => [
      id,
      {
        ...placementOf("statement_bucket", id, text.textId, places, rows),
        others: nearest.flatMap((other) => stepTexts.get(other) ?? lookup.texts([other]).map(otherOf)),
      },
    ]),
  );
}
/** A post's text with the first document that has it. */
function ownText({ textId, document, reading }: Work, near: NearText[]): OtherText {
  const stored = near.find((n) => n.textId === textId);
  if (stored) return stored;
  return { textId: textId ?? "", firstAt: certainAt(document.published), body: reading?.document.text ?? "", document };
}
const otherOf = (row: Row): OtherText => ({
  textId: String(row.text_id),
  firstAt: Number(row.first_at),
  body: String(row.body),
  document: firstDocumentOf(row),
});

/** The group of a post, or null: with accounts that have the same text, with near copies of it, and with texts in its buckets that state the same. */
export function groupOf({ document, reading }: Work, near: NearText[], copies: ExactCopy[], beside: OtherText[]): Group | null {
  if (!reading || !isPost(document)) return null;
  const own = { id: document.id, at: certainAt(document.published), text: reading.document.text };
  const isLater = (other: OtherText) => byTime(own, { id: other.document.id, at: other.firstAt }) < 0;
  const statement = (body: string, { lang }: { lang: string | null }) => stated(body, lang ?? languageOf(body));
  const mine = near.length + beside.length ? statement(own.text, document) : null;
  const copied: NearText[] = [];
  const reworded: OtherText[] = [];
  for (const one of near)
    if (one.similarity >= COPY_SIMILARITY && isPost(one.document) && mine && !areAboutTwoParties(mine, statement(one.body, one.document)))
      copied.push(one);
  for (const one of beside) {
    if (!mine || !isPost(one.document) || near.some((n) => n.textId === one.textId && n.similarity >= COPY_SIMILARITY)) continue;
    const theirs = statement(one.body, one.document);
    if (isLater(one) ? statesTheSame(theirs, mine) : statesTheSame(mine, theirs)) reworded.push(one);
  }
  const alike = [...copied, ...reworded];
  const holders = [...copies, ...alike.map(({ document: { id, accountId } }) => ({ id, account: accountId }))];
  const account = document.accountId ?? document.id;
  if (!holders.some((other) => (other.account ?? other.id) !== account)) return null;
  const first = alike.map((n) => ({ id: n.document.id, at: n.firstAt, text: n.body })).reduce((a, b) => (byTime(b, a) < 0 ? b : a), own);
  const text = statementOf(first.text);
  if (!text) return null;
  const why = `others say it in ${copies.length + copied.length ? "nearly the same" : "other"} words`;
  return {
    id: claimIdOf(text),
    text,
    why,
    others: alike.map((n) => n.document.id),
    later: reworded.filter(isLater).map((n) => n.document.id),
  };
}
