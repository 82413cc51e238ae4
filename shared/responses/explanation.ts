import type { ResponseKind } from "./index.ts";

export const explanation: ResponseKind = {
  name: "explanation",
  label: "Explanation",
  verb: "explains",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
