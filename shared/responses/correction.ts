import type { ResponseKind } from "./kind.ts";

export const correction: ResponseKind = {
  name: "correction",
  label: "Correction",
  verb: "published a correction",
  stance: "deny",
  outranks: ["denial", "clarification", "apology", "explanation", "confirmation", "partial_confirmation"],
};
