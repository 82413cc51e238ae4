import type { ResponseKind } from "./kind.ts";

export const apology: ResponseKind = {
  name: "apology",
  label: "Apology",
  verb: "apologised",
  stance: "comment",
  outranks: ["explanation", "clarification", "confirmation"],
};
