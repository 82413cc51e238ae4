/**
 * Decisions on an address whose page has come under another id since then. What people said of the address is said of the page now
 * (`moveStatements`), so there it is taken back.
 */
import { idOf } from "../../../shared/model/id.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import type { Db, Row } from "../../store/d1.ts";
import type { DecidedItem } from "../../store/desk/decisions.ts";
import { documentOf, selectAliased, selectDocuments } from "../../store/documents/documents.ts";
import { type EdgeRow, edgeOf } from "../../store/relations/edges.ts";

/** An item of a decision: as it was decided, and the same on the page that came since. */
export interface ResolvedItem {
  decided: DecidedItem;
  current: DecidedItem;
}

/** The documents on whose lines or sources an item decides: first the one that shows it. */
export function documentsOf(item: DecidedItem): string[] {
  if (item.kind === "sighting") return [item.document];
  return item.kind === "edge" ? [item.child, item.parent].filter(Boolean) : [];
}

/**
 * The pages that came from addresses among these documents, by the ids of the addresses. What persons took for another document is not among them.
 */
export async function resolvedPages(db: Db, documentIds: string[]): Promise<ReadonlyMap<string, string>> {
  const found = (await db.rows(selectDocuments(db, documentIds))).map(documentOf);
  const keys = new Map(found.flatMap(({ id, url, resolvedId }) => (resolvedId && url ? [[id, aliasKey("url", url)] as const] : [])));
  const named = keys.size ? await db.rows(selectAliased(db, [...keys.values()])) : [];
  return new Map(
    found.flatMap(({ id, resolvedId }) =>
      named.some((row) => row.key === keys.get(id) && row.target === resolvedId) ? [[id, resolvedId ?? ""] as const] : [],
    ),
  );
}

/** The items, each with the same on the pages that came since. */
export const resolvedItems = (items: DecidedItem[], pages: ReadonlyMap<string, string>): ResolvedItem[] =>
  items.map((decided) => ({ decided, current: onPage(decided, pages) }));
function onPage(item: DecidedItem, pages: ReadonlyMap<string, string>): DecidedItem {
  if (!documentsOf(item).some((id) => pages.has(id))) return item;
  const at = (id: string) => pages.get(id) ?? id;
  if (item.kind === "edge") return { ...item, child: at(item.child), parent: at(item.parent) };
  if (item.kind !== "sighting") return item;
  return { ...item, document: at(item.document), id: lineOnPage(item.claim, item.document, item.id, at(item.document)) };
}
/** The id of a line of an address, as a line of its page: a response that the address tells of keeps its own. */
export const lineOnPage = (claim: string, address: string, id: string, page: string): string =>
  id === idOf("s", claim, address) ? idOf("s", claim, page) : id;

/** Whether an edge is the source that an item decides on. */
export const isSource = ({ childId, parentId, type }: EdgeRow, item: DecidedItem) =>
  item.kind === "edge" && childId === item.child && (parentId ?? "") === item.parent && type === item.type;
/** Whether a stored version of a line or a source is one of what an item decides on. */
export const isOf = (row: Row, item: DecidedItem): boolean =>
  item.kind === "sighting"
    ? row.id === item.id && row.claim_id === item.claim && row.document_id === item.document
    : row.child_id !== undefined && isSource(edgeOf(row), item);
/** Whether what was decided came to the page with it: else the page had, or got, a line or a source of its own. `versions`: all of both. */
export function movedAlong({ decided, current }: ResolvedItem, versions: Row[]): boolean {
  if (decided === current) return true;
  const left = Math.max(0, ...versions.filter((row) => isOf(row, decided)).map((row) => Number(row.replaced_at)));
  return versions.some((row) => isOf(row, current) && row.recorded_at === left);
}
