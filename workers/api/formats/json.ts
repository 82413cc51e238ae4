import type { Format } from "./format.ts";

/** The timeline as the API gives it. */
export const json: Format = { label: "JSON", suffix: "json", type: "application/json", write: (timeline) => JSON.stringify(timeline) };
