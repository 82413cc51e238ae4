import type { ResponseKind } from "./kind.ts";

export const correction: ResponseKind = {
  name: "correction",
  label: "Correction",
  verb: "corrected it",
  stance: "deny",
  outranks: ["denial", "clarification", "apology", "explanation", "confirmation", "partial_confirmation"],
};
