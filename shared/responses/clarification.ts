import type { ResponseKind } from "./kind.ts";

export const clarification: ResponseKind = {
  name: "clarification",
  label: "Clarification",
  verb: "clarifies",
  stance: "comment",
  outranks: [],
};
