import { csvTable, delimiterOf } from "../../../shared/csv.ts";
import type { ImportFormat, Read } from "./format.ts";
import { headFault, linesOf, writtenTime } from "./table.ts";

/** Columns with the name of a document's field. */
const FIELDS = [
  "ref",
  "kind",
  "platform",
  "platformId",
  "url",
  "title",
  "text",
  "html",
  "lang",
  "publishedAt",
  "replyTo",
  "repostOf",
  "quoteOf",
  "wireCredit",
] as const;
/** Columns with the fields of its author. */
const AUTHOR_FIELDS = { authorHandle: "handle", authorName: "name", authorId: "id", authorUrl: "url" } as const;
/** In `author` a handle begins with @, anything else is a name; `origin` is who published the document first. */
const COLUMNS: readonly string[] = [...FIELDS, "author", ...Object.keys(AUTHOR_FIELDS), "origin", "originUrl"];
/** Columns by their names as people write them: "Published at", "reply_to". */
const spelled = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");
const BY_SPELLING = new Map(COLUMNS.map((name) => [spelled(name), name]));
/** A document needs at least one of these columns. */
const CONTENT_COLUMNS = ["text", "html", "title", "repostOf"];
/** Maximum number of unknown columns that are reported. */
const MAX_UNKNOWN_COLUMNS = 20;
const FOURCAT_HINT = "These are the columns of a 4CAT export: add ?format=4cat.";

/** An author as a table has one: "@ann", or a name. */
function accountOrName(author: string | undefined): { handle?: string; name?: string } {
  if (author === undefined) return {};
  return author.startsWith("@") ? { handle: author.slice(1) } : { name: author };
}
function* read(body: string): Generator<Read> {
  const table = csvTable(body, delimiterOf(body), (name) => BY_SPELLING.get(spelled(name)) ?? name);
  const fourcat = table.columns.includes("thread_id") && table.columns.includes("body");
  const fault = headFault(table, ",", CONTENT_COLUMNS, fourcat ? FOURCAT_HINT : "");
  if (fault) return yield fault;
  const twice = table.columns.find((name, i) => COLUMNS.includes(name) && table.columns.indexOf(name) < i);
  if (twice) return yield { line: table.line, pointer: `/${twice}`, detail: "is named twice, so that it is not clear which column counts" };
  for (const name of table.columns.filter((column) => !COLUMNS.includes(column)).slice(0, MAX_UNKNOWN_COLUMNS))
    yield { line: table.line, pointer: `/${name.slice(0, 100).toWellFormed()}`, detail: "is no column that is read" };
  yield* linesOf(table, ["platformId", "authorId", "ref"], (row) => {
    const cell = (name: string, key: string = name) => {
      const value = row.get(name);
      return value === undefined ? {} : { [key]: value };
    };
    const origin = row.get("origin");
    const publishedAt = writtenTime(row.get("publishedAt"));
    const person = {
      ...accountOrName(row.get("author")),
      ...Object.assign({}, ...Object.entries(AUTHOR_FIELDS).map(([name, key]) => cell(name, key))),
    };
    return {
      type: "document",
      ...Object.assign({}, ...FIELDS.map((name) => cell(name))),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(Object.keys(person).length ? { author: person } : {}),
      ...(origin === undefined ? {} : { origin: { name: origin, ...cell("originUrl", "url") } }),
    };
  });
}

export const csv: ImportFormat = {
  label: "CSV with a document in each row (url, title, text, author, publishedAt …)",
  columns: `${COLUMNS.join(", ")}, of which one of ${CONTENT_COLUMNS.join(", ")} is needed`,
  types: ["text/csv"],
  delimiter: delimiterOf,
  read,
};
