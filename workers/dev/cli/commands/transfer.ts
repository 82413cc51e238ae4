/** `whence backup FILE` writes a whole instance as JSON lines; `whence restore FILE` reads them into an empty one. */

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { objectIn } from "../../../../shared/json-object.ts";
import { comesBeforeLog } from "../../../store/checks/transfer.ts";
import { baseUrl, call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT, Failure, wrongUse } from "../failure.ts";

interface Line {
  table: string;
  row: { seq?: number };
}
/** The first line of a file. Older files do not say where their log ends. */
interface Head {
  whence: string;
  from: string;
  /** The number of the last event. */
  log?: number;
}
/** Maximum number of rows per request. */
const PART_ROWS = 500;
/** About how many characters they may have. */
const PART_LENGTH = 3_000_000;

export const backup: Command = {
  name: "backup",
  usage: "backup FILE",
  maxWords: 1,
  summary: "Writes the whole instance to a file as JSON lines, with all versions and the log; keys and sessions stay",
  examples: ["backup whence.ndjson"],
  options: {},
  async run(screen, { words: [file] }) {
    if (file === undefined) throw wrongUse("whence backup FILE");
    for (let attempt = 1; ; attempt++) {
      const { rows, events } = await written(file);
      if (events === 0) {
        screen.out(screen.json ? JSON.stringify({ file, rows }) : `${file}: ${rows} rows`);
        return EXIT.done;
      }
      if (attempt === ATTEMPTS)
        throw new Failure(
          EXIT.later,
          "No moment without a change",
          `${events} events came while ${file} was written, ${ATTEMPTS} times: its rows are not of one moment.`,
          [],
          "Run it again at a quieter time, or pause what writes.",
        );
    }
  },
};

/** How often the backup is tried, until nothing changes while it is written. */
const ATTEMPTS = 5;

/**
 * Writes a backup; gives the number of rows, and of events that came meanwhile. An existing file stays until the new one is complete and of one
 * moment.
 */
async function written(file: string): Promise<{ rows: number; events: number }> {
  const isThere = existsSync(file);
  if (isThere && !statSync(file).isFile()) return writeAll(file);
  const target = isThere ? realpathSync(file) : file;
  const part = `${target}.part`;
  try {
    const done = await writeAll(part);
    if (done.events === 0) renameSync(part, target);
    return done;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).path === part ? Object.assign(error as Error, { path: file }) : error;
  } finally {
    rmSync(part, { force: true });
  }
}
/** Writes all rows into a file. */
async function writeAll(file: string): Promise<{ rows: number; events: number }> {
  const out = createWriteStream(file);
  await once(out, "open");
  let rows = 0;
  let first = 0;
  let last = 0;
  for (let cursor: string | undefined; ; ) {
    const { body } = await call<{ version: string; rows: Line[]; log: number; next: string | null }>("GET /v1/export", {
      query: { cursor },
    });
    if (cursor === undefined) {
      first = body.log;
      const head: Head = { whence: body.version, from: baseUrl(), log: first };
      out.write(`${JSON.stringify(head)}\n`);
    }
    for (const row of body.rows) out.write(`${JSON.stringify(row)}\n`);
    rows += body.rows.length;
    last = body.log;
    if (body.next === null) break;
    cursor = body.next;
  }
  out.end();
  await once(out, "finish");
  return { rows, events: last - first };
}

/** The lines of a file. To `node:readline` a line also ends at U+2028, which texts of web pages have. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1_000_000 })) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

export const restore: Command = {
  name: "restore",
  usage: "restore FILE",
  maxWords: 1,
  summary: "Reads a backup into an empty instance, and rebuilds its search; run it again if it is cut off",
  examples: ["restore whence.ndjson"],
  options: {},
  async run(screen, { words: [file] }) {
    if (file === undefined) throw wrongUse("whence restore FILE");
    const { log } = (await call<{ log: number }>("GET /v1/export")).body;
    let part: Line[] = [];
    let length = 0;
    let count = 0;
    let last = 0;
    let end: number | undefined;
    const send = async () => {
      if (part.length) await call("POST /v1/restore", { body: { rows: part } });
      count += part.length;
      [part, length] = [[], 0];
    };
    for await (const text of linesOf(file)) {
      if (!text.trim()) continue;
      const line: Partial<Line & Head> | null = objectIn(text);
      if (!line) throw wrongUse(`${file} is no backup: after ${count} rows comes a line that is no JSON.`);
      if (line.table === undefined) {
        end = line.log;
        if (end !== undefined && log > end)
          throw new Failure(
            EXIT.failed,
            "Not empty",
            `This instance has ${log} events, and ${file} only ${end}.`,
            [],
            "Restore into an empty one.",
          );
        continue;
      }
      // If the log has begun, an earlier run restored what comes before it.
      if (comesBeforeLog(line.table) && log > 0 && end !== undefined) continue;
      if (line.table === "event") last = line.row?.seq ?? last;
      // Each part has rows of one table, because the log must not start before everything else is there.
      if (part.length && (part[0]?.table !== line.table || part.length === PART_ROWS || length + text.length > PART_LENGTH)) await send();
      part.push(line as Line);
      length += text.length;
    }
    await send();
    // Of a backup that was restored whole before, nothing is sent again.
    if (count === 0 && end === undefined) throw wrongUse(`${file} is no backup: it has no rows.`);
    if (end !== undefined && last !== end)
      throw new Failure(
        EXIT.failed,
        "A part is missing",
        `The log of ${file} ends at event ${last} instead of ${end}.`,
        [],
        "Use a whole backup.",
      );
    for (let after: string | null = ""; after !== null; )
      after = (await call<{ next: string | null }>("POST /v1/rebuild", { query: { part: "search", after } })).body.next;
    screen.out(screen.json ? JSON.stringify({ file, rows: count }) : `${file}: ${count} rows are restored, and the search is rebuilt.`);
    return EXIT.done;
  },
};
