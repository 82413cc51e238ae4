import type { ResponseKind } from "./kind.ts";

export const apology: ResponseKind = {
  name: "apology",
  label: "Apology",
  verb: "apologises",
  stance: "comment",
  outranks: ["explanation", "clarification", "confirmation"],
};
