import { csvCell } from "../../../shared/csv.ts";
import type { Format } from "./format.ts";
import { whoOf } from "./words.ts";

const COLUMNS = [
  "id",
  "lane",
  "published",
  "precision",
  "basis",
  "seenAt",
  "author",
  "verb",
  "stance",
  "certainty",
  "platform",
  "place",
  "url",
  "quote",
  "parent",
  "parentType",
  "method",
  "score",
  "state",
];

/** CSV (RFC 4180), one event per row. */
export const csv: Format = {
  label: "CSV",
  suffix: "csv",
  type: "text/csv; charset=utf-8",
  write: ({ events }) =>
    [
      COLUMNS,
      ...events.map((e) => [
        e.id,
        e.lane,
        e.publishedAt.value,
        e.publishedAt.precision,
        e.publishedAt.basis,
        e.seenAt,
        e.response ? whoOf(e) : e.author,
        e.verb,
        e.stance,
        e.certainty,
        e.platform,
        e.place,
        e.url,
        e.quote?.exact ?? e.excerpt,
        e.parent?.documentId,
        e.parent?.type,
        e.method,
        e.score,
        e.state,
      ]),
    ]
      .map((row) => row.map(csvCell).join(","))
      .join("\r\n")
      .concat("\r\n"),
};
