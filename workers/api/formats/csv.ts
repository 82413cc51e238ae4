import { csvCell } from "../../../shared/csv.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import type { Format } from "./format.ts";
import { type Event, whoOf } from "./words.ts";

const COLUMNS: Readonly<Record<string, (e: Event) => unknown>> = {
  id: (e) => e.id,
  lane: (e) => e.lane,
  published: (e) => e.publishedAt.value,
  precision: (e) => e.publishedAt.precision,
  basis: (e) => e.publishedAt.basis,
  seenAt: (e) => e.seenAt,
  author: (e) => (e.response ? whoOf(e) : e.author),
  verb: (e) => e.verb,
  stance: settledStance,
  certainty: (e) => e.certainty,
  platform: (e) => e.platform,
  place: (e) => e.place,
  url: (e) => e.url,
  quote: (e) => e.quote?.exact ?? e.excerpt,
  parent: (e) => e.parent?.documentId,
  parentType: (e) => e.parent?.type,
  method: (e) => e.method,
  score: (e) => e.score,
  state: (e) => e.state,
};

/** CSV (RFC 4180), one event per row. */
export const csv: Format = {
  label: "CSV",
  suffix: "csv",
  type: "text/csv; charset=utf-8",
  write: ({ events }) => {
    const rows = [Object.keys(COLUMNS), ...events.map((e) => Object.values(COLUMNS).map((value) => value(e)))];
    return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
  },
};
