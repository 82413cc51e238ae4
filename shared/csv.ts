/** Tables as text: RFC 4180 with any delimiter, read in one pass. */

/** Where a row begins. */
interface CsvPlace {
  /** Its line in the file, from 1: cells may hold line breaks. */
  line: number;
  /** UTF-16 offset. */
  at: number;
}
export interface CsvRow extends CsvPlace {
  cells: string[];
}
export interface CsvFault extends CsvPlace {
  fault: string;
}

/**
 * The rows of a table. Lines end with CR LF, LF or CR; a quoted cell may hold delimiters, line breaks and doubled quotes; a quote inside an
 * unquoted cell is an ordinary character. Empty lines and a byte order mark are skipped. A quote that is never closed is a fault,
 * reported once, after the rows before it.
 */
export function* csvRows(text: string, delimiter = ","): Generator<CsvRow | CsvFault> {
  // Some programs write "sep=;" for a spreadsheet before the table.
  const [before = "", told] = /^\uFEFF?(?:sep=.(\r\n?|\n))?/i.exec(text) ?? [];
  let at = before.length;
  let line = told ? 2 : 1;
  // Each is searched again only after it was passed, so that the file is searched only once.
  let [quote, separator, feed, back] = [-2, -2, -2, -2];
  const next = (sought: string, held: number) => {
    if (held >= at || held === Number.POSITIVE_INFINITY) return held;
    const found = text.indexOf(sought, at);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  while (at < text.length) {
    const start: CsvPlace = { line, at };
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        at++;
        for (;;) {
          quote = next('"', quote);
          if (quote === Number.POSITIVE_INFINITY) {
            yield { ...start, fault: "has a quote that is never closed; what follows it was not read" };
            return;
          }
          const part = text.slice(at, quote);
          line += breaksIn(part);
          cell += part;
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
      }
      separator = next(delimiter, separator);
      feed = next("\n", feed);
      back = next("\r", back);
      const end = Math.min(separator, feed, back, text.length);
      // Characters after a closing quote belong to the cell, as in most programs.
      cells.push(cell + text.slice(at, end));
      at = end;
      if (end !== separator) break;
      at += delimiter.length;
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    line++;
    if (cells.length > 1 || cells[0] !== "") yield { ...start, cells };
  }
}

const DELIMITERS = [",", ";", "\t"];
/** The delimiter of a table: the comma, semicolon or tab that gives its first row the most cells. Spreadsheets of many countries write semicolons. */
export function delimiterOf(text: string): string {
  const cells = (delimiter: string): number => {
    const first = csvRows(text, delimiter).next();
    return !first.done && "cells" in first.value ? first.value.cells.length : 0;
  };
  return DELIMITERS.reduce((best, mark) => (cells(mark) > cells(best) ? mark : best));
}

/** Line breaks in a piece of text; CR LF is one. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && text.charCodeAt(at - 1) !== 13) count++;
    else if (code === 13) count++;
  }
  return count;
}

export interface CsvTable {
  /** Names of the columns, trimmed; without empty ones at the end. */
  columns: string[];
  /** Line of the column names, 0 for an empty file. */
  line: number;
  records: Iterable<CsvRecord | CsvFault>;
}
export interface CsvRecord {
  line: number;
  /** The cell under a column, trimmed; undefined where it is empty or there is no such column. */
  get(column: string): string | undefined;
}

/** Cells up to the last one that says something. */
const filled = (cells: string[]) => cells.slice(0, cells.findLastIndex((cell) => cell.trim()) + 1);

/**
 * A table whose first row names its columns, each as `nameOf` spells it. A row with more cells than columns is a fault; empty ones at its end, as
 * spreadsheets write them, do not count, and rows of nothing else are left out.
 */
export function csvTable(text: string, delimiter = ",", nameOf = (name: string): string => name): CsvTable {
  const rows = csvRows(text, delimiter);
  const begun = rows.next();
  const first = begun.done ? undefined : begun.value;
  const columns = first && "cells" in first ? filled(first.cells).map((name) => nameOf(name.trim())) : [];
  const at = new Map(columns.map((name, i) => [name, i]));
  function* records(): Generator<CsvRecord | CsvFault> {
    if (first && "fault" in first) yield first;
    for (const row of rows) {
      if ("fault" in row) {
        yield row;
        continue;
      }
      const cells = filled(row.cells);
      if (cells.length > columns.length)
        yield { line: row.line, at: row.at, fault: `has ${cells.length} cells where the first line names ${columns.length} columns` };
      else if (cells.length) yield { line: row.line, get: (column) => cells[at.get(column) ?? -1]?.trim() || undefined };
    }
  }
  return { columns, line: first?.line ?? 0, records: records() };
}

/** Where a table that people open in Excel begins: Excel reads a table without it in the charset of the machine, and spoils its accents. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** A cell in CSV form (RFC 4180). A value that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
