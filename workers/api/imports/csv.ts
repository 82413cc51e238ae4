import { csvTable } from "../../../shared/csv.ts";
import type { ImportFormat, Read } from "./format.ts";
import { headFault, isRounded, ROUNDED } from "./table.ts";

/** Columns that are a document's own fields; the author's have a name of their own. */
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
const AUTHOR = { authorHandle: "handle", authorName: "name", authorId: "id", authorUrl: "url" } as const;
/** `author` is a handle where it begins with @, else a name; `origin` names who published it first. */
const COLUMNS: readonly string[] = [...FIELDS, "author", ...Object.keys(AUTHOR), "origin", "originUrl"];
const CONTENT = ["text", "html", "title", "repostOf"];
/** Columns that are not read, of which the report tells. */
const MOST_TOLD = 20;
const HINT = "These are the columns of a 4CAT export: add ?format=4cat.";

function* read(body: string): Generator<Read> {
  const table = csvTable(body);
  const fourcat = table.columns.includes("thread_id") && table.columns.includes("body");
  const fault = headFault(table, ",", CONTENT, fourcat ? HINT : "");
  if (fault) return yield fault;
  for (const name of table.columns.filter((column) => !COLUMNS.includes(column)).slice(0, MOST_TOLD))
    yield { line: table.line, pointer: `/${name.slice(0, 100).toWellFormed()}`, detail: "is no column that is read" };
  for (const row of table.records) {
    const { line } = row;
    if ("fault" in row) {
      yield { line, pointer: "", detail: row.fault };
      continue;
    }
    const lost = ["platformId", "authorId", "ref"].find((name) => isRounded(row.get(name)));
    if (lost) {
      yield { line, pointer: `/${lost}`, detail: ROUNDED };
      continue;
    }
    const cell = (name: string, key: string = name) => {
      const value = row.get(name);
      return value === undefined ? {} : { [key]: value };
    };
    const [author, origin] = [row.get("author"), row.get("origin")];
    const person = {
      ...(author === undefined ? {} : author.startsWith("@") ? { handle: author.slice(1) } : { name: author }),
      ...Object.assign({}, ...Object.entries(AUTHOR).map(([name, key]) => cell(name, key))),
    };
    yield {
      line,
      value: {
        type: "document",
        ...Object.assign({}, ...FIELDS.map((name) => cell(name))),
        ...(Object.keys(person).length ? { author: person } : {}),
        ...(origin === undefined ? {} : { origin: { name: origin, ...cell("originUrl", "url") } }),
      },
    };
  }
}

export const csv: ImportFormat = {
  label: `CSV with the columns ${COLUMNS.join(", ")}, of which one of ${CONTENT.join(", ")} is needed`,
  types: ["text/csv"],
  read,
};
