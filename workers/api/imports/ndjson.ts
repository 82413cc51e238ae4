import { parseJson } from "../body.ts";
import { Problem } from "../problem.ts";
import type { ImportFormat, Read } from "./format.ts";

/** The objects of a body, one a line; blank lines are counted and none. A line that is no JSON is a rejection. */
export function* jsonLines(body: string): Generator<Read> {
  const lines = (body.charCodeAt(0) === 0xfeff ? body.slice(1) : body).split("\n");
  // What follows the last line break is no line.
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
