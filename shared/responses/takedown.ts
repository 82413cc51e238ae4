import type { ResponseKind } from "./kind.ts";

export const takedown: ResponseKind = {
  name: "takedown",
  label: "Takedown",
  verb: "took it down",
  stance: "comment",
  outranks: ["label", "clarification", "explanation", "confirmation"],
};
