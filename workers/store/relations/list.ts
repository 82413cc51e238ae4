/** Lists of responses, edges and verdicts of the whole instance, a bounded number of rows at a time, in the order of their keys. */
import type { Db, Row } from "../d1.ts";
import { MAX_LOOKED_AT, OF_DOCUMENT, withEnd } from "../documents/list.ts";
import { FOREVER } from "../versions.ts";

/** Empty texts and null mean no condition. Site, platform and language are those of the document. */
interface Filter {
  site: string;
  platform: string;
  lang: string;
  state: string;
  type: string;
  /** Recorded at this instant or later, in ms. */
  since: number | null;
}
interface ResponseFilter extends Filter {
  claimId: string;
  standing: string;
  /** The party's name. */
  actor: string;
}
const CONDITIONS = `${OF_DOCUMENT} AND (?4 = '' OR r.state = ?4) AND (?5 = '' OR r.type = ?5) AND (?6 IS NULL OR r.recorded_at >= ?6)`;
const conditionsOf = ({ site, platform, lang, state, type, since }: Filter) => [site, platform, lang, state, type, since];

// Old versions come before the live rows of their claim or child, so a page may end among them.
const isLiveRow = (row: Row) => Number(row.replaced_at) === FOREVER;
/** The position after a row of the list of responses: its claim, time (ms) and id. */
export const placeOfResponse = (row: Row) => [
  String(row.claim_id),
  ...(isLiveRow(row) ? [Number(row.at), String(row.id)] : [Number.MIN_SAFE_INTEGER, ""]),
];
/** The position after a row of the list of edges: its child, parent and type. */
export const placeOfEdge = (row: Row) => [String(row.child_id), ...(isLiveRow(row) ? [String(row.parent_id), String(row.type)] : ["", ""])];
/** The position after a row of the list of verdicts: its claim and id. */
export const placeOfVerdict = (row: Row) => [String(row.claim_id), isLiveRow(row) ? String(row.id) : ""];

interface ResponsePlace {
  claimId: string;
  at: number;
  id: string;
}
/** SQL of the responses, old versions included, that a page after a place examines; `first`: the number of its first parameter. */
const looked = (columns: string, first: number) =>
  `SELECT ${columns} FROM response WHERE (claim_id, replaced_at, at, id) > (?${first}, ${FOREVER}, ?${first + 1}, ?${first + 2})
    AND claim_id <= ?${first + 3} ORDER BY claim_id, replaced_at, at, id LIMIT ${MAX_LOOKED_AT}`;
/** After every id. */
const LAST = "~";

/** The responses after a place that pass a filter and that timelines show, among at most `MAX_LOOKED_AT`; and the end of the page. */
export function listResponses(db: Db, filter: ResponseFilter, after: ResponsePlace, limit: number) {
  const { claimId, standing, actor } = filter;
  const place = [after.claimId, after.at, after.id, claimId || LAST] as const;
  const page = db.statement(
    `SELECT r.*
      FROM (${looked("*", 7)}) r JOIN document d ON d.id = r.document_id
      WHERE r.replaced_at = ${FOREVER} AND ${CONDITIONS} AND (?11 = '' OR r.standing = ?11) AND (?12 = '' OR r.actor ->> 'name' = ?12)
     ORDER BY r.claim_id, r.at, r.id LIMIT ?13`,
    ...conditionsOf(filter),
    ...place,
    standing,
    actor,
    limit,
  );
  return withEnd(db, page, looked("claim_id, replaced_at, at, id", 1), ["claim_id", "replaced_at", "at", "id"], ...place);
}

interface EdgePlace {
  childId: string;
  parentId: string;
  type: string;
}
const lookedEdges = (columns: string, first: number) =>
  `SELECT ${columns} FROM edge WHERE (child_id, replaced_at, parent_id, type) > (?${first}, ${FOREVER}, ?${first + 1}, ?${first + 2})
    ORDER BY child_id, replaced_at, parent_id, type LIMIT ${MAX_LOOKED_AT}`;
/** The edges after a place that pass a filter, among at most `MAX_LOOKED_AT`, in the order of their children; and the end of the page. */
export function listEdges(db: Db, filter: Filter, after: EdgePlace, limit: number) {
  const place = [after.childId, after.parentId, after.type] as const;
  const page = db.statement(
    `SELECT r.* FROM (${lookedEdges("*", 7)}) r JOIN document d ON d.id = r.child_id
      WHERE r.replaced_at = ${FOREVER} AND ${CONDITIONS} ORDER BY r.child_id, r.parent_id, r.type LIMIT ?10`,
    ...conditionsOf(filter),
    ...place,
    limit,
  );
  return withEnd(
    db,
    page,
    lookedEdges("child_id, replaced_at, parent_id, type", 1),
    ["child_id", "replaced_at", "parent_id", "type"],
    ...place,
  );
}

interface VerdictFilter {
  publisher: string;
  /** Recorded at this instant or later, in ms. */
  since: number | null;
  /** Whether verdicts of claims that are not public count too. */
  all: boolean;
}
const lookedVerdicts = (columns: string) =>
  `SELECT ${columns} FROM verdict WHERE (claim_id, replaced_at, id) > (?1, ${FOREVER}, ?2)
    ORDER BY claim_id, replaced_at, id LIMIT ${MAX_LOOKED_AT}`;
/** The verdicts after a place that pass a filter, among at most `MAX_LOOKED_AT`, with the claim's `ref` and `text`; and the page's end. */
export function listVerdicts(db: Db, { publisher, since, all }: VerdictFilter, after: { claimId: string; id: string }, limit: number) {
  const page = db.statement(
    `SELECT v.*, c.ref, c.text FROM (${lookedVerdicts("*")}) v JOIN claim c ON c.id = v.claim_id AND c.replaced_at = ${FOREVER}
      WHERE v.replaced_at = ${FOREVER} AND c.merged_into IS NULL AND (?3 = '' OR v.publisher = ?3) AND (?4 IS NULL OR v.recorded_at >= ?4)
        AND (?5 OR (c.visibility = 'public' AND c.status <> 'proposed')) ORDER BY v.claim_id, v.id LIMIT ?6`,
    after.claimId,
    after.id,
    publisher,
    since,
    all ? 1 : 0,
    limit,
  );
  return withEnd(db, page, lookedVerdicts("claim_id, replaced_at, id"), ["claim_id", "replaced_at", "id"], after.claimId, after.id);
}
