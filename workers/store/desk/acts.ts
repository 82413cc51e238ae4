/** Joins waiting reports that are of one act, for the timeline and the desk: from all reports of a claim, in the batch that changes any of them. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { groupByAct, type ReportedAct } from "../../../shared/timeline/acts.ts";
import type { Db, Row } from "../d1.ts";
import { responseOf } from "../relations/responses.ts";
import { lineKey, type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import { type Difference, FOREVER } from "../versions.ts";

/** SQL of the kinds of suggestions that several documents may share: responses that they report, sources that they name. */
export const SHARED = "kind IN ('response', 'source')";
/** SQL of the suggestions b of a kind that represent their acts on a claim: the table with its index, and the condition. */
export const waitsOn = (
  kind: "response" | "appearance" | "source" | "claim",
  claim: string,
  b: string,
): [table: string, condition: string] =>
  kind === "source"
    ? [`suggestion ${b} INDEXED BY suggestion_act`, `${sourceOn(claim, b)} AND ${b}.lead = 1`]
    : [
        `suggestion ${b} INDEXED BY suggestion_claim`,
        `${b}.claim_id = ${claim} AND ${b}.lead = 1 AND ${b}.kind <> 'source' AND ${b}.kind = '${kind}'`,
      ];
/** SQL of whether a suggestion b is a source on a claim. */
export const sourceOn = (claim: string, b: string) => `${b}.${SHARED} AND ${b}.act > ${claim} || '/' AND ${b}.act < ${claim} || '0'`;
/** SQL of the suggestions m of responses to a claim. The key of an act begins with its claim. */
export const waitingOn = (claim: string) =>
  `suggestion m INDEXED BY suggestion_act ON m.${SHARED} AND m.act > ${claim} || ' ' AND m.act < ${claim} || '!'`;
/** SQL of the key of an act with one report only. */
export const OWN_ACT = "s.claim_id || ' ' || s.id";

/** Maximum number of reports of one claim and type that are compared, the earliest first. Each further report is an act of its own. */
const MAX_COMPARED = 80;

/** A report of a response; `act`: the act that it is in, if it waits. */
interface Report extends ReportedAct {
  claimId: string;
  documentId: string;
  isPublic: boolean;
  act: string | null;
}
const reportedActs = (s: SightingRow): ReportedAct[] => (s.response ? [{ ...s.response, id: s.id, at: s.at, published: s.published }] : []);
const reportIn = (s: SightingRow, act: string | null): Report[] =>
  reportedActs(s).map((reported) => ({ ...reported, claimId: s.claimId, documentId: s.documentId, isPublic: s.listed, act }));

/** SQL that joins the live sightings s of the documents m of suggestions. */
export const LIVE_SIGHTINGS = `CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = m.document_id AND s.claim_id = m.claim_id AND s.replaced_at = ${FOREVER}`;
/** SQL of what is read: the waiting reports of claims, those that readers see, and those of proposals that become followed claims. */
const partsOf = (claims: string, crossing: string) => ({
  waiting: {
    from: `${claims} k CROSS JOIN ${waitingOn("k.id")} ${LIVE_SIGHTINGS} AND s.id = m.id`,
    version: "'w ' || s.id || ' ' || s.recorded_at",
  },
  shown: {
    from: `${claims} k CROSS JOIN response s ON s.claim_id = k.id AND s.replaced_at = ${FOREVER}`,
    version: "'r ' || s.id || ' ' || s.recorded_at",
  },
  crossing: {
    from: `json_each(${crossing}) k CROSS JOIN sighting s ON s.claim_id = k.value AND s.replaced_at = ${FOREVER} AND s.listed = 0
      AND s.role = 'respond' AND s.state = 'suggested'`,
    version: "'c ' || s.id || ' ' || s.recorded_at",
  },
});

/** The claims whose reports are joined again: SQL of their ids (k.id) over the parameters. `?3`: those that become followed claims. */
interface ActScope {
  claims: string;
  parameters: [string[], string[], string[]];
}
/** How a step changes reports; `erased`: documents that are erased. */
interface ReportChanges extends Difference<SightingRow> {
  erased: readonly string[];
}

/**
 * Reads the reports of claims. Gives the conditions of the step's write, and the statements that put waiting reports into their acts. These must run
 * when the reports are in the list of suggestions, each in an act of its own or in its former one.
 */
export async function joinReports(
  db: Db,
  { claims, parameters }: ActScope,
  changes: ReportChanges,
): Promise<{ conditions: D1PreparedStatement[]; statements: D1PreparedStatement[] }> {
  const parts = partsOf(claims, "?3");
  const all = "(SELECT 1 WHERE ?1 IS ?1 AND ?2 IS ?2 AND ?3 IS ?3)";
  const read = (part: { from: string; version: string }, columns: string) =>
    db.statement(`SELECT ${columns}, ${part.version} AS version FROM ${all} CROSS JOIN ${part.from}`, ...parameters);
  const rows = await db.load({
    waiting: read(parts.waiting, "s.*, m.act AS act"),
    shown: read(parts.shown, "s.*"),
    crossing: parameters[2].length ? [read(parts.crossing, "s.*")] : [],
  });
  const versions = [...rows.waiting, ...rows.shown, ...rows.crossing.flat()].map((row) => String(row.version)).sort();
  const union = Object.values(parts).map(({ from, version }) => `SELECT ${version} AS version FROM ${all} CROSS JOIN ${from}`);
  const condition = db.conflictIf(
    `WHERE
      (SELECT coalesce(group_concat(version, ','), '') FROM (${union.join(" UNION ALL ")} ORDER BY 1)) <> ?4`,
    ...parameters,
    versions.join(","),
  );
  const placed = placesOf(reportsAfter(rows, changes));
  return {
    conditions: [condition],
    statements: placed.length
      ? [
          db.statement(
            `UPDATE suggestion SET act = j.value ->> 2 FROM json_each(?1) j
              WHERE suggestion.${SHARED} AND suggestion.act = j.value ->> 1 AND suggestion.id = j.value ->> 0`,
            placed,
          ),
        ]
      : [],
  };
}

/** The reports of the claims as they are after a step, by claim and id. */
function reportsAfter(rows: { waiting: Row[]; shown: Row[]; crossing: Row[][] }, { add, close, erased }: ReportChanges): Report[] {
  const reports = new Map<string, Report>();
  const put = (list: Report[]) => {
    for (const report of list) reports.set(lineKey(report), report);
  };
  put(rows.crossing.flat().flatMap((row) => reportIn(sightingOf(row), null)));
  put(rows.shown.map(responseOf).map((r) => ({ ...r, isPublic: true, act: null })));
  put(rows.waiting.flatMap((row) => reportIn(sightingOf(row), String(row.act))));
  const acts = new Map([...reports].map(([key, { act }]) => [key, act]));
  for (const s of close) reports.delete(lineKey(s));
  const told = add.filter((s) => s.role === "respond" && (s.listed || s.state === "suggested"));
  put(told.flatMap((s) => reportIn(s, acts.get(lineKey(s)) ?? null)));
  return [...reports.values()].filter(({ documentId }) => !erased.includes(documentId));
}

/** The reports whose act changes: [id, its current act, its new act]. An act is named after its first waiting report. */
function placesOf(reports: Report[]): [string, string, string][] {
  const compared = [...Map.groupBy(reports, ({ claimId, type }) => `${claimId} ${type}`).values()].flatMap((list) =>
    groupByAct(list.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(0, MAX_COMPARED), stageOf).concat(
      list.slice(MAX_COMPARED).map((report) => [report]),
    ),
  );
  return compared.flatMap((act) => {
    const waiting = act.filter(({ isPublic }) => !isPublic);
    const [first] = waiting.map(({ id }) => id).sort();
    return waiting.flatMap(({ claimId, id, act: before }): [string, string, string][] => {
      const own = `${claimId} ${id}`;
      const name = `${claimId} ${first}`;
      const from = before && before !== own ? [before, own] : [own];
      return from.filter((one) => one !== name).map((one) => [id, one, name]);
    });
  });
}
const stageOf = ({ isPublic }: Report) => (isPublic ? "public" : "waits");
