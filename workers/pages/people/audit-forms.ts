/** The routes of the history of decisions: filters, pages, downloads. */

import type { Hono } from "hono";
import { whoInWords } from "../../../shared/access/who.ts";
import { BYTE_ORDER_MARK, csvCell } from "../../../shared/csv.ts";
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { isoTime } from "../../../shared/iso.ts";
import { isId } from "../../../shared/model/id.ts";
import { namesFrom } from "../../editing/who.ts";
import type { Env } from "../../env.d.ts";
import { type AuditEvent, auditEventOf, selectAuditEvents } from "../../store/access/audit.ts";
import { listKeys } from "../../store/access/keys.ts";
import { listPeople } from "../../store/access/people.ts";
import { selectClaims, summaryOf } from "../../store/claims/claims.ts";
import type { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, signedIn } from "../ui/forms.ts";
import { type AuditFilter, auditPage, FAMILIES, type Names } from "./audit.ts";

const PAGE = 50;
/** Maximum number of decisions that a page with a filter reads. */
const LOOKED_THROUGH = 200;
/** Maximum number of decisions in a download. */
const MAX_EXPORTED = 5000;
const EXPORT_STEP = 1000;

/** The wordings of the claims that decisions are about. One call to D1. */
export async function claimsOf(db: Db, decisions: readonly AuditEvent[]): Promise<Map<string, string>> {
  const ids = decisions.flatMap(({ subject, detail }) => [subject, detail["claim"]]);
  const claims = [...new Set(ids)].filter((id) => isId("c", id));
  const [rows = []] = claims.length ? await db.batch([selectClaims(db, claims)]) : [];
  return new Map(rows.map((row) => [String(row.id), summaryOf(row).text]));
}

/** The filters of the address, without invalid ones. */
function filterOf(c: Ctx): AuditFilter {
  const asked = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 300);
  const about = /(?:^|\/)([cdpa][0-9a-z]{26})(?:[/?#.]|$)/.exec(asked("about"))?.[1] ?? "";
  const since = asked("since");
  return {
    by: /^(?:person:|key:|local$)[\w/]*$/.test(asked("by")) ? asked("by") : "",
    did: FAMILIES.find(([family]) => family === asked("did"))?.[0] ?? "",
    about,
    since: /^\d{4}-\d\d-\d\d$/.test(since) && !Number.isNaN(Date.parse(since)) ? since : "",
  };
}
const isWanted =
  ({ did, about }: AuditFilter) =>
  ({ type, subject, detail }: AuditEvent) =>
    type.startsWith(did) && (!about || [subject, ...Object.values(detail)].includes(about));
const sinceOf = ({ since }: AuditFilter) => (since ? Date.parse(since) : 0);
const byOf = ({ by }: AuditFilter) => by || null;

async function page(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const filter = filterOf(c);
  const position = positionIn(c.req.query("before") ?? "", ["number", "number"] as const);
  const before = position && { at: Number(position[0]), seq: Number(position[1]) };
  const isFiltered = filter.did !== "" || filter.about !== "";
  const limit = isFiltered ? LOOKED_THROUGH : PAGE;
  const [rows = [], people = [], keys = []] = await db.batch([
    selectAuditEvents(db, { by: byOf(filter), since: sinceOf(filter), before, limit: limit + 1 }),
    listPeople(db),
    listKeys(db),
  ]);
  const found = rows.slice(0, limit).map(auditEventOf);
  const wanted = found.filter(isWanted(filter));
  const decisions = wanted.slice(0, PAGE);
  const lastRead = rows.length > limit ? found.at(-1) : undefined;
  const last = wanted.length > PAGE ? decisions.at(-1) : lastRead;
  const names: Names = { ...namesFrom(people, keys), claims: await claimsOf(db, decisions) };
  const address = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value));
    return `${baseUrl}${path}${query.size ? `?${query}` : ""}`;
  };
  const whoOf = (by: string) => [by, whoInWords(by, names)] as const;
  const shown = auditPage({
    baseUrl,
    viewer,
    decisions,
    names,
    filter,
    who: [
      ...people.map((row) => whoOf(`person:${row.id}`)),
      ...keys.map((row) => whoOf(row.owner_id === null ? `key:${row.id}` : `key:${row.id}/${row.owner_id}`)),
    ],
    older: last ? address("/people/audit", { before: cursorOf([last.at, last.seq]) }) : null,
    csv: address("/people/audit.csv"),
    ndjson: address("/people/audit.ndjson"),
    looked: isFiltered && rows.length > limit ? limit : null,
  });
  return respond(c, shown, db);
}

const COLUMNS = ["seq", "at", "by", "who", "type", "subject", "detail"];
/** The history as a download, newest first. */
async function file(c: Ctx, { db }: Asked, type: "csv" | "ndjson"): Promise<Response> {
  const filter = filterOf(c);
  const [people = [], keys = []] = await db.batch([listPeople(db), listKeys(db)]);
  const names = namesFrom(people, keys);
  const lines: string[] = type === "csv" ? [BYTE_ORDER_MARK + COLUMNS.join(",")] : [];
  for (let before: { at: number; seq: number } | null = null, looked = 0; looked < MAX_EXPORTED; looked += EXPORT_STEP) {
    const rows = await db.rows(selectAuditEvents(db, { by: byOf(filter), since: sinceOf(filter), before, limit: EXPORT_STEP }));
    const found = rows.map(auditEventOf);
    for (const one of found.filter(isWanted(filter))) {
      const row = { ...one, at: isoTime(one.at), who: whoInWords(one.by, names) };
      const cells = [row.seq, row.at, row.by, row.who, row.type, row.subject, JSON.stringify(row.detail)];
      lines.push(type === "csv" ? cells.map(csvCell).join(",") : JSON.stringify(row));
    }
    const last = found.at(-1);
    if (!last || found.length < EXPORT_STEP) break;
    before = last;
  }
  return new Response(lines.map((line) => `${line}${type === "csv" ? "\r\n" : "\n"}`).join(""), {
    headers: {
      "content-type": type === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson",
      "content-disposition": `attachment; filename="whence-decisions.${type}"`,
      "cache-control": "no-store",
    },
  });
}

/** Puts the history of decisions on an app. */
export function auditPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/people/audit", signedIn("read", page));
  app.get(
    "/people/audit.csv",
    signedIn("read", (c, asked) => file(c, asked, "csv")),
  );
  app.get(
    "/people/audit.ndjson",
    signedIn("read", (c, asked) => file(c, asked, "ndjson")),
  );
}
