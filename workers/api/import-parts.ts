/** Parts of a long import, each of a size that one request takes. */
import { csvRows } from "../../shared/csv.ts";

interface Part {
  body: string;
  /** The difference between a line's number in the file and its number in the part. */
  offset: number;
  lines: number;
  /** Where the part's own lines begin in the file, after the head of the table, which each part repeats. */
  at: number;
}

/** The positions at which the records of a file begin, by line and UTF-16 offset: rows of a table, else lines. */
function recordsOf(content: string, delimiter: string | null): { line: number; at: number }[] {
  if (delimiter !== null) return [...csvRows(content, delimiter)];
  const starts = [0, ...Array.from(content.matchAll(/\n/g), ({ index }) => index + 1)];
  return starts.flatMap((at, i) => (at < content.length ? { line: i + 1, at } : []));
}

/** A file in parts of whole records. Each part of a table begins with the table's head. `delimiter`: that of a table; null for JSON lines. */
export function partsOf(file: string, delimiter: string | null, most: { lines: number; characters: number }): Part[] {
  const content = file.replace(/^\uFEFF/, "");
  const records = recordsOf(content, delimiter);
  if (delimiter !== null) records.shift();
  const begin = { line: 1, at: 0 };
  const first = records[0] ?? begin;
  const [head, linesOfHead] = delimiter === null ? ["", 0] : [content.slice(0, first.at), first.line - 1];
  const parts: Part[] = [];
  let from = 0;
  for (let i = 1; i <= records.length; i++) {
    const { line, at } = records[from] ?? begin;
    const end = records[i + 1]?.at ?? content.length;
    if (i < records.length && i - from < most.lines && end - at <= most.characters) continue;
    parts.push({ body: head + content.slice(at, records[i]?.at), offset: line - 1 - linesOfHead, lines: i - from, at });
    from = i;
  }
  return parts;
}
/** The first part of a file, and the rest as a file of its own; null if one part is enough. */
export function firstOf(
  file: string,
  delimiter: string | null,
  most: { lines: number; characters: number },
): { first: string; rest: string; offset: number; parts: number } | null {
  const parts = partsOf(file, delimiter, most);
  const [first, next] = parts;
  if (!first || !next) return null;
  const content = file.replace(/^\uFEFF/, "");
  const head = delimiter === null ? "" : content.slice(0, first.at);
  return { first: first.body, rest: head + content.slice(next.at), offset: next.offset, parts: parts.length };
}
