/** Moves a whole instance: every row out, and into an empty one. */
import * as z from "zod";
import { mayRestore, movedTables, PAGE_ROWS, readPage, restoreRows, type TransferPlace } from "../../../store/checks/transfer.ts";
import { badCursor, nextLink } from "../../paging.ts";
import { Problem } from "../../problem.ts";
import { route } from "../../route.ts";
import { VERSION } from "../../version.ts";

/** In bytes: a page of an export. */
const RESTORE_LIMIT = 8_000_000;
const TransferRow = z.strictObject({ table: z.enum(movedTables as [string, ...string[]]), row: z.record(z.string().max(60), z.unknown()) });

const cursorOf = (place: TransferPlace) => btoa(unescape(encodeURIComponent(JSON.stringify([place.table, ...place.key]))));
/** The place that a cursor of an export names. Throws a 422 for a cursor that is none. */
function placeOf(cursor: string | undefined): TransferPlace | null {
  if (cursor === undefined) return null;
  try {
    const [table, ...key] = JSON.parse(decodeURIComponent(escape(atob(cursor)))) as [string, ...(string | number)[]];
    if (movedTables.includes(table)) return { table, key };
  } catch {
    // Not one of our cursors: refused below.
  }
  throw badCursor();
}

export const transferRoutes = [
  route({
    method: "GET",
    path: "/v1/export",
    scope: "admin",
    summary:
      "Export the whole instance, a page of rows at a time: documents, claims, the graph with all versions, decisions, people, sources and the log",
    description:
      "For moving and backing up: `npx whence backup FILE` writes all pages as JSON lines. Keys, sessions, channels and their secrets are left out. If `log` of the last page is not that of the first, something was written meanwhile: begin again.",
    example: {},
    query: z.strictObject({ cursor: z.string().max(8000).optional() }),
    response: z.object({
      version: z.string(),
      rows: z.array(TransferRow),
      log: z.number().describe("Number of the last event when the page was read"),
      next: z.string().nullable(),
    }),
    async handle({ db, request }, { query }) {
      const { rows, log, next } = await readPage(db, placeOf(query.cursor));
      const cursor = next && cursorOf(next);
      return {
        body: { version: VERSION, rows, log, next: cursor },
        headers: { "cache-control": "no-store", ...nextLink(request, cursor) },
      };
    },
  }),
  route({
    method: "POST",
    path: "/v1/restore",
    scope: "admin",
    summary: "Restore rows of an export into an empty instance, in the order in which they were given",
    description:
      "A part may be sent again. Once the log has begun, only the rest of it and what is to be done are taken: nothing is restored over what happened here. Then rebuild the search, as `npx whence restore FILE` does; until then, at most an hour, cron does nothing.",
    example: { body: { rows: [] } },
    body: z.strictObject({ rows: z.array(TransferRow).max(PAGE_ROWS) }).meta({ id: "RestoreInput" }),
    bodyLimit: RESTORE_LIMIT,
    response: z.object({ restored: z.number() }),
    async handle({ db, now }, { body }) {
      if (!(await mayRestore(db, body.rows)))
        throw new Problem("conflict", "This instance has a log of its own: restore into an empty one.");
      try {
        await restoreRows(db, body.rows, now());
      } catch (error) {
        if (error instanceof TypeError) throw new Problem("invalid", error.message, [{ pointer: "#/rows", detail: error.message }]);
        throw error;
      }
      return { body: { restored: body.rows.length } };
    },
  }),
];
