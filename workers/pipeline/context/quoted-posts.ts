/** Posts that a page quotes word for word: what is only reported is found by the words, whichever comes first. */

import type { ReadReported } from "../../../shared/model/reading.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { fold } from "../../../shared/text/segment.ts";
import type { Row } from "../../store/d1.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import { bucketKey } from "../../store/relations/dependencies.ts";
import type { Work } from "../read.ts";
import { reportedIdsOf } from "./reported-documents.ts";

/** Passages of one text that are looked for. */
const MAX_PASSAGES = 3;
/** A post up to this many times as long as the passage has it as its own words; a longer one may discuss somebody else's. */
const MAX_LENGTH_RATIO = 3;
/** The day that a text gives may be that of another time zone. */
const DAY = 86_400_000;

/** The words of a reported document. */
export interface Quoted {
  /** The id of the reported document. */
  id: string;
  reported: ReadReported;
  words: string;
  print: Fingerprint;
}

/** The words of what a document reports, where it gives them untranslated and no address: at least 8 words, fewer are anybody's. */
export function quotedIn({ document, reading }: Work): Quoted[] {
  const ids = reportedIdsOf(document.id, reading);
  const all = (reading?.reported ?? []).flatMap((reported, i): Quoted[] => {
    const words = reported.quote && !reported.translated && !reported.url ? fold(reported.quote.text) : "";
    const print = fingerprint(words);
    return print ? [{ id: ids[i] ?? "", reported, words, print }] : [];
  });
  return all.slice(0, MAX_PASSAGES);
}

/** The keys of the buckets in which texts with the quoted words come. */
export const bandKeys = ({ print }: Quoted): string[] => print.bands.map(bucketKey);

/** Of the rows of `selectTextsWithFirst` the posts that have the words, earliest first: of the reported platform, and not later than reported. */
export function holdersOf({ words, reported }: Quoted, reporting: StoredDocument, rows: Row[]): StoredDocument[] {
  const until = Math.min(
    reporting.published.latest ?? Number.POSITIVE_INFINITY,
    (reported.publishedAt.latest ?? Number.POSITIVE_INFINITY) + DAY,
  );
  const at = (d: StoredDocument) => d.published.earliest ?? Number.POSITIVE_INFINITY;
  return rows
    .filter((row) => {
      const body = fold(String(row.body ?? ""));
      return body.includes(words) && body.length <= MAX_LENGTH_RATIO * words.length;
    })
    .map(documentOf)
    .filter((d) => d.seen === "observed" && d.id !== reporting.id && d.platform === reported.platform && at(d) < until)
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}
