import type { Format } from "./format.ts";

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

/** A cell (RFC 4180). One that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV (RFC 4180), an event a row. */
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
        e.response?.actor.name ?? e.author,
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
      .map((row) => row.map(cell).join(","))
      .join("\r\n")
      .concat("\r\n"),
};
