import type { ResponseKind } from "./kind.ts";

export const confirmation: ResponseKind = {
  name: "confirmation",
  label: "Confirmation",
  verb: "confirmed it",
  stance: "support",
  outranks: ["explanation", "clarification", "no_comment"],
};
