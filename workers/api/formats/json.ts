import type { Format } from "./index.ts";

export const json: Format = { type: "application/json", write: (timeline) => JSON.stringify(timeline) };
