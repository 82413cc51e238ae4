/** Which documents a text reports, once those are resolved that turned out to be another, and which of them it has no say in. */
import { isSiteOf } from "../../../shared/edges/evidence/source-credit.ts";
import type { ReadReported } from "../../../shared/model/reading.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { isStated } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Context } from "../context/context.ts";
import { pageOf } from "../context/pointers.ts";
import { reportedIdsOf } from "../context/reported-documents.ts";
import type { Work } from "../read.ts";

/** A reported document that turned out to be one that we hold; `byWords` where the quoted words show it. */
export interface Resolved {
  id: string;
  resolvedId: string;
  byWords: boolean;
}

/**
 * The ids of what a document reports (or of what that turned out to be), and those on which its word does not count: where we hold that
 * document, or another one reports it. Of several reporting documents one is chosen by id, so that their order of arrival does not matter.
 */
export function resolveReported({ document, reading }: Work, context: Context, listed: SightingRow[]) {
  const reportedIds = reportedIdsOf(document.id, reading);
  const resolved: Resolved[] = [];
  const ids = reportedIds.map((id, i) => {
    const url = reading?.reported[i]?.url;
    const known = context.documents.get(id);
    const byWords =
      known && isDecided(known, context)
        ? null
        : (foundByWords(id, context, listed) ?? foundByOutlet(id, reading?.reported[i], document, context, listed));
    // An address may be another name of a document that we hold.
    const linked = url && context.linked.get(document.id)?.find(({ link }) => link.url === url)?.id;
    const to = byWords ?? known?.resolvedId ?? (linked || id);
    if (to !== id && known) resolved.push({ id, resolvedId: to, byWords: byWords !== null });
    return to;
  });
  const hasSay = (known: StoredDocument | undefined) => known?.seen !== "observed" && (!known?.told || known.told.by >= document.id);
  const foreign = reportedIds.flatMap((id, i) => {
    const to = ids[i] ?? id;
    if (to !== id) return [id, to];
    return hasSay(context.documents.get(id)) && !context.erased.has(id) ? [] : [id];
  });
  return { ids, foreign: new Set(foreign.filter((id) => id !== document.id)), resolved };
}

/** Whether a person, or its address, said what a reported document is, or a person said anything of it: then its words decide no more. */
function isDecided(known: StoredDocument, { sightings, edges }: Context): boolean {
  // 0: a person undid what the words seemed to show.
  if (known.resolvedId !== null || known.told?.byWords === 0) return !known.told?.byWords;
  return (
    sightings.some((s) => s.documentId === known.id && s.method === "person") || edges.some((e) => e.childId === known.id && isStated(e))
  );
}

/** The earliest post that has the words of a reported document and is seen with the claim for which it is reported. */
function foundByWords(id: string, context: Context, listed: SightingRow[]): string | null {
  const claimId = listed.find((s) => s.documentId === id)?.claimId;
  return context.quotationHolders.get(id)?.find((post) => listed.some((s) => s.documentId === post && s.claimId === claimId)) ?? null;
}
/** The one page of the outlet that a text names as reporting ("the Gazette reported that …"), of those seen with the claim for which it is reported. */
function foundByOutlet(
  id: string,
  reported: ReadReported | undefined,
  { id: reportingId }: StoredDocument,
  context: Context,
  listed: SightingRow[],
): string | null {
  const isOutlet = reported?.actor.kind === "outlet" && reported.platform === null && reported.url === null;
  const name = isOutlet ? (reported.actor.name ?? reported.place) : null;
  const claimId = listed.find((s) => s.documentId === id)?.claimId;
  if (!name) return null;
  const pages = context.outletReports.flatMap(({ search, found }) =>
    search.documentId === reportingId && search.claimId === claimId
      ? found.flatMap(pageOf).filter((page) => page.id !== reportingId && isSiteOf(name, page.url))
      : [],
  );
  const [only, ...more] = new Set(pages.map((page) => page.id));
  return only && !more.length ? only : null;
}
