/**
 * Posts that make no claim that is followed, but say the same as somebody else, in nearly the same words or in others: together they propose
 * one. What a post proposes follows from the texts alike alone, so the order in which they come is of no meaning.
 */

import { areOfTwo, placesOf, stated, statesTheSame } from "../../../shared/cluster/same-statement.ts";
import { COPY } from "../../../shared/edges/evidence/near-texts.ts";
import { statementOf } from "../../../shared/match/statement.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { byTime } from "../../../shared/timeline/sort.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf } from "../../store/documents/documents.ts";
import { certainAt, crowdedBy, insertBands, likely, selectAlike, selectBands } from "../../store/documents/texts.ts";
import { isPost, type Work } from "../read.ts";
import type { NearText } from "./near-texts.ts";
import { claimIdOf } from "./reported-documents.ts";

export interface Group {
  /** The claim that it proposes, and its words: those of the earliest document of it. */
  id: string;
  text: string;
  why: string;
  /** The others' first documents: one that stood alone so far proposes it too. */
  others: string[];
  /** The first documents of texts that say it in other words and are later: what they propose may be another claim now. */
  later: string[];
}
type Copies = { id: string; account: string | null }[];
type Other = Pick<NearText, "textId" | "firstAt" | "body" | "document">;
/** What is found in a post's places, and those of them that it is late in. */
interface Beside {
  others: Other[];
  late: number[];
}

/** Puts posts in their places, so that two at once see each other (unless it is only asked what would be), and gives for each what it is found with. */
export async function textsBeside(db: Db, work: Work[], ask: boolean): Promise<Map<string, Beside>> {
  const placed = work.flatMap((w) => {
    const places = w.textId && isPost(w.document) ? placesOf(w.reading?.document.text ?? "") : [];
    return places.length ? [{ id: w.document.id, textId: w.textId ?? "", places }] : [];
  });
  if (!placed.length) return new Map();
  const put = ask
    ? []
    : [
        insertBands(
          db,
          placed.map(({ textId, places }) => [textId, "", 0, places]),
        ),
      ];
  const under = (await db.batch([...put, ...placed.map(({ places }) => selectBands(db, places))])).slice(put.length);
  const rows = await db.batch(
    placed.map(({ textId }, i) =>
      selectAlike(
        db,
        likely(under[i] ?? [], textId).near.filter((id) => id !== textId),
      ),
    ),
  );
  return new Map(
    placed.map(({ id, textId }, i) => [id, { others: (rows[i] ?? []).map(otherOf), late: crowdedBy(under[i] ?? [], textId) }]),
  );
}
const otherOf = (row: Row): Other => ({
  textId: String(row.text_id),
  firstAt: Number(row.first_at),
  body: String(row.body),
  document: documentOf(row),
});

/** The group that a post is in, or null: with whoever has the same text by another account, the near copies of it, and those `beside` it that state the same. */
export function groupOf({ document, reading }: Work, near: NearText[], copies: Copies, beside: Other[]): Group | null {
  if (!reading || !isPost(document)) return null;
  const own = { id: document.id, at: certainAt(document.published), text: reading.document.text };
  const isLater = (other: Other) => byTime(own, { id: other.document.id, at: other.firstAt }) < 0;
  const ready = (body: string, { lang }: { lang: string | null }) => stated(body, lang ?? languageOf(body));
  const mine = near.length + beside.length ? ready(own.text, document) : null;
  const copied: NearText[] = [];
  const told: Other[] = [];
  for (const one of near)
    if (one.similarity >= COPY && isPost(one.document) && mine && !areOfTwo(mine, ready(one.body, one.document))) copied.push(one);
  for (const one of beside) {
    if (!mine || !isPost(one.document) || near.some((n) => n.textId === one.textId && n.similarity >= COPY)) continue;
    const theirs = ready(one.body, one.document);
    if (isLater(one) ? statesTheSame(theirs, mine) : statesTheSame(mine, theirs)) told.push(one);
  }
  const alike = [...copied, ...told];
  const seen = [...copies, ...alike.map(({ document: { id, accountId } }) => ({ id, account: accountId }))];
  const account = document.accountId ?? document.id;
  if (!seen.some((other) => (other.account ?? other.id) !== account)) return null;
  const first = alike.map((n) => ({ id: n.document.id, at: n.firstAt, text: n.body })).reduce((a, b) => (byTime(b, a) < 0 ? b : a), own);
  const text = statementOf(first.text);
  if (!text) return null;
  const why = `others say it in ${copies.length + copied.length ? "nearly the same" : "other"} words`;
  return {
    id: claimIdOf(text),
    text,
    why,
    others: alike.map((n) => n.document.id),
    later: told.filter(isLater).map((n) => n.document.id),
  };
}
