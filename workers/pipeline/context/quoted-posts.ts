/** Posts that a page tells of in their own words: what is only reported is found by them, whichever comes first. */

import type { ReadReported } from "../../../shared/model/reading.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { fold } from "../../../shared/text/segment.ts";
import type { Row } from "../../store/d1.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import type { Work } from "../read.ts";
import { reportedIdsOf } from "./reported-documents.ts";

/** Passages that are looked for of one text. */
const MOST = 3;
/** A post at most so many times as long as the passage has it as its own words, not somebody's that it discusses. */
const LONGER = 3;
/** The day that a text tells may be that of another time zone. */
const DAY = 86_400_000;

export interface Quoted {
  /** The id of the reported document. */
  id: string;
  told: ReadReported;
  words: string;
  print: Fingerprint;
}

/** The words of what a document tells of, where it gives them untranslated and no address: of at least 8 words, fewer are anybody's. */
export function quotedIn({ document, reading }: Work): Quoted[] {
  const ids = reportedIdsOf(document.id, reading);
  const all = (reading?.reported ?? []).flatMap((told, i): Quoted[] => {
    const words = told.quote && !told.translated && !told.url ? fold(told.quote.text) : "";
    const print = fingerprint(words);
    return print ? [{ id: ids[i] ?? "", told, words, print }] : [];
  });
  return all.slice(0, MOST);
}

/** The names under which a document waits for texts with the words that it quotes. */
export const bandRefs = ({ print }: Quoted): string[] => print.bands.map((band) => `band:${band}`);

/** Of the rows of `selectAlike` the posts that have the words, earliest first: of the platform that is told, and not later than is told. */
export function holdersOf({ words, told }: Quoted, teller: StoredDocument, rows: Row[]): StoredDocument[] {
  const until = Math.min(teller.published.latest ?? Number.POSITIVE_INFINITY, (told.publishedAt.latest ?? Number.POSITIVE_INFINITY) + DAY);
  const at = (d: StoredDocument) => d.published.earliest ?? Number.POSITIVE_INFINITY;
  return rows
    .filter((row) => {
      const body = fold(String(row.body ?? ""));
      return body.includes(words) && body.length <= LONGER * words.length;
    })
    .map(documentOf)
    .filter((d) => d.seen === "observed" && d.id !== teller.id && d.platform === told.platform && at(d) < until)
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}
