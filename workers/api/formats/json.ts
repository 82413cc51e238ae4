import type { Format } from "./format.ts";

export const json: Format = { type: "application/json", write: (timeline) => JSON.stringify(timeline) };
