/** For imports of tables: checks of the header, the rows without ids that a spreadsheet has rounded, and times. */
import type { CsvRecord, CsvTable } from "../../../shared/csv.ts";
import { machineDate } from "../../../shared/read/dates/calendar.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { Read, Rejection } from "./format.ts";

const DELIMITER_NAMES: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/** Why a table cannot be read, as a rejection of its first line: another delimiter, or none of the columns `anyOf`. Null if it has one of them. */
export function headFault({ columns, line }: CsvTable, delimiter: string, anyOf: readonly string[], hint = ""): Rejection | null {
  if (columns.some((name) => anyOf.includes(name))) return null;
  const fault = (detail: string) => ({ line: Math.max(line, 1), pointer: "", detail });
  if (!columns.length) return fault("The first line must name the columns, and there is none.");
  const only = columns.length === 1 ? (columns[0] ?? "") : "";
  const other = Object.keys(DELIMITER_NAMES).find((mark) => mark !== delimiter && only.includes(mark));
  if (other) return fault(`Its columns are separated by ${DELIMITER_NAMES[other]}; send them separated by ${DELIMITER_NAMES[delimiter]}.`);
  return fault(`It names none of the columns ${anyOf.join(", ")}, but ${excerpt(columns.join(", "), 200)}.${hint && ` ${hint}`}`);
}

/** Whether a spreadsheet has rounded an id: 1.90930253230609E+18 does not name the post. */
const isRounded = (cell: string | undefined): boolean => cell !== undefined && /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(cell);
/** The column of a row that is wrong, and why. */
export interface CellFault {
  column: string;
  why: string;
}
const isFault = (value: object | CellFault): value is CellFault => "why" in value;
/** The lines of a table: of each row what `read` makes of it, or why it is rejected. `ids`: the columns with ids. */
export function* linesOf(table: CsvTable, ids: readonly string[], read: (row: CsvRecord) => object | CellFault): Generator<Read> {
  for (const row of table.records) {
    const { line } = row;
    if ("fault" in row) {
      yield { line, pointer: "", detail: row.fault };
      continue;
    }
    const lost = ids.find((name) => isRounded(row.get(name)));
    const rounded = { column: lost, why: "was rounded by a spreadsheet, so that the id is lost; keep the column as text" };
    const value = lost === undefined ? read(row) : rounded;
    yield isFault(value) ? { line, pointer: `/${value.column}`, detail: value.why } : { line, value };
  }
}

/** A number before a number that may both be a month. */
const EITHER_ORDER = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-]/;
/**
 * A time in an export as RFC 3339: from seconds since 1970, with or without fraction, or `2025-04-07 17:49:31` (UTC, as 4CAT writes). Of a form that
 * spreadsheets make of it, `07.04.2025 17:49`, the day stays. Anything else is given back as it is, also `4/7/2025`, which may be two days.
 */
export function writtenTime(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(cell)) {
    const iso = new Date(Math.floor(Number(cell) * 1000 + 0.5)).toISOString();
    return /\.\d*[1-9]/.test(cell) ? iso : iso.replace(/\.\d+Z$/, "Z");
  }
  if (/^\d{4}(?:-|$)/.test(cell) || EITHER_ORDER.test(cell) || cell.length > 40)
    return cell.replace(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)$/, "$1T$2Z");
  return machineDate(cell) ?? cell;
}
