import type { ResponseKind } from "./kind.ts";

export const explanation: ResponseKind = {
  name: "explanation",
  label: "Explanation",
  verb: "explained it",
  stance: "comment",
  outranks: ["clarification"],
};
