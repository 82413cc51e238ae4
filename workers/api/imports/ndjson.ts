import { parseJson } from "../body.ts";
import { Problem } from "../problem.ts";
import type { ImportFormat, Read } from "./format.ts";

/** JSON lines: one value per line. Blank lines count as lines; a line that is not JSON is a rejection. */
export function* jsonLines(body: string): Generator<Read> {
  const lines = (body.charCodeAt(0) === 0xfeff ? body.slice(1) : body).split("\n");
  // White space after the last line break is not a line.
  if (!lines.at(-1)?.trim()) lines.pop();
  let line = 0;
  for (const raw of lines) {
    line++;
    if (!raw.trim()) {
      yield { line, value: undefined };
      continue;
    }
    try {
      yield { line, value: parseJson(raw) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      yield { line, pointer: "", detail: error.message };
    }
  }
}

export const ndjson: ImportFormat = {
  label: "JSON lines of our own: claims, documents and sightings",
  types: ["application/x-ndjson"],
  read: jsonLines,
};
