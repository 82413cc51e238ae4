/** Reads test data. */
import { readFileSync } from "node:fs";

/** The records of `test/fixtures/<name>.jsonl`, one a line. `T` is what the file's records are taken to be; nothing checks it at run time. */
export function fixtures<T>(name: string): T[] {
  return linesOf<T>(new URL(`../fixtures/${name}.jsonl`, import.meta.url));
}

/** The records of any file of JSON lines; empty lines are skipped. */
export function linesOf<T>(file: string | URL): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);
}
