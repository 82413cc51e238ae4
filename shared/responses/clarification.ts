import type { ResponseKind } from "./kind.ts";

export const clarification: ResponseKind = {
  name: "clarification",
  label: "Clarification",
  verb: "clarified it",
  stance: "comment",
  outranks: [],
};
