/** What of a document's telling stands: which documents it tells of, and which of them it has no say in. */
import { isSiteOf } from "../../../shared/edges/evidence/source-credit.ts";
import type { ReadReported } from "../../../shared/model/reading.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { isStated } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Surroundings } from "../context/context.ts";
import { pageOf } from "../context/outlet-reports.ts";
import { reportedIdsOf } from "../context/reported-documents.ts";
import type { Work } from "../read.ts";

/** What a document told of and is known by another id now: a document that we hold. `byWords` where those that it quotes show it. */
export interface Left {
  id: string;
  resolvedId: string;
  byWords: boolean;
}

/** The ids of what a document tells of (or of what that turned out to be), and those on which its word does not stand: when we hold that document, or somebody else tells of it. One of several tellers is chosen by id, so that their order of arrival is of no meaning. */
export function mayTell({ document, reading }: Work, around: Surroundings, seen: SightingRow[]) {
  const told = reportedIdsOf(document.id, reading);
  const left: Left[] = [];
  const ids = told.map((id, i) => {
    const url = reading?.reported[i]?.url;
    const known = around.documents.get(id);
    const byWords =
      known && isStanding(known, around)
        ? null
        : (foundByWords(id, around, seen) ?? foundByOutlet(id, reading?.reported[i], document, around, seen));
    // An address may be another name of a document that we hold.
    const held = url && around.linked.get(document.id)?.find(({ link }) => link.url === url)?.id;
    const to = byWords ?? known?.resolvedId ?? (held || id);
    if (to !== id && known) left.push({ id, resolvedId: to, byWords: byWords !== null });
    return to;
  });
  const stands = (known: StoredDocument | undefined) => known?.seen !== "observed" && (!known?.told || known.told.by >= document.id);
  const foreign = told.flatMap((id, i) => {
    const to = ids[i] ?? id;
    return to !== id ? [id, to] : stands(around.documents.get(id)) ? [] : [id];
  });
  return { ids, foreign: new Set(foreign.filter((id) => id !== document.id)), left };
}

/** Whether a person, or its address, said what a reported document is, or a person said anything of it: then its words say no more. */
function isStanding(known: StoredDocument, { sightings, edges }: Surroundings): boolean {
  // 0: a person took back what the words seemed to show.
  if (known.resolvedId !== null || known.told?.byWords === 0) return !known.told?.byWords;
  return (
    sightings.some((s) => s.documentId === known.id && s.method === "person") || edges.some((e) => e.childId === known.id && isStated(e))
  );
}

/** The earliest post that has the words of a reported document and is seen with the claim for which it is told. */
function foundByWords(id: string, around: Surroundings, seen: SightingRow[]): string | null {
  const claimId = seen.find((s) => s.documentId === id)?.claimId;
  return around.quoted.get(id)?.find((holder) => seen.some((s) => s.documentId === holder && s.claimId === claimId)) ?? null;
}
/** The one page of the outlet that a text tells of ("the Gazette reported that …"), of those seen with the claim for which it is told. */
function foundByOutlet(
  id: string,
  told: ReadReported | undefined,
  { id: teller }: StoredDocument,
  around: Surroundings,
  seen: SightingRow[],
): string | null {
  const name = told?.actor.kind === "outlet" && told.platform === null && told.url === null ? (told.actor.name ?? told.place) : null;
  const claimId = seen.find((s) => s.documentId === id)?.claimId;
  if (!name) return null;
  const theirs = around.reports.flatMap(({ sought, found }) =>
    sought.documentId === teller && sought.claimId === claimId
      ? found.flatMap(pageOf).filter((page) => page.id !== teller && isSiteOf(name, page.url))
      : [],
  );
  const [only, ...more] = new Set(theirs.map((page) => page.id));
  return only && !more.length ? only : null;
}
