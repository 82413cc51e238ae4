import type { ResponseKind } from "./kind.ts";

export const retraction: ResponseKind = {
  name: "retraction",
  label: "Retraction",
  verb: "took it back",
  stance: "deny",
  outranks: ["denial", "correction", "apology", "takedown", "clarification", "explanation", "confirmation", "partial_confirmation"],
};
