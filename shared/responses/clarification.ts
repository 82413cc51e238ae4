import type { ResponseKind } from "./index.ts";

export const clarification: ResponseKind = {
  name: "clarification",
  label: "Clarification",
  verb: "clarifies",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
