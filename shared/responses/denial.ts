import type { ResponseKind } from "./kind.ts";

export const denial: ResponseKind = {
  name: "denial",
  label: "Denial",
  verb: "denied it",
  stance: "deny",
  outranks: ["explanation", "clarification", "no_comment", "confirmation"],
};
