import { documentOfNote, NOTE_COLUMNS, noteOf } from "../../../shared/community-notes.ts";
import { csvTable } from "../../../shared/csv.ts";
import type { ImportFormat, Read } from "./format.ts";
import { headFault, linesOf } from "./table.ts";

/** The rejection of a file that is not a file of notes. */
const STATUS_HISTORY_HINT = "This is a status history, which has no notes: add it to a source of the kind communitynotes.";

function* read(body: string): Generator<Read> {
  const table = csvTable(body, "\t");
  const fault = headFault(table, "\t", ["summary"], table.columns.includes("currentStatus") ? STATUS_HISTORY_HINT : "");
  const missing = NOTE_COLUMNS.filter((name) => !table.columns.includes(name));
  if (fault) return yield fault;
  if (missing.length) return yield { line: table.line, pointer: "", detail: `It has no column ${missing.join(", ")}.` };
  yield* linesOf(table, ["noteId", "tweetId"], (row) => {
    const note = noteOf(row.get);
    return "why" in note ? note : { type: "document", ...documentOfNote(note) };
  });
}

export const communitynotes: ImportFormat = {
  label: "TSV of Community Notes as X publishes it (notes-00000.tsv)",
  types: ["text/tab-separated-values"],
  delimiter: () => "\t",
  read,
};
