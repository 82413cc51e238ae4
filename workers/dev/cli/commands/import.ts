/** `whence import FILE`: sends a file in parts of a size that the instance accepts, with progress and a summary. */

import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { sumOf } from "../../../../shared/collections.ts";
import { partsOf } from "../../../api/import-parts.ts";
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
/** Limits of one part. The instance accepts 1,000 lines and 5 MB of UTF-8. */
const PART = { lines: 200, characters: 1_200_000 };
const JSON_LINES = "application/x-ndjson";
const TYPES: Record<string, string> = { ".csv": "text/csv", ".tsv": "text/tab-separated-values" };
/** Maximum number of rejected lines that are printed. */
const MAX_PRINTED = 20;

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
    if (!isUtf8(bytes)) throw wrongUse(`The file ${file} is no text in UTF-8. From a spreadsheet, save it as “CSV UTF-8”.`);
    const content = bytes.toString("utf8");
    const format = text(options["format"]);
    if (format !== undefined && !Object.hasOwn(imports, format)) throw wrongUse(`--format is one of ${Object.keys(imports).join(", ")}.`);
    const usual = TYPES[extname(file).toLowerCase()] ?? JSON_LINES;
    const chosen = format === undefined ? Object.values(imports).find(({ types }) => types.includes(usual)) : imports[format];
    const type = chosen?.types[0] ?? usual;
    const parts = partsOf(content, chosen?.delimiter?.(content) ?? null, PART);
    const all = sumOf(parts, (part) => part.lines);
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
