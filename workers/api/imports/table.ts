/** What every import of a table has to find out: which columns are there, and what a spreadsheet made of the cells. */
import type { CsvTable } from "../../../shared/csv.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { Rejection } from "./format.ts";

const DELIMITERS: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/** Why a table has nothing to read, told on its first line: none of the columns, or another delimiter. Null when it has one of them. */
export function headFault({ columns, line }: CsvTable, delimiter: string, anyOf: readonly string[], hint = ""): Rejection | null {
  if (columns.some((name) => anyOf.includes(name))) return null;
  const fault = (detail: string) => ({ line: Math.max(line, 1), pointer: "", detail });
  if (!columns.length) return fault("The first line must name the columns, and there is none.");
  const only = columns.length === 1 ? (columns[0] ?? "") : "";
  const other = Object.keys(DELIMITERS).find((mark) => mark !== delimiter && only.includes(mark));
  if (other) return fault(`Its columns are apart by ${DELIMITERS[other]}; send them apart by ${DELIMITERS[delimiter]}.`);
  return fault(`It names none of the columns ${anyOf.join(", ")}, but ${excerpt(columns.join(", "), 200)}.${hint && ` ${hint}`}`);
}

/** Whether a spreadsheet turned an id into a rounded number: 1.90930253230609E+18 names no post any more. */
export const isRounded = (cell: string | undefined): boolean => cell !== undefined && /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(cell);
export const ROUNDED = "was rounded by a spreadsheet, so that the id is lost; keep the column as text";

/**
 * Times as exports have them, as RFC 3339: seconds since 1970 with or without fraction, `2025-04-07 17:49:31` (UTC, as 4CAT writes), and what is
 * RFC 3339 or a day already, which comes back as it is.
 */
export function writtenTime(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(cell)) {
    const iso = new Date(Math.floor(Number(cell) * 1000 + 0.5)).toISOString();
    return /\.\d*[1-9]/.test(cell) ? iso : iso.replace(/\.\d+Z$/, "Z");
  }
  return cell.replace(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)$/, "$1T$2Z");
}
