import type { ResponseKind } from "./kind.ts";

export const confirmation: ResponseKind = {
  name: "confirmation",
  label: "Confirmation",
  verb: "confirms it",
  stance: "support",
  outranks: ["explanation", "clarification", "no_comment"],
};
