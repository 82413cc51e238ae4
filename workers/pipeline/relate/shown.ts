/** What a timeline row prints of a document, and where it stands. */
import type { Role, Stance } from "../../../shared/model/sighting.ts";
import { noticed } from "../../../shared/timeline/availability.ts";
import type { SourceName } from "../../../shared/timeline/views.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { NO_TIME } from "../../store/documents/texts.ts";

/** The fields of a sighting that are those of its document. */
export function shownOf(d: StoredDocument, lang: string | null, textId: string | null) {
  return {
    documentId: d.id,
    seen: d.seen,
    seenAt: d.seenAt,
    published: d.published,
    kind: d.kind,
    platform: d.platform,
    place: d.told?.place ?? null,
    url: d.url,
    title: d.title,
    author: d.author,
    lang: d.lang ?? lang,
    translated: d.told?.translated ?? false,
    accountId: d.accountId,
    family: d.family,
    textId,
    wireCredit: d.wireCredit,
    told: d.told,
    availability: noticed(d.availability),
    otherParents: [],
    sources: [] as SourceName[],
  };
}

/** The sort key (ms) of an observed document: its earliest time, else the latest that it can have; no later than we, or an archive, saw it. */
export function sortKey(d: StoredDocument): number {
  return d.published.earliest ?? d.published.latest ?? Math.min(d.seenAt ?? NO_TIME, d.availability?.archived?.at ?? NO_TIME);
}

export function roleOf(stance: Stance): Role {
  return stance === "support" || stance === "deny" ? "assert" : "report";
}
