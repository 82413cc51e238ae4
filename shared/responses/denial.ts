import type { ResponseKind } from "./kind.ts";

export const denial: ResponseKind = {
  name: "denial",
  label: "Denial",
  verb: "denies it",
  stance: "deny",
  outranks: ["explanation", "clarification", "no_comment", "confirmation"],
};
