import type { ResponseKind } from "./kind.ts";

export const explanation: ResponseKind = {
  name: "explanation",
  label: "Explanation",
  verb: "explains",
  stance: "comment",
  outranks: ["clarification"],
};
