/** The fields that all rows of a document's sightings have. */
import { lastNamesOf } from "../../../shared/read/parties/last-names.ts";
import { shownWords } from "../../../shared/review/readers.ts";
import { noticed } from "../../../shared/timeline/availability.ts";
import { sortKey } from "../../../shared/timeline/order.ts";
import type { SourceName } from "../../../shared/timeline/views.ts";
import type { StoredDocument } from "../documents/documents.ts";
import { ownReport, type SightingRow } from "./stored-sighting.ts";

/** A document as the reporting one of a document or a response. */
export const reporting = ({ id, ...document }: StoredDocument) => ownReport({ ...document, documentId: id });

/** The fields that a sighting takes from its document. */
export function shownOf(document: StoredDocument, lang: string | null, textId: string | null) {
  return {
    documentId: document.id,
    seen: document.seen,
    seenAt: document.seenAt,
    published: document.published,
    kind: document.kind,
    platform: document.platform,
    place: document.told?.place ?? null,
    url: document.url,
    title: document.title,
    author: document.author,
    lang: document.lang ?? lang,
    translated: document.told?.translated ?? false,
    accountId: document.accountId,
    family: document.family,
    textId,
    wireCredit: document.wireCredit,
    told: document.told,
    availability: noticed(document.availability),
    otherParents: [],
    sources: [] as SourceName[],
  };
}

/** A sighting without a claim, with the values that a machine suggests by default. */
export function newSighting(document: StoredDocument, lang: string | null, textId: string | null, now: number) {
  return {
    ...shownOf(document, lang, textId),
    at: sortKey(document),
    certainty: "unstated" as const,
    hedges: [] as string[],
    quote: null,
    attributedTo: null,
    state: "suggested" as const,
    score: null,
    reasons: [] as string[],
    response: null,
    excerpt: null,
    toldBy: null,
    parent: null,
    recordedAt: now,
  };
}

/** Adds to sightings the last names in their words, if the text names these persons in full: readers do not see such words unreviewed. */
export function withLastNames(sightings: readonly SightingRow[], text: string): SightingRow[] {
  const namesIn = lastNamesOf(text);
  return sightings.map((sighting) => {
    const lastNames = [...new Set(shownWords(sighting).flatMap(namesIn))];
    return lastNames.length ? { ...sighting, lastNames } : sighting;
  });
}
