/** `whence import FILE`: sends a file in parts of a size that the instance accepts, with progress and a summary. */
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { csvRows } from "../../../../shared/csv.ts";
import { imports } from "../../../api/imports/index.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain } from "../screen.ts";

interface Report {
  accepted: number;
  rejected: { line: number; pointer: string; detail: string }[];
  waiting: number;
}
interface Part {
  body: string;
  /** The difference between a line's number in the file and its number in the part. */
  offset: number;
  lines: number;
}
/** Limits of one part. The instance accepts 1,000 lines and 5 MB of UTF-8. */
const MAX_PART_LINES = 200;
const MAX_PART_CHARACTERS = 1_200_000;
const JSON_LINES = "application/x-ndjson";
const TYPES: Record<string, string> = { ".csv": "text/csv", ".tsv": "text/tab-separated-values" };
/** Maximum number of rejected lines that are printed. */
const MAX_PRINTED = 20;

/** Where the records of a file begin, by line and UTF-16 offset: the rows of a table, otherwise lines. */
function recordsOf(content: string, delimiter: string | null): { line: number; at: number }[] {
  if (delimiter !== null) return [...csvRows(content, delimiter)];
  const starts = [0, ...Array.from(content.matchAll(/\n/g), ({ index }) => index + 1)];
  return starts.flatMap((at, i) => (at < content.length ? { line: i + 1, at } : []));
}

/** A file in parts of whole records. Each part of a table begins with the table's head. `delimiter`: that of a table; null for JSON lines. */
export function partsOf(file: string, delimiter: string | null): Part[] {
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
    if (i < records.length && i - from < MAX_PART_LINES && end - at <= MAX_PART_CHARACTERS) continue;
    parts.push({ body: head + content.slice(at, records[i]?.at), offset: line - 1 - linesOfHead, lines: i - from });
    from = i;
  }
  return parts;
}

export const importCommand: Command = {
  name: "import",
  usage: `import FILE [--format ${Object.keys(imports).join("|")}]`,
  summary: "Imports JSON lines, CSV and exports of other tools; lines that are rejected are listed",
  examples: ["import posts.ndjson", "import export.csv"],
  options: { format: { type: "string" } },
  async run(screen, { words, options }) {
    const [file, ...more] = words;
    if (file === undefined || more.length) throw wrongUse("import needs one file.");
    const bytes = await readFile(file === "-" ? "/dev/stdin" : file).catch(() => Promise.reject(wrongUse(`There is no file ${file}.`)));
    if (!isUtf8(bytes)) throw wrongUse(`The file ${file} is not in UTF-8. Save it as UTF-8 first: its letters would be lost.`);
    const content = bytes.toString("utf8");
    const format = text(options["format"]);
    if (format !== undefined && !Object.hasOwn(imports, format)) throw wrongUse(`--format is one of ${Object.keys(imports).join(", ")}.`);
    const usual = TYPES[extname(file).toLowerCase()] ?? JSON_LINES;
    const chosen = format === undefined ? Object.values(imports).find(({ types }) => types.includes(usual)) : imports[format];
    const type = chosen?.types[0] ?? usual;
    const parts = partsOf(content, chosen?.delimiter?.(content) ?? null);
    const all = parts.reduce((sum, part) => sum + part.lines, 0);
    const sum: Report = { accepted: 0, rejected: [], waiting: 0 };
    const start = performance.now();
    let done = 0;
    for (const { body, offset, lines } of parts) {
      const { body: report } = await call<Report>("POST /v1/import", { query: { format }, body, type });
      done += lines;
      sum.accepted += report.accepted;
      sum.waiting += report.waiting;
      sum.rejected.push(...report.rejected.map((r) => ({ ...r, line: r.line + offset })));
      const rate = Math.round((done / (performance.now() - start)) * 1000);
      screen.progress(`${done} of ${all} lines, ${sum.accepted} accepted, ${sum.rejected.length} rejected, ${rate} a second`);
    }
    screen.progress("");
    const seconds = (performance.now() - start) / 1000;
    const exit = sum.rejected.length > 0 ? EXIT.failed : EXIT.done;
    if (screen.json) {
      screen.out(JSON.stringify({ lines: all, ...sum, seconds: Number(seconds.toFixed(2)) }));
      return exit;
    }
    const row = (name: string, value: number | string) => screen.out(`${name.padEnd(10)} ${String(value).padStart(8)}`);
    row("lines", all);
    row("accepted", sum.accepted);
    row("rejected", sum.rejected.length);
    row("waiting", sum.waiting);
    row("seconds", seconds.toFixed(1));
    for (const { line, pointer, detail } of sum.rejected.slice(0, MAX_PRINTED))
      screen.out(screen.paint("red", `${file}:${line}: ${plain(`${pointer} ${detail}`)}`));
    if (sum.rejected.length > MAX_PRINTED) screen.out(`… and ${sum.rejected.length - MAX_PRINTED} more: --json lists all`);
    return exit;
  },
};
