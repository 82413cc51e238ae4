import type { ResponseKind } from "./kind.ts";

export const partial_confirmation: ResponseKind = {
  name: "partial_confirmation",
  label: "Partial confirmation",
  verb: "confirmed it in part",
  stance: "support",
  outranks: ["confirmation", "denial", "explanation", "clarification"],
};
